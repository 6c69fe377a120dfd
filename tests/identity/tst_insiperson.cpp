// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/insiservice.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::identity;

namespace {

InsiPerson person()
{
    InsiPerson person{{*InsMatricule::fromInsi(u"109076322083489"), InsAuthority::Nir}};
    person.surname = u"ECETINSI"_qs;
    person.givenNames = u"PIERRE-ALAIN MURIEL FLORIANT"_qs;
    person.sex = u"M"_qs;
    person.birthDate = u"2009-07-14"_qs;
    person.birthPlace = u"63220"_qs;
    return person;
}

} // namespace

class TestInsiPerson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatInsiTellsBecomesStrictTraits()
    {
        const auto traits = person().traits();
        QVERIFY_OK(traits);
        QCOMPARE(traits->surname().text(), u"ECETINSI"_qs);
        QCOMPARE(traits->givenNames().text(), u"PIERRE-ALAIN MURIEL FLORIANT"_qs);
        QCOMPARE(traits->firstGivenName().text(), u"PIERRE-ALAIN"_qs);
        QCOMPARE(traits->birthDate().date(), QDate(2009, 7, 14));
        QVERIFY(!traits->birthDate().isInterpreted());
        QVERIFY(traits->sex() == Sex::Male);
        QCOMPARE(traits->birthPlace().code(), u"63220"_qs);
    }
    void theFirstGivenNameIsTheirsWhereItBeginsTheList()
    {
        InsiPerson compound = person();
        compound.givenNames = u"JEAN CHRISTOPHE PIERRE"_qs;
        QCOMPARE(compound.traits()->firstGivenName().text(), u"JEAN"_qs);
        compound.firstGivenName = u"JEAN CHRISTOPHE"_qs;
        QCOMPARE(compound.traits()->firstGivenName().text(), u"JEAN CHRISTOPHE"_qs);
        compound.firstGivenName = u"PIERRE"_qs;
        QCOMPARE(compound.traits()->firstGivenName().text(), u"JEAN"_qs);
        compound.givenNames.clear();
        QCOMPARE(compound.traits()->givenNames().text(), u"PIERRE"_qs);
    }
    void aDateThatIsNotWholeIsInterpreted_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<QDate>("date");
        QTest::newRow("day and month not known") << u"1969-00-00"_qs << QDate(1969, 12, 31);
        QTest::newRow("day not known") << u"1969-03-00"_qs << QDate(1969, 3, 1);
        QTest::newRow("month not known") << u"1969-00-12"_qs << QDate(1969, 1, 12);
        QTest::newRow("a pseudo-month") << u"1969-31-00"_qs << QDate(1969, 12, 31);
    }
    void aDateThatIsNotWholeIsInterpreted()
    {
        QFETCH(const QString, told);
        QFETCH(const QDate, date);
        InsiPerson lunar = person();
        lunar.birthDate = told;
        const auto traits = lunar.traits();
        QVERIFY_OK(traits);
        QCOMPARE(traits->birthDate().date(), date);
        QVERIFY(traits->birthDate().isInterpreted());
    }
    void whatNoRuleAllowsIsRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no surname") << u"surname"_qs << QString() << u"name.empty"_qs;
        QTest::newRow("a digit") << u"surname"_qs << u"ADRUN2"_qs << u"name.character"_qs;
        QTest::newRow("no given name") << u"names"_qs << QString() << u"name.empty"_qs;
        QTest::newRow("a sex of our own") << u"sex"_qs << u"I"_qs << u"identity.sex"_qs;
        QTest::newRow("no date") << u"date"_qs << QString() << u"date.shape"_qs;
        QTest::newRow("no day of the calendar")
            << u"date"_qs << u"1975-02-31"_qs << u"date.calendar"_qs;
        QTest::newRow("no year") << u"date"_qs << u"0000-02-12"_qs << u"birth.year"_qs;
        QTest::newRow("no place of the COG") << u"place"_qs << u"63"_qs << u"birthplace.code"_qs;
    }
    void whatNoRuleAllowsIsRefused()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, value);
        QFETCH(const QString, subject);
        InsiPerson odd = person();
        QString &changed = field == u"surname" ? odd.surname
                           : field == u"names" ? odd.givenNames
                           : field == u"sex"   ? odd.sex
                           : field == u"date"  ? odd.birthDate
                                               : odd.birthPlace;
        changed = value;
        QCOMPARE(test::subjectOf(odd.traits()), subject);
    }
    void thePlaceMayBeMissing()
    {
        InsiPerson placeless = person();
        placeless.birthPlace.clear();
        QVERIFY_OK(placeless.traits());
    }
};
QTEST_GUILESS_MAIN(TestInsiPerson)
#include "tst_insiperson.moc"
