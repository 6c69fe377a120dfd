// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/lettertemplate.h>

#include <ambroise/documents/letterfields.h>

#include <QFile>

// A resource of a static library is registered by who needs it.
static void registerLetters()
{
    Q_INIT_RESOURCE(letters);
}

namespace ambroise::documents {
namespace {

constexpr QStringView folder = u":/ambroise/letters/";

Error invalid(const QString &subject, const QString &detail = {})
{
    return {ErrorCode::Invalid, subject, detail};
}

bool isLine(const QString &text)
{
    return !text.isEmpty() && text.size() <= LetterTemplate::longestLine;
}

std::optional<LetterKind> kindCalled(const QString &word)
{
    if (word == u"courrier")
        return LetterKind::Letter;
    if (word == u"certificat")
        return LetterKind::Certificate;
    if (word == u"formulaire")
        return LetterKind::Form;
    return std::nullopt;
}

Result<QByteArray> resource(const QString &name)
{
    QFile file(folder.toString() + name);
    if (!file.open(QIODevice::ReadOnly))
        return invalid(u"letter_template.file"_qs, name);
    return file.readAll();
}

//! `list` names them, a key a line, in the order in which they are shown.
Result<QList<Starter>> readAll()
{
    registerLetters();
    AMBROISE_TRY(const QByteArray list, resource(u"list"_qs));
    QList<Starter> all;
    for (const QString &key : QString::fromUtf8(list).split(u'\n', Qt::SkipEmptyParts)) {
        AMBROISE_TRY(const QByteArray file, resource(key + u".md"_qs));
        AMBROISE_TRY(const LetterTemplate text, readStarter(key, file));
        all.append({key, text});
    }
    return all;
}

} // namespace

QString code(LetterKind kind)
{
    switch (kind) {
    case LetterKind::Letter:
        return u"letter"_qs;
    case LetterKind::Certificate:
        return u"certificate"_qs;
    case LetterKind::Form:
        break;
    }
    return u"form"_qs;
}

std::optional<LetterKind> letterKindOf(QStringView wanted)
{
    for (const LetterKind kind : {LetterKind::Letter, LetterKind::Certificate, LetterKind::Form})
        if (code(kind) == wanted)
            return kind;
    return std::nullopt;
}

Result<LetterTemplate> LetterTemplate::make(Parts parts)
{
    parts.name = parts.name.simplified();
    parts.subject = parts.subject.simplified();
    parts.source = parts.source.simplified();
    if (!isLine(parts.name))
        return invalid(u"letter_template.name"_qs);
    if (!isLine(parts.subject))
        return invalid(u"letter_template.subject"_qs);
    if (parts.body.trimmed().isEmpty())
        return invalid(u"letter_template.empty"_qs);
    if (parts.body.size() > longestBody)
        return invalid(u"letter_template.long"_qs);
    for (const QString *text : {&parts.subject, &parts.body})
        if (const auto unknown = unknownFieldIn(*text))
            return invalid(u"letter_template.field"_qs, *unknown);
    return LetterTemplate(std::move(parts));
}

Result<LetterTemplate> readStarter(const QString &key, const QByteArray &file)
{
    LetterTemplate::Parts parts;
    const QString text = QString::fromUtf8(file);
    const qsizetype headEnd = text.indexOf(u"\n\n"_qs);
    bool kindTold = false;
    for (const QString &line : text.left(headEnd).split(u'\n')) {
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.left(colon).trimmed();
        const QString value = line.mid(colon + 1).trimmed();
        if (name == u"Nom")
            parts.name = value;
        else if (name == u"Objet")
            parts.subject = value;
        else if (name == u"Source")
            parts.source = value;
        else if (const auto kind = kindCalled(value); name == u"Genre" && kind) {
            parts.kind = *kind;
            kindTold = true;
        } else {
            return invalid(u"letter_template.file"_qs, key);
        }
    }
    if (headEnd < 0 || !kindTold)
        return invalid(u"letter_template.file"_qs, key);
    parts.body = text.mid(headEnd).trimmed();
    return LetterTemplate::make(std::move(parts));
}

const Result<QList<Starter>> &starters()
{
    static const Result<QList<Starter>> all = readAll();
    return all;
}

} // namespace ambroise::documents
