// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/qr.h>
#include <ambroise/codes/reader.h>

#include "photo.h"
#include "tools.h"

#include <support/result.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

QByteArray payload()
{
    return QByteArray(
               "AMB1:6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC*WIFN0AHCD8KD97TK0F90")
        .leftJustified(220, '7');
}

bool shows(const QList<DecodedSymbol> &symbols, Symbology symbology, const QByteArray &bytes)
{
    return std::any_of(symbols.begin(), symbols.end(), [&](const DecodedSymbol &symbol) {
        return symbol.symbology == symbology && symbol.bytes == bytes;
    });
}

} // namespace

//! An ordonnance lying on a table, its QR code of 26 mm, photographed at eight megapixels.
class TestPhotos : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_sheet.place(*qrImage(QByteArrayView(payload()), QrLevel::M, 8), 20, 250, 26);
        if (!test::has(u"zint"_qs))
            return;
        const QTemporaryDir dir;
        m_sheet.place(test::zint(71, ins(), {u"--binary"_qs}, QDir(dir.path())), 170, 20, 19);
    }

    void anOrdonnanceIsReadHoweverItIsPhotographed_data()
    {
        QTest::addColumn<test::Shot>("shot");
        const QSize size(3264, 2448);
        QTest::newRow("straight") << test::Shot{.size = size};
        QTest::newRow("turned by 7°") << test::Shot{.size = size, .degrees = 7};
        QTest::newRow("turned by 45°") << test::Shot{.size = size, .degrees = 45, .fill = 0.75};
        QTest::newRow("turned by 90°") << test::Shot{.size = size, .degrees = 90, .fill = 0.8};
        QTest::newRow("upside down") << test::Shot{.size = size, .degrees = 180};
        QTest::newRow("askew") << test::Shot{.size = size, .perspective = 0.2};
        QTest::newRow("noisy") << test::Shot{.size = size, .noise = 12};
        QTest::newRow("in uneven light") << test::Shot{.size = size, .noise = 4, .shade = 0.7};
        QTest::newRow("not quite sharp") << test::Shot{.size = size, .blur = 1, .noise = 2};
        QTest::newRow("all at once") << test::Shot{.size = size,
                                                   .degrees = 33,
                                                   .perspective = 0.1,
                                                   .fill = 0.85,
                                                   .blur = 1,
                                                   .noise = 5,
                                                   .shade = 0.5};
    }
    void anOrdonnanceIsReadHoweverItIsPhotographed()
    {
        QFETCH(test::Shot, shot);
        const auto symbols = readImage(test::photographed(m_sheet.image(), shot));
        QVERIFY_OK(symbols);
        QVERIFY(shows(*symbols, Symbology::QrCode, payload()));
    }

    void aDatamatrixBesideTextIsReadToo()
    {
        QSKIP_WITHOUT("zint");
        const test::Shot shot{.size = {3264, 2448}, .degrees = 12, .noise = 4, .shade = 0.3};
        const auto symbols = readImage(test::photographed(m_sheet.image(), shot));
        QVERIFY_OK(symbols);
        QVERIFY(shows(*symbols, Symbology::DataMatrix, ins()));
    }

    void aJpegOfAPhoneIsRead()
    {
        const test::Shot shot{
            .degrees = -5, .perspective = 0.05, .blur = 1, .noise = 4, .shade = 0.3};
        const QByteArray file = test::fileOf(test::photographed(m_sheet.image(), shot), "jpg");
        for (const Search search : {Search::UntilFound, Search::Everything}) {
            const auto symbols = readData(file, search);
            QVERIFY_OK(symbols);
            QVERIFY(shows(*symbols, Symbology::QrCode, payload()));
        }
    }

private:
    static QByteArray ins()
    {
        return QByteArray("IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8\x1D"
                          "S3SARAH-LOU ANNA\x1DS4GARCIA-HAMMADI\x1DS5FS621-01-1977S701154");
    }

    test::Sheet m_sheet;
};
QTEST_GUILESS_MAIN(TestPhotos)
#include "tst_photos.moc"
