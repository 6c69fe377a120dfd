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
    QStringList taken{};         //!< keys of proposed ones that the doctor took
    QStringList struck{};        //!< keys of found ones that the doctor struck
    EntryId corrects{};          //!< not stored: a new note
    qint64 correctedVersion = 0; //!< of what is being corrected, as it was read
    //! Of whom it is, which the journal of drafts does not keep: a term told in the note of who is
    //! no child is that of a pregnancy, not of a birth, and no measure.
    bool ofChild = true;

    //! All that the examination tells, each once: three blood pressures, couché and debout. Of a
    //! kind that it does not tell, the last one told elsewhere, which is proposed. In the order of
    //! the kinds, then of the text.
    [[nodiscard]] QList<NoteMeasure> measures() const;
    //! Those that are signed with the note.
    [[nodiscard]] QList<Measure> keptMeasures() const;
    //! Kept becomes struck, proposed or struck becomes kept. `key`: Measure::key.
    void toggle(const QString &key);

    [[nodiscard]] QString toText() const; //!< for access::DraftJournal
    //! A kind in the place of a key, as drafts had them once, stands for all of that kind. Error:
    //! Corrupt "note.draft".
    static Result<NoteDraft> fromText(const QString &text);

    friend bool operator==(const NoteDraft &, const NoteDraft &) = default;
};

} // namespace ambroise::record
