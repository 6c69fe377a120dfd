// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctorcards.h"

#include <QLabel>

using namespace ambroise;
using namespace ambroise::app;
using State = access::ui::SignInPage::Card::State;

//! The card, from the page on which it is enrolled to the lock that its going brings, with SoftHSM
//! as the card and real windows.
class TestCards : public QObject {
    Q_OBJECT
    test::SoftCardBox m_box;
    test::SoftCard m_hers;    //!< of Dr Claire Fontanel
    test::SoftCard m_others;  //!< of somebody of another name
    test::SoftCard m_expired; //!< hers, of last year
    std::unique_ptr<test::CardShim> m_shim;
    std::unique_ptr<test::Desk> m_desk;

    void make(test::SoftCard &card, const test::SoftCardSpec &spec)
    {
        auto made = m_box.make(spec);
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().detail));
        card = *made;
    }
    //! Signed in by password, on one's own page, with that card in the reader.
    void begin(const QString &login, const test::SoftCard &card)
    {
        for (const test::SoftCard *one : {&m_hers, &m_others, &m_expired})
            m_shim->take(*one);
        m_shim->put(card);
        Post post;
        post.cardModule = test::CardShim::modulePath();
        m_desk->open(post);
        QTRY_VERIFY(m_desk->window->cards()->card());
        m_desk->signIn(login);
        QTRY_VERIFY(m_desk->window->shell());
        QVERIFY(m_desk->openSettings(u"Mon compte"_qs));
    }
    [[nodiscard]] QString said() const { return m_desk->said(u"cardNotice"_qs); }
    [[nodiscard]] QString chip() const
    {
        const auto *chip = m_desk->seen<QLabel>(u"cardChip"_qs);
        return chip ? chip->text() : QString();
    }
    void enrolWith(const QString &pin)
    {
        m_desk->fill(u"enrolPin"_qs, pin);
        m_desk->press(u"enrol"_qs);
    }
    void openWith(const QString &pin)
    {
        auto *field = m_desk->seen<QLineEdit>(u"pin"_qs);
        QVERIFY(field);
        test::type(*field, pin);
        QTest::keyClick(field, Qt::Key_Return);
    }
    //! begin() and the card enrolled.
    void beginEnrolled()
    {
        begin(u"medecin"_qs, m_hers);
        enrolWith(u"1234"_qs);
        QTRY_VERIFY(said().startsWith(u"Carte enregistrée"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = test::SoftCardBox::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        test::SoftCardSpec spec = test::doctorsCard();
        make(m_hers, spec);
        spec.label = u"CPS EXPIREE"_qs;
        spec.validUntil = QDateTime(QDate(2025, 11, 23), QTime(22, 59, 59), Qt::UTC);
        make(m_expired, spec);
        test::SoftCardSpec other;
        other.label = u"CPS AUTRE"_qs;
        make(m_others, other);
    }
    void init()
    {
        m_shim = std::make_unique<test::CardShim>();
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
    }
    void cleanup()
    {
        if (m_desk)
            m_desk->window.reset();
        m_shim.reset();
    }

    void aCardIsEnrolledAndOpensAndItsGoingLocks()
    {
        begin(u"medecin"_qs, m_hers);
        m_desk->keepPictures(u"carte-lue"_qs);
        enrolWith(u"1234"_qs);
        QTRY_VERIFY(said().startsWith(u"Carte enregistrée"));
        m_desk->keepPictures(u"carte-enregistree"_qs);
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Enrol);
        QCOMPARE(chip(), u"Carte enregistrée : CLAIRE FONTANEL"_qs);

        // Opened by password: the card may leave.
        m_shim->take(m_hers);
        QTRY_VERIFY(!m_desk->window->cards()->card());
        QVERIFY(m_desk->window->shell());
        m_shim->put(m_hers);
        QTRY_VERIFY(m_desk->window->cards()->card());

        m_desk->window->lock();
        m_desk->keepPictures(u"carte-connexion"_qs);
        openWith(u"1234"_qs);
        QTRY_VERIFY(m_desk->window->shell());
        m_shim->take(m_hers);
        QTRY_VERIFY(!m_desk->window->shell());
        QVERIFY(m_desk->window->signInPage()->isLocked());
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Lock);
    }

    void wrongCodesAreCountedUntilTheCardBlocksAndThePasswordStillOpens()
    {
        beginEnrolled();
        m_desk->window->lock();
        openWith(u"0000"_qs);
        QTRY_VERIFY(m_desk->said(u"notice"_qs).contains(u"Il reste peu d’essais"));
        m_desk->keepPictures(u"carte-code-faux"_qs);
        openWith(u"0001"_qs);
        QTRY_VERIFY(m_desk->said(u"notice"_qs).contains(u"Il reste 1 essai"));
        m_desk->keepPictures(u"carte-dernier-essai"_qs);
        openWith(u"0002"_qs);
        QTRY_VERIFY(m_desk->said(u"notice"_qs).contains(u"Carte bloquée"));
        QTRY_COMPARE(m_desk->window->cards()->seen().state, State::Blocked);
        m_desk->keepPictures(u"carte-bloquee"_qs);
        QVERIFY(!m_desk->window->shell());
        m_desk->signIn(u"medecin"_qs);
        QTRY_VERIFY(m_desk->window->shell());
    }

    void aWrongCodeEnrolsNothingAndSaysWhatIsLeft()
    {
        begin(u"medecin"_qs, m_hers);
        enrolWith(u"0000"_qs);
        QTRY_COMPARE(said(), u"Code faux. Il reste peu d’essais avant le blocage de la carte."_qs);
        enrolWith(u"0000"_qs);
        QTRY_COMPARE(said(), u"Code faux. Il reste 1 essai avant le blocage de la carte."_qs);
        QTRY_COMPARE(m_desk->window->cards()->seen().triesLeft, std::optional(1));
        m_desk->keepPictures(u"carte-enregistrer-faux"_qs);
        enrolWith(u"0000"_qs);
        QTRY_VERIFY(said().startsWith(u"Carte bloquée"));
        QTRY_VERIFY(chip().startsWith(u"Carte bloquée"));
        m_desk->keepPictures(u"carte-enregistrer-bloquee"_qs);
        QVERIFY(m_desk->window->gate()->staff().cards()->isEmpty());
    }

    void aCardOfAnotherNameIsEnrolledOnlyWhenConfirmed()
    {
        begin(u"medecin"_qs, m_others);
        enrolWith(u"1234"_qs);
        auto *ask = m_desk->seen<QPushButton>(u"ask"_qs);
        QVERIFY(ask);
        m_desk->keepPictures(u"carte-autre-nom"_qs);
        m_desk->press(u"askBack"_qs);
        QCOMPARE(m_shim->logins(), 0);
        m_desk->press(u"enrol"_qs);
        m_desk->press(u"ask"_qs);
        QTRY_VERIFY(said().startsWith(u"Carte enregistrée"));
        QCOMPARE(m_desk->window->gate()->staff().cards()->first().holder, u"KIT DOC0021889"_qs);
    }

    void aCardOfSomebodyElseIsRefusedBeforeItsCodeIsTried()
    {
        beginEnrolled();
        m_desk->window->lock();
        m_desk->signIn(u"admin"_qs);
        QTRY_VERIFY(m_desk->window->shell());
        QVERIFY(m_desk->openSettings(u"Mon compte"_qs));
        const int before = m_shim->logins();
        enrolWith(u"1234"_qs);
        QCOMPARE(said(), u"Cette carte est déjà enregistrée pour Dr Claire Fontanel. La retirer "
                         "d’abord de ce compte."_qs);
        m_desk->keepPictures(u"carte-prise"_qs);
        QCOMPARE(m_shim->logins(), before);
    }

    void anExpiredCardIsTold()
    {
        begin(u"medecin"_qs, m_expired);
        QCOMPARE(chip(), u"Carte expirée : CLAIRE FONTANEL"_qs);
        QVERIFY(!m_desk->seen<QLineEdit>(u"enrolPin"_qs));
        m_desk->keepPictures(u"carte-expiree"_qs);
    }

    void aReaderUnpluggedIsToldAndNothingWaitsForIt()
    {
        begin(u"medecin"_qs, m_hers);
        m_shim->closeGate();
        enrolWith(u"1234"_qs);
        QTRY_COMPARE(m_shim->waiting(), 1); // the card thinks; the page lives
        QVERIFY(!m_desk->seen<QPushButton>(u"enrol"_qs)->isEnabled());
        m_shim->unplugReaders();
        m_shim->openGate();
        QTRY_VERIFY(!said().isEmpty());
        QTRY_COMPARE(m_desk->window->cards()->seen().state, State::NoReader);
        QCOMPARE(chip(), u"Lecteur débranché"_qs);
        m_desk->keepPictures(u"carte-lecteur-debranche"_qs);
        QVERIFY(m_desk->window->gate()->staff().cards()->isEmpty());
    }

    void aReaderUnpluggedBeforeTheSignInIsToldAndComesBack()
    {
        beginEnrolled();
        m_desk->window->lock();
        const auto told = [this] {
            return m_desk->seen<QWidget>(u"card"_qs)->accessibleDescription();
        };
        QTRY_COMPARE(told(), u"Carte lue : CLAIRE FONTANEL"_qs);
        m_shim->unplugReaders();
        QTRY_COMPARE(told(), u"Lecteur débranché"_qs);
        m_desk->keepPictures(u"connexion-lecteur-debranche"_qs);
        m_shim->plugReaders();
        QTRY_COMPARE(told(), u"Carte lue : CLAIRE FONTANEL"_qs);
        openWith(u"1234"_qs);
        QTRY_VERIFY(m_desk->window->shell());
    }

    void onesOwnCardIsTakenAwayAndOpensNothingMore()
    {
        beginEnrolled();
        // The page lives again once the card is read anew.
        const auto mayRemove = [this] {
            const auto *button = m_desk->seen<QPushButton>(u"removeCard"_qs);
            return button && button->isEnabled();
        };
        QTRY_VERIFY(mayRemove());
        m_desk->press(u"removeCard"_qs);
        m_desk->keepPictures(u"carte-retirer"_qs);
        m_desk->press(u"ask"_qs);
        QCOMPARE(said(), u"Carte retirée."_qs);
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Revoke);
        QCOMPARE(m_desk->window->cards()->seen().state, State::Unknown);
        m_desk->window->lock();
        QVERIFY(!m_desk->seen<QLineEdit>(u"pin"_qs));
    }

    void whoManagesTheAccountsTakesALostCardAway()
    {
        beginEnrolled();
        m_shim->take(m_hers);
        m_desk->window->lock();
        m_desk->signIn(u"admin"_qs);
        QTRY_VERIFY(m_desk->window->shell());
        QVERIFY(m_desk->openSettings(u"Comptes"_qs));
        auto *people = m_desk->seen<QTableView>(u"people"_qs);
        people->setFocus();
        people->setCurrentIndex(people->model()->index(0, 0));
        QCOMPARE(people->model()->index(0, 4).data().toString(), u"enregistrée"_qs);
        QTest::keyClick(people, Qt::Key_C);
        m_desk->keepPictures(u"comptes-carte"_qs);
        m_desk->press(u"ask"_qs);
        QCOMPARE(m_desk->said(u"accountsNotice"_qs), u"Dr Claire Fontanel : carte retirée."_qs);
        QVERIFY(m_desk->window->gate()->staff().cards()->isEmpty());
    }
};
QTEST_MAIN(TestCards)
#include "tst_cards.moc"
