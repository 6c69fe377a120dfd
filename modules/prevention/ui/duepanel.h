// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/ui/duewords.h>

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace ambroise::uikit {
class Label;
}

namespace ambroise::prevention::ui {

//! The chosen line: where the patient stands, which datum tells it, who recommends it, what is not
//! certain, and the acts.
class DuePanel final : public QWidget {
    Q_OBJECT
public:
    //! The actions outlive the panel.
    explicit DuePanel(const QList<QAction *> &acts, QWidget *parent = nullptr);

    void show(const DueLine &line, const RuleBook &book, QDate today);
    void showNothing();
    [[nodiscard]] QString text() const; //!< all that it says

private:
    uikit::Label *add(int role, bool strong);
    uikit::Label *m_title;
    uikit::Label *m_state;
    uikit::Label *m_because;
    uikit::Label *m_past;
    uikit::Label *m_note;
    uikit::Label *m_source;
    uikit::Label *m_verify;
    QVBoxLayout *m_layout;
    QWidget *m_acts;
};

} // namespace ambroise::prevention::ui
