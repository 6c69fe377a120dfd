// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/check.h>

#include "substancedose.h"
#include "writtendrug.h"

#include <ambroise/prescription/boxcontent.h>
#include <ambroise/prescription/clinicalchecks.h>
#include <ambroise/prescription/legalchecks.h>
#include <ambroise/prescription/posologyreader.h>

#include <QHash>

#include <algorithm>
#include <array>

namespace ambroise::prescription {
namespace {

constexpr std::array<QStringView, 8> kindCodes = {u"interaction", u"duplicate",   u"allergy",
                                                  u"state",       u"dose",        u"duration",
                                                  u"legal",       u"availability"};

//! Nothing follows from a posology that is not understood.
PosologyFacts takenOf(const Line &line, const DrugFacts &facts)
{
    const QString &label = line.cis.isEmpty() ? line.label : facts.label;
    const auto read = readPosology(line.posology, DoseUnit::ofForm(facts.form, label));
    return read.ok() ? factsOf(read->readings) : PosologyFacts();
}

} // namespace

QString code(CheckKind kind)
{
    return kindCodes.at(size_t(kind)).toString();
}

QList<CheckKind> allCheckKinds()
{
    QList<CheckKind> kinds;
    for (size_t i = 0; i < kindCodes.size(); ++i)
        kinds << CheckKind(i);
    return kinds;
}

bool isSameSubstance(const drugs::Substance &one, const drugs::Substance &other)
{
    if (!one.code.isEmpty() && one.code == other.code)
        return true;
    const QString base = drugs::substanceBase(drugs::substanceKey(one.name));
    return !base.isEmpty() && base == drugs::substanceBase(drugs::substanceKey(other.name));
}

Result<CheckedLine> checkedLine(const Line &line, const QString &inn, bool current,
                                const DrugKnowledgeProvider &knowledge)
{
    CheckedLine checked{line, current, {}, {}};
    if (line.cis.isEmpty()) {
        QStringList names;
        for (const QString &part : QString(inn).replace(u'/', u'+').split(u'+'))
            if (!part.trimmed().isEmpty())
                names << part.trimmed();
        if (names.isEmpty())
            return Error{ErrorCode::Invalid, u"line.label"_qs, {}};
        AMBROISE_TRY(checked.facts, knowledge.bySubstances(names));
        if (checked.facts->substances.size() == 1) {
            drugs::Substance &only = checked.facts->substances.first();
            only.dosage = writtenDrug(line.label).strength;
            only.per = unitTaken();
        }
    } else {
        AMBROISE_TRY(const auto cis, drugs::Cis::parse(line.cis));
        const auto facts = knowledge.byCis(cis);
        if (!facts.ok() && facts.error().code != ErrorCode::NotFound)
            return facts.error();
        if (!facts.ok())
            return checked;
        checked.facts = *facts;
    }
    checked.treatment.routes = checked.facts->routes;
    checked.taken = takenOf(line, *checked.facts);
    const bool only = checked.facts->substances.size() == 1;
    for (const drugs::Substance &substance : checked.facts->substances)
        checked.treatment.substances.append(
            {substance.code, substance.name, doseOf(checked.taken, substance, only)});
    return checked;
}

PrescriptionChecker::PrescriptionChecker(const DrugKnowledgeProvider &knowledge)
{
    m_checks.push_back(std::make_unique<InteractionCheck>(knowledge));
    m_checks.push_back(std::make_unique<DuplicateCheck>());
    m_checks.push_back(std::make_unique<AllergyCheck>(knowledge));
    m_checks.push_back(std::make_unique<StateCheck>());
    m_checks.push_back(std::make_unique<DoseCheck>());
    m_checks.push_back(std::make_unique<DurationCheck>());
    m_checks.push_back(std::make_unique<LegalCheck>());
    m_checks.push_back(std::make_unique<AvailabilityCheck>());
}

Result<CheckReport> PrescriptionChecker::run(const Treatment &treatment) const
{
    CheckReport report;
    QList<CheckKind> made;
    Treatment present = treatment;
    while (!present.lines.isEmpty() && present.lines.last().stoppedOn.isValid())
        present.lines.removeLast();
    for (const auto &check : m_checks) {
        const bool lasting = check->kind() == CheckKind::Interaction;
        AMBROISE_CHECK(check->run(lasting ? treatment : present, report));
        made << check->kind();
    }
    for (int i = 0; i < present.lines.size(); ++i)
        for (const CheckKind kind : allCheckKinds())
            if (!made.contains(kind))
                report.notChecked.append({i, kind, u"not_made"_qs, {}});
    std::stable_sort(report.notChecked.begin(), report.notChecked.end(),
                     [](const NotChecked &a, const NotChecked &b) {
                         return a.line != b.line ? a.line < b.line : a.what < b.what;
                     });
    return report;
}

PriceTotal totalPrice(const Treatment &treatment)
{
    PriceTotal price;
    for (const CheckedLine &line : treatment.lines) {
        if (line.current)
            continue;
        const bool counted = line.line.boxes == 0 && line.facts;
        if (const auto found = counted ? proposedBoxes(line.line, *line.facts) : std::nullopt;
            found && found->box.publicPrice) {
            price.total = price.total + *found->box.publicPrice * found->boxes;
            price.computed = true;
            continue;
        }
        const QList<Money> prices = line.facts ? line.facts->prices : QList<Money>();
        price.full = price.full && line.line.boxes > 0 && !prices.isEmpty() &&
                     prices.first() == prices.last();
        if (!prices.isEmpty())
            price.total = price.total + prices.first() * std::max(1, line.line.boxes);
    }
    return price;
}

int gravityOf(const Alert &alert)
{
    static const QHash<QString, int> gravity = {{u"CI"_qs, 5},   {u"stop"_qs, 5}, {u"AD"_qs, 4},
                                                {u"warn"_qs, 4}, {u"PE"_qs, 3},   {u"APC"_qs, 2},
                                                {u"info"_qs, 1}};
    return gravity.value(alert.level, 5);
}

bool asksForReason(const Alert &alert)
{
    return gravityOf(alert) >= 5;
}

} // namespace ambroise::prescription
