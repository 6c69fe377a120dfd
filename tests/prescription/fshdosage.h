// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QStringList>

//! Reads what HAS's examples in FHIR Shorthand say, and knows nothing of our model.
namespace ambroise::test {

//! One dosageInstruction, field by field, each as plain text: "dose" → "1..2 comprimé".
using FshFields = QHash<QString, QString>;

struct FshPrescription {
    QString name;
    QString rendered; //!< the text of the instruction
    QString note;     //!< the text of the whole prescription
    QList<FshFields> dosages;
};

inline QString fshNumber(const QString &text)
{
    QString number = text;
    return number.replace(u'.', u',');
}

//! "0.5 $EDQM#15054000 \"Comprimé\"" → value and unit; else the bare value.
inline std::pair<QString, QString> fshQuantity(const QString &value)
{
    static const QRegularExpression whole(
        QStringLiteral("^([0-9.]+) \\$\\S+?#(\\S+) \"([^\"]*)\"$"));
    if (const auto match = whole.match(value); match.hasMatch())
        return {fshNumber(match.captured(1)), match.captured(3).toLower()};
    return {fshNumber(value), {}};
}

inline void putFsh(FshFields &fields, const QString &path, const QString &raw)
{
    QString value = raw.trimmed();
    if (value.startsWith(u'"') && value.endsWith(u'"'))
        value = value.mid(1, value.size() - 2);
    QString key = path;
    key.remove(QRegularExpression(QStringLiteral("\\[[0-9=+]+\\]")));
    const auto [number, unit] = fshQuantity(raw.trimmed());
    if (!unit.isEmpty()) {
        fields.insert(key + QStringLiteral(".value"), number);
        fields.insert(key + QStringLiteral(".unit"), unit);
        return;
    }
    if (value.startsWith(u'#') || value.startsWith(u'$'))
        value = value.section(u'#', 1).section(u' ', 0, 0) +
                (value.contains(u'"') ? u' ' + value.section(u'"', 1, 1) : QString());
    else
        value = key.endsWith(QStringLiteral(".value")) ? fshNumber(value) : value;
    const bool list = fields.contains(key);
    fields.insert(key, list ? fields.value(key) + u' ' + value : value);
}

inline FshPrescription readFsh(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    FshPrescription found;
    found.name = QFileInfo(path).completeBaseName();
    static const QRegularExpression line(QStringLiteral("^\\* (\\S+) = (\"[^\"]*\"|[^\\n]*)"),
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression prefix(
        QStringLiteral("^dosageInstruction(?:\\[([0-9=+]+)\\])?\\."));
    for (auto matches = line.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString key = match.captured(1);
        const QString value = match.captured(2);
        if (key.startsWith(QStringLiteral("extension[renderedDosageInstruction]")))
            found.rendered = value.mid(1, value.size() - 2);
        else if (key == QStringLiteral("note.text"))
            found.note = value.mid(1, value.size() - 2);
        const auto dosage = prefix.match(key);
        if (!dosage.hasMatch())
            continue;
        if (found.dosages.isEmpty() || dosage.captured(1) == QStringLiteral("+"))
            found.dosages.append(FshFields{});
        putFsh(found.dosages.last(), key.mid(dosage.capturedLength()), value);
    }
    return found;
}

inline QList<FshPrescription> readAllFsh(const QString &folder)
{
    QList<FshPrescription> all;
    const QDir dir(folder);
    for (const QString &name :
         dir.entryList({QStringLiteral("HAS-*.fsh")}, QDir::Files, QDir::Name))
        all << readFsh(dir.filePath(name));
    return all;
}

} // namespace ambroise::test
