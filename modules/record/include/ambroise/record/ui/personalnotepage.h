// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/personalnotes.h>

#include <QTimer>
#include <QWidget>

#include <functional>

class QPlainTextEdit;

namespace ambroise::uikit {
class Label;
class MessageLine;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

struct PersonalNoteServices {
    std::function<Result<QList<PersonalNote>>()> read;
    std::function<Result<PersonalNote>(const PersonalNote &note)> save;
    std::function<QString(const Error &error)> explain;
};

//! The personal notes of whoever is signed in, about the patient: saved by themselves at each pause
//! of 300 ms, and as the page is left. Where they were written at another post meanwhile, both
//! texts stay until one is chosen.
class PersonalNotePage final : public QWidget {
    Q_OBJECT
public:
    explicit PersonalNotePage(PersonalNoteServices services, QWidget *parent = nullptr);

    //! Reads them; what is typed and not saved stays.
    void refresh();
    //! At once what waits for the pause.
    Status save();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void tell(const Error &error);
    void tellConflict();
    void put(const PersonalNote &note);

    PersonalNoteServices m_services;
    PersonalNote m_kept;
    QPlainTextEdit *m_text;
    uikit::Label *m_saved;
    uikit::Label *m_others;
    uikit::MessageLine *m_told;
    QTimer m_pause;
    bool m_changed = false;
    bool m_filling = false;
};

} // namespace ambroise::record::ui
