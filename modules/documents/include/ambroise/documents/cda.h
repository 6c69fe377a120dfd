// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/cdaelement.h>
#include <ambroise/patient/matching.h>

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace ambroise::documents {

//! A coded value (HL7 v3 CD). What is not told is empty.
struct CdaCode {
    QString code{};
    QString system{};    //!< OID
    QString display{};   //!< displayName
    QString reference{}; //!< of its originalText: what it points to in the text, without "#"
    QString original{};  //!< originalText written in place
    QString nullFlavor{};
    QList<CdaCode> translations{};

    [[nodiscard]] bool isLoinc() const { return system == u"2.16.840.1.113883.6.1"; }
    [[nodiscard]] static CdaCode of(const CdaElement &element);
};

//! A point in time (HL7 v3 TS), to the day, minute or second.
struct CdaTime {
    QString text{};      //!< as written
    QDate date{};        //!< invalid: not told, or not of the calendar
    QDateTime instant{}; //!< UTC; invalid where no hour is told. Without a zone: that of the post.

    [[nodiscard]] static CdaTime of(const QString &text);
    //! Of `value`, else of what is told of an interval: `high`, else `low`.
    [[nodiscard]] static CdaTime of(const CdaElement *element);
};

//! Somebody or some organisation that has a part in the document.
struct CdaParty {
    QString type{};   //!< typeCode: "REF" asked for it, "INF" is told; empty where none is
    QString person{}; //!< "Dr Marcel CAMPARINI", as far as told
    QString organisation{};
    QString role{}; //!< the words of the code: "Médecin - Biologie médicale (SM)"
    QString phone{};
    QList<patient::ToldId> ids{};             //!< of the person: RPPS
    QList<patient::ToldId> organisationIds{}; //!< FINESS, SIRET
    CdaTime time{};
};

//! An act that the document tells of (documentationOf).
struct CdaService {
    CdaCode code{};
    QString status{}; //!< extension of laboratories: "completed", "active" (partial)
    CdaTime from{};
    CdaTime to{};
    CdaParty performer{};
};

struct CdaRelated {
    QString type{}; //!< "RPLC": this document replaces that one
    patient::ToldId id{};
};

//! One line of the text of a section, as it is read.
struct CdaLine {
    enum class Kind {
        Text, //!< one cell
        Head, //!< of a table
        Row,
        Media //!< the id of a picture or file that stands here
    };
    Kind kind = Kind::Text;
    QStringList cells{};

    [[nodiscard]] QString toString() const; //!< cells separated by " | "
    friend bool operator==(const CdaLine &, const CdaLine &) = default;
};

//! What an ID in the text of a section stands for.
struct CdaMark {
    QString text{};
    qsizetype line = -1; //!< among the section's lines
};

//! A file inside the document: its whole body, a copy as PDF, a picture.
struct CdaFile {
    QString id{};
    QString mediaType{};
    QByteArray bytes{};
    bool damaged = false; //!< what stands there cannot be read
};

struct CdaSection {
    QStringList templates{};
    CdaCode code{};
    QString title{};
    QList<CdaLine> lines{};
    QHash<QString, CdaMark> marks{};
    QList<CdaElement> entries{}; //!< `entry` elements, as they are
    QList<CdaFile> files{};      //!< of the entries
    QList<CdaSection> sections{};

    //! What "#id", or "id" as some write it, points to here.
    [[nodiscard]] const CdaMark *mark(QStringView reference) const;
};

//! A clinical document of HL7 CDA release 2, as the CI-SIS profiles it (volet Structuration
//! minimale): the header, and the body as one file (level 1) or in sections. Reads what is told;
//! validates no profile.
struct CdaDocument {
    QStringList templates{};
    patient::ToldId id{};
    patient::ToldId setId{};
    int version = 0; //!< 0: not told
    CdaCode code{};
    QString title{};
    CdaTime written{};
    QString confidentiality{};
    patient::ToldPerson patient{};
    QString usedSurname{};
    QString usedGivenName{};
    QList<CdaParty> authors{};
    CdaParty custodian{};
    CdaParty legalAuthenticator{};
    QList<CdaParty> authenticators{};
    QList<CdaParty> participants{};
    QList<CdaService> services{};
    QList<CdaRelated> related{};
    QList<patient::ToldId> orders{};
    std::optional<CdaFile> file{}; //!< level 1
    QList<CdaSection> sections{};
};

//! Errors: those of readCdaXml; Corrupt "cda.body" (no body, or a file that cannot be read).
Result<CdaDocument> readCda(const QByteArray &bytes);

} // namespace ambroise::documents
