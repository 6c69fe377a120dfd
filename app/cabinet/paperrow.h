// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printplan.h"

#include <QObject>

class QComboBox;
class QSpinBox;

namespace ambroise::app {

//! What each kind of paper is called.
[[nodiscard]] QString wordsOf(PaperKind kind);

//! The fields that say where a kind of paper is: printer, tray, copies. Whoever makes it places
//! them.
class PaperRow final : public QObject {
    Q_OBJECT
public:
    //! `asks`: of secured paper, that it is asked each time is one of the choices.
    PaperRow(PaperKind kind, bool asks, QObject *parent = nullptr);

    [[nodiscard]] PaperKind kind() const { return m_kind; }
    [[nodiscard]] QComboBox *printer() const { return m_printer; }
    [[nodiscard]] QComboBox *tray() const { return m_tray; }
    [[nodiscard]] QSpinBox *copies() const { return m_copies; }

    //! A printer or a tray that is not there stays chosen, and says that it is missing.
    void show(const PaperChoice &choice, const QList<MachinePrinter> &machine);
    [[nodiscard]] PaperChoice choice() const;

Q_SIGNALS:
    void edited();

private:
    void fillPrinters(const QString &chosen);
    void fillTrays(const QString &chosen);
    [[nodiscard]] const MachinePrinter *machinePrinter() const;

    PaperKind m_kind;
    bool m_asks;
    QList<MachinePrinter> m_machine;
    QComboBox *m_printer;
    QComboBox *m_tray;
    QSpinBox *m_copies;
};

} // namespace ambroise::app
