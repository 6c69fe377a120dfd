// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentencewriter.h"
#include "sheetlayout.h"

#include <ambroise/codes/datamatrix.h>
#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/codes/qr.h>
#include <ambroise/core/text.h>
#include <ambroise/documents/pdfcanvas.h>
#include <ambroise/prescription/fullletters.h>
#include <ambroise/prescription/print.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::prescription {
namespace {

QString renewalText(const Line &line)
{
    QStringList words;
    if (line.nonSubstitutable != NonSubstitutable::No)
        words << u"non substituable (%1)"_qs.arg(code(line.nonSubstitutable));
    if (line.offLabel)
        words << u"Prescription hors autorisation de mise sur le marché"_qs;
    if (line.notReimbursed || line.offLabel)
        words << u"NR"_qs;
    if (line.ald && line.support == Support::Secured) // the form has no zone for it
        words << u"en rapport avec l’ALD"_qs;
    if (line.workInjury)
        words << u"AT/MP"_qs;
    if (line.prevention)
        words << u"prévention"_qs;
    if (line.singleDelivery)
        words << u"délivrance en une seule fois"_qs;
    else if (line.fractionDays > 0)
        words << u"délivrance fractionnée de %1 jours"_qs.arg(line.fractionDays);
    if (line.overlapAllowed)
        words << u"chevauchement autorisé"_qs;
    if (line.renewals > 0)
        words << u"à renouveler %1 fois"_qs.arg(line.renewals);
    return words.join(u'\n');
}

QString durationText(int days)
{
    if (days % 30 == 0)
        return u"%1 mois"_qs.arg(days / 30);
    return days == 1 ? u"1 jour"_qs : u"%1 jours"_qs.arg(days);
}

bool hasPhases(const Posology &posology)
{
    const QList<Dosage> &dosages = posology.dosages();
    return std::any_of(dosages.cbegin(), dosages.cend(),
                       [](const Dosage &one) { return one.link == Dosage::Link::Then; });
}

//! What comes last tells when it ends; of phases, the first ones alone would leave that open.
bool saysHowLong(const Posology &posology)
{
    const QList<Dosage> &dosages = posology.dosages();
    const auto says = [](const Dosage &one) {
        return one.bounds.duration.isSaid() || one.bounds.to.isValid() || one.timing.once;
    };
    if (dosages.isEmpty())
        return false;
    return hasPhases(posology) ? says(dosages.last())
                               : std::any_of(dosages.cbegin(), dosages.cend(), says);
}

//! "2 cp 3x/j pdt 5 j": of whoever types; the patient reads words.
bool abbreviates(const QString &posology)
{
    static const QRegularExpression shorthand(
        u"\\b(?:cpr?s?|g[eé]l|gttes?|inj|amp|pulv|suppo|sach|caps|appl|pdt|qsp|mat|sem|ttes?|tts?|"
        u"ts|"
        "sc|im|iv|po|c[aà][cs])\\b|\\d\\s*[xj]\\b|/\\s*(?:j|h|\\d)|\\bj\\s?\\d|\\d\\s*[x*]\\s*\\d"_qs,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return shorthand.match(posology).hasMatch();
}

} // namespace

std::optional<codes::ModuleGrid> insGridOf(const PatientOnPaper &patient)
{
    if (patient.insMatricule.isEmpty())
        return std::nullopt;
    const auto payload = codes::InsPayload::make(
        {QString(patient.insMatricule).remove(u' '), patient.insOid, patient.givenNames,
         patient.surname, patient.sex, patient.birthDate, patient.birthPlaceCode});
    if (!payload.ok())
        return std::nullopt;
    const auto grid = codes::datamatrixGrid(payload->bytes());
    return grid.ok() ? std::optional(*grid) : std::nullopt;
}

QString internationalPhone(const QString &phone)
{
    QString digits;
    for (const QChar c : phone)
        if (c.isDigit())
            digits += c;
    if (digits.size() != 10 || !digits.startsWith(u'0'))
        return phone.trimmed();
    QString out = u"+33 "_qs + digits.at(1);
    for (int i = 2; i < 10; i += 2)
        out += u' ' + digits.mid(i, 2);
    return out;
}

PosologyReading readingOf(const Line &line)
{
    const auto read = readPosology(line.posology, DoseUnit::ofForm(line.label));
    return read.ok() ? *read : PosologyReading{};
}

QString printedPosology(const Line &line)
{
    QString text = line.posology.simplified();
    while (text.endsWith(u'.'))
        text.chop(1);
    const QString folded = text::folded(text);
    bool saysDuration = folded.contains(u" PENDANT ") || folded.startsWith(u"PENDANT ");
    bool inPhases = false;
    if (const PosologyReading reading = readingOf(line); reading.isSure()) {
        const Posology &posology = reading.readings.first();
        inPhases = hasPhases(posology);
        saysDuration = saysHowLong(posology) || (saysDuration && !inPhases);
        // Each number is followed by its unit (HAS référentiel LAP 2016, criterion 50): the
        // keypad's shorthand is printed as the sentence that was shown while it was typed.
        const auto bare = readPosology(line.posology);
        const bool lacksUnit = bare.ok() && bare->readings.first().lacksUnit();
        // "appliquer 2x/j": without a dose the verb tells what is done.
        const bool dosed = !posology.isWords() && posology.dosages().first().dose;
        if (lacksUnit || (dosed && abbreviates(line.posology)))
            text = sentence(posology);
    }
    if (line.durationDays > 0 && !saysDuration)
        text +=
            (inPhases ? u", durée totale "_qs : u", pendant "_qs) + durationText(line.durationDays);
    if (line.boxes > 0)
        text += line.boxes == 1 ? u", 1 boîte"_qs : u", %1 boîtes"_qs.arg(line.boxes);
    text += u'.';
    if (!line.comment.trimmed().isEmpty())
        text += u' ' + line.comment.simplified();
    return text;
}

std::optional<QString> posologyInLetters(const Line &line)
{
    PosologyReading reading = readingOf(line);
    if (!reading.isSure())
        return std::nullopt;
    const bool open = line.durationDays > 0 && !saysHowLong(reading.readings.first());
    if (open && hasPhases(reading.readings.first())) {
        const auto phases =
            sentenceInLetters(reading.readings.first(), strengthInLabel(line.label));
        const auto days = cardinal(line.durationDays);
        return phases && days ? std::optional(*phases + u", durée totale "_qs + *days +
                                              (line.durationDays == 1 ? u" jour"_qs : u" jours"_qs))
                              : std::nullopt;
    }
    if (open) {
        Line whole = line;
        whole.posology += u" pendant %1 jours"_qs.arg(line.durationDays);
        reading = readingOf(whole);
        if (!reading.isSure() || !saysHowLong(reading.readings.first()))
            return std::nullopt;
    }
    return sentenceInLetters(reading.readings.first(), strengthInLabel(line.label));
}

namespace {

//! « au coucher », « le matin, puis le soir »: in letters intakes are counted, and the patient has
//! to know when they are.
QString momentsOf(const Line &line)
{
    QStringList moments;
    const PosologyReading reading = readingOf(line);
    if (reading.readings.isEmpty())
        return {};
    for (const Dosage &dosage : reading.readings.first().dosages()) {
        Dosage bare;
        bare.timing.occasions = dosage.timing.occasions;
        const QString text =
            bare.timing.occasions.isEmpty() ? QString() : timingText(NumberStyle::digits(), bare);
        if (!text.isEmpty() && !moments.contains(text))
            moments << text;
    }
    return moments.join(u", puis "_qs);
}

//! As on a secured form: nothing that a pen changes.
QString sentenceFor(const Line &line)
{
    const auto letters =
        line.support == Support::Secured ? posologyInLetters(line) : std::optional<QString>();
    if (!letters)
        return printedPosology(line);
    QString text = *letters;
    if (const QString moments = momentsOf(line); !moments.isEmpty() && !text.contains(moments))
        text += u" ("_qs + moments + u')';
    if (const auto boxes = line.boxes > 0 ? cardinal(line.boxes, true) : std::nullopt)
        text += u", "_qs + *boxes + (line.boxes == 1 ? u" boîte"_qs : u" boîtes"_qs);
    text += u'.';
    if (!line.comment.trimmed().isEmpty())
        text += u' ' + line.comment.simplified();
    return text;
}

QString dispenserOf(const OrdonnanceContent &content)
{
    QStringList names;
    for (const Line &line : content.lines())
        if (!line.dispenser.isEmpty() && !names.contains(line.dispenser))
            names << line.dispenser;
    return names.join(u", "_qs);
}

//! What the form Cerfa 12708*02 says above the drugs (CSS R.163-2 and R.165-1).
QStringList exceptionMentions(const QList<SheetLine> &lines)
{
    const auto concerned =
        std::count_if(lines.begin(), lines.end(), [](const SheetLine &line) { return line.ald; });
    return {u"Articles R. 163-2, troisième alinéa, et R. 165-1 du code de la sécurité sociale. "
            "Prescription conforme aux indications et conditions d’utilisation de la fiche "
            "d’information thérapeutique (FIT)."_qs,
            concerned == 0              ? u"Soins en rapport avec une ALD : NON"_qs
            : concerned == lines.size() ? u"Soins en rapport avec une ALD : OUI"_qs
                                        : u"Soins en rapport avec une ALD : voir chaque ligne"_qs};
}

SheetKind sheetKind(Support support, Sheet sheet, const QList<SheetLine> &lines,
                    const FormRoom &form)
{
    switch (support) {
    case Support::Secured:
        return {support, sheet, {}, {}, form};
    case Support::Exception:
        return {support, sheet,
                u"Ordonnance de médicaments, de produits ou de prestations d’exception"_qs,
                exceptionMentions(lines)};
    case Support::Ordinary:
        break;
    }
    return {support, sheet, u"Ordonnance"_qs, {}};
}

QString startText(const Line &line)
{
    return line.startDate.isValid() ? u" À débuter le %1."_qs.arg(text::frenchDate(line.startDate))
                                    : QString();
}

QList<SheetLine> sheetLines(const OrdonnanceContent &content, Support support)
{
    QList<SheetLine> lines;
    for (const Line &line : content.lines())
        if (line.support == support)
            lines.append({int(lines.size()) + 1, line.label.simplified(),
                          sentenceFor(line) + startText(line), renewalText(line), line.ald});
    return lines;
}

} // namespace

Result<PrintedOrdonnance> printOrdonnance(const OrdonnanceContent &content, const QString &codeText,
                                          Sheet sheet, const SheetDress &dress)
{
    std::optional<codes::ModuleGrid> qr;
    if (!codeText.isEmpty()) {
        AMBROISE_TRY(qr, codes::qrGrid(codeText, codes::QrLevel::M));
    }
    const QString name = content.patient().surname + u' ' + content.patient().givenNames;
    documents::PdfCanvas canvas(u"Ordonnance %1"_qs.arg(content.number().grouped()),
                                content.prescriber().givenName + u' ' +
                                    content.prescriber().surname);
    SheetHead head{content.patient(),           content.prescriber(), content.signedAt(),
                   content.number().grouped(),  dispenserOf(content), qr,
                   insGridOf(content.patient())};
    if (sheet != Sheet::Draft)
        head.signature = dress.signature;
    PrintedOrdonnance printed;
    for (const Support support : {Support::Ordinary, Support::Secured, Support::Exception}) {
        const QList<SheetLine> lines = sheetLines(content, support);
        if (lines.isEmpty())
            continue;
        if (printed.pages > 0)
            canvas.newPage();
        const int pages =
            SheetLayout(canvas, head, lines, sheetKind(support, sheet, lines, dress.form)).draw();
        printed.supports.append({support, printed.pages + 1, pages});
        printed.pages += pages;
    }
    AMBROISE_TRY(printed.pdf, canvas.finish());
    return printed;
}

} // namespace ambroise::prescription
