// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <map>

using namespace ambroise;
using test::Person;

namespace {

//! The practice that is searched; everyone in it differs by something that can be typed.
const QList<Person> population = {
    {.surname = u"VASSEUR"_qs,
     .givenNames = u"MADELEINE JEANNE"_qs,
     .usedSurname = u"Mercier"_qs,
     .usedGivenName = u"Mado"_qs,
     .phone = u"06 39 98 01 23"_qs,
     .matricule = u"258036311398155"_qs},
    {.surname = u"MARTIN"_qs, .givenNames = u"DUPRE"_qs, .birth = QDate(1958, 7, 2)},
    {.surname = u"DUPONT"_qs,
     .givenNames = u"MARC"_qs,
     .birth = QDate(1958, 3, 14),
     .sex = identity::Sex::Male,
     .phone = u"+32 475 12 34 56"_qs},
    {.surname = u"DUPONT"_qs,
     .givenNames = u"LUC"_qs,
     .birth = QDate(1971, 12, 1),
     .sex = identity::Sex::Male,
     .phone = u"04 65 71 00 01"_qs},
    {.surname = u"D'ALMEIDA"_qs, .givenNames = u"INES"_qs, .birth = QDate(2019, 3, 14)},
    {.surname = u"DE LA TOUR"_qs,
     .givenNames = u"JEAN-PIERRE MARIE"_qs,
     .birth = QDate(1944, 5, 30),
     .sex = identity::Sex::Male},
    {.surname = u"OEUVRARD"_qs,
     .givenNames = u"NOEMIE"_qs,
     .birth = QDate(1999, 8, 8),
     .usedSurname = u"Œuvrard-Noël"_qs},
    {.surname = u"MARS"_qs, .givenNames = u"AVRIL"_qs, .birth = QDate(1983, 1, 5)},
};

//! The population in a practice of one engine, made once for every search that changes nothing.
struct Settled {
    explicit Settled(test::Engines &engines, storage::Engine engine)
        : database(engines.practice(engine, test::patientSchemas()))
        , db(database ? std::move(database->connect()).value() : nullptr)
    {
        if (!db)
            return;
        journal = std::make_unique<audit::Journal>(*db, engines.key(), engines.clock());
        patients = std::make_unique<patient::PatientRepository>(*db, *journal, engines.clock());
        for (const Person &person : population)
            if (!patients->add(person.details(), test::fontanel).ok())
                patients.reset();
    }
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::Connection> db;
    std::unique_ptr<audit::Journal> journal;
    std::unique_ptr<patient::PatientRepository> patients;
};

} // namespace

//! Declares `patients` of the row's engine, to be searched.
#define POPULATION_OF_ROW                                                                          \
    QFETCH(int, engine);                                                                           \
    if (engine == int(storage::Engine::Server) && !m_engines.cluster().isRunning())                \
        QSKIP("PostgreSQL is not installed here");                                                 \
    const Settled &there = settled(storage::Engine(engine));                                       \
    QVERIFY(there.patients);                                                                       \
    const patient::PatientRepository &patients = *there.patients

class TestSearch : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    std::map<storage::Engine, Settled> m_settled;

    const Settled &settled(storage::Engine engine)
    {
        return m_settled.try_emplace(engine, m_engines, engine).first->second;
    }

