// SPDX-License-Identifier: GPL-3.0-or-later
#include "fshdosage.h"
#include "hascases.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/fullletters.h>
#include <ambroise/prescription/posologyfacts.h>
#include <ambroise/prescription/posologyreader.h>

#include <support/folders.h>
#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;

Q_DECLARE_METATYPE(ambroise::test::FshPrescription)

namespace {

const QString folder = test::sharedFolder() + u"/data/eprescription/fhir"_qs;

//! Id and text of each row of HAS_posologies.tsv.
QList<std::pair<QString, QString>> publishedTexts()
{
    QFile file(folder + u"/HAS_posologies.tsv"_qs);
    QList<std::pair<QString, QString>> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1))
        texts.append({line.section(u'\t', 0, 0), line.section(u'\t', 1, 1)});
    return texts;
}

Posology onlyReading(const QString &text)
{
    const auto read = readPosology(text);
    return read.ok() && read->isSure() ? read->readings.first()
                                       : Posology::words(u"not read alone"_qs);
}

//! The numbers of a text, those in letters too; "12 000" is one.
QSet<QString> numbersOf(QString text, bool letters)
{
    static const QRegularExpression groups(u"(?<=\\d) (?=000)"_qs);
    static const QRegularExpression number(u"\\d+(?:,\\d+)?"_qs);
    static const QRegularExpression leading(u"^0(?=\\d)"_qs);
    text.remove(groups);
    QSet<QString> numbers;
    for (auto found = number.globalMatch(text); found.hasNext();) {
        QString digits = found.next().captured();
        numbers << digits.remove(leading);
    }
    const QString words = u' ' + text::folded(text) + u' ';
    for (int value = 1; value < 100 && letters; ++value)
        if (words.contains(u' ' + text::folded(*cardinal(value)) + u' '))
            numbers << QString::number(value);
    return numbers;
}

QString unitText(const QString &unit)
{
    const QString small = unit.toLower();
    return small.startsWith(u"gélule") ? u"gélule"_qs : small == u"u" ? u"unité"_qs : small;
}

QString joined(const QString &value, const QString &unit)
{
    return value.isEmpty() ? QString() : value + u' ' + unitText(unit);
}

QString range(const QString &low, const QString &high)
{
    return low == high || high.isEmpty() ? low : low + u".."_qs + high;
}

QString spanText(const Span &span)
{
    static const QStringList codes{u"min"_qs, u"h"_qs, u"d"_qs, u"wk"_qs, u"mo"_qs, u"a"_qs};
    return span.isSaid() ? QString::number(span.count) + u' ' + codes.at(int(span.unit))
                         : QString();
}

QString amountText(const std::optional<Amount> &amount)
{
    return amount ? joined(amount->value.decimal(), amount->unit.name()) : QString();
}

QString weekdaysText(const QList<Qt::DayOfWeek> &days)
{
    static const QStringList codes{u"mon"_qs, u"tue"_qs, u"wed"_qs, u"thu"_qs,
                                   u"fri"_qs, u"sat"_qs, u"sun"_qs};
    QStringList words;
    for (const Qt::DayOfWeek day : days)
        words << codes.at(int(day) - 1);
    return words.join(u' ');
}

//! What our model says, field by field, in the words of the FSH.
test::FshFields ours(const Dosage &one, const Limits &limits)
{
    test::FshFields fields;
    if (one.dose)
        fields[u"dose"_qs] =
            joined(range(one.dose->low.decimal(), one.dose->high.decimal()), one.dose->unit.name());
    const Timing &timing = one.timing;
    if (timing.mostTimes > 0)
        fields[u"frequency"_qs] = u"%1..%2 / %3"_qs.arg(timing.leastTimes)
                                      .arg(timing.mostTimes)
                                      .arg(spanText(timing.period));
    QStringList moments;
    QStringList times;
    for (const Occasion &occasion : timing.occasions) {
        if (occasion.moment)
            moments << code(*occasion.moment);
        if (occasion.time)
            times << occasion.time->toString(u"HH:mm:ss");
        if (occasion.offsetMinutes > 0)
            fields[u"offset"_qs] = QString::number(occasion.offsetMinutes);
    }
    fields[u"when"_qs] = moments.join(u' ');
    fields[u"time"_qs] = times.join(u' ');
    fields[u"days"_qs] = weekdaysText(timing.weekdays);
    fields[u"lasting"_qs] = spanText(timing.lasting);
    fields[u"bounds"_qs] = one.bounds.atMost ? QString() : spanText(one.bounds.duration);
    fields[u"from"_qs] = one.bounds.from.toString(Qt::ISODate);
    fields[u"to"_qs] = one.bounds.to.toString(Qt::ISODate);
    fields[u"route"_qs] = one.route;
    fields[u"most per intake"_qs] = amountText(limits.perIntake);
    if (limits.perPeriod)
        fields[u"most per period"_qs] =
            amountText(limits.perPeriod) + u" / "_qs + spanText(limits.period);
    return fields;
}

