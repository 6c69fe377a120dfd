// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/insi/answer.h>

#include "xmltree.h"

namespace ambroise::insi {
namespace {

using identity::InsiAnswer;
using identity::InsiPerson;
using identity::InsRecord;

constexpr qsizetype longestText = 200;

Error notOfTheContract(const char *what)
{
    return {ErrorCode::Corrupt, u"insi.answer"_qs, QString::fromLatin1(what)};
}

QString withoutPrefix(const QString &value)
{
    return value.section(u':', -1);
}

//! Code, message id and text, for whoever telephones the service's support.
Error faultOf(const Element &fault)
{
    const Element *subcode = fault.inside(u"Subcode");
    const QString family = subcode ? withoutPrefix(subcode->textOf(u"Value")) : QString();
    const Element *told = fault.inside(u"Erreur");
    const QString code = told ? told->attributes.value(u"code"_qs) : family;
    const QString id = told ? told->attributes.value(u"messageID"_qs) : QString();
    const Element *reason = fault.inside(u"Text");
    const QString text = told ? told->text : reason ? reason->text : QString();
    QString detail = id.isEmpty() ? code : u"%1, %2"_qs.arg(code, id);
    if (!text.isEmpty())
        detail += u" : "_qs + text.simplified();
    detail = detail.simplified().left(longestText);
    if (detail.endsWith(u'.')) // the sentence has its own
        detail.chop(1);
    // Rights of the program, its certificate or the professional: trying again does not help.
    if (family == u"siram_100" || code.startsWith(u"desir_"))
        return {ErrorCode::Denied, u"insi.denied"_qs, detail};
    return {ErrorCode::Unavailable, u"insi.failed"_qs, detail};
}

//! The one element in soap:Body.
Result<const Element *> contentOf(const Element &envelope)
{
    const Element *body = envelope.name == u"Envelope" ? envelope.only(u"Body") : nullptr;
    if (!body || body->children.size() != 1)
        return notOfTheContract("Body");
    return &body->children.first();
}

Result<InsRecord> recordOf(const Element &ins)
{
    const Element *id = ins.only(u"IdIndividu");
    if (!id)
        return notOfTheContract("IdIndividu");
    return InsRecord{id->textOf(u"NumIdentifiant") + id->textOf(u"Cle"), ins.textOf(u"OID"),
                     ins.textOf(u"DateDeb"), ins.textOf(u"DateFin")};
}

Result<identity::Ins> activeIns(const Element &active)
{
    AMBROISE_TRY(const InsRecord record, recordOf(active));
    const QString number = active.only(u"IdIndividu")->textOf(u"NumIdentifiant");
    // The key may be left out (XSD: optional); the one that is given is kept, right or wrong.
    const bool keyless = record.matricule == number;
    const auto matricule = identity::InsMatricule::fromInsi(
        keyless ? number + identity::keyOf(number) : record.matricule);
    const auto authority = identity::authorityOf(record.oid);
    if (!matricule.ok())
        return notOfTheContract("NumIdentifiant");
    if (!authority)
        return notOfTheContract("OID");
    return identity::Ins{*matricule, *authority};
}

Result<InsiPerson> personOf(const Element &individual)
{
    const Element *active = individual.only(u"INSACTIF");
    const Element *traits = individual.only(u"TIQ");
    if (!active)
        return notOfTheContract("INSACTIF");
    if (!traits)
        return notOfTheContract("TIQ");
    AMBROISE_TRY(identity::Ins ins, activeIns(*active));
    InsiPerson person{std::move(ins)};
    for (const Element *past : individual.all(u"INSHISTO")) {
        AMBROISE_TRY(InsRecord record, recordOf(*past));
        person.history << std::move(record);
    }
    person.surname = traits->textOf(u"NomNaissance");
    person.firstGivenName = traits->textOf(u"Prenom");
    person.givenNames = traits->textOf(u"ListePrenom");
    person.sex = traits->textOf(u"Sexe");
    person.birthDate = traits->textOf(u"DateNaissance");
    person.birthPlace = traits->textOf(u"LieuNaissance");
    return person;
}

Result<InsiAnswer::Verdict> verdictOf(const Element &result)
{
    const Element *report = result.only(u"CR");
    const QString code = report ? report->textOf(u"CodeCR") : QString();
    if (code == u"00")
        return InsiAnswer::Verdict::Found;
    if (code == u"01")
        return InsiAnswer::Verdict::Nobody;
    if (code == u"02")
        return InsiAnswer::Verdict::Several;
    return notOfTheContract("CodeCR");
}

//! A stand-in says so in its header.
bool saysSimulated(const Element &envelope)
{
    const Element *header = envelope.only(u"Header");
    return header && header->only(u"Simulation");
}

QString letters(const QString &name)
{
    QString out;
    for (const QChar c : name.toUpper())
        if (c != u'-' && c != u'\'' && !c.isSpace())
            out += c;
    return out;
}

bool otherName(const QString &told, const QString &asked)
{
    return !told.isEmpty() && !asked.isEmpty() && letters(told) != letters(asked);
}

//! Parts that are 00, or a pseudo-month above 12, are not known.
bool otherDate(const QString &told, const QString &asked)
{
    const QStringList theirs = told.split(u'-');
    const QStringList ours = asked.split(u'-');
    if (theirs.size() != 3 || ours.size() != 3)
        return false;
    if (theirs[0] != ours[0])
        return true;
    const auto known = [](const QString &part, int most) {
        return part.toInt() >= 1 && part.toInt() <= most;
    };
    // A date that is not whole was filled by rule where it was asked for: its year alone counts.
    if (!known(theirs[1], 12) || !known(theirs[2], 31) || !known(ours[1], 12) ||
        !known(ours[2], 31))
        return false;
    return theirs != ours;
}

} // namespace

Result<InsiAnswer> readAnswer(const QByteArray &envelope)
{
    AMBROISE_TRY(const Element root, readXml(envelope));
    AMBROISE_TRY(const Element *const content, contentOf(root));
    if (content->name == u"Fault")
        return faultOf(*content);
    if (content->name != u"RESULTAT")
        return notOfTheContract("RESULTAT");
    InsiAnswer answer{.raw = envelope, .simulated = saysSimulated(root)};
    AMBROISE_TRY(answer.verdict, verdictOf(*content));
    const bool found = answer.verdict == InsiAnswer::Verdict::Found;
    const auto individuals = content->all(u"INDIVIDU");
    if (individuals.size() != (found ? 1 : 0))
        return notOfTheContract("INDIVIDU");
    if (found) {
        AMBROISE_TRY(answer.person, personOf(*individuals.first()));
        answer.simulated = answer.simulated || !identity::isReal(answer.person->ins.authority);
    }
    return answer;
}

Result<VerificationAnswer> readVerification(const QByteArray &envelope, const QString &answer)
{
    AMBROISE_TRY(const Element root, readXml(envelope));
    AMBROISE_TRY(const Element *const content, contentOf(root));
    if (content->name == u"Fault")
        return faultOf(*content);
    if (content->name != answer)
        return notOfTheContract("verification");
    AMBROISE_TRY(const InsiAnswer::Verdict verdict, verdictOf(*content));
    return VerificationAnswer{verdict == InsiAnswer::Verdict::Found, saysSimulated(root)};
}

bool isSomebodyElse(const InsiPerson &person, const identity::InsiTraits &asked)
{
    const QString sex = identity::code(asked.sex);
    return otherName(person.surname, asked.surname.text()) ||
           (!person.sex.isEmpty() && person.sex != sex) ||
           otherDate(person.birthDate, asked.birthDate.toString(Qt::ISODate));
}

bool isSomebodyElse(const InsiPerson &person, const identity::InsiCardKey &asked)
{
    return otherName(person.surname, asked.surname) || otherDate(person.birthDate, asked.birthDate);
}

} // namespace ambroise::insi
