// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate.h"

#include <ambroise/cards/cardmonitor.h>

#include <QtConcurrent>

namespace ambroise::app {
namespace {

using Key = std::shared_ptr<const crypto::SecretBytes>;

Result<Key> shared(Result<crypto::SecretBytes> key)
{
    if (!key.ok())
        return key.error();
    return Key(std::make_shared<const crypto::SecretBytes>(std::move(key).value()));
}

QFuture<Status> failed(const Error &error)
{
    QPromise<Status> promise;
    promise.start();
    promise.addResult(error);
    promise.finish();
    return promise.future();
}

} // namespace

Gate::Gate(PracticeFolder folder, const Clock &clock, QString post, crypto::Argon2Params params,
           cards::CardMonitor *cards, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_post(std::move(post))
    , m_params(params)
    , m_cards(cards)
    , m_keyring(m_folder.keyring())
    , m_lockout(std::make_shared<access::Lockout>(m_folder.attempts(), m_clock))
{
}

std::chrono::seconds Gate::wait(const QString &login) const
{
    return m_lockout->wait(login.isEmpty() ? u"(recovery)"_qs : login);
}

Status Gate::admit(const Result<Key> &key, const QString &login)
{
    m_admitted.clear();
    if (!key.ok())
        return key.error();
    if (!m_practice) {
        AMBROISE_TRY(m_practice, Practice::open(m_folder, **key, m_clock));
    }
    AMBROISE_TRY(const auto parsed, access::Login::parse(login));
    AMBROISE_CHECK(m_practice->admit(parsed));
    m_admitted = parsed.value();
    return done();
}

QFuture<Status> Gate::enter(QFuture<Result<Key>> tried, const QString &login)
{
    return tried.then(this, [this, login](const Result<Key> &key) {
        const Status admitted = admit(key, login);
        if (!admitted.ok() && m_practice)
            (void)m_practice->journal().record(
                {audit::Action::SignInRefused, audit::Subject::User, 0, {}, login.left(40)},
                audit::Actor::program(m_post));
        return admitted;
    });
}

void Gate::followStaff()
{
    // Somebody may have changed their password at another post a moment ago. Where the server does
    // not answer, what this post knows holds.
    if (m_practice)
        (void)m_practice->followStaff();
}

QFuture<Status> Gate::openWithPassword(const QString &login, const QString &password)
{
    followStaff();
    const auto parsed = access::Login::parse(login);
    if (!parsed.ok())
        return failed(parsed.error());
    const auto keyring = std::make_shared<access::KeyringFile>(m_keyring);
    return enter(QtConcurrent::run([keyring, lockout = m_lockout, name = *parsed, password] {
                     return shared(access::SignIn(*keyring, *lockout).withPassword(name, password));
                 }),
                 parsed->value());
}

QFuture<Status> Gate::openWithCard(const QString &login, const QString &pin)
{
    followStaff();
    if (!m_cards || m_cards->cards().isEmpty())
        return failed({ErrorCode::Unavailable, u"card.none"_qs, {}});
    const cards::CardInfo card = m_cards->cards().first();
    access::SignIn signIn(m_keyring, *m_lockout);
    const auto slot = signIn.slotOfCard(card.certificateFingerprint);
    if (!slot.ok())
        return failed(slot.error());
    auto code = pin.isEmpty() ? Result<cards::Pin>(cards::Pin::onReader()) : cards::Pin::parse(pin);
    if (!code.ok())
        return failed(code.error());
    auto secret = m_cards->unlock(card.serial, std::move(code).value(), slot->cardSalt);
    const QString owner = slot->login;
    auto tried =
        secret.then(this, [this, owner](Result<crypto::SecretBytes> answer) -> Result<Key> {
            if (!answer.ok())
                return answer.error();
            AMBROISE_TRY(const auto parsed, access::Login::parse(owner));
            return shared(access::SignIn(m_keyring, *m_lockout).withCard(parsed, *answer));
        });
    Q_UNUSED(login)
    return enter(tried, owner);
}

QFuture<Status> Gate::openWithRecovery(const QString &login, const QString &key,
                                       const QString &newPassword)
{
    followStaff();
    const auto parsed = access::Login::parse(login);
    if (!parsed.ok())
        return failed(parsed.error());
    const auto keyring = std::make_shared<access::KeyringFile>(m_keyring);
    auto tried = QtConcurrent::run([keyring, lockout = m_lockout, key] {
        return shared(access::SignIn(*keyring, *lockout).withRecoveryKey(key));
    });
    return enter(tried, parsed->value())
        .then(this, [this, name = *parsed, newPassword](const Status &entered) -> Status {
            AMBROISE_CHECK(entered);
            AMBROISE_TRY(const auto account, m_practice->accounts().byLogin(name));
            return Staff(*m_practice, m_params)
                .setPassword(account, newPassword, audit::Actor::program(m_post));
        });
}

Result<access::Session> Gate::session(const QString &login)
{
    AMBROISE_TRY(const auto parsed, access::Login::parse(login));
    if (!m_practice || m_admitted != parsed.value())
        return Error{ErrorCode::Denied, u"access.denied"_qs, {}};
    m_admitted.clear();
    return m_practice->signIn(parsed, m_post);
}

} // namespace ambroise::app
