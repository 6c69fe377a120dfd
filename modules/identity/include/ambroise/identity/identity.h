// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/evidence.h>
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

    // What happens to an identity: the rows of the state machine (RNIV; guide EXI ID 23, 26 to 28).

    //! Corrected by a person: changing a strict trait makes the identity provisional and drops its
    //! INS (guide EXI ID 28); the first given name and the words for the place may change freely.
    [[nodiscard]] Identity withTraits(StrictTraits traits) const;
    //! Doubtful or fictive makes the identity provisional and drops its INS (guide EXI ID 26);
    //! taken away, the identity stays provisional.
    [[nodiscard]] Identity withAttributes(IdentityAttributes attributes) const;

    //! Whether a person has looked at the traits side by side and found them to be the same
    //! person's.
    enum class Compared { No, Yes };
    //! INSi knows the person, and a user said that it is they: INSi's traits and INS are taken; the
    //! first given name stays where it begins INSi's list. Provisional becomes retrieved; validated
    //! becomes qualified, and stays what it is where the traits that were checked are not those of
    //! INSi, unless somebody compared them. Errors: Denied "identity.blocked" (doubtful or fictive:
    //! INSi is not asked); Conflict "identity.traits_differ" (see above; also for a qualified one
    //! that INSi tells otherwise now); Invalid "identity.sex".
    [[nodiscard]] Result<Identity> retrieved(const StrictTraits &fromInsi, const Ins &ins,
                                             Compared compared) const;
    //! Compared with a document and found the same. Provisional becomes validated, retrieved
    //! becomes qualified. Errors: Denied "identity.blocked"; Denied "identity.evidence" (a document
    //! that proves nothing).
    [[nodiscard]] Result<Identity> checked(const Evidence &evidence) const;
    //! The application in place of the carte Vitale was read: qualified at once, INSi is not asked
    //! (RNIV1 §4.3.4). Errors: Denied "identity.blocked"; Invalid "identity.sex".
    [[nodiscard]] Result<Identity> readFromApcv(const StrictTraits &fromApcv, const Ins &ins) const;
    //! INSi no longer holds the INS: it is dropped. Retrieved becomes provisional, qualified
    //! validated.
    [[nodiscard]] Identity withoutIns() const;
    //! The check with a document was a mistake. Validated becomes provisional, qualified retrieved.
    [[nodiscard]] Identity withoutCheck() const;

    //! The strict traits came from INSi or were checked: they are not typed over, they are unlocked
    //! first, at the price of the status.
    [[nodiscard]] bool isLocked() const { return status() != IdentityStatus::Provisional; }

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
