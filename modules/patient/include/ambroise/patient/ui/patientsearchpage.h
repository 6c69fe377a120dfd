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
class MessageLine;
class SearchField;
class SectionTitle;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! What the page asks of the practice, answered within a frame.
struct SearchServices {
    std::function<Result<QList<PatientSummary>>(const QString &typed)> search;
    //! Whom this person opened last, newest first; shown while nothing is typed.
    std::function<Result<QList<PatientSummary>>()> recent;
    std::function<QString(const Error &error)> explain;
};

//! Finding a patient by typing: name, used name, given name, birth date in any French way of
//! writing it, phone, matricule. ↑ ↓ choose without leaving the line, ↵ opens. A search that failed
//! says so: it never looks like a patient who is not there.
class PatientSearchPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives the page.
    PatientSearchPage(SearchServices services, const Clock &clock, QWidget *parent = nullptr);

    void setMayCreate(bool may);
    //! The caret into the line, what was typed selected.
    void begin();
    void beginWith(const QString &typed);
    //! Looks again, and leaves the caret, what is typed and the chosen line where they are.
    void refresh();

Q_SIGNALS:
    void openRequested(ambroise::PatientId id);
    void createRequested();

private:
    void look();
    void list(const QList<PatientSummary> &patients);
    void openCurrent();

    SearchServices m_services;
    uikit::SearchField *m_field;
    uikit::Button *m_create;
    QListView *m_view;
    class PatientListModel *m_model;
    uikit::EmptyState *m_empty;
    uikit::SectionTitle *m_recent;
    uikit::MessageLine *m_problem;
};

} // namespace ambroise::patient::ui
