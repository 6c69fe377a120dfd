// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountwiring.h"

#include "afterwards.h"
#include "carddesk.h"
#include "gate.h"
#include "rolewords.h"

#include <words/sentences.h>

namespace ambroise::app {
namespace {

using access::Account;
using access::ui::AccountsPage;
using access::ui::OwnAccountPage;

//! The account as it is now: a role taken away by another post counts at once.
Status mayManage(Practice &practice, const access::Session &session)
{
    AMBROISE_TRY(const Account now, practice.accounts().byId(session.account().id));
    if (!now.active || !allows(now.person.role, access::Right::ManageAccounts))
        return Error{ErrorCode::Denied, u"access.denied"_qs, {}};
    return done();
}

Result<QDateTime> lastSignIn(Practice &practice, UserId user)
{
    audit::Filter latest;
    latest.user = user;
    latest.action = audit::Action::SignIn;
    latest.limit = 1;
    AMBROISE_TRY(const auto found, practice.journal().find(latest));
    return found.isEmpty() ? QDateTime() : found.first().at;
}

Result<QList<AccountsPage::Entry>> entries(const access::Session &session, Gate &gate)
{
    Practice &practice = *gate.practice();
    AMBROISE_CHECK(mayManage(practice, session));
    AMBROISE_TRY(const QList<Account> accounts, practice.accounts().all());
    AMBROISE_TRY(const QList<access::EnrolledCard> cards, gate.staff().cards());
    QList<AccountsPage::Entry> found;
    for (const Account &account : accounts) {
        AMBROISE_TRY(const QDateTime last, lastSignIn(practice, account.id));
        AccountsPage::Entry entry{account, last, {}};
        for (const access::EnrolledCard &card : cards)
            if (card.login == account.login.value())
                entry.cards << card;
        found << entry;
    }
    return found;
}

QStringList contextOf(Gate &gate, const QString &login, const access::Person &person)
{
    const auto context = gate.staff().passwordContext(login, person);
    return context.ok() ? *context : QStringList{login}; // judged whole when its slot is made
}

QFuture<Status> enrol(Gate &gate, CardDesk &desk, const Account &account, const audit::Actor &actor,
                      const QString &pin)
{
    const auto card = desk.card();
    if (!card)
        return ready(Error{ErrorCode::Unavailable, u"card.none"_qs, {}});
    const access::CardOffer offer{crypto::SecretBytes::random(32).view().toByteArray(),
                                  card->certificateFingerprint, card->holderName,
                                  card->certificateExpiry};
    return afterwards(
        &gate, desk.unlock(pin, offer.salt),
        [&gate, &desk, account, actor, offer](const Result<crypto::SecretBytes> &secret) -> Status {
            if (!secret.ok())
                return secret.error();
            AMBROISE_CHECK(gate.staff().enrolCard(account, offer, *secret, actor));
            desk.refresh();
            return done();
        });
}

} // namespace

OwnAccountPage::Calls ownAccountCalls(const access::Session &session, Door door)
{
    OwnAccountPage::Calls calls;
    Gate &gate = door.gate;
    CardDesk &desk = door.cards;
    calls.changePassword = [&gate, &session](const QString &present, const QString &next) {
        // By value: another session may be in front by the time that the answer is there.
        return afterwards(&gate, gate.verifyPassword(session.account().login, present),
                          [&gate, account = session.account(), next,
                           actor = session.actor()](const Status &verified) {
                              return verified.ok() ? gate.givePassword(account, next, actor)
                                                   : ready(verified);
                          });
    };
    calls.passwordContext = [&gate, &session] {
        return contextOf(gate, session.account().login.value(), session.account().person);
    };
    calls.wait = [&gate, &session] {
        return gate.wait(session.account().login.value());
    };
    calls.mayEnrol = [&gate, &desk, &session]() -> Status {
        const auto card = desk.card();
        if (!card)
            return Error{ErrorCode::Unavailable, u"card.none"_qs, {}};
        return gate.staff().mayEnrol(session.account(), card->certificateFingerprint);
    };
    calls.enrol = [&gate, &desk, &session](const QString &pin) {
        return enrol(gate, desk, session.account(), session.actor(), pin);
    };
    calls.cards = [&gate, &session]() -> Result<QList<access::EnrolledCard>> {
        AMBROISE_TRY(QList<access::EnrolledCard> cards, gate.staff().cards());
        cards.removeIf([&](const access::EnrolledCard &card) {
            return card.login != session.account().login.value();
        });
        return cards;
    };
    calls.removeCard = [&gate, &desk, &session](const access::EnrolledCard &card) -> Status {
        AMBROISE_CHECK(gate.staff().removeCard(session.account(), card, session.actor()));
        desk.refresh();
        return done();
    };
    calls.explain = sentenceOf;
    return calls;
}

OwnAccountPage *ownAccountPage(const access::Session &session, Door door, QWidget *parent)
{
    const access::Person &person = session.account().person;
    auto *page = new OwnAccountPage(
        ownAccountCalls(session, door),
        {person.displayName(), session.account().login.value(), roleWord(person.role)}, parent);
    const auto show = [page, &session, &desk = door.cards] {
        page->setCard(desk.seen(), desk.bears(session.account().person));
    };
    QObject::connect(&door.cards, &CardDesk::changed, page, show);
    show();
    return page;
}

AccountsPage::Calls accountsCalls(const access::Session &session, Door door)
{
    AccountsPage::Calls calls;
    Gate &gate = door.gate;
    CardDesk &desk = door.cards;
    calls.list = [&gate, &session] {
        return entries(session, gate);
    };
    calls.passwordContext = [&gate](const QString &login, const access::Person &person) {
        return contextOf(gate, login, person);
    };
    calls.add = [&gate, &session](const access::Login &login, const access::Person &person,
                                  const QString &password) {
        if (const Status may = mayManage(*gate.practice(), session); !may.ok())
            return ready(may);
        return gate.withPassword(
            login, person, password,
            [&gate, login, person, actor = session.actor()](const crypto::Keyring &slot) -> Status {
                AMBROISE_CHECK(gate.staff().add(login, person, slot, actor));
                return done();
            });
    };
    calls.setPassword = [&gate, &session](const Account &account, const QString &password) {
        if (const Status may = mayManage(*gate.practice(), session); !may.ok())
            return ready(may);
        return gate.givePassword(account, password, session.actor());
    };
    calls.reactivate = [&gate, &session](const Account &account, const QString &password) {
        if (const Status may = mayManage(*gate.practice(), session); !may.ok())
            return ready(may);
        return gate.withPassword(
            account.login, account.person, password,
            [&gate, account, actor = session.actor()](const crypto::Keyring &slot) {
                return gate.staff().reactivate(account, slot, actor);
            });
    };
    calls.update = [&gate, &session](const Account &account) -> Status {
        AMBROISE_CHECK(mayManage(*gate.practice(), session));
        return gate.staff().update(account, session.actor());
    };
    calls.deactivate = [&gate, &desk, &session](const Account &account) -> Status {
        AMBROISE_CHECK(mayManage(*gate.practice(), session));
        AMBROISE_CHECK(gate.staff().deactivate(account, session.actor()));
        desk.refresh();
        return done();
    };
    calls.removeCard = [&gate, &desk, &session](const Account &account,
                                                const access::EnrolledCard &card) -> Status {
        AMBROISE_CHECK(mayManage(*gate.practice(), session));
        AMBROISE_CHECK(gate.staff().removeCard(account, card, session.actor()));
        desk.refresh();
        return done();
    };
    calls.roleWord = roleWord;
    calls.explain = sentenceOf;
    return calls;
}

AccountsPage *accountsPage(const access::Session &session, Door door, QWidget *parent)
{
    return new AccountsPage(accountsCalls(session, door), session.account().id,
                            door.gate.practice()->clock(), parent);
}

} // namespace ambroise::app
