// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/insisetup.h>

#include <ambroise/insi/httpinsiservice.h>

namespace ambroise::app {

//! The way to INSi as this post is set up, for as long as a session lasts.
class InsiLink {
public:
    //! Errors: those of net::ClientCredential and net::anchorsFromPem.
    static Result<std::unique_ptr<InsiLink>> open(const InsiSetup &setup, const Clock &clock);

    [[nodiscard]] identity::InsiService &service() { return m_service; }
    //! A stand-in or the test platform: every window says so.
    [[nodiscard]] bool isProduction() const { return m_production; }

private:
    InsiLink(const QSslConfiguration &tls, insi::InsiSettings settings, const Clock &clock);

    net::HttpsClient m_https;
    net::SoapClient m_soap;
    bool m_production;
    insi::HttpInsiService m_service;
};

} // namespace ambroise::app
