// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/actor.h>
#include <ambroise/core/clock.h>
#include <ambroise/patient/recordids.h>
#include <ambroise/prescription/check.h>
#include <ambroise/storage/connection.h>

#include <QDateTime>

namespace ambroise::prescription {

//! An alert as it was shown to who signed.
struct LoggedAlert {
    static const QString unchecked; //!< the kind of what says that nothing could be checked

    QString kind{}; //!< code(CheckKind), or `unchecked`
    QString level{};
    QStringList drugs{}; //!< as they stood on the lines
    QStringList doses{}; //!< of the drugs, in their order, as they were written
    QStringList rule{};  //!< Alert::subjects
    KnowledgeSource source{};
    bool folded = false;
    QString reason{}; //!< why it was passed over; empty: none was asked
    QDateTime at{};
    QString authorName{};

    friend bool operator==(const LoggedAlert &, const LoggedAlert &) = default;
};

//! What the checks said of each signed ordonnance, with which data, and the reason for passing
//! over a contra-indication. Only added to.
class AlertLog {
public:
    AlertLog(storage::Connection &db, const Clock &clock)
        : m_db(db)
        , m_clock(clock)
    {
    }

    //! In the transaction that signs. `lines`: those that the alerts are about. The reason is kept
    //! with those that ask for one (asksForReason).
    Status keep(const QString &number, const QList<Alert> &alerts, const QList<Line> &lines,
                const QString &reason, const audit::Actor &actor);
    //! In the transaction that signs what could not be checked: `why`, as it was shown.
    Status keepUnchecked(const QString &number, const QString &why, const audit::Actor &actor);
    //! In the order in which they were shown.
    Result<QList<LoggedAlert>> of(const QString &number) const;
    //! What was passed over with a reason in the patient's ordonnances that stand, since that
    //! instant, the newest first.
    Result<QList<LoggedAlert>> settled(const patient::RecordIds &patient,
                                       const QDateTime &since) const;

private:
    storage::Connection &m_db;
    const Clock &m_clock;
};

} // namespace ambroise::prescription
