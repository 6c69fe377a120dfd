// SPDX-License-Identifier: GPL-3.0-or-later
#include "staff.h"

#include <algorithm>

namespace ambroise::app {

Result<crypto::Keyring> PasswordSlot::run() const
{
    crypto::Keyring keyring = *m_before;
    AMBROISE_CHECK(keyring.addPassword(*m_key, m_login, m_password, m_params));
    return keyring;
}

Status Staff::checkOpen(const access::Account &account) const
{
    AMBROISE_TRY(const access::Account now, m_practice.accounts().byId(account.id));
    return now.active ? done() : Status(Error{ErrorCode::Denied, u"account.inactive"_qs, {}});
}

Result<QStringList> Staff::passwordContext(const QString &login, const access::Person &person) const
{
    AMBROISE_TRY(const auto profile, m_practice.profile().get());
    return QStringList{login, person.surname, person.givenName, profile.name};
}

Result<PasswordSlot> Staff::slotFor(const access::Login &login, const access::Person &person,
                                    const QString &password) const
{
    AMBROISE_TRY(const QStringList context, passwordContext(login.value(), person));
    AMBROISE_CHECK(crypto::PasswordRules::accept(password, context));
    AMBROISE_TRY(const crypto::Keyring now, m_practice.keyring().current());
    PasswordSlot slot;
    slot.m_before = std::make_shared<const crypto::Keyring>(now);
    slot.m_key = std::make_shared<const crypto::SecretBytes>(m_practice.key().clone());
    slot.m_login = login.value();
    slot.m_password = password;
    slot.m_params = m_params;
    return slot;
}

Result<UserId> Staff::add(const access::Login &login, const access::Person &person,
                          const crypto::Keyring &withSlot, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_TRY(const UserId id, m_practice.accounts().add(login, person, actor));
    AMBROISE_CHECK(m_practice.keyring().put(withSlot));
    AMBROISE_CHECK(transaction.commit());
    m_practice.refreshFaces();
    return id;
}

Status Staff::setPassword(const access::Account &account, const crypto::Keyring &withSlot,
                          const audit::Actor &actor)
{
    AMBROISE_CHECK(checkOpen(account));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_CHECK(m_practice.journal().record(
        {audit::Action::Update, audit::Subject::User, account.id.value, {}, u"password"_qs},
        actor));
    AMBROISE_CHECK(m_practice.keyring().put(withSlot));
    return transaction.commit();
}

Status Staff::reactivate(access::Account account, const crypto::Keyring &withSlot,
                         const audit::Actor &actor)
{
    account.active = true;
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_CHECK(m_practice.accounts().update(account, actor));
    AMBROISE_CHECK(m_practice.keyring().put(withSlot));
    AMBROISE_CHECK(transaction.commit());
    m_practice.refreshFaces();
    return done();
}

Result<UserId> Staff::add(const access::Login &login, const access::Person &person,
                          const QString &password, const audit::Actor &actor)
{
    AMBROISE_TRY(const PasswordSlot slot, slotFor(login, person, password));
    AMBROISE_TRY(const crypto::Keyring keyring, slot.run());
    return add(login, person, keyring, actor);
}

Status Staff::setPassword(const access::Account &account, const QString &password,
                          const audit::Actor &actor)
{
    AMBROISE_TRY(const PasswordSlot slot, slotFor(account.login, account.person, password));
    AMBROISE_TRY(const crypto::Keyring keyring, slot.run());
    return setPassword(account, keyring, actor);
}

Result<QList<access::EnrolledCard>> Staff::cards() const
{
    AMBROISE_TRY(const crypto::Keyring keyring, m_practice.keyring().current());
    return access::EnrolledCard::allIn(keyring);
}

Status Staff::mayEnrol(const access::Account &account, const QByteArray &fingerprint) const
{
    AMBROISE_TRY(const QList<access::EnrolledCard> known, cards());
    for (const access::EnrolledCard &card : known) {
        if (card.fingerprint != fingerprint || card.login == account.login.value())
            continue;
        const auto login = access::Login::parse(card.login);
        const auto other = login.ok() ? m_practice.accounts().byLogin(*login)
                                      : Result<access::Account>(login.error());
        return Error{ErrorCode::Conflict, u"card.taken"_qs,
                     other.ok() ? other->person.displayName() : card.login};
    }
    return done();
}

Status Staff::enrolCard(const access::Account &account, const access::CardOffer &card,
                        const crypto::SecretBytes &secret, const audit::Actor &actor)
{
    AMBROISE_CHECK(checkOpen(account));
    AMBROISE_CHECK(mayEnrol(account, card.fingerprint));
    AMBROISE_TRY(crypto::Keyring keyring, m_practice.keyring().current());
    AMBROISE_CHECK(keyring.addCard(m_practice.key(), account.login.value(), card.salt, secret,
                                   card.fingerprint, card.publicData(m_practice.clock().today())));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_CHECK(
        m_practice.journal().record({audit::Action::Enrol,
                                     audit::Subject::Card,
                                     account.id.value,
                                     {},
                                     access::EnrolledCard{{}, card.fingerprint}.shortName()},
                                    actor));
    AMBROISE_CHECK(m_practice.keyring().put(keyring));
    return transaction.commit();
}

Status Staff::removeCard(const access::Account &account, const access::EnrolledCard &card,
                         const audit::Actor &actor)
{
    AMBROISE_TRY(crypto::Keyring keyring, m_practice.keyring().current());
    const QList<crypto::SlotInfo> entries = keyring.entries();
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const crypto::SlotInfo &slot) {
            return slot.kind == crypto::SlotKind::Card && slot.login == account.login.value() &&
                   slot.certificateFingerprint == card.fingerprint;
        });
    if (found == entries.end())
        return Error{ErrorCode::NotFound, u"keyring.slot"_qs, {}};
    AMBROISE_CHECK(keyring.remove(m_practice.key(), found->id));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_CHECK(m_practice.journal().record(
        {audit::Action::Revoke, audit::Subject::Card, account.id.value, {}, card.shortName()},
        actor));
    AMBROISE_CHECK(m_practice.keyring().put(keyring));
    return transaction.commit();
}

Status Staff::deactivate(access::Account account, const audit::Actor &actor)
{
    account.active = false;
    AMBROISE_TRY(crypto::Keyring keyring, m_practice.keyring().current());
    const Status removed = keyring.remove(m_practice.key(), account.login.value());
    const bool hadNone = !removed.ok() && removed.error().code == ErrorCode::NotFound;
    if (!removed.ok() && !hadNone)
        return removed;
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_CHECK(m_practice.accounts().update(account, actor));
    if (!hadNone)
        AMBROISE_CHECK(m_practice.keyring().put(keyring));
    AMBROISE_CHECK(transaction.commit());
    m_practice.refreshFaces();
    return done();
}

Status Staff::update(const access::Account &account, const audit::Actor &actor)
{
    AMBROISE_CHECK(m_practice.accounts().update(account, actor));
    m_practice.refreshFaces();
    return done();
}

} // namespace ambroise::app
