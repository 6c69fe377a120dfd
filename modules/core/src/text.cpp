// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/text.h>

#include <QDate>

#include <algorithm>
#include <array>
#include <cmath>

namespace ambroise::text {
namespace {

//! Letters that Unicode does not decompose, as civil registration writes them without diacritics.
QStringView asciiOf(QChar letter)
{
    switch (letter.unicode()) {
    case u'Œ':
    case u'œ':
        return u"OE";
    case u'Æ':
    case u'æ':
        return u"AE";
    case u'ß':
        return u"SS";
    case u'Ø':
    case u'ø':
        return u"O";
    case u'Ð':
    case u'ð':
    case u'Đ':
    case u'đ':
        return u"D";
    case u'Þ':
    case u'þ':
        return u"TH";
    case u'Ł':
    case u'ł':
        return u"L";
    case u'ı':
        return u"I";
    default:
        return {};
    }
}

void appendFolded(QString &out, QChar c)
{
    if (c.unicode() < 0x80) {
        if (c.isLetterOrNumber())
            out += c.toUpper();
        else if (!out.isEmpty() && !out.endsWith(u' '))
            out += u' ';
        return;
    }
    if (c.isMark())
        return;
    if (const QStringView ascii = asciiOf(c); !ascii.isEmpty())
        out += ascii;
    else if (c.isLetterOrNumber() || c.isSurrogate())
        out += c.toUpper();
    else if (!out.isEmpty() && !out.endsWith(u' '))
        out += u' ';
}

} // namespace

QString folded(QStringView text)
{
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    const QString decomposed =
        ascii ? QString() : text.toString().normalized(QString::NormalizationForm_KD);
    const QStringView source = ascii ? text : QStringView(decomposed);
    QString out;
    out.reserve(source.size());
    for (const QChar c : source)
        appendFolded(out, c);
    if (out.endsWith(u' '))
        out.chop(1);
    return out;
}

QStringList foldedWords(QStringView text)
{
    return folded(text).split(u' ', Qt::SkipEmptyParts);
}

QString frenchNumber(double value, int maxDecimals)
{
    QString number = QString::number(value, 'f', maxDecimals);
    if (number.contains(u'.')) {
        while (number.endsWith(u'0'))
            number.chop(1);
        if (number.endsWith(u'.'))
            number.chop(1);
    }
    if (number == u"-0")
        number = QStringLiteral("0");
    return number.replace(u'.', u',');
}

QString frenchDate(QDate date)
{
    return date.isValid() ? date.toString(u"dd/MM/yyyy") : QString();
}

QString frenchLongDate(QDate date)
{
    static constexpr std::array<QStringView, 12> months = {
        u"janvier", u"février", u"mars",      u"avril",   u"mai",      u"juin",
        u"juillet", u"août",    u"septembre", u"octobre", u"novembre", u"décembre"};
    if (!date.isValid())
        return {};
    const QString day = date.day() == 1 ? QStringLiteral("1er") : QString::number(date.day());
    return QStringLiteral("%1 %2 %3")
        .arg(day, months.at(size_t(date.month() - 1)).toString())
        .arg(date.year());
}

QString nameCase(QStringView capitals)
{
    QString out;
    out.reserve(capitals.size());
    bool begins = true;
    for (const QChar c : capitals) {
        out += begins ? c.toUpper() : c.toLower();
        begins = !c.isLetter();
    }
    return out;
}

QString frenchAge(QDate birth, QDate day)
{
    if (!birth.isValid() || !day.isValid() || birth > day)
        return {};
    int months = (day.year() - birth.year()) * 12 + day.month() - birth.month();
    if (day.day() < birth.day())
        --months;
    if (months < 1)
        return QStringLiteral("%1 j").arg(birth.daysTo(day));
    return months < 36 ? QStringLiteral("%1 mois").arg(months)
                       : QStringLiteral("%1 ans").arg(months / 12);
}

} // namespace ambroise::text
