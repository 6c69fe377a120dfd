// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicallines.h"
#include "numbertext.h"
#include "substancedose.h"

#include <ambroise/drugs/substancemap.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

using drugs::Truth;

//! What a line gives of the substances of a rule.
struct Share {
    int line = -1;
    QString name{};
    drugs::Dose dose{};
    std::optional<double> intervalHours{};
};

//! The base tells that salt by its base, and the posology counts tablets: the limit is of the salt.
bool isTheBase(const drugs::Substance &substance, const PosologyFacts &taken)
{
    if (substance.per == unitTaken()) // people write what stands on the box
        return false;
    const QString key = drugs::substanceKey(substance.name);
    const bool isBase = key.endsWith(u" BASE") || key == drugs::substanceBase(key);
    const auto &amount = taken.maxPerDay ? taken.maxPerDay : taken.maxPerIntake;
    return isBase && amount && amount->unit.kind() == DoseUnit::Kind::Countable;
}

//! Of the lines that count.
QList<Share> sharesOf(const DoseRule &rule, const Treatment &treatment, const QList<int> &counted,
                      const TreatmentNames &names)
{
    QList<Share> shares;
    for (const int i : counted) {
        const CheckedLine &line = treatment.lines.at(i);
        for (qsizetype j = 0; j < line.facts->substances.size(); ++j) {
            const drugs::Substance &one = line.facts->substances.at(j);
            if (!rule.substances.holds(names.of(i).at(j)) ||
                !rule.routes.reaches(line.facts->routes))
                continue;
            drugs::Dose dose = line.treatment.substances.value(j).dose;
            if (rule.saltFactor != 1 && isTheBase(one, line.taken))
                for (auto *value : {&dose.perIntake, &dose.perDay, &dose.perWeek})
                    if (*value)
                        **value /= rule.saltFactor;
            const auto &hours = line.taken.minIntervalHours;
            shares.append(
                {i, one.name, dose, hours ? std::optional(hours->toDouble()) : std::nullopt});
        }
    }
    return shares;
}

std::optional<double> sumOf(const QList<Share> &shares, std::optional<double> drugs::Dose::*part)
{
    std::optional<double> sum;
    for (const Share &one : shares)
        if (one.dose.*part)
            sum = sum.value_or(0) + *(one.dose.*part);
    return sum;
}

//! What is beyond a rule, and by how much.
class Excess {
public:
    Excess(const DoseRule &rule, const PatientFacts &person)
        : m_rule(rule)
        , m_weight(person.usableWeight())
    {
    }

    void compareDose(const QString &what, std::optional<double> dose,
                     const std::optional<DoseLimit> &limit)
    {
        if (!dose || !limit)
            return;
        if (limit->perKilogram && !m_weight) {
            needsWeight = true;
            return;
        }
        const double most = limit->perKilogram ? limit->value * m_weight->value : limit->value;
        // A tablet's half and the base's roundings are no overdose.
        if (*dose <= most * 1.02)
            return;
        ratio = std::max(ratio, *dose / most);
        facts.append({what, numberText(*dose), numberText(most), {}});
        if (limit->perKilogram)
            facts.append({u"weight"_qs,
                          numberText(m_weight->value),
                          {},
                          m_weight->on.isValid() ? m_weight->on.toString(Qt::ISODate) : QString()});
    }
    void compareInterval(std::optional<double> hours)
    {
        if (!hours || !m_rule.intervalHours || *hours >= *m_rule.intervalHours)
            return;
        ratio = std::max(ratio, *m_rule.intervalHours / std::max(*hours, 0.1));
        facts.append({u"interval"_qs, numberText(*hours), numberText(*m_rule.intervalHours), {}});
    }

    QList<AlertFact> facts{};
    double ratio = 0;
    bool needsWeight = false;

private:
    const DoseRule &m_rule;
    std::optional<DatedValue> m_weight;
};

constexpr double absurd = 10;

class DoseComparison {
public:
    DoseComparison(const Treatment &treatment, CheckReport &report)
        : m_treatment(treatment)
        , m_report(report)
        , m_names(treatment)
    {
        for (int i = 0; i < treatment.lines.size(); ++i)
            if (countsForSafety(treatment, m_names, i))
                m_counted << i;
    }

