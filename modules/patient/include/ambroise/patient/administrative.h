// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/patient/correspondent.h>
#include <ambroise/patient/recordids.h>

#include <QDate>
#include <QDateTime>

namespace ambroise::patient {

class PatientRepository;

//! What somebody is for a patient.
enum class PersonRole {
    ToWarn,            //!< personne à prévenir
    Trusted,           //!< personne de confiance (CSP L.1111-6)
    ParentalAuthority, //!< of a minor
    Guardian,          //!< tuteur (Code civil, art. 425 and following)
    Curator,           //!< curateur
    Agent,             //!< mandataire: habilitation familiale, mandat de protection future
    Carer              //!< aidant
};

//! Somebody around the patient who is none of their carers by trade.
struct RelatedPerson {
    QString name{}; //!< as they are called
    QString link{}; //!< in words: "fille", "voisin"
    QList<PersonRole> roles{};
    std::optional<PhoneNumber> phone{};
    std::optional<EmailAddress> email{};
    QString address{};
    //! The day of the writing that designates them, where it was seen: a personne de confiance is
    //! designated in writing, a guardian by a judgment.
    QDate designatedOn{};
    QString note{};

    friend bool operator==(const RelatedPerson &, const RelatedPerson &) = default;
};

//! Somebody of the address book who cares for the patient.
struct CareMember {
    CorrespondentId correspondent{};
    bool medecinTraitant = false; //!< at most one; PatientDetails names them in words
    QDate since{};
    QString note{}; //!< "suit le diabète"

    friend bool operator==(const CareMember &, const CareMember &) = default;
};

//! What the patient's care is paid by. It names no disease: an ALD says that there is one.
enum class CoverageKind {
    Ald,          //!< affection de longue durée exonérante (CSS L.160-14)
    C2s,          //!< complémentaire santé solidaire
    Ame,          //!< aide médicale de l'État
    Amc,          //!< complémentaire: mutual, insurer
    Maternity,    //!< from the sixth month
    WorkAccident, //!< accident du travail, maladie professionnelle
    Disability,   //!< pension d'invalidité
    LocalScheme,  //!< régime local d'Alsace-Moselle
    Other
};

struct Coverage {
    CoverageKind kind = CoverageKind::Ald;
    QString label{};  //!< organism, scheme
    QString number{}; //!< of member, of contract, of accident
    QDate since{};    //!< invalid: not known
    QDate until{};    //!< the last day; invalid: without an end that is known
    QString note{};

    [[nodiscard]] bool holdsOn(QDate day) const
    {
        return (!since.isValid() || since <= day) && (!until.isValid() || day <= until);
    }
    friend bool operator==(const Coverage &, const Coverage &) = default;
};

//! What somebody may agree to, or object to.
enum class ConsentTopic {
    DmpFeeding,       //!< documents sent to the DMP: opposition for a legitimate reason
    DmpReading,       //!< the practice reads the DMP
    PatientMail,      //!< messages to Mon espace santé
    ProfessionalMail, //!< MSSanté between professionals
    CareTeamSharing,  //!< beyond the care team (CSP L.1110-4)
    Telesante,        //!< acts at a distance
    Reminders,        //!< by SMS or e-mail
    Images,           //!< photographs in the record
    DataReuse         //!< research, studies (RGPD art. 21)
};

enum class ConsentMeans { Spoken, Written, Online };

//! What was answered, one day. Never changed: another answer is another consent.
struct Consent {
    ConsentTopic topic = ConsentTopic::DmpFeeding;
    bool agreed = true; //!< else an opposition, a refusal, a withdrawal
    QDate on{};
    ConsentMeans means = ConsentMeans::Spoken;
    QString teller{}; //!< who answered, where it is not the patient: "Mme Diallo, mère"
    QString note{};
    QDateTime recordedAt{};   //!< when somebody wrote it down
    QString recordedByName{}; //!< and who

