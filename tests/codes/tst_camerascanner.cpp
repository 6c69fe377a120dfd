// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/videoframe.h>

#include <ambroise/codes/qr.h>
#include <ambroise/codes/ui/camerascanner.h>

#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QThreadPool>
#include <QVideoSink>
#include <QtTest>

using namespace ambroise::codes;
using ui::CameraScanner;

namespace {

//! What a camera would give: 640 × 480, the code in the middle.
QVideoFrame frame(const char *content)
{
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(Qt::lightGray);
    if (*content != '\0')
        QPainter(&image).drawImage(200, 120, *qrImage(QByteArrayView(content), QrLevel::M, 6));
    return ambroise::test::videoFrame(image);
}

} // namespace

class TestCameraScanner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPostWithoutACameraSaysWhatToDo()
    {
        if (!QMediaDevices::videoInputs().isEmpty())
            QSKIP("this machine has a camera");
        CameraScanner scanner(m_pool);
        scanner.show();
        const auto *sentence = scanner.findChild<QLabel *>();
        QVERIFY(scanner.state() == CameraScanner::State::NoCamera ||
                scanner.state() == CameraScanner::State::Refused);
        QVERIFY(sentence->text().contains(u"caméra"_qs));
        QVERIFY(sentence->text().endsWith(u'.'));
    }

    void aCodeBeforeTheCameraIsFoundAndOutlined()
    {
        CameraScanner scanner(m_pool);
        scanner.resize(640, 560);
        scanner.show();
        QSignalSpy found(&scanner, &CameraScanner::found);
        sink(scanner).setVideoFrame(frame("AMB1:CAMERA"));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().first().value<DecodedSymbol>().bytes, QByteArray("AMB1:CAMERA"));
        QCOMPARE(scanner.state(), CameraScanner::State::Found);
        QVERIFY(shows(scanner, scanner.palette().color(QPalette::Link)));
    }

    void itGoesOnLookingAfterACode()
    {
        CameraScanner scanner(m_pool);
        scanner.show();
        QSignalSpy found(&scanner, &CameraScanner::found);
        sink(scanner).setVideoFrame(frame("FIRST CODE"));
        QTRY_COMPARE(found.size(), 1);
        QTRY_COMPARE(scanner.state(), CameraScanner::State::Looking);
        sink(scanner).setVideoFrame(frame("SECOND CODE"));
        QTRY_COMPARE(found.size(), 2);
    }

    void framesWithoutACodeAreShown()
    {
        CameraScanner scanner(m_pool);
        scanner.resize(640, 560);
        scanner.show();
        sink(scanner).setVideoFrame(frame(""));
        QTRY_COMPARE(scanner.state(), CameraScanner::State::Looking);
        QVERIFY(shows(scanner, QColor(Qt::lightGray)));
    }

    void nothingIsLookedAtWhileItIsHidden()
    {
        QThreadPool pool;
        CameraScanner scanner(pool);
        QSignalSpy found(&scanner, &CameraScanner::found);
        sink(scanner).setVideoFrame(frame("AMB1:HIDDEN"));
        QCOMPARE(pool.activeThreadCount(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(found.size(), 0);
    }

private:
    static QVideoSink &sink(CameraScanner &scanner) { return *scanner.findChild<QVideoSink *>(); }
    static bool shows(CameraScanner &scanner, const QColor &colour)
    {
        const QImage image = scanner.grab().toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == colour)
                    return true;
        return false;
    }

    QThreadPool m_pool;
};
QTEST_MAIN(TestCameraScanner)
#include "tst_camerascanner.moc"
