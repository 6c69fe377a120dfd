// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/ui/measurespage.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QApplication>
#include <QChartView>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QValueAxis>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::record;
using record::ui::Examined;
using record::ui::MeasuresPage;
using enum MeasureKind;

namespace {

//! What the page was given to keep, and the page.
struct Desk {
    QList<Entry> kept; //!< revised
    QList<Measure> added;
    QDateTime addedAt;
    std::optional<Entry> note; //!< in which every measure stands
    std::optional<Error> refused;
    QList<GrowthReference> own; //!< references of growth
    QString chosen;             //!< the last one
    test::ManualClock clock;
    std::unique_ptr<MeasuresPage> page;

    explicit Desk(bool mayWrite = true)
    {
        ui::RecordServices services;
        services.mayWrite = mayWrite;
        services.explain = [](const Error &error) {
            return error.subject;
        };
        services.keepLine = [this](const Entry &line) -> Status {
            if (refused)
                return *refused;
            kept << line;
            return done();
        };
        services.addMeasures = [this](const QList<Measure> &measures, const QDateTime &at) {
            added = measures;
            addedAt = at;
            return refused ? Status(*refused) : done();
        };
        services.noteOf = [this](EntryId) -> Result<std::optional<Entry>> {
            return note;
        };
        services.revisions = [](EntryId) -> Result<QList<Revision>> {
            Revision before;
            before.version = 1;
            before.content.value = u"47.2"_qs;
            before.authorName = u"Dr Claire Fontanel"_qs;
            return QList{before};
        };
        services.growthReferences = [this] {
            return own;
        };
        services.lastGrowthReference = [this] {
            return chosen;
        };
        services.keepGrowthReference = [this](const QString &title) {
            chosen = title;
        };
        page = std::make_unique<MeasuresPage>(services, clock);
        page->resize(1302, 560);
        page->show();
        page->activateWindow();
        (void)QTest::qWaitForWindowActive(page.get());
    }
    void show(const QList<Entry> &measures, const std::optional<Examined> &who)
    {
        page->showMeasures(measures, who);
    }
    [[nodiscard]] QListView *list() const
    {
        return test::named<QListView>(*page, u"Mesures du dossier"_qs);
    }
    void choose(const QString &title) const
    {
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            if (list()->model()->index(row, 0).data().toString().startsWith(title))
                list()->setCurrentIndex(list()->model()->index(row, 0));
    }
    [[nodiscard]] QTableView *table() const { return page->findChild<QTableView *>(); }
    [[nodiscard]] QChartView *chart() const { return page->findChild<QChartView *>(); }
    //! What of the time is shown.
    [[nodiscard]] std::pair<double, double> across() const
    {
        const auto *axis =
            qobject_cast<QValueAxis *>(chart()->chart()->axes(Qt::Horizontal).value(0));
        return {axis->min(), axis->max()};
    }
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return test::named<QLineEdit>(*page, name);
    }
    [[nodiscard]] QStringList cells(int row) const
    {
        QStringList cells;
        for (int column = 0; column < table()->model()->columnCount(); ++column)
            cells << table()->model()->index(row, column).data().toString();
        return cells;
    }
    [[nodiscard]] bool says(const QString &what) const
    {
        for (auto *line : page->findChildren<uikit::MessageLine *>())
            if (line->isVisible() && line->text().contains(what))
                return true;
        return false;
    }
};

Entry measured(MeasureKind kind, double value, const QDate &day,
               std::optional<double> second = std::nullopt, const QString &where = {})
{
    static qint64 ids = 0;
    Entry entry;
    entry.id = EntryId{++ids};
    entry.content =
        Measure::make(kind, value, second)->in(where).entry(QDateTime(day, QTime(10, 0), Qt::UTC));
    entry.authorName = u"Dr Claire Fontanel"_qs;
    return entry;
}

