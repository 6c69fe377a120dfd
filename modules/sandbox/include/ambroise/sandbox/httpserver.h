// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTcpServer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace ambroise::sandbox {

struct HttpRequest {
    QByteArray method{};
    QByteArray path{};
    QHash<QByteArray, QByteArray> headers{}; //!< names in lower case
    QByteArray body{};
    QSslCertificate client{}; //!< null where it showed none
};

//! An answer and the manner of giving it.
struct HttpReply {
    enum class Manner {
        Whole,
        Silent,       //!< never; the connection stays
        ClosedAtOnce, //!< not a byte
        CutInside,    //!< half of the body, though its whole length was told
    };
    int status = 200;
    QByteArray contentType = "text/plain; charset=utf-8";
    QByteArray body{};
    Manner manner = Manner::Whole;
    std::chrono::milliseconds delay{0}; //!< before the first byte
};

//! HTTP/1.1 on loopback, with or without TLS, as little of it as a stand-in needs: a length with
//! each body, one request after the other on a connection.
class HttpServer final : public QObject {
public:
    using Handler = std::function<HttpReply(const HttpRequest &)>;

    //! `tls`: none for plain HTTP. The handler is called on this object's thread.
    HttpServer(std::optional<QSslConfiguration> tls, Handler handler, QObject *parent = nullptr);

    //! `port`: 0 for any that is free. Error: Unavailable "sandbox.port".
    Status listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    //! Connections accepted so far.
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void accept();

    std::unique_ptr<QTcpServer> m_server;
    Handler m_handler;
    int m_connections = 0;
};

} // namespace ambroise::sandbox
