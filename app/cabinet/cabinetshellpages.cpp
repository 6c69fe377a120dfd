// SPDX-License-Identifier: GPL-3.0-or-later
#include "cabinetshell.h"

#include "cabinetplaces.h"
#include "feedbackwiring.h"
#include "labwiring.h"
#include "ordonnancedrugs.h"
#include "patientwiring.h"
#include "settingsview.h"
#include "statuswords.h"

#include <words/sentences.h>

#include <ambroise/drugs/ui/drugsearchpage.h>
#include <ambroise/labs/ui/inboxpage.h>
#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/patient/ui/newpatientpage.h>
#include <ambroise/patient/ui/patientsearchpage.h>
#include <ambroise/prescription/ui/feedbackpage.h>
#include <ambroise/uikit/shell/tabs.h>

#include <QStackedWidget>

// Which pages the window has, for whom, and where they lead.
namespace ambroise::app {

void CabinetShell::buildPages(Door door)
{
    if (m_session.may(access::Right::ReadAdministrative)) {
        buildAgenda();
        QAction *patients = m_rail->addItem(patientsPlace, u"people", tr("Patients"));
        m_actions.add({u"go.patients"_qs, tr("Patients"), tr("Aller à")}, patients,
                      Qt::ALT | Qt::Key_2);
        m_search = new patient::ui::PatientSearchPage(searchServices(m_practice, m_session),
                                                      m_practice.clock(), m_pages);
        m_search->setMayCreate(m_session.may(access::Right::WriteAdministrative));
        m_pages->addWidget(m_search);
        connect(m_search, &patient::ui::PatientSearchPage::openRequested, this,
                &CabinetShell::openRecord);
        connect(m_search, &patient::ui::PatientSearchPage::createRequested, this,
                &CabinetShell::newPatient);
    }
    if (m_session.may(access::Right::ReadClinical))
        buildResults();
    if (m_session.may(access::Right::WriteAdministrative)) {
        buildNewPatient();
        buildIdentities();
        buildDuplicates();
    }
    if (m_session.may(access::Right::ReadClinical)) {
        buildPrevention();
        buildPracticeSearch();
    }
    if (m_session.may(access::Right::Prescribe))
        buildFeedback();
    QAction *settings = m_rail->addFootItem(settingsPlace, u"gear", tr("Réglages"));
    m_actions.add({u"go.settings"_qs, tr("Réglages"), tr("Aller à")}, settings,
                  Qt::ALT | Qt::Key_7);
    m_settings = new SettingsView(m_practice, m_session, m_post, door, m_pages);
    m_pages->addWidget(m_settings);
    connect(m_settings, &SettingsView::backRequested, this, &CabinetShell::backToWork);
    if (m_session.may(access::Right::Prescribe) || m_session.may(access::Right::Dispense)) {
        m_drugs = new drugs::ui::DrugSearchPage(drugServices(m_practice), m_pages);
        m_pages->addWidget(m_drugs);
        connect(m_drugs, &drugs::ui::DrugSearchPage::backRequested, this,
                &CabinetShell::backToWork);
    }
    connect(m_settings, &SettingsView::preferencesChanged, this, &Shell::preferencesChanged);
    connect(m_settings, &SettingsView::practiceRenamed, this, &Shell::practiceRenamed);
    connect(m_settings, &SettingsView::postChanged, this, &Shell::postChanged);
    connect(m_settings, &SettingsView::referentialsChanged, this, [this] {
        fillStatus(*m_status, m_practice, m_post);
        m_records.reloadAids();
    });
    connect(m_rail, &uikit::Rail::activated, this, &CabinetShell::go);
    connect(m_top, &uikit::TopBar::lockRequested, this, &Shell::lockRequested);
    connect(&m_top->tabs(), &uikit::OpenTabs::selected, this, &CabinetShell::showRecord);
    connect(&m_top->tabs(), &uikit::OpenTabs::closeRequested, this, &CabinetShell::closeRecord);
}

void CabinetShell::buildAgenda()
{
    using Page = agenda::ui::DayPage;
    QAction *day = m_rail->addItem(dayPlace, u"calendar3", tr("Journée"));
    m_actions.add({u"go.day"_qs, tr("Journée"), tr("Aller à")}, day, Qt::ALT | Qt::Key_1);
    m_agenda = new AgendaDesk(m_practice, m_session, *m_pages, this);
    connect(m_agenda->page(), &Page::openRequested, this, &CabinetShell::openRecord);
    connect(m_agenda->page(), &Page::identityRequested, this, &CabinetShell::openIdentity);
    connect(m_agenda->page(), &Page::labelRequested, this, [this](PatientId id) {
        openIdentity(id);
        if (RecordView *record = currentRecord(); record && record->identityPage())
            record->identityPage()->printLabel();
    });
    countWaiting();
}

void CabinetShell::buildResults()
{
    using Page = labs::ui::InboxPage;
    QAction *results = m_rail->addItem(resultsPlace, u"clipboard2-pulse", tr("Résultats"));
    m_actions.add({u"go.results"_qs, tr("Résultats"), tr("Aller à")}, results, Qt::ALT | Qt::Key_5);
    m_results = new Page(labServices(m_practice, m_session, *this), m_pages);
    m_pages->addWidget(m_results);
    connect(m_results, &Page::changed, this, &CabinetShell::countResults);
    connect(m_results, &Page::openRequested, this, [this](PatientId id, labs::LabReportId report) {
        openRecord(id);
        RecordView *record = currentRecord();
        if (!record || !record->resultsPage() || !record->patient() || record->patient()->id != id)
            return;
        record->showPage(u"results"_qs);
        record->resultsPage()->bring(report);
    });
    countResults();
}

void CabinetShell::buildFeedback()
{
    QAction *feedback = m_rail->addItem(feedbackPlace, u"bar-chart", tr("Bilans"));
    m_actions.add({u"go.feedback"_qs, tr("Bilans"), tr("Aller à")}, feedback, Qt::ALT | Qt::Key_6);
    m_feedback = new prescription::ui::FeedbackPage(feedbackServices(m_practice, m_session, *this),
                                                    m_practice.clock(), m_pages);
    m_pages->addWidget(m_feedback);
}

void CabinetShell::buildNewPatient()
{
    using Page = patient::ui::NewPatientPage;
    m_newPatient = new Page(newPatientServices(m_practice), m_practice.clock(), m_pages);
    m_pages->addWidget(m_newPatient);
    connect(m_newPatient, &Page::openRequested, this, &CabinetShell::openRecord);
    connect(m_newPatient, &Page::left, this, &CabinetShell::backToWork);
    connect(m_newPatient, &Page::createRequested, this, [this](const patient::SoughtPerson &typed) {
        m_records.openNew().form()->begin(typed);
    });
    auto *actions = new uikit::ActionMap(m_newPatient);
    actions->key({u"patient.vitale"_qs, tr("Carte Vitale"), tr("Nouveau patient"),
                  u"credit-card-2-front"_qs},
                 Qt::Key_F6, [this] { m_records.openNew().readVitale(); });
}

void CabinetShell::buildIdentities()
{
    QAction *identities = m_rail->addItem(identitiesPlace, u"person-check", tr("Identités"));
    m_actions.add({u"go.identities"_qs, tr("Identités"), tr("Aller à")}, identities,
                  Qt::ALT | Qt::Key_4);
    patient::ui::IdentitiesPage::Services services = identitiesServices(m_practice);
    services.findDuplicates = [this](int limit) {
        return m_duplicates->find(limit);
    };
    m_round = std::make_unique<VerificationRound>(m_practice, m_session, m_records.insi());
    services.verification.run = [this](patient::IdentityQueue queue) {
        return m_round->run(queue);
    };
    services.verification.stop = [this] {
        m_round->stop();
    };
    services.verification.explain = sentenceOf;
    m_identities = new patient::ui::IdentitiesPage(services, m_practice.clock(), m_pages);
    m_pages->addWidget(m_identities);
    auto *actions = new uikit::ActionMap(m_identities);
    actions->key({u"identities.verify"_qs, tr("Vérifier auprès d’INSi"), tr("Identités")},
                 Qt::Key_F5, [this] { m_identities->verify(); });
    uikit::Act confirm{u"identities.confirm"_qs, tr("Vérifier"), tr("Identités")};
    confirm.inPalette = false;
    actions->key(confirm, Qt::CTRL | Qt::Key_Return,
                 [this] { m_identities->confirmVerification(); });
    m_records.askCodesBy([this](const auto &answer) {
        if (m_identities->isVisible())
            m_identities->askCode(answer);
        return m_identities->isVisible();
    });
    connect(m_identities, &patient::ui::IdentitiesPage::openRequested, this,
            &CabinetShell::openIdentity);
}

void CabinetShell::buildDuplicates()
{
    m_duplicates = new DuplicatesDesk(m_practice, m_session, *m_pages, this);
    connect(m_identities, &patient::ui::IdentitiesPage::compareRequested, m_duplicates,
            &DuplicatesDesk::compare);
    connect(m_duplicates, &DuplicatesDesk::left, this, [this](PatientId from) {
        if (from.isStored())
            openRecord(from);
        else
            go(identitiesPlace);
    });
    connect(m_duplicates, &DuplicatesDesk::openRequested, this, &CabinetShell::openRecord);
    connect(m_duplicates, &DuplicatesDesk::merged, this,
            [this](PatientId kept, PatientId absorbed) {
                (void)m_records.close(
                    absorbed.toString()); // its drafts were looked for before the merge
                openIdentity(kept);
            });
}

void CabinetShell::buildPrevention()
{
    using Page = prevention::ui::PreventionListPage;
    m_prevention = new PreventionListDesk(m_practice, m_session, *m_pages, this);
    m_actions.key({u"go.prevention"_qs, tr("Prévention"), tr("Aller à"), u"shield-check"_qs}, {},
                  [this] {
                      m_message->hide();
                      m_prevention->bring();
                  });
    connect(m_prevention->page(), &Page::openRequested, this, [this](PatientId id) {
        openRecord(id);
        if (RecordView *record = currentRecord())
            record->showPage(u"prevention"_qs);
    });
}

void CabinetShell::buildPracticeSearch()
{
    m_practiceSearch = new PracticeSearchDesk(m_practice, m_session, *m_pages, this);
    m_actions.key({u"go.search"_qs, tr("Chercher dans les dossiers"), tr("Aller à"), u"search"_qs},
                  Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] {
                      m_message->hide();
                      m_practiceSearch->bring();
                  });
    connect(m_practiceSearch->page(), &record::ui::PracticeSearchPage::openRequested, this,
            [this](PatientId id, record::EntryId entry) {
                openRecord(id);
                if (RecordView *record = currentRecord())
                    record->showEntry(entry);
            });
}

} // namespace ambroise::app
