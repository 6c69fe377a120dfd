// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/draft.h>
#include <ambroise/prescription/linejson.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ambroise::prescription {

QString Draft::toText() const
{
    QJsonArray array;
    for (const Line &line : lines)
        array.append(toJson(line));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Draft Draft::fromText(const QString &text)
{
    Draft draft;
    const QJsonDocument kept = QJsonDocument::fromJson(text.toUtf8());
    draft.whole = text.isEmpty() || kept.isArray();
    for (const QJsonValue &value : kept.array()) {
        const auto line = lineFromJson(value.toObject());
        if (value.isObject() && line.ok())
            draft.lines << *line;
        else
            draft.whole = false;
    }
    return draft;
}

} // namespace ambroise::prescription
