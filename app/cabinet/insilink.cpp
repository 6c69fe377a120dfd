// SPDX-License-Identifier: GPL-3.0-or-later
#include "insilink.h"

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

} // namespace

InsiLink::InsiLink(const QSslConfiguration &tls, insi::InsiSettings settings, const Clock &clock)
    : m_https(tls, {deadline})
    , m_soap(m_https)
    , m_service(m_soap, nullptr, std::move(settings), clock)
{
}

Result<std::unique_ptr<InsiLink>> InsiLink::open(const InsiSetup &setup, const Practice &practice)
{
    if (!setup.production && !practice.isDemonstration())
        return Error{ErrorCode::Denied, u"insi.not_production"_qs, {}};
    AMBROISE_TRY(const auto anchors, net::anchorsFromPem(setup.anchors));
    AMBROISE_TRY(const auto credential, net::ClientCredential::fromPem(setup.chain, setup.key));
    insi::InsiSettings settings;
    settings.endpoint = setup.endpoint;
    settings.production = setup.production;
    settings.caller.idam = setup.idam;
    settings.caller.name = u"AMBROISE"_qs;
    settings.caller.version = QStringLiteral(AMBROISE_VERSION);
    settings.caller.instance = instanceOf(setup);
    settings.caller.emitter = insi::emitterOf(credential.certificate());
    return std::unique_ptr<InsiLink>(new InsiLink(net::configurationOf(anchors, credential),
                                                  std::move(settings), practice.clock()));
}

Result<identity::InsiService *> PostInsi::service()
{
    if (m_link)
        return &m_link->service();
    AMBROISE_TRY(const auto setup, InsiSetup::load(m_practice));
    if (!setup)
        return Error{ErrorCode::Invalid, u"insi.not_set_up"_qs, {}};
    AMBROISE_TRY(m_link, InsiLink::open(*setup, m_practice));
    return &m_link->service();
}

} // namespace ambroise::app
