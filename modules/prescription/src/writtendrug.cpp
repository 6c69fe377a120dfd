// SPDX-License-Identifier: GPL-3.0-or-later
#include "writtendrug.h"

#include <ambroise/core/text.h>

#include <QRegularExpression>

namespace ambroise::prescription {

WrittenDrug writtenDrug(const QString &text)
{
    static const QRegularExpression behind(u"\\s+(\\d.*)$"_qs);
    // « 250 mg/5 ml », « 500 mg par dose » and « 1 g/125 mg » tell no strength of one unit.
    static const QRegularExpression strength(
        u"^(\\d[\\d \u00a0\u202f]*(?:[.,]\\d+)?\\s*(?:mg|g|µg|microgrammes?))(?![\\w/])"
        "(?!.*(?:\\d|/|%|\\bp(?:ar|our)\\b))"_qs,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression longActing(u"\\sL\\.?P\\.?$"_qs,
                                               QRegularExpression::CaseInsensitiveOption);
    const auto match = behind.match(text);
    WrittenDrug written{text.left(match.hasMatch() ? match.capturedStart() : text.size()), {}};
    written.name = written.name.section(u',', 0, 0).remove(longActing).trimmed();
    if (written.name.isEmpty())
        return {text, {}};
    written.strength = strength.match(match.captured(1)).captured(1);
    return written;
}

} // namespace ambroise::prescription
