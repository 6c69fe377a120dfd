// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/birthplaces.h>

#include "cogfile.h"

#include <ambroise/crypto/hash.h>

#include <QDir>
#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace ambroise::identity {
namespace {

constexpr qsizetype fewestCommunes = 30'000;
constexpr qint64 largestFile = 50'000'000;
const QString source = u"INSEE, code officiel géographique"_qs;
const QByteArray placeColumns = "b.code, label, b.valid_from, b.valid_until, successor";

//! Every ending of a name that begins with a word, but the whole.
const QByteArray fillWords =
    "WITH RECURSIVE blank(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM blank WHERE i < 100)"
    " INSERT INTO birthplace_word (ending, code, valid_from)"
    " SELECT substr(folded, i + 1), code, valid_from FROM birthplace"
    " JOIN blank ON i < length(folded) AND substr(folded, i, 1) = ' '";

Place placeOf(const storage::Row &row)
{
    return {row.text(0), row.text(1), row.date(2), row.date(3), row.text(4)};
}

qint64 daysFrom(const Place &place, QDate day)
{
    if (place.holdsOn(day))
        return 0;
    if (place.from.isValid() && day < place.from)
        return day.daysTo(place.from);
    return place.until.daysTo(day) + 1;
}

struct Content {
    QList<Place> places{};
    QHash<QString, int> populations{};
    QDate newest{};
    QByteArray digests{};
    CogReport report{};
};

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Error{ErrorCode::Unavailable, u"cog.unreadable"_qs, path.section(u'/', -1)};
    return file.readAll();
}

Status takeFile(const QString &path, Content &content)
{
    const QString name = path.section(u'/', -1);
    AMBROISE_TRY(const QByteArray bytes, contentOf(path));
    const auto read = cog::read(name, bytes);
    if (!read.ok())
        return read.error().subject == u"cog.columns" ? done() : Status(read.error());
    for (auto it = read->populations.cbegin(); it != read->populations.cend(); ++it)
        content.populations.insert(it.key(), std::max(it.value(), content.populations[it.key()]));
    if (read->kind != cog::File::Kind::Populations) {
        content.places << read->places;
        content.report.rejected << read->rejected;
        content.report.files.append({name, read->places.size()});
        content.newest = std::max(content.newest, read->newest);
        content.digests +=
            crypto::sha256(bytes).toHex() + "  " + name.toUtf8() + '\n'; // as sha256sum prints
    }
    return done();
}

Result<Content> contentOfFolder(const QString &path)
{
    const QFileInfo info(path);
    const QDir folder(info.isDir() ? path : info.absolutePath());
    const QStringList names = info.isDir()
                                  ? folder.entryList({u"*.csv"_qs}, QDir::Files, QDir::Name)
                                  : QStringList{info.fileName()};
    Content content;
    for (const QString &name : names)
        AMBROISE_CHECK(takeFile(folder.filePath(name), content));
    const auto communes = std::count_if(content.places.cbegin(), content.places.cend(),
                                        [](const Place &place) { return !place.isCountry(); });
    if (communes == 0)
        return Error{ErrorCode::NotFound, u"cog.missing_file"_qs, {}};
    if (communes < fewestCommunes)
        return Error{ErrorCode::Invalid, u"cog.truncated"_qs, {}};
    return content;
}

//! One place may stand in several files, with and without its time; the first one counts.
QList<Place> withoutDoubles(const QList<Place> &places)
{
    QSet<std::pair<QString, QDate>> seen;
    QList<Place> out;
    for (const Place &place : places) {
        const std::pair key(place.code, place.from);
        if (seen.contains(key))
            continue;
        seen.insert(key);
        out << place;
    }
    return out;
}

} // namespace

bool Place::holdsOn(QDate day) const
{
    return (!from.isValid() || from <= day) && (!until.isValid() || day < until);
}

