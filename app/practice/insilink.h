// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insisetup.h"

#include <ambroise/insi/httpinsiservice.h>
#include <ambroise/net/httpsclient.h>
#include <ambroise/net/soapclient.h>

namespace ambroise::app {

//! Who signs what is asked, in the mode of a card.
struct InsiSigner {
    std::unique_ptr<insi::AssertionSigner> signer{};
    QString nationalId{};
};

//! The way to INSi as a post is set up, for as long as a session or a command lasts.
class InsiLink {
public:
    //! In the mode of a card without `holder`: signed by the key in a file, where there is one.
    //! Errors: those of net::ClientCredential, net::anchorsFromPem and crypto::RsaKey::fromPem.
    static Result<std::unique_ptr<InsiLink>> open(const InsiSetup &setup, const Clock &clock,
                                                  InsiSigner holder);
    //! The same from a practice. Error: Denied "insi.not_production" (a stand-in or the test
    //! platform, where the patients are real).
    static Result<std::unique_ptr<InsiLink>> open(const InsiSetup &setup, const Practice &practice,
                                                  InsiSigner holder);

    [[nodiscard]] insi::HttpInsiService &service() { return *m_service; }

private:
    InsiLink(const QSslConfiguration &tls, std::chrono::milliseconds deadline);

    std::unique_ptr<insi::AssertionSigner> m_signer; //!< null with a certificate, as the next
    std::unique_ptr<insi::Assertions> m_assertions;
    net::HttpsClient m_https;
    net::SoapClient m_soap;
    std::unique_ptr<insi::HttpInsiService> m_service;
};

} // namespace ambroise::app
