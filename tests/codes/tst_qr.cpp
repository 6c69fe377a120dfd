// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/base45.h>
#include <ambroise/codes/qr.h>
#include <ambroise/codes/reader.h>

#include "tools.h"

#include <support/result.h>

#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    return bytes;
}

} // namespace

class TestQr : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Capacities of ISO/IEC 18004, table 7, level M.
    void theModeFollowsFromTheContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("version");
        QTest::newRow("34 digits") << QByteArray(34, '7') << 1;
        QTest::newRow("35 digits") << QByteArray(35, '7') << 2;
        QTest::newRow("20 alphanumeric characters") << QByteArray("AMB1:0123 $%*+-./:AZ") << 1;
        QTest::newRow("21 alphanumeric characters") << QByteArray("AMB1:0123 $%*+-./:AZZ") << 2;
        QTest::newRow("14 bytes") << QByteArray("amb1:012345678") << 1;
        QTest::newRow("15 bytes") << QByteArray("amb1:0123456789") << 2;
        QTest::newRow("221 characters of Base45")
            << QByteArray("AMB1:") + base45::encode(QByteArray(144, '\xA5')) << 8;
        QTest::newRow("a small letter costs the mode") << QByteArray(220, 'A') + "a" << 11;
    }
    void theModeFollowsFromTheContent()
    {
        QFETCH(QByteArray, content);
        const auto grid = qrGrid(QByteArrayView(content), QrLevel::M);
        QVERIFY_OK(grid);
        QTEST(qrVersion(*grid), "version");
    }

    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("one character") << QByteArray("A");
        QTest::newRow("digits") << QByteArray("00123456789");
        QTest::newRow("Base45") << QByteArray("AMB1:") + base45::encode(everyByte());
        QTest::newRow("every byte, zero included") << everyByte();
        QTest::newRow("a GS1 separator") << QByteArray("0103400930000014\x1D");
        QTest::newRow("the largest of bytes at level M") << QByteArray(2331, 'z');
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(QByteArray, content);
        const auto image = qrImage(QByteArrayView(content), QrLevel::M, 3);
        QVERIFY_OK(image);
        const auto symbols = readImage(*image);
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->size(), 1);
        QCOMPARE(symbols->first().symbology, Symbology::QrCode);
        QCOMPARE(symbols->first().bytes, content);
    }

    void otherDecodersReadIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QrLevel>("level");
        QTest::newRow("L") << u"AMB1:QED8WEX0 $%*+-./"_qs << QrLevel::L;
        QTest::newRow("M") << u"AMB1:"_qs.leftJustified(300, u'X') << QrLevel::M;
        QTest::newRow("Q") << u"https://exemple.fr/ordonnance?n=12"_qs << QrLevel::Q;
        QTest::newRow("H, digits") << u"3400930000014"_qs << QrLevel::H;
        QTest::newRow("French text") << u"Hélène d’Œuvre, 12 €"_qs << QrLevel::M;
    }
    void otherDecodersReadIt()
    {
        QSKIP_WITHOUT("zbarimg");
        QFETCH(QString, text);
        QFETCH(QrLevel, level);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"qr.png"_qs);
        QVERIFY(qrImage(text, level, 4)->convertToFormat(QImage::Format_Grayscale8).save(path));
        const QByteArray read = test::output(u"zbarimg"_qs, {u"--raw"_qs, u"-q"_qs, path});
        QCOMPARE(QString::fromUtf8(read.trimmed()), text);
    }

    void textIsDeclaredAsUtf8()
    {
        const auto symbols = readImage(*qrImage(u"Hélène"_qs, QrLevel::M, 3));
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->first().text, u"Hélène"_qs);
        QVERIFY(*qrGrid(u"Hélène"_qs, QrLevel::M) != *qrGrid(QByteArrayView("Hélène"), QrLevel::M));
        QCOMPARE(*qrGrid(u"ASCII"_qs, QrLevel::M), *qrGrid(QByteArrayView("ASCII"), QrLevel::M));
    }

    void whatDoesNotFitIsRefused()
    {
        QCOMPARE_SUBJECT(qrGrid(QByteArrayView(), QrLevel::M), "qr.empty");
        QCOMPARE_SUBJECT(qrGrid(QByteArrayView(QByteArray(2332, 'z')), QrLevel::M), "qr.too_long");
        QCOMPARE_SUBJECT(qrGrid(QByteArrayView(QByteArray(1'000'000, 'z')), QrLevel::L),
                         "qr.too_long");
        QVERIFY(qrGrid(QByteArrayView(QByteArray(7089, '7')), QrLevel::L).ok());
        QCOMPARE_SUBJECT(qrGrid(QByteArrayView(QByteArray(7090, '7')), QrLevel::L), "qr.too_long");
    }

    void aScaleThatMakesNoPictureIsRefused()
    {
        const ModuleGrid grid = *qrGrid(QByteArrayView("A"), QrLevel::M);
        QCOMPARE_SUBJECT(imageOf(grid, 0, 4), "grid.scale");
        QCOMPARE_SUBJECT(imageOf(grid, 4, -1), "grid.scale");
        QCOMPARE_SUBJECT(imageOf(grid, 2'000'000'000, 4), "grid.scale");
    }

    void thePictureHasItsQuietZone()
    {
        const QImage image = *qrImage(QByteArrayView("A"), QrLevel::M, 5);
        QCOMPARE(image.size(), QSize(29 * 5, 29 * 5));
        QCOMPARE(image.pixel(19, 19), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(20, 20), qRgb(0, 0, 0));
    }

    void theOutlineFillsExactlyTheDarkModules()
    {
        const ModuleGrid grid = *qrGrid(QByteArrayView("AMB1:QED8WEX0"), QrLevel::H);
        QImage painted(imageOf(grid, 3, 0)->size(), QImage::Format_RGB32);
        painted.fill(Qt::white);
        QPainter painter(&painted);
        painter.scale(3, 3);
        painter.fillPath(outlineOf(grid), Qt::black);
        painter.end();
        QCOMPARE(painted, imageOf(grid, 3, 0)->convertToFormat(QImage::Format_RGB32));
    }
};
QTEST_GUILESS_MAIN(TestQr)
#include "tst_qr.moc"
