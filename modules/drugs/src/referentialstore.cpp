// SPDX-License-Identifier: GPL-3.0-or-later
#include "referentialstore.h"

#include "bdpmfiles.h"

#include <ambroise/crypto/hash.h>
#include <ambroise/drugs/referential.h>

#include <algorithm>

namespace ambroise::drugs {
namespace {

//! As `sha256sum` prints it, in the order of the names.
QString digestOf(QList<FileReport> files)
{
    if (files.size() == 1)
        return files.first().sha256;
    std::sort(files.begin(), files.end(),
              [](const FileReport &a, const FileReport &b) { return a.file < b.file; });
    QString lines;
    for (const FileReport &file : files)
        lines += file.sha256 + u"  "_qs + file.file + u'\n';
    return QString::fromLatin1(crypto::sha256(lines.toUtf8()).toHex());
}

QString officialName(const QString &file)
{
    const Layout *layout = layoutNamed(file);
    return layout ? QStringView(layout->name).toString() : file;
}

QString publisherOf(QStringView kind)
{
    if (kind == thesaurusKind)
        return u"ANSM : thésaurus des interactions médicamenteuses"_qs;
    return kind == bdpmKind ? u"ANSM, HAS, UNCAM : base de données publique des médicaments"_qs
                            : u"Extrait de la base de données publique des médicaments"_qs;
}

} // namespace

Result<QHash<QString, qint64>> rowsByFile(storage::Connection &db, QStringView kind)
{
    QHash<QString, qint64> rows;
    AMBROISE_CHECK(
        db.run("SELECT file, rows FROM referential_file WHERE kind = ?", {kind.toString()},
               [&](const storage::Row &row) { rows.insert(row.text(0), row.integer(1)); }));
    return rows;
}

Result<bool> isImported(storage::Connection &db, QStringView kind)
{
    AMBROISE_TRY(const qint64 found,
                 db.run("SELECT 1 FROM referential WHERE kind = ?", {kind.toString()}));
    return found > 0;
}

Status recordImport(storage::Connection &db, const ImportReport &report, const Clock &clock,
                    const QString &sha256)
{
    for (const FileReport &file : report.files) {
        const QString name = officialName(file.file);
        AMBROISE_CHECK(db.run("DELETE FROM referential_file WHERE kind = ? AND file = ?",
                              {report.kind, name}));
        AMBROISE_CHECK(
            db.run("INSERT INTO referential_file (kind, file, dated, rows, sha256) "
                   "VALUES (?, ?, ?, ?, ?)",
                   {report.kind, name, file.dated.toString(Qt::ISODate), file.rows, file.sha256}));
    }
    AMBROISE_CHECK(db.run("DELETE FROM referential WHERE kind = ?", {report.kind}));
    AMBROISE_CHECK(
        db.run("INSERT INTO referential (kind, version, imported_at, rows, sha256, "
               "source) VALUES (?, ?, ?, ?, ?, ?)",
               {report.kind, report.version.toString(Qt::ISODate), storage::toText(clock.now()),
                report.rows(), sha256.isEmpty() ? digestOf(report.files) : sha256,
                publisherOf(report.kind)}));
    return done();
}

Status forget(storage::Connection &db, QStringView kind)
{
    AMBROISE_CHECK(db.run("DELETE FROM referential_file WHERE kind = ?", {kind.toString()}));
    AMBROISE_CHECK(db.run("DELETE FROM referential WHERE kind = ?", {kind.toString()}));
    return done();
}

Result<QHash<QString, Source>> sourcesByFile(storage::Connection &db)
{
    QHash<QString, Source> sources;
    AMBROISE_CHECK(db.run("SELECT kind, file, dated FROM referential_file WHERE kind <> 'ansm'", {},
                          [&](const storage::Row &row) {
                              const QString name = row.text(0) == bdpmKind
                                                       ? u"BDPM"_qs
                                                       : u"Formulaire de démonstration"_qs;
                              sources.insert(row.text(1), {name, row.text(1), row.date(2)});
                          }));
    return sources;
}

Result<QList<Referential>> referentials(storage::Connection &db)
{
    QList<Referential> all;
    AMBROISE_CHECK(db.run("SELECT kind, version, imported_at, rows, sha256, source FROM "
                          "referential ORDER BY kind",
                          {}, [&](const storage::Row &row) {
                              all.append({row.text(0), row.date(1), row.instant(2), row.integer(3),
                                          row.text(4), row.text(5)});
                          }));
    return all;
}

qint64 ImportReport::rows() const
{
    qint64 sum = 0;
    for (const FileReport &file : files)
        sum += file.rows;
    return sum;
}

} // namespace ambroise::drugs
