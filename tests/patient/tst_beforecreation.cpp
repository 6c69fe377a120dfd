// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/patient/soundindex.h>

using namespace ambroise;
using namespace ambroise::patient;
using test::Person;

namespace {

const QList<Person> population = {
    {.surname = u"DUPONT"_qs, .givenNames = u"MARC LUC"_qs, .birth = QDate(1958, 3, 4)},
    {.surname = u"VASSEUR"_qs,
     .givenNames = u"MADELEINE JEANNE"_qs,
     .birth = QDate(1958, 3, 14),
     .usedSurname = u"Mayer"_qs,
     .usedGivenName = u"Mado"_qs,
     .matricule = u"258036311398155"_qs},
    {.surname = u"VASSAL"_qs, .givenNames = u"PHILIPPE"_qs, .birth = QDate(1958, 3, 14)},
    {.surname = u"DE LA TOUR"_qs, .givenNames = u"JEAN-PIERRE"_qs, .birth = QDate(1944, 5, 30)},
    {.surname = u"SCHMITT"_qs, .givenNames = u"ANNE"_qs, .birth = QDate(1971, 12, 1)},
};

//! "VASSEUR written, VASSAL same_date".
QString told(const Result<QList<LikeRecord>> &found)
{
    static const QMap<Likeness, QString> words = {
        {Likeness::Written, u"written"_qs},
        {Likeness::Sounding, u"sounding"_qs},
        {Likeness::SameBirthDate, u"same_date"_qs},
        {Likeness::TransposedBirthDate, u"transposed"_qs},
    };
    if (!found.ok())
        return found.error().subject;
    QStringList out;
    for (const LikeRecord &one : *found)
        out << one.summary.birthSurname + u' ' + words.value(one.likeness);
    return out.join(u", "_qs);
}

} // namespace

//! Who is shown before a record is created.
class TestBeforeCreation : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    static void fill(PatientRepository &patients)
    {
        for (const Person &person : population)
            QVERIFY_OK(patients.add(person.details(), test::fontanel));
    }

