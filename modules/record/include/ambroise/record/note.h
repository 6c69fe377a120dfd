// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/conditioncode.h>
#include <ambroise/record/entry.h>

#include <QStringList>

#include <array>

namespace ambroise::record {

//! The parts of a note of consultation (SOAP, Weed 1968), the reason first.
enum class NoteSection { Reason, Subjective, Objective, Assessment, Plan };

[[nodiscard]] QList<NoteSection> allNoteSections();

//! What a doctor writes of a consultation.
//!
//! In the record it is one entry: the title is the reason (or the first line that says something);
//! the body holds the other parts, each after a line [S], [O], [A] or [P]. What stands before the
//! first of these lines, as in a note of another program, is read as the subjective part. A line of
//! the text that looks so is written after a backslash.
struct Note {
    QStringList texts = QStringList(5); //!< by NoteSection
    QList<ConditionCode> codes{};       //!< CIM-10, CISP-2: what it was about

    [[nodiscard]] const QString &text(NoteSection section) const
    {
        return texts.at(qsizetype(section));
    }
    void setText(NoteSection section, const QString &text) { texts[qsizetype(section)] = text; }
    [[nodiscard]] bool isEmpty() const; //!< nothing but spaces

    //! Its title is empty where the note is.
    [[nodiscard]] NewEntry entry(const QDateTime &happened) const;
    static Note of(const NewEntry &entry);

    friend bool operator==(const Note &, const Note &) = default;
};

//! Whether the line begins a part of a note: « [S] ».
[[nodiscard]] bool isSectionMark(QStringView line);

//! The text of an entry in one piece, without the lines that separate the parts of a note.
[[nodiscard]] QString readable(const NewEntry &entry);

} // namespace ambroise::record
