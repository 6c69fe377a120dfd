// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheetlayout.h"

#include <ambroise/core/text.h>
#include <ambroise/documents/paper.h>
#include <ambroise/identity/oid.h>
#include <ambroise/prescription/fullletters.h>

#include <algorithm>
#include <numeric>

namespace ambroise::prescription {
namespace {

using documents::PdfCanvas;
using documents::TextStyle;

constexpr double millimetre = 72 / 25.4;
constexpr double left = 14 * millimetre;
constexpr double right = PdfCanvas::pageWidth - 14 * millimetre;
constexpr double width = right - left;
constexpr double top = 12 * millimetre;
constexpr double headerBottom = top + 62;
constexpr double titleDistance = 78; //!< from the patient
constexpr double titleWidth = width * 0.5;
constexpr double codeHeight = 34 * millimetre;
constexpr double qrSide = 26 * millimetre;
constexpr double signatureWidth = 44 * millimetre;
constexpr double signatureHeight = 17 * millimetre;
constexpr double numberColumn = 20;
constexpr double rightColumn = 118;
constexpr double zoneTitleHeight = 22;
constexpr double zoneInset = 12;
constexpr double lineGap = 9;

const TextStyle body{10};
const TextStyle strong{10, true};
const TextStyle small{8.5};
const TextStyle titleStyle{13, true};
const TextStyle mentionStyle{9.5};

// Titles of the form Cerfa 14465*01.
const auto aldTitle =
    u"Prescriptions relatives au traitement de l’affection de longue durée reconnue"_qs;
const auto aldStrong = u"(AFFECTION EXONÉRANTE)"_qs;
const auto otherTitle = u"Prescriptions SANS RAPPORT avec l’affection de longue durée"_qs;
const auto otherStrong = u"(MALADIES INTERCURRENTES)"_qs;

QString sexWord(const QString &sex)
{
    return sex == u"F" ? u"féminin"_qs : sex == u"M" ? u"masculin"_qs : u"indéterminé"_qs;
}

QString born(const QString &sex)
{
    return sex == u"F" ? u"née le"_qs : sex == u"M" ? u"né le"_qs : u"né(e) le"_qs;
}

QString sheetMention(Sheet sheet)
{
    switch (sheet) {
    case Sheet::Original:
        return {};
    case Sheet::Duplicata:
        return u"DUPLICATA"_qs;
    case Sheet::Specimen:
        return u"SPÉCIMEN, CABINET DE DÉMONSTRATION, SANS VALEUR"_qs;
    case Sheet::Draft:
        return u"BROUILLON, NE VAUT PAS ORDONNANCE"_qs;
    }
    return {};
}

//! In letters too where a pen could add one.
QString countText(qsizetype count, bool inLetters)
{
    const QString text =
        count == 1 ? u"1 ligne prescrite"_qs : u"%1 lignes prescrites"_qs.arg(count);
    return inLetters ? u"%1 (%2)"_qs.arg(text, cardinal(count, true).value_or(QString())) : text;
}

} // namespace

SheetLayout::SheetLayout(PdfCanvas &canvas, const SheetHead &head, const QList<SheetLine> &lines,
                         SheetKind kind)
    : m_canvas(canvas)
    , m_head(head)
    , m_lines(lines)
    , m_kind(std::move(kind))
{
}

int SheetLayout::draw()
{
    const QList<Page> pages = paginated();
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            m_canvas.newPage();
        drawMention();
        if (!isPrePrinted())
            drawHeader();
        drawPatient();
        drawTitle();
        drawPage(pages.at(i), i + 1 == pages.size());
        drawFooter(int(i) + 1, int(pages.size()));
    }
    return int(pages.size());
}

bool SheetLayout::isBizone() const
{
    return m_kind.support == Support::Ordinary &&
           std::any_of(m_lines.begin(), m_lines.end(),
                       [](const SheetLine &line) { return line.ald; });
}

double SheetLayout::patientTop() const
{
    return isPrePrinted() ? m_kind.form.head() * millimetre : headerBottom + 12;
}

