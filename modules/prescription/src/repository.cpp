// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/repository.h>

#include <ambroise/crypto/hash.h>
#include <ambroise/drugs/referential.h>

namespace ambroise::prescription {
namespace {

constexpr const char *columns =
    "id, patient_id, prescriber_id, content, code, pdf, cancelled_at, cancelled_by, cancel_reason, "
    "supports, printed_at, bases";

// "ordinary=2;secured=1": the pages of each support, in their order.

QString wordOf(Support support)
{
    return support == Support::Ordinary ? u"ordinary"_qs : code(support);
}

QString toText(const QList<SupportPages> &supports)
{
    QStringList parts;
    for (const SupportPages &one : supports)
        parts << wordOf(one.support) + u'=' + QString::number(one.count);
    return parts.join(u';');
}

QList<SupportPages> supportsOf(const QString &text)
{
    QList<SupportPages> supports;
    int first = 1;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        const QString word = part.section(u'=', 0, 0);
        const int count = part.section(u'=', 1).toInt();
        supports.append({supportOf(word).value_or(Support::Ordinary), first, count});
        first += count;
    }
    return supports;
}

Result<Ordonnance> ordonnanceOf(const storage::Row &row)
{
    AMBROISE_TRY(auto content, OrdonnanceContent::fromCanonical(row.text(3).toUtf8()));
    AMBROISE_TRY(const auto code, OrdonnanceCode::parse(row.text(4)));
    AMBROISE_CHECK(code.matches(content));
    AMBROISE_TRY(auto pdf, storage::ContentId::parse(row.text(5)));
    return Ordonnance{OrdonnanceId{row.integer(0)},
                      PatientId{row.integer(1)},
                      UserId{row.integer(2)},
                      std::move(content),
                      row.text(4),
                      std::move(pdf),
                      row.instant(6),
                      row.text(7),
                      row.text(8),
                      supportsOf(row.text(9)),
                      row.instant(10),
                      row.text(11).split(u';', Qt::SkipEmptyParts)};
}

Result<QStringList> basesOf(storage::Connection &db)
{
    AMBROISE_TRY(const auto imported, drugs::referentials(db));
    QStringList bases;
    for (const drugs::Referential &one : imported)
        if (one.kind == u"bdpm" || one.kind == u"formulary" || one.kind == u"ansm")
            bases << one.kind + u' ' + one.version.toString(Qt::ISODate);
    return bases;
}

} // namespace

OrdonnanceRepository::OrdonnanceRepository(storage::Connection &db, storage::Vault &vault,
                                           audit::Journal &journal,
                                           CertificateRepository &certificates,
                                           QByteArray practiceId, const Clock &clock)
    : m_db(db)
    , m_vault(vault)
    , m_journal(journal)
    , m_certificates(certificates)
    , m_practiceId(std::move(practiceId))
    , m_clock(clock)
{
}

Result<Ordonnance> OrdonnanceRepository::sign(PatientId patient, OrdonnanceContent::Parts parts,
                                              const Printer &printer, const audit::Actor &actor)
{
    AMBROISE_TRY(auto content, OrdonnanceContent::make(
                                   std::move(parts), OrdonnanceNumber::generate(), m_clock.now()));
    AMBROISE_TRY(const auto own, m_certificates.own());
    const QString code = OrdonnanceCode::sign(content, m_practiceId, own.key).toText();
    AMBROISE_TRY(const PrintedOrdonnance printed, printer(content, code));
    // A printed form that no row names does no harm; a row without its printed form would.
    AMBROISE_TRY(const auto pdfId, m_vault.put(printed.pdf));

    AMBROISE_TRY(const QStringList bases, basesOf(m_db));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    const QByteArray canonical = content.canonical();
    AMBROISE_TRY(const qint64 id,
                 m_db.insert("INSERT INTO ordonnance (number, patient_id, prescriber_id, "
                             "signed_at, content, sha256, code,"
                             " pdf, cancelled_at, cancelled_by, cancel_reason, supports, bases)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', '', ?, ?) RETURNING id",
                             {content.number().value(), patient.value, actor.user().value,
                              storage::toText(content.signedAt()), QString::fromUtf8(canonical),
                              QString::fromLatin1(crypto::sha256(canonical).toHex()), code,
                              pdfId.toString(), toText(printed.supports), bases.join(u';')}));
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Sign, audit::Subject::Ordonnance, id, patient, content.number().value()},
        actor));
    AMBROISE_CHECK(m_db.announce({u"ordonnance"_qs, patient.value}));
    AMBROISE_CHECK(transaction.commit());
    Ordonnance kept{OrdonnanceId{id}, patient, actor.user(), std::move(content), code, pdfId};
    kept.supports = printed.supports;
    kept.bases = bases;
    return kept;
}

