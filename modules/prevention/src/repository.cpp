// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/repository.h>

#include "everybodyshistory.h"

namespace ambroise::prevention {
namespace {

const QByteArray vaccinationColumns =
    "id, patient_id, given_on, vaccine, cis, cip13, valences, lot, expiry, site, dose, given_by,"
    " here, author_name, written_at";

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

QString padded(int number)
{
    return u"%1"_qs.arg(number, 2, 10, QLatin1Char('0'));
}

QString toText(const std::optional<PartialDate> &date)
{
    if (!date)
        return {};
    QString text = u"%1"_qs.arg(date->year(), 4, 10, QLatin1Char('0'));
    if (date->month() != 0)
        text += u'-' + padded(date->month());
    if (date->month() != 0 && date->day() != 0)
        text += u'-' + padded(date->day());
    return text;
}

std::optional<PartialDate> fromText(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    const QStringList parts = text.split(u'-');
    const auto date =
        PartialDate::of(parts.value(0).toInt(), parts.value(1).toInt(), parts.value(2).toInt());
    return date.ok() ? std::optional(*date) : std::nullopt;
}

QString toText(QDate date)
{
    return date.toString(Qt::ISODate);
}

Vaccination vaccinationOf(const storage::Row &row)
{
    Vaccination one;
    one.id = VaccinationId{row.integer(0)};
    one.patient = PatientId{row.integer(1)};
    one.parts.date = fromText(row.text(2));
    one.parts.vaccine = row.text(3);
    one.parts.cis = row.text(4);
    one.parts.cip13 = row.text(5);
    one.parts.valences = row.text(6).split(u' ', Qt::SkipEmptyParts);
    one.parts.lot = row.text(7);
    one.parts.expiry = row.date(8);
    one.parts.site = row.text(9);
    one.parts.dose = row.text(10);
    one.parts.by = row.text(11);
    one.parts.here = row.boolean(12);
    one.authorName = row.text(13);
    one.writtenAt = row.instant(14);
    return one;
}

//! Columns rule, step, state, on_day, reason from `first` on.
Act actOf(const storage::Row &row, int first)
{
    return {row.text(first), row.text(first + 1),
            actStateOf(row.text(first + 2)).value_or(ActState::Declined), row.date(first + 3),
            row.text(first + 4)};
}

Status checked(const Act &act, QDate today)
{
    if (act.rule.isEmpty())
        return invalid(u"prevention.rule"_qs);
    if (!act.date.isValid() || act.date > today)
        return invalid(u"prevention.date"_qs);
    const bool needed = act.state != ActState::Done;
    if ((needed && act.reason.trimmed().isEmpty()) ||
        act.reason.size() > PreventionRepository::longestReason)
        return invalid(u"prevention.reason"_qs);
    return done();
}

storage::Change changeOf(PatientId patient)
{
    return {u"record"_qs, patient.value};
}

} // namespace

Result<VaccinationId> PreventionRepository::add(PatientId patient,
                                                const VaccinationRecord &vaccination,
                                                const audit::Actor &actor)
{
    if (!patient.isStored())
        return invalid(u"prevention.patient"_qs);
    const VaccinationRecord::Parts &parts = vaccination.parts();
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(
        const qint64 id,
        m_db.insert("INSERT INTO vaccination (patient_id, given_on, vaccine, cis, cip13, valences,"
                    " lot, expiry, site, dose, given_by, here, author_id, author_name, written_at,"
                    " removed_at, removed_by)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '') RETURNING id",
                    {patient.value, toText(parts.date), parts.vaccine, parts.cis, parts.cip13,
                     parts.valences.join(u' '), parts.lot, toText(parts.expiry), parts.site,
                     parts.dose, parts.by, int(parts.here), actor.user().value, actor.name(),
                     storage::toText(m_clock.now())}));
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Create, audit::Subject::Prevention, id, patient, u"vaccination"_qs},
        actor));
    AMBROISE_CHECK(m_db.announce(changeOf(patient)));
    AMBROISE_CHECK(transaction.commit());
    return VaccinationId{id};
}