double SheetLayout::footerTop() const
{
    return PdfCanvas::pageHeight - (isPrePrinted() ? m_kind.form.foot() : 16) * millimetre;
}

double SheetLayout::titleHeight() const
{
    return std::max(20.0, m_canvas.heightOf(m_kind.title, titleWidth, titleStyle) + 4);
}

double SheetLayout::mentionsHeight() const
{
    return std::accumulate(m_kind.mentions.begin(), m_kind.mentions.end(), 0.0,
                           [this](double height, const QString &mention) {
                               return height + m_canvas.heightOf(mention, width, mentionStyle);
                           });
}

double SheetLayout::bodyTop() const
{
    return patientTop() + titleDistance + titleHeight() + mentionsHeight() + 10;
}

double SheetLayout::bodyBottom(bool last) const
{
    return last ? footerTop() - codeHeight - 8 : footerTop() - 8;
}

double SheetLayout::heightOf(const SheetLine &line) const
{
    const double inner = width - 2 * zoneInset - numberColumn - rightColumn;
    const double text =
        m_canvas.heightOf(line.name, inner, strong) + m_canvas.heightOf(line.posology, inner, body);
    return std::max(text,
                    line.right.isEmpty() ? 0 : m_canvas.heightOf(line.right, rightColumn, small)) +
           lineGap;
}

QList<QList<SheetLine>> SheetLayout::chunks(const QList<SheetLine> &lines, double room) const
{
    QList<QList<SheetLine>> parts{{}};
    double used = 0;
    for (const SheetLine &line : lines) {
        const double height = heightOf(line);
        if (used + height > room && !parts.last().isEmpty()) {
            parts.append(QList<SheetLine>{});
            used = 0;
        }
        parts.last() << line;
        used += height;
    }
    return parts;
}

QList<SheetLayout::Page> SheetLayout::paginated() const
{
    // Every page is measured as the last one, which has the least room: what fits there fits
    // anywhere.
    const double room = bodyBottom(true) - bodyTop();
    QList<Page> pages;
    if (!isBizone()) {
        for (const auto &part : chunks(m_lines, room - 20))
            pages.append(Page{Zone{{}, {}, part}});
        return pages;
    }
    QList<SheetLine> ald;
    QList<SheetLine> other;
    for (const SheetLine &line : m_lines)
        (line.ald ? ald : other) << line;
    const double zoneRoom = room / 2 - zoneTitleHeight - 2 * zoneInset - 20;
    const auto upper = chunks(ald, zoneRoom);
    const auto lower = chunks(other, zoneRoom);
    for (qsizetype i = 0; i < std::max(upper.size(), lower.size()); ++i)
        pages.append(Page{Zone{aldTitle, aldStrong, upper.value(i)},
                          Zone{otherTitle, otherStrong, lower.value(i)}});
    return pages;
}

void SheetLayout::drawMention()
{
    if (const QString mention = sheetMention(m_kind.sheet); !mention.isEmpty())
        m_canvas.text(left, top - 16, width, mention, {8.5, true, false, Qt::AlignHCenter});
}

void SheetLayout::drawHeader()
{
    const PrescriberOnPaper &who = m_head.prescriber;
    double y = top;
    const bool doctor = who.title.isEmpty() || who.title.startsWith(u"D");
    const QString name =
        (doctor ? u"Docteur "_qs : who.title + u' ') + who.givenName + u' ' + who.surname.toUpper();
    y += m_canvas.text(left, y, width * 0.46, name, {14, true});
    if (!who.specialty.isEmpty())
        y += m_canvas.text(left, y, width * 0.46, who.specialty, {9});
    QString ids = u"RPPS "_qs + who.rpps;
    if (!who.amNumber.isEmpty())
        ids += u"  ·  AM "_qs + who.amNumber;
    m_canvas.text(left, y, width * 0.46, ids, {9});

    const TextStyle atRight{9, false, false, Qt::AlignRight};
    const double x = left + width * 0.46;
    double yr = top + 2;
    yr += m_canvas.text(x, yr, width * 0.54, who.practice, {9, true, false, Qt::AlignRight});
    const QString address =
        who.address.endsWith(u"France") ? who.address : who.address + u", France"_qs;
    yr += m_canvas.text(x, yr, width * 0.54, address, atRight);
    QStringList contact;
    if (!who.phone.isEmpty())
        contact << internationalPhone(who.phone);
    if (!who.email.isEmpty())
        contact << who.email;
    m_canvas.text(x, yr, width * 0.54, contact.join(u"  ·  "_qs), atRight);
    m_canvas.line(left, headerBottom, right, headerBottom);
}

