// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettecommands.h"

#include "ordonnancewiring.h"

#include <words/sentences.h>

#include <ambroise/core/text.h>
#include <ambroise/patient/patient.h>
#include <ambroise/uikit/icon.h>

#include <QCoreApplication>

namespace ambroise::app {
namespace {

constexpr int paletteResults = 6;
constexpr int leastDrugLetters = 3;

class Words {
    Q_DECLARE_TR_FUNCTIONS(PaletteCommands)
};

QString patients()
{
    return Words::tr("Patients");
}

QString medicines()
{
    return Words::tr("Médicaments");
}

uikit::Command failure(const QString &group, const Error &error)
{
    uikit::Command command;
    command.id = u"failed."_qs + error.subject;
    command.group = group;
    command.title = sentenceOf(error);
    command.icon = uikit::icon(u"exclamation-triangle");
    return command;
}

} // namespace

QList<uikit::Command> patientCommands(Practice &practice, const QString &typed,
                                      const std::function<void(PatientId)> &open)
{
    const auto found = practice.patients().search(typed, paletteResults);
    if (!found.ok())
        return {failure(patients(), found.error())};
    QList<uikit::Command> commands;
    for (const patient::PatientSummary &one : *found) {
        uikit::Command command;
        command.id = u"patient."_qs + one.id.toString();
        command.group = patients();
        command.title = patient::displayName(one);
        command.detail = QStringList{code(one.sex), text::frenchDate(one.birthDate),
                                     text::frenchAge(one.birthDate, practice.clock().today())}
                             .join(u" · "_qs);
        command.icon = uikit::icon(u"person");
        command.run = [open, id = one.id] {
            open(id);
        };
        commands << command;
    }
    return commands;
}

QList<uikit::Command> drugCommands(Practice &practice, const QString &typed,
                                   const std::function<void(const QString &cis)> &open)
{
    if (typed.size() < leastDrugLetters)
        return {};
    const auto found = practice.drugs().search(typed, paletteResults);
    if (!found.ok())
        return {failure(medicines(), found.error())};
    QList<uikit::Command> commands;
    for (const drugs::Drug &drug : *found) {
        uikit::Command command;
        command.id = u"drug."_qs + drug.cis.toString();
        command.group = medicines();
        command.title = drug.label;
        command.detail = drugChoice(drug).detail;
        command.icon = uikit::icon(u"capsule");
        command.run = [open, cis = drug.cis.toString()] {
            open(cis);
        };
        commands << command;
    }
    return commands;
}

} // namespace ambroise::app
