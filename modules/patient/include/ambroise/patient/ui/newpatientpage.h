// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/repository.h>

#include <QWidget>

#include <functional>

class QLineEdit;
class QListView;

namespace ambroise::uikit {
class ActionBar;
class EmptyState;
class FormField;
class FormGrid;
class MessageLine;
class SectionTitle;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! What the page asks of the practice, answered within a frame.
struct NewPatientServices {
    std::function<Result<QList<LikeRecord>>(const SoughtPerson &sought)> lookFor;
    std::function<Result<std::optional<PatientSummary>>(const identity::InsMatricule &matricule)>
        byMatricule;
    std::function<QString(const Error &error)> explain;
};

//! Somebody is looked for before a record of them is created (guide EXI ID 17): birth date, name
//! and given name each in its field, best the date and three letters; or a whole matricule, which
//! is a key to search with and goes nowhere else. The list narrows while typing: ↑ ↓ choose without
//! leaving a field, ↵ opens, Ctrl+↵ creates with what was typed, Échap leaves. A search that failed
//! says so, and nothing is created after it.
class NewPatientPage final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives the page.
    NewPatientPage(NewPatientServices services, const Clock &clock, QWidget *parent = nullptr);

    //! Empty, the caret in the birth date.
    void begin();
    //! Looks again; what is typed and the chosen line stay.
    void refresh();

Q_SIGNALS:
    void openRequested(ambroise::PatientId id);
    void createRequested(const ambroise::patient::SoughtPerson &typed);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addFields(uikit::FormGrid *grid);
    [[nodiscard]] SoughtPerson sought() const;
    void look();
    Result<QList<LikeRecord>> found();
    void list(const QList<LikeRecord> &records);
    void tellNothing();
    void openCurrent();
    void create();

    NewPatientServices m_services;
    QLineEdit *m_birthDate;
    QLineEdit *m_surname;
    QLineEdit *m_givenName;
    QLineEdit *m_matricule;
    uikit::FormField *m_birthDateField = nullptr;
    uikit::FormField *m_matriculeField = nullptr;
    uikit::MessageLine *m_problem;
    uikit::SectionTitle *m_title;
    uikit::EmptyState *m_empty;
    QListView *m_view;
    class PatientListModel *m_model;
    uikit::ActionBar *m_bar;
    QAction *m_create = nullptr;
};

} // namespace ambroise::patient::ui
