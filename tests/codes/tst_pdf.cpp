// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/qr.h>
#include <ambroise/codes/reader.h>

#include "tools.h"

#include <support/result.h>

#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

//! `draw` is given each page's number from 1, and a painter in millimetres. Labels of 40 mm where
//! no size is given: a search on them is quick.
QByteArray pdf(int pages, const std::function<void(int, QPainter &)> &draw,
               const QPageSize &size = QPageSize(QSizeF(40, 40), QPageSize::Millimeter))
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(600);
    writer.setPageSize(size);
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.scale(600 / 25.4, 600 / 25.4);
    for (int page = 1; page <= pages; ++page) {
        if (page > 1)
            writer.newPage();
        draw(page, painter);
    }
    painter.end();
    return bytes;
}

//! As an ordonnance prints it: its outline, 26 mm with the quiet zone.
void drawQr(QPainter &painter, const QByteArray &content, QPointF atMm, double sideMm = 26)
{
    const ModuleGrid grid = *qrGrid(QByteArrayView(content), QrLevel::M);
    painter.save();
    painter.translate(atMm);
    painter.scale(sideMm / (grid.size + 8), sideMm / (grid.size + 8));
    painter.translate(4, 4);
    painter.fillPath(outlineOf(grid), Qt::black);
    painter.restore();
}

QByteArray ordonnancePayload()
{
    return QByteArray("AMB1:").leftJustified(250, 'K');
}

QByteArray ordonnance()
{
    return pdf(
        1,
        [](int, QPainter &painter) {
            drawQr(painter, ordonnancePayload(), {14, 250});
        },
        QPageSize(QPageSize::A4));
}

QString answerTo(const QByteArray &file)
{
    const auto symbols = readData(file);
    return symbols ? u"read"_qs : symbols.error().subject;
}

//! One page, its boxes and content as given.
QByteArray handmade(const QByteArray &box, const QByteArray &content)
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[" +
           box +
           "]/Contents 4 0 R>>endobj\n"
           "4 0 obj<</Length " +
           QByteArray::number(content.size()) + ">>stream\n" + content +
           "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

} // namespace

