// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/cim10.h>
#include <ambroise/record/growth.h>
#include <ambroise/record/kidney.h>
#include <ambroise/record/notedraft.h>
#include <ambroise/record/notetemplate.h>
#include <ambroise/record/repository.h>

#include <functional>

namespace ambroise::uikit {
class Spelling;
}

namespace ambroise::record::ui {

//! Who is examined, as far as what is computed asks for it.
struct Examined {
    int age = 0; //!< in whole years
    KidneySex sex = KidneySex::Female;
    QDate birth{};
    bool birthExact = true; //!< not filled by rule where the day or the month is unknown
};

//! Something to be done for the patient: « Vaccin grippe », « en retard, 09/2026 ».
struct DueLine {
    QString label{};
    QString state{};
    bool late = false;
};

//! How the code of a line of the history begins that stands for an ordonnance, its id after it: a
//! line of kind Document that is no entry.
inline const QString ordonnanceCode = QStringLiteral("ordonnance:");

//! What writing in a record needs of the practice.
struct RecordServices {
    //! A correction's draft is another one than that of the new note. An empty body drops it.
    std::function<Status(bool correction, const QString &body)> saveDraft;
    std::function<Result<QString>(bool correction)> findDraft; //!< empty: there is none
    //! Signed, or corrected; its draft goes in the same transaction.
    std::function<Result<EntryId>(const NoteDraft &draft)> sign;
    std::function<Result<Entry>(EntryId id)> find;
    std::function<Result<QList<Entry>>(EntryId note)> measuresOf;
    std::function<Result<QList<Revision>>(EntryId id)> revisions;
    std::function<bool(const Entry &entry)> hasFile;            //!< that can be shown
    std::function<Result<QList<Entry>>(EntryId id)> linkedWith; //!< filed with it
    std::function<Result<QList<NoteTemplate>>()> templates;
    //! A template of the user's own, under that name.
    std::function<Status(const QString &name, const QString &text)> keepTemplate;
    std::function<QList<Condition>(const Note &note)> suggestCodes;
    std::function<QString(const ConditionCode &code)> labelOf; //!< empty: unknown
    std::function<QList<Condition>(const QString &typed)> searchConditions;
    //! A line of the summary: added where its id is not stored, else revised.
    std::function<Status(const Entry &line)> keepLine;
    std::function<Status(Topic topic, bool none)> sayNone;
    //! How a treatment is taken, as a sentence where it can be read; null: as it was typed.
    std::function<QString(const NewEntry &treatment)> posology;
    //! Without a note, all of them or none.
    std::function<Status(const QList<Measure> &measures, const QDateTime &at)> addMeasures;
    std::function<Result<std::optional<Entry>>(EntryId measure)> noteOf; //!< in which it stands
    std::function<Status(const QString &word)> learnWord;
    //! Which filter of the history the user chose last; none of them needed.
    std::function<int()> lastFilter;
    std::function<void(int filter)> keepFilter;
    //! The practice's own references of growth, beside the WHO's, and the title of the one that the
    //! user chose last, empty for the WHO's; none of them needed.
    std::function<QList<GrowthReference>()> growthReferences;
    std::function<QString()> lastGrowthReference;
    std::function<void(const QString &title)> keepGrowthReference;
    std::function<QString(const Error &error)> explain;
    std::optional<Examined> examined{};
    uikit::Spelling *spelling = nullptr; //!< null: nothing is checked
    bool mayWrite = false;
};

} // namespace ambroise::record::ui
