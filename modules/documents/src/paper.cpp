// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/paper.h>

#include <ambroise/codes/datamatrix.h>
#include <ambroise/core/text.h>
#include <ambroise/documents/inslabel.h>

#include <algorithm>

namespace ambroise::documents {
namespace {

QStringList filled(QStringList lines)
{
    lines.removeAll(QString());
    return lines;
}

std::optional<InsBox> insBoxOf(const identity::Identity &identity)
{
    if (!identity.isQualified() || !identity.ins())
        return std::nullopt;
    const identity::StrictTraits &traits = identity.traits();
    InsBox box;
    box.matricule = identity.ins()->matricule.grouped();
    box.nature = identity::nature(identity.ins()->authority);
    box.surname = traits.surname().text();
    box.givenNames = traits.givenNames().text();
    box.sex = code(traits.sex());
    box.birth = traits.birthDate().date();
    box.birthPlace = traits.birthPlace().code();
    if (const auto payload = insPayloadOf(identity); payload.ok())
        if (const auto grid = codes::datamatrixGrid(*payload); grid.ok())
            box.datamatrix = *grid;
    return box;
}

} // namespace

QString PaperHead::mention() const
{
    QStringList words;
    if (draft)
        words << u"Brouillon"_qs;
    if (specimen)
        words << u"Spécimen, sans valeur"_qs;
    return words.join(u" · "_qs);
}

PaperPatient paperPatientOf(const patient::PatientDetails &details)
{
    const identity::StrictTraits &traits = details.identity.traits();
    PaperPatient paper;
    paper.name = displayName(details);
    paper.usedName = filled({details.usedSurname, details.usedGivenName}).join(u' ');
    paper.sex = code(traits.sex());
    paper.birth = traits.birthDate().date();
    paper.ins = insBoxOf(details.identity);
    return paper;
}

QStringList addressLines(const patient::PatientDetails &details)
{
    const patient::PostalAddress &address = details.contacts.address;
    QStringList lines = address.street.split(u'\n');
    lines << (address.postalCode + u' ' + address.city).trimmed() << address.country;
    return filled(lines);
}

double drawMention(PdfCanvas &canvas, const PaperHead &head)
{
    const QString mention = head.mention();
    return mention.isEmpty()
               ? Paper::top
               : Paper::top + canvas.text(Paper::left, Paper::top, Paper::width, mention,
                                          {9, true, false, Qt::AlignHCenter});
}

double drawHead(PdfCanvas &canvas, const PaperHead &head)
{
    constexpr double half = Paper::width / 2 - 8;
    double left = drawMention(canvas, head);
    double right = left;
    for (qsizetype i = 0; i < head.left.size(); ++i)
        left += canvas.text(Paper::left, left, half, head.left.at(i),
                            i == 0 ? TextStyle{14, true} : TextStyle{9.5});
    for (const QString &line : head.right)
        right += canvas.text(Paper::left + Paper::width - half, right, half, line,
                             {9.5, false, false, Qt::AlignRight});
    return std::max(left, right) + 14;
}

double drawPatient(PdfCanvas &canvas, double x, double y, double width, const PaperPatient &patient,
                   QDate day)
{
    y += canvas.text(x, y, width, patient.name, {13, true});
    if (!patient.usedName.isEmpty())
        y += canvas.text(x, y, width, u"Nom utilisé : "_qs + patient.usedName);
    const QString sex = patient.sex == u"F"   ? u"sexe féminin, née le "_qs
                        : patient.sex == u"M" ? u"sexe masculin, né le "_qs
                                              : u"né(e) le "_qs;
    y += canvas.text(x, y, width,
                     sex + text::frenchDate(patient.birth) + u", "_qs +
                         text::frenchAge(patient.birth, day));
    return y;
}

void drawInsBox(PdfCanvas &canvas, double x, double y, double width, const InsBox &ins)
{
    canvas.frame({x, y, width, InsBox::height});
    const TextStyle small{8.5};
    double line = y + 6;
    double inner = width - 16;
    if (ins.datamatrix) {
        inner -= InsBox::codeSide + 8;
        const double codeLeft = x + width - 6 - InsBox::codeSide;
        canvas.code(codeLeft, y + 4, InsBox::codeSide, *ins.datamatrix);
        canvas.text(codeLeft - 6, y + 4 + InsBox::codeSide + 3, InsBox::codeSide + 12,
                    u"INS à scanner"_qs, {6, false, false, Qt::AlignHCenter, 1.1});
    }
    const QString nature = ins.nature.isEmpty() ? QString() : u' ' + ins.nature;
    line += canvas.text(x + 8, line, inner, u"INS "_qs + ins.matricule + nature, {9, true});
    line += canvas.text(x + 8, line, inner, ins.surname, small);
    line += canvas.text(x + 8, line, inner, ins.givenNames, small);
    canvas.text(x + 8, line, inner,
                ins.sex + u"  ·  "_qs + text::frenchDate(ins.birth) + u"  ·  "_qs + ins.birthPlace,
                small);
}

} // namespace ambroise::documents
