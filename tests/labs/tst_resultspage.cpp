// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/ui/inboxpage.h>
#include <ambroise/labs/ui/resultspage.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/result.h>
#include <support/screenshot.h>
#include <support/widgets.h>

#include <QApplication>
#include <QScrollBar>
#include <QTableView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::labs;
using labs::ui::LabServices;
using labs::ui::ResultsPage;

namespace {

//! Reports of a patient as the practice would keep them.
struct Kept {
    QList<KeptReport> reports;
    QList<KeptResult> results;

    void add(qint64 id, QDate day, const QList<LabResult> &found)
    {
        KeptReport report{.content = *storage::ContentId::parse(QString(64, u'a'))};
        report.id = LabReportId{id};
        report.patient = PatientId{1};
        report.day = day;
        report.laboratory = u"Laboratoire de biologie médicale des Volcans et du Sancy réunis"_qs;
        report.receivedAt = QDateTime(day, QTime(9, 41), Qt::UTC);
        report.version = 1;
        reports.prepend(report);
        for (const LabResult &result : found)
            results.append({report.id, result});
    }
};

LabResult result(const QString &loinc, const QString &label, const QString &value,
                 const QString &unit, const QString &reference, Flag flag = Flag::Normal,
                 const QString &chapter = u"Biochimie"_qs)
{
    LabResult one;
    one.path = {chapter};
    one.code = {loinc, loincSystem, label};
    one.label = label;
    one.value = numberOf(value).value_or(textValue(value));
    one.unit = unit;
    one.reference = referenceOf(reference);
    one.flag = flag;
    one.flagSource = FlagSource::Laboratory;
    return one;
}

Kept years()
{
    Kept kept;
    const QStringList potassium = {u"4.5"_qs, u"4.8"_qs, u"4.6"_qs, u"4.7"_qs,
                                   u"4.9"_qs, u"4.4"_qs, u"4.6"_qs, u"6.8"_qs};
    for (int i = 0; i < potassium.size(); ++i) {
        const bool last = i + 1 == potassium.size();
        QList<LabResult> found = {
            result(u"2823-3"_qs, u"Potassium"_qs, potassium.at(i), u"mmol/L"_qs, u"3.5 - 5.1"_qs,
                   last ? Flag::CriticalHigh : Flag::Normal),
            result(u"718-7"_qs, u"Hémoglobine"_qs, u"12.4"_qs, u"g/dL"_qs, u"11.5 - 15"_qs,
                   Flag::Normal, u"Sang"_qs),
            result(u"6690-2"_qs, u"Leucocytes"_qs, i % 2 ? u"7100"_qs : u"7.1"_qs,
                   i % 2 ? u"/mm3"_qs : u"G/L"_qs, u"4 - 10"_qs, Flag::Normal, u"Sang"_qs)};
        if (last)
            found << result(u"14682-9"_qs, u"Créatinine"_qs, u"40"_qs, u"µmol/L"_qs, u"45 - 84"_qs,
                            Flag::Low)
                  << result(u"5778-6"_qs, u"Couleur des urines"_qs,
                            u"paille, légèrement trouble"_qs, {}, {}, Flag::None, u"Urines"_qs);
        if (last)
            found[0].doubts << Doubt::NarrativeDiffers;
        kept.add(i + 1, QDate(2023, 3, 1).addDays(i * 190), found);
    }
    return kept;
}

LabServices servicesOf(Kept &kept)
{
    LabServices services;
    services.reports = [&kept]() -> Result<QList<KeptReport>> {
        return kept.reports;
    };
    services.results = [&kept]() -> Result<QList<KeptResult>> {
        return kept.results;
    };
    services.read = [](const KeptReport &) -> Result<LabReport> {
        LabReport report;
        report.sections.append(
            {0, u"BIOCHIMIE"_qs, {u"Potassium      6,8 mmol/L    3,5 à 5,1"_qs}});
        report.comments.append({{}, u"Prélèvement non hémolysé."_qs});
        return report;
    };
    services.markSeen = [&kept](const KeptReport &report) -> Status {
        for (KeptReport &one : kept.reports)
            if (one.id == report.id)
                one.seenAt = QDateTime(QDate(2026, 11, 27), QTime(8, 0), Qt::UTC);
        return done();
    };
    services.markUnseen = [](const KeptReport &) -> Status {
        return done();
    };
    services.takeOut = services.markUnseen;
    services.explain = [](const Error &error) {
        return error.subject;
    };
    services.mayMarkSeen = true;
    services.mayFile = true;
    return services;
}

} // namespace

//! The page of a patient's results.
class TestResultsPage : public QObject {
    Q_OBJECT
    Kept m_kept;

    std::unique_ptr<ResultsPage> shown(QSize size = {1302, 600})
    {
        auto page = std::make_unique<ResultsPage>(servicesOf(m_kept));
        page->resize(size);
        page->show();
        page->refresh();
        page->activateWindow();
        page->table()->setFocus();
        return page;
    }

private Q_SLOTS:
    void init()
    {
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
        m_kept = years();
    }

    void asManyDaysAreShownAsThereIsRoomFor()
    {
        const auto wide = shown();
        QVERIFY(QTest::qWaitForWindowExposed(wide.get()));
        const int columns = wide->table()->model()->columnCount();
        test::keepScreenshot(*wide, u"resultats-page"_qs);
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        test::keepScreenshot(*wide, u"resultats-page-sombre"_qs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
        const auto narrow = shown({960, 520});
        QVERIFY(QTest::qWaitForWindowExposed(narrow.get()));
        test::keepScreenshot(*narrow, u"resultats-page-petit"_qs);
        QVERIFY(narrow->table()->model()->columnCount() < columns);
        QVERIFY(narrow->table()->model()->columnCount() >= 5);
        QVERIFY(!narrow->table()->horizontalScrollBar()->isVisible());
    }

    void theDayThatIsReadStaysInSight()
    {
        const auto page = shown({960, 520});
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(page->table(), Qt::Key_Right);
        QCOMPARE(page->day(), m_kept.reports.last().day);
        const auto *model = page->table()->model();
        bool seen = false;
        for (int column = 0; column < model->columnCount(); ++column)
            seen = seen || model->headerData(column, Qt::Horizontal).toString() ==
                               page->day().toString(u"dd/MM/yy"_qs);
        QVERIFY(seen);
    }

    void lGoesToTheNextThatIsNotRead()
    {
        const auto page = shown();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        const QDate first = page->day();
        QTest::keyClick(page->table(), Qt::Key_L);
        QVERIFY(page->day() < first);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(page->table(), Qt::Key_L);
        for (const KeptReport &report : m_kept.reports)
            QVERIFY(report.isSeen());
    }

    void whatCannotBeReadIsNoEmptyRecord()
    {
        LabServices broken = servicesOf(m_kept);
        broken.results = []() -> Result<QList<KeptResult>> {
            return Error{ErrorCode::Corrupt, u"storage.corrupt"_qs, {}};
        };
        ResultsPage page(broken);
        page.resize(1000, 500);
        page.show();
        page.refresh();
        QStringList told;
        for (auto *line : page.findChildren<uikit::MessageLine *>())
            if (line->isVisible())
                told << line->text();
        QCOMPARE(told, QStringList{u"storage.corrupt"_qs});
    }
};

QTEST_MAIN(TestResultsPage)
#include "tst_resultspage.moc"
