// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound.h"

#include <ambroise/core/text.h>

#include <algorithm>

namespace ambroise::patient {
namespace {

constexpr QStringView vowels = u"AEIOU";
constexpr QStringView sounds = u"AEIOU1234"; //!< vowels and what is said like one

enum class Where { Anywhere, BeforeVowel, NotBeforeSound, Between, BeforeEOrI };

struct Rule {
    QStringView from;
    QStringView to;
    Where where = Where::Anywhere;
};

//! In this order.
constexpr Rule rules[] = {
    {u"PH", u"F"},
    {u"GAN", u"KAN"},
    {u"GAM", u"KAM"},
    {u"GAIN", u"KAIN"},
    {u"GAIM", u"KAIM"},
    {u"AIN", u"YN", Where::BeforeVowel},
    {u"EIN", u"YN", Where::BeforeVowel},
    {u"AIM", u"YN", Where::BeforeVowel},
    {u"EIM", u"YN", Where::BeforeVowel},
    {u"EAU", u"O"},
    {u"OUA", u"2"},
    {u"EIN", u"4"},
    {u"AIN", u"4"},
    {u"EIM", u"4"},
    {u"AIM", u"4"},
    {u"AI", u"Y"},
    {u"EI", u"Y"},
    {u"ER", u"YR"},
    {u"ESS", u"YSS"},
    {u"ET", u"YT"},
    {u"AN", u"1", Where::NotBeforeSound},
    {u"AM", u"1", Where::NotBeforeSound},
    {u"EN", u"1", Where::NotBeforeSound},
    {u"EM", u"1", Where::NotBeforeSound},
    {u"IN", u"4", Where::NotBeforeSound},
    {u"S", u"Z", Where::Between},
    {u"OE", u"E"},
    {u"EU", u"E"},
    {u"AU", u"O"},
    {u"OI", u"2"},
    {u"OY", u"2"},
    {u"OU", u"3"},
    {u"SCH", u"5"},
    {u"CH", u"5"},
    {u"SH", u"5"},
    {u"SS", u"S"},
    {u"SC", u"S"},
    {u"C", u"S", Where::BeforeEOrI},
    {u"QU", u"K"},
    {u"Q", u"K"},
    {u"C", u"K"},
    {u"GU", u"K"},
    {u"GA", u"KA"},
    {u"GO", u"KO"},
    {u"GY", u"KY"},
    {u"A", u"O"},
    {u"D", u"T"},
    {u"P", u"T"},
    {u"J", u"G"},
    {u"B", u"F"},
    {u"V", u"F"},
    {u"M", u"N"},
};

QChar letterAt(const QString &name, qsizetype at)
{
    return at >= 0 && at < name.size() ? name.at(at) : QChar();
}

bool holds(Where where, const QString &name, qsizetype at, qsizetype end)
{
    const QChar next = letterAt(name, end);
    switch (where) {
    case Where::Anywhere:
        return true;
    case Where::BeforeVowel:
        return vowels.contains(next);
    case Where::NotBeforeSound:
        return next.isNull() || !sounds.contains(next);
    case Where::Between:
        return sounds.contains(next) && sounds.contains(letterAt(name, at - 1));
    case Where::BeforeEOrI:
        return next == u'E' || next == u'I';
    }
    return false;
}

void apply(const Rule &rule, QString &name)
{
    for (qsizetype at = name.indexOf(rule.from); at >= 0; at = name.indexOf(rule.from, at + 1))
        if (holds(rule.where, name, at, at + rule.from.size()))
            name.replace(at, rule.from.size(), rule.to.data(), rule.to.size());
}

//! Double letters once, but SS, which is said otherwise than S.
void unite(QString &name, bool alsoS)
{
    for (qsizetype i = name.size() - 1; i > 0; --i)
        if (name.at(i) == name.at(i - 1) && (alsoS || name.at(i) != u'S'))
            name.remove(i, 1);
}

//! H is heard in CH, SH and PH alone.
void dropMuteH(QString &name)
{
    for (qsizetype i = name.size() - 1; i >= 0; --i)
        if (name.at(i) == u'H' && !QStringView(u"CSP").contains(letterAt(name, i - 1)))
            name.remove(i, 1);
}

} // namespace

QString soundOf(QStringView name)
{
    QString key = text::folded(name);
    key.removeIf([](QChar c) { return c < u'A' || c > u'Z'; });
    key.replace(u'Y', u'I');
    dropMuteH(key);
    unite(key, false);
    for (const Rule &rule : rules)
        apply(rule, key);
    unite(key, true);
    while (key.size() > 1 && QStringView(u"TXESZ").contains(key.back()))
        key.chop(1);
    return key;
}

} // namespace ambroise::patient
