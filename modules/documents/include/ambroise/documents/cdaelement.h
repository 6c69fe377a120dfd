// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace ambroise::documents {

//! A node of a CDA: an element, or text between elements. Names are those of HL7 v3
//! ("urn:hl7-org:v3") without a prefix; an element of another vocabulary is named "+local", so that
//! it is never taken for one of the standard. The attribute of XML Schema instance is "xsi:type".
struct CdaElement {
    QString name{}; //!< empty: text
    QString text{}; //!< of text; as written
    QHash<QString, QString> attributes{};
    QByteArray bytes{};   //!< of representation="B64": decoded, no text kept
    bool damaged = false; //!< bytes that cannot be read: no base 64, compressed
    QList<CdaElement> children{};

    [[nodiscard]] bool isText() const { return name.isEmpty(); }
    [[nodiscard]] QString attribute(QStringView attributeName) const;
    //! Of that name, in order.
    [[nodiscard]] QList<const CdaElement *> all(QStringView childName) const;
    //! The first of that name; null: none.
    [[nodiscard]] const CdaElement *first(QStringView childName) const;
    //! Down a path of first ones: {u"assignedEntity", u"assignedPerson", u"name"}.
    [[nodiscard]] const CdaElement *at(std::initializer_list<QStringView> path) const;
    //! All text inside, blanks simplified.
    [[nodiscard]] QString words() const;
    //! words() of the first of that name; empty where there is none.
    [[nodiscard]] QString wordsOf(QStringView childName) const;
};

struct CdaLimits {
    static constexpr qsizetype bytes = 32 * 1024 * 1024;
    static constexpr int depth = 100;
    static constexpr int elements = 500'000;
};

//! The root of a well-formed document. QXmlStreamReader reads it: of libxml2, which `net` links for
//! canonical forms, each option that opens a file or expands an entity would have to be shut, here
//! there is none. A document type declaration is refused before anything of it is used.
//!
//! Errors: Invalid "cda.dtd", "cda.encoding" (unknown, or bytes that are not of the declared one),
//! "cda.too_large", "cda.too_deep", "cda.not_a_cda" (another document, no XML); Corrupt
//! "cda.truncated", "cda.xml".
Result<CdaElement> readCdaXml(const QByteArray &bytes);

} // namespace ambroise::documents
