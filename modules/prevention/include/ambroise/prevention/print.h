// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/progress.h>
#include <ambroise/documents/paper.h>
#include <ambroise/prevention/due.h>
#include <ambroise/prevention/vaccines.h>

//! What prevention puts on paper: PDF/A-1b, A4. Needs a QGuiApplication.
namespace ambroise::prevention {

//! The vaccinations, the oldest first, told ones marked so: what nobody knows the date of comes
//! last. Errors: NotFound "vaccination.none"; those of PdfCanvas::finish.
Result<QByteArray> vaccinationCertificate(const documents::PaperHead &head,
                                          const documents::PaperPatient &patient,
                                          const QList<Vaccination> &vaccinations,
                                          const Vaccines &vaccines, QDate day);

//! A letter that invites, with its fields: « {acte} », « {patient} », « {cabinet} », « {telephone}
//! ».
struct InvitationText {
    QString subject;
    QString body;
};

//! What is proposed for a rule.
[[nodiscard]] InvitationText proposedInvitation(const Rule &rule);

struct InvitedPatient {
    QString name;
    QStringList address; //!< line by line; empty: printed without
    QString act;         //!< « {acte} »: the rule's label, with its step
};

//! One page a patient, in the order given. Errors: NotFound "invitation.none"; Invalid
//! "invitation.field" (a field that is none), "invitation.text" (nothing to say, or more than a
//! page holds); Cancelled "prevention.cancelled"; those of PdfCanvas::finish.
Result<QByteArray> invitationLetters(const documents::PaperHead &head, const InvitationText &text,
                                     const QList<InvitedPatient> &patients, QDate day,
                                     const Progress &progress = {});

} // namespace ambroise::prevention
