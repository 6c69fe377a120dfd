// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

namespace ambroise::ctl {

QList<Command> allCommands()
{
    return practiceCommands() + referentialCommands() + drugCommands() + patientCommands() +
           identityCommands() + insiCommands() + codeCommands() + mrzCommands() +
           prescriptionCommands() + posologyCommands() + auditCommands() + benchCommands();
}

} // namespace ambroise::ctl
