// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicalpages.h"

#include "recordwiring.h"

namespace ambroise::app {

const QString ClinicalPages::consultationTab = QStringLiteral("summary");
const QString ClinicalPages::ordonnanceTab = QStringLiteral("ordonnances");
const QString ClinicalPages::demandesTab = QStringLiteral("demandes");
const QString ClinicalPages::treatmentsTab = QStringLiteral("treatments");
const QString ClinicalPages::measuresTab = QStringLiteral("measures");
const QString ClinicalPages::resultsTab = QStringLiteral("results");
const QString ClinicalPages::documentsTab = QStringLiteral("documents");
const QString ClinicalPages::preventionTab = QStringLiteral("prevention");
const QString ClinicalPages::personalTab = QStringLiteral("personal");
const QString ClinicalPages::lettersTab = QStringLiteral("letters");

namespace {

//! Where it cannot be told, a line that says so: none would be read as nothing to do.
QList<record::ui::DueLine> dueOf(Practice &practice, const patient::Patient &patient)
{
    QList<record::ui::DueLine> lines;
    const auto due = dueLines(practice, patient);
    if (!due.ok())
        return {{ClinicalPages::tr("Prévention"), ClinicalPages::tr("non calculée"), true}};
    for (const prevention::ui::DueLine &one : *due)
        lines.append({one.label, one.state, one.late});
    return lines;
}

} // namespace

ClinicalPages::ClinicalPages(Practice &practice, const access::Session &session,
                             const patient::Patient &patient, WritingAids &aids,
                             DocumentTexts &texts, RecordFrame frame, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_patient(patient)
    , m_frame(std::move(frame))
    , m_signature(practice, session)
{
    buildConsultation(aids);
    buildOrdonnance();
    if (session.may(access::Right::Prescribe))
        buildDemandes();
    buildTreatments();
    buildMeasures(aids);
    buildResults();
    buildDocuments(texts);
    buildPrevention();
    if (m_consultation->writes())
        buildLetters();
    if (session.may(access::Right::WriteClinical))
        buildPersonalNotes();
}

bool ClinicalPages::show(const QString &tab)
{
    if (tab == ordonnanceTab) {
        m_frame.pages.setCurrentWidget(m_ordonnance);
        m_primary->setText(tr("Signer et imprimer"));
        m_primary->setVisible(m_session.may(access::Right::Prescribe));
    } else if (tab == documentsTab) {
        m_frame.pages.setCurrentWidget(m_documents->page());
        m_primary->setVisible(false);
        m_documents->page()->begin();
    } else if (tab == preventionTab) {
        m_frame.pages.setCurrentWidget(m_prevention->page());
        m_primary->setVisible(false); // the form of a vaccination has its own
        m_prevention->page()->begin();
    } else if (tab == personalTab && m_personal) {
        m_frame.pages.setCurrentWidget(m_personal);
        m_primary->setVisible(false); // it is saved as it is typed
        m_personal->setFocus(Qt::OtherFocusReason);
    } else if (tab == treatmentsTab) {
        m_frame.pages.setCurrentWidget(m_treatments);
        m_primary->setVisible(false); // a stop is kept in its own form
        m_treatments->focusTable();
    } else if (tab == measuresTab) {
        m_frame.pages.setCurrentWidget(m_measures);
        m_primary->setVisible(false); // a measure is kept where it is typed
        m_measures->setFocus(Qt::OtherFocusReason);
    } else if (tab == resultsTab) {
        m_frame.pages.setCurrentWidget(m_results);
        m_primary->setVisible(false); // the page has its own
        m_results->setFocus(Qt::OtherFocusReason);
    } else if (tab == demandesTab && m_demandes) {
        m_frame.pages.setCurrentWidget(m_demandes->page());
        dressPrimary();
        m_demandes->page()->begin();
    } else if (tab == lettersTab && m_letters) {
        m_frame.pages.setCurrentWidget(m_letters->page());
        dressPrimary();
        m_letters->page()->focusText();
    } else if (tab == consultationTab) {
        m_frame.pages.setCurrentWidget(m_consultation->page());
        dressPrimary();
        m_consultation->begin();
    } else {
        return false;
    }
    return true;
}

void ClinicalPages::refresh(const patient::Patient &patient)
{
    m_patient = patient;
    m_ordonnance->refresh();
    countOrdonnances();
    m_treatments->refresh();
    m_results->refresh();
    m_frame.tabs.setCount(resultsTab, m_results->count());
    m_documents->page()->refresh();
    m_frame.tabs.setCount(documentsTab, m_documents->page()->count());
    m_prevention->show(patient);
    if (m_personal)
        m_personal->refresh();
    if (m_demandes) {
        m_demandes->page()->refresh();
        m_frame.tabs.setCount(demandesTab, m_demandes->page()->signedCount());
    }
    if (m_letters) {
        m_letters->page()->refresh();
        m_frame.tabs.setCount(lettersTab, m_letters->page()->signedCount());
    }
}

void ClinicalPages::showOverview(const record::Overview &overview, const patient::Patient &patient)
{
    const auto ordonnances = m_practice.ordonnances().ofPatient(patient.recordIds());
    if (!ordonnances.ok())
        Q_EMIT problem(ordonnances.error()); // not the same as none
    m_consultation->page()->showOverview(overview, dueOf(m_practice, patient),
                                         ordonnances.ok() ? ordonnanceLines(*ordonnances)
                                                          : QList<record::Entry>());
    m_measures->showMeasures(overview.measures, examinedOf(patient, m_practice.clock().today()));
    m_frame.tabs.setCount(measuresTab, m_measures->count());
}

void ClinicalPages::countOrdonnances()
{
    const auto kept = m_practice.ordonnances().ofPatient(m_patient.recordIds());
    m_frame.tabs.setCount(ordonnanceTab,
                          kept.ok() ? std::optional(int(kept->size())) : std::nullopt);
}

Status ClinicalPages::keepDrafts()
{
    const Status note = m_consultation->keepDraft();
    const Status personal = m_personal ? m_personal->save() : done();
    const Status letter = m_letters ? m_letters->page()->keepDraft() : done();
    const Status demande = m_demandes ? m_demandes->page()->keepDraft() : done();
    AMBROISE_CHECK(m_ordonnance->keepDraft());
    AMBROISE_CHECK(personal);
    AMBROISE_CHECK(letter);
    AMBROISE_CHECK(demande);
    return note;
}

} // namespace ambroise::app
