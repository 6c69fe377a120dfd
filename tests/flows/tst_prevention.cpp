// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/pdfviewer.h>
#include <cabinet/preventiondesk.h>
#include <cabinet/preventionlistdesk.h>

#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>

using namespace ambroise;
using prevention::ui::PreventionListPage;
using prevention::ui::PreventionPage;

namespace {

// Of the demonstration, in its order.
constexpr PatientId vasseur{1};

} // namespace

//! Prevention on the real windows, from the record to the letters of the practice.
class TestPrevention : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] PreventionPage *page() const { return m_desk->record()->prevention()->page(); }
    [[nodiscard]] QListView *due() const { return test::named<QListView>(*page(), u"À faire"_qs); }
    [[nodiscard]] QString rows() const
    {
        QStringList all;
        for (int row = 0; row < due()->model()->rowCount(); ++row)
            all << due()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all.join(u'\n');
    }
    void choose(QStringView words)
    {
        for (int row = 0; row < due()->model()->rowCount(); ++row)
            if (due()
                    ->model()
                    ->index(row, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(words))
                due()->setCurrentIndex(due()->model()->index(row, 0));
        due()->setFocus();
    }
    //! A letter acts a moment later where a scanner is listened for.
    [[nodiscard]] bool asks(Qt::Key letter)
    {
        QTest::keyClick(due(), letter);
        return QTest::qWaitFor(
            [] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr; });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    void openPrevention(const QString &who)
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        auto *shell = m_desk->enter(who);
        QVERIFY(shell);
        shell->openRecord(vasseur);
        QVERIFY(m_desk->record());
        m_desk->record()->showPage(u"prevention"_qs);
    }

private Q_SLOTS:
    void cleanup() { m_desk.reset(); }

    void theRecordTellsWhatIsDue()
    {
        openPrevention(u"medecin"_qs);
        const QString all = rows();
        QVERIFY2(all.contains(u"en retard, 09/2026"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"depuis le 13/10"_qs), qPrintable(all));
        m_desk->keepPictures(u"dossier-prevention"_qs);
        const auto lines =
            app::dueLines(m_desk->inside(), *m_desk->inside().patients().reload(vasseur));
        QVERIFY_OK(lines);
        QCOMPARE(int(lines->size()), page()->dueCount());
        const auto eye = std::find_if(lines->begin(), lines->end(),
                                      [](const auto &line) { return line.label == u"Fond d’œil"; });
        QVERIFY(eye != lines->end());
        QVERIFY(eye->late);
        QCOMPARE(eye->state, u"en retard, 09/2026"_qs);
    }

    void anActIsWrittenJournaledAndUndone()
    {
        openPrevention(u"medecin"_qs);
        const int before = page()->dueCount();
        choose(u"Fond d’œil");
        QVERIFY(asks(Qt::Key_F));
        press(Qt::Key_Return);
        QTRY_COMPARE(page()->dueCount(), before - 1);
        QCOMPARE(m_desk->lastDeed().subject, audit::Subject::Prevention);
        QCOMPARE(m_desk->lastDeed().detail, u"done"_qs);
        press(Qt::Key_Z);
        QTRY_COMPARE(page()->dueCount(), before);
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Remove);
    }

    void aVaccinationIsWrittenByKeyboardAlone()
    {
        openPrevention(u"infirmiere"_qs);
        choose(u"Grippe");
        QVERIFY(asks(Qt::Key_V));
        QVERIFY(page()->isWriting());
        test::type(*QApplication::focusWidget(), u"Efluelda"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        auto *lot = qobject_cast<QLineEdit *>(QApplication::focusWidget()); // it is asked for
        QVERIFY(lot && lot->text().isEmpty());
        test::type(*lot, u"Y3C99"_qs);
        m_desk->keepPictures(u"dossier-vaccination"_qs);
        QVERIFY(lot->isVisible()); // the window was narrow meanwhile
        QTest::keyClick(lot, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!page()->isWriting());
        const auto given = m_desk->inside().prevention().vaccinations(patient::RecordIds(vasseur));
        QCOMPARE(given->first().parts.lot, u"Y3C99"_qs);
        QCOMPARE(given->first().parts.valences, QStringList{u"influenza"_qs});
        QVERIFY(given->first().parts.by.contains(u"Aubrac"_qs));
        QVERIFY(rows().contains(u"fait, 24/11/2026"_qs));
    }

    void theCertificateIsShownAndJournaled()
    {
        openPrevention(u"medecin"_qs);
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(m_desk->record()->findChild<app::PdfViewer *>());
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Print);
        QCOMPARE(m_desk->lastDeed().subject, audit::Subject::Prevention);
        m_desk->record()->findChild<app::PdfViewer *>()->close();
    }

    void aSecretaryHasNoPreventionOfARecord()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        auto *shell = m_desk->enter(u"secretaire"_qs);
        QVERIFY(shell);
        shell->openRecord(vasseur);
        QVERIFY(m_desk->record());
        QVERIFY(!m_desk->record()->prevention());
        QVERIFY(!m_desk->runFromPalette(u"prévention"_qs, u"go.prevention"_qs));
    }

    void thePracticeIsListedAndInvited()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
        QVERIFY(m_desk->runFromPalette(u"> prévention"_qs, u"go.prevention"_qs));
        auto *list = m_desk->window->findChild<PreventionListPage *>();
        QVERIFY(list && list->isVisible());
        auto *rules = list->findChild<QComboBox *>();
        rules->setCurrentIndex(rules->findData(u"grippe"_qs));
        QTRY_VERIFY_WITH_TIMEOUT(list->listed() > 0, 20'000);
        m_desk->keepPictures(u"prevention-du-cabinet"_qs);
        test::type(*QApplication::focusWidget(), u"vasseur"_qs);
        QCOMPARE(list->listed(), 1);
        press(Qt::Key_I, Qt::AltModifier);
        QTRY_VERIFY(test::named<QPlainTextEdit>(*list));
        m_desk->keepPictures(u"prevention-invitation"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(list->findChild<app::PdfViewer *>(), 20'000);
        QCOMPARE(m_desk->lastDeed().detail, u"invitation"_qs);
        QCOMPARE(m_desk->lastDeed().patient, vasseur);
        list->findChild<app::PdfViewer *>()->close();
        QTest::keyClick(test::named<uikit::SearchField>(*list), Qt::Key_Return);
        QTRY_VERIFY(m_desk->record() && m_desk->record()->isVisible());
        QVERIFY(page()->isVisible());
    }
};
QTEST_MAIN(TestPrevention)
#include "tst_prevention.moc"
