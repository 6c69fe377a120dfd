// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/boxcontent.h>

#include <ambroise/core/text.h>
#include <ambroise/prescription/posologyreader.h>

#include <QRegularExpression>

#include <algorithm>

namespace ambroise::prescription {
namespace {

//! "1 000", "0,5".
std::optional<Rational> numberOf(QString text)
{
    text.remove(u' ').replace(u'.', u',');
    const QString whole = text.section(u',', 0, 0);
    const QString part = text.section(u',', 1);
    bool good = false;
    const qint64 digits = (whole + part).toLongLong(&good);
    qint64 scale = 1;
    for (qsizetype i = 0; i < part.size(); ++i)
        scale *= 10;
    const bool fits = whole.size() <= 6 && part.size() <= 4;
    return good && fits && digits > 0 ? std::optional(Rational::of(digits, scale)) : std::nullopt;
}

//! "plaquette(s) thermoformée(s) de 30 comprimé(s)" without its brackets, spaces and capitals.
QString plain(QString label)
{
    static const QRegularExpression plural(u"\\((?:s|x|es)\\)"_qs);
    static const QRegularExpression bracket(u"\\([^()]*\\)"_qs);
    static const QRegularExpression slashed(u"/[^ ]*"_qs); // "suremballée(s)/surpochée(s)"
    label = label.toLower().replace(u'\u00a0', u' ').replace(u'\u202f', u' ');
    return label.remove(plural).remove(bracket).remove(slashed).simplified();
}

//! The unit that the words begin with, the longest spelling first.
std::optional<DoseUnit> unitIn(const QString &words)
{
    const QStringList list = text::folded(words).toLower().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype count = std::min<qsizetype>(list.size(), DoseUnit::longestSpelling()); count > 0;
         --count)
        if (const auto unit = DoseUnit::named(list.first(count).join(u' ')); unit && unit->isSaid())
            return unit;
    return std::nullopt;
}

//! Several things, of which each would have to be counted.
bool isOfSeveralParts(const QString &label)
{
    static const QRegularExpression several(
        u" [-+&] | et (?:de )?\\d| à \\d|\\bcoffret|\\bkit\\b|\\btrousse|compartiment|\\d+ ?\\+ "
        u"?\\d+|"
        "\\bavec \\d+ (?:flacon|ampoule|seringue|poche)|[;\\[]|\\bou (?:\\d|de )"_qs);
    return several.match(label).hasMatch();
}

//! What holds others and is not taken itself: without a number in front, "plaquette de 30
//! comprimés" tells all that there is.
bool isWrapping(const QString &label)
{
    static const QRegularExpression wrapping(
        u"^(?:boîte |film |conditionnement unitaire )?(?:plaquette|film|flacon|pilulier|tube|pot|"
        "boîte|étui|sachet|bouteille)"_qs);
    return wrapping.match(label).hasMatch();
}

struct Inner {
    Rational value{};
    DoseUnit unit{};
};

//! Each "de 30 comprimés" of the label; none where one is of an unknown unit.
std::optional<QList<Inner>> innersOf(const QString &label)
{
    static const QRegularExpression each(u"\\bde (\\d+(?: \\d{3})*(?:[.,]\\d+)?) ?"_qs);
    QList<Inner> inners;
    for (auto it = each.globalMatch(label); it.hasNext();) {
        const auto match = it.next();
        const auto value = numberOf(match.captured(1));
        const auto unit = unitIn(label.mid(match.capturedEnd()));
        if (!value || !unit)
            return std::nullopt;
        inners.append({*value, *unit});
    }
    return inners;
}

//! Without what the box holds beside the drug, the size of which is none of the drug: "avec
//! seringue pour administration orale de 5 ml".
QString withoutMeasures(const QString &label)
{
    static const QRegularExpression measure(
        u" avec (?:une |\\d+ )?(?:adaptateur pour )?(?:seringue|cuillère|gobelet|pipette).*$"_qs);
    return QString(label).remove(measure);
}

//! The posology read in one way.
std::optional<Posology> onlyReading(const Line &line, const DrugFacts &facts)
{
    const auto read = readPosology(line.posology, DoseUnit::ofForm(facts.form, facts.label));
    const bool sure = read.ok() && read->isSure() && !read->readings.first().isWords();
    return sure ? std::optional(read->readings.first()) : std::nullopt;
}

//! Those with a price, or all where none has one.
QList<drugs::Presentation> usualBoxes(const DrugFacts &facts)
{
    QList<drugs::Presentation> priced;
    for (const drugs::Presentation &box : facts.presentations)
        if (box.publicPrice)
            priced << box;
    return priced.isEmpty() ? facts.presentations : priced;
}

//! What is left over of so many boxes, in the unit of what is needed.
std::optional<Rational> leftOver(const Amount &needed, const BoxContent &box, int boxes)
{
    for (const Amount &amount : box.amounts)
        if (const auto factor = amount.unit.inUnitsOf(needed.unit))
            return amount.value * *factor * Rational(boxes) + needed.value * Rational(-1);
    return std::nullopt;
}

} // namespace

