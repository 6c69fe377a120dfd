// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace ambroise::audit::ui {
class JournalPage;
}

namespace ambroise::app {

//! What is chosen rarely: appearance, référentiels, what this program is. Pages that the role may
//! not use are not there.
class SettingsView final : public QWidget {
    Q_OBJECT
public:
    SettingsView(Practice &practice, const access::Session &session, const Post &post, Door door,
                 QWidget *parent = nullptr);

    //! Brings the journal of accesses to the front; false: not for this role.
    void showJournal();
    //! The same, narrowed to one patient.
    void showJournalOf(PatientId patient, const QString &name);

Q_SIGNALS:
    void preferencesChanged(const ambroise::access::Preferences &preferences);
    void referentialsChanged();
    void practiceRenamed(const QString &name);
    void postChanged(const ambroise::app::Post &post);
    void backRequested(); //!< Échap

private:
    void addPage(const QString &title, QWidget *page);
    [[nodiscard]] QWidget *appearancePage();
    [[nodiscard]] QWidget *aboutPage();
    void keep(const access::Preferences &preferences);

    Practice &m_practice;
    const access::Session &m_session;
    access::Preferences m_preferences;
    QListWidget *m_titles;
    QStackedWidget *m_pages;
    audit::ui::JournalPage *m_journal = nullptr;
};

} // namespace ambroise::app
