// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/actor.h>
#include <ambroise/core/id.h>
#include <ambroise/storage/connection.h>

namespace ambroise::record {

using NoteTemplateId = Id<struct NoteTemplateTag>;

//! The word that is typed for a template, after a slash: « hta ». One word of letters, digits and
//! hyphens, small.
class TemplateName {
public:
    //! Capitals are made small. Errors: Invalid "template.name".
    static Result<TemplateName> parse(QStringView typed);
    [[nodiscard]] const QString &text() const { return m_text; }

    friend bool operator==(const TemplateName &, const TemplateName &) = default;

private:
    explicit TemplateName(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

//! Text that a doctor writes often. With lines [S], [O], [A], [P] it is a whole note, each part for
//! its section; « [PA] » is a field to be filled in.
struct NoteTemplate {
    NoteTemplateId id;
    UserId owner;
    QString name{};
    QString text{};
    bool shared = false; //!< with everybody of the practice who writes notes
    qint64 version = 0;

    friend bool operator==(const NoteTemplate &, const NoteTemplate &) = default;
};

//! Whether it has a part for a section of its own, rather than being put where the caret is.
[[nodiscard]] bool hasSections(QStringView text);

//! The templates of the practice. They hold nothing of a patient: they are not journaled.
class NoteTemplates {
public:
    explicit NoteTemplates(storage::Connection &db)
        : m_db(db)
    {
    }

    //! Their own first, then those that others share under a name that is not one of these; by
    //! name.
    Result<QList<NoteTemplate>> of(UserId user) const;
    //! Added where its id is not stored, else changed. Errors: Invalid "template.name",
    //! "template.empty", "template.long" (above 20,000 characters), Conflict "template.known" (the
    //! owner has another one of that name), "storage.version".
    Result<NoteTemplateId> save(const NoteTemplate &one);
    Status remove(NoteTemplateId id);

private:
    storage::Connection &m_db;
};

} // namespace ambroise::record
