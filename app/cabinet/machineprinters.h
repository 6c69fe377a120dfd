// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ambroise::app {

struct PaperTray {
    QString key;  //!< as the printer calls it
    QString name; //!< for people
    friend bool operator==(const PaperTray &, const PaperTray &) = default;
};

//! A printer that this machine knows.
struct MachinePrinter {
    QString name;             //!< as the machine calls it
    QString title;            //!< for people
    QList<PaperTray> trays{}; //!< empty: it does not tell
    bool isDefault = false;
    friend bool operator==(const MachinePrinter &, const MachinePrinter &) = default;
};

//! The default one first. Asks the machine's print service, which may wait for a network: not for
//! the thread of the windows.
[[nodiscard]] QList<MachinePrinter> machinePrinters();

//! The trays that the description of a printer (PPD) tells, named in `language` ("fr") where it
//! can. Qt tells none through CUPS: QPrinter::supportedPaperSources() is of Windows alone.
[[nodiscard]] QList<PaperTray> traysIn(const QByteArray &ppd, const QString &language);

} // namespace ambroise::app
