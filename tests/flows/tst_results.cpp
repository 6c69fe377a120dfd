// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/labs/ui/inboxpage.h>
#include <ambroise/uikit/message.h>

#include <QLineEdit>
#include <QListView>

using namespace ambroise;
using namespace ambroise::labs;
using labs::ui::InboxPage;
using labs::ui::ResultsPage;

namespace {

constexpr PatientId weber{3};

const QByteArray otherReport =
    "H|~^\\&|T.HPR||LAB~Laboratoire du Parc||ORU|||X~Y||P|H2.2~C|202611251041\r\n"
    "P|1|||7|DIALLO~IBRAHIM||19870702|M\r\nOBR|1|||SANG~SANG~L|R||202611250735\r\n"
    "OBX|1|NM|718-7~H\xE9moglobine~LN||14.2|g/dL|13.0 - 17.0|N|||F\r\nL|1||1|5\r\n";

} // namespace

//! Results, from the laboratory's file to « lu », on the real windows.
class TestResults : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] InboxPage *inbox() const { return m_desk->window->findChild<InboxPage *>(); }
    [[nodiscard]] ResultsPage *page() const { return m_desk->record()->resultsPage(); }
    [[nodiscard]] LabRepository &labs() const { return m_desk->inside().labs(); }
    [[nodiscard]] RecheckRepository &rechecks() const { return m_desk->inside().rechecks(); }
    //! The row that tells that; -1: none.
    [[nodiscard]] static int rowWith(const QListView &list, const QString &words)
    {
        for (int row = 0; row < list.model()->rowCount(); ++row)
            if (list.model()->index(row, 0).data(Qt::AccessibleTextRole).toString().contains(words))
                return row;
        return -1;
    }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void toInbox()
    {
        QTest::keyClick(m_desk->window->shell(), Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(inbox()->isVisible());
    }
    void openResults(PatientId patient)
    {
        m_desk->cabinet()->openRecord(patient);
        QVERIFY(m_desk->record());
        m_desk->record()->showPage(u"results"_qs);
    }
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_desk->path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    //! Whether a line of the page tells that.
    [[nodiscard]] bool says(const QString &what) const
    {
        for (auto *line : inbox()->findChildren<uikit::MessageLine *>())
            if (line->isVisible() && line->text().contains(what))
                return true;
        return false;
    }
    [[nodiscard]] QStringList labels() const
    {
        QStringList labels;
        const auto *model = page()->table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            labels << model->index(row, 0).data().toString();
        return labels;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
    }
    void cleanup() { m_desk.reset(); }

    void theTableBeginsWithWhatIsAbnormal()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        openResults(test::madeleine);
        m_desk->keepPictures(u"resultats"_qs);
        QCOMPARE(labels().mid(0, 6),
                 (QStringList{u"Anormal le 24/11"_qs, u"Potassium"_qs, u"CRP"_qs, u"Créatinine"_qs,
                              u"DFG (CKD-EPI)"_qs, u"Leucocytes"_qs}));
        const auto *model = page()->table()->model();
        QCOMPARE(model->index(1, 1).data().toString(), u"▲\u00A05,6"_qs);
        QVERIFY(model->index(1, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"5,6\u00A0mmol/L, haut, référence 3,5–5,1"));
        const auto reports = labs().of(patient::RecordIds(test::madeleine));
        QVERIFY_OK(reports);
        for (const KeptReport &report : *reports)
            QVERIFY2(report.doubts.isEmpty(), qPrintable(code(report.doubts.value(0))));
    }

    void arrowsGoOverDaysAndAnalyses()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        openResults(test::madeleine);
        page()->table()->setFocus();
        press(Qt::Key_Right);
        QCOMPARE(page()->day(), QDate(2026, 11, 17));
        press(Qt::Key_Right);
        QCOMPARE(page()->day(), QDate(2026, 5, 12));
        QVERIFY(labels().first().startsWith(u"Anormal le 12/05"));
        press(Qt::Key_Left);
        QCOMPARE(page()->day(), QDate(2026, 11, 17));
        const int row = page()->table()->currentIndex().row();
        press(Qt::Key_Down);
        QVERIFY(page()->table()->currentIndex().row() > row);
    }

    void aReadResultLeavesTheInboxAndComesBackWithZ()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        openResults(test::madeleine);
        page()->table()->setFocus();
        QCOMPARE(*labs().unseenCount(), 1);
        press(Qt::Key_L);
        QCOMPARE(*labs().unseenCount(), 0);
        const auto reports = labs().of(patient::RecordIds(test::madeleine));
        QCOMPARE(reports->first().seenName, u"Dr Claire Fontanel"_qs);
        press(Qt::Key_Z);
        QCOMPARE(*labs().unseenCount(), 1);
    }

    void theInboxIsReadWithoutOpeningTheRecord()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        toInbox();
        m_desk->keepPictures(u"resultats-a-lire"_qs);
        QVERIFY2(inbox()->reportText().startsWith(u"▲"), qPrintable(inbox()->reportText()));
        QVERIFY(inbox()->reportText().contains(u"Second tube non hémolysé"));
        press(Qt::Key_L);
        QCOMPARE(*labs().unseenCount(), 0);
    }

    void thePatientOfAReportIsChosenByAPerson()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        toInbox();
        inbox()->bringWaiting();
        m_desk->keepPictures(u"resultats-patient"_qs);
        auto *near = test::named<QListView>(*inbox(), u"Dossiers possibles"_qs);
        QVERIFY(near && near->model()->rowCount() > 0);
        QVERIFY(
            near->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"WEBER"));
        QVERIFY(!near->currentIndex().isValid()); // nobody before a person says so
        auto *field = test::named<uikit::SearchField>(*inbox());
        press(Qt::Key_Return);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(*labs().waitingCount(), 0);
        QCOMPARE(labs().of(patient::RecordIds(weber))->size(), 1);
    }

    void filesAreImportedAndWhatIsWrongIsTold()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        toInbox();
        inbox()->import({file(u"diallo.hpr"_qs, otherReport), file(u"lettre.txt"_qs, "Cher ami"),
                         m_desk->path(u"parti.xml"_qs)});
        QTRY_VERIFY(says(u"lettre.txt"_qs)); // the page speaks once all of them are kept
        QCOMPARE(*labs().waitingCount(), 2);
        m_desk->keepPictures(u"resultats-import"_qs);
        inbox()->import({file(u"encore.hpr"_qs, otherReport)});
        QTRY_VERIFY(says(u"déjà reçu"_qs));
        QCOMPARE(*labs().waitingCount(), 2);
    }

    void anAnalysisIsAskedForAgainAndMissedWhenItDoesNotCome()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        openResults(test::madeleine);
        page()->table()->setFocus();
        press(Qt::Key_D);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        m_desk->keepPictures(u"resultats-controle"_qs);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        field->setText(u"hier"_qs);
        press(Qt::Key_Return);
        QVERIFY(rechecks().of(patient::RecordIds(test::madeleine))->isEmpty());
        QCOMPARE(field->text(), u"hier"_qs);
        field->setText(u"15 j"_qs);
        press(Qt::Key_Return);
        const auto awaited = rechecks().of(patient::RecordIds(test::madeleine));
        QCOMPARE(awaited->size(), 1);
        QCOMPARE(awaited->first().asked.label, u"Potassium"_qs);
        QCOMPARE(QApplication::focusWidget(), page()->table());
        m_desk->keepPictures(u"resultats-controle-attendu"_qs);

        m_desk->window.reset();
        m_desk->clock.advance(std::chrono::hours(24 * 16));
        QVERIFY(m_desk->enter(u"medecin"_qs));
        toInbox();
        auto *list = test::named<QListView>(*inbox(), u"Résultats à traiter"_qs);
        QVERIFY(list);
        const int row = rowWith(*list, u"Potassium"_qs);
        QVERIFY(row > 0);
        list->setCurrentIndex(list->model()->index(row, 0));
        m_desk->keepPictures(u"resultats-controle-manque"_qs);
        QVERIFY(inbox()->reportText().contains(u"Aucun résultat"));
        press(Qt::Key_X);
        QVERIFY(rechecks().of(patient::RecordIds(test::madeleine))->isEmpty());
        press(Qt::Key_Z);
        QCOMPARE(rechecks().of(patient::RecordIds(test::madeleine))->size(), 1);
    }

    void aRecordWithoutResultsSaysSo()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        openResults(PatientId{5});
        m_desk->keepPictures(u"resultats-vide"_qs);
        QCOMPARE(page()->count(), 0);
    }

    void theSecretaryHasNoResults()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        QVERIFY(!inbox());
        m_desk->cabinet()->openRecord(test::madeleine);
        QVERIFY(m_desk->record() && !page());
    }

    void theNurseReadsButDoesNotMark()
    {
        QVERIFY(m_desk->enter(u"infirmiere"_qs));
        openResults(test::madeleine);
        page()->table()->setFocus();
        press(Qt::Key_L);
        QCOMPARE(*labs().unseenCount(), 1);
    }
};

QTEST_MAIN(TestResults)
#include "tst_results.moc"
