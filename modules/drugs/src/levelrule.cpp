// SPDX-License-Identifier: GPL-3.0-or-later
#include "levelrule.h"

#include "curationtable.h"

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::drugs {
namespace {

Truth truthOf(bool value)
{
    return value ? Truth::True : Truth::False;
}

Truth inverse(Truth value)
{
    return value == Truth::Unknown ? value : truthOf(value == Truth::False);
}

} // namespace

Result<Atom> Atom::parse(QStringView text, const Terms &terms)
{
    Atom atom;
    atom.m_negated = text.startsWith(u'!');
    AMBROISE_CHECK(atom.parsePositive(text.mid(atom.m_negated ? 1 : 0), terms));
    return atom;
}

Status Atom::parsePositive(QStringView text, const Terms &terms)
{
    m_ofB = text.startsWith(u"b ") || text.startsWith(u"b.");
    const QStringView rest = text.mid(text.indexOf(u' ') + 1);
    if (text == u"unknown")
        return done();
    if (text.startsWith(u"a in ") || text.startsWith(u"b in ")) {
        m_kind = Kind::Member;
        for (const QString &name : text.mid(5).toString().split(u';'))
            for (const int term : terms(name))
                m_terms.insert(term);
        return done();
    }
    if (text.startsWith(u"a.route ") || text.startsWith(u"b.route ")) {
        m_kind = Kind::Route;
        m_words = rest.toString().split(u';');
        return done();
    }
    if (text.startsWith(u"icd ") || text.startsWith(u"sex ")) {
        m_kind = text.startsWith(u"icd ") ? Kind::Problem : Kind::Sex;
        m_words = rest.toString().split(u';');
        return done();
    }
    return parseComparison(text);
}

Status Atom::parseComparison(QStringView text)
{
    static const QRegularExpression comparison(
        u"^(?:[ab]\\.(intake|day|week)|(age|egfr))(<=|>=|<|>)(\\d+)$"_qs);
    const auto match = comparison.match(text.toString());
    if (!match.hasMatch())
        return curationRefusal({text.toString()});
    const QString what = match.captured(1) + match.captured(2);
    m_kind = what == u"intake" ? Kind::PerIntake
             : what == u"day"  ? Kind::PerDay
             : what == u"week" ? Kind::PerWeek
             : what == u"age"  ? Kind::Years
                               : Kind::Egfr;
    m_operator = match.captured(3);
    m_limit = match.captured(4).toDouble();
    return done();
}

Truth Atom::compared(std::optional<double> value) const
{
    if (!value)
        return Truth::Unknown;
    if (m_operator == u"<")
        return truthOf(*value < m_limit);
    if (m_operator == u"<=")
        return truthOf(*value <= m_limit);
    return truthOf(m_operator == u">" ? *value > m_limit : *value >= m_limit);
}

Truth Atom::positive(const BranchSubjects &subjects, const PatientState &patient) const
{
    const auto *const subject = m_ofB ? subjects.b : subjects.a;
    const QStringList &routes = *(m_ofB ? subjects.routesOfB : subjects.routesOfA);
    const auto named = [this](const QString &word) {
        return m_words.contains(word);
    };
    switch (m_kind) {
    case Kind::Member:
        // What nobody has matched may be any of them.
        if (subject->coverage == Coverage::Unmatched)
            return Truth::Unknown;
        return truthOf(std::any_of(subject->terms.begin(), subject->terms.end(),
                                   [this](int term) { return m_terms.contains(term); }));
    case Kind::Route:
        if (routes.isEmpty())
            return Truth::Unknown;
        if (std::none_of(routes.begin(), routes.end(), named))
            return Truth::False;
        return std::all_of(routes.begin(), routes.end(), named) ? Truth::True : Truth::Unknown;
    case Kind::PerIntake:
        return compared(subject->substance.dose.perIntake);
    case Kind::PerDay:
        return compared(subject->substance.dose.perDay);
    case Kind::PerWeek:
        return compared(subject->substance.dose.perWeek);
    case Kind::Years:
        return compared(patient.years ? std::optional<double>(*patient.years) : std::nullopt);
    case Kind::Egfr:
        return compared(patient.egfr);
    case Kind::Problem:
        if (!patient.problems)
            return Truth::Unknown;
        return truthOf(std::any_of(m_words.begin(), m_words.end(), [&](const QString &code) {
            return std::any_of(patient.problems->begin(), patient.problems->end(),
                               [&](const QString &one) { return one.startsWith(code); });
        }));
    case Kind::Sex:
        return patient.sex == u"F" || patient.sex == u"M" ? truthOf(named(patient.sex))
                                                          : Truth::Unknown;
    case Kind::Never:
        break;
    }
    return Truth::Unknown;
}

Truth Atom::of(const BranchSubjects &subjects, const PatientState &patient) const
{
    const Truth value = positive(subjects, patient);
    return m_negated ? inverse(value) : value;
}

Status LevelRule::add(InteractionLevel level, bool byDefault, const QString &when,
                      const QString &text, const Atom::Terms &terms)
{
    Branch branch{level, when == u"otherwise", {}, text};
    if (!branch.otherwise)
        for (const QString &alternative : when.split(u" | "_qs)) {
            QList<Atom> all;
            for (const QString &word : alternative.split(u" & "_qs)) {
                AMBROISE_TRY(const Atom atom, Atom::parse(word, terms));
                all << atom;
            }
            branch.when << all;
        }
    m_branches << branch;
    if (byDefault)
        m_default = level;
    return done();
}

//! The level of the gravest branch that is known to apply, where none graver might; else the
//! default, unless a branch that applies is graver, or the default's is known not to apply.
InteractionLevel LevelRule::shown(const QList<LevelBranch> &branches, bool &decided) const
{
    std::optional<InteractionLevel> known;
    std::optional<InteractionLevel> possible;
    InteractionLevel least = InteractionLevel::Ci;
    bool defaultIsPossible = false;
    for (const LevelBranch &branch : branches) {
        least = std::min(least, branch.level);
        if (branch.applies == Truth::False)
            continue;
        possible = std::max(possible.value_or(branch.level), branch.level);
        defaultIsPossible |= branch.level == m_default;
        if (branch.applies == Truth::True)
            known = std::max(known.value_or(branch.level), branch.level);
    }
    decided = known && known == possible;
    if (!possible)
        return least;
    if (decided || !defaultIsPossible || (known && *known > m_default))
        return *possible;
    return m_default;
}

LevelRule::Verdict LevelRule::judge(const BranchSubjects &subjects,
                                    const PatientState &patient) const
{
    Verdict verdict;
    Truth any = Truth::False;
    for (const Branch &branch : m_branches) {
        Truth applies = Truth::False;
        for (const QList<Atom> &all : branch.when) {
            Truth each = Truth::True;
            for (const Atom &atom : all)
                each = std::min(each, atom.of(subjects, patient));
            applies = std::max(applies, each);
        }
        any = std::max(any, applies);
        verdict.branches.append({branch.level, branch.text, applies});
    }
    for (qsizetype i = 0; i < m_branches.size(); ++i)
        if (m_branches.at(i).otherwise)
            verdict.branches[i].applies = inverse(any);
    verdict.level = shown(verdict.branches, verdict.decided);
    return verdict;
}

} // namespace ambroise::drugs
