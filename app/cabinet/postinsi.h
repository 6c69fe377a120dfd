// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carddesk.h"

#include <practice/insilink.h>

#include <ambroise/insi/cardsigner.h>

#include <map>

namespace ambroise::app {

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
