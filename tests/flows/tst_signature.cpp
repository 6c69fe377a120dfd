// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/ordonnancewiring.h>
#include <cabinet/signaturedialog.h>
#include <cabinet/signaturepage.h>

#include <ambroise/core/blanks.h>
#include <ambroise/documents/ui/letterpage.h>
#include <ambroise/prescription/ui/demandepage.h>
#include <ambroise/uikit/signaturepad.h>

#include <support/ink.h>

#include <QCheckBox>
#include <QListView>
#include <QStandardPaths>
#include <QTimer>

using namespace ambroise;
using namespace ambroise::app;

namespace {

//! Where a plain ordonnance is signed, and a demande; millimetres.
const QRectF place(152, 253.5, 43, 16);

void draw(uikit::SignaturePad &pad, double slope = 0.3)
{
    QTest::mousePress(&pad, Qt::LeftButton, {}, {60, 80});
    for (int x = 60; x <= 320; x += 4)
        QTest::mouseMove(&pad, {x, int(80 - (x - 60) * slope + 25 * std::sin(x / 12.0))});
    QTest::mouseRelease(&pad, Qt::LeftButton, {}, {320, 60});
}

} // namespace

//! The handwritten signature of who prescribes: kept in the settings, drawn on what they sign.
class TestSignature : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] SignaturePage *page() const
    {
        return m_desk->window->findChild<SignaturePage *>();
    }
    [[nodiscard]] uikit::SignaturePad *pad() const
    {
        return page()->findChild<uikit::SignaturePad *>();
    }
    [[nodiscard]] access::Session sessionOf(QStringView who) const
    {
        return {m_desk->account(who), u"Cabinet 1"_qs, m_desk->clock.now()};
    }
    Status keep(QStringView who, bool byDefault)
    {
        return m_desk->inside().signatures().keep(test::drawnSignature(), byDefault,
                                                  sessionOf(who));
    }
    //! What is printed the first time and, after that, again.
    struct Sheets {
        QByteArray first;
        QByteArray duplicata;
    };
    Result<Sheets> signedBy(QStringView who, QStringView printedBy)
    {
        QByteArray sheet;
        const auto show = [&sheet](const QByteArray &pdf, const Printing &printing) {
            sheet = pdf;
            printing.done();
            return done();
        };
        const access::Session author = sessionOf(who);
        const access::Session reader = sessionOf(printedBy);
        const auto writing = ordonnanceServices(m_desk->inside(), author, test::madeleine, show);
        const auto printing = ordonnanceServices(m_desk->inside(), reader, test::madeleine, show);
        prescription::Line line;
        line.label = u"Repos"_qs;
        line.posology = u"au lit"_qs;
        line.durationDays = 3;
        AMBROISE_TRY(const QString number, writing.sign({line}, {}, {}));
        Sheets sheets;
        AMBROISE_CHECK(printing.openPdf(number));
        sheets.first = sheet;
        AMBROISE_CHECK(printing.openPdf(number));
        sheets.duplicata = sheet;
        return sheets;
    }
    //! Again, after a window over it.
    void inFront()
    {
        m_desk->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    }
    void openDemande()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        inFront();
        QTest::keyClick(m_desk->window.get(), Qt::Key_D, Qt::AltModifier);
        auto *search = test::named<QLineEdit>(*m_desk->record(), u"Acte à demander"_qs);
        QVERIFY(search);
        test::type(*search, u"nfs"_qs);
        QTest::keyClick(search, Qt::Key_Return);
    }
    //! Signed by the keyboard, as it is kept.
    QByteArray certificate()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        inFront();
        QTest::keyClick(m_desk->window.get(), Qt::Key_T, Qt::AltModifier);
        const auto press = [](Qt::Key key) {
            QTest::keyClick(QApplication::focusWidget(), key);
        };
        const auto *page = m_desk->record()->findChild<documents::ui::LetterPage *>();
        if (!QTest::qWaitFor([] { return qobject_cast<QListView *>(QApplication::focusWidget()); }))
            return {};
        test::type(*QApplication::focusWidget(), u"presence"_qs);
        press(Qt::Key_Return);
        while (!text::blanksIn(page->draft().body).isEmpty()) {
            test::type(*QApplication::focusWidget(), u"10 h"_qs);
            press(Qt::Key_Tab);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([page] { return page->isEmpty(); }) ? newestPdf() : QByteArray();
    }
    [[nodiscard]] QByteArray newestPdf() const
    {
        const auto overview =
            m_desk->inside().records().overview(patient::RecordIds(test::madeleine));
        const auto id = documents::documentOf(overview->history.first().content.code);
        if (!id)
            return {};
        return m_desk->inside()
            .documents()
            .content(*m_desk->inside().documents().find(*id))
            ->bytes();
    }
    //! Ctrl+G, then what is done in the window that it opens.
    void signByHand(const std::function<void(SignatureDialog &)> &then)
    {
        bool seen = false;
        QTimer::singleShot(0, this, [&] {
            auto *dialog = qobject_cast<SignatureDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->activateWindow();
            QVERIFY(QTest::qWaitFor([dialog] { return dialog->isActiveWindow(); }));
            seen = true;
            then(*dialog);
            if (dialog->isVisible())
                dialog->reject();
        });
        QTest::keyClick(m_desk->window.get(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(seen);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"pdftoppm"_qs).isEmpty())
            QSKIP("pdftoppm is not installed here");
    }
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_desk->clock.set(QDateTime(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC));
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
    }
    void cleanup() { m_desk.reset(); }

    void itIsDrawnSeenAndKept()
    {
        QVERIFY(m_desk->openSettings(u"Ma signature"_qs));
        QVERIFY(test::shown(*page()).contains(u"Aucune signature enregistrée"_qs));
        m_desk->keepPictures(u"signature-vide"_qs);
        draw(*pad());
        m_desk->keepPictures(u"signature-tracee"_qs);
        pad()->setFocus();
        QTest::keyClick(pad(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(test::shown(*page()).contains(u"Enregistrée le 24/11/2026"_qs),
                 qPrintable(test::shown(*page())));
        const auto kept = m_desk->inside().signatures().own(sessionOf(u"medecin"));
        QVERIFY(kept.ok() && kept->has_value() && (*kept)->byDefault);
        auto *byDefault = test::named<QCheckBox>(*page());
        byDefault->setFocus();
        QTest::keyClick(byDefault, Qt::Key_Space);
        QVERIFY(!(*m_desk->inside().signatures().own(sessionOf(u"medecin")))->byDefault);
        QCOMPARE(m_desk->lastDeed().detail, u"signature"_qs);
        test::button(*page(), u"Retirer ma signature"_qs)->click();
        QVERIFY(!m_desk->inside().signatures().own(sessionOf(u"medecin"))->has_value());
        QVERIFY(pad()->isEmpty());
    }

    void whatWasRemovedComesBackWithOneKey()
    {
        QVERIFY_OK(keep(u"medecin", false));
        QVERIFY(m_desk->openSettings(u"Ma signature"_qs));
        const QString since = u"Enregistrée le 24/11/2026"_qs;
        QVERIFY(test::shown(*page()).contains(since));
        const auto strokes = pad()->strokes().size();
        test::button(*page(), u"Retirer ma signature"_qs)->click();
        QVERIFY(pad()->isEmpty());
        QVERIFY2(test::said(*page()).contains(u"Signature retirée"_qs),
                 qPrintable(test::said(*page())));
        m_desk->keepPictures(u"signature-retiree"_qs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z);
        QVERIFY(test::shown(*page()).contains(since));
        QVERIFY(test::shown(*page()).contains(u"Signature remise."_qs));
        QCOMPARE(pad()->strokes().size(), strokes);
        const auto kept = m_desk->inside().signatures().own(sessionOf(u"medecin"));
        QVERIFY(kept.ok() && kept->has_value() && !(*kept)->byDefault);
    }

    void whatIsDrawnWhileItComesBackIsNotLost()
    {
        QVERIFY_OK(keep(u"medecin", true));
        QVERIFY(m_desk->openSettings(u"Ma signature"_qs));
        test::button(*page(), u"Retirer ma signature"_qs)->click();
        draw(*pad(), 0.1);
        const auto drawn = pad()->strokes();
        QTest::keyClick(pad(), Qt::Key_Z);
        QVERIFY(m_desk->inside().signatures().own(sessionOf(u"medecin"))->has_value());
        QVERIFY(pad()->strokes() == drawn);
    }

    void aClickOnThePadIsNotKept()
    {
        QVERIFY(m_desk->openSettings(u"Ma signature"_qs));
        QTest::mouseClick(pad(), Qt::LeftButton, {}, {50, 50});
        QTest::keyClick(pad(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(test::shown(*page()).contains(u"Aucune signature enregistrée"_qs));
        QVERIFY(!m_desk->inside().signatures().own(sessionOf(u"medecin"))->has_value());
    }

    void whoDoesNotPrescribeHasNoPage()
    {
        m_desk->window.reset();
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        QVERIFY(!m_desk->openSettings(u"Ma signature"_qs));
    }

    void anOrdonnanceCarriesItWhereItsDoctorWants()
    {
        const auto none = signedBy(u"medecin", u"medecin");
        QVERIFY_OK(none);
        QCOMPARE(test::inkIn(none->first, 1, place), 0);
        QVERIFY_OK(keep(u"medecin", false));
        QCOMPARE(test::inkIn(signedBy(u"medecin", u"medecin")->first, 1, place), 0);
        QVERIFY_OK(keep(u"medecin", true));
        const auto sheets = signedBy(u"medecin", u"medecin");
        QVERIFY_OK(sheets);
        QVERIFY(test::inkIn(sheets->first, 1, place) > 200);
        QVERIFY(test::inkIn(sheets->duplicata, 1, place) > 200);
    }

    void nobodySignsForAnother()
    {
        QVERIFY_OK(keep(u"medecin", true));
        // What the locum signs is not the doctor's.
        QCOMPARE(test::inkIn(signedBy(u"marie-anne", u"marie-anne")->first, 1, place), 0);
        // What the doctor signed is as it was signed; a duplicata that somebody else prints has the
        // place left for the hand.
        const auto sheets = signedBy(u"medecin", u"marie-anne");
        QVERIFY_OK(sheets);
        QVERIFY(test::inkIn(sheets->first, 1, place) > 200);
        QCOMPARE(test::inkIn(sheets->duplicata, 1, place), 0);
    }

    void oneThatCannotBeReadKeepsNobodyFromSigning()
    {
        QVERIFY_OK(keep(u"medecin", true));
        QVERIFY_OK(m_desk->inside().connection().run(
            "UPDATE account_signature SET strokes = 'S1:AAAA'", {}));
        QCOMPARE(test::inkIn(signedBy(u"medecin", u"medecin")->first, 1, place), 0);
        QVERIFY(m_desk->openSettings(u"Ma signature"_qs));
        QVERIFY(test::shown(*page()).contains(u"Signature enregistrée illisible"_qs) ||
                m_desk->said({}).contains(u"illisible"_qs));
    }

    void oneSheetIsSignedOnTheScreenByOneKey()
    {
        openDemande();
        signByHand([](SignatureDialog &dialog) {
            auto *pad = dialog.findChild<uikit::SignaturePad *>();
            QVERIFY(pad->isEmpty());
            draw(*pad, 0.1);
            test::keepScreenshot(dialog, u"signer-feuille"_qs);
            QTest::keyClick(pad, Qt::Key_Return, Qt::ControlModifier);
        });
        QTRY_VERIFY(test::said(*m_desk->record()).contains(u"Signée, rangée"_qs));
        QVERIFY(test::inkIn(newestPdf(), 1, place) > 200);
        // The next one is as usual.
        openDemande();
        inFront();
        QTest::keyClick(m_desk->window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(m_desk->record()->findChild<prescription::ui::DemandePage *>()->isEmpty());
        QCOMPARE(test::inkIn(newestPdf(), 1, place), 0);
    }

    void oneSheetIsLeftForTheHand()
    {
        QVERIFY_OK(keep(u"medecin", true));
        openDemande();
        signByHand([](SignatureDialog &dialog) {
            auto *pad = dialog.findChild<uikit::SignaturePad *>();
            QVERIFY(!pad->isEmpty()); // hers, to begin with
            QTest::keyClick(pad, Qt::Key_Delete);
            QTest::keyClick(pad, Qt::Key_Return, Qt::ControlModifier);
        });
        QTRY_VERIFY(test::said(*m_desk->record()).contains(u"Signée, rangée"_qs));
        QCOMPARE(test::inkIn(newestPdf(), 1, place), 0);
    }

    void aCertificateCarriesItUnderTheName()
    {
        const QRectF half(110, 100, 86, 170);
        const int plain = test::inkIn(certificate(), 1, half);
        QVERIFY(plain > 0);
        QVERIFY_OK(keep(u"medecin", true));
        QVERIFY(test::inkIn(certificate(), 1, half) > plain + 200);
    }

    void whatIsGivenUpIsNotSigned()
    {
        openDemande();
        signByHand([](SignatureDialog &dialog) {
            draw(*dialog.findChild<uikit::SignaturePad *>());
            QTest::keyClick(&dialog, Qt::Key_Escape);
        });
        const auto *demande = m_desk->record()->findChild<prescription::ui::DemandePage *>();
        QVERIFY(!demande->isEmpty());
        inFront();
        QTest::keyClick(m_desk->window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(demande->isEmpty());
        QCOMPARE(test::inkIn(newestPdf(), 1, place), 0);
    }
};

QTEST_MAIN(TestSignature)
#include "tst_signature.moc"
