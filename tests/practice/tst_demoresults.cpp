// SPDX-License-Identifier: GPL-3.0-or-later
#include "../flows/demopractice.h"

#include <practice/check.h>

#include <support/manualclock.h>
#include <support/result.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::app;

//! The demonstration has results to show, received as any others.
class TestDemoResults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void yearsOfResultsOneToReadAndOneWithoutItsPatient()
    {
        QTemporaryDir folder;
        test::ManualClock clock;
        const auto created = createPractice(PracticeFolder(folder.filePath(u"practice"_qs)),
                                            test::demoOptions(), clock);
        QVERIFY_OK(created);
        Practice &practice = *created->practice;
        QVERIFY_OK(addDemonstrationData(practice));
        QCOMPARE(*practice.labs().unseenCount(), 1);
        QCOMPARE(*practice.labs().waitingCount(), 1);
        const auto reports = practice.labs().of(patient::RecordIds(test::madeleine));
        QVERIFY_OK(reports);
        QCOMPARE(reports->size(), 6);
        QCOMPARE(reports->first().abnormal, 5);
        for (const labs::KeptReport &report : *reports)
            QVERIFY2(report.doubts.isEmpty(), qPrintable(code(report.doubts.value(0))));
        const auto results = practice.labs().resultsOf(patient::RecordIds(test::madeleine));
        QVERIFY_OK(results);
        for (const labs::KeptResult &one : *results) {
            QVERIFY2(one.result.doubts.isEmpty(), qPrintable(one.result.label));
            QVERIFY2(one.result.code.isLoinc(), qPrintable(one.result.label));
        }
        const auto findings = checkPractice(practice);
        QVERIFY_OK(findings);
        QVERIFY2(findings->isEmpty(), qPrintable(findings->value(0).code));
    }
};

QTEST_GUILESS_MAIN(TestDemoResults)
#include "tst_demoresults.moc"
