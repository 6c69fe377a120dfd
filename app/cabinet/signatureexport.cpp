// SPDX-License-Identifier: GPL-3.0-or-later
#include "signatureexport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>

#include <memory>
#include <vector>

namespace ambroise::app {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SignatureExport)
};

//! One without the others says nothing.
bool write(const QDir &folder, const QList<std::pair<QString, QByteArray>> &contents)
{
    std::vector<std::unique_ptr<QSaveFile>> files;
    for (const auto &one : contents) {
        files.push_back(std::make_unique<QSaveFile>(folder.filePath(one.first)));
        QSaveFile &file = *files.back();
        if (!file.open(QIODevice::WriteOnly) ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
            file.write(one.second) != one.second.size())
            return false;
    }
    for (const auto &file : files)
        if (!file->commit()) {
            for (const auto &one : contents)
                QFile::remove(folder.filePath(one.first));
            return false;
        }
    return true;
}

QString howToVerify(const ExportedSignature &exported)
{
    const QString command = u"openssl cms -verify -cades -binary -inform DER -in "_qs +
                            exported.signature + u" -content "_qs + exported.content +
                            u" -CAfile autorite.pem -purpose any -out /dev/null"_qs;
    return Words::tr("Pour vérifier la signature par le certificat de l’autorité de la carte "
                     "(autorite.pem), dans ce dossier : %1")
        .arg(command);
}

} // namespace

Result<ExportedSignature> exportCardSignature(Practice &practice, const access::Session &session,
                                              const QString &number, const QString &folder)
{
    AMBROISE_TRY(const auto parsed, prescription::OrdonnanceNumber::parse(number));
    AMBROISE_TRY(const auto ordonnance, practice.ordonnances().byNumber(parsed));
    AMBROISE_CHECK(require(session, access::Right::ReadClinical, ordonnance.patient));
    AMBROISE_TRY(const auto signer, practice.cardSignatures().of(ordonnance.content));
    if (!signer)
        return Error{ErrorCode::NotFound, u"ordonnance.no_card_signature"_qs, {}};
    AMBROISE_TRY(const QByteArray cades, practice.cardSignatures().cadesOf(parsed));

    ExportedSignature exported;
    exported.content = u"ordonnance-"_qs + parsed.value() + u".json"_qs;
    exported.signature = exported.content + u".p7s"_qs;
    exported.howTo = exported.content + u".txt"_qs;
    const bool written =
        write(QDir(folder), {{exported.content, ordonnance.content.canonical()},
                             {exported.signature, cades},
                             {exported.howTo, howToVerify(exported).toUtf8() + '\n'}});
    if (!written)
        return Error{ErrorCode::Unavailable, u"signature.write"_qs, {}};
    AMBROISE_CHECK(
        practice.journal().record({audit::Action::Export, audit::Subject::Ordonnance,
                                   ordonnance.id.value, ordonnance.patient, parsed.value()},
                                  session.actor()));
    return exported;
}

Result<QString> exportCardSignatureWhereAsked(Practice &practice, const access::Session &session,
                                              const QString &number, QWidget *parent)
{
    const QString folder = QFileDialog::getExistingDirectory(
        parent, Words::tr("Dossier où enregistrer l’ordonnance signée"));
    if (folder.isEmpty())
        return QString();
    AMBROISE_CHECK(exportCardSignature(practice, session, number, folder));
    return Words::tr("Le contenu, sa signature .p7s et la commande qui la vérifie : dans « %1 ».")
        .arg(QDir::toNativeSeparators(folder));
}

} // namespace ambroise::app
