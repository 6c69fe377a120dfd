// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventwords.h"

#include "fieldwords.h"

#include <ambroise/core/text.h>

#include <QCoreApplication>

#include <array>

namespace ambroise::audit::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

template <class Key>
struct Word {
    Key key;
    const char *french;
};

// clang-format off
constexpr std::array verbs = {
    Word<Action>{Action::Create, QT_TRANSLATE_NOOP("Journal", "a créé")},
    Word<Action>{Action::Read, QT_TRANSLATE_NOOP("Journal", "a lu")},
    Word<Action>{Action::Update, QT_TRANSLATE_NOOP("Journal", "a modifié")},
    Word<Action>{Action::Remove, QT_TRANSLATE_NOOP("Journal", "a retiré")},
    Word<Action>{Action::Search, QT_TRANSLATE_NOOP("Journal", "a cherché")},
    Word<Action>{Action::Print, QT_TRANSLATE_NOOP("Journal", "a imprimé")},
    Word<Action>{Action::Sign, QT_TRANSLATE_NOOP("Journal", "a signé")},
    Word<Action>{Action::Cancel, QT_TRANSLATE_NOOP("Journal", "a annulé")},
    Word<Action>{Action::Dispense, QT_TRANSLATE_NOOP("Journal", "a délivré")},
    Word<Action>{Action::Verify, QT_TRANSLATE_NOOP("Journal", "a vérifié")},
    Word<Action>{Action::SignIn, QT_TRANSLATE_NOOP("Journal", "a ouvert sa session")},
    Word<Action>{Action::SignInRefused, QT_TRANSLATE_NOOP("Journal", "a refusé l’ouverture d’une session")},
    Word<Action>{Action::SignOut, QT_TRANSLATE_NOOP("Journal", "a fermé sa session")},
    Word<Action>{Action::Lock, QT_TRANSLATE_NOOP("Journal", "a verrouillé sa session")},
    Word<Action>{Action::Unlock, QT_TRANSLATE_NOOP("Journal", "a déverrouillé sa session")},
    Word<Action>{Action::BreakGlass, QT_TRANSLATE_NOOP("Journal", "a ouvert par bris de glace")},
    Word<Action>{Action::Import, QT_TRANSLATE_NOOP("Journal", "a importé")},
    Word<Action>{Action::Export, QT_TRANSLATE_NOOP("Journal", "a exporté")},
    Word<Action>{Action::Migrate, QT_TRANSLATE_NOOP("Journal", "a mis à jour")},
    Word<Action>{Action::Enrol, QT_TRANSLATE_NOOP("Journal", "a enregistré")},
    Word<Action>{Action::Revoke, QT_TRANSLATE_NOOP("Journal", "a révoqué")},
};

constexpr std::array choices = {
    Word<Action>{Action::Create, QT_TRANSLATE_NOOP("Journal", "Création")},
    Word<Action>{Action::Read, QT_TRANSLATE_NOOP("Journal", "Lecture")},
    Word<Action>{Action::Update, QT_TRANSLATE_NOOP("Journal", "Modification")},
    Word<Action>{Action::Remove, QT_TRANSLATE_NOOP("Journal", "Retrait")},
    Word<Action>{Action::Search, QT_TRANSLATE_NOOP("Journal", "Recherche")},
    Word<Action>{Action::Print, QT_TRANSLATE_NOOP("Journal", "Impression")},
    Word<Action>{Action::Sign, QT_TRANSLATE_NOOP("Journal", "Signature")},
    Word<Action>{Action::Cancel, QT_TRANSLATE_NOOP("Journal", "Annulation")},
    Word<Action>{Action::Dispense, QT_TRANSLATE_NOOP("Journal", "Délivrance")},
    Word<Action>{Action::Verify, QT_TRANSLATE_NOOP("Journal", "Vérification")},
    Word<Action>{Action::SignIn, QT_TRANSLATE_NOOP("Journal", "Ouverture de session")},
    Word<Action>{Action::SignInRefused, QT_TRANSLATE_NOOP("Journal", "Ouverture refusée")},
    Word<Action>{Action::SignOut, QT_TRANSLATE_NOOP("Journal", "Fermeture de session")},
    Word<Action>{Action::Lock, QT_TRANSLATE_NOOP("Journal", "Verrouillage")},
    Word<Action>{Action::Unlock, QT_TRANSLATE_NOOP("Journal", "Déverrouillage")},
    Word<Action>{Action::BreakGlass, QT_TRANSLATE_NOOP("Journal", "Bris de glace")},
    Word<Action>{Action::Import, QT_TRANSLATE_NOOP("Journal", "Import")},
    Word<Action>{Action::Export, QT_TRANSLATE_NOOP("Journal", "Export")},
    Word<Action>{Action::Migrate, QT_TRANSLATE_NOOP("Journal", "Mise à jour")},
    Word<Action>{Action::Enrol, QT_TRANSLATE_NOOP("Journal", "Enregistrement")},
    Word<Action>{Action::Revoke, QT_TRANSLATE_NOOP("Journal", "Révocation")},
};

