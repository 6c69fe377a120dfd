// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendadesk.h"
#include "duplicatesdesk.h"
#include "openrecords.h"
#include "practicesearchdesk.h"
#include "preventionlistdesk.h"
#include "shell.h"
#include "verificationround.h"

#include <ambroise/codes/ui/wedgefilter.h>
#include <ambroise/patient/patient.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/palette/commandpalette.h>
#include <ambroise/uikit/shell/rail.h>
#include <ambroise/uikit/shell/statusbar.h>
#include <ambroise/uikit/shell/topbar.h>
#include <ambroise/uikit/shortcuts.h>

#include <QTimer>

namespace ambroise::drugs::ui {
class DrugSearchPage;
}
namespace ambroise::prescription::ui {
class FeedbackPage;
}

namespace ambroise::labs::ui {
class InboxPage;
}
namespace ambroise::patient::ui {
class IdentitiesPage;
class NewPatientPage;
class PatientSearchPage;
} // namespace ambroise::patient::ui

namespace ambroise::app {

class SettingsView;

//! The window of the practice: bar, rail, pages, palette, foot.
class CabinetShell final : public Shell {
    Q_OBJECT
public:
    CabinetShell(Practice &practice, access::Session session, const Post &post, Door door,
                 QWidget *parent);
    ~CabinetShell() override;

    void resume() override;
    void keepDrafts() override;
    void followChange(const storage::Change &change) override;
    //! Opens a record, or brings it to the front; the reading is journaled. What fails is told.
    void openRecord(PatientId id);
    //! The same, on the page of the identity.
    void openIdentity(PatientId id);
    //! To the form that is being filled in, or that was left so; else to the search before it.
    void newPatient();
    //! From a scanner: a Datamatrix INS opens its record, or proposes a new one; what else is
    //! scanned goes to the page of the identity, where it is in front.
    void takeScan(const QString &text);
    [[nodiscard]] RecordView *currentRecord() const { return m_records.current(); }
    [[nodiscard]] uikit::CommandPalette *palette() const { return m_palette; }

private:
    void buildPages(Door door);
    void buildAgenda();
    void buildResults();
    void buildFeedback();
    void countResults();
    void buildNewPatient();
    void buildIdentities();
    void buildDuplicates();
    void buildPrevention();
    void buildPracticeSearch();
    void followRecords();
    void buildPalette();
    void bindKeys();
    void go(const QString &place);
    void showRecord(const QString &tab);
    void closeRecord(const QString &tab);
    void askToBreakGlass(PatientId id);
    //! Who is called, from the agenda, to the front; or why nobody is.
    void bringCalled(const Result<PatientId> &called);
    void countWaiting();
    //! The patient of the record in front is there.
    void receiveCurrent();
    //! Drugs outside of any record; with that one's sheet where it is named.
    void showDrugs(const QString &cis = {});
    void backToWork();
    //! Who saw or changed what: everything, or one patient's record.
    void showJournal();
    void showJournalOf(PatientId patient, const QString &name);
    void say(const Error &error);
    //! On the pages where patients are looked for alone: listening delays letters that are keys.
    void listenForScans();
    void showChanges();

    uikit::ActionMap m_actions;
    uikit::TopBar *m_top;
    uikit::Rail *m_rail;
    QStackedWidget *m_pages;
    uikit::StatusBar *m_status;
    uikit::CommandPalette *m_palette = nullptr;
    patient::ui::PatientSearchPage *m_search = nullptr;
    patient::ui::NewPatientPage *m_newPatient = nullptr;  //!< for who may create one
    patient::ui::IdentitiesPage *m_identities = nullptr;  //!< for who may change one
    prescription::ui::FeedbackPage *m_feedback = nullptr; //!< for who prescribes
    labs::ui::InboxPage *m_results = nullptr;             //!< for who may read results
    SettingsView *m_settings = nullptr;
    drugs::ui::DrugSearchPage *m_drugs = nullptr; //!< for who prescribes or dispenses
    uikit::MessageLine *m_message;
    std::unique_ptr<codes::ui::WedgeFilter> m_wedge;
    AgendaDesk *m_agenda = nullptr;                 //!< for who may read who is expected
    DuplicatesDesk *m_duplicates = nullptr;         //!< with m_identities
    PreventionListDesk *m_prevention = nullptr;     //!< for who reads what is clinical
    PracticeSearchDesk *m_practiceSearch = nullptr; //!< the same
    OpenRecords m_records;
    std::unique_ptr<VerificationRound> m_round; //!< with m_identities; asks what the records hold
    QList<storage::Change> m_changes;           //!< not shown yet
    QTimer m_changed;
};

} // namespace ambroise::app
