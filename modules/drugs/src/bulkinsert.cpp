// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkinsert.h"

#include <algorithm>

namespace ambroise::drugs {
namespace {

// The embedded engine is as fast with ten; the server is not.
constexpr qsizetype valuesPerStatement = 500;

} // namespace

BulkInsert::BulkInsert(storage::Connection &db, QByteArrayView table, QByteArrayView columns)
    : m_db(db)
    , m_head("INSERT INTO " + table.toByteArray() + " (" + columns.toByteArray() + ") VALUES ")
    , m_columns(columns.toByteArray().count(',') + 1)
    , m_rowsPerStatement(std::max<qsizetype>(1, valuesPerStatement / m_columns))
{
    m_row = "(?" + QByteArray(",?").repeated(m_columns - 1) + ")";
    m_statement = statement(m_rowsPerStatement);
    m_values.reserve(m_rowsPerStatement * m_columns);
}

QByteArray BulkInsert::statement(qsizetype rows) const
{
    return m_head + m_row + QByteArray("," + m_row).repeated(rows - 1);
}

Status BulkInsert::add(const storage::Values &values)
{
    m_values += values;
    if (m_values.size() < m_rowsPerStatement * m_columns)
        return done();
    AMBROISE_CHECK(m_db.run(m_statement, m_values));
    m_values.clear();
    return done();
}

Status BulkInsert::flush()
{
    const qsizetype rows = m_values.size() / m_columns;
    if (rows > 0)
        AMBROISE_CHECK(m_db.run(statement(rows), m_values));
    m_values.clear();
    return done();
}

} // namespace ambroise::drugs
