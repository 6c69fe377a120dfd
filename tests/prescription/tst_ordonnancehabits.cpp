// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/ordonnancepage.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/result.h>
#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace ambroise::prescription::ui;

//! What is learnt of a drug is offered when it is prescribed again; and it has two names.
class TestOrdonnanceHabits : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;
    QList<Habit> m_habits;
    QList<Protocol> m_protocols;
    std::optional<Error> m_failure;

    OrdonnanceServices services()
    {
        OrdonnanceServices s;
        s.searchDrugs = [](const QString &) -> Result<QList<DrugChoice>> {
            return QList<DrugChoice>{{u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs,
                                      u"PARACÉTAMOL · SANOFI"_qs, u"2,18 €"_qs}};
        };
        s.habits = [this](const QString &, const QString &) -> Result<QList<Habit>> {
            if (m_failure)
                return *m_failure;
            return m_habits;
        };
        s.forgetHabit = [this](const QString &, const QString &, const Habit &habit) {
            m_habits.removeOne(habit);
            return done();
        };
        s.otherName = [this](const QString &cis, const QString &label) -> Result<DrugChoice> {
            if (m_failure)
                return *m_failure;
            return DrugChoice{cis, label.startsWith(u"DOLI")
                                       ? u"Paracétamol 1000 mg, comprimé, voie orale"_qs
                                       : u"DOLIPRANE 1000 mg, comprimé"_qs};
        };
        s.protocols.all = [this]() -> Result<QList<Protocol>> {
            return m_protocols;
        };
        s.protocols.save = [this](const Protocol &one) -> Result<ProtocolId> {
            m_protocols = {one};
            m_protocols.first().id = ProtocolId{1};
            return ProtocolId{1};
        };
        s.protocols.remove = [this](ProtocolId) {
            m_protocols.clear();
            return done();
        };
        s.protocols.explain = s.explain;
        s.remarks = [](const QList<Line> &) -> Result<QList<Remark>> {
            return QList<Remark>{};
        };
        s.signedOnes = []() -> Result<QList<SignedRow>> {
            return QList<SignedRow>{};
        };
        s.saveDraft = [](const QString &) {
            return done();
        };
        s.explain = [](const Error &error) {
            return error.subject;
        };
        return s;
    }
    std::unique_ptr<OrdonnancePage> shown()
    {
        auto page = std::make_unique<OrdonnancePage>(services(), m_clock, nullptr);
        page->resize(1302, 600);
        page->refresh();
        page->show();
        return page;
    }
    //! The drug is chosen, its posology is not typed yet.
    static QLineEdit *pick(OrdonnancePage &page)
    {
        auto *edit = test::named<QLineEdit>(page, u"Ligne à prescrire"_qs);
        page.beginLine();
        test::type(*edit, u"doli"_qs);
        QTest::keyClick(edit, Qt::Key_Return);
        return edit;
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_failure.reset();
        m_protocols.clear();
        m_habits = {{u"1-1-1"_qs, 5, 0, false, 12}, {u"1-0-1"_qs, 90, 1, true, 3}};
    }

    void whatIsUsedMostIsTwoKeysAway()
    {
        const auto page = shown();
        QLineEdit *edit = pick(*page);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(page->isEmpty()); // nothing is added that was not chosen
        QTest::keyClick(edit, Qt::Key_Down);
        test::keepScreenshot(*page, u"ordonnance-habitudes"_qs);
        QVERIFY2(test::shown(*page).contains(u"1 comprimé matin, midi et soir"_qs),
                 qPrintable(test::shown(*page)));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(page->lines().first().posology, u"1-1-1"_qs);
        QCOMPARE(page->lines().first().durationDays, 5);
        QCOMPARE(page->lines().first().cis, u"60234100"_qs);
    }

    void theZoneAndTheRenewalsAreOfTheHabit()
    {
        const auto page = shown();
        QLineEdit *edit = pick(*page);
        QTest::keyClick(edit, Qt::Key_Down);
        QTest::keyClick(edit, Qt::Key_Down);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(page->lines().first().ald);
        QCOMPARE(page->lines().first().renewals, 1);
    }

    void whatIsTypedPutsTheOffersAway()
    {
        const auto page = shown();
        QLineEdit *edit = pick(*page);
        auto *list = test::named<QListView>(*page, u"Vos posologies habituelles"_qs);
        QVERIFY(list && list->isVisible());
        test::type(*edit, u"2 le soir 3j"_qs);
        QVERIFY(!list->isVisible());
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(page->lines().first().posology, u"2 le soir"_qs);
    }

    void aHabitIsForgottenWithSuppr()
    {
        const auto page = shown();
        QLineEdit *edit = pick(*page);
        QTest::keyClick(edit, Qt::Key_Down);
        QTest::keyClick(edit, Qt::Key_Delete);
        QCOMPARE(m_habits.size(), 1);
        QCOMPARE(m_habits.first().posology, u"1-0-1"_qs);
    }

    void habitsThatCannotBeReadAreTold()
    {
        m_failure = Error{ErrorCode::Unavailable, u"storage.lost"_qs, {}};
        const auto page = shown();
        pick(*page);
        QVERIFY(test::shown(*page).contains(u"storage.lost"_qs));
    }

    void theDrugOfALineIsNamedByItsSubstanceAndBack()
    {
        const auto page = shown();
        QLineEdit *edit = pick(*page);
        test::type(*edit, u"1-0-1 7j"_qs);
        QTest::keyClick(edit, Qt::Key_Return);
        page->changeName();
        QCOMPARE(page->lines().first().label, u"Paracétamol 1000 mg, comprimé, voie orale"_qs);
        QCOMPARE(page->lines().first().cis, u"60234100"_qs); // it is checked and counted as before
        test::keepScreenshot(*page, u"ordonnance-dci"_qs);
        page->changeName();
        QCOMPARE(page->lines().first().label, u"DOLIPRANE 1000 mg, comprimé"_qs);
    }

    void theDrugThatIsBeingPrescribedToo()
    {
        const auto page = shown();
        QLineEdit *edit = pick(*page);
        test::type(*edit, u"1-0-1 7j"_qs);
        page->changeName();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(page->lines().first().label, u"Paracétamol 1000 mg, comprimé, voie orale"_qs);
        QCOMPARE(page->lines().first().durationDays, 7);
    }

    void whatIsPrescribedByItsBrandOnlyIsTold()
    {
        const auto page = shown();
        QLineEdit *edit = pick(*page);
        test::type(*edit, u"1-0-1 7j"_qs);
        QTest::keyClick(edit, Qt::Key_Return);
        m_failure = Error{ErrorCode::Invalid, u"substance.biologic"_qs, {}};
        page->changeName();
        const auto lines = page->findChildren<uikit::MessageLine *>();
        QVERIFY(std::any_of(lines.cbegin(), lines.cend(), [](const uikit::MessageLine *line) {
            return line->isVisible() && line->text().contains(u"substance.biologic");
        }));
        QCOMPARE(page->lines().first().label, u"DOLIPRANE 1000 mg, comprimé"_qs);
    }

    void aProtocolIsMadeOfTheLinesAndPutIn()
    {
        const auto page = shown();
        QLineEdit *edit = pick(*page);
        test::type(*edit, u"1-0-1 7j"_qs);
        QTest::keyClick(edit, Qt::Key_Return);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_F4, Qt::ShiftModifier);
        auto *name = test::named<QLineEdit>(*page, u"Nom du modèle"_qs);
        QVERIFY(name && name->isVisible());
        test::type(*name, u"Douleur"_qs);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_protocols.size(), 1);
        QCOMPARE(m_protocols.first().lines, page->lines());

        const auto again = shown();
        again->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(again.get()));
        auto *quick = test::named<QLineEdit>(*again, u"Ligne à prescrire"_qs);
        QTest::keyClick(quick, Qt::Key_F4);
        auto *search = test::named<QLineEdit>(*again, u"Modèle d’ordonnance"_qs);
        QVERIFY(search && search->isVisible());
        test::type(*search, u"doul"_qs);
        test::keepScreenshot(*again, u"ordonnance-modele"_qs);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(again->lines(), m_protocols.first().lines);
        QVERIFY(!search->isVisible());
    }

    void withoutALineNoProtocolIsMade()
    {
        const auto page = shown();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        auto *quick = test::named<QLineEdit>(*page, u"Ligne à prescrire"_qs);
        QTest::keyClick(quick, Qt::Key_F4, Qt::ShiftModifier);
        QVERIFY(!test::named<QLineEdit>(*page, u"Nom du modèle"_qs) ||
                !test::named<QLineEdit>(*page, u"Nom du modèle"_qs)->isVisible());
        QVERIFY(m_protocols.isEmpty());
    }

    void theSettingsRenameAndRemoveOne()
    {
        m_protocols = {{ProtocolId{1},
                        u"Douleur"_qs,
                        {Line{u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs, u"1-0-1"_qs, 7}}}};
        ProtocolsPage settings(services().protocols);
        settings.resize(1000, 600);
        settings.show();
        auto *name = test::named<QLineEdit>(settings, u"Nom"_qs);
        QVERIFY(name);
        QCOMPARE(name->text(), u"Douleur"_qs);
        QVERIFY(test::shown(settings).contains(u"1 comprimé matin et soir, pendant 7 jours"_qs));
        test::keepScreenshot(settings, u"modeles-ordonnance"_qs);
        name->clear();
        test::type(*name, u"Douleur aiguë"_qs);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_protocols.first().name, u"Douleur aiguë"_qs);
        for (QPushButton *button : settings.findChildren<QPushButton *>())
            if (button->text() == u"Supprimer")
                button->click();
        QVERIFY(m_protocols.isEmpty());
    }
};
QTEST_MAIN(TestOrdonnanceHabits)
#include "tst_ordonnancehabits.moc"
