// SPDX-License-Identifier: GPL-3.0-or-later
#include "posologytokens.h"

#include <QHash>
#include <QSet>

namespace ambroise::prescription {
namespace {

//! Abbreviations whose point ends no sentence.
bool isAbbreviation(const QString &word)
{
    static const QSet<QString> known{u"cp"_qs,   u"cpr"_qs,  u"cps"_qs,   u"comp"_qs,  u"gel"_qs,
                                     u"sem"_qs,  u"inj"_qs,  u"max"_qs,   u"min"_qs,   u"amp"_qs,
                                     u"appl"_qs, u"pulv"_qs, u"gtte"_qs,  u"gttes"_qs, u"cuill"_qs,
                                     u"cuil"_qs, u"c"_qs,    u"suppo"_qs, u"env"_qs,   u"mat"_qs};
    return known.contains(word);
}

//! Letters without accents, in small.
QString foldedLetter(QChar c)
{
    if (c == u'œ' || c == u'Œ')
        return u"oe"_qs;
    if (c == u'æ' || c == u'Æ')
        return u"ae"_qs;
    if (c == u'\u00b5' || c == u'\u03bc') // the micro sign, the Greek letter
        return u"m"_qs + u'c';
    return QString(c).normalized(QString::NormalizationForm_D).at(0).toLower();
}

bool isLetter(QChar c)
{
    return c.isLetter() || c == u'°' || c.isMark();
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'ʼ' || c == u'`';
}

class Tokenizer {
public:
    explicit Tokenizer(const QString &text)
        : m_text(text)
    {
    }

    QList<Token> run()
    {
        while (m_at < m_text.size())
            step();
        m_tokens.append({Token::Kind::End, {}, m_text.size(), m_text.size(), true});
        return m_tokens;
    }

private:
    [[nodiscard]] QChar at(qsizetype i) const
    {
        return i >= 0 && i < m_text.size() ? m_text.at(i) : QChar(u' ');
    }

    void add(Token::Kind kind, const QString &text, qsizetype begin, qsizetype end)
    {
        const bool space = m_tokens.isEmpty() || m_tokens.last().end < begin;
        m_tokens.append({kind, text, begin, end, space});
    }

    void step()
    {
        const QChar c = at(m_at);
        if (isDigit(c))
            number();
        else if (isLetter(c))
            word();
        else
            sign(c);
    }

    //! "7", "0,5", "0.5". Not "1.", the end of a sentence.
    void number()
    {
        const qsizetype begin = m_at;
        while (isDigit(at(m_at)))
            ++m_at;
        if ((at(m_at) == u',' || at(m_at) == u'.') && isDigit(at(m_at + 1))) {
            ++m_at;
            while (isDigit(at(m_at)))
                ++m_at;
        }
        add(Token::Kind::Number, m_text.mid(begin, m_at - begin), begin, m_at);
    }

    void word()
    {
        const qsizetype begin = m_at;
        QString folded;
        for (; isLetter(at(m_at)); ++m_at)
            if (!at(m_at).isMark())
                folded += foldedLetter(at(m_at));
        const qsizetype end = m_at;
        if (isApostrophe(at(m_at)))
            ++m_at; // "l'", "jusqu'"
        add(Token::Kind::Word, folded, begin, m_at);
        if (m_at == end && at(m_at) == u'.' && isAbbreviation(folded))
            ++m_at;
    }

    void sign(QChar c)
    {
        const qsizetype begin = m_at++;
        static const QHash<QChar, QString> fractions{{u'½', u"1/2"_qs},
                                                     {u'¼', u"1/4"_qs},
                                                     {u'¾', u"3/4"_qs},
                                                     {u'⅓', u"1/3"_qs},
                                                     {u'⅔', u"2/3"_qs}};
        if (const auto found = fractions.constFind(c); found != fractions.constEnd()) {
            add(Token::Kind::Number, found->left(1), begin, m_at);
            add(Token::Kind::Sign, u"/"_qs, m_at, m_at);
            add(Token::Kind::Number, found->right(1), m_at, m_at);
            return;
        }
        if (c == u'-' && isLetter(at(begin - 1)) && isLetter(at(m_at)))
            return; // "petit-déjeuner"
        if (c == u'×' || c == u'*')
            add(Token::Kind::Word, u"x"_qs, begin, m_at);
        else if (c == u';' || c == u'.' || c == u'\n' || c == u'\r')
            add(Token::Kind::Sign, u"."_qs, begin, m_at);
        else if (c == u'–' || c == u'—' || c == u'-' || c == u'‑' || c == u'−')
            add(Token::Kind::Sign, c == u'−' ? u"−"_qs : u"-"_qs, begin, m_at);
        else if (u",/:()+<>≤≥=%"_qs.contains(c))
            add(Token::Kind::Sign, c, begin, m_at);
        else if (!c.isSpace() && !u"«»\"“”®™•\u200b\u00a0\u202f"_qs.contains(c))
            add(Token::Kind::Sign, u"?"_qs, begin, m_at); // something that nothing below knows
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QList<Token> m_tokens;
};

} // namespace

QList<Token> tokensOf(const QString &text)
{
    return Tokenizer(text).run();
}

} // namespace ambroise::prescription
