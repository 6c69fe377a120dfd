// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/uikit/askline.h>

#include <support/softcard.h>

#include <QLineEdit>

using namespace ambroise;
using namespace ambroise::app;
using prescription::ui::OrdonnancePage;

//! An ordonnance signed by the doctor's own card: SoftHSM is the card.
class TestOrdonnanceCard : public QObject {
    Q_OBJECT
    test::SoftCardBox m_box;
    test::SoftCard m_hers;   //!< of Dr Claire Fontanel
    test::SoftCard m_others; //!< of somebody else
    std::unique_ptr<test::CardShim> m_shim;
    std::unique_ptr<test::Desk> m_desk;

    //! A card with both keys.
    void make(test::SoftCard &card, test::SoftCardSpec spec)
    {
        const auto made = m_box.make(spec);
        QVERIFY_OK(made);
        card = *made;
        spec.keyId = QByteArray(1, char(0x10));
        QVERIFY_OK(m_box.addKey(card, spec));
    }
    //! One ordonnance, signed by the practice, with that card in the reader.
    void begin(const test::SoftCard &card)
    {
        for (const test::SoftCard *one : {&m_hers, &m_others})
            m_shim->take(*one);
        m_shim->put(card);
        Post post;
        post.cardModule = test::CardShim::modulePath();
        m_desk->open(post);
        QTRY_VERIFY(m_desk->window->cards()->card());
        m_desk->signIn(u"medecin"_qs);
        QTRY_VERIFY(m_desk->window->shell());
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        auto *line = test::named<QLineEdit>(*page(), u"Ligne à prescrire"_qs);
        page()->beginLine();
        test::type(*line, u"doliprane 1000"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        test::type(*line, u"1-0-1 7j"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(page()->lines().size(), 1);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1);
        m_number = signedAs.first().first().toString();
    }
    [[nodiscard]] OrdonnancePage *page() const { return m_desk->record()->ordonnancePage(); }
    void answer(const QString &code) const
    {
        page()->signByCard();
        auto *field = test::named<QLineEdit>(*page(), u"Code de la carte"_qs);
        QVERIFY(field && field->isVisible());
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        test::type(*field, code);
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] QByteArray kept() const
    {
        return *m_desk->inside().cardSignatures().cadesOf(
            *prescription::OrdonnanceNumber::parse(m_number));
    }
    QString m_number;

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = test::SoftCardBox::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        test::SoftCardSpec spec;
        spec.label = u"CPS FONTANEL"_qs;
        spec.nationalId = u"889970021848"_qs;
        spec.surname = u"FONTANEL"_qs;
        spec.givenName = u"CLAIRE"_qs;
        make(m_hers, spec);
        test::SoftCardSpec other;
        other.label = u"CPS AUTRE"_qs;
        make(m_others, other);
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
    }
    void init() { m_shim = std::make_unique<test::CardShim>(); }
    void cleanup()
    {
        if (m_desk)
            m_desk->window.reset();
        m_shim.reset();
    }

    void theDoctorsCardSignsWhatThePracticeSigned()
    {
        begin(m_hers);
        m_desk->keepPictures(u"ordonnance-a-signer-par-carte"_qs);
        answer(u"1234"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"signée par la carte de"_qs),
                     qPrintable(test::said(*page())));
        m_desk->keepPictures(u"ordonnance-signee-par-carte"_qs);
        QVERIFY(test::said(*page()).contains(u"FONTANEL"_qs));
        QVERIFY(!kept().isEmpty());
        const auto ordonnance = m_desk->inside().ordonnances().byNumber(
            *prescription::OrdonnanceNumber::parse(m_number));
        QVERIFY_OK(ordonnance);
        const auto signer = m_desk->inside().cardSignatures().of(ordonnance->content);
        QVERIFY_OK(signer);
        QVERIFY(signer->has_value());
        QVERIFY(!test::button(*page(), u"Signer par carte"_qs)); // once
    }

    void aWrongCodeIsToldAndAskedAgain()
    {
        begin(m_hers);
        answer(u"9999"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"Code faux"_qs),
                     qPrintable(test::said(*page())));
        QVERIFY(kept().isEmpty());
        answer(u"12"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"Le code a 4 chiffres"_qs),
                     qPrintable(test::said(*page())));
        answer(u"1234"_qs);
        QTRY_VERIFY(test::said(*page()).contains(u"signée par la carte de"_qs));
        QVERIFY(!kept().isEmpty());
    }

    void theCardOfAnotherDoesNotSign()
    {
        begin(m_others);
        answer(u"1234"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"pas celle de la personne connectée"_qs),
                     qPrintable(test::said(*page())));
        QVERIFY(kept().isEmpty());
    }
};
QTEST_MAIN(TestOrdonnanceCard)
#include "tst_ordonnancecard.moc"
