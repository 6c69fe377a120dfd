// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/progress.h>
#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/storage/connection.h>

#include <QDate>
#include <QList>
#include <QStringList>

#include <optional>

//! The thesaurus of drug interactions of the ANSM, as it is published. Texts are the publisher's.
namespace ambroise::drugs {

//! The ANSM's four levels of constraint, the gravest last.
enum class InteractionLevel {
    Apc, //!< à prendre en compte
    Pe,  //!< précaution d'emploi
    Ad,  //!< association déconseillée
    Ci   //!< contre-indication
};

[[nodiscard]] QString code(InteractionLevel level); //!< "APC", "PE", "AD", "CI"
//! Also the names that the ANSM's tables use: ASDEC, APEC. Case does not count.
[[nodiscard]] std::optional<InteractionLevel> interactionLevelOf(QStringView code);

//! A substance, or several that are one for the thesaurus.
struct ThesaurusGroup {
    QString label{};
    QString note{};           //!< the chapeau of its heading
    QStringList substances{}; //!< BDPM codes, where the publisher gives them
    friend bool operator==(const ThesaurusGroup &, const ThesaurusGroup &) = default;
};

//! A class of substances; without members where its name says which are meant ("AUTRES …",
//! "MÉDICAMENTS ADMINISTRÉS PAR VOIE ORALE").
struct ThesaurusClass {
    QString label{};
    QString note{};
    QList<int> groups{}; //!< places in Thesaurus::groups
    friend bool operator==(const ThesaurusClass &, const ThesaurusClass &) = default;
};

//! One side of an interaction: a place in Thesaurus::groups, or in Thesaurus::classes.
struct ThesaurusSide {
    int group = -1;
    int cls = -1;
    friend auto operator<=>(const ThesaurusSide &, const ThesaurusSide &) = default;
};

struct ThesaurusRow {
    ThesaurusSide a{};
    ThesaurusSide b{};
    QList<InteractionLevel>
        levels{}; //!< gravest first; several where they depend on dose, patient…
    QString risk{};
    QString advice{};
    friend bool operator==(const ThesaurusRow &, const ThesaurusRow &) = default;
};

//! A whole thesaurus. Rows are directed: but for sides that only their name defines, each stands
//! there both ways.
struct Thesaurus {
    QDate version{};
    QList<ThesaurusGroup> groups{};
    QList<ThesaurusClass> classes{};
    QList<ThesaurusRow> rows{};

    [[nodiscard]] QString label(ThesaurusSide side) const;
    //! Memberships of substances in classes.
    [[nodiscard]] qsizetype memberships() const;
    friend bool operator==(const Thesaurus &, const Thesaurus &) = default;
};

//! Reads the thesaurus in one JSON document: `source`, `interactions` (a, b, levels, risk, advice)
//! and `headings` (name, substances, note). Nothing is left out: what cannot be believed refuses
//! the whole.
//!
//! Errors, with "name:number" of the row in `detail`: Invalid "ansm.empty", "ansm.encoding" (not
//! UTF-8), "ansm.truncated" (cut), "ansm.syntax", "ansm.level" (a level that is none of the four),
//! "ansm.unknown_name" (a side that is neither a heading nor says what it means), "ansm.duplicate"
//! (a row, or a heading, twice), "ansm.asymmetric" (a row without its counterpart, or of other
//! levels), "ansm.version" (no date), "ansm.too_large".
Result<Thesaurus> readThesaurus(const QString &name, QByteArrayView json);

//! Reads the ANSM's tables: their content by name of table ("ansm_interaction",
//! "ansm_groupe_substance", "ansm_classe_interaction", "ansm_classe_groupe_substance" and,
//! optional, "ansm_substance_groupe_substance"), each as CSV (comma or semicolon), TSV, or a JSON
//! array of objects, with the publisher's names of columns. `version` is that of the newest
//! `date_modification`. A row of a level that is no constraint (NEG, TEXTE) is told in `rejected`.
//!
//! Errors: those of readThesaurus(), and NotFound "ansm.missing_file", Invalid "ansm.columns".
Result<Thesaurus> readThesaurusTables(const QHash<QString, QByteArray> &tables,
                                      QList<LineRemark> &rejected);

//! Imports a thesaurus from a JSON document, or from the folder of one or of the ANSM's tables, in
//! one transaction, as the current version; others stay. Kind "ansm". In the report, `rows` counts
//! "interactions", "classes" and "memberships".
//!
//! Errors: those of the readers, "ansm.missing_file", Unavailable "ansm.unreadable", Invalid
//! "ansm.shrunk" (under 95 % of the rows of the last import), Cancelled "ansm.cancelled"; those of
//! storage.
Result<ImportReport> importThesaurus(storage::Connection &db, const QString &path,
                                     const Clock &clock, const Progress &progress = {});

//! The thesaurus of that version, by default the one imported last; none where it is not there.
Result<std::optional<Thesaurus>> loadThesaurus(storage::Connection &db, QDate version = {});

//! The versions that are kept, oldest first.
Result<QList<QDate>> thesaurusVersions(storage::Connection &db);

} // namespace ambroise::drugs
