// SPDX-License-Identifier: GPL-3.0-or-later
#include "practicewriter.h"

#include <ambroise/prescription/print.h>

#include <support/sampleordonnance.h>

#include <QUuid>

#include <limits>

namespace ambroise::test {
namespace {

constexpr int kinds = 8;

Error lost(const QString &what)
{
    return {ErrorCode::NotFound, u"test.lost"_qs, what};
}

//! Letters only, as a name wants it.
QString inLetters(int number)
{
    QString letters;
    for (const QChar digit : QString::number(number))
        letters += QChar(u'A' + digit.digitValue());
    return letters;
}

patient::NewPatient somebody(int number)
{
    const auto given = *identity::GivenNames::parse(u"MADELEINE");
    return patient::NewPatient{
        .identity = identity::Identity::provisional(*identity::StrictTraits::make(
            {*identity::BirthSurname::parse(QString(u"ECRIVAIN "_qs + inLetters(number))),
             given,
             given,
             *identity::BirthDate::of(QDate(1958, 3, 14)),
             identity::Sex::Female,
             {}}))};
}

record::NewEntry consultation(int number)
{
    record::NewEntry entry;
    entry.happened = sampleInstant();
    entry.title = u"Consultation"_qs;
    entry.body = QString::number(number);
    return entry;
}

} // namespace

PracticeWriter::PracticeWriter(app::Practice &practice, const access::Account &doctor)
    : m_practice(practice)
    , m_doctor(doctor)
    , m_actor(doctor.id, doctor.person.displayName(), code(doctor.person.role), u"Cabinet 1"_qs)
{
}

Result<QString> PracticeWriter::write(int number)
{
    switch (number % kinds) {
    case 0:
        return writePatient(number);
    case 1:
        return writeEntry(number);
    case 2:
        return signOrdonnance();
    case 3:
        return dispense();
    case 4:
        return saveDraft(number);
    case 5:
        return journal(number);
    case 6:
        return changePatient(number);
    default:
        return reviseEntry(number);
    }
}

Result<PatientId> PracticeWriter::subject() const
{
    AMBROISE_TRY(const auto found, m_practice.patients().find(u"ecrivain", 1));
    if (found.isEmpty())
        return lost(u"every patient"_qs);
    return found.first();
}

Result<QString> PracticeWriter::writePatient(int number)
{
    AMBROISE_TRY(const PatientId id, m_practice.patients().add(somebody(number), m_actor));
    return u"patient %1 1 %2"_qs.arg(id.value).arg(number);
}

Result<QString> PracticeWriter::changePatient(int number)
{
    AMBROISE_TRY(const PatientId id, subject());
    AMBROISE_TRY(patient::Patient patient, m_practice.patients().reload(id));
    patient.details.notes = QString::number(number);
    AMBROISE_TRY(const qint64 version,
                 m_practice.patients().update(id, patient.version, patient.details, m_actor));
    return u"patient %1 %2 %3"_qs.arg(id.value).arg(version).arg(number);
}

Result<QString> PracticeWriter::writeEntry(int number)
{
    AMBROISE_TRY(const PatientId id, subject());
    AMBROISE_TRY(const auto entry, m_practice.records().add(id, consultation(number), m_actor));
    return u"entry %1 1 %2"_qs.arg(entry.value).arg(number);
}

Result<QString> PracticeWriter::reviseEntry(int number)
{
    AMBROISE_TRY(const PatientId id, subject());
    AMBROISE_TRY(const auto overview, m_practice.records().overview(patient::RecordIds(id)));
    if (overview.history.isEmpty())
        return lost(u"every entry"_qs);
    record::Entry entry = overview.history.last();
    entry.content.body = QString::number(number);
    AMBROISE_CHECK(m_practice.records().revise(entry, m_actor));
    return u"entry %1 %2 %3"_qs.arg(entry.id.value).arg(entry.version + 1).arg(number);
}

Result<QString> PracticeWriter::signOrdonnance()
{
    AMBROISE_TRY(const PatientId id, subject());
    auto parts = sampleParts();
    parts.lines.first().renewals = 12;
    const auto print = [](const prescription::OrdonnanceContent &content, const QString &code) {
        return prescription::printOrdonnance(content, code);
    };
    AMBROISE_TRY(const auto made, m_practice.ordonnances().sign(id, parts, print, m_actor));
    return u"ordonnance %1"_qs.arg(made.content.number().value());
}

Result<QString> PracticeWriter::dispense()
{
    AMBROISE_TRY(const PatientId id, subject());
    AMBROISE_TRY(const auto signedOnes, m_practice.ordonnances().ofPatient(patient::RecordIds(id)));
    if (signedOnes.isEmpty())
        return lost(u"every ordonnance"_qs);
    const auto &ordonnance = signedOnes.first();
    AMBROISE_TRY(const auto before, m_practice.dispensations().of(ordonnance.content.number()));
    dispensing::LineOutcome line;
    line.boxes = 1;
    AMBROISE_CHECK(m_practice.dispensations().record(QUuid::createUuid().toString(), ordonnance,
                                                     {line}, int(before.size()), u"Officine"_qs,
                                                     m_actor));
    return u"dispensation %1 %2"_qs.arg(ordonnance.content.number().value()).arg(before.size());
}

Result<QString> PracticeWriter::saveDraft(int number)
{
    AMBROISE_CHECK(
        m_practice.drafts().save(m_doctor.id, u"ordonnance"_qs, number, QString::number(number)));
    return u"draft %1"_qs.arg(number);
}

Result<QString> PracticeWriter::journal(int number)
{
    AMBROISE_CHECK(m_practice.journal().record(
        {audit::Action::Export, audit::Subject::Journal, number}, m_actor));
    return u"event %1"_qs.arg(number);
}

Status PracticeWriter::find(const QString &line) const
{
    const QStringList words = line.split(u' ');
    const qint64 id = words.value(1).toLongLong();
    const int last = words.last().toInt();
    if (words.first() == u"patient")
        return findPatient(PatientId{id}, words.value(2).toLongLong(), last);
    if (words.first() == u"entry")
        return findEntry(record::EntryId{id}, words.value(2).toLongLong(), last);
    if (words.first() == u"ordonnance")
        return findOrdonnance(words.value(1));
    if (words.first() == u"dispensation")
        return findDispensation(words.value(1), last);
    if (words.first() == u"draft")
        return findDraft(last);
    if (words.first() == u"event")
        return findEvent(last);
    return lost(line);
}

Status PracticeWriter::findPatient(PatientId id, qint64 version, int number) const
{
    AMBROISE_TRY(const auto now, m_practice.patients().reload(id));
    AMBROISE_TRY(const auto before, m_practice.patients().revisions(id));
    std::optional<patient::PatientDetails> then;
    if (now.version == version)
        then = now.details;
    for (const patient::PatientRevision &revision : before)
        if (revision.version == version)
            then = revision.details;
    if (!then)
        return lost(u"patient"_qs);
    const bool asWritten =
        version == 1 ? then->identity.traits().surname().text().endsWith(inLetters(number))
                     : then->notes == QString::number(number);
    return asWritten ? done() : Status(lost(u"patient's content"_qs));
}

Status PracticeWriter::findEntry(record::EntryId id, qint64 version, int number) const
{
    AMBROISE_TRY(const PatientId patient, subject());
    AMBROISE_TRY(const auto overview, m_practice.records().overview(patient::RecordIds(patient)));
    AMBROISE_TRY(const auto before, m_practice.records().revisions(id));
    const QString body = QString::number(number);
    for (const record::Entry &entry : overview.history)
        if (entry.id == id && entry.version == version && entry.content.body == body)
            return done();
    for (const record::Revision &revision : before)
        if (revision.version == version && revision.content.body == body)
            return done();
    return lost(u"entry"_qs);
}

Status PracticeWriter::findOrdonnance(const QString &number) const
{
    AMBROISE_TRY(const auto parsed, prescription::OrdonnanceNumber::parse(number));
    AMBROISE_TRY(const auto ordonnance, m_practice.ordonnances().byNumber(parsed));
    AMBROISE_TRY(const QByteArray pdf, m_practice.vault().get(ordonnance.pdf));
    return pdf.startsWith("%PDF") ? done() : Status(lost(u"printed form"_qs));
}

Status PracticeWriter::findDispensation(const QString &number, int place) const
{
    AMBROISE_TRY(const auto parsed, prescription::OrdonnanceNumber::parse(number));
    AMBROISE_TRY(const auto all, m_practice.dispensations().of(parsed));
    const bool whole = all.size() > place && all.at(place).lines.size() == 1;
    return whole ? done() : Status(lost(u"dispensation"_qs));
}

Status PracticeWriter::findDraft(int number) const
{
    AMBROISE_TRY(const auto draft, m_practice.drafts().find(m_doctor.id, u"ordonnance"_qs, number));
    const bool there = draft && draft->body == QString::number(number);
    return there ? done() : Status(lost(u"draft"_qs));
}

Status PracticeWriter::findEvent(int number) const
{
    audit::Filter filter;
    filter.action = audit::Action::Export;
    AMBROISE_TRY(const auto events, m_practice.journal().find(filter));
    for (const audit::Event &event : events)
        if (event.deed.subjectId == number)
            return done();
    return lost(u"event"_qs);
}

Status PracticeWriter::nothingHalf() const
{
    audit::Filter everything;
    everything.limit = std::numeric_limits<int>::max();
    AMBROISE_TRY(const auto events, m_practice.journal().find(everything));
    qint64 patients = 0;
    qint64 entries = 0;
    qint64 ordonnances = 0;
    for (const audit::Event &event : events) {
        const bool created = event.deed.action == audit::Action::Create;
        patients += created && event.deed.subject == audit::Subject::Patient ? 1 : 0;
        entries += created && event.deed.subject == audit::Subject::Entry ? 1 : 0;
        ordonnances += event.deed.action == audit::Action::Sign ? 1 : 0;
    }
    AMBROISE_TRY(const qint64 patientsThere, m_practice.patients().count());
    AMBROISE_TRY(const qint64 entriesThere, m_practice.records().count());
    AMBROISE_TRY(const qint64 ordonnancesThere, m_practice.ordonnances().count());
    if (patients != patientsThere || entries != entriesThere || ordonnances != ordonnancesThere)
        return Error{ErrorCode::Corrupt, u"test.half"_qs, {}};
    return done();
}

} // namespace ambroise::test
