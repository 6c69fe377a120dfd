// SPDX-License-Identifier: GPL-3.0-or-later
#include "cabinetshell.h"

#include "feedbackwiring.h"
#include "insscan.h"
#include "labwiring.h"
#include "ordonnancedrugs.h"
#include "palettecommands.h"
#include "patientwiring.h"
#include "settingsview.h"
#include "statuswords.h"

#include <words/sentences.h>

#include <ambroise/access/ui/breakglasspage.h>
#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/drugs/ui/drugsearchpage.h>
#include <ambroise/labs/ui/inboxpage.h>
#include <ambroise/patient/ui/patientbanner.h>
#include <ambroise/patient/ui/patientsearchpage.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/keymap.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/shell/tabs.h>

#include <QStackedWidget>
#include <QVBoxLayout>

namespace ambroise::app {
namespace {

const QString dayPlace = QStringLiteral("day");
const QString patientsPlace = QStringLiteral("patients");
const QString resultsPlace = QStringLiteral("results");
const QString identitiesPlace = QStringLiteral("identities");
const QString feedbackPlace = QStringLiteral("feedback");
const QString settingsPlace = QStringLiteral("settings");
//! Changes that come closer together are shown at once: an import at another post makes thousands.
constexpr std::chrono::milliseconds changePause{150};

} // namespace

CabinetShell::CabinetShell(Practice &practice, access::Session session, const Post &post, Door door,
                           QWidget *parent)
    : Shell(practice, std::move(session), post, parent)
    , m_actions(this)
    , m_top(new uikit::TopBar(this))
    , m_rail(new uikit::Rail(this))
    , m_pages(new QStackedWidget(this))
    , m_status(new uikit::StatusBar(this))
    , m_message(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_records(m_practice, m_session, door.cards, m_top->tabs(), *m_pages)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    auto *work = new QVBoxLayout;
    work->setSpacing(0);
    m_message->hide();
    work->addWidget(m_message);
    work->addWidget(m_pages, 1);
    middle->addLayout(work, 1);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);
    buildPages(door);
    followRecords();
    bindKeys();
    buildPalette();
    connect(m_pages, &QStackedWidget::currentChanged, this, &CabinetShell::listenForScans);
    fillStatus(*m_status, m_practice, m_post);
    m_top->setUser(m_session.account().person.displayName());
    m_changed.setSingleShot(true);
    m_changed.setInterval(changePause);
    connect(&m_changed, &QTimer::timeout, this, &CabinetShell::showChanges);
    new uikit::KeyMapOverlay(window());
    go(m_session.may(access::Right::ReadAdministrative) ? patientsPlace : settingsPlace);
    listenForScans();
}

CabinetShell::~CabinetShell()
{
    m_pages->disconnect(this); // the records go before the other pages
}

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

//! What a doctor has to read; what waits for its patient is anybody's.
void CabinetShell::countResults()
{
    if (!m_results)
        return;
    const auto unseen = m_practice.labs().unseenCount();
    const auto waiting = m_practice.labs().waitingCount();
    if (unseen.ok() && waiting.ok())
        m_rail->setCount(resultsPlace,
                         (m_session.may(access::Right::Prescribe) ? *unseen : 0) + *waiting);
}

void CabinetShell::countWaiting()
{
    if (!m_agenda)
        return;
    if (const auto count = m_agenda->waitingCount(); count.ok())
        m_rail->setCount(dayPlace, *count);
}

void CabinetShell::bringCalled(const Result<PatientId> &called)
{
    countWaiting();
    if (called.ok())
        openRecord(*called);
    else
        say(called.error());
}

