// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/prevention/due.h>
#include <ambroise/prevention/print.h>

#include <ambroise/patient/patient.h>

#include <QFuture>
#include <QWidget>

#include <functional>

class QComboBox;
class QListView;
class QLineEdit;
class QPlainTextEdit;

namespace ambroise::uikit {
class Button;
class EmptyState;
class Label;
class MessageLine;
class SearchField;
} // namespace ambroise::uikit

namespace ambroise::prevention::ui {

//! Somebody for whom a rule is due.
struct DuePatient {
    patient::PatientSummary patient;
    DueItem item;
};

//! What the page asks of the practice. What takes long tells its progress in percent, and is given
//! up when its future is cancelled.
struct PreventionListServices {
    std::function<QFuture<Result<QList<DuePatient>>>(const QString &rule)> find;
    //! Letters to those, on a thread; shown by `show`.
    std::function<QFuture<Result<QByteArray>>(const QString &rule, const InvitationText &text,
                                              const QList<DuePatient> &patients)>
        write;
    std::function<Status(const QByteArray &pdf)> show;
    std::function<QString(const Error &error)> explain;
    const RuleBook *book = nullptr;
};

//! *Prévention* of the practice: a rule is chosen, everybody for whom it is due is listed by name;
//! ↵ opens a record. Letters go to those who are listed.
class PreventionListPage final : public QWidget {
    Q_OBJECT
public:
    //! Letters of one batch at most: a printer takes them, a person reads them over.
    static constexpr int mostLetters = 300;

    //! The clock and the rules outlive the page.
    PreventionListPage(PreventionListServices services, const Clock &clock,
                       QWidget *parent = nullptr);
    ~PreventionListPage() override;

    void begin();                     //!< looks for whom the chosen rule is due
    [[nodiscard]] int listed() const; //!< those that the filter lets pass

Q_SIGNALS:
    void openRequested(ambroise::PatientId patient);

private:
    void build();
    void bind();
    void look();
    void stop();
    void take(const Result<QList<DuePatient>> &found);
    void filter();
    void beginLetter();
    void write();
    void leaveLetter();
    void openChosen();
    void tell(const Error &error);
    [[nodiscard]] const Rule *rule() const;
    [[nodiscard]] bool isWriting() const;

    PreventionListServices m_services;
    const Clock &m_clock;
    QList<DuePatient> m_found;
    int m_search = 0; //!< the one that runs; what an older one brings is not shown
    QFuture<Result<QList<DuePatient>>> m_finding;
    QFuture<Result<QByteArray>> m_writing;
    QComboBox *m_rules;
    uikit::SearchField *m_filter;
    uikit::Label *m_count;
    uikit::MessageLine *m_problem;
    uikit::Label *m_progress;
    QListView *m_list;
    class DuePatientModel *m_model;
    uikit::EmptyState *m_empty;
    QWidget *m_side; //!< the letter; hidden but while one is written
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
    uikit::Button *m_letters = nullptr;
    uikit::Button *m_printLetters = nullptr;
};

} // namespace ambroise::prevention::ui
