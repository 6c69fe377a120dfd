// SPDX-License-Identifier: GPL-3.0-or-later
#include "networkfault.h"

namespace ambroise::net {
namespace {

//! What Qt tells of a TLS error is the text of OpenSSL alone.
Error tlsFault(const QNetworkReply &reply)
{
    const QString said = reply.errorString();
    if (said.contains(u"PKCS#11 module"))
        return {ErrorCode::Unavailable, u"net.card"_qs, said};
    return {ErrorCode::Denied, u"net.refused"_qs, said};
}

} // namespace

std::optional<Error> faultOf(const QNetworkReply &reply, int status, bool distrusted)
{
    const QString said = reply.errorString();
    if (distrusted)
        return Error{ErrorCode::Denied, u"net.server_certificate"_qs, said};
    switch (reply.error()) {
    case QNetworkReply::NoError:
        return {};
    case QNetworkReply::SslHandshakeFailedError:
        return tlsFault(reply);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::OperationCanceledError:
        return Error{ErrorCode::Unavailable, u"net.cut"_qs, said};
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Error{ErrorCode::Unavailable, u"net.unreachable"_qs, said};
    case QNetworkReply::TimeoutError:
        return Error{ErrorCode::Timeout, u"net.timeout"_qs, said};
    case QNetworkReply::UnknownNetworkError:
        // With TLS 1.3 the server judges our certificate after the handshake.
        return said.contains(u"alert") ? tlsFault(reply)
                                       : Error{ErrorCode::Unavailable, u"net.unreachable"_qs, said};
    default:
        // Every HTTP status from 400 on is an error of Qt's too; here it is an answer.
        if (status >= 400)
            return {};
        return Error{ErrorCode::Corrupt, u"net.protocol"_qs, said};
    }
}

} // namespace ambroise::net
