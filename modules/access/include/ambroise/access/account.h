// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/rights.h>
#include <ambroise/audit/journal.h>

#include <optional>

namespace ambroise::access {

//! What a person signs in with: 2 to 40 of a-z, 0-9, point, hyphen, beginning with a letter.
class Login {
public:
    //! Case is folded. Error: Invalid "login.shape".
    static Result<Login> parse(QStringView text);
    //! "eloise.fontanel" for Éloïse Fontanel. None where the names hold too few letters.
    static std::optional<Login> proposedFor(QStringView givenName, QStringView surname);
    [[nodiscard]] const QString &value() const { return m_value; }
    friend bool operator==(const Login &, const Login &) = default;

private:
    explicit Login(QString value)
        : m_value(std::move(value))
    {
    }
    QString m_value;
};

//! The national number of a health professional: 11 digits.
class Rpps {
public:
    //! Spaces are ignored. Error: Invalid "rpps.shape".
    static Result<Rpps> parse(QStringView text);
    //! The last digit is the Luhn key of the others. Training numbers do not all have one, so a
    //! missing one is worth a remark to who types, never a refusal.
    [[nodiscard]] bool hasValidKey() const;
    [[nodiscard]] const QString &value() const { return m_digits; }
    [[nodiscard]] QString grouped() const; //!< "899 7002 1848"
    friend bool operator==(const Rpps &, const Rpps &) = default;

private:
    explicit Rpps(QString digits)
        : m_digits(std::move(digits))
    {
    }
    QString m_digits;
};

//! Who the person is, as typed by who manages the accounts.
struct Person {
    QString title{}; //!< "Dr", or nothing
    QString surname{};
    QString givenName{};
    Role role = Role::Secretaire;
    QString rpps{}; //!< empty, or a valid one; a prescriber needs one
    QString amNumber{};
    QString specialty{}; //!< as printed: "Médecin généraliste"
    QString phone{};
    QString email{};

    [[nodiscard]] QString displayName() const; //!< "Dr Claire Fontanel"
    friend bool operator==(const Person &, const Person &) = default;
};

struct Account {
    UserId id;
    Login login;
    Person person;
    bool active = true;
    qint64 version = 1;
};

//! The people who may sign in. Errors of the writing calls: Invalid "account.name" (no surname or
//! given name), "account.rpps" (a prescriber without one), those of Rpps; Conflict "account.login"
//! (taken), "storage.version"; Conflict "account.last_manager" (nobody could manage accounts any
//! more).
class AccountRepository {
public:
    AccountRepository(storage::Connection &db, audit::Journal &journal)
        : m_db(db)
        , m_journal(journal)
    {
    }

    Result<UserId> add(const Login &login, const Person &person, const audit::Actor &actor);
    Status update(const Account &account, const audit::Actor &actor);

    Result<Account> byLogin(const Login &login) const;
    Result<Account> byId(UserId id) const;
    Result<QList<Account>> all() const;

private:
    Status checkManagerRemains() const;

    storage::Connection &m_db;
    audit::Journal &m_journal;
};

} // namespace ambroise::access
