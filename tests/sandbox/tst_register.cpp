// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/register.h>

#include <QSet>
#include <QtTest>

using namespace ambroise::sandbox;

class TestRegister : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysAreThoseOfTheDecree_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("key");
        QTest::newRow("metropolis") << u"2770101154003"_qs << u"29"_qs;
        QTest::newRow("Corse-du-Sud") << u"297022A020778"_qs << u"78"_qs;
        QTest::newRow("Haute-Corse") << u"180032B020401"_qs << u"23"_qs;
        QTest::newRow("overseas") << u"1850397106123"_qs << u"96"_qs;
        QTest::newRow("of one digit") << u"1850575123456"_qs << u"73"_qs;
    }
    void keysAreThoseOfTheDecree()
    {
        QFETCH(const QString, number);
        QTEST(matriculeKey(number), "key");
    }
    void tenThousandPeopleAreMadeUpTheSameEachTime()
    {
        const QList<Person> people = madeUpPersons(10'000);
        const QList<Person> again = madeUpPersons(10'000);
        QCOMPARE(people.size(), 10'000);
        QSet<QString> numbers;
        for (qsizetype i = 0; i < people.size(); ++i) {
            QCOMPARE(people[i].number, again[i].number);
            QCOMPARE(people[i].key, matriculeKey(people[i].number));
            QCOMPARE(people[i].number.size(), 13);
            numbers.insert(people[i].number);
        }
        QCOMPARE(numbers.size(), 10'000);
    }
    void everybodyIsFoundByHerOwnTraits()
    {
        const Register people(2000);
        for (const Person &person : people.persons()) {
            const auto found = people.find({person.surname,
                                            {person.givenNames},
                                            person.sex,
                                            person.birthDate,
                                            person.birthPlace});
            QVERIFY2(found.contains(people.byNumber(person.number)), qPrintable(person.surname));
        }
    }
    void oneGivenNameOrAllOfThemFindSomebody()
    {
        const Register people(0);
        const auto find = [&](const QString &name) {
            return people.find({u"TCHITCHI"_qs, {name}, u"F"_qs, u"1936-06-21"_qs}).size();
        };
        QCOMPARE(find(u"CATARINA"_qs), 1);
        QCOMPARE(find(u"BELLA"_qs), 1);
        QCOMPARE(find(u"CATARINA BELLA"_qs), 1);
        QCOMPARE(find(u"OLA"_qs), 0);
        QCOMPARE(find(u"CATA"_qs), 0);
    }
    void hyphensAndSpacesAreTheSame()
    {
        const Register people(0);
        QCOMPARE(people.find({u"PAT TROIS"_qs, {u"MARIE LOUISE"_qs}}).size(), 1);
    }
    void aLunarDateIsFoundAsItIsAndInterpreted()
    {
        const Register people(0);
        QCOMPARE(people.find({u"BENALI"_qs, {}, {}, u"1969-00-00"_qs}).size(), 1);
        QCOMPARE(people.find({u"BENALI"_qs, {}, {}, u"1969-12-31"_qs}).size(), 1);
        QCOMPARE(people.find({u"BENALI"_qs, {}, {}, u"1969-01-01"_qs}).size(), 0);
    }
};
QTEST_GUILESS_MAIN(TestRegister)
#include "tst_register.moc"
