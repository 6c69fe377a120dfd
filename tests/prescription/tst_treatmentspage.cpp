// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/treatmentspage.h>
#include <ambroise/record/summaryline.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/result.h>
#include <support/screenshot.h>
#include <support/widgets.h>

#include <QApplication>
#include <QListView>
#include <QTableView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;
using record::StopReason;
using record::TreatmentUse;

//! What is taken and was taken, beside no practice: the services answer from what stands here.
class TestTreatmentsPage : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;
    QList<PrescribedLine> m_lines;
    QList<RecordedTreatment> m_recorded;
    QList<KeptStop> m_stops;
    std::optional<Error> m_failure;

    void prescribe(int daysAgo, const QString &label, const QString &substance, int days,
                   const QString &posology = u"1 comprimé matin et soir"_qs)
    {
        PrescribedLine one;
        one.number = u"N%1"_qs.arg(m_lines.size() + 1);
        one.signedAt = m_clock.now().addDays(-daysAgo);
        one.prescriber = u"Dr Claire Fontanel"_qs;
        one.checked.line.label = label;
        one.checked.line.posology = posology;
        one.checked.line.durationDays = days;
        one.checked.facts = DrugFacts();
        one.checked.facts->substances.append({{}, substance, {}, {}});
        m_lines << one;
    }
    void note(const QString &title, const QString &substance, const QString &since,
              const record::TreatmentDetails &details)
    {
        RecordedTreatment one;
        one.entry.id = record::EntryId{m_recorded.size() + 1};
        one.entry.authorName = u"Dr Marie-Anne de La Rochefoucauld-Montmorency"_qs;
        one.entry.writtenAt = m_clock.now().addDays(-90);
        one.entry.content.kind = record::EntryKind::Treatment;
        one.entry.content.title = title;
        one.entry.content.body = u"1-0-0"_qs;
        one.entry.content.unit = details.stored();
        record::setSince(one.entry.content, *PartialDate::parse(since, m_clock.today()));
        one.checked.facts = DrugFacts();
        one.checked.facts->substances.append({{}, substance, {}, {}});
        m_recorded << one;
    }
    TreatmentServices services()
    {
        TreatmentServices s;
        s.history = [this]() -> Result<TreatmentHistory> {
            if (m_failure)
                return *m_failure;
            return TreatmentHistory::of(m_lines, m_recorded, m_stops, m_clock.today());
        };
        s.stop = [this](const PatientTreatment &one, const record::TreatmentStop &stop) -> Status {
            AMBROISE_CHECK(record::checkStop(stop, one.firstDay(), m_clock.today()));
            m_stops.append({TreatmentStopId{m_stops.size() + 1},
                            one.periods.last().line,
                            stop,
                            m_clock.now(),
                            u"Dr Claire Fontanel"_qs,
                            {},
                            {}});
            return done();
        };
        s.takeBack = [this](const PatientTreatment &one) -> Status {
            for (KeptStop &stop : m_stops)
                if (stop.id == one.keptStop) {
                    stop.takenBackAt = m_clock.now();
                    stop.takenBackBy = u"Dr Hugo Lestienne"_qs;
                }
            return done();
        };
        s.explain = [](const Error &error) {
            return u"Faute : "_qs + error.subject;
        };
        s.mayWrite = true;
        return s;
    }
    static QStringList column(const QTableView &table, int which)
    {
        QStringList cells;
        for (int row = 0; row < table.model()->rowCount(); ++row)
            cells << table.model()->index(row, which).data().toString();
        return cells;
    }
    static QTableView *tableOf(const QWidget &page)
    {
        return test::named<QTableView>(page, u"Traitements"_qs);
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void open(TreatmentsPage &page)
    {
        page.resize(1302, 560);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.refresh();
        page.focusTable();
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_lines.clear();
        m_recorded.clear();
        m_stops.clear();
        m_failure.reset();
    }

    void anEmptyRecordSaysSo()
    {
        TreatmentsPage page(services(), m_clock);
        page.resize(1302, 560);
        page.show();
        QVERIFY2(test::shown(page).contains(u"Aucun traitement dans ce dossier"_qs),
                 qPrintable(test::shown(page)));
        test::keepScreenshot(page, u"traitements-vide"_qs);
    }

    void theTableSaysWhatTheChartShows()
    {
        prescribe(200, u"METFORMINE 1000 mg, comprimé pelliculé"_qs, u"METFORMINE"_qs, 90);
        prescribe(105, u"METFORMINE 1000 mg, comprimé pelliculé"_qs, u"METFORMINE"_qs, 180);
        prescribe(20, u"PARACÉTAMOL 1 g"_qs, u"PARACÉTAMOL"_qs, 0, u"si douleur"_qs);
        note(u"Levothyrox 75"_qs, u"LÉVOTHYROXINE"_qs, u"2019"_qs,
             {TreatmentUse::Chronic, m_clock.today().addDays(-4), {}});
        TreatmentsPage page(services(), m_clock);
        open(page);
        const QTableView *table = tableOf(page);
        QVERIFY(table);
        QCOMPARE(column(*table, 0),
                 (QStringList{u"PARACÉTAMOL 1 g"_qs, u"METFORMINE 1000 mg, comprimé pelliculé"_qs,
                              u"Levothyrox 75"_qs}));
        QCOMPARE(column(*table, 1),
                 (QStringList{u"Non précisé"_qs, u"Fond (proposé)"_qs, u"Fond"_qs}));
        QCOMPARE(column(*table, 2).last(), u"2019"_qs);
        QCOMPARE(column(*table, 3).first(), u"non dite"_qs);
        QVERIFY(column(*table, 3).last().endsWith(u", dépassée"_qs));
        const QString told = table->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(told.contains(u"Fond (proposé), depuis : "_qs), qPrintable(told));
        const auto *chart = test::named<QWidget>(page, u"Frise des traitements"_qs);
        QVERIFY(chart->accessibleDescription().contains(told));
    }

    void theChosenOneIsStoppedFromTheKeyboardAlone()
    {
        prescribe(60, u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 180);
        prescribe(30, u"AMLODIPINE 5 mg"_qs, u"AMLODIPINE"_qs, 180);
        TreatmentsPage page(services(), m_clock);
        QSignalSpy changed(&page, &TreatmentsPage::changed);
        open(page);
        press(Qt::Key_Down);
        press(Qt::Key_A);
        press(Qt::Key_Return); // without a reason
        QCOMPARE(m_stops.size(), 0);
        QVERIFY2(test::said(page).contains(u"treatment.stop_reason"_qs),
                 qPrintable(test::said(page)));
        press(Qt::Key_3);
        press(Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"toux"_qs);
        press(Qt::Key_Return);
        QCOMPARE(m_stops.size(), 1);
        QCOMPARE(m_stops.first().line.number, u"N1"_qs);
        QVERIFY(m_stops.first().stop ==
                (record::TreatmentStop{m_clock.today(), StopReason::SideEffect, u"toux"_qs}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(column(*tableOf(page), 5).last(), u"Effet indésirable : toux"_qs);
        QVERIFY(tableOf(page)->hasFocus());
        QCOMPARE(tableOf(page)->currentIndex().row(), 1); // it is still the one that is chosen
    }

    void aStopIsTakenBackAndStaysInSight()
    {
        prescribe(60, u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 180);
        TreatmentsPage page(services(), m_clock);
        open(page);
        press(Qt::Key_A);
        press(Qt::Key_2);
        press(Qt::Key_Return);
        QVERIFY(!column(*tableOf(page), 4).first().isEmpty());
        press(Qt::Key_R);
        QVERIFY(column(*tableOf(page), 4).first().isEmpty());
        const auto *steps = test::named<QListView>(page, u"Étapes du traitement"_qs);
        const QString former = steps->model()->index(0, 0).data().toString();
        QVERIFY2(former.contains(u"Arrêt repris : Inefficace"_qs) &&
                     former.contains(u"Dr Hugo Lestienne"_qs),
                 qPrintable(former));
    }

    void theLastStopIsUndoneWithZ()
    {
        prescribe(60, u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 180);
        TreatmentsPage page(services(), m_clock);
        open(page);
        press(Qt::Key_A);
        press(Qt::Key_5);
        press(Qt::Key_Return);
        press(Qt::Key_Z);
        QTRY_VERIFY(m_stops.first().isTakenBack());
    }

    void whatWasAskedIsStoppedWhicheverIsChosenMeanwhile()
    {
        prescribe(60, u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 180);
        prescribe(30, u"AMLODIPINE 5 mg"_qs, u"AMLODIPINE"_qs, 180);
        TreatmentsPage page(services(), m_clock);
        open(page);
        press(Qt::Key_A); // the amlodipine
        tableOf(page)->setCurrentIndex(tableOf(page)->model()->index(1, 0));
        press(Qt::Key_2);
        press(Qt::Key_Return);
        QCOMPARE(m_stops.size(), 1);
        QCOMPARE(m_stops.first().line.number, u"N2"_qs);
    }

    void inANarrowWindowTheFormComesAndGoes()
    {
        prescribe(60, u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 180);
        TreatmentsPage page(services(), m_clock);
        open(page);
        page.resize(900, 560);
        press(Qt::Key_A);
        press(Qt::Key_2);
        const auto *reasons = test::named<QListView>(page, u"Motif"_qs);
        QVERIFY(reasons && reasons->isVisible() && reasons->width() > 100);
        test::keepScreenshot(page, u"traitements-petit"_qs);
        press(Qt::Key_Return);
        QCOMPARE(m_stops.size(), 1);
        QVERIFY(tableOf(page)->hasFocus());
    }

    void whoOnlyReadsStopsNothing()
    {
        prescribe(60, u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 180);
        TreatmentServices reading = services();
        reading.mayWrite = false;
        TreatmentsPage page(reading, m_clock);
        open(page);
        press(Qt::Key_A);
        QVERIFY(!test::button(page, u"Arrêter"_qs)->isEnabled());
        QVERIFY(tableOf(page)->hasFocus());
    }

    void aHistoryThatCannotBeReadIsNotNone()
    {
        prescribe(60, u"RAMIPRIL 5 mg"_qs, u"RAMIPRIL"_qs, 180);
        TreatmentsPage page(services(), m_clock);
        open(page);
        m_failure = Error{ErrorCode::Corrupt, u"ordonnance.format"_qs, {}};
        page.refresh();
        QVERIFY2(test::said(page).contains(u"ordonnance.format"_qs), qPrintable(test::said(page)));
        QCOMPARE(tableOf(page)->model()->rowCount(), 1);
    }

    void whatIsNotSeenIsReadWhenItIs()
    {
        int readings = 0;
        TreatmentServices counting = services();
        counting.history = [&readings]() -> Result<TreatmentHistory> {
            ++readings;
            return TreatmentHistory();
        };
        TreatmentsPage page(counting, m_clock);
        page.refresh();
        page.refresh();
        QCOMPARE(readings, 0);
        page.show();
        QCOMPARE(readings, 1);
    }

    void longNamesAndManyYearsHaveTheirPlace()
    {
        prescribe(400, u"METFORMINE 1000 mg, comprimé pelliculé"_qs, u"METFORMINE"_qs, 90);
        prescribe(305, u"METFORMINE 1000 mg, comprimé pelliculé"_qs, u"METFORMINE"_qs, 180);
        prescribe(120, u"METFORMINE 1000 mg, comprimé pelliculé"_qs, u"METFORMINE"_qs, 180,
                  u"1 comprimé matin, midi et soir au milieu des repas"_qs);
        prescribe(40,
                  u"ACIDE ACÉTYLSALICYLIQUE 75 mg, poudre pour solution buvable en "
                  "sachet-dose"_qs,
                  u"ACIDE ACÉTYLSALICYLIQUE"_qs, 180);
        prescribe(500, u"AMOXICILLINE 1 g, comprimé dispersible"_qs, u"AMOXICILLINE"_qs, 7);
        prescribe(60, u"RAMIPRIL 5 mg, comprimé sécable"_qs, u"RAMIPRIL"_qs, 180);
        prescribe(30, u"PARACÉTAMOL 1 g, comprimé"_qs, u"PARACÉTAMOL"_qs, 0, u"si douleur"_qs);
        prescribe(700, u"ATORVASTATINE 40 mg"_qs, u"ATORVASTATINE"_qs, 365);
        note(u"Levothyrox 75"_qs, u"LÉVOTHYROXINE"_qs, u"2019"_qs, {TreatmentUse::Chronic, {}, {}});
        note(u"Prednisolone 20 mg"_qs, u"PREDNISOLONE"_qs, u"10/2026"_qs,
             {TreatmentUse::Occasional, m_clock.today().addDays(-4), {}});
        const auto stop = [this](int line, int daysAgo, StopReason reason, const QString &words) {
            const PrescribedLine &of = m_lines.at(line);
            m_stops.append({TreatmentStopId{m_stops.size() + 1},
                            {of.number, 0, treatmentKey(of.checked)},
                            {m_clock.today().addDays(-daysAgo), reason, words},
                            m_clock.now().addDays(-daysAgo),
                            u"Dr Claire Fontanel"_qs,
                            {},
                            {}});
        };
        stop(5, 12, StopReason::SideEffect, u"toux sèche persistante, nocturne"_qs);
        stop(7, 520, StopReason::Ineffective, {});
        TreatmentsPage page(services(), m_clock);
        open(page);
        for (int i = 0; i < 2; ++i)
            press(Qt::Key_Down);
        test::keepScreenshot(page, u"traitements"_qs);
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        test::keepScreenshot(page, u"traitements-sombre"_qs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
        press(Qt::Key_0);
        test::keepScreenshot(page, u"traitements-tout"_qs);
        press(Qt::Key_A);
        press(Qt::Key_4);
        test::keepScreenshot(page, u"traitements-arret"_qs);
        QCOMPARE(tableOf(page)->model()->rowCount(), 8);
    }
};

QTEST_MAIN(TestTreatmentsPage)
#include "tst_treatmentspage.moc"
