// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancewiring.h"

#include "ordonnancechecks.h"
#include "ordonnanceprices.h"
#include "treatmentdesk.h"

#include <practice/paper.h>
#include <words/sentences.h>

#include <ambroise/cards/cardholder.h>
#include <ambroise/core/text.h>
#include <ambroise/prescription/print.h>
#include <ambroise/prescription/substancename.h>
#include <ambroise/prescription/ui/alertsettingspage.h>

#include <QCoreApplication>
#include <QFuture>
#include <QHash>

#include <algorithm>
#include <memory>

namespace ambroise::app {
namespace {

using prescription::ui::DrugChoice;
using prescription::ui::SignedRow;

class Words {
    Q_DECLARE_TR_FUNCTIONS(Wiring)
};

QString priceText(const drugs::Drug &drug)
{
    for (const drugs::Presentation &box : drug.presentations)
        if (box.marketed && box.publicPrice)
            return box.isReimbursed() ? box.publicPrice->toFrench() + u" · "_qs +
                                            QString::number(box.rates.first()) + u"\u202F%"_qs
                                      : box.publicPrice->toFrench();
    return {};
}

Result<QList<DrugChoice>> searchDrugs(Practice &practice, const QString &typed)
{
    constexpr int most = 20;
    AMBROISE_TRY(const auto found, practice.drugs().search(typed, most));
    QList<DrugChoice> choices;
    for (const drugs::Drug &drug : found)
        choices << drugChoice(drug);
    return choices;
}

Result<prescription::OrdonnanceContent::Parts> partsOf(Practice &practice,
                                                       const access::Session &session,
                                                       PatientId patient,
                                                       const QList<prescription::Line> &lines)
{
    AMBROISE_TRY(const auto kept, practice.patients().reload(patient));
    if (kept.mergedInto.isStored()) // at another post, while this one was being written
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    AMBROISE_TRY(const auto overview, practice.records().overview(kept.recordIds()));
    AMBROISE_TRY(const auto profile, practice.profile().get());
    AMBROISE_TRY(const auto printed, onTheirSupports(lines, practice.drugKnowledge()));
    return prescription::OrdonnanceContent::Parts{
        patientOnPaper(kept.details, overview),
        prescriberOnPaper(session.account().person, profile), printed};
}

Result<QString> sign(Practice &practice, const access::Session &session, PatientId patient,
                     const QList<prescription::Line> &lines, const prescription::ui::Checked &shown,
                     const QString &reason, const std::optional<HandSignature> &signature)
{
    AMBROISE_CHECK(require(session, access::Right::Prescribe));
    AMBROISE_TRY(auto parts, partsOf(practice, session, patient, lines));
    AMBROISE_TRY(const auto profile, practice.profile().get());
    // The sheet is kept as it is printed: in the room that the forms of this post leave.
    const prescription::SheetDress dress{PostPrinters::load().form, signature};
    const auto printer = [sheet = sheetOf(profile), &dress](
                             const prescription::OrdonnanceContent &content, const QString &code) {
        return prescription::printOrdonnance(content, code, sheet, dress);
    };
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(practice.connection()));
    AMBROISE_TRY(const auto ordonnance,
                 practice.ordonnances().sign(patient, std::move(parts), printer, session.actor()));
    const QString number = ordonnance.content.number().value();
    AMBROISE_CHECK(
        practice.alerts().keep(number, shown.report.alerts, shown.lines, reason, session.actor()));
    if (!shown.failure.isEmpty())
        AMBROISE_CHECK(practice.alerts().keepUnchecked(number, shown.failure, session.actor()));
    AMBROISE_CHECK(practice.habits().count(lines, session.actor()));
    AMBROISE_CHECK(transaction.commit());
    return number;
}

QString dispensedText(const QList<dispensing::Dispensation> &history)
{
    if (history.isEmpty())
        return {};
    const dispensing::Dispensation &last = history.last();
    return Words::tr("délivrée le %1 par %2")
        .arg(text::frenchDate(last.at.toLocalTime().date()), last.authorName);
}

QStringList lineStates(const prescription::Ordonnance &ordonnance,
                       const QList<dispensing::Dispensation> &history)
{
    QStringList states;
    for (int line = 0; line < ordonnance.content.lines().size(); ++line) {
        switch (dispensing::stateOf(ordonnance, history, line)) {
        case dispensing::LineState::Open:
            states << QString();
            break;
        case dispensing::LineState::PartlyDispensed:
            states << Words::tr("délivrée en partie");
            break;
        case dispensing::LineState::Dispensed:
            states << Words::tr("délivrée");
            break;
        case dispensing::LineState::NotDispensed:
            states << Words::tr("non délivrée");
            break;
        }
    }
    return states;
}

QString basesText(const QStringList &bases)
{
    const QHash<QString, QString> words = {{u"bdpm"_qs, Words::tr("base publique du %1")},
                                           {u"formulary"_qs, Words::tr("formulaire du %1")},
                                           {u"ansm"_qs, Words::tr("thésaurus du %1")}};
    QStringList said;
    for (const QString &base : bases) {
        const QString kind = base.section(u' ', 0, 0);
        const QDate day = QDate::fromString(base.section(u' ', 1), Qt::ISODate);
        if (words.contains(kind))
            said << words.value(kind).arg(text::frenchDate(day));
    }
    return said.join(u", "_qs);
}

//! Whose card signed it, verified again; a signature that is not of it is told.
QString cardSignedText(Practice &practice, const prescription::Ordonnance &ordonnance)
{
    const auto signer = practice.cardSignatures().of(ordonnance.content);
    if (!signer.ok())
        return Words::tr("signature de carte fausse");
    if (!*signer)
        return {};
    const auto holder = cards::CardHolder::fromCertificate((*signer)->certificate.toDer());
    return Words::tr("signée par la carte de %1, autorité de la carte non vérifiée")
        .arg(holder.ok() ? holder->name() : (*signer)->certificate.subjectName());
}

Result<QList<SignedRow>> signedOnes(Practice &practice, PatientId patient)
{
    QList<SignedRow> rows;
    AMBROISE_TRY(const auto ids, practice.patients().recordIds(patient));
    AMBROISE_TRY(const auto kept, practice.ordonnances().ofPatient(ids));
    for (const prescription::Ordonnance &one : kept) {
        AMBROISE_TRY(const auto known, practice.dispensations().of(one.content.number()));
        rows.append({one.content.number().value(), one.content.signedAt(), one.content.lines(),
                     one.isCancelled(), one.cancelReason, dispensedText(known),
                     lineStates(one, known), basesText(one.bases), cardSignedText(practice, one)});
    }
    return rows;
}

Status cancel(Practice &practice, const access::Session &session, const QString &number,
              const QString &reason)
{
    AMBROISE_CHECK(require(session, access::Right::Prescribe));
    AMBROISE_TRY(const auto parsed, prescription::OrdonnanceNumber::parse(number));
    return practice.ordonnances().cancel(parsed, reason, session.actor());
}

Result<prescription::PrintedOrdonnance>
sheetsToPrint(Practice &practice, const access::Session &session, const QString &number)
{
    AMBROISE_TRY(const auto parsed, prescription::OrdonnanceNumber::parse(number));
    AMBROISE_TRY(const auto ordonnance, practice.ordonnances().byNumber(parsed));
    AMBROISE_CHECK(require(session, access::Right::ReadClinical, ordonnance.patient));
    AMBROISE_TRY(const auto profile, practice.profile().get());
    // Of nobody but who signed it.
    const prescription::SheetDress dress{PostPrinters::load().form,
                                         ordonnance.prescriber == session.account().id
                                             ? usualSignature(practice, session)
                                             : std::nullopt};
    const auto duplicate = [&](const prescription::OrdonnanceContent &content,
                               const QString &code) {
        return prescription::printOrdonnance(content, code,
                                             profile.demonstration ? prescription::Sheet::Specimen
                                                                   : prescription::Sheet::Duplicata,
                                             dress);
    };
    return practice.ordonnances().toPrint(ordonnance, duplicate, session.actor());
}

//! Handed to a printer: what is printed next is a duplicata. Where sheets are missing yet they are
//! none, and what is out is told all the same.
Status notePrinted(Practice &practice, const audit::Actor &actor, const QString &number,
                   bool inPart)
{
    AMBROISE_TRY(const auto parsed, prescription::OrdonnanceNumber::parse(number));
    if (!inPart)
        return practice.ordonnances().notePrinted(parsed, actor);
    AMBROISE_TRY(const auto one, practice.ordonnances().byNumber(parsed));
    return practice.journal().record(
        {audit::Action::Print, audit::Subject::Ordonnance, one.id.value, one.patient, number},
        actor);
}

QString printJobTitle(const QString &number)
{
    return Words::tr("Ordonnance %1").arg(number);
}

//! What did not go out of each ordonnance, by its number.
using LeftSheets = QHash<QString, SentPaper>;

//! What is printed of it: all, or what did not go out the last time.
QList<PrintPart> partsToPrint(const LeftSheets &left, const QString &number,
                              const prescription::PrintedOrdonnance &sheets)
{
    return left.contains(number) ? left.value(number).left : printPartsOf(sheets);
}

void noteSent(LeftSheets &left, const QString &number, const SentPaper &sent)
{
    if (sent.left.isEmpty())
        left.remove(number);
    else
        left.insert(number, sent);
}

Status openSheets(Practice &practice, const access::Session &session,
                  const std::shared_ptr<LeftSheets> &left, const OpenPdf &openPdf,
                  const QString &number)
{
    AMBROISE_TRY(const auto sheets, sheetsToPrint(practice, session, number));
    Printing printing;
    printing.parts = partsToPrint(*left, number, sheets);
    const auto note = [&practice, actor = session.actor(), number](bool inPart) {
        // It is out; at worst the next sheet says again that it is the first.
        if (const Status noted = notePrinted(practice, actor, number, inPart); !noted.ok())
            qWarning("a print could not be noted: %s", qPrintable(noted.error().subject));
    };
    printing.left = [left, number, note](const SentPaper &sent) {
        noteSent(*left, number, sent);
        note(true);
    };
    printing.done = [left, number, note] {
        left->remove(number);
        note(false);
    };
    return openPdf(sheets.pdf, printing);
}

QFuture<Result<QString>> printSheets(Practice &practice, const access::Session &session,
                                     const std::shared_ptr<LeftSheets> &left,
                                     const PrintMachine &machine, const QString &number)
{
    const auto sheets = sheetsToPrint(practice, session, number);
    if (!sheets.ok())
        return QtFuture::makeReadyFuture(Result<QString>(sheets.error()));
    return printParts(sheets->pdf, printJobTitle(number), partsToPrint(*left, number, *sheets),
                      machine)
        .then([left, number](const Result<SentPaper> &sent) {
            if (!sent.ok())
                return Result<QString>(sent.error());
            noteSent(*left, number, *sent);
            return Result<QString>(sent->told);
        });
}

void addPrinting(prescription::ui::OrdonnanceServices &services, Practice &practice,
                 const access::Session &session, OpenPdf openPdf, PrintMachine machine)
{
    const auto left = std::make_shared<LeftSheets>();
    services.printed = [&practice, &session, left](const QString &number) {
        return notePrinted(practice, session.actor(), number, left->contains(number));
    };
    services.openPdf = [&practice, &session, left,
                        openPdf = std::move(openPdf)](const QString &number) {
        return openSheets(practice, session, left, openPdf, number);
    };
    services.print = [&practice, &session, left,
                      machine = std::move(machine)](const QString &number) {
        return printSheets(practice, session, left, machine, number);
    };
    services.leftToPrint = [left](const QString &number) {
        return left->value(number).leftTold;
    };
}

} // namespace

