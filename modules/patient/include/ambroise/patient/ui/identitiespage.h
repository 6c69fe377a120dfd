// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/repository.h>
#include <ambroise/patient/ui/duplicateslist.h>
#include <ambroise/patient/ui/verificationpanel.h>

#include <QWidget>

#include <functional>

class QListView;

namespace ambroise::uikit {
class Button;
class EmptyState;
class MessageLine;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! The identities that wait to be qualified, those that are, the records that may be of one person,
//! and how sure the practice's identities are. ↵ opens the chosen one where it is established;
//! those with an INS can be verified with INSi.
class IdentitiesPage final : public QWidget {
    Q_OBJECT
public:
    //! Somebody who has an appointment today: their identity can be established then.
    struct Expected {
        PatientId patient{};
        QString hour{}; //!< « 11:00 »
    };
    struct Services {
        //! Of `first` before the others, in its order.
        std::function<Result<QList<PatientSummary>>(IdentityQueue queue, int limit,
                                                    const QList<PatientId> &first)>
            waiting;
        std::function<Result<QList<Expected>>()> expectedToday; //!< by hour
        std::function<Result<IdentityCounts>()> counts;
        std::function<QFuture<Result<QList<DuplicatePair>>>(int limit)> findDuplicates;
        VerificationPanel::Services verification;
        std::function<QString(const Error &error)> explain;
    };
    //! The clock outlives the page.
    IdentitiesPage(Services services, const Clock &clock, QWidget *parent = nullptr);

    //! Reads everything again.
    void refresh();
    //! Somebody wrote. Duplicates are looked for through the whole practice: not for each change.
    void follow();
    [[nodiscard]] QListView *list() const { return m_list; }
    //! Proposes to verify the INS of the chosen queue; proposed already, begins.
    void verify();
    void confirmVerification(); //!< nothing where none is proposed
    //! Of the card that signs the calls of the verification.
    void askCode(VerificationPanel::CodeAnswer answer);

Q_SIGNALS:
    void openRequested(ambroise::PatientId id);
    void compareRequested(ambroise::PatientId first, ambroise::PatientId second);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildHead();
    [[nodiscard]] IdentityQueue queue() const;
    void showDuplicates(const Result<IdentityCounts> &counts);
    void showWaiting(const Result<IdentityCounts> &counts);
    //! How many INS the chosen queue has.
    [[nodiscard]] qint64 verifiable() const;
    void openCurrent();
    void showMore(int shown);
    [[nodiscard]] bool showsDuplicates() const;

    Services m_services;
    class IdentityChart *m_chart;
    uikit::Segmented *m_queue;
    uikit::MessageLine *m_problem;
    uikit::EmptyState *m_none;
    QListView *m_list;
    class PatientListModel *m_model;
    DuplicatesList *m_duplicates;
    VerificationPanel *m_verification;
    uikit::Button *m_verify;
    IdentityCounts m_counts; //!< as they were read last
};

} // namespace ambroise::patient::ui
