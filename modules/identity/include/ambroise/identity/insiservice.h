// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/identity.h>

#include <QDateTime>
#include <QFuture>
#include <QList>

namespace ambroise::identity {

//! What is looked for by traits: one given name at a time, or the whole list (InsiSearch knows in
//! which order). Source: SEL-MP-043 WS_INS2.
struct InsiTraits {
    BirthSurname surname;
    GivenNames givenName;
    Sex sex = Sex::Female; //!< never indeterminate
    QDate birthDate;
    QString birthPlace{}; //!< code of the COG; empty: not told

    friend bool operator==(const InsiTraits &, const InsiTraits &) = default;
};

//! What a carte Vitale, or the application in its place, gives: a key to INSi, never an identity.
//! Source: SEL-MP-043 WS_INS1.
struct InsiCardKey {
    QString matricule{};       //!< of the beneficiary: 13 characters and the key
    QString holderMatricule{}; //!< of the insured person whose card it is
    QString surname{};
    QString birthDate{}; //!< as on the card: AAAA-MM-JJ, of which 00 may be part
    int birthRank = 1;
    QByteArray assertion{}; //!< proof that the card was read, for the service; signed XML

    friend bool operator==(const InsiCardKey &, const InsiCardKey &) = default;
};

//! A matricule as INSi wrote it, valid or not: history is kept as it came (guide EXI REC 08).
struct InsRecord {
    QString matricule{}; //!< with its key, where INSi gave one
    QString oid{};
    QString from{}; //!< AAAA-MM-JJ or empty
    QString until{};

    friend bool operator==(const InsRecord &, const InsRecord &) = default;
};

//! Somebody whom INSi knows: the traits as received.
struct InsiPerson {
    Ins ins;
    QList<InsRecord> history{};
    QString surname{};
    QString firstGivenName{}; //!< may be empty
    QString givenNames{};     //!< the list, with a space between them
    QString sex{};            //!< M or F
    QString birthDate{};      //!< AAAA-MM-JJ, of which 00 may be part
    QString birthPlace{};     //!< may be empty

    //! The same as strict traits; a date that is not whole is interpreted. INSi tells no name of
    //! the place: `placeName` goes with its code. Errors: those of the values, for what no rule
    //! allows INSi to send.
    [[nodiscard]] Result<StrictTraits> traits(const QString &placeName = {}) const;

    friend bool operator==(const InsiPerson &, const InsiPerson &) = default;
};

struct InsiAnswer {
    enum class Verdict {
        Found,   //!< CR 00
        Nobody,  //!< CR 01
        Several, //!< CR 02
    };
    Verdict verdict = Verdict::Nobody;
    std::optional<InsiPerson> person{}; //!< where found
    QString messageId{};                //!< of the call, to be told to the service's support
    QDateTime at{};                     //!< UTC
    QByteArray raw{};                   //!< the answer as received (guide EXI REC 07)
    bool simulated = false;             //!< of a stand-in: says nothing about a real person

    friend bool operator==(const InsiAnswer &, const InsiAnswer &) = default;
};

//! Whether INSi still holds an INS for these traits.
struct InsiVerification {
    Ins ins;
    bool holds = false;
    QString messageId{};
    QByteArray raw{}; //!< the answer as received (guide EXI REC 07)

    friend bool operator==(const InsiVerification &, const InsiVerification &) = default;
};

//! The national service of identities. A technical failure is an Error and never changes a status:
//! Timeout "insi.timeout", Unavailable "insi.unreachable" (also cut in the middle), Cancelled
//! "insi.cancelled", Corrupt "insi.answer" (not what the contract says), Denied "insi.denied" (the
//! detail has the service's code and the message id), Conflict "insi.other_person" (answers another
//! than asked), Denied "insi.throttled" (too many calls for one patient), Unavailable "insi.card"
//! (the card went during the call), Invalid "insi.not_set_up", Invalid "insi.sex" (indeterminate);
//! an implementation may add its own. A future that its holder cancels ends the call and has no
//! result; "insi.cancelled" is of a service that ended.
class InsiService {
public:
    virtual ~InsiService() = default;

    virtual QFuture<Result<InsiAnswer>> searchByTraits(const InsiTraits &traits) = 0;
    virtual QFuture<Result<InsiAnswer>> searchByCard(const InsiCardKey &key) = 0;
    //! One or many. The element names of this operation are not public: a service that was not
    //! told them answers Invalid "insi.not_public".
    virtual QFuture<Result<QList<InsiVerification>>>
    verify(const QList<std::pair<Ins, InsiTraits>> &identities) = 0;

protected:
    InsiService() = default;
    InsiService(const InsiService &) = default;
    InsiService &operator=(const InsiService &) = default;
};

} // namespace ambroise::identity
