// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insverification.h"

#include <ambroise/patient/ui/verificationpanel.h>

#include <QPromise>

namespace ambroise::app {

//! The INS of a whole queue verified, one after the other: what was answered is kept before the
//! next is asked, and the next identity is read then. Those that were never verified come first,
//! then those verified the longest ago, so that a round that was stopped goes on with the next one.
//!
//! What fails for one record is skipped. What fails for all (the service, the card, the right) ends
//! the round, and so does Conflict "insi.all_lost": INSi holds none of the first ten.
class VerificationRound final : public QObject {
    Q_OBJECT
public:
    //! References outlive it, and the services that `insi` gives.
    VerificationRound(Practice &practice, const access::Session &session, InsiSource insi,
                      QObject *parent = nullptr);

    //! Its progress text: "12 sur 340". Ends with what it has, whatever stopped it. Errors: those
    //! of storage, before the first call.
    QFuture<Result<patient::ui::VerifiedIns>> run(patient::IdentityQueue queue);
    //! Ends as Cancelled "insi.cancelled", told in what it has; so does the call under way.
    void stop();

private:
    using Verified = patient::ui::VerifiedIns;
    using Ids = QList<PatientId>;
    void begin(const Result<Ids> &ids);
    void next();
    void took(PatientId patient, const Result<bool> &holds);
    void end(const std::optional<Error> &stoppedBy);

    Practice &m_practice;
    InsVerification m_one;
    QFuture<Result<bool>> m_call;
    std::optional<QPromise<Result<Verified>>> m_promise; //!< none: no round is under way
    int m_round = 0; //!< what comes of the one before comes too late
    Ids m_left;
    Ids m_lost;
    Verified m_verified;
};

} // namespace ambroise::app
