// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/draftkinds.h>

#include <ambroise/core/blanks.h>
#include <ambroise/documents/ui/documentspage.h>
#include <ambroise/documents/ui/letterpage.h>
#include <ambroise/documents/ui/lettertemplatespage.h>

#include <QListView>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTextEdit>

using namespace ambroise;
using documents::LetterKind;
using documents::ui::LetterPage;
using documents::ui::LetterTemplatesPage;

namespace {

// Of the demonstration, in its order.
constexpr PatientId vasseur{1};

QString textOf(const QByteArray &pdf)
{
    QProcess process;
    process.start(u"pdftotext"_qs, {u"-layout"_qs, u"-"_qs, u"-"_qs});
    process.write(pdf);
    process.closeWriteChannel();
    return process.waitForFinished(30'000) ? QString::fromUtf8(process.readAllStandardOutput())
                                           : QString();
}

} // namespace

//! Letters and certificates on the real windows, by the keyboard.
class TestLetters : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] LetterPage *page() const { return m_desk->record()->findChild<LetterPage *>(); }
    [[nodiscard]] QTextEdit *text() const
    {
        return test::named<QTextEdit>(*page(), u"Texte du courrier"_qs);
    }
    [[nodiscard]] QListView *templates() const
    {
        return test::named<QListView>(*page(), u"Modèles de courrier"_qs);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    void type(const QString &what) { test::type(*QApplication::focusWidget(), what); }
    [[nodiscard]] record::Overview overview() const
    {
        return *m_desk->inside().records().overview(patient::RecordIds(vasseur));
    }
    [[nodiscard]] QByteArray pdfOf(const record::Entry &entry) const
    {
        const auto id = documents::documentOf(entry.content.code);
        if (!id)
            return {};
        const auto document = m_desk->inside().documents().find(*id);
        return m_desk->inside().documents().content(*document)->bytes();
    }
    //! Another doctor follows the patient.
    void sendToBost()
    {
        auto &patients = m_desk->inside().patients();
        auto kept = *patients.reload(vasseur);
        kept.details.medecinTraitant = u"Dr Jean Bost"_qs;
        QVERIFY_OK(patients.update(vasseur, kept.version, kept.details,
                                   audit::Actor::program(u"test"_qs)));
    }
    void open() { m_desk->cabinet()->openRecord(vasseur); }
    //! By its first letters, from the list of templates.
    void choose(const QString &typed)
    {
        press(Qt::Key_F4);
        type(typed);
        press(Qt::Key_Return);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_desk->clock.set(QDateTime(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC));
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
    }
    void cleanup() { m_desk.reset(); }

    void twoKeysWriteToTheUsualCorrespondent()
    {
        sendToBost();
        open();
        const auto before = overview().history.size();
        press(Qt::Key_C, Qt::AltModifier); // the caret stands in the note
        QTRY_VERIFY(page()->isVisible() && text()->hasFocus());
        QVERIFY(page()->draft().body.contains(u"Diabète de type 2"_qs));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(overview().history.size(), before + 1);
        const record::Entry letter = overview().history.first();
        QCOMPARE(letter.content.kind, record::EntryKind::Letter);
        QVERIFY(letter.content.body.contains(u"Dr Jean Bost"_qs));
        const QString paper = textOf(pdfOf(letter));
        for (const QString &mention :
             {u"Docteur Claire FONTANEL"_qs, u"Dr Jean Bost"_qs, u"VASSEUR"_qs, u"14/03/1958"_qs,
              u"Diabète de type 2"_qs, u"24 novembre 2026"_qs, u"Spécimen, sans valeur"_qs,
              u"Page 1 sur"_qs})
            QVERIFY2(paper.contains(mention), qPrintable(mention + u'\n' + paper));
        QVERIFY(page()->isEmpty());
        QTRY_VERIFY(test::said(*page()).contains(u"Signé, rangé"_qs)); // no printer here
        m_desk->keepPictures(u"courrier-signe"_qs);
        m_desk->record()->showPage(u"documents"_qs);
        QCOMPARE(m_desk->record()->findChild<documents::ui::DocumentsPage *>()->count(), 1);
    }

    void aFieldLeftIsRefusedByItsNameAndTabGoesFromOneToTheNext()
    {
        open();
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(page()->isVisible());
        choose(u"cardio"_qs);
        QVERIFY(text()->hasFocus());
        QCOMPARE(text()->textCursor().selectedText(), u"[motif]"_qs);
        QSignalSpy drawn(page(), &LetterPage::drawn);
        QTRY_VERIFY(drawn.count() > 0);
        m_desk->keepPictures(u"courrier-champs"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(test::said(*page()).contains(u"[motif]"_qs), qPrintable(test::said(*page())));
        type(u"douleur d’effort"_qs);
        press(Qt::Key_Tab);
        QVERIFY(text()->textCursor().selectedText().startsWith(u"[douleur"));
        while (!text::blanksIn(page()->draft().body).isEmpty()) {
            QVERIFY(text()->textCursor().hasSelection());
            type(u"rien"_qs);
            press(Qt::Key_Tab);
        }
        auto *recipient = test::named<QLineEdit>(*page(), u"Destinataire"_qs);
        QVERIFY(recipient && recipient->text().contains(u"MARCHAL")); // first of the care team
        recipient->setFocus();
        recipient->selectAll();
        press(Qt::Key_Delete);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(test::said(*page()).contains(u"destinataire"_qs));
        type(u"Dr Inès Amar"_qs); // the caret stands there
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page()->isEmpty());
        QVERIFY(overview().history.first().content.body.contains(u"douleur d’effort"_qs));
        QVERIFY(textOf(pdfOf(overview().history.first())).contains(u"Dr Inès Amar"_qs));
    }

    void aCertificateIsChosenInItsListAndGoesToNobody()
    {
        open();
        press(Qt::Key_T, Qt::AltModifier);
        QTRY_VERIFY(templates() && templates()->hasFocus());
        QVERIFY(templates()->currentIndex().isValid());
        m_desk->keepPictures(u"certificat-liste"_qs);
        choose(u"presence"_qs);
        QCOMPARE(page()->draft().kind, LetterKind::Certificate);
        while (!text::blanksIn(page()->draft().body).isEmpty()) {
            type(u"10 h"_qs);
            press(Qt::Key_Tab);
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(overview().history.first().content.title, u"Attestation de présence"_qs);
        const QString paper = textOf(pdfOf(overview().history.first()));
        QVERIFY2(paper.contains(u"s’est présentée"_qs), qPrintable(paper));
        press(Qt::Key_T, Qt::AltModifier); // it is the usual one from now on
        QVERIFY(templates()
                    ->currentIndex()
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"Présence"_qs));
    }

    void whatIsTypedIsBackAfterALockAndInAnotherWindow()
    {
        open();
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(text()->hasFocus());
        press(Qt::Key_End, Qt::ControlModifier);
        type(u"Ajout à la main."_qs);
        QVERIFY(m_desk->runFromPalette(u"verr"_qs, u"session.lock"_qs));
        m_desk->signIn(u"medecin"_qs);
        QTRY_VERIFY(m_desk->cabinet());
        open();
        QVERIFY(page()->draft().body.contains(u"Ajout à la main."_qs));
        QVERIFY(*m_desk->inside().drafts().isWaiting(app::letterDraft, vasseur.value));
        m_desk->record()->showPage(u"letters"_qs);
        m_desk->window.reset();
        QVERIFY(m_desk->enter(u"medecin"_qs)); // in another window
        open();
        QVERIFY(page()->draft().body.contains(u"Ajout à la main."_qs));
        m_desk->record()->showPage(u"letters"_qs);
        QVERIFY(test::said(*page()).contains(u"Brouillon retrouvé"_qs));
        QSignalSpy drawn(page(), &LetterPage::drawn);
        QTRY_VERIFY(drawn.count() > 0);
        test::keepScreenshot(*m_desk->window, u"courrier-brouillon"_qs);
    }

    void aDraftThatCannotBeReadIsNotWrittenOver()
    {
        const UserId doctor = m_desk->account(u"medecin"_qs).id;
        const auto kept = [&] {
            const auto draft =
                m_desk->inside().drafts().find(doctor, app::letterDraft, vasseur.value);
            return draft.ok() && *draft ? (*draft)->body : QString();
        };
        QVERIFY_OK(m_desk->inside().drafts().save(doctor, app::letterDraft, vasseur.value,
                                                  u"of a newer program"_qs));
        open();
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(page()->isVisible());
        QVERIFY(!text()->isEnabled());
        test::keepScreenshot(*m_desk->window, u"courrier-brouillon-illisible"_qs);
        QCOMPARE(kept(), u"of a newer program"_qs);
        test::button(*page(), u"Repartir d’un courrier vide"_qs)->click();
        QTRY_VERIFY(text()->hasFocus());
        type(u"Vu ce jour."_qs);
        QTRY_VERIFY(kept().contains(u"Vu ce jour."_qs));
    }

    void aTemplateThatReplacesATextCanBeUndone()
    {
        open();
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(text()->hasFocus());
        press(Qt::Key_End, Qt::ControlModifier);
        type(u"À la main."_qs);
        choose(u"urgences"_qs);
        QVERIFY(!page()->draft().body.contains(u"À la main."_qs));
        templates()->setFocus();
        press(Qt::Key_Z);
        QTRY_VERIFY(page()->draft().body.contains(u"À la main."_qs));
    }

    void aSignedLetterIsTakenUpInANewOne()
    {
        sendToBost();
        open();
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(text()->hasFocus());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page()->isEmpty());
        auto *list = test::named<QListView>(*page(), u"Courriers signés"_qs);
        QVERIFY(list);
        list->setFocus();
        press(Qt::Key_Down);
        QTRY_VERIFY(test::said(*page()).contains(u"Signé le 24/11/2026"_qs));
        QTest::qWait(500);
        m_desk->keepPictures(u"courrier-relu"_qs);
        list->setFocus();
        press(Qt::Key_M);
        QTRY_VERIFY(!page()->isEmpty());
        QCOMPARE(page()->draft().recipient.name, u"Dr Jean Bost"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page()->signedCount(), 2);
    }

    void aTemplateMadeOfALetterForgetsThePatient()
    {
        open();
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(text()->hasFocus());
        press(Qt::Key_F4, Qt::ShiftModifier);
        type(u"Mon compte rendu"_qs);
        press(Qt::Key_Return);
        const auto all = m_desk->inside().letterTemplates().all();
        QVERIFY_OK(all);
        QCOMPARE(all->last().text.name(), u"Mon compte rendu"_qs);
        const QString kept = all->last().text.body() + all->last().text.subject();
        QVERIFY2(kept.contains(u"{patient}"_qs) && kept.contains(u"{traitement}"_qs),
                 qPrintable(kept));
        for (const QString &told : {u"VASSEUR"_qs, u"1958"_qs, u"Diabète"_qs})
            QVERIFY2(!kept.contains(told, Qt::CaseInsensitive), qPrintable(kept));
        press(Qt::Key_End, Qt::ControlModifier);
        type(u"Mme Vasseur reviendra."_qs);
        press(Qt::Key_F4, Qt::ShiftModifier);
        type(u"Encore un"_qs);
        press(Qt::Key_Return);
        QVERIFY2(test::said(*page()).contains(u"nomme encore le patient"_qs),
                 qPrintable(test::said(*page())));
    }

    void thePracticeChangesHidesAndRestoresItsTemplates()
    {
        QVERIFY(m_desk->openSettings(u"Modèles de courrier"_qs));
        auto *settings = m_desk->window->findChild<LetterTemplatesPage *>();
        QVERIFY(settings && settings->isVisible());
        m_desk->keepPictures(u"reglages-modeles-courrier"_qs);
        auto *body = test::named<QPlainTextEdit>(*settings);
        body->setPlainText(u"Vu {patient}, {pouls}."_qs);
        test::button(*settings, u"Enregistrer"_qs)->click();
        QVERIFY(test::shown(*settings).contains(u"« pouls »"_qs));
        body->setPlainText(u"Vu {patient}."_qs);
        test::button(*settings, u"Enregistrer"_qs)->click();
        auto &kept = m_desk->inside().letterTemplates();
        QVERIFY(kept.find(u"compte-rendu"_qs)->changed);
        test::button(*settings, u"Retirer"_qs)->click();
        QVERIFY(kept.find(u"compte-rendu"_qs)->hidden);
        test::button(*settings, u"Rétablir l’original"_qs)->click();
        test::button(*settings, u"Remettre"_qs)->click();
        QVERIFY(!kept.find(u"compte-rendu"_qs)->changed && !kept.find(u"compte-rendu"_qs)->hidden);
    }

    void aNarrowWindowTellsToWhomTheLetterGoes()
    {
        sendToBost();
        open();
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(text()->hasFocus());
        type(u"Vu ce jour."_qs);
        QVERIFY(!test::shown(*page()).contains(u"À Dr Jean Bost"_qs));
        m_desk->window->resize(1024, 680);
        QTRY_VERIFY(test::shown(*page()).contains(u"À Dr Jean Bost"_qs));
        test::keepScreenshot(*m_desk->window, u"courrier-etroit"_qs);
        m_desk->window->resize(1366, 768);
        QTRY_VERIFY(!test::shown(*page()).contains(u"À Dr Jean Bost"_qs));
    }

    void longNamesAreShownWhole()
    {
        auto &patients = m_desk->inside().patients();
        auto kept = *patients.reload(vasseur);
        kept.details.usedSurname = u"de La Rochefoucauld-Montmorency-Luxembourg"_qs;
        kept.details.medecinTraitant =
            u"Professeur Marie-Anne de La Rochefoucauld-Montmorency d’Aix-les-Bains"_qs;
        QVERIFY_OK(patients.update(vasseur, kept.version, kept.details,
                                   audit::Actor::program(u"test"_qs)));
        open();
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(text()->hasFocus());
        QSignalSpy drawn(page(), &LetterPage::drawn);
        QTRY_VERIFY(drawn.count() > 0);
        m_desk->keepPictures(u"courrier-longs-noms"_qs);
    }

    void whoOnlyReadsHasNoLettersToWrite()
    {
        m_desk.reset();
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        open();
        QVERIFY(m_desk->record() && !page());
    }
};
QTEST_MAIN(TestLetters)
#include "tst_letters.moc"
