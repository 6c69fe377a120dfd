// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/measurespage.h>
#include <ambroise/record/ui/recordpage.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/stalldetector.h>
#include <support/widgets.h>

#include <QAbstractButton>
#include <QApplication>
#include <QListView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::record;

namespace {

constexpr int entries = 2000;
constexpr int documents = 300;

Entry entry(EntryKind kind, const QString &title, const QDateTime &when, const QString &body)
{
    static qint64 ids = 0;
    Entry one;
    one.id = EntryId{++ids};
    one.content.kind = kind;
    one.content.title = title;
    one.content.body = body;
    one.content.happened = when;
    one.authorName = u"Dr Claire Fontanel"_qs;
    return one;
}

//! Twenty years: notes of some lines, letters, results, documents, and what was measured; newest
//! first.
Overview ofTwentyYears()
{
    Overview overview;
    const QDateTime last(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
    const QString note = u"[S]\nToux grasse depuis vendredi, pas de dyspnée au repos.\n[O]\nTA "
                         "13/8, poids 74,2. Crépitants fins en base droite, murmure conservé.\n"
                         "[A]\nPneumopathie probable.\n[P]\nRadiographie, revue à 48 h."_qs;
    for (int i = 0; i < entries + documents; ++i) {
        const QDateTime when = last.addSecs(-qint64(i) * 3 * 24 * 3600);
        if (i % 8 == 7)
            overview.history << entry(EntryKind::Document, u"Document %1"_qs.arg(i), when,
                                      u"Compte rendu. "_qs.repeated(60));
        else if (i % 5 == 4)
            overview.history << entry(EntryKind::Letter, u"Dr Amar %1"_qs.arg(i), when, note);
        else
            overview.history << entry(EntryKind::Consultation, u"Consultation %1"_qs.arg(i), when,
                                      note);
        if (i % 5 == 0)
            for (const Measure &measure : {*Measure::make(MeasureKind::Weight, 70 + i % 9),
                                           *Measure::make(MeasureKind::BloodPressure, 138, 78)}) {
                Entry measured = entry(EntryKind::Measure, {}, when, {});
                measured.content = measure.entry(when);
                overview.measures << measured;
            }
    }
    return overview;
}

ui::RecordServices services()
{
    ui::RecordServices services;
    services.mayWrite = true;
    services.explain = [](const Error &error) {
        return error.subject;
    };
    services.findDraft = [](bool) -> Result<QString> {
        return QString();
    };
    services.saveDraft = [](bool, const QString &) {
        return done();
    };
    services.templates = []() -> Result<QList<NoteTemplate>> {
        return QList<NoteTemplate>();
    };
    return services;
}

//! A page of a record with its window.
struct Opened {
    test::ManualClock clock;
    ui::RecordPage page{services(), clock};

    Opened()
    {
        page.resize(1302, 600);
        page.show();
        (void)QTest::qWaitForWindowExposed(&page);
    }
    [[nodiscard]] QListView *history() const
    {
        return test::named<QListView>(page, u"Historique"_qs);
    }
    void filter(const QString &word) const
    {
        auto *chips = test::named<QWidget>(page, u"Filtrer l’historique"_qs);
        for (auto *chip : chips->findChildren<QAbstractButton *>())
            if (chip->text() == word)
                chip->click();
    }
    [[nodiscard]] int shown() const
    {
        int count = 0;
        for (int row = 0; row < history()->model()->rowCount(); ++row)
            count += history()->model()->index(row, 0).flags().testFlag(Qt::ItemIsSelectable);
        return count;
    }
};

//! Done by the event loop, which a stall detector sees.
void inTheLoop(QObject &context, const std::function<void()> &act)
{
    bool done = false;
    QTimer::singleShot(0, &context, [&] {
        act();
        done = true;
    });
    QTRY_VERIFY(done);
    QCoreApplication::processEvents(); // and drawn
}

} // namespace

//! A record of twenty years, 2,000 entries and 300 documents, on the screen.
class BenchRecord : public QObject {
    Q_OBJECT
    const Overview m_overview = ofTwentyYears();

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void recordOpen()
    {
        Opened opened;
        QBENCHMARK
        {
            opened.page.showOverview(m_overview);
            QCoreApplication::processEvents();
        }
        QCOMPARE(opened.shown(), entries + documents);
    }

    void recordFilter()
    {
        Opened opened;
        opened.page.showOverview(m_overview);
        QBENCHMARK
        {
            opened.filter(u"Documents"_qs);
            opened.filter(u"Tout"_qs);
            QCoreApplication::processEvents();
        }
    }

    void recordSearch()
    {
        Opened opened;
        opened.page.showOverview(m_overview);
        auto *field = opened.page.findChild<uikit::SearchField *>();
        field->setText(u"c"_qs);
        QTRY_VERIFY(opened.shown() > 0);
        QBENCHMARK
        {
            field->setText(u"consultation 19"_qs);
            field->setText(u"consultation 199"_qs);
            QCoreApplication::processEvents();
        }
    }

    void measuresPage()
    {
        test::ManualClock clock;
        ui::MeasuresPage page(services(), clock);
        page.resize(1302, 600);
        page.show();
        const std::optional<ui::Examined> who{{68, KidneySex::Female, QDate(1958, 3, 14), true}};
        QBENCHMARK
        {
            page.showMeasures(m_overview.measures, who);
            QCoreApplication::processEvents();
        }
    }

    void theLongestSliceOfTheWindowsTime()
    {
        Opened opened;
        auto *field = opened.page.findChild<uikit::SearchField *>();
        test::StallDetector stalls(std::chrono::milliseconds(50));
        inTheLoop(opened.page, [&] { opened.page.showOverview(m_overview); });
        inTheLoop(opened.page, [&] { opened.filter(u"Notes"_qs); });
        inTheLoop(opened.page, [&] { opened.filter(u"Tout"_qs); });
        inTheLoop(opened.page, [&] { field->setText(u"fevg"_qs); }); // the texts are made ready
        QTRY_COMPARE(opened.shown(), 0);
        inTheLoop(opened.page, [&] { field->setText(u"crepitants 199"_qs); });
        QTRY_VERIFY(opened.shown() > 0);
        inTheLoop(opened.page, [&] { field->clear(); });
        inTheLoop(opened.page, [&] {
            opened.history()->setFocus();
            QTest::keyClick(opened.history(), Qt::Key_PageDown);
        });
        qInfo("longest slice %lld ms", qint64(stalls.worst().count()));
    }
};
QTEST_MAIN(BenchRecord)
#include "bench_record.moc"
