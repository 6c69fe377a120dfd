// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/comparison.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::identity;

namespace {

ToldTraits reference()
{
    return {u"WEBER-D'ALMEIDA"_qs, u"ANTON LUCAS MARIE"_qs, u"1991-09-02"_qs, u"M"_qs,
            u"63113"_qs,           u"Clermont-Ferrand"_qs};
}

} // namespace

//! Three columns side by side: what is the same, what may be, what is not.
class TestComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachTraitIsHeldAgainstTheReference_data()
    {
        QTest::addColumn<ToldTraits>("source");
        QTest::addColumn<Trait>("trait");
        QTest::addColumn<QString>("agreement");
        QTest::addColumn<Nuance>("nuance");
        const auto row = [](const char *name, Trait trait, auto change, const char *agreement,
                            Nuance nuance = Nuance::None) {
            ToldTraits source = reference();
            change(source);
            QTest::newRow(name) << source << trait << QString::fromLatin1(agreement) << nuance;
        };
        using T = ToldTraits;
        row(
            "the same surname", Trait::Surname, [](T &) {}, "equal");
        row(
            "hyphen and apostrophe", Trait::Surname,
            [](T &t) { t.surname = u"WEBER D ALMEIDA"_qs; }, "close", Nuance::Writing);
        row(
            "glued", Trait::Surname, [](T &t) { t.surname = u"WEBER DALMEIDA"_qs; }, "close",
            Nuance::Writing);
        row(
            "small letters, accents", Trait::Surname,
            [](T &t) { t.surname = u"Wéber-d’Almeida"_qs; }, "close", Nuance::Writing);
        row(
            "another surname", Trait::Surname, [](T &t) { t.surname = u"WEBER"_qs; }, "different");
        row(
            "no surname", Trait::Surname, [](T &t) { t.surname.clear(); }, "absent");
        row(
            "the beginning of the list", Trait::GivenNameList,
            [](T &t) { t.givenNames = u"ANTON LUCAS"_qs; }, "close", Nuance::ShorterList);
        row(
            "a longer list", Trait::GivenNameList,
            [](T &t) { t.givenNames = u"ANTON LUCAS MARIE JO"_qs; }, "close", Nuance::LongerList);
        row(
            "with a hyphen", Trait::GivenNameList,
            [](T &t) { t.givenNames = u"ANTON-LUCAS MARIE"_qs; }, "close", Nuance::Writing);
        row(
            "the second alone", Trait::GivenNameList, [](T &t) { t.givenNames = u"LUCAS"_qs; },
            "different");
        row(
            "half a name", Trait::GivenNameList, [](T &t) { t.givenNames = u"ANTON LUC"_qs; },
            "different");
        row(
            "half a name, the field being full", Trait::GivenNameList,
            [](T &t) {
                t.givenNames = u"ANTON LUC"_qs;
                t.namesMayBeCut = true;
            },
            "close", Nuance::CutOff);
        row(
            "the same day", Trait::DateOfBirth, [](T &) {}, "equal");
        row(
            "another day", Trait::DateOfBirth, [](T &t) { t.birthDate = u"1991-09-03"_qs; },
            "different");
        row(
            "no date", Trait::DateOfBirth, [](T &t) { t.birthDate.clear(); }, "absent");
        row(
            "the other sex", Trait::CivilSex, [](T &t) { t.sex = u"F"_qs; }, "different");
        row(
            "no sex", Trait::CivilSex, [](T &t) { t.sex.clear(); }, "absent");
        row(
            "the same code", Trait::PlaceOfBirth, [](T &) {}, "equal");
        row(
            "another code", Trait::PlaceOfBirth, [](T &t) { t.birthPlace = u"63300"_qs; },
            "different");
        row(
            "the town alone", Trait::PlaceOfBirth,
            [](T &t) {
                t.birthPlace.clear();
                t.birthPlaceName = u"CLERMONT FERRAND"_qs;
            },
            "close", Nuance::PlaceByName);
        row(
            "the town and its department", Trait::PlaceOfBirth,
            [](T &t) {
                t.birthPlace.clear();
                t.birthPlaceName = u"CLERMONT-FERRAND (63)"_qs;
            },
            "close", Nuance::PlaceByName);
        row(
            "the town and its district", Trait::PlaceOfBirth,
            [](T &t) {
                t.birthPlace.clear();
                t.birthPlaceName = u"Clermont-Ferrand 1er arrondissement"_qs;
            },
            "close", Nuance::PlaceByName);
        row(
            "a town whose name begins so", Trait::PlaceOfBirth,
            [](T &t) {
                t.birthPlace.clear();
                t.birthPlaceName = u"CLERMONT"_qs;
            },
            "different");
        row(
            "a town whose name goes on", Trait::PlaceOfBirth,
            [](T &t) {
                t.birthPlace.clear();
                t.birthPlaceName = u"CLERMONT-FERRAND EN VAL"_qs;
            },
            "different");
        row(
            "another town", Trait::PlaceOfBirth,
            [](T &t) {
                t.birthPlace.clear();
                t.birthPlaceName = u"RIOM"_qs;
            },
            "different");
        row(
            "no place", Trait::PlaceOfBirth,
            [](T &t) {
                t.birthPlace.clear();
                t.birthPlaceName.clear();
            },
            "absent");
    }
    void eachTraitIsHeldAgainstTheReference()
    {
        QFETCH(ToldTraits, source);
        QFETCH(Trait, trait);
        const ComparedTrait got = Comparison::of(reference(), source).at(trait);
        QTEST(code(got.agreement), "agreement");
        QTEST(got.nuance, "nuance");
    }

    void aCityAndItsArrondissementAreClose()
    {
        ToldTraits city = reference();
        city.birthPlace = u"75056"_qs;
        ToldTraits district = city;
        district.birthPlace = u"75114"_qs;
        QCOMPARE(Comparison::of(city, district).at(Trait::PlaceOfBirth).nuance,
                 Nuance::DistrictCode);
        district.birthPlace = u"69381"_qs;
        QCOMPARE(Comparison::of(city, district).at(Trait::PlaceOfBirth).agreement,
                 Agreement::Different);
    }

    void aDateInterpretedByRuleIsTheSameDate_data()
    {
        QTest::addColumn<QString>("insi");
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("agreement");
        QTest::newRow("day and month") << u"1969-00-00"_qs << u"1969-12-31"_qs << u"close"_qs;
        QTest::newRow("day") << u"1969-07-00"_qs << u"1969-07-01"_qs << u"close"_qs;
        QTest::newRow("filled otherwise")
            << u"1969-00-00"_qs << u"1969-01-01"_qs << u"different"_qs;
        QTest::newRow("a whole date") << u"1969-07-02"_qs << u"1969-07-01"_qs << u"different"_qs;
        QTest::newRow("nonsense") << u"1969-7"_qs << u"1969-07-01"_qs << u"different"_qs;
    }
    void aDateInterpretedByRuleIsTheSameDate()
    {
        QFETCH(QString, insi);
        QFETCH(QString, local);
        ToldTraits a = reference();
        ToldTraits b = reference();
        a.birthDate = insi;
        b.birthDate = local;
        QTEST(code(Comparison::of(a, b).at(Trait::DateOfBirth).agreement), "agreement");
        QTEST(code(Comparison::of(b, a).at(Trait::DateOfBirth).agreement), "agreement");
    }

    void theTownOfABirthAbroadIsNoOtherCountry_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<Agreement>("agreement");
        QTest::newRow("a town") << u"CASABLANCA"_qs << Agreement::Absent;
        QTest::newRow("the country") << u"MAROC"_qs << Agreement::Close;
    }
    void theTownOfABirthAbroadIsNoOtherCountry()
    {
        QFETCH(QString, told);
        ToldTraits insi = reference();
        insi.birthPlace = u"99350"_qs;
        insi.birthPlaceName = u"Maroc"_qs;
        ToldTraits document = reference();
        document.birthPlace.clear();
        document.birthPlaceName = told;
        const Comparison compared = Comparison::of(insi, document);
        QFETCH(Agreement, agreement);
        QVERIFY(compared.at(Trait::PlaceOfBirth).agreement == agreement);
        QVERIFY(compared.isCompatible());
    }

    void onlyABirthPlaceMayBeMissing()
    {
        ToldTraits source = reference();
        QVERIFY(Comparison::of(reference(), source).isEqual());
        source.birthPlace.clear();
        source.birthPlaceName.clear();
        QVERIFY(Comparison::of(reference(), source).isCompatible());
        QVERIFY(!Comparison::of(reference(), source).isEqual());
        source.sex.clear();
        QVERIFY(!Comparison::of(reference(), source).isCompatible());
    }

    void oneDifferenceIsEnough()
    {
        ToldTraits source = reference();
        source.birthDate = u"1991-02-09"_qs;
        QVERIFY(!Comparison::of(reference(), source).isCompatible());
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
