// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/letterfields.h>
#include <ambroise/documents/letterrepository.h>
#include <ambroise/documents/lettertemplates.h>

#include <QFuture>

#include <functional>

namespace ambroise::documents::ui {

//! What writing letters in a record needs of the practice.
struct LetterServices {
    std::function<Result<QList<KeptTemplate>>()> templates; //!< that are offered
    //! The one with which letters of that kind usually begin; nothing: there is none.
    std::function<std::optional<KeptTemplate>(LetterKind kind)> usual;
    std::function<Result<FieldValues>()> values; //!< of the patient, as the record is now
    std::function<QList<Recipient>(const QString &typed)> find;
    std::function<QList<Recipient>()> usualRecipients; //!< the patient's own, the first one first
    //! As it would be printed now, drawn on a thread.
    std::function<QFuture<Result<FileContent>>(const LetterDraft &draft)> preview;
    //! Signed and in the record; its draft goes with it. May take a tenth of a second.
    std::function<Result<DocumentId>(const LetterDraft &draft)> sign;
    //! On the post's printer, whose name it answers, however long that takes.
    std::function<QFuture<Result<QString>>(DocumentId letter)> print;
    std::function<Result<QList<SignedLetter>>()> signedOnes;
    std::function<Result<FileContent>(DocumentId letter)> open;
    std::function<Status(const QString &body)> saveDraft; //!< empty: nothing to keep
    std::function<Result<QString>()> findDraft;           //!< empty: there is none
    //! Of the practice, under that name, the patient's values made fields again.
    std::function<Status(const QString &name, const LetterDraft &draft)> keepTemplate;
    std::function<QString(const Error &error)> explain;
};

//! What the settings need of the practice's templates.
struct LetterTemplateServices {
    std::function<Result<QList<KeptTemplate>>()> all; //!< hidden ones too
    std::function<Result<QString>(const LetterTemplate &text)> add;
    std::function<Status(const KeptTemplate &before, const LetterTemplate &text)> change;
    std::function<Status(const KeptTemplate &before, bool hidden)> setHidden;
    std::function<Status(const KeptTemplate &before)> restore;
    std::function<QString(const Error &error)> explain;
};

} // namespace ambroise::documents::ui
