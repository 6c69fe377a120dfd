// SPDX-License-Identifier: GPL-3.0-or-later
#include "printplan.h"

#include <algorithm>

namespace ambroise::app {
namespace {

const MachinePrinter *named(const QList<MachinePrinter> &machine, const QString &name)
{
    const auto found = std::find_if(machine.begin(), machine.end(),
                                    [&](const MachinePrinter &one) { return one.name == name; });
    return found == machine.end() ? nullptr : &*found;
}

const MachinePrinter *defaultOf(const QList<MachinePrinter> &machine)
{
    const auto found = std::find_if(machine.begin(), machine.end(),
                                    [](const MachinePrinter &one) { return one.isDefault; });
    return found == machine.end() ? nullptr : &*found;
}

//! A printer that does not tell its trays is believed to have the one that was chosen.
bool lacks(const MachinePrinter &printer, const QString &tray)
{
    return !tray.isEmpty() && !printer.trays.isEmpty() &&
           std::none_of(printer.trays.begin(), printer.trays.end(),
                        [&](const PaperTray &one) { return one.key == tray; });
}

void add(PrintPlan &plan, const PrintPart &part, const PaperChoice &choice,
         const QList<MachinePrinter> &machine)
{
    const bool secured = part.kind == PaperKind::Secured;
    const MachinePrinter *wanted =
        choice.printer.isEmpty() && !secured ? defaultOf(machine) : named(machine, choice.printer);
    const bool trayGone = wanted && lacks(*wanted, choice.tray);
    if (!wanted && !choice.printer.isEmpty())
        plan.missing.append({part.kind, choice.printer, {}});
    if (trayGone)
        plan.missing.append({part.kind, wanted->name, choice.tray});
    if (secured && (!wanted || trayGone)) {
        plan.toAsk << part;
        return;
    }
    const MachinePrinter *taken = wanted ? wanted : defaultOf(machine);
    if (!taken) {
        plan.nowhere << part;
        return;
    }
    // A tray is that of its printer.
    const QString tray = wanted && !trayGone ? choice.tray : QString();
    plan.jobs.append({taken->name, tray, choice.copies, part});
}

PaperKind kindOf(prescription::Support support)
{
    switch (support) {
    case prescription::Support::Secured:
        return PaperKind::Secured;
    case prescription::Support::Exception:
        return PaperKind::Exception;
    case prescription::Support::Ordinary:
        break;
    }
    return PaperKind::Ordonnance;
}

} // namespace

PrintPlan planOf(const QList<PrintPart> &parts, const PostPrinters &chosen,
                 const QList<MachinePrinter> &machine)
{
    PrintPlan plan;
    for (const PrintPart &part : parts)
        add(plan, part, chosen.of(part.kind), machine);
    return plan;
}

QList<PrintPart> printPartsOf(const prescription::PrintedOrdonnance &printed)
{
    QList<PrintPart> parts;
    for (const prescription::SupportPages &one : printed.supports)
        parts.append({kindOf(one.support), one.first, one.count});
    if (parts.isEmpty())
        parts.append({PaperKind::Ordonnance, 1, 0});
    return parts;
}

} // namespace ambroise::app
