// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shell/rail.h>
#include <ambroise/uikit/shell/recordtabs.h>
#include <ambroise/uikit/shell/statusbar.h>
#include <ambroise/uikit/shell/tabs.h>
#include <ambroise/uikit/shell/topbar.h>
#include <ambroise/uikit/type.h>

#include <support/tips.h>

#include <QtTest>
#include <QtWidgets>

using namespace ambroise::uikit;

namespace {

template <class Widget>
std::unique_ptr<QWidget> make()
{
    return std::make_unique<Widget>();
}

struct Part {
    const char *name;
    int height;
    std::unique_ptr<QWidget> (*make)();
};

constexpr Part parts[] = {{"top bar", 40, make<TopBar>},
                          {"record tabs", 34, make<RecordTabs>},
                          {"action bar", 40, make<ActionBar>},
                          {"status bar", 24, make<StatusBar>}};

class EventCounter : public QObject {
public:
    EventCounter(QEvent::Type type, int &count)
        : m_type(type)
        , m_count(count)
    {
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += int(event->type() == m_type);
        return false;
    }

private:
    QEvent::Type m_type;
    int &m_count;
};

QStringList unnamed(const QWidget &widget)
{
    QStringList names;
    for (QWidget *child : widget.findChildren<QWidget *>()) {
        if (child->focusPolicy() == Qt::NoFocus && !qobject_cast<QAbstractButton *>(child))
            continue;
        if (QAccessible::queryAccessibleInterface(child)->text(QAccessible::Name).isEmpty())
            names << QString::fromLatin1(child->metaObject()->className());
    }
    return names;
}

} // namespace

