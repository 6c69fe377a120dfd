// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape.h"

namespace ambroise::test {
namespace {

Status add(storage::Connection &db, const QByteArray &sql, int columns, QStringList &shape,
           const storage::Values &values = {})
{
    AMBROISE_CHECK(db.run(sql, values, [&](const storage::Row &row) {
        QStringList words;
        for (int column = 0; column < columns; ++column)
            words << (row.isNull(column) ? u"-"_qs : row.text(column).simplified());
        shape << words.join(u' ');
    }));
    return done();
}

Status embedded(storage::Connection &db, QStringList &shape)
{
    // The text of a table differs where a column came later, what stands in it does not.
    AMBROISE_CHECK(add(db,
                       "SELECT 'column', m.name, c.cid, c.name, c.type, c.\"notnull\", "
                       "c.dflt_value, c.pk FROM sqlite_master m, pragma_table_info(m.name) c "
                       "WHERE m.type = 'table'",
                       8, shape));
    AMBROISE_CHECK(add(db,
                       "SELECT 'reference', m.name, f.\"from\", f.\"table\", f.\"to\", "
                       "f.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) f "
                       "WHERE m.type = 'table'",
                       6, shape));
    return add(db, "SELECT type, tbl_name, name, sql FROM sqlite_master WHERE type <> 'table'", 4,
               shape);
}

Status server(storage::Connection &db, QStringList &shape)
{
    AMBROISE_CHECK(add(db,
                       "SELECT 'column', table_name, ordinal_position, column_name, data_type, "
                       "is_nullable, column_default, is_identity, collation_name FROM "
                       "information_schema.columns WHERE table_schema = current_schema()",
                       9, shape));
    AMBROISE_CHECK(add(db,
                       "SELECT 'constraint', conrelid::regclass, conname, "
                       "pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = "
                       "current_schema()::regnamespace",
                       4, shape));
    return add(db, "SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = current_schema()",
               2, shape);
}

} // namespace

Result<QStringList> shapeOf(storage::Connection &db)
{
    QStringList shape;
    AMBROISE_CHECK(db.engine() == storage::Engine::Embedded ? embedded(db, shape)
                                                            : server(db, shape));
    shape.sort();
    return shape;
}

} // namespace ambroise::test
