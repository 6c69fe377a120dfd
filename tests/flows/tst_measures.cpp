// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/referentialspage.h>

#include <ambroise/record/ui/measurespage.h>
#include <ambroise/record/ui/notepage.h>

#include <QAbstractButton>
#include <QChartView>
#include <QComboBox>
#include <QListView>
#include <QTextEdit>

using namespace ambroise;
using app::ReferentialsPage;
using record::ui::MeasuresPage;

namespace {

// Of the demonstration, in its order.
constexpr PatientId vasseur{1};
constexpr PatientId mael{4};

//! As a practice may have obtained it: of boys' heights and weights until two years.
const QByteArray ownCurves = "# name: Courbes du cabinet 2018\n# source: une thèse de 2018\n"
                             "indicator;sex;age_months;l;m;s\n"
                             "height;m;0;1;50;0.04\nheight;m;12;1;76;0.035\n"
                             "height;m;24;1;88;0.035\nweight;m;0;1;3.4;0.12\n"
                             "weight;m;12;1;9.8;0.1\nweight;m;24;1;12.4;0.1\n";

} // namespace

//! The page of measures of a record, on the real windows.
class TestMeasures : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] MeasuresPage *page() const
    {
        return m_desk->record()->findChild<MeasuresPage *>();
    }
    [[nodiscard]] QListView *list() const
    {
        return test::named<QListView>(*page(), u"Mesures du dossier"_qs);
    }
    [[nodiscard]] QTableView *table() const { return page()->findChild<QTableView *>(); }
    [[nodiscard]] QLineEdit *line() const
    {
        return test::named<QLineEdit>(*page(), u"Nouvelle mesure"_qs);
    }
    void open(PatientId patient)
    {
        m_desk->cabinet()->openRecord(patient);
        QVERIFY(m_desk->record());
        m_desk->record()->showPage(u"measures"_qs);
        QTRY_VERIFY(page() && page()->isVisible());
    }
    void choose(const QString &title) const
    {
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            if (list()->model()->index(row, 0).data().toString().startsWith(title))
                list()->setCurrentIndex(list()->model()->index(row, 0));
    }
    [[nodiscard]] record::Overview overview(PatientId patient) const
    {
        return *m_desk->inside().records().overview(patient::RecordIds(patient));
    }
    [[nodiscard]] QString value(int row) const
    {
        return table()->model()->index(row, 1).data().toString();
    }
    [[nodiscard]] ReferentialsPage *referentials() const
    {
        if (!m_desk->openSettings(u"Référentiels"_qs))
            return nullptr;
        return m_desk->window->findChild<ReferentialsPage *>();
    }
    [[nodiscard]] QString file(const QByteArray &content) const
    {
        QFile out(m_desk->path(u"courbes.csv"_qs));
        if (out.open(QIODevice::WriteOnly))
            out.write(content);
        return out.fileName();
    }
    //! Typed in the line of the page.
    void enter(const QString &text)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A,
                        line()->hasFocus() ? Qt::AltModifier : Qt::NoModifier);
        QVERIFY(line()->hasFocus());
        test::type(*line(), text);
        QTest::keyClick(line(), Qt::Key_Return);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_desk->clock.set(QDateTime(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC));
        QVERIFY_OK(m_desk->make());
    }
    void cleanup() { m_desk.reset(); }

    void measuresAreCurvesOverTheYears()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        open(vasseur);
        choose(u"Poids"_qs);
        QVERIFY(table()->model()->rowCount() > 3);
        m_desk->keepPictures(u"page-mesures"_qs);
        choose(u"Tension"_qs);
        m_desk->keepPictures(u"page-mesures-tension"_qs);
    }

    void aMeasureEnteredHereIsInTheRecordAtOnce()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        open(vasseur);
        const auto before = overview(vasseur).measures.size();
        enter(u"poids 73,1 ; TA couché 13/8, debout 11/7"_qs);
        QCOMPARE(overview(vasseur).measures.size(), before + 3);
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Create);
        choose(u"Poids"_qs);
        QCOMPARE(value(0), u"73,1"_qs);
        choose(u"Tension"_qs);
        QCOMPARE(table()->model()->index(0, 3).data().toString(), u"debout"_qs);
    }

    void aSlipIsCorrectedAndAWrongOneStruck()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        open(vasseur);
        enter(u"poids 37,1"_qs);
        choose(u"Poids"_qs);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(line()->hasFocus());
        line()->clear();
        test::type(*line(), u"poids 73,1"_qs);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(value(0), u"73,1"_qs);
        const record::Entry corrected = overview(vasseur).measures.first();
        QCOMPARE(m_desk->inside().records().revisions(corrected.id)->first().content.value,
                 u"37.1"_qs);
        const auto before = overview(vasseur).measures.size();
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(overview(vasseur).measures.size(), before - 1);
    }

    void aMeasureOfANoteIsCorrectedInTheNote()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        m_desk->cabinet()->openRecord(vasseur);
        auto *note = m_desk->record()->findChild<record::ui::NotePage *>();
        test::named<QTextEdit>(*note, u"Motif"_qs)->setPlainText(u"Suivi"_qs);
        test::named<QTextEdit>(*note, u"Examen"_qs)->setPlainText(u"Poids 73,1"_qs);
        note->sign();
        m_desk->record()->showPage(u"measures"_qs);
        choose(u"Poids"_qs);
        QCOMPARE(value(0), u"73,1"_qs);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        auto *act = test::button(*page(), u"Corriger la note"_qs);
        QVERIFY(act);
        act->click();
        QTRY_VERIFY(note->isVisible() && note->isCorrecting());
    }

    void whoMayWriteNotesMayWriteMeasures()
    {
        QVERIFY(m_desk->enter(u"infirmiere"_qs));
        open(vasseur);
        QVERIFY(list()->model()->rowCount() > 0);
        const auto *note = m_desk->record()->findChild<record::ui::NotePage *>();
        QCOMPARE(line() != nullptr, note != nullptr); // as notes are guarded
    }

    void aChildsGrowthStandsOnTheCurvesOfTheWho()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        open(mael);
        const auto before = overview(mael).measures.size();
        enter(u"poids 8,9 ; taille 71,8 ; PC 45"_qs);
        QCOMPARE(overview(mael).measures.size(), before + 3);
        choose(u"Taille pour l’âge"_qs);
        QVERIFY2(table()->model()->index(0, 2).data().toString() != u"–",
                 qPrintable(table()->model()->index(0, 2).data().toString()));
        m_desk->keepPictures(u"page-croissance"_qs);
    }

    void aPracticesOwnCurvesAreImportedDrawnAtTheCorrectedAgeAndRemoved()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        auto *settings = referentials();
        QVERIFY(settings);
        settings->importGrowth(file(QByteArray(ownCurves).replace("0.04", "0,04")));
        QTRY_VERIFY2(test::said(*settings).contains(u"une ligne est fausse"),
                     qPrintable(test::said(*settings)));
        settings->importGrowth(file(ownCurves));
        QTRY_VERIFY2(test::said(*settings).contains(u"6 lignes importées"),
                     qPrintable(test::said(*settings)));
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Import);
        QCOMPARE(m_desk->lastDeed().detail, u"growth Courbes du cabinet 2018"_qs);
        QTRY_VERIFY2(test::shown(*settings).contains(u"Source : une thèse de 2018"),
                     qPrintable(test::shown(*settings)));
        m_desk->keepPictures(u"referentiels-croissance"_qs);

        open(mael);
        enter(u"terme 32+4"_qs);
        choose(u"Taille pour l’âge"_qs);
        QVERIFY(table()->model()->index(0, 4).data().toString().contains(u"corrigé"));
        QComboBox *choice = nullptr;
        QTRY_VERIFY((choice = test::named<QComboBox>(*page(), u"Référence de croissance"_qs)));
        const QString before = table()->model()->index(0, 2).data().toString();
        choice->setCurrentIndex(1);
        QVERIFY(table()->model()->index(0, 2).data().toString() != before);
        const QString said = test::shown(*page());
        QVERIFY2(said.contains(u"Source : une thèse de 2018") && said.contains(u"âge corrigé, né"),
                 qPrintable(said));
        m_desk->keepPictures(u"page-croissance-age-corrige"_qs);
        m_desk->record()->showPage(u"summary"_qs);
        m_desk->keepPictures(u"dossier-enfant-premature"_qs);

        settings = referentials();
        test::button(*settings, u"Retirer"_qs)->click();
        m_desk->keepPictures(u"referentiels-croissance-retirer"_qs);
        test::button(*settings, u"Retirer ces courbes"_qs)->click();
        QCOMPARE(m_desk->lastDeed().action, audit::Action::Remove);
        QVERIFY(m_desk->inside().growthReferences().releases()->isEmpty());
        open(mael);
        choose(u"Taille pour l’âge"_qs);
        QTRY_VERIFY(!test::named<QComboBox>(*page(), u"Référence de croissance"_qs));
        QCOMPARE(table()->model()->index(0, 2).data().toString(), before); // the WHO's again
    }

    void whoDoesNotRunThePracticeImportsNoCurves()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        auto *settings = referentials();
        QVERIFY(settings);
        QVERIFY(!test::button(*settings, u"Importer des courbes de croissance"_qs)->isEnabled());
        settings->importGrowth(file(ownCurves));
        settings->removeGrowth(u"Courbes du cabinet 2018"_qs);
        QVERIFY(m_desk->inside().growthReferences().releases()->isEmpty());
    }

    void aMeasureInTheNoteStandsAtTheEndOfItsCurve()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        m_desk->cabinet()->openRecord(vasseur);
        auto *note = m_desk->record()->findChild<record::ui::NotePage *>();
        auto *examination = test::named<QTextEdit>(*note, u"Examen"_qs);
        examination->setFocus();
        test::type(*examination, u"TA 13,2/7,8 FC 72 poids 73,4. Pieds : pouls perçus."_qs);
        const auto weight = [&]() -> QAbstractButton * {
            for (auto *one : note->findChildren<QAbstractButton *>())
                if (one->isVisible() && one->accessibleName().startsWith(u"Poids"))
                    return one;
            return nullptr;
        };
        QTRY_VERIFY(weight());
        QVERIFY2(weight()->accessibleDescription().endsWith(u"73,4 (11/26)"),
                 qPrintable(weight()->accessibleDescription()));
        m_desk->keepPictures(u"note-courbes"_qs);
        weight()->setFocus();
        QVERIFY(test::named<QWidget>(*note, u"Courbe"_qs));
        m_desk->keepPictures(u"note-courbe-poids"_qs);
    }
};
QTEST_MAIN(TestMeasures)
#include "tst_measures.moc"
