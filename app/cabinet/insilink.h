// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carddesk.h"

#include <practice/insisetup.h>

#include <ambroise/insi/cardsigner.h>
#include <ambroise/insi/httpinsiservice.h>

#include <map>

namespace ambroise::app {

//! Who signs what is asked, in the mode of a card.
struct InsiSigner {
    std::unique_ptr<insi::AssertionSigner> signer{};
    QString nationalId{};
};

//! The way to INSi as this post is set up, for as long as a session lasts.
class InsiLink {
public:
    //! Errors: Denied "insi.not_production" (a stand-in or the test platform, in a practice of real
    //! patients); those of net::ClientCredential and net::anchorsFromPem.
    static Result<std::unique_ptr<InsiLink>> open(const InsiSetup &setup, const Practice &practice,
                                                  InsiSigner holder = {});

    [[nodiscard]] insi::HttpInsiService &service() { return *m_service; }

private:
    explicit InsiLink(const QSslConfiguration &tls);

    std::unique_ptr<insi::AssertionSigner> m_signer; //!< null with a certificate, as the next
    std::unique_ptr<insi::Assertions> m_assertions;
    net::HttpsClient m_https;
    net::SoapClient m_soap;
    std::unique_ptr<insi::HttpInsiService> m_service;
};

//! INSi as this post is set up, opened when it is first needed.
class PostInsi {
public:
    //! `askCode`: of the card that signs. References outlive this.
    PostInsi(const Practice &practice, const access::Session &session, CardDesk &cards,
             insi::CardSigner::AskCode askCode)
        : m_practice(practice)
        , m_session(session)
        , m_cards(cards)
        , m_askCode(std::move(askCode))
    {
    }
    //! Lives as long as this. Errors: Invalid "insi.not_set_up"; in the mode of a card Unavailable
    //! "card.none", Denied "insi.card_of_another" (only who is signed in asks with their card);
    //! those of InsiSetup::load and InsiLink::open.
    Result<identity::InsiService *> service();
    //! What was asked with it ends; it is asked for its code again.
    void forgetCard(const QString &serial);

private:
    [[nodiscard]] Result<InsiSigner> holderOf(const cards::CardInfo &card) const;
    [[nodiscard]] Result<cards::CardInfo> cardOfSession() const;

    const Practice &m_practice;
    const access::Session &m_session;
    CardDesk &m_cards;
    insi::CardSigner::AskCode m_askCode;
    //! By the card's serial, empty with a certificate. None goes before a search that it serves.
    std::map<QString, std::unique_ptr<InsiLink>> m_links;
};

} // namespace ambroise::app