constexpr std::array things = {
    Word<Subject>{Subject::Practice, QT_TRANSLATE_NOOP("Journal", "les données du cabinet")},
    Word<Subject>{Subject::User, QT_TRANSLATE_NOOP("Journal", "un compte")},
    Word<Subject>{Subject::Card, QT_TRANSLATE_NOOP("Journal", "une carte")},
    Word<Subject>{Subject::Patient, QT_TRANSLATE_NOOP("Journal", "des dossiers")},
    Word<Subject>{Subject::Entry, QT_TRANSLATE_NOOP("Journal", "une entrée")},
    Word<Subject>{Subject::Ordonnance, QT_TRANSLATE_NOOP("Journal", "une ordonnance")},
    Word<Subject>{Subject::Dispensation, QT_TRANSLATE_NOOP("Journal", "une délivrance")},
    Word<Subject>{Subject::Document, QT_TRANSLATE_NOOP("Journal", "un document")},
    Word<Subject>{Subject::Referential, QT_TRANSLATE_NOOP("Journal", "un référentiel")},
    Word<Subject>{Subject::Journal, QT_TRANSLATE_NOOP("Journal", "le journal des accès")},
    Word<Subject>{Subject::Appointment, QT_TRANSLATE_NOOP("Journal", "un rendez-vous")},
    Word<Subject>{Subject::Prevention, QT_TRANSLATE_NOOP("Journal", "un acte de prévention")},
    Word<Subject>{Subject::LabReport, QT_TRANSLATE_NOOP("Journal", "un compte rendu de biologie")},
    Word<Subject>{Subject::Recheck, QT_TRANSLATE_NOOP("Journal", "un contrôle de biologie")},
    Word<Subject>{Subject::Correspondent, QT_TRANSLATE_NOOP("Journal", "un correspondant")},
};
// clang-format on

template <class Key, size_t n>
QString wordOf(Key key, const std::array<Word<Key>, n> &table)
{
    for (const Word<Key> &word : table)
        if (word.key == key)
            return Words::tr(word.french);
    return {};
}

bool isAboutSession(Action action)
{
    return action == Action::SignIn || action == Action::SignOut || action == Action::Lock ||
           action == Action::Unlock;
}

QString recordOf(PatientId patient, const JournalNames &names)
{
    const QString name = names.patient ? names.patient(patient) : QString();
    return name.isEmpty() ? Words::tr("le dossier nº %1").arg(patient.toString())
                          : Words::tr("le dossier de %1").arg(name);
}

QString inBrackets(const QString &text)
{
    return text.isEmpty() ? QString() : u" ("_qs + text + u')';
}

//! How many, of "60 patients" and "generated entries 720".
QString countIn(const QString &detail)
{
    for (const QString &word : detail.split(u' '))
        if (bool isNumber = false; word.toLongLong(&isNumber), isNumber)
            return grouped(word.toLongLong());
    return detail;
}

//! Of two records that were made one, or two again: %1 the other one, %2 the one of the event.
QString mergeSentence(const QString &detail)
{
    if (detail == u"merged")
        return Words::tr("a fusionné %1 dans %2");
    if (detail == u"merged_into")
        return Words::tr("a fusionné %2 dans %1");
    if (detail == u"unmerged" || detail == u"unmerged_from")
        return Words::tr("a séparé à nouveau %1 et %2");
    if (detail == u"distinct")
        return Words::tr("a noté que %1 et %2 sont de deux personnes");
    return {};
}

QString patientDeed(const Deed &deed, const JournalNames &names)
{
    const QString record = recordOf(deed.patient, names);
    if (deed.action == Action::Read)
        return Words::tr("a ouvert %1").arg(record);
    if (deed.action == Action::Remove)
        return Words::tr("a archivé %1").arg(record);
    if (deed.action == Action::Update && deed.detail == u"restored")
        return Words::tr("a rétabli %1").arg(record);
    if (const QString sentence = mergeSentence(deed.detail); !sentence.isEmpty())
        return sentence.arg(recordOf(PatientId{deed.subjectId}, names), record);
    if (deed.action == Action::Update && deed.detail == u"no_known_allergy")
        return Words::tr("a noté « aucune allergie connue » dans %1").arg(record);
    return wordOf(deed.action, verbs) + u' ' + record + inBrackets(fieldWords(deed.detail));
}

