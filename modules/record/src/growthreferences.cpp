// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/growthreferences.h>

#include <ambroise/crypto/hash.h>

#include <QFile>
#include <QFileInfo>

namespace ambroise::record {
namespace {

constexpr qint64 largestFile = 16LL * 1024 * 1024;

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > largestFile || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unavailable, u"growth.unreadable"_qs, {}};
    return file.readAll();
}

QString digest(const QByteArray &content)
{
    return QString::fromLatin1(crypto::sha256(content).toHex());
}

} // namespace

Result<GrowthRelease> GrowthReferences::import(const QString &path, const audit::Actor &actor)
{
    AMBROISE_TRY(const QByteArray content, contentOf(path));
    AMBROISE_TRY(const GrowthReference reference, GrowthReference::parse(content));
    const GrowthRelease release{reference.names().first(),
                                reference.sources().join(u" ; "_qs),
                                QFileInfo(path).fileName(),
                                digest(content),
                                reference.rows(),
                                m_clock.now(),
                                actor.name()};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(m_db.run("DELETE FROM growth_reference WHERE name = ?", {release.name}));
    AMBROISE_CHECK(m_db.run(
        "INSERT INTO growth_reference (name, source, file_name, sha256, content, row_count,"
        " imported_at, author_id, author_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {release.name, release.source, release.file, release.sha256, content, release.rows,
         storage::toText(release.importedAt), actor.user().value, actor.name()}));
    AMBROISE_CHECK(transaction.commit());
    return release;
}

Status GrowthReferences::remove(const QString &name)
{
    AMBROISE_TRY(const qint64 removed,
                 m_db.run("DELETE FROM growth_reference WHERE name = ?", {name}));
    if (removed == 0)
        return Error{ErrorCode::NotFound, u"growth.unknown"_qs, {}};
    return done();
}

Result<QList<GrowthRelease>> GrowthReferences::releases() const
{
    QList<GrowthRelease> found;
    AMBROISE_CHECK(
        m_db.run("SELECT name, source, file_name, sha256, row_count, imported_at, author_name"
                 " FROM growth_reference ORDER BY name",
                 {}, [&](const storage::Row &row) {
                     found.append({row.text(0), row.text(1), row.text(2), row.text(3),
                                   row.integer(4), row.instant(5), row.text(6)});
                 }));
    return found;
}

Result<QList<GrowthReference>> GrowthReferences::all() const
{
    QList<GrowthReference> found;
    bool whole = true;
    AMBROISE_CHECK(m_db.run("SELECT content, sha256 FROM growth_reference ORDER BY name", {},
                            [&](const storage::Row &row) {
                                const QByteArray content = row.bytes(0);
                                const auto read = GrowthReference::parse(content);
                                if (read.ok() && digest(content) == row.text(1))
                                    found << *read;
                                else
                                    whole = false;
                            }));
    if (!whole)
        return Error{ErrorCode::Corrupt, u"growth.stored"_qs, {}};
    return found;
}

} // namespace ambroise::record
