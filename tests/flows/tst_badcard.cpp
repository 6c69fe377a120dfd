// SPDX-License-Identifier: GPL-3.0-or-later
#include <cabinet/mainwindow.h>
#include <cabinet/shell.h>
#include <practice/demo.h>

#include <ambroise/cards/cardreader.h>
#include <ambroise/uikit/theme.h>

#include <support/result.h>
#include <support/screenshot.h>
#include <support/softcard.h>
#include <support/typing.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::app;

namespace {

const QString password = QStringLiteral("Correct-Cheval-7-Agrafe");
constexpr crypto::Argon2Params quick{1024, 1, 1}; // a test proves no strength

} // namespace

//! A card that does not let in, on the real window: said, counted, and never the end of the day.
class TestBadCard : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<test::SoftCardBox> m_box;
    std::optional<test::SoftCard> m_card;
    std::unique_ptr<test::CardShim> m_shim;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] QString practice() const { return m_folder.filePath(u"practice"_qs); }
    Status enrol(Practice &practice) const
    {
        const QByteArray salt(32, 's');
        AMBROISE_TRY(auto module, cards::CardModule::load(test::CardShim::modulePath()));
        AMBROISE_TRY(const auto cards, module.cards());
        AMBROISE_TRY(const auto pin, cards::Pin::parse(m_card->pin));
        AMBROISE_TRY(const auto secret, module.unlock(m_card->serial, pin, salt, m_clock.now()));
        AMBROISE_TRY(const auto account,
                     practice.accounts().byLogin(*access::Login::parse(u"medecin")));
        const cards::CardInfo &card = cards.first();
        return Staff(practice, quick)
            .enrolCard(account,
                       {salt, card.certificateFingerprint, card.holderName, card.certificateExpiry},
                       secret, audit::Actor::program(u"test"_qs));
    }
    //! Whether that stands anywhere on the page, for the eye or for a screen reader.
    [[nodiscard]] bool says(const QString &words) const
    {
        const QWidget &page = *m_window->signInPage();
        for (const QWidget *widget : page.findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const QString text = (label ? label->text() : QString()) + u'|' +
                                 widget->accessibleName() + u'|' + widget->accessibleDescription();
            if (widget->isVisibleTo(&page) && text.contains(words))
                return true;
        }
        return false;
    }
    [[nodiscard]] QLineEdit *pinField() const
    {
        for (QLineEdit *edit : m_window->signInPage()->findChildren<QLineEdit *>())
            if (edit->isVisibleTo(m_window->signInPage()) &&
                edit->accessibleName().contains(u"Code"))
                return edit;
        return nullptr;
    }
    void typePin(const QString &digits) const
    {
        QTRY_VERIFY(pinField() && pinField()->isEnabled());
        pinField()->clear();
        test::type(*pinField(), digits);
        QTest::keyClick(pinField(), Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = test::SoftCardBox::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_qs).toUtf8());
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
        m_box = std::make_unique<test::SoftCardBox>();
        auto card = m_box->make();
        QVERIFY_OK(card);
        m_card = *card;
        m_shim = std::make_unique<test::CardShim>();
        CreationOptions options;
        options.profile = demonstrationProfile(u"Cabinet médical des Tilleuls"_qs);
        options.people = demonstrationPeople(password);
        options.params = quick;
        const auto created = createPractice(PracticeFolder(practice()), options, m_clock);
        QVERIFY_OK(created);
        QVERIFY_OK(enrol(*created->practice));
    }
    void init()
    {
        if (!m_card)
            QSKIP("no test card here");
        m_shim = nullptr; // one at a time
        m_shim = std::make_unique<test::CardShim>();
        Post post;
        post.name = u"Cabinet 1"_qs;
        post.lastPractice = practice();
        post.cardModule = test::CardShim::modulePath();
        m_window = std::make_unique<MainWindow>(MainWindow::Options{post, quick}, m_clock);
        m_window->show();
        QTRY_VERIFY(says(u"Carte lue"_qs));
    }
    void cleanup() { m_window.reset(); }

    void theRightCodeLetsInAndTheCardTakenAwayLocks()
    {
        typePin(m_card->pin);
        QTRY_VERIFY(m_window->shell());
        m_shim->take(*m_card);
        QTRY_VERIFY(!m_window->shell());
        QTRY_VERIFY(says(u"Pas de carte"_qs));
    }

    void wrongCodesAreSaidBeforeTheCardBlocks()
    {
        typePin(u"0000"_qs);
        QTRY_VERIFY(says(u"Code faux"_qs));
        QTRY_VERIFY(says(u"peu d’essais"_qs));
        test::keepScreenshot(*m_window, u"carte-code-faux"_qs);
        typePin(u"0000"_qs);
        QTRY_VERIFY(says(u"Il reste 1 essai"_qs));
        typePin(u"0000"_qs);
        QTRY_VERIFY(says(u"Carte bloquée"_qs));
        test::keepScreenshot(*m_window, u"carte-bloquee"_qs);
        QVERIFY(!m_window->shell());
        // The password still opens.
        m_window->signInPage()->choose(u"medecin"_qs);
        const auto edits = m_window->signInPage()->findChildren<QLineEdit *>();
        const auto found = std::find_if(edits.begin(), edits.end(), [this](const QLineEdit *edit) {
            return edit->isVisibleTo(m_window->signInPage()) &&
                   edit->accessibleName() == u"Mot de passe";
        });
        QVERIFY(found != edits.end());
        QLineEdit *field = *found;
        test::type(*field, password);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(m_window->shell());
    }

    void aReaderUnpluggedIsSaidAndComesBack()
    {
        m_shim->unplugReaders();
        QTRY_VERIFY(says(u"Lecteur débranché"_qs));
        test::keepScreenshot(*m_window, u"lecteur-debranche"_qs);
        m_shim->plugReaders();
        QTRY_VERIFY(says(u"Carte lue"_qs));
    }
};
QTEST_MAIN(TestBadCard)
#include "tst_badcard.moc"
