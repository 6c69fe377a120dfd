// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/keyring.h>

#include <QDate>

namespace ambroise::access {

//! What a card told when it was enrolled. Holder and dates stay readable in the keyring, as the
//! names of the staff are in the list of who may sign in; nothing here opens anything.
struct CardOffer {
    QByteArray salt{};
    QByteArray fingerprint{}; //!< SHA-256 of its certificate
    QString holder{};         //!< as its certificate says: "FONTANEL Claire"
    QDate expiry{};           //!< last day of the certificate

    //! What the keyring keeps beside the slot.
    [[nodiscard]] QByteArray publicData(QDate enrolledOn) const;
};

//! A card that opens the practice for somebody, as the keyring tells it without being opened.
struct EnrolledCard {
    QString login{};
    QByteArray fingerprint{}; //!< names the card
    QString holder{};         //!< empty where the slot says nothing of it
    QDate expiry{};
    QDate enrolledOn{};

    //! `slot` is a card's.
    static EnrolledCard of(const crypto::SlotInfo &slot);
    //! In the order of the keyring.
    static QList<EnrolledCard> allIn(const crypto::Keyring &keyring);

    //! Which one, for the journal.
    [[nodiscard]] QString shortName() const;

    friend bool operator==(const EnrolledCard &, const EnrolledCard &) = default;
};

} // namespace ambroise::access
