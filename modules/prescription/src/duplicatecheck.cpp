// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicallines.h"

#include <ambroise/prescription/clinicalknowledge.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

//! A class that something of a line is of.
struct Membership {
    int place = 0; //!< among the classes
    QStringList substances{};
};

QList<Membership> membershipsOf(const DrugFacts &facts, const QList<SubstanceNames> &names)
{
    const QList<SubstanceClass> &classes = ClinicalKnowledge::builtIn().classes();
    QList<Membership> found;
    for (int place = 0; place < classes.size(); ++place) {
        QStringList held;
        for (qsizetype i = 0; i < names.size(); ++i)
            if (classes.at(place).members.holds(names.at(i)))
                held << facts.substances.at(i).name;
        if (!held.isEmpty())
            found.append({place, held});
    }
    return found;
}

//! What is compared of each line, made once.
class Comparison {
public:
    explicit Comparison(const Treatment &treatment, CheckReport &report)
        : m_treatment(treatment)
        , m_report(report)
        , m_names(treatment)
    {
        for (int i = 0; i < treatment.lines.size(); ++i) {
            const auto &facts = treatment.lines.at(i).facts;
            m_memberships << (facts ? membershipsOf(*facts, m_names.of(i)) : QList<Membership>());
        }
    }

    [[nodiscard]] bool isInSomeClass(int line) const { return !m_memberships.at(line).isEmpty(); }

    void compare(int i, int j)
    {
        if (!compareSubstances(i, j))
            compareClasses(i, j);
    }

private:
    [[nodiscard]] const DrugFacts &facts(int line) const
    {
        return *m_treatment.lines.at(line).facts;
    }

    //! Whether they have one in common.
    bool compareSubstances(int i, int j)
    {
        const DrugFacts &first = facts(i);
        const DrugFacts &second = facts(j);
        const bool local = isLocal(first.routes) || isLocal(second.routes);
        const bool renewed = !local && m_names.renewalOf(j) == i;
        QStringList told;
        for (qsizetype x = 0; x < first.substances.size(); ++x)
            for (qsizetype y = 0; y < second.substances.size(); ++y) {
                const QString name = first.substances.at(x).name;
                if (!m_names.of(i).at(x).isSameAs(m_names.of(j).at(y)) || told.contains(name))
                    continue;
                told << name;
                Alert alert;
                alert.kind = CheckKind::Duplicate;
                alert.level = renewed || local ? u"info"_qs : u"warn"_qs;
                alert.folded = renewed;
                alert.lines = {i, j};
                alert.subjects = QStringList{name};
                alert.substances = {{name}, {second.substances.at(y).name}};
                alert.source = first.source.name.isEmpty() ? second.source : first.source;
                m_report.alerts << alert;
            }
        return !told.isEmpty();
    }

    //! Two of a class that is not combined; a cream and a tablet may be, and so may what is told as
    //! the same substance already.
    void compareClasses(int i, int j)
    {
        if (m_names.renewalOf(i) || m_names.renewalOf(j) || isLocal(facts(i).routes) ||
            isLocal(facts(j).routes))
            return;
        for (const Membership &first : m_memberships.at(i))
            for (const Membership &second : m_memberships.at(j)) {
                const SubstanceClass &cls = ClinicalKnowledge::builtIn().classes().at(first.place);
                if (first.place != second.place || cls.duplicateLevel.isEmpty())
                    continue;
                Alert alert;
                alert.kind = CheckKind::Duplicate;
                alert.rule = u"duplicate.class"_qs;
                alert.level = cls.duplicateLevel;
                alert.lines = {i, j};
                alert.subjects = QStringList{cls.label};
                alert.substances = {first.substances, second.substances};
                alert.risk = cls.label;
                alert.advice = cls.duplicateAdvice;
                alert.source = cls.source;
                m_report.alerts << alert;
                return; // the classes stand from the narrowest to the widest
            }
    }

    const Treatment &m_treatment;
    CheckReport &m_report;
    TreatmentNames m_names;
    QList<QList<Membership>> m_memberships;
};

} // namespace

Status DuplicateCheck::run(const Treatment &treatment, CheckReport &report) const
{
    const auto comparable = [&](int i) {
        const auto &facts = treatment.lines.at(i).facts;
        return facts && !facts->homeopathic;
    };
    Comparison comparison(treatment, report);
    for (int i = 0; i < treatment.lines.size(); ++i) {
        const auto &facts = treatment.lines.at(i).facts;
        const auto tell = [&](const QString &why) {
            report.notChecked.append({i, CheckKind::Duplicate, why, {}});
        };
        if (!facts)
            tell(u"unknown_drug"_qs);
        else if (facts->substances.isEmpty())
            tell(u"no_composition"_qs);
        else if (comparable(i) && !comparison.isInSomeClass(i))
            tell(u"no_class"_qs);
        for (int j = i + 1; j < treatment.lines.size(); ++j)
            if (comparable(i) && comparable(j))
                comparison.compare(i, j);
    }
    return done();
}

} // namespace ambroise::prescription
