// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/text.h>
#include <ambroise/uikit/palette/command.h>

#include <algorithm>

namespace ambroise::uikit {
namespace {

//! The text folded letter by letter, so that a place found in it is one of the text.
struct Mapped {
    QString letters;          //!< a space for what is neither letter nor digit
    QList<qsizetype> sources; //!< for each of them its index in the text
};

Mapped mapped(const QString &text)
{
    Mapped result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QString folded = text::folded(QStringView(&c, 1));
        if (folded.isEmpty() && c.isMark())
            continue; // belongs to the letter before it
        for (const QChar letter : folded.isEmpty() ? QStringLiteral(" ") : folded) {
            result.letters += letter;
            result.sources << i;
        }
    }
    return result;
}

//! At the beginning of a word where possible.
qsizetype placeOf(const QString &word, const QString &letters)
{
    if (letters.startsWith(word))
        return 0;
    const qsizetype begin = letters.indexOf(QString(u' ' + word));
    return begin >= 0 ? begin + 1 : letters.indexOf(word);
}

} // namespace

bool matches(const Command &command, const QString &typed)
{
    const QString title = text::folded(command.title);
    const QStringList words = text::foldedWords(command.detail);
    const QStringList wanted = text::foldedWords(typed);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
        return title.contains(word) || std::any_of(words.begin(), words.end(), [&](const auto &w) {
                   return w.startsWith(word);
               });
    });
}

QList<Command> filtered(const QList<Command> &commands, const QString &typed)
{
    QList<Command> kept;
    std::copy_if(commands.begin(), commands.end(), std::back_inserter(kept),
                 [&](const Command &command) { return matches(command, typed); });
    return kept;
}

QList<TextSpan> matchedSpans(const QString &text, const QString &typed)
{
    const Mapped letters = mapped(text);
    QList<TextSpan> spans;
    for (const QString &word : text::foldedWords(typed)) {
        const qsizetype place = placeOf(word, letters.letters);
        if (place < 0)
            continue;
        const qsizetype start = letters.sources.at(place);
        const qsizetype after = place + word.size();
        const qsizetype end =
            after < letters.sources.size() ? letters.sources.at(after) : text.size();
        spans << TextSpan{start, std::max<qsizetype>(1, end - start)};
    }
    std::sort(spans.begin(), spans.end(), [](TextSpan a, TextSpan b) { return a.start < b.start; });
    QList<TextSpan> apart;
    for (const TextSpan &span : spans)
        if (apart.isEmpty() || span.start >= apart.last().start + apart.last().length)
            apart << span;
    return apart;
}

} // namespace ambroise::uikit
