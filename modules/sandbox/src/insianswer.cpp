// SPDX-License-Identifier: GPL-3.0-or-later
#include "insianswer.h"

#include <ambroise/sandbox/insicontract.h>

#include <QUuid>

namespace ambroise::sandbox {
namespace {

QString element(const QString &name, const QString &content)
{
    return u"<%1>%2</%1>"_qs.arg(name, content);
}

QString text(const QString &name, const QString &value)
{
    return element(name, value.toHtmlEscaped());
}

QString optional(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : text(name, value);
}

//! Elements of the answer, written as the editors' kit does or otherwise.
class AnswerWriter {
public:
    explicit AnswerWriter(Writing writing)
        : m_writing(writing)
    {
    }

    [[nodiscard]] QString result(const QList<const Person *> &found) const
    {
        const bool one = found.size() == 1;
        const QString code = one ? u"00"_qs : found.isEmpty() ? u"01"_qs : u"02"_qs;
        const QString label = one               ? u"OK"_qs
                              : found.isEmpty() ? u"Aucune identite trouvee"_qs
                                                : u"Plusieurs identites trouvees"_qs;
        const QString report =
            element(n(u"CR"_qs), text(n(u"CodeCR"_qs), code) + text(n(u"LibelleCR"_qs), label));
        const QString person = one ? individual(*found.first()) : QString();
        const QString ns = u"http://www.cnamts.fr/INSiResultat"_qs;
        if (m_writing.otherwise)
            return u"<i:RESULTAT xmlns:i=\"%1\" xmlns:ns9=\"urn:autre\">%2%3</i:RESULTAT>"_qs.arg(
                ns, person, report);
        return u"<RESULTAT xmlns:ns3=\"http://www.cnamts.fr/INSiRecVit\" xmlns=\"%1\">%2%3"
               "</RESULTAT>"_qs.arg(ns, report, person);
    }

private:
    [[nodiscard]] QString n(const QString &name) const
    {
        return m_writing.otherwise ? u"i:"_qs + name : name;
    }

    [[nodiscard]] QString oid(const Person &person) const
    {
        if (!m_writing.asEditorsKit)
            return u"1.2.250.1.213.1.4.10"_qs;
        return person.isNia ? u"1.2.250.1.213.1.4.9"_qs : u"1.2.250.1.213.1.4.8"_qs;
    }

    [[nodiscard]] QString matricule(const QString &name, const PastMatricule &past,
                                    const Person &person) const
    {
        const QString dates =
            optional(n(u"DateDeb"_qs), past.from) + optional(n(u"DateFin"_qs), past.until);
        const QString id = element(n(u"IdIndividu"_qs), text(n(u"NumIdentifiant"_qs), past.number) +
                                                            text(n(u"Cle"_qs), past.key));
        const QString authority = text(n(u"OID"_qs), oid(person));
        return element(n(name),
                       m_writing.otherwise ? authority + id + dates : dates + id + authority);
    }

    [[nodiscard]] QString individual(const Person &person) const
    {
        const QString active = matricule(u"INSACTIF"_qs, {person.number, person.key}, person);
        QString history;
        for (const PastMatricule &past : person.history)
            history += matricule(u"INSHISTO"_qs, past, person);
        const QString first = person.tellsFirstGivenName
                                  ? text(n(u"Prenom"_qs), person.givenNames.section(u' ', 0, 0))
                                  : QString();
        const QString traits =
            element(n(u"TIQ"_qs), text(n(u"NomNaissance"_qs), person.surname) + first +
                                      text(n(u"ListePrenom"_qs), person.givenNames) +
                                      text(n(u"Sexe"_qs), person.sex) +
                                      text(n(u"DateNaissance"_qs), person.birthDate) +
                                      optional(n(u"LieuNaissance"_qs), person.birthPlace));
        return element(n(u"INDIVIDU"_qs),
                       m_writing.otherwise ? traits + history + active : active + history + traits);
    }

    Writing m_writing;
};

QByteArray envelopeOf(const QString &content, bool marked, bool otherwise = false)
{
    const QString outer = otherwise ? u"env"_qs : u"soap"_qs;
    const QString mark =
        marked ? u"<%1:Header><a:Simulation xmlns:a=\"urn:ambroise:sandbox\"/></%1:Header>"_qs.arg(
                     outer)
               : QString();
    const QString ns = u"http://www.w3.org/2003/05/soap-envelope"_qs;
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%1:Envelope xmlns:%1=\"%2\">%3"
           "<S:Body xmlns:S=\"%2\">%4</S:Body></%1:Envelope>"_qs.arg(outer, ns, mark, content)
               .toUtf8();
}

} // namespace

QByteArray resultEnvelope(const QList<const Person *> &found, Writing writing)
{
    return envelopeOf(AnswerWriter(writing).result(found), !writing.asEditorsKit,
                      writing.otherwise);
}

QByteArray verificationEnvelope(bool holds)
{
    const QString report = text(u"CodeCR"_qs, holds ? u"00"_qs : u"01"_qs) +
                           text(u"LibelleCR"_qs, holds ? u"OK"_qs : u"INS non valide"_qs);
    return envelopeOf(u"<VERIFIE xmlns=\"%1\">%2</VERIFIE>"_qs.arg(verificationNamespace,
                                                                   element(u"CR"_qs, report)),
                      true);
}

QByteArray faultEnvelope(const QString &subcode, const QString &code, const QString &why)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return envelopeOf(
        u"<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value>"
        "soap:%1</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text xml:lang=\"fr\">"
        "%2</soap:Text></soap:Reason><soap:Detail><siram:Erreur code=\"%3\" messageID=\"uuid:%4\" "
        "severite=\"erreur\" xmlns:siram=\"urn:siram\">%2</siram:Erreur></soap:Detail>"
        "</soap:Fault>"_qs.arg(subcode, why.toHtmlEscaped(), code, id),
        true);
}

} // namespace ambroise::sandbox
