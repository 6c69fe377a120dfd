// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/administrative.h>

#include "administrativerows.h"
#include "lengths.h"

#include <ambroise/patient/repository.h>

#include <algorithm>

namespace ambroise::patient {
namespace {

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

Status checked(const RelatedPerson &person)
{
    if (person.name.trimmed().isEmpty())
        return invalid(u"person.name"_qs);
    if (person.roles.isEmpty())
        return invalid(u"person.role"_qs);
    AMBROISE_CHECK(checkLines({person.name, person.link}));
    AMBROISE_CHECK(checkLength(person.address, DetailLimits::street));
    return checkLength(person.note, DetailLimits::note);
}

Status checked(const CareMember &member)
{
    if (!member.correspondent.isStored())
        return Error{ErrorCode::NotFound, u"correspondent.missing"_qs, {}};
    return checkLength(member.note, DetailLimits::note);
}

Status checked(const Coverage &coverage)
{
    if (coverage.since.isValid() && coverage.until.isValid() && coverage.until < coverage.since)
        return invalid(u"coverage.dates"_qs);
    AMBROISE_CHECK(checkLines({coverage.label, coverage.number}));
    return checkLength(coverage.note, DetailLimits::note);
}

Status checked(const Consent &consent, QDate today)
{
    if (!consent.on.isValid() || consent.on > today)
        return invalid(u"consent.date"_qs);
    AMBROISE_CHECK(checkLines({consent.teller}));
    return checkLength(consent.note, DetailLimits::note);
}

} // namespace

const Consent *AdministrativeFile::answer(ConsentTopic topic) const
{
    const auto found = std::find_if(consents.begin(), consents.end(),
                                    [&](const Consent &one) { return one.topic == topic; });
    return found == consents.end() ? nullptr : &*found;
}

const Correspondent *AdministrativeFile::correspondent(CorrespondentId id) const
{
    const auto found = std::find_if(correspondents.begin(), correspondents.end(),
                                    [&](const Correspondent &one) { return one.id == id; });
    return found == correspondents.end() ? nullptr : &*found;
}

bool AdministrativeFile::hasCoverage(CoverageKind kind, QDate day) const
{
    return std::any_of(coverages.begin(), coverages.end(), [&](const auto &line) {
        return line.content.kind == kind && line.content.holdsOn(day);
    });
}

AdministrativeRepository::AdministrativeRepository(storage::Connection &db, audit::Journal &journal,
                                                   PatientRepository &patients, const Clock &clock)
    : m_db(db)
    , m_journal(journal)
    , m_patients(patients)
    , m_clock(clock)
{
}

template <class Content>
Result<QList<AdministrativeLine<Content>>>
AdministrativeRepository::lines(const RecordIds &records) const
{
    using Table = LineTable<Content>;
    QList<AdministrativeLine<Content>> found;
    const QByteArray table = Table::name;
    AMBROISE_CHECK(m_db.run("SELECT line_id, version, patient_id, written_at, written_by_name, " +
                                QByteArray(Table::columns) + " FROM " + table +
                                " AS held WHERE patient_id IN (" +
                                storage::placeholders(records.all().size()) +
                                ") AND removed = 0 AND version = (SELECT MAX(version) FROM " +
                                table + " WHERE line_id = held.line_id) ORDER BY line_id",
                            records.values(), [&](const storage::Row &row) {
                                AdministrativeLine<Content> line;
                                line.id = AdministrativeLineId{row.integer(0)};
                                line.version = row.integer(1);
                                line.patient = PatientId{row.integer(2)};
                                line.writtenAt = row.instant(3);
                                line.authorName = row.text(4);
                                readContent(row, 5, line.content);
                                found << line;
                            }));
    return found;
}

Result<QString> AdministrativeRepository::medecinTraitantOf(PatientId patient) const
{
    QString words;
    AMBROISE_TRY(const PatientId kept, m_patients.keptFor(patient));
    AMBROISE_CHECK(m_db.run("SELECT medecin_traitant FROM patient WHERE id = ?", {kept.value},
                            [&](const storage::Row &row) { words = row.text(0); }));
    return words;
}

//! What is new belongs to the record that is kept.
Status AdministrativeRepository::refuseMerged(PatientId patient) const
{
    AMBROISE_TRY(const PatientId kept, m_patients.keptFor(patient));
    if (kept != patient)
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    return done();
}

Result<AdministrativeFile> AdministrativeRepository::read(const RecordIds &records) const
{
    AdministrativeFile file;
    AMBROISE_TRY(file.persons, lines<RelatedPerson>(records));
    AMBROISE_TRY(file.team, lines<CareMember>(records));
    AMBROISE_TRY(file.coverages, lines<Coverage>(records));
    AMBROISE_TRY(const QString words, medecinTraitantOf(records.record()));
    for (auto &line : file.team) {
        AMBROISE_TRY(
            const Correspondent one,
            CorrespondentRepository(m_db, m_journal, m_clock).find(line.content.correspondent));
        // Somebody wrote another name over it since: what the record says holds.
        line.content.medecinTraitant = line.content.medecinTraitant && displayName(one) == words;
        if (!file.correspondent(one.id))
            file.correspondents << one;
    }
    AMBROISE_CHECK(m_db.run("SELECT topic, agreed, given_on, means, teller, note, recorded_at,"
                            " recorded_by_name FROM consent WHERE patient_id IN (" +
                                storage::placeholders(records.all().size()) +
                                ") ORDER BY given_on DESC, id DESC",
                            records.values(), [&](const storage::Row &row) {
                                if (const auto one = consentOf(row, 0))
                                    file.consents << *one;
                            }));
    return file;
}

template <class Content>
Result<AdministrativeLineId>
AdministrativeRepository::write(const AdministrativeLine<Content> &line, bool removed,
                                const audit::Actor &actor)
{
    using Table = LineTable<Content>;
    AdministrativeLineId id = line.id;
    const QByteArray table = Table::name;
    if (id.isStored()) {
        qint64 held = 0;
        AMBROISE_CHECK(m_db.run("SELECT MAX(version) FROM " + table + " WHERE line_id = ?",
                                {id.value},
                                [&](const storage::Row &row) { held = row.integer(0); }));
        if (held != line.version)
            return Error{ErrorCode::Conflict, u"storage.version"_qs, {}};
    } else {
        AMBROISE_CHECK(refuseMerged(line.patient));
        AMBROISE_TRY(id.value, m_db.insert("INSERT INTO administrative_line (patient_id) VALUES (?)"
                                           " RETURNING id",
                                           {line.patient.value}));
    }
    const storage::Values content = valuesOf(line.content);
    const auto written = m_db.run(
        "INSERT INTO " + table +
            " (line_id, version, patient_id, removed, written_at, written_by, written_by_name, " +
            Table::columns + ") VALUES (" + storage::placeholders(7 + content.size()) + ")",
        storage::Values{id.value, line.version + 1, line.patient.value, removed,
                        storage::toText(m_clock.now()), actor.user().value, actor.name()} +
            content);
    if (!written.ok() && written.error().subject == u"storage.constraint")
        return Error{ErrorCode::Conflict, u"storage.version"_qs, {}}; // another post was first
    AMBROISE_CHECK(written);
    AMBROISE_CHECK(
        m_journal.record({audit::Action::Update, audit::Subject::Patient, line.patient.value,
                          line.patient, QString::fromLatin1(Table::name)},
                         actor));
    AMBROISE_CHECK(m_db.announce({u"patient"_qs, line.patient.value}));
    return id;
}

Result<AdministrativeLineId>
AdministrativeRepository::save(const AdministrativeLine<RelatedPerson> &line,
                               const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(line.content));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const AdministrativeLineId id, write(line, false, actor));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Result<AdministrativeLineId>
