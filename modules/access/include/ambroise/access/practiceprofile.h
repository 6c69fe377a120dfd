// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>

namespace ambroise::access {

//! The national number of an establishment: nine characters, digits but for "2A" and "2B" at the
//! beginning.
class Finess {
public:
    //! Spaces are ignored, case is folded. Error: Invalid "finess.shape".
    static Result<Finess> parse(QStringView text);
    //! The last digit is the Luhn key of the others; what begins with 2A or 2B is not judged. Worth
    //! a remark to who types, never a refusal.
    [[nodiscard]] bool hasValidKey() const;
    [[nodiscard]] const QString &value() const { return m_text; }
    friend bool operator==(const Finess &, const Finess &) = default;

private:
    explicit Finess(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

//! The practice as it presents itself on paper.
struct PracticeProfile {
    QString name{};
    QString street{};
    QString postalCode{};
    QString city{};
    QString phone{}; //!< as typed; printed with +33
    QString email{};
    QString finess{};           //!< empty, or a valid one
    bool demonstration = false; //!< everything printed says so
    qint64 version = 0;

    friend bool operator==(const PracticeProfile &, const PracticeProfile &) = default;
};

//! Errors: NotFound "practice.profile", Invalid "practice.name" (empty), those of
//! Finess, Conflict "storage.version".
class PracticeProfileRepository {
public:
    PracticeProfileRepository(storage::Connection &db, audit::Journal &journal)
        : m_db(db)
        , m_journal(journal)
    {
    }
    Result<PracticeProfile> get() const;
    //! Writes it; the first one has version 0.
    Status put(const PracticeProfile &profile, const audit::Actor &actor);

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
};

} // namespace ambroise::access
