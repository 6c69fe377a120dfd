// SPDX-License-Identifier: GPL-3.0-or-later
#include "staff.h"

namespace ambroise::app {

Result<QStringList> Staff::passwordContext(const access::Login &login,
                                           const access::Person &person) const
{
    AMBROISE_TRY(const auto profile, m_practice.profile().get());
    return QStringList{login.value(), person.surname, person.givenName, profile.name};
}

Result<UserId> Staff::add(const access::Login &login, const access::Person &person,
                          const QString &password, const audit::Actor &actor)
{
    AMBROISE_TRY(const QStringList context, passwordContext(login, person));
    AMBROISE_CHECK(crypto::PasswordRules::accept(password, context));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_TRY(const UserId id, m_practice.accounts().add(login, person, actor));
    AMBROISE_CHECK(m_practice.keyring().change([&](crypto::Keyring &keyring) {
        return keyring.addPassword(m_practice.key(), login.value(), password, m_params);
    }));
    AMBROISE_CHECK(transaction.commit());
    AMBROISE_CHECK(m_practice.refreshFaces());
    return id;
}

Status Staff::setPassword(const access::Account &account, const QString &password,
                          const audit::Actor &actor)
{
    AMBROISE_TRY(const QStringList context, passwordContext(account.login, account.person));
    AMBROISE_CHECK(crypto::PasswordRules::accept(password, context));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_CHECK(m_practice.journal().record(
        {audit::Action::Update, audit::Subject::User, account.id.value, {}, u"password"_qs},
        actor));
    AMBROISE_CHECK(m_practice.keyring().change([&](crypto::Keyring &keyring) {
        return keyring.addPassword(m_practice.key(), account.login.value(), password, m_params);
    }));
    return transaction.commit();
}

Status Staff::enrolCard(const access::Account &account, const QByteArray &salt,
                        const crypto::SecretBytes &secret, const QByteArray &certificateFingerprint,
                        const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_CHECK(m_practice.journal().record(
        {audit::Action::Enrol, audit::Subject::Card, account.id.value}, actor));
    AMBROISE_CHECK(m_practice.keyring().change([&](crypto::Keyring &keyring) {
        return keyring.addCard(m_practice.key(), account.login.value(), salt, secret,
                               certificateFingerprint, {});
    }));
    return transaction.commit();
}

Status Staff::deactivate(access::Account account, const audit::Actor &actor)
{
    account.active = false;
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_CHECK(m_practice.accounts().update(account, actor));
    const Status removed = m_practice.keyring().change([&](crypto::Keyring &keyring) {
        return keyring.remove(m_practice.key(), account.login.value());
    });
    if (!removed.ok() && removed.error().code != ErrorCode::NotFound)
        return removed;
    AMBROISE_CHECK(transaction.commit());
    return m_practice.refreshFaces();
}

Status Staff::update(const access::Account &account, const audit::Actor &actor)
{
    AMBROISE_CHECK(m_practice.accounts().update(account, actor));
    return m_practice.refreshFaces();
}

} // namespace ambroise::app
