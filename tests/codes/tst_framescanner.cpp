// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/framescanner.h>
#include <ambroise/codes/qr.h>

#include <support/result.h>

#include <QSemaphore>
#include <QSignalSpy>
#include <QThreadPool>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

QImage frame(const char *content)
{
    return qrImage(QByteArrayView(content), QrLevel::M, 4)->convertToFormat(QImage::Format_RGB32);
}

QImage nothing()
{
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(Qt::gray);
    return image;
}

} // namespace

class TestFrameScanner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCodeInAFrameIsFound()
    {
        FrameScanner scanner(m_pool);
        QSignalSpy found(&scanner, &FrameScanner::found);
        QVERIFY(scanner.offer(frame("AMB1:FRAME")));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().first().value<DecodedSymbol>().bytes, QByteArray("AMB1:FRAME"));
    }

    void framesAreDroppedWhileOneIsLookedAt()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        QSemaphore gate;
        pool.start([&gate] { gate.acquire(); });
        FrameScanner scanner(pool);
        QSignalSpy looked(&scanner, &FrameScanner::looked);
        QVERIFY(scanner.offer(frame("FIRST")));
        QVERIFY(!scanner.offer(frame("DROPPED")));
        QVERIFY(!scanner.offer(frame("DROPPED TOO")));
        gate.release();
        QTRY_COMPARE(looked.size(), 1);
        QVERIFY(scanner.offer(frame("NEXT")));
        QTRY_COMPARE(looked.size(), 2);
    }

    void aCodeThatStaysIsToldOnce()
    {
        FrameScanner scanner(m_pool);
        QSignalSpy found(&scanner, &FrameScanner::found);
        for (int i = 0; i < 3; ++i)
            QVERIFY(look(scanner, frame("STAYS")));
        QCOMPARE(found.size(), 1);
        QVERIFY(look(scanner, nothing())); // a frame where the hand shook
        QVERIFY(look(scanner, frame("STAYS")));
        QCOMPARE(found.size(), 1);
        QVERIFY(look(scanner, frame("ANOTHER")));
        QCOMPARE(found.size(), 2);
    }

    void aCodeThatComesBackIsToldAnew()
    {
        FrameScanner scanner(m_pool);
        QSignalSpy found(&scanner, &FrameScanner::found);
        QVERIFY(look(scanner, frame("BACK")));
        for (int i = 0; i < 10; ++i)
            QVERIFY(look(scanner, nothing()));
        QVERIFY(look(scanner, frame("BACK")));
        QCOMPARE(found.size(), 2);
        scanner.forget();
        QVERIFY(look(scanner, frame("BACK")));
        QCOMPARE(found.size(), 3);
    }

    void framesMayComeFromAnyThreadAndAreToldInTheScanners()
    {
        FrameScanner scanner(m_pool);
        QThread *toldIn = nullptr;
        connect(
            &scanner, &FrameScanner::found, this,
            [&toldIn](const DecodedSymbol &) { toldIn = QThread::currentThread(); },
            Qt::DirectConnection);
        const std::unique_ptr<QThread> camera(
            QThread::create([&scanner] { scanner.offer(frame("THREAD")); }));
        camera->start();
        QTRY_COMPARE(toldIn, QThread::currentThread());
        QVERIFY(camera->wait());
    }

    void aScannerMayGoWhileAFrameIsLookedAt()
    {
        for (int i = 0; i < 50; ++i) {
            auto scanner = std::make_unique<FrameScanner>(m_pool);
            scanner->offer(frame("GONE"));
            if (i % 2 == 0)
                QCoreApplication::processEvents();
            scanner.reset();
        }
        QVERIFY(m_pool.waitForDone(60'000));
        QCoreApplication::processEvents();
    }

private:
    static bool look(FrameScanner &scanner, const QImage &image)
    {
        QSignalSpy looked(&scanner, &FrameScanner::looked);
        return scanner.offer(image) && looked.wait(60'000);
    }

    QThreadPool m_pool;
};
QTEST_GUILESS_MAIN(TestFrameScanner)
#include "tst_framescanner.moc"
