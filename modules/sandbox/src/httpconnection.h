// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/sandbox/httpserver.h>

#include <QTcpSocket>

namespace ambroise::sandbox {

//! One client's connection; goes with its socket.
class HttpConnection final : public QObject {
public:
    HttpConnection(QTcpSocket *socket, HttpServer::Handler handler, QObject *parent);

private:
    void read();
    //! The first request in the buffer, taken out of it, where it is whole.
    [[nodiscard]] std::optional<HttpRequest> take();
    void handle(const HttpRequest &request);
    void give(const HttpReply &reply);
    void refuse(int status);

    QTcpSocket *m_socket;
    HttpServer::Handler m_handler;
    QByteArray m_buffer;
    bool m_busy = false;
};

} // namespace ambroise::sandbox
