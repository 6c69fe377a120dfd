// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/identity/trace.h>

#include <QFuture>
#include <QObject>

namespace ambroise::app {

//! INSi as this post reaches it, or why it does not.
using InsiSource = std::function<Result<identity::InsiService *>()>;

//! INSi asked whether it still holds an INS that it gave. The call is kept with its answer; an INS
//! that INSi holds no longer is dropped, and with it what the status rests upon (state machine,
//! event 8: retrieved becomes provisional, qualified validated). A technical failure changes
//! nothing.
class InsVerification final : public QObject {
    Q_OBJECT
public:
    //! References outlive it, and the services that `insi` gives.
    InsVerification(Practice &practice, const access::Session &session, InsiSource insi,
                    QObject *parent = nullptr);
    ~InsVerification() override;

    //! Whether INSi holds it. One at a time. Cancelling the future ends the call. Errors: those of
    //! mandateOf, `insi`, identity::InsiService and PatientRepository; Conflict "insi.no_ins" (the
    //! record has none).
    QFuture<Result<bool>> verify(PatientId patient);

private:
    struct Question {
        PatientId patient{};
        identity::Ins ins;
        identity::InsiTraits traits;
        identity::Mandate mandate{};
        identity::InsiService *insi = nullptr;
    };
    using Answers = Result<QList<identity::InsiVerification>>;
    [[nodiscard]] Result<Question> questionAbout(PatientId patient) const;
    Result<bool> conclude(const Question &question, const Answers &answers);
    Result<identity::InsiCallId> keep(const Question &question, const Answers &answers);
    Status dropIns(const Question &question, identity::InsiCallId call);

    Practice &m_practice;
    const access::Session &m_session;
    InsiSource m_insi;
    QFuture<Answers> m_call;
};

} // namespace ambroise::app
