// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <QFile>
#include <QJsonDocument>

namespace ambroise::ctl {
namespace {

Error misuse(const QString &what)
{
    return {ErrorCode::Invalid, u"cli.misuse"_qs, what};
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList &typed, const QStringList &valued,
                                   const QStringList &flags)
{
    Arguments arguments;
    bool options = true;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QString &word = typed.at(i);
        if (!options || !word.startsWith(u"--")) {
            arguments.m_words << word;
            continue;
        }
        if (word == u"--") {
            options = false;
            continue;
        }
        const QString name = word.mid(2).section(u'=', 0, 0);
        if (flags.contains(name) && !word.contains(u'=')) {
            arguments.m_flags << name;
            continue;
        }
        if (!valued.contains(name))
            return misuse(word);
        if (word.contains(u'=')) {
            arguments.m_values.insert(name, word.section(u'=', 1));
            continue;
        }
        if (i + 1 >= typed.size())
            return misuse(word);
        arguments.m_values.insert(name, typed.at(++i));
    }
    return arguments;
}

std::optional<QString> Arguments::value(const QString &option) const
{
    const auto found = m_values.constFind(option);
    return found == m_values.constEnd() ? std::nullopt : std::optional(*found);
}

Result<qint64> Arguments::number(const QString &option, qint64 otherwise, qint64 least,
                                 qint64 most) const
{
    const auto typed = value(option);
    if (!typed)
        return otherwise;
    bool ok = false;
    const qint64 number = typed->toLongLong(&ok);
    if (!ok || number < least || number > most)
        return misuse(u"--"_qs + option);
    return number;
}

Result<QByteArray> readInput(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"cli.file"_qs, path};
    return file.readAll();
}

Result<QJsonObject> readJsonObject(const QString &path)
{
    AMBROISE_TRY(const QByteArray bytes, readInput(path));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return Error{ErrorCode::Invalid, u"cli.file"_qs, path};
    return document.object();
}

} // namespace ambroise::ctl
