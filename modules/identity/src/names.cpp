// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/names.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ambroise::identity {
namespace {

constexpr qsizetype longest = 100;

struct Writing {
    char16_t from;
    QStringView to;
};

//! What Unicode does not decompose into what civil registration writes, of texts in capitals.
constexpr std::array<Writing, 19> writings = {{
    {u'Œ', u"OE"},     {u'Æ', u"AE"},      {u'ẞ', u"SS"},     {u'Ø', u"O"},      {u'Ð', u"D"},
    {u'Þ', u"TH"},     {u'Ł', u"L"},       {u'Đ', u"D"},      {u'\u2019', u"'"}, {u'\u2018', u"'"},
    {u'\u02BC', u"'"}, {u'`', u"'"},       {u'\u00B4', u"'"}, {u'\u2010', u"-"}, {u'\u2011', u"-"},
    {u'\u2013', u"-"}, {u'\u2014', u"--"}, {u'\u00A0', u" "}, {u'\u202F', u" "},
}};

QString rewritten(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const auto writing =
            std::find_if(writings.begin(), writings.end(),
                         [c](const Writing &candidate) { return candidate.from == c.unicode(); });
        if (writing != writings.end())
            out += writing->to;
        else
            out += c;
    }
    return out;
}

QString withoutMarks(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_D))
        if (!c.isMark())
            out += c;
    return out;
}

bool isLetter(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isBlankOrApostrophe(QChar c)
{
    return c == u' ' || c == u'\'';
}

bool isAllowed(QChar c)
{
    return isLetter(c) || isBlankOrApostrophe(c) || c == u'-';
}

//! A letter outside the basic plane is two units.
QString characterAt(QStringView text, qsizetype i)
{
    const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size();
    return text.mid(i, pair ? 2 : 1).toString();
}

//! The first run that the field does not take; empty where there is none.
QString forbiddenRun(NameField field, QStringView text)
{
    const qsizetype hyphens = field == NameField::BirthSurname ? 2 : 1;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (isBlankOrApostrophe(text.at(i)) && isBlankOrApostrophe(text.at(i + 1)))
            return text.mid(i, 2).toString();
        const QStringView run = text.mid(i, hyphens + 1);
        const bool tooMany = run.size() == hyphens + 1 &&
                             std::all_of(run.begin(), run.end(), [](QChar c) { return c == u'-'; });
        if (tooMany)
            return run.toString();
    }
    return {};
}

bool mayEndWith(NameField field, QChar c)
{
    if (c == u' ')
        return false;
    return field == NameField::BirthSurname || isLetter(c);
}

} // namespace

QString subjectOf(NameFault fault)
{
    switch (fault) {
    case NameFault::Empty:
        return u"name.empty"_qs;
    case NameFault::TooLong:
        return u"name.length"_qs;
    case NameFault::Character:
        return u"name.character"_qs;
    case NameFault::Beginning:
        return u"name.beginning"_qs;
    case NameFault::End:
        return u"name.end"_qs;
    case NameFault::Run:
        return u"name.run"_qs;
    }
    return {};
}

NameVerdict validateStrict(NameField field, QStringView text)
{
    const QString value = text.toString();
    if (text.isEmpty())
        return {value, NameFault::Empty};
    if (text.size() > longest)
        return {value, NameFault::TooLong};
    const auto strange = std::find_if_not(text.begin(), text.end(), isAllowed);
    if (strange != text.end())
        return {value, NameFault::Character, characterAt(text, strange - text.begin())};
    if (text.front() == u' ' || text.front() == u'-')
        return {value, NameFault::Beginning, text.left(1).toString()};
    if (!mayEndWith(field, text.back()))
        return {value, NameFault::End, text.right(1).toString()};
    if (QString run = forbiddenRun(field, text); !run.isEmpty())
        return {value, NameFault::Run, std::move(run)};
    if (std::none_of(text.begin(), text.end(), isLetter))
        return {value, NameFault::Empty};
    return {value};
}

NameVerdict normalise(NameField field, QStringView text)
{
    // Longer than any repair could shorten: a pasted document, not a name.
    if (text.size() > 20 * longest)
        return {{}, NameFault::TooLong};
    // Marks first: what is under them may need another writing (Ǿ). Capitals may bring new ones
    // (ŉ).
    const QString capitals = withoutMarks(withoutMarks(text.toString()).toUpper());
    return validateStrict(field, rewritten(capitals).simplified());
}

bool firstGivenNameMatches(QStringView list, QStringView first)
{
    const auto spaced = [](QStringView names) {
        QString out = names.toString().toUpper();
        out.replace(u'-', u' ').replace(u'\'', u' ');
        return out.simplified();
    };
    const QString all = spaced(list);
    const QString beginning = spaced(first);
    return !beginning.isEmpty() && (all == beginning || all.startsWith(beginning + u' '));
}

} // namespace ambroise::identity
