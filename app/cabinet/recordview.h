// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "administrativedesk.h"
#include "clinicalpages.h"
#include "draftkinds.h"
#include "identitydesk.h"
#include "vitaleline.h"

#include <ambroise/patient/ui/patientbanner.h>
#include <ambroise/uikit/message.h>

#include <QWidget>

#include <array>
#include <functional>

namespace ambroise::app {

//! One open record: banner, pages, action bar. What the session may not see is not built.
class RecordView final : public QWidget {
    Q_OBJECT
public:
    //! How the post reaches what is outside of the practice.
    struct Reach {
        InsiSource insi;
        VitaleSource vitale;
        WritingAids &aids;
        DocumentTexts &texts;
        CardDesk &cards;
    };
    //! The reading is journaled by who opens; no patient: a record is being created. References
    //! and the services that `reach` gives outlive the view.
    RecordView(Practice &practice, const access::Session &session, const Reach &reach,
               const std::optional<patient::Patient> &patient, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const { return m_title; } //!< "VASSEUR MADELEINE"
    //! Whether the session may still see what is shown: bris de glace ends with it.
    [[nodiscard]] bool isAllowed() const;
    //! Reads everything again: another post, or another person at this one, may have written.
    void refresh();
    //! Puts into the journal of drafts at once what waits for a pause in the typing: before the
    //! view goes, or its person.
    Status keepDrafts();
    void showPage(const QString &id);
    void showEntry(record::EntryId entry); //!< for who reads what is clinical
    //! The card in the reader of cartes Vitale, for the page in front.
    void readVitale() { m_vitale->read(); }
    //! Nothing: a record is being created.
    [[nodiscard]] const std::optional<patient::Patient> &patient() const { return m_patient; }
    // Null: the session may not see them.
    [[nodiscard]] prescription::ui::OrdonnancePage *ordonnancePage() const
    {
        return m_clinical ? m_clinical->ordonnancePage() : nullptr;
    }
    [[nodiscard]] labs::ui::ResultsPage *resultsPage() const
    {
        return m_clinical ? m_clinical->resultsPage() : nullptr;
    }
    [[nodiscard]] PreventionDesk *prevention() const
    {
        return m_clinical ? m_clinical->prevention() : nullptr;
    }
    [[nodiscard]] patient::ui::PatientForm *form() const { return m_form; }
    //! Null: a record is being created.
    [[nodiscard]] identity::ui::IdentityPage *identityPage() const
    {
        return m_identity ? m_identity->page() : nullptr;
    }

Q_SIGNALS:
    void titleChanged(const QString &title);
    void created(ambroise::PatientId id);
    void openRequested(ambroise::PatientId id);
    void breakGlassRequested(ambroise::PatientId id);
    void journalRequested(ambroise::PatientId id);  //!< who saw this record
    void mergeRequested(ambroise::PatientId id);    //!< with another one, to be chosen
    void consultationEnded(ambroise::PatientId id); //!< its note was signed
    void resultsChanged();
    void resultsRequested(); //!< those whose patient is to be chosen

private:
    void buildClinical(const Reach &reach);
    void buildForm();
    void buildIdentity(const InsiSource &insi);
    void takeFromCard(const identity::VitaleBeneficiary &beneficiary);
    void confirmApcv(const identity::InsiPerson &person);
    void bindKeys();
    void afterSigning(bool correction);
    Status reload();
    Status showBanner();
    Status showFacts(const QStringList &clinical);
    Result<patient::Patient> savePatient(const patient::PatientDetails &details, qint64 version);
    void restoreDrafts();
    void restoreDraft(const QString &kind, const std::function<void(const QString &body)> &restore);
    void tell(const Error &error);
    void tellMerged();
    void tellUnread(const std::array<Status, 2> &readings);
    Status openPdf(const QByteArray &pdf, const Printing &printing = {});

    Practice &m_practice;
    const access::Session &m_session;
    std::optional<patient::Patient> m_patient;
    QString m_title;
    uikit::ActionMap m_actions;
    patient::ui::PatientBanner *m_banner;
    patient::ui::BannerAllergies m_allergies; //!< as they were read last
    uikit::RecordTabs *m_tabs;
    uikit::MessageLine *m_problem;
    VitaleLine *m_vitale;
    bool m_unread = false; //!< what is shown could not be read again; the line tells it
    QStackedWidget *m_pages;
    ClinicalPages *m_clinical = nullptr; //!< for who reads what is clinical
    IdentityDesk *m_identity = nullptr;
    AdministrativeDesk *m_administrative = nullptr;
    patient::ui::PatientForm *m_form = nullptr; //!< of that
    uikit::Toast *m_toast;
    uikit::ActionBar *m_bar;
    uikit::Button *m_journalButton = nullptr; //!< on the administrative page
    uikit::Button *m_aroundButton = nullptr;  //!< on the administrative page
    uikit::Button *m_mergeButton = nullptr;   //!< on the identity page
    QAction *m_vitaleAct = nullptr;           //!< on the identity page and in the creation
};

} // namespace ambroise::app
