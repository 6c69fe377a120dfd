// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/duplicates.h>

#include "duplicatescore.h"
#include "rows.h"

#include <ambroise/core/text.h>
#include <ambroise/identity/trace.h>

#include <QHash>

#include <algorithm>
#include <functional>
#include <vector>

namespace ambroise::patient {
namespace {

const QString unknownPlace = u"99999"_qs;
constexpr qint64 stepsBetweenProgress = 1000;

//! Two places in the list of records, the smaller first.
using Pair = std::pair<int, int>;

struct Scored {
    Pair pair;
    DuplicateScore score;
};

//! Without the key, which INSi leaves out of some former matricules.
QString insNumber(const QString &matricule)
{
    return matricule.left(13);
}

QString addressOf(const QString &street, const QString &postalCode)
{
    return street.isEmpty() ? QString() : text::folded(street + u' ' + postalCode);
}

ComparedRecord recordOf(const storage::Row &row)
{
    const QString place = row.text(7);
    const auto attributes = identity::IdentityAttributes::parse(row.text(13));
    PatientSummary names;
    names.birthSurname = row.text(1);
    names.firstGivenName = row.text(2);
    names.usedSurname = row.text(3);
    names.usedGivenName = row.text(4);
    names.birthDate = row.date(6);
    return {.id = PatientId{row.integer(0)},
            .person = ComparedPerson::of(names),
            .sex = identity::sexOf(row.text(5)).value_or(identity::Sex::Indeterminate),
            .place = place == unknownPlace ? QString() : place,
            .matricule = insNumber(row.text(8)),
            .phones = row.text(9).split(u'\n', Qt::SkipEmptyParts),
            .email = row.text(10).toLower(),
            .address = addressOf(row.text(11), row.text(12)),
            .fictive = attributes.ok() && attributes->isFictive()};
}

//! The active records, with the places of each in a few indexes.
class Records {
public:
    static Result<Records> load(storage::Connection &db, const Clock &clock);

    [[nodiscard]] const std::vector<ComparedRecord> &all() const { return m_all; }
    //! Every pair that a common birth date, name or INS brings together, once.
    void eachPair(const std::function<bool(const Pair &)> &act) const;

private:
    Status loadActive(storage::Connection &db);
    void loadFormer(const identity::IdentityTrace::Former &former);
    [[nodiscard]] QList<int> companionsOf(int place) const;
    [[nodiscard]] int placeOf(PatientId id) const { return m_places.value(id, -1); }