void SheetLayout::drawPatient()
{
    const PatientOnPaper &who = m_head.patient;
    const double column = who.insMatricule.isEmpty() ? width : width * 0.54;
    double y = patientTop();
    y += m_canvas.text(left, y, column, who.surname + u' ' + who.givenNames, {13, true});
    QStringList used;
    if (!who.usedSurname.isEmpty())
        used << u"Nom utilisé : "_qs + who.usedSurname;
    if (!who.usedGivenName.isEmpty())
        used << u"Prénom utilisé : "_qs + who.usedGivenName;
    if (!used.isEmpty())
        y += m_canvas.text(left, y, column, used.join(u"  ·  "_qs), body);
    QStringList facts{u"Sexe : "_qs + sexWord(who.sex),
                      born(who.sex) + u' ' + text::frenchDate(who.birthDate)};
    if (const QString age = text::frenchAge(who.birthDate, m_head.signedAt.toLocalTime().date());
        !age.isEmpty())
        facts << age;
    if (who.weightKg > 0)
        facts << text::frenchNumber(who.weightKg, 1) + u" kg"_qs;
    if (who.heightCm > 0)
        facts << QString::number(who.heightCm) + u" cm"_qs;
    m_canvas.text(left, y, column, facts.join(u"  ·  "_qs), body);
    if (!who.insMatricule.isEmpty())
        drawInsBox();
}

void SheetLayout::drawInsBox()
{
    const PatientOnPaper &who = m_head.patient;
    const auto authority = identity::authorityOf(who.insOid);
    const double boxLeft = left + width * 0.56;
    documents::drawInsBox(m_canvas, boxLeft, patientTop(), right - boxLeft,
                          {who.insMatricule, authority ? identity::nature(*authority) : QString(),
                           who.surname, who.givenNames, who.sex, who.birthDate, who.birthPlaceCode,
                           m_head.ins});
}

void SheetLayout::drawTitle()
{
    double y = patientTop() + titleDistance;
    m_canvas.text(left, y, titleWidth, m_kind.title, titleStyle);
    const QString day = text::frenchLongDate(m_head.signedAt.toLocalTime().date());
    const QString city = m_head.prescriber.city;
    m_canvas.text(left + titleWidth, y + 2, width - titleWidth,
                  city.isEmpty() ? u"Le "_qs + day : city + u", le "_qs + day,
                  {10, false, false, Qt::AlignRight});
    y += titleHeight();
    for (const QString &mention : m_kind.mentions)
        y += m_canvas.text(left, y, width, mention, mentionStyle);
}

void SheetLayout::drawPage(const Page &page, bool last)
{
    const double bottom = bodyBottom(last);
    if (page.size() == 1) {
        drawZone(page.first(), bodyTop(), bottom);
    } else {
        const double middle = bodyTop() + (bottom - bodyTop()) / 2;
        drawZone(page.at(0), bodyTop(), middle - 5);
        drawZone(page.at(1), middle + 5, bottom);
    }
    if (last)
        drawCodeAndSignature();
}

void SheetLayout::drawZone(const Zone &zone, double zoneTop, double bottom)
{
    double x = left;
    double y = zoneTop;
    double lineWidth = width;
    double unusedBottom = bottom;
    if (!zone.title.isEmpty()) {
        m_canvas.fill({left, zoneTop, width, zoneTitleHeight}, 240);
        m_canvas.frame({left, zoneTop, width, bottom - zoneTop});
        m_canvas.line(left, zoneTop + zoneTitleHeight, right, zoneTop + zoneTitleHeight);
        m_canvas.text(left, zoneTop + 5, width, zone.title + u' ' + zone.strongTitle,
                      {9, false, false, Qt::AlignHCenter});
        x += zoneInset;
        y += zoneTitleHeight + zoneInset;
        lineWidth -= 2 * zoneInset;
        unusedBottom -= zoneInset;
    }
    for (const SheetLine &line : zone.lines)
        y += drawLine(line, x, y, lineWidth);
    drawUnused(x, x + lineWidth, y + 2, unusedBottom);
}