AdministrativeRepository::save(const AdministrativeLine<Coverage> &line, const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(line.content));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const AdministrativeLineId id, write(line, false, actor));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Status AdministrativeRepository::nameMedecinTraitant(PatientId patient, const QString &words,
                                                     const audit::Actor &actor)
{
    AMBROISE_TRY(const PatientId kept, m_patients.keptFor(patient));
    AMBROISE_TRY(Patient now, m_patients.reload(kept));
    now.details.medecinTraitant = words;
    AMBROISE_CHECK(m_patients.update(kept, now.version, now.details, actor));
    return done();
}

Status AdministrativeRepository::endMedecinTraitant(const AdministrativeLine<CareMember> &but,
                                                    const audit::Actor &actor)
{
    AMBROISE_TRY(const PatientId kept, m_patients.keptFor(but.patient));
    AMBROISE_TRY(const RecordIds records, m_patients.recordIds(kept));
    AMBROISE_TRY(const auto team, lines<CareMember>(records));
    for (AdministrativeLine<CareMember> line : team) {
        if (line.id == but.id || !line.content.medecinTraitant)
            continue;
        line.content.medecinTraitant = false;
        AMBROISE_CHECK(write(line, false, actor));
    }
    return done();
}

Result<AdministrativeLineId>
AdministrativeRepository::save(const AdministrativeLine<CareMember> &line,
                               const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(line.content));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(
        const Correspondent one,
        CorrespondentRepository(m_db, m_journal, m_clock).find(line.content.correspondent));
    AMBROISE_TRY(const QString before, medecinTraitantOf(line.patient));
    AMBROISE_TRY(const AdministrativeLineId id, write(line, false, actor));
    if (line.content.medecinTraitant) {
        AdministrativeLine<CareMember> kept = line;
        kept.id = id;
        AMBROISE_CHECK(endMedecinTraitant(kept, actor));
        AMBROISE_CHECK(nameMedecinTraitant(line.patient, displayName(one), actor));
    } else if (line.id.isStored() && before == displayName(one)) {
        AMBROISE_CHECK(nameMedecinTraitant(line.patient, {}, actor));
    }
    AMBROISE_CHECK(transaction.commit());
    return id;
}

