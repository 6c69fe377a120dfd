// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicalpages.h"

#include "labwiring.h"
#include "ordonnancecard.h"
#include "ordonnancestrip.h"
#include "recordwiring.h"
#include "signatureexport.h"
#include "treatmentdesk.h"

#include <words/sentences.h>

#include <ambroise/drugs/ui/druginspector.h>
#include <ambroise/record/ui/notepage.h>

// Which pages a record has, for whom, and what they tell each other.
namespace ambroise::app {

void ClinicalPages::buildConsultation(WritingAids &aids)
{
    m_consultation = new ConsultationDesk(m_practice, m_session, m_patient, aids, &m_frame.pages);
    m_frame.pages.addWidget(m_consultation->page());
    m_frame.tabs.add(consultationTab,
                     m_consultation->writes() ? tr("Consultation") : tr("Dossier"));
    connect(m_consultation, &ConsultationDesk::changed, this, &ClinicalPages::dressPrimary);
    connect(m_consultation, &ConsultationDesk::signedAs, this, &ClinicalPages::noteSigned);
    connect(m_consultation, &ConsultationDesk::summaryChanged, this, &ClinicalPages::written);
    connect(m_consultation, &ConsultationDesk::problem, this, &ClinicalPages::problem);
}

void ClinicalPages::buildOrdonnance()
{
    m_drugs = new OrdonnanceDrugs(m_practice, m_frame.pages, m_frame.actions, this);
    auto services =
        ordonnanceServices(m_practice, m_session, m_patient.id, m_frame.openPdf, signature());
    auto *card = new OrdonnanceCard(m_practice, m_session, m_frame.cards, this);
    services.exportSignature = [this](const QString &number) {
        return exportCardSignatureWhereAsked(m_practice, m_session, number, m_frame.pages.window());
    };
    services.signByCard = [card](const QString &number, const QString &code) {
        return card->sign(number, code);
    };
    m_ordonnance = new prescription::ui::OrdonnancePage(std::move(services), m_practice.clock(),
                                                        m_drugs->inspector(), &m_frame.pages);
    m_drugs->follow(*m_ordonnance, m_session.may(access::Right::Prescribe));
    connect(m_drugs, &OrdonnanceDrugs::failed, this, &ClinicalPages::problem);
    m_ordonnance->setMayPrescribe(m_session.may(access::Right::Prescribe));
    m_frame.pages.addWidget(m_ordonnance);
    m_frame.tabs.add(ordonnanceTab, tr("Ordonnances"));
    connect(m_ordonnance, &prescription::ui::OrdonnancePage::signedAs, this, [this] {
        m_signature.forget();
        countOrdonnances();
    });
    connect(m_ordonnance, &prescription::ui::OrdonnancePage::treatmentChanged, this,
            &ClinicalPages::written);
    if (!m_consultation->writes())
        return;
    auto *strip = new OrdonnanceStrip;
    m_consultation->page()->setUnderNote(strip);
    connect(m_ordonnance, &prescription::ui::OrdonnancePage::changed, strip,
            [this, strip] { strip->setLines(m_ordonnance->lines()); });
    connect(strip, &OrdonnanceStrip::opened, this, [this] {
        Q_EMIT pageRequested(ordonnanceTab);
        m_ordonnance->beginLine();
    });
}

void ClinicalPages::buildDemandes()
{
    m_demandes = new DemandeDesk(m_practice, m_session, m_patient.id, m_frame.openPdf, signature(),
                                 &m_frame.pages);
    m_frame.pages.addWidget(m_demandes->page());
    m_frame.tabs.add(demandesTab, tr("Demandes"));
    connect(m_demandes, &DemandeDesk::signedAs, this, [this] {
        m_signature.forget();
        Q_EMIT written();
    });
    connect(m_demandes, &DemandeDesk::changed, this, &ClinicalPages::dressPrimary);
}

void ClinicalPages::buildTreatments()
{
    using prescription::ui::TreatmentsPage;
    m_treatments = new TreatmentsPage(treatmentServices(m_practice, m_session, m_patient.id),
                                      m_practice.clock(), &m_frame.pages);
    m_frame.pages.addWidget(m_treatments);
    m_frame.tabs.add(treatmentsTab, tr("Traitements"));
    connect(m_treatments, &TreatmentsPage::changed, this, &ClinicalPages::written);
    connect(m_treatments, &TreatmentsPage::ordonnanceWanted, this, [this] {
        Q_EMIT pageRequested(ordonnanceTab);
        m_ordonnance->beginLine();
    });
}

void ClinicalPages::buildMeasures(WritingAids &aids)
{
    using record::ui::MeasuresPage;
    m_measures = new MeasuresPage(recordServices(m_practice, m_session, m_patient, aids),
                                  m_practice.clock(), &m_frame.pages);
    m_frame.pages.addWidget(m_measures);
    m_frame.tabs.add(measuresTab, tr("Mesures"));
    connect(m_measures, &MeasuresPage::changed, this, &ClinicalPages::written);
    connect(m_measures, &MeasuresPage::correctionWanted, this, [this](const record::Entry &note) {
        Q_EMIT pageRequested(consultationTab);
        m_consultation->page()->note()->correct(note);
    });
}

void ClinicalPages::buildResults()
{
    m_results = new labs::ui::ResultsPage(
        labServices(m_practice, m_session, m_frame.pages, m_patient.recordIds()), &m_frame.pages);
    m_frame.pages.addWidget(m_results);
    m_frame.tabs.add(resultsTab, tr("Résultats"));
    connect(m_results, &labs::ui::ResultsPage::changed, this, [this] {
        m_frame.tabs.setCount(resultsTab, m_results->count());
        Q_EMIT resultsChanged();
    });
    connect(m_results, &labs::ui::ResultsPage::inboxRequested, this,
            &ClinicalPages::resultsRequested);
}

void ClinicalPages::buildDocuments(DocumentTexts &texts)
{
    m_documents = new DocumentDesk(m_practice, m_session, m_patient.id, texts, &m_frame.pages);
    m_frame.pages.addWidget(m_documents->page());
    m_frame.tabs.add(documentsTab, tr("Documents"));
    connect(m_documents, &DocumentDesk::filed, this, &ClinicalPages::written);
    connect(m_consultation, &ConsultationDesk::fileWanted, this,
            [this](const record::Entry &entry) {
                if (entry.content.code.startsWith(record::ui::ordonnanceCode)) {
                    Q_EMIT pageRequested(ordonnanceTab);
                    return;
                }
                Q_EMIT pageRequested(documentsTab);
                if (const auto id = documents::documentOf(entry.content.code))
                    m_documents->page()->choose(*id);
            });
}

void ClinicalPages::buildPrevention()
{
    using prevention::ui::PreventionPage;
    m_prevention =
        new PreventionDesk(m_practice, m_session, m_patient, m_frame.openPdf, &m_frame.pages);
    m_frame.pages.addWidget(m_prevention->page());
    m_frame.tabs.add(preventionTab, tr("Prévention"));
    connect(m_prevention->page(), &PreventionPage::dueCountChanged, this, [this](int count) {
        m_frame.tabs.setCount(preventionTab, count < 0 ? std::nullopt : std::optional(count));
    });
}

void ClinicalPages::buildPersonalNotes()
{
    m_personal = new record::ui::PersonalNotePage(
        {[this] {
             return m_practice.personalNotes().of(m_patient.recordIds(), m_session.account().id);
         },
         [this](const record::PersonalNote &note) -> Result<record::PersonalNote> {
             AMBROISE_CHECK(require(m_session, access::Right::WriteClinical));
             return m_practice.personalNotes().save(note, m_session.actor());
         },
         sentenceOf},
        &m_frame.pages);
    m_frame.pages.addWidget(m_personal);
    m_frame.tabs.add(personalTab, tr("Notes perso."));
}

void ClinicalPages::buildLetters()
{
    m_letters = new LetterDesk(m_practice, m_session, m_patient.id, signature(), &m_frame.pages);
    m_frame.pages.addWidget(m_letters->page());
    m_frame.tabs.add(lettersTab, tr("Courriers"));
    connect(m_letters, &LetterDesk::signedAs, this, [this] {
        m_signature.forget();
        Q_EMIT written();
    });
    connect(m_letters, &LetterDesk::changed, this, &ClinicalPages::dressPrimary);
}

} // namespace ambroise::app
