// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/bdpmfixture.h"
#include "../drugs/thesaurusfixture.h"
#include "deskfixture.h"

#include <ambroise/core/text.h>
#include <ambroise/drugs/bdpmimport.h>
#include <ambroise/drugs/thesaurus.h>
#include <ambroise/record/treatment.h>
#include <ambroise/uikit/message.h>

#include <QLineEdit>
#include <QListView>

using namespace ambroise;
using prescription::ui::OrdonnancePage;

//! Madeleine takes colchicine; an ordonnance is written and checked, on the real windows.
class TestOrdonnanceChecks : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] OrdonnancePage *page() const { return m_desk->record()->ordonnancePage(); }
    //! With two substances that must not be taken together.
    void importThesaurus(const QString &other = u"COLCHICINE"_qs)
    {
        test::ThesaurusFixture fixture;
        for (const QString &name : {u"CLARITHROMYCINE"_qs, other})
            fixture.headings.append(test::ThesaurusFixture::heading(name));
        const auto row = [](const QString &a, const QString &b) {
            return test::thesaurusRow(a, b, u"CI"_qs,
                                      u"Augmentation des effets indésirables, fatals."_qs);
        };
        fixture.rows.append(row(u"CLARITHROMYCINE"_qs, other));
        fixture.rows.append(row(other, u"CLARITHROMYCINE"_qs));
        QFile file(m_desk->path(u"thesaurus.json"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(fixture.json()) > 0);
        file.close();
        QVERIFY_OK(
            drugs::importThesaurus(m_desk->inside().connection(), file.fileName(), m_desk->clock));
    }
    void prescribe(const QString &drug, const QString &posology, int lines = 1)
    {
        auto *line = test::named<QLineEdit>(*page(), u"Ligne à prescrire"_qs);
        page()->beginLine();
        test::type(*line, drug);
        QTest::keyClick(line, Qt::Key_Return);
        test::type(*line, posology);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(page()->lines().size(), lines);
    }

    //! A stupéfiant, and a drug that is short, both made up.
    void importBase()
    {
        test::BdpmFixture base;
        base.addDrug(u"68012345"_qs, u"SKENORAL LP 10 mg, comprimé"_qs, u"SULFATE DE MORPHINE"_qs,
                     u"10 mg"_qs);
        for (const QString &wording :
             {u"stupéfiants"_qs, u"prescription limitée à 4 semaines"_qs,
              u"délivrance fractionnée de 14 jours"_qs,
              u"prescription en toutes lettres sur ordonnance sécurisée"_qs})
            base.addRow(test::conditionsFile, {u"68012345"_qs, wording});
        base.addDrug(u"68012346"_qs, u"AMOXOR 500 mg, comprimé"_qs, u"AMOXORINE"_qs);
        for (QString &line : base.lines(test::componentsFile))
            if (line.startsWith(u"68012346"_qs))
                line.replace(u"12345"_qs, u"12346"_qs); // another substance
        base.addRow(test::conditionsFile, {u"68012346"_qs, u"liste I"_qs});
        base.addRow(test::availabilityFile, {u"68012346"_qs,
                                             {},
                                             u"2"_qs,
                                             u"Tension d'approvisionnement"_qs,
                                             u"14/04/2026"_qs,
                                             u"18/05/2026"_qs,
                                             {},
                                             u"https://ansm.sante.fr/"_qs});
        QVERIFY_OK(drugs::importBdpm(m_desk->inside().connection(), base.write(), m_desk->clock));
    }

    //! Somebody of 30 of whom nothing else is known.
    PatientId enterZoe()
    {
        using namespace identity;
        const auto traits = *StrictTraits::make({*BirthSurname::parse(u"ADRUN"),
                                                 *GivenNames::parse(u"ZOE"),
                                                 *GivenNames::parse(u"ZOE"),
                                                 *BirthDate::of(QDate(1995, 12, 31)),
                                                 Sex::Female,
                                                 {}});
        const auto id = m_desk->inside().patients().add({.identity = Identity::provisional(traits)},
                                                        audit::Actor::program(u"Accueil"_qs));
        return id.ok() ? *id : PatientId{};
    }

    //! A treatment that was typed in the record, with too high a dose.
    void noteDoliprane()
    {
        record::NewEntry doliprane;
        doliprane.kind = record::EntryKind::Treatment;
        doliprane.title = u"Doliprane 1000 mg"_qs;
        doliprane.body = u"1 comprimé 5 fois par jour"_qs;
        doliprane.happened = m_desk->clock.now().addYears(-2);
        const audit::Actor doctor(m_desk->account(u"medecin"_qs).id, u"Dr Claire Fontanel"_qs,
                                  u"medecin"_qs, u"Cabinet 1"_qs);
        QVERIFY_OK(m_desk->inside().records().add(test::madeleine, doliprane, doctor));
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
    }
    void cleanup() { m_desk.reset(); }

    void whatThePatientTakesAlreadyIsLookedAtToo()
    {
        importThesaurus();
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"Colchicine (en cours)"_qs),
                     qPrintable(test::said(*page())));
        m_desk->keepPictures(u"ordonnance-signal"_qs);
        page()->signAndPrint();
        auto *reason = test::named<QLineEdit>(*page(), u"Motif pour passer outre"_qs);
        QVERIFY(reason && reason->isVisible());
        test::keepScreenshot(*m_desk->window, u"ordonnance-motif"_qs);
        test::type(*reason, u"Colchicine arrêtée ce jour"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1);
        const auto kept = m_desk->inside().alerts().of(signedAs.first().first().toString());
        QVERIFY_OK(kept);
        QCOMPARE(kept->size(), 2);
        QCOMPARE(kept->last().kind, u"state"_qs); // the colchicine and her kidneys
        QCOMPARE(kept->last().reason, QString());
        QCOMPARE(kept->first().level, u"CI"_qs);
        QCOMPARE(kept->first().reason, u"Colchicine arrêtée ce jour"_qs);
        QCOMPARE(kept->first().authorName, u"Dr Claire Fontanel"_qs);
    }

    void whatADoctorChoseNotToSeeIsCountedAndKept()
    {
        importBase();
        prescription::AlertSettings chosen;
        for (const auto kind : prescription::allCheckKinds())
            chosen.setFrom(kind, prescription::AlertSettings::levels(kind).last());
        const audit::Actor doctor(m_desk->account(u"medecin"_qs).id, u"Dr Claire Fontanel"_qs,
                                  u"medecin"_qs, u"Cabinet 1"_qs);
        QVERIFY_OK(m_desk->inside().alertSettings().keep(chosen, doctor));
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"skenoral"_qs, u"1-0-1 35j"_qs);
        QTRY_VERIFY2(test::shown(*page()).contains(u"par votre réglage"_qs),
                     qPrintable(test::shown(*page())));
        QVERIFY(!test::said(*page()).contains(u"durée maximale"_qs));
        m_desk->keepPictures(u"ordonnance-signaux-replies"_qs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY(test::said(*page()).contains(u"durée maximale"_qs));
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1);
        const auto kept = m_desk->inside().alerts().of(signedAs.first().first().toString());
        QVERIFY_OK(kept);
        QVERIFY(std::any_of(kept->begin(), kept->end(),
                            [](const prescription::LoggedAlert &alert) { return alert.folded; }));
    }

    void whatIsContraIndicatedIsStoppedWithF7()
    {
        importThesaurus();
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        const auto ids = *m_desk->inside().patients().recordIds(test::madeleine);
        const auto colchicine = [&] {
            const auto all = m_desk->inside().records().ofKind(record::EntryKind::Treatment, ids);
            for (const record::Entry &one : *all)
                if (one.content.title.startsWith(u"Colchicine"))
                    return one;
            return record::Entry();
        };
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QTRY_VERIFY2(test::button(*page(), u"Arrêter Colchicine"_qs),
                     qPrintable(test::said(*page())));
        m_desk->keepPictures(u"ordonnance-arreter"_qs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F7);
        QVERIFY(!colchicine().content.active);
        const auto stop = record::TreatmentDetails::fromStored(colchicine().content.unit).stop;
        QVERIFY(stop && stop->reason == record::StopReason::ContraIndication);
        QVERIFY2(stop->words.startsWith(u"avec "_qs), qPrintable(stop->words));
        QCOMPARE(page()->lines().size(), 1);
        for (const QString &name : {u"Colchicine"_qs, u"Colchicine 1 mg"_qs}) // taken no more
            QVERIFY2(!test::said(*page()).contains(name + u" (en cours)"_qs),
                     qPrintable(test::said(*page())));
        test::button(*page(), u"Annuler"_qs)->click();
        QVERIFY(colchicine().content.active);
        QTRY_VERIFY2(test::said(*page()).contains(u"Colchicine (en cours)"_qs),
                     qPrintable(test::said(*page())));
    }

    void whatWasStoppedLatelyAndLastsIsLookedAt_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<bool>("told");
        QTest::newRow("last month") << 30 << true;
        QTest::newRow("last year") << 300 << false;
    }
    void whatWasStoppedLatelyAndLastsIsLookedAt()
    {
        QFETCH(int, daysAgo);
        importThesaurus(u"AMIODARONE"_qs);
        const QDate stop = m_desk->clock.today().addDays(-daysAgo);
        record::NewEntry amiodarone;
        amiodarone.kind = record::EntryKind::Treatment;
        amiodarone.title = u"Amiodarone 200 mg"_qs;
        amiodarone.happened = m_desk->clock.now().addYears(-2);
        const auto over = record::stopped(amiodarone, {stop, record::StopReason::SideEffect, {}},
                                          m_desk->clock.today());
        const audit::Actor doctor(m_desk->account(u"medecin"_qs).id, u"Dr Claire Fontanel"_qs,
                                  u"medecin"_qs, u"Cabinet 1"_qs);
        QVERIFY_OK(m_desk->inside().records().add(test::madeleine, *over, doctor));
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        const QString told = u"Amiodarone (arrêté le %1)"_qs.arg(text::frenchDate(stop));
        QTEST(test::said(*page()).contains(told), "told");
        for (const QString &name : {u"Amiodarone"_qs, u"Amiodarone 200 mg"_qs})
            QVERIFY(!test::said(*page()).contains(name + u" (en cours)"_qs));
        m_desk->keepPictures(u"ordonnance-arrete-recent"_qs);
    }

    void aBrandThatTheRecordTellsCountsWithItsDose()
    {
        noteDoliprane();
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QTRY_VERIFY2(test::said(*page()).contains(u"5000 mg"_qs) ||
                         test::said(*page()).contains(u"5 000 mg"_qs),
                     qPrintable(test::said(*page())));
        QVERIFY(!test::said(*page()).contains(u"Source : ,"_qs)); // of the duplicate, by names
        m_desk->keepPictures(u"ordonnance-dose-en-cours"_qs);
    }

    void whatIsNotedMeanwhileIsLookedAtWithoutTouchingTheLines()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QVERIFY(!test::said(*page()).contains(u"Doliprane"_qs));
        noteDoliprane();
        QTRY_VERIFY2(test::said(*page()).contains(u"Doliprane"_qs),
                     qPrintable(test::said(*page())));
    }

    void theLawAndTheSupplyAreToldWithoutInterrupting()
    {
        importBase();
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"skenoral"_qs, u"1-0-1 35j"_qs);
        prescribe(u"amoxor"_qs, u"1-1-1 7j"_qs, 2);
        QTRY_VERIFY2(test::said(*page()).contains(u"durée maximale, 4 semaines (28 jours)"_qs),
                     qPrintable(test::said(*page())));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6); // the lighter ones too
        QVERIFY2(test::said(*page()).contains(u"Stupéfiant, ordonnance sécurisée"_qs),
                 qPrintable(test::said(*page())));
        QVERIFY2(
            test::said(*page()).contains(u"Tension d’approvisionnement depuis le 14/04/2026"_qs),
            qPrintable(test::said(*page())));
        m_desk->keepPictures(u"ordonnance-stupefiant"_qs);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1); // nothing asks for a reason
        const auto kept = m_desk->inside().alerts().of(signedAs.first().first().toString());
        QVERIFY_OK(kept);
        QStringList kinds;
        for (const prescription::LoggedAlert &alert : *kept)
            kinds << alert.kind;
        kinds.sort();
        // The state is that of the colchicine that she takes already.
        QCOMPARE(kinds,
                 (QStringList{u"availability"_qs, u"duration"_qs, u"legal"_qs, u"state"_qs}));
    }

    //! The one that was signed just before is still running.
    void aSecondOrdonnanceOfAStupefiantOverlaps()
    {
        importBase();
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"skenoral"_qs, u"1-0-1 14j"_qs);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1);
        prescribe(u"skenoral"_qs, u"1-0-1 14j"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"court jusqu’au"_qs),
                     qPrintable(test::said(*page())));
    }

    void anAllergyAndADoseAreToldWithTheirDatum()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clamoxyl"_qs, u"1-1-1 6j"_qs);
        prescribe(u"doliprane 1000"_qs, u"1 comprimé 5 fois par jour pendant 3 jours"_qs, 2);
        QTRY_VERIFY2(test::said(*page()).contains(u"allergie : Pénicillines (03/05/2004)"_qs),
                     qPrintable(test::said(*page())));
        QVERIFY(test::said(*page()).contains(u"5000 mg par jour, maximum 4000 mg"_qs));
        m_desk->keepPictures(u"ordonnance-allergie-dose"_qs);
        page()->signAndPrint();
        auto *reason = test::named<QLineEdit>(*page(), u"Motif pour passer outre"_qs);
        QVERIFY(reason && reason->isVisible());
        test::keepScreenshot(*m_desk->window, u"ordonnance-allergie-motif"_qs);
    }

    void whatAnEarlierOrdonnancePrescribesIsTakenToo()
    {
        importThesaurus();
        m_desk->cabinet()->openRecord(enterZoe());
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"colchicine"_qs, u"1-0-0 30j"_qs);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"(en cours)"_qs) &&
                         test::said(*page()).contains(u"fatals"_qs),
                     qPrintable(test::said(*page())));
        m_desk->keepPictures(u"ordonnance-signal-ordonnance"_qs);
    }

    void whatWasJustifiedOfARunningOrdonnanceIsNotAskedAgain()
    {
        importThesaurus();
        m_desk->cabinet()->openRecord(enterZoe());
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"colchicine"_qs, u"1-0-0 30j"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs, 2);
        page()->signAndPrint();
        auto *reason = test::named<QLineEdit>(*page(), u"Motif pour passer outre"_qs);
        QVERIFY(reason && reason->isVisible());
        test::type(*reason, u"Avis du cardiologue"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1);
        prescribe(u"doliprane 1000"_qs, u"1-0-1 3j"_qs); // has nothing to do with them
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 2);
    }

    //! Her colchicine is a treatment of the record: no ordonnance holds its dose.
    void whatWasJustifiedOfATreatmentBesideIsNotAskedAgain()
    {
        importThesaurus();
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        page()->signAndPrint();
        auto *reason = test::named<QLineEdit>(*page(), u"Motif pour passer outre"_qs);
        QVERIFY(reason && reason->isVisible());
        test::type(*reason, u"Avis du cardiologue"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 2);
        const auto kept = m_desk->inside().alerts().of(signedAs.last().first().toString());
        QVERIFY_OK(kept);
        QVERIFY(std::any_of(kept->begin(), kept->end(), [](const prescription::LoggedAlert &one) {
            return one.level == u"CI" && one.folded;
        }));
        prescribe(u"clarithromycine"_qs, u"2-0-2 7j"_qs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 2); // another dose
    }

    //! Renewed before its end, it is taken once.
    void whatWasRenewedIsNoDuplicateOfItself()
    {
        importThesaurus();
        m_desk->cabinet()->openRecord(enterZoe());
        m_desk->record()->showPage(u"ordonnances"_qs);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        for (int time = 1; time <= 2; ++time) {
            prescribe(u"colchicine"_qs, u"1-0-0 30j"_qs);
            page()->signAndPrint();
            QCOMPARE(signedAs.count(), time);
        }
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QTRY_VERIFY(test::said(*page()).contains(u"(en cours)"_qs));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY2(!test::said(*page()).contains(u"(en cours) + "_qs),
                 qPrintable(test::said(*page())));
        QCOMPARE(test::said(*page()).count(u"fatals"_qs), 1);
    }

    void whatWasWrittenAgainAtAnotherDoseCountsTwice()
    {
        importThesaurus();
        m_desk->cabinet()->openRecord(enterZoe());
        m_desk->record()->showPage(u"ordonnances"_qs);
        for (const QString &dose : {u"1-0-0 30j"_qs, u"0-0-1 30j"_qs}) {
            prescribe(u"colchicine"_qs, dose);
            page()->signAndPrint();
        }
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QTRY_VERIFY(test::said(*page()).contains(u"(en cours)"_qs));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY2(test::said(*page()).contains(u"(en cours) + "_qs),
                 qPrintable(test::said(*page())));
    }

    void breastfeedingIsToldFromTheProblems()
    {
        const auto reception = audit::Actor::program(u"Accueil"_qs);
        const PatientId zoe = enterZoe();
        record::NewEntry problem;
        problem.kind = record::EntryKind::Problem;
        problem.title = u"Allaitement maternel"_qs;
        problem.happened = m_desk->clock.now();
        QVERIFY_OK(m_desk->inside().records().add(zoe, problem, reception));
        m_desk->cabinet()->openRecord(zoe);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"tramadol 50"_qs, u"1-0-1 3j"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"Passage dans le lait"_qs),
                     qPrintable(test::said(*page())));
    }

    void withoutAThesaurusNothingLooksChecked()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QTRY_VERIFY(test::shown(*page()).contains(u"thésaurus non importé"_qs));
        test::keepScreenshot(*m_desk->window, u"ordonnance-non-controlee"_qs);
    }
};

QTEST_MAIN(TestOrdonnanceChecks)
#include "tst_ordonnancechecks.moc"
