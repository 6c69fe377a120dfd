// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/signaturepad.h>
#include <ambroise/uikit/theme.h>

#include <QApplication>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::uikit;

class TestSignaturePad : public QObject {
    Q_OBJECT
    std::unique_ptr<SignaturePad> m_pad;
    QPointingDevice m_pen{QStringLiteral("pen"),
                          1,
                          QInputDevice::DeviceType::Stylus,
                          QPointingDevice::PointerType::Pen,
                          QInputDevice::Capability::Pressure,
                          1,
                          2};
    QPointingDevice m_eraser{QStringLiteral("eraser"),
                             2,
                             QInputDevice::DeviceType::Stylus,
                             QPointingDevice::PointerType::Eraser,
                             QInputDevice::Capability::Pressure,
                             1,
                             2};

    void pen(const QPointingDevice &device, QEvent::Type type, QPointF at, double pressure)
    {
        QTabletEvent event(type, &device, at, m_pad->mapToGlobal(at), pressure, 0, 0, 0, 0, 0,
                           Qt::NoModifier, Qt::LeftButton, Qt::LeftButton);
        QCoreApplication::sendEvent(m_pad.get(), &event);
    }
    void mouseStroke(QPoint from, QPoint to)
    {
        QTest::mousePress(m_pad.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_pad.get(), (from + to) / 2);
        QTest::mouseMove(m_pad.get(), to);
        QTest::mouseRelease(m_pad.get(), Qt::LeftButton, {}, to);
    }

private Q_SLOTS:
    void initTestCase() { apply(*qApp, Theme::light(), 1.0); }
    void init()
    {
        m_pad = std::make_unique<SignaturePad>();
        m_pad->show();
        m_pad->resize(m_pad->sizeHint());
        QVERIFY(QTest::qWaitForWindowExposed(m_pad.get()));
    }

    void theMouseDrawsInMillimetres()
    {
        QSignalSpy changed(m_pad.get(), &SignaturePad::changed);
        mouseStroke({40, 40}, {200, 80});
        QCOMPARE(m_pad->strokes().size(), 1);
        const PenStroke stroke = m_pad->strokes().first();
        QVERIFY(stroke.size() >= 3);
        QCOMPARE(stroke.first().at, QPointF(10, 10));
        QCOMPARE(stroke.last().at, QPointF(50, 20));
        QVERIFY(changed.size() >= 2);
        QVERIFY(HandSignature::make(m_pad->strokes()).ok());
    }

    void thePenTellsHowHardItIsPressed()
    {
        pen(m_pen, QEvent::TabletPress, {40, 40}, 0.2);
        pen(m_pen, QEvent::TabletMove, {80, 60}, 0.9);
        pen(m_pen, QEvent::TabletRelease, {80, 60}, 0);
        pen(m_pen, QEvent::TabletMove, {120, 60}, 0); // in the air
        QCOMPARE(m_pad->strokes().size(), 1);
        QCOMPARE(m_pad->strokes().first().size(), 2);
        QCOMPARE(m_pad->strokes().first().first().pressure, 0.2);
        QCOMPARE(m_pad->strokes().first().last().pressure, 0.9);
    }

    void aFingerDraws()
    {
        const auto device = std::unique_ptr<QPointingDevice>(QTest::createTouchDevice());
        QTest::touchEvent(m_pad.get(), device.get()).press(0, {40, 40}, m_pad.get());
        QTest::touchEvent(m_pad.get(), device.get()).move(0, {80, 60}, m_pad.get());
        QTest::touchEvent(m_pad.get(), device.get()).release(0, {120, 60}, m_pad.get());
        QCOMPARE(m_pad->strokes().size(), 1);
        QCOMPARE(m_pad->strokes().first().last().at, QPointF(30, 15));
    }

    void theLastStrokeIsTakenAwayByKeyOrByTheEndOfThePen()
    {
        for (int i = 0; i < 4; ++i)
            mouseStroke({40, 20 + 20 * i}, {200, 20 + 20 * i});
        QTest::keyClick(m_pad.get(), Qt::Key_Backspace);
        QCOMPARE(m_pad->strokes().size(), 3);
        QTest::keyClick(m_pad.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_pad->strokes().size(), 2);
        pen(m_eraser, QEvent::TabletPress, {40, 40}, 0.5);
        pen(m_eraser, QEvent::TabletRelease, {40, 40}, 0);
        QCOMPARE(m_pad->strokes().size(), 1);
        mouseStroke({40, 20}, {200, 20});
        QTest::keyClick(m_pad.get(), Qt::Key_Delete);
        QVERIFY(m_pad->isEmpty());
        QTest::keyClick(m_pad.get(), Qt::Key_Backspace); // nothing to take
        QVERIFY(m_pad->isEmpty());
    }

    void whatLeavesThePadStaysAtItsEdge()
    {
        mouseStroke({40, 40}, {2000, -300});
        const PenPoint last = m_pad->strokes().first().last();
        QCOMPARE(last.at, QPointF(SignaturePad::widthInMm, 0));
    }

    void aKeptOneIsShownInTheMiddle()
    {
        mouseStroke({40, 40}, {200, 80});
        const auto signature = HandSignature::make(m_pad->strokes());
        m_pad->setSignature(*signature);
        QCOMPARE(*HandSignature::make(m_pad->strokes()), *signature);
        QVERIFY(qAbs(m_pad->strokes().first().first().at.x() - 30) < 0.1);
    }

    void whoCannotDrawIsToldWhatElseIsDone()
    {
        QVERIFY(m_pad->focusPolicy() & Qt::TabFocus);
        QVERIFY(m_pad->accessibleDescription().contains(QStringLiteral("signer à la main")));
    }

    void inkIsSeenOnBothThemes()
    {
        for (const Theme &theme : {Theme::light(), Theme::dark()}) {
            apply(*qApp, theme, 1.0);
            const QImage before = m_pad->grab().toImage();
            mouseStroke({40, 40}, {300, 60});
            QVERIFY(m_pad->grab().toImage() != before);
            m_pad->clear();
        }
        apply(*qApp, Theme::light(), 1.0);
    }
};

QTEST_MAIN(TestSignaturePad)
#include "tst_signaturepad.moc"