Result<std::optional<Place>> Birthplaces::find(QStringView code, QDate born) const
{
    std::optional<Place> best;
    AMBROISE_CHECK(m_db.run("SELECT " + placeColumns + " FROM birthplace AS b WHERE code = ?",
                            {code.toString()}, [&](const storage::Row &row) {
                                const Place place = placeOf(row);
                                if (!best || daysFrom(place, born) < daysFrom(*best, born))
                                    best = place;
                            }));
    return best;
}

Result<QList<Place>> Birthplaces::search(QStringView typed, QDate born, int limit) const
{
    const QString wanted = cog::folded(typed);
    QList<Place> found;
    if (wanted.isEmpty())
        return found;
    const QString day = born.toString(Qt::ISODate);
    const auto ask = [&](const QByteArray &from, const storage::Values &values) {
        return m_db.run("SELECT " + placeColumns + " FROM " + from +
                            " AND (b.valid_from = '' OR b.valid_from <= ?)"
                            " AND (b.valid_until = '' OR b.valid_until > ?)"
                            " ORDER BY CASE WHEN folded = ? THEN 0 ELSE 1 END, population DESC,"
                            " label, b.code LIMIT ?",
                        storage::Values(values) << day << day << wanted << limit,
                        [&](const storage::Row &row) {
                            const Place place = placeOf(row);
                            if (found.size() < limit && !found.contains(place))
                                found << place;
                        });
    };
    const QString end = wanted + QChar(0xFFFF);
    const QString code = typed.trimmed().toString().toUpper();
    AMBROISE_CHECK(
        ask("birthplace AS b WHERE (folded >= ? AND folded < ? OR b.code >= ? AND b.code < ?)",
            {wanted, end, code, code + QChar(0xFFFF)}));
    if (found.size() < limit)
        AMBROISE_CHECK(ask("birthplace_word AS w JOIN birthplace AS b ON b.code = w.code"
                           " AND b.valid_from = w.valid_from WHERE ending >= ? AND ending < ?",
                           {wanted, end}));
    return found;
}

Result<CogReport> Birthplaces::import(const QString &folder, const Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    AMBROISE_TRY(Content content, contentOfFolder(folder));
    const QList<Place> places = withoutDoubles(content.places);
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_CHECK(m_db.run("DELETE FROM birthplace"));
    AMBROISE_CHECK(m_db.run("DELETE FROM birthplace_word"));
    AMBROISE_CHECK(m_db.run("DELETE FROM cog_release"));
    constexpr int told = 1000;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const Place &place = places.at(i);
        if (i % told == 0 && progress && !progress(i, places.size()))
            return Error{ErrorCode::Cancelled, u"cog.cancelled"_qs, {}};
        AMBROISE_CHECK(
            m_db.run("INSERT INTO birthplace (code, label, folded, valid_from, valid_until,"
                     " successor, population) VALUES (?, ?, ?, ?, ?, ?, ?)",
                     {place.code, place.label, cog::folded(place.label),
                      place.from.toString(Qt::ISODate), place.until.toString(Qt::ISODate),
                      place.successor, content.populations.value(place.code)}));
    }
    AMBROISE_CHECK(m_db.run(fillWords));
    CogReport report = std::move(content.report);
    report.release = {content.newest.toString(Qt::ISODate), m_clock.now(), places.size(),
                      QString::fromLatin1(crypto::sha256(content.digests).toHex()), source};
    AMBROISE_CHECK(m_db.run("INSERT INTO cog_release (id, version, imported_at, rows, sha256,"
                            " source) VALUES (1, ?, ?, ?, ?, ?)",
                            {report.release.version, storage::toText(report.release.importedAt),
                             report.release.rows, report.release.sha256, source}));
    AMBROISE_CHECK(transaction.commit());
    report.seconds = double(timer.elapsed()) / 1000;
    return report;
}

Result<std::optional<CogRelease>> Birthplaces::release() const
{
    std::optional<CogRelease> found;
    AMBROISE_CHECK(m_db.run("SELECT version, imported_at, rows, sha256, source FROM cog_release",
                            {}, [&](const storage::Row &row) {
                                found = CogRelease{row.text(0), row.instant(1), row.integer(2),
                                                   row.text(3), row.text(4)};
                            }));
    return found;
}

} // namespace ambroise::identity
