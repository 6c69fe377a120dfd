// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/labs/report.h>
#include <ambroise/patient/recordids.h>

namespace ambroise::labs {

using RecheckId = Id<struct RecheckTag>;

//! An analysis that a doctor wants done again.
struct NewRecheck {
    LabCode code{};        //!< may be empty: then the label tells the analysis
    QString label{};       //!< as the laboratory called it
    QDate due{};           //!< by when
    LabReportId because{}; //!< the report that gave the reason
};

//! A *contrôle* that was asked for.
struct Recheck {
    RecheckId id{};
    PatientId patient{};
    NewRecheck asked{};
    QDateTime askedAt{};
    UserId askedBy{};
    QString askedByName{};
    qint64 version = 0;
};

//! The same LOINC code; the same name where one of them has no such code. Two codes are two
//! analyses: a recheck that is not answered is seen, one that is answered wrongly is lost.
[[nodiscard]] bool isSameAnalysis(const NewRecheck &one, const NewRecheck &other);

//! The day that a doctor typed: "3 mois", "15 j", "2 semaines", "1 an", "12/01/2027", "12/01/27";
//! in English too ("3 months"). Nothing: it is not understood, not after `today`, or more than ten
//! years away. A month's day that the later month does not have is that month's last.
[[nodiscard]] QDate recheckDay(QStringView typed, QDate today);

//! Which analyses are awaited, and which did not come. A recheck is answered by the first report of
//! its patient that has the analysis (isSameAnalysis) and is of a later day
//! than the asking, or of the same day and received after it. What is written is journaled in the
//! same transaction, without naming the analysis, and told to every post as "lab".
//!
//! Errors besides those of storage: Invalid "recheck.day" (not after today), "recheck.label"
//! (none); NotFound "recheck.unknown".
class RecheckRepository {
public:
    //! References are kept.
    RecheckRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! Where that analysis of the patient is awaited already, its day is changed.
    Result<RecheckId> ask(const patient::RecordIds &patient, const NewRecheck &recheck,
                          const audit::Actor &actor);
    //! Nobody waits any longer.
    Status drop(RecheckId id, qint64 version, const audit::Actor &actor);
    //! It is awaited again. Conflict "storage.version" where it was not dropped.
    Status takeBack(RecheckId id, const audit::Actor &actor);

    Result<Recheck> find(RecheckId id) const;
    //! Awaited of a patient, the next first.
    Result<QList<Recheck>> of(const patient::RecordIds &patient) const;
    //! Awaited of everybody and due before `today`, the longest first.
    Result<QList<Recheck>> overdue(QDate today) const;

    //! A report was filed. In the transaction that files it.
    Status answer(const patient::RecordIds &patient, LabReportId report, QDate day,
                  const QDateTime &received, const QList<LabResult> &results);
    //! The report was another one's after all.
    Status forget(LabReportId report);

private:
    Result<QList<Recheck>> list(const QByteArray &where, const storage::Values &values) const;
    Result<RecheckId> insert(PatientId patient, const NewRecheck &recheck,
                             const audit::Actor &actor);
    Status postpone(const Recheck &recheck, const NewRecheck &asked, const audit::Actor &actor);
    Status journal(audit::Action action, const Recheck &recheck, const audit::Actor &actor);

    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::labs
