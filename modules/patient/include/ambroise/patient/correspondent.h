// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/audit/journal.h>
#include <ambroise/core/id.h>
#include <ambroise/patient/contacts.h>
#include <ambroise/storage/connection.h>

namespace ambroise::patient {

using CorrespondentId = Id<struct CorrespondentTag>;

//! Somebody outside of the practice, or a place, that one writes to about patients.
struct Correspondent {
    CorrespondentId id{};
    qint64 version = 0;
    QString title{};   //!< "Dr", "Pr", "Mme"; empty for a place
    QString surname{}; //!< of a place: its name
    QString givenName{};
    QString profession{}; //!< in words: "Cardiologue", "Laboratoire"
    QString rpps{};       //!< empty, or eleven digits
    std::optional<PhoneNumber> phone{};
    std::optional<EmailAddress> email{};
    std::optional<EmailAddress> mssAddress{}; //!< MSSanté
    PostalAddress address{};
    QString note{};
    bool archived = false; //!< no longer proposed; whose team they are in still names them

    friend bool operator==(const Correspondent &, const Correspondent &) = default;
};

//! « Dr Anne MARCHAL », « Laboratoire du Port ».
[[nodiscard]] QString displayName(const Correspondent &correspondent);

//! The practice's address book. It tells of no patient; who changed it is in the journal.
//!
//! Errors besides those of storage: Invalid "correspondent.name" (none), "rpps.shape",
//! "patient.length"; Conflict "storage.version", "correspondent.known" (that RPPS has another one);
//! NotFound "correspondent.missing".
class CorrespondentRepository {
public:
    //! References are kept.
    CorrespondentRepository(storage::Connection &db, audit::Journal &journal, const Clock &clock)
        : m_db(db)
        , m_journal(journal)
        , m_clock(clock)
    {
    }

    //! Every typed word begins a word of the name, the profession or the city. By name; nothing
    //! typed finds all. Archived ones only where told.
    Result<QList<Correspondent>> search(QStringView typed, int limit = 50,
                                        bool archivedToo = false) const;
    Result<Correspondent> find(CorrespondentId id) const;
    //! Added where its id is not stored, else changed; archived and brought back by its mark.
    Result<CorrespondentId> save(const Correspondent &one, const audit::Actor &actor);

private:
    storage::Connection &m_db;
    audit::Journal &m_journal;
    const Clock &m_clock;
};

} // namespace ambroise::patient