DrugChoice drugChoice(const drugs::Drug &drug)
{
    QStringList detail{drug.inn.join(u", "_qs)};
    if (!drug.holder.isEmpty())
        detail << drug.holder;
    if (!drug.marketed)
        detail << Words::tr("non commercialisé");
    return {drug.cis.toString(), drug.label, detail.join(u" · "_qs), priceText(drug),
            drug.marketed};
}

prescription::ui::ProtocolServices protocolServices(Practice &practice,
                                                    const access::Session &session)
{
    prescription::ui::ProtocolServices services;
    services.all = [&practice, &session] {
        return practice.protocols().of(session.account().id);
    };
    services.save = [&practice, &session](
                        const prescription::Protocol &one) -> Result<prescription::ProtocolId> {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        return practice.protocols().save(one, session.actor());
    };
    services.remove = [&practice, &session](prescription::ProtocolId id) {
        return practice.protocols().remove(id, session.actor());
    };
    services.explain = sentenceOf;
    return services;
}

QWidget *alertSettingsPage(Practice &practice, const access::Session &session)
{
    prescription::ui::AlertSettingsServices services;
    services.get = [&practice, &session] {
        return practice.alertSettings().of(session.account().id);
    };
    services.keep = [&practice, &session](const prescription::AlertSettings &chosen) -> Status {
        AMBROISE_CHECK(require(session, access::Right::Prescribe));
        return practice.alertSettings().keep(chosen, session.actor());
    };
    services.explain = sentenceOf;
    return new prescription::ui::AlertSettingsPage(std::move(services));
}

