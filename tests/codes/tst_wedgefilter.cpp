// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/ui/wedgefilter.h>

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTextEdit>
#include <QVBoxLayout>
#include <QtTest>

using ambroise::codes::ui::WedgeFilter;

//! A window of the pharmacy: a field to search in, a note, and letters that act.
class TestWedgeFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_search = new QLineEdit;
        m_note = new QTextEdit;
        m_plain = new QWidget;
        m_plain->setFocusPolicy(Qt::StrongFocus);
        for (QWidget *widget :
             {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_note), m_plain})
            layout->addWidget(widget);
        m_dispense = new QAction(u"Délivrer"_qs, m_window.get());
        m_dispense->setShortcut(Qt::Key_D);
        m_window->addAction(m_dispense);
        m_dispensed = std::make_unique<QSignalSpy>(m_dispense, &QAction::triggered);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto *filter = new WedgeFilter(*m_window);
        m_scanned = std::make_unique<QSignalSpy>(filter, &WedgeFilter::scanned);
        m_now += 1000;
    }
    void cleanup() { m_window.reset(); }

    void aScanIsToldOnceAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("end");
        QTest::newRow("an ordonnance, Enter") << u"AMB1:QED8WEX0 $%"_qs << int(Qt::Key_Return);
        QTest::newRow("ended by the keypad's Enter") << u"3400930000014"_qs << int(Qt::Key_Enter);
        QTest::newRow("ended by Tab") << u"3400930000014"_qs << int(Qt::Key_Tab);
        QTest::newRow("with separators") << u"0103400930000014\u001D10AB"_qs << int(Qt::Key_Return);
        QTest::newRow("eight characters") << u"DDDDDDDD"_qs << int(Qt::Key_Return);
    }
    void aScanIsToldOnceAndLeavesNothing()
    {
        QFETCH(QString, text);
        QFETCH(int, end);
        for (QWidget *focus :
             {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_note), m_plain}) {
            m_search->setText(u"mart"_qs);
            m_note->setPlainText(u"note"_qs);
            QSignalSpy returned(m_search, &QLineEdit::returnPressed);
            focus->setFocus();
            m_scanned->clear();
            scan(text, end);
            QTRY_COMPARE(m_scanned->size(), 1);
            QCOMPARE(m_scanned->first().first().toString(), text);
            QCOMPARE(m_search->text(), u"mart"_qs);
            QCOMPARE(m_note->toPlainText(), u"note"_qs);
            QCOMPARE(m_dispensed->size(), 0);
            QCOMPARE(returned.size(), 0);
            QCOMPARE(m_window->focusWidget(), focus);
        }
    }

    void whatTheFirstKeyReplacedComesBack()
    {
        m_search->setText(u"martin"_qs);
        m_search->setFocus();
        m_search->setSelection(0, 4);
        scan(u"AMB1:12345"_qs);
        QTRY_COMPARE(m_scanned->size(), 1);
        QCOMPARE(m_search->text(), u"martin"_qs);
    }

    void aFieldThatRefusedTheFirstKeyKeepsItsValue()
    {
        auto *count = new QSpinBox(m_window.get());
        count->setValue(12);
        count->show();
        count->setFocus();
        scan(u"AMB1:12345"_qs);
        QTRY_COMPARE(m_scanned->size(), 1);
        QCOMPARE(count->value(), 12);
    }

    void twoScansAreTwo()
    {
        m_plain->setFocus();
        scan(u"FIRST-SCAN"_qs);
        m_now += 500;
        scan(u"SECOND-SCAN"_qs);
        QTRY_COMPARE(m_scanned->size(), 2);
        QCOMPARE(m_scanned->at(1).first().toString(), u"SECOND-SCAN"_qs);
    }

    void typingIsNotDelayed()
    {
        m_search->setFocus();
        QString typed;
        for (const QChar letter : u"dupond"_qs) {
            key(letter);
            m_now += 90;
            typed += letter;
            QCOMPARE(m_search->text(), typed); // at once, without an event loop
        }
        QCOMPARE(m_scanned->size(), 0);
    }

    void typingFastKeepsItsOrder()
    {
        m_search->setFocus();
        QSignalSpy returned(m_search, &QLineEdit::returnPressed);
        for (const QChar letter : u"thé"_qs) {
            key(letter);
            m_now += 20;
        }
        press(Qt::Key_Return, u"\r"_qs);
        QCOMPARE(m_search->text(), u"thé"_qs);
        QCOMPARE(returned.size(), 1);
        QCOMPARE(m_scanned->size(), 0);
    }

    void aKeyThatWasHeldComesWithoutAFurtherOne()
    {
        m_search->setFocus();
        key(u't');
        m_now += 10;
        key(u'h');
        QCOMPARE(m_search->text(), u"t"_qs);
        QTRY_COMPARE(m_search->text(), u"th"_qs);
    }

    void sevenCharactersAreTyping()
    {
        m_search->setFocus();
        scan(u"1234567"_qs);
        QCOMPARE(m_search->text(), u"1234567"_qs);
        QCoreApplication::processEvents();
        QCOMPARE(m_scanned->size(), 0);
    }

    void aPauseMakesItTyping()
    {
        m_search->setFocus();
        for (const QChar letter : u"12345678"_qs) {
            key(letter);
            m_now += 35;
        }
        press(Qt::Key_Return, u"\r"_qs);
        QCoreApplication::processEvents();
        QCOMPARE(m_search->text(), u"12345678"_qs);
        QCOMPARE(m_scanned->size(), 0);
    }

    void aLetterStillActs()
    {
        m_plain->setFocus();
        key(u'd');
        QCOMPARE(m_dispensed->size(), 0);
        QTRY_COMPARE(m_dispensed->size(), 1);
    }

    void aKeyHeldDownIsNoScan()
    {
        m_search->setFocus();
        for (int i = 0; i < 12; ++i) {
            press(Qt::Key_A, u"a"_qs, Qt::NoModifier, i > 0);
            m_now += 30;
        }
        press(Qt::Key_Return, u"\r"_qs);
        QCoreApplication::processEvents();
        QCOMPARE(m_search->text(), QString(12, u'a'));
        QCOMPARE(m_scanned->size(), 0);
    }

    void commandsPassAtOnce()
    {
        m_search->setText(u"martin"_qs);
        m_search->setFocus();
        press(Qt::Key_A, u"\u0001"_qs, Qt::ControlModifier);
        QCOMPARE(m_search->selectedText(), u"martin"_qs);
    }

    void capitalsOfAScannerAreHeardThroughItsShiftKey()
    {
        m_plain->setFocus();
        for (const QChar letter : u"AMB1:XYZ"_qs) {
            press(Qt::Key_Shift, {}, Qt::ShiftModifier);
            key(letter, Qt::ShiftModifier);
            letGo(Qt::Key_Shift);
            m_now += 4;
        }
        press(Qt::Key_Return, u"\r"_qs);
        QTRY_COMPARE(m_scanned->size(), 1);
        QCOMPARE(m_scanned->first().first().toString(), u"AMB1:XYZ"_qs);
    }

    void aScanOfWhichAPartWentThroughIsNotTold()
    {
        m_search->setFocus();
        for (const QChar letter : u"AMB1"_qs) {
            key(letter);
            m_now += 5;
        }
        QTRY_COMPARE(m_search->text(), u"AMB1"_qs); // the program was busy, the wait ran out
        scan(u":1234567890"_qs);
        QCoreApplication::processEvents();
        QCOMPARE(m_scanned->size(), 0);
        QCOMPARE(m_search->text(), u"AMB1:1234567890"_qs);
    }

    void aPasswordIsNeverTaken()
    {
        m_search->setEchoMode(QLineEdit::Password);
        m_search->setFocus();
        scan(u"typed by a password manager"_qs);
        QCoreApplication::processEvents();
        QCOMPARE(m_scanned->size(), 0);
        QCOMPARE(m_search->text(), u"typed by a password manager"_qs);
    }

    void aButtonIsNotPressedByAScan()
    {
        auto *button = new QPushButton(u"Délivrer"_qs, m_window.get());
        button->show();
        button->setFocus();
        QSignalSpy clicked(button, &QPushButton::clicked);
        scan(u"A B C D E F"_qs); // spaces and Enter would press it
        QTRY_COMPARE(m_scanned->size(), 1);
        QCOMPARE(clicked.size(), 0);
        m_now += 500;
        press(Qt::Key_Space, u" "_qs);
        letGo(Qt::Key_Space);
        QTRY_COMPARE(clicked.size(), 1);
    }

    void anotherWindowIsLeftAlone()
    {
        QLineEdit other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        for (const QChar letter : u"1234567890"_qs) {
            QKeyEvent event(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier, QString(letter));
            event.setTimestamp(m_now += 5);
            QCoreApplication::sendEvent(other.windowHandle(), &event);
        }
        QCOMPARE(other.text(), u"1234567890"_qs);
    }

