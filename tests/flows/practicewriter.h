// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

namespace ambroise::test {

//! Writes to a practice one thing after the other, of every kind in turn, each numbered. Every
//! write is confirmed by a line that says what must be there from then on.
class PracticeWriter {
public:
    //! `doctor`: who writes; a medecin of the practice.
    PracticeWriter(app::Practice &practice, const access::Account &doctor);

    //! The line of the number-th write.
    Result<QString> write(int number);

    //! That what a line confirmed is there, whole. Error: NotFound "test.lost".
    Status find(const QString &line) const;
    //! That what is there was written whole: as many things of each kind as the journal tells of.
    //! Error: Corrupt "test.half".
    Status nothingHalf() const;

private:
    Result<QString> writePatient(int number);
    Result<QString> changePatient(int number);
    Result<QString> writeEntry(int number);
    Result<QString> reviseEntry(int number);
    Result<QString> signOrdonnance();
    Result<QString> dispense();
    Result<QString> saveDraft(int number);
    Result<QString> journal(int number);

    [[nodiscard]] Result<PatientId> subject() const;
    Status findPatient(PatientId id, qint64 version, int number) const;
    Status findEntry(record::EntryId id, qint64 version, int number) const;
    Status findOrdonnance(const QString &number) const;
    Status findDispensation(const QString &number, int place) const;
    Status findDraft(int number) const;
    Status findEvent(int number) const;

    app::Practice &m_practice;
    access::Account m_doctor;
    audit::Actor m_actor;
};

} // namespace ambroise::test
