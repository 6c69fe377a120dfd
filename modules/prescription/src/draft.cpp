// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/draft.h>
#include <ambroise/prescription/linejson.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ambroise::prescription {

QString Draft::toText() const
{
    if (isEmpty())
        return {};
    QJsonArray array;
    for (const Line &line : lines)
        array.append(toJson(line));
    QJsonObject draft{{u"lines"_qs, array}};
    if (!pending.isEmpty())
        draft.insert(u"pending"_qs, QJsonObject{{u"cis"_qs, pending.cis},
                                                {u"label"_qs, pending.label},
                                                {u"typed"_qs, pending.typed}});
    return QString::fromUtf8(QJsonDocument(draft).toJson(QJsonDocument::Compact));
}

Draft Draft::fromText(const QString &text)
{
    Draft draft;
    const QJsonDocument kept = QJsonDocument::fromJson(text.toUtf8());
    const QJsonValue list = kept.isArray() ? QJsonValue(kept.array()) // as it was kept at first
                                           : kept.object().value(u"lines");
    draft.whole = text.isEmpty() || list.isArray();
    for (const QJsonValue &value : list.toArray()) {
        const auto line = lineFromJson(value.toObject());
        if (value.isObject() && line.ok())
            draft.lines << *line;
        else
            draft.whole = false;
    }
    const QJsonObject pending = kept.object().value(u"pending").toObject();
    draft.pending = {pending.value(u"cis").toString(), pending.value(u"label").toString(),
                     pending.value(u"typed").toString()};
    return draft;
}

} // namespace ambroise::prescription