private Q_SLOTS:
    void whoMayBeMeantIsShown_data() { m_engines.addRows(); }
    void whoMayBeMeantIsShown()
    {
        PATIENTS_OF_ROW(m_engines);
        fill(patients);
        struct Case {
            SoughtPerson sought;
            QString found;
        };
        const QList<Case> cases = {
            // The recommended way: the date and three letters.
            {{u"14/03/1958"_qs, u"vas"_qs, {}}, u"VASSAL written, VASSEUR written"_qs},
            {{u"14031958"_qs, u"vasse"_qs, {}}, u"VASSEUR written, VASSAL same_date"_qs},
            {{u"14/03"_qs, {}, {}}, u"VASSAL written, VASSEUR written"_qs},
            // Birth and used names, each given name, by their beginnings.
            {{{}, u"vasseur"_qs, u"jeanne"_qs}, u"VASSEUR written"_qs},
            {{{}, u"may"_qs, u"mado"_qs}, u"VASSEUR written"_qs},
            {{{}, {}, u"philip"_qs}, u"VASSAL written"_qs},
            {{{}, u"latour"_qs, {}}, u"DE LA TOUR written"_qs},
            // By ear.
            {{{}, u"Dupond"_qs, {}}, u"DUPONT sounding"_qs},
            {{{}, u"Meyer"_qs, u"Madeleine"_qs}, u"VASSEUR sounding"_qs},
            {{{}, u"Vassal"_qs, u"Filipe"_qs}, u"VASSAL sounding"_qs},
            {{{}, u"Chmid"_qs, u"Ane"_qs}, u"SCHMITT sounding"_qs},
            {{{}, u"Delatourre"_qs, {}}, u"DE LA TOUR sounding"_qs},
            {{{}, u"Dupond"_qs, u"Paul"_qs}, QString()},
            // Day and month exchanged.
            {{u"03/04/1958"_qs, u"dupuis"_qs, {}}, u"DUPONT transposed"_qs},
            {{u"03/04/1958"_qs, u"tupond"_qs, {}}, u"DUPONT transposed"_qs},
            {{u"04/03/1958"_qs, u"dupuis"_qs, {}}, u"DUPONT same_date"_qs},
            {{u"04/03/1959"_qs, u"dupont"_qs, {}}, QString()},
            {{}, QString()},
            {{u"inconnue"_qs, u"vasseur"_qs, {}}, QString()},
        };
        for (const Case &one : cases) {
            const QString got = told(patients.lookFor(one.sought));
            QVERIFY2(got == one.found, qPrintable(one.sought.birthDate + u'|' + one.sought.surname +
                                                  u'|' + one.sought.givenName + u": "_qs + got));
        }
    }

    void namesThatSoundAlikeAreFound_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("typed");
        QTest::newRow("final letters") << u"BERNARD"_qs << u"Bernart"_qs;
        QTest::newRow("nasals") << u"MARTIN"_qs << u"Martain"_qs;
        QTest::newRow("double letters") << u"HAMMADI"_qs << u"Amadi"_qs;
        QTest::newRow("ph") << u"JOSEPH"_qs << u"Josef"_qs;
        QTest::newRow("eau") << u"MOREAU"_qs << u"Moro"_qs;
        QTest::newRow("mute b") << u"LEFEBVRE"_qs << u"Lefèvre"_qs;
        QTest::newRow("s and z") << u"GONZALES"_qs << u"Gonzalez"_qs;
        QTest::newRow("y") << u"LEROY"_qs << u"Le Roi"_qs;
        QTest::newRow("qu") << u"BECKER"_qs << u"Bequer"_qs;
    }
    void namesThatSoundAlikeAreFound()
    {
        QFETCH(QString, kept);
        QFETCH(QString, typed);
        const auto database = m_engines.practice(storage::Engine::Embedded, test::patientSchemas());
        const auto connected = database->connect();
        audit::Journal journal(**connected, m_engines.key(), m_engines.clock());
        PatientRepository patients(**connected, journal, m_engines.clock());
        QVERIFY_OK(patients.add(Person{.surname = kept}.details(), test::fontanel));
        QCOMPARE(told(patients.lookFor({{}, typed, {}})), kept + u" sounding"_qs);
        QCOMPARE(told(patients.lookFor({{}, u"Durand"_qs, {}})), QString());
    }

    void recordsOfAnOlderProgramAreHeardToo_data() { m_engines.addRows(); }
    void recordsOfAnOlderProgramAreHeardToo()
    {
        PATIENTS_OF_ROW(m_engines);
        patient::SoundIndex sounds(db);
        QVERIFY_OK(sounds.complete()); // nobody yet
        fill(patients);
        QVERIFY_OK(db.run("DELETE FROM patient_term WHERE term LIKE '~%' OR term LIKE '^%'"));
        QCOMPARE(told(patients.lookFor({{}, u"Dupond"_qs, {}})), QString());
        // Somebody came in between: the others are not forgotten for it.
        QVERIFY_OK(patients.add(Person{.surname = u"WEBER"_qs}.details(), test::fontanel));
        QVERIFY_OK(sounds.complete());
        QCOMPARE(told(patients.lookFor({{}, u"Dupond"_qs, {}})), u"DUPONT sounding"_qs);
        QCOMPARE(told(patients.lookFor({{}, u"Vassal"_qs, u"Filipe"_qs})), u"VASSAL sounding"_qs);
        QVERIFY_OK(sounds.complete()); // changes nothing any more
        QCOMPARE(patients.search(u"dupont")->size(), 1);
    }

    void archivedRecordsAreNotProposed_data() { m_engines.addRows(); }
    void archivedRecordsAreNotProposed()
    {
        PATIENTS_OF_ROW(m_engines);
        const auto id = patients.add(population.first().details(), test::fontanel);
        QVERIFY_OK(patients.archive(*id, 1, test::fontanel));
        QCOMPARE(told(patients.lookFor({u"04/03/1958"_qs, u"dupond"_qs, {}})), QString());
    }
};
QTEST_GUILESS_MAIN(TestBeforeCreation)
#include "tst_beforecreation.moc"