QString entryDeed(const Deed &deed, const JournalNames &names)
{
    return Words::tr("%1 %2 dans %3")
        .arg(deed.action == Action::Create ? Words::tr("a écrit") : wordOf(deed.action, verbs),
             entryWord(deed.detail), recordOf(deed.patient, names));
}

//! Of "treatment_stop 23ABC… 1": the end of what a line of that ordonnance prescribes.
QString treatmentStopDeed(const Deed &deed, const JournalNames &names)
{
    const QString verb =
        deed.action == Action::Cancel ? Words::tr("a repris l’arrêt") : Words::tr("a noté l’arrêt");
    return Words::tr("%1 d’un traitement de l’ordonnance %2, ligne %3, %4")
        .arg(verb, deed.detail.section(u' ', 1, 1), deed.detail.section(u' ', 2),
             recordOf(deed.patient, names));
}

//! Of "treatment_use_chronic 23ABC… 1": whether what a line of that ordonnance prescribes is « de
//! fond ».
QString treatmentUseDeed(const Deed &deed, const JournalNames &names)
{
    const QString what = deed.detail.section(u' ', 0, 0);
    const QString verb = what.endsWith(u"_chronic")      ? Words::tr("a noté l’usage de fond")
                         : what.endsWith(u"_occasional") ? Words::tr("a noté l’usage ponctuel")
                                                         : Words::tr("a effacé l’usage");
    return Words::tr("%1 d’un traitement de l’ordonnance %2, ligne %3, %4")
        .arg(verb, deed.detail.section(u' ', 1, 1), deed.detail.section(u' ', 2),
             recordOf(deed.patient, names));
}

QString ordonnanceDeed(const Deed &deed, const JournalNames &names)
{
    if (deed.detail.startsWith(u"treatment_stop "))
        return treatmentStopDeed(deed, names);
    if (deed.detail.startsWith(u"treatment_use_"))
        return treatmentUseDeed(deed, names);
    // A code that was refused has no number: the reason stands there.
    const bool numbered = !deed.detail.contains(u'.') && !deed.detail.isEmpty();
    if (!numbered)
        return Words::tr("a présenté un code qui ne correspond à aucune ordonnance connue");
    const QString name =
        names.patient && deed.patient.isStored() ? names.patient(deed.patient) : QString();
    const QString verb = wordOf(deed.action, verbs);
    return name.isEmpty() ? Words::tr("%1 l’ordonnance %2").arg(verb, deed.detail)
                          : Words::tr("%1 l’ordonnance %2 de %3").arg(verb, deed.detail, name);
}

//! Of "sophie medecin infirmier>medecin, rpps": after who it is, and as what, what was changed.
QStringList accountChanges(const QString &detail)
{
    return detail.section(u' ', 2).split(u", "_qs, Qt::SkipEmptyParts);
}

QString accountChangeWord(const QString &change, const JournalNames &names)
{
    const qsizetype arrow = change.indexOf(u'>');
    if (arrow < 0)
        return accountFieldWord(change);
    const auto word = [&](const QString &role) {
        const QString known = names.role ? names.role(role) : QString();
        return known.isEmpty() ? role : known;
    };
    return Words::tr("rôle passé de « %1 » à « %2 »")
        .arg(word(change.left(arrow)), word(change.mid(arrow + 1)));
}

//! Everybody keeps their own alone.
QString signatureDeed(Action action)
{
    if (action == Action::Enrol)
        return Words::tr("a enregistré sa signature manuscrite");
    if (action == Action::Revoke)
        return Words::tr("a retiré sa signature manuscrite");
    return Words::tr("a choisi quand sa signature manuscrite est apposée");
}

