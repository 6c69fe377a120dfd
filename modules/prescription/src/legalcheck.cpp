// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulealert.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/legalchecks.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

constexpr int yearsOfEfg = 6;

//! "Stupéfiant, en toutes lettres" of "stupéfiant" and "en toutes lettres".
QString asSentence(const QStringList &parts)
{
    QString sentence = parts.join(u", "_qs);
    if (!sentence.isEmpty())
        sentence[0] = sentence.at(0).toUpper();
    return sentence;
}

QString withStop(const QString &words)
{
    return words.endsWith(u'.') || words.endsWith(u':') ? words : words + u'.';
}

//! The rules of one line, told one after the other.
class LineLaw {
public:
    LineLaw(const Treatment &treatment, int place, CheckReport &report)
        : m_treatment(treatment)
        , m_place(place)
        , m_checked(treatment.lines.at(place))
        , m_report(report)
    {
    }

    void tellConditions()
    {
        m_rules = legalRulesOf(m_checked.facts->conditions);
        tellRegime();
        tellOverlap();
        tellHospital();
        tellReserved();
        tellTasks();
        for (const RequiredMention &mention : m_rules.mentions)
            if (!mention.isIn(m_checked.line.comment))
                tell(u"mention"_qs, {mention.words});
    }

    //! What the line itself says, of whatever drug.
    void tellMarks()
    {
        const Line &line = m_checked.line;
        const auto &years = m_treatment.patient.years;
        if (line.offLabel && !line.notReimbursed)
            tell(u"off_label"_qs);
        if (line.nonSubstitutable == NonSubstitutable::Efg && years && *years >= yearsOfEfg)
            tell(u"efg"_qs);
        if (!m_checked.facts)
            return;
        const auto any = [&](bool (*is)(const drugs::Substance &)) {
            const auto &all = m_checked.facts->substances;
            return std::any_of(all.begin(), all.end(), is);
        };
        if (line.nonSubstitutable == NonSubstitutable::Mte && !any(isMteSubstance))
            tell(u"mte"_qs);
        if (line.dispenser.isEmpty() && any(namesDispenser))
            tell(u"dispenser"_qs);
    }

private:
    void tell(const QString &rule, const QStringList &values = {})
    {
        const KnowledgeSource source =
            m_checked.facts ? m_checked.facts->conditionsSource : KnowledgeSource();
        m_report.alerts << ruleAlert(CheckKind::Legal, u"legal."_qs + rule, m_place, source,
                                     values);
    }

    void tellRegime()
    {
        if (m_rules.isNarcotic() && m_checked.line.renewals > 0)
            tell(u"narcotic_renewed"_qs);
        if (!m_rules.securedForm && m_rules.fractionDays == 0 && !m_rules.overlapForbidden)
            return;
        const bool whole = m_checked.line.singleDelivery;
        QStringList parts;
        QStringList advice;
        if (m_rules.isNarcotic())
            parts << phrase(u"narcotic"_qs);
        if (m_rules.securedForm)
            parts << phrase(u"secured"_qs);
        if (m_rules.fullLetters)
            parts << phrase(u"letters"_qs);
        if (m_rules.isNarcotic())
            advice << phrase(u"norenewal"_qs);
        if (m_rules.fractionDays > 0)
            parts << (whole ? phrase(u"whole"_qs)
                            : filled(phrase(u"fraction"_qs),
                                     {QString::number(m_rules.fractionDays)}));
        if (m_rules.fractionDays > 0 && !whole)
            advice << phrase(u"fraction_advice"_qs);
        if (m_rules.overlapForbidden && !m_checked.line.overlapAllowed) {
            parts << phrase(u"nooverlap"_qs);
            advice << phrase(u"overlap_advice"_qs);
        }
        tell(m_rules.isNarcotic() ? u"narcotic"_qs : u"secured"_qs,
             {asSentence(parts), advice.join(u' ')});
    }

    //! CSP R.5132-33, and the drugs whose conditions say the same.
    void tellOverlap()
    {
        const Line &line = m_checked.line;
        if (line.overlapAllowed || !forbidsOverlap(m_rules))
            return;
        const QDate start = line.startDate.isValid() ? line.startDate : m_treatment.today;
        for (const RunningLine &running : m_treatment.running) {
            if (!start.isValid() || running.lastDay < start || !sharesSubstance(running))
                continue;
            tell(u"overlap"_qs,
                 {text::frenchDate(running.writtenOn), text::frenchDate(running.lastDay)});
            return;
        }
    }

    [[nodiscard]] bool sharesSubstance(const RunningLine &running) const
    {
        const auto &mine = m_checked.facts->substances;
        return std::any_of(mine.begin(), mine.end(), [&](const drugs::Substance &one) {
            return std::any_of(
                running.substances.begin(), running.substances.end(),
                [&](const drugs::Substance &other) { return isSameSubstance(one, other); });
        });
    }

    void tellHospital()
    {
        if (m_rules.isOf(RestrictedKind::HospitalUse))
            tell(u"hospital_use"_qs);
        else if (m_rules.isOf(RestrictedKind::HospitalPrescription))
            tell(u"hospital"_qs);
        if (m_rules.professionalUse)
            tell(u"professional"_qs);
    }

