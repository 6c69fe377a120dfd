// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/insmatricule.h>
#include <ambroise/identity/oid.h>
#include <ambroise/identity/status.h>
#include <ambroise/identity/traits.h>

namespace ambroise::identity {

//! A matricule and who gave it.
struct Ins {
    InsMatricule matricule;
    InsAuthority authority = InsAuthority::Nir;

    friend bool operator==(const Ins &, const Ins &) = default;
};

//! Who somebody is and how sure that is. What the rules forbid together cannot be built:
//! an INS without INSi, a doubtful or fictive identity above provisional, a sex from INSi that is
//! neither M nor F.
class Identity {
public:
    //! A local identity, as it is created.
    static Identity provisional(StrictTraits traits);
    //! Errors: Invalid "identity.ins" (retrieved without INS, or INS though not retrieved),
    //! "identity.attributes" (doubtful or fictive above provisional), "identity.sex".
    static Result<Identity> make(StrictTraits traits, std::optional<Ins> ins, IdentityFacts facts,
                                 IdentityAttributes attributes);

    [[nodiscard]] const StrictTraits &traits() const { return m_traits; }
    [[nodiscard]] const std::optional<Ins> &ins() const { return m_ins; }
    [[nodiscard]] IdentityFacts facts() const { return m_facts; }
    [[nodiscard]] IdentityStatus status() const { return m_facts.status(); }
    [[nodiscard]] IdentityAttributes attributes() const { return m_attributes; }
    //! May reference and exchange health data (RNIV EXI SI 08, guide EXI ID 29).
    [[nodiscard]] bool isQualified() const { return status() == IdentityStatus::Qualified; }

    //! Corrected by a person: changing a strict trait makes the identity provisional and drops its
    //! INS (guide EXI ID 28); the first given name and the words for the place may change freely.
    [[nodiscard]] Identity withTraits(StrictTraits traits) const;
    //! Doubtful or fictive makes the identity provisional and drops its INS (guide EXI ID 26).
    [[nodiscard]] Identity withAttributes(IdentityAttributes attributes) const;

    friend bool operator==(const Identity &, const Identity &) = default;

private:
    Identity(StrictTraits traits, std::optional<Ins> ins, IdentityFacts facts,
             IdentityAttributes attributes)
        : m_traits(std::move(traits))
        , m_ins(std::move(ins))
        , m_facts(facts)
        , m_attributes(attributes)
    {
    }
    StrictTraits m_traits;
    std::optional<Ins> m_ins;
    IdentityFacts m_facts;
    IdentityAttributes m_attributes;
};

} // namespace ambroise::identity
