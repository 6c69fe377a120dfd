// SPDX-License-Identifier: GPL-3.0-or-later
#include "readings.h"

#include "datereadings.h"
#include "terms.h"

#include <ambroise/core/text.h>
#include <ambroise/identity/insmatricule.h>

#include <algorithm>

namespace ambroise::patient {
namespace {

//! Nobody is searched with more; a pasted page must not cost more than a name.
constexpr qsizetype longestTyped = 160;
constexpr qsizetype mostPrefixes = 8;
constexpr qsizetype mostReadings = 6;

using Readings = QList<QStringList>;

//! Between two blanks: a number (its groups of digits), perhaps the name of a month, or a name.
struct Chunk {
    QStringList digits{};
    int month = 0;
    bool plus = false;
    QStringList words{};

    [[nodiscard]] bool isNumber() const { return !digits.isEmpty(); }
    [[nodiscard]] bool isDatePart() const { return isNumber() || month != 0; }
};

Chunk chunkOf(const QString &text)
{
    static constexpr QStringView between = u"./-(),+";
    Chunk chunk{.month = monthNamed(text), .words = text::foldedWords(text)};
    if (text.compare(u"1er"_qs, Qt::CaseInsensitive) == 0)
        return {.digits = {u"1"_qs}};
    const bool number = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || between.contains(c);
    });
    if (!number)
        return chunk;
    chunk.plus = text.startsWith(u'+');
    chunk.digits = chunk.words;
    return chunk;
}

//! "+33 6…", "0033 6…", "06…" as the term has it; empty where it begins like no number.
QString phonePrefix(const QString &digits, bool plus)
{
    const bool zeros = !plus && digits.startsWith(u"00");
    if (!plus && !zeros)
        return digits.startsWith(u'0') ? terms::phoneMark + digits : QString();
    const QString abroad = zeros ? digits.mid(2) : digits;
    for (const QStringView country : {u"33", u"262", u"590", u"594", u"596"})
        if (abroad.startsWith(country)) {
            const QString rest = abroad.mid(country.size());
            return terms::phoneMark + (rest.startsWith(u'0') ? rest : u'0' + rest);
        }
    return abroad.isEmpty() ? QString() : terms::phoneMark + (u'+' + abroad);
}

//! Consecutive numbers and months, as one date or one telephone number.
Readings readingsOfRun(const QList<Chunk> &run, QDate today)
{
    QList<DatePart> parts;
    QString digits;
    bool onlyDigits = true;
    for (const Chunk &chunk : run) {
        onlyDigits = onlyDigits && chunk.isNumber();
        if (!chunk.isNumber())
            parts << DatePart{{}, chunk.month};
        for (const QString &group : chunk.digits)
            parts << DatePart{group, 0};
        digits += chunk.digits.join(QString());
    }
    Readings out;
    if (!run.first().plus)
        for (const QString &date : datePrefixes(parts, today))
            out << QStringList{date};
    if (onlyDigits)
        if (const QString phone = phonePrefix(digits, run.first().plus); !phone.isEmpty())
            out << QStringList{phone};
    return out;
}

//! The same run with its months read as names: somebody called Mars, or Marie half typed.
Readings readingsWithNames(const QList<Chunk> &run, QDate today)
{
    QStringList names;
    QList<Chunk> numbers;
    for (const Chunk &chunk : run) {
        if (chunk.isNumber())
            numbers << chunk;
        else
            names << chunk.words;
    }
    Readings out;
    for (const QStringList &reading : readingsOfRun(numbers, today))
        out << names + reading;
    return out;
}

Readings allReadingsOf(const QList<Chunk> &run, QDate today)
{
    const auto isName = [](const Chunk &chunk) {
        return !chunk.isNumber();
    };
    if (std::none_of(run.begin(), run.end(), isName))
        return readingsOfRun(run, today);
    const bool wholeMonth = std::any_of(run.begin(), run.end(), [](const Chunk &chunk) {
        return chunk.month != 0 && isWholeMonthName(chunk.words.first());
    });
    const Readings dates = readingsOfRun(run, today);
    const Readings names = readingsWithNames(run, today);
    return wholeMonth ? dates + names : names + dates;
}

Readings product(const Readings &left, const Readings &right)
{
    Readings out;
    for (const QStringList &a : left)
        for (const QStringList &b : right)
            if (out.size() < mostReadings)
                out << a + b;
    return out;
}

//! 13 characters, or 15 with their key: never a part (the number is a key, not a clue).
QString matriculePrefix(QStringView typed)
{
    QString compact = typed.toString().remove(u' ');
    if (compact.size() == 13)
        compact += identity::keyOf(compact.toUpper());
    const auto check = identity::InsCheck::of(compact);
    return check.valid ? terms::insMark + check.number : QString();
}

//! From `at` on, chunks that may be parts of one date or number; at least one is a number.
QList<Chunk> runFrom(const QList<Chunk> &chunks, qsizetype at)
{
    QList<Chunk> run;
    while (at < chunks.size() && chunks.at(at).isDatePart())
        run << chunks.at(at++);
    const bool numbers =
        std::any_of(run.begin(), run.end(), [](const Chunk &chunk) { return chunk.isNumber(); });
    return numbers ? run : QList<Chunk>();
}

} // namespace

QList<QStringList> readingsOf(QStringView typed, QDate today)
{
    const QString line = typed.left(longestTyped).toString().simplified();
    if (const QString ins = matriculePrefix(line); !ins.isEmpty())
        return {{ins}};
    QList<Chunk> chunks;
    for (const QString &text : line.split(u' ', Qt::SkipEmptyParts))
        chunks << chunkOf(text);

    Readings readings{QStringList()};
    for (qsizetype i = 0; i < chunks.size();) {
        const QList<Chunk> run = runFrom(chunks, i);
        readings = product(readings, run.isEmpty() ? Readings{chunks.at(i).words}
                                                   : allReadingsOf(run, today));
        i += std::max<qsizetype>(run.size(), 1);
    }
    for (QStringList &reading : readings)
        reading = reading.mid(0, mostPrefixes);
    readings.removeAll(QStringList());
    return readings;
}

} // namespace ambroise::patient
