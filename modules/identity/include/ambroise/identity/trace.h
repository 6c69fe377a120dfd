// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/actor.h>
#include <ambroise/core/clock.h>
#include <ambroise/identity/comparison.h>
#include <ambroise/identity/identity.h>
#include <ambroise/identity/insiservice.h>
#include <ambroise/storage/connection.h>

#include <QHash>

namespace ambroise::identity {

//! Why an identity is what it is since then.
enum class Cause {
    Created,
    Retrieved,      //!< from INSi, accepted by a person
    Checked,        //!< with a document that proves it
    Recorded,       //!< a document was shown that proves nothing: kept, no status changed
    ApcvRead,       //!< the application in place of the carte Vitale
    Corrected,      //!< a trait was typed anew
    Attributes,     //!< doubtful, fictive, homonym; put or taken away
    InsLost,        //!< INSi no longer holds the INS
    CheckWithdrawn, //!< the check was a mistake
    Merged,
    Unmerged,
};
[[nodiscard]] QString code(Cause cause); //!< "retrieved"; stable
[[nodiscard]] std::optional<Cause> causeOf(QStringView code);

//! For whom somebody acts who qualifies by delegation; nobody: in their own name.
struct Mandate {
    UserId mandator{};
    QString mandatorName{};

    [[nodiscard]] bool isOwn() const { return mandatorName.isEmpty(); }
    friend bool operator==(const Mandate &, const Mandate &) = default;
};

using InsiCallId = Id<struct InsiCallTag>;

//! Something that happened to an identity, to be traced.
struct IdentityEvent {
    Cause cause = Cause::Created;
    std::optional<Identity> before{}; //!< none: it is created
    Identity after;
    QString reason{}; //!< in the person's words, where one was given
    std::optional<Evidence::Parts> evidence{};
    InsiCallId call{};
    Mandate mandate{};
};

//! The same as it is kept: texts for the screen, nothing to act upon.
struct TraceEntry {
    qint64 id = 0;
    QDateTime at{};
    Cause cause = Cause::Created;
    std::optional<IdentityStatus> before{};
    IdentityStatus after = IdentityStatus::Provisional;
    std::optional<ToldTraits> traitsBefore{}; //!< where the traits changed
    std::optional<ToldTraits> traitsAfter{};
    IdentityAttributes attributes{};
    QString reason{};
    std::optional<Evidence::Parts> evidence{};
    InsiCallId call{};
    UserId author{};
    QString authorName{};
    QString authorRole{};
    QString post{};
    Mandate mandate{};
};

//! A question that was put to INSi.
struct InsiCall {
    enum class Kind { Traits, Card, Verification };
    Kind kind = Kind::Traits;
    QString asked{}; //!< the given name that was sent, "carte Vitale", "INS"; shown in the history
    //! "found", "nobody", "several", or the subject of an error; of a verification "found" where
    //! INSi holds the INS, "nobody" where it holds it no longer.
    QString verdict{};
    QString messageId{};
    QByteArray answer{}; //!< as received; empty where there is none
    Mandate mandate{};
};
[[nodiscard]] QString code(InsiAnswer::Verdict verdict);

struct KeptCall {
    InsiCallId id{};
    QDateTime at{};
    InsiCall call{};
    QString authorName{};
};

//! An INS that a record had.
struct KnownIns {
    InsRecord record{};
    QString source{}; //!< "insi": told by INSi; else why it was dropped: a cause's code
    QDateTime at{};
};

//! How every identity came to be what it is: added to, never changed. Callers write it in the
//! transaction of the change. Errors: those of storage; Corrupt "identity.trace".
class IdentityTrace {
public:
    IdentityTrace(storage::Connection &db, const Clock &clock)
        : m_db(db)
        , m_clock(clock)
    {
    }

    //! With the INS that is dropped, where one is.
    Status record(PatientId patient, const IdentityEvent &event, const audit::Actor &actor);
    //! Newest first.
    Result<QList<TraceEntry>> of(PatientId patient) const;
    //! The document and the day of the check that the status rests upon.
    Result<std::optional<TraceEntry>> lastCheck(PatientId patient) const;

    Result<InsiCallId> recordCall(PatientId patient, const InsiCall &call,
                                  const audit::Actor &actor);
    //! Newest first; answers are left out.
    Result<QList<KeptCall>> callsOf(PatientId patient) const;
    //! When the INS of each record was verified last; those where it never was are not there.
    Result<QHash<PatientId, QDateTime>> verifications() const;
    //! As received. Error: NotFound "insi.call".
    Result<QByteArray> answerOf(InsiCallId call) const;

    //! What INSi told besides the active INS; known lines are not written twice.
    Status recordHistory(PatientId patient, const QList<InsRecord> &history);
    //! Newest first.
    Result<QList<KnownIns>> insOf(PatientId patient) const;
    //! Whose former INS it is, or whom INSi told it of besides the active one.
    Result<QList<PatientId>> whoHad(const Ins &ins) const;

    //! Every INS, and all strict traits before a correction, that any record ever had: for finding
    //! two records of one person.
    struct Former {
        QList<std::pair<PatientId, QString>> ins{}; //!< matricules
        QList<std::pair<PatientId, ToldTraits>> traits{};
    };
    Result<Former> former() const;

private:
    Status keepIns(PatientId patient, const InsRecord &ins, const QString &source);

    storage::Connection &m_db;
    const Clock &m_clock;
};

} // namespace ambroise::identity
