// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/insiserver.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace ambroise::sandbox {
namespace {

Status write(const QDir &folder, const QString &name, const QByteArray &bytes)
{
    QSaveFile file(folder.filePath(name));
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return Error{ErrorCode::Unavailable, u"sandbox.folder"_qs, name};
    return done();
}

Status write(const QDir &folder, const QString &name, const Issued &issued)
{
    AMBROISE_CHECK(write(folder, name + u".pem"_qs, issued.certificatePem));
    return write(folder, name + u".key"_qs, issued.keyPem);
}

QJsonObject common(const QUrl &endpoint)
{
    return {{u"endpoint"_qs, endpoint.toString()},
            {u"anchors"_qs, u"autorite.pem"_qs},
            {u"idam"_qs, u"BACASABLE01"_qs},
            {u"instance"_qs, u"00000000-0000-4000-8000-000000000001"_qs},
            {u"production"_qs, false},
            {u"verification"_qs, QJsonObject{{u"action"_qs, verificationAction.toString()},
                                             {u"namespace"_qs, verificationNamespace.toString()},
                                             {u"request"_qs, u"VERIFICATION"_qs},
                                             {u"answer"_qs, u"VERIFIE"_qs}}}};
}

} // namespace

Status InsiServer::writeFolder(const QDir &folder) const
{
    if (!folder.mkpath(u"."_qs))
        return Error{ErrorCode::Unavailable, u"sandbox.folder"_qs, folder.dirName()};
    AMBROISE_CHECK(write(folder, u"autorite.pem"_qs, m_servers.pem()));
    AMBROISE_CHECK(write(folder, u"insi-manu"_qs, m_client));
    AMBROISE_CHECK(write(folder, u"insi-manu.p12"_qs, m_client.pkcs12("ambroise")));
    AMBROISE_CHECK(write(folder, u"autre-nom"_qs, clientNamed(u"AUTRE"_qs)));
    AMBROISE_CHECK(write(folder, u"cps-signature"_qs, m_signer));
    QJsonObject withCertificate = common(certificateEndpoint());
    withCertificate.insert(u"certificate"_qs, u"insi-manu.pem"_qs);
    withCertificate.insert(u"key"_qs, u"insi-manu.key"_qs);
    AMBROISE_CHECK(write(folder, u"insi.json"_qs, QJsonDocument(withCertificate).toJson()));
    QJsonObject withCard = common(cardEndpoint());
    withCard.insert(u"signer"_qs, QJsonObject{{u"certificate"_qs, u"cps-signature.pem"_qs},
                                              {u"key"_qs, u"cps-signature.key"_qs},
                                              {u"national_id"_qs, u"899700218896"_qs},
                                              {u"billing_id"_qs, u"00B6087510"_qs},
                                              {u"sector"_qs, u"SA07"_qs},
                                              {u"specialty"_qs, u"SM54"_qs}});
    return write(folder, u"insi-carte.json"_qs, QJsonDocument(withCard).toJson());
}

} // namespace ambroise::sandbox
