// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace ambroise::documents {

//! A field that the program fills in a letter: « {patient} », « {traitement} ».
struct LetterField {
    QStringView name;    //!< as it is written between braces; accents and case do not matter
    QStringView missing; //!< why it has no value, agreed with the name: « non renseignées »
    QStringView meaning; //!< one line, for who writes a template
};

//! The closed list.
[[nodiscard]] const QList<LetterField> &letterFields();
//! The first field of the text that is none of them, without its braces.
[[nodiscard]] std::optional<QString> unknownFieldIn(QStringView text);

//! What the fields stand for. A field of which nothing was set has no value.
class FieldValues {
public:
    void set(QStringView field, const QString &value) { set(field, QStringList{value}); }
    //! Several: a list where the field stands alone on its line, else one after the other. One of
    //! several lines keeps them there.
    void set(QStringView field, const QStringList &values);
    [[nodiscard]] QStringList value(QStringView field) const; //!< empty: none
    [[nodiscard]] bool has(QStringView field) const;          //!< something was set, even empty

private:
    QHash<QString, QStringList> m_values; //!< by the folded name
};

//! Puts the values in the place of the fields, so written that no letter of them is taken for
//! markup. A field without a value becomes a free one that says so, « [allergies : non renseignées]
//! », never nothing. « {destinataire} » and « {date} » stay: they are known when it is signed.
[[nodiscard]] QString filled(const QString &text, const FieldValues &values);
//! The two that stayed; without a recipient its field becomes a free one.
[[nodiscard]] QString filledLate(const QString &text, const QString &recipient,
                                 const QString &date);

//! The way back: where the values of that patient stand in a text, their fields, so that the text
//! may serve as a template; « née » and « intéressée » agree again. What was written otherwise
//! stays.
[[nodiscard]] QString unfilled(const QString &text, const FieldValues &values);

} // namespace ambroise::documents
