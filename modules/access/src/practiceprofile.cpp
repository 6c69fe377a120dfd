// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/practiceprofile.h>

#include "luhn.h"

#include <QRegularExpression>

namespace ambroise::access {

Result<Finess> Finess::parse(QStringView text)
{
    QString kept;
    for (const QChar c : text)
        if (!c.isSpace())
            kept += c.toUpper();
    static const QRegularExpression shape(u"^([0-9]{2}|2[AB])[0-9]{7}\\z"_qs);
    if (!shape.match(kept).hasMatch())
        return Error{ErrorCode::Invalid, u"finess.shape"_qs, {}};
    return Finess(kept);
}

bool Finess::hasValidKey() const
{
    return m_text.at(1).isLetter() || passesLuhn(m_text);
}

Result<PracticeProfile> PracticeProfileRepository::get() const
{
    PracticeProfile profile;
    AMBROISE_TRY(
        const qint64 rows,
        m_db.run(
            "SELECT name, street, postal_code, city, phone, email, finess, demonstration, version"
            " FROM practice_profile WHERE id = 1",
            {}, [&](const storage::Row &row) {
                profile = {row.text(0), row.text(1), row.text(2),    row.text(3),   row.text(4),
                           row.text(5), row.text(6), row.boolean(7), row.integer(8)};
            }));
    if (rows == 0)
        return Error{ErrorCode::NotFound, u"practice.profile"_qs, {}};
    return profile;
}

Status PracticeProfileRepository::put(const PracticeProfile &profile, const audit::Actor &actor)
{
    if (profile.name.trimmed().isEmpty())
        return Error{ErrorCode::Invalid, u"practice.name"_qs, {}};
    QString finess;
    if (!profile.finess.isEmpty()) {
        AMBROISE_TRY(const Finess parsed, Finess::parse(profile.finess));
        finess = parsed.value();
    }
    const storage::Values values{
        profile.name.trimmed(), profile.street, profile.postalCode,   profile.city, profile.phone,
        profile.email,          finess,         profile.demonstration};
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    if (profile.version == 0) {
        AMBROISE_CHECK(m_db.run(
            "INSERT INTO practice_profile (id, name, street, postal_code, city, phone, email,"
            " finess, demonstration, version) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            values));
    } else {
        AMBROISE_CHECK(m_db.updateOne(
            "UPDATE practice_profile SET name = ?, street = ?, postal_code = ?, city = ?, phone = "
            "?, email = ?,"
            " finess = ?, demonstration = ?, version = version + 1 WHERE id = 1 AND version = ?",
            values + storage::Values{profile.version}));
    }
    const auto action = profile.version == 0 ? audit::Action::Create : audit::Action::Update;
    AMBROISE_CHECK(m_journal.record({action, audit::Subject::Practice, 1}, actor));
    return transaction.commit();
}

} // namespace ambroise::access
