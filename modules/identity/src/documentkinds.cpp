// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/documentkinds.h>

#include <QRegularExpression>

namespace ambroise::identity {
namespace {

constexpr QStringView high = u"high";
constexpr QStringView minors = u"minor";
constexpr qsizetype longestLabel = 80;

QString codeOf(Trust trust)
{
    return (trust == Trust::High ? high : QStringView(u"low")).toString();
}

QString codeOf(ForWhom forWhom)
{
    return (forWhom == ForWhom::Minor ? minors : QStringView(u"anyone")).toString();
}

Status judged(const DocumentKind &kind, const QList<ListedKind> &others)
{
    static const QRegularExpression form(u"^[A-Za-z0-9]{1,8}$"_qs);
    const Error refused{ErrorCode::Invalid, u"evidence.kinds"_qs, {}};
    if (!form.match(kind.code).hasMatch() || kind.label.isEmpty() ||
        kind.label.size() > longestLabel)
        return refused;
    for (const ListedKind &other : others)
        if (kind.code.compare(other.kind.code, Qt::CaseInsensitive) == 0 ||
            kind.label.compare(other.kind.label, Qt::CaseInsensitive) == 0)
            return refused;
    return allowedByRniv(kind);
}

//! What differs, in words that the journal keeps: "label", "trust=high", "retired".
QStringList changesOf(const ListedKind &before, const ListedKind &after)
{
    QStringList changes;
    if (before.kind.label != after.kind.label)
        changes << u"label"_qs;
    if (before.kind.trust != after.kind.trust)
        changes << u"trust="_qs + codeOf(after.kind.trust);
    if (before.kind.forWhom != after.kind.forWhom)
        changes << u"for="_qs + codeOf(after.kind.forWhom);
    if (before.offered != after.offered)
        changes << (after.offered ? u"offered"_qs : u"retired"_qs);
    return changes;
}

} // namespace

Status allowedByRniv(const DocumentKind &kind)
{
    const auto usual = usualDocumentKind(kind.code);
    if (!usual)
        return done();
    if (usual->trust == Trust::Low && kind.trust == Trust::High)
        return Error{ErrorCode::Denied, u"evidence.low_trust"_qs, {}};
    if (usual->forWhom == ForWhom::Minor && kind.forWhom != ForWhom::Minor)
        return Error{ErrorCode::Denied, u"evidence.minors_only"_qs, {}};
    return done();
}

Result<QList<ListedKind>> DocumentKinds::all() const
{
    QList<ListedKind> kinds;
    AMBROISE_CHECK(m_db.run(
        "SELECT code, label, trust, for_whom, offered FROM identity_document_kind ORDER BY place",
        {}, [&](const storage::Row &row) {
            kinds.append({{row.text(0), row.text(1), row.text(2) == high ? Trust::High : Trust::Low,
                           row.text(3) == minors ? ForWhom::Minor : ForWhom::Anyone},
                          row.boolean(4)});
        }));
    if (kinds.isEmpty())
        for (const DocumentKind &kind : usualDocumentKinds())
            kinds.append({kind});
    return kinds;
}

Result<QList<DocumentKind>> DocumentKinds::offered() const
{
    AMBROISE_TRY(const QList<ListedKind> listed, all());
    QList<DocumentKind> kinds;
    for (const ListedKind &one : listed)
        if (one.offered)
            kinds << one.kind;
    return kinds;
}

Status DocumentKinds::add(const DocumentKind &kind, const audit::Actor &actor)
{
    DocumentKind trimmed = kind;
    trimmed.code = kind.code.trimmed();
    trimmed.label = kind.label.simplified();
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(keepUsual());
    AMBROISE_TRY(const QList<ListedKind> others, all());
    AMBROISE_CHECK(judged(trimmed, others));
    AMBROISE_CHECK(insert({trimmed}, others.size()));
    AMBROISE_CHECK(
        record(trimmed.code, {u"added"_qs, u"trust="_qs + codeOf(trimmed.trust)}, actor));
    return transaction.commit();
}

Status DocumentKinds::change(const ListedKind &before, const ListedKind &after,
                             const audit::Actor &actor)
{
    ListedKind wanted = after;
    wanted.kind.code = before.kind.code;
    wanted.kind.label = after.kind.label.simplified();
    const QStringList changes = changesOf(before, wanted);
    if (changes.isEmpty())
        return done();
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(keepUsual());
    AMBROISE_TRY(QList<ListedKind> others, all());
    if (others.removeAll(before) == 0)
        return Error{ErrorCode::Conflict, u"storage.version"_qs, {}};
    AMBROISE_CHECK(judged(wanted.kind, others));
    AMBROISE_CHECK(
        m_db.run("UPDATE identity_document_kind SET label = ?, trust = ?, for_whom = ?,"
                 " offered = ? WHERE code = ?",
                 {wanted.kind.label, codeOf(wanted.kind.trust), codeOf(wanted.kind.forWhom),
                  wanted.offered ? 1 : 0, wanted.kind.code}));
    AMBROISE_CHECK(record(wanted.kind.code, changes, actor));
    return transaction.commit();
}

Status DocumentKinds::keepUsual()
{
    bool kept = false;
    AMBROISE_CHECK(m_db.run("SELECT 1 FROM identity_document_kind LIMIT 1", {},
                            [&](const storage::Row &) { kept = true; }));
    if (kept)
        return done();
    qsizetype place = 0;
    for (const DocumentKind &kind : usualDocumentKinds())
        AMBROISE_CHECK(insert({kind}, place++));
    return done();
}

Status DocumentKinds::insert(const ListedKind &listed, qsizetype place)
{
    AMBROISE_CHECK(m_db.run("INSERT INTO identity_document_kind"
                            " (code, place, label, trust, for_whom, offered)"
                            " VALUES (?, ?, ?, ?, ?, ?)",
                            {listed.kind.code, place, listed.kind.label, codeOf(listed.kind.trust),
                             codeOf(listed.kind.forWhom), listed.offered ? 1 : 0}));
    return done();
}

Status DocumentKinds::record(const QString &code, const QStringList &changes,
                             const audit::Actor &actor)
{
    AMBROISE_CHECK(m_journal.record({audit::Action::Update,
                                     audit::Subject::Practice,
                                     0,
                                     {},
                                     u"identity_document "_qs + code + u' ' + changes.join(u',')},
                                    actor));
    return done();
}

} // namespace ambroise::identity
