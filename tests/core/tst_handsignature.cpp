// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/handsignature.h>

#include <support/result.h>

#include <QtTest>

#include <cmath>
#include <limits>

using namespace ambroise;

namespace {

//! A wave and a bar through it, as wide and high as told.
QList<PenStroke> drawn(double width = 40, double height = 15)
{
    PenStroke wave;
    for (int i = 0; i <= 100; ++i)
        wave.append(
            {{7 + width * i / 100, 3 + height / 2 * (1 + std::sin(i / 5.0))}, 0.2 + 0.6 * i / 100});
    return {wave, {{{7, 3 + height}, 1}, {{7 + width, 3}, 0}}};
}

} // namespace

class TestHandSignature : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsWhatWasDrawnFromItsTopLeft()
    {
        const auto signature = HandSignature::make(drawn());
        QVERIFY_OK(signature);
        QCOMPARE(signature->strokes().size(), 2);
        const PenStroke bar = signature->strokes().last();
        QVERIFY(QLineF(bar.first().at, {0, 15}).length() < 0.02);
        QVERIFY(QLineF(bar.last().at, {40, 0}).length() < 0.02);
        QCOMPARE(bar.first().pressure, 1.0);
    }

    void itFitsInThePlaceOfASignature_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::newRow("wide") << 200.0 << 20.0;
        QTest::newRow("high") << 20.0 << 90.0;
        QTest::newRow("flat") << 120.0 << 0.0;
    }
    void itFitsInThePlaceOfASignature()
    {
        QFETCH(const double, width);
        QFETCH(const double, height);
        const auto signature = HandSignature::make(drawn(width, height));
        QVERIFY_OK(signature);
        const QSizeF size = signature->size();
        QVERIFY(size.width() <= HandSignature::mostWidth + 0.01);
        QVERIFY(size.height() <= HandSignature::mostHeight + 0.01);
        QVERIFY(qAbs(size.width() * height - size.height() * width) < 3); // of the same shape
    }

    void itsTextReadsAsItself()
    {
        for (const auto &strokes : {drawn(), drawn(200, 60), drawn(3.5, 1)}) {
            const auto signature = HandSignature::make(strokes);
            QVERIFY_OK(signature);
            const auto read = HandSignature::parse(signature->toText());
            QVERIFY_OK(read);
            QCOMPARE(*read, *signature);
            QCOMPARE(read->toText(), signature->toText());
        }
        QVERIFY(HandSignature::make(drawn())->toText().size() < 600);
    }

    void aClickIsNoSignature()
    {
        QCOMPARE_SUBJECT(HandSignature::make({}), "signature.empty");
        QCOMPARE_SUBJECT(HandSignature::make({{}}), "signature.empty");
        QCOMPARE_SUBJECT(HandSignature::make({{{{5, 5}, 1}, {{5.5, 5}, 1}}}), "signature.empty");
    }

    void scribblingWithoutEndIsRefused()
    {
        PenStroke endless;
        for (int i = 0; i < 20'000; ++i)
            endless.append({{(i % 2) * 40.0, (i % 150) / 10.0}, 0.5});
        QCOMPARE_SUBJECT(HandSignature::make({endless}), "signature.long");
    }

    void aPointThatIsNoneIsRefused()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE_SUBJECT(HandSignature::make({{{{0, 0}, 1}, {{none, 9}, 1}}}), "signature.format");
    }

    void badTextIsTold_data()
    {
        QTest::addColumn<QString>("text");
        const QString good = HandSignature::make(drawn())->toText();
        QTest::newRow("empty") << QString();
        QTest::newRow("another format") << u"S2:"_qs + good.mid(3);
        QTest::newRow("no base64") << u"S1:%%%"_qs;
        QTest::newRow("nothing in it") << u"S1:"_qs;
        QTest::newRow("cut off") << good.left(good.size() - 8);
        QTest::newRow("more than there is")
            << u"S1:"_qs + QString::fromLatin1(QByteArray("\x7f").toBase64());
        QTest::newRow("out of its place")
            << u"S1:"_qs + QString::fromLatin1(
                               QByteArray("\x02\x00\x00\x80\xfe\xff\x01\x00\x80", 9).toBase64());
        QTest::newRow("without end")
            << u"S1:"_qs + QString::fromLatin1(QByteArray(9, '\xff').toBase64());
    }
    void badTextIsTold()
    {
        QFETCH(const QString, text);
        QCOMPARE_SUBJECT(HandSignature::parse(text), "signature.format");
    }

    void everyChangedLetterIsToldOrReadsAsWhatItSays()
    {
        const QString good = HandSignature::make(drawn())->toText();
        for (qsizetype i = 0; i < good.size(); ++i) {
            QString changed = good;
            changed[i] = changed.at(i) == u'A' ? u'B' : u'A';
            const auto read = HandSignature::parse(changed);
            if (read.ok())
                QCOMPARE(HandSignature::parse(read->toText())->strokes(), read->strokes());
            else
                QCOMPARE(read.error().subject, u"signature.format"_qs);
        }
    }

    void inkIsOnePieceAndAsWideAsItWasPressed()
    {
        const auto signature = HandSignature::make(drawn());
        const QList<InkCurve> ink = inkOf(signature->strokes().first());
        QCOMPARE(ink.size(), signature->strokes().first().size());
        for (qsizetype i = 1; i < ink.size(); ++i)
            QCOMPARE(ink.at(i).from, ink.at(i - 1).to);
        QVERIFY(ink.last().width > ink.first().width);
        QVERIFY(inkOf({}).isEmpty());
        QCOMPARE(inkOf({{{1, 1}, 0.5}}).size(), 1); // the dot of an i
    }
};

QTEST_APPLESS_MAIN(TestHandSignature)
#include "tst_handsignature.moc"
