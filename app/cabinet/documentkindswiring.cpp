// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentkindswiring.h"

#include <words/sentences.h>

#include <ambroise/identity/ui/documentkindspage.h>

namespace ambroise::app {

QWidget *documentKindsPage(Practice &practice, const access::Session &session)
{
    identity::ui::DocumentKindsPage::Calls calls;
    calls.all = [&practice] {
        return practice.documentKinds().all();
    };
    calls.add = [&practice, &session](const identity::DocumentKind &kind) -> Status {
        AMBROISE_CHECK(require(session, access::Right::ManagePractice));
        return practice.documentKinds().add(kind, session.actor());
    };
    calls.change = [&practice, &session](const identity::ListedKind &before,
                                         const identity::ListedKind &after) -> Status {
        AMBROISE_CHECK(require(session, access::Right::ManagePractice));
        return practice.documentKinds().change(before, after, session.actor());
    };
    calls.explain = sentenceOf;
    return new identity::ui::DocumentKindsPage(std::move(calls));
}

} // namespace ambroise::app
