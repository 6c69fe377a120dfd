// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpconnection.h"

#include <QSslSocket>
#include <QTimer>

namespace ambroise::sandbox {
namespace {

constexpr qsizetype largestHead = 16 * 1024;
constexpr qsizetype largestBody = 1024 * 1024;

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 500:
        return "Internal Server Error";
    default:
        return "Status";
    }
}

QHash<QByteArray, QByteArray> headersOf(const QList<QByteArray> &lines)
{
    QHash<QByteArray, QByteArray> headers;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0)
            headers.insert(lines[i].left(colon).toLower(), lines[i].mid(colon + 1).trimmed());
    }
    return headers;
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, HttpServer::Handler handler, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(std::move(handler))
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    read();
}

void HttpConnection::read()
{
    m_buffer += m_socket->readAll();
    if (m_busy)
        return;
    if (const auto request = take())
        handle(*request);
}

std::optional<HttpRequest> HttpConnection::take()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0 || end > largestHead) {
        if (m_buffer.size() > largestHead)
            refuse(413);
        return {};
    }
    const QList<QByteArray> lines = m_buffer.left(end).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> first = lines.first().split(' ');
    HttpRequest request{
        .method = first.value(0), .path = first.value(1), .headers = headersOf(lines)};
    bool known = false;
    const qsizetype length = request.headers.value("content-length", "0").toLongLong(&known);
    if (!known || length < 0 || request.headers.contains("transfer-encoding")) {
        refuse(411);
        return {};
    }
    if (length > largestBody) {
        refuse(413);
        return {};
    }
    if (m_buffer.size() < end + 4 + length)
        return {};
    request.body = m_buffer.mid(end + 4, length);
    m_buffer.remove(0, end + 4 + length);
    if (const auto *tls = qobject_cast<QSslSocket *>(m_socket))
        request.client = tls->peerCertificate();
    return request;
}

void HttpConnection::handle(const HttpRequest &request)
{
    m_busy = true;
    const HttpReply reply = m_handler(request);
    if (reply.manner == HttpReply::Manner::Silent)
        return;
    if (reply.delay.count() == 0) {
        give(reply);
        return;
    }
    QTimer::singleShot(reply.delay, this, [this, reply] { give(reply); });
}

void HttpConnection::give(const HttpReply &reply)
{
    if (reply.manner == HttpReply::Manner::ClosedAtOnce) {
        m_socket->disconnectFromHost();
        return;
    }
    m_socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status) +
                    "\r\nContent-Type: " + reply.contentType +
                    "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n");
    if (reply.manner == HttpReply::Manner::CutInside) {
        m_socket->write(reply.body.left(reply.body.size() / 2));
        m_socket->disconnectFromHost();
        return;
    }
    m_socket->write(reply.body);
    m_busy = false;
    read();
}

void HttpConnection::refuse(int status)
{
    m_busy = true;
    m_buffer.clear();
    m_socket->write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) +
                    "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    m_socket->disconnectFromHost();
}

} // namespace ambroise::sandbox
