// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkinsert.h"
#include "referentialstore.h"
#include "thesaurusbuilder.h"

#include <ambroise/crypto/hash.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

namespace ambroise::drugs {
namespace {

struct Content {
    Thesaurus thesaurus;
    QString sha256;
    QList<LineRemark> rejected;
};

Result<QByteArray> contentOf(const QFileInfo &info)
{
    QFile file(info.absoluteFilePath());
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unavailable, u"ansm.unreadable"_qs, info.fileName()};
    if (file.size() > largestThesaurus)
        return thesaurusRefusal(u"ansm.too_large"_qs, info.fileName());
    return file.readAll();
}

QString digestOf(const QByteArray &content)
{
    return QString::fromLatin1(crypto::sha256(content).toHex());
}

Result<Content> readDocument(const QFileInfo &info)
{
    AMBROISE_TRY(const QByteArray json, contentOf(info));
    AMBROISE_TRY(const Thesaurus thesaurus, readThesaurus(info.fileName(), json));
    return Content{thesaurus, digestOf(json), {}};
}

Result<Content> readTables(const QFileInfoList &files)
{
    QHash<QString, QByteArray> tables;
    QString digests;
    for (const QFileInfo &file : files) {
        AMBROISE_TRY(const QByteArray content, contentOf(file));
        tables.insert(file.completeBaseName(), content);
        digests += digestOf(content) + u"  "_qs + file.fileName() + u'\n';
    }
    Content content;
    AMBROISE_TRY(content.thesaurus, readThesaurusTables(tables, content.rejected));
    content.sha256 = digestOf(digests.toUtf8());
    return content;
}

//! A document named, or in a folder the ANSM's tables, or the one document "ansm_thesaurus*.json".
Result<Content> readFrom(const QString &path)
{
    const QFileInfo given(path);
    if (given.isFile())
        return readDocument(given);
    const QDir folder(path);
    const QStringList tables{u"ansm_interaction.*"_qs, u"ansm_groupe_substance.*"_qs,
                             u"ansm_classe_interaction.*"_qs, u"ansm_classe_groupe_substance.*"_qs,
                             u"ansm_substance_groupe_substance.*"_qs};
    const QFileInfoList found = folder.entryInfoList(tables, QDir::Files, QDir::Name);
    if (!found.isEmpty())
        return readTables(found);
    const QFileInfoList documents =
        folder.entryInfoList({u"*thesaurus*.json"_qs}, QDir::Files, QDir::Name);
    if (documents.isEmpty())
        return Error{ErrorCode::NotFound, u"ansm.missing_file"_qs, u"ansm_thesaurus.json"_qs};
    return readDocument(documents.last()); // named by their date
}

QVariant orNull(int place)
{
    return place < 0 ? QVariant() : QVariant(place);
}

QString joined(const QList<InteractionLevel> &levels)
{
    QStringList codes;
    for (const InteractionLevel level : levels)
        codes << code(level);
    return codes.join(u'/');
}

Status writeGroups(storage::Connection &db, const Thesaurus &thesaurus, const QString &version)
{
    BulkInsert groups(db, "ansm_groupe_substance", "version, code, libelle, commentaire");
    BulkInsert substances(db, "ansm_substance_groupe_substance",
                          "version, code_substance, code_groupe");
    for (qsizetype i = 0; i < thesaurus.groups.size(); ++i) {
        const ThesaurusGroup &group = thesaurus.groups.at(i);
        AMBROISE_CHECK(groups.add({version, i, group.label, group.note}));
        for (const QString &substance : group.substances)
            AMBROISE_CHECK(substances.add({version, substance, i}));
    }
    AMBROISE_CHECK(groups.flush());
    return substances.flush();
}

Status writeClasses(storage::Connection &db, const Thesaurus &thesaurus, const QString &version)
{
    BulkInsert classes(db, "ansm_classe_interaction", "version, code, libelle, commentaire");
    BulkInsert members(db, "ansm_classe_groupe_substance", "version, code_classe, code_groupe");
    for (qsizetype i = 0; i < thesaurus.classes.size(); ++i) {
        const ThesaurusClass &one = thesaurus.classes.at(i);
        AMBROISE_CHECK(classes.add({version, i, one.label, one.note}));
        for (const int group : one.groups)
            AMBROISE_CHECK(members.add({version, i, group}));
    }
    AMBROISE_CHECK(classes.flush());
    return members.flush();
}

Status writeRows(storage::Connection &db, const Thesaurus &thesaurus, const QString &version)
{
    BulkInsert rows(db, "ansm_interaction",
                    "version, place, code_groupe_1, code_classe_1, code_groupe_2, code_classe_2, "
                    "niveau, risque, conduite");
    for (qsizetype i = 0; i < thesaurus.rows.size(); ++i) {
        const ThesaurusRow &row = thesaurus.rows.at(i);
        AMBROISE_CHECK(
            rows.add({version, i, orNull(row.a.group), orNull(row.a.cls), orNull(row.b.group),
                      orNull(row.b.cls), joined(row.levels), row.risk, row.advice}));
    }
    return rows.flush();
}

Status write(storage::Connection &db, const Content &content, const Clock &clock)
{
    const QString version = content.thesaurus.version.toString(Qt::ISODate);
    for (const char *table :
         {"ansm_version", "ansm_groupe_substance", "ansm_substance_groupe_substance",
          "ansm_classe_interaction", "ansm_classe_groupe_substance", "ansm_interaction"})
        AMBROISE_CHECK(
            db.run("DELETE FROM " + QByteArray(table) + " WHERE version = ?", {version}));
    AMBROISE_CHECK(
        db.run("INSERT INTO ansm_version (version, imported_at, sha256) VALUES (?, ?, ?)",
               {version, storage::toText(clock.now()), content.sha256}));
    AMBROISE_CHECK(writeGroups(db, content.thesaurus, version));
    AMBROISE_CHECK(writeClasses(db, content.thesaurus, version));
    return writeRows(db, content.thesaurus, version);
}

ImportReport reportOf(const Content &content)
{
    const Thesaurus &thesaurus = content.thesaurus;
    ImportReport report;
    report.kind = thesaurusKind.toString();
    report.version = thesaurus.version;
    const auto file = [&](const QString &name, qint64 rows) {
        report.files.append({name, rows, thesaurus.version, content.sha256});
    };
    file(u"interactions"_qs, thesaurus.rows.size());
    file(u"classes"_qs,
         std::count_if(thesaurus.classes.begin(), thesaurus.classes.end(),
                       [](const ThesaurusClass &one) { return !one.groups.isEmpty(); }));
    file(u"memberships"_qs, thesaurus.memberships());
    report.rejected = content.rejected;
    return report;
}

Status checkAgainstLastTime(storage::Connection &db, const ImportReport &report)
{
    AMBROISE_TRY(const auto before, rowsByFile(db, thesaurusKind));
    for (const FileReport &file : report.files)
        if (file.rows * 100 < before.value(file.file) * 95)
            return thesaurusRefusal(u"ansm.shrunk"_qs, file.file);
    return done();
}

} // namespace

Result<ImportReport> importThesaurus(storage::Connection &db, const QString &path,
                                     const Clock &clock, const Progress &progress)
{
    const auto cancelled = [&](qint64 percent) {
        return progress && !progress(percent, 100);
    };
    const Error given{ErrorCode::Cancelled, u"ansm.cancelled"_qs, {}};
    QElapsedTimer timer;
    timer.start();
    AMBROISE_TRY(const Content content, readFrom(path));
    ImportReport report = reportOf(content);
    AMBROISE_CHECK(checkAgainstLastTime(db, report));
    if (cancelled(50))
        return given;
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(db));
    AMBROISE_CHECK(write(db, content, clock));
    AMBROISE_CHECK(recordImport(db, report, clock, content.sha256));
    if (cancelled(100))
        return given;
    AMBROISE_CHECK(transaction.commit());
    report.seconds = double(timer.elapsed()) / 1000;
    return report;
}

} // namespace ambroise::drugs
