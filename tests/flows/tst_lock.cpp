// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/pdfviewer.h>

#include <ambroise/patient/ui/patientform.h>

#include <QDialog>
#include <QMouseEvent>

using namespace ambroise;
using namespace ambroise::app;
using test::madeleine;
using namespace std::chrono_literals;

//! The lock, by itself and on demand. No test waits: the clock is moved.
class TestLock : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    void begin(const QString &login = u"medecin"_qs)
    {
        if (!m_desk->window)
            m_desk->open();
        m_desk->signIn(login);
        QTRY_VERIFY(m_desk->window->shell());
    }
    void pass(std::chrono::milliseconds time)
    {
        m_desk->clock.advance(time);
        m_desk->window->idleLock().look();
    }
    [[nodiscard]] QString warning() const { return m_desk->said(u"idleWarning"_qs); }
    [[nodiscard]] RecordView *record() const { return m_desk->record(); }
    //! A field of the administrative page of Madeleine's record.
    [[nodiscard]] QLineEdit *openField(const QString &name)
    {
        m_desk->cabinet()->openRecord(madeleine);
        record()->showPage(u"administrative"_qs);
        return test::named<QLineEdit>(*record()->form(), name);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
    }
    void cleanup()
    {
        if (m_desk)
            m_desk->window.reset();
    }

    void whoIsAwayIsWarnedAtTheFootAndThenLockedOut()
    {
        begin();
        pass(9min + 29s);
        QVERIFY(warning().isEmpty());
        pass(1s);
        QCOMPARE(warning(), u"Verrouillage dans 30 s. Une touche pour continuer."_qs);
        m_desk->keepPictures(u"verrouillage-annonce"_qs);
        pass(10s);
        QCOMPARE(warning(), u"Verrouillage dans 20 s. Une touche pour continuer."_qs);
        QVERIFY(m_desk->window->shell());
        pass(20s);
        QVERIFY(!m_desk->window->shell());
        QVERIFY(warning().isEmpty());
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Lock);
    }

    void theTimeIsWhatSomebodyChose()
    {
        begin();
        access::Preferences soon;
        soon.lockAfter = 2min;
        QVERIFY_OK(m_desk->inside().preferences().put(m_desk->account(u"medecin").id, soon));
        m_desk->window->lock();
        begin();
        pass(1min + 29s);
        QVERIFY(warning().isEmpty());
        pass(1s);
        QCOMPARE(warning(), u"Verrouillage dans 30 s. Une touche pour continuer."_qs);
        pass(30s);
        QVERIFY(!m_desk->window->shell());
        begin(u"secretaire"_qs); // who chose nothing
        pass(9min + 29s);
        QVERIFY(warning().isEmpty());
    }

    void aKeyGoesOnAndDoesNothingElse()
    {
        begin();
        m_desk->cabinet()->openRecord(madeleine);
        record()->showPage(u"summary"_qs);
        record()->setFocusPolicy(Qt::StrongFocus);
        record()->setFocus();
        QTest::keyClick(m_desk->window.get(), Qt::Key_O);
        QVERIFY(record()->ordonnancePage()->isVisible()); // what the key does otherwise
        record()->showPage(u"summary"_qs);
        record()->setFocus();
        pass(9min + 40s);
        QVERIFY(!warning().isEmpty());
        QTest::keyClick(m_desk->window.get(), Qt::Key_O);
        QVERIFY(warning().isEmpty());
        QVERIFY(!record()->ordonnancePage()->isVisible());
        QTest::keyClick(m_desk->window.get(), Qt::Key_O);
        QVERIFY(record()->ordonnancePage()->isVisible());
        pass(9min + 29s);
        QVERIFY(warning().isEmpty());
    }

    void whatIsTypedDuringTheWarningIsWritten()
    {
        begin();
        QLineEdit *phone = openField(u"Ville"_qs);
        QVERIFY(phone);
        phone->setFocus();
        phone->clear();
        pass(9min + 45s);
        QVERIFY(!warning().isEmpty());
        QTest::keyClicks(phone, u"Riom"_qs);
        QCOMPARE(phone->text(), u"Riom"_qs);
        QVERIFY(warning().isEmpty());
    }

    void thePointerThatMovesByItselfKeepsNothingOpen()
    {
        begin();
        pass(9min + 45s);
        QMouseEvent moved(QEvent::MouseMove, QPointF(40, 40), QPointF(40, 40), Qt::NoButton,
                          Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(m_desk->window.get(), &moved);
        QVERIFY(!warning().isEmpty());
        QTest::mouseClick(m_desk->window->shell(), Qt::RightButton);
        QVERIFY(warning().isEmpty());
    }

    void whatWasBeingTypedIsInPlaceAfterUnlocking()
    {
        begin();
        QLineEdit *city = openField(u"Ville"_qs);
        QVERIFY(city);
        city->setFocus();
        city->clear();
        QTest::keyClicks(city, u"Saint-Am"_qs);
        pass(11min);
        QVERIFY(!m_desk->window->shell());
        begin();
        QCOMPARE(city->text(), u"Saint-Am"_qs);
        QVERIFY(city->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), city);
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Unlock);
    }

    void theLastKeyBeforeTheLockIsInTheJournalOfDrafts_data()
    {
        QTest::addColumn<bool>("closed");
        QTest::newRow("locked") << false;
        QTest::newRow("closed") << true;
    }
    void theLastKeyBeforeTheLockIsInTheJournalOfDrafts()
    {
        QFETCH(bool, closed);
        begin();
        QLineEdit *city = openField(u"Ville"_qs);
        QVERIFY(city);
        city->clear();
        QTest::keyClicks(city, u"Riom"_qs);
        if (closed)
            m_desk->window->close();
        else
            m_desk->window->lock();
        const auto kept = m_desk->inside().drafts().find(m_desk->account(u"medecin").id,
                                                         u"patient"_qs, madeleine.value);
        QVERIFY_OK(kept);
        QVERIFY(kept->has_value() && (*kept)->body.contains(u"Riom"));
    }

    void twoPeopleAtOnePostKeepTheirWorks()
    {
        begin();
        QLineEdit *hers = openField(u"Ville"_qs);
        hers->setText(u"Riom"_qs);
        m_desk->window->lock();
        begin(u"secretaire"_qs);
        QVERIFY(!record());
        QLineEdit *theirs = openField(u"Rue"_qs);
        theirs->setText(u"3 rue Haute"_qs);
        QVERIFY(!hers->isVisible());
        m_desk->window->lock();
        begin();
        QVERIFY(hers->isVisible());
        QCOMPARE(hers->text(), u"Riom"_qs);
        QVERIFY(!theirs->isVisible());
        m_desk->window->lock();
        begin(u"secretaire"_qs);
        QVERIFY(theirs->isVisible());
        QCOMPARE(theirs->text(), u"3 rue Haute"_qs);
    }

    void aDocumentIsBehindTheLockTooAndComesBackWithItsPerson()
    {
        begin();
        auto *document = new PdfViewer("%PDF-1.4", u"VASSEUR MADELEINE"_qs, m_desk->window.get());
        document->show();
        auto *question = new QDialog(m_desk->window.get());
        question->open();
        QVERIFY(question->isModal());
        m_desk->window->lock();
        QVERIFY(!document->isVisible());
        QVERIFY(!question->isVisible());
        begin(u"secretaire"_qs);
        QVERIFY(!document->isVisible());
        m_desk->window->lock();
        begin();
        QVERIFY(document->isVisible());
        QVERIFY(!question->isVisible());
    }
};
QTEST_MAIN(TestLock)
#include "tst_lock.moc"
