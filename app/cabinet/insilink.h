// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/insisetup.h>

#include <ambroise/insi/httpinsiservice.h>

namespace ambroise::app {

//! The way to INSi as this post is set up, for as long as a session lasts.
class InsiLink {
public:
    //! Errors: Denied "insi.not_production" (a stand-in or the test platform, in a practice of real
    //! patients); those of net::ClientCredential and net::anchorsFromPem.
    static Result<std::unique_ptr<InsiLink>> open(const InsiSetup &setup, const Practice &practice);

    [[nodiscard]] identity::InsiService &service() { return m_service; }

private:
    InsiLink(const QSslConfiguration &tls, insi::InsiSettings settings, const Clock &clock);

    net::HttpsClient m_https;
    net::SoapClient m_soap;
    insi::HttpInsiService m_service;
};

//! INSi as this post is set up, opened when it is first needed.
class PostInsi {
public:
    explicit PostInsi(const Practice &practice)
        : m_practice(practice)
    {
    }
    //! Lives as long as this. Errors: Invalid "insi.not_set_up"; those of InsiSetup::load and
    //! InsiLink::open.
    Result<identity::InsiService *> service();

private:
    const Practice &m_practice;
    std::unique_ptr<InsiLink> m_link;
};

} // namespace ambroise::app
