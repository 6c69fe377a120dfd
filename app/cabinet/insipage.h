// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/insisetup.h>

#include <QWidget>

namespace ambroise::access::ui {
class Notice;
}
namespace ambroise::uikit {
class Label;
}

namespace ambroise::app {

//! The settings' page *INSi*: what this post is set up with, and a file to set it up from.
class InsiPage final : public QWidget {
    Q_OBJECT
public:
    InsiPage(Practice &practice, const access::Session &session, QWidget *parent = nullptr);

    void setUpFrom(const QString &path);

private:
    void choose();
    void refresh();

    Practice &m_practice;
    const access::Session &m_session;
    uikit::Label *m_standing;
    access::ui::Notice *m_notice;
};

} // namespace ambroise::app
