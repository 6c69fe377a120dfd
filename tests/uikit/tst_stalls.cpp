// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/palette/commandpalette.h>
#include <ambroise/uikit/theme.h>
#include <support/stalldetector.h>

#include <QtTest>
#include <QtWidgets>

#include <thread>

using namespace ambroise;
using namespace std::chrono_literals;

class TestStalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHandlerThatWaitsIsFoundAndNamed()
    {
        test::StallDetector stalls(50ms);
        bool done = false;
        // The stall is what is measured here: nothing waits for it to pass.
        QTimer::singleShot(0, this, [&] {
            std::this_thread::sleep_for(120ms);
            done = true;
        });
        QTRY_VERIFY(done);
        QCoreApplication::processEvents();
        QVERIFY(!stalls.none());
        QVERIFY(stalls.worst() >= 120ms);
        QVERIFY2(stalls.report().contains(u" of "_qs), qPrintable(stalls.report()));
    }

    void waitingIsNotStalling()
    {
        test::StallDetector stalls(200ms);
        QEventLoop loop;
        QTimer::singleShot(300ms, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY2(stalls.none(), qPrintable(stalls.report()));
    }

    void forgettingStartsAnew()
    {
        test::StallDetector stalls(0ms);
        bool done = false;
        QTimer::singleShot(0, this, [&] {
            std::this_thread::sleep_for(5ms);
            done = true;
        });
        QTRY_VERIFY(done);
        QCoreApplication::processEvents();
        stalls.clear();
        QVERIFY(stalls.none());
        QCOMPARE(stalls.worst(), 0ms);
    }

    void openingThePalette()
    {
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
        QWidget window;
        window.resize(1366, 768);
        window.show();
        uikit::CommandPalette palette(&window);
        palette.addSource(uikit::SourceKind::Actions, [](const QString &typed) {
            QList<uikit::Command> many;
            for (int i = 0; i < 200; ++i)
                many << uikit::Command{QString::number(i), u"Actions"_qs,
                                       u"Acte "_qs + QString::number(i)};
            return uikit::filtered(many, typed);
        });
        QBENCHMARK
        { // 50 ms at most (design reference §6)
            palette.openWith(u"acte"_qs);
            palette.repaint();
            palette.reject();
        }
    }
};
QTEST_MAIN(TestStalls)
#include "tst_stalls.moc"
