// SPDX-License-Identifier: GPL-3.0-or-later
#include "drugsheetfixture.h"

#include <ambroise/drugs/ui/drugpage.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>

#include <QApplication>
#include <QListView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::drugs;
using namespace ambroise::drugs::ui;

//! The others of a drug’s group: their prices, and one of them in its place.
class TestDrugGroup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }

    void theCheaperOnesOfTheGroupComeFirstAndSayByHowMuch()
    {
        DrugDetail detail = test::talkative();
        Presentation usual = detail.presentations.value.first();
        usual.label = u"plaquette(s) PVC de 8 comprimé(s)"_qs;
        usual.marketed = true;
        usual.publicPrice = Money::fromCents(218);
        detail.presentations.value = {usual};
        const auto priced = [](const QString &cis, const QString &label, const QString &box,
                               qint64 cents) {
            GroupMember one = test::member(cis, label, true);
            one.boxes = {{box, Money::fromCents(cents)}};
            return one;
        };
        const QString eight = u"plaquette(s) aluminium de 8 comprimé(s)"_qs;
        GroupDetail group{{1, u"GROUPE"_qs, GroupRole::Generic}, {}};
        group.members = {priced(u"61000001"_qs, u"DEAR"_qs, eight, 250),
                         priced(u"61000002"_qs, u"LARGE"_qs, u"tube(s) de 16 comprimé(s)"_qs, 150),
                         priced(u"61000003"_qs, u"CHEAP"_qs, eight, 176)};
        detail.groups.value = {group};
        const auto shown = test::inspector(u"60000001"_qs, test::servicesOf(detail));
        shown->openGroup();
        const auto *list = shown->findChild<QListView *>();
        QStringList rows;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            rows << list->model()->index(row, 0).data(Qt::DisplayRole).toString();
        QCOMPARE(rows.size(), 3);
        QVERIFY2(rows.at(0).startsWith(u"CHEAP") && rows.at(0).contains(u"0,42\u202F€ de moins"),
                 qPrintable(rows.at(0)));
        QVERIFY2(rows.at(1).startsWith(u"DEAR") && rows.at(1).contains(u"0,32\u202F€ de plus"),
                 qPrintable(rows.at(1)));
        // Another number of tablets: its price is told, and no difference.
        QVERIFY2(rows.at(2).startsWith(u"LARGE") && rows.at(2).contains(u"de 16 comprimé(s)") &&
                     !rows.at(2).contains(u"de moins"),
                 qPrintable(rows.at(2)));
        test::keepScreenshot(*shown, u"volet-groupe-prix"_qs);
    }

    void aHybridIsToldBesideWhatItIsOneOf()
    {
        DrugDetail detail = test::talkative();
        const Cis own = detail.drug.value.cis;
        const Cis reference = *Cis::parse(u"60363967"_qs);
        detail.hybrids.value = {HybridGroup{22,
                                            u"Voie inhalée"_qs,
                                            u"SOUFFLIUM"_qs,
                                            {{reference, u"SOUFFLAIR, poudre"_qs, true, true},
                                             {own, u"SOUFFLIUM AUTRE"_qs, false, true}}}};
        const auto shown = test::inspector(u"60000001"_qs, test::servicesOf(detail));
        QVERIFY2(test::shownText(*shown).contains(u"hybride de SOUFFLAIR"_qs),
                 qPrintable(test::shownText(*shown)));
        DrugPage page(test::servicesOf(detail));
        page.show(u"60000001"_qs);
        QVERIFY(test::shownText(page).contains(u"Registre des hybrides : SOUFFLIUM"_qs));
        QVERIFY(test::shownText(page).contains(u"hybride, ce médicament"_qs));
        std::swap(detail.hybrids.value.first().members[0].reference,
                  detail.hybrids.value.first().members[1].reference);
        const auto other = test::inspector(u"60000001"_qs, test::servicesOf(detail));
        QVERIFY(test::shownText(*other).contains(u"référence de 1 hybride"_qs));
    }

    void anotherOfTheGroupIsChosenWithTheKeyboard()
    {
        const auto shown = test::inspector(u"60000001"_qs);
        shown->setVisible(true);
        QSignalSpy chosen(shown.get(), &DrugInspector::replacementChosen);
        shown->openGroup();
        auto *list = shown->findChild<QListView *>();
        QCOMPARE(list->model()->rowCount(), 2); // itself and what is not in the list are not there
        test::keepScreenshot(*shown, u"volet-groupe"_qs);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"60000002"_qs); // marketed ones came first
        QVERIFY(!list->isVisible());
    }

    void whoMayNotReplaceLooksOnly()
    {
        const auto shown = test::inspector(u"60000001"_qs);
        shown->setVisible(true);
        shown->setMayReplace(false);
        QSignalSpy chosen(shown.get(), &DrugInspector::replacementChosen);
        shown->openGroup();
        auto *list = shown->findChild<QListView *>();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!list->isVisible());
    }
};

QTEST_MAIN(TestDrugGroup)
#include "tst_druggroup.moc"
