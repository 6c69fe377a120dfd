// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bdpmrows.h"

#include <ambroise/drugs/bdpmimport.h>

#include <vector>

//! The publisher's files: which they are, how they are found, read and judged.
namespace ambroise::drugs {

//! Bytes. The largest of 2026 has four millions.
constexpr qint64 largestFile = 64 * 1024 * 1024;

enum class BdpmFile {
    Drugs,
    Presentations,
    Components,
    Groups,
    HybridGroups,
    Hybrids,
    Conditions,
    Classes,
    Availability,
    Links,
    Smr,
    Asmr,
    Notices
};

struct Layout {
    BdpmFile file;
    const char16_t *name; //!< official
    int columns;
    bool required;
    //! Each line of the file ends with a line feed, the last one too. Else the last column has the
    //! same width in all lines.
    bool closed = true;
    bool textAtEnd = false; //!< a tab in the last column is a part of its text
};

//! All of them, in the order in which they are read.
const std::vector<Layout> &layouts();
const Layout *layoutNamed(const QString &name);

struct FoundFile {
    const Layout *layout = nullptr;
    QString path;
    QString name;
};

struct FoundFiles {
    QList<FoundFile> present;
    QStringList absent; //!< official names of optional ones
};

//! Error: NotFound "bdpm.missing_file".
Result<FoundFiles> findFiles(const QString &folder);

//! All that files hold.
struct Base {
    std::vector<DrugRow> drugs;
    std::vector<PresentationRow> presentations;
    std::vector<ComponentRow> components;
    std::vector<GroupRow> groups;
    std::vector<HybridGroupRow> hybridGroups;
    std::vector<HybridMemberRow> hybrids;
    std::vector<ConditionRow> conditions;
    std::vector<ClassRow> classes;
    std::vector<AvailabilityRow> availability;
    std::vector<LinkRow> links;
    std::vector<OpinionRow> smr;
    std::vector<OpinionRow> asmr;
    std::vector<NoticeRow> notices;
};

//! Adds what `content` holds to `base`, and what is to be told of it to `report`. Errors: see
//! importBdpm().
Status readFile(const Layout &layout, const QString &name, QByteArrayView content, Base &base,
                ImportReport &report);

//! The newest day that is not after `today` and that the rows of that file show; invalid where
//! they show none.
QDate newestDay(const Base &base, BdpmFile file, QDate today);

//! Files that do not cover each other were cut, or are of different days. Error: Invalid
//! "bdpm.shrunk".
Status checkCoverage(const Base &base);

} // namespace ambroise::drugs
