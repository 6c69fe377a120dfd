// SPDX-License-Identifier: GPL-3.0-or-later
#include "curationtable.h"

namespace ambroise::drugs {

Result<QList<QStringList>> curationLines(const QString &table, qsizetype columns)
{
    QList<QStringList> lines;
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList values = line.split(u'\t');
        if (values.size() != columns)
            return curationRefusal(values);
        lines << values;
    }
    return lines;
}

Error curationRefusal(const QStringList &line)
{
    return {ErrorCode::Corrupt, u"interactions.table"_qs, line.join(u'|').left(60)};
}

} // namespace ambroise::drugs
