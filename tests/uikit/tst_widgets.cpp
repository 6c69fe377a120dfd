// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/keys.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/tip.h>

#include <support/tips.h>

#include <QtTest>
#include <QtWidgets>

using namespace ambroise::uikit;

namespace {

QString accessibleName(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Name);
}

using Maker = std::function<QWidget *()>;

struct Piece {
    const char *name;
    int height; //!< design reference §3, at 96 dpi
    Maker make;
};

QList<Piece> pieces()
{
    return {
        {"chip", 18,
         [] {
             return new Chip(Meaning::Qualified, u"Qualifiée"_qs, u"shield"_qs);
         }},
        {"key cap", 17,
         [] {
             return new KeyCap(u"Ctrl K"_qs);
         }},
        {"tag", 18,
         [] {
             return new StatusTag(Meaning::Stop, u"CI"_qs);
         }},
        {"button", 28,
         [] {
             return new Button(u"Dossier"_qs);
         }},
        {"primary button", 28,
         [] {
             return new PrimaryButton(u"Terminer"_qs, u"Ctrl ↵"_qs);
         }},
        {"field", 28,
         [] {
             return new QLineEdit(u"Vasseur"_qs);
         }},
        {"search field", 28,
         [] {
             return new SearchField(u"Chercher"_qs, u"/"_qs);
         }},
        {"password field", 28,
         [] {
             return new PasswordField;
         }},
        {"combo box", 28,
         [] {
             return new QComboBox;
         }},
        {"spin box", 28,
         [] {
             return new QSpinBox;
         }},
        {"date field", 28,
         [] {
             return new QDateEdit;
         }},
        {"choice", 28,
         [] {
             return new Segmented(u"Vue"_qs, {u"Jour"_qs, u"Semaine"_qs});
         }},
        {"dense choice", 24,
         [] {
             return new Segmented(u"Vue"_qs, {u"Jour"_qs, u"Semaine"_qs},
                                  Segmented::Density::Dense);
         }},
        {"alert line", 30,
         [] {
             auto *line = new MessageLine(Meaning::Stop);
             line->setText(u"INSi ne répond pas."_qs);
             line->addAct(u"Réessayer"_qs, u"F5"_qs, [] {});
             return line;
         }},
        {"section title", 22,
         [] {
             return new SectionTitle(u"Problèmes"_qs, u"5"_qs);
         }},
    };
}

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { apply(*qApp, Theme::light(), 1.0); }

    void everyPieceHasTheHeightOfTheReference_data()
    {
        QTest::addColumn<int>("piece");
        QTest::addColumn<double>("textSize");
        for (int i = 0; i < pieces().size(); ++i)
            for (const double size : {1.0, 1.5})
                QTest::addRow("%s, text %.0f %%", pieces().at(i).name, size * 100) << i << size;
    }
    void everyPieceHasTheHeightOfTheReference()
    {
        QFETCH(int, piece);
        QFETCH(double, textSize);
        apply(*qApp, Theme::light(), textSize);
        const std::unique_ptr<QWidget> widget(pieces().at(piece).make());
        widget->ensurePolished();
        QCOMPARE(std::max(widget->sizeHint().height(), widget->minimumHeight()),
                 scaled(pieces().at(piece).height));
    }

    void widthsGrowWithTheText_data()
    {
        QTest::addColumn<int>("piece");
        for (int i = 0; i < 5; ++i) // those whose width is their text's
            QTest::addRow("%s", pieces().at(i).name) << i;
    }
    void widthsGrowWithTheText()
    {
        QFETCH(int, piece);
        const std::unique_ptr<QWidget> widget(pieces().at(piece).make());
        const int usual = widget->sizeHint().width();
        apply(*qApp, Theme::light(), 1.5);
        QVERIFY2(widget->sizeHint().width() > usual * 1.3,
                 qPrintable(QString::number(widget->sizeHint().width())));
    }

    void everyPieceHasAnAccessibleName_data()
    {
        QTest::addColumn<QWidget *>("widget");
        for (const Piece &piece : pieces())
            if (!QByteArrayView(piece.name).contains("field") &&
                !QByteArrayView(piece.name).contains("box"))
                QTest::addRow("%s", piece.name) << piece.make();
        QTest::newRow("search field") << static_cast<QWidget *>(new SearchField(u"Chercher"_qs));
        QTest::newRow("empty state") << static_cast<QWidget *>(new EmptyState(u"Aucun."_qs));
        QTest::newRow("strength meter") << static_cast<QWidget *>(new StrengthMeter);
    }
    void everyPieceHasAnAccessibleName()
    {
        QFETCH(QWidget *, widget);
        const std::unique_ptr<QWidget> owner(widget);
        QVERIFY(!accessibleName(*widget).isEmpty());
    }

    void everyStatusOfAnIdentityHasItsWordAndItsIcon()
    {
        for (const Meaning meaning : {Meaning::Qualified, Meaning::Validated, Meaning::Retrieved,
                                      Meaning::Provisional, Meaning::Doubtful, Meaning::Fictive}) {
            QVERIFY(!standardWord(meaning).isEmpty());
            QVERIFY(hasIcon(standardIcon(meaning)));
        }
    }

    void aDoubtfulIdentityIsHatchedSoThatGreyPrintTellsIt()
    {
        Chip chip(Meaning::Doubtful, u" "_qs);
        chip.resize(chip.sizeHint());
        const QImage image = chip.grab().toImage();
        QSet<QRgb> colours;
        for (int x = 4; x < image.width() - 4; ++x)
            colours << image.pixel(x, image.height() / 2);
        QVERIFY(colours.size() > 1);
    }

    void keysAreWrittenAsOnAFrenchKeyboard_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QString>("cap");
        QTest::newRow("letter") << QKeySequence(Qt::Key_N) << u"N"_qs;
        QTest::newRow("palette") << QKeySequence(Qt::CTRL | Qt::Key_K) << u"Ctrl K"_qs;
        QTest::newRow("primary") << QKeySequence(Qt::CTRL | Qt::Key_Return) << u"Ctrl ↵"_qs;
        QTest::newRow("zone") << QKeySequence(Qt::SHIFT | Qt::Key_F5) << u"Maj F5"_qs;
        QTest::newRow("escape") << QKeySequence(Qt::Key_Escape) << u"Échap"_qs;
        QTest::newRow("delete") << QKeySequence(Qt::Key_Delete) << u"Suppr"_qs;
        QTest::newRow("waiting") << QKeySequence(Qt::CTRL | Qt::Key_Down) << u"Ctrl ↓"_qs;
        QTest::newRow("none") << QKeySequence() << QString();
    }
    void keysAreWrittenAsOnAFrenchKeyboard()
    {
        QFETCH(QKeySequence, keys);
        QTEST(keyText(keys), "cap");
    }

    void aBoundButtonIsItsAction()
    {
        QAction action(u"Note"_qs);
        action.setShortcut(Qt::Key_N);
        Button button(&action);
        QCOMPARE(button.text(), u"Note"_qs);
        QCOMPARE(button.key(), u"N"_qs);
        QSignalSpy triggered(&action, &QAction::triggered);
        button.click();
        QCOMPARE(triggered.size(), 1);
        action.setEnabled(false);
        action.setToolTip(u"Régler d'abord la contre-indication"_qs);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), u"Régler d'abord la contre-indication"_qs);
        button.click();
        QCOMPARE(triggered.size(), 1);
    }

    void aBoundButtonOfAChoiceStaysChecked()
    {
        QAction action(u"Note"_qs);
        action.setCheckable(true);
        QActionGroup group(nullptr);
        group.addAction(&action);
        Button button(&action, Button::Look::Act);
        button.click();
        button.click();
        QVERIFY(action.isChecked());
        QVERIFY(button.isChecked());
    }

    void arrowsMoveTheChoice()
    {
        Segmented choice(u"Vue"_qs, {u"Jour"_qs, u"Semaine"_qs, u"Mois"_qs});
        choice.show();
        choice.setFocus();
        QSignalSpy changed(&choice, &Segmented::currentChanged);
        const auto press = [](Qt::Key key) {
            QTest::keyClick(qApp->focusWidget(), key);
        };
        QTRY_VERIFY(qApp->focusWidget());
        press(Qt::Key_Right);
        QCOMPARE(choice.current(), 1);
        press(Qt::Key_Right);
        press(Qt::Key_Right); // there is nothing further
        QCOMPARE(choice.current(), 2);
        press(Qt::Key_Left);
        QCOMPARE(choice.current(), 1);
        QCOMPARE(changed.size(), 3);
    }

    void aChoiceIsOneTabStop()
    {
        QWidget page;
        auto *before = new QLineEdit(&page);
        auto *choice = new Segmented(u"Vue"_qs, {u"Jour"_qs, u"Semaine"_qs, u"Mois"_qs},
                                     Segmented::Density::Regular, &page);
        auto *after = new QLineEdit(&page);
        choice->setCurrent(1);
        page.show();
        before->setFocus();
        QTRY_VERIFY(before->hasFocus());
        QTest::keyClick(before, Qt::Key_Tab);
        QVERIFY(choice->isAncestorOf(qApp->focusWidget()));
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
        QVERIFY(after->hasFocus());
    }

    void strengthIsSaidInWords_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("kept");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("fair") << 2 << 2;
        QTest::newRow("beyond the bars") << 9 << 4;
        QTest::newRow("less than nothing") << -1 << 0;
    }
    void aToastGoesByItself()
    {
        Toast toast;
        toast.move(300, 300); // away from the pointer, which would hold it
        toast.setDuration(std::chrono::milliseconds(1));
        toast.say(u"Ordonnance envoyée."_qs);
        QVERIFY(toast.isVisible());
        QTRY_VERIFY(!toast.isVisible());
    }

    void zUndoesWhatTheToastSays()
    {
        QWidget page;
        auto *toast = new Toast(&page);
        page.show();
        int undone = 0;
        toast->say(u"Ordonnance envoyée."_qs, [&] { ++undone; });
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::keyClick(&page, Qt::Key_Z);
        QCOMPARE(undone, 1);
        QVERIFY(!toast->isVisible());
        QTest::keyClick(&page, Qt::Key_Z);
        QCOMPARE(undone, 1);
    }

    void aLineThatHasNoRoomStaysOneLineAndWholeForScreenReaders()
    {
        MessageLine line(Meaning::Caution);
        line.setText(u"Modifié par N. Brunel à 10:44"_qs, u"(téléphone), garder lequel"_qs);
        line.resize(120, line.sizeHint().height());
        QCOMPARE(line.sizeHint().height(), 30);
        QCOMPARE(accessibleName(line),
                 u"Modifié par N. Brunel à 10:44 (téléphone), garder lequel"_qs);
    }

    void aTipShowsTheTextAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << u"Note"_qs;
        QTest::newRow("markup") << u"CLARITHROMYCINE <b>X</b> 500 mg"_qs;
        QTest::newRow("comparisons") << u"DFG < 30 & âge > 75"_qs;
        QTest::newRow("an entity") << u"&eacute;"_qs;
        QTest::newRow("two lines") << u"un <i>\ndeux"_qs;
        QTest::newRow("nothing") << QString();
    }
    void aTipShowsTheTextAsItIs()
    {
        QFETCH(const QString, text);
        QCOMPARE(ambroise::test::readTip(plainTip(text)), text);
        QCOMPARE(plainTip(text).isEmpty(), text.isEmpty());
    }

    void whatIsCutIsWholeInItsTipWithoutMarkup()
    {
        const QString text = u"CLARITHROMYCINE <b>X</b> 500 mg, comprimé"_qs;
        Label label(text);
        label.setElided(true);
        label.resize(40, 20);
        label.show();
        QCOMPARE(ambroise::test::tipAt(label, {5, 5}), text);
        MessageLine line(Meaning::Stop);
        line.setText(text);
        line.resize(80, 30);
        line.show();
        QCOMPARE(ambroise::test::tipAt(line, {5, 5}), text);
    }

    void askingAgainLeavesNoFormerRangeBehind()
    {
        AskLine line;
        for (const int most : {9, 99, 12})
            line.askNumber(u"Boîtes"_qs, u"Délivrer"_qs, 1, 1, most);
        QCOMPARE(line.findChildren<QValidator *>().size(), 1);
        QSignalSpy answered(&line, &AskLine::answered);
        line.field()->setText(u"13"_qs);
        QTest::keyClick(line.field(), Qt::Key_Return);
        QCOMPARE(answered.size(), 0);
        line.field()->setText(u"12"_qs);
        QTest::keyClick(line.field(), Qt::Key_Return);
        QCOMPARE(answered.size(), 1);
        line.ask(u"Motif"_qs, u"Garder"_qs);
        line.field()->setText(u"treize"_qs);
        QTest::keyClick(line.field(), Qt::Key_Return);
        QCOMPARE(answered.size(), 2);
    }

    void sidesKeepToTheirWidthsAndComeBack()
    {
        auto *left = new QWidget;
        auto *right = new QWidget;
        Column column(left, new QWidget, right);
        column.resize(1300, 600);
        column.show();
        column.resetWidths();
        QCOMPARE(left->width(), 252);
        QCOMPARE(right->width(), 304);
        column.setSizes({900, 200, 200});
        QCOMPARE(left->width(), 360);
        QSplitterHandle *handle = column.handle(1);
        QCOMPARE(handle->width(), 7);
        QTest::mouseDClick(handle, Qt::LeftButton);
        QCOMPARE(left->width(), 252);
    }

    void theRightSideIsADrawerInANarrowWindow()
    {
        auto *right = new QWidget;
        Column column(nullptr, new QWidget, right);
        column.resize(1000, 600);
        column.show();
        QVERIFY(!column.isRightShown());
        column.showRight(true);
        QVERIFY(column.isRightShown());
        column.resize(1200, 600);
        QVERIFY(column.isRightShown());
    }

    void aLabelFollowsTheTheme()
    {
        Label label(u"Motif"_qs, TextRole::Small, Token::Text2);
        apply(*qApp, Theme::dark(), 1.2);
        label.ensurePolished();
        QCOMPARE(label.palette().color(QPalette::Active, QPalette::WindowText),
                 Theme::dark().color(Token::Text2));
        QCOMPARE(label.font().pixelSize(), font(TextRole::Small).pixelSize());
    }

    void everythingFollowsAThemeSwitchedWhileOpen()
    {
        QLineEdit edit;
        edit.show();
        apply(*qApp, Theme::dark(), 1.0);
        QVERIFY(Theme::of(edit).isDark());
        QVERIFY(edit.grab().toImage().pixelColor(edit.rect().center()).lightness() < 128);
    }
};
QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
