// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/patient.h>

#include <QWidget>

#include <functional>

class QListView;

namespace ambroise::uikit {
class Button;
class EmptyState;
class SearchField;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! Finding a patient by typing: name, used name, given name, birth date in any French way of
//! writing it, phone, matricule. ↑ ↓ choose without leaving the line, ↵ opens.
class PatientSearchPage final : public QWidget {
    Q_OBJECT
public:
    using Search = std::function<Result<QList<PatientSummary>>(const QString &typed)>;

    //! `search` answers within a frame. The clock outlives the page.
    PatientSearchPage(Search search, const Clock &clock, QWidget *parent = nullptr);

    void setMayCreate(bool may);
    //! The caret into the line, what was typed selected.
    void begin();
    //! Looks again, and leaves the caret, what is typed and the chosen line where they are.
    void refresh();

Q_SIGNALS:
    void openRequested(ambroise::PatientId id);
    void createRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void openCurrent();

    Search m_search;
    uikit::SearchField *m_field;
    uikit::Button *m_create;
    QListView *m_view;
    class PatientListModel *m_model;
    uikit::EmptyState *m_empty;
};

} // namespace ambroise::patient::ui
