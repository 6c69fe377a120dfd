// SPDX-License-Identifier: GPL-3.0-or-later
#include "cogfile.h"

#include <ambroise/core/csv.h>
#include <ambroise/core/text.h>

namespace ambroise::identity::cog {
namespace {

struct Columns {
    qsizetype code = -1;
    qsizetype label = -1;
    qsizetype from = -1;
    qsizetype until = -1;
    qsizetype successor = -1;
    qsizetype population = -1;
    bool history = false;
};

Columns columnsOf(QStringList head)
{
    for (QString &name : head)
        name = name.trimmed().toLower();
    const auto first = [&head](std::initializer_list<QStringView> names) {
        for (const QStringView name : names)
            if (const auto at = head.indexOf(name.toString()); at >= 0)
                return at;
        return qsizetype(-1);
    };
    Columns columns;
    columns.code = first({u"cog", u"com", u"code_commune", u"code"});
    columns.label = first({u"libelle", u"libcog", u"nom_commune", u"name"});
    columns.from = first({u"valid_from", u"date_debut"});
    columns.until = first({u"valid_to", u"date_fin"});
    columns.successor = first({u"successor_cog"});
    columns.population = first({u"population"});
    columns.history = columns.from >= 0 && columns.until >= 0;
    return columns;
}

//! "" is open, and so is "?" (closed, nobody knows when); "2025-01-01~" is about that day.
std::optional<QDate> dayOf(QString text)
{
    text = text.trimmed();
    if (text.endsWith(u'~'))
        text.chop(1);
    if (text.isEmpty() || text == u"?")
        return QDate();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

//! Why a line is left out; empty: it is taken.
QString take(const QStringList &values, const Columns &columns, File &file)
{
    Place place{values.value(columns.code).trimmed().toUpper(),
                values.value(columns.label).trimmed()};
    if (!BirthPlace::make(place.code, place.label).ok() || place.code.isEmpty())
        return u"cog.code"_qs;
    if (place.label.isEmpty())
        return u"cog.label"_qs;
    const auto from = dayOf(values.value(columns.from));
    const auto until = dayOf(values.value(columns.until));
    if (!from || !until || (from->isValid() && until->isValid() && *from > *until))
        return u"cog.date"_qs;
    place.from = *from;
    place.until = *until;
    place.successor = values.value(columns.successor).trimmed();
    file.newest = std::max({file.newest, *from, *until});
    if (const int people = values.value(columns.population).toInt(); people > 0)
        file.populations.insert(place.code, people);
    file.places << place;
    return {};
}

File::Kind kindOf(const File &file, const Columns &columns)
{
    if (!file.places.isEmpty() && file.places.first().isCountry())
        return File::Kind::Countries;
    if (columns.history)
        return File::Kind::Communes;
    return columns.population >= 0 ? File::Kind::Populations : File::Kind::Other;
}

} // namespace

Result<File> read(const QString &name, const QByteArray &content)
{
    QString text = QString::fromUtf8(content);
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    const QStringList lines = text.split(u'\n');
    const QString head = lines.value(0).trimmed();
    const QChar separator = head.count(u';') > head.count(u',') ? u';' : u',';
    const Columns columns = columnsOf(csv::values(head, separator));
    if (columns.code < 0 || columns.label < 0)
        return Error{ErrorCode::Invalid, u"cog.columns"_qs, name};
    File file;
    for (int i = 1; i < lines.size(); ++i) {
        QString line = lines.at(i);
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.isEmpty())
            continue;
        if (const QString why = take(csv::values(line, separator), columns, file); !why.isEmpty())
            file.rejected.append({name, i + 1, why});
    }
    if (file.places.isEmpty()) // departments, regions: a table of something else
        return File();
    file.kind = kindOf(file, columns);
    return file;
}

QString folded(QStringView name)
{
    QStringList words = text::foldedWords(name);
    for (QString &word : words) {
        if (word == u"ST")
            word = u"SAINT"_qs;
        else if (word == u"STE")
            word = u"SAINTE"_qs;
    }
    return words.join(u' ');
}

} // namespace ambroise::identity::cog
