// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/draft.h>
#include <ambroise/prescription/ui/ordonnancepage.h>

class QLineEdit;
class QListView;

namespace ambroise::uikit {
class Chip;
class Label;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

//! One line to prescribe with: letters find the drug (↑ ↓ ↵ choose), then the posology in free
//! words with its duration at the end, ↵ adds. Under it, the sentence that will be printed. What is
//! not in the base is typed and kept with ↵ twice. How the doctor has prescribed that drug before
//! is offered while nothing is typed of its posology: ↓ ↵ adds it, Suppr forgets it.
class QuickLine final : public QWidget {
    Q_OBJECT
public:
    explicit QuickLine(const OrdonnanceServices &services, QWidget *parent = nullptr);

    void begin();
    [[nodiscard]] Line line() const;
    //! Whether a drug is being looked for, or its posology typed.
    [[nodiscard]] bool isBusy() const;
    //! Something is typed that is no line yet.
    [[nodiscard]] bool isPending() const { return !pending().isEmpty(); }
    [[nodiscard]] Draft::Pending pending() const;
    void resume(const Draft::Pending &pending);
    //! That drug, whatever was looked for; what is typed of the posology stays.
    void take(const DrugChoice &drug);

Q_SIGNALS:
    void lineReady(const ambroise::prescription::Line &line);
    //! Chosen, or highlighted in the list of what is found.
    void drugShown(const QString &cis, const QString &label);
    void edited();
    void givenUp(); //!< neither looked for nor written any more

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void typed(const QString &text);
    void search(const QString &text);
    void showChoices(const QList<DrugChoice> &choices);
    void showHabits();
    void forgetHabit();
    void placeList();
    void choose(int row);
    void highlight(int row);
    void enter();
    void preview();
    [[nodiscard]] static QString previewOf(const Line &current);
    bool handleKey(const class QKeyEvent &event);

    const OrdonnanceServices &m_services;
    QList<DrugChoice> m_choices;    //!< in the list, or m_habits are
    QList<Habit> m_habits;          //!< of m_drug
    std::optional<Error> m_failure; //!< why nothing could be looked for, or offered
    std::optional<DrugChoice> m_drug;
    uikit::Chip *m_chip;
    QLineEdit *m_edit;
    uikit::Label *m_preview;
    QListView *m_list;
    class ChoiceModel *m_model;
};

} // namespace ambroise::prescription::ui
