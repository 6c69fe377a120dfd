// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carddesk.h"
#include "consultationdesk.h"
#include "demandedesk.h"
#include "documentdesk.h"
#include "letterdesk.h"
#include "ordonnancedrugs.h"
#include "ordonnancewiring.h"
#include "preventiondesk.h"
#include "sheetsignature.h"

#include <ambroise/labs/ui/resultspage.h>
#include <ambroise/prescription/ui/treatmentspage.h>
#include <ambroise/record/ui/measurespage.h>
#include <ambroise/record/ui/personalnotepage.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shell/recordtabs.h>
#include <ambroise/uikit/shortcuts.h>

#include <QStackedWidget>

namespace ambroise::app {

//! What holds a record on the screen, and lends it to its pages. All of it outlives them.
struct RecordFrame {
    uikit::RecordTabs &tabs;
    QStackedWidget &pages;
    uikit::ActionMap &actions;
    uikit::ActionBar &bar;
    OpenPdf openPdf;
    CardDesk &cards;
};

//! The pages of a record that only who may read what is clinical has: consultation, ordonnances,
//! measures, results, documents, prevention; the letters only who may write.
class ClinicalPages final : public QObject {
    Q_OBJECT
public:
    static const QString consultationTab; //!< the first page
    static const QString ordonnanceTab;
    static const QString demandesTab; //!< for who prescribes
    static const QString treatmentsTab;
    static const QString measuresTab;
    static const QString resultsTab;
    static const QString documentsTab;
    static const QString preventionTab;
    static const QString lettersTab;
    static const QString personalTab; //!< for who writes

    //! References outlive it; the pages are those of the frame.
    ClinicalPages(Practice &practice, const access::Session &session,
                  const patient::Patient &patient, WritingAids &aids, DocumentTexts &texts,
                  RecordFrame frame, QObject *parent);

    //! The acts of the pages, from whichever page of the record; before the primary act is.
    void addActs();
    //! From then on the primary act is called as the page in front wants it.
    void followPrimary(QAction &primary);
    //! Brings the page of that tab to the front; false: it is none of these.
    bool show(const QString &tab);
    //! What the primary act does on the page in front.
    void runPrimary();
    void refresh(const patient::Patient &patient);
    void showOverview(const record::Overview &overview, const patient::Patient &patient);
    void showUnreadable() { m_consultation->page()->showUnreadable(); }
    void showEntry(record::EntryId entry) { m_consultation->page()->showEntry(entry); }
    Status keepDrafts();

    [[nodiscard]] prescription::ui::OrdonnancePage *ordonnancePage() const { return m_ordonnance; }
    [[nodiscard]] labs::ui::ResultsPage *resultsPage() const { return m_results; }
    [[nodiscard]] PreventionDesk *prevention() const { return m_prevention; }

Q_SIGNALS:
    void pageRequested(const QString &tab);
    void written(); //!< what is shown of the record is to be read again
    void problem(const ambroise::Error &error);
    void noteSigned(bool correction);
    void resultsChanged();
    void resultsRequested(); //!< those whose patient is to be chosen

private:
    void buildConsultation(WritingAids &aids);
    void buildOrdonnance();
    void buildDemandes();
    void buildTreatments();
    void buildMeasures(WritingAids &aids);
    void buildResults();
    void buildDocuments(DocumentTexts &texts);
    void buildPrevention();
    void buildLetters();
    void buildPersonalNotes();
    void addOrdonnanceActs();
    [[nodiscard]] SignatureSource signature();
    void signByHand();
    void countOrdonnances();
    void dressPrimary();
    [[nodiscard]] bool isInFront(const QWidget *page) const
    {
        return m_frame.pages.currentWidget() == page;
    }

    Practice &m_practice;
    const access::Session &m_session;
    patient::Patient m_patient;
    RecordFrame m_frame;
    SheetSignature m_signature;
    QAction *m_primary = nullptr;
    ConsultationDesk *m_consultation = nullptr;
    OrdonnanceDrugs *m_drugs = nullptr;
    prescription::ui::OrdonnancePage *m_ordonnance = nullptr;
    DemandeDesk *m_demandes = nullptr; //!< null: nothing is prescribed
    prescription::ui::TreatmentsPage *m_treatments = nullptr;
    record::ui::MeasuresPage *m_measures = nullptr;
    labs::ui::ResultsPage *m_results = nullptr;
    DocumentDesk *m_documents = nullptr;
    PreventionDesk *m_prevention = nullptr;
    LetterDesk *m_letters = nullptr;                    //!< null: nothing is written
    record::ui::PersonalNotePage *m_personal = nullptr; //!< null: the session only reads
};

} // namespace ambroise::app
