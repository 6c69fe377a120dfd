// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstday.h"

#include <cabinet/postpage.h>
#include <cabinet/practicepage.h>
#include <cabinet/settingsview.h>
#include <cabinet/shell.h>

#include <support/result.h>
#include <support/softcard.h>

#include <QListWidget>

using namespace ambroise;
using namespace ambroise::app;
using test::goodPassword;

//! The settings of the practice and of the post, on the real window.
class TestSettings : public QObject {
    Q_OBJECT
    std::unique_ptr<test::FirstDay> m_day;

    [[nodiscard]] Practice &practice() const { return *m_day->window().gate()->practice(); }
    void signIn(const QString &login)
    {
        m_day->window().signInPage()->choose(login);
        m_day->signIn(goodPassword);
        QTRY_VERIFY(m_day->window().shell());
    }
    template <class Page>
    Page *page(const QString &title)
    {
        m_day->press(Qt::Key_7, Qt::AltModifier);
        auto *titles = m_day->window().findChild<QListWidget *>();
        for (int row = 0; titles && row < titles->count(); ++row)
            if (titles->item(row)->text() == title)
                titles->setCurrentRow(row);
        auto *found = m_day->window().findChild<Page *>();
        if (!found || !found->isVisible())
            return nullptr;
        found->setFocus();
        return found;
    }
    //! Another person saves this city meanwhile.
    void changeCityElsewhere(const QString &city)
    {
        auto profile = practice().profile().get();
        profile->city = city;
        QVERIFY_OK(practice().profile().put(*profile, audit::Actor::program(u"Cabinet 2"_qs)));
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_day = std::make_unique<test::FirstDay>();
        const SystemClock clock;
        QVERIFY_OK(
            createPractice(PracticeFolder(m_day->path(u"port"_qs)), test::demoOptions(), clock));
        m_day->open(m_day->path(u"port"_qs));
    }
    void cleanup() { m_day.reset(); }

