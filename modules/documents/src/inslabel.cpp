// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/datamatrix.h>
#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/core/text.h>
#include <ambroise/documents/inslabel.h>
#include <ambroise/documents/pdfcanvas.h>

#include <algorithm>

namespace ambroise::documents {
namespace {

constexpr double millimetre = 72 / 25.4;
constexpr double inset = 1.5;       // of what is printed from the label's edge
constexpr double largestCode = 18;  // side of the Datamatrix
constexpr double captionHeight = 3; // « INS à scanner »
constexpr double outline = 0.25;    // points
constexpr double smallest = 0.8;    // of a line's size, so that it need not be broken
constexpr double tightness = 0.98;

struct Label {
    QString name;
    QStringList lines;
    codes::ModuleGrid code;
};

Result<Label> labelOf(const patient::PatientDetails &patient)
{
    AMBROISE_TRY(const QByteArray payload, insPayloadOf(patient.identity));
    AMBROISE_TRY(const auto grid, codes::datamatrixGrid(payload));
    const identity::StrictTraits &traits = patient.identity.traits();
    const identity::Ins &ins = *patient.identity.ins();
    Label label{traits.surname().text() + u' ' + traits.firstGivenName().text(), {}, grid};
    if (traits.givenNames() != traits.firstGivenName())
        label.lines << traits.givenNames().text();
    const QString used =
        QStringList{patient.usedSurname, patient.usedGivenName}.join(u' ').trimmed();
    if (!used.isEmpty())
        label.lines << u"Utilisé : "_qs + used;
    label.lines << code(traits.sex()) + u" · "_qs + text::frenchDate(traits.birthDate().date()) +
                       (traits.birthPlace().code().isEmpty()
                            ? QString()
                            : u" · "_qs + traits.birthPlace().code())
                << u"INS "_qs + ins.matricule.grouped() + u' ' + nature(ins.authority);
    return label;
}

//! In points, from the label's corner.
void draw(PdfCanvas &canvas, const Label &label, QPointF corner, const LabelSheet &sheet)
{
    const auto [x, y] = corner;
    const double edge = inset * millimetre;
    const double height = sheet.height * millimetre - 2 * edge;
    const double caption = captionHeight * millimetre;
    const double side = std::min(largestCode * millimetre, height - caption);
    canvas.code(x + edge, y + edge, side, label.code);
    canvas.text(x + edge, y + edge + side + 1, side, u"INS à scanner"_qs,
                {5, false, false, Qt::AlignHCenter, 1.1});
    const double left = x + edge + side + 1.5 * millimetre;
    const double width = x + sheet.width * millimetre - edge - left;
    const double size = std::clamp(height / 9, 5.0, 8.0);
    double top = y + edge;
    top += canvas.text(left, top, width, label.name, {size + 1, true, false, Qt::AlignLeft, 1.15});
    for (const QString &line : label.lines) {
        TextStyle style{size, false, false, Qt::AlignLeft, 1.2};
        const double wanted = canvas.widthOf(line, style); // a matricule is not to be broken
        style.points *= std::clamp(width / wanted * tightness, smallest, 1.0);
        if (top + canvas.heightOf(line, width, style) > y + edge + height + 0.5)
            continue; // the code tells it all; the label is full
        top += canvas.text(left, top, width, line, style);
    }
}

QRectF placeOf(int place, const LabelSheet &sheet, const LabelStart &start)
{
    const int column = place % sheet.columns;
    const int row = place / sheet.columns;
    const double x = sheet.left + start.shiftX + column * sheet.stepX;
    const double y = sheet.top + start.shiftY + row * sheet.stepY;
    return {x * millimetre, y * millimetre, sheet.width * millimetre, sheet.height * millimetre};
}

void drawOutlines(PdfCanvas &canvas, const LabelSheet &sheet, const LabelStart &start)
{
    for (int place = 0; place < sheet.count(); ++place) {
        const QRectF edge = placeOf(place, sheet, start);
        canvas.frame(edge, outline);
        if (place < start.position)
            canvas.line(edge.left(), edge.bottom(), edge.right(), edge.top(), outline);
    }
}

LabelSheet roll(const QString &code, const QString &name, double width, double height)
{
    return {code, name, width, height, width, height, 1, 1, 0, 0, 0, 0};
}

} // namespace

QList<LabelSheet> labelSheets()
{
    return {roll(u"roll-57x32"_qs, u"Rouleau 57 × 32 mm"_qs, 57, 32),
            roll(u"roll-62x29"_qs, u"Rouleau 62 × 29 mm"_qs, 62, 29),
            roll(u"roll-89x36"_qs, u"Rouleau 89 × 36 mm"_qs, 89, 36),
            {u"a4-24"_qs, u"Planche A4, 24 étiquettes de 70 × 37 mm"_qs, 210, 297, 70, 37, 3, 8, 0,
             0.5, 70, 37},
            {u"a4-21"_qs, u"Planche A4, 21 étiquettes de 63,5 × 38,1 mm"_qs, 210, 297, 63.5, 38.1,
             3, 7, 7.2, 15.1, 66, 38.1}};
}

Result<QByteArray> insPayloadOf(const identity::Identity &identity)
{
    if (!identity.isQualified() || !identity.ins())
        return Error{ErrorCode::Denied, u"label.not_qualified"_qs, {}};
    const identity::StrictTraits &traits = identity.traits();
    AMBROISE_TRY(const auto payload,
                 codes::InsPayload::make(
                     {identity.ins()->matricule.toString(), oid(identity.ins()->authority),
                      traits.givenNames().text(), traits.surname().text(), code(traits.sex()),
                      traits.birthDate().date(), traits.birthPlace().code()}));
    return payload.bytes();
}

Result<QByteArray> insLabels(const QList<patient::PatientDetails> &patients,
                             const LabelSheet &sheet, const LabelStart &start)
{
    if (patients.isEmpty())
        return Error{ErrorCode::Invalid, u"label.none"_qs, {}};
    if (start.position < 0 || start.position >= sheet.count())
        return Error{ErrorCode::Invalid, u"label.start"_qs, {}};
    QList<Label> labels;
    for (const patient::PatientDetails &patient : patients) {
        AMBROISE_TRY(const Label label, labelOf(patient));
        labels << label;
    }
    PdfCanvas canvas(u"Étiquettes INS"_qs, {}, {sheet.pageWidth, sheet.pageHeight});
    if (start.outlined)
        drawOutlines(canvas, sheet, start);
    int place = start.position;
    for (const Label &label : labels) {
        if (place == sheet.count()) {
            canvas.newPage();
            place = 0;
        }
        draw(canvas, label, placeOf(place, sheet, start).topLeft(), sheet);
        ++place;
    }
    return canvas.finish();
}

} // namespace ambroise::documents
