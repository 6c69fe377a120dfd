// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/datamatrix.h>
#include <ambroise/codes/qr.h>
#include <ambroise/codes/reader.h>

#include "photo.h"
#include "tools.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

constexpr int photos = 24; //!< of each code, from easy to hopeless

struct Code {
    QString name;
    QByteArray bytes;
    QImage image;
    QString rival; //!< who reads the same photographs
    QStringList arguments;
};

QList<Code> allCodes()
{
    const QByteArray ins("IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8\x1D"
                         "S3SARAH-LOU ANNA\x1DS4GARCIA-HAMMADI\x1DS5FS621-01-1977S701154");
    const QByteArray title("DC04FR00TST11ECC1ECC0701FR62MARTIN\x1D"
                           "60MAELYS/GAELLE/MARIE\x1D"
                           "65ID66X4RTBPFW4\x1D"
                           "67FR68F69130719906APARIS\x1D"
                           "6CFR\x1FUT5V3WAV33R7HIOZUSRVS55W3JFFUTOXJVK5N4Y64ULMDUEYZ6R4OK7FY6E3Z6"
                           "YXBQ25GJV35FP7JVKKICVFQ36ASQBAPNLVAAYNOHA");
    const QByteArray ordonnance =
        QByteArray("AMB1:6BF+70790T9WJWG.FKY*4GO0.O1CV2").leftJustified(180, '7');
    const QStringList dmtx{u"-N1"_qs, u"-m5000"_qs};
    const QStringList zbar{u"-q"_qs, u"--raw"_qs, u"--nodbus"_qs, u"-Sbinary"_qs, u"-1"_qs};
    return {{u"Datamatrix INS"_qs, ins, *datamatrixImage(ins, 6), u"dmtxread"_qs, dmtx},
            {u"2D-Doc"_qs, title, *datamatrixImage(title, 6), u"dmtxread"_qs, dmtx},
            {u"QR"_qs, ordonnance, *qrImage(QByteArrayView(ordonnance), QrLevel::M, 6),
             u"zbarimg"_qs, zbar}};
}

//! A label of 60 mm at 300 dpi, the code of 22 mm between lines of text.
QImage labelWith(const QImage &code)
{
    QImage label(709, 709, QImage::Format_RGB32);
    label.fill(Qt::white);
    QPainter painter(&label);
    for (int y = 40; y < 680; y += 50)
        for (int x = 40, n = y; x < 660; x += 24 + n % 90, n = n * 31 % 9973)
            painter.fillRect(x, y, 12 + n % 66, 18, QColor(60, 60, 60));
    painter.fillRect(210, 210, 290, 290, Qt::white);
    painter.drawImage(QRect(225, 225, 260, 260), code.convertToFormat(QImage::Format_RGB32));
    return label;
}

//! The `number`th photograph of a code: everything gets worse, each in its own rhythm.
test::Shot shotOf(int number)
{
    const double bad = double(number) / (photos - 1);
    const auto wave = [number](double step) {
        return 0.5 + 0.5 * std::sin(number * step);
    };
    return {.size = {1200, 900},
            .degrees = number * 47.0,
            .perspective = 0.35 * bad * wave(1.3),
            .fill = 0.66 - 0.22 * bad * wave(0.9),
            .blur = std::floor(3.4 * bad * wave(2.1)),
            .noise = 3 + 20 * bad * wave(1.7),
            .shade = 0.75 * bad * wave(0.7),
            .light = 1 - 0.7 * bad * wave(1.1)};
}

//! As a phone keeps it: JPEG, worse and worse.
QByteArray jpegOf(const QImage &label, int number)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    test::photographed(label, shotOf(number)).save(&buffer, "JPEG", 92 - 3 * number);
    return bytes;
}

bool weRead(const QByteArray &jpeg, const QByteArray &content)
{
    const auto symbols = readData(jpeg);
    return symbols.ok() &&
           std::any_of(symbols->begin(), symbols->end(),
                       [&content](const DecodedSymbol &symbol) { return symbol.bytes == content; });
}

} // namespace

//! Printed codes photographed from well to badly, and who reads them.
class TestCorpus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void weReadAtLeastAsManyPhotographsAsOthers_data()
    {
        QTest::addColumn<int>("code");
        const auto codes = allCodes();
        for (int i = 0; i < codes.size(); ++i)
            QTest::addRow("%s", qPrintable(codes[i].name)) << i;
    }
    void weReadAtLeastAsManyPhotographsAsOthers()
    {
        QFETCH(int, code);
        const Code one = allCodes()[code];
        const QImage label = labelWith(one.image);
        const bool hasRival = test::has(one.rival);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"photo.png"_qs);
        int ours = 0;
        int theirs = 0;
        QString marks; // '+' both, 'A' we alone, 'r' the rival alone, '-' nobody
        for (int number = 0; number < photos; ++number) {
            const QByteArray jpeg = jpegOf(label, number);
            const bool we = weRead(jpeg, one.bytes);
            bool they = false;
            if (hasRival) {
                QVERIFY(QImage::fromData(jpeg).save(path)); // the very pixels that we had
                they = test::output(one.rival, one.arguments + QStringList{path}).trimmed() ==
                       one.bytes;
            }
            ours += we ? 1 : 0;
            theirs += they ? 1 : 0;
            marks += we ? (they ? u'+' : u'A') : (they ? u'r' : u'-');
        }
        qInfo("%s: we read %d of %d, %s %d  %s", qPrintable(one.name), ours, photos,
              qPrintable(one.rival), theirs, qPrintable(marks));
        QVERIFY2(ours >= photos / 2, qPrintable(QString::number(ours)));
        if (!hasRival)
            QSKIP(qPrintable(one.rival + u" is not installed: nobody to compare with"_qs));
        QVERIFY2(ours >= theirs, qPrintable(marks));
    }
};
QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
