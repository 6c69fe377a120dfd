// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/account.h>

#include "luhn.h"

#include <ambroise/core/text.h>

#include <QRegularExpression>

namespace ambroise::access {
namespace {

constexpr int longestLogin = 40;
constexpr const char *columns = "id, login, title, surname, given_name, role, rpps, am_number, "
                                "specialty, phone, email, active, version";

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

Status checked(const Person &person)
{
    if (person.surname.trimmed().isEmpty() || person.givenName.trimmed().isEmpty())
        return invalid(u"account.name"_qs);
    if (!person.rpps.isEmpty())
        AMBROISE_CHECK(Rpps::parse(person.rpps));
    if (person.rpps.isEmpty() && allows(person.role, Right::Prescribe))
        return invalid(u"account.rpps"_qs);
    return done();
}

storage::Values valuesOf(const Person &person)
{
    const auto rpps = Rpps::parse(person.rpps);
    return {person.title,
            person.surname.trimmed(),
            person.givenName.trimmed(),
            code(person.role),
            rpps.ok() ? rpps->value() : QString(),
            person.amNumber,
            person.specialty,
            person.phone,
            person.email};
}

Result<Account> accountOf(const storage::Row &row)
{
    AMBROISE_TRY(const Login login, Login::parse(row.text(1)));
    const auto role = roleOf(row.text(5));
    if (!role)
        return Error{ErrorCode::Corrupt, u"account.role"_qs, {}};
    return Account{UserId{row.integer(0)}, login,
                   Person{row.text(2), row.text(3), row.text(4), *role, row.text(6), row.text(7),
                          row.text(8), row.text(9), row.text(10)},
                   row.boolean(11), row.integer(12)};
}

Result<QList<Account>> accounts(storage::Connection &db, const QByteArray &rest,
                                const storage::Values &values)
{
    QList<Account> found;
    Status good = done();
    AMBROISE_CHECK(db.run("SELECT " + QByteArray(columns) + " FROM account " + rest, values,
                          [&](const storage::Row &row) {
                              const auto account = accountOf(row);
                              if (account.ok())
                                  found << *account;
                              else
                                  good = account.error();
                          }));
    AMBROISE_CHECK(good);
    return found;
}

//! What differs, for the journal: names of fields and roles, never what a person typed.
QString changes(const Account &before, const Account &after)
{
    const Person &old = before.person;
    const Person &now = after.person;
    QStringList changed;
    if (before.active != after.active)
        changed << (after.active ? u"reopened"_qs : u"closed"_qs);
    if (old.role != now.role)
        changed << code(old.role) + u">"_qs + code(now.role);
    if (old.title != now.title || old.surname != now.surname || old.givenName != now.givenName)
        changed << u"name"_qs;
    if (old.rpps != now.rpps)
        changed << u"rpps"_qs;
    if (old.amNumber != now.amNumber)
        changed << u"am_number"_qs;
    if (old.specialty != now.specialty)
        changed << u"specialty"_qs;
    if (old.phone != now.phone || old.email != now.email)
        changed << u"contact"_qs;
    return changed.join(u", "_qs);
}

Result<Account> onlyOne(Result<QList<Account>> found)
{
    if (!found.ok())
        return found.error();
    if (found->isEmpty())
        return Error{ErrorCode::NotFound, u"account.unknown"_qs, {}};
    return found->first();
}

} // namespace

Result<Login> Login::parse(QStringView text)
{
    static const QRegularExpression shape(u"^[a-z][a-z0-9.-]{1,39}\\z"_qs);
    const QString folded = text.trimmed().toString().toLower();
    if (!shape.match(folded).hasMatch())
        return invalid(u"login.shape"_qs);
    return Login(folded);
}

std::optional<Login> Login::proposedFor(QStringView givenName, QStringView surname)
{
    QStringList parts;
    for (const QStringView name : {givenName, surname})
        parts << text::foldedWords(name).join(u'-').toLower();
    parts.removeAll(QString());
    const auto login = parse(parts.join(u'.').left(longestLogin));
    return login.ok() ? std::optional(*login) : std::nullopt;
}

Result<Rpps> Rpps::parse(QStringView text)
{
    QString digits;
    for (const QChar c : text)
        if (!c.isSpace())
            digits += c;
    static const QRegularExpression shape(u"^[0-9]{11}\\z"_qs);
    if (!shape.match(digits).hasMatch())
        return invalid(u"rpps.shape"_qs);
    return Rpps(digits);
}

bool Rpps::hasValidKey() const
{
    return passesLuhn(m_digits);
}

QString Rpps::grouped() const
{
    return m_digits.left(3) + u' ' + m_digits.mid(3, 4) + u' ' + m_digits.mid(7);
}

QString Person::displayName() const
{
    const QString name = givenName + u' ' + surname;
    return title.isEmpty() ? name : title + u' ' + name;
}

Result<UserId> AccountRepository::add(const Login &login, const Person &person,
                                      const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(person));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    const auto id =
        m_db.insert("INSERT INTO account (login, title, surname, given_name, role, rpps, "
                    "am_number, specialty, phone, email,"
                    " active, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1) RETURNING id",
                    storage::Values{login.value()} + valuesOf(person));
    if (!id.ok() && id.error().subject == u"storage.constraint")
        return Error{ErrorCode::Conflict, u"account.login"_qs, {}};
    AMBROISE_CHECK(id);
    AMBROISE_CHECK(m_journal.record({audit::Action::Create,
                                     audit::Subject::User,
                                     *id,
                                     {},
                                     login.value() + u' ' + code(person.role)},
                                    actor));
    AMBROISE_CHECK(transaction.commit());
    return UserId{*id};
}

Status AccountRepository::update(const Account &account, const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(account.person));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    AMBROISE_TRY(const Account before, byId(account.id));
    AMBROISE_CHECK(m_db.updateOne(
        "UPDATE account SET title = ?, surname = ?, given_name = ?, role = ?, rpps = ?, am_number "
        "= ?, specialty = ?,"
        " phone = ?, email = ?, active = ?, version = version + 1 WHERE id = ? AND version = ?",
        valuesOf(account.person) +
            storage::Values{account.active, account.id.value, account.version}));
    AMBROISE_CHECK(checkManagerRemains());
    AMBROISE_CHECK(m_journal.record({account.active ? audit::Action::Update : audit::Action::Revoke,
                                     audit::Subject::User,
                                     account.id.value,
                                     {},
                                     (account.login.value() + u' ' + code(account.person.role) +
                                      u' ' + changes(before, account))
                                         .trimmed()},
                                    actor));
    return transaction.commit();
}

Result<Account> AccountRepository::byLogin(const Login &login) const
{
    return onlyOne(accounts(m_db, "WHERE login = ?", {login.value()}));
}

Result<Account> AccountRepository::byId(UserId id) const
{
    return onlyOne(accounts(m_db, "WHERE id = ?", {id.value}));
}

Result<QList<Account>> AccountRepository::all() const
{
    return accounts(m_db, "ORDER BY id", {});
}

Status AccountRepository::checkManagerRemains() const
{
    AMBROISE_TRY(const QList<Account> everyone, all());
    for (const Account &account : everyone)
        if (account.active && allows(account.person.role, Right::ManageAccounts))
            return done();
    return Error{ErrorCode::Conflict, u"account.last_manager"_qs, {}};
}

} // namespace ambroise::access