QString periodOf(const test::FshFields &raw, const QString &value, const QString &unit)
{
    const QString text = raw.value(value) + u' ' + raw.value(unit).section(u' ', 0, 0);
    return text == u"24 h" ? u"1 d"_qs : text.trimmed();
}

QString boundsOf(const test::FshFields &raw)
{
    static const QHash<QString, QString> codes{{u"jour"_qs, u"d"_qs},
                                               {u"semaine"_qs, u"wk"_qs},
                                               {u"semaines"_qs, u"wk"_qs},
                                               {u"mois"_qs, u"mo"_qs}};
    const QString value = raw.value(u"timing.repeat.boundsDuration.value"_qs);
    const QString unit = raw.value(u"timing.repeat.boundsDuration.unit"_qs);
    return value.isEmpty() ? QString() : value + u' ' + codes.value(unit, unit);
}

QString mostPerPeriodOf(const test::FshFields &raw)
{
    const QString part = u"maxDosePerPeriod."_qs;
    const QString most =
        joined(raw.value(part + u"numerator.value"_qs), raw.value(part + u"numerator.unit"_qs));
    if (most.isEmpty())
        return {};
    const QString unit = raw.value(part + u"denominator.unit"_qs).left(1);
    const QString per =
        raw.value(part + u"denominator.value"_qs) + u' ' + (unit == u"j" ? u"d"_qs : unit);
    return most + u" / "_qs + (per == u"24 h" ? u"1 d"_qs : per);
}

//! The same of what was published.
test::FshFields theirs(const test::FshFields &raw)
{
    const QString dose = u"doseAndRate.dose"_qs;
    const QString repeat = u"timing.repeat."_qs;
    test::FshFields fields;
    const QString low = raw.value(dose + u"Range.low.value"_qs);
    fields[u"dose"_qs] =
        low.isEmpty()
            ? joined(raw.value(dose + u"Quantity.value"_qs), raw.value(dose + u"Quantity.unit"_qs))
            : joined(range(low, raw.value(dose + u"Range.high.value"_qs)),
                     raw.value(dose + u"Range.low.unit"_qs));
    const QString least = raw.value(repeat + u"frequency"_qs);
    const QString most = raw.value(repeat + u"frequencyMax"_qs, least);
    if (!most.isEmpty())
        fields[u"frequency"_qs] = u"%1..%2 / %3"_qs.arg(
            least, most, periodOf(raw, repeat + u"period"_qs, repeat + u"periodUnit"_qs));
    fields[u"when"_qs] = raw.value(repeat + u"when"_qs);
    fields[u"time"_qs] = raw.value(repeat + u"timeOfDay"_qs);
    const QString offset = raw.value(repeat + u"offset"_qs);
    fields[u"offset"_qs] = offset == u"0" ? QString() : offset;
    fields[u"days"_qs] = raw.value(repeat + u"dayOfWeek"_qs);
    fields[u"lasting"_qs] = periodOf(raw, repeat + u"duration"_qs, repeat + u"durationUnit"_qs);
    fields[u"bounds"_qs] = boundsOf(raw);
    fields[u"from"_qs] = raw.value(repeat + u"boundsPeriod.start"_qs);
    fields[u"to"_qs] = raw.value(repeat + u"boundsPeriod.end"_qs);
    fields[u"route"_qs] = raw.value(u"route"_qs).section(u' ', 1).toLower();
    fields[u"route"_qs] += raw.value(u"route.unit"_qs);
    fields[u"most per intake"_qs] = joined(raw.value(u"maxDosePerAdministration.value"_qs),
                                           raw.value(u"maxDosePerAdministration.unit"_qs));
    fields[u"most per period"_qs] = mostPerPeriodOf(raw);
    return fields;
}

//! Its words, without plurals and small words.
QSet<QString> wordsOf(const QString &text)
{
    static const QSet<QString> small{u"DE"_qs, u"DU"_qs, u"DES"_qs, u"LA"_qs, u"LE"_qs, u"LES"_qs,
                                     u"D"_qs,  u"L"_qs,  u"A"_qs,   u"UN"_qs, u"EN"_qs, u"SUR"_qs};
    QSet<QString> words;
    for (QString word : text::foldedWords(text)) {
        while (word.size() > 3 && word.endsWith(u'S'))
            word.chop(1);
        if (!small.contains(word))
            words << word;
    }
    return words;
}

QString textsOf(const Dosage &one, const Limits &limits)
{
    return QStringList{one.condition,       one.instructions.join(u' '),
                       one.equivalent,      one.bounds.startEvent,
                       one.bounds.endEvent, one.site,
                       u"soit stop si"_qs,  limits.stopIf}
        .join(u' ');
}

