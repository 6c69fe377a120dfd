// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/mrzreader.h>

#include <support/result.h>

#include "mrzcard.h"
#include "photo.h"
#include "png.h"
#include "tools.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

const QDate today(2026, 11, 26);

const QList<QStringList> documents = {
    {u"IDFRAX4RTBPFW46<<<<<<<<<<<<<<<"_qs, u"9007138F3002119FRA<<<<<<<<<<<6"_qs,
     u"MARTIN<<MAELYS<GAELLE<MARIE<<<"_qs},
    {u"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<"_qs, u"D231458907UTO7408122F1204159<<<<<<<6"_qs},
    {u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"_qs,
     u"L898902C36UTO7408122F1204159ZE184226B<<<<<10"_qs},
    {u"IDFRABERTHIER<<<<<<<<<<<<<<<<<92C001"_qs, u"8806923102858CORINNE<<<<<<<6512068F8"_qs}};

struct NamedShot {
    const char *name;
    test::Shot shot;
    int jpeg = 0; //!< quality; 0: as it is
};

QList<NamedShot> shots()
{
    const QSize size(2000, 1500);
    return {
        {"straight", {.size = size, .fill = 0.8}},
        {"turned by 3°", {.size = size, .degrees = 3, .fill = 0.8}},
        {"turned by -8°", {.size = size, .degrees = -8, .fill = 0.75}},
        {"upside down", {.size = size, .degrees = 180, .fill = 0.8}},
        {"turned by 90°", {.size = size, .degrees = 90, .fill = 0.8}},
        {"turned by -90°", {.size = size, .degrees = -90, .fill = 0.8}},
        {"upside down and askew", {.size = size, .degrees = 176, .perspective = 0.1, .fill = 0.8}},
        {"askew", {.size = size, .perspective = 0.15, .fill = 0.8}},
        {"noisy", {.size = size, .fill = 0.8, .noise = 14}},
        {"blurred", {.size = size, .fill = 0.8, .blur = 2, .noise = 3}},
        {"in uneven light", {.size = size, .fill = 0.8, .noise = 4, .shade = 0.7}},
        {"a poor JPEG", {.size = size, .degrees = 1, .fill = 0.8, .noise = 4}, 30},
        {"small", {.size = {1200, 900}, .degrees = 2, .fill = 0.8, .noise = 3}},
        {"all at once",
         {.size = size,
          .degrees = 5,
          .perspective = 0.06,
          .fill = 0.8,
          .blur = 1,
          .noise = 7,
          .shade = 0.4},
         70}};
}

QImage photographOf(const QStringList &lines, const NamedShot &shot)
{
    const QImage card = test::drawnCard(lines);
    test::Shot fitted = shot.shot;
    // `fill` is of the picture's width, or of its height for a card on its side.
    const bool onItsSide = std::abs(fitted.degrees) == 90;
    const double along = onItsSide ? fitted.size.height() : fitted.size.width();
    fitted.fill *= along * card.height() / (double(fitted.size.height()) * card.width());
    QImage photo = test::photographed(card, fitted);
    if (shot.jpeg > 0) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        photo.save(&buffer, "JPEG", shot.jpeg);
        photo.loadFromData(bytes);
    }
    return photo;
}

} // namespace

//! Cards drawn with their zone, photographed in many ways.
class TestMrzReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!test::hasOcrB())
            qInfo("fonts-ocr-b is not installed: another even face stands for OCR-B");
    }

    void aDocumentIsReadHoweverItIsPhotographed_data()
    {
        QTest::addColumn<int>("document");
        QTest::addColumn<int>("shot");
        const auto all = shots();
        for (int d = 0; d < documents.size(); ++d)
            for (int s = 0; s < all.size(); ++s)
                QTest::addRow("%s %s", qPrintable(documents[d][0].left(8)), all[s].name) << d << s;
    }
    void aDocumentIsReadHoweverItIsPhotographed()
    {
        QFETCH(int, document);
        QFETCH(int, shot);
        const QImage photo = photographOf(documents[document], shots()[shot]);
        const auto mrz = readMrz(photo, today);
        if (qEnvironmentVariableIsSet("AMBROISE_KEEP_PHOTOS"))
            photo.save(QStringLiteral("%1/mrz-%2-%3.png")
                           .arg(qEnvironmentVariable("AMBROISE_KEEP_PHOTOS"))
                           .arg(document)
                           .arg(shot));
        QVERIFY_OK(mrz);
        QCOMPARE(mrz->lines, documents[document]);
        QVERIFY2(mrz->isValid(), qPrintable(mrz->faults.join(u' ')));
    }

    void aPictureWithoutAZoneIsToldSo()
    {
        QImage white(1000, 700, QImage::Format_RGB32);
        white.fill(Qt::white);
        QCOMPARE_SUBJECT(readMrz(white, today), "mrz.none");
        QCOMPARE_SUBJECT(readMrz(test::Sheet().image(), today), "mrz.none");
        QCOMPARE_SUBJECT(readMrz({}, today), "image.empty");
    }

    void aFileIsReadAndWhatCannotBeOneIsRefused()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"card.jpg"_qs);
        QVERIFY(test::drawnCard(documents[0]).save(path));
        const auto mrz = readMrzFile(path, today);
        QVERIFY_OK(mrz);
        QCOMPARE(mrz->lines, documents[0]);
        QCOMPARE_SUBJECT(readMrzFile(dir.filePath(u"none.png"_qs), today), "file.missing");
        QCOMPARE_SUBJECT(readMrzFile(dir.path(), today), "file.unreadable");
        QCOMPARE_SUBJECT(readMrzData({}, today), "file.empty");
        QCOMPARE_SUBJECT(readMrzData("IDFRA", today), "image.unreadable");
        QCOMPARE_SUBJECT(readMrzData(test::boastfulPng(60'000, 60'000), today), "image.too_large");
    }

    void theSearchIsGivenUpWhenAsked()
    {
        const QImage card = test::drawnCard(documents[0]);
        QCOMPARE_SUBJECT(readMrz(card, today, [](qint64, qint64) { return false; }), "mrz.search");
    }
};
QTEST_MAIN(TestMrzReader)
#include "tst_mrzreader.moc"
