// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegationwiring.h"

#include <words/sentences.h>

#include <ambroise/access/ui/delegationspage.h>

namespace ambroise::app {
namespace {

using access::Account;
using access::ui::DelegationsPage;

Result<QList<DelegationsPage::Entry>> entries(Practice &practice)
{
    AMBROISE_TRY(const auto given, practice.delegations().all());
    QList<DelegationsPage::Entry> found;
    for (const access::Delegation &one : given) {
        AMBROISE_TRY(const Account delegate, practice.accounts().byId(one.delegate));
        AMBROISE_TRY(const Account mandator, practice.accounts().byId(one.mandator));
        found.append({one, delegate.person.displayName(), mandator.person.displayName()});
    }
    return found;
}

Result<QList<Account>> delegates(Practice &practice)
{
    AMBROISE_TRY(const auto everybody, practice.accounts().all());
    QList<Account> found;
    for (const Account &account : everybody)
        if (account.active && access::mayBeDelegate(account.person.role))
            found << account;
    return found;
}

} // namespace

QWidget *delegationsPage(Practice &practice, const access::Session &session)
{
    DelegationsPage::Calls calls;
    calls.entries = [&practice] {
        return entries(practice);
    };
    calls.delegates = [&practice] {
        return delegates(practice);
    };
    calls.give = [&practice, &session](const Account &delegate, QDate endsOn) -> Status {
        AMBROISE_CHECK(
            practice.delegations().give(session, delegate, practice.clock().today(), endsOn));
        return done();
    };
    calls.end = [&practice, &session](access::DelegationId id) {
        return practice.delegations().end(id, session);
    };
    calls.explain = sentenceOf;
    calls.today = [&practice] {
        return practice.clock().today();
    };
    return new DelegationsPage(std::move(calls),
                               session.account().person.role == access::Role::Medecin);
}

} // namespace ambroise::app
