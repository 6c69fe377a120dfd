// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QDate>
#include <QString>

namespace ambroise::codes {

//! The content of a Datamatrix INS (ANS, "Format datamatrix INS" v2.2 of 2023-09-26): the identity
//! as the one who printed it held it. It bears no signature: a received identity is not qualified
//! here until INSi and the check of a document say so.
class InsPayload {
public:
    struct Parts {
        QString matricule{};  //!< 13 characters and the key
        QString oid{};        //!< of INS-NIR, INS-NIA, or their tests
        QString givenNames{}; //!< all, a space between two
        QString surname{};    //!< of birth
        QString sex{};        //!< "M", "F"
        QDate birthDate{};
        QString birthPlace{}; //!< INSEE code of five characters; may be empty

        friend bool operator==(const Parts &, const Parts &) = default;
    };

    //! Errors, all Invalid, one a field: "ins_code.matricule" (not its form; a wrong key is no
    //! error, see hasRightKey), "ins_code.oid", "ins_code.given_names", "ins_code.surname" (lexical
    //! rules of SEL-MP-043 §3.4.1, at most 100 characters), "ins_code.sex", "ins_code.birth_date",
    //! "ins_code.birth_place".
    static Result<InsPayload> make(Parts parts);

    //! From the bytes of a symbol: fields in any order, a separator where none is needed is passed
    //! over. Further errors, all Invalid: "ins_code.header" (no Datamatrix INS),
    //! "ins_code.version" (not 01), "ins_code.missing", "ins_code.twice", "ins_code.field" (not S1
    //! to S7), "ins_code.length" (longer or shorter than the field may be).
    static Result<InsPayload> parse(QByteArrayView bytes);

    //! From a scanner that types like a keyboard. Where it kept the separators this is parse();
    //! where it lost them or typed something for them (<GS>, {GS}, ^], ␝, 029) the fields are told
    //! apart by what they may hold, and needsConfirmation(). The same errors.
    static Result<InsPayload> fromWedge(QStringView typed);

    [[nodiscard]] const Parts &parts() const { return m_parts; }
    //! Read in a way that lets a doubt: somebody compares it with what is printed.
    [[nodiscard]] bool needsConfirmation() const { return m_needsConfirmation; }
    //! INSi itself has numbers with a wrong key: kept, with a warning.
    [[nodiscard]] bool hasRightKey() const;
    //! Of a test or a demonstration: to be refused in production.
    [[nodiscard]] bool isTest() const;

    //! What is written in the symbol, in the order S1 to S7. Who writes it has made sure that the
    //! identity is qualified.
    [[nodiscard]] QByteArray bytes() const;

    friend bool operator==(const InsPayload &a, const InsPayload &b)
    {
        return a.m_parts == b.m_parts;
    }

private:
    explicit InsPayload(Parts parts)
        : m_parts(std::move(parts))
    {
    }
    Parts m_parts;
    bool m_needsConfirmation = false;
};

} // namespace ambroise::codes
