// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/prescription/check.h>

#include <QMap>

namespace ambroise::prescription {

//! From which level on a doctor is shown the signals of each kind. Those below are folded and never
//! dropped: they are counted, one key shows them, the log keeps them. What asks for a reason
//! (asksForReason) and what nobody grades is shown whatever is set. A new user begins with
//! everything shown, and is told where that is lowered (HAS référentiel LAP 2016, criterion 69).
class AlertSettings {
public:
    //! What may be chosen, the lowest first: APC, PE, AD, CI of interactions, else info, warn,
    //! stop.
    [[nodiscard]] static QStringList levels(CheckKind kind);

    //! The lowest level that is shown; one of levels(kind).
    [[nodiscard]] QString from(CheckKind kind) const;
    //! A level that is not one of the kind's shows everything of it.
    void setFrom(CheckKind kind, const QString &level);
    //! The kinds of which less is shown than to a new user.
    [[nodiscard]] QList<CheckKind> lowered() const { return m_from.keys(); }
    //! Folds what stands below; answers how many it folded.
    int fold(QList<Alert> &alerts) const;

    friend bool operator==(const AlertSettings &, const AlertSettings &) = default;

private:
    QMap<CheckKind, QString> m_from; //!< where it is not the lowest
};

//! Of each user. What is changed is journaled, with the levels.
class AlertSettingsRepository {
public:
    AlertSettingsRepository(storage::Connection &db, audit::Journal &journal)
        : m_db(db)
        , m_journal(journal)
    {
    }

    Result<AlertSettings> of(UserId user) const;
    Status keep(const AlertSettings &settings, const audit::Actor &actor);

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
};

} // namespace ambroise::prescription