    friend bool operator==(const Consent &, const Consent &) = default;
};

[[nodiscard]] QString code(PersonRole role);
[[nodiscard]] QString code(CoverageKind kind);
[[nodiscard]] QString code(ConsentTopic topic);
[[nodiscard]] QString code(ConsentMeans means);
[[nodiscard]] QList<PersonRole> allPersonRoles();
[[nodiscard]] QList<CoverageKind> allCoverageKinds();
[[nodiscard]] QList<ConsentTopic> allConsentTopics();
[[nodiscard]] QList<ConsentMeans> allConsentMeans();

using AdministrativeLineId = Id<struct AdministrativeLineTag>;

//! A line of the file, as it stands. Each change is a further version; the former ones are kept.
template <class Content>
struct AdministrativeLine {
    AdministrativeLineId id{};
    PatientId patient{};
    qint64 version = 0;
    Content content{};
    QString authorName{};
    QDateTime writtenAt{};
};

//! What stands around a patient, besides who they are.
struct AdministrativeFile {
    QList<AdministrativeLine<RelatedPerson>> persons{};
    QList<AdministrativeLine<CareMember>> team{};
    QList<Correspondent> correspondents{}; //!< those of the team
    QList<AdministrativeLine<Coverage>> coverages{};
    QList<Consent> consents{}; //!< all that was answered, newest first

    //! The last answer; none: never asked.
    [[nodiscard]] const Consent *answer(ConsentTopic topic) const;
    [[nodiscard]] const Correspondent *correspondent(CorrespondentId id) const;
    [[nodiscard]] bool hasCoverage(CoverageKind kind, QDate day) const;
};

//! The administrative file of the patients. What is written is journaled in the same transaction,
//! and names no value.
//!
//! Errors besides those of storage and of PatientRepository::update: Invalid "person.name",
//! "person.role" (none), "coverage.dates" (ends before it begins), "consent.date" (none, or to
//! come), "patient.length"; Conflict "storage.version", "patient.merged" (a new
//! line, or a consent); NotFound "correspondent.missing".
class AdministrativeRepository {
public:
    //! References are kept.
    AdministrativeRepository(storage::Connection &db, audit::Journal &journal,
                             PatientRepository &patients, const Clock &clock);

    //! Of a record that is open. Not journaled.
    Result<AdministrativeFile> read(const RecordIds &records) const;

    //! Added where the line is not stored, else changed.
    Result<AdministrativeLineId> save(const AdministrativeLine<RelatedPerson> &line,
                                      const audit::Actor &actor);
    Result<AdministrativeLineId> save(const AdministrativeLine<Coverage> &line,
                                      const audit::Actor &actor);
    //! A new médecin traitant takes the place of the one before, also in PatientDetails.
    Result<AdministrativeLineId> save(const AdministrativeLine<CareMember> &line,
                                      const audit::Actor &actor);
    Status remove(const AdministrativeLine<RelatedPerson> &line, const audit::Actor &actor);
    Status remove(const AdministrativeLine<Coverage> &line, const audit::Actor &actor);
    Status remove(const AdministrativeLine<CareMember> &line, const audit::Actor &actor);

    Status add(PatientId patient, const Consent &consent, const audit::Actor &actor);

private:
    template <class Content>
    Result<QList<AdministrativeLine<Content>>> lines(const RecordIds &records) const;
    template <class Content>
    Result<AdministrativeLineId> write(const AdministrativeLine<Content> &line, bool removed,
                                       const audit::Actor &actor);
    template <class Content>
    Status checkAndRemove(const AdministrativeLine<Content> &line, const audit::Actor &actor);
    Status nameMedecinTraitant(PatientId patient, const QString &words, const audit::Actor &actor);
    Result<QString> medecinTraitantOf(PatientId patient) const;
    Status refuseMerged(PatientId patient) const;
    Status endMedecinTraitant(const AdministrativeLine<CareMember> &but, const audit::Actor &actor);

    storage::Connection &m_db;
    audit::Journal &m_journal;
    PatientRepository &m_patients;
    const Clock &m_clock;
};

} // namespace ambroise::patient
