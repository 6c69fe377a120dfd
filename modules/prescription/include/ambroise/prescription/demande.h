// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

#include <QMap>

//! What is prescribed besides drugs: examinations, care, devices, transport, time off work.
namespace ambroise::prescription {

enum class DemandeKind {
    Biology,
    Imaging,
    Nursing,
    Physiotherapy,
    SpeechTherapy,
    Orthoptics,
    Podiatry,
    Device,
    Transport,
    SickLeave
};

[[nodiscard]] QList<DemandeKind> allDemandeKinds();
[[nodiscard]] QString code(DemandeKind kind); //!< "biology", "sick_leave"…
[[nodiscard]] std::optional<DemandeKind> demandeKindOf(QStringView code);

//! One thing asked for.
struct DemandeItem {
    QString code{}; //!< LOINC of an analysis, LPP of a device; empty: none
    QString label{};
    QString detail{};      //!< "face et profil, côté droit"
    bool contrast = false; //!< an iodinated contrast medium is given
    bool ald = false;

    friend bool operator==(const DemandeItem &, const DemandeItem &) = default;
};

//! What a kind asks besides its items.
enum class DemandeField {
    Indication, //!< why, for who does it
    Urgent,
    AtHome,
    Fasting,
    Sundays,  //!< also on Sundays and public holidays
    Days,     //!< how long
    Sessions, //!< how many
    Renewals,
    Date, //!< not before, or on
    Mode, //!< of a transport
    From,
    To,
    RoundTrip,
    Shared, //!< others may travel along
    Companion,
    Cause,    //!< of a transport, of time off work
    Prolongs, //!< time off work goes on
    FirstDay,
    LastDay,
    Outings,
    PartTime
};

//! What a value looks like: text; "1" or nothing; a whole number; an ISO date; a code of choicesOf.
enum class FieldType { Text, Flag, Number, Date, Choice };

[[nodiscard]] QString code(DemandeField field);
[[nodiscard]] FieldType typeOf(DemandeField field);
[[nodiscard]] QList<DemandeField> fieldsOf(DemandeKind kind); //!< as a form has them
//! The codes of a choice, the usual one first.
[[nodiscard]] QStringList choicesOf(DemandeKind kind, DemandeField field);
//! A transport and time off work are said by their fields alone.
[[nodiscard]] bool hasItems(DemandeKind kind);

//! What is being written.
struct DemandeDraft {
    DemandeKind kind = DemandeKind::Biology;
    QList<DemandeItem> items{};
    QMap<DemandeField, QString> values{};

    [[nodiscard]] bool isEmpty() const { return items.isEmpty() && values.isEmpty(); }
    [[nodiscard]] QString value(DemandeField field) const { return values.value(field); }
    [[nodiscard]] bool is(DemandeField flag) const { return value(flag) == u"1"; }
    [[nodiscard]] QDate day(DemandeField field) const;
    [[nodiscard]] QString toText() const; //!< JSON
    //! Error: Corrupt "demande.draft".
    static Result<DemandeDraft> fromText(const QString &text);

    friend bool operator==(const DemandeDraft &, const DemandeDraft &) = default;
};

//! A demande that may be signed.
class Demande {
public:
    //! What is missing or makes no sense, each a stable subject: "demande.items",
    //! "demande.too_long" (above 60 items, or a text above 2,000 characters), "demande.indication"
    //! (of an examination by images: CSP R.1333-66), "demande.from", "demande.to", "demande.mode",
    //! "demande.cause", "demande.days" (one missing, or the last before the first),
    //! "demande.long_leave" (above 366 days), "demande.number", and those of the patient and of the
    //! prescriber that OrdonnanceContent::remarks has.
    [[nodiscard]] static QStringList missing(const DemandeDraft &draft,
                                             const PatientOnPaper &patient,
                                             const PrescriberOnPaper &prescriber);
    //! Invalid, with the first of missing().
    static Result<Demande> make(DemandeDraft draft, PatientOnPaper patient,
                                PrescriberOnPaper prescriber, const QDateTime &signedAt);

    [[nodiscard]] const DemandeDraft &draft() const { return m_draft; }
    [[nodiscard]] const PatientOnPaper &patient() const { return m_patient; }
    [[nodiscard]] const PrescriberOnPaper &prescriber() const { return m_prescriber; }
    [[nodiscard]] const QDateTime &signedAt() const { return m_signedAt; }

private:
    Demande(DemandeDraft draft, PatientOnPaper patient, PrescriberOnPaper prescriber,
            QDateTime signedAt)
        : m_draft(std::move(draft))
        , m_patient(std::move(patient))
        , m_prescriber(std::move(prescriber))
        , m_signedAt(std::move(signedAt))
    {
    }
    DemandeDraft m_draft;
    PatientOnPaper m_patient;
    PrescriberOnPaper m_prescriber;
    QDateTime m_signedAt;
};

//! In one line: "Hémogramme, CRP", "Arrêt de travail du 01/12/2026 au 04/12/2026".
[[nodiscard]] QString summaryOf(const DemandeDraft &draft);

} // namespace ambroise::prescription
