// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/mrz.h>
#include <ambroise/core/partialdate.h>
#include <ambroise/core/result.h>
#include <ambroise/crypto/signature.h>

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMultiHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace ambroise::codes {

//! The keys that this post believes for 2D-Doc, by authority and certificate: files named
//! FR00-TST1.pem, .der, .crt or .cer, each a certificate or a bare public key. Who puts a file
//! there answers for it: no chain is followed and no list of revocations asked for.
class TwoDDocTrust {
public:
    struct Entry {
        crypto::PublicKey key;
        //! None for a bare public key, of which no period of validity is known.
        std::optional<crypto::Certificate> certificate{};
    };

    //! A file that is neither certificate nor key is passed over: what it would prove stays
    //! unknown. Error: NotFound "twoddoc.trust" (no such folder).
    static Result<TwoDDocTrust> fromFolder(const QString &folder);

    void add(const QByteArray &authority, const QByteArray &certificate, Entry entry);
    [[nodiscard]] QList<Entry> find(QByteArrayView authority, QByteArrayView certificate) const;

private:
    QMultiHash<QByteArray, Entry> m_entries;
};

//! Who signed, as proved by a key that is trusted.
struct TwoDDocProof {
    QString signer{};              //!< the certificate's common name; empty for a bare key
    bool certificateKnown = false; //!< false: a bare key, whose period of validity nobody knows
};

//! What a 2D-Doc says of a person. It pre-fills and compares: only the eye proves that the bearer
//! is that person. Where the code does not tell, a value is empty.
struct TwoDDocIdentity {
    QString surname{}; //!< of birth
    QString usedSurname{};
    QString spouseSurname{};
    QStringList givenNames{};
    bool surnameTruncated = false;
    bool givenNamesTruncated = false; //!< then the list must not be taken for that of birth
    QString sex{};                    //!< "M", "F"
    std::optional<PartialDate> birth{};
    QString birthPlace{};   //!< in words, not a code
    QString birthCountry{}; //!< two letters
    QString nationality{};  //!< two letters
    QString documentType{}; //!< "ID", "IR", "P…", "V…"
    QString documentNumber{};
    QString issuingCountry{};
    std::optional<QDate> validFrom{};
    std::optional<QDate> validTo{};
    std::optional<Mrz> mrz{};
    bool ofDeceased = false; //!< a death certificate
};

//! A 2D-Doc (CEV, ANTS v3): header of version 1 to 4, fields, signature.
class TwoDDoc {
public:
    struct Field {
        QByteArray id; //!< the data identifier: "62"
        QString value{};
        bool truncated = false; //!< cut by who made the code, for want of room

        friend bool operator==(const Field &, const Field &) = default;
    };

    //! Errors: Invalid "twoddoc.header" (not a 2D-Doc, or cut short), "twoddoc.version" (not 1 to
    //! 4), "twoddoc.date" (of the header), "twoddoc.twice" (a field with two values),
    //! "twoddoc.shape" (a value too long or cut, an identifier that is not known); Corrupt
    //! "twoddoc.unsigned" (no signature, or one that is no base 32).
    static Result<TwoDDoc> parse(QByteArrayView bytes);

    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const QByteArray &authority() const { return m_authority; }       //!< "FR00"
    [[nodiscard]] const QByteArray &certificateId() const { return m_certificate; } //!< "TST1"
    [[nodiscard]] std::optional<QDate> issuedOn() const { return m_issued; }
    [[nodiscard]] std::optional<QDate> signedOn() const { return m_signed; }
    [[nodiscard]] const QByteArray &documentType() const { return m_type; } //!< "07"
    [[nodiscard]] const QByteArray &perimeter() const
    {
        return m_perimeter;
    }                                                                     //!< "01" before v3 too
    [[nodiscard]] const QByteArray &country() const { return m_country; } //!< empty before v4
    [[nodiscard]] const QList<Field> &fields() const { return m_fields; } //!< all are signed
    [[nodiscard]] const QList<Field> &annex() const { return m_annex; }   //!< not signed
    //! Among fields(); null where it is not there.
    [[nodiscard]] const Field *find(QByteArrayView id) const;

    //! Types 07 (identity document), 08 (machine readable zone), 13 (document for a foreigner), 16
    //! (asylum seeker), A4 (death certificate). Errors, all Invalid: "twoddoc.other_type" (not
    //! about a person's identity), "twoddoc.date", "twoddoc.sex", and those of Mrz::parse.
    Result<TwoDDocIdentity> identity(QDate today) const;
    //! The last day that the document is valid, where the code tells: field 08 or 6O.
    [[nodiscard]] std::optional<QDate> lastValidDay() const;

    //! That a trusted key signed header and fields, with a certificate valid on that day. Errors:
    //! NotFound "twoddoc.unknown_authority" (nothing is known then, neither good nor bad); Corrupt
    //! "twoddoc.forged"; Denied "twoddoc.certificate_expired", "twoddoc.certificate_not_yet",
    //! "twoddoc.no_signature_date".
    Result<TwoDDocProof> verify(const TwoDDocTrust &trust) const;

private:
    friend class TwoDDocReader;
    TwoDDoc() = default;

    int m_version = 0;
    QByteArray m_authority;
    QByteArray m_certificate;
    std::optional<QDate> m_issued;
    std::optional<QDate> m_signed;
    QByteArray m_type;
    QByteArray m_perimeter;
    QByteArray m_country;
    QList<Field> m_fields;
    QList<Field> m_annex;
    QByteArray m_signedBytes;
    QByteArray m_signature;
};

} // namespace ambroise::codes
