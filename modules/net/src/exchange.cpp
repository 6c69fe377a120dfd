// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange.h"

#include "networkfault.h"

namespace ambroise::net {

Exchange::Exchange(QNetworkReply *reply, HttpsClient::Limits limits, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_limits(limits)
{
    reply->setParent(this);
    reply->setReadBufferSize(limits.largestAnswer + 1); // whoever sends more waits, and is cut off
    connect(reply, &QNetworkReply::sslErrors, this, [this] { m_distrusted = true; });
    connect(reply, &QNetworkReply::readyRead, this, &Exchange::read);
    connect(reply, &QNetworkReply::finished, this, &Exchange::finished);
    m_promised.whenCancelled(this, [this] {
        end(Error{ErrorCode::Cancelled, u"net.cancelled"_qs, {}});
    });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        end(Error{ErrorCode::Timeout, u"net.timeout"_qs, {}});
    });
    m_deadline.start(limits.deadline);
}

Exchange::~Exchange()
{
    m_reply->disconnect(this);
}

void Exchange::read()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_limits.largestAnswer)
        end(Error{ErrorCode::Corrupt, u"net.too_large"_qs, {}});
}

void Exchange::finished()
{
    read();
    end(outcome());
}

Result<HttpAnswer> Exchange::outcome() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (const auto fault = faultOf(*m_reply, status, m_distrusted))
        return *fault;
    if (status >= 300 && status < 400)
        return Error{ErrorCode::Corrupt, u"net.redirect"_qs, u"HTTP %1"_qs.arg(status)};
    const QByteArray type = m_reply->rawHeader("Content-Type").split(';').value(0);
    return HttpAnswer{status, type.trimmed().toLower(), m_body};
}

void Exchange::end(Result<HttpAnswer> result)
{
    m_reply->disconnect(this);
    m_deadline.stop();
    m_promised.give(std::move(result));
    if (m_reply->isRunning())
        m_reply->abort();
    deleteLater();
}

} // namespace ambroise::net
