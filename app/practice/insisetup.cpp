// SPDX-License-Identifier: GPL-3.0-or-later
#include "insisetup.h"

#include <ambroise/crypto/envelope.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace ambroise::app {
namespace {

constexpr qint64 largest = 1'000'000;
const QByteArray context = "insi";

QString fileOf(const Practice &practice)
{
    return practice.folder().path() + u"/insi.sealed"_qs;
}

Result<QByteArray> contentOf(const QDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
        return Error{ErrorCode::NotFound, u"insi.setup_file"_qs, name};
    return file.readAll();
}

//! All four names or none.
Result<std::optional<InsiVerificationNames>> verificationFrom(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::optional<InsiVerificationNames>();
    const InsiVerificationNames names{
        json.value(u"action").toString(), json.value(u"namespace").toString(),
        json.value(u"request").toString(), json.value(u"answer").toString()};
    if (names.action.isEmpty() || names.xmlNamespace.isEmpty() || names.request.isEmpty() ||
        names.answer.isEmpty())
        return Error{ErrorCode::Corrupt, u"insi.setup"_qs, {}};
    return std::optional(names);
}

crypto::SecretBytes secretOf(QByteArray bytes)
{
    auto secret = crypto::SecretBytes::fromBytes(bytes);
    crypto::wipe(bytes);
    return secret;
}

InsiCaller callerFrom(const QJsonObject &signer)
{
    return {.billingId = signer.value(u"billing_id").toString(),
            .sector = signer.value(u"sector").toString(),
            .specialty = signer.value(u"specialty").toString(),
            .nationalId = signer.value(u"national_id").toString()};
}

//! What insi.json and the sealed file tell alike: all but certificates and keys.
Result<InsiSetup> fromJson(const QJsonObject &json)
{
    InsiSetup setup;
    setup.endpoint = QUrl(json.value(u"endpoint").toString(), QUrl::StrictMode);
    setup.idam = json.value(u"idam").toString();
    setup.instance = json.value(u"instance").toString();
    setup.production = json.value(u"production").toBool(true);
    setup.passphrase = secretOf(json.value(u"passphrase").toString().toUtf8());
    setup.deadline = std::chrono::milliseconds(
        json.value(u"deadline_ms").toInteger(qint64(setup.deadline.count())));
    if (const QJsonObject signer = json.value(u"signer").toObject(); !signer.isEmpty())
        setup.card = callerFrom(signer);
    AMBROISE_TRY(setup.verification, verificationFrom(json.value(u"verification").toObject()));
    if (!setup.endpoint.isValid() || setup.endpoint.scheme() != u"https" || setup.idam.isEmpty())
        return Error{ErrorCode::Corrupt, u"insi.setup"_qs, {}};
    return setup;
}

struct CertifiedKey {
    QByteArray certificate{};
    crypto::SecretBytes key{};
};

//! Of the files that `json` names.
Result<CertifiedKey> certifiedKeyOf(const QJsonObject &json, const QDir &folder)
{
    AMBROISE_TRY(QByteArray certificate, contentOf(folder, json.value(u"certificate").toString()));
    AMBROISE_TRY(QByteArray pem, contentOf(folder, json.value(u"key").toString()));
    return CertifiedKey{std::move(certificate), secretOf(std::move(pem))};
}

} // namespace

Result<InsiSetup> InsiSetup::fromFile(const QString &path)
{
    const QDir folder = QFileInfo(path).dir();
    AMBROISE_TRY(const QByteArray words, contentOf(folder, QFileInfo(path).fileName()));
    const QJsonObject json = QJsonDocument::fromJson(words).object();
    AMBROISE_TRY(InsiSetup setup, fromJson(json));
    AMBROISE_TRY(setup.anchors, contentOf(folder, json.value(u"anchors").toString()));
    const QJsonObject signer = json.value(u"signer").toObject();
    if (!setup.card) {
        AMBROISE_TRY(CertifiedKey ours, certifiedKeyOf(json, folder));
        setup.chain = std::move(ours.certificate);
        setup.key = std::move(ours.key);
    } else if (signer.contains(u"key")) {
        AMBROISE_TRY(CertifiedKey card, certifiedKeyOf(signer, folder));
        setup.card->certificate = std::move(card.certificate);
        setup.card->key = std::move(card.key);
    }
    return setup;
}

Result<std::optional<InsiSetup>> InsiSetup::load(const Practice &practice)
{
    QFile file(fileOf(practice));
    if (!file.exists())
        return std::optional<InsiSetup>();
    const Error damaged{ErrorCode::Corrupt, u"insi.setup"_qs, {}};
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
        return damaged;
    auto plain = crypto::open(DerivedKeys::sealing(practice.key()), file.readAll(), context);
    if (!plain.ok())
        return damaged;
    const QJsonObject json = QJsonDocument::fromJson(*plain).object();
    crypto::wipe(*plain);
    AMBROISE_TRY(InsiSetup setup, fromJson(json));
    setup.anchors = json.value(u"anchors").toString().toUtf8();
    setup.chain = json.value(u"chain").toString().toUtf8();
    setup.key = secretOf(json.value(u"key").toString().toUtf8());
    return std::optional(std::move(setup));
}

Status InsiSetup::save(Practice &practice, const audit::Actor &actor) const
{
    QJsonObject json{{u"endpoint"_qs, endpoint.toString()},
                     {u"idam"_qs, idam},
                     {u"instance"_qs, instance},
                     {u"production"_qs, production},
                     {u"anchors"_qs, QString::fromUtf8(anchors)},
                     {u"chain"_qs, QString::fromUtf8(chain)},
                     {u"key"_qs, QString::fromUtf8(key.view())},
                     {u"passphrase"_qs, QString::fromUtf8(passphrase.view())},
                     {u"deadline_ms"_qs, qint64(deadline.count())}};
    if (card)
        json.insert(u"signer"_qs, QJsonObject{{u"billing_id"_qs, card->billingId},
                                              {u"sector"_qs, card->sector},
                                              {u"specialty"_qs, card->specialty}});
    if (verification)
        json.insert(u"verification"_qs, QJsonObject{{u"action"_qs, verification->action},
                                                    {u"namespace"_qs, verification->xmlNamespace},
                                                    {u"request"_qs, verification->request},
                                                    {u"answer"_qs, verification->answer}});
    QByteArray plain = QJsonDocument(json).toJson(QJsonDocument::Compact);
    const QByteArray sealed = crypto::seal(DerivedKeys::sealing(practice.key()), plain, context);
    crypto::wipe(plain);
    QSaveFile file(fileOf(practice));
    const bool opened = file.open(QIODevice::WriteOnly) &&
                        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!opened || file.write(sealed) != sealed.size() || !file.commit())
        return Error{ErrorCode::Unavailable, u"practice.folder"_qs, {}};
    AMBROISE_CHECK(practice.journal().record(
        {audit::Action::Update, audit::Subject::Practice, 0, {}, u"insi"_qs}, actor));
    return done();
}

} // namespace ambroise::app