std::optional<BoxContent> boxContentOf(const QString &label)
{
    static const QRegularExpression leading(u"^(\\d+(?: \\d{3})*) (?!ml\\b|g\\b|l\\b)(.+)$"_qs);
    QString words = plain(label);
    if (words.isEmpty() || isOfSeveralParts(words))
        return std::nullopt;
    std::optional<Rational> count;
    if (const auto match = leading.match(words); match.hasMatch()) {
        count = numberOf(match.captured(1));
        words = match.captured(2);
        if (!count)
            return std::nullopt;
    }
    words = withoutMeasures(words);
    const auto inners = innersOf(words);
    // "21 comprimés jaunes et de 7 blancs" are no 147.
    const bool twice = inners && inners->size() == 2 &&
                       inners->first().unit.inUnitsOf(inners->last().unit).has_value();
    if (!inners || inners->size() > 2 || twice)
        return std::nullopt;
    const auto container = unitIn(words);
    BoxContent content;
    if (inners->isEmpty()) {
        if (count && container)
            content.amounts.append({*count, *container});
    } else if (count ||
               (isWrapping(words) && inners->first().unit.kind() == DoseUnit::Kind::Countable)) {
        Rational so = count.value_or(Rational(1));
        if (count && container && !(*container == inners->first().unit))
            content.amounts.append({so, *container});
        for (const Inner &inner : *inners) {
            so = so * inner.value;
            content.amounts.append({so, inner.unit});
            if (inner.unit == *DoseUnit::named(u"dispositif"))
                content.amounts.append({so, *DoseUnit::named(u"patch")}); // its usual name
        }
    }
    return content.amounts.isEmpty() ? std::nullopt : std::optional(content);
}

std::optional<int> boxesFor(const Amount &needed, const BoxContent &box)
{
    for (const Amount &amount : box.amounts)
        if (const auto boxes = boxesFor(needed, amount))
            return boxes;
    return std::nullopt;
}

std::optional<BoxProposal> proposedBoxes(const Line &line, const DrugFacts &facts)
{
    const auto posology = onlyReading(line, facts);
    if (!posology)
        return std::nullopt;
    const auto days = line.durationDays > 0 ? std::optional(line.durationDays) : std::nullopt;
    const auto needed = quantityFor(*posology, days);
    if (!needed || needed->value.isZero())
        return std::nullopt;
    std::optional<BoxProposal> best;
    std::optional<Rational> least;
    for (const drugs::Presentation &box : usualBoxes(facts)) {
        const auto content = boxContentOf(box.label);
        const auto boxes = content ? boxesFor(*needed, *content) : std::nullopt;
        const auto left = boxes ? leftOver(*needed, *content, *boxes) : std::nullopt;
        if (!left || (least && (*left > *least || (*left == *least && *boxes >= best->boxes))))
            continue;
        best = BoxProposal{box, *boxes, *needed};
        least = left;
    }
    return best;
}

std::optional<int> daysOfBoxes(const Line &line, const DrugFacts &facts)
{
    constexpr int sample = 84; // whole weeks, so that a dose of some days of the week is even
    const auto posology = onlyReading(line, facts);
    if (line.boxes <= 0 || !posology || factsOf(*posology).durationDays)
        return std::nullopt;
    const auto taken = quantityFor(*posology, sample);
    if (!taken || taken->value.isZero())
        return std::nullopt;
    std::optional<BoxContent> content;
    for (const drugs::Presentation &box : usualBoxes(facts)) {
        const auto one = boxContentOf(box.label);
        if (!one || (content && *one != *content))
            return std::nullopt;
        content = one;
    }
    if (!content)
        return std::nullopt;
    for (const Amount &amount : content->amounts)
        if (const auto factor = amount.unit.inUnitsOf(taken->unit))
            return int(
                (amount.value * *factor * Rational(line.boxes) * Rational(sample) / taken->value)
                    .floor());
    return std::nullopt;
}

} // namespace ambroise::prescription
