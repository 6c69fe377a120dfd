// SPDX-License-Identifier: GPL-3.0-or-later
#include "writtendrug.h"

#include <QRegularExpression>

namespace ambroise::prescription {
namespace {

//! « Paracétamol 1000 mg + Codéine 30 mg »: each, with its strength. « mg/ml » is no second drug.
QStringList partsOf(const QString &text)
{
    static const QRegularExpression between(
        u"\\s*(?:\\+|/(?!\\s*(?:[mµ]?[gl]|h|j|kg|dose|heure|jour)\\b))\\s*(?=\\p{L})"_qs,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.split(between, Qt::SkipEmptyParts);
}

//! What stands before the strength and the form.
QString nameIn(const QString &part)
{
    static const QRegularExpression behind(u"\\s+\\d.*$"_qs);
    static const QRegularExpression longActing(u"\\sL\\.?P\\.?$"_qs,
                                               QRegularExpression::CaseInsensitiveOption);
    return QString(part).remove(behind).section(u',', 0, 0).remove(longActing).trimmed();
}

//! Of one unit: not « 250 mg/5 ml », « 500 mg par dose », « 1 g/125 mg ».
QString strengthIn(const QString &text)
{
    static const QRegularExpression strength(
        u"^\\D*\\s(\\d[\\d \u00a0\u202f]*(?:[.,]\\d+)?\\s*(?:mg|g|µg|microgrammes?))(?![\\w/])"
        "(?!.*(?:\\d|/|%|\\bp(?:ar|our)\\b))"_qs,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return strength.match(text).captured(1);
}

} // namespace

WrittenDrug writtenDrug(const QString &text)
{
    const QStringList parts = partsOf(text);
    QStringList names;
    for (const QString &part : parts)
        if (const QString name = nameIn(part); !name.isEmpty())
            names << name;
    if (names.isEmpty())
        return {text, {}};
    return {names.join(u'+'), parts.size() == 1 ? strengthIn(text) : QString()};
}

} // namespace ambroise::prescription
