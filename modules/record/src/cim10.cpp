// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/cim10.h>

#include <ambroise/core/csv.h>
#include <ambroise/crypto/hash.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>

namespace ambroise::record {
namespace {

constexpr qsizetype leastCodes = 5000;
constexpr qint64 largestFile = 64LL * 1024 * 1024;

Result<QString> fileIn(const QString &path)
{
    const QFileInfo given(path);
    if (given.isFile())
        return path;
    const QFileInfoList files = QDir(path).entryInfoList({u"*.csv"_qs}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files)
        if (file.fileName().contains(u"cim"_qs, Qt::CaseInsensitive) || files.size() == 1)
            return file.absoluteFilePath();
    return Error{ErrorCode::NotFound, u"cim10.missing_file"_qs, {}};
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Error{ErrorCode::Unavailable, u"cim10.unreadable"_qs, {}};
    return file.readAll();
}

struct Content {
    QList<Condition> conditions;
    QList<Cim10Rejected> rejected;
};

//! "A00.1 Choléra" in one column, or the code in one and the label in another.
std::optional<Condition> conditionOf(const QStringList &values, qsizetype code, qsizetype label)
{
    QString written = values.value(code).trimmed();
    QString meaning = values.value(label).trimmed();
    if (label < 0) {
        meaning = written.section(u' ', 1).trimmed();
        written = written.section(u' ', 0, 0);
    }
    const auto parsed = ConditionCode::parse(CodeSystem::Cim10, written);
    if (!parsed.ok() || meaning.isEmpty())
        return std::nullopt;
    return Condition{*parsed, meaning};
}

Result<Content> read(const QString &name, const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    const QStringList lines = text.split(u'\n');
    const QString head = lines.value(0).trimmed().toLower();
    const QChar separator = head.count(u';') > head.count(u',') ? u';' : u',';
    const QStringList columns = csv::values(head, separator);
    const qsizetype code = columns.indexOf(u"code"_qs);
    if (code < 0)
        return Error{ErrorCode::Invalid, u"cim10.columns"_qs, name};
    const qsizetype label = std::max(columns.indexOf(u"label"_qs), columns.indexOf(u"libelle"_qs));
    Content content;
    QSet<QString> known;
    for (int i = 1; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty())
            continue;
        const auto condition = conditionOf(csv::values(line, separator), code, label);
        if (!condition)
            content.rejected.append({name, i + 1, u"cim10.code"_qs});
        else if (known.contains(condition->code.code()))
            content.rejected.append({name, i + 1, u"cim10.twice"_qs});
        else
            content.conditions << *condition;
        if (condition)
            known.insert(condition->code.code());
    }
    if (content.conditions.size() < leastCodes)
        return Error{ErrorCode::Invalid, u"cim10.truncated"_qs, name};
    return content;
}

} // namespace

Result<Cim10Report> Cim10::import(const QString &path, const Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    AMBROISE_TRY(const QString file, fileIn(path));
    AMBROISE_TRY(const QByteArray bytes, contentOf(file));
    const QString name = QFileInfo(file).fileName();
    AMBROISE_TRY(const Content content, read(name, bytes));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(m_db.run("DELETE FROM cim10_label"));
    AMBROISE_CHECK(m_db.run("DELETE FROM cim10_release"));
    constexpr int told = 500;
    for (qsizetype i = 0; i < content.conditions.size(); ++i) {
        if (i % told == 0 && progress && !progress(i, content.conditions.size()))
            return Error{ErrorCode::Cancelled, u"cim10.cancelled"_qs, {}};
        const Condition &one = content.conditions.at(i);
        AMBROISE_CHECK(m_db.run("INSERT INTO cim10_label (code, label) VALUES (?, ?)",
                                {one.code.code(), one.label}));
    }
    Cim10Report report;
    report.rejected = content.rejected;
    report.release = {m_clock.now(), content.conditions.size(),
                      QString::fromLatin1(crypto::sha256(bytes).toHex()), name};
    AMBROISE_CHECK(m_db.run("INSERT INTO cim10_release (id, imported_at, row_count, sha256, source)"
                            " VALUES (1, ?, ?, ?, ?)",
                            {storage::toText(report.release.importedAt), report.release.rows,
                             report.release.sha256, name}));
    AMBROISE_CHECK(transaction.commit());
    report.seconds = double(timer.elapsed()) / 1000;
    return report;
}

Result<std::optional<Cim10Release>> Cim10::release() const
{
    std::optional<Cim10Release> found;
    AMBROISE_CHECK(
        m_db.run("SELECT imported_at, row_count, sha256, source FROM cim10_release", {},
                 [&](const storage::Row &row) {
                     found = Cim10Release{row.instant(0), row.integer(1), row.text(2), row.text(3)};
                 }));
    return found;
}

Result<QList<Condition>> Cim10::all() const
{
    QList<Condition> conditions;
    AMBROISE_CHECK(m_db.run(
        "SELECT code, label FROM cim10_label ORDER BY code", {}, [&](const storage::Row &row) {
            const auto code = ConditionCode::parse(CodeSystem::Cim10, row.text(0));
            if (code.ok())
                conditions.append({*code, row.text(1)});
        }));
    return conditions;
}

} // namespace ambroise::record
