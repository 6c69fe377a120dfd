// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpractice.h"
#include "rxcheck.h"

#include <practice/paper.h>
#include <words/sentences.h>

#include <ambroise/codes/classify.h>
#include <ambroise/codes/reader.h>
#include <ambroise/prescription/linejson.h>
#include <ambroise/prescription/print.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <numeric>

namespace ambroise::ctl {
namespace {

//! A drug given by its CIS alone is named from the drug base.
Status nameDrug(prescription::Line &line, app::Practice &practice)
{
    if (!line.label.isEmpty() || line.cis.isEmpty())
        return done();
    AMBROISE_TRY(const auto cis, drugs::Cis::parse(line.cis));
    AMBROISE_TRY(const auto drug, practice.drugs().byCis(cis));
    line.label = drug.label;
    return done();
}

Result<QList<prescription::Line>> linesOf(const QJsonObject &json, app::Practice &practice)
{
    QList<prescription::Line> lines;
    for (const QJsonValue &value : json.value(u"lines").toArray()) {
        AMBROISE_TRY(auto line, prescription::lineFromJson(value.toObject()));
        if (line.label.isEmpty() && line.cis.isEmpty())
            line.label = value.toObject().value(u"inn").toString();
        AMBROISE_CHECK(nameDrug(line, practice));
        lines << line;
    }
    return lines;
}

Result<prescription::OrdonnanceContent::Parts> partsOf(const QJsonObject &json, Opened &opened)
{
    prescription::OrdonnanceContent::Parts parts;
    AMBROISE_TRY(const auto lines, linesOf(json, *opened.practice));
    AMBROISE_TRY(parts.lines, app::onTheirSupports(lines, opened.practice->drugKnowledge()));
    AMBROISE_TRY(parts.patient, prescription::patientFromJson(json.value(u"patient").toObject()));
    AMBROISE_TRY(const auto profile, opened.practice->profile().get());
    parts.prescriber = app::prescriberOnPaper(opened.session.account().person, profile);
    if (json.contains(u"prescriber")) {
        AMBROISE_TRY(parts.prescriber,
                     prescription::prescriberFromJson(json.value(u"prescriber").toObject()));
    }
    return parts;
}

int pagesOf(const QList<prescription::SupportPages> &supports)
{
    return std::accumulate(supports.begin(), supports.end(), 0,
                           [](int sum, const auto &one) { return sum + one.count; });
}

QJsonArray toJson(const QList<prescription::SupportPages> &supports)
{
    QJsonArray array;
    for (const prescription::SupportPages &one : supports)
        array.append(QJsonObject{{u"support"_qs, code(one.support)},
                                 {u"first_page"_qs, one.first},
                                 {u"pages"_qs, one.count}});
    return array;
}

Status writeOut(const QString &path, const QByteArray &bytes)
{
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return Error{ErrorCode::Unavailable, u"pdf.write"_qs, {}};
    return done();
}

Result<Answer> print(const Context &context)
{
    const auto out = context.arguments.value(u"out"_qs);
    if (!out)
        return Error{ErrorCode::Invalid, u"cli.misuse"_qs, u"--out"_qs};
    AMBROISE_TRY(const QJsonObject json, readJsonObject(context.arguments.word(0)));
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_CHECK(require(opened.session, access::Right::Prescribe));
    AMBROISE_TRY(auto parts, partsOf(json, opened));
    const auto patient =
        PatientId::fromString(json.value(u"patient").toObject().value(u"id").toString());
    AMBROISE_TRY(const auto profile, opened.practice->profile().get());
    const auto printer = [&](const prescription::OrdonnanceContent &content, const QString &code) {
        return prescription::printOrdonnance(content, code, app::sheetOf(profile));
    };
    AMBROISE_TRY(const auto ordonnance, opened.practice->ordonnances().sign(
                                            patient.value_or(PatientId{}), std::move(parts),
                                            printer, opened.session.actor()));
    AMBROISE_TRY(const QByteArray pdf,
                 opened.practice->ordonnances().pdf(ordonnance, opened.session.actor()));
    AMBROISE_CHECK(writeOut(*out, pdf));
    AMBROISE_CHECK(opened.practice->ordonnances().notePrinted(ordonnance.content.number(),
                                                              opened.session.actor()));
    return Answer{
        QJsonObject{{u"id"_qs, ordonnance.content.number().value()},
                    {u"pages"_qs, pagesOf(ordonnance.supports)},
                    {u"supports"_qs, toJson(ordonnance.supports)},
                    {u"files"_qs, QJsonArray{*out}},
                    {u"code"_qs, ordonnance.code}},
        Ctl::tr("Ordonnance %1 écrite dans %2.").arg(ordonnance.content.number().grouped(), *out)};
}

//! The text of the code: as typed, or found on an image or a PDF.
Result<QString> codeTextOf(const QString &typed)
{
    if (typed.startsWith(u"AMB1:"))
        return typed;
    AMBROISE_TRY(const auto symbols, codes::readFile(typed));
    for (const codes::DecodedSymbol &symbol : symbols)
        if (codes::kindOf(symbol) == codes::CodeKind::Ordonnance)
            return QString::fromLatin1(symbol.bytes);
    return Error{ErrorCode::Invalid, u"code.foreign"_qs, {}};
}

//! Whose card signed it besides, and when; null: no card did. A false signature is no answer.
Result<QJsonValue> cardSignature(app::Practice &practice,
                                 const prescription::OrdonnanceContent &content)
{
    AMBROISE_TRY(const auto signer, practice.cardSignatures().of(content));
    if (!signer)
        return QJsonValue();
    return QJsonValue(QJsonObject{{u"signer"_qs, signer->certificate.distinguishedName()},
                                  {u"at"_qs, signer->at.toString(Qt::ISODate)}});
}

Result<Answer> verify(const Context &context)
{
    AMBROISE_TRY(const QString text, codeTextOf(context.arguments.word(0)));
    AMBROISE_TRY(auto opened, openPractice(context));
    const auto scanned = opened.practice->scanner().scan(text, opened.session.actor());
    if (!scanned.ok()) {
        const QString why = app::sentenceOf(scanned.error());
        return Answer{QJsonObject{{u"authentic"_qs, false},
                                  {u"prescription"_qs, QJsonValue()},
                                  {u"code"_qs, scanned.error().subject},
                                  {u"why"_qs, why}},
                      why, false};
    }
    QJsonObject prescription{{u"number"_qs, scanned->code.number().value()},
                             {u"signed_at"_qs, scanned->code.signedAt().toString(Qt::ISODate)},
                             {u"issuer"_qs, scanned->issuer}};
    const bool mayRead = opened.session.may(access::Right::ReadOrdonnance);
    if (scanned->ordonnance && mayRead)
        prescription = QJsonDocument::fromJson(scanned->ordonnance->content.canonical()).object();
    if (scanned->ordonnance && mayRead) {
        AMBROISE_TRY(const QJsonValue card,
                     cardSignature(*opened.practice, scanned->ordonnance->content));
        prescription.insert(u"card_signature"_qs, card);
    }
    prescription.insert(u"issuer"_qs, scanned->issuer);
    prescription.insert(u"dispensations"_qs, scanned->history.size());
    const QString why = Ctl::tr("Signée par %1, non modifiée.").arg(scanned->issuer);
    return Answer{
        QJsonObject{{u"authentic"_qs, true}, {u"prescription"_qs, prescription}, {u"why"_qs, why}},
        why};
}

//! Everything that is still to be given, as it was prescribed, or the lines that were named (from
//! 1).
Result<QList<dispensing::LineOutcome>> outcomesOf(const dispensing::ScannedOrdonnance &scanned,
                                                  const Arguments &arguments)
{
    QList<dispensing::LineOutcome> outcomes;
    const auto named = arguments.value(u"lines"_qs);
    AMBROISE_TRY(const qint64 boxes, arguments.number(u"boxes"_qs, 0, 1, 999));
    const auto &lines = scanned.ordonnance->content.lines();
    for (int i = 0; i < lines.size(); ++i) {
        const auto state = dispensing::stateOf(*scanned.ordonnance, scanned.history, i);
        const bool open =
            state == dispensing::LineState::Open || state == dispensing::LineState::PartlyDispensed;
        const bool wanted = named ? named->split(u',').contains(QString::number(i + 1)) : open;
        if (!wanted)
            continue;
        dispensing::LineOutcome outcome;
        outcome.line = i;
        outcome.label = lines.at(i).label;
        outcome.boxes = boxes > 0 ? int(boxes) : std::max(1, lines.at(i).boxes);
        outcomes << outcome;
    }
    return outcomes;
}

Result<Answer> dispense(const Context &context)
{
    AMBROISE_TRY(const QString text, codeTextOf(context.arguments.word(0)));
    AMBROISE_TRY(auto opened, openPractice(context));
    AMBROISE_CHECK(require(opened.session, access::Right::Dispense));
    AMBROISE_TRY(const auto scanned, opened.practice->scanner().scan(text, opened.session.actor()));
    if (!scanned.ordonnance)
        return Error{ErrorCode::NotFound, u"ordonnance.unknown"_qs, {}};
    AMBROISE_TRY(const auto outcomes, outcomesOf(scanned, context.arguments));
    AMBROISE_TRY(const auto profile, opened.practice->profile().get());
    const QString token = context.arguments.value(u"token"_qs)
                              .value_or(QUuid::createUuid().toString(QUuid::WithoutBraces));
    AMBROISE_TRY(const auto id,
                 opened.practice->dispensations().record(token, *scanned.ordonnance, outcomes,
                                                         int(scanned.history.size()), profile.name,
                                                         opened.session.actor()));
    return Answer{QJsonObject{{u"id"_qs, id.toString()},
                              {u"number"_qs, scanned.code.number().value()},
                              {u"lines"_qs, outcomes.size()}},
                  Ctl::tr("Délivrance enregistrée : %1 ligne(s).").arg(outcomes.size())};
}

} // namespace

QList<Command> prescriptionCommands()
{
    return {Command{u"rx"_qs,
                    u"check"_qs,
                    u"FICHIER"_qs,
                    Ctl::tr("Dit les interactions, les redondances et ce qui n’est pas contrôlé."),
                    1,
                    1,
                    {},
                    {},
                    true,
                    checkPrescription},
            Command{u"rx"_qs,
                    u"print"_qs,
                    u"FICHIER --out F.pdf"_qs,
                    Ctl::tr("Signe et imprime une ordonnance."),
                    1,
                    1,
                    {u"out"_qs},
                    {},
                    true,
                    print},
            Command{u"rx"_qs,
                    u"verify"_qs,
                    u"CODE|IMAGE|PDF"_qs,
                    Ctl::tr("Prouve l’authenticité d’une ordonnance scannée."),
                    1,
                    1,
                    {},
                    {},
                    true,
                    verify},
            Command{u"rx"_qs,
                    u"dispense"_qs,
                    u"CODE|IMAGE|PDF [--lines 1,2] [--boxes N]"_qs,
                    Ctl::tr("Enregistre la délivrance d’une ordonnance authentique."),
                    1,
                    1,
                    {u"lines"_qs, u"boxes"_qs, u"token"_qs},
                    {},
                    true,
                    dispense}};
}

} // namespace ambroise::ctl
