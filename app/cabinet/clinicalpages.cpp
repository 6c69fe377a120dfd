// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinicalpages.h"

#include "labwiring.h"
#include "ordonnancecard.h"
#include "ordonnancestrip.h"
#include "recordwiring.h"
#include "signaturedialog.h"
#include "treatmentdesk.h"

#include <words/sentences.h>

#include <ambroise/drugs/ui/druginspector.h>
#include <ambroise/record/ui/notepage.h>

#include <QPointer>

namespace ambroise::app {

using uikit::Act;

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
    services.signByCard = [card](const QString &number, const QString &code) {
        return card->sign(number, code);
    };
    m_ordonnance = new prescription::ui::OrdonnancePage(std::move(services), m_drugs->inspector(),
                                                        &m_frame.pages);
    m_drugs->follow(*m_ordonnance, m_session.may(access::Right::Prescribe));
    connect(m_drugs, &OrdonnanceDrugs::failed, this, &ClinicalPages::problem);
    m_ordonnance->setDay(m_practice.clock().today());
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

void ClinicalPages::addActs()
{
    const auto show = [this] {
        Q_EMIT pageRequested(consultationTab);
    };
    m_consultation->addNoteActs(m_frame.actions, m_frame.bar, show);
    addOrdonnanceActs();
    if (m_letters)
        m_letters->addActs(m_frame.actions, m_frame.bar,
                           [this] { Q_EMIT pageRequested(lettersTab); });
    if (m_demandes)
        m_demandes->addActs(m_frame.actions, m_frame.bar,
                            [this] { Q_EMIT pageRequested(demandesTab); });
    m_consultation->addHistoryActs(m_frame.actions, m_frame.bar, show);
    m_documents->addActs(m_frame.actions, [this] { Q_EMIT pageRequested(documentsTab); });
    if (m_personal)
        m_frame.actions.letter(Act{u"record.personal"_qs, tr("Notes personnelles"), tr("Dossier")},
                               'P', [this] { Q_EMIT pageRequested(personalTab); });
    if (m_consultation->writes())
        m_consultation->addLineActs(m_frame.actions, show);
}

SignatureSource ClinicalPages::signature()
{
    return [this] {
        return m_signature.current();
    };
}

void ClinicalPages::signByHand()
{
    const bool signs = isInFront(m_ordonnance) || (m_demandes && isInFront(m_demandes->page())) ||
                       (m_letters && isInFront(m_letters->page()));
    if (!signs || !m_primary || !m_primary->isEnabled())
        return;
    const QPointer<ClinicalPages> self(this); // either may go first: the post locks
    const QPointer<SignatureDialog> dialog(
        new SignatureDialog(m_signature.proposed(), m_frame.pages.window()));
    const bool drawn = dialog->exec() == QDialog::Accepted && dialog;
    if (drawn && self) {
        m_signature.setForOne(dialog->signature());
        runPrimary();
    }
    delete dialog;
}

void ClinicalPages::addOrdonnanceActs()
{
    const QString group = tr("Ordonnance");
    m_frame.bar.addAct(m_frame.actions.letter(
        Act{u"record.ordonnance"_qs, tr("Ordonnance"), tr("Dossier")}, 'O', [this] {
            Q_EMIT pageRequested(ordonnanceTab);
            m_ordonnance->beginLine();
        }));
    m_frame.actions.letter(Act{u"ordonnance.sheet"_qs, tr("Voir la feuille"), group}, 'V',
                           [this] { m_ordonnance->openSheet(); });
    m_frame.actions.key(Act{u"record.treatments"_qs, tr("Traitements"), tr("Dossier")},
                        Qt::CTRL | Qt::Key_T, [this] { Q_EMIT pageRequested(treatmentsTab); });
    m_frame.actions.key(Act{u"ordonnance.print"_qs, tr("Imprimer"), group}, QKeySequence::Print,
                        [this] { m_ordonnance->printSheet(); });
    if (m_session.may(access::Right::Prescribe)) {
        m_frame.actions.letter(Act{u"ordonnance.card"_qs, tr("Signer par carte"), group}, 'K',
                               [this] { m_ordonnance->signByCard(); });
        m_frame.actions.key(
            Act{u"record.sign_by_hand"_qs, tr("Signer à la main, à l’écran"), tr("Dossier")},
            Qt::CTRL | Qt::Key_G, [this] { signByHand(); });
        m_frame.actions.key(Act{u"ordonnance.name"_qs, tr("DCI ou marque"), group},
                            Qt::CTRL | Qt::Key_D, [this] { m_ordonnance->changeName(); });
        m_frame.actions.key(
            Act{u"ordonnance.renew"_qs, tr("Renouveler la dernière ordonnance"), group},
            Qt::CTRL | Qt::Key_R, [this] {
                Q_EMIT pageRequested(ordonnanceTab);
                m_ordonnance->renewLast();
            });
    }
}

void ClinicalPages::followPrimary(QAction &primary)
{
    m_primary = &primary;
    connect(&m_frame.pages, &QStackedWidget::currentChanged, this, [this] {
        m_signature.forget(); // it was for the sheet that is left
        m_primary->setEnabled(!m_drugs->isSheetShown());
        m_primary->setToolTip({});
        // The results have acts of their own, on the same keys.
        if (QAction *import = m_frame.actions.action(u"document.import"_qs))
            import->setEnabled(!isInFront(m_results));
        if (QAction *demande = m_frame.actions.action(u"record.demande"_qs))
            demande->setEnabled(!isInFront(m_results));
        dressPrimary();
    });
}

//! The page's own words for it, where it is in front.
void ClinicalPages::dressPrimary()
{
    if (m_primary && isInFront(m_consultation->page()))
        m_consultation->dress(*m_primary);
    if (m_primary && m_demandes && isInFront(m_demandes->page()))
        m_demandes->dress(*m_primary);
    if (m_primary && m_letters && isInFront(m_letters->page()))
        m_letters->dress(*m_primary);
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

void ClinicalPages::runPrimary()
{
    if (isInFront(m_ordonnance))
        m_ordonnance->signAndPrint();
    else if (isInFront(m_consultation->page()))
        m_consultation->sign();
    else if (m_demandes && isInFront(m_demandes->page()))
        m_demandes->page()->signAndPrint();
    else if (m_letters && isInFront(m_letters->page()))
        m_letters->page()->signAndPrint();
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
