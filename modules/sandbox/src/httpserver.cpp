// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/httpserver.h>

#include "httpconnection.h"

#include <QSslServer>
#include <QSslSocket>

namespace ambroise::sandbox {
namespace {

std::unique_ptr<QTcpServer> serverFor(const std::optional<QSslConfiguration> &tls)
{
    if (!tls)
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(*tls);
    return server;
}

} // namespace

HttpServer::HttpServer(std::optional<QSslConfiguration> tls, Handler handler, QObject *parent)
    : QObject(parent)
    , m_server(serverFor(tls))
    , m_handler(std::move(handler))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
}

Status HttpServer::listen(quint16 port)
{
    if (!m_server->listen(QHostAddress::LocalHost, port))
        return Error{ErrorCode::Unavailable, u"sandbox.port"_qs, QString::number(port)};
    return done();
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        new HttpConnection(socket, m_handler, this);
    }
}

} // namespace ambroise::sandbox
