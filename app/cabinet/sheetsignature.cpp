// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheetsignature.h"

namespace ambroise::app {
namespace {

std::optional<HandSignature> keptOf(Practice &practice, const access::Session &session,
                                    bool unlessChosen)
{
    if (!session.may(access::Right::Prescribe))
        return std::nullopt;
    const auto kept = practice.signatures().own(session);
    if (!kept.ok())
        qWarning("a signature could not be read: %s", qPrintable(kept.error().subject));
    const bool there = kept.ok() && kept->has_value();
    return there && (unlessChosen || (*kept)->byDefault) ? std::optional((*kept)->drawn)
                                                         : std::nullopt;
}

} // namespace

std::optional<HandSignature> usualSignature(Practice &practice, const access::Session &session)
{
    return keptOf(practice, session, false);
}

std::optional<HandSignature> SheetSignature::proposed() const
{
    return m_forOne ? *m_forOne : keptOf(m_practice, m_session, true);
}

std::optional<HandSignature> SheetSignature::current() const
{
    return m_forOne ? *m_forOne : usualSignature(m_practice, m_session);
}

} // namespace ambroise::app
