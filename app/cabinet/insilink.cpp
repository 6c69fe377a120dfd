// SPDX-License-Identifier: GPL-3.0-or-later
#include "insilink.h"

#include <ambroise/cards/cardholder.h>

#include <ambroise/net/tls.h>

#include <QUuid>

namespace ambroise::app {
namespace {

constexpr std::chrono::seconds deadline{15};

//! Names this installation to the service; the same as long as its certificate is.
QString instanceOf(const InsiSetup &setup)
{
    return setup.instance.isEmpty()
               ? QUuid::createUuidV5(QUuid(), setup.chain).toString(QUuid::WithoutBraces)
               : setup.instance;
}

Result<std::optional<net::ClientCredential>> credentialOf(const InsiSetup &setup)
{
    if (setup.card)
        return std::optional<net::ClientCredential>();
    AMBROISE_TRY(auto credential, net::ClientCredential::fromPem(setup.chain, setup.key));
    return std::optional(std::move(credential));
}

insi::InsiSettings settingsOf(const InsiSetup &setup)
{
    insi::InsiSettings settings;
    settings.endpoint = setup.endpoint;
    settings.production = setup.production;
    settings.caller.idam = setup.idam;
    settings.caller.name = u"AMBROISE"_qs;
    settings.caller.version = QStringLiteral(AMBROISE_VERSION);
    settings.caller.instance = instanceOf(setup);
    if (const auto &names = setup.verification)
        settings.verification = insi::VerificationContract{names->action, names->xmlNamespace,
                                                           names->request, names->answer};
    return settings;
}

} // namespace

InsiLink::InsiLink(const QSslConfiguration &tls)
    : m_https(tls, {deadline})
    , m_soap(m_https)
{
}

Result<std::unique_ptr<InsiLink>> InsiLink::open(const InsiSetup &setup, const Practice &practice,
                                                 InsiSigner holder)
{
    if (!setup.production && !practice.isDemonstration())
        return Error{ErrorCode::Denied, u"insi.not_production"_qs, {}};
    AMBROISE_TRY(const auto anchors, net::anchorsFromPem(setup.anchors));
    AMBROISE_TRY(const auto credential, credentialOf(setup));
    insi::InsiSettings settings = settingsOf(setup);
    if (credential)
        settings.caller.emitter = insi::emitterOf(credential->certificate());
    std::unique_ptr<InsiLink> link(new InsiLink(net::configurationOf(anchors, credential)));
    if (setup.card && holder.signer) {
        link->m_signer = std::move(holder.signer);
        link->m_assertions = std::make_unique<insi::Assertions>(
            *link->m_signer,
            insi::Professional{holder.nationalId, setup.card->billingId, setup.card->sector,
                               setup.card->specialty},
            practice.clock());
    }
    link->m_service = std::make_unique<insi::HttpInsiService>(
        link->m_soap, link->m_assertions.get(), std::move(settings), practice.clock());
    return link;
}

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
