// SPDX-License-Identifier: GPL-3.0-or-later
#include "postinsi.h"

#include <ambroise/cards/cardholder.h>

namespace ambroise::app {

Result<cards::CardInfo> PostInsi::cardOfSession() const
{
    const auto card = m_cards.card();
    if (!card)
        return Error{ErrorCode::Unavailable, u"card.none"_qs, {}};
    if (!m_cards.bears(m_session.account().person))
        return Error{ErrorCode::Denied, u"insi.card_of_another"_qs, {}};
    return *card;
}

Result<InsiSigner> PostInsi::holderOf(const cards::CardInfo &card) const
{
    AMBROISE_TRY(const auto holder, cards::CardHolder::fromCertificate(card.certificateDer));
    return InsiSigner{m_cards.signer(card.serial, m_askCode), holder.nationalId};
}

Result<identity::InsiService *> PostInsi::service()
{
    AMBROISE_TRY(const auto setup, InsiSetup::load(m_practice));
    if (!setup)
        return Error{ErrorCode::Invalid, u"insi.not_set_up"_qs, {}};
    InsiSigner holder;
    QString serial;
    if (setup->card) {
        AMBROISE_TRY(const cards::CardInfo card, cardOfSession());
        AMBROISE_TRY(holder, holderOf(card));
        serial = card.serial;
    }
    if (const auto known = m_links.find(serial); known != m_links.end())
        return &known->second->service();
    AMBROISE_TRY(auto link, InsiLink::open(*setup, m_practice, std::move(holder)));
    return &m_links.emplace(serial, std::move(link)).first->second->service();
}

void PostInsi::forgetCard(const QString &serial)
{
    if (const auto known = m_links.find(serial); known != m_links.end())
        known->second->service().cardRemoved();
}

} // namespace ambroise::app
