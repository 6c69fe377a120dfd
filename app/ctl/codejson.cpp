// SPDX-License-Identifier: GPL-3.0-or-later
#include "codejson.h"

#include "cli.h"

#include <words/sentences.h>

#include <ambroise/codes/classify.h>
#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/core/text.h>
#include <ambroise/identity/birthdate.h>
#include <ambroise/prescription/ordonnancecode.h>

#include <QJsonArray>

namespace ambroise::ctl {
namespace {

QString kindCode(codes::CodeKind kind)
{
    switch (kind) {
    case codes::CodeKind::Ordonnance:
        return u"ordonnance"_qs;
    case codes::CodeKind::Gs1:
        return u"gs1"_qs;
    case codes::CodeKind::Ins:
        return u"ins"_qs;
    case codes::CodeKind::TwoDDoc:
        return u"2ddoc"_qs;
    case codes::CodeKind::Unknown:
        break;
    }
    return u"unknown"_qs;
}

QString notVerified()
{
    return Ctl::tr("Signature non vérifiée : donner --trust DOSSIER.");
}

QJsonValue isoOf(const std::optional<QDate> &date)
{
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue();
}

//! ISO 8601 to the month or the year where no more is known; null where that says nothing.
QJsonValue isoOf(const std::optional<PartialDate> &date)
{
    if (!date || date->year() == 0 || (date->month() == 0 && date->day() != 0))
        return {};
    QString iso = QStringLiteral("%1").arg(date->year(), 4, 10, QLatin1Char('0'));
    for (const int part : {date->month(), date->day()})
        if (part != 0)
            iso += QStringLiteral("-%1").arg(part, 2, 10, QLatin1Char('0'));
    return iso;
}

void addOrdonnance(QJsonObject &json, const codes::DecodedSymbol &symbol,
                   const std::optional<Trust> &trust)
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
        json.insert(u"why"_qs, notVerified());
        return;
    }
    const auto proof = code->verify(trust->practices);
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

void addIns(QJsonObject &json, const codes::DecodedSymbol &symbol)
{
    const auto payload = codes::InsPayload::parse(symbol.bytes);
    if (!payload.ok()) {
        json.insert(u"why"_qs, app::sentenceOf(payload.error()));
        return;
    }
    const auto &parts = payload->parts();
    QJsonObject fields{{u"matricule"_qs, parts.matricule},
                       {u"oid"_qs, parts.oid},
                       {u"given_names"_qs, parts.givenNames},
                       {u"surname"_qs, parts.surname},
                       {u"sex"_qs, parts.sex},
                       {u"birth_date"_qs, parts.birthDate.toString(Qt::ISODate)}};
    if (!parts.birthPlace.isEmpty())
        fields.insert(u"birth_place"_qs, parts.birthPlace);
    json.insert(u"fields"_qs, fields);
    if (!payload->hasRightKey())
        json.insert(u"why"_qs, app::sentenceOf({ErrorCode::Invalid, u"ins_code.key"_qs, {}}));
}

//! The birth date as it is known, and as the health identity would hold it (RNIV EXI PP 19).
void addBirth(QJsonObject &json, const std::optional<PartialDate> &birth)
{
    json.insert(u"birth"_qs, isoOf(birth));
    const auto date =
        birth ? identity::BirthDate::interpreted(*birth) : Result<identity::BirthDate>(Error{});
    json.insert(u"birth_date"_qs,
                date.ok() ? QJsonValue(date->date().toString(Qt::ISODate)) : QJsonValue());
    json.insert(u"birth_date_interpreted"_qs, date.ok() && date->isInterpreted());
}

QJsonObject identityToJson(const codes::TwoDDocIdentity &identity)
{
    QJsonObject json{{u"surname"_qs, identity.surname},
                     {u"used_surname"_qs, identity.usedSurname},
                     {u"spouse_surname"_qs, identity.spouseSurname},
                     {u"given_names"_qs, QJsonArray::fromStringList(identity.givenNames)},
                     {u"surname_truncated"_qs, identity.surnameTruncated},
                     {u"given_names_truncated"_qs, identity.givenNamesTruncated},
                     {u"sex"_qs, identity.sex},
                     {u"birth_place"_qs, identity.birthPlace},
                     {u"birth_country"_qs, identity.birthCountry},
                     {u"nationality"_qs, identity.nationality},
                     {u"document_type"_qs, identity.documentType},
                     {u"document_number"_qs, identity.documentNumber},
                     {u"issuing_country"_qs, identity.issuingCountry},
                     {u"valid_from"_qs, isoOf(identity.validFrom)},
                     {u"valid_to"_qs, isoOf(identity.validTo)},
                     {u"of_deceased"_qs, identity.ofDeceased}};
    addBirth(json, identity.birth);
    if (identity.mrz)
        json.insert(u"mrz"_qs, mrzToJson(*identity.mrz));
    return json;
}

//! Whether it is genuine, and why not.
void addProof(QJsonObject &json, QStringList &why, const codes::TwoDDoc &document,
              const std::optional<Trust> &trust)
{
    if (!trust) {
        why << notVerified();
        return;
    }
    const auto proof = document.verify(trust->authorities);
    const bool unknown = !proof.ok() && proof.error().code == ErrorCode::NotFound;
    json.insert(u"authentic"_qs, unknown ? QJsonValue() : QJsonValue(proof.ok()));
    if (!proof.ok())
        why << app::sentenceOf(proof.error());
}

void addTwoDDoc(QJsonObject &json, const codes::DecodedSymbol &symbol,
                const std::optional<Trust> &trust, QDate today)
{
    const auto document = codes::TwoDDoc::parse(symbol.bytes);
    if (!document.ok()) {
        json.insert(u"authentic"_qs, false);
        json.insert(u"why"_qs, app::sentenceOf(document.error()));
        return;
    }
    QJsonObject fields;
    QJsonArray truncated;
    for (const auto &field : document->fields()) {
        fields.insert(QString::fromLatin1(field.id), field.value);
        if (field.truncated)
            truncated.append(QString::fromLatin1(field.id));
    }
    json.insert(u"fields"_qs, fields);
    json.insert(u"truncated"_qs, truncated);
    json.insert(u"header"_qs,
                QJsonObject{{u"version"_qs, document->version()},
                            {u"authority"_qs, QString::fromLatin1(document->authority())},
                            {u"certificate"_qs, QString::fromLatin1(document->certificateId())},
                            {u"document_type"_qs, QString::fromLatin1(document->documentType())},
                            {u"perimeter"_qs, QString::fromLatin1(document->perimeter())},
                            {u"country"_qs, QString::fromLatin1(document->country())},
                            {u"issued_on"_qs, isoOf(document->issuedOn())},
                            {u"signed_on"_qs, isoOf(document->signedOn())}});
    QStringList why;
    addProof(json, why, *document, trust);
    const auto lastDay = document->lastValidDay();
    const bool expired = lastDay && *lastDay < today;
    json.insert(u"expired"_qs, expired);
    if (expired)
        why << app::sentenceOf({ErrorCode::Invalid, u"twoddoc.expired"_qs, {}});
    const auto identity = document->identity(today);
    json.insert(u"identity"_qs,
                identity.ok() ? QJsonValue(identityToJson(*identity)) : QJsonValue());
    if (!identity.ok())
        why << app::sentenceOf(identity.error());
    json.insert(u"why"_qs, why.join(u' '));
}

} // namespace