void CabinetShell::receiveCurrent()
{
    RecordView *record = currentRecord();
    if (!record || !record->patient())
        return;
    const patient::RecordIds ids = record->patient()->recordIds();
    const auto visit = m_agenda->arrive(ids);
    if (!visit.ok()) {
        say(visit.error());
        return;
    }
    go(dayPlace);
    if (*visit)
        m_agenda->page()->bring(**visit);
    else
        m_agenda->page()->propose(ids.record(), true);
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

void CabinetShell::bindKeys()
{
    const QString group = tr("Partout");
    uikit::Act palette{u"palette"_qs, tr("Patient ou action"), group};
    palette.inPalette = false;
    m_actions.key(palette, Qt::CTRL | Qt::Key_K, [this] { m_palette->openWith(); });
    m_actions.key(
        {u"session.lock"_qs, tr("Verrouiller, changer d’utilisateur"), group, u"lock-fill"_qs},
        Qt::CTRL | Qt::Key_L, [this] { Q_EMIT lockRequested(); });
    m_actions.key({u"record.close"_qs, tr("Fermer le dossier"), group}, Qt::CTRL | Qt::Key_W,
                  [this] { closeRecord(m_top->tabs().currentId()); });
    m_actions.key({u"record.next"_qs, tr("Dossier ouvert suivant"), group}, Qt::CTRL | Qt::Key_Tab,
                  [this] { m_top->tabs().selectNext(1); });
    if (m_agenda && m_agenda->receives()) {
        m_actions.key({u"visit.next"_qs, tr("Patient suivant"), group, u"chevron-down"_qs},
                      Qt::CTRL | Qt::Key_Down, [this] { bringCalled(m_agenda->callNext()); });
        m_actions.key({u"visit.previous"_qs, tr("Patient précédent"), group, u"chevron-up"_qs},
                      Qt::CTRL | Qt::Key_Up, [this] { bringCalled(m_agenda->callPrevious()); });
    }
    if (m_agenda && m_session.may(access::Right::WriteAdministrative))
        m_actions.key({u"visit.receive"_qs, tr("En salle d’attente"), group, u"clock"_qs},
                      Qt::CTRL | Qt::SHIFT | Qt::Key_A, [this] { receiveCurrent(); });
    if (m_drugs)
        m_actions.key({u"go.drugs"_qs, tr("Médicaments"), tr("Aller à"), u"capsule"_qs}, {},
                      [this] { showDrugs(); });
    if (m_session.may(access::Right::ReadJournal))
        m_actions.key(
            {u"settings.journal"_qs, tr("Journal des accès"), tr("Aller à"), u"journal-text"_qs},
            {}, [this] { showJournal(); });
    if (m_session.may(access::Right::WriteAdministrative))
        m_actions.key({u"patient.new"_qs, tr("Nouveau patient"), group, u"person-plus"_qs},
                      Qt::CTRL | Qt::Key_N, [this] { newPatient(); });
}

void CabinetShell::buildPalette()
{
    m_palette = new uikit::CommandPalette(this);
    if (m_session.may(access::Right::ReadAdministrative))
        m_palette->addSource(uikit::SourceKind::Patients, [this](const QString &typed) {
            return patientCommands(m_practice, typed, [this](PatientId id) { openRecord(id); });
        });
    if (m_drugs)
        m_palette->addSource(uikit::SourceKind::Others, [this](const QString &typed) {
            return drugCommands(m_practice, typed, [this](const QString &cis) { showDrugs(cis); });
        });
    m_palette->addSource(uikit::SourceKind::Actions, uikit::ActionMap::commandsOf(*this));
    connect(m_top, &uikit::TopBar::searchRequested, this, [this] { m_palette->openWith(); });
}

void CabinetShell::showDrugs(const QString &cis)
{
    m_message->hide();
    m_pages->setCurrentWidget(m_drugs);
    if (cis.isEmpty()) {
        m_drugs->begin();
        return;
    }
    m_drugs->open(cis);
    m_drugs->sheet()->setFocus(Qt::ShortcutFocusReason);
}

void CabinetShell::backToWork()
{
    if (m_search)
        showRecord(m_top->tabs().currentId());
}

void CabinetShell::go(const QString &place)
{
    m_message->hide();
    m_rail->setCurrent(place);
    if (place == settingsPlace) {
        m_pages->setCurrentWidget(m_settings);
        m_settings->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (place == dayPlace && m_agenda) {
        m_pages->setCurrentWidget(m_agenda->page());
        m_agenda->page()->begin();
        return;
    }
    if (place == resultsPlace && m_results) {
        m_pages->setCurrentWidget(m_results);
        m_results->begin();
        return;
    }
    if (place == identitiesPlace && m_identities) {
        m_identities->refresh();
        m_pages->setCurrentWidget(m_identities);
        m_identities->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (place == feedbackPlace && m_feedback) {
        m_pages->setCurrentWidget(m_feedback);
        m_feedback->refresh();
        return;
    }
    if (!m_search)
        return;
    m_pages->setCurrentWidget(m_search);
    m_search->begin();
}

void CabinetShell::followRecords()
{
    connect(&m_records, &OpenRecords::shown, this, [this](const QString &title) {
        m_message->hide();
        m_rail->setCurrent(patientsPlace);
        m_palette->setContext(tr("dossier ouvert : %1").arg(title));
    });
    connect(&m_records, &OpenRecords::emptied, this, [this] {
        m_palette->setContext({});
        go(patientsPlace);
    });
    connect(&m_records, &OpenRecords::openRequested, this, &CabinetShell::openRecord);
    connect(&m_records, &OpenRecords::created, this, &CabinetShell::openRecord);
    connect(&m_records, &OpenRecords::journalRequested, this, &CabinetShell::showJournalOf);
    connect(&m_records, &OpenRecords::breakGlassRequested, this, &CabinetShell::askToBreakGlass);
    connect(&m_records, &OpenRecords::consultationEnded, this, [this](PatientId id) {
        const auto ids = m_practice.patients().recordIds(id);
        const Status ended = !ids.ok()  ? Status(ids.error())
                             : m_agenda ? m_agenda->finish(*ids)
                                        : done();
        if (!ended.ok())
            say(ended.error());
    });
    connect(&m_records, &OpenRecords::resultsChanged, this, &CabinetShell::countResults);
    connect(&m_records, &OpenRecords::resultsRequested, this, [this] {
        go(resultsPlace);
        if (m_results)
            m_results->bringWaiting();
    });
    connect(&m_records, &OpenRecords::mergeRequested, this, [this](PatientId id) {
        m_records.keepDrafts(); // a merge looks for what is being typed
        if (const Status begun = m_duplicates->chooseOtherFor(id); !begun.ok())
            say(begun.error());
    });
}

void CabinetShell::showRecord(const QString &tab)
{
    if (!m_records.show(tab))
        go(patientsPlace);
}

void CabinetShell::closeRecord(const QString &tab)
{
    if (const Status closed = m_records.close(tab); !closed.ok())
        say(closed.error());
}

void CabinetShell::openRecord(PatientId id)
{
    if (const Status opened = m_records.open(id); !opened.ok())
        say(opened.error());
}

void CabinetShell::openIdentity(PatientId id)
{
    if (const Status opened = m_records.open(id); !opened.ok())
        say(opened.error()); // what is in front stays so
    else if (RecordView *record = currentRecord())
        record->showPage(u"identity"_qs);
}

void CabinetShell::newPatient()
{
    const auto left = m_practice.drafts().find(m_session.account().id, patientDraft, 0);
    if (m_records.isFillingNew() || !left.ok() || *left) { // what cannot be read is told there
        m_records.openNew();
        return;
    }
    m_message->hide();
    m_rail->setCurrent(patientsPlace);
    m_pages->setCurrentWidget(m_newPatient);
    m_newPatient->begin();
}

void CabinetShell::listenForScans()
{
    const QWidget *front = m_pages->currentWidget();
    const bool wanted =
        front && (front == m_search || front == m_newPatient || front == m_identities);
    if (!wanted) {
        m_wedge.reset();
    } else if (!m_wedge) {
        m_wedge = std::make_unique<codes::ui::WedgeFilter>(*window());
        connect(m_wedge.get(), &codes::ui::WedgeFilter::scanned, this, &CabinetShell::takeScan,
                Qt::QueuedConnection); // what it opens ends the listening
    }
}

void CabinetShell::takeScan(const QString &text)
{
    if (!isInsScan(text)) {
        if (RecordView *record = currentRecord(); record && record->identityPage())
            record->identityPage()->takeScan(text);
        else
            say({ErrorCode::Invalid, u"scan.not_a_patient"_qs, {}});
        return;
    }
    const auto scanned = findScanned(m_practice, text);
    if (!scanned.ok()) {
        say(scanned.error());
        return;
    }
    if (scanned->patient) {
        openRecord(*scanned->patient);
    } else if (m_session.may(access::Right::WriteAdministrative)) {
        patient::ui::PatientForm *form = m_records.openNew().form();
        if (form->isDirty()) {
            say({ErrorCode::Conflict, u"ins_code.form_in_use"_qs, {}});
            return;
        }
        form->propose(identity::ToldTraits::of(scanned->traits),
                      patient::ui::PatientForm::Teller::InsCode);
    }
    if (scanned->doubtful)
        say({ErrorCode::Invalid, u"ins_code.doubtful"_qs, {}});
}

void CabinetShell::askToBreakGlass(PatientId id)
{
    using Page = access::ui::BreakGlassPage;
    const auto patient = m_practice.patients().reload(id);
    if (!patient.ok()) {
        say(patient.error());
        return;
    }
    auto *banner = new patient::ui::PatientBanner(m_practice.clock());
    banner->showPatient(*patient);
    banner->showAllergies({patient::ui::BannerAllergies::State::Hidden});
    auto *page = new Page(
        banner,
        [this, id](const QString &reason) {
            return m_session.breakGlass(id, reason, m_practice.journal());
        },
        sentenceOf, m_pages);
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    page->setFocus();
    connect(page, &Page::opened, this, [this, id, page] {
        page->deleteLater();
        if (const Status opened = m_records.reopen(id); !opened.ok())
            say(opened.error());
    });
    connect(page, &Page::left, this, [this, id, page] {
        page->deleteLater();
        showRecord(id.toString());
    });
}

void CabinetShell::keepDrafts()
{
    m_records.keepDrafts();
}

void CabinetShell::showJournal()
{
    m_settings->showJournal();
    go(settingsPlace);
}

void CabinetShell::showJournalOf(PatientId patient, const QString &name)
{
    m_settings->showJournalOf(patient, name);
    go(settingsPlace);
}

void CabinetShell::say(const Error &error)
{
    m_message->setText(sentenceOf(error));
    m_message->show();
    m_message->announce();
}

void CabinetShell::followChange(const storage::Change &change)
{
    if (!m_changes.contains(change))
        m_changes << change;
    if (!m_changed.isActive())
        m_changed.start();
}

void CabinetShell::showChanges()
{
    m_records.follow(std::exchange(m_changes, {}));
    countWaiting();
    countResults();
    if (m_results)
        m_results->follow();
    if (m_agenda)
        m_agenda->page()->follow();
    if (m_search && m_pages->currentWidget() == m_search)
        m_search->refresh();
    else if (m_newPatient && m_pages->currentWidget() == m_newPatient)
        m_newPatient->refresh();
    else if (m_identities && m_pages->currentWidget() == m_identities)
        m_identities->follow();
}

void CabinetShell::resume()
{
    m_records.closeForbidden();
    if (RecordView *record = currentRecord())
        record->refresh();
    else if (m_agenda && m_pages->currentWidget() == m_agenda->page())
        m_agenda->page()->begin();
    else if (m_search && m_pages->currentWidget() == m_search)
        m_search->begin();
}

} // namespace ambroise::app
