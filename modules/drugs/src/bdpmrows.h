// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>

#include <QStringView>

#include <vector>

//! The lines of the publisher's files as values ("Contenu et format des fichiers téléchargeables",
//! 27/08/2025). Columns are separated by tabs, nothing is quoted.
namespace ambroise::drugs {

using Columns = std::vector<QStringView>;

struct DrugRow {
    qint64 cis = 0;
    QString label;
    QString form;
    QString routes; //!< separated by semicolons
    QString authorisation;
    QString procedure;
    QString marketing;
    QDate authorisedOn;
    QString watch;
    QString euNumber;
    QString holder;
    bool monitored = false;
};

struct PresentationRow {
    qint64 cis = 0;
    QString cip7;
    QString label;
    QString status;
    QString marketing;
    QDate declaredOn;
    qint64 cip13 = 0;
    QString agreement;
    QString rates; //!< "65" or "30;65"
    std::optional<Money> price;
    std::optional<Money> publicPrice;
    std::optional<Money> fee;
    QString indications;
};

struct ComponentRow {
    qint64 cis = 0;
    Component component;
};

struct GroupRow {
    int group = 0;
    QString label;
    qint64 cis = 0;
    int role = 0;
    int place = 0;
};

struct HybridGroupRow {
    int group = 0;
    QString route;
    QString label;
};

struct HybridMemberRow {
    int group = 0;
    qint64 cis = 0;
    bool reference = false;
    QString label;
};

struct ConditionRow {
    qint64 cis = 0;
    QString wording;
};

struct ClassRow {
    qint64 cis = 0;
    QString atc;
    QString link;
};

struct AvailabilityRow {
    qint64 cis = 0;
    std::optional<qint64> cip13;
    int state = 0;
    QDate since;
    QDate updated;
    QDate backOn;
    QString link;
};

struct OpinionRow {
    qint64 cis = 0;
    QString dossier;
    QString reason;
    QDate givenOn;
    QString value;
    QString wording;
};

struct LinkRow {
    QString dossier;
    QString link;
};

struct NoticeRow {
    qint64 cis = 0;
    QDate from;
    QDate to;
    QString wording;
    QString link;
};

//! Why a line is left out, or what of it could not be believed; empty: nothing to tell.
struct RowVerdict {
    QString rejected;
    QString doubtful;
};

//! Each reads the columns of one line, of which there are as many as the file's layout says.
RowVerdict read(const Columns &columns, DrugRow &row);
RowVerdict read(const Columns &columns, PresentationRow &row);
RowVerdict read(const Columns &columns, ComponentRow &row);
RowVerdict read(const Columns &columns, GroupRow &row);
RowVerdict read(const Columns &columns, HybridGroupRow &row);
RowVerdict read(const Columns &columns, HybridMemberRow &row);
RowVerdict read(const Columns &columns, ConditionRow &row);
RowVerdict read(const Columns &columns, ClassRow &row);
RowVerdict read(const Columns &columns, AvailabilityRow &row);
RowVerdict read(const Columns &columns, OpinionRow &row);
RowVerdict read(const Columns &columns, LinkRow &row);
RowVerdict read(const Columns &columns, NoticeRow &row);

} // namespace ambroise::drugs
