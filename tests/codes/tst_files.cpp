// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/qr.h>
#include <ambroise/codes/reader.h>

#include "png.h"
#include "tools.h"

#include <support/result.h>

#include <QTemporaryDir>
#include <QtTest>

#include <QPainter>
#include <sys/stat.h>

using namespace ambroise;
using namespace ambroise::codes;
using test::boastfulPng;

namespace {

QImage code()
{
    return qrImage(QByteArrayView("AMB1:FILE"), QrLevel::M, 4)
        ->convertToFormat(QImage::Format_RGB32);
}

const QStringList honestAnswers = {u"image.unreadable"_qs, u"image.too_large"_qs, u"code.none"_qs,
                                   u"file.empty"_qs};

QString answerTo(const QByteArray &file)
{
    const auto symbols = readData(file);
    return symbols ? QString::fromLatin1(symbols->first().bytes) : symbols.error().subject;
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void picturesOfEveryFormatAreRead_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char *format : {"png", "jpg", "bmp", "ppm", "pbm"})
            QTest::newRow(format) << QByteArray(format);
    }
    void picturesOfEveryFormatAreRead()
    {
        QFETCH(QByteArray, format);
        const QTemporaryDir dir;
        // The name says nothing: what a scanner or a mail calls a file need not be true.
        const QString path = dir.filePath(u"scan"_qs);
        QVERIFY(code().save(path, format.constData()));
        const auto symbols = readFile(path);
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->first().bytes, QByteArray("AMB1:FILE"));
        QCOMPARE(symbols->first().page, 1);
    }

    void aDrawingIsNoPicture()
    {
        QCOMPARE_SUBJECT(readData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
                         "image.unreadable");
    }

    void whatCannotBeOpenedSaysWhy()
    {
        const QTemporaryDir dir;
        QCOMPARE_SUBJECT(readFile(dir.filePath(u"nowhere.png"_qs)), "file.missing");
        QCOMPARE_SUBJECT(readFile(dir.path()), "file.unreadable");
        QFile empty(dir.filePath(u"empty.png"_qs));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        QCOMPARE_SUBJECT(readFile(empty.fileName()), "file.empty");
        QFile huge(dir.filePath(u"huge.png"_qs));
        QVERIFY(huge.open(QIODevice::WriteOnly));
        QVERIFY(huge.resize(maxFileBytes + 1)); // sparse: it takes no room
        huge.close();
        QCOMPARE_SUBJECT(readFile(huge.fileName()), "file.too_large");
    }

    void aPipeIsNotWaitedFor()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"pipe"_qs);
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QCOMPARE_SUBJECT(readFile(path), "file.unreadable");
    }

    void whatIsNoPictureSaysSo_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("text") << QByteArray("Bonjour");
        QTest::newRow("a zip") << QByteArray("PK\x03\x04 and so on");
        QTest::newRow("a PNG signature") << QByteArray("\x89PNG\r\n\x1A\n");
        QTest::newRow("a JPEG marker") << QByteArray("\xFF\xD8\xFF\xE0");
        QTest::newRow("a PNG with nothing in it") << boastfulPng(100, 100);
        QTest::newRow("a PNG of no size") << boastfulPng(0, 0);
    }
    void whatIsNoPictureSaysSo()
    {
        QFETCH(QByteArray, file);
        QCOMPARE_SUBJECT(readData(file), "image.unreadable");
    }

    void aHundredMegapixelsAreRefusedWithoutDecodingThem()
    {
        QImage image(10'000, 10'000, QImage::Format_Mono);
        image.fill(1);
        const QByteArray file = test::fileOf(image, "png");
        QVERIFY(file.size() < 100'000);
        const auto symbols = readData(file);
        QCOMPARE_SUBJECT(symbols, "image.too_large");
        QCOMPARE(symbols.error().code, ErrorCode::Invalid);
        QCOMPARE_SUBJECT(readImage(image), "image.too_large");
    }

    void aHeaderThatPromisesABillionPixelsIsRefused()
    {
        QCOMPARE_SUBJECT(readData(boastfulPng(31'623, 31'623)), "image.too_large");
        QCOMPARE_SUBJECT(readData(boastfulPng(1'000'000, 1000)), "image.too_large");
        QVERIFY(honestAnswers.contains(answerTo(boastfulPng(0x7FFFFFFF, 0x7FFFFFFF))));
        QVERIFY(honestAnswers.contains(answerTo(boastfulPng(0xFFFFFFFF, 1))));
    }

    void aColourScanOfMorePixelsThanQtHoldsIsStillRead()
    {
        QImage scan(7000, 5000, QImage::Format_RGB32); // 140 MB
        scan.fill(QColor(250, 248, 240));
        QPainter(&scan).drawImage(QRect(4000, 3000, 1000, 1000), code());
        const auto symbols = readData(test::fileOf(scan, "png"));
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->first().bytes, QByteArray("AMB1:FILE"));
        QVERIFY(QRect(4000, 3000, 1000, 1000).contains(symbols->first().corners.boundingRect()));
    }

    void aLargeJpegIsReadFromASmallerCopyAtTheRightPlace()
    {
        QImage photo(4000, 3000, QImage::Format_RGB32);
        photo.fill(Qt::lightGray);
        QPainter(&photo).drawImage(QRect(2500, 1500, 400, 400), code());
        const auto symbols = readData(test::fileOf(photo, "jpg"), Search::UntilFound);
        QVERIFY_OK(symbols);
        QVERIFY(QRect(2500, 1500, 400, 400).contains(symbols->first().corners.boundingRect()));
    }

    void aFileCutAnywhereNeverCrashes_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("PNG") << QByteArray("png");
        QTest::newRow("JPEG") << QByteArray("jpg");
        QTest::newRow("BMP") << QByteArray("bmp");
    }
    void aFileCutAnywhereNeverCrashes()
    {
        QFETCH(QByteArray, format);
        const QByteArray whole = test::fileOf(code(), format.constData());
        for (int sixteenths = 0; sixteenths < 16; ++sixteenths) {
            const QString answer = answerTo(whole.left(whole.size() * sixteenths / 16));
            QVERIFY2(honestAnswers.contains(answer) || answer == u"AMB1:FILE", qPrintable(answer));
        }
        QCOMPARE(answerTo(whole), u"AMB1:FILE"_qs);
    }

    void aFileWithDamagedBytesNeverCrashesNorLies_data() { aFileCutAnywhereNeverCrashes_data(); }
    void aFileWithDamagedBytesNeverCrashesNorLies()
    {
        QFETCH(QByteArray, format);
        const QByteArray whole = test::fileOf(code(), format.constData());
        QRandomGenerator random(7);
        for (int i = 0; i < 100; ++i) {
            QByteArray damaged = whole;
            for (int hit = 0; hit < 4; ++hit)
                damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
            const QString answer = answerTo(damaged);
            QVERIFY2(honestAnswers.contains(answer) || answer == u"AMB1:FILE", qPrintable(answer));
        }
    }

    void aSearchCanBeGivenUp()
    {
        const auto symbols = readData(test::fileOf(code(), "png"), Search::UntilFound,
                                      [](qint64, qint64) { return false; });
        QCOMPARE_SUBJECT(symbols, "code.search");
        QCOMPARE(symbols.error().code, ErrorCode::Cancelled);
    }
};
QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
