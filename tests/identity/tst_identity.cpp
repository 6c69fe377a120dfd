// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors.h"

#include <ambroise/identity/identity.h>

#include <support/result.h>

#include <QJsonArray>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::identity;

namespace {

const QDate today(2026, 11, 24);

StrictTraits traits(QStringView surname = u"VASSEUR", QStringView first = u"JEAN",
                    Sex sex = Sex::Male)
{
    return *StrictTraits::make({.surname = *BirthSurname::parse(surname),
                                .givenNames = *GivenNames::parse(u"JEAN CHRISTOPHE PIERRE"),
                                .firstGivenName = *GivenNames::parse(first),
                                .birthDate = *BirthDate::of(QDate(1958, 3, 14)),
                                .sex = sex,
                                .birthPlace = *BirthPlace::make(u"63113", u"Clermont-Ferrand"_qs)});
}

Ins someIns()
{
    return {*InsMatricule::parse(u"258036311398155"), InsAuthority::TestNir};
}

Identity qualified()
{
    return *Identity::make(traits(), someIns(), {true, true}, {});
}

} // namespace

class TestIdentity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unknownPartsOfABirthDateAreFilledByRule_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<bool>("interpreted");
        QTest::newRow("whole") << u"14/03/1958"_qs << QDate(1958, 3, 14) << false;
        QTest::newRow("day unknown") << u"mars 1958"_qs << QDate(1958, 3, 1) << true;
        QTest::newRow("day and month unknown") << u"1958"_qs << QDate(1958, 12, 31) << true;
        QTest::newRow("this year") << u"2026"_qs << QDate(2026, 12, 31) << true;
        QTest::newRow("today") << u"24/11/2026"_qs << today << false;
    }
    void unknownPartsOfABirthDateAreFilledByRule()
    {
        QFETCH(QString, known);
        const auto birth = BirthDate::parse(known, today);
        QVERIFY_OK(birth);
        QTEST(birth->date(), "date");
        QTEST(birth->isInterpreted(), "interpreted");
    }

    void anUnknownMonthIsJanuary()
    {
        const auto birth = BirthDate::interpreted(*PartialDate::of(1960, 0, 12));
        QVERIFY_OK(birth);
        QCOMPARE(birth->date(), QDate(1960, 1, 12));
        QVERIFY(birth->isInterpreted());
    }

    void whatIsNoBirthDateIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("subject");
        QTest::newRow("not in the calendar") << u"30/02/2000"_qs << u"date.calendar"_qs;
        QTest::newRow("no year") << u"14/03"_qs << u"birth.year"_qs;
        QTest::newRow("tomorrow") << u"25/11/2026"_qs << u"birth.future"_qs;
        QTest::newRow("next year") << u"2027"_qs << u"birth.future"_qs;
        QTest::newRow("next month") << u"12/2026"_qs << u"birth.future"_qs;
        QTest::newRow("words") << u"hier"_qs << u"date.shape"_qs;
    }
    void whatIsNoBirthDateIsRefused()
    {
        QFETCH(QString, typed);
        const auto birth = BirthDate::parse(typed, today);
        QVERIFY(!birth.ok());
        QTEST(birth.error().subject, "subject");
    }

    void theStatusFollowsFromTwoFacts_data()
    {
        QTest::addColumn<bool>("retrieved");
        QTest::addColumn<bool>("checked");
        QTest::addColumn<QString>("status");
        QTest::newRow("neither") << false << false << u"PROV"_qs;
        QTest::newRow("retrieved") << true << false << u"RECUP"_qs;
        QTest::newRow("checked") << false << true << u"VALI"_qs;
        QTest::newRow("both") << true << true << u"QUAL"_qs;
    }
    void theStatusFollowsFromTwoFacts()
    {
        QFETCH(bool, retrieved);
        QFETCH(bool, checked);
        const IdentityFacts facts{retrieved, checked};
        QTEST(code(facts.status()), "status");
        QCOMPARE(statusOf(code(facts.status())), facts.status());
    }

    void attributesThatExcludeEachOtherAreRefused_data()
    {
        QTest::addColumn<QString>("codes");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("doubtful and homonym") << u"DOUT HOMD"_qs << true;
        QTest::newRow("fictive") << u"FICT"_qs << true;
        QTest::newRow("fictive and homonym") << u"FICT HOMD"_qs << false;
        QTest::newRow("doubtful and fictive") << u"DOUT FICT"_qs << false;
        QTest::newRow("an unknown word") << u"DEAD"_qs << false;
    }
    void attributesThatExcludeEachOtherAreRefused()
    {
        QFETCH(QString, codes);
        const auto attributes = IdentityAttributes::parse(codes);
        QTEST(attributes.ok(), "allowed");
        if (attributes.ok())
            QCOMPARE(attributes->codes(), codes);
    }

    void whatTheRulesForbidCannotBeBuilt()
    {
        const auto doubtful = *IdentityAttributes::make(true, false, false);
        QCOMPARE_SUBJECT(Identity::make(traits(), std::nullopt, {true, false}, {}), "identity.ins");
        QCOMPARE_SUBJECT(Identity::make(traits(), someIns(), {false, true}, {}), "identity.ins");
        QCOMPARE_SUBJECT(Identity::make(traits(), std::nullopt, {false, true}, doubtful),
                         "identity.attributes");
        QCOMPARE_SUBJECT(Identity::make(traits(u"VASSEUR", u"JEAN", Sex::Indeterminate), someIns(),
                                        {true, false}, {}),
                         "identity.sex");
        QVERIFY_OK(Identity::make(traits(), std::nullopt, {}, doubtful));
    }

    void theFirstGivenNameMustBeginTheList()
    {
        QCOMPARE_SUBJECT(StrictTraits::make({.surname = *BirthSurname::parse(u"VASSEUR"),
                                             .givenNames = *GivenNames::parse(u"JEAN CHRISTOPHE"),
                                             .firstGivenName = *GivenNames::parse(u"CHRISTOPHE"),
                                             .birthDate = *BirthDate::of(today)}),
                         "identity.first_given_name");
    }

    void aCorrectedStrictTraitDropsTheIns()
    {
        const Identity corrected = qualified().withTraits(traits(u"VASSEURE"));
        QCOMPARE(corrected.status(), IdentityStatus::Provisional);
        QVERIFY(!corrected.ins());
    }

    void theFirstGivenNameStaysFreeWhateverTheStatus()
    {
        const Identity corrected = qualified().withTraits(traits(u"VASSEUR", u"JEAN-CHRISTOPHE"));
        QVERIFY(corrected.isQualified());
        QCOMPARE(corrected.traits().firstGivenName().text(), u"JEAN-CHRISTOPHE"_qs);
    }

    void aDoubtDropsTheInsAndAHomonymDoesNot()
    {
        const Identity doubtful =
            qualified().withAttributes(*IdentityAttributes::make(true, false, false));
        QCOMPARE(doubtful.status(), IdentityStatus::Provisional);
        QVERIFY(!doubtful.ins());
        QVERIFY(qualified().withAttributes(*IdentityAttributes::make(false, false, true)).ins());
    }

    void birthPlacesHaveAFiveCharacterCodeOrNone_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("valid");
        QTest::newRow("unknown") << QString() << true;
        QTest::newRow("commune") << u"63113"_qs << true;
        QTest::newRow("Corsica") << u"2a004"_qs << true;
        QTest::newRow("country") << u"99350"_qs << true;
        QTest::newRow("a postal code is longer") << u"630000"_qs << false;
        QTest::newRow("2C") << u"2C004"_qs << false;
        QTest::newRow("pasted with the end of its line") << u"63113\n"_qs << true;
    }
    void birthPlacesHaveAFiveCharacterCodeOrNone()
    {
        QFETCH(QString, code);
        const auto place = BirthPlace::make(code, {});
        QTEST(place.ok(), "valid");
        QVERIFY(!place.ok() || place->code().size() == code.trimmed().size());
    }

    void thePublicVectorsOfDatesPass()
    {
        VECTORS_OR_SKIP(all, "names_dates.json");
        for (const QJsonValue &row : all[u"incomplete_birth_date"].toArray()) {
            const auto known =
                PartialDate::of(row[u"year"].toInt(), row[u"month"].toInt(), row[u"day"].toInt());
            QCOMPARE(known.ok(), row[u"error"].isUndefined());
            if (!known.ok())
                continue;
            const auto birth = BirthDate::interpreted(*known);
            QVERIFY_OK(birth);
            QCOMPARE(birth->date().toString(Qt::ISODate), row[u"out"].toString());
            QCOMPARE(birth->isInterpreted(), row[u"estimated"].toBool());
        }
    }
};
QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"