template <class Content>
Status AdministrativeRepository::checkAndRemove(const AdministrativeLine<Content> &line,
                                                const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(write(line, true, actor));
    return transaction.commit();
}

Status AdministrativeRepository::remove(const AdministrativeLine<RelatedPerson> &line,
                                        const audit::Actor &actor)
{
    return checkAndRemove(line, actor);
}

Status AdministrativeRepository::remove(const AdministrativeLine<Coverage> &line,
                                        const audit::Actor &actor)
{
    return checkAndRemove(line, actor);
}

Status AdministrativeRepository::remove(const AdministrativeLine<CareMember> &line,
                                        const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    if (line.content.medecinTraitant) {
        AdministrativeLine<CareMember> without = line;
        without.content.medecinTraitant = false;
        AMBROISE_CHECK(save(without, actor));
        without.version += 1;
        AMBROISE_CHECK(write(without, true, actor));
    } else {
        AMBROISE_CHECK(write(line, true, actor));
    }
    return transaction.commit();
}

Status AdministrativeRepository::add(PatientId patient, const Consent &consent,
                                     const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(consent, m_clock.today()));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(refuseMerged(patient));
    AMBROISE_CHECK(m_db.run(
        "INSERT INTO consent (patient_id, topic, agreed, given_on, means, teller, note,"
        " recorded_at, recorded_by, recorded_by_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        storage::Values{patient.value} + valuesOf(consent) +
            storage::Values{storage::toText(m_clock.now()), actor.user().value, actor.name()}));
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Update, audit::Subject::Patient, patient.value, patient, u"consent"_qs},
        actor));
    AMBROISE_CHECK(m_db.announce({u"patient"_qs, patient.value}));
    return transaction.commit();
}

} // namespace ambroise::patient