prescription::ui::OrdonnanceServices
ordonnanceServices(Practice &practice, const access::Session &session, PatientId patient,
                   OpenPdf openPdf, SignatureSource signature, PrintMachine machine)
{
    prescription::ui::OrdonnanceServices services;
    services.searchDrugs = [&practice](const QString &typed) {
        return searchDrugs(practice, typed);
    };
    services.remarks =
        [&practice, &session,
         patient](const QList<prescription::Line> &lines) -> Result<QList<prescription::Remark>> {
        AMBROISE_CHECK(require(session, access::Right::ReadClinical, patient));
        AMBROISE_TRY(const auto parts, partsOf(practice, session, patient, lines));
        return prescription::OrdonnanceContent::remarks(parts);
    };
    services.check =
        [&practice, &session,
         patient](const QList<prescription::Line> &lines) -> Result<prescription::ui::Checked> {
        AMBROISE_CHECK(require(session, access::Right::ReadClinical, patient));
        AMBROISE_TRY(auto checked,
                     checkOrdonnance(practice, patient, lines, session.account().person.specialty));
        AMBROISE_TRY(const auto chosen, practice.alertSettings().of(session.account().id));
        checked.foldedByChoice = chosen.fold(checked.report.alerts);
        return checked;
    };
    if (session.may(access::Right::WriteClinical)) {
        services.stopTreatment = [&practice, &session, patient](record::EntryId treatment,
                                                                const QString &words) {
            return stopTreatment(
                practice, session, patient, treatment,
                {practice.clock().today(), record::StopReason::ContraIndication, words});
        };
        services.resumeTreatment = [&practice, &session, patient](record::EntryId treatment) {
            return takeBackStop(practice, session, patient, treatment);
        };
    }
    services.habits = [&practice, &session](const QString &cis, const QString &label) {
        constexpr int most = 5;
        return practice.habits().of(session.account().id, cis, label, most);
    };
    services.forgetHabit = [&practice, &session](const QString &cis, const QString &label,
                                                 const prescription::Habit &habit) {
        return practice.habits().forget(cis, label, habit, session.actor());
    };
    services.otherName = [&practice](const QString &cis,
                                     const QString &label) -> Result<DrugChoice> {
        AMBROISE_TRY(const auto code, drugs::Cis::parse(cis));
        AMBROISE_TRY(const auto detail, practice.drugs().detail(code));
        AMBROISE_TRY(const QString name, prescription::otherName(detail, label));
        return DrugChoice{cis, name};
    };
    services.protocols = protocolServices(practice, session);
    services.prices = [&practice](const QList<prescription::Line> &lines) {
        return pricesOf(practice, lines);
    };
    services.sign = [&practice, &session, patient, signature = std::move(signature)](
                        const QList<prescription::Line> &lines,
                        const prescription::ui::Checked &shown, const QString &reason) {
        return sign(practice, session, patient, lines, shown, reason,
                    signature ? signature() : usualSignature(practice, session));
    };
    services.cancel = [&practice, &session](const QString &number, const QString &reason) {
        return cancel(practice, session, number, reason);
    };
    addPrinting(services, practice, session, std::move(openPdf), std::move(machine));
    services.signedOnes = [&practice, &session, patient]() -> Result<QList<SignedRow>> {
        AMBROISE_CHECK(require(session, access::Right::ReadClinical, patient));
        return signedOnes(practice, patient);
    };
    services.saveDraft = [&practice, &session, patient](const QString &body) {
        const UserId author = session.account().id;
        return body.isEmpty()
                   ? practice.drafts().drop(author, ordonnanceDraft, patient.value)
                   : practice.drafts().save(author, ordonnanceDraft, patient.value, body);
    };
    services.explain = sentenceOf;
    return services;
}

} // namespace ambroise::app