//! The fields in which the dosages differ.
QSet<QString> differences(const Dosage &one, const Limits &limits, const test::FshFields &raw)
{
    QSet<QString> differing;
    const auto mine = ours(one, limits);
    const auto other = theirs(raw);
    for (const QString &field : mine.keys() + other.keys()) {
        // "à 20 h" is once a day without saying so.
        const bool implied = field == u"frequency" && other.value(field).isEmpty();
        if (!implied && mine.value(field) != other.value(field))
            differing << field;
    }
    const QString words = raw.value(u"additionalInstruction.text"_qs) + u' ' +
                          raw.value(u"asNeededCodeableConcept.text"_qs);
    if (!wordsOf(textsOf(one, limits)).contains(wordsOf(words)))
        differing << u"text"_qs;
    return differing;
}

} // namespace

class TestPosologyHas : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(folder))
            QSKIP("The posologies of the HAS are not at hand (AMBROISE_SHARED)");
    }

    void everyPublishedTextIsAPosologyAndASentence_data()
    {
        QTest::addColumn<QString>("published");
        QTest::addColumn<QString>("begins");
        QTest::addColumn<QString>("ends");
        QTest::addColumn<QString>("expected");
        const auto texts = publishedTexts();
        QCOMPARE(texts.size(), qsizetype(std::size(test::hasCases)));
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const test::HasCase &one = test::hasCases[i];
            QCOMPARE(texts.at(i).first, QString::fromUtf8(one.id));
            QTest::addRow("%d: %s", int(i + 1), one.id)
                << texts.at(i).second << QString::fromUtf8(one.begins)
                << QString::fromUtf8(one.ends) << QString::fromUtf8(one.expected);
        }
    }
    void everyPublishedTextIsAPosologyAndASentence()
    {
        QFETCH(QString, published);
        QFETCH(QString, begins);
        QFETCH(QString, ends);
        const qsizetype from = published.indexOf(begins);
        QVERIFY2(from >= 0, qPrintable(published));
        QString typed = published.mid(from);
        if (!ends.isEmpty())
            typed = typed.left(typed.indexOf(ends));
        const Posology posology = onlyReading(typed);
        QVERIFY(!posology.isWords());
        const QString written = sentence(posology);
        QTEST(written, "expected");
        // Nothing is lost on the way back, and no number is lost or made up, but that a cycle of
        // four weeks has 28 days, that 3/4 is 0,75, and that a pause is the rest of the cycle.
        QVERIFY(onlyReading(written) == posology);
        const QSet<QString> free{u"1"_qs, u"2"_qs};
        const QSet<QString> made =
            numbersOf(written, false) - numbersOf(typed, true) - free - QSet{u"28"_qs, u"0,75"_qs};
        const QSet<QString> lost =
            numbersOf(typed, false) - numbersOf(written, true) - free - QSet{u"3"_qs, u"4"_qs};
        QCOMPARE(made, QSet<QString>());
        QCOMPARE(lost, QSet<QString>());
    }

    void theStructureIsThatOfThePublishedOne_data()
    {
        QTest::addColumn<test::FshPrescription>("published");
        const auto all = test::readAllFsh(folder + u"/instances"_qs);
        QCOMPARE(all.size(), 47);
        for (const test::FshPrescription &one : all)
            QTest::newRow(qPrintable(one.name)) << one;
    }
    void theStructureIsThatOfThePublishedOne()
    {
        QFETCH(test::FshPrescription, published);
        // Of these two the rendered text leaves the dose out.
        const bool noted =
            published.name.startsWith(u"HAS-17") || published.name.startsWith(u"HAS-18");
        const QString typed = noted ? published.note.section(u'\n', 1) : published.rendered;
        const Posology posology = onlyReading(typed);
        QVERIFY2(!posology.isWords(), qPrintable(typed));
        QCOMPARE(posology.dosages().size(), published.dosages.size());
        QSet<QString> differing;
        for (qsizetype i = 0; i < published.dosages.size(); ++i)
            differing +=
                differences(posology.dosages().at(i), posology.limits(), published.dosages.at(i));
        QSet<QString> known;
        for (const test::HasDifference &one : test::hasDifferences)
            if (published.name == QString::fromUtf8(one.name))
                known << QString::fromUtf8(one.field);
        QStringList found(differing.cbegin(), differing.cend());
        QStringList expected(known.cbegin(), known.cend());
        found.sort();
        expected.sort();
        QCOMPARE(found.join(u", "_qs), expected.join(u", "_qs));
    }
};
QTEST_APPLESS_MAIN(TestPosologyHas)
#include "tst_posologyhas.moc"
