// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/insi/answer.h>

#include <fuzz/edited.h>

#include <cstdlib>

using namespace ambroise;

namespace {

const QByteArray found =
    "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><S:Body "
    "xmlns:S=\"http://www.w3.org/2003/05/soap-envelope\"><RESULTAT "
    "xmlns=\"http://www.cnamts.fr/INSiResultat\"><CR><CodeCR>00</CodeCR></CR><INDIVIDU><INSACTIF>"
    "<IdIndividu><NumIdentifiant>1090763220834</NumIdentifiant><Cle>89</Cle></IdIndividu>"
    "<OID>1.2.250.1.213.1.4.8</OID></INSACTIF><INSHISTO><DateDeb>2019-03-01</DateDeb><IdIndividu>"
    "<NumIdentifiant>2090763220834</NumIdentifiant><Cle>39</Cle></IdIndividu>"
    "<OID>1.2.250.1.213.1.4.8</OID></INSHISTO><TIQ><NomNaissance>ECETINSI</NomNaissance>"
    "<ListePrenom>PIERRE-ALAIN MURIEL</ListePrenom><Sexe>M</Sexe><DateNaissance>2009-00-00"
    "</DateNaissance><LieuNaissance>63220</LieuNaissance></TIQ></INDIVIDU></RESULTAT></S:Body>"
    "</soap:Envelope>";
const QByteArray fault =
    "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><s:Fault><s:Code>"
    "<s:Value>s:Sender</s:Value><s:Subcode><s:Value>s:siram_100</s:Value></s:Subcode></s:Code>"
    "<s:Reason><s:Text>Raison</s:Text></s:Reason><s:Detail><e:Erreur code=\"desir_550\" "
    "messageID=\"uuid:1\" xmlns:e=\"urn:siram\">Texte</e:Erreur></s:Detail></s:Fault></s:Body>"
    "</s:Envelope>";

//! Whatever was accepted keeps what the port promises.
void use(const identity::InsiAnswer &answer, const QByteArray &envelope)
{
    if (answer.raw != envelope ||
        answer.person.has_value() != (answer.verdict == identity::InsiAnswer::Verdict::Found))
        std::abort();
    if (!answer.person)
        return;
    if (answer.person->ins.matricule.toString().size() != 15)
        std::abort();
    static_cast<void>(answer.person->traits().ok());
    static const identity::InsiTraits asked{
        *identity::BirthSurname::parse(QStringLiteral("ECETINSI")),
        *identity::GivenNames::parse(QStringLiteral("PIERRE")), identity::Sex::Male,
        QDate(2009, 12, 31)};
    static_cast<void>(insi::isSomebodyElse(*answer.person, asked));
    static_cast<void>(insi::isSomebodyElse(*answer.person, identity::InsiCardKey{}));
}

} // namespace

//! An answer is read or refused, by the subjects that are promised.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (const QByteArray &sample : {found, fault}) {
        const QByteArray envelope = fuzz::edited(sample, data, size);
        const auto answer = insi::readAnswer(envelope);
        if (answer.ok())
            use(*answer, envelope);
        else if (!answer.error().subject.startsWith(QStringLiteral("insi.")) ||
                 answer.error().detail.size() > 200)
            std::abort();
        static_cast<void>(insi::readVerification(envelope, QStringLiteral("V")).ok());
    }
    return 0;
}
