// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/net/soapclient.h>

#include <QXmlStreamReader>

namespace ambroise::net {
namespace {

const QString soapNamespace = QStringLiteral("http://www.w3.org/2003/05/soap-envelope");

bool isXmlType(const QByteArray &type)
{
    return type == "application/soap+xml" || type == "application/xml" || type == "text/xml";
}

bool looksLikeHtml(const HttpAnswer &answer)
{
    const QByteArray beginning = answer.body.left(512).trimmed().toLower();
    return answer.contentType == "text/html" || answer.contentType == "application/xhtml+xml" ||
           beginning.startsWith("<!doctype html") || beginning.startsWith("<html");
}

bool beginsAsEnvelope(const QByteArray &body)
{
    QXmlStreamReader xml(body);
    return xml.readNextStartElement() && xml.name() == u"Envelope" &&
           xml.namespaceUri() == soapNamespace;
}

} // namespace

Result<SoapAnswer> soapAnswerOf(const HttpAnswer &answer)
{
    const QString status = u"HTTP %1"_qs.arg(answer.status);
    if (looksLikeHtml(answer))
        return Error{ErrorCode::Corrupt, u"net.html"_qs, status};
    const bool xml = isXmlType(answer.contentType) || answer.contentType.isEmpty();
    if (xml && beginsAsEnvelope(answer.body))
        return SoapAnswer{answer.status, answer.body};
    if (answer.status >= 400)
        return Error{ErrorCode::Unavailable, u"net.status"_qs, status};
    return Error{ErrorCode::Corrupt, u"net.content"_qs, QString::fromLatin1(answer.contentType)};
}

SoapClient::SoapClient(HttpsClient &https)
    : m_https(https)
{
}

QFuture<Result<SoapAnswer>> SoapClient::call(const QUrl &url, const QString &action,
                                             const QByteArray &envelope) const
{
    const QByteArray type =
        "application/soap+xml; charset=utf-8; action=\"" + action.toUtf8() + '"';
    QFuture<Result<HttpAnswer>> sent =
        m_https.post(url, envelope, {{"Content-Type", type}, {"Accept", "application/soap+xml"}});
    const Promised<SoapAnswer> promised;
    promised.whenCancelled(&m_https, [sent]() mutable { sent.cancel(); });
    whenKept(sent, &m_https, [promised](const Result<HttpAnswer> &answer) {
        promised.give(answer.ok() ? soapAnswerOf(*answer) : Result<SoapAnswer>(answer.error()));
    });
    return promised.future();
}

} // namespace ambroise::net
