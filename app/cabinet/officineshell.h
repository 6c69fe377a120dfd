// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell.h"

#include <ambroise/dispensing/ui/dispensingpage.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shell/statusbar.h>
#include <ambroise/uikit/shell/topbar.h>
#include <ambroise/uikit/shortcuts.h>

#include <QStackedWidget>

namespace ambroise::app {

//! The counter of a pharmacy.
class OfficineShell final : public Shell {
    Q_OBJECT
public:
    OfficineShell(Practice &practice, access::Session session, const Post &post, Door door,
                  QWidget *parent);
    ~OfficineShell() override;

    void resume() override;
    [[nodiscard]] dispensing::ui::DispensingPage *page() const { return m_page; }

private:
    QWidget *buildCounter();
    QWidget *buildSettings(Door door);
    void buildBars();
    void bindKeys();
    void openCamera();
    void showSettings(bool shown);

    uikit::ActionMap m_actions;
    uikit::TopBar *m_top;
    QStackedWidget *m_pages;
    QWidget *m_counter;
    uikit::ActionMap m_counterActions; //!< letters that dispense act at the counter alone
    dispensing::ui::DispensingPage *m_page;
    uikit::ActionBar *m_bar;
    uikit::ActionBar *m_settingsBar = nullptr;
    uikit::StatusBar *m_status;
};

} // namespace ambroise::app
