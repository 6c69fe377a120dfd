// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/filecontent.h>

#include <support/result.h>

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::documents;

namespace {

const QDate today(2026, 11, 24);

QByteArray pdf(const QStringList &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawText(1000, 1000, pages.at(i));
    }
    painter.end();
    return bytes;
}

//! So many empty pages, without the time that drawing them would take.
QByteArray longPdf(int pages)
{
    QByteArray kids;
    QByteArray objects;
    for (int i = 0; i < pages; ++i) {
        const QByteArray number = QByteArray::number(i + 3);
        kids += number + " 0 R ";
        objects += number + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n";
    }
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[" +
           kids + "]/Count " + QByteArray::number(pages) + ">>endobj\n" + objects +
           "trailer<</Root 1 0 R>>\n";
}

QByteArray png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

//! A page as a scanner gives it: dots.
QImage scanned(const QString &text)
{
    QImage page(1654, 600, QImage::Format_Grayscale8); // 200 dpi
    page.fill(Qt::white);
    QPainter painter(&page);
    QFont font(u"DejaVu Sans"_qs);
    font.setPixelSize(36);
    painter.setFont(font);
    painter.drawText(page.rect().adjusted(80, 80, -80, -80), Qt::TextWordWrap, text);
    return page;
}

} // namespace

class TestFileContent : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void aFileIsKnownByWhatIsInIt()
    {
        QCOMPARE(FileContent::inspect(pdf({u"un"_qs, u"deux"_qs}))->kind(), FileKind::Pdf);
        QCOMPARE(FileContent::inspect(pdf({u"un"_qs, u"deux"_qs}))->pages(), 2);
        QCOMPARE(FileContent::inspect(png(scanned(u"x"_qs)))->kind(), FileKind::Image);
        QCOMPARE(FileContent::inspect(u"Cher confrère"_qs.toUtf8())->kind(), FileKind::Text);
    }

    void whatCannotBeShownIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("subject");
        const QByteArray good = pdf({u"un"_qs});
        QTest::newRow("empty") << QByteArray() << u"document.empty"_qs;
        QTest::newRow("a program") << QByteArray("MZ\x90\0\x03\0\0\0", 8) << u"document.kind"_qs;
        QTest::newRow("a PDF that is only a header")
            << QByteArray("%PDF-1.7\n") << u"document.corrupt"_qs;
        QTest::newRow("noise under a header")
            << QByteArray("%PDF-1.4\n").append(QByteArray(2000, '\x7F')) << u"document.corrupt"_qs;
        const QByteArray picture = png(scanned(u"x"_qs));
        QTest::newRow("an image cut short") << picture.left(200) << u"document.corrupt"_qs;
        QImage bomb(20'000, 20'000, QImage::Format_Mono);
        bomb.fill(0);
        QTest::newRow("an image of 400 million dots") << png(bomb) << u"document.pixels"_qs;
    }
    void whatCannotBeShownIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto content = FileContent::inspect(bytes);
        QVERIFY(!content.ok());
        QTEST(content.error().subject, "subject");
    }

    void aPdfThatWantsAPasswordIsTold()
    {
        const QString plain = m_folder.filePath(u"clair.pdf"_qs);
        const QString locked = m_folder.filePath(u"ferme.pdf"_qs);
        QFile file(plain);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pdf({u"un"_qs}));
        file.close();
        if (QProcess::execute(u"qpdf"_qs, {u"--encrypt"_qs, u"secret"_qs, u"maitre"_qs, u"256"_qs,
                                           u"--"_qs, plain, locked}) != 0)
            QSKIP("qpdf is not installed");
        QFile closed(locked);
        QVERIFY(closed.open(QIODevice::ReadOnly));
        QCOMPARE_SUBJECT(FileContent::inspect(closed.readAll()), "document.encrypted");
    }

    void aPdfOfTwoThousandPagesIsTakenAndOneOfTooManyIsNot()
    {
        const auto many = FileContent::inspect(longPdf(2000));
        QVERIFY_OK(many);
        QCOMPARE(many->pages(), 2000);
        QCOMPARE_SUBJECT(FileContent::inspect(longPdf(5001)), "document.pages");
    }

    void aScriptInAPdfIsNotRun()
    {
        // It is shown as any other: what draws it knows no script.
        const QByteArray script =
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>endobj\n"
            "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
            "4 0 obj<</S/JavaScript/JS(app.alert\\('x'\\);this.exportDataObject\\(\\);)>>endobj\n"
            "trailer<</Root 1 0 R>>\n";
        const auto content = FileContent::inspect(script);
        QVERIFY_OK(content);
        QCOMPARE(content->pages(), 1);
        QVERIFY(TextReader::textOf(*content)->isEmpty());
    }

    void wordsOfAPdfAreReadAsTheyStand()
    {
        const auto content = FileContent::inspect(pdf({u"ETT normale, FEVG 62 pour cent"_qs}));
        QVERIFY(TextReader::textOf(*content)->contains(u"FEVG 62"_qs));
        QVERIFY(ownTextOf(*content).contains(u"FEVG 62"_qs));
    }

    void aScannedLetterIsReadByItsWords()
    {
        const QString letter = u"Cher confrère, je vous remercie de m’avoir adressé votre patient "
                               u"pour une échographie cardiaque. Conclusion : insuffisance "
                               u"mitrale modérée."_qs;
        const auto image = FileContent::inspect(png(scanned(letter)));
        QVERIFY_OK(image);
        QVERIFY(ownTextOf(*image).isEmpty());
        const auto text = TextReader::textOf(*image);
        if (!text.ok() && text.error().subject == u"document.ocr")
            QSKIP("tesseract-ocr-fra is not installed");
        QVERIFY_OK(text);
        for (const QString &word : {u"confrère"_qs, u"échographie"_qs, u"mitrale"_qs})
            QVERIFY2(text->contains(word), qPrintable(*text));
    }

    void readingStopsWhereItIsToldTo()
    {
        const auto content = FileContent::inspect(pdf(QStringList(50, u"une page"_qs)));
        int pages = 0;
        QCOMPARE_SUBJECT(TextReader::textOf(*content, [&pages] { return ++pages < 3; }),
                         "document.cancelled");
        QCOMPARE(pages, 3);
    }

    void theDayOfALetterIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("day");
        QTest::newRow("figures") << u"Clermont, le 02/10/2026\nCher confrère"_qs
                                 << QDate(2026, 10, 2);
        QTest::newRow("words") << u"Lyon, le 1er mars 2026"_qs << QDate(2026, 3, 1);
        QTest::newRow("after the birth")
            << u"Mme VASSEUR née le 14/03/1958, vue le 12.08.2026"_qs << QDate(2026, 8, 12);
        QTest::newRow("a day to come")
            << u"Revoir le 12/01/2027. Vu le 20/11/2026"_qs << QDate(2026, 11, 20);
        QTest::newRow("none") << u"Cher confrère"_qs << QDate();
        QTest::newRow("no day of the calendar") << u"le 31/02/2026"_qs << QDate();
    }
    void theDayOfALetterIsFound()
    {
        QFETCH(QString, text);
        QTEST(dayIn(text, today).value_or(QDate()), "day");
    }
};
QTEST_MAIN(TestFileContent)
#include "tst_filecontent.moc"
