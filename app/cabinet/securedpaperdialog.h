// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printout.h"

#include <QDialog>

namespace ambroise::app {

class PaperRow;

//! Asks where the secured paper is. Ctrl+↵ prints there, Échap prints nothing.
class SecuredPaperDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SecuredPaperDialog(const PaperQuestion &question, QWidget *parent = nullptr);

    [[nodiscard]] PaperChoice choice() const;

private:
    void build(const PaperQuestion &question);

    PaperRow *m_row;
};

} // namespace ambroise::app