private Q_SLOTS:
    void aPatientIsFoundByEachWayOfTyping_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QString vasseur = u"VASSEUR"_qs;
        const auto row = [](const QString &typed, const QStringList &found) {
            for (const auto engine : {storage::Engine::Embedded, storage::Engine::Server})
                QTest::addRow("%s: %s", engine == storage::Engine::Embedded ? "embedded" : "server",
                              qPrintable(typed))
                    << int(engine) << typed << found;
        };
        row(u"vas"_qs, {vasseur});
        row(u"VASSEUR Madeleine"_qs, {vasseur});
        row(u"madeleine vasseur"_qs, {vasseur});
        row(u"mercier"_qs, {vasseur});
        row(u"mado"_qs, {vasseur});
        row(u"jeanne"_qs, {vasseur});
        row(u"vass made 1958"_qs, {vasseur});
        row(u"14/03/1958 mad"_qs, {vasseur});
        row(u"14.3.58 vas"_qs, {vasseur});
        row(u"vas 140358"_qs, {vasseur});
        row(u"vas 14031958"_qs, {vasseur});
        row(u"vas 19580314"_qs, {vasseur});
        row(u"vas 1958-03-14"_qs, {vasseur});
        row(u"vas 14 03 1958"_qs, {vasseur});
        row(u"vas 14 mars 1958"_qs, {vasseur});
        row(u"14 mars 58 vas"_qs, {vasseur});
        row(u"vas mars 1958"_qs, {vasseur});
        row(u"vas mars 58"_qs, {vasseur});
        row(u"vas 03/1958"_qs, {vasseur});
        row(u"vas 58"_qs, {vasseur});
        row(u"vas 14/03"_qs, {vasseur});
        row(u"vas 14 mars"_qs, {vasseur});
        row(u"vas 1403"_qs, {vasseur});
        row(u"vas 14/03/1"_qs, {vasseur});
        row(u"vas 14/03/195"_qs, {vasseur});
        row(u"vas 14/0"_qs, {vasseur});
        row(u"vas 195"_qs, {vasseur});
        row(u"vas 1959"_qs, {});
        row(u"vas 15/03"_qs, {});
        row(u"06 39 98 01 23"_qs, {vasseur});
        row(u"0639980123"_qs, {vasseur});
        row(u"06.39.98"_qs, {vasseur});
        row(u"+33 6 39 98 01 23"_qs, {vasseur});
        row(u"0033639980123"_qs, {vasseur});
        row(u"+33 (0)6 39"_qs, {vasseur});
        row(u"vas 0639"_qs, {vasseur});
        row(u"+32 475"_qs, {u"DUPONT"_qs});
        row(u"2 58 03 63 113 981 55"_qs, {vasseur});
        row(u"2580363113981"_qs, {vasseur});
        row(u"258036311398155"_qs, {vasseur});
        row(u"258036311398154"_qs, {});
        row(u"25803631139"_qs, {});
        row(u"1er/12/1971"_qs, {});
        row(u"1er décembre 1971"_qs, {u"DUPONT"_qs});
        row(u"mar dup 1958"_qs, {u"DUPONT"_qs, u"MARTIN"_qs});
        row(u"dupont 14/03"_qs, {u"DUPONT"_qs});
        row(u"d’almeida"_qs, {u"D'ALMEIDA"_qs});
        row(u"dalmeida"_qs, {u"D'ALMEIDA"_qs});
        row(u"almeida inès"_qs, {u"D'ALMEIDA"_qs});
        row(u"almeida 14/03/19"_qs, {u"D'ALMEIDA"_qs});
        row(u"delatour"_qs, {u"DE LA TOUR"_qs});
        row(u"de la tour jean pierre"_qs, {u"DE LA TOUR"_qs});
        row(u"latour jeanpierre"_qs, {u"DE LA TOUR"_qs});
        row(u"Jean-Pierre"_qs, {u"DE LA TOUR"_qs});
        row(u"œuvr"_qs, {u"OEUVRARD"_qs});
        row(u"noel oeuvrard"_qs, {u"OEUVRARD"_qs});
        row(u"mars 1983"_qs, {u"MARS"_qs});
        row(u"mars avril"_qs, {u"MARS"_qs});
        row(u"zzz"_qs, {});
        row(QString(), {});
        row(u"  \t "_qs, {});
    }
    void aPatientIsFoundByEachWayOfTyping()
    {
        POPULATION_OF_ROW;
        QFETCH(QString, typed);
        const auto found = patients.search(typed, 50);
        QVERIFY_OK(found);
        QTEST(test::surnamesOf(*found), "found");
    }

    void everyKeyOfADateKeepsThePatientInSight_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("slashes") << u"vas 14/03/1958"_qs;
        QTest::newRow("digits alone") << u"vas 14031958"_qs;
        QTest::newRow("two-digit year") << u"vas 14/03/58"_qs;
        QTest::newRow("ISO") << u"vas 1958-03-14"_qs;
        QTest::newRow("the year") << u"vas 1958"_qs;
        QTest::newRow("month and year") << u"vas 03/1958"_qs;
        QTest::newRow("telephone") << u"vas 06 39 98 01 23"_qs;
    }
    void everyKeyOfADateKeepsThePatientInSight()
    {
        const Settled &there = settled(storage::Engine::Embedded);
        QVERIFY(there.patients);
        const patient::PatientRepository &patients = *there.patients;
        QFETCH(QString, typed);
        // Two digits alone may still be anything: here the month of "03/1958".
        const bool month = typed.startsWith(u"vas 03/");
        const qsizetype first = month ? u"vas 03/1"_qs.size() : u"vas 14"_qs.size();
        for (qsizetype length = first; length <= typed.size(); ++length) {
            const QString beginning = typed.left(length);
            const auto found = patients.search(beginning, 50);
            QVERIFY_OK(found);
            QVERIFY2(test::surnamesOf(*found).contains(u"VASSEUR"_qs), qPrintable(beginning));
        }
    }

    void bestComesFirst_data() { m_engines.addRows(); }
    void bestComesFirst()
    {
        PATIENTS_OF_ROW(m_engines);
        const QDate birth(1980, 1, 1);
        for (const Person &person :
             {Person{.surname = u"DURAND"_qs, .givenNames = u"MARTIN"_qs, .birth = birth},
              Person{.surname = u"MARTINEZ"_qs, .givenNames = u"ANNE"_qs, .birth = birth},
              Person{.surname = u"LEROY"_qs, .birth = birth, .usedSurname = u"Martin"_qs},
              Person{.surname = u"MARTIN-DUPONT"_qs, .givenNames = u"ANNE"_qs, .birth = birth},
              Person{.surname = u"PETIT"_qs, .givenNames = u"PAUL MARTIN"_qs, .birth = birth},
              Person{.surname = u"MARTIN"_qs, .givenNames = u"ZOE"_qs, .birth = birth},
              Person{.surname = u"MARTIN"_qs, .givenNames = u"ANNE"_qs, .birth = birth}})
            QVERIFY_OK(patients.add(person.details(), test::fontanel));
        const auto found = patients.search(u"martin", 50);
        QVERIFY_OK(found);
        QCOMPARE(test::surnamesOf(*found),
                 (QStringList{u"MARTIN"_qs, u"MARTIN"_qs, u"LEROY"_qs, u"DURAND"_qs, u"PETIT"_qs,
                              u"MARTIN-DUPONT"_qs, u"MARTINEZ"_qs}));
        QCOMPARE(found->first().firstGivenName, u"ANNE"_qs);
        QCOMPARE(patients.search(u"martin", 2)->size(), 2);
    }

    void aLineTellsWhatIsNeededToRecogniseSomebody_data() { m_engines.addRows(); }
    void aLineTellsWhatIsNeededToRecogniseSomebody()
    {
        PATIENTS_OF_ROW(m_engines);
        auto details = population.first().details();
        details.contacts.address.city = u"Royat"_qs;
        details.deceasedOn = QDate(2026, 1, 2);
        const auto id = patients.add(details, test::fontanel);
        QVERIFY_OK(id);
        const auto line = patients.search(u"vasseur", 50)->first();
        QCOMPARE(line.id, *id);
        QCOMPARE(line.givenNames, u"MADELEINE JEANNE"_qs);
        QCOMPARE(line.firstGivenName, u"MADELEINE"_qs);
        QCOMPARE(line.usedSurname, u"Mercier"_qs);
        QCOMPARE(line.birthDate, QDate(1958, 3, 14));
        QCOMPARE(line.sex, identity::Sex::Female);
        QCOMPARE(line.phone, u"06 39 98 01 23"_qs);
        QCOMPARE(line.city, u"Royat"_qs);
        QCOMPARE(line.status, identity::IdentityStatus::Retrieved);
        QVERIFY(line.deceased && !line.archived);
    }

    void homonymsAreAllFound_data() { m_engines.addRows(); }
    void homonymsAreAllFound()
    {
        PATIENTS_OF_ROW(m_engines);
        for (int year = 1950; year < 1960; ++year)
            QVERIFY_OK(patients.add(Person{.birth = QDate(year, 3, 14)}.details(), test::fontanel));
        const auto found = patients.search(u"vasseur madeleine", 50);
        QCOMPARE(found->size(), 10);
        QCOMPARE(found->first().birthDate, QDate(1950, 3, 14));
        QCOMPARE(patients.search(u"vasseur madeleine 1955", 50)->size(), 1);
    }

    void anythingMayBeTyped_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<QString>("typed");
        const QList<std::pair<const char *, QString>> rows = {
            {"10,000 letters", QString(10'000, u'a')},
            {"10,000 words", u"vasseur "_qs.repeated(10'000)},
            {"10,000 digits", QString(10'000, u'1')},
            {"quotes", u"'; DROP TABLE patient; --"_qs},
            {"placeholders", u"? ? :1 $1 %s %1"_qs},
            {"wildcards", u"% _ *"_qs},
            {"emoji", u"😀 🧑‍⚕️"_qs},
            {"half an emoji", QString(QChar(0xD83D))},
            {"only punctuation", u"-.,'/()+ «»…"_qs},
            {"separators of a date", u"// .. --"_qs},
            {"no date", u"99/99/9999 00/00/0000 32 13"_qs},
            {"control characters", QString(u"vas\0\x01\x1b"_qs)},
            {"NUL", QString(QChar(0))},
            {"right to left", u"\u202Eروبير"_qs},
            {"the marks of terms", u"@1958 =1403 #06 %258"_qs},
            {"mixed numbers", u"1958 14/03 06 39 2026-01 12 mars 3 5 7 9"_qs}};
        for (const auto engine : {storage::Engine::Embedded, storage::Engine::Server})
            for (const auto &[name, typed] : rows)
                QTest::addRow("%s: %s", engine == storage::Engine::Embedded ? "embedded" : "server",
                              name)
                    << int(engine) << typed;
    }
    void anythingMayBeTyped()
    {
        POPULATION_OF_ROW;
        QFETCH(QString, typed);
        QVERIFY_OK(patients.search(typed, 50));
        QCOMPARE(*patients.count(), population.size());
    }

    void searchingOpensNothingAndIsNotJournaled()
    {
        const Settled &there = settled(storage::Engine::Embedded);
        QVERIFY(there.patients);
        const auto before = there.journal->find({})->size();
        QVERIFY_OK(there.patients->search(u"vasseur", 50));
        QCOMPARE(there.journal->find({})->size(), before);
    }
};
QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