Result<ActId> PreventionRepository::add(PatientId patient, const Act &act,
                                        const audit::Actor &actor)
{
    if (!patient.isStored())
        return invalid(u"prevention.patient"_qs);
    AMBROISE_CHECK(checked(act, m_clock.today()));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const qint64 id,
                 m_db.insert("INSERT INTO prevention_act (patient_id, rule, step, state, on_day,"
                             " reason, author_id, author_name, written_at, removed_at, removed_by)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '') RETURNING id",
                             {patient.value, act.rule, act.step, code(act.state), toText(act.date),
                              act.reason.trimmed(), actor.user().value, actor.name(),
                              storage::toText(m_clock.now())}));
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Create, audit::Subject::Prevention, id, patient, code(act.state)}, actor));
    AMBROISE_CHECK(m_db.announce(changeOf(patient)));
    AMBROISE_CHECK(transaction.commit());
    return ActId{id};
}

Status PreventionRepository::mark(const QByteArray &table, qint64 id, const QString &subject,
                                  const QString &what, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    PatientId patient;
    AMBROISE_CHECK(m_db.run("SELECT patient_id FROM " + table + " WHERE id = ? AND removed_at = ''",
                            {id},
                            [&](const storage::Row &row) { patient = PatientId{row.integer(0)}; }));
    if (!patient.isStored())
        return Error{ErrorCode::NotFound, subject, {}};
    AMBROISE_TRY(
        const qint64 changed,
        m_db.run("UPDATE " + table +
                     " SET removed_at = ?, removed_by = ? WHERE id = ? AND removed_at = ''",
                 {storage::toText(m_clock.now()), actor.name(), id}));
    if (changed == 0)
        return Error{ErrorCode::NotFound, subject, {}};
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Remove, audit::Subject::Prevention, id, patient, what}, actor));
    AMBROISE_CHECK(m_db.announce(changeOf(patient)));
    return transaction.commit();
}

Status PreventionRepository::remove(VaccinationId id, const audit::Actor &actor)
{
    return mark("vaccination", id.value, u"vaccination.unknown"_qs, u"vaccination"_qs, actor);
}

Status PreventionRepository::remove(ActId id, const audit::Actor &actor)
{
    return mark("prevention_act", id.value, u"prevention.unknown"_qs, u"act"_qs, actor);
}

Result<QList<Vaccination>>
PreventionRepository::vaccinations(const patient::RecordIds &patient) const
{
    QList<Vaccination> found;
    AMBROISE_CHECK(
        m_db.run("SELECT " + vaccinationColumns + " FROM vaccination WHERE patient_id IN (" +
                     storage::placeholders(patient.all().size()) +
                     ") AND removed_at = '' ORDER BY given_on DESC, id DESC",
                 patient.values(), [&](const storage::Row &row) { found << vaccinationOf(row); }));
    return found;
}

Result<QList<RecordedAct>> PreventionRepository::acts(const patient::RecordIds &patient) const
{
    QList<RecordedAct> found;
    AMBROISE_CHECK(m_db.run(
        "SELECT id, rule, step, state, on_day, reason, author_name, written_at"
        " FROM prevention_act WHERE patient_id IN (" +
            storage::placeholders(patient.all().size()) +
            ") AND removed_at = '' ORDER BY on_day DESC, id DESC",
        patient.values(), [&](const storage::Row &row) {
            found.append({ActId{row.integer(0)}, actOf(row, 1), row.text(6), row.instant(7)});
        }));
    return found;
}

Result<History> PreventionRepository::history(const patient::RecordIds &patient) const
{
    History history;
    AMBROISE_TRY(const auto given, vaccinations(patient));
    for (const Vaccination &one : given)
        history.given.append({one.parts.valences, one.parts.date});
    AMBROISE_TRY(const auto decided, acts(patient));
    for (const RecordedAct &one : decided)
        history.acts << one.act;
    return history;
}

Result<QHash<PatientId, History>> everybodysHistory(storage::Connection &db)
{
    QHash<PatientId, History> found;
    AMBROISE_CHECK(
        db.run("SELECT patient_id, given_on, valences FROM vaccination WHERE removed_at = ''", {},
               [&](const storage::Row &row) {
                   found[PatientId{row.integer(0)}].given.append(
                       {row.text(2).split(u' ', Qt::SkipEmptyParts), fromText(row.text(1))});
               }));
    AMBROISE_CHECK(db.run("SELECT patient_id, rule, step, state, on_day, reason FROM prevention_act"
                          " WHERE removed_at = ''",
                          {}, [&](const storage::Row &row) {
                              found[PatientId{row.integer(0)}].acts << actOf(row, 1);
                          }));
    return found;
}

} // namespace ambroise::prevention
