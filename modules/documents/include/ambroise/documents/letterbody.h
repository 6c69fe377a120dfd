// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/pdfcanvas.h>

namespace ambroise::documents {

//! A paragraph of a letter as it is printed.
struct BodyParagraph {
    enum class Kind {
        Text,
        Heading, //!< `level` 1 to 3
        Item,    //!< of a list, `level` from 1; `marker` before it
        Rule     //!< a line across
    };
    Kind kind = Kind::Text;
    int level = 0;
    QString marker{}; //!< « • », « 2. »
    QString text{};   //!< U+2028 between its lines
    QList<TextSpan> spans{};

    friend bool operator==(const BodyParagraph &, const BodyParagraph &) = default;
};

//! What a letter's text becomes. It is written in a small Markdown, read by Qt's own reader
//! (md4c): **bold**, *italic*, « # » headings, « - » lists, lists that count from 1, « --- ». A
//! line stays a line, as it was typed. Everything else is text: a « > 38 », a « + 3 », a number at
//! the beginning of a line that does not count, a star between two digits are printed as they
//! stand.
[[nodiscard]] QList<BodyParagraph> paragraphsOf(const QString &body);

//! The same without its markup: what the record keeps to be searched.
[[nodiscard]] QString plainText(const QString &body);

} // namespace ambroise::documents
