// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practicefolder.h"

#include <ambroise/access/delegation.h>
#include <ambroise/access/draftjournal.h>
#include <ambroise/access/practiceprofile.h>
#include <ambroise/access/preferences.h>
#include <ambroise/access/session.h>
#include <ambroise/access/sharedkeyring.h>
#include <ambroise/access/signatures.h>
#include <ambroise/access/signin.h>
#include <ambroise/agenda/repository.h>
#include <ambroise/dispensing/scan.h>
#include <ambroise/documents/letterrepository.h>
#include <ambroise/documents/lettertemplates.h>
#include <ambroise/drugs/drugrepository.h>
#include <ambroise/identity/birthplaces.h>
#include <ambroise/identity/documentkinds.h>
#include <ambroise/labs/recheck.h>
#include <ambroise/labs/repository.h>
#include <ambroise/patient/administrative.h>
#include <ambroise/patient/merges.h>
#include <ambroise/patient/repository.h>
#include <ambroise/prescription/alertlog.h>
#include <ambroise/prescription/alertsettings.h>
#include <ambroise/prescription/cardsignatures.h>
#include <ambroise/prescription/demanderepository.h>
#include <ambroise/prescription/habits.h>
#include <ambroise/prescription/linereader.h>
#include <ambroise/prescription/protocols.h>
#include <ambroise/prescription/repository.h>
#include <ambroise/prevention/repository.h>
#include <ambroise/record/cim10.h>
#include <ambroise/record/growthreferences.h>
#include <ambroise/record/noterepository.h>
#include <ambroise/record/notetemplate.h>
#include <ambroise/record/personalnotes.h>
#include <ambroise/storage/database.h>
#include <ambroise/storage/schema.h>
#include <ambroise/storage/vault.h>

namespace ambroise::app {

//! Everything that has tables, in the order in which the tables are made.
[[nodiscard]] QList<storage::Schema> allSchemas();

//! An open practice: its data, decrypted, and the services over them, all for the thread that
//! opened it.
class Practice {
public:
    //! Opens with the practice's key, migrating older data first. Errors: those of
    //! PracticeFolder::describe, Database, Migrator and SharedKeyring; Corrupt "practice.server"
    //! where the sealed connection cannot be read.
    static Result<std::unique_ptr<Practice>>
    open(const PracticeFolder &folder, const crypto::SecretBytes &key, const Clock &clock);

    //! Where the data are, for a connection of another thread.
    [[nodiscard]] const storage::Database &database() const { return m_database; }
    [[nodiscard]] const PracticeFolder &folder() const { return m_folder; }
    [[nodiscard]] const crypto::SecretBytes &key() const { return m_key; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] int schemaSteps() const { return m_schemaSteps; }
    [[nodiscard]] const QByteArray &id() const { return m_id; }
    //! Invented people only: test identities have a place here, and nowhere else.
    [[nodiscard]] bool isDemonstration() const;

    storage::Connection &connection() { return *m_connection; }
    storage::Vault &vault() { return *m_vault; }
    audit::Journal &journal() { return m_journal; }
    access::AccountRepository &accounts() { return m_accounts; }
    access::DelegationRepository &delegations() { return m_delegations; }
    access::SharedKeyring &keyring() { return m_keyring; }
    access::PracticeProfileRepository &profile() { return m_profile; }
    access::PreferencesRepository &preferences() { return m_preferences; }
    access::SignatureRepository &signatures() { return m_signatures; }
    access::DraftJournal &drafts() { return m_drafts; }
    identity::Birthplaces &birthplaces() { return m_birthplaces; }
    identity::DocumentKinds &documentKinds() { return m_documentKinds; }
    patient::PatientRepository &patients() { return m_patients; }
    patient::MergeRepository &merges() { return m_merges; }
    patient::CorrespondentRepository &correspondents() { return m_correspondents; }
    patient::AdministrativeRepository &administrative() { return m_administrative; }
    record::RecordRepository &records() { return m_records; }
    documents::DocumentRepository &documents() { return m_documents; }
    documents::LetterRepository &letters() { return m_letters; }
    documents::LetterTemplates &letterTemplates() { return m_letterTemplates; }
    record::NoteRepository &notes() { return m_notes; }
    record::PersonalNotes &personalNotes() { return m_personalNotes; }
    record::Cim10 &cim10() { return m_cim10; }
    record::GrowthReferences &growthReferences() { return m_growthReferences; }
    record::NoteTemplates &noteTemplates() { return m_noteTemplates; }
    agenda::AppointmentRepository &appointments() { return m_appointments; }
    prevention::PreventionRepository &prevention() { return m_prevention; }
    labs::LabRepository &labs() { return m_labs; }
    labs::RecheckRepository &rechecks() { return m_rechecks; }
    drugs::DrugRepository &drugs() { return m_drugs; }
    //! What treatments are checked with.
    prescription::OpenDrugKnowledge &drugKnowledge() { return m_drugKnowledge; }
    //! The lines that are checked with it.
    prescription::LineReader &lineReader() { return m_lineReader; }
    prescription::CertificateRepository &certificates() { return m_certificates; }
    prescription::AlertLog &alerts() { return m_alerts; }
    prescription::AlertSettingsRepository &alertSettings() { return m_alertSettings; }
    prescription::CardSignatureRepository &cardSignatures() { return m_cardSignatures; }
    prescription::DemandeRepository &demandes() { return m_demandes; }
    prescription::HabitRepository &habits() { return m_habits; }
    prescription::ProtocolRepository &protocols() { return m_protocols; }
    prescription::OrdonnanceRepository &ordonnances() { return m_ordonnances; }
    dispensing::DispensationRepository &dispensations() { return m_dispensations; }
    dispensing::OrdonnanceScanner &scanner() { return m_scanner; }