QString accountDeed(const Deed &deed, const JournalNames &names)
{
    const QString known = names.user ? names.user(UserId{deed.subjectId}) : QString();
    const QString name = known.isEmpty() ? Words::tr("nº %1").arg(deed.subjectId) : known;
    if (deed.subject == Subject::Card)
        return Words::tr("%1 la carte de %2").arg(wordOf(deed.action, verbs), name);
    if (deed.action == Action::Update && deed.detail == u"password")
        return Words::tr("a changé le mot de passe de %1").arg(name);
    if (deed.detail == u"alert_settings")
        return Words::tr("a rétabli tous ses signaux de prescription");
    if (deed.detail.startsWith(u"alert_settings "))
        return Words::tr("a réduit ses signaux de prescription");
    if (deed.detail == u"signature")
        return signatureDeed(deed.action);
    if (deed.action == Action::Revoke)
        return Words::tr("a fermé le compte de %1").arg(name);
    QStringList changes = accountChanges(deed.detail);
    const bool reopened = changes.removeAll(u"reopened"_qs) > 0;
    for (QString &change : changes)
        change = accountChangeWord(change, names);
    const QString what = inBrackets(changes.join(u", "_qs));
    return (reopened ? Words::tr("a rouvert le compte de %1").arg(name)
                     : Words::tr("%1 le compte de %2").arg(wordOf(deed.action, verbs), name)) +
           what;
}

QString practiceDeed(const Deed &deed)
{
    if (deed.detail.startsWith(u"identity_document "))
        return Words::tr("a modifié la liste des pièces d’identité : « %1 »%2")
            .arg(deed.detail.section(u' ', 1, 1),
                 inBrackets(documentChangeWords(deed.detail.section(u' ', 2))));
    if (!deed.detail.startsWith(u"certificate"))
        return wordOf(deed.action, verbs) + u' ' + wordOf(deed.subject, things) +
               inBrackets(deed.action == Action::Import ? countIn(deed.detail) : deed.detail);
    const QString which = deed.detail.section(u' ', 1);
    return which.isEmpty()
               ? Words::tr("%1 le certificat du cabinet").arg(wordOf(deed.action, verbs))
               : Words::tr("%1 le certificat %2").arg(wordOf(deed.action, verbs), which);
}

//! What the agenda notes of a visit, by the state that it came to (agenda::code).
QString visitStateWord(const QString &state)
{
    if (state == u"waiting")
        return Words::tr("arrivée en salle d’attente");
    if (state == u"in_consultation")
        return Words::tr("en consultation");
    if (state == u"done")
        return Words::tr("consultation terminée");
    if (state == u"absent")
        return Words::tr("absence");
    if (state == u"cancelled")
        return Words::tr("annulation");
    if (state == u"given_away")
        return Words::tr("donné à un autre patient");
    return {};
}

QString appointmentDeed(const Deed &deed, const JournalNames &names)
{
    const QString of =
        deed.patient.isStored() ? u", "_qs + recordOf(deed.patient, names) : QString();
    return wordOf(deed.action, verbs) + u' ' + wordOf(deed.subject, things) + of +
           inBrackets(visitStateWord(deed.detail));
}

//! What prevention notes of an act (prevention::code), or that it was a vaccination.
QString preventionWord(const QString &detail)
{
    if (detail == u"vaccination")
        return Words::tr("vaccination");
    if (detail == u"done")
        return Words::tr("fait");
    if (detail == u"declined")
        return Words::tr("refusé");
    if (detail == u"not_concerned")
        return Words::tr("non concerné");
    if (detail == u"invitation")
        return Words::tr("lettre d’invitation");
    return {};
}

QString preventionDeed(const Deed &deed, const JournalNames &names)
{
    return wordOf(deed.action, verbs) + u' ' + wordOf(deed.subject, things) + u", "_qs +
           recordOf(deed.patient, names) + inBrackets(preventionWord(deed.detail));
}

//! What became of a report of a laboratory (labs::LabRepository).
QString labReportStateWord(const QString &state)
{
    if (state == u"filed")
        return Words::tr("classé au dossier");
    if (state == u"waiting")
        return Words::tr("patient à choisir");
    if (state == u"taken_out")
        return Words::tr("retiré du dossier");
    if (state == u"seen")
        return Words::tr("lu");
    if (state == u"unseen")
        return Words::tr("remis à lire");
    return {};
}

QString labReportDeed(const Deed &deed, const JournalNames &names)
{
    const QString of =
        deed.patient.isStored() ? u", "_qs + recordOf(deed.patient, names) : QString();
    return wordOf(deed.action, verbs) + u' ' + wordOf(deed.subject, things) + of +
           inBrackets(labReportStateWord(deed.detail));
}

QString recheckDeed(const Deed &deed, const JournalNames &names)
{
    const QDate due = QDate::fromString(deed.detail, Qt::ISODate);
    return wordOf(deed.action, verbs) + u' ' + wordOf(deed.subject, things) + u", "_qs +
           recordOf(deed.patient, names) +
           inBrackets(due.isValid() ? Words::tr("pour le %1").arg(text::frenchDate(due))
                                    : QString());
}

