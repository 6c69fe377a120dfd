// SPDX-License-Identifier: GPL-3.0-or-later
#include "carddesk.h"

#include <ambroise/access/signin.h>
#include <ambroise/cards/cardmonitor.h>
#include <ambroise/core/text.h>

#include <algorithm>

namespace ambroise::app {
namespace {

using Card = access::ui::SignInPage::Card;

QFuture<Result<crypto::SecretBytes>> refused(const Error &error)
{
    QPromise<Result<crypto::SecretBytes>> promise;
    promise.start();
    promise.addResult(Result<crypto::SecretBytes>(error));
    promise.finish();
    return promise.future();
}

} // namespace

Result<cards::Pin> pinOf(const QString &typed)
{
    return typed.isEmpty() ? Result<cards::Pin>(cards::Pin::onReader()) : cards::Pin::parse(typed);
}

CardDesk::CardDesk(cards::CardMonitor *monitor, access::KeyringFile keyring, const Clock &clock,
                   QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_keyring(std::move(keyring))
    , m_clock(clock)
{
    m_seen = look();
    if (!m_monitor)
        return;
    using Monitor = cards::CardMonitor;
    for (auto signal : {&Monitor::cardInserted, &Monitor::cardChanged})
        connect(m_monitor, signal, this, &CardDesk::refresh);
    for (auto signal : {&Monitor::readerFound, &Monitor::readerLost, &Monitor::moduleAvailable})
        connect(m_monitor, signal, this, &CardDesk::refresh);
    connect(m_monitor, &Monitor::moduleUnavailable, this, &CardDesk::refresh);
    connect(m_monitor, &Monitor::cardRemoved, this, [this](const QString &serial) {
        refresh();
        Q_EMIT removed(serial);
    });
}

void CardDesk::refresh()
{
    m_seen = look();
    Q_EMIT changed();
}

std::optional<cards::CardInfo> CardDesk::card() const
{
    const QList<cards::CardInfo> cards = m_monitor ? m_monitor->cards() : QList<cards::CardInfo>{};
    return cards.isEmpty() ? std::nullopt : std::optional(cards.first());
}

bool CardDesk::holds(const QString &serial) const
{
    const QList<cards::CardInfo> cards = m_monitor ? m_monitor->cards() : QList<cards::CardInfo>{};
    return std::any_of(cards.begin(), cards.end(),
                       [&](const cards::CardInfo &card) { return card.serial == serial; });
}

Card CardDesk::look() const
{
    Card seen;
    if (!m_monitor || m_monitor->trouble())
        seen.state = Card::State::NoModule;
    else if (!m_monitor->hasReader())
        seen.state = Card::State::NoReader;
    const auto info = card();
    if (!info)
        return seen;
    access::Lockout none({}, m_clock);
    const auto slot = access::SignIn(m_keyring, none).slotOfCard(info->certificateFingerprint);
    seen.state = slot.ok() ? Card::State::Read : Card::State::Unknown;
    if (info->certificateExpiry < m_clock.today())
        seen.state = Card::State::Expired;
    if (info->pin == cards::PinState::Locked)
        seen.state = Card::State::Blocked;
    seen.holder = info->holderName;
    seen.login = slot.ok() ? slot->login : QString();
    seen.triesLeft = info->triesLeft;
    seen.fewTries = info->pin == cards::PinState::Few;
    seen.pinOnReader = info->pinOnReader;
    return seen;
}

bool CardDesk::bears(const access::Person &person) const
{
    const auto info = card();
    if (!info)
        return false;
    const auto rpps = access::Rpps::parse(person.rpps);
    if (rpps.ok() && rpps->value() == info->professionalId)
        return true;
    // In any order, and with or without second given names: "FONTANEL Claire Marie".
    const QStringList held = text::foldedWords(info->holderName);
    const QStringList named = text::foldedWords(person.surname + u' ' + person.givenName);
    return !named.isEmpty() && std::all_of(named.begin(), named.end(), [&](const QString &word) {
        return held.contains(word);
    });
}

QFuture<Result<crypto::SecretBytes>> CardDesk::unlock(const QString &pin, const QByteArray &salt)
{
    const auto info = card();
    if (!info)
        return refused({ErrorCode::Unavailable, u"card.none"_qs, {}});
    auto code = pinOf(pin);
    if (!code.ok())
        return refused(code.error());
    return m_monitor->unlock(info->serial, std::move(code).value(), salt);
}

std::unique_ptr<insi::AssertionSigner>
CardDesk::signer(const QString &serial, const insi::CardSigner::AskCode &askCode) const
{
    return m_monitor ? std::make_unique<insi::CardSigner>(*m_monitor, serial, askCode) : nullptr;
}

} // namespace ambroise::app
