// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/result.h>
#include <ambroise/core/textcomparison.h>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

using namespace ambroise;
using text::Comparison;
using Kind = Comparison::Kind;

namespace {

//! « la [−500−][+1000+] »
QString marked(const Comparison &comparison)
{
    QStringList lines;
    for (const Comparison::Line &line : comparison.lines()) {
        QString said;
        for (const Comparison::Piece &piece : line.pieces) {
            const bool spaced = piece.text.startsWith(u' ');
            const QString words = piece.text.trimmed();
            if (spaced)
                said += u' ';
            if (piece.kind == Kind::Removed)
                said += u"[-"_qs + words + u']';
            else
                said += piece.kind == Kind::Added ? u"[+"_qs + words + u']' : words;
        }
        lines << said;
    }
    return lines.join(u'\n');
}

QString wordsOf(const Comparison &comparison, Kind without)
{
    QStringList words;
    for (const Comparison::Line &line : comparison.lines())
        for (const Comparison::Piece &piece : line.pieces)
            if (piece.kind != without)
                words << piece.text.simplified();
    return words.join(u' ').remove(u' ');
}

QString randomText(QRandomGenerator &random, int words, int different)
{
    QString text;
    for (int i = 0; i < words; ++i) {
        text += u"mot%1"_qs.arg(random.bounded(different));
        text += random.bounded(9) == 0 ? u'\n' : u' ';
        if (random.bounded(40) == 0)
            text += u'\n';
    }
    return text;
}

} // namespace

class TestTextComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatChangedIsTold_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("told");
        QTest::newRow("a dose") << u"Metformine 500 mg le matin"_qs
                                << u"Metformine 1000 mg le matin"_qs
                                << u"Metformine [-500] [+1000] mg le matin"_qs;
        QTest::newRow("a word more")
            << u"ETT normale, FEVG 62 %."_qs << u"ETT strictement normale, FEVG 62 %."_qs
            << u"ETT [+strictement] normale, FEVG 62 %."_qs;
        QTest::newRow("a number beside a stop")
            << u"Créatinine à 88, stable."_qs << u"Créatinine à 98. stable."_qs
            << u"Créatinine à [-88,] [+98.] stable."_qs;
        QTest::newRow("a line less")
            << u"un\ndeux\ntrois"_qs << u"un\ntrois"_qs << u"un\n[-deux]\ntrois"_qs;
        QTest::newRow("a line more")
            << u"un\ntrois"_qs << u"un\ndeux\ntrois"_qs << u"un\n[+deux]\ntrois"_qs;
        QTest::newRow("a line that became another one")
            << u"Sortie le 3 mars au domicile\nfin"_qs << u"Transfert en réanimation\nfin"_qs
            << u"[-Sortie le 3 mars au domicile]\n[+Transfert en réanimation]\nfin"_qs;
        QTest::newRow("everything") << u"un deux"_qs << u"trois"_qs << u"[-un deux]\n[+trois]"_qs;
        QTest::newRow("from nothing") << QString() << u"un"_qs << u"[+un]"_qs;
        QTest::newRow("to nothing") << u"un"_qs << QString() << u"[-un]"_qs;
        QTest::newRow("capitals") << u"allergie aux Pénicillines"_qs
                                  << u"allergie aux pénicillines"_qs
                                  << u"allergie aux [-Pénicillines] [+pénicillines]"_qs;
        QTest::newRow("a short word between two changes")
            << u"insuffisance rénale de stade terminal connue"_qs
            << u"insuffisance rénale chronique de grade élevé connue"_qs
            << u"insuffisance rénale [-de stade terminal] [+chronique de grade élevé] connue"_qs;
    }
    void whatChangedIsTold()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, told);
        QCOMPARE(marked(Comparison::of(before, after)), told);
    }

    void whereLinesBreakChangesNothing()
    {
        const auto comparison = Comparison::of(u"Le patient a été\nvu  ce jour,\u00A0sans plainte.",
                                               u"Le patient a été vu"
                                               " ce jour,\nsans plainte.\n");
        QVERIFY(comparison.isSame());
        QCOMPARE(comparison.lines().size(), 2); // as the second one is written
    }
    void anApostropheOfAnotherShapeChangesNothing()
    {
        QVERIFY(Comparison::of(u"l'insuline", u"l\u2019insuline").isSame());
        QVERIFY(Comparison::of(u"e\u0301te\u0301", u"été").isSame());
    }
    void paragraphsStayApart()
    {
        const auto comparison = Comparison::of(u"un\n\ndeux", u"un\n\ndeux");
        QCOMPARE(comparison.lines().size(), 2);
        QVERIFY(!comparison.lines().first().spaced && comparison.lines().last().spaced);
    }
    void eachChangeIsOne()
    {
        const auto comparison = Comparison::of(
            u"Bilan du matin\nDose 5 mg le soir pendant dix jours\nla suite",
            u"Bilan du matin\nDose 10 mg le soir pendant dix jours\nla suite\nRevoir à un mois");
        QCOMPARE(comparison.changes().size(), 2);
        QCOMPARE(comparison.changes().first(), (Comparison::Change{1, 1, u"5"_qs, u"10"_qs}));
        QCOMPARE(comparison.changes().last(),
                 (Comparison::Change{3, 3, {}, u"Revoir à un mois"_qs}));
    }
    void noWordOfEitherIsLost()
    {
        QRandomGenerator random(4);
        for (int i = 0; i < 400; ++i) {
            const QString before = randomText(random, random.bounded(120), 4 + i % 60);
            QString after = randomText(random, random.bounded(120), 4 + i % 60);
            if (i % 2 == 0) { // one that looks like the other
                after = before;
                after.replace(QRegularExpression(u"mot3\\b"_qs), u"autre"_qs);
                after.remove(u"mot1 "_qs);
            }
            const auto comparison = Comparison::of(before, after);
            QCOMPARE(wordsOf(comparison, Kind::Added), before.simplified().remove(u' '));
            QCOMPARE(wordsOf(comparison, Kind::Removed), after.simplified().remove(u' '));
        }
    }
    void longTextsWithNothingInCommonAreComparedByLines()
    {
        QRandomGenerator random(5);
        const QString before = randomText(random, 200'000, 50); // 500 pages
        const QString after = randomText(random, 200'000, 50);
        QElapsedTimer timer;
        timer.start();
        const auto comparison = Comparison::of(before, after);
        qInfo("two texts of 200,000 words without a line in common: %lld ms", timer.elapsed());
        QCOMPARE(wordsOf(comparison, Kind::Added), before.simplified().remove(u' '));
        QCOMPARE(wordsOf(comparison, Kind::Removed), after.simplified().remove(u' '));
    }
    void oneWordInALongTextIsFound()
    {
        QRandomGenerator random(6);
        const QString before = randomText(random, 60'000, 5000) + u"\nDose 5 mg le soir\n"_qs +
                               randomText(random, 60'000, 5000);
        QString after = before;
        after.replace(u"Dose 5 mg"_qs, u"Dose 10 mg"_qs);
        const auto comparison = Comparison::of(before, after);
        QCOMPARE(comparison.changes().size(), 1);
        QCOMPARE(comparison.changes().first().removed, u"5"_qs);
        QCOMPARE(comparison.changes().first().added, u"10"_qs);
    }
};
QTEST_APPLESS_MAIN(TestTextComparison)
#include "tst_textcomparison.moc"
