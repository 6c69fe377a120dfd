// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/draft.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;

//! What is kept of an ordonnance between two sittings.
class TestDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFieldComesBack()
    {
        Line line;
        line.cis = u"60234100"_qs;
        line.label = u"DOLIPRANE 1000 mg, comprimé"_qs;
        line.posology = u"1 comprimé \"si besoin\""_qs;
        line.durationDays = 7;
        line.boxes = 2;
        line.renewals = 1;
        line.ald = true;
        line.notReimbursed = true;
        line.nonSubstitutable = NonSubstitutable::Cif;
        line.comment = u"à distance des repas"_qs;
        line.offLabel = true;
        line.startDate = QDate(2026, 12, 1);
        Draft draft{{line, Line{}}};
        draft.pending = {u"66567738"_qs, u"DOLIPRANE 1000 mg"_qs, u"1 matin et"_qs};
        const Draft again = Draft::fromText(draft.toText());
        QVERIFY(again.whole);
        QCOMPARE(again.lines, draft.lines);
        QCOMPARE(again.pending, draft.pending);
    }

    void aLineThatIsBeingTypedIsWorthKeeping()
    {
        Draft draft;
        draft.pending.typed = u"doli"_qs;
        QCOMPARE(Draft::fromText(draft.toText()).pending.typed, u"doli"_qs);
    }

    void aDraftOfAnEarlierVersionIsRead()
    {
        const Draft draft =
            Draft::fromText(u"[{\"label\": \"DOLIPRANE\", \"posology\": \"1 matin\"}]"_qs);
        QVERIFY(draft.whole);
        QCOMPARE(draft.lines.size(), 1);
    }

    void anEmptyTextIsAnEmptyDraft()
    {
        const Draft draft = Draft::fromText({});
        QVERIFY(draft.whole);
        QCOMPARE(Draft().toText(), QString());
        QVERIFY(draft.lines.isEmpty());
    }

    void whatCannotBeReadIsLeftOutAndTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("lines");
        QTest::newRow("not JSON") << u"{\"not\": a list"_qs << 0;
        QTest::newRow("no list") << u"{}"_qs << 0;
        QTest::newRow("a label that is a number") << u"[{\"label\": 7}]"_qs << 0;
        QTest::newRow("no object") << u"[\"DOLIPRANE\"]"_qs << 0;
        QTest::newRow("one of two") << u"[7, {\"label\": \"DOLIPRANE\"}]"_qs << 1;
    }
    void whatCannotBeReadIsLeftOutAndTold()
    {
        QFETCH(QString, text);
        const Draft draft = Draft::fromText(text);
        QVERIFY(!draft.whole);
        QTEST(int(draft.lines.size()), "lines");
    }
};

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
