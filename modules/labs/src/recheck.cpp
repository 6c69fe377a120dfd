// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/recheck.h>

#include <ambroise/core/text.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::labs {
namespace {

constexpr int mostYears = 10;

const QByteArray columns =
    "id, patient_id, code, code_system, label, due, because, asked_at, asked_by, asked_name,"
    " version";

Recheck recheckOf(const storage::Row &row)
{
    Recheck one;
    one.id = RecheckId{row.integer(0)};
    one.patient = PatientId{row.integer(1)};
    one.asked.code = {row.text(2), row.text(3), {}};
    one.asked.label = row.text(4);
    one.asked.due = row.date(5);
    one.asked.because = LabReportId{row.integer(6)};
    one.askedAt = row.instant(7);
    one.askedBy = UserId{row.integer(8)};
    one.askedByName = row.text(9);
    one.version = row.integer(10);
    return one;
}

bool sameAnalysis(const LabCode &code, const QString &label, const LabCode &otherCode,
                  const QString &otherLabel)
{
    if (code.isLoinc() && otherCode.isLoinc()) // glucose of the blood is not that of the urine
        return code.code == otherCode.code;
    return text::folded(label) == text::folded(otherLabel);
}

//! A value came: that it was asked for, or could not be measured, answers nothing.
bool isGiven(const LabResult &result)
{
    return result.status != ResultStatus::Pending && result.status != ResultStatus::Cancelled;
}

//! "3 mois", "15j"; invalid: it is no length of time.
QDate afterLength(const QString &typed, QDate today)
{
    static const QRegularExpression length(
        u"^(?:DANS |IN )?(\\d{1,3}) ?(J|JOURS?|D|DAYS?|S|SEM|SEMAINES?|W|WEEKS?|M|MOIS|MONTHS?|"
        "A|ANS?|Y|YEARS?)$"_qs);
    const auto match = length.match(typed);
    if (!match.hasMatch())
        return {};
    const int count = match.captured(1).toInt();
    switch (match.captured(2).at(0).unicode()) {
    case 'J':
    case 'D':
        return today.addDays(count);
    case 'S':
    case 'W':
        return today.addDays(7 * count);
    case 'M':
        return today.addMonths(count);
    default:
        return today.addYears(count);
    }
}

//! "12/01/2027", "12/1/27"; invalid: it is no date.
QDate dateIn(const QString &typed)
{
    static const QRegularExpression date(u"^(\\d{1,2})[/. ](\\d{1,2})[/. ](\\d{4}|\\d{2})$"_qs);
    const auto match = date.match(typed);
    if (!match.hasMatch())
        return {};
    const int year = match.captured(3).toInt();
    return {year < 100 ? 2000 + year : year, match.captured(2).toInt(), match.captured(1).toInt()};
}

} // namespace

bool isSameAnalysis(const NewRecheck &one, const NewRecheck &other)
{
    return sameAnalysis(one.code, one.label, other.code, other.label);
}

QDate recheckDay(QStringView typed, QDate today)
{
    const QString words = typed.toString().simplified().toUpper();
    const QDate length = afterLength(words, today);
    const QDate day = length.isValid() ? length : dateIn(words);
    return day.isValid() && day > today && day <= today.addYears(mostYears) ? day : QDate();
}