private:
    //! As the window system delivers a key: first to the shortcuts, then to the window.
    void press(int code, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
               bool repeated = false)
    {
        QObject *focus = m_window->focusWidget();
        if (qt_sendShortcutOverrideEvent(focus ? focus : m_window.get(), ulong(m_now), code,
                                         modifiers, text, repeated))
            return;
        QKeyEvent event(QEvent::KeyPress, code, modifiers, text, repeated);
        event.setTimestamp(m_now);
        QCoreApplication::sendEvent(m_window->windowHandle(), &event);
    }
    void letGo(int code)
    {
        QKeyEvent event(QEvent::KeyRelease, code, Qt::NoModifier);
        event.setTimestamp(m_now);
        QCoreApplication::sendEvent(m_window->windowHandle(), &event);
    }
    void key(QChar letter, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const bool separator = letter == u'\u001D';
        const int code = separator ? int(Qt::Key_BracketRight) : letter.toUpper().unicode();
        press(code, QString(letter), separator ? Qt::ControlModifier : modifiers);
        letGo(code);
    }
    //! One character each 5 ms.
    void scan(const QString &text, int end = Qt::Key_Return)
    {
        for (const QChar letter : text) {
            key(letter);
            m_now += 5;
        }
        press(end, end == Qt::Key_Tab ? u"\t"_qs : u"\r"_qs);
        letGo(end);
    }

    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_search = nullptr;
    QTextEdit *m_note = nullptr;
    QWidget *m_plain = nullptr;
    QAction *m_dispense = nullptr;
    std::unique_ptr<QSignalSpy> m_dispensed;
    std::unique_ptr<QSignalSpy> m_scanned;
    quint64 m_now = 1000;
};
QTEST_MAIN(TestWedgeFilter)
#include "tst_wedgefilter.moc"
