// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/letterbody.h>

#include <QGuiApplication>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::documents;

class TestLetterBody : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineStaysALine()
    {
        const auto read = paragraphsOf(u"TA 13/8\nPouls 80\n\nRevoir."_qs);
        QCOMPARE(read.size(), 2);
        QCOMPARE(read.first().text, u"TA 13/8\u2028Pouls 80"_qs);
        QCOMPARE(plainText(u"TA 13/8\r\nPouls 80\n\n\nRevoir."_qs),
                 u"TA 13/8\nPouls 80\nRevoir."_qs);
    }

    void boldAndItalicAreSpans()
    {
        const auto read = paragraphsOf(u"Pour **avis** et *suivi*."_qs);
        QCOMPARE(read.first().text, u"Pour avis et suivi."_qs);
        QCOMPARE(read.first().spans, (QList<TextSpan>{{5, 4, true, false}, {13, 5, false, true}}));
    }

    void headingsListsAndRulesAreRead()
    {
        const auto read = paragraphsOf(
            u"# Avis\nProblèmes :\n- HTA\n- Diabète\n  - HbA1c 7\n\n1. a\n2. b\n---\nFin"_qs);
        QStringList shown;
        for (const BodyParagraph &one : read)
            shown << u"%1%2 %3%4"_qs.arg(int(one.kind)).arg(one.level).arg(one.marker, one.text);
        QCOMPARE(shown, (QStringList{u"11 Avis"_qs, u"00 Problèmes :"_qs, u"21 •HTA"_qs,
                                     u"21 •Diabète"_qs, u"22 •HbA1c 7"_qs, u"21 1.a"_qs,
                                     u"21 2.b"_qs, u"30 "_qs, u"00 Fin"_qs}));
    }

    void whatIsTypedIsPrintedAsItStands_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"5*2 mg puis 3*4 mg"_qs,
                                    u"> 38 °C depuis hier"_qs,
                                    u"+ 3 kg en un mois"_qs,
                                    u"-5 kg en un mois"_qs,
                                    u"3. Revoir en mars"_qs,
                                    u"2026. Rien"_qs,
                                    u"2) b"_qs,
                                    u"#3 tasses"_qs,
                                    u"a < b & c &lt; d"_qs,
                                    u"<b>gras</b>"_qs,
                                    u"`code`"_qs,
                                    u"FEVG_62 _non_"_qs,
                                    u"[durée](http://x) ![y](z)"_qs,
                                    u"[note]: suite"_qs,
                                    u"Titre\n====="_qs,
                                    u"=====\nx"_qs,
                                    u"~~~\nx"_qs,
                                    u"a | b\n--|--"_qs,
                                    u"<http://a.example>"_qs,
                                    u"***"_qs,
                                    u"1. a\n1. b"_qs,
                                    u"fin \\"_qs,
                                    u"1."_qs,
                                    u"2)"_qs,
                                    u"*3 par jour puis *2 par jour"_qs,
                                    u"\u00a0« oui »"_qs})
            QTest::newRow(qPrintable(text)) << text;
    }
    void whatIsTypedIsPrintedAsItStands()
    {
        QFETCH(const QString, text);
        QString wanted = text.trimmed();
        if (text == u"***") // a rule
            wanted.clear();
        QCOMPARE(plainText(text), wanted);
    }

    void whatAnItemSaysIsNoMarkup()
    {
        QCOMPARE(plainText(u"- > 38 °C\n- 3. mars\n- + 2 kg\n- # 4\n1. > 5"_qs),
                 u"• > 38 °C\n• 3. mars\n• + 2 kg\n• # 4\n1. > 5"_qs);
    }

    void whatIsIndentedIsNoCode()
    {
        QCOMPARE(plainText(u"Bonjour\n\n        - a\n\n    suite"_qs), u"Bonjour\n• a\nsuite"_qs);
    }

    void noCharacterThatIsTypedIsLost()
    {
        static const QString alphabet = u"aé12 \n\n*-#>+_.)([]`<&;~=|!:/'\"\\"_qs;
        // What may be read as markup, or is put in its place.
        static const QRegularExpression markup(u"[\\s*#\\\\•\\x{2028}-]"_qs);
        QRandomGenerator random(20261124);
        for (int round = 0; round < 1500; ++round) {
            QString text;
            for (int i = random.bounded(1, 60); i > 0; --i)
                text += alphabet.at(random.bounded(int(alphabet.size())));
            QString printed = plainText(text);
            QVERIFY2(printed.remove(markup) == QString(text).remove(markup),
                     qPrintable(QString(text).replace(u'\n', u'¶')));
        }
    }

    void nothingIsNoParagraph()
    {
        QVERIFY(paragraphsOf({}).isEmpty());
        QVERIFY(paragraphsOf(u" \n\n \t"_qs).isEmpty());
    }
};
QTEST_MAIN(TestLetterBody)
#include "tst_letterbody.moc"
