// SPDX-License-Identifier: GPL-3.0-or-later
#include "cabinetshell.h"

#include "cabinetplaces.h"
#include "palettecommands.h"
#include "settingsview.h"
#include "statuswords.h"

#include <words/sentences.h>

#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/drugs/ui/drugsearchpage.h>
#include <ambroise/labs/ui/inboxpage.h>
#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/patient/ui/newpatientpage.h>
#include <ambroise/patient/ui/patientsearchpage.h>
#include <ambroise/prescription/ui/feedbackpage.h>
#include <ambroise/uikit/keymap.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/shell/tabs.h>

#include <QStackedWidget>
#include <QVBoxLayout>

namespace ambroise::app {
namespace {

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
