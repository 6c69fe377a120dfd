// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/notetemplate.h>

#include <ambroise/record/note.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::record {
namespace {

constexpr qsizetype longestText = 20'000;

} // namespace

Result<TemplateName> TemplateName::parse(QStringView typed)
{
    static const QRegularExpression form(u"^[\\p{L}\\d][\\p{L}\\d-]{0,29}$"_qs,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QString name = typed.trimmed().toString().toLower();
    if (!form.match(name).hasMatch())
        return Error{ErrorCode::Invalid, u"template.name"_qs, {}};
    return TemplateName(name);
}

bool hasSections(QStringView text)
{
    const QList<QStringView> lines = text.split(u'\n');
    return std::any_of(lines.begin(), lines.end(),
                       [](QStringView line) { return isSectionMark(line); });
}

Result<QList<NoteTemplate>> NoteTemplates::of(UserId user) const
{
    QList<NoteTemplate> found;
    QStringList own;
    AMBROISE_CHECK(m_db.run("SELECT id, owner_id, name, content, shared, version FROM note_template"
                            " WHERE owner_id = ? OR shared = 1"
                            " ORDER BY CASE WHEN owner_id = ? THEN 0 ELSE 1 END, name, id",
                            {user.value, user.value}, [&](const storage::Row &row) {
                                const NoteTemplate one{NoteTemplateId{row.integer(0)},
                                                       UserId{row.integer(1)},
                                                       row.text(2),
                                                       row.text(3),
                                                       row.boolean(4),
                                                       row.integer(5)};
                                if (!own.contains(one.name))
                                    found << one;
                                own << one.name;
                            }));
    return found;
}

Result<NoteTemplateId> NoteTemplates::save(const NoteTemplate &one)
{
    AMBROISE_TRY(const TemplateName name, TemplateName::parse(one.name));
    if (one.text.trimmed().isEmpty())
        return Error{ErrorCode::Invalid, u"template.empty"_qs, {}};
    if (one.text.size() > longestText)
        return Error{ErrorCode::Invalid, u"template.long"_qs, {}};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(
        const qint64 known,
        m_db.run("SELECT id FROM note_template WHERE owner_id = ? AND name = ? AND id <> ?",
                 {one.owner.value, name.text(), one.id.value}));
    if (known > 0)
        return Error{ErrorCode::Conflict, u"template.known"_qs, {}};
    NoteTemplateId id = one.id;
    if (one.id.isStored()) {
        AMBROISE_CHECK(
            m_db.updateOne("UPDATE note_template SET name = ?, content = ?, shared = ?, version ="
                           " version + 1 WHERE id = ? AND version = ?",
                           {name.text(), one.text, one.shared, one.id.value, one.version}));
    } else {
        AMBROISE_TRY(id.value,
                     m_db.insert("INSERT INTO note_template (owner_id, name, content, shared,"
                                 " version) VALUES (?, ?, ?, ?, 1) RETURNING id",
                                 {one.owner.value, name.text(), one.text, one.shared}));
    }
    AMBROISE_CHECK(transaction.commit());
    return id;
}

Status NoteTemplates::remove(NoteTemplateId id)
{
    AMBROISE_CHECK(m_db.run("DELETE FROM note_template WHERE id = ?", {id.value}));
    return done();
}

} // namespace ambroise::record
