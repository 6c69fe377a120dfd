// SPDX-License-Identifier: GPL-3.0-or-later
#include "insilink.h"

#include <ambroise/net/tls.h>

#include <QSslCertificate>
#include <QUuid>

namespace ambroise::app {
namespace {

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
    AMBROISE_TRY(auto credential,
                 net::ClientCredential::fromPem(setup.chain, setup.key, setup.passphrase));
    return std::optional(std::move(credential));
}

//! Nobody, where the setup names no key in a file.
Result<InsiSigner> signerInFile(const InsiSetup &setup)
{
    if (!setup.card || setup.card->key.isEmpty())
        return InsiSigner{};
    AMBROISE_TRY(auto key, crypto::RsaKey::fromPem(setup.card->key));
    return InsiSigner{
        std::make_unique<insi::SoftwareSigner>(
            QSslCertificate(setup.card->certificate, QSsl::Pem).toDer(), std::move(key)),
        setup.card->nationalId};
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

InsiLink::InsiLink(const QSslConfiguration &tls, std::chrono::milliseconds deadline)
    : m_https(tls, {deadline})
    , m_soap(m_https)
{
}

Result<std::unique_ptr<InsiLink>> InsiLink::open(const InsiSetup &setup, const Practice &practice,
                                                 InsiSigner holder)
{
    if (!setup.production && !practice.isDemonstration())
        return Error{ErrorCode::Denied, u"insi.not_production"_qs, {}};
    return open(setup, practice.clock(), std::move(holder));
}

Result<std::unique_ptr<InsiLink>> InsiLink::open(const InsiSetup &setup, const Clock &clock,
                                                 InsiSigner holder)
{
    AMBROISE_TRY(const auto anchors, net::anchorsFromPem(setup.anchors));
    AMBROISE_TRY(const auto credential, credentialOf(setup));
    if (!holder.signer) {
        AMBROISE_TRY(holder, signerInFile(setup));
    }
    insi::InsiSettings settings = settingsOf(setup);
    if (credential)
        settings.caller.emitter = insi::emitterOf(credential->certificate());
    std::unique_ptr<InsiLink> link(
        new InsiLink(net::configurationOf(anchors, credential), setup.deadline));
    if (setup.card && holder.signer) {
        link->m_signer = std::move(holder.signer);
        link->m_assertions = std::make_unique<insi::Assertions>(
            *link->m_signer,
            insi::Professional{holder.nationalId, setup.card->billingId, setup.card->sector,
                               setup.card->specialty},
            clock);
    }
    link->m_service = std::make_unique<insi::HttpInsiService>(
        link->m_soap, link->m_assertions.get(), std::move(settings), clock);
    return link;
}

} // namespace ambroise::app