    void aNewNameIsPrintedAndShownBeforeTheSignIn()
    {
        signIn(u"medecin"_qs);
        QVERIFY(page<PracticePage>(u"Cabinet"_qs));
        m_day->picture(u"reglages-cabinet"_qs);
        m_day->retype(u"Cabinet de la Halle aux Blés et du Vieux-Marché réunis"_qs);
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_day->faults().isEmpty());
        m_day->picture(u"reglages-cabinet-enregistre"_qs);
        const QString name = practice().profile().get()->name;
        QCOMPARE(name, u"Cabinet de la Halle aux Blés et du Vieux-Marché réunis"_qs);
        QCOMPARE(practice().folder().describe()->name, name);
        QVERIFY(practice().folder().describe()->demonstration);
        QVERIFY(m_day->window().windowTitle().startsWith(name));
        QVERIFY(practice().profile().get()->demonstration);
    }

    void aWrongFieldIsToldAndNothingIsSaved()
    {
        signIn(u"admin"_qs);
        QVERIFY(page<PracticePage>(u"Cabinet"_qs));
        m_day->press(Qt::Key_Tab);
        m_day->press(Qt::Key_Tab);
        m_day->retype(u"6399"_qs);
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_day->faults().size(), 1);
        QCOMPARE(practice().profile().get()->postalCode, u"63999"_qs);
    }

    void whoWasFasterIsToldAndOneVersionIsChosen_data()
    {
        QTest::addColumn<bool>("mine");
        QTest::newRow("mine") << true;
        QTest::newRow("theirs") << false;
    }
    void whoWasFasterIsToldAndOneVersionIsChosen()
    {
        QFETCH(const bool, mine);
        signIn(u"medecin"_qs);
        auto *shown = page<PracticePage>(u"Cabinet"_qs);
        QVERIFY(shown);
        changeCityElsewhere(u"Riom"_qs);
        m_day->press(Qt::Key_Tab);
        m_day->retype(u"3 place du Port"_qs);
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(practice().profile().get()->street, u"12 rue des Tilleuls"_qs);
        QCOMPARE(m_day->typed(), u"3 place du Port"_qs); // nothing lost
        m_day->picture(u"reglages-conflit"_qs);
        if (mine)
            m_day->press(Qt::Key_Return, Qt::ControlModifier);
        else
            m_day->press(Qt::Key_A, Qt::AltModifier);
        const auto kept = practice().profile().get();
        QCOMPARE(kept->street, mine ? u"3 place du Port"_qs : u"12 rue des Tilleuls"_qs);
        QCOMPARE(kept->city, mine ? u"Saint-Ambroise-les-Prés"_qs : u"Riom"_qs);
        QCOMPARE(m_day->typed(), kept->street);
    }

    void theSecretaryHasNeitherPage()
    {
        signIn(u"secretaire"_qs);
        QVERIFY(!page<PracticePage>(u"Cabinet"_qs));
        QVERIFY(!page<PostPage>(u"Poste"_qs));
    }

    void thePostIsRenamedFromTheNextSignInOn()
    {
        signIn(u"medecin"_qs);
        QVERIFY(page<PostPage>(u"Poste"_qs));
        m_day->picture(u"reglages-poste"_qs);
        m_day->retype(u"Salle 2"_qs);
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(Post::load().name, u"Salle 2"_qs);
        m_day->picture(u"reglages-poste-enregistre"_qs);
        m_day->window().lock();
        signIn(u"medecin"_qs);
        QCOMPARE(m_day->window().shell()->session().actor().post(), u"Salle 2"_qs);
    }

    void aPostNeedsAName()
    {
        signIn(u"medecin"_qs);
        QVERIFY(page<PostPage>(u"Poste"_qs));
        m_day->retype(u" "_qs);
        m_day->press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_day->faults(), QStringList{u"Nom du poste nécessaire."_qs});
    }

    void whatTheProgramIsIsSaid_data()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"medecin", "secretaire", "pharmacien"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    void whatTheProgramIsIsSaid()
    {
        QFETCH(const QString, login);
        signIn(login);
        (void)page<QWidget>(u"À propos"_qs);
        QString text;
        for (const auto *label : m_day->window().findChildren<QLabel *>())
            if (label->isVisible())
                text += label->text() + u'\n';
        for (const QString &words :
             {u"GPL 3"_qs, u"ne porte pas le marquage CE"_qs, u"SQLCipher 4."_qs})
            QVERIFY2(text.contains(words), qPrintable(text));
        m_day->picture(u"a-propos-"_qs + login);
    }

    void aLibraryOfCardsIsTried_data()
    {
        QTest::addColumn<QString>("library");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QString>("begins");
        QTest::newRow("none there") << u"/nonexistent/libcps.so"_qs << false
                                    << u"Logiciel de lecture des cartes absent."_qs;
        QTest::newRow("another file")
            << u"/etc/hostname"_qs << false << u"Logiciel de lecture des cartes absent."_qs;
        QTest::newRow("SoftHSM") << test::SoftCardBox::modulePath() << true
                                 << u"Bibliothèque utilisable"_qs;
    }
    void aLibraryOfCardsIsTried()
    {
        QFETCH(const QString, library);
        QFETCH(const bool, good);
        QFETCH(const QString, begins);
        if (const QString why = test::SoftCardBox::missing(); good && !why.isEmpty())
            QSKIP(qPrintable(why));
        const test::SoftCardBox box; // SoftHSM starts with a folder of its own
        signIn(u"medecin"_qs);
        QVERIFY(page<PostPage>(u"Poste"_qs));
        for (int i = 0; i < 10 && m_day->caret() != u"Bibliothèque PKCS#11 des cartes"; ++i)
            m_day->press(Qt::Key_Tab);
        m_day->retype(library);
        m_day->press(Qt::Key_E, Qt::AltModifier);
        const auto said = [this] {
            for (const auto *notice : m_day->window().findChildren<access::ui::Notice *>())
                if (notice->isVisible() && notice->grade() == uikit::Meaning::Done)
                    return notice->text();
            return m_day->faults().value(0);
        };
        QTRY_VERIFY(!said().isEmpty());
        QVERIFY2(said().startsWith(begins), qPrintable(said()));
        QCOMPARE(m_day->faults().size(), good ? 0 : 1);
        m_day->picture(u"reglages-cartes-"_qs + QString::fromLatin1(QTest::currentDataTag()));
    }
};
QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
