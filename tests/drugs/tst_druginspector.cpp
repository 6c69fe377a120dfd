// SPDX-License-Identifier: GPL-3.0-or-later
#include "drugsheetfixture.h"

#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>
#include <support/tips.h>

#include <QApplication>
#include <QLabel>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::drugs::ui;

//! The narrow sheet beside a page: what matters of a drug, each fact with its source.
class TestDrugInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void theInspectorSaysWhatMatters()
    {
        const auto shown = test::inspector(u"60000001"_qs);
        const QString text = test::shownText(*shown);
        for (const QString &expected :
             {u"CLARITHROMYCINE <b>X</b> 500 mg"_qs, u"liste I"_qs, u"générique, 1 au choix"_qs,
              u"65\u202F%, 4,55\u202F€ la boîte"_qs,
              u"rupture depuis le 14/04/2026, retour prévu le 01/07/2026"_qs,
              u"Risque d’arythmie (03/02/2026)"_qs, u"Important (19/06/2019)"_qs,
              u"BDPM, 26/05/2026"_qs, u"BDPM, 18/05/2026"_qs})
            QVERIFY2(text.contains(expected), qPrintable(expected + u" in "_qs + text));
        test::keepScreenshot(*shown, u"volet"_qs);
    }

    void eachFactTellsItsSource()
    {
        const auto shown = test::inspector(u"60000001"_qs);
        for (const QLabel *label : shown->findChildren<QLabel *>())
            if (label->text().startsWith(u"rupture")) {
                QCOMPARE(test::readTip(label->toolTip()), u"BDPM, 18/05/2026"_qs);
                QVERIFY(label->accessibleName().startsWith(u"Stock : rupture"));
                QVERIFY(label->accessibleDescription().contains(u"BDPM, 18/05/2026"));
                return;
            }
        QFAIL("no fact of the stock");
    }

    void nothingStaysOfTheFormerDrug()
    {
        DrugInspector shown(test::sheetServices());
        shown.show(u"60000001"_qs);
        shown.show({}, u"Gel hydratant"_qs);
        for (const QLabel *label : shown.findChildren<QLabel *>())
            for (const QString &said :
                 {label->text(), label->toolTip(), label->accessibleDescription()})
                QVERIFY2(!said.contains(u"CLARITHROMYCINE"), qPrintable(said));
    }

    void nothingSelectedShowsNothing()
    {
        DrugInspector shown(test::sheetServices());
        shown.show(u"60000001"_qs);
        shown.show({});
        QVERIFY(shown.isHidden());
        QVERIFY(shown.cis().isEmpty());
    }

    void whatTheBaseDoesNotSayIsNotShownAsNone()
    {
        const auto shown = test::inspector(u"60000009"_qs);
        const QString text = test::shownText(*shown);
        for (const QString &absent : {u"Stock"_qs, u"Groupe"_qs, u"Remboursé"_qs, u"Prix"_qs,
                                      u"SMR"_qs, u"aucun"_qs, u"Aucun"_qs})
            QVERIFY2(!text.contains(absent), qPrintable(absent + u" in "_qs + text));
        QVERIFY(text.contains(u"non commercialisé"));
        QVERIFY(!shown->hasGroup());
    }

    void severalOpinionsOfTheNewestDayAreAllSaid_data()
    {
        QTest::addColumn<QList<Opinion>>("opinions");
        QTest::addColumn<QString>("said");
        const QDate old(2015, 3, 4);
        const QDate now(2021, 10, 6);
        const QString a = u"CT-19234"_qs;
        const QString b = u"CT-19237"_qs;
        QTest::newRow("one") << QList{test::opinion(a, now, u"Important"_qs)}
                             << u"Important (06/10/2021)"_qs;
        QTest::newRow("the same for all indications")
            << QList{test::opinion(a, now, u"Important"_qs), test::opinion(a, now, u"Important"_qs)}
            << u"Important (06/10/2021)"_qs;
        QTest::newRow("two of a dossier")
            << QList{test::opinion(a, now, u"Important"_qs),
                     test::opinion(a, now, u"Insuffisant"_qs)}
            << u"Important ou Insuffisant selon l’indication (06/10/2021)"_qs;
        QTest::newRow("two of two dossiers")
            << QList{test::opinion(a, now, u"Insuffisant"_qs),
                     test::opinion(b, now, u"Important"_qs)}
            << u"Insuffisant ou Important selon l’indication (06/10/2021)"_qs;
        QTest::newRow("three") << QList{test::opinion(a, now, u"Faible"_qs),
                                        test::opinion(a, now, u"Important"_qs),
                                        test::opinion(a, now, u"Modéré"_qs)}
                               << u"Faible, Important ou Modéré selon l’indication (06/10/2021)"_qs;
        QTest::newRow("an older one")
            << QList{test::opinion(b, now, u"Important"_qs), test::opinion(a, old, u"Faible"_qs)}
            << u"Important (06/10/2021)"_qs;
    }
    void severalOpinionsOfTheNewestDayAreAllSaid()
    {
        QFETCH(const QList<Opinion>, opinions);
        QFETCH(const QString, said);
        DrugDetail detail = test::silent();
        detail.smr = {opinions, test::bdpm};
        detail.asmr = {opinions, test::bdpm};
        const auto shown = test::inspector(u"60000001"_qs, test::servicesOf(detail));
        const QStringList lines = test::shownText(*shown).split(u'\n');
        QVERIFY2(lines.count(said) == 2, qPrintable(lines.join(u'\n')));
    }

    void aNoticeThatHasEndedIsNoAlert_data()
    {
        QTest::addColumn<QDate>("to");
        QTest::addColumn<bool>("alert");
        QTest::newRow("without end") << QDate() << true;
        QTest::newRow("ends today") << test::sheetDay << true;
        QTest::newRow("ended yesterday") << test::sheetDay.addDays(-1) << false;
    }
    void aNoticeThatHasEndedIsNoAlert()
    {
        QFETCH(const QDate, to);
        QFETCH(const bool, alert);
        DrugDetail detail = test::silent();
        detail.notices = {{{QDate(2026, 2, 3), to, u"Risque d’arythmie"_qs, {}}}, test::bdpm};
        const auto shown = test::inspector(u"60000001"_qs, test::servicesOf(detail));
        QCOMPARE(test::shownText(*shown).contains(u"Risque d’arythmie"), alert);
        // The whole sheet has it either way, with its days.
        DrugPage page(test::servicesOf(detail));
        page.show(u"60000001"_qs);
        QVERIFY(test::shownText(page).contains(u"Risque d’arythmie"));
        const QString days =
            to.isValid() ? u"du 03/02/2026 au "_qs + to.toString(u"dd/MM/yyyy") : u"03/02/2026"_qs;
        QVERIFY2(test::shownText(page).contains(days), qPrintable(test::shownText(page)));
    }

    void otherNoticesAreCounted()
    {
        DrugDetail detail = test::silent();
        const auto notice = [](int month, const QString &wording, QDate to = {}) {
            return Notice{QDate(2026, month, 3), to, wording, {}};
        };
        detail.notices = {{notice(5, u"Ancienne alerte"_qs, QDate(2026, 5, 20)),
                           notice(4, u"Risque d’arythmie"_qs), notice(3, u"Grossesse"_qs),
                           notice(2, u"Conduite"_qs)},
                          test::bdpm};
        const auto shown = test::inspector(u"60000001"_qs, test::servicesOf(detail));
        const QString text = test::shownText(*shown);
        QVERIFY2(text.contains(u"Risque d’arythmie (03/04/2026), et d’autres (2)"),
                 qPrintable(text));
    }

    void aShortageOfOneBoxIsNotTheDrugs()
    {
        DrugDetail detail = test::talkative();
        detail.availability.value.first().cip13 = *Cip13::parse(u"3400934951374");
        const auto shown = test::inspector(u"60000001"_qs, test::servicesOf(detail));
        const QString text = test::shownText(*shown);
        QVERIFY2(text.contains(u"rupture depuis le 14/04/2026, retour prévu le 01/07/2026 "
                               "(présentation 3400934951374)"),
                 qPrintable(text));
    }

    void aLongFactIsNotCut()
    {
        DrugDetail detail = test::talkative();
        detail.availability.value.first().cip13 = *Cip13::parse(u"3400934951374");
        detail.smr.value << test::opinion(u"CT-1"_qs, QDate(2019, 6, 19), u"Insuffisant"_qs);
        const auto shown = test::inspector(u"60000001"_qs, test::servicesOf(detail));
        shown->setVisible(true);
        QCoreApplication::processEvents();
        test::keepScreenshot(*shown, u"volet-presentation"_qs);
        for (const QLabel *label : shown->findChildren<QLabel *>())
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(label->text()));
    }
};

QTEST_MAIN(TestDrugInspector)
#include "tst_druginspector.moc"
