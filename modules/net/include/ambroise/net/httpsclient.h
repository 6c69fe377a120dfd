// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/net/promised.h>

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <utility>

namespace ambroise::net {

class Exchange;

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

struct HttpAnswer {
    int status = 0;
    QByteArray contentType{}; //!< "text/html", without parameters, in lower case; may be empty
    QByteArray body{};
};

//! HTTPS to services that are known by their authority and may want to know us: one TLS
//! configuration for its whole life. Nothing is redirected, kept, compressed or sent twice: what
//! was cut is told, and whoever asked decides.
//!
//! Called and answered on the thread that made it, and never waits. Errors, all of them:
//! - Invalid "net.url": not https;
//! - Timeout "net.timeout": not answered whole within the deadline;
//! - Cancelled "net.cancelled": this object ended (a future that its holder cancels has no result);
//! - Unavailable "net.unreachable": no such host, nobody listens, no network;
//! - Unavailable "net.cut": closed before the answer was whole;
//! - Denied "net.server_certificate": of another authority or name, or past its time;
//! - Denied "net.refused": the service does not want our certificate, or no TLS of ours;
//! - Unavailable "net.card": our key's card did not sign;
//! - Corrupt "net.redirect", "net.too_large", "net.protocol" (not HTTP).
class HttpsClient final : public QObject {
public:
    struct Limits {
        std::chrono::milliseconds deadline{10'000}; //!< of the whole exchange, TLS included
        qint64 largestAnswer = 4 * 1024 * 1024;     //!< bytes of the body
    };

    HttpsClient(QSslConfiguration tls, Limits limits, QObject *parent = nullptr);
    ~HttpsClient() override;

    [[nodiscard]] QFuture<Result<HttpAnswer>> post(const QUrl &url, const QByteArray &body,
                                                   const QList<HttpHeader> &headers);

private:
    QSslConfiguration m_tls;
    Limits m_limits;
    QNetworkAccessManager m_network;
};

} // namespace ambroise::net
