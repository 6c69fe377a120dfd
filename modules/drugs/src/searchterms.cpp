// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchterms.h"

#include <ambroise/core/text.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::drugs {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

//! "µg", "mcg" and "ug" are microgrammes, as labels write them.
QString spelled(QStringView text)
{
    QString out = text.toString();
    static const QRegularExpression micro(QStringLiteral("[µμ]g\\b|\\b(mc|u)g\\b"),
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
    if (out.contains(u'g') || out.contains(u'G'))
        out.replace(micro, u" microgrammes"_qs);
    return out;
}

//! "5 000" → "5000", for who types it so.
QStringList joinedNumbers(const QString &text)
{
    static const QRegularExpression grouped(
        QStringLiteral("(?<![\\d,.])\\d{1,3}(?:[  \u202F]\\d{3})+(?!\\d)"));
    QStringList out;
    for (auto it = grouped.globalMatch(text); it.hasNext();) {
        QString number;
        for (const QChar c : it.next().capturedView())
            if (isDigit(c))
                number += c;
        out << number;
    }
    return out;
}

//! "1 g" is also found by 1000 mg, "1000 mg" by 1 g, "500 microgrammes" by 0,5 mg.
QStringList equivalentStrengths(const QString &text)
{
    static const QRegularExpression strength(
        QStringLiteral("(\\d+(?:[.,]\\d+)?)\\s*(mg|g|microgrammes)\\b"));
    QStringList out;
    for (auto it = strength.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const double value = match.captured(1).replace(u',', u'.').toDouble();
        const QString unit = match.captured(2);
        if (unit == u"g")
            out << wordsOf(text::frenchNumber(value * 1000)) << u"MG"_qs;
        else if (unit == u"mg" && value >= 1000)
            out << wordsOf(text::frenchNumber(value / 1000)) << u"G"_qs;
        else if (unit == u"mg" && value < 1)
            out << wordsOf(text::frenchNumber(value * 1000)) << u"MICROGRAMMES"_qs;
        else if (unit == u"microgrammes" && value >= 100)
            out << wordsOf(text::frenchNumber(value / 1000)) << u"MG"_qs;
    }
    return out;
}

QString codeOf(QStringView typed)
{
    QString code;
    for (const QChar c : typed) {
        if (isDigit(c))
            code += c;
        else if (!c.isSpace())
            return {};
    }
    return code.size() >= 7 ? code : QString();
}

} // namespace

std::vector<SearchTerm> termsOf(const DrugTexts &texts)
{
    std::vector<SearchTerm> terms;
    const auto add = [&terms](const QStringList &words, Field field) {
        for (const QString &word : words)
            terms.push_back({word, field});
    };
    const QStringList label = wordsOf(texts.label);
    add(label.mid(0, 1), Field::Brand);
    add(label.mid(1), Field::Label);
    for (const QString &substance : texts.substances)
        add(wordsOf(substance), Field::Substance);
    const auto addStrengths = [&add](const QString &text) {
        add(joinedNumbers(text), Field::Strength);
        add(equivalentStrengths(text), Field::Strength);
    };
    addStrengths(texts.label);
    for (const QString &dosage : texts.dosages) {
        addStrengths(dosage);
        add(wordsOf(dosage), Field::Strength);
    }
    add(texts.codes, Field::Code);
    terms.push_back({texts.atc, Field::Class});
    add(wordsOf(texts.holder), Field::Holder);

    std::sort(terms.begin(), terms.end(), [](const SearchTerm &a, const SearchTerm &b) {
        return a.text != b.text ? a.text < b.text : a.field < b.field;
    });
    const auto same = [](const SearchTerm &a, const SearchTerm &b) {
        return a.text == b.text;
    };
    terms.erase(std::unique(terms.begin(), terms.end(), same), terms.end());
    if (!terms.empty() && terms.front().text.isEmpty())
        terms.erase(terms.begin());
    return terms;
}

QStringList wordsOf(QStringView text)
{
    QStringList words;
    for (const QString &word : text::foldedWords(spelled(text))) {
        qsizetype end = 0;
        while (end < word.size() && isDigit(word[end]))
            ++end;
        if (end > 0)
            words << word.left(end);
        if (end < word.size())
            words << word.mid(end);
    }
    return words;
}

QStringList typedWords(QStringView typed)
{
    if (const QString code = codeOf(typed); !code.isEmpty())
        return {code};
    return wordsOf(typed.left(200));
}

QString foldedLabel(QStringView label)
{
    return wordsOf(label).join(u' ');
}

QString naturalKey(QStringView folded)
{
    QString key;
    for (qsizetype i = 0; i < folded.size();) {
        qsizetype end = i;
        while (end < folded.size() && isDigit(folded[end]))
            ++end;
        if (end > i)
            key += folded.mid(i, end - i).toString().rightJustified(9, u'0');
        for (i = end; i < folded.size() && !isDigit(folded[i]); ++i)
            key += folded[i];
    }
    return key;
}

} // namespace ambroise::drugs
