// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/storage/connection.h>

namespace ambroise::drugs {

//! Adds many rows to a table, several by statement: on the server each statement is a journey.
class BulkInsert {
public:
    BulkInsert(storage::Connection &db, QByteArrayView table, QByteArrayView columns);

    //! One row; as many values as there are columns.
    Status add(const storage::Values &values);
    //! What is not written yet. To be called at the end.
    Status flush();

private:
    [[nodiscard]] QByteArray statement(qsizetype rows) const;

    storage::Connection &m_db;
    QByteArray m_head;
    QByteArray m_row; //!< "(?,?,?)"
    qsizetype m_columns;
    qsizetype m_rowsPerStatement;
    QByteArray m_statement; //!< of a full batch
    storage::Values m_values;
};

} // namespace ambroise::drugs
