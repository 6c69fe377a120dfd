// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/blanks.h>
#include <ambroise/documents/letter.h>

#include <ambroise/core/text.h>
#include <ambroise/documents/letterfields.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ambroise::documents {
namespace {

QJsonObject jsonOf(const Recipient &one)
{
    return {{u"name"_qs, one.name},
            {u"profession"_qs, one.profession},
            {u"address"_qs, QJsonArray::fromStringList(one.address)}};
}

Recipient recipientOf(const QJsonObject &object)
{
    Recipient one{object[u"name"_qs].toString(), object[u"profession"_qs].toString(), {}};
    for (const auto &line : object[u"address"_qs].toArray())
        one.address << line.toString();
    return one;
}

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

//! A subject is a line, without markup of its own.
QString plainLine(const QString &text)
{
    QString line = text.simplified();
    for (qsizetype i = line.indexOf(u'\\'); i >= 0; i = line.indexOf(u'\\', i + 1))
        if (i + 1 < line.size() && !line.at(i + 1).isLetterOrNumber())
            line.remove(i, 1);
    return line;
}

} // namespace

QStringList Recipient::lines() const
{
    QStringList lines{name, profession};
    lines += address;
    for (QString &line : lines)
        line = line.simplified();
    lines.removeAll(QString());
    return lines;
}

bool LetterDraft::isEmpty() const
{
    return subject.trimmed().isEmpty() && body.trimmed().isEmpty() && recipient.isEmpty() &&
           copies.isEmpty();
}

QString LetterDraft::toText() const
{
    QJsonArray copied;
    for (const Recipient &one : copies)
        copied.append(jsonOf(one));
    const QJsonObject object{{u"kind"_qs, code(kind)},
                             {u"template"_qs, templateKey},
                             {u"recipient"_qs, jsonOf(recipient)},
                             {u"copies"_qs, copied},
                             {u"subject"_qs, subject},
                             {u"body"_qs, body}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<LetterDraft> LetterDraft::fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto kind = letterKindOf(object[u"kind"_qs].toString());
    if (!kind || !object[u"body"_qs].isString())
        return Error{ErrorCode::Corrupt, u"letter.draft"_qs, {}};
    LetterDraft draft;
    draft.kind = *kind;
    draft.templateKey = object[u"template"_qs].toString();
    draft.recipient = recipientOf(object[u"recipient"_qs].toObject());
    for (const auto &copy : object[u"copies"_qs].toArray())
        draft.copies << recipientOf(copy.toObject());
    draft.subject = object[u"subject"_qs].toString();
    draft.body = object[u"body"_qs].toString();
    return draft;
}

std::optional<QString> fieldLeftIn(const LetterDraft &draft)
{
    for (const QString &text : {draft.subject, draft.body}) {
        const QString whole = filledLate(text, draft.recipient.name, u"-"_qs);
        const QList<text::Blank> left = text::blanksIn(whole);
        if (!left.isEmpty())
            return whole.mid(left.first().start, left.first().length);
    }
    return std::nullopt;
}

Letter Letter::unfinished(const LetterDraft &draft, const QString &city, QDate day)
{
    LetterDraft parts = draft;
    const QString date = text::frenchLongDate(day);
    parts.subject = plainLine(filledLate(draft.subject, draft.recipient.name, date));
    parts.body = filledLate(draft.body, draft.recipient.name, date);
    if (parts.kind != LetterKind::Letter)
        parts.recipient = {};
    return {std::move(parts), city, day};
}

Result<Letter> Letter::make(const LetterDraft &draft, const QString &city, QDate day)
{
    if (draft.body.trimmed().isEmpty())
        return invalid(u"letter.empty"_qs);
    if (draft.body.size() > longestBody)
        return invalid(u"letter.long"_qs);
    if (draft.subject.trimmed().isEmpty())
        return invalid(u"letter.subject"_qs);
    if (draft.kind == LetterKind::Letter && draft.recipient.isEmpty())
        return invalid(u"letter.recipient"_qs);
    if (fieldLeftIn(draft))
        return invalid(u"letter.field"_qs);
    return unfinished(draft, city, day);
}

} // namespace ambroise::documents
