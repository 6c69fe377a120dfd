// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printout.h"

#include <QWidget>

class QDoubleSpinBox;
class QGridLayout;

namespace ambroise::access::ui {
class Notice;
}
namespace ambroise::uikit {
class Button;
class EmptyState;
class Label;
} // namespace ambroise::uikit

namespace ambroise::app {

class PaperRow;

//! The settings' page *Imprimantes*: for each kind of paper of this post its printer, tray and
//! number of copies, and the room that the secured form leaves. What is chosen is kept at once.
//! Ctrl+P prints a trial page of the row with the caret.
class PrintersPage final : public QWidget {
    Q_OBJECT
public:
    explicit PrintersPage(PrintMachine machine = PrintMachine::real(), QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override; //!< looks again: printers come and go

private:
    [[nodiscard]] QWidget *buildRows();
    void addRow(QGridLayout &grid, PaperKind kind);
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QDoubleSpinBox *roomBox(const QString &name, double least, double most);
    void look();
    void showMachine(const QList<MachinePrinter> &machine);
    void keep();
    void printTrialOf(PaperKind kind);
    void printTrialOfRow();

    PrintMachine m_machine;
    PostPrinters m_printers;
    QList<PaperRow *> m_rows;
    QList<uikit::Button *> m_trials; //!< of the rows
    QDoubleSpinBox *m_head;
    QDoubleSpinBox *m_foot;
    uikit::Label *m_searching;
    uikit::EmptyState *m_none;
    QWidget *m_choices;
    access::ui::Notice *m_notice;
    bool m_looking = false;
};

} // namespace ambroise::app
