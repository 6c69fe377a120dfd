// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/drugknowledge.h>

#include <ambroise/core/text.h>
#include <ambroise/drugs/referential.h>
#include <ambroise/drugs/substancemap.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

constexpr int mostKept = 2000; // drugs, or names: some weeks of ordonnances

KnowledgeSource sourceOf(const drugs::Source &source)
{
    return {source.name, source.date.toString(u"yyyy-MM"_qs)};
}

const QString conditionsPart = QStringLiteral("conditions de prescription et de délivrance");
const QString availabilityPart = QStringLiteral("disponibilité (ANSM)");

//! "BDPM, conditions de prescription et de délivrance"; without a name where it was not imported.
KnowledgeSource partOf(const drugs::Source &source, const QString &part)
{
    if (source.name.isEmpty())
        return {};
    return {source.name + u", "_qs + part, source.date.toString(u"yyyy-MM"_qs)};
}

QList<Money> pricesOf(const QList<drugs::Presentation> &boxes)
{
    QList<Money> prices;
    for (const drugs::Presentation &box : boxes)
        if (box.marketed && box.publicPrice)
            prices << *box.publicPrice;
    std::sort(prices.begin(), prices.end(),
              [](Money one, Money other) { return one.cents() < other.cents(); });
    return prices;
}

QString baseOf(const QString &name)
{
    return drugs::substanceBase(drugs::substanceKey(name));
}

//! Whatever the salt and the spelling: « Levothyrox » is of LÉVOTHYROXINE and of LÉVOTHYROXINE
//! SODIQUE.
bool holds(const QStringList &inns, const QString &inn)
{
    return std::any_of(inns.begin(), inns.end(),
                       [&inn](const QString &one) { return baseOf(one) == baseOf(inn); });
}

//! « Insuline » is no brand: it says less than INSULINE ASPARTE, by which the base calls a drug.
bool saysMoreThan(const QStringList &inns, const QString &folded)
{
    return std::any_of(inns.begin(), inns.end(), [&folded](const QString &inn) {
        return drugs::substanceKey(inn).startsWith(folded + u' ');
    });
}

} // namespace

Status OpenDrugKnowledge::follow() const
{
    if (m_holds > 0)
        return done();
    AMBROISE_TRY(const auto imported, drugs::referentials(m_db));
    QStringList stamps;
    QString thesaurus;
    for (const drugs::Referential &one : imported) {
        stamps << one.kind << one.sha256 << one.importedAt.toString(Qt::ISODateWithMs);
        if (one.kind == u"ansm")
            thesaurus = one.sha256;
    }
    m_thesaurusDigest = thesaurus;
    if (const QString edition = stamps.join(u' '); edition != m_edition) {
        m_facts.clear();
        m_names.clear();
        m_edition = edition;
    }
    return done();
}

Result<OpenDrugKnowledge::Hold> OpenDrugKnowledge::hold() const
{
    AMBROISE_CHECK(follow());
    return Hold(m_holds);
}

Result<QString> OpenDrugKnowledge::edition() const
{
    AMBROISE_CHECK(follow());
    return m_edition;
}

Result<DrugFacts> OpenDrugKnowledge::byCis(drugs::Cis cis) const
{
    AMBROISE_CHECK(follow());
    if (const auto known = m_facts.constFind(cis.number()); known != m_facts.cend())
        return *known;
    AMBROISE_TRY(const auto facts, read(cis));
    if (m_facts.size() >= mostKept)
        m_facts.clear();
    m_facts.insert(cis.number(), facts);
    return facts;
}

