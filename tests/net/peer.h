// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/net/httpsclient.h>
#include <ambroise/net/tls.h>
#include <ambroise/sandbox/authority.h>
#include <ambroise/sandbox/httpserver.h>

#include <support/result.h>

#include <QSslSocket>
#include <QtTest>

//! A service on loopback for the tests of net: two authorities, a server, a client.
namespace ambroise::test {

using namespace std::chrono_literals;

//! Made once a process: RSA keys take their time.
struct Peer {
    sandbox::Authority authority{{u"AC DES ESSAIS"_qs}, QDateTime::currentDateTimeUtc()};
    sandbox::Authority stranger{{u"AC INCONNUE"_qs}, QDateTime::currentDateTimeUtc()};
    sandbox::Issued server = authority.issue({u"serveur"_qs}, sandbox::Authority::Use::Server,
                                             {u"localhost"_qs, u"127.0.0.1"_qs});
    sandbox::Issued client = authority.issue({u"INSI-MANU"_qs}, sandbox::Authority::Use::Client);

    [[nodiscard]] QSslConfiguration
    serverTls(QSslSocket::PeerVerifyMode clients = QSslSocket::VerifyNone) const
    {
        QSslConfiguration tls;
        tls.setLocalCertificate(server.certificate());
        tls.setPrivateKey(server.key());
        tls.setCaCertificates({authority.certificate()});
        tls.setPeerVerifyMode(clients);
        return tls;
    }
    [[nodiscard]] net::ClientCredential credential() const
    {
        return *net::ClientCredential::fromPem(client.certificatePem,
                                               crypto::SecretBytes::fromBytes(client.keyPem));
    }
    [[nodiscard]] QSslConfiguration
    clientTls(const std::optional<net::ClientCredential> &credential = {}) const
    {
        return net::configurationOf({authority.certificate()}, credential);
    }
};

inline const Peer &peer()
{
    static const Peer made;
    return made;
}

inline QUrl urlOf(const sandbox::HttpServer &server)
{
    return QUrl(u"https://127.0.0.1:%1/lps"_qs.arg(server.port()));
}

//! Waits for the future; a test that gets nothing fails at its own deadline.
template <class T>
[[nodiscard]] Result<T> waitFor(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        return Error{ErrorCode::Timeout, u"test.never"_qs, {}};
    if (future.resultCount() == 0)
        return Error{ErrorCode::Cancelled, u"test.nothing"_qs, {}};
    return future.takeResult();
}

} // namespace ambroise::test