class TestPdf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOrdonnanceOf26MillimetresIsRead()
    {
        const auto symbols = readData(ordonnance());
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->size(), 1);
        QCOMPARE(symbols->first().bytes, ordonnancePayload());
        const QRectF frame = symbols->first().corners.boundingRect();
        const QRectF drawn(14 * 72 / 25.4, 250 * 72 / 25.4, 26 * 72 / 25.4, 26 * 72 / 25.4);
        QVERIFY(drawn.contains(frame));
        QVERIFY(frame.width() > drawn.width() * 0.7);
    }

    void aCodeTooFineFor200DpiIsReadAt300()
    {
        const QByteArray file = pdf(1, [](int, QPainter &painter) {
            drawQr(painter, ordonnancePayload(), {14.07, 12.03}, 9); // 1.2 pixels a module at 200
        });
        const auto symbols = readData(file);
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->first().bytes, ordonnancePayload());
    }

    void eachCodeTellsItsPage()
    {
        const auto symbols = readData(pdf(3, [](int page, QPainter &painter) {
            if (page != 2)
                drawQr(painter, "PAGE " + QByteArray::number(page), {5, 5});
        }));
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->size(), 2);
        QCOMPARE(symbols->at(0).page, 1);
        QCOMPARE(symbols->at(1).page, 3);
        QCOMPARE(symbols->at(1).bytes, QByteArray("PAGE 3"));
    }

    void pagesAfterTheFiftiethAreNotRead()
    {
        QList<qint64> pages;
        const QByteArray file = pdf(52, [](int page, QPainter &painter) {
            if (page >= 50)
                drawQr(painter, "PAGE " + QByteArray::number(page), {5, 5});
        });
        const auto symbols =
            readData(file, Search::UntilFound, [&pages](qint64 page, qint64 total) {
                if (!pages.contains(page))
                    pages << page;
                return total == 50;
            });
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->size(), 1);
        QCOMPARE(symbols->first().page, 50);
        QCOMPARE(pages.size(), 50);
    }

    void aSearchIsGivenUpBetweenPages()
    {
        const QByteArray file = pdf(3, [](int, QPainter &painter) {
            drawQr(painter, "PAGE", {5, 5});
        });
        const auto symbols =
            readData(file, Search::UntilFound, [](qint64 page, qint64) { return page < 1; });
        QCOMPARE_SUBJECT(symbols, "code.search");
        QCOMPARE(symbols.error().code, ErrorCode::Cancelled);
    }

    void aPageThatTakesForeverIsGivenUpWhileItIsDrawn()
    {
        QByteArray strokes = "0.1 w\n";
        for (int i = 0; i < 200'000; ++i)
            strokes += "0 0 m 595 842 l S\n";
        int asked = 0;
        const auto symbols = readData(handmade("0 0 595 842", strokes), Search::UntilFound,
                                      [&asked](qint64, qint64) { return ++asked < 20; });
        QCOMPARE_SUBJECT(symbols, "code.search");
        QCOMPARE(asked, 20);
    }

    void aPdfWithoutACodeSaysSo()
    {
        QCOMPARE_SUBJECT(readData(pdf(2, [](int, QPainter &) {})), "code.none");
    }

    void aPdfThatWantsAPasswordSaysSo()
    {
        // Of no password: the hashes are not those of any.
        QByteArray locked = handmade("0 0 595 842", "0 0 m 9 9 l S");
        locked.replace("trailer<<", "5 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" +
                                        QByteArray(64, '1') + ">/U<" + QByteArray(64, '2') +
                                        ">>>endobj\ntrailer<</Encrypt 5 0 R/ID[<00><00>]");
        const auto symbols = readData(locked);
        QCOMPARE_SUBJECT(symbols, "pdf.encrypted");
        QCOMPARE(symbols.error().code, ErrorCode::Denied);
    }

    void aPdfThatAnotherProgramLockedSaysSo()
    {
        QSKIP_WITHOUT("qpdf");
        const QTemporaryDir dir;
        const QString plain = dir.filePath(u"plain.pdf"_qs);
        const QString locked = dir.filePath(u"locked.pdf"_qs);
        QFile file(plain);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ordonnance());
        file.close();
        test::output(u"qpdf"_qs, {u"--encrypt"_qs, u"user"_qs, u"owner"_qs, u"256"_qs, u"--"_qs,
                                  plain, locked});
        QCOMPARE_SUBJECT(readFile(locked), "pdf.encrypted");
    }

    void whatIsNoPdfInsideSaysSo_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("its first line") << QByteArray("%PDF-1.7\n");
        QTest::newRow("its first line, then noise") << "%PDF-1.7\n" + QByteArray(5000, 'x');
        QTest::newRow("no pages") << QByteArray(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
            "trailer<</Root 1 0 R>>\n%%EOF\n");
    }
    void whatIsNoPdfInsideSaysSo()
    {
        QFETCH(QByteArray, file);
        QCOMPARE_SUBJECT(readData(file), "pdf.corrupt");
    }

    void aPageOfAbsurdSizeIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("box");
        QTest::newRow("a square of 350 km") << QByteArray("0 0 1000000000 1000000000");
        QTest::newRow("a ribbon") << QByteArray("0 0 1000000000 1");
        QTest::newRow("nothing") << QByteArray("0 0 0 0");
        QTest::newRow("beyond numbers") << QByteArray("0 0 1e400 99999999999999999999999999999999");
        QTest::newRow("backwards") << QByteArray("1000000 1000000 0 0");
    }
    void aPageOfAbsurdSizeIsPassedOver()
    {
        QFETCH(QByteArray, box);
        const QString answer = answerTo(handmade(box, "0 0 m 9 9 l S"));
        QVERIFY2(answer == u"code.none" || answer == u"pdf.corrupt", qPrintable(answer));
    }

    void aPdfCutAnywhereNeverCrashes()
    {
        const QByteArray whole = pdf(1, [](int, QPainter &painter) {
            drawQr(painter, "AMB1:LABEL", {5, 5});
        });
        const QStringList honest = {u"file.empty"_qs, u"pdf.corrupt"_qs, u"code.none"_qs,
                                    u"image.unreadable"_qs, u"read"_qs};
        for (int sixteenths = 0; sixteenths <= 16; ++sixteenths)
            QVERIFY(honest.contains(answerTo(whole.left(whole.size() * sixteenths / 16))));
        QRandomGenerator random(3);
        for (int i = 0; i < 30; ++i) {
            QByteArray damaged = whole;
            for (int hit = 0; hit < 20; ++hit)
                damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
            const QString answer = answerTo(damaged);
            QVERIFY2(honest.contains(answer) || answer == u"pdf.encrypted", qPrintable(answer));
        }
    }

    void othersReadOurPrint()
    {
        QSKIP_WITHOUT("zbarimg");
        QSKIP_WITHOUT("pdftoppm");
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"o.pdf"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ordonnance());
        file.close();
        test::output(u"pdftoppm"_qs, {u"-r"_qs, u"200"_qs, u"-png"_qs, u"-singlefile"_qs,
                                      file.fileName(), dir.filePath(u"page"_qs)});
        QCOMPARE(test::output(u"zbarimg"_qs, {u"--raw"_qs, u"-q"_qs, dir.filePath(u"page.png"_qs)})
                     .trimmed(),
                 ordonnancePayload());
    }
};
QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
