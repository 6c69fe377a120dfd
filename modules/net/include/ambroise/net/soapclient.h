// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/net/httpsclient.h>

namespace ambroise::net {

//! An envelope that came back, as it came: an answer or a soap:Fault, whatever the HTTP status.
struct SoapAnswer {
    int status = 0;
    QByteArray envelope{};
};

//! One SOAP 1.2 exchange over HTTP (W3C SOAP 1.2 part 2 §7). Errors: those of HttpsClient, and
//! - Corrupt "net.html": a page for people, of a portal or a proxy;
//! - Corrupt "net.content": neither SOAP nor a page;
//! - Unavailable "net.status": an HTTP error without an envelope (detail: "HTTP 503").
class SoapClient {
public:
    explicit SoapClient(HttpsClient &https);

    //! `envelope` goes as it is; `action` is the parameter of application/soap+xml.
    [[nodiscard]] QFuture<Result<SoapAnswer>> call(const QUrl &url, const QString &action,
                                                   const QByteArray &envelope) const;

private:
    HttpsClient &m_https;
};

//! What a whole HTTP answer is as SOAP; see the errors above.
Result<SoapAnswer> soapAnswerOf(const HttpAnswer &answer);

} // namespace ambroise::net
