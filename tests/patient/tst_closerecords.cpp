// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

using namespace ambroise;
using patient::Closeness;
using test::Person;

Q_DECLARE_METATYPE(ambroise::test::Person)

class TestCloseRecords : public QObject {
    Q_OBJECT
    test::Engines m_engines;

private Q_SLOTS:
    void aCloseRecordIsShownWithItsReason_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<Person>("typed");
        QTest::addColumn<int>("closeness");
        const auto row = [](const char *name, const Person &typed, Closeness closeness) {
            for (const auto engine : {storage::Engine::Embedded, storage::Engine::Server})
                QTest::addRow("%s: %s", engine == storage::Engine::Embedded ? "embedded" : "server",
                              name)
                    << int(engine) << typed << int(closeness);
        };
        // The record that is there: VASSEUR MADELEINE, used Mercier, 14/03/1958.
        row("the same traits", {}, Closeness::SameTraits);
        row("by the used name", {.surname = u"MERCIER"_qs}, Closeness::SameTraits);
        row("names exchanged", {.surname = u"MADELEINE"_qs, .givenNames = u"VASSEUR"_qs},
            Closeness::SwappedNames);
        row("one slip", {.surname = u"WASSEUR"_qs}, Closeness::SimilarName);
        row("two letters exchanged", {.surname = u"AVSSEUR"_qs}, Closeness::SimilarName);
        row("the same beginning", {.surname = u"VASSANT"_qs, .givenNames = u"LUCE"_qs},
            Closeness::SimilarName);
        row("a hyphen more", {.surname = u"VASSEUR-PETIT"_qs}, Closeness::SimilarName);
        row("another year", {.birth = QDate(1959, 3, 14)}, Closeness::SimilarBirthDate);
        row("another day", {.birth = QDate(1958, 3, 15)}, Closeness::SimilarBirthDate);
    }
    void aCloseRecordIsShownWithItsReason()
    {
        PATIENTS_OF_ROW(m_engines);
        QFETCH(Person, typed);
        const PatientId id =
            *patients.add(Person{.usedSurname = u"Mercier"_qs}.details(), test::fontanel);
        const auto close = patients.near(typed.traits());
        QVERIFY_OK(close);
        QCOMPARE(close->size(), 1);
        QCOMPARE(close->first().summary.id, id);
        QTEST(int(close->first().closeness), "closeness");
    }

    void dayAndMonthMayBeExchanged_data() { m_engines.addRows(); }
    void dayAndMonthMayBeExchanged()
    {
        PATIENTS_OF_ROW(m_engines);
        QVERIFY_OK(patients.add(Person{.birth = QDate(1958, 3, 4)}.details(), test::fontanel));
        const auto close = patients.near(Person{.birth = QDate(1958, 4, 3)}.traits());
        QCOMPARE(close->size(), 1);
        QCOMPARE(close->first().closeness, Closeness::TransposedBirthDate);
    }

    void whoeverIsFarIsNotShown_data() { m_engines.addRows(); }
    void whoeverIsFarIsNotShown()
    {
        PATIENTS_OF_ROW(m_engines);
        QVERIFY_OK(patients.add(Person{.surname = u"DUPONT"_qs}.details(), test::fontanel));
        QVERIFY_OK(patients.add(Person{.birth = QDate(1990, 12, 1)}.details(), test::fontanel));
        QVERIFY(patients.near(Person{}.traits())->isEmpty());
    }

    void theClosestComesFirstAndTheEditedRecordIsNotItsOwnNeighbour_data() { m_engines.addRows(); }
    void theClosestComesFirstAndTheEditedRecordIsNotItsOwnNeighbour()
    {
        PATIENTS_OF_ROW(m_engines);
        QVERIFY_OK(patients.add(Person{.surname = u"VASSANT"_qs}.details(), test::fontanel));
        const PatientId same = *patients.add(Person{}.details(), test::fontanel);
        const auto close = patients.near(Person{}.traits());
        QCOMPARE(close->size(), 2);
        QCOMPARE(close->first().summary.id, same);
        QCOMPARE(patients.near(Person{}.traits(), same)->size(), 1);
    }

    void archivedRecordsAreShownToo_data() { m_engines.addRows(); }
    void archivedRecordsAreShownToo()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(Person{}.details(), test::fontanel);
        QVERIFY_OK(patients.archive(id, 1, test::fontanel));
        const auto close = patients.near(Person{}.traits());
        QCOMPARE(close->size(), 1);
        QVERIFY(close->first().summary.archived);
    }
};
QTEST_GUILESS_MAIN(TestCloseRecords)
#include "tst_closerecords.moc"
