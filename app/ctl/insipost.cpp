// SPDX-License-Identifier: GPL-3.0-or-later
#include "insipost.h"

#include "cli.h"

#include <ambroise/net/tls.h>

#include <QDir>
#include <QFileInfo>
#include <QSslCertificate>

namespace ambroise::ctl {
namespace {

constexpr int usualDeadline = 10'000; // ms

//! The file that a value of the configuration names. Errors: those of readInput().
Result<QByteArray> fileOf(const QJsonObject &json, const QString &name, const QDir &folder)
{
    return readInput(folder.filePath(json.value(name).toString()));
}

Result<std::optional<net::ClientCredential>> credentialOf(const QJsonObject &json,
                                                          const QDir &folder)
{
    if (!json.contains(u"certificate"))
        return std::optional<net::ClientCredential>();
    AMBROISE_TRY(const QByteArray chain, fileOf(json, u"certificate"_qs, folder));
    AMBROISE_TRY(QByteArray key, fileOf(json, u"key"_qs, folder));
    const auto secret = crypto::SecretBytes::fromBytes(key);
    crypto::wipe(key);
    const auto passphrase =
        crypto::SecretBytes::fromBytes(json.value(u"passphrase").toString().toUtf8());
    AMBROISE_TRY(auto credential, net::ClientCredential::fromPem(chain, secret, passphrase));
    return std::optional(std::move(credential));
}

Result<std::unique_ptr<insi::SoftwareSigner>> signerOf(const QJsonObject &json, const QDir &folder)
{
    AMBROISE_TRY(const QByteArray certificate, fileOf(json, u"certificate"_qs, folder));
    AMBROISE_TRY(QByteArray pem, fileOf(json, u"key"_qs, folder));
    const auto secret = crypto::SecretBytes::fromBytes(pem);
    crypto::wipe(pem);
    AMBROISE_TRY(auto key, crypto::RsaKey::fromPem(secret));
    return std::make_unique<insi::SoftwareSigner>(QSslCertificate(certificate, QSsl::Pem).toDer(),
                                                  std::move(key));
}

insi::InsiSettings settingsOf(const QJsonObject &json)
{
    insi::InsiSettings settings;
    settings.endpoint = QUrl(json.value(u"endpoint").toString());
    settings.caller.idam = json.value(u"idam").toString();
    settings.caller.name = u"AMBROISE"_qs;
    settings.caller.version = QCoreApplication::applicationVersion();
    settings.caller.instance = json.value(u"instance").toString();
    settings.production = json.value(u"production").toBool(true);
    const QJsonObject names = json.value(u"verification").toObject();
    if (!names.isEmpty())
        settings.verification = insi::VerificationContract{
            names.value(u"action").toString(), names.value(u"namespace").toString(),
            names.value(u"request").toString(), names.value(u"answer").toString()};
    return settings;
}

} // namespace

Result<std::unique_ptr<InsiPost>> InsiPost::open(const QString &path, const Clock &clock)
{
    if (path.isEmpty())
        return Error{ErrorCode::Invalid, u"insi.not_set_up"_qs, {}};
    AMBROISE_TRY(const QJsonObject json, readJsonObject(path));
    const QDir folder = QFileInfo(path).dir();
    std::unique_ptr<InsiPost> post(new InsiPost);
    AMBROISE_TRY(const QByteArray pem, fileOf(json, u"anchors"_qs, folder));
    AMBROISE_TRY(const auto anchors, net::anchorsFromPem(pem));
    AMBROISE_TRY(const auto credential, credentialOf(json, folder));
    insi::InsiSettings settings = settingsOf(json);
    if (credential)
        settings.caller.emitter = insi::emitterOf(credential->certificate());
    if (const QJsonObject signer = json.value(u"signer").toObject(); !signer.isEmpty()) {
        AMBROISE_TRY(post->m_signer, signerOf(signer, folder));
        post->m_assertions = std::make_unique<insi::Assertions>(
            *post->m_signer,
            insi::Professional{
                signer.value(u"national_id").toString(), signer.value(u"billing_id").toString(),
                signer.value(u"sector").toString(), signer.value(u"specialty").toString()},
            clock);
    }
    const net::HttpsClient::Limits limits{
        std::chrono::milliseconds(json.value(u"deadline_ms").toInt(usualDeadline))};
    post->m_https =
        std::make_unique<net::HttpsClient>(net::configurationOf(anchors, credential), limits);
    post->m_soap = std::make_unique<net::SoapClient>(*post->m_https);
    post->m_service = std::make_unique<insi::HttpInsiService>(
        *post->m_soap, post->m_assertions.get(), std::move(settings), clock);
    return post;
}

} // namespace ambroise::ctl
