// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/labs/report.h>
#include <ambroise/storage/vault.h>

namespace ambroise::labs {

//! A report as the practice keeps it.
struct KeptReport {
    LabReportId id{};
    PatientId patient{};   //!< not stored: a person has to say whose it is
    QStringList reasons{}; //!< why it waits: codes of patient::MatchReason, "nobody", "test_person"
    storage::ContentId content; //!< the file
    int part = 0;               //!< which patient of the file
    ReportFormat format = ReportFormat::CrBio;
    QString identifier{};
    QString replaces{};
    LabReportId supersededBy{}; //!< stored: that one corrects it
    QString title{};
    QString laboratory{};
    QString toldPatient{};
    QDate day{};
    bool partial = false;
    Doubts doubts{};
    int results = 0;
    int abnormal = 0;
    int critical = 0;
    QDateTime receivedAt{};
    QString receivedName{};
    QDateTime seenAt{}; //!< invalid: not yet
    UserId seenBy{};
    QString seenName{};
    qint64 version = 0;

    [[nodiscard]] bool isSeen() const { return seenAt.isValid(); }
    [[nodiscard]] bool isCurrent() const { return !supersededBy.isStored(); }
};

//! A line of a kept report. Methods, former values and other references are in the file alone.
struct KeptResult {
    LabReportId report{};
    LabResult result{};
};

//! What became of a received file.
struct Received {
    QList<LabReportId> filed{};   //!< in the record of a patient
    QList<LabReportId> waiting{}; //!< for a person
    int known = 0;                //!< reports of the file that were there already
};

//! The reports of laboratories: who they are about, who saw them. What is written is journaled in
//! the same transaction and told to every post as "lab". A file is kept as it came, in the vault.
//!
//! A report is filed by itself only where the matching is certain (patient::PatientMatcher); else
//! it waits, and a person files it. A report that corrects another one of the same patient
//! supersedes it: the former stays readable and leaves the table, the curves and the list of what
//! is not seen. A report that is filed answers the rechecks that wait for it (RecheckRepository).
//!
//! Errors besides those of storage and the vault: NotFound "lab.unknown"; Conflict
//! "storage.version", "lab.filed" (in another record: taken out of it first), "patient.merged";
//! NotFound "patient.missing".
class LabRepository {
public:
    //! References are kept.
    LabRepository(storage::Connection &db, storage::Vault &vault, audit::Journal &journal,
                  patient::PatientRepository &patients, const Clock &clock)
        : m_db(db)
        , m_vault(vault)
        , m_journal(journal)
        , m_patients(patients)
        , m_clock(clock)
    {
    }

    //! Keeps the file and files its reports. `reports`: what readLabFile made of it, elsewhere
    //! perhaps, because it takes time. A file that was received before changes nothing.
    Result<Received> receive(const QByteArray &bytes, const QList<LabReport> &reports,
                             const patient::PatientMatcher &matcher, const audit::Actor &actor);

    //! A person says whose it is.
    Status file(LabReportId id, qint64 version, PatientId patient, const audit::Actor &actor);
    //! It was not theirs: it waits again.
    Status takeOut(LabReportId id, qint64 version, const audit::Actor &actor);
    //! By the one who acts, now. Conflict "lab.waiting": nobody's yet.
    Status markSeen(LabReportId id, qint64 version, const audit::Actor &actor);
    Status markUnseen(LabReportId id, qint64 version, const audit::Actor &actor);

    Result<KeptReport> find(LabReportId id) const;
    //! Of a patient, the newest first; superseded ones too.
    Result<QList<KeptReport>> of(const patient::RecordIds &patient) const;
    //! Current, filed and not seen: critical ones first, then abnormal ones, then the oldest.
    Result<QList<KeptReport>> unseen() const;
    //! Those that wait for a person, the oldest first.
    Result<QList<KeptReport>> waiting() const;
    Result<int> unseenCount() const;
    Result<int> waitingCount() const;

    //! Of the current reports of a patient, by report, in the order of the laboratory.
    Result<QList<KeptResult>> resultsOf(const patient::RecordIds &patient) const;
    Result<QList<LabResult>> results(LabReportId report) const;
    //! The whole report, read from its file again. Error: those of readLabFile.
    Result<LabReport> read(const KeptReport &report) const;

    //! Everybody who has a report or a recheck: for a check that each of them is there.
    Result<QList<PatientId>> patientsNamed() const;
    //! The ids of reports whose file is gone or damaged, for a check.
    Result<QStringList> damaged() const;

private:
    struct Place {
        PatientId patient{};
        QStringList reasons{};
    };
    Result<Place> placeOf(const LabReport &report, const patient::PatientMatcher &matcher) const;
    Result<LabReportId> insert(const storage::ContentId &content, int part, const LabReport &report,
                               const Place &place, const audit::Actor &actor);
    Status insertResults(LabReportId id, const LabReport &report);
    Result<bool> isKnown(const storage::ContentId &content, int part) const;
    Status supersede(const KeptReport &report);
    Status forgetSuperseding(LabReportId id);
    Status answerRechecks(const KeptReport &report);
    Status setSeen(LabReportId id, qint64 version, bool seen, const audit::Actor &actor);
    Status journal(audit::Action action, const KeptReport &report, const QString &detail,
                   const audit::Actor &actor);
    Result<QList<KeptReport>> list(const QByteArray &where, const storage::Values &values) const;
    Result<int> count(const QByteArray &where) const;

    storage::Connection &m_db;
    storage::Vault &m_vault;
    audit::Journal &m_journal;
    patient::PatientRepository &m_patients;
    const Clock &m_clock;
};

} // namespace ambroise::labs