double SheetLayout::drawLine(const SheetLine &line, double x, double y, double lineWidth)
{
    const double inner = lineWidth - numberColumn - rightColumn;
    m_canvas.text(x, y + 1, numberColumn, QString::number(line.number), small);
    double height = m_canvas.text(x + numberColumn, y, inner, line.name, strong);
    height += m_canvas.text(x + numberColumn, y + height, inner, line.posology, body);
    if (!line.right.isEmpty()) {
        const TextStyle atRight{8.5, false, false, Qt::AlignRight};
        height = std::max(height, m_canvas.text(x + lineWidth - rightColumn, y + 1, rightColumn,
                                                line.right, atRight));
    }
    return height + lineGap;
}

void SheetLayout::drawUnused(double from, double to, double zoneTop, double bottom)
{
    if (bottom - zoneTop < 8)
        return;
    m_canvas.line(from, zoneTop, to, zoneTop);
    m_canvas.line(to, zoneTop, from, bottom);
    m_canvas.line(from, bottom, to, bottom);
}

void SheetLayout::drawCodeAndSignature()
{
    const double y = footerTop() - codeHeight;
    double x = left;
    if (m_head.qr) {
        m_canvas.code(left, y + 4, qrSide, *m_head.qr);
        x += qrSide + 12;
    }
    double column = y + 6;
    if (!m_head.number.isEmpty())
        column += m_canvas.text(x, column, 230, m_head.number, {11, true, true});
    if (m_head.qr) {
        column += 2;
        m_canvas.text(
            x, column, 230,
            u"Ce code prouve l’authenticité de l’ordonnance, aussi sans réseau. Il contient son "
            u"numéro, sa "
            "date, l’empreinte de son contenu et la signature du cabinet ; aucun nom, aucun médicament."_qs,
            {8});
    }
    drawDispenser(x, footerTop() - 16);
    m_canvas.text(right - signatureWidth, y + 4, signatureWidth, u"Signature"_qs,
                  {9, false, false, Qt::AlignHCenter});
    if (m_head.signature)
        m_canvas.signature({right - signatureWidth, y + 17, signatureWidth, signatureHeight},
                           *m_head.signature);
    if (m_head.qr) {
        const QDateTime local = m_head.signedAt.toLocalTime();
        m_canvas.text(right - signatureWidth, footerTop() - 30, signatureWidth,
                      u"Code signé par le cabinet,\n%1 à %2"_qs.arg(
                          text::frenchDate(local.date()), local.time().toString(u"HH:mm")),
                      {8, false, false, Qt::AlignHCenter});
    }
}

//! CSS L.162-4-2: the ordonnance names the pharmacist who dispenses a substitution treatment.
void SheetLayout::drawDispenser(double x, double y)
{
    if (isPrePrinted() && !m_head.dispenser.isEmpty())
        m_canvas.text(x, y, 260, u"Pharmacien chargé de la délivrance : "_qs + m_head.dispenser,
                      {9, true});
}

void SheetLayout::drawFooter(int page, int pages)
{
    if (!isPrePrinted())
        m_canvas.line(left, footerTop(), right, footerTop());
    const double y = footerTop() + 5;
    m_canvas.text(left, y, width / 3, countText(m_lines.size(), isPrePrinted()), small);
    m_canvas.text(left + width / 4, y, width / 2,
                  m_head.patient.surname + u' ' + m_head.patient.givenNames + u", "_qs +
                      text::frenchDate(m_head.patient.birthDate),
                  {8.5, false, false, Qt::AlignHCenter});
    m_canvas.text(left + width * 2 / 3, y, width / 3, u"Page %1 sur %2"_qs.arg(page).arg(pages),
                  {8.5, false, false, Qt::AlignRight});
}

} // namespace ambroise::prescription
