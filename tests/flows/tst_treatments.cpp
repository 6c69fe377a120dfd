// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/treatmentstops.h>
#include <ambroise/record/treatment.h>
#include <ambroise/uikit/message.h>

#include <QLineEdit>
#include <QListView>

using namespace ambroise;
using record::TreatmentDetails;

//! What a patient takes and has taken, on the real windows.
class TestTreatments : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] QList<record::Entry> treatments(PatientId of, bool active = true) const
    {
        QList<record::Entry> found;
        const auto ids = *m_desk->inside().patients().recordIds(of);
        const auto all = m_desk->inside().records().ofKind(record::EntryKind::Treatment, ids);
        for (const record::Entry &one : *all)
            if (one.content.active == active)
                found << one;
        return found;
    }
    [[nodiscard]] prescription::ui::OrdonnancePage *page() const
    {
        return m_desk->record()->ordonnancePage();
    }
    void prescribe(const QString &drug, const QString &posology)
    {
        auto *line = test::named<QLineEdit>(*page(), u"Ligne à prescrire"_qs);
        page()->beginLine();
        test::type(*line, drug);
        QTest::keyClick(line, Qt::Key_Return);
        test::type(*line, posology);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(page()->lines().size(), 1);
    }
    [[nodiscard]] QListView *summary() const
    {
        return test::named<QListView>(*m_desk->record(), u"Résumé du dossier"_qs);
    }
    void chooseInSummary(const QString &title)
    {
        press(Qt::Key_S, Qt::AltModifier);
        const QAbstractItemModel &model = *summary()->model();
        for (int row = model.rowCount() - 1; row >= 0; --row)
            if (model.index(row, 0).data().toString().startsWith(title))
                summary()->setCurrentIndex(model.index(row, 0));
        QVERIFY(summary()->currentIndex().data().toString().startsWith(title));
    }
    void add(PatientId to, const QString &title, const TreatmentDetails &details = {})
    {
        record::NewEntry entry;
        entry.kind = record::EntryKind::Treatment;
        entry.title = title;
        entry.body = u"1-0-1"_qs;
        entry.happened = m_desk->clock.now().addDays(-30);
        entry.unit = details.stored();
        const audit::Actor doctor(m_desk->account(u"medecin"_qs).id, u"Dr Claire Fontanel"_qs,
                                  u"medecin"_qs, u"Cabinet 1"_qs);
        QVERIFY_OK(m_desk->inside().records().add(to, entry, doctor));
    }

    //! In the table of treatments; null: it is not there.
    QTableView *chooseTreatment(const QString &name)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
        auto *table = test::named<QTableView>(*m_desk->record(), u"Traitements"_qs);
        if (!table || !QTest::qWaitFor([table] { return table->hasFocus(); }))
            return nullptr;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex index = table->model()->index(row, 0);
            if (!index.data().toString().startsWith(name, Qt::CaseInsensitive))
                continue;
            table->setCurrentIndex(index);
            return table;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
    }
    void cleanup() { m_desk.reset(); }

    void aTreatmentOfTheSummaryIsStoppedInThreeKeys()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        const auto before = treatments(test::madeleine);
        QVERIFY(before.size() > 1);
        chooseInSummary(before.first().content.title);
        press(Qt::Key_A);
        press(Qt::Key_3);
        test::keepScreenshot(*m_desk->window, u"traitement-arret"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(treatments(test::madeleine).size(), before.size() - 1);
        const auto gone = treatments(test::madeleine, false);
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.first().id, before.first().id);
        const auto stop = TreatmentDetails::fromStored(gone.first().content.unit).stop;
        QVERIFY(stop);
        QVERIFY(stop->reason == record::StopReason::SideEffect);
        QCOMPARE(stop->day, m_desk->clock.today());
        QTRY_VERIFY(QApplication::focusWidget() == summary());
        QVERIFY2(test::said(*m_desk->record()).contains(u"Arrêté : "_qs),
                 qPrintable(test::said(*m_desk->record())));
        test::keepScreenshot(*m_desk->window, u"traitement-arrete"_qs);
        press(Qt::Key_Z); // undone
        QTRY_COMPARE(treatments(test::madeleine).size(), before.size());
        QCOMPARE(m_desk->inside().records().revisions(gone.first().id)->size(), 2);
    }

    void withoutAReasonNothingIsStopped()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        const auto before = treatments(test::madeleine);
        chooseInSummary(before.first().content.title);
        press(Qt::Key_A);
        press(Qt::Key_Return);
        QVERIFY2(test::said(*m_desk->record()).contains(u"Motif"_qs),
                 qPrintable(test::said(*m_desk->record())));
        QCOMPARE(treatments(test::madeleine).size(), before.size());
        press(Qt::Key_Escape);
        QTRY_VERIFY(QApplication::focusWidget() == summary());
    }

    void anEndAndAUseAreTypedWithTheTreatment()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        const auto before = treatments(test::madeleine);
        QVERIFY(m_desk->runFromPalette(u"ajouter un traitement"_qs, u"line.treatment"_qs));
        test::type(*QApplication::focusWidget(), u"Amoxicilline 1 g"_qs);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        test::type(*QApplication::focusWidget(), u"1-1-1"_qs);
        press(Qt::Key_Tab);
        test::type(*QApplication::focusWidget(), u"7j"_qs);
        press(Qt::Key_Tab);
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        test::keepScreenshot(*m_desk->window, u"traitement-saisie"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(treatments(test::madeleine).size(), before.size() + 1);
        for (const record::Entry &one : treatments(test::madeleine)) {
            if (!one.content.title.startsWith(u"Amoxicilline"))
                continue;
            const auto details = TreatmentDetails::fromStored(one.content.unit);
            QVERIFY(details.use == record::TreatmentUse::Occasional);
            QCOMPARE(details.plannedEnd, m_desk->clock.today().addDays(6));
        }
    }

    void whatIsSignedStandsInTheHistoryAndIsStopped()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        page()->signAndPrint();
        if (!page()->isEmpty()) { // a contra-indication asks for a reason first
            auto *reason = test::named<QLineEdit>(*page(), u"Motif pour passer outre"_qs);
            test::type(*reason, u"Colchicine arrêtée ce jour"_qs);
            QTest::keyClick(reason, Qt::Key_Return);
            page()->signAndPrint();
        }
        QTRY_VERIFY(page()->isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
        auto *table = test::named<QTableView>(*m_desk->record(), u"Traitements"_qs);
        QVERIFY(table && table->isVisible());
        QTRY_VERIFY(table->hasFocus());
        const QAbstractItemModel &model = *table->model();
        const int known = model.rowCount();
        QCOMPARE(known, treatments(test::madeleine).size() + 1);
        int row = -1;
        for (int i = 0; i < known; ++i)
            if (model.index(i, 0).data().toString().startsWith(u"CLARITHROMYCINE"))
                row = i;
        QVERIFY(row >= 0);
        QCOMPARE(model.index(row, 3).data().toString(),
                 text::frenchDate(m_desk->clock.today().addDays(6)));
        QCOMPARE(model.index(row, 6).data().toString(), u"Dr Claire Fontanel"_qs);
        table->setCurrentIndex(model.index(row, 0));
        m_desk->keepPictures(u"dossier-traitements"_qs);
        press(Qt::Key_A);
        press(Qt::Key_2);
        press(Qt::Key_Return);
        const auto ids = *m_desk->inside().patients().recordIds(test::madeleine);
        prescription::TreatmentStops stops(m_desk->inside().connection(),
                                           m_desk->inside().journal(), m_desk->clock);
        QTRY_COMPARE(stops.of(ids)->size(), 1);
        QVERIFY(stops.of(ids)->first().stop.reason == record::StopReason::Ineffective);
        QTRY_VERIFY(table->hasFocus());
        QVERIFY(table->currentIndex().data().toString().startsWith(u"CLARITHROMYCINE"));
        press(Qt::Key_R);
        QTRY_VERIFY(stops.of(ids)->first().isTakenBack());
    }

    void oneActStopsItInTheRecordAndInItsOrdonnance()
    {
        add(test::madeleine, u"Clarithromycine 500 mg"_qs);
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        page()->signAndPrint();
        QTRY_VERIFY(page()->isEmpty());
        const auto before = treatments(test::madeleine).size();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
        auto *table = test::named<QTableView>(*m_desk->record(), u"Traitements"_qs);
        QCOMPARE(table->model()->rowCount(), before); // one row for both
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 0).data().toString().startsWith(u"Clarithromycine"))
                table->setCurrentIndex(table->model()->index(row, 0));
        press(Qt::Key_A);
        press(Qt::Key_5);
        press(Qt::Key_Return);
        QTRY_COMPARE(treatments(test::madeleine).size(), before - 1);
        const auto ids = *m_desk->inside().patients().recordIds(test::madeleine);
        prescription::TreatmentStops stops(m_desk->inside().connection(),
                                           m_desk->inside().journal(), m_desk->clock);
        QCOMPARE(stops.of(ids)->size(), 1);
        press(Qt::Key_Z);
        QTRY_COMPARE(treatments(test::madeleine).size(), before);
        QVERIFY(stops.of(ids)->first().isTakenBack());
    }

    void whatIsProposedIsConfirmedWithOneKey()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"cetirizine"_qs, u"1-0-0 7j"_qs);
        page()->signAndPrint();
        QTRY_VERIFY(page()->isEmpty());
        QTableView *table = chooseTreatment(u"CETIRIZINE"_qs);
        QVERIFY(table);
        const auto use = [table] {
            return table->currentIndex().siblingAtColumn(1).data().toString();
        };
        QCOMPARE(use(), u"Ponctuel (proposé)"_qs);
        QVERIFY(test::button(*m_desk->record(), u"Confirmer : ponctuel"_qs));
        press(Qt::Key_U);
        QCOMPARE(use(), u"Ponctuel"_qs);
        m_desk->keepPictures(u"traitement-usage-confirme"_qs);
        press(Qt::Key_U);
        QCOMPARE(use(), u"Fond"_qs);
        press(Qt::Key_Z); // back to what was said before
        QCOMPARE(use(), u"Ponctuel"_qs);
        QCOMPARE(m_desk->lastDeed().detail.section(u' ', 0, 0), u"treatment_use_occasional"_qs);
        press(Qt::Key_U);
        QCOMPARE(use(), u"Fond"_qs);
        press(Qt::Key_U); // neither: as it was at first
        QCOMPARE(use(), u"Ponctuel (proposé)"_qs);
    }

    void theUseOfATreatmentOfTheRecordIsKeptInItsLine()
    {
        add(test::madeleine, u"Prednisolone 20 mg"_qs,
            {record::TreatmentUse::Unspecified, m_desk->clock.today().addDays(3), {}});
        m_desk->cabinet()->openRecord(test::madeleine);
        QVERIFY(chooseTreatment(u"Prednisolone"_qs));
        press(Qt::Key_U);
        for (const record::Entry &one : treatments(test::madeleine)) {
            if (one.content.title != u"Prednisolone 20 mg")
                continue;
            const auto details = TreatmentDetails::fromStored(one.content.unit);
            QVERIFY(details.use == record::TreatmentUse::Chronic);
            QCOMPARE(details.plannedEnd, m_desk->clock.today().addDays(3));
            QCOMPARE(m_desk->inside().records().revisions(one.id)->size(), 1);
        }
    }

    void aStopThatAnotherPostWasFasterToSayIsToldAndOneIsChosen_data()
    {
        QTest::addColumn<QString>("drug");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("reason");
        QTest::newRow("mine") << u"desloratadine"_qs << u"Le mien"_qs << u"Effet indésirable"_qs;
        QTest::newRow("theirs") << u"betahistine"_qs << u"Le sien"_qs << u"Inefficace"_qs;
    }
    void aStopThatAnotherPostWasFasterToSayIsToldAndOneIsChosen()
    {
        QFETCH(const QString, drug);
        QFETCH(const QString, chosen);
        QFETCH(const QString, reason);
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        QSignalSpy signedAs(page(), &prescription::ui::OrdonnancePage::signedAs);
        prescribe(drug, u"1-0-0 7j"_qs);
        page()->signAndPrint();
        QTRY_COMPARE(signedAs.size(), 1);
        QTableView *table = chooseTreatment(drug);
        QVERIFY(table);
        press(Qt::Key_A);
        press(Qt::Key_3);
        app::Practice &practice = m_desk->inside();
        prescription::TreatmentStops stops(practice.connection(), practice.journal(),
                                           m_desk->clock);
        const auto ids = *practice.patients().recordIds(test::madeleine);
        const QString number = signedAs.first().first().toString();
        const audit::Actor other(m_desk->account(u"marie-anne").id, u"Dr Hugo Lestienne"_qs,
                                 u"remplacant"_qs, u"Cabinet 2"_qs);
        QVERIFY_OK(stops.add(test::madeleine, {number, 0, drug.toUpper()},
                             {m_desk->clock.today(), record::StopReason::Ineffective, {}},
                             m_desk->clock.today(), other));
        press(Qt::Key_Return);
        QVERIFY2(
            test::shown(*m_desk->record()).contains(u"Arrêté aussi par Dr Hugo Lestienne, le "_qs),
            qPrintable(test::shown(*m_desk->record())));
        m_desk->keepPictures(u"traitement-deux-arrets"_qs);
        test::button(*m_desk->record(), chosen)->click();
        QTRY_VERIFY(table->hasFocus());
        QCOMPARE(table->currentIndex().siblingAtColumn(5).data().toString(), reason);
        qsizetype kept = 0; // none is lost
        const auto all = stops.of(ids);
        for (const prescription::KeptStop &one : *all)
            kept += one.line.number == number;
        QCOMPARE(kept, chosen == u"Le mien" ? 2 : 1);
    }

    void anEndThatHasPassedIsSaidAndTheTreatmentStays()
    {
        add(test::madeleine, u"Prednisolone 20 mg"_qs,
            {record::TreatmentUse::Occasional, m_desk->clock.today().addDays(-3), {}});
        m_desk->cabinet()->openRecord(test::madeleine);
        const QAbstractItemModel &model = *summary()->model();
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows << model.index(row, 0).data().toString();
        const qsizetype at = rows.indexOf(u"Prednisolone 20 mg, 1-0-1"_qs);
        QVERIFY2(at >= 0, qPrintable(rows.join(u'|')));
        QVERIFY2(rows.at(at + 1).startsWith(u"fin prévue "_qs) &&
                     rows.at(at + 1).endsWith(u"dépassée"_qs),
                 qPrintable(rows.at(at + 1)));
        test::keepScreenshot(*m_desk->window, u"traitement-fin-depassee"_qs);
    }
};

QTEST_MAIN(TestTreatments)
#include "tst_treatments.moc"
