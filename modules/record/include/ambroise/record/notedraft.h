// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/measure.h>
#include <ambroise/record/note.h>

namespace ambroise::record {

//! What becomes of a measure that stands in a note.
enum class MeasureChoice {
    Kept,     //!< goes into the record when the note is signed
    Proposed, //!< told rather than measured, maybe: « T° 39 samedi » outside of the examination
    Struck    //!< stays in the text alone
};

struct NoteMeasure {
    Measure measure;
    MeasureChoice choice = MeasureChoice::Kept;

    friend bool operator==(const NoteMeasure &, const NoteMeasure &) = default;
};

//! A note being written: what is kept of it at each pause in the typing.
struct NoteDraft {
    Note note{};
    QDateTime begun{};           //!< UTC
    QList<MeasureKind> taken{};  //!< proposed ones that the doctor took
    QList<MeasureKind> struck{}; //!< found ones that the doctor struck
    EntryId corrects{};          //!< not stored: a new note
    qint64 correctedVersion = 0; //!< of what is being corrected, as it was read

    //! One of a kind: the last one of the examination, else the last one elsewhere, which is
    //! proposed. In the order of the kinds.
    [[nodiscard]] QList<NoteMeasure> measures() const;
    //! Those that are signed with the note.
    [[nodiscard]] QList<Measure> keptMeasures() const;
    //! Kept becomes struck, proposed or struck becomes kept.
    void toggle(MeasureKind kind);

    [[nodiscard]] QString toText() const; //!< for access::DraftJournal
    //! Error: Corrupt "note.draft".
    static Result<NoteDraft> fromText(const QString &text);

    friend bool operator==(const NoteDraft &, const NoteDraft &) = default;
};

} // namespace ambroise::record
