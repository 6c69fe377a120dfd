// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/patient/duplicates.h>
#include <ambroise/patient/merges.h>

using namespace ambroise;
using patient::DuplicateFinder;
using patient::DuplicateSign;
using test::Person;

namespace {

const QString phone = u"06 39 98 01 23"_qs;

using Change = void (*)(Person &);

} // namespace

class TestDuplicates : public QObject {
    Q_OBJECT
    test::Engines m_engines;

private Q_SLOTS:
    void howLikelyTwoRecordsAreOfOnePerson_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("likely"); // "": not proposed
        const auto row = [](const char *name, Change change, const QString &likely) {
            QTest::newRow(name) << int(storage::Engine::Embedded) << change << likely;
        };
        row(
            "the same traits", [](Person &) {}, u"very"_qs);
        row(
            "surname and given name exchanged",
            [](Person &p) { std::swap(p.surname, p.givenNames); }, u"very"_qs);
        row(
            "one letter more", [](Person &p) { p.surname = u"VASSEURE"_qs; }, u"very"_qs);
        row(
            "one letter more, given name cut",
            [](Person &p) {
                p.surname = u"VASSEURE"_qs;
                p.givenNames = u"MAD"_qs;
            },
            u"probable"_qs);
        row(
            "under the used name",
            [](Person &p) {
                p.surname = u"MERCIER"_qs;
                p.usedSurname = u"Vasseur"_qs;
            },
            u"very"_qs);
        row(
            "day and month exchanged", [](Person &p) { p.birth = QDate(1958, 12, 3); }, u""_qs);
        row(
            "a year apart, nothing else", [](Person &p) { p.birth = QDate(1959, 3, 14); }, u""_qs);
        row(
            "a year apart, the same telephone",
            [](Person &p) {
                p.birth = QDate(1959, 3, 14);
                p.phone = phone;
            },
            u"possible"_qs);
        row(
            "a twin at the same telephone",
            [](Person &p) {
                p.givenNames = u"LUCIENNE"_qs;
                p.phone = phone;
            },
            u""_qs);
        row(
            "a namesake born elsewhen", [](Person &p) { p.birth = QDate(1981, 7, 2); }, u""_qs);
        row(
            "the same names, the other sex", [](Person &p) { p.sex = identity::Sex::Male; },
            u"possible"_qs);
        row(
            "somebody else", [](Person &p) { p.surname = u"WEBER"_qs; }, u""_qs);
    }
    void howLikelyTwoRecordsAreOfOnePerson()
    {
        QFETCH(Change, change);
        QFETCH(QString, likely);
        PATIENTS_OF_ROW(m_engines);
        QVERIFY_OK(patients.add(Person{.phone = phone}.details(), test::brunel));
        Person other;
        change(other);
        QVERIFY_OK(patients.add(other.details(), test::brunel));
        const auto found = *DuplicateFinder(db, m_engines.clock()).find(10);
        QCOMPARE(found.size(), likely.isEmpty() ? 0 : 1);
        if (likely.isEmpty())
            return;
        const QStringList words = {u"possible"_qs, u"probable"_qs, u"very"_qs};
        QCOMPARE(words.at(int(patient::likelihoodOf(found.first().score))), likely);
    }

    void theLikeliestComeFirstWithTheirReasons_data() { m_engines.addRows(); }
    void theLikeliestComeFirstWithTheirReasons()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId first = *patients.add(Person{.phone = phone}.details(), test::brunel);
        const PatientId nearly = *patients.add(
            Person{.surname = u"VASSEURE"_qs, .givenNames = u"MAD"_qs}.details(), test::brunel);
        const PatientId same = *patients.add(Person{.phone = phone}.details(), test::brunel);
        const auto found = *DuplicateFinder(db, m_engines.clock()).find(10);
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.first().first.id, first);
        QCOMPARE(found.first().second.id, same);
        QCOMPARE(found.first().signs, (QList{DuplicateSign::SameTraits, DuplicateSign::SamePhone}));
        QCOMPARE(found.at(1).second.id, nearly);
        QCOMPARE(DuplicateFinder(db, m_engines.clock()).find(1)->size(), 1);
    }

    void whatARecordWasBeforeACorrectionCounts_data() { m_engines.addRows(); }
    void whatARecordWasBeforeACorrectionCounts()
    {
        PATIENTS_OF_ROW(m_engines);
        const Person before{.surname = u"ROCHE"_qs, .birth = QDate(1960, 1, 1)};
        const PatientId corrected = *patients.add(before.details(), test::brunel);
        QVERIFY_OK(patients.update(corrected, 1, Person{}.details(), test::brunel));
        QVERIFY(DuplicateFinder(db, m_engines.clock()).find(10)->isEmpty());
        QVERIFY_OK(patients.add(before.details(), test::brunel));
        const auto found = *DuplicateFinder(db, m_engines.clock()).find(10);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().signs, QList{DuplicateSign::FormerTraits});
    }

    void aFormerInsBringsTwoRecordsTogether_data() { m_engines.addRows(); }
    void aFormerInsBringsTwoRecordsTogether()
    {
        PATIENTS_OF_ROW(m_engines);
        const auto known = Person{.matricule = u"258036311398155"_qs}.details();
        const PatientId was = *patients.add(known, test::brunel);
        QVERIFY_OK(patients.decide(
            was, 1, {{.cause = identity::Cause::InsLost, .after = known.identity.withoutIns()}},
            test::brunel));
        QVERIFY_OK(patients.add(Person{.surname = u"WEBER"_qs,
                                       .birth = QDate(1958, 5, 14),
                                       .matricule = u"258036311398155"_qs}
                                    .details(),
                                test::brunel));
        const auto found = *DuplicateFinder(db, m_engines.clock()).find(10);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().signs, QList{DuplicateSign::FormerIns});
    }

    void whatCannotBeOrWasDecidedIsNotProposed_data() { m_engines.addRows(); }
    void whatCannotBeOrWasDecidedIsNotProposed()
    {
        PATIENTS_OF_ROW(m_engines);
        patient::MergeRepository merges(db, journal, m_engines.clock());
        const PatientId a =
            *patients.add(Person{.matricule = u"258036311398155"_qs}.details(), test::brunel);
        const PatientId b =
            *patients.add(Person{.matricule = u"279035121518989"_qs}.details(), test::brunel);
        QVERIFY(DuplicateFinder(db, m_engines.clock()).find(10)->isEmpty()); // two INS
        const PatientId c = *patients.add(Person{}.details(), test::brunel);
        QCOMPARE(DuplicateFinder(db, m_engines.clock()).find(10)->size(), 2);
        QVERIFY_OK(merges.sayDistinct(c, a, u"jumelles"_qs, test::fontanel));
        QVERIFY_OK(merges.sayDistinct(c, a, u"jumelles"_qs, test::fontanel)); // known
        QCOMPARE(DuplicateFinder(db, m_engines.clock()).find(10)->size(), 1);
        QVERIFY_OK(patients.archive(b, 1, test::brunel));
        QVERIFY(DuplicateFinder(db, m_engines.clock()).find(10)->isEmpty());
    }

    void aSearchThatIsGivenUpAnswersSo_data() { m_engines.addRows(); }
    void aSearchThatIsGivenUpAnswersSo()
    {
        PATIENTS_OF_ROW(m_engines);
        for (int i = 0; i < 60; ++i) // 1,770 pairs
            QVERIFY_OK(patients.add(Person{}.details(), test::brunel));
        const auto giveUp = [](qint64, qint64) {
            return false;
        };
        QCOMPARE_SUBJECT(DuplicateFinder(db, m_engines.clock()).find(10, giveUp),
                         "duplicates.find");
    }
};

QTEST_GUILESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
