// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/conditionindex.h>

#include <ambroise/core/text.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace ambroise::record {
namespace {

constexpr qsizetype shortestWord = 4;

struct UsualName {
    QStringView words; //!< folded
    QStringView code;  //!< of CIM-10
};

// What French doctors write for a condition that CIM-10 calls otherwise, where it has one meaning.
constexpr std::array usualNames = {
    UsualName{u"HTA", u"I10"},
    UsualName{u"HYPERTENSION ARTERIELLE", u"I10"},
    UsualName{u"DT2", u"E11"},
    UsualName{u"DNID", u"E11"},
    UsualName{u"DIABETE DE TYPE 2", u"E11"},
    UsualName{u"DT1", u"E10"},
    UsualName{u"DID", u"E10"},
    UsualName{u"DIABETE DE TYPE 1", u"E10"},
    UsualName{u"BPCO", u"J44.9"},
    UsualName{u"ACFA", u"I48"},
    UsualName{u"FIBRILLATION ATRIALE", u"I48"},
    UsualName{u"AVC", u"I64"},
    UsualName{u"AIT", u"G45.9"},
    UsualName{u"IDM", u"I21.9"},
    UsualName{u"INFARCTUS DU MYOCARDE", u"I21.9"},
    UsualName{u"OMA", u"H66.9"},
    UsualName{u"RGO", u"K21.9"},
    UsualName{u"REFLUX GASTRO OESOPHAGIEN", u"K21.9"},
    UsualName{u"SAOS", u"G47.3"},
    UsualName{u"HBP", u"N40"},
    UsualName{u"AOMI", u"I70.2"},
    UsualName{u"TVP", u"I80.2"},
    UsualName{u"VPPB", u"H81.1"},
    UsualName{u"DMLA", u"H35.3"},
    UsualName{u"GEA", u"A09.9"},
    UsualName{u"GASTRO ENTERITE", u"A09.9"},
    UsualName{u"IRC", u"N18.9"},
    UsualName{u"MALADIE RENALE CHRONIQUE", u"N18.9"},
    UsualName{u"TDAH", u"F90.0"},
    UsualName{u"LED", u"M32.9"},
    UsualName{u"LOMBALGIE", u"M54.5"},
    UsualName{u"RHINOPHARYNGITE", u"J00"},
    UsualName{u"ANGINE", u"J03.9"},
    UsualName{u"BRONCHITE AIGUE", u"J20.9"},
    UsualName{u"CYSTITE", u"N30.9"},
    UsualName{u"DYSLIPIDEMIE", u"E78.5"},
    UsualName{u"GOUTTE", u"M10.9"},
};

// Words of labels that say nothing of the condition.
const QSet<QString> &emptyWords()
{
    static const QSet<QString> words = {
        u"AVEC"_qs,     u"SANS"_qs,     u"PRECISION"_qs, u"AUTRE"_qs,     u"AUTRES"_qs,
        u"PRECISEE"_qs, u"PRECISE"_qs,  u"PRECISES"_qs,  u"PRECISEES"_qs, u"DANS"_qs,
        u"POUR"_qs,     u"AILLEURS"_qs, u"CLASSE"_qs,    u"CLASSEE"_qs,   u"CLASSES"_qs,
        u"CLASSEES"_qs, u"PARTIE"_qs};
    return words;
}

QString stemOf(QString word)
{
    while (word.size() > shortestWord && (word.endsWith(u'S') || word.endsWith(u'X')))
        word.chop(1);
    return word;
}

bool counts(const QString &word)
{
    return word.size() >= shortestWord && !emptyWords().contains(word);
}

//! Without what is said not to be there.
QString affirmed(QStringView text)
{
    static const QRegularExpression denied(
        u"\\b(?:pas\\s+d[e’']|sans|absence\\s+d[e’']|ni|élimin\\p{L}+|aucune?)\\s*"
        u"[\\p{L}-]+(?:\\s+[\\p{L}-]+)?"_qs,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString rest = text.toString();
    return rest.replace(denied, u" "_qs);
}

} // namespace

ConditionIndex::ConditionIndex(QList<Condition> conditions)
    : m_conditions(std::move(conditions))
{
    m_words.reserve(m_conditions.size());
    for (int i = 0; i < m_conditions.size(); ++i) {
        const QStringList words = text::foldedWords(m_conditions.at(i).label);
        QSet<QString> stems;
        for (const QString &word : words)
            if (counts(word))
                stems.insert(stemOf(word));
        for (const QString &stem : std::as_const(stems))
            m_byStem[stem] << i;
        m_words << words;
        m_needed << int(stems.size());
        m_byCode.insert(m_conditions.at(i).code.code(), i);
    }
}

const Condition *ConditionIndex::find(QStringView code) const
{
    const auto found = m_byCode.constFind(code.toString());
    return found == m_byCode.constEnd() ? nullptr : &m_conditions.at(*found);
}

QString ConditionIndex::labelOf(const ConditionCode &code) const
{
    const Condition *found = code.system() == CodeSystem::Cim10 ? find(code.code()) : nullptr;
    return found ? found->label : QString();
}

void ConditionIndex::addUsual(const QStringList &words, QList<Condition> &found) const
{
    const QString text = u' ' + words.join(u' ') + u' ';
    for (const UsualName &one : usualNames) {
        const bool said = text.contains(u' ' + one.words.toString() + u' ');
        const Condition *condition = said ? find(one.code) : nullptr;
        if (condition && !found.contains(*condition))
            found << *condition;
    }
}

QList<Condition> ConditionIndex::search(QStringView typed, int limit) const
{
    const QStringList wanted = text::foldedWords(typed);
    if (wanted.isEmpty())
        return {};
    QList<Condition> found;
    addUsual(wanted, found);
    const QString code = typed.trimmed().toString().toUpper();
    QList<int> matching;
    for (int i = 0; i < m_conditions.size(); ++i) {
        const QStringList &words = m_words.at(i);
        const bool said = std::all_of(wanted.begin(), wanted.end(), [&](const QString &part) {
            return std::any_of(words.begin(), words.end(),
                               [&](const QString &word) { return word.startsWith(part); });
        });
        if (said || m_conditions.at(i).code.code().startsWith(code))
            matching << i;
    }
    std::stable_sort(matching.begin(), matching.end(), [this](int a, int b) {
        return m_conditions.at(a).label.size() < m_conditions.at(b).label.size();
    });
    for (const int i : std::as_const(matching))
        if (!found.contains(m_conditions.at(i)))
            found << m_conditions.at(i);
    return found.mid(0, limit);
}

QList<Condition> ConditionIndex::saidIn(QStringView text, int limit) const
{
    const QStringList words = text::foldedWords(affirmed(text));
    QList<Condition> found;
    addUsual(words, found);
    QSet<QString> stems;
    for (const QString &word : words)
        stems.insert(stemOf(word));
    QHash<int, int> said;
    for (const QString &stem : std::as_const(stems))
        for (const int i : m_byStem.value(stem))
            ++said[i];
    QList<int> matching;
    for (auto one = said.constBegin(); one != said.constEnd(); ++one)
        if (one.value() == m_needed.at(one.key()))
            matching << one.key();
    std::sort(matching.begin(), matching.end(), [this](int a, int b) {
        if (m_needed.at(a) != m_needed.at(b))
            return m_needed.at(a) > m_needed.at(b);
        if (m_conditions.at(a).label.size() != m_conditions.at(b).label.size())
            return m_conditions.at(a).label.size() < m_conditions.at(b).label.size();
        return a < b;
    });
    for (const int i : std::as_const(matching))
        if (!found.contains(m_conditions.at(i)))
            found << m_conditions.at(i);
    return found.mid(0, limit);
}

} // namespace ambroise::record
