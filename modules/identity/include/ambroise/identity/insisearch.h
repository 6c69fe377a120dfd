// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/insiservice.h>

#include <functional>
#include <memory>

namespace ambroise::identity {

//! A search of INSi as its guide wants it: one given name at a time. The first given name, then
//! each other of the list, then the whole list; it ends with the first answer that is not "nobody",
//! or with a fault. Where several answer, it asks once more with the code of the birthplace, if
//! that is known. Nothing is tried beyond: other spellings are a person's decision. Source: guide
//! d'intégration INSi (SEL-MP-043), virtual mode of the CNDA's tests.
//!
//! More than four given names are more calls than a service allows for one patient in a minute: the
//! search then ends with "insi.throttled".
class InsiSearch {
public:
    struct Wanted {
        BirthSurname surname;
        GivenNames firstGivenName;
        GivenNames givenNames;
        Sex sex = Sex::Indeterminate;
        QDate birthDate{};
        QString birthPlace{}; //!< code of the COG; empty: not known
    };
    //! What an identity is looked for by. Errors: Denied "insi.blocked" (doubtful or fictive: INSi
    //! is not asked, guide EXI ID 26), Invalid "insi.sex".
    static Result<Wanted> wanted(const Identity &identity);
    //! The given names to be tried, in order, none twice.
    [[nodiscard]] static QList<GivenNames> triesOf(const GivenNames &first, const GivenNames &list);

    //! One call and what became of it, for the journal: every call is told, in order, before the
    //! next one.
    struct Call {
        InsiTraits asked;
        Result<InsiAnswer> answer;
    };
    using Journal = std::function<void(const Call &)>;

    //! `service` outlives this.
    explicit InsiSearch(InsiService &service);
    //! What is under way ends with Cancelled "insi.cancelled".
    ~InsiSearch();

    //! The answer that ended the search; where several answered and the birthplace did not tell
    //! them apart, that they are several. Cancelling the future cancels the call under way. Errors:
    //! those of the service.
    QFuture<Result<InsiAnswer>> run(const Wanted &wanted, Journal journal);

private:
    InsiService &m_service;
    std::unique_ptr<QObject> m_runs;
};

} // namespace ambroise::identity
