// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ambroise::storage {

//! One numbered step of a module's tables. Once released it never changes.
//!
//! The SQL is common to both engines; a statement ends with `;` at the end of a line. Where the
//! engines differ:
//! `{{id}}` a generated 64-bit primary key, `{{bytes}}` a byte string, `{{text}}` text compared
//! byte by byte.
struct Migration {
    int number = 0;
    QString name;
    QString sql;
};

//! The tables of one module. CMake makes `schema()` of modules/<name>/schema/NNNN_*.sql.
struct Schema {
    QString module;
    QList<Migration> migrations;
};

//! The tables of this module itself.
Schema schema();

} // namespace ambroise::storage
