// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/net/httpsclient.h>

#include "exchange.h"
#include "oncebody.h"

#include <QNetworkRequest>

namespace ambroise::net {
namespace {

QNetworkRequest requestFor(const QUrl &url, const QSslConfiguration &tls)
{
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // With a body that cannot be read again (OnceBody), Qt tells what was cut instead of silently
    // sending it up to four times: what is sent may be an act and no question.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "Ambroise");
    return request;
}

} // namespace

HttpsClient::HttpsClient(QSslConfiguration tls, Limits limits, QObject *parent)
    : QObject(parent)
    , m_tls(std::move(tls))
    , m_limits(limits)
{
}

HttpsClient::~HttpsClient()
{
    // Before the network that their replies belong to.
    const auto underWay = findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly);
    for (QObject *child : underWay)
        if (auto *exchange = dynamic_cast<Exchange *>(child))
            delete exchange;
}

QFuture<Result<HttpAnswer>> HttpsClient::post(const QUrl &url, const QByteArray &body,
                                              const QList<HttpHeader> &headers)
{
    if (url.scheme() != u"https" || url.host().isEmpty()) {
        const Promised<HttpAnswer> refused;
        refused.give(Error{ErrorCode::Invalid, u"net.url"_qs, {}});
        return refused.future();
    }
    QNetworkRequest request = requestFor(url, m_tls);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    for (const HttpHeader &header : headers)
        request.setRawHeader(header.name, header.value);
    auto *content = new OnceBody(body);
    QNetworkReply *reply = m_network.post(request, content);
    content->setParent(reply);
    return (new Exchange(reply, m_limits, this))->future();
}

} // namespace ambroise::net
