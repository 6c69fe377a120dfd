// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/insiserver.h>

#include "insianswer.h"

#include <QSslSocket>

namespace ambroise::sandbox {
namespace {

using Kind = Behaviour::Kind;

const QString organisationsAuthority =
    QStringLiteral("TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS");
const QString structure = QStringLiteral("10B0152872");
const QString organisation = QStringLiteral("CABINET DU BAC A SABLE");

Authority::Subject clientSubject(const QString &commonName)
{
    return {commonName, structure, organisation};
}

HttpReply soapReply(int status, QByteArray envelope)
{
    return {.status = status,
            .contentType = "application/soap+xml; charset=utf-8",
            .body = std::move(envelope)};
}

QUrl urlOf(const HttpServer *server)
{
    return server ? QUrl(u"https://127.0.0.1:%1/lps"_qs.arg(server->port())) : QUrl();
}

} // namespace

InsiServer::InsiServer(const Clock &clock, Options options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_register(m_options.madeUpPersons)
    , m_servers({u"AC DU BAC A SABLE AMBROISE"_qs}, clock.now())
    , m_organisations({organisationsAuthority}, clock.now())
    , m_others({u"TEST AC IGC-SANTE AUTRE"_qs}, clock.now())
    , m_persons({u"TEST AC IGC-SANTE FORT PERSONNES"_qs}, clock.now())
    , m_server(m_servers.issue({u"qualiflps"_qs}, Authority::Use::Server,
                               {u"127.0.0.1"_qs, u"localhost"_qs}))
    , m_client(m_organisations.issue(clientSubject(u"INSI-MANU"_qs), Authority::Use::Client))
    , m_signer(m_persons.issue({u"899700218896"_qs}, Authority::Use::Signature))
    , m_signers({m_persons.certificate()})
{
}

InsiServer::~InsiServer() = default;

QSslConfiguration InsiServer::tls(bool wantsCertificate) const
{
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setLocalCertificate(m_server.certificate());
    tls.setPrivateKey(m_server.key());
    tls.setCaCertificates({m_organisations.certificate(), m_others.certificate()});
    tls.setPeerVerifyMode(wantsCertificate ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    return tls;
}

Status InsiServer::listen(quint16 certificatePort, quint16 cardPort)
{
    m_certificates = std::make_unique<HttpServer>(
        tls(true), [this](const HttpRequest &request) { return answer(request, false); });
    m_cards = std::make_unique<HttpServer>(
        tls(false), [this](const HttpRequest &request) { return answer(request, true); });
    AMBROISE_CHECK(m_certificates->listen(certificatePort));
    return m_cards->listen(cardPort);
}

QUrl InsiServer::certificateEndpoint() const
{
    return urlOf(m_certificates.get());
}

QUrl InsiServer::cardEndpoint() const
{
    return urlOf(m_cards.get());
}

Issued InsiServer::clientNamed(const QString &commonName, bool rightIssuer) const
{
    const Authority &issuer = rightIssuer ? m_organisations : m_others;
    return issuer.issue(clientSubject(commonName), Authority::Use::Client);
}

HttpReply InsiServer::answer(const HttpRequest &request, bool withAssertion)
{
    const InsiRules rules{withAssertion, m_clock.now(), m_options.idams, m_signers,
                          organisationsAuthority};
    Served served;
    const auto question = readQuestion(request, rules);
    if (question.ok())
        served.question = *question;
    HttpReply reply =
        question.ok() ? answerTo(*question, served) : refuse(question.error(), served);
    m_served << served;
    reply.delay = m_behaviour.delay;
    switch (m_behaviour.kind) {
    case Kind::Silent:
        reply.manner = HttpReply::Manner::Silent;
        break;
    case Kind::Closed:
        reply.manner = HttpReply::Manner::ClosedAtOnce;
        break;
    case Kind::Cut:
        reply.manner = HttpReply::Manner::CutInside;
        break;
    case Kind::Html:
        return {.contentType = "text/html",
                .body = "<!DOCTYPE html><html><body><h1>Portail</h1></body></html>",
                .delay = m_behaviour.delay};
    case Kind::Normal:
    case Kind::OtherPerson:
    case Kind::Fault:
    case Kind::OtherWriting:
        break;
    }
    return reply;
}

HttpReply InsiServer::answerTo(const InsiQuestion &question, Served &served) const
{
    if (m_behaviour.kind == Kind::Fault) {
        served.outcome = m_behaviour.faultCode;
        return soapReply(500, faultEnvelope(m_behaviour.faultSubcode, m_behaviour.faultCode,
                                            u"Erreur demandée au bac à sable."_qs));
    }
    QList<const Person *> found;
    if (question.operation == InsiQuestion::Operation::Traits) {
        found = m_register.find(question.traits);
    } else {
        const Person *person = m_register.byNumber(question.number);
        PersonQuery query = question.traits;
        if (person && query.surname.isEmpty())
            query.surname = person->surname;
        if (person && (question.key.isEmpty() || question.key == person->key) &&
            m_register.find(query).contains(person))
            found << person;
    }
    if (m_behaviour.kind == Kind::OtherPerson)
        found = {&m_register.persons().last()};
    served.outcome = found.size() == 1 ? u"00"_qs : found.isEmpty() ? u"01"_qs : u"02"_qs;
    if (question.operation == InsiQuestion::Operation::Verification)
        return soapReply(200, verificationEnvelope(found.size() == 1));
    return soapReply(200, resultEnvelope(found, {m_options.asEditorsKit,
                                                 m_behaviour.kind == Kind::OtherWriting}));
}

//! The service's own codes where they are public, else one that says whose it is.
HttpReply InsiServer::refuse(const Error &error, Served &served) const
{
    const QString code = error.subject.section(u'.', 1);
    const bool known = code.startsWith(u"desir_");
    served.outcome = known ? code : u"sandbox_"_qs + code;
    served.why = error.detail;
    return soapReply(500, faultEnvelope(known ? u"siram_100"_qs : u"siram_sandbox"_qs,
                                        served.outcome, error.detail));
}

} // namespace ambroise::sandbox