    //! Whether the prescriber's own speciality is among them.
    [[nodiscard]] bool isMine(const QStringList &specialities) const
    {
        const QString own = text::folded(m_treatment.specialty);
        return !own.isEmpty() &&
               std::any_of(specialities.begin(), specialities.end(), [&](const QString &one) {
                   // NEUROLOGIE is the speciality of a « neurologue ».
                   const QString other = text::folded(one);
                   return own.contains(other) ||
                          (!other.contains(u' ') && own.contains(other.chopped(3)));
               });
    }

    void tellReserved()
    {
        const bool toHospital = m_rules.isOf(RestrictedKind::HospitalUse) ||
                                m_rules.isOf(RestrictedKind::HospitalPrescription);
        if (toHospital || isMine(m_rules.reservedTo))
            return; // said already, or not of concern
        if (!m_rules.initial.isEmpty())
            tellInitial();
        else if (!m_rules.reservedTo.isEmpty())
            tell(u"reserved"_qs, {m_rules.reservedTo.join(u", "_qs)});
    }

    //! The one that concerns this patient; the longest term of several.
    [[nodiscard]] std::optional<InitialPrescription> initial() const
    {
        std::optional<InitialPrescription> found;
        for (const InitialPrescription &one : m_rules.initial)
            if (one.of.mayBe(m_treatment.patient.sex, m_treatment.patient.years) &&
                (!found || one.validMonths > found->validMonths))
                found = one;
        return found;
    }

    void tellInitial()
    {
        const auto found = initial();
        if (!found)
            return;
        QStringList by;
        if (found->by == InitialPrescription::By::Hospital)
            by << phrase(u"hospital"_qs);
        if (!m_rules.reservedTo.isEmpty())
            by << filled(phrase(u"specialists_of"_qs), {m_rules.reservedTo.join(u", "_qs)});
        else if (by.isEmpty())
            by << phrase(u"specialists"_qs);
        const QString term =
            found->validMonths > 0
                ? u' ' + filled(phrase(u"months"_qs), {QString::number(found->validMonths)})
                : QString();
        const QString who = by.join(u", "_qs);
        const bool named = !m_rules.reservedTo.isEmpty() || !m_rules.renewalReservedTo.isEmpty();
        if (m_rules.renewalUnrestricted)
            return tell(u"initial"_qs, {who, term, phrase(u"renewal_free"_qs)});
        if (!named)
            return tell(u"initial"_qs, {who, term, {}});
        if (isMine(m_rules.renewalReservedTo))
            return tell(u"initial"_qs, {who, term, {}});
        tell(u"initial_only"_qs, {who, term});
    }

    void add(QStringList &parts, QStringList &words, const QList<ConditionOf> &all,
             const QString &name) const
    {
        for (const ConditionOf &one : all) {
            if (!one.of.mayBe(m_treatment.patient.sex, m_treatment.patient.years))
                continue;
            if (!parts.contains(phrase(name)))
                parts << phrase(name);
            words << withStop(one.wording);
        }
    }

    //! What is to be done, and what is only shown, in one signal.
    void tellTasks()
    {
        QStringList parts;
        QStringList words;
        if (m_rules.careAgreement)
            parts << phrase(u"agreement"_qs);
        add(parts, words, m_rules.attestations, u"attestation"_qs);
        if (m_rules.booklet)
            parts << phrase(u"booklet"_qs);
        add(parts, words, m_rules.watching, u"surveillance"_qs);
        add(parts, words, m_rules.tasks, u"conditions"_qs);
        for (const QString &wording : m_rules.asPublished + m_rules.unknown)
            words << withStop(wording);
        if (parts.isEmpty() && !words.isEmpty())
            parts << phrase(u"conditions"_qs);
        if (!parts.isEmpty())
            tell(u"tasks"_qs, {asSentence(parts), words.join(u' ')});
    }

    const Treatment &m_treatment;
    int m_place;
    const CheckedLine &m_checked;
    CheckReport &m_report;
    LegalRules m_rules;
};

} // namespace

bool forbidsOverlap(const LegalRules &rules)
{
    return rules.isNarcotic() || rules.overlapForbidden;
}

QString whyNoConditions(const CheckedLine &line)
{
    if (!line.facts)
        return u"unknown_drug"_qs;
    if (line.line.cis.isEmpty())
        return u"inn"_qs;
    return line.facts->conditionsSource.name.isEmpty() ? u"no_conditions"_qs : QString();
}

Status LegalCheck::run(const Treatment &treatment, CheckReport &report) const
{
    for (int i = 0; i < treatment.lines.size(); ++i) {
        if (treatment.lines.at(i).current)
            continue;
        LineLaw law(treatment, i, report);
        if (const QString why = whyNoConditions(treatment.lines.at(i)); !why.isEmpty())
            report.notChecked.append({i, kind(), why, {}});
        else
            law.tellConditions();
        law.tellMarks();
    }
    return done();
}

} // namespace ambroise::prescription
