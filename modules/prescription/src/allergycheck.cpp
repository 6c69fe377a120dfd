// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicallines.h"

#include <ambroise/core/text.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::prescription {
namespace {

//! « Allergie à la pénicilline (urticaire) » → PENICILLINE; several with a comma between.
QStringList partsOf(const QString &words)
{
    static const QRegularExpression bracket(u"\\([^)]*\\)"_qs);
    static const QRegularExpression between(u"[,;/+]| et "_qs);
    static const QRegularExpression before(
        u"^(?:ALLERGIE|INTOLERANCE|HYPERSENSIBILITE|REACTION)S?\\s+(?:CONNUE\\s+)?(?:AUX?|A LA|A "
        "L|A|DES?)\\s+|^(?:LA|LES|LE|L|AUX?)\\s+"_qs);
    QStringList parts;
    for (const QString &one : QString(words).remove(bracket).split(between))
        if (const QString part = text::folded(one).trimmed().remove(before).trimmed();
            !part.isEmpty())
            parts << part;
    return parts;
}

//! « Pas d’allergie à… » in the list of allergies means the contrary of what its words name.
bool isDenied(const QString &folded)
{
    static const QRegularExpression denial(u"^(?:PAS|SANS|AUCUNE?|NON)\\b"_qs);
    return denial.match(folded).hasMatch();
}

std::optional<Allergen> inTables(const QString &part, const ClinicalKnowledge &knowledge)
{
    for (const QString &word : {part, part.endsWith(u'S') ? part.chopped(1) : part + u'S'})
        if (const auto found = knowledge.allergen(word))
            return found;
    return std::nullopt;
}

struct Meaning {
    KnownAllergy allergy{};
    SubstanceSet substances{};
};

class AllergyReader {
public:
    AllergyReader(const DrugKnowledgeProvider &drugs, const ClinicalKnowledge &knowledge,
                  const Treatment &treatment)
        : m_drugs(drugs)
        , m_knowledge(knowledge)
        , m_treatment(treatment)
    {
    }

    Result<QList<Meaning>> read(CheckReport &report) const
    {
        QList<Meaning> meanings;
        for (const KnownAllergy &allergy : *m_treatment.person.allergies) {
            Meaning meaning{allergy, {}};
            const QStringList parts = partsOf(allergy.text);
            if (parts.isEmpty()) // between brackets alone
                report.notChecked.append(
                    {-1, CheckKind::Allergy, u"allergy_unmatched"_qs, {allergy.text}});
            for (const QString &part : parts) {
                AMBROISE_TRY(const auto allergen, meaningOf(part));
                if (const QString why = whyNot(allergy, allergen); !why.isEmpty())
                    report.notChecked.append({-1, CheckKind::Allergy, why, {allergy.text}});
                else
                    meaning.substances.unite(allergen->substances);
            }
            if (!meaning.substances.isEmpty())
                meanings << meaning;
        }
        return meanings;
    }

private:
    static QString whyNot(const KnownAllergy &allergy, const std::optional<Allergen> &allergen)
    {
        if (allergy.nature == KnownAllergy::Nature::Excipient ||
            (allergen && allergen->kind == Allergen::Kind::Excipient))
            return u"allergy_excipient"_qs;
        if (!allergen)
            return u"allergy_unmatched"_qs;
        return allergen->kind == Allergen::Kind::NoDrug ? u"allergy_no_drug"_qs : QString();
    }

    Result<std::optional<Allergen>> meaningOf(const QString &part) const
    {
        if (isDenied(part))
            return std::optional<Allergen>();
        if (const auto found = inTables(part, m_knowledge))
            return found;
        Allergen allergen;
        allergen.substances.add(part);
        for (const CheckedLine &line : m_treatment.lines)
            if (line.facts)
                for (const drugs::Substance &one : line.facts->substances)
                    if (allergen.substances.holds(one))
                        return std::optional(allergen);
        AMBROISE_TRY(const auto named, m_drugs.substancesNamed(part));
        const QStringList names = named.every + named.others;
        if (names.isEmpty())
            return std::optional<Allergen>();
        allergen.substances = {};
        for (const QString &name : names)
            allergen.substances.add(name);
        return std::optional(allergen);
    }

    const DrugKnowledgeProvider &m_drugs;
    const ClinicalKnowledge &m_knowledge;
    const Treatment &m_treatment;
};

int gravityOfLevel(const QString &level)
{
    return level == u"stop" ? 3 : level == u"warn" ? 2 : 1;
}

//! The gravest that is told of that substance.
const CrossReaction *reactionOf(const Meaning &meaning, const drugs::Substance &substance,
                                const ClinicalKnowledge &knowledge)
{
    if (meaning.substances.holds(substance))
        return &knowledge.direct();
    const CrossReaction *gravest = nullptr;
    for (const CrossReaction &cross : knowledge.crossReactions())
        if (cross.from.meets(meaning.substances) && cross.to.holds(substance) &&
            (!gravest || gravityOfLevel(cross.level) > gravityOfLevel(gravest->level)))
            gravest = &cross;
    return gravest;
}

void compare(const Treatment &treatment, int line, const Meaning &meaning,
             const ClinicalKnowledge &knowledge, CheckReport &report)
{
    const CrossReaction *gravest = nullptr;
    QStringList substances;
    for (const drugs::Substance &one : treatment.lines.at(line).facts->substances) {
        const CrossReaction *reaction = reactionOf(meaning, one, knowledge);
        if (!reaction)
            continue;
        substances << one.name;
        if (!gravest || gravityOfLevel(reaction->level) > gravityOfLevel(gravest->level))
            gravest = reaction;
    }
    if (!gravest)
        return;
    Alert alert;
    alert.kind = CheckKind::Allergy;
    alert.rule = gravest == &knowledge.direct() ? u"allergy.direct"_qs : u"allergy.cross"_qs;
    alert.lines = {line};
    alert.level = levelOf(gravest->level, treatment, alert.lines);
    alert.subjects = QStringList{meaning.allergy.text};
    alert.substances = {substances};
    alert.risk = gravest->risk;
    alert.advice = gravest->advice;
    alert.because = {{meaning.allergy.suspected ? u"allergy_suspected"_qs : u"allergy"_qs,
                      meaning.allergy.text,
                      {},
                      meaning.allergy.since}};
    alert.source = gravest->source;
    report.alerts << alert;
}

} // namespace

Status AllergyCheck::run(const Treatment &treatment, CheckReport &report) const
{
    if (!treatment.person.allergies) {
        report.notChecked.append({-1, CheckKind::Allergy, u"allergies_not_told"_qs, {}});
        return done();
    }
    const TreatmentNames names(treatment);
    AMBROISE_TRY(const auto meanings, AllergyReader(m_drugs, m_knowledge, treatment).read(report));
    for (int i = 0; i < treatment.lines.size(); ++i) {
        if (const QString why = whyNotComparable(treatment.lines.at(i)); !why.isEmpty()) {
            if (!treatment.person.allergies->isEmpty())
                report.notChecked.append({i, CheckKind::Allergy, why, {}});
            continue;
        }
        if (countsForSafety(treatment, names, i))
            for (const Meaning &meaning : meanings)
                compare(treatment, i, meaning, m_knowledge, report);
    }
    addTables(report);
    return done();
}

} // namespace ambroise::prescription
