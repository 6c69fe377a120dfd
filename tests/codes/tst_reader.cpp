// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/classify.h>
#include <ambroise/codes/datamatrix.h>
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

QImage qr(const char *content, int modulePixels = 4)
{
    return *qrImage(QByteArrayView(content), QrLevel::M, modulePixels);
}

QImage inGrey(const QImage &image)
{
    return image.convertToFormat(QImage::Format_Grayscale8);
}

} // namespace

class TestReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codesMadeByOthersAreReadByteForByte_data()
    {
        QTest::addColumn<int>("type"); // zint's number
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Symbology>("symbology");
        const QByteArray ins("IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8\x1D"
                             "S3SARAH-LOU ANNA\x1DS4GARCIA-HAMMADI\x1DS5FS621-01-1977S701154");
        QTest::newRow("QR") << 58 << QByteArray("AMB1:QED8WEX0 $%") << Symbology::QrCode;
        QTest::newRow("QR with accents") << 58 << QByteArray("élève") << Symbology::QrCode;
        QTest::newRow("Micro QR") << 97 << QByteArray("AMB1:12") << Symbology::MicroQr;
        QTest::newRow("Datamatrix INS, separators included") << 71 << ins << Symbology::DataMatrix;
        QTest::newRow("2D-Doc") << 71
                                << QByteArray("DC04FR0000011FFF1FFF0701FR62MARTIN\x1D\x1F"
                                              "ABC")
                                << Symbology::DataMatrix;
        QTest::newRow("Aztec") << 92 << QByteArray("Aztec 123") << Symbology::Aztec;
        QTest::newRow("PDF417") << 55 << QByteArray("PDF417 123") << Symbology::Pdf417;
        QTest::newRow("MaxiCode") << 57 << QByteArray("MaxiCode (19 chars)") << Symbology::MaxiCode;
        QTest::newRow("EAN-13") << 13 << QByteArray("3400930000014") << Symbology::Ean13;
        QTest::newRow("Code 128") << 20 << QByteArray("DOSSIER-0042") << Symbology::Code128;
    }
    void codesMadeByOthersAreReadByteForByte()
    {
        QSKIP_WITHOUT("zint");
        QFETCH(int, type);
        QFETCH(QByteArray, content);
        const QTemporaryDir dir;
        const QImage image = test::zint(type, content, {u"--binary"_qs}, QDir(dir.path()));
        QVERIFY(!image.isNull());
        const auto symbols = readImage(image);
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->size(), 1);
        QTEST(symbols->first().symbology, "symbology");
        QCOMPARE(symbols->first().bytes, content);
    }

    void aPackOfMedicineIsReadWithItsSeparators()
    {
        QSKIP_WITHOUT("zint");
        const QTemporaryDir dir;
        const QImage image = test::zint(71, "[01]03400930000014[17]280430[10]A12B[21]S9X7",
                                        {u"--gs1"_qs}, QDir(dir.path()));
        const auto symbols = readImage(image);
        QVERIFY_OK(symbols);
        const DecodedSymbol &symbol = symbols->first();
        QCOMPARE(symbol.identifier, QByteArray("]d2"));
        QCOMPARE(kindOf(symbol), CodeKind::Gs1);
        const auto fields = parseGs1(symbol.bytes);
        QVERIFY_OK(fields);
        QCOMPARE(fields->cip13, u"3400930000014"_qs);
        QCOMPARE(fields->lot, u"A12B"_qs);
        QCOMPARE(fields->serial, u"S9X7"_qs);
        QCOMPARE(fields->expiry, QDate(2028, 4, 30));
    }

    void everyCodeOfAPictureIsReadInReadingOrder()
    {
        QImage sheet(1600, 1200, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        painter.drawImage(1100, 60, qr("RIGHT", 6));
        painter.drawImage(100, 60, qr("LEFT", 6));
        painter.drawImage(500, 800, qr("BELOW", 3));
        painter.drawImage(800, 800, qr("BELOW", 3)); // the same again is another code
        painter.end();
        const auto symbols = readImage(sheet, Search::Everything);
        QVERIFY_OK(symbols);
        QByteArrayList contents;
        for (const DecodedSymbol &symbol : *symbols)
            contents << symbol.bytes;
        QCOMPARE(contents, QByteArrayList({"LEFT", "RIGHT", "BELOW", "BELOW"}));
    }

    void theCornersAreThoseOfTheCode_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("looked at pixel by pixel") << QSize(1000, 800);
        QTest::newRow("looked at from afar") << QSize(4000, 3000);
    }
    void theCornersAreThoseOfTheCode()
    {
        QFETCH(QSize, size);
        QImage sheet(size, QImage::Format_Grayscale8);
        sheet.fill(255);
        const QImage code = qr("AMB1:CORNERS", 8); // 21 or 25 modules, 4 of quiet zone
        QPainter(&sheet).drawImage(300, 200, code);
        const auto symbols = readImage(sheet);
        QVERIFY_OK(symbols);
        const QRect expected = QRect(QPoint(300, 200), code.size()).adjusted(32, 32, -32, -32);
        const QRect seen = symbols->first().corners.boundingRect();
        QCOMPARE(symbols->first().corners.size(), 4);
        QVERIFY((seen.topLeft() - expected.topLeft()).manhattanLength() < 16);
        QVERIFY((seen.bottomRight() - expected.bottomRight()).manhattanLength() < 16);
    }

    void anyPixelFormatIsRead_data()
    {
        QTest::addColumn<QImage>("image");
        QImage onGlass(300, 300, QImage::Format_ARGB32_Premultiplied);
        onGlass.fill(Qt::transparent);
        QImage ink = qr("AMB1:FORMAT").convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < ink.height(); ++y)
            for (int x = 0; x < ink.width(); ++x)
                if (ink.pixel(x, y) == qRgb(255, 255, 255))
                    ink.setPixel(x, y, qRgba(0, 0, 0, 0));
        QPainter(&onGlass).drawImage(60, 60, ink);
        const QImage plain = qr("AMB1:FORMAT");
        QTest::newRow("black on transparent") << onGlass;
        QTest::newRow("one bit") << plain;
        QTest::newRow("grey") << inGrey(plain);
        QTest::newRow("16 bits grey") << plain.convertToFormat(QImage::Format_Grayscale16);
        QTest::newRow("24 bits") << plain.convertToFormat(QImage::Format_RGB888);
        QTest::newRow("palette") << plain.convertToFormat(QImage::Format_Indexed8);
        QTest::newRow("64 bits") << plain.convertToFormat(QImage::Format_RGBA64);
        QTest::newRow("cut out to its edge") << plain.copy(plain.rect().adjusted(16, 16, -16, -16));
        QImage negative = inGrey(plain);
        negative.invertPixels();
        QTest::newRow("white on black") << negative;
        QTest::newRow("mirrored") << inGrey(plain).mirrored(true, false);
    }
    void anyPixelFormatIsRead()
    {
        QFETCH(QImage, image);
        const auto symbols = readImage(image);
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->first().bytes, QByteArray("AMB1:FORMAT"));
    }

    void aPictureWithoutACodeSaysSo_data()
    {
        QTest::addColumn<QImage>("image");
        QImage blank(800, 600, QImage::Format_RGB32);
        blank.fill(Qt::white);
        QTest::newRow("blank") << blank;
        QTest::newRow("one pixel") << blank.copy(0, 0, 1, 1);
        QTest::newRow("a line") << blank.copy(0, 0, 800, 1);
        QImage half = inGrey(qr("AMB1:HALF"));
        QTest::newRow("half a code") << half.copy(0, 0, half.width() / 2, half.height());
        QImage noise(640, 480, QImage::Format_Grayscale8);
        QRandomGenerator random(1);
        for (int y = 0; y < noise.height(); ++y)
            for (int x = 0; x < noise.width(); ++x)
                noise.scanLine(y)[x] = uchar(random.bounded(256));
        QTest::newRow("noise") << noise;
    }
    void aPictureWithoutACodeSaysSo()
    {
        QFETCH(QImage, image);
        QCOMPARE_SUBJECT(readImage(image), "code.none");
        QCOMPARE_SUBJECT(readImage(image, Search::Everything), "code.none");
    }

    //! Programs draw modules of 4, 8 or 16 pixels from the corner of the image on: a search by
    //! blocks of these sizes sees each block plain.
    void largeModulesOnTheGridOfTheSearchAreRead()
    {
        for (const int pixels : {4, 8, 16, 32})
            for (const Search search : {Search::Glance, Search::UntilFound, Search::Everything}) {
                const auto symbols = readImage(*datamatrixImage("AMB1:GRID", pixels, 1), search);
                QVERIFY_OK(symbols);
                QCOMPARE(symbols->first().bytes, QByteArray("AMB1:GRID"));
            }
    }

    void noPictureAtAllIsAnError() { QCOMPARE_SUBJECT(readImage(QImage()), "image.empty"); }
};
QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
