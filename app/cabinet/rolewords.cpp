// SPDX-License-Identifier: GPL-3.0-or-later
#include "rolewords.h"

#include <QCoreApplication>

namespace ambroise::app {

QString roleWord(access::Role role)
{
    switch (role) {
    case access::Role::Medecin:
        return QCoreApplication::translate("Roles", "Médecin");
    case access::Role::Remplacant:
        return QCoreApplication::translate("Roles", "Remplaçant");
    case access::Role::Infirmier:
        return QCoreApplication::translate("Roles", "Infirmier");
    case access::Role::Secretaire:
        return QCoreApplication::translate("Roles", "Secrétaire");
    case access::Role::Pharmacien:
        return QCoreApplication::translate("Roles", "Pharmacien");
    case access::Role::Administrateur:
        return QCoreApplication::translate("Roles", "Administrateur");
    }
    return {};
}

} // namespace ambroise::app
