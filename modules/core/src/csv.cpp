// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/csv.h>

#include <utility>

namespace ambroise::csv {

QStringList values(QStringView line, QChar separator)
{
    QStringList values;
    QString value;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u'"' && quoted && i + 1 < line.size() && line.at(i + 1) == u'"') {
            value += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            values << std::exchange(value, {});
        } else {
            value += c;
        }
    }
    values << value;
    return values;
}

} // namespace ambroise::csv
