// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/palette/commandpalette.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/theme.h>

#include <QtTest>
#include <QtWidgets>

using namespace ambroise::uikit;

namespace {

Command command(const QString &id, const QString &group, const QString &title,
                const QString &detail = {})
{
    return {id, group, title, detail, {}, {}, {}};
}

QStringList ids(const QList<Command> &commands)
{
    QStringList ids;
    for (const Command &one : commands)
        ids << one.id;
    return ids;
}

//! A window with a note and a palette over it.
class Post : public QWidget {
public:
    Post()
        : note(new QTextEdit(this))
        , palette(new CommandPalette(this))
    {
        resize(1366, 768);
        palette->addSource(SourceKind::Record, [](const QString &typed) {
            return filtered(
                {command(u"lab"_qs, u"Pour ce dossier"_qs, u"Résultats de biologie"_qs)}, typed);
        });
        palette->addSource(SourceKind::Patients, [this](const QString &typed) {
            asked << typed;
            return filtered({person(u"biot"_qs, u"BIOT Élodie"_qs, u"F · 12/06/1984"_qs),
                             person(u"fabio"_qs, u"FABIO Luca"_qs, u"M · 19/04/2018"_qs)},
                            typed);
        });
        palette->addSource(SourceKind::Actions, [this](const QString &typed) {
            return filtered({Command{u"norms"_qs,
                                     u"Actions"_qs,
                                     u"Normes de biologie"_qs,
                                     {},
                                     {},
                                     {},
                                     [this] {
                                         ran << u"norms"_qs;
                                     }}},
                            typed);
        });
        show();
    }

    QLineEdit *line() const { return palette->findChild<QLineEdit *>(); }
    void type(const QString &text) const { QTest::keyClicks(line(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(line(), key, modifiers);
    }

    QTextEdit *note;
    CommandPalette *palette;
    QStringList asked;
    QStringList ran;

private:
    Command person(const QString &id, const QString &name, const QString &detail)
    {
        Command one = command(id, u"Patients"_qs, name, detail);
        one.run = [this, id] {
            ran << id;
        };
        return one;
    }
};

} // namespace

class TestPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { apply(*qApp, Theme::light(), 1.0); }

    void wordsAreFoundWhateverTheirAccents_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing typed") << u"Note"_qs << QString() << QString() << true;
        QTest::newRow("accents") << u"Hélène DUPRÉ"_qs << QString() << u"dupre hel"_qs << true;
        QTest::newRow("within the title") << u"FABIO Luca"_qs << QString() << u"bio"_qs << true;
        QTest::newRow("in the detail")
            << u"BIOT"_qs << u"F · 12/06/1984"_qs << u"biot 1984"_qs << true;
        QTest::newRow("within a word of the detail")
            << u"Note"_qs << u"FABIO"_qs << u"bio"_qs << false;
        QTest::newRow("one word missing")
            << u"BIOT Élodie"_qs << QString() << u"biot luc"_qs << false;
    }
    void wordsAreFoundWhateverTheirAccents()
    {
        QFETCH(QString, title);
        QFETCH(QString, detail);
        QFETCH(QString, typed);
        QTEST(matches(command({}, {}, title, detail), typed), "found");
    }

    void whatMatchesIsMarkedInTheTitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("marked"); // the parts, joined by |
        QTest::newRow("beginning") << u"Biologie : demande"_qs << u"bio"_qs << u"Bio"_qs;
        QTest::newRow("a word's beginning first") << u"Phobie, biologie"_qs << u"bi"_qs << u"bi"_qs;
        QTest::newRow("accented") << u"Hélène"_qs << u"hele"_qs << u"Hélè"_qs;
        QTest::newRow("ligature") << u"Œdème"_qs << u"oed"_qs << u"Œd"_qs;
        QTest::newRow("decomposed") << u"E\u0301lodie"_qs << u"el"_qs << u"E\u0301l"_qs;
        QTest::newRow("two words") << u"BIOT Élodie"_qs << u"elo bio"_qs << u"BIO|Élo"_qs;
        QTest::newRow("within") << u"FABIO Luca"_qs << u"bio"_qs << u"BIO"_qs;
        QTest::newRow("the end") << u"FABIO"_qs << u"bio"_qs << u"BIO"_qs;
        QTest::newRow("nothing") << u"FABIO"_qs << u"x"_qs << QString();
    }
    void whatMatchesIsMarkedInTheTitle()
    {
        QFETCH(QString, title);
        QFETCH(QString, typed);
        QStringList parts;
        for (const TextSpan &span : matchedSpans(title, typed))
            parts << title.mid(span.start, span.length);
        QTEST(parts.join(u'|'), "marked");
    }

    void aPrefixAsksOneKindOfSource_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("none") << u"bio"_qs
                              << QStringList{u"lab"_qs, u"biot"_qs, u"fabio"_qs, u"norms"_qs};
        QTest::newRow("patients") << u"#bio"_qs << QStringList{u"biot"_qs, u"fabio"_qs};
        QTest::newRow("patients, a space") << u"# bio"_qs << QStringList{u"biot"_qs, u"fabio"_qs};
        QTest::newRow("actions") << u">bio"_qs << QStringList{u"norms"_qs};
        QTest::newRow("this record") << u"/bio"_qs << QStringList{u"lab"_qs};
        QTest::newRow("nothing found") << u"zzz"_qs << QStringList{};
    }
    void aPrefixAsksOneKindOfSource()
    {
        QFETCH(QString, typed);
        Post post;
        post.palette->open();
        post.type(typed);
        QTEST(ids(post.palette->shown()), "shown");
    }

    void sourcesAreAskedWithoutThePrefix()
    {
        Post post;
        post.palette->openWith(u"#biot "_qs);
        QCOMPARE(post.asked, QStringList{u"biot"_qs});
    }

    void arrowsChooseAndPassTitlesOver()
    {
        Post post;
        post.palette->openWith(u"bio"_qs);
        QCOMPARE(post.palette->currentId(), u"lab"_qs);
        post.press(Qt::Key_Up); // nothing above
        QCOMPARE(post.palette->currentId(), u"lab"_qs);
        post.press(Qt::Key_Down);
        QCOMPARE(post.palette->currentId(), u"biot"_qs);
        post.press(Qt::Key_PageDown);
        QCOMPARE(post.palette->currentId(), u"norms"_qs);
        post.press(Qt::Key_Down); // nothing below
        QCOMPARE(post.palette->currentId(), u"norms"_qs);
    }

    void enterRunsWhatIsChosenAndCloses()
    {
        Post post;
        post.palette->openWith(u"#bio"_qs);
        post.press(Qt::Key_Down);
        post.press(Qt::Key_Return);
        QCOMPARE(post.ran, QStringList{u"fabio"_qs});
        QVERIFY(!post.palette->isVisible());
    }

    void enterOnNothingKeepsThePaletteOpen()
    {
        Post post;
        post.palette->openWith(u"zzz"_qs);
        post.press(Qt::Key_Return);
        QVERIFY(post.palette->isVisible());
    }

    void escapeGivesTheFocusBack()
    {
        Post post;
        QVERIFY(QTest::qWaitForWindowActive(&post));
        post.note->setFocus();
        post.palette->open();
        QVERIFY(post.line()->hasFocus());
        post.press(Qt::Key_Escape);
        QVERIFY(!post.palette->isVisible());
        QVERIFY(post.note->hasFocus());
    }

    void aPressOnTheVeilCloses()
    {
        Post post;
        post.palette->open();
        QTest::mouseClick(post.palette, Qt::LeftButton, {}, QPoint(10, 700));
        QVERIFY(!post.palette->isVisible());
    }

    void altAndADigitOpensThatPatient_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("digit") << int(Qt::Key_2);
        QTest::newRow("the same key on a French keyboard") << int(Qt::Key_Eacute);
    }
    void altAndADigitOpensThatPatient()
    {
        QFETCH(int, key);
        Post post;
        post.palette->openWith(u"bio"_qs);
        post.press(Qt::Key(key), Qt::AltModifier);
        QCOMPARE(post.ran, QStringList{u"fabio"_qs});
    }

    void noKeyOfThePageActsBeneath()
    {
        Post post;
        int noted = 0;
        auto *map = new ActionMap(&post);
        map->letter({u"note"_qs, u"Note"_qs, u"Dossier"_qs}, 'N', [&] { ++noted; });
        QVERIFY(QTest::qWaitForWindowActive(&post));
        post.palette->open();
        post.press(Qt::Key_N, Qt::AltModifier);
        post.press(Qt::Key_N);
        QCOMPARE(noted, 0);
    }

    void lockingActsThroughThePalette()
    {
        Post post;
        int locked = 0;
        auto *map = new ActionMap(&post);
        map->key({u"lock"_qs, u"Verrouiller"_qs, u"Partout"_qs}, Qt::CTRL | Qt::Key_L,
                 [&] { ++locked; });
        QVERIFY(QTest::qWaitForWindowActive(&post));
        post.palette->open();
        post.press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(locked, 1);
    }

    void itStandsWhereTheReferenceWants()
    {
        Post post;
        post.palette->open();
        QCOMPARE(post.palette->geometry(), post.rect());
        const QWidget *panel = post.line()->parentWidget();
        QCOMPARE(panel->width(), 640);
        QCOMPARE(panel->y(), 88);
        post.resize(1600, 900);
        QCOMPARE(panel->x(), (1600 - 640) / 2);
    }

    void aLongListStaysInTheWindow()
    {
        Post post;
        post.palette->addSource(SourceKind::Actions, [](const QString &) {
            QList<Command> many;
            for (int i = 0; i < 200; ++i)
                many << command(QString::number(i), u"Actions"_qs, QString::number(i));
            return many;
        });
        post.palette->open();
        const QWidget *panel = post.line()->parentWidget();
        QVERIFY(panel->geometry().bottom() < post.height());
    }

    void everyRowIsReadWhole()
    {
        Post post;
        post.palette->openWith(u"biot"_qs);
        const auto *list = post.palette->findChild<QListView *>();
        const QString read = list->currentIndex().data(Qt::AccessibleTextRole).toString();
        QCOMPARE(read, u"BIOT Élodie, F · 12/06/1984, Alt 1"_qs);
    }
};
QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
