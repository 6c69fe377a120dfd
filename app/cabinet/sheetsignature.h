// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/core/handsignature.h>

#include <functional>
#include <optional>

namespace ambroise::app {

//! What is drawn where a sheet is signed; none: the place is left for the hand.
using SignatureSource = std::function<std::optional<HandSignature>()>;

//! The one that who is signed in has on everything they sign; none where they do not prescribe, or
//! want none. One that cannot be read keeps nobody from signing: the settings tell it.
[[nodiscard]] std::optional<HandSignature> usualSignature(Practice &practice,
                                                          const access::Session &session);

//! What is drawn on the sheets of one record: for one sheet what was drawn for it, else the usual
//! one. References outlive it.
class SheetSignature {
public:
    SheetSignature(Practice &practice, const access::Session &session)
        : m_practice(practice)
        , m_session(session)
    {
    }

    //! What is drawn already where one sheet is to be signed by hand.
    [[nodiscard]] std::optional<HandSignature> proposed() const;
    //! What was drawn for the next sheet; none: its place is left for the hand.
    void setForOne(std::optional<HandSignature> drawn) { m_forOne = std::move(drawn); }
    [[nodiscard]] std::optional<HandSignature> current() const;
    //! That sheet was signed, or left: the next one is as usual.
    void forget() { m_forOne.reset(); }

private:
    Practice &m_practice;
    const access::Session &m_session;
    std::optional<std::optional<HandSignature>> m_forOne; //!< drawn, or left out, for one sheet
};

} // namespace ambroise::app
