// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"

#include <ambroise/storage/migrator.h>

#include <support/manualclock.h>

#include <QTemporaryDir>

#include <cstdio>

using namespace ambroise;

namespace {

struct Column {
    QString name;
    QString type;
};

Result<QStringList> tablesOf(storage::Connection &db)
{
    QStringList tables;
    AMBROISE_CHECK(db.run("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                          "'sqlite_%' ORDER BY rowid",
                          {}, [&](const storage::Row &row) { tables << row.text(0); }));
    return tables;
}

Result<QList<Column>> columnsOf(storage::Connection &db, const QString &table)
{
    QList<Column> columns;
    AMBROISE_CHECK(db.run("SELECT name, type FROM pragma_table_info(?)", {table},
                          [&](const storage::Row &row) {
                              columns.append({row.text(0), row.text(1)});
                          }));
    return columns;
}

QString literal(const storage::Row &row, int column, const QString &type)
{
    if (row.isNull(column))
        return u"NULL"_qs;
    if (type == u"BLOB")
        return u"{{x:"_qs + QString::fromLatin1(row.bytes(column).toHex()) + u"}}"_qs;
    if (type == u"TEXT")
        return u'\'' + row.text(column).replace(u'\'', u"''"_qs).replace(u'\n', u"{{n}}"_qs) +
               u'\'';
    return QString::number(row.integer(column));
}

//! Of the drug base one drug is enough, and of the signing key nothing may stay.
Status thinOut(storage::Connection &db)
{
    AMBROISE_TRY(const QStringList tables, tablesOf(db));
    const auto run = [&db](const QString &sql) {
        const auto rows = db.run(sql.toUtf8());
        return rows.ok() ? done() : Status(rows.error());
    };
    for (const QString &table : tables) {
        AMBROISE_TRY(const auto columns, columnsOf(db, table));
        for (const Column &column : columns)
            if (column.name == u"cis")
                AMBROISE_CHECK(
                    run(u"DELETE FROM "_qs + table + u" WHERE cis NOT IN (62345678, 61000000)"_qs));
    }
    AMBROISE_CHECK(run(u"DELETE FROM drug_term WHERE owner NOT IN (62345678, 61000000)"_qs));
    AMBROISE_CHECK(
        run(u"DELETE FROM generic_group WHERE id NOT IN (SELECT group_id FROM generic_member)"_qs));
    return run(u"UPDATE practice_certificate SET sealed_key = NULL"_qs);
}

Result<QString> rowsOf(storage::Connection &db, const QString &table)
{
    AMBROISE_TRY(const auto columns, columnsOf(db, table));
    QStringList names;
    for (const Column &column : columns)
        names << column.name;
    QString text;
    AMBROISE_CHECK(db.run(
        (u"SELECT "_qs + names.join(u", ") + u" FROM "_qs + table + u" ORDER BY rowid"_qs).toUtf8(),
        {}, [&](const storage::Row &row) {
            QStringList values;
            for (int i = 0; i < columns.size(); ++i)
                values << literal(row, i, columns.at(i).type);
            text += u"INSERT INTO "_qs + table + u" ("_qs + names.join(u", ") + u") VALUES ("_qs +
                    values.join(u", ") + u");\n"_qs;
        }));
    return text;
}

Result<QString> dump(storage::Connection &db)
{
    QString text = u"-- A practice as a released program left it: README.md. Never changed.\n"_qs;
    AMBROISE_CHECK(db.run("SELECT sql FROM sqlite_master WHERE name = 'schema_step'", {},
                          [&](const storage::Row &row) {
                              text += row.text(0).replace(u"TEXT"_qs, u"{{text}}"_qs) + u";\n"_qs;
                          }));
    for (const storage::Schema &schema : app::allSchemas())
        for (const storage::Migration &step : schema.migrations)
            text += step.sql + u'\n';
    AMBROISE_TRY(const QStringList tables, tablesOf(db));
    for (const QString &table : tables) {
        AMBROISE_TRY(const QString rows, rowsOf(db, table));
        // What a migration put there itself comes with the rows.
        if (!rows.isEmpty())
            text += u"DELETE FROM "_qs + table + u";\n"_qs + rows;
    }
    return text;
}

Result<QString> golden()
{
    const QTemporaryDir temporary;
    const test::ManualClock clock;
    const app::PracticeFolder folder(temporary.filePath(u"practice"_qs));
    AMBROISE_CHECK(test::makeFolder(folder, {}));
    const auto database = test::databaseOf(folder, {});
    AMBROISE_CHECK(storage::Migrator(database, app::allSchemas(), clock).migrate());
    AMBROISE_TRY(const auto practice, app::Practice::open(folder, test::goldenKey(), clock));
    AMBROISE_CHECK(test::fill(*practice));
    AMBROISE_CHECK(storage::Vault::inDatabase(practice->connection(),
                                              app::DerivedKeys::documents(test::goldenKey()))
                       ->put(test::goldenPaper()));
    AMBROISE_CHECK(thinOut(practice->connection()));
    return dump(practice->connection());
}

} // namespace

//! Writes the golden of this version on standard output.
int main()
{
    const auto text = golden();
    if (!text.ok()) {
        std::fprintf(stderr, "%s %s\n", qPrintable(text.error().subject),
                     qPrintable(text.error().detail));
        return 1;
    }
    const QByteArray bytes = text->toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    return 0;
}
