// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <optional>

namespace ambroise::identity {

//! How sure an identity is (RNIV EXI SI 07). Computed from two facts, never set.
enum class IdentityStatus { Provisional, Retrieved, Validated, Qualified };

struct IdentityFacts {
    bool insiRetrieved = false;    //!< the traits are those that INSi gave
    bool coherenceChecked = false; //!< compared with a document of high trust

    [[nodiscard]] IdentityStatus status() const;
    friend bool operator==(IdentityFacts, IdentityFacts) = default;
};

[[nodiscard]] QString code(IdentityStatus status); //!< "PROV", "RECUP", "VALI", "QUAL"; stable
[[nodiscard]] std::optional<IdentityStatus> statusOf(QStringView code);

//! What a person adds to an identity (guide EXI ID 24). Doubtful and homonym may go together;
//! fictive goes with nothing.
class IdentityAttributes {
public:
    IdentityAttributes() = default;
    //! Error: Invalid "identity.attributes" (a combination that is not allowed).
    static Result<IdentityAttributes> make(bool doubtful, bool fictive, bool homonym);
    //! Of codes(). Error: Invalid "identity.attributes".
    static Result<IdentityAttributes> parse(QStringView codes);

    [[nodiscard]] bool isDoubtful() const { return m_doubtful; }
    [[nodiscard]] bool isFictive() const { return m_fictive; }
    [[nodiscard]] bool isHomonym() const { return m_homonym; }
    //! A doubtful or fictive identity is provisional, without INS, and INSi is not asked.
    [[nodiscard]] bool forcesProvisional() const { return m_doubtful || m_fictive; }
    [[nodiscard]] QString codes() const; //!< "DOUT HOMD"; empty where there is none

    friend bool operator==(IdentityAttributes, IdentityAttributes) = default;

private:
    bool m_doubtful = false;
    bool m_fictive = false;
    bool m_homonym = false;
};

} // namespace ambroise::identity
