// SPDX-License-Identifier: GPL-3.0-or-later
#include "cabinetshell.h"

#include "cabinetplaces.h"
#include "insscan.h"

#include <words/sentences.h>

#include <ambroise/access/ui/breakglasspage.h>
#include <ambroise/labs/ui/inboxpage.h>
#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/patient/ui/newpatientpage.h>
#include <ambroise/patient/ui/patientbanner.h>
#include <ambroise/patient/ui/patientsearchpage.h>
#include <ambroise/uikit/shell/tabs.h>

#include <QStackedWidget>

// How records come to the front of the window: opened, called, scanned, by breaking the glass.
namespace ambroise::app {

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

} // namespace ambroise::app
