// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/patient/recordids.h>
#include <ambroise/prescription/certificates.h>
#include <ambroise/prescription/ordonnancecode.h>
#include <ambroise/prescription/print.h>
#include <ambroise/storage/vault.h>

#include <functional>

namespace ambroise::prescription {

using OrdonnanceId = Id<struct OrdonnanceTag>;

//! A signed ordonnance as it is kept.
struct Ordonnance {
    OrdonnanceId id;
    PatientId patient;
    UserId prescriber;
    OrdonnanceContent content;
    QString code; //!< text of the QR code
    storage::ContentId pdf;
    QDateTime cancelledAt{}; //!< invalid: in force
    QString cancelledBy{};
    QString cancelReason{};
    QList<SupportPages> supports{}; //!< of the printed form; empty: all of it on plain paper
    QDateTime printedAt{};          //!< invalid: not handed to a printer yet
    //! What was known of drugs when it was signed (HAS référentiel LAP): "bdpm 2026-05-26".
    QStringList bases{};

    [[nodiscard]] bool isCancelled() const { return cancelledAt.isValid(); }
};

//! Makes the printed form of a content and its code; see printOrdonnance.
using Printer =
    std::function<Result<PrintedOrdonnance>(const OrdonnanceContent &content, const QString &code)>;

//! Signed ordonnances: added and cancelled, never changed.
class OrdonnanceRepository {
public:
    OrdonnanceRepository(storage::Connection &db, storage::Vault &vault, audit::Journal &journal,
                         CertificateRepository &certificates, QByteArray practiceId,
                         const Clock &clock);

    //! Gives a number, signs, prints and keeps, in one transaction: either all is there or nothing
    //! is. The bases are those that are imported. Errors: those of OrdonnanceContent::make,
    //! CertificateRepository::own, the printer and the storage.
    Result<Ordonnance> sign(PatientId patient, OrdonnanceContent::Parts parts,
                            const Printer &printer, const audit::Actor &actor);
    //! Errors: NotFound "ordonnance.unknown"; Conflict "ordonnance.cancelled" (already); Invalid
    //! "ordonnance.reason".
    Status cancel(const OrdonnanceNumber &number, const QString &reason, const audit::Actor &actor);

    //! NotFound "ordonnance.unknown"; Corrupt "ordonnance.format", "code.other_content" where the
    //! kept content is not the one that was signed.
    Result<Ordonnance> byNumber(const OrdonnanceNumber &number) const;
    //! Newest first; with `since`, those that were signed from then on.
    Result<QList<Ordonnance>> ofPatient(const patient::RecordIds &patient,
                                        const QDateTime &since = {}) const;
    //! The printed form as it was signed; its reading is journaled.
    Result<QByteArray> pdf(const Ordonnance &ordonnance, const audit::Actor &actor);
    //! What may be handed to a printer: the form as it was signed, and once that has been printed,
    //! what `duplicate` makes. Errors: those of pdf and of `duplicate`.
    Result<PrintedOrdonnance> toPrint(const Ordonnance &ordonnance, const Printer &duplicate,
                                      const audit::Actor &actor);
    //! It has been handed to a printer; journaled each time. Error: NotFound
    //! "ordonnance.unknown".
    Status notePrinted(const OrdonnanceNumber &number, const audit::Actor &actor);
    Result<qint64> count() const;
    //! Every kept ordonnance is the one that was signed and its printed form is there; the numbers
    //! of those that are not.
    Result<QStringList> damaged() const;

private:
    Result<QList<Ordonnance>> select(const QByteArray &where, const storage::Values &values) const;

    storage::Connection &m_db;
    storage::Vault &m_vault;
    audit::Journal &m_journal;
    CertificateRepository &m_certificates;
    QByteArray m_practiceId;
    const Clock &m_clock;
};

} // namespace ambroise::prescription