Result<DrugFacts> OpenDrugKnowledge::read(drugs::Cis cis) const
{
    AMBROISE_TRY(const auto detail, drugs::DrugRepository(m_db).detail(cis));
    const drugs::Drug &drug = detail.drug.value;
    DrugFacts facts{drug.label,       detail.substances,
                    drug.routes,      pricesOf(detail.presentations.value),
                    drug.homeopathic, sourceOf(detail.composition.source)};
    facts.form = drug.form;
    facts.marketed = drug.marketed;
    for (const drugs::Presentation &box : detail.presentations.value)
        if (box.marketed)
            facts.presentations << box;
    facts.conditions = detail.conditions.value;
    facts.conditionsSource = partOf(detail.conditions.source, conditionsPart);
    facts.availability = detail.availability.value;
    facts.availabilitySource = partOf(detail.availability.source, availabilityPart);
    return facts;
}

Result<DrugFacts> OpenDrugKnowledge::bySubstances(const QStringList &names) const
{
    DrugFacts facts;
    facts.label = names.join(u" + "_qs);
    for (const QString &name : names)
        facts.substances.append({{}, name, {}, {}});
    return facts;
}

Result<NamedSubstances> OpenDrugKnowledge::substancesNamed(const QString &name) const
{
    AMBROISE_CHECK(follow());
    if (const auto known = m_names.constFind(name); known != m_names.cend())
        return *known;
    AMBROISE_TRY(const auto named, readSubstancesNamed(name));
    if (m_names.size() >= mostKept)
        m_names.clear();
    m_names.insert(name, named);
    return named;
}

Result<NamedSubstances> OpenDrugKnowledge::readSubstancesNamed(const QString &name) const
{
    constexpr int enough = 40; // strengths and forms of one drug
    const QString wanted = text::folded(name).trimmed();
    AMBROISE_TRY(const auto found, drugs::DrugRepository(m_db).search(name, enough));
    QList<QStringList> compositions;
    for (const drugs::Drug &drug : found) {
        for (const QString &inn : drug.inn)
            if (baseOf(inn) == baseOf(name))
                return NamedSubstances{{inn}, {}};
        if (!drug.homeopathic && (text::folded(drug.label) + u' ').startsWith(wanted + u' ') &&
            !saysMoreThan(drug.inn, wanted))
            compositions << drug.inn;
    }
    NamedSubstances named;
    for (const QStringList &composition : std::as_const(compositions))
        for (const QString &inn : composition) {
            const bool everywhere =
                std::all_of(compositions.cbegin(), compositions.cend(),
                            [&inn](const QStringList &other) { return holds(other, inn); });
            QStringList &names = everywhere ? named.every : named.others;
            if (!holds(names, inn))
                names << inn;
        }
    return named;
}

Result<std::optional<drugs::InteractionBase>> OpenDrugKnowledge::interactionBase() const
{
    AMBROISE_CHECK(follow());
    if (m_base && m_thesaurusDigest == m_baseDigest)
        return m_base;
    m_base.reset();
    AMBROISE_TRY(const auto thesaurus, drugs::loadThesaurus(m_db));
    if (!thesaurus)
        return m_base;
    AMBROISE_TRY(m_base, drugs::InteractionBase::make(*thesaurus));
    m_baseDigest = m_thesaurusDigest;
    return m_base;
}

Result<std::optional<InteractionFindings>>
OpenDrugKnowledge::interactions(const QList<drugs::TreatmentLine> &lines,
                                const drugs::PatientState &patient) const
{
    AMBROISE_TRY(const auto base, interactionBase());
    if (!base)
        return std::optional<InteractionFindings>();
    InteractionFindings findings;
    findings.source = {u"ANSM thésaurus"_qs, base->version().toString(u"yyyy-MM"_qs)};
    QList<drugs::InteractionBase::Line> prepared;
    for (const drugs::TreatmentLine &line : lines) {
        prepared << base->prepare(line);
        findings.coverage << drugs::InteractionBase::coverageOf(prepared.last());
        findings.uncomputed << base->uncomputed(prepared.last());
    }
    findings.found = base->check(prepared, patient);
    return std::optional(findings);
}

} // namespace ambroise::prescription
