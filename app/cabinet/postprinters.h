// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/prescription/formroom.h>

#include <array>

namespace ambroise::app {

//! What a practice prints, by the paper that it goes on.
enum class PaperKind { Ordonnance, Secured, Exception, Demande, Letter, Label, Other };

inline constexpr std::array paperKinds{
    PaperKind::Ordonnance, PaperKind::Secured, PaperKind::Exception, PaperKind::Demande,
    PaperKind::Letter,     PaperKind::Label,   PaperKind::Other};

//! Where one kind of paper is.
struct PaperChoice {
    static constexpr int mostCopies = 5;

    //! As the machine calls it. Empty: its default one; of secured paper, asked each time.
    QString printer{};
    QString tray{}; //!< as that printer calls it; empty: the one that it chooses
    int copies = 1;

    friend bool operator==(const PaperChoice &, const PaperChoice &) = default;
};

//! The printers of this post, and the room that its pre-printed secured forms leave. Kept beside
//! the post's other settings.
struct PostPrinters {
    std::array<PaperChoice, paperKinds.size()> choices{};
    prescription::FormRoom form{};

    [[nodiscard]] const PaperChoice &of(PaperKind kind) const { return choices.at(size_t(kind)); }
    [[nodiscard]] PaperChoice &of(PaperKind kind) { return choices.at(size_t(kind)); }

    //! What was kept, made to fit where it does not; else what a new post begins with.
    static PostPrinters load();
    //! Error: Unavailable "post.write".
    Status save() const;

    friend bool operator==(const PostPrinters &, const PostPrinters &) = default;
};

} // namespace ambroise::app
