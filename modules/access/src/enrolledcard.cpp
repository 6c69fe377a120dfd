// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/enrolledcard.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace ambroise::access {

QByteArray CardOffer::publicData(QDate enrolledOn) const
{
    return QJsonDocument(QJsonObject{{u"holder"_qs, holder},
                                     {u"expiry"_qs, expiry.toString(Qt::ISODate)},
                                     {u"enrolled"_qs, enrolledOn.toString(Qt::ISODate)}})
        .toJson(QJsonDocument::Compact);
}

EnrolledCard EnrolledCard::of(const crypto::SlotInfo &slot)
{
    const QJsonObject told = QJsonDocument::fromJson(slot.publicData).object();
    const auto dateOf = [&](QStringView field) {
        return QDate::fromString(told.value(field).toString(), Qt::ISODate);
    };
    return {slot.login, slot.certificateFingerprint, told.value(u"holder").toString(),
            dateOf(u"expiry"), dateOf(u"enrolled")};
}

QList<EnrolledCard> EnrolledCard::allIn(const crypto::Keyring &keyring)
{
    QList<EnrolledCard> cards;
    for (const crypto::SlotInfo &slot : keyring.entries())
        if (slot.kind == crypto::SlotKind::Card)
            cards << of(slot);
    return cards;
}

QString EnrolledCard::shortName() const
{
    return QString::fromLatin1(fingerprint.left(6).toHex());
}

} // namespace ambroise::access
