// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/bdpmimport.h>

#include "basechanges.h"
#include "basewriter.h"
#include "referentialstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace ambroise::drugs {
namespace {

//! Thousandths of the work that reading is.
constexpr qint64 readingShare = 150;

bool goesOn(const Progress &progress, qint64 thousandths)
{
    return !progress || progress(thousandths, 1000);
}

Error cancelled()
{
    return {ErrorCode::Cancelled, u"bdpm.cancelled"_qs, {}};
}

Result<QByteArray> contentOf(const FoundFile &found)
{
    QFile file(found.path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unavailable, u"bdpm.unreadable"_qs, found.name};
    if (file.size() > largestFile)
        return Error{ErrorCode::Invalid, u"bdpm.too_large"_qs, found.name};
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Unavailable, u"bdpm.unreadable"_qs, found.name};
    return content;
}

Status readAll(const QList<FoundFile> &files, Base &base, ImportReport &report,
               const Progress &progress)
{
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!goesOn(progress, i * readingShare / files.size()))
            return cancelled();
        const FoundFile &file = files.at(i);
        AMBROISE_TRY(const QByteArray content, contentOf(file));
        AMBROISE_CHECK(readFile(*file.layout, file.name, content, base, report));
    }
    return done();
}

//! Gives each file and the whole the day of their data.
void date(ImportReport &report, const QList<FoundFile> &files, const Base &base, QDate today)
{
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QDate day = newestDay(base, files.at(i).layout->file, today);
        report.files[i].dated = day;
        if (day.isValid() && (!report.version.isValid() || day > report.version))
            report.version = day;
    }
    if (!report.version.isValid())
        report.version = std::min(QFileInfo(files.first().path).lastModified().date(), today);
    // Prices, compositions and conditions are those of the day of the whole.
    for (qsizetype i = 0; i < files.size(); ++i) {
        const BdpmFile file = files.at(i).layout->file;
        const bool opinions = file == BdpmFile::Smr || file == BdpmFile::Asmr;
        if (!opinions || !report.files.at(i).dated.isValid())
            report.files[i].dated = report.version;
    }
}

//! Under 95 % of the rows of last time: something is missing.
Status checkAgainstLastTime(storage::Connection &db, const QList<FoundFile> &files,
                            const ImportReport &report)
{
    AMBROISE_TRY(const auto before, rowsByFile(db, bdpmKind));
    for (qsizetype i = 0; i < files.size(); ++i) {
        const qint64 last = before.value(QStringView(files.at(i).layout->name).toString());
        if (report.files.at(i).rows * 100 < last * 95)
            return Error{ErrorCode::Invalid, u"bdpm.shrunk"_qs, files.at(i).name};
    }
    return done();
}

Status replaceBase(storage::Connection &db, const QList<FoundFile> &files, const Base &base,
                   const ImportReport &report, const Clock &clock, const Progress &progress)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(db));
    AMBROISE_TRY(const bool formulary, isImported(db, formularyKind));
    QList<BdpmFile> kinds;
    for (const FoundFile &file : files)
        kinds << file.layout->file;
    AMBROISE_TRY(const auto before, baseBefore(db));
    if (before)
        AMBROISE_CHECK(keepChanges(db, before->version, report.version, changesTo(*before, base)));
    AMBROISE_CHECK(BaseWriter(db, base, progress, readingShare).write(kinds, formulary));
    AMBROISE_CHECK(forget(db, formularyKind));
    AMBROISE_CHECK(recordImport(db, report, clock));
    if (!goesOn(progress, 1000))
        return cancelled();
    return transaction.commit();
}

} // namespace

Result<ImportReport> importBdpm(storage::Connection &db, const QString &folder, const Clock &clock,
                                const Progress &progress, const BdpmOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    AMBROISE_TRY(const FoundFiles found, findFiles(folder));
    ImportReport report;
    report.kind = bdpmKind.toString();
    report.absent = found.absent;
    Base base;
    AMBROISE_CHECK(readAll(found.present, base, report, progress));
    if (!options.acceptFewerRows) {
        AMBROISE_CHECK(checkCoverage(base));
        AMBROISE_CHECK(checkAgainstLastTime(db, found.present, report));
    }
    date(report, found.present, base, clock.today());
    AMBROISE_CHECK(replaceBase(db, found.present, base, report, clock, progress));
    report.seconds = double(timer.elapsed()) / 1000;
    return report;
}

Result<FileReport> checkBdpmFile(const QString &name, QByteArrayView content)
{
    const Layout *layout = layoutNamed(name);
    if (!layout)
        return Error{ErrorCode::Invalid, u"bdpm.unknown_file"_qs, {}};
    Base base;
    ImportReport report;
    AMBROISE_CHECK(readFile(*layout, name, content, base, report));
    return report.files.first();
}

} // namespace ambroise::drugs
