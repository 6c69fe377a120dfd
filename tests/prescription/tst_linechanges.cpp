// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/linechanges.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using Change = LineChanges::Change;

class TestLineChanges : public QObject {
    Q_OBJECT
    static Line line(const QString &label, const QString &posology, const QString &cis = {})
    {
        Line line;
        line.cis = cis;
        line.label = label;
        line.posology = posology;
        line.durationDays = 30;
        return line;
    }

private Q_SLOTS:
    void theSameDoseInOtherWordsIsRenewed()
    {
        const QList<Line> before{line(u"RAMIPRIL 5 mg, comprimé"_qs, u"1-0-0"_qs, u"1"_qs)};
        QList<Line> now{line(u"RAMIPRIL 5 mg, comprimé"_qs, u"1 comprimé le matin"_qs, u"1"_qs)};
        now.first().durationDays = 90; // for longer is no other dose
        QCOMPARE(LineChanges::between(before, now).lines, QList<Change>{Change::Renewed});
    }

    void anotherDoseAnotherDrugAndOneLeftOutAreTold()
    {
        const QList<Line> before{line(u"RAMIPRIL 5 mg"_qs, u"1-0-0"_qs, u"1"_qs),
                                 line(u"COLCHICINE 1 mg"_qs, u"1-0-0"_qs, u"2"_qs)};
        const QList<Line> now{line(u"RAMIPRIL 5 mg"_qs, u"1-0-1"_qs, u"1"_qs),
                              line(u"ALLOPURINOL 100 mg"_qs, u"1-0-0"_qs, u"3"_qs)};
        const LineChanges changes = LineChanges::between(before, now);
        QCOMPARE(changes.lines, (QList<Change>{Change::OtherDose, Change::Added}));
        QCOMPARE(changes.before.first(), before.first());
        QCOMPARE(changes.stopped, QList<Line>{before.last()});
    }

    void whatHasNoCodeIsTheSameByItsName()
    {
        const QList<Line> before{line(u"Gel hydratant"_qs, u"1 application par jour"_qs)};
        const QList<Line> now{line(u"GEL HYDRATANT"_qs, u"1 application par jour"_qs),
                              line(u"Gel hydratant"_qs, u"1 application par jour"_qs)};
        QCOMPARE(LineChanges::between(before, now).lines,
                 (QList<Change>{Change::Renewed, Change::Added})); // one goes on with one
    }

    void aDayThatWasMeantOnceIsNotMeantAgain()
    {
        Line begun = line(u"A"_qs, u"1 matin"_qs);
        begun.startDate = QDate(2026, 5, 20);
        QVERIFY(!renewed({begun}).first().startDate.isValid());
    }

    void theZoneOfTheAldComesFirstAndTheChosenLineGoesAlong()
    {
        QList<Line> lines{line(u"A"_qs, {}), line(u"B"_qs, {}), line(u"C"_qs, {})};
        lines[2].ald = true;
        int selected = 1;
        const QList<Line> sorted = inZones(lines, selected);
        QCOMPARE(sorted.first().label, u"C"_qs);
        QCOMPARE(sorted.at(selected).label, u"B"_qs);
        selected = -1;
        (void)inZones(lines, selected);
        QCOMPARE(selected, -1);
    }
};

QTEST_APPLESS_MAIN(TestLineChanges)
#include "tst_linechanges.moc"
