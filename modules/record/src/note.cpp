// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/note.h>

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace ambroise::record {
namespace {

using enum NoteSection;

constexpr qsizetype longestTitle = 160;

struct Mark {
    NoteSection section;
    QStringView line;
};
constexpr std::array marks = {Mark{Subjective, u"[S]"}, Mark{Objective, u"[O]"},
                              Mark{Assessment, u"[A]"}, Mark{Plan, u"[P]"}};

std::optional<NoteSection> sectionBegunBy(QStringView line)
{
    for (const Mark &mark : marks)
        if (mark.line == line)
            return mark.section;
    return std::nullopt;
}

//! Whether it is a mark after any number of backslashes: read so, it would be one of ours.
bool looksLikeMark(QStringView line)
{
    while (line.startsWith(u'\\'))
        line = line.mid(1);
    return sectionBegunBy(line).has_value();
}

QString marked(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        if (looksLikeMark(line))
            line.prepend(u'\\');
    return lines.join(u'\n');
}

QString trimmedEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

QString titleOf(const Note &note)
{
    for (const NoteSection section : {Reason, Assessment, Subjective, Objective, Plan})
        for (const QString &line : note.text(section).split(u'\n'))
            if (const QString said = line.simplified(); !said.isEmpty())
                return said.size() > longestTitle ? said.left(longestTitle - 1) + u'…' : said;
    return {};
}

} // namespace

QList<NoteSection> allNoteSections()
{
    return {Reason, Subjective, Objective, Assessment, Plan};
}

bool isSectionMark(QStringView line)
{
    return sectionBegunBy(line).has_value();
}

bool Note::isEmpty() const
{
    return std::all_of(texts.begin(), texts.end(),
                       [](const QString &text) { return text.trimmed().isEmpty(); });
}

NewEntry Note::entry(const QDateTime &happened) const
{
    NewEntry entry;
    entry.kind = EntryKind::Consultation;
    entry.happened = happened;
    entry.title = titleOf(*this);
    QStringList parts;
    // A reason on several lines, or longer than a title, is not to be cut.
    if (const QString reason = text(Reason).trimmed(); reason != entry.title && !reason.isEmpty())
        parts << u"[S]"_qs << marked(reason);
    for (const Mark &mark : marks)
        if (const QString said = trimmedEnd(text(mark.section)); !said.trimmed().isEmpty())
            parts << mark.line.toString() << marked(said);
    entry.body = parts.join(u'\n');
    entry.code = stored(codes);
    return entry;
}

Note Note::of(const NewEntry &entry)
{
    Note note;
    note.setText(Reason, entry.title);
    note.codes = conditionCodesIn(entry.code);
    std::array<QStringList, 5> lines;
    NoteSection section = Subjective;
    for (const QString &line : entry.body.split(u'\n')) {
        if (const auto begun = sectionBegunBy(line))
            section = *begun;
        else
            lines.at(size_t(section)) << (looksLikeMark(line) ? line.mid(1) : line);
    }
    for (const Mark &mark : marks)
        note.setText(mark.section, trimmedEnd(lines.at(size_t(mark.section)).join(u'\n')));
    return note;
}

QString readable(const NewEntry &entry)
{
    if (entry.kind != EntryKind::Consultation)
        return entry.body;
    const Note note = Note::of(entry);
    QStringList parts;
    for (const Mark &mark : marks)
        if (const QString &text = note.text(mark.section); !text.isEmpty())
            parts << text;
    return parts.join(u'\n');
}

} // namespace ambroise::record