const Examined madeleine{68, KidneySex::Female, QDate(1958, 3, 14)};
const Examined child{5, KidneySex::Female, QDate(2021, 4, 2)};

//! Newest first.
QList<Entry> ofMadeleine()
{
    return {measured(Weight, 74.2, {2026, 11, 24}),
            measured(BloodPressure, 138, {2026, 11, 24}, 78),
            measured(BloodPressure, 128, {2026, 11, 24}, 74, u"debout"_qs),
            measured(Weight, 74.9, {2026, 5, 19}),
            measured(BloodPressure, 141, {2026, 5, 19}, 82),
            measured(Weight, 76, {2025, 11, 24}),
            measured(BloodPressure, 150, {2025, 11, 24}, 90),
            measured(Weight, 78.4, {2024, 2, 1}),
            measured(Creatinine, 97, {2026, 11, 17}),
            measured(Height, 161, {2020, 1, 10})};
}

QList<Entry> ofChild()
{
    QList<Entry> measures;
    struct Visit {
        QDate day;
        double weight;
        double height;
        double head;
    };
    const QList<Visit> visits = {{{2026, 9, 4}, 18.4, 109.5, 51},   {{2025, 3, 3}, 15.6, 101, 50.2},
                                 {{2023, 10, 6}, 13.1, 91.5, 48.9}, {{2022, 4, 8}, 9.6, 75.5, 45.8},
                                 {{2021, 10, 1}, 7.4, 66, 42.6},    {{2021, 6, 4}, 5.1, 57, 38.3},
                                 {{2021, 4, 2}, 3.2, 49, 34}};
    for (const Visit &visit : visits)
        measures << measured(Weight, visit.weight, visit.day)
                 << measured(Height, visit.height, visit.day)
                 << measured(HeadCircumference, visit.head, visit.day);
    return measures;
}

//! Born at 32 SA + 4 j on 12/02/2026, the term being on 05/04/2026.
const Examined premature{0, KidneySex::Male, QDate(2026, 2, 12)};

QList<Entry> ofPremature()
{
    return {measured(Weight, 7.9, {2026, 11, 20}),       measured(Height, 68.5, {2026, 11, 20}),
            measured(Weight, 5.6, {2026, 7, 6}),         measured(Height, 59.5, {2026, 7, 6}),
            measured(Weight, 3.3, {2026, 4, 13}),        measured(Height, 50.5, {2026, 4, 13}),
            measured(BirthTerm, 32, {2026, 2, 20}, 4.0), measured(Weight, 1.8, {2026, 2, 12}),
            measured(Height, 43, {2026, 2, 12})};
}

//! As a practice may have obtained it, of weights alone.
GrowthReference ownReference()
{
    return *GrowthReference::parse(
        "# name: Courbes du cabinet 2018\n# source: une thèse de 2018\n"
        "indicator;sex;age_months;l;m;s\n"
        "weight;m;0;1;3.4;0.12\nweight;m;3;1;6.2;0.11\nweight;m;12;1;9.7;0.1\n"
        "weight;m;24;1;12.2;0.1\n");
}

} // namespace

class TestMeasuresPage : public QObject {
    Q_OBJECT

    static void keepPictures(Desk &desk, const QString &name)
    {
        test::keepScreenshot(*desk.page, name);
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        test::keepScreenshot(*desk.page, name + u"-sombre"_qs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
    }

private Q_SLOTS:
    void init() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void theListHasEachKindWithItsLastValue()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        QStringList rows;
        for (int row = 0; row < desk.list()->model()->rowCount(); ++row)
            rows << desk.list()->model()->index(row, 0).data().toString();
        QCOMPARE(rows.size(), 8); // two titles, four measured, two computed
        QVERIFY2(rows.at(1).startsWith(u"Poids, 24/11/26 · −0,7, 74,2\u00A0kg"),
                 qPrintable(rows.at(1)));
        QVERIFY2(rows.at(3).contains(u"138/78"), qPrintable(rows.at(3)));
        QVERIFY2(rows.at(6).startsWith(u"IMC, 24/11/26 · −0,3, 28,6"), qPrintable(rows.at(6)));
        QVERIFY2(rows.at(7).contains(u"52\u00A0mL/min"), qPrintable(rows.at(7)));
        keepPictures(desk, u"mesures-poids"_qs);
        desk.choose(u"Tension"_qs);
        keepPictures(desk, u"mesures-tension"_qs);
        desk.choose(u"IMC"_qs);
        keepPictures(desk, u"mesures-imc"_qs);
    }

