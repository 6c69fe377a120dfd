// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/print.h>

#include <ambroise/core/text.h>

#include <QHash>
#include <QRegularExpression>

namespace ambroise::prevention {
namespace {

using documents::Paper;
using documents::PaperHead;
using documents::PdfCanvas;
using documents::TextStyle;

constexpr double millimetre = Paper::millimetre;
constexpr double windowTop = 45 * millimetre; //!< of an envelope with a window
constexpr double windowLeft = 105 * millimetre;
const TextStyle letter{10.5, false, false, Qt::AlignLeft, 1.43};

//! The fields replaced; nothing where one is none.
std::optional<QString> filled(const QString &text, const QHash<QString, QString> &fields)
{
    static const QRegularExpression field(u"\\{([^{}]*)\\}"_qs);
    QString out;
    qsizetype at = 0;
    auto all = field.globalMatch(text);
    while (all.hasNext()) {
        const auto match = all.next();
        const auto value = fields.constFind(match.captured(1).trimmed());
        if (value == fields.constEnd())
            return std::nullopt;
        out += text.mid(at, match.capturedStart() - at) + *value;
        at = match.capturedEnd();
    }
    return out + text.mid(at);
}

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

Status drawLetter(PdfCanvas &canvas, const PaperHead &head, const InvitationText &text,
                  const InvitedPatient &patient, QDate day)
{
    const QHash<QString, QString> fields{{u"patient"_qs, patient.name},
                                         {u"acte"_qs, patient.act},
                                         {u"cabinet"_qs, head.right.value(0)},
                                         {u"telephone"_qs, head.right.value(2)}};
    const auto subject = filled(text.subject, fields);
    const auto body = filled(text.body, fields);
    if (!subject || !body)
        return invalid(u"invitation.field"_qs);
    drawHead(canvas, head);
    const QStringList recipient = QStringList{patient.name} + patient.address;
    double y = windowTop + 14 * millimetre;
    for (const QString &line : recipient)
        y += canvas.text(windowLeft, y, 90 * millimetre, line, {10.5});
    y = std::max(y, windowTop + 40 * millimetre) + 16;
    y += canvas.text(Paper::left, y, Paper::width,
                     u"%1, le %2"_qs.arg(head.city, text::frenchLongDate(day)), letter) +
         14;
    y += canvas.text(Paper::left, y, Paper::width, u"Objet : "_qs + *subject,
                     {10.5, true, false, Qt::AlignLeft, 1.43}) +
         10;
    if (y + canvas.heightOf(*body, Paper::width, letter) > Paper::bottom - 60)
        return invalid(u"invitation.text"_qs);
    y += canvas.text(Paper::left, y, Paper::width, *body, letter) + 24;
    canvas.text(Paper::left + Paper::width / 2, y, Paper::width / 2, head.left.value(0), letter);
    return done();
}

} // namespace

InvitationText proposedInvitation(const Rule &rule)
{
    // The agreement of a feminine word.
    const bool feminine = rule.kind == RuleKind::Vaccination;
    const QString thing = feminine                           ? u"Cette vaccination"_qs
                          : rule.kind == RuleKind::Screening ? u"Ce dépistage"_qs
                                                             : u"Cet examen"_qs;
    return {
        u"{acte}"_qs,
        u"Madame, Monsieur,\n\n"
        u"D’après votre dossier, le moment est venu pour : {acte}.\n\n"
        u"%1 vous est recommandé%2 à votre âge ou selon votre état de santé. %3 ailleurs, merci "
        u"de nous en donner la date. Pour en parler ou prendre rendez-vous : {telephone}.\n\n"
        u"Bien à vous,"_qs.arg(thing, feminine ? u"e"_qs : QString(),
                               feminine ? u"Si elle a déjà été faite"_qs
                                        : u"S’il a déjà été fait"_qs)};
}

Result<QByteArray> invitationLetters(const PaperHead &head, const InvitationText &text,
                                     const QList<InvitedPatient> &patients, QDate day,
                                     const Progress &progress)
{
    if (patients.isEmpty())
        return Error{ErrorCode::NotFound, u"invitation.none"_qs, {}};
    if (text.subject.trimmed().isEmpty() || text.body.trimmed().isEmpty())
        return invalid(u"invitation.text"_qs);
    PdfCanvas canvas(u"Invitations"_qs, head.left.value(0));
    for (qsizetype i = 0; i < patients.size(); ++i) {
        if (progress && !progress(i, patients.size()))
            return Error{ErrorCode::Cancelled, u"prevention.cancelled"_qs, {}};
        if (i > 0)
            canvas.newPage();
        AMBROISE_CHECK(drawLetter(canvas, head, text, patients.at(i), day));
    }
    return canvas.finish();
}

} // namespace ambroise::prevention
