// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/typedline.h>

#include <QRegularExpression>

namespace ambroise::prescription {
namespace {

int daysOf(int count, const QString &unit)
{
    if (unit.startsWith(u's', Qt::CaseInsensitive))
        return count * 7;
    if (unit.startsWith(u'm', Qt::CaseInsensitive))
        return count * 30;
    return unit.startsWith(u'a', Qt::CaseInsensitive) ? count * 365 : count;
}

//! "tous les 3 jours", "dans 6 mois", "1 à 2 semaines": a number and a unit at the end that say a
//! rhythm, a moment or a range. Not a duration; the posology keeps them.
bool saysHowLong(const QString &before)
{
    static const QRegularExpression otherSense(
        u"(?:(?:^|[\\s,(])(?:les|ts|ttes|chaque|dans|apr[eè]s|avant|depuis|d[eè]s|de|sur|par|[aà]|"
        "et|ou|moins|plus|max|maximum|jusqu['’]?[aà]|x)|[-–/×*])\\s*\\z"_qs,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return !otherSense.match(before).hasMatch();
}

//! "20 mg 5 jours puis 10 mg", "2 cp J1": what says how long then is of the last dose, not of the
//! line, whose total would be another.
bool isInPhases(const QString &before)
{
    static const QRegularExpression next(
        u"\\b(?:puis|ensuite|suivie?s? (?:de|d['’])|arr[eê]t|pause|relais|J ?\\d+)\\b"_qs,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return next.match(before).hasMatch();
}

//! Takes what `pattern` matches off the end of the text.
QRegularExpressionMatch takeEnd(QString &text, const QRegularExpression &pattern)
{
    const auto match = pattern.match(text);
    if (match.hasMatch() && !saysHowLong(text.left(match.capturedStart())))
        return {};
    if (match.hasMatch())
        text = text.left(match.capturedStart()).trimmed();
    while (text.endsWith(u','))
        text = text.chopped(1).trimmed();
    return match;
}

} // namespace

TypedLine TypedLine::parse(QStringView typed)
{
    constexpr auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression duration(
        u"(?:^|[\\s,])(?:(?:pendant|pdt|durant|pour|qsp)\\s*)?(\\d{1,3})\\s*(j|jours?|sem|semaines?|mois|ans?)\\.?\\s*\\z"_qs,
        options);
    static const QRegularExpression boxes(
        u"(?:^|[\\s,])(\\d{1,3})\\s*(?:bt|bo[iî]tes?)\\.?\\s*\\z"_qs, options);
    static const QRegularExpression renewals(
        u"(?:^|[\\s,])(?:AR\\s*(\\d{1,2})|[àa]\\s+renouveler\\s+(\\d{1,2})\\s+fois)\\.?\\s*\\z"_qs,
        options);
    TypedLine line;
    QString text = typed.trimmed().toString();
    for (bool taken = true; taken;) {
        taken = false;
        if (const auto match = line.durationDays == 0 && !isInPhases(text)
                                   ? takeEnd(text, duration)
                                   : QRegularExpressionMatch();
            match.hasMatch()) {
            line.durationDays = daysOf(match.captured(1).toInt(), match.captured(2));
            taken = true;
        }
        if (const auto match = line.boxes == 0 ? takeEnd(text, boxes) : QRegularExpressionMatch();
            match.hasMatch()) {
            line.boxes = match.captured(1).toInt();
            taken = true;
        }
        if (const auto match =
                line.renewals == 0 ? takeEnd(text, renewals) : QRegularExpressionMatch();
            match.hasMatch()) {
            line.renewals = (match.captured(1) + match.captured(2)).toInt();
            taken = true;
        }
    }
    line.posology = text;
    return line;
}

} // namespace ambroise::prescription
