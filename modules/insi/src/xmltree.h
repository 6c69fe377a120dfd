// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QHash>
#include <QList>
#include <QString>

namespace ambroise::insi {

//! An element as the parser of answers needs it: names without prefixes, text without blanks
//! around.
struct Element {
    QString name{};
    QString text{};
    QHash<QString, QString> attributes{};
    QList<Element> children{};

    //! Of that name, in order.
    [[nodiscard]] QList<const Element *> all(QStringView childName) const;
    //! The one child of that name; nothing where there is none or another one too.
    [[nodiscard]] const Element *only(QStringView childName) const;
    //! Its text; empty where there is none.
    [[nodiscard]] QString textOf(QStringView childName) const;
    //! The first of that name anywhere inside.
    [[nodiscard]] const Element *inside(QStringView descendant) const;
};

//! The root of a well-formed document without DTD, at most 32 levels deep and of 20 000 elements.
//! Error: Corrupt "insi.answer".
Result<Element> readXml(const QByteArray &xml);

} // namespace ambroise::insi
