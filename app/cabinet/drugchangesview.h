// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drugchanges.h>

#include <QWidget>

class QScrollArea;

namespace ambroise::uikit {
class Button;
class Label;
} // namespace ambroise::uikit

namespace ambroise::app {

//! What the last import of the drug base changed: how many of each in one line, and which ones on
//! demand.
class DrugChangesView final : public QWidget {
    Q_OBJECT
public:
    explicit DrugChangesView(QWidget *parent = nullptr);

    //! Hidden where there is nothing to tell.
    void show(const std::optional<drugs::DrugChanges> &changes);

private:
    void setOpen(bool open);

    uikit::Label *m_summary;
    uikit::Label *m_details;
    QScrollArea *m_list; //!< around the details: they may be many
    uikit::Button *m_toggle;
    bool m_open = false;
};

} // namespace ambroise::app