Status OrdonnanceRepository::cancel(const OrdonnanceNumber &number, const QString &reason,
                                    const audit::Actor &actor)
{
    if (reason.trimmed().isEmpty())
        return Error{ErrorCode::Invalid, u"ordonnance.reason"_qs, {}};
    AMBROISE_TRY(const Ordonnance ordonnance, byNumber(number));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(
        const qint64 rows,
        m_db.run(
            "UPDATE ordonnance SET cancelled_at = ?, cancelled_by = ?, cancel_reason = ?"
            " WHERE id = ? AND cancelled_at = ''",
            {storage::toText(m_clock.now()), actor.name(), reason.trimmed(), ordonnance.id.value}));
    if (rows == 0)
        return Error{ErrorCode::Conflict, u"ordonnance.cancelled"_qs, {}};
    AMBROISE_CHECK(
        m_journal.record({audit::Action::Cancel, audit::Subject::Ordonnance, ordonnance.id.value,
                          ordonnance.patient, number.value(), reason.trimmed()},
                         actor));
    AMBROISE_CHECK(m_db.announce({u"ordonnance"_qs, ordonnance.patient.value}));
    return transaction.commit();
}

Result<QList<Ordonnance>> OrdonnanceRepository::select(const QByteArray &where,
                                                       const storage::Values &values) const
{
    QList<Ordonnance> found;
    Status good = done();
    AMBROISE_CHECK(m_db.run("SELECT " + QByteArray(columns) + " FROM ordonnance " + where, values,
                            [&](const storage::Row &row) {
                                auto ordonnance = ordonnanceOf(row);
                                if (ordonnance.ok())
                                    found << std::move(ordonnance).value();
                                else
                                    good = ordonnance.error();
                            }));
    AMBROISE_CHECK(good);
    return found;
}

Result<Ordonnance> OrdonnanceRepository::byNumber(const OrdonnanceNumber &number) const
{
    AMBROISE_TRY(const auto found, select("WHERE number = ?", {number.value()}));
    if (found.isEmpty())
        return Error{ErrorCode::NotFound, u"ordonnance.unknown"_qs, {}};
    return found.first();
}

Result<QList<Ordonnance>> OrdonnanceRepository::ofPatient(const patient::RecordIds &patient,
                                                          const QDateTime &since) const
{
    QByteArray where = "WHERE patient_id IN (" + storage::placeholders(patient.all().size()) + ")";
    storage::Values values = patient.values();
    if (since.isValid()) {
        where += " AND signed_at >= ?";
        values << storage::toText(since);
    }
    return select(where + " ORDER BY signed_at DESC, id DESC", values);
}

Result<QByteArray> OrdonnanceRepository::pdf(const Ordonnance &ordonnance,
                                             const audit::Actor &actor)
{
    AMBROISE_TRY(QByteArray bytes, m_vault.get(ordonnance.pdf));
    AMBROISE_CHECK(
        m_journal.record({audit::Action::Read, audit::Subject::Ordonnance, ordonnance.id.value,
                          ordonnance.patient, ordonnance.content.number().value()},
                         actor));
    return bytes;
}

Result<PrintedOrdonnance> OrdonnanceRepository::toPrint(const Ordonnance &ordonnance,
                                                        const Printer &duplicate,
                                                        const audit::Actor &actor)
{
    AMBROISE_TRY(const QByteArray bytes, pdf(ordonnance, actor));
    if (ordonnance.printedAt.isValid())
        return duplicate(ordonnance.content, ordonnance.code);
    int pages = 0;
    for (const SupportPages &one : ordonnance.supports)
        pages += one.count;
    return PrintedOrdonnance{bytes, pages, ordonnance.supports};
}

Status OrdonnanceRepository::notePrinted(const OrdonnanceNumber &number, const audit::Actor &actor)
{
    AMBROISE_TRY(const Ordonnance ordonnance, byNumber(number));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(m_db.run("UPDATE ordonnance SET printed_at = ? WHERE id = ? AND printed_at = ''",
                            {storage::toText(m_clock.now()), ordonnance.id.value}));
    AMBROISE_CHECK(m_journal.record({audit::Action::Print, audit::Subject::Ordonnance,
                                     ordonnance.id.value, ordonnance.patient, number.value()},
                                    actor));
    return transaction.commit();
}

Result<qint64> OrdonnanceRepository::count() const
{
    qint64 count = 0;
    AMBROISE_CHECK(m_db.run("SELECT count(*) FROM ordonnance", {},
                            [&](const storage::Row &row) { count = row.integer(0); }));
    return count;
}

Result<QStringList> OrdonnanceRepository::damaged() const
{
    QStringList numbers;
    QList<std::pair<QString, storage::ContentId>> printed;
    AMBROISE_CHECK(
        m_db.run("SELECT " + QByteArray(columns) + ", number FROM ordonnance ORDER BY id", {},
                 [&](const storage::Row &row) {
                     const auto ordonnance = ordonnanceOf(row);
                     if (ordonnance.ok())
                         printed.append({row.text(12), ordonnance->pdf});
                     else
                         numbers << row.text(12);
                 }));
    for (const auto &[number, pdf] : printed)
        if (!m_vault.get(pdf).ok())
            numbers << number;
    return numbers;
}

} // namespace ambroise::prescription
