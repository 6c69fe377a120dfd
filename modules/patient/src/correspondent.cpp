// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/correspondent.h>

#include "lengths.h"

#include <ambroise/access/account.h>
#include <ambroise/core/text.h>
#include <ambroise/storage/prefixindex.h>

namespace ambroise::patient {
namespace {

const QByteArray columns = "id, version, title, surname, given_name, profession, rpps, phone, "
                           "email, mss_address, street, postal_code, city, country, note, archived";

storage::PrefixIndex terms(storage::Connection &db)
{
    return {db, "correspondent_term"};
}

std::optional<EmailAddress> emailOf(const QString &text)
{
    const auto address = EmailAddress::parse(text);
    return address.ok() ? std::optional(*address) : std::nullopt;
}

std::optional<PhoneNumber> phoneOf(const QString &text)
{
    const auto number = PhoneNumber::parse(text);
    return number.ok() ? std::optional(*number) : std::nullopt;
}

Correspondent correspondentOf(const storage::Row &row)
{
    return {CorrespondentId{row.integer(0)},
            row.integer(1),
            row.text(2),
            row.text(3),
            row.text(4),
            row.text(5),
            row.text(6),
            phoneOf(row.text(7)),
            emailOf(row.text(8)),
            emailOf(row.text(9)),
            {row.text(10), row.text(11), row.text(12), row.text(13)},
            row.text(14),
            row.boolean(15)};
}

Status checked(const Correspondent &one)
{
    if (one.surname.trimmed().isEmpty())
        return Error{ErrorCode::Invalid, u"correspondent.name"_qs, {}};
    if (!one.rpps.isEmpty())
        AMBROISE_CHECK(access::Rpps::parse(one.rpps));
    AMBROISE_CHECK(checkLines({displayName(one), one.profession, one.address.postalCode,
                               one.address.city, one.address.country}));
    AMBROISE_CHECK(checkLength(one.address.street, DetailLimits::street));
    return checkLength(one.note, DetailLimits::note);
}

storage::Values valuesOf(const Correspondent &one)
{
    const auto rpps = access::Rpps::parse(one.rpps);
    return {one.title.simplified(),
            one.surname.simplified(),
            one.givenName.simplified(),
            one.profession.simplified(),
            rpps.ok() ? rpps->value() : QString(),
            one.phone ? one.phone->international() : QString(),
            one.email ? one.email->toString() : QString(),
            one.mssAddress ? one.mssAddress->toString() : QString(),
            one.address.street,
            one.address.postalCode,
            one.address.city,
            one.address.country,
            one.note,
            text::folded(QString(one.surname + u' ' + one.givenName)),
            one.archived};
}

QList<storage::PrefixIndex::Term> termsOf(const Correspondent &one)
{
    QList<storage::PrefixIndex::Term> all;
    const int archived = one.archived ? 1 : 0;
    int kind = 0;
    for (const QString &field :
         {one.surname, one.givenName, one.profession, one.address.city, one.rpps}) {
        for (const QString &word : text::foldedWords(field))
            all << storage::PrefixIndex::Term{word, kind, archived};
        ++kind;
    }
    return all;
}

} // namespace

QString displayName(const Correspondent &correspondent)
{
    const bool person = !correspondent.givenName.isEmpty();
    QStringList parts = {correspondent.title, correspondent.givenName,
                         person ? correspondent.surname.toUpper() : correspondent.surname};
    parts.removeAll({});
    return parts.join(u' ');
}

Result<Correspondent> CorrespondentRepository::find(CorrespondentId id) const
{
    std::optional<Correspondent> found;
    AMBROISE_CHECK(m_db.run("SELECT " + columns + " FROM correspondent WHERE id = ?", {id.value},
                            [&](const storage::Row &row) { found = correspondentOf(row); }));
    if (!found)
        return Error{ErrorCode::NotFound, u"correspondent.missing"_qs, {}};
    return *found;
}

Result<QList<Correspondent>> CorrespondentRepository::search(QStringView typed, int limit,
                                                             bool archivedToo) const
{
    QList<Correspondent> found;
    const QStringList words = text::foldedWords(typed);
    const auto take = [&](const storage::Row &row) {
        found << correspondentOf(row);
    };
    const QByteArray mine = archivedToo ? "" : " archived = 0";
    if (words.isEmpty()) {
        AMBROISE_CHECK(m_db.run("SELECT " + columns + " FROM correspondent" +
                                    (archivedToo ? "" : " WHERE" + mine) +
                                    " ORDER BY archived, sort, id LIMIT ?",
                                {limit}, take));
        return found;
    }
    AMBROISE_TRY(const QList<qint64> owners, terms(m_db).search(words, limit));
    for (const qint64 owner : owners)
        AMBROISE_CHECK(m_db.run("SELECT " + columns + " FROM correspondent WHERE id = ?" +
                                    (archivedToo ? "" : " AND" + mine),
                                {owner}, take));
    return found;
}

Result<CorrespondentId> CorrespondentRepository::save(const Correspondent &one,
                                                      const audit::Actor &actor)
{
    AMBROISE_CHECK(checked(one));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    storage::Values values = valuesOf(one);
    const QString rpps = values.at(4).toString();
    if (!rpps.isEmpty()) {
        AMBROISE_TRY(const qint64 known,
                     m_db.run("SELECT id FROM correspondent WHERE rpps = ? AND id <> ?",
                              {rpps, one.id.value}));
        if (known > 0)
            return Error{ErrorCode::Conflict, u"correspondent.known"_qs, {}};
    }
    CorrespondentId id = one.id;
    if (id.isStored()) {
        AMBROISE_CHECK(m_db.updateOne(
            "UPDATE correspondent SET title = ?, surname = ?, given_name = ?, profession = ?,"
            " rpps = ?, phone = ?, email = ?, mss_address = ?, street = ?, postal_code = ?,"
            " city = ?, country = ?, note = ?, sort = ?, archived = ?, version = version + 1"
            " WHERE id = ? AND version = ?",
            values << id.value << one.version));
    } else {
        AMBROISE_TRY(id.value,
                     m_db.insert("INSERT INTO correspondent (title, surname, given_name,"
                                 " profession, rpps, phone, email, mss_address, street,"
                                 " postal_code, city, country, note, sort, archived,"
                                 " version) VALUES (" +
                                     storage::placeholders(values.size()) + ", 1) RETURNING id",
                                 values));
    }
    AMBROISE_CHECK(terms(m_db).replace(id.value, termsOf(one), text::folded(displayName(one))));
    AMBROISE_CHECK(
        m_journal.record({one.id.isStored() ? audit::Action::Update : audit::Action::Create,
                          audit::Subject::Correspondent,
                          id.value,
                          {},
                          {}},
                         actor));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

} // namespace ambroise::patient
