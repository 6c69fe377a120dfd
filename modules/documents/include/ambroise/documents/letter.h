// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/documents/lettertemplate.h>

#include <QDate>
#include <QStringList>

#include <optional>

namespace ambroise::documents {

//! To whom a letter goes.
struct Recipient {
    QString name{};        //!< « Dr Inès Amar »
    QString profession{};  //!< « Cardiologue »
    QStringList address{}; //!< line by line

    [[nodiscard]] bool isEmpty() const { return name.trimmed().isEmpty(); }
    [[nodiscard]] QStringList lines() const; //!< as the block at the right of the letter
    friend bool operator==(const Recipient &, const Recipient &) = default;
};

//! A letter being written: what is kept of it at each pause in the typing, and what a new one is
//! made from.
struct LetterDraft {
    LetterKind kind = LetterKind::Letter;
    QString templateKey{}; //!< it was begun with; empty: with none
    Recipient recipient{}; //!< of a letter
    QList<Recipient> copies{};
    QString subject{};
    QString body{};

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString toText() const; //!< JSON, for access::DraftJournal and the letters' table
    //! Error: Corrupt "letter.draft".
    static Result<LetterDraft> fromText(const QString &text);

    friend bool operator==(const LetterDraft &, const LetterDraft &) = default;
};

//! A letter that may be signed: nothing is left to be filled in.
class Letter {
public:
    static constexpr qsizetype longestBody = 100'000;

    //! The late fields are filled (letterfields.h). Errors: Invalid "letter.empty",
    //! "letter.subject", "letter.recipient" (a letter without one), "letter.long", "letter.field"
    //! (one is left: fieldLeftIn tells which).
    static Result<Letter> make(const LetterDraft &draft, const QString &city, QDate day);
    //! As it stands, to be looked at and never signed.
    static Letter unfinished(const LetterDraft &draft, const QString &city, QDate day);

    [[nodiscard]] LetterKind kind() const { return m_parts.kind; }
    [[nodiscard]] const Recipient &recipient() const { return m_parts.recipient; }
    [[nodiscard]] const QList<Recipient> &copies() const { return m_parts.copies; }
    [[nodiscard]] const QString &subject() const { return m_parts.subject; }
    [[nodiscard]] const QString &body() const { return m_parts.body; }
    [[nodiscard]] const QString &city() const { return m_city; }
    [[nodiscard]] QDate day() const { return m_day; }

private:
    Letter(LetterDraft parts, QString city, QDate day)
        : m_parts(std::move(parts))
        , m_city(std::move(city))
        , m_day(day)
    {
    }
    LetterDraft m_parts;
    QString m_city;
    QDate m_day;
};

//! The first field of the subject, then of the text, that is left to be filled in, with its
//! brackets.
[[nodiscard]] std::optional<QString> fieldLeftIn(const LetterDraft &draft);

} // namespace ambroise::documents
