// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <words/sentences.h>

#include <ambroise/codes/classify.h>
#include <ambroise/codes/reader.h>
#include <ambroise/crypto/signature.h>
#include <ambroise/prescription/ordonnancecode.h>

#include <QDir>
#include <QJsonArray>

namespace ambroise::ctl {
namespace {

//! Every certificate of a folder. One that cannot be read is passed over: what it would have proved
//! stays unknown.
crypto::TrustStore trustOf(const QString &folder)
{
    crypto::TrustStore trust;
    for (const QString &name : QDir(folder).entryList({u"*.pem"_qs}, QDir::Files)) {
        const auto pem = readInput(folder + u'/' + name);
        if (!pem.ok())
            continue;
        if (const auto certificate = crypto::Certificate::fromPem(*pem); certificate.ok())
            (void)trust.add(*certificate);
    }
    return trust;
}

QString kindCode(codes::CodeKind kind)
{
    switch (kind) {
    case codes::CodeKind::Ordonnance:
        return u"ordonnance"_qs;
    case codes::CodeKind::Gs1:
        return u"gs1"_qs;
    // Their content is not examined yet: "unknown" promises nothing.
    case codes::CodeKind::Ins:
    case codes::CodeKind::TwoDDoc:
    case codes::CodeKind::Unknown:
        break;
    }
    return u"unknown"_qs;
}

void addOrdonnance(QJsonObject &json, const codes::DecodedSymbol &symbol,
                   const std::optional<crypto::TrustStore> &trust)
{
    const auto code = prescription::OrdonnanceCode::parse(QString::fromLatin1(symbol.bytes));
    if (!code.ok()) {
        json.insert(u"authentic"_qs, false);
        json.insert(u"why"_qs, app::sentenceOf(code.error()));
        return;
    }
    json.insert(u"fields"_qs,
                QJsonObject{{u"number"_qs, code->number().value()},
                            {u"signed_at"_qs, code->signedAt().toString(Qt::ISODate)},
                            {u"key_id"_qs, QString::fromLatin1(code->keyId().toHex())},
                            {u"sha256"_qs, QString::fromLatin1(code->contentHash().toHex())}});
    if (!trust) {
        json.insert(u"why"_qs, Ctl::tr("Signature non vérifiée : donner --trust DOSSIER."));
        return;
    }
    const auto proof = code->verify(*trust);
    const bool unknown = !proof.ok() && proof.error().code == ErrorCode::NotFound;
    json.insert(u"authentic"_qs, unknown ? QJsonValue() : QJsonValue(proof.ok()));
    json.insert(u"why"_qs, proof.ok() ? proof->subjectName() : app::sentenceOf(proof.error()));
}

void addGs1(QJsonObject &json, const codes::DecodedSymbol &symbol)
{
    const auto fields = codes::parseGs1(symbol.bytes);
    if (!fields.ok()) {
        json.insert(u"why"_qs, app::sentenceOf(fields.error()));
        return;
    }
    json.insert(u"fields"_qs, QJsonObject{{u"gtin"_qs, fields->gtin},
                                          {u"cip13"_qs, fields->cip13},
                                          {u"lot"_qs, fields->lot},
                                          {u"serial"_qs, fields->serial},
                                          {u"expiry"_qs, fields->expiry.toString(Qt::ISODate)}});
}

QJsonObject toJson(const QString &file, const codes::DecodedSymbol &symbol,
                   const std::optional<crypto::TrustStore> &trust)
{
    const auto kind = codes::kindOf(symbol);
    QJsonObject json{{u"file"_qs, file},
                     {u"page"_qs, symbol.page},
                     {u"symbology"_qs, QString(codes::nameOf(symbol.symbology))},
                     {u"kind"_qs, kindCode(kind)},
                     {u"bytes_base64"_qs, QString::fromLatin1(symbol.bytes.toBase64())},
                     {u"fields"_qs, QJsonObject()},
                     {u"authentic"_qs, QJsonValue()},
                     {u"why"_qs, QString()}};
    if (kind == codes::CodeKind::Ordonnance)
        addOrdonnance(json, symbol, trust);
    if (kind == codes::CodeKind::Gs1)
        addGs1(json, symbol);
    return json;
}

Result<Answer> decode(const Context &context)
{
    std::optional<crypto::TrustStore> trust;
    if (const auto folder = context.arguments.value(u"trust"_qs))
        trust = trustOf(*folder);
    QJsonArray array;
    QString text;
    for (const QString &file : context.arguments.words()) {
        AMBROISE_TRY(const auto symbols,
                     codes::readFile(file, codes::Search::Everything, context.progress));
        for (const codes::DecodedSymbol &symbol : symbols) {
            array.append(toJson(file, symbol, trust));
            text += QString(codes::nameOf(symbol.symbology)) + u"  "_qs + symbol.text + u'\n';
        }
    }
    return Answer{array, text};
}

} // namespace

QList<Command> codeCommands()
{
    return {Command{u"code"_qs,
                    u"decode"_qs,
                    u"FICHIER… [--trust DOSSIER]"_qs,
                    Ctl::tr("Lit tous les codes d’une image ou d’un PDF."),
                    1,
                    100,
                    {u"trust"_qs},
                    {},
                    false,
                    decode}};
}

} // namespace ambroise::ctl
