// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QString>

#include <optional>

namespace ambroise::cards {

//! Nomenclature G02 of the ANS.
enum class CardType {
    Cps, //!< professionnel de santé
    Cpf, //!< professionnel en formation
    Cpe, //!< personnel d'établissement (and the CDE, its director's)
    Cpa  //!< personnel autorisé (and the CDA)
};

//! Who a card's certificate says that its holder is: the subject of an IGC-Santé certificate and
//! the private extensions 1.2.250.1.71.1.2.*. What a certificate does not say stays empty, so that
//! a certificate of another authority can be shown too; nothing here is proof of anything before
//! the card has signed.
struct CardHolder {
    QString nationalId; //!< the common name as it stands: IdNat, a prefix of G08 and an identifier
    QString professionalId; //!< without the prefix: 11 digits of RPPS or 9 characters of ADELI
    QString surname;
    QString givenName;
    QString title;                //!< the profession in words, "Médecin"
    std::optional<CardType> type; //!< …1.2.2
    QString cardNumber;           //!< …1.2.3
    bool isTest = false; //!< …1.2.5, category 0x80: never to be trusted with real patients
    std::optional<int>
        profession; //!< …1.2.7, nomenclature G15: 10 médecin, 21 pharmacien, 60 infirmier

    //! "KIT DOC0021889"; the common name where the certificate names nobody.
    [[nodiscard]] QString name() const;

    //! Error: Corrupt "card.certificate" where `der` is not one X.509 certificate.
    static Result<CardHolder> fromCertificate(const QByteArray &der);

    friend bool operator==(const CardHolder &, const CardHolder &) = default;
};

} // namespace ambroise::cards
