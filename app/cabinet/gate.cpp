// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate.h"

#include "afterwards.h"
#include "carddesk.h"

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

} // namespace

Gate::Gate(PracticeFolder folder, const Clock &clock, QString post, crypto::Argon2Params params,
           CardDesk &cards, QObject *parent)
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

Status Gate::admitAndTell(const Result<Key> &key, const QString &login)
{
    const Status admitted = admit(key, login);
    if (!admitted.ok() && m_practice)
        (void)m_practice->journal().record(
            {audit::Action::SignInRefused, audit::Subject::User, 0, {}, login.left(40)},
            audit::Actor::program(m_post));
    return admitted;
}

QFuture<Result<Gate::Key>> Gate::tryPassword(const access::Login &login,
                                             const QString &password) const
{
    const auto keyring = std::make_shared<access::KeyringFile>(m_keyring);
    return QtConcurrent::run([keyring, lockout = m_lockout, login, password] {
        return shared(access::SignIn(*keyring, *lockout).withPassword(login, password));
    });
}

void Gate::followStaff()
{
    // Somebody may have changed their password at another post a moment ago. Where the server does
    // not answer, what this post knows holds.
    if (m_practice)
        (void)m_practice->followStaff();
}

QFuture<Status> Gate::enter(const QFuture<Result<Key>> &tried, const QString &login)
{
    return afterwards(this, tried,
                      [this, login](const Result<Key> &key) { return admitAndTell(key, login); });
}

QFuture<Status> Gate::openWithPassword(const QString &login, const QString &password)
{
    followStaff();
    const auto parsed = access::Login::parse(login);
    if (!parsed.ok())
        return ready(parsed.error());
    return enter(tryPassword(*parsed, password), parsed->value());
}

QFuture<Status> Gate::verifyPassword(const access::Login &login, const QString &password)
{
    return afterwards(this, tryPassword(login, password), [](const Result<Key> &key) {
        return key.ok() ? done() : Status(key.error());
    });
}

QFuture<Status> Gate::openWithCard(const QString &pin)
{
    followStaff();
    const auto card = m_cards.card();
    if (!card)
        return ready(Error{ErrorCode::Unavailable, u"card.none"_qs, {}});
    access::SignIn signIn(m_keyring, *m_lockout);
    const auto slot = signIn.slotOfCard(card->certificateFingerprint);
    if (!slot.ok())
        return ready(slot.error());
    const QString owner = slot->login;
    return afterwards(this, m_cards.unlock(pin, slot->cardSalt),
                      [this, owner](const Result<crypto::SecretBytes> &answer) -> Status {
                          const auto parsed = access::Login::parse(owner);
                          const auto opened = [&]() -> Result<Key> {
                              if (!answer.ok())
                                  return answer.error();
                              if (!parsed.ok())
                                  return parsed.error();
                              return shared(
                                  access::SignIn(m_keyring, *m_lockout).withCard(*parsed, *answer));
                          };
                          return admitAndTell(opened(), owner);
                      });
}

QFuture<Status> Gate::openWithRecovery(const QString &login, const QString &key,
                                       const QString &newPassword)
{
    followStaff();
    const auto parsed = access::Login::parse(login);
    if (!parsed.ok())
        return ready(parsed.error());
    const auto keyring = std::make_shared<access::KeyringFile>(m_keyring);
    auto tried = QtConcurrent::run([keyring, lockout = m_lockout, key] {
        return shared(access::SignIn(*keyring, *lockout).withRecoveryKey(key));
    });
    const auto actor = audit::Actor::program(m_post);
    return afterwards(
        this, enter(tried, parsed->value()),
        [this, name = *parsed, newPassword, actor](const Status &entered) -> QFuture<Status> {
            if (!entered.ok())
                return ready(entered);
            const auto account = m_practice->accounts().byLogin(name);
            return account.ok() ? givePassword(*account, newPassword, actor)
                                : ready(account.error());
        });
}

QFuture<Status> Gate::withPassword(const access::Login &login, const access::Person &person,
                                   const QString &password, const KeepSlot &keep)
{
    const auto slot = staff().slotFor(login, person, password);
    if (!slot.ok())
        return ready(slot.error());
    return afterwards(this, QtConcurrent::run([slot = *slot] { return slot.run(); }),
                      [keep](const Result<crypto::Keyring> &keyring) {
                          return keyring.ok() ? keep(*keyring) : Status(keyring.error());
                      });
}

QFuture<Status> Gate::givePassword(const access::Account &account, const QString &password,
                                   const audit::Actor &actor)
{
    return withPassword(account.login, account.person, password,
                        [this, account, actor](const crypto::Keyring &keyring) -> Status {
                            AMBROISE_CHECK(staff().setPassword(account, keyring, actor));
                            // Who was given a new one does not wait for the wrong old ones.
                            if (const Status told = m_lockout->succeeded(account.login.value());
                                !told.ok())
                                qWarning("attempts: %s", qPrintable(told.error().subject));
                            return done();
                        });
}

Result<access::Session> Gate::session(const QString &login, audit::Action as)
{
    AMBROISE_TRY(const auto parsed, access::Login::parse(login));
    if (!m_practice || m_admitted != parsed.value())
        return Error{ErrorCode::Denied, u"access.denied"_qs, {}};
    m_admitted.clear();
    return m_practice->signIn(parsed, m_post, as);
}

} // namespace ambroise::app
