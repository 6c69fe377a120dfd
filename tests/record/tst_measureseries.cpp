// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/measureseries.h>

#include <support/result.h>

using namespace ambroise;
using namespace ambroise::record;
using enum MeasureKind;

namespace {

const MeasuredPerson madeleine{QDate(1958, 3, 14), KidneySex::Female};
const MeasuredPerson child{QDate(2020, 3, 1), KidneySex::Male};

Entry measured(MeasureKind kind, double value, const QDate &day,
               std::optional<double> second = std::nullopt)
{
    Entry entry;
    entry.content =
        Measure::make(kind, value, second)->entry(QDateTime(day, QTime(10, 0), Qt::UTC));
    return entry;
}

QStringList names(const QList<MeasureSeries> &all)
{
    QStringList names;
    for (const MeasureSeries &one : all)
        names << one.name;
    return names;
}

QStringList values(const MeasureSeries &series)
{
    QStringList values;
    for (const SeriesPoint &point : series.points)
        values << QString::number(point.value, 'f', series.decimals);
    return values;
}

} // namespace

class TestMeasureSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTermOfBirthIsASeriesOfItsOwn()
    {
        const auto all = seriesOf({measured(BirthTerm, 32, {2026, 11, 24}, 4)}, child);
        QCOMPARE(names(all), QStringList{u"Terme de naissance"_qs});
        QCOMPARE(qRound(all.first().points.first().value * 7), 32 * 7 + 4);
        QVERIFY(!all.first().points.first().second);
    }

    void measuresOfAKindAreOneSeriesTheOldestFirst()
    {
        Entry foreign = measured(Weight, 1, {2024, 1, 1});
        foreign.content.title = u"Pli cutané"_qs;
        foreign.content.value = u"12"_qs;
        Entry unread = foreign;
        unread.content.value = u"environ 12"_qs;
        const auto all = seriesOf({measured(BloodPressure, 138, {2026, 11, 24}, 78),
                                   measured(Weight, 74.2, {2026, 11, 24}),
                                   measured(Weight, 74.9, {2026, 5, 19}), foreign, unread},
                                  madeleine);
        QCOMPARE(names(all), (QStringList{u"Poids"_qs, u"Tension"_qs, u"Pli cutané"_qs}));
        QCOMPARE(values(all.first()), (QStringList{u"74.900"_qs, u"74.200"_qs}));
        QCOMPARE(all.at(1).points.first().second, std::optional(78.0));
    }

    void theIndexOfAnAdultTakesTheLastHeight()
    {
        const auto all =
            seriesOf({measured(Weight, 70, {2026, 1, 1}), measured(Height, 160, {2020, 1, 1}),
                      measured(Weight, 75, {2015, 1, 1}), measured(Height, 162, {2010, 1, 1}),
                      measured(Weight, 60, {2000, 1, 1}), measured(Height, 100, {1963, 1, 1})},
                     madeleine);
        const MeasureSeries &index = all.last();
        QCOMPARE(index.origin, SeriesOrigin::BodyMassIndex);
        // 60 kg and 162 cm measured after; 75 and 162; 70 and 160. Never the height of the child.
        QCOMPARE(values(index), (QStringList{u"22.9"_qs, u"28.6"_qs, u"27.3"_qs}));
        QCOMPARE(index.points.last().from.last().stored(), u"160"_qs);
    }

    void theIndexOfAChildTakesTheHeightOfTheSameDay()
    {
        const auto all =
            seriesOf({measured(Weight, 18, {2025, 3, 2}), measured(Weight, 17, {2025, 1, 1}),
                      measured(Height, 108, {2025, 1, 1})},
                     child);
        QCOMPARE(values(all.last()), QStringList{u"14.6"_qs});
    }

    void theFiltrationIsOfAnAdultWhoIsKnown()
    {
        const QList<Entry> creatinine = {measured(Creatinine, 97, {2026, 11, 17})};
        const auto known = seriesOf(creatinine, madeleine);
        QCOMPARE(known.last().name, u"DFG (CKD-EPI 2009)"_qs);
        QCOMPARE(values(known.last()), QStringList{u"52"_qs});
        QCOMPARE(seriesOf(creatinine, child).size(), 1);
        QCOMPARE(seriesOf(creatinine, std::nullopt).size(), 1);
    }

    void aReferenceHasItsSource()
    {
        const auto all = seriesOf({measured(BloodPressure, 138, {2026, 11, 24}, 78),
                                   measured(Weight, 74.2, {2026, 11, 24}),
                                   measured(Height, 161, {2026, 11, 24})},
                                  madeleine);
        QVERIFY(!referenceOf(all.first())); // no weight is right for everybody
        const auto pressure = referenceOf(all.at(2));
        QVERIFY(pressure && pressure->high == 140 && pressure->secondHigh == 90);
        QVERIFY(pressure->source.contains(u"HAS"));
        QCOMPARE(referenceOf(all.last())->low, std::optional(18.5));
    }

    void aMeasureIsOfTodayOrBefore()
    {
        const QDateTime now(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC);
        QCOMPARE(*momentOf({2026, 11, 24}, now, {}), now);
        QCOMPARE(momentOf({2026, 11, 20}, now, {})->toLocalTime().date(), QDate(2026, 11, 20));
        QCOMPARE_SUBJECT(momentOf({2026, 11, 25}, now, {}), "measure.future");
        QCOMPARE_SUBJECT(momentOf({2020, 2, 29}, now, child.birth), "measure.before_birth");
    }
};
QTEST_GUILESS_MAIN(TestMeasureSeries)
#include "tst_measureseries.moc"
