// SPDX-License-Identifier: GPL-3.0-or-later
#include "lettervalues.h"

#include <ambroise/core/text.h>
#include <ambroise/record/note.h>
#include <ambroise/record/summaryline.h>

#include <QSet>

namespace ambroise::app {
namespace {

using documents::FieldValues;
using record::Entry;
using record::Topic;
using record::TopicState;

// What is printed is in French, whatever the language of the screen.

QString sinceText(const record::NewEntry &line)
{
    const auto since = record::sinceOf(line);
    if (!since || since->year() == 0)
        return {};
    if (const auto whole = since->whole())
        return u" ("_qs + text::frenchDate(*whole) + u')';
    const QString year = QString::number(since->year());
    return since->month() == 0
               ? u" ("_qs + year + u')'
               : u" (%1/%2)"_qs.arg(since->month(), 2, 10, QLatin1Char('0')).arg(year);
}

QString problemText(const Entry &entry)
{
    return entry.content.title.simplified() + sinceText(entry.content);
}

QString treatmentText(const Entry &entry)
{
    const QString posology = entry.content.body.simplified();
    return entry.content.title.simplified() +
           (posology.isEmpty() ? QString() : u" : "_qs + posology);
}

QString allergyText(const Entry &entry)
{
    const auto details = record::AllergyDetails::fromStored(entry.content.unit);
    QStringList more;
    if (const QString reaction = entry.content.body.simplified(); !reaction.isEmpty())
        more << reaction;
    if (details.severity == record::AllergySeverity::Severe)
        more << u"sévère"_qs;
    if (details.certainty == record::AllergyCertainty::Suspected)
        more << u"suspectée"_qs;
    return entry.content.title.simplified() +
           (more.isEmpty() ? QString() : u" ("_qs + more.join(u", "_qs) + u')');
}

QString familyText(const Entry &entry)
{
    const QString whose = entry.content.unit.simplified();
    return (whose.isEmpty() ? QString() : whose + u" : "_qs) + entry.content.title.simplified();
}

QString measureText(const Entry &entry)
{
    QString value = entry.content.value;
    value.replace(u'.', u',');
    if (!entry.content.unit.isEmpty())
        value += QChar(QChar::Nbsp) + entry.content.unit;
    if (const QString how = entry.content.body.simplified(); !how.isEmpty())
        value += u' ' + how; // « couché », « debout »
    return u"%1 %2 (%3)"_qs.arg(entry.content.title, value,
                                text::frenchDate(entry.content.happened.toLocalTime().date()));
}

//! The last of each kind.
QStringList measures(const QList<Entry> &all)
{
    QStringList lines;
    QSet<QString> known;
    for (const Entry &one : all)
        if (!known.contains(one.content.title)) {
            known << one.content.title;
            lines << measureText(one);
        }
    return lines;
}

//! Its reason, then its parts, each line on its own.
QString lastConsultation(const QList<Entry> &history)
{
    for (const Entry &one : history) {
        if (one.content.kind != record::EntryKind::Consultation)
            continue;
        QStringList lines{u"Consultation du %1 : %2."_qs.arg(
            text::frenchDate(one.content.happened.toLocalTime().date()),
            one.content.title.simplified())};
        for (const QString &line : record::readable(one.content).split(u'\n'))
            if (const QString said = line.simplified();
                !said.isEmpty() && said != one.content.title.simplified())
                lines << said;
        return lines.join(u'\n');
    }
    return {};
}

template <class Text>
void setTopic(FieldValues &values, QStringView field, const record::Overview &overview, Topic topic,
              const QList<Entry> &entries, const QString &none, Text text)
{
    QStringList lines;
    for (const Entry &one : entries)
        lines << text(one);
    if (lines.isEmpty() && overview.stateOf(topic) == TopicState::NoneKnown)
        lines << none;
    values.set(field, lines);
}

void setPerson(FieldValues &values, const patient::PatientDetails &details, QDate today)
{
    const identity::StrictTraits &traits = details.identity.traits();
    const QDate birth = traits.birthDate().date();
    const bool female = traits.sex() == identity::Sex::Female;
    const bool male = traits.sex() == identity::Sex::Male;
    values.set(u"patient", displayName(details));
    values.set(u"nom utilisé", (details.usedGivenName + u' ' + details.usedSurname).simplified());
    values.set(u"e", female ? u"e"_qs : male ? QString() : u"(e)"_qs);
    values.set(u"il", female ? u"elle"_qs : male ? u"il"_qs : u"il ou elle"_qs);
    values.set(u"naissance", text::frenchDate(birth));
    values.set(u"âge", text::frenchAge(birth, today));
    values.set(u"adresse", documents::addressLines(details).join(u", "_qs));
    values.set(u"médecin traitant", details.medecinTraitant);
}

void setPractice(FieldValues &values, const documents::PaperHead &head)
{
    values.set(u"médecin", head.left.value(0));
    values.set(u"spécialité",
               head.left.value(1).startsWith(u"RPPS") ? QString() : head.left.value(1));
    values.set(u"cabinet", head.right.value(0));
    values.set(u"téléphone", head.right.value(2));
    values.set(u"ville", head.city);
}

} // namespace

FieldValues letterValues(const patient::PatientDetails &details, const record::Overview &overview,
                         const documents::PaperHead &head, QDate today)
{
    FieldValues values;
    setPerson(values, details, today);
    setPractice(values, head);
    setTopic(values, u"problèmes", overview, Topic::Problems, overview.problems,
             u"aucun problème actif connu"_qs, problemText);
    setTopic(values, u"traitement", overview, Topic::Treatments, overview.treatments,
             u"aucun traitement en cours"_qs, treatmentText);
    setTopic(values, u"allergies", overview, Topic::Allergies, overview.allergies,
             u"aucune allergie connue"_qs, allergyText);
    setTopic(values, u"antécédents", overview, Topic::Antecedents, overview.antecedents,
             u"aucun antécédent connu"_qs, problemText);
    setTopic(values, u"antécédents familiaux", overview, Topic::FamilyAntecedents,
             overview.familyAntecedents, u"aucun antécédent familial connu"_qs, familyText);
    values.set(u"mesures", measures(overview.measures));
    values.set(u"consultation", lastConsultation(overview.history));
    return values;
}

bool namesPatient(const QString &text, const patient::PatientDetails &details)
{
    constexpr qsizetype shortest = 3;
    const identity::StrictTraits &traits = details.identity.traits();
    const QString folded = u' ' + text::folded(text) + u' ';
    for (const QString &name : {traits.surname().text(), details.usedSurname,
                                traits.firstGivenName().text(), details.usedGivenName}) {
        const QString wanted = text::folded(name);
        if (wanted.size() >= shortest && folded.contains(u' ' + wanted + u' '))
            return true;
    }
    const QDate birth = traits.birthDate().date();
    return birth.isValid() && text.contains(text::frenchDate(birth));
}

} // namespace ambroise::app
