// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/insi/httpinsiservice.h>
#include <ambroise/net/tls.h>
#include <ambroise/sandbox/control.h>
#include <ambroise/sandbox/insiserver.h>

#include <support/result.h>

#include <QtTest>

//! A post that calls the stand-in of INSi over real sockets.
namespace ambroise::test {

using namespace std::chrono_literals;

inline const SystemClock &clockOfTheDay()
{
    static const SystemClock clock; // TLS judges certificates by the real one
    return clock;
}

inline crypto::SecretBytes secret(const QByteArray &bytes)
{
    return crypto::SecretBytes::fromBytes(bytes);
}

inline insi::InsiSettings settingsFor(const QUrl &endpoint)
{
    insi::InsiSettings settings;
    settings.endpoint = endpoint;
    settings.caller = {u"BACASABLE01"_qs, u"AMBROISE"_qs, u"0.1"_qs,
                       u"00000000-0000-4000-8000-000000000001"_qs, u"10B0152872"_qs};
    settings.production = false;
    return settings;
}

inline net::ClientCredential credentialOf(const sandbox::Issued &issued)
{
    return *net::ClientCredential::fromPem(issued.certificatePem, secret(issued.keyPem));
}

//! With an organisation's certificate, or with a card's assertion.
class Desk {
public:
    explicit Desk(const sandbox::InsiServer &server, insi::InsiSettings settings,
                  std::chrono::milliseconds deadline = 20s)
        : m_https(net::configurationOf({server.serverAuthority().certificate()},
                                       credentialOf(server.client())),
                  {deadline})
        , m_soap(m_https)
        , service(m_soap, nullptr, std::move(settings), clockOfTheDay())
    {
    }
    Desk(const sandbox::InsiServer &server, insi::InsiSettings settings,
         insi::Assertions &assertions, std::chrono::milliseconds deadline = 20s)
        : m_https(net::configurationOf({server.serverAuthority().certificate()}, {}), {deadline})
        , m_soap(m_https)
        , service(m_soap, &assertions, std::move(settings), clockOfTheDay())
    {
    }
    Desk(QSslConfiguration tls, insi::InsiSettings settings)
        : m_https(std::move(tls), {20s})
        , m_soap(m_https)
        , service(m_soap, nullptr, std::move(settings), clockOfTheDay())
    {
    }

private:
    net::HttpsClient m_https;
    net::SoapClient m_soap;

public:
    insi::HttpInsiService service;
};

inline identity::InsiTraits traitsOf(const QString &surname, const QString &givenName,
                                     identity::Sex sex, QDate birth)
{
    return {*identity::BirthSurname::parse(surname), *identity::GivenNames::parse(givenName), sex,
            birth};
}

inline identity::InsiTraits adrun()
{
    return traitsOf(u"ADRUN"_qs, u"ZOE"_qs, identity::Sex::Female, {1975, 12, 31});
}

inline identity::InsiTraits hermann()
{
    return traitsOf(u"HERMANN"_qs, u"GATIEN"_qs, identity::Sex::Male, {1981, 3, 24});
}

template <class T>
[[nodiscard]] Result<T> waitFor(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        return Error{ErrorCode::Timeout, u"test.never"_qs, {}};
    if (future.resultCount() == 0)
        return Error{ErrorCode::Cancelled, u"test.nothing"_qs, {}};
    return future.result();
}

inline insi::Professional doctor()
{
    return {u"899700218896"_qs, u"00B6087510"_qs, u"SA07"_qs, u"SM54"_qs};
}

} // namespace ambroise::test