QJsonObject codeToJson(const QString &file, const codes::DecodedSymbol &symbol,
                       const std::optional<Trust> &trust, QDate today)
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
    if (kind == codes::CodeKind::Ins)
        addIns(json, symbol);
    if (kind == codes::CodeKind::TwoDDoc)
        addTwoDDoc(json, symbol, trust, today);
    return json;
}

QJsonObject mrzToJson(const codes::Mrz &mrz)
{
    QJsonObject checks{{u"number"_qs, mrz.checks.number},
                       {u"birth"_qs, mrz.checks.birth},
                       {u"composite"_qs, mrz.checks.composite}};
    if (mrz.checks.expiry)
        checks.insert(u"expiry"_qs, *mrz.checks.expiry);
    if (mrz.checks.optional)
        checks.insert(u"optional"_qs, *mrz.checks.optional);
    QJsonObject json{{u"format"_qs, QString(codes::nameOf(mrz.format))},
                     {u"valid"_qs, mrz.isValid()},
                     {u"document_code"_qs, mrz.documentCode},
                     {u"surname"_qs, mrz.surname},
                     {u"given"_qs, QJsonArray::fromStringList(mrz.givenNames)},
                     {u"surname_may_be_cut"_qs, mrz.surnameMayBeCut},
                     {u"given_may_be_cut"_qs, mrz.givenNamesMayBeCut},
                     {u"birth"_qs, isoOf(mrz.birth)},
                     {u"sex"_qs, mrz.sex},
                     {u"number"_qs, mrz.number},
                     {u"issuer"_qs, mrz.issuer},
                     {u"nationality"_qs, mrz.nationality},
                     {u"expiry"_qs, isoOf(mrz.expiry)},
                     {u"checks"_qs, checks},
                     {u"repaired"_qs, mrz.repaired},
                     {u"lines"_qs, QJsonArray::fromStringList(mrz.lines)},
                     {u"problems"_qs, QJsonArray::fromStringList(mrz.faults + mrz.remarks)}};
    if (mrz.format == codes::MrzFormat::IdFra)
        json.insert(u"issuing_office"_qs, mrz.issuingOffice);
    return json;
}

QString mrzToText(const codes::Mrz &mrz)
{
    QStringList lines = mrz.lines;
    lines << QString() << mrz.surname + u' ' + mrz.givenNames.join(u", "_qs);
    for (const QString &subject : mrz.faults + mrz.remarks)
        lines << app::sentenceOf({ErrorCode::Invalid, subject, {}});
    return lines.join(u'\n');
}

} // namespace ambroise::ctl