    std::vector<ComparedRecord> m_all;
    QHash<PatientId, int> m_places;
    QHash<QDate, QList<int>> m_byBirth;
    QHash<QString, QList<int>> m_byNames;
    QHash<QString, QList<int>> m_byIns; //!< active and former
};

QString namesOf(const QString &surname, const QString &given)
{
    return surname + u'|' + given;
}

QStringList namesOf(const ComparedPerson &person)
{
    QStringList names{namesOf(person.surname, person.given)};
    if (!person.usedSurname.isEmpty())
        names << namesOf(person.usedSurname, person.given);
    if (!person.usedGiven.isEmpty())
        names << namesOf(person.surname, person.usedGiven);
    return names;
}

Result<Records> Records::load(storage::Connection &db, const Clock &clock)
{
    Records records;
    AMBROISE_CHECK(records.loadActive(db));
    AMBROISE_TRY(const auto former, identity::IdentityTrace(db, clock).former());
    records.loadFormer(former);
    return records;
}

Status Records::loadActive(storage::Connection &db)
{
    AMBROISE_CHECK(db.run("SELECT id, birth_surname, first_given_name, used_surname,"
                          " used_given_name, sex, birth_date, birth_place_code, matricule, phones,"
                          " email, street, postal_code, attributes"
                          " FROM patient WHERE archived_at = '' ORDER BY id",
                          {}, [this](const storage::Row &row) { m_all.push_back(recordOf(row)); }));
    for (int place = 0; place < int(m_all.size()); ++place) {
        const ComparedRecord &record = m_all[size_t(place)];
        m_places.insert(record.id, place);
        m_byBirth[record.person.birthDate] << place;
        for (const QString &names : namesOf(record.person))
            m_byNames[names] << place;
        if (!record.matricule.isEmpty())
            m_byIns[record.matricule] << place;
    }
    return done();
}

void Records::loadFormer(const identity::IdentityTrace::Former &former)
{
    for (const auto &[id, matricule] : former.ins)
        if (const int place = placeOf(id); place >= 0 && !matricule.isEmpty()) {
            const QString number = insNumber(matricule);
            m_all[size_t(place)].formerIns << number;
            m_byIns[number] << place;
        }
    for (const auto &[id, traits] : former.traits)
        if (const int place = placeOf(id); place >= 0) {
            PatientSummary names;
            names.birthSurname = traits.surname;
            names.firstGivenName = traits.givenNames.section(u' ', 0, 0);
            names.birthDate = QDate::fromString(traits.birthDate, Qt::ISODate);
            const ComparedPerson person = ComparedPerson::of(names);
            m_all[size_t(place)].former << person;
            m_byBirth[person.birthDate] << place;
            m_byNames[namesOf(person.surname, person.given)] << place;
        }
}

QList<int> Records::companionsOf(int place) const
{
    const ComparedRecord &record = m_all[size_t(place)];
    const QDate birth = record.person.birthDate;
    QList<int> others = m_byBirth.value(birth);
    const QDate transposed(birth.year(), birth.day(), birth.month());
    if (transposed.isValid() && transposed != birth)
        others << m_byBirth.value(transposed);
    for (const QString &names : namesOf(record.person))
        others << m_byNames.value(names);
    for (const ComparedPerson &former : record.former)
        others << m_byBirth.value(former.birthDate) << m_byNames.value(namesOf(former).first());
    if (!record.matricule.isEmpty())
        others << m_byIns.value(record.matricule);
    for (const QString &matricule : record.formerIns)
        others << m_byIns.value(matricule);
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    return others;
}

void Records::eachPair(const std::function<bool(const Pair &)> &act) const
{
    for (int place = 0; place < int(m_all.size()); ++place) {
        const QList<int> others = companionsOf(place);
        for (auto other = std::upper_bound(others.begin(), others.end(), place);
             other != others.end(); ++other)
            if (!act({place, *other}))
                return;
    }
}

Result<QList<DuplicatePair>> withSummaries(storage::Connection &db,
                                           const std::vector<Scored> &scored,
                                           const std::vector<ComparedRecord> &all)
{
    QList<PatientId> ids;
    for (const Scored &one : scored)
        ids << all[size_t(one.pair.first)].id << all[size_t(one.pair.second)].id;
    AMBROISE_TRY(const QList<PatientSummary> summaries, rows::summaries(db, ids));
    QHash<PatientId, PatientSummary> byId;
    for (const PatientSummary &summary : summaries)
        byId.insert(summary.id, summary);
    QList<DuplicatePair> pairs;
    for (const Scored &one : scored)
        pairs.append({byId.value(all[size_t(one.pair.first)].id),
                      byId.value(all[size_t(one.pair.second)].id), one.score.score,
                      one.score.signs});
    return pairs;
}

Result<QSet<std::pair<PatientId, PatientId>>> distinctOnes(storage::Connection &db)
{
    QSet<std::pair<PatientId, PatientId>> distinct;
    AMBROISE_CHECK(db.run(
        "SELECT first_id, second_id FROM patient_distinct", {}, [&](const storage::Row &row) {
            distinct.insert({PatientId{row.integer(0)}, PatientId{row.integer(1)}});
        }));
    return distinct;
}

} // namespace

Result<QList<DuplicatePair>> DuplicateFinder::find(int limit, const Progress &progress) const
{
    AMBROISE_TRY(const Records records, Records::load(m_db, m_clock));
    AMBROISE_TRY(const auto distinct, distinctOnes(m_db));
    const std::vector<ComparedRecord> &all = records.all();
    std::vector<Scored> scored;
    qint64 steps = 0;
    bool cancelled = false;
    records.eachPair([&](const Pair &pair) {
        const ComparedRecord &a = all[size_t(pair.first)];
        const ComparedRecord &b = all[size_t(pair.second)];
        cancelled = progress && ++steps % stepsBetweenProgress == 0 &&
                    !progress(pair.first, qint64(all.size()));
        if (const DuplicateScore score = scoreOf(a, b);
            score.score >= leastScore && !distinct.contains({a.id, b.id}))
            scored.push_back({pair, score});
        return !cancelled;
    });
    if (cancelled)
        return Error{ErrorCode::Cancelled, u"duplicates.find"_qs, {}};
    std::stable_sort(scored.begin(), scored.end(), [](const Scored &a, const Scored &b) {
        return a.score.score > b.score.score;
    });
    scored.resize(std::min(scored.size(), size_t(limit)));
    return withSummaries(m_db, scored, all);
}

} // namespace ambroise::patient
