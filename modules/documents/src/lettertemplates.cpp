// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/lettertemplates.h>

#include <ambroise/core/text.h>

#include <algorithm>

namespace ambroise::documents {
namespace {

constexpr QStringView ownPrefix = u"own:";

const Error unknown{ErrorCode::NotFound, QStringLiteral("letter_template.unknown"), {}};

QString ownKey(qint64 id)
{
    return ownPrefix.toString() + QString::number(id);
}

//! 0: not one of the practice's own.
qint64 ownId(QStringView key)
{
    return key.startsWith(ownPrefix) ? key.mid(ownPrefix.size()).toLongLong() : 0;
}

const Starter *starterOf(const QList<Starter> &all, QStringView key)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Starter &one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

audit::Deed deed(audit::Action action, const QString &key)
{
    return {action, audit::Subject::Practice, ownId(key), {}, u"letter_template "_qs + key};
}

} // namespace

bool KeptTemplate::isOwn() const
{
    return ownId(key) > 0;
}

Result<QList<KeptTemplate>> LetterTemplates::all() const
{
    AMBROISE_CHECK(starters());
    QList<KeptTemplate> kept;
    for (const Starter &one : *starters())
        kept.append({one.key, one.text});
    QList<KeptTemplate> own;
    AMBROISE_CHECK(m_db.run(
        "SELECT id, starter, name, kind, subject, body, hidden, version FROM letter_template"
        " ORDER BY name, id",
        {}, [&](const storage::Row &row) {
            const Starter *starter = starterOf(*starters(), row.text(1));
            const auto text = LetterTemplate::make(
                {row.text(2), letterKindOf(row.text(3)).value_or(LetterKind::Letter), row.text(4),
                 row.text(5), starter ? starter->text.source() : QString()});
            // What a later version cannot read, or has no starter for any more, is not offered.
            if (!text.ok() || (!row.text(1).isEmpty() && !starter))
                return;
            const KeptTemplate one{starter ? starter->key : ownKey(row.integer(0)), *text,
                                   row.boolean(6), starter && *text != starter->text,
                                   row.integer(7)};
            if (starter)
                kept[starter - starters()->data()] = one;
            else
                own << one;
        }));
    return kept + own;
}

Result<KeptTemplate> LetterTemplates::find(const QString &key) const
{
    AMBROISE_TRY(const auto kept, all());
    for (const KeptTemplate &one : kept)
        if (one.key == key)
            return one;
    return unknown;
}

Status LetterTemplates::checkName(const QString &key, const QString &name) const
{
    AMBROISE_TRY(const auto kept, all());
    for (const KeptTemplate &one : kept)
        if (one.key != key && text::folded(one.text.name()) == text::folded(name))
            return Error{ErrorCode::Conflict, u"letter_template.known"_qs, {}};
    return done();
}

Result<QString> LetterTemplates::add(const LetterTemplate &text, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(checkName({}, text.name()));
    AMBROISE_TRY(const qint64 id,
                 m_db.insert("INSERT INTO letter_template (starter, name, kind, subject, body,"
                             " hidden, version) VALUES ('', ?, ?, ?, ?, 0, 1) RETURNING id",
                             {text.name(), code(text.kind()), text.subject(), text.body()}));
    AMBROISE_CHECK(m_journal.record(deed(audit::Action::Create, ownKey(id)), actor));
    AMBROISE_CHECK(transaction.commit());
    return ownKey(id);
}

Status LetterTemplates::write(const KeptTemplate &before, const LetterTemplate &text, bool hidden,
                              audit::Action action, const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const KeptTemplate now, find(before.key));
    if (now.version != before.version)
        return Error{ErrorCode::Conflict, u"storage.version"_qs, {}};
    AMBROISE_CHECK(checkName(before.key, text.name()));
    if (before.version == 0)
        AMBROISE_CHECK(m_db.run(
            "INSERT INTO letter_template (starter, name, kind, subject, body,"
            " hidden, version) VALUES (?, ?, ?, ?, ?, ?, 1)",
            {before.key, text.name(), code(text.kind()), text.subject(), text.body(), hidden}));
    else
        AMBROISE_CHECK(m_db.updateOne(
            "UPDATE letter_template SET name = ?, kind = ?, subject = ?, body = ?, hidden = ?,"
            " version = version + 1 WHERE (starter = ? OR id = ?) AND version = ?",
            {text.name(), code(text.kind()), text.subject(), text.body(), hidden,
             before.isOwn() ? u"-"_qs : before.key, ownId(before.key), before.version}));
    AMBROISE_CHECK(m_journal.record(deed(action, before.key), actor));
    return transaction.commit();
}

Status LetterTemplates::change(const KeptTemplate &before, const LetterTemplate &text,
                               const audit::Actor &actor)
{
    return write(before, text, before.hidden, audit::Action::Update, actor);
}

Status LetterTemplates::setHidden(const KeptTemplate &before, bool hidden,
                                  const audit::Actor &actor)
{
    return write(before, before.text, hidden,
                 hidden ? audit::Action::Remove : audit::Action::Update, actor);
}

Status LetterTemplates::restore(const KeptTemplate &before, const audit::Actor &actor)
{
    AMBROISE_CHECK(starters());
    const Starter *starter = starterOf(*starters(), before.key);
    if (!starter)
        return unknown;
    return write(before, starter->text, before.hidden, audit::Action::Update, actor);
}

Status LetterTemplates::noteUse(UserId user, const QString &key)
{
    AMBROISE_CHECK(m_db.run("INSERT INTO letter_use (user_id, template_key, uses, last_used)"
                            " VALUES (?, ?, 1, ?) ON CONFLICT (user_id, template_key) DO UPDATE"
                            " SET uses = letter_use.uses + 1, last_used = excluded.last_used",
                            {user.value, key, storage::toText(m_clock.now())}));
    return done();
}

Result<std::optional<KeptTemplate>> LetterTemplates::usual(UserId user, LetterKind kind) const
{
    AMBROISE_TRY(const auto kept, all());
    QStringList keys;
    AMBROISE_CHECK(m_db.run("SELECT template_key FROM letter_use WHERE user_id = ?"
                            " ORDER BY uses DESC, last_used DESC, template_key",
                            {user.value}, [&](const storage::Row &row) { keys << row.text(0); }));
    for (const QString &key : keys)
        for (const KeptTemplate &one : kept)
            if (one.key == key && one.text.kind() == kind && !one.hidden)
                return std::optional(one);
    return std::optional<KeptTemplate>();
}

} // namespace ambroise::documents
