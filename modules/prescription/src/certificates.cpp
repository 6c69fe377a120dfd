// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/certificates.h>

namespace ambroise::prescription {
namespace {

constexpr int validYears = 10;

QString hexOf(const QByteArray &keyId)
{
    return QString::fromLatin1(keyId.toHex());
}

} // namespace

Status CertificateRepository::createOwn(const QString &practiceName, const audit::Actor &actor)
{
    if (own().ok())
        return Error{ErrorCode::Conflict, u"certificate.exists"_qs, {}};
    const auto key = crypto::SigningKey::generate();
    const QDateTime from = m_clock.now();
    // A common name has 64 characters at most (RFC 5280, ub-common-name).
    AMBROISE_TRY(const auto certificate,
                 crypto::Certificate::selfSigned(key, practiceName.left(64), u"Ambroise"_qs, from,
                                                 from.addYears(validYears)));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(
        m_db.run("INSERT INTO practice_certificate (key_id, pem, sealed_key, revoked, added_at)"
                 " VALUES (?, ?, ?, 0, ?)",
                 {hexOf(certificate.keyId()), QString::fromLatin1(certificate.toPem()),
                  key.toSealed(m_sealing), storage::toText(from)}));
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Create, audit::Subject::Practice, 1, {}, u"certificate"_qs}, actor));
    return transaction.commit();
}

Result<CertificateRepository::Own> CertificateRepository::own() const
{
    QByteArray pem;
    QByteArray sealed;
    AMBROISE_TRY(
        const qint64 rows,
        m_db.run("SELECT pem, sealed_key FROM practice_certificate"
                 " WHERE sealed_key IS NOT NULL AND revoked = 0 ORDER BY added_at DESC LIMIT 1",
                 {}, [&](const storage::Row &row) {
                     pem = row.text(0).toLatin1();
                     sealed = row.bytes(1);
                 }));
    if (rows == 0)
        return Error{ErrorCode::NotFound, u"certificate.none"_qs, {}};
    AMBROISE_TRY(auto certificate, crypto::Certificate::fromPem(pem));
    AMBROISE_TRY(auto key, crypto::SigningKey::fromSealed(m_sealing, sealed));
    return Own{std::move(certificate), std::move(key)};
}

Status CertificateRepository::trust(QByteArrayView pem, const audit::Actor &actor)
{
    AMBROISE_TRY(const auto certificate, crypto::Certificate::fromPem(pem));
    AMBROISE_TRY(auto everyone, trusted());
    AMBROISE_CHECK(everyone.add(certificate));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(
        m_db.run("INSERT INTO practice_certificate (key_id, pem, sealed_key, revoked, added_at)"
                 " VALUES (?, ?, NULL, 0, ?) ON CONFLICT (key_id) DO NOTHING",
                 {hexOf(certificate.keyId()), QString::fromLatin1(certificate.toPem()),
                  storage::toText(m_clock.now())}));
    AMBROISE_CHECK(m_journal.record({audit::Action::Enrol,
                                     audit::Subject::Practice,
                                     1,
                                     {},
                                     u"certificate "_qs + hexOf(certificate.keyId())},
                                    actor));
    return transaction.commit();
}

Status CertificateRepository::revoke(const QByteArray &keyId, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(
        const qint64 rows,
        m_db.run("UPDATE practice_certificate SET revoked = 1 WHERE key_id = ?", {hexOf(keyId)}));
    if (rows == 0)
        return Error{ErrorCode::NotFound, u"certificate.none"_qs, {}};
    AMBROISE_CHECK(m_journal.record(
        {audit::Action::Revoke, audit::Subject::Practice, 1, {}, u"certificate "_qs + hexOf(keyId)},
        actor));
    return transaction.commit();
}

Result<crypto::TrustStore> CertificateRepository::trusted() const
{
    crypto::TrustStore store;
    Status good = done();
    AMBROISE_CHECK(m_db.run("SELECT pem, revoked FROM practice_certificate ORDER BY added_at", {},
                            [&](const storage::Row &row) {
                                const auto certificate =
                                    crypto::Certificate::fromPem(row.text(0).toLatin1());
                                const Status added = certificate.ok()
                                                         ? store.add(*certificate, row.boolean(1))
                                                         : Status(certificate.error());
                                if (!added.ok())
                                    good = added;
                            }));
    AMBROISE_CHECK(good);
    return store;
}

} // namespace ambroise::prescription
