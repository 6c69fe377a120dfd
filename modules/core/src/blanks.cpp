// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/blanks.h>

namespace ambroise::text {
namespace {

constexpr qsizetype longest = 80;

bool isEscaped(QStringView text, qsizetype at)
{
    qsizetype backslashes = 0;
    while (backslashes < at && text.at(at - 1 - backslashes) == u'\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

} // namespace

QList<Blank> blanksIn(QStringView text)
{
    QList<Blank> blanks;
    for (qsizetype start = text.indexOf(u'['); start >= 0; start = text.indexOf(u'[', start + 1)) {
        if (isEscaped(text, start))
            continue;
        const qsizetype end = text.indexOf(u']', start);
        if (end < 0)
            break;
        const QStringView inside = text.mid(start + 1, end - start - 1);
        if (!inside.trimmed().isEmpty() && inside.size() <= longest && !inside.contains(u'\n') &&
            !inside.contains(u'['))
            blanks.append({start, end - start + 1});
    }
    return blanks;
}

} // namespace ambroise::text