    void apply(const DoseRule &rule)
    {
        const QList<Share> shares = sharesOf(rule, m_treatment, m_counted, m_names);
        if (shares.isEmpty())
            return;
        const auto verdict = rule.who.of(m_treatment.person);
        for (const Share &one : shares) {
            m_named.insert({one.line, one.name});
            if (verdict.applies != Truth::False)
                m_applied.insert({one.line, one.name});
        }
        if (verdict.applies == Truth::False)
            return;
        Excess whole(rule, m_treatment.person);
        whole.compareDose(u"per_day"_qs, sumOf(shares, &drugs::Dose::perDay), rule.perDay);
        whole.compareDose(u"per_week"_qs, sumOf(shares, &drugs::Dose::perWeek), rule.perWeek);
        tell(rule, verdict, shares, whole);
        for (const Share &one : shares) {
            Excess own(rule, m_treatment.person);
            own.compareDose(u"per_intake"_qs, one.dose.perIntake, rule.perIntake);
            own.compareInterval(one.intervalHours);
            tell(rule, verdict, {one}, own);
        }
    }

    //! Of two rows that say the same of the same lines, the stronger one stands.
    void finish()
    {
        std::stable_sort(m_found.begin(), m_found.end(), [](const Found &a, const Found &b) {
            const int first = gravityOf(a.alert);
            const int second = gravityOf(b.alert);
            return first != second ? first > second : a.ratio > b.ratio;
        });
        QSet<std::pair<int, QString>> told;
        for (Found &one : m_found) {
            bool isNew = false;
            for (const int line : one.alert.lines) {
                isNew |= !told.contains({line, one.alert.subjects.first()});
                told.insert({line, one.alert.subjects.first()});
            }
            one.alert.folded = !isNew;
            m_report.alerts << one.alert;
        }
        for (int i = 0; i < m_treatment.lines.size(); ++i)
            tellWhatIsNotChecked(i);
    }

private:
    struct Found {
        Alert alert{};
        double ratio = 0;
    };

    void tell(const DoseRule &rule, const PatientCondition::Verdict &verdict,
              const QList<Share> &shares, const Excess &excess)
    {
        if (excess.needsWeight)
            for (const Share &one : shares)
                notChecked(one.line, u"dose_depends"_qs, {u"weight"_qs});
        if (excess.facts.isEmpty())
            return;
        if (verdict.applies == Truth::Unknown) {
            for (const Share &one : shares)
                notChecked(one.line, u"dose_depends"_qs, verdict.missing);
            return;
        }
        Alert alert;
        alert.kind = CheckKind::Dose;
        alert.rule = u"dose"_qs;
        for (const Share &one : shares)
            if (!alert.lines.contains(one.line)) {
                alert.lines << one.line;
                alert.substances << QStringList{one.name};
            }
        alert.subjects = QStringList{rule.names.first()};
        alert.level =
            levelOf(excess.ratio >= absurd ? u"stop"_qs : rule.level, m_treatment, alert.lines);
        alert.risk = rule.risk;
        alert.advice = rule.advice;
        alert.because = excess.facts + verdict.because;
        alert.source = rule.source;
        m_found.append({alert, excess.ratio});
    }

    void notChecked(int line, const QString &why, const QStringList &about)
    {
        const NotChecked one{line, CheckKind::Dose, why, about};
        if (!m_report.notChecked.contains(one))
            m_report.notChecked << one;
    }

    void tellWhatIsNotChecked(int i)
    {
        const CheckedLine &line = m_treatment.lines.at(i);
        if (const QString why = whyNotComparable(line); !why.isEmpty()) {
            notChecked(i, why, {});
            return;
        }
        if (!m_counted.contains(i))
            return;
        QStringList without;
        QStringList notForPatient;
        for (const drugs::Substance &one : line.facts->substances) {
            if (!m_named.contains({i, one.name}))
                without << one.name;
            else if (!m_applied.contains({i, one.name}))
                notForPatient << one.name;
        }
        if (!without.isEmpty())
            notChecked(i, u"no_dose_rule"_qs, without);
        if (!notForPatient.isEmpty())
            notChecked(i, u"dose_not_for_patient"_qs, notForPatient);
        const bool someDose = std::any_of(
            line.treatment.substances.begin(), line.treatment.substances.end(),
            [](const auto &s) { return s.dose.perIntake || s.dose.perDay || s.dose.perWeek; });
        if (!someDose && without.size() < line.facts->substances.size())
            notChecked(i, u"dose_unknown"_qs, {});
    }

    const Treatment &m_treatment;
    CheckReport &m_report;
    TreatmentNames m_names;
    QList<int> m_counted;
    QList<Found> m_found;
    QSet<std::pair<int, QString>> m_named;   //!< by a rule
    QSet<std::pair<int, QString>> m_applied; //!< by one that may be of this patient
};

} // namespace

Status DoseCheck::run(const Treatment &treatment, CheckReport &report) const
{
    DoseComparison comparison(treatment, report);
    for (const DoseRule &rule : m_knowledge.doses())
        comparison.apply(rule);
    comparison.finish();
    addTables(report);
    return done();
}

} // namespace ambroise::prescription
