// SPDX-License-Identifier: GPL-3.0-or-later
#include "terms.h"

#include "sound.h"

#include <ambroise/core/text.h>

namespace ambroise::patient::terms {
namespace {

using Terms = QList<storage::PrefixIndex::Term>;

//! Each word with those after it, joined: "DE LA TOUR" is found as "delatour", "latour" and "tour",
//! and by the beginning of any of its words.
void addName(Terms &out, Kind kind, QStringView name, int weight = 0)
{
    const QStringList words = text::foldedWords(name);
    QString joined;
    for (qsizetype i = words.size() - 1; i >= 0; --i) {
        joined.prepend(words.at(i));
        out.push_back({joined, kind, weight + int(i)});
    }
}

//! The same by ear.
void addSounds(Terms &out, QChar mark, QStringView name)
{
    const QStringList words = text::foldedWords(name);
    QString joined;
    for (qsizetype i = words.size() - 1; i >= 0; --i) {
        joined.prepend(words.at(i));
        out.push_back({sound(mark, joined), Sound, int(i)}); // empty ones are not kept
    }
}

void addBirth(Terms &out, QDate date)
{
    out.push_back({yearFirst + date.toString(u"yyyyMMdd"), Birth, 0});
    out.push_back({dayFirst + date.toString(u"ddMMyyyy"), Birth, 0});
}

} // namespace

QString sound(QChar mark, QStringView name)
{
    const QString key = soundOf(name);
    return key.isEmpty() ? QString() : mark + key + mark;
}

Terms soundsOf(const PatientDetails &details)
{
    const identity::StrictTraits &traits = details.identity.traits();
    Terms out;
    addSounds(out, surnameSound, traits.surname().text());
    addSounds(out, surnameSound, details.usedSurname);
    addSounds(out, givenNameSound, traits.firstGivenName().text());
    addSounds(out, givenNameSound, details.usedGivenName);
    for (const QString &name : traits.givenNames().text().split(u' ', Qt::SkipEmptyParts))
        addSounds(out, givenNameSound, name);
    return out;
}

Terms of(const PatientDetails &details)
{
    const identity::StrictTraits &traits = details.identity.traits();
    Terms out;
    addName(out, BirthSurname, traits.surname().text());
    addName(out, UsedSurname, details.usedSurname);
    addName(out, FirstGivenName, traits.firstGivenName().text());
    addName(out, FirstGivenName, details.usedGivenName);
    const QStringList givenNames = traits.givenNames().text().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < givenNames.size(); ++i)
        addName(out, i == 0 ? FirstGivenName : OtherGivenName, givenNames.at(i), int(i));
    addBirth(out, traits.birthDate().date());
    for (const PhoneNumber &phone : details.contacts.phones)
        out.push_back({phoneMark + phone.dialled(), Phone, 0});
    if (details.identity.ins())
        out.push_back({insMark + details.identity.ins()->matricule.number(), Matricule, 0});
    return out + soundsOf(details);
}

QString sortOf(const PatientDetails &details)
{
    const identity::StrictTraits &traits = details.identity.traits();
    return text::folded(traits.surname().text()) + u' ' +
           text::folded(traits.firstGivenName().text()) + u' ' +
           traits.birthDate().date().toString(Qt::ISODate);
}

} // namespace ambroise::patient::terms
