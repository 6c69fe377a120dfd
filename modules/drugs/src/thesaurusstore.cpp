// SPDX-License-Identifier: GPL-3.0-or-later
#include "referentialstore.h"
#include "thesaurusbuilder.h"

namespace ambroise::drugs {
namespace {

Status addGroups(storage::Connection &db, const QString &version, Thesaurus &thesaurus)
{
    AMBROISE_CHECK(
        db.run("SELECT libelle, commentaire FROM ansm_groupe_substance WHERE version = ? "
               "ORDER BY code",
               {version}, [&](const storage::Row &row) {
                   thesaurus.groups.append({row.text(0), row.text(1), {}});
               }));
    AMBROISE_CHECK(db.run("SELECT code_groupe, code_substance FROM ansm_substance_groupe_substance "
                          "WHERE version = ? ORDER BY code_groupe, code_substance",
                          {version}, [&](const storage::Row &row) {
                              thesaurus.groups[row.integer(0)].substances << row.text(1);
                          }));
    return done();
}

Status addClasses(storage::Connection &db, const QString &version, Thesaurus &thesaurus)
{
    AMBROISE_CHECK(
        db.run("SELECT libelle, commentaire FROM ansm_classe_interaction WHERE version = "
               "? ORDER BY code",
               {version}, [&](const storage::Row &row) {
                   thesaurus.classes.append({row.text(0), row.text(1), {}});
               }));
    AMBROISE_CHECK(db.run("SELECT code_classe, code_groupe FROM ansm_classe_groupe_substance WHERE "
                          "version = ? ORDER BY code_classe, code_groupe",
                          {version}, [&](const storage::Row &row) {
                              thesaurus.classes[row.integer(0)].groups << int(row.integer(1));
                          }));
    return done();
}

QList<InteractionLevel> levelsOf(const QString &text)
{
    QList<InteractionLevel> levels;
    for (const QString &one : text.split(u'/'))
        if (const auto level = interactionLevelOf(one))
            levels << *level;
    return levels;
}

Status addRows(storage::Connection &db, const QString &version, Thesaurus &thesaurus)
{
    const auto place = [](const storage::Row &row, int column) {
        return row.isNull(column) ? -1 : int(row.integer(column));
    };
    AMBROISE_CHECK(
        db.run("SELECT code_groupe_1, code_classe_1, code_groupe_2, code_classe_2, niveau, risque, "
               "conduite FROM ansm_interaction WHERE version = ? ORDER BY place",
               {version}, [&](const storage::Row &row) {
                   thesaurus.rows.append({{place(row, 0), place(row, 1)},
                                          {place(row, 2), place(row, 3)},
                                          levelsOf(row.text(4)),
                                          row.text(5),
                                          row.text(6)});
               }));
    return done();
}

} // namespace

Result<QList<QDate>> thesaurusVersions(storage::Connection &db)
{
    QList<QDate> versions;
    AMBROISE_CHECK(db.run("SELECT version FROM ansm_version ORDER BY version", {},
                          [&](const storage::Row &row) { versions << row.date(0); }));
    return versions;
}

Result<std::optional<Thesaurus>> loadThesaurus(storage::Connection &db, QDate version)
{
    Thesaurus thesaurus;
    const QByteArray which =
        version.isValid()
            ? QByteArray("version = ?")
            : QByteArray("version = (SELECT version FROM referential WHERE kind = ?)");
    const QString value =
        version.isValid() ? version.toString(Qt::ISODate) : thesaurusKind.toString();
    AMBROISE_CHECK(db.run("SELECT version FROM ansm_version WHERE " + which, {value},
                          [&](const storage::Row &row) { thesaurus.version = row.date(0); }));
    if (!thesaurus.version.isValid())
        return std::optional<Thesaurus>();
    const QString key = thesaurus.version.toString(Qt::ISODate);
    AMBROISE_CHECK(addGroups(db, key, thesaurus));
    AMBROISE_CHECK(addClasses(db, key, thesaurus));
    AMBROISE_CHECK(addRows(db, key, thesaurus));
    return std::optional(thesaurus);
}

} // namespace ambroise::drugs