    //! Whether somebody whose key opened this practice may come in. Errors: NotFound
    //! "account.unknown", Denied "account.inactive"; Denied "keyring.renewed", once, where what
    //! opened it had been changed from another post: it is to be tried again.
    Result<access::Account> admit(const access::Login &login);
    //! The session of somebody whom admit() lets in; journaled `as` SignIn or Unlock.
    Result<access::Session> signIn(const access::Login &login, const QString &post,
                                   audit::Action as = audit::Action::SignIn);
    //! What the practice prints of itself; its name also where it is read before anybody signs in.
    //! Errors: those of PracticeProfileRepository::put.
    Status changeProfile(const access::PracticeProfile &profile, const audit::Actor &actor);
    //! Rewrites the list of people shown before signing in. What was done stands where that fails:
    //! the log tells, and a login can be typed.
    void refreshFaces();
    //! Takes over what another post changed of who may sign in.
    Status followStaff();

private:
    Practice(PracticeFolder folder, crypto::SecretBytes key, QByteArray id,
             storage::Database database, std::unique_ptr<storage::Connection> connection,
             int schemaSteps, const Clock &clock);

    PracticeFolder m_folder;
    crypto::SecretBytes m_key;
    crypto::SecretBytes m_auditKey;
    crypto::SecretBytes m_sealingKey;
    //! What somebody's key was tried with, where it turned out to be an old one.
    std::optional<crypto::Keyring> m_outdated;
    QByteArray m_id;
    storage::Database m_database;
    std::unique_ptr<storage::Connection> m_connection;
    int m_schemaSteps;
    const Clock &m_clock;

    std::unique_ptr<storage::Vault> m_vault;
    audit::Journal m_journal;
    access::AccountRepository m_accounts;
    access::DelegationRepository m_delegations;
    access::SharedKeyring m_keyring;
    access::PracticeProfileRepository m_profile;
    access::PreferencesRepository m_preferences;
    access::SignatureRepository m_signatures;
    access::DraftJournal m_drafts;
    identity::Birthplaces m_birthplaces;
    identity::DocumentKinds m_documentKinds;
    patient::PatientRepository m_patients;
    patient::MergeRepository m_merges;
    patient::CorrespondentRepository m_correspondents;
    patient::AdministrativeRepository m_administrative;
    record::RecordRepository m_records;
    documents::DocumentRepository m_documents;
    documents::LetterRepository m_letters;
    documents::LetterTemplates m_letterTemplates;
    record::NoteRepository m_notes;
    record::NoteTemplates m_noteTemplates;
    record::PersonalNotes m_personalNotes;
    record::Cim10 m_cim10;
    record::GrowthReferences m_growthReferences;
    agenda::AppointmentRepository m_appointments;
    prevention::PreventionRepository m_prevention;
    labs::LabRepository m_labs;
    labs::RecheckRepository m_rechecks;
    drugs::DrugRepository m_drugs;
    prescription::OpenDrugKnowledge m_drugKnowledge;
    prescription::LineReader m_lineReader;
    prescription::CertificateRepository m_certificates;
    prescription::DemandeRepository m_demandes;
    prescription::OrdonnanceRepository m_ordonnances;
    prescription::AlertLog m_alerts;
    prescription::AlertSettingsRepository m_alertSettings;
    prescription::CardSignatureRepository m_cardSignatures;
    prescription::HabitRepository m_habits;
    prescription::ProtocolRepository m_protocols;
    dispensing::DispensationRepository m_dispensations;
    dispensing::OrdonnanceScanner m_scanner;
};

//! The keys that follow from the practice's one.
struct DerivedKeys {
    static crypto::SecretBytes database(const crypto::SecretBytes &practice);
    static crypto::SecretBytes documents(const crypto::SecretBytes &practice);
    static crypto::SecretBytes audit(const crypto::SecretBytes &practice);
    static crypto::SecretBytes sealing(const crypto::SecretBytes &practice);
};

} // namespace ambroise::app