class TestShell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { apply(*qApp, Theme::light(), 1.0); }

    void everyBarHasTheHeightOfTheReference_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<double>("textSize");
        for (int i = 0; i < int(std::size(parts)); ++i)
            for (const double size : {1.0, 1.5})
                QTest::addRow("%s, text %.0f %%", parts[i].name, size * 100) << i << size;
    }
    void everyBarHasTheHeightOfTheReference()
    {
        QFETCH(int, part);
        QFETCH(double, textSize);
        apply(*qApp, Theme::light(), textSize);
        const auto widget = parts[part].make();
        QCOMPARE(widget->sizeHint().height(), scaled(parts[part].height));
        QVERIFY(widget->sizePolicy().verticalPolicy() == QSizePolicy::Fixed);
    }

    void everyControlOfTheFrameIsNamed()
    {
        TopBar top;
        top.setUser(u"Dr Claire Fontanel"_qs);
        top.tabs().add(u"1"_qs, u"VASSEUR Madeleine"_qs);
        QCOMPARE(unnamed(top), QStringList());
        Rail rail;
        rail.addItem(u"mail"_qs, u"envelope", u"Courrier"_qs);
        QCOMPARE(unnamed(rail), QStringList());
        RecordTabs tabs;
        tabs.add(u"note"_qs, u"Consultation"_qs);
        tabs.setNext(u"DIALLO Ibrahim"_qs, u"attend"_qs, u"Ctrl ↓"_qs);
        QCOMPARE(unnamed(tabs), QStringList());
        StatusBar status;
        status.set({u"outbox"_qs, u"Tout est envoyé"_qs, u"check2-all"_qs, false, true});
        QCOMPARE(unnamed(status), QStringList());
    }

    void theRailIs64WideWithItemsOf52()
    {
        Rail rail;
        rail.addItem(u"mail"_qs, u"envelope", u"Courrier"_qs);
        QCOMPARE(rail.sizeHint().width(), 64);
        QCOMPARE(rail.findChild<QToolButton *>()->sizeHint().height(), 52);
    }

    void whatWaitsIsPartOfTheItemsName()
    {
        Rail rail;
        rail.addItem(u"mail"_qs, u"envelope", u"Courrier"_qs);
        rail.setCount(u"mail"_qs, 4);
        const auto *item = rail.findChild<QToolButton *>();
        QVERIFY(item->accessibleName().startsWith(u"Courrier"_qs));
        QVERIFY(item->accessibleName().contains(u"4"_qs));
        rail.setCount(u"mail"_qs, 0);
        QCOMPARE(item->accessibleName(), u"Courrier"_qs);
    }

    void onlyAPressTellsThatAPlaceWasChosen()
    {
        Rail rail;
        QAction *day = rail.addItem(u"day"_qs, u"calendar3", u"Journée"_qs);
        rail.addItem(u"mail"_qs, u"envelope", u"Courrier"_qs);
        rail.addFootItem(u"settings"_qs, u"gear", u"Réglages"_qs);
        QSignalSpy activated(&rail, &Rail::activated);
        rail.setCurrent(u"mail"_qs);
        QCOMPARE(activated.size(), 0);
        QCOMPARE(rail.current(), u"mail"_qs);
        day->trigger();
        QCOMPARE(activated.size(), 1);
        QCOMPARE(rail.current(), u"day"_qs);
    }

    void settingsStandAtTheFootOfTheRail()
    {
        Rail rail;
        rail.addFootItem(u"settings"_qs, u"gear", u"Réglages"_qs);
        rail.addItem(u"day"_qs, u"calendar3", u"Journée"_qs);
        rail.resize(64, 600);
        rail.show();
        const auto items = rail.findChildren<QToolButton *>();
        QVERIFY(items.first()->y() > 400);
        QVERIFY(items.last()->y() < 100);
    }

    void aRecordOpenedTwiceIsOneTab()
    {
        OpenTabs tabs;
        tabs.add(u"1"_qs, u"VASSEUR Madeleine"_qs);
        tabs.add(u"2"_qs, u"DIALLO Ibrahim"_qs);
        tabs.add(u"1"_qs, u"VASSEUR Madeleine"_qs);
        QCOMPARE(tabs.count(), 2);
        tabs.select(u"2"_qs);
        QCOMPARE(tabs.currentId(), u"2"_qs);
    }

    void tabsGoRound()
    {
        OpenTabs tabs;
        for (const QString &id : {u"1"_qs, u"2"_qs, u"3"_qs})
            tabs.add(id, id);
        tabs.selectNext(-1);
        QCOMPARE(tabs.currentId(), u"3"_qs);
        tabs.selectNext(1);
        QCOMPARE(tabs.currentId(), u"1"_qs);
    }

    //! The window shows another place: the one open record is behind it.
    void theCurrentTabLeadsBackToItsRecord()
    {
        OpenTabs tabs;
        tabs.add(u"1"_qs, u"VASSEUR Madeleine"_qs);
        tabs.resize(400, 40);
        tabs.show();
        QSignalSpy selected(&tabs, &OpenTabs::selected);
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(0).topLeft() + QPoint(30, 20));
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.first().first().toString(), u"1"_qs);
        tabs.selectNext(1);
        QCOMPARE(selected.size(), 2);
    }

    void anotherTabIsSelectedOnce()
    {
        OpenTabs tabs;
        tabs.add(u"1"_qs, u"VASSEUR Madeleine"_qs);
        tabs.add(u"2"_qs, u"DIALLO Ibrahim"_qs);
        tabs.resize(600, 40);
        tabs.show();
        QSignalSpy selected(&tabs, &OpenTabs::selected);
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(1).topLeft() + QPoint(30, 20));
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.first().first().toString(), u"2"_qs);
    }

    void closingIsAskedForTheCurrentTab()
    {
        OpenTabs tabs;
        tabs.add(u"1"_qs, u"VASSEUR Madeleine"_qs);
        tabs.add(u"2"_qs, u"DIALLO Ibrahim"_qs);
        tabs.select(u"2"_qs);
        QSignalSpy asked(&tabs, &OpenTabs::closeRequested);
        for (auto *button : tabs.findChildren<QToolButton *>()) // the others scroll
            if (button->accessibleName() == u"Fermer DIALLO Ibrahim")
                button->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"2"_qs);
    }

    void aMovedTabKeepsItsId()
    {
        OpenTabs tabs;
        tabs.add(u"1"_qs, u"VASSEUR Madeleine"_qs);
        tabs.add(u"2"_qs, u"DIALLO Ibrahim"_qs);
        tabs.moveTab(0, 1);
        QCOMPARE(tabs.idAt(1), u"1"_qs);
        QCOMPARE(tabs.currentId(), u"1"_qs);
    }

    void choosingAPageMovesNoTab()
    {
        RecordTabs tabs;
        for (const QString &id : {u"Consultation"_qs, u"Ordonnances"_qs, u"Résultats"_qs})
            tabs.add(id, id);
        tabs.setCount(u"Ordonnances"_qs, 41);
        tabs.resize(900, 34);
        tabs.show();
        const auto *bar = tabs.findChild<QTabBar *>();
        const QRect before = bar->tabRect(2);
        tabs.select(u"Résultats"_qs);
        QCOMPARE(bar->tabRect(2), before);
        QCOMPARE(tabs.current(), u"Résultats"_qs);
    }

    void actsKeepTheirCapsWhenThereIsNoRoomForTheirWords()
    {
        ActionBar bar;
        QAction note(u"Note"_qs), main(u"Terminer"_qs);
        note.setShortcut(Qt::Key_N);
        main.setShortcut(Qt::CTRL | Qt::Key_Return);
        Button *act = bar.addAct(&note);
        for (int i = 0; i < 7; ++i)
            bar.addAct(&note);
        bar.setPrimary(&main);
        bar.resize(1300, 40);
        bar.show();
        const int wide = act->sizeHint().width();
        bar.resize(500, 40);
        QVERIFY(act->sizeHint().width() < wide);
        QCOMPARE(act->toolTip(), u"Note"_qs);
        QVERIFY(bar.minimumSizeHint().width() <= 500);
        bar.resize(1300, 40);
        QCOMPARE(act->sizeHint().width(), wide);
    }

    void whoWaitsLosesItsWordsBeforeTheTabsDo()
    {
        RecordTabs tabs;
        for (const QString &id : {u"Consultation"_qs, u"Ordonnances"_qs, u"Résultats"_qs})
            tabs.add(id, id);
        tabs.setNext(u"DIALLO <i>Ibrahim</i>"_qs, u"attend depuis 6 min"_qs, u"Ctrl ↓"_qs);
        tabs.resize(900, 34);
        tabs.show();
        const auto *bar = tabs.findChild<QTabBar *>();
        const QRect wide = bar->tabRect(0);
        tabs.resize(460, 34);
        QCOMPARE(bar->tabRect(0), wide);
        QStringList tips;
        for (const auto *button : tabs.findChildren<QAbstractButton *>())
            if (button->isVisible())
                tips << ambroise::test::readTip(button->toolTip());
        QCOMPARE(tips, QStringList{u"DIALLO <i>Ibrahim</i> attend depuis 6 min"_qs});
    }

    void fittingTheActsComesToRest()
    {
        ActionBar bar;
        QAction note(u"Note"_qs);
        note.setShortcut(Qt::Key_N);
        for (int i = 0; i < 8; ++i)
            bar.addAct(&note);
        bar.resize(400, 40);
        bar.show();
        QCoreApplication::processEvents();
        int requests = 0;
        EventCounter counter(QEvent::LayoutRequest, requests);
        bar.installEventFilter(&counter);
        bar.resize(390, 40);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QVERIFY(requests <= 1);
    }

    void thePrimaryActStandsAtTheRightEnd()
    {
        ActionBar bar;
        QAction main(u"Terminer"_qs), print(u"Imprimer"_qs);
        auto *primary = bar.setPrimary(&main);
        auto *secondary = bar.addSecondary(&print);
        bar.resize(900, 40);
        bar.show();
        QVERIFY(primary->mapTo(&bar, QPoint()).x() > secondary->mapTo(&bar, QPoint()).x());
        QCOMPARE(primary->mapTo(&bar, primary->rect().topRight()).x(), 900 - 10 - 1);
    }

    void onlyWhatCanBePressedTellsOfIt()
    {
        StatusBar bar;
        bar.set({u"outbox"_qs, u"2 envois en attente"_qs, u"cloud-arrow-up"_qs, false, true});
        bar.set({u"post"_qs, u"Poste Cabinet 1"_qs, {}, true});
        QSignalSpy clicked(&bar, &StatusBar::clicked);
        for (QAbstractButton *word : bar.findChildren<QAbstractButton *>())
            word->click();
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().toString(), u"outbox"_qs);
    }

    void aStatusChangesInItsPlace()
    {
        StatusBar bar;
        bar.set({u"outbox"_qs, u"2 envois en attente"_qs});
        bar.set({u"outbox"_qs, u"Tout est envoyé"_qs});
        QCOMPARE(bar.findChildren<QAbstractButton *>().size(), 1);
        QCOMPARE(bar.findChild<QAbstractButton *>()->accessibleName(), u"Tout est envoyé"_qs);
    }

    void theSandboxIsSaid()
    {
        StatusBar bar;
        bar.resize(800, 24);
        bar.show();
        const auto said = [&] {
            for (const QLabel *label : bar.findChildren<QLabel *>())
                if (label->isVisible() && label->text() == u"Bac à sable")
                    return true;
            return false;
        };
        QVERIFY(!said());
        bar.setSandbox(true);
        QVERIFY(said());
    }

    void aRowIsReadInOneBreath()
    {
        Row row;
        row.lead = u"10:43"_qs;
        row.title = u"WEBER Anton"_qs;
        row.secondary = u"fièvre"_qs;
        row.chip = RowChip{Meaning::Retrieved, u"Récupérée"_qs};
        QCOMPARE(sentence(row), u"WEBER Anton, fièvre, Récupérée, 10:43"_qs);
    }

    void rowsHaveTheHeightOfTheReference_data()
    {
        QTest::addColumn<int>("height");
        QTest::newRow("history") << 42;
        QTest::newRow("waiting list") << 46;
        QTest::newRow("mail") << 50;
    }
    void rowsHaveTheHeightOfTheReference()
    {
        QFETCH(int, height);
        TwoLineDelegate delegate(height);
        QStandardItemModel model(1, 1);
        QCOMPARE(delegate.sizeHint({}, model.index(0, 0)).height(), height);
        DenseDelegate dense;
        QCOMPARE(dense.sizeHint({}, model.index(0, 0)).height(), 20);
    }

    void aModelGivesItsRowInEveryRole()
    {
        Row row;
        row.title = u"VASSEUR Madeleine"_qs;
        row.rest = u"F"_qs;
        QCOMPARE(rowData(row, RowRole).value<Row>().title, row.title);
        QCOMPARE(rowData(row, Qt::DisplayRole).toString(), u"VASSEUR Madeleine, F"_qs);
        QCOMPARE(rowData(row, Qt::AccessibleTextRole).toString(), u"VASSEUR Madeleine, F"_qs);
        QVERIFY(!rowData(row, Qt::ToolTipRole).isValid()); // the delegate's, where it is cut
        QVERIFY(!rowData(row, Qt::DecorationRole).isValid());
    }

    void whatIsCutIsWholeInItsTipWithoutMarkup()
    {
        const QString name = u"VASSEUR <b>Madeleine</b>, née le 4 février 1951"_qs;
        QListView view;
        QStandardItemModel model;
        auto *item = new QStandardItem;
        Row row;
        row.title = name;
        item->setData(QVariant::fromValue(row), RowRole);
        model.appendRow(item);
        view.setModel(&model);
        view.setItemDelegate(new TwoLineDelegate(46, &view));
        view.resize(150, 100);
        view.show();
        QCOMPARE(ambroise::test::tipAt(*view.viewport(), {20, 20}), name);
        OpenTabs tabs;
        tabs.add(u"1"_qs, name);
        tabs.resize(100, 40);
        tabs.show();
        QCOMPARE(ambroise::test::tipAt(tabs, {20, 20}), name);
    }

    void theSelectedRowHasItsBar()
    {
        QListView view;
        QStandardItemModel model;
        auto *item = new QStandardItem;
        Row row;
        row.title = u"VASSEUR Madeleine"_qs;
        item->setData(QVariant::fromValue(row), RowRole);
        model.appendRow(item);
        view.setModel(&model);
        TwoLineDelegate delegate;
        view.setItemDelegate(&delegate);
        prepareList(view);
        view.resize(300, 100);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setCurrentIndex(model.index(0, 0));
        const QImage image = view.grab().toImage();
        QCOMPARE(image.pixelColor(1, 20), Theme::light().color(Token::Accent));
        QCOMPARE(image.pixelColor(5, 5), Theme::light().color(Token::Soft));
    }
};
QTEST_MAIN(TestShell)
#include "tst_shell.moc"
