// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/identity.h>

namespace ambroise::identity {
namespace {

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

} // namespace

Identity Identity::provisional(StrictTraits traits)
{
    return {std::move(traits), std::nullopt, {}, {}};
}

Result<Identity> Identity::make(StrictTraits traits, std::optional<Ins> ins, IdentityFacts facts,
                                IdentityAttributes attributes)
{
    if (ins.has_value() != facts.insiRetrieved)
        return invalid(u"identity.ins"_qs);
    if (attributes.forcesProvisional() && facts.status() != IdentityStatus::Provisional)
        return invalid(u"identity.attributes"_qs);
    if (facts.insiRetrieved && traits.sex() == Sex::Indeterminate)
        return invalid(u"identity.sex"_qs);
    return Identity(std::move(traits), std::move(ins), facts, attributes);
}

Identity Identity::withTraits(StrictTraits traits) const
{
    if (traits.sameStrict(m_traits))
        return {std::move(traits), m_ins, m_facts, m_attributes};
    return {std::move(traits), std::nullopt, {}, m_attributes};
}

Identity Identity::withAttributes(IdentityAttributes attributes) const
{
    if (attributes.forcesProvisional())
        return {m_traits, std::nullopt, {}, attributes};
    return {m_traits, m_ins, m_facts, attributes};
}

} // namespace ambroise::identity
