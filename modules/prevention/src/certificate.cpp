// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/print.h>

#include <ambroise/core/text.h>

#include <algorithm>
#include <array>

namespace ambroise::prevention {
namespace {

using documents::Paper;
using documents::PaperHead;
using documents::PaperPatient;
using documents::PdfCanvas;
using documents::TextStyle;

struct ColumnOfTable {
    double x;
    double width;
    QStringView title;
};

constexpr std::array columns = {
    ColumnOfTable{Paper::left, 62, u"Date"},
    ColumnOfTable{Paper::left + 68, 150, u"Vaccin"},
    ColumnOfTable{Paper::left + 224, 142, u"Contre"},
    ColumnOfTable{Paper::left + 372, 62, u"Lot"},
    ColumnOfTable{Paper::left + 440, Paper::width - 440, u"Par"},
};
const TextStyle cell{9, false, false, Qt::AlignLeft, 1.25};
const TextStyle strongCell{9, true, false, Qt::AlignLeft, 1.25};
constexpr double gap = 4;

QString shownDate(const std::optional<PartialDate> &date)
{
    if (!date || date->year() == 0)
        return u"inconnue"_qs;
    if (const auto whole = date->whole())
        return text::frenchDate(*whole);
    const QString year = QString::number(date->year());
    return date->month() == 0 ? year
                              : u"%1/%2"_qs.arg(date->month(), 2, 10, QLatin1Char('0')).arg(year);
}

QList<Vaccination> oldestFirst(QList<Vaccination> all)
{
    std::stable_sort(all.begin(), all.end(), [](const Vaccination &a, const Vaccination &b) {
        const auto day = [](const Vaccination &one) {
            const QDate known = one.parts.date ? earliest(*one.parts.date) : QDate();
            return known.isValid() ? known : QDate(9999, 12, 31);
        };
        return day(a) < day(b);
    });
    return all;
}

double drawWhose(PdfCanvas &canvas, double y, const PaperPatient &patient, QDate day)
{
    y += canvas.text(Paper::left, y, Paper::width, u"Certificat de vaccination"_qs, {15, true}) + 8;
    y = documents::drawPatient(canvas, Paper::left, y, Paper::width, patient, day);
    if (patient.ins)
        y += canvas.text(Paper::left, y, Paper::width, u"INS "_qs + patient.ins->matricule);
    return y + 12;
}

double drawTitles(PdfCanvas &canvas, double y)
{
    double height = 0;
    for (const ColumnOfTable &column : columns)
        height = std::max(
            height, canvas.text(column.x, y, column.width, column.title.toString(), strongCell));
    y += height + gap;
    canvas.line(Paper::left, y, Paper::left + Paper::width, y, 0.75);
    return y + gap;
}

QStringList cellsOf(const Vaccination &one, const Vaccines &vaccines)
{
    QString vaccine = one.parts.vaccine;
    if (!one.parts.dose.isEmpty())
        vaccine += u" (dose : %1)"_qs.arg(one.parts.dose);
    const QString by =
        one.parts.here ? one.parts.by
                       : (one.parts.by.isEmpty() ? u"déclaré"_qs : one.parts.by + u", déclaré"_qs);
    return {shownDate(one.parts.date), vaccine, vaccines.labels(one.parts.valences), one.parts.lot,
            by};
}

} // namespace

Result<QByteArray> vaccinationCertificate(const PaperHead &head, const PaperPatient &patient,
                                          const QList<Vaccination> &vaccinations,
                                          const Vaccines &vaccines, QDate day)
{
    if (vaccinations.isEmpty())
        return Error{ErrorCode::NotFound, u"vaccination.none"_qs, {}};
    PdfCanvas canvas(u"Certificat de vaccination"_qs, head.left.value(0));
    double y = drawTitles(canvas, drawWhose(canvas, drawHead(canvas, head), patient, day));
    const auto endPage = [&](int page) {
        canvas.text(
            Paper::left, Paper::bottom + 8, Paper::width,
            u"%1, %2 · page %3"_qs.arg(patient.name, text::frenchDate(patient.birth)).arg(page),
            {8, false, false, Qt::AlignHCenter});
    };
    int page = 1;
    for (const Vaccination &one : oldestFirst(vaccinations)) {
        const QStringList cells = cellsOf(one, vaccines);
        double height = 0;
        for (size_t i = 0; i < columns.size(); ++i)
            height = std::max(height,
                              canvas.heightOf(cells.at(qsizetype(i)), columns.at(i).width, cell));
        if (y + height > Paper::bottom - 70) { // room for the signature
            endPage(page++);
            canvas.newPage();
            y = drawTitles(canvas, drawHead(canvas, head));
        }
        for (size_t i = 0; i < columns.size(); ++i)
            canvas.text(columns.at(i).x, y, columns.at(i).width, cells.at(qsizetype(i)),
                        i == 0 ? strongCell : cell);
        y += height + gap;
        canvas.line(Paper::left, y, Paper::left + Paper::width, y, 0.25);
        y += gap;
    }
    y += 10;
    canvas.text(Paper::left, y, Paper::width,
                u"« Déclaré » : d’après le carnet ou les dires, non fait au cabinet."_qs, {8.5});
    canvas.text(Paper::left + Paper::width / 2, y + 16, Paper::width / 2,
                u"%1, le %2"_qs.arg(head.city, text::frenchLongDate(day)), {10});
    canvas.text(Paper::left + Paper::width / 2, y + 30, Paper::width / 2, u"Signature :"_qs, {10});
    endPage(page);
    return canvas.finish();
}

} // namespace ambroise::prevention