Result<RecheckId> RecheckRepository::ask(const patient::RecordIds &patient,
                                         const NewRecheck &recheck, const audit::Actor &actor)
{
    if (recheck.due <= m_clock.today())
        return Error{ErrorCode::Invalid, u"recheck.day"_qs, {}};
    if (recheck.label.trimmed().isEmpty())
        return Error{ErrorCode::Invalid, u"recheck.label"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const auto awaited, of(patient));
    const auto same = std::find_if(awaited.begin(), awaited.end(), [&](const Recheck &one) {
        return isSameAnalysis(one.asked, recheck);
    });
    RecheckId id;
    if (same != awaited.end()) {
        id = same->id;
        AMBROISE_CHECK(postpone(*same, recheck, actor));
    } else {
        AMBROISE_TRY(id, insert(patient.record(), recheck, actor));
    }
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Result<RecheckId> RecheckRepository::insert(PatientId patient, const NewRecheck &recheck,
                                            const audit::Actor &actor)
{
    AMBROISE_TRY(const qint64 number,
                 m_db.insert("INSERT INTO lab_recheck (patient_id, code, code_system, label, due,"
                             " because, asked_at, asked_by, asked_name, answered_by, dropped_at,"
                             " dropped_name, version)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '', 1) RETURNING id",
                             {patient.value, recheck.code.code, recheck.code.system,
                              recheck.label.trimmed(), recheck.due, recheck.because.value,
                              storage::toText(m_clock.now()), actor.user().value, actor.name()}));
    AMBROISE_CHECK(journal(audit::Action::Create,
                           {.id = RecheckId{number}, .patient = patient, .asked = recheck}, actor));
    return RecheckId{number};
}

//! Asked again: from now on, by whoever asks now.
Status RecheckRepository::postpone(const Recheck &recheck, const NewRecheck &asked,
                                   const audit::Actor &actor)
{
    AMBROISE_CHECK(
        m_db.updateOne("UPDATE lab_recheck SET due = ?, because = ?, asked_at = ?,"
                       " asked_by = ?, asked_name = ?, version = version + 1"
                       " WHERE id = ? AND version = ?",
                       {asked.due, asked.because.value, storage::toText(m_clock.now()),
                        actor.user().value, actor.name(), recheck.id.value, recheck.version}));
    Recheck now = recheck;
    now.asked.due = asked.due;
    return journal(audit::Action::Update, now, actor);
}

Status RecheckRepository::drop(RecheckId id, qint64 version, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const Recheck recheck, find(id));
    AMBROISE_CHECK(
        m_db.updateOne("UPDATE lab_recheck SET dropped_at = ?, dropped_name = ?,"
                       " version = version + 1"
                       " WHERE id = ? AND version = ? AND dropped_at = ''",
                       {storage::toText(m_clock.now()), actor.name(), id.value, version}));
    AMBROISE_CHECK(journal(audit::Action::Cancel, recheck, actor));
    return transaction.commit();
}

Status RecheckRepository::takeBack(RecheckId id, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const Recheck recheck, find(id));
    AMBROISE_CHECK(m_db.updateOne("UPDATE lab_recheck SET dropped_at = '', dropped_name = '',"
                                  " version = version + 1 WHERE id = ? AND dropped_at <> ''",
                                  {id.value}));
    AMBROISE_CHECK(journal(audit::Action::Update, recheck, actor));
    return transaction.commit();
}

Result<QList<Recheck>> RecheckRepository::list(const QByteArray &where,
                                               const storage::Values &values) const
{
    QList<Recheck> found;
    AMBROISE_CHECK(m_db.run("SELECT " + columns + " FROM lab_recheck WHERE " + where, values,
                            [&](const storage::Row &row) { found << recheckOf(row); }));
    return found;
}

Result<Recheck> RecheckRepository::find(RecheckId id) const
{
    AMBROISE_TRY(const auto found, list("id = ?", {id.value}));
    if (found.isEmpty())
        return Error{ErrorCode::NotFound, u"recheck.unknown"_qs, {}};
    return found.first();
}

Result<QList<Recheck>> RecheckRepository::of(const patient::RecordIds &patient) const
{
    return list("answered_by = 0 AND dropped_at = '' AND patient_id IN (" +
                    storage::placeholders(patient.all().size()) + ") ORDER BY due, id",
                patient.values());
}

Result<QList<Recheck>> RecheckRepository::overdue(QDate today) const
{
    return list("answered_by = 0 AND dropped_at = '' AND due < ? ORDER BY due, id", {today});
}

Status RecheckRepository::answer(const patient::RecordIds &patient, LabReportId report, QDate day,
                                 const QDateTime &received, const QList<LabResult> &results)
{
    AMBROISE_TRY(const auto awaited, of(patient));
    for (const Recheck &one : awaited) {
        const QDate asked = one.askedAt.toLocalTime().date();
        if (day < asked || (day == asked && received <= one.askedAt))
            continue;
        const bool has = std::any_of(results.begin(), results.end(), [&](const LabResult &result) {
            return isGiven(result) &&
                   sameAnalysis(one.asked.code, one.asked.label, result.code, result.label);
        });
        if (has)
            AMBROISE_CHECK(m_db.run("UPDATE lab_recheck SET answered_by = ?, version = version + 1"
                                    " WHERE id = ?",
                                    {report.value, one.id.value}));
    }
    return done();
}

Status RecheckRepository::forget(LabReportId report)
{
    AMBROISE_CHECK(m_db.run("UPDATE lab_recheck SET answered_by = 0, version = version + 1"
                            " WHERE answered_by = ?",
                            {report.value}));
    return done();
}

Status RecheckRepository::journal(audit::Action action, const Recheck &recheck,
                                  const audit::Actor &actor)
{
    AMBROISE_CHECK(m_journal.record({action, audit::Subject::Recheck, recheck.id.value,
                                     recheck.patient, recheck.asked.due.toString(Qt::ISODate)},
                                    actor));
    return m_db.announce({u"lab"_qs, recheck.patient.value});
}

} // namespace ambroise::labs
