// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/identity.h>

namespace ambroise::identity {
namespace {

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

Error blocked()
{
    return {ErrorCode::Denied, u"identity.blocked"_qs, {}};
}

//! The name that the person goes by, where it still begins the list (guide EXI ID 10).
StrictTraits withFirstName(const StrictTraits &traits, const GivenNames &first)
{
    const auto kept = StrictTraits::make({traits.surname(), traits.givenNames(), first,
                                          traits.birthDate(), traits.sex(), traits.birthPlace()});
    return kept.ok() ? *kept : traits;
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

Result<Identity> Identity::retrieved(const StrictTraits &fromInsi, const Ins &ins,
                                     Compared compared) const
{
    if (m_attributes.forcesProvisional())
        return blocked();
    if (m_facts.coherenceChecked && !fromInsi.sameStrict(m_traits) && compared == Compared::No)
        return Error{ErrorCode::Conflict, u"identity.traits_differ"_qs, {}};
    return make(withFirstName(fromInsi, m_traits.firstGivenName()), ins,
                {true, m_facts.coherenceChecked}, m_attributes);
}

Result<Identity> Identity::checked(const Evidence &evidence) const
{
    if (m_attributes.forcesProvisional())
        return blocked();
    if (!evidence.proves())
        return Error{ErrorCode::Denied, u"identity.evidence"_qs, {}};
    return make(m_traits, m_ins, {m_facts.insiRetrieved, true}, m_attributes);
}

Result<Identity> Identity::readFromApcv(const StrictTraits &fromApcv, const Ins &ins) const
{
    if (m_attributes.forcesProvisional())
        return blocked();
    return make(withFirstName(fromApcv, m_traits.firstGivenName()), ins, {true, true},
                m_attributes);
}

Identity Identity::withoutIns() const
{
    return {m_traits, std::nullopt, {false, m_facts.coherenceChecked}, m_attributes};
}

Identity Identity::withoutCheck() const
{
    return {m_traits, m_ins, {m_facts.insiRetrieved, false}, m_attributes};
}

Identity Identity::withAttributes(IdentityAttributes attributes) const
{
    if (attributes.forcesProvisional())
        return {m_traits, std::nullopt, {}, attributes};
    return {m_traits, m_ins, m_facts, attributes};
}

} // namespace ambroise::identity
