// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/result.h>
#include <ambroise/uikit/spelling.h>

#include <QSignalSpy>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::uikit;

//! Against the dictionary of the system.
class TestSpelling : public QObject {
    Q_OBJECT
    Spelling m_spelling;

    QStringList misspelt(const QString &text) const
    {
        QStringList words;
        for (const Misspelling &one : m_spelling.misspellingsIn(text))
            words << text.mid(one.start, one.length);
        return words;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (Spelling::systemDictionary().isEmpty())
            QSKIP("hunspell-fr is not installed");
        QVERIFY(m_spelling.isKnown(u"qsdfgh"_qs)); // nothing is judged before it is read
        QSignalSpy changed(&m_spelling, &Spelling::changed);
        m_spelling.load();
        QVERIFY(changed.wait(30'000));
    }

    void aSlipIsFoundWhereItStands()
    {
        const QString text = u"Toux grase depuis l’exammen de vendredi."_qs;
        QCOMPARE(m_spelling.misspellingsIn(text), (QList<Misspelling>{{5, 5}, {18, 9}}));
    }

    void whatIsWrittenRightIsNotMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("elision") << u"L’état général n’est pas altéré, jusqu’à aujourd’hui."_qs;
        QTest::newRow("straight apostrophe") << u"L'examen d'hier"_qs;
        QTest::newRow("abbreviations") << u"HTA, BPCO, ECG, IRM, CRB-65, T2, SpO2"_qs;
        QTest::newRow("hyphens") << u"peut-être un compte-rendu, antéro-postérieur"_qs;
        QTest::newRow("a name inside") << u"Vu par le docteur Lestienne, sous Xarelto."_qs;
        QTest::newRow("numbers") << u"38,6 °C, 1-0-1, 2026"_qs;
        QTest::newRow("nothing") << QString();
    }
    void whatIsWrittenRightIsNotMarked()
    {
        QFETCH(QString, text);
        QCOMPARE(misspelt(text), QStringList());
    }

    void theRightWordIsProposedWithItsElision()
    {
        QVERIFY(m_spelling.suggestions(u"l’exammen"_qs).contains(u"l’examen"_qs));
        QVERIFY(m_spelling.suggestions(u"grase"_qs).size() <= 6);
    }

    void whatIsLearntIsKnownFromThenOn()
    {
        QCOMPARE(misspelt(u"une colchicinothérapie"_qs), QStringList{u"colchicinothérapie"_qs});
        m_spelling.learn({u"Colchicinotherapie"_qs});
        QCOMPARE(misspelt(u"une colchicinothérapie"_qs), QStringList());
    }

    void withoutADictionaryNothingIsMarked()
    {
        Spelling none;
        QSignalSpy changed(&none, &Spelling::changed);
        none.load(u"/nowhere/fr"_qs);
        QVERIFY(!changed.wait(300));
        QVERIFY(none.misspellingsIn(u"grase exammen"_qs).isEmpty());
    }
};
QTEST_GUILESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