    void theTableSaysWhatTheCurveShows()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        QCOMPARE(desk.table()->model()->rowCount(), 4);
        QCOMPARE(desk.cells(0), (QStringList{u"24/11/2026"_qs, u"74,2"_qs, u"−0,7"_qs, QString(),
                                             u"Dr Claire Fontanel"_qs}));
        desk.choose(u"IMC"_qs);
        QCOMPARE(desk.cells(0).at(3), u"74,2\u00A0kg, 161\u00A0cm"_qs);
        desk.choose(u"DFG"_qs);
        QCOMPARE(desk.cells(0).mid(0, 2), (QStringList{u"17/11/2026"_qs, u"52"_qs}));
    }

    void arrowsReadThePoints()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        desk.list()->setFocus();
        QTest::keyClick(desk.list(), Qt::Key_Return);
        QTRY_VERIFY(desk.chart()->hasFocus());
        QTest::keyClick(desk.chart(), Qt::Key_Left);
        QVERIFY2(desk.chart()->accessibleDescription().startsWith(u"19/05/2026 : 74,9\u00A0kg"),
                 qPrintable(desk.chart()->accessibleDescription()));
        QCOMPARE(desk.table()->currentIndex().row(), 1);
        QTest::keyClick(desk.chart(), Qt::Key_Home);
        QCOMPARE(desk.table()->currentIndex().row(), 3);
        desk.table()->setCurrentIndex(desk.table()->model()->index(2, 0));
        QVERIFY(desk.chart()->accessibleDescription().startsWith(u"24/11/2025"));
    }

    void theCurveIsZoomedAndShownWholeAgain()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        const std::pair whole = desk.across();
        QTest::keyClick(desk.page.get(), Qt::Key_Plus);
        const std::pair near = desk.across();
        QVERIFY(near.first > whole.first && near.second - near.first < whole.second - whole.first);
        test::keepScreenshot(*desk.page, u"mesures-pres"_qs);
        QTest::keyClick(desk.page.get(), Qt::Key_0);
        QCOMPARE(desk.across(), whole);
        test::named<uikit::Segmented>(*desk.page, u"Durée"_qs)->setCurrent(0);
        QVERIFY(desk.across().first > whole.first);
        desk.chart()->setFocus();
        QTest::keyClick(desk.chart(), Qt::Key_Home); // what is read comes into sight
        QVERIFY(desk.across().first < near.first);
    }

    void aChildsGrowthIsReadOnTheCurvesOfTheWho()
    {
        Desk desk;
        desk.show(ofChild(), child);
        desk.choose(u"Taille pour l’âge"_qs);
        QCOMPARE(desk.table()->model()->rowCount(), 7);
        const QStringList last = desk.cells(0);
        QCOMPARE(last.mid(0, 3), (QStringList{u"04/09/2026"_qs, u"109,5"_qs, u"−0,45"_qs}));
        keepPictures(desk, u"croissance-taille"_qs);
        desk.choose(u"IMC pour l’âge"_qs);
        test::named<uikit::Segmented>(*desk.page, u"Courbes de référence"_qs)->setCurrent(1);
        keepPictures(desk, u"croissance-imc"_qs);
        desk.choose(u"Périmètre crânien pour l’âge"_qs);
        QCOMPARE(desk.cells(0).at(2), u"–"_qs); // none after five years
        keepPictures(desk, u"croissance-pc"_qs);
    }

    void aChildBornBeforeTermIsReadAtTheCorrectedAge()
    {
        Desk desk;
        desk.show(ofPremature(), premature);
        desk.choose(u"Poids pour l’âge"_qs);
        QCOMPARE(desk.table()->model()->rowCount(), 4);
        QCOMPARE(desk.cells(1).mid(1), // at the age of three months
                 (QStringList{u"5,6"_qs, u"−1,12"_qs, u"13"_qs, u"4 mois, corrigé 3 mois"_qs}));
        QCOMPARE(desk.cells(3).mid(2), // the day of the birth: no reference before the term
                 (QStringList{u"–"_qs, u"–"_qs, u"0 j, avant terme"_qs}));
        const QString said = test::shown(*desk.page);
        QVERIFY2(said.contains(u"âge corrigé, né à 32\u00A0SA +\u00A04\u00A0j"), qPrintable(said));
        QVERIFY2(said.contains(u"Âge corrigé jusqu’à 2 ans"), qPrintable(said));
        keepPictures(desk, u"croissance-age-corrige"_qs);
    }

    void oneKeyShowsTheCivilAge()
    {
        Desk desk;
        desk.show(ofPremature(), premature);
        desk.choose(u"Poids pour l’âge"_qs);
        desk.list()->setFocus();
        QTest::keyClick(desk.list(), Qt::Key_G);
        QCOMPARE(desk.cells(1).last(), u"4 mois"_qs);
        QVERIFY(desk.cells(1).at(2) != u"−1,12");
        QVERIFY(test::shown(*desk.page).contains(u"âge civil, né à 32"));
        test::keepScreenshot(*desk.page, u"croissance-age-civil"_qs);
        QTest::keyClick(desk.list(), Qt::Key_G);
        QCOMPARE(desk.cells(1).at(2), u"−1,12"_qs);
    }

    void aChildBornAtTermHasNoOtherAge()
    {
        Desk desk;
        desk.show(ofChild(), child);
        desk.choose(u"Poids pour l’âge"_qs);
        QVERIFY(!test::button(*desk.page, u"Âge civil"_qs));
        const QStringList before = desk.cells(0);
        QTest::keyClick(desk.list(), Qt::Key_G);
        QCOMPARE(desk.cells(0), before);
        QVERIFY(
            test::shown(*desk.page).contains(u"le terme de naissance n’est pas dans le dossier"));
    }

    void aTermTypedWronglyIsCorrected()
    {
        Desk desk;
        desk.show(ofPremature(), premature);
        desk.choose(u"Terme de naissance"_qs);
        QCOMPARE(desk.cells(0).mid(0, 2), (QStringList{u"20/02/2026"_qs, u"32+4"_qs}));
        desk.table()->setFocus();
        QTest::keyClick(desk.table(), Qt::Key_Return);
        QLineEdit *line = desk.field(u"Nouvelle mesure"_qs);
        line->clear();
        test::type(*line, u"terme 34+2"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(desk.kept.size(), 1);
        QCOMPARE(desk.kept.first().content.value, u"34+2"_qs);
    }

    void theReferenceDrawnIsChosenAndSaid()
    {
        Desk desk;
        desk.own = {ownReference()};
        desk.show(ofPremature(), premature);
        desk.page->hide();
        desk.page->show(); // what was imported meanwhile is seen
        desk.choose(u"Poids pour l’âge"_qs);
        auto *choice = test::named<QComboBox>(*desk.page, u"Référence de croissance"_qs);
        QVERIFY(choice);
        QCOMPARE(choice->currentText(), u"OMS"_qs);
        const QString who = desk.cells(1).at(2);
        QSignalSpy changed(desk.page.get(), &MeasuresPage::changed);
        desk.list()->setFocus();
        QTest::keyClick(desk.list(), Qt::Key_R);
        QCOMPARE(desk.chosen, u"Courbes du cabinet 2018"_qs);
        QCOMPARE(changed.size(), 1); // the summary follows
        QCOMPARE(choice->currentText(), u"Courbes du cabinet 2018"_qs);
        QVERIFY(desk.cells(1).at(2) != who);
        QString said = test::shown(*desk.page);
        QVERIFY2(said.contains(u"Source : une thèse de 2018"), qPrintable(said));
        keepPictures(desk, u"croissance-reference-propre"_qs);
        desk.choose(u"Taille pour l’âge"_qs);
        said = test::shown(*desk.page);
        QVERIFY2(said.contains(u"Courbes du cabinet 2018 n’a pas de valeurs pour cette mesure") &&
                     said.contains(u"OMS, standards de croissance 2006"),
                 qPrintable(said));
        choice->setCurrentIndex(0);
        QCOMPARE(desk.chosen, QString());
    }

    void aReferenceThatWasRemovedLeavesThoseOfTheWho()
    {
        Desk desk;
        desk.chosen = u"Courbes du cabinet 2018"_qs;
        desk.show(ofPremature(), premature);
        desk.choose(u"Poids pour l’âge"_qs);
        QVERIFY(!test::named<QComboBox>(*desk.page, u"Référence de croissance"_qs));
        QVERIFY(test::shown(*desk.page).contains(u"Courbes : OMS"));
    }

    void anAdultHasNoGrowth()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        for (int row = 0; row < desk.list()->model()->rowCount(); ++row)
            QVERIFY(!desk.list()->model()->index(row, 0).data().toString().contains(u"l’âge"));
    }

    void aBirthDateFilledByRuleGivesNoScore()
    {
        Desk desk;
        Examined unsure = child;
        unsure.birthExact = false;
        desk.show(ofChild(), unsure);
        for (int row = 0; row < desk.list()->model()->rowCount(); ++row)
            QVERIFY(!desk.list()->model()->index(row, 0).data().toString().contains(u"l’âge"));
    }

    void measuresAreTypedAsInANote()
    {
        Desk desk;
        desk.show({}, madeleine);
        test::keepScreenshot(*desk.page, u"mesures-vide"_qs);
        QTest::keyClick(desk.list(), Qt::Key_A);
        QLineEdit *line = desk.field(u"Nouvelle mesure"_qs);
        QVERIFY(line->hasFocus());
        test::type(*line, u"poids 72,5 ; TA 13/8 debout"_qs);
        test::keepScreenshot(*desk.page, u"mesures-saisie"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(desk.added.size(), 2);
        QCOMPARE(desk.added.last().circumstance(), u"debout"_qs);
        QCOMPARE(desk.addedAt, desk.clock.now());
        QVERIFY(line->text().isEmpty() && line->hasFocus());
    }

    void whatCannotBeIsToldAndStays()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        QLineEdit *line = desk.field(u"Nouvelle mesure"_qs);
        test::type(*line, u"poids 725"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(desk.says(u"measure.range"_qs));
        QCOMPARE(line->text(), u"poids 725"_qs);
        line->clear();
        test::type(*line, u"poids 72,5"_qs);
        desk.field(u"Date de la mesure"_qs)->setText(u"01/01/1950"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(desk.says(u"measure.before_birth"_qs));
        desk.field(u"Date de la mesure"_qs)->setText(u"12/11/2026"_qs);
        desk.refused = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(desk.says(u"storage.unavailable"_qs));
        desk.refused.reset();
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(desk.addedAt.toLocalTime().date(), QDate(2026, 11, 12));
    }

    void aMeasureIsCorrectedByARevision()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        desk.table()->setFocus();
        QTest::keyClick(desk.table(), Qt::Key_Return);
        QLineEdit *line = desk.field(u"Nouvelle mesure"_qs);
        QVERIFY(line->hasFocus());
        QCOMPARE(line->text(), u"Poids 74,2\u00A0kg"_qs);
        test::keepScreenshot(*desk.page, u"mesures-correction"_qs);
        line->clear();
        test::type(*line, u"taille 172"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(desk.says(u"measure.kind"_qs));
        line->clear();
        test::type(*line, u"poids 72,4"_qs);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(desk.kept.size(), 1);
        QCOMPARE(desk.kept.first().content.value, u"72.4"_qs);
        QVERIFY(desk.kept.first().id.isStored());
        QVERIFY(desk.kept.first().content.active);
        QVERIFY(desk.added.isEmpty());
    }

    void aStruckMeasureComesBackWithZ()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        desk.table()->setFocus();
        QTest::keyClick(desk.table(), Qt::Key_Delete);
        QCOMPARE(desk.kept.size(), 1);
        QVERIFY(!desk.kept.first().content.active);
        QTest::keyClick(desk.table(), Qt::Key_Z);
        QCOMPARE(desk.kept.size(), 2);
        QVERIFY(desk.kept.last().content.active);
        QCOMPARE(desk.kept.last().version, desk.kept.first().version + 1);
    }

    void aMeasureOfANoteIsCorrectedInIt()
    {
        Desk desk;
        desk.note = Entry{};
        desk.note->id = EntryId{900};
        desk.note->content.happened = QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
        desk.show(ofMadeleine(), madeleine);
        QSignalSpy wanted(desk.page.get(), &MeasuresPage::correctionWanted);
        desk.table()->setFocus();
        QTest::keyClick(desk.table(), Qt::Key_Delete);
        QVERIFY(desk.kept.isEmpty());
        QVERIFY(desk.says(u"24/11/2026"_qs));
        test::keepScreenshot(*desk.page, u"mesures-note"_qs);
        for (auto *button : desk.page->findChildren<QPushButton *>())
            if (button->text() == u"Corriger la note")
                button->click();
        QCOMPARE(wanted.size(), 1);
    }

    void whatACorrectionReplacedIsTold()
    {
        Desk desk;
        QList<Entry> measures = ofMadeleine();
        measures.first().version = 2;
        desk.show(measures, madeleine);
        QVERIFY(desk.cells(0).last().contains(u"corrigée"));
        bool told = false;
        for (auto *label : desk.page->findChildren<QLabel *>())
            told = told || label->text().contains(u"avant correction 47,2"_qs);
        QVERIFY(told);
    }

    void whoOnlyReadsWritesNothing()
    {
        Desk desk(false);
        desk.show(ofMadeleine(), madeleine);
        QVERIFY(!desk.field(u"Nouvelle mesure"_qs)); // none is seen
        desk.table()->setFocus();
        QTest::keyClick(desk.table(), Qt::Key_Delete);
        QTest::keyClick(desk.table(), Qt::Key_Return);
        QVERIFY(desk.kept.isEmpty());
    }

    void theCurveIsCopiedAsAnImage()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        QTest::keyClick(desk.page.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QImage image = QGuiApplication::clipboard()->image();
        QVERIFY(!image.isNull());
        QVERIFY(image.width() >= desk.chart()->width() * 2);
        QVERIFY(qEnvironmentVariableIsEmpty("AMBROISE_SCREENSHOTS") ||
                image.save(qEnvironmentVariable("AMBROISE_SCREENSHOTS") + u"/courbe-image.png"_qs));
    }

    void aReadingOfTheRecordLeavesTheCurveInFront()
    {
        Desk desk;
        desk.show(ofMadeleine(), madeleine);
        desk.choose(u"Tension"_qs);
        desk.show(ofMadeleine(), madeleine);
        QVERIFY(desk.list()->currentIndex().data().toString().startsWith(u"Tension"));
    }
};
QTEST_MAIN(TestMeasuresPage)
#include "tst_measurespage.moc"
