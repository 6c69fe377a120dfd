// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/qr.h>
#include <ambroise/codes/reader.h>

#include "photo.h"
#include "tools.h"

#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

//! Times to read, not to pass: a photograph of twelve megapixels is to take 150 ms at most.
class BenchReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray payload = QByteArray("AMB1:").leftJustified(220, 'K');
        m_sheet.place(*qrImage(QByteArrayView(payload), QrLevel::M, 8), 20, 250, 26);
        m_photo = test::photographed(
            m_sheet.image(),
            {.degrees = 8, .perspective = 0.08, .fill = 0.85, .blur = 1, .noise = 5, .shade = 0.4});
        m_blank = test::photographed(test::Sheet().image(), {.degrees = 8, .noise = 5});
    }

    void photographInMemory()
    {
        QBENCHMARK
        {
            QVERIFY(readImage(m_photo).ok());
        }
    }
    void photographAsJpeg()
    {
        const QByteArray file = test::fileOf(m_photo, "jpg");
        QBENCHMARK
        {
            QVERIFY(readData(file).ok());
        }
    }
    void photographWithoutACode()
    {
        QBENCHMARK
        {
            QVERIFY(!readImage(m_blank).ok());
        }
    }
    void everythingInAPhotograph()
    {
        QBENCHMARK
        {
            QVERIFY(readImage(m_photo, Search::Everything).ok());
        }
    }
    void cameraFrame()
    {
        const QImage frame = m_photo.scaled(1280, 960);
        QBENCHMARK
        {
            [[maybe_unused]] const auto symbols = readImage(frame, Search::Glance);
        }
    }
    void sheetScannedAt300Dpi()
    {
        QBENCHMARK
        {
            QVERIFY(readImage(m_sheet.image()).ok());
        }
    }

private:
    test::Sheet m_sheet;
    QImage m_photo;
    QImage m_blank;
};
QTEST_GUILESS_MAIN(BenchReader)
#include "bench_reader.moc"
