// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/documents/lettertemplate.h>

namespace ambroise::documents {

//! A template as the practice has it.
struct KeptTemplate {
    QString key{}; //!< of a starter, or "own:12"
    LetterTemplate text;
    bool hidden = false;  //!< not offered
    bool changed = false; //!< a starter that the practice wrote otherwise
    qint64 version = 0;   //!< 0: as it came with the program

    [[nodiscard]] bool isOwn() const;
    friend bool operator==(const KeptTemplate &, const KeptTemplate &) = default;
};

//! The templates of the practice: the starters, changed or hidden or as they came, and its own.
//! They hold nothing of a patient; what is written is journaled as of the practice.
class LetterTemplates {
public:
    LetterTemplates(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! The starters in their order, then the practice's own by name; hidden ones too. Errors: those
    //! of starters().
    Result<QList<KeptTemplate>> all() const;
    //! Error: NotFound "letter_template.unknown".
    Result<KeptTemplate> find(const QString &key) const;

    //! A new one of the practice; answers its key. Error: Conflict "letter_template.known" (one has
    //! that name).
    Result<QString> add(const LetterTemplate &text, const audit::Actor &actor);
    //! Written otherwise. Errors: Conflict "letter_template.known", "storage.version"; NotFound
    //! "letter_template.unknown".
    Status change(const KeptTemplate &before, const LetterTemplate &text,
                  const audit::Actor &actor);
    //! Errors: Conflict "storage.version"; NotFound "letter_template.unknown".
    Status setHidden(const KeptTemplate &before, bool hidden, const audit::Actor &actor);
    //! A starter as it came with the program. Errors: as setHidden.
    Status restore(const KeptTemplate &before, const audit::Actor &actor);

    //! A letter that was begun with it was signed.
    Status noteUse(UserId user, const QString &key);
    //! What that person uses most among those that are offered of a kind, the latest where several
    //! are; nothing: never one.
    Result<std::optional<KeptTemplate>> usual(UserId user, LetterKind kind) const;

private:
    Status write(const KeptTemplate &before, const LetterTemplate &text, bool hidden,
                 audit::Action action, const audit::Actor &actor);
    Status checkName(const QString &key, const QString &name) const;

    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::documents
