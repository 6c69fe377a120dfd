// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <QWidget>

namespace ambroise::access::ui {
class Notice;
}
namespace ambroise::uikit {
class Button;
class PrimaryButton;
} // namespace ambroise::uikit

namespace ambroise::app {

class PracticeForm;

//! The settings' page *Cabinet*: what is printed at the head of every ordonnance. Where another
//! person was faster, both values are shown and one is chosen. Ctrl+↵ saves.
class PracticePage final : public QWidget {
    Q_OBJECT
public:
    //! Both outlive the page.
    PracticePage(Practice &practice, const access::Session &session, QWidget *parent = nullptr);

    //! What is kept now, unless something is being typed.
    void refresh();

Q_SIGNALS:
    void saved(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void save();
    void put(const access::PracticeProfile &profile);
    void takeTheirs();
    void showConflict();
    void showButtons();

    Practice &m_practice;
    const access::Session &m_session;
    PracticeForm *m_form;
    access::ui::Notice *m_notice;
    uikit::PrimaryButton *m_save;
    uikit::Button *m_theirs;
    std::optional<access::PracticeProfile> m_other; //!< what another person wrote meanwhile
    bool m_dirty = false;
};

} // namespace ambroise::app
