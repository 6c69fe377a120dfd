// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/trace.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ambroise::identity {
namespace {

constexpr std::array<QStringView, 11> causes = {
    u"created",    u"retrieved", u"checked",         u"recorded", u"apcv_read", u"corrected",
    u"attributes", u"ins_lost",  u"check_withdrawn", u"merged",   u"unmerged"};
constexpr std::array<QStringView, 3> kinds = {u"traits", u"card", u"verification"};
constexpr std::array<QStringView, 3> verdicts = {u"found", u"nobody", u"several"};
constexpr QStringView high = u"high";
constexpr QStringView low = u"low";

Error corrupt()
{
    return {ErrorCode::Corrupt, u"identity.trace"_qs, {}};
}

QString toJson(const StrictTraits &traits)
{
    const ToldTraits told = ToldTraits::of(traits);
    const QJsonObject json{{u"surname"_qs, told.surname},
                           {u"given_names"_qs, told.givenNames},
                           {u"first_given_name"_qs, traits.firstGivenName().text()},
                           {u"birth_date"_qs, told.birthDate},
                           {u"interpreted"_qs, traits.birthDate().isInterpreted()},
                           {u"sex"_qs, told.sex},
                           {u"birth_place"_qs, told.birthPlace},
                           {u"birth_place_name"_qs, told.birthPlaceName}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<ToldTraits> traitsFrom(const QString &json)
{
    if (json.isEmpty())
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const auto text = [&object](const QString &name) {
        return object.value(name).toString();
    };
    return ToldTraits{text(u"surname"_qs), text(u"given_names"_qs), text(u"birth_date"_qs),
                      text(u"sex"_qs),     text(u"birth_place"_qs), text(u"birth_place_name"_qs)};
}

//! Documents in eight columns: code, label, trust, presentation, read by, parent's label, end of
//! validity, number.
storage::Values columnsOf(const std::optional<Evidence::Parts> &evidence)
{
    if (!evidence)
        return {QString(), QString(), QString(), QString(),
                QString(), QString(), QString(), QString()};
    const Evidence::Parts &parts = *evidence;
    return {parts.kind.code,
            parts.kind.label,
            (parts.kind.trust == Trust::High ? high : low).toString(),
            code(parts.presentation),
            code(parts.readBy),
            parts.parentKind ? parts.parentKind->label : QString(),
            parts.validUntil.toString(Qt::ISODate),
            parts.number};
}

std::optional<Evidence::Parts> evidenceFrom(const storage::Row &row, int from)
{
    if (row.text(from).isEmpty())
        return std::nullopt;
    Evidence::Parts parts;
    parts.kind.code = row.text(from);
    parts.kind.label = row.text(from + 1);
    parts.kind.trust = row.text(from + 2) == high ? Trust::High : Trust::Low;
    parts.presentation = presentationOf(row.text(from + 3)).value_or(Presentation::Copy);
    parts.readBy = readByOf(row.text(from + 4)).value_or(ReadBy::Sight);
    if (!row.text(from + 5).isEmpty())
        parts.parentKind = DocumentKind{QString(), row.text(from + 5), Trust::High};
    parts.validUntil = row.date(from + 6);
    parts.number = row.text(from + 7);
    return parts;
}

InsRecord recordOf(const Ins &ins)
{
    return {ins.matricule.toString(), oid(ins.authority)};
}

const QByteArray entryColumns =
    "id, at, cause, before_status, after_status, before_traits, after_traits, attributes, reason,"
    " document_code, document_label, document_trust, presentation, read_by, parent_document,"
    " valid_until, document_number, call_id, author_id, author_name, author_role, post,"
    " mandator_id, mandator_name";

Result<TraceEntry> entryOf(const storage::Row &row)
{
    const auto cause = causeOf(row.text(2));
    const auto after = statusOf(row.text(4));
    const auto attributes = IdentityAttributes::parse(row.text(7));
    if (!cause || !after || !attributes.ok())
        return corrupt();
    return TraceEntry{row.integer(0),
                      row.instant(1),
                      *cause,
                      statusOf(row.text(3)),
                      *after,
                      traitsFrom(row.text(5)),
                      traitsFrom(row.text(6)),
                      *attributes,
                      row.text(8),
                      evidenceFrom(row, 9),
                      InsiCallId{row.integer(17)},
                      UserId{row.integer(18)},
                      row.text(19),
                      row.text(20),
                      row.text(21),
                      {UserId{row.integer(22)}, row.text(23)}};
}

} // namespace

QString code(Cause cause)
{
    return causes.at(size_t(cause)).toString();
}

std::optional<Cause> causeOf(QStringView code)
{
    const auto found = std::find(causes.begin(), causes.end(), code);
    return found == causes.end() ? std::nullopt : std::optional(Cause(found - causes.begin()));
}

QString code(InsiAnswer::Verdict verdict)
{
    return verdicts.at(size_t(verdict)).toString();
}

Status IdentityTrace::record(PatientId patient, const IdentityEvent &event,
                             const audit::Actor &actor)
{
    const bool sameTraits = event.before && event.before->traits() == event.after.traits();
    storage::Values values{patient.value,
                           storage::toText(m_clock.now()),
                           code(event.cause),
                           event.before ? code(event.before->status()) : QString(),
                           code(event.after.status()),
                           event.before && !sameTraits ? toJson(event.before->traits()) : QString(),
                           sameTraits ? QString() : toJson(event.after.traits()),
                           event.after.attributes().codes(),
                           event.reason.trimmed()};
    values << columnsOf(event.evidence) << event.call.value << actor.user().value << actor.name()
           << actor.role() << actor.post() << event.mandate.mandator.value
           << event.mandate.mandatorName;
    AMBROISE_CHECK(m_db.run(
        "INSERT INTO identity_event (patient_id, at, cause, before_status, after_status,"
        " before_traits, after_traits, attributes, reason, document_code, document_label,"
        " document_trust, presentation, read_by, parent_document, valid_until, document_number,"
        " call_id, author_id, author_name, author_role, post, mandator_id, mandator_name)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values));
    if (event.before && event.before->ins() && event.before->ins() != event.after.ins())
        return keepIns(patient, recordOf(*event.before->ins()), code(event.cause));
    return done();
}

Result<QList<TraceEntry>> IdentityTrace::of(PatientId patient) const
{
    QList<TraceEntry> entries;
    Status read = done();
    AMBROISE_CHECK(m_db.run("SELECT " + entryColumns +
                                " FROM identity_event WHERE patient_id = ? ORDER BY id DESC",
                            {patient.value}, [&](const storage::Row &row) {
                                const auto entry = entryOf(row);
                                if (entry.ok())
                                    entries << *entry;
                                else
                                    read = entry.error();
                            }));
    AMBROISE_CHECK(read);
    return entries;
}

Result<std::optional<TraceEntry>> IdentityTrace::lastCheck(PatientId patient) const
{
    std::optional<TraceEntry> found;
    Status read = done();
    AMBROISE_CHECK(m_db.run("SELECT " + entryColumns +
                                " FROM identity_event WHERE patient_id = ? AND cause IN (?, ?)"
                                " ORDER BY id DESC LIMIT 1",
                            {patient.value, code(Cause::Checked), code(Cause::ApcvRead)},
                            [&](const storage::Row &row) {
                                const auto entry = entryOf(row);
                                if (entry.ok())
                                    found = *entry;
                                else
                                    read = entry.error();
                            }));
    AMBROISE_CHECK(read);
    return found;
}

Result<InsiCallId> IdentityTrace::recordCall(PatientId patient, const InsiCall &call,
                                             const audit::Actor &actor)
{
    const QByteArray answer = call.answer.isNull() ? QByteArray("") : call.answer; // NULL: refused
    AMBROISE_TRY(
        const qint64 id,
        m_db.insert("INSERT INTO insi_call (patient_id, at, kind, asked, verdict,"
                    " message_id, answer, author_id, author_name, mandator_id,"
                    " mandator_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                    {patient.value, storage::toText(m_clock.now()),
                     kinds.at(size_t(call.kind)).toString(), call.asked, call.verdict,
                     call.messageId, answer, actor.user().value, actor.name(),
                     call.mandate.mandator.value, call.mandate.mandatorName}));
    return InsiCallId{id};
}

Result<QList<KeptCall>> IdentityTrace::callsOf(PatientId patient) const
{
    QList<KeptCall> calls;
    AMBROISE_CHECK(m_db.run(
        "SELECT id, at, kind, asked, verdict, message_id, author_name, mandator_id, mandator_name"
        " FROM insi_call"
        " WHERE patient_id = ? ORDER BY id DESC",
        {patient.value}, [&](const storage::Row &row) {
            const auto kind = std::find(kinds.begin(), kinds.end(), row.text(2));
            const auto which = std::min<qsizetype>(kind - kinds.begin(), kinds.size() - 1);
            calls.append({InsiCallId{row.integer(0)},
                          row.instant(1),
                          {InsiCall::Kind(which),
                           row.text(3),
                           row.text(4),
                           row.text(5),
                           {},
                           {UserId{row.integer(7)}, row.text(8)}},
                          row.text(6)});
        }));
    return calls;
}

Result<QHash<PatientId, QDateTime>> IdentityTrace::verifications() const
{
    QHash<PatientId, QDateTime> last;
    AMBROISE_CHECK(m_db.run(
        "SELECT patient_id, max(at) FROM insi_call WHERE kind = 'verification'"
        " AND verdict IN ('found', 'nobody') GROUP BY patient_id",
        {}, [&](const storage::Row &row) { last[PatientId{row.integer(0)}] = row.instant(1); }));
    return last;
}

Result<QByteArray> IdentityTrace::answerOf(InsiCallId call) const
{
    Result<QByteArray> answer = Error{ErrorCode::NotFound, u"insi.call"_qs, {}};
    AMBROISE_CHECK(m_db.run("SELECT answer FROM insi_call WHERE id = ?", {call.value},
                            [&](const storage::Row &row) { answer = row.bytes(0); }));
    return answer;
}

Status IdentityTrace::recordHistory(PatientId patient, const QList<InsRecord> &history)
{
    for (const InsRecord &one : history)
        AMBROISE_CHECK(keepIns(patient, one, u"insi"_qs));
    return done();
}

Status IdentityTrace::keepIns(PatientId patient, const InsRecord &ins, const QString &source)
{
    bool known = false;
    AMBROISE_CHECK(m_db.run("SELECT 1 FROM ins_history WHERE patient_id = ? AND matricule = ? AND"
                            " oid = ? AND valid_from = ? AND valid_until = ? AND source = ?",
                            {patient.value, ins.matricule, ins.oid, ins.from, ins.until, source},
                            [&](const storage::Row &) { known = true; }));
    if (known && source == u"insi")
        return done();
    AMBROISE_CHECK(m_db.run(
        "INSERT INTO ins_history (patient_id, matricule, oid, valid_from, valid_until, source, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        {patient.value, ins.matricule, ins.oid, ins.from, ins.until, source,
         storage::toText(m_clock.now())}));
    return done();
}

Result<QList<KnownIns>> IdentityTrace::insOf(PatientId patient) const
{
    QList<KnownIns> known;
    AMBROISE_CHECK(
        m_db.run("SELECT matricule, oid, valid_from, valid_until, source, at FROM ins_history"
                 " WHERE patient_id = ? ORDER BY id DESC",
                 {patient.value}, [&](const storage::Row &row) {
                     known.append({{row.text(0), row.text(1), row.text(2), row.text(3)},
                                   row.text(4),
                                   row.instant(5)});
                 }));
    return known;
}

Result<IdentityTrace::Former> IdentityTrace::former() const
{
    Former former;
    AMBROISE_CHECK(m_db.run("SELECT DISTINCT patient_id, matricule FROM ins_history", {},
                            [&](const storage::Row &row) {
                                former.ins.append({PatientId{row.integer(0)}, row.text(1)});
                            }));
    AMBROISE_CHECK(m_db.run("SELECT patient_id, before_traits FROM identity_event"
                            " WHERE before_traits <> ''",
                            {}, [&](const storage::Row &row) {
                                if (const auto traits = traitsFrom(row.text(1)))
                                    former.traits.append({PatientId{row.integer(0)}, *traits});
                            }));
    return former;
}

Result<QList<PatientId>> IdentityTrace::whoHad(const Ins &ins) const
{
    // INSi tells some former matricules without their key.
    QList<PatientId> patients;
    AMBROISE_CHECK(
        m_db.run("SELECT DISTINCT patient_id FROM ins_history WHERE matricule IN (?, ?)"
                 " AND oid = ? ORDER BY patient_id",
                 {ins.matricule.toString(), ins.matricule.number(), oid(ins.authority)},
                 [&](const storage::Row &row) { patients << PatientId{row.integer(0)}; }));
    return patients;
}

} // namespace ambroise::identity
