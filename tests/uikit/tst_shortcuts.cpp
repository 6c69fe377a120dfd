// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/keymap.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/theme.h>

#include <QtTest>
#include <QtWidgets>

using namespace ambroise::uikit;

namespace {

//! A window with two pages that have keys of their own, one of them shown.
class Window : public QWidget {
public:
    Window()
        : button(new QPushButton(u"Rien"_qs, this))
        , line(new QLineEdit(this))
        , pages(new QStackedWidget(this))
        , keys(new ActionMap(this))
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(button);
        layout->addWidget(line);
        layout->addWidget(pages);
        for (const QString &name : {u"mail"_qs, u"desk"_qs}) {
            auto *page = new QWidget;
            pages->addWidget(page);
            auto *map = new ActionMap(page);
            map->letter({name, name, u"Page"_qs}, 'P', [this, name] { ran << name; });
        }
        keys->letter({u"note"_qs, u"Note"_qs, u"Dossier"_qs}, 'N', [this] { ran << u"note"_qs; });
        keys->key({u"lock"_qs, u"Verrouiller"_qs, u"Partout"_qs}, Qt::CTRL | Qt::Key_L,
                  [this] { ran << u"lock"_qs; });
        keys->key({u"rail"_qs, u"Courrier"_qs, u"Aller à"_qs}, Qt::ALT | Qt::Key_3,
                  [this] { ran << u"rail"_qs; });
        keys->key({u"main"_qs, u"Terminer"_qs, u"Partout"_qs}, Qt::CTRL | Qt::Key_Return,
                  [this] { ran << u"main"_qs; });
        keys->key({u"palette"_qs, u"Chercher"_qs, u"Partout"_qs, {}, false}, Qt::CTRL | Qt::Key_K,
                  [this] { ran << u"palette"_qs; });
        show();
        button->setFocus();
    }

    QPushButton *button;
    QLineEdit *line;
    QStackedWidget *pages;
    ActionMap *keys;
    QStringList ran;
};

} // namespace

class TestShortcuts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { apply(*qApp, Theme::light(), 1.0); }

    void aLetterActsUnlessItIsText_data()
    {
        QTest::addColumn<QString>("focus");
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QStringList>("ran");
        QTest::addColumn<QString>("typed");
        const QStringList note{u"note"_qs};
        const Qt::KeyboardModifiers none, alt = Qt::AltModifier, ctrl = Qt::ControlModifier;
        QTest::newRow("letter, no field")
            << u"button"_qs << int(Qt::Key_N) << none << note << QString();
        QTest::newRow("letter, in a field")
            << u"line"_qs << int(Qt::Key_N) << none << QStringList{} << u"n"_qs;
        QTest::newRow("Alt and letter, in a field")
            << u"line"_qs << int(Qt::Key_N) << alt << note << QString();
        QTest::newRow("Alt and letter, no field")
            << u"button"_qs << int(Qt::Key_N) << alt << note << QString();
        QTest::newRow("letter of no act, in a field")
            << u"line"_qs << int(Qt::Key_Y) << none << QStringList{} << u"y"_qs;
        QTest::newRow("Ctrl key, in a field")
            << u"line"_qs << int(Qt::Key_L) << ctrl << QStringList{u"lock"_qs} << QString();
        QTest::newRow("primary act, in a field")
            << u"line"_qs << int(Qt::Key_Return) << ctrl << QStringList{u"main"_qs} << QString();
        QTest::newRow("primary act, keypad")
            << u"line"_qs << int(Qt::Key_Enter) << ctrl << QStringList{u"main"_qs} << QString();
        QTest::newRow("digit") << u"line"_qs << int(Qt::Key_3) << alt << QStringList{u"rail"_qs}
                               << QString();
        QTest::newRow("digit of a French keyboard")
            << u"line"_qs << int(Qt::Key_QuoteDbl) << alt << QStringList{u"rail"_qs} << QString();
    }
    void aLetterActsUnlessItIsText()
    {
        QFETCH(QString, focus);
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QWidget *target = focus == u"line" ? static_cast<QWidget *>(window.line) : window.button;
        target->setFocus();
        QTest::keyClick(target, Qt::Key(key), modifiers);
        QTEST(window.ran, "ran");
        QTEST(window.line->text(), "typed");
    }

    void aReadOnlyFieldTakesNoText()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.line->setReadOnly(true);
        window.line->setFocus();
        QVERIFY(!takesText(window.line));
        QTest::keyClick(window.line, Qt::Key_N);
        QCOMPARE(window.ran, QStringList{u"note"_qs});
    }

    void pagesMayShareALetterAsOneOfThemIsShown()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(window.button, Qt::Key_P);
        window.pages->setCurrentIndex(1);
        QTest::keyClick(window.button, Qt::Key_P);
        QCOMPARE(window.ran, (QStringList{u"mail"_qs, u"desk"_qs}));
    }

    void aDisabledActDoesNothing()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.keys->action(u"note"_qs)->setEnabled(false);
        QTest::keyClick(window.button, Qt::Key_N);
        QVERIFY(window.ran.isEmpty());
    }

    void thePaletteIsFedByTheMapsThatAreShown()
    {
        Window window;
        const CommandSource source = ActionMap::commandsOf(window);
        QStringList ids;
        for (const Command &command : source({}))
            ids << command.id;
        QCOMPARE(ids, (QStringList{u"note"_qs, u"lock"_qs, u"rail"_qs, u"main"_qs, u"mail"_qs}));
        const QList<Command> found = source(u"note"_qs);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().key, u"N"_qs);
        QCOMPARE(found.first().group, u"Dossier"_qs);
        found.first().run();
        QCOMPARE(window.ran, QStringList{u"note"_qs});
    }

    void anActThatWentAwayIsForgotten()
    {
        Window window;
        delete window.keys->action(u"note"_qs);
        QVERIFY(!window.keys->action(u"note"_qs));
        QCOMPARE(window.keys->actions().size(), 4);
    }

    void holdingAltShowsTheKeysUntilItIsReleased()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        KeyMapOverlay overlay(&window);
        overlay.setDelay(std::chrono::milliseconds(1));
        QTest::keyPress(window.line, Qt::Key_Alt, Qt::AltModifier);
        QTRY_VERIFY(overlay.isVisible());
        QCOMPARE(overlay.geometry(), window.rect());
        QTest::keyRelease(window.line, Qt::Key_Alt);
        QVERIFY(!overlay.isVisible());
    }

    void altWithAnotherKeyShowsNothing()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));
        KeyMapOverlay overlay(&window);
        overlay.setDelay(std::chrono::milliseconds(0));
        QTest::keyPress(window.line, Qt::Key_Alt, Qt::AltModifier);
        QTest::keyClick(window.line, Qt::Key_N, Qt::AltModifier);
        QCoreApplication::processEvents();
        QVERIFY(!overlay.isVisible());
        QTest::keyRelease(window.line, Qt::Key_Alt);
        QCOMPARE(window.ran, QStringList{u"note"_qs});
    }
};
QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
