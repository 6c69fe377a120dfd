// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insverification.h"
#include "pdfviewer.h"

#include <ambroise/identity/insisearch.h>
#include <ambroise/identity/ui/identitypage.h>
#include <ambroise/identity/vitalereader.h>
#include <ambroise/patient/ui/mergedrecords.h>
#include <ambroise/uikit/shortcuts.h>

#include <QObject>

namespace ambroise::app {

//! Where the identity of one open record is established: its page, INSi, the documents, the
//! practice. What is decided is written at the version that the page shows.
class IdentityDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it, and the services that `insi` gives.
    IdentityDesk(Practice &practice, const access::Session &session, InsiSource insi,
                 OpenPdf showLabel, QWidget *parent);
    ~IdentityDesk() override;

    [[nodiscard]] identity::ui::IdentityPage *page() const { return m_page; }
    //! The page under the records that were merged into this one.
    [[nodiscard]] QWidget *widget() const { return m_widget; }
    void setPatient(const patient::Patient &patient);
    //! INSi by what a carte Vitale gave: its answer goes the way of the answer by traits.
    void askInsiByCard(const identity::InsiCardKey &key) { m_page->askInsiByCard(key); }
    //! The identity as the application in place of the card tells it: qualified (RNIV1 §4.3.4).
    //! Errors: Conflict "vitale.other_person" (not the traits of the record); those of decide.
    Status takeFromApcv(const identity::InsiPerson &person);

Q_SIGNALS:
    void changed(); //!< the record's identity was written

private:
    [[nodiscard]] identity::ui::IdentityServices services();
    void bindKeys();
    QFuture<Result<identity::ui::InsiFound>> askInsi();
    Status decide(const QList<identity::ui::IdentityChange> &changes);
    Status printLabel();
    [[nodiscard]] patient::ui::MergedRecords::Services mergedServices();
    [[nodiscard]] Result<QList<identity::ui::MergedTrace>> mergedTraces() const;
    //! Of the code that INSi gave, on the day of birth; empty where it is not known.
    [[nodiscard]] QString placeNameOf(const identity::InsiAnswer &answer) const;
    [[nodiscard]] Result<identity::ui::InsiFound>
    found(const Result<identity::InsiAnswer> &answer) const;
    QFuture<Result<identity::ui::InsiFound>> questionByCard(const identity::InsiCardKey &key);
    void keepCall(identity::InsiCall::Kind kind, const QString &asked,
                  const Result<identity::InsiAnswer> &answer, const identity::Mandate &inWhoseName);

    Practice &m_practice;
    const access::Session &m_session;
    InsiSource m_insi;
    InsVerification m_verification;
    OpenPdf m_showLabel;
    std::optional<patient::Patient> m_patient;
    Result<identity::InsiCallId> m_lastCall{identity::InsiCallId{}};
    QWidget *m_widget;
    patient::ui::MergedRecords *m_merged;
    identity::ui::IdentityPage *m_page;
    uikit::ActionMap *m_actions;                    //!< the page's: they act while it is in front
    std::unique_ptr<identity::InsiSearch> m_search; //!< the last: its end still tells its call
    QFuture<Result<identity::InsiAnswer>> m_byCard;
};

} // namespace ambroise::app