QString journalDeed(const Deed &deed, const JournalNames &names)
{
    const QString of = deed.patient.isStored()
                           ? Words::tr(" pour %1").arg(recordOf(deed.patient, names))
                           : QString();
    return wordOf(deed.action, verbs) + u' ' + wordOf(deed.subject, things) + of +
           inBrackets(deed.detail);
}

//! « 24/11/26 10:42 »: the day as in columns, and the time.
QString shortMoment(const QDateTime &at)
{
    return at.toLocalTime().toString(u"dd/MM/yy HH:mm");
}

QString secondaryOf(const Event &event, const JournalNames &names)
{
    QStringList from{names.role ? names.role(event.actor.role()) : QString(), event.actor.post()};
    if (!event.deed.reason.isEmpty())
        from << Words::tr("Motif : %1").arg(reasonWord(event.deed.reason.simplified()));
    from.removeAll(QString());
    return from.join(u" · "_qs);
}

QString numberOf(const Event &event)
{
    return Words::tr("nº %1").arg(grouped(event.seq));
}

std::optional<uikit::RowChip> chipOf(Action action)
{
    const QString brokenGlass = Words::tr("Bris de glace");
    const QString refused = Words::tr("Refusé");
    if (action == Action::BreakGlass)
        return uikit::RowChip{uikit::Meaning::Caution, brokenGlass, {}};
    if (action == Action::SignInRefused)
        return uikit::RowChip{uikit::Meaning::Stop, refused, {}};
    return {};
}

} // namespace

QString grouped(qint64 number)
{
    return QLocale(QLocale::French).toString(number);
}

QString actionWord(Action action)
{
    return wordOf(action, choices);
}

QString deedWords(const Deed &deed, const JournalNames &names)
{
    if (deed.action == Action::SignInRefused)
        return deed.detail.isEmpty()
                   ? wordOf(deed.action, verbs)
                   : Words::tr("a refusé une ouverture de session à « %1 »").arg(deed.detail);
    if (isAboutSession(deed.action))
        return wordOf(deed.action, verbs);
    switch (deed.subject) {
    case Subject::Patient:
        if (deed.patient.isStored())
            return patientDeed(deed, names);
        break;
    case Subject::Entry:
        if (deed.patient.isStored())
            return entryDeed(deed, names);
        if (deed.action == Action::Search)
            return Words::tr("a cherché dans les dossiers, %n entrée(s) montrée(s)", "",
                             deed.detail.toInt());
        break;
    case Subject::Ordonnance:
        return ordonnanceDeed(deed, names);
    case Subject::User:
    case Subject::Card:
        return accountDeed(deed, names);
    case Subject::Practice:
        return practiceDeed(deed);
    case Subject::Journal:
        return journalDeed(deed, names);
    case Subject::Appointment:
        return appointmentDeed(deed, names);
    case Subject::Prevention:
        if (deed.patient.isStored())
            return preventionDeed(deed, names);
        break;
    case Subject::LabReport:
        return labReportDeed(deed, names);
    case Subject::Recheck:
        return recheckDeed(deed, names);
    case Subject::Dispensation:
    case Subject::Document:
    case Subject::Referential:
    case Subject::Correspondent:
        break;
    }
    return wordOf(deed.action, verbs) + u' ' + wordOf(deed.subject, things) +
           inBrackets(deed.action == Action::Import && deed.subject == Subject::Patient
                          ? countIn(deed.detail)
                          : deed.detail);
}

uikit::Row eventRow(const Event &event, const JournalNames &names)
{
    const Deed &deed = event.deed;
    uikit::Row row;
    row.lead = shortMoment(event.at);
    row.title = event.actor.name();
    row.rest = deedWords(deed, names);
    row.secondary = secondaryOf(event, names);
    row.right = numberOf(event);
    row.chip = chipOf(deed.action);
    return row;
}

QString eventSentence(const Event &event, const JournalNames &names)
{
    const QDateTime at = event.at.toLocalTime();
    QStringList who{event.actor.name(), names.role ? names.role(event.actor.role()) : QString(),
                    event.actor.post()};
    who.removeAll(QString());
    QString sentence = Words::tr("Le %1 à %2, %3, %4.")
                           .arg(text::frenchLongDate(at.date()), at.toString(u"HH:mm"),
                                who.join(u", "_qs), deedWords(event.deed, names));
    if (!event.deed.reason.isEmpty())
        sentence +=
            u' ' + Words::tr("Motif : %1").arg(reasonWord(event.deed.reason.simplified())) + u'.';
    return sentence + u' ' + Words::tr("Événement nº %1.").arg(grouped(event.seq));
}

} // namespace ambroise::audit::ui
