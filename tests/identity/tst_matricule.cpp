// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors.h"

#include <ambroise/identity/insmatricule.h>
#include <ambroise/identity/oid.h>

#include <support/result.h>

#include <QJsonArray>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::identity;

class TestMatricule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theKeyIsComputedAsTheDecreeSays_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("key");
        QTest::newRow("mainland") << u"2770101154003"_qs << u"29"_qs;
        QTest::newRow("Corse-du-Sud") << u"297022A020778"_qs << u"78"_qs;
        QTest::newRow("Haute-Corse") << u"180032B020401"_qs << u"23"_qs;
        QTest::newRow("overseas") << u"1850397106123"_qs << u"96"_qs;
        QTest::newRow("abroad") << u"2760499350456"_qs << u"71"_qs;
        QTest::newRow("pseudo-month") << u"2692049588157"_qs << u"29"_qs;
        QTest::newRow("one digit") << u"2690549588157"_qs << u"80"_qs;
        QTest::newRow("too short") << u"269054958815"_qs << QString();
        QTest::newRow("no number") << u"26905495881XX"_qs << QString();
    }
    void theKeyIsComputedAsTheDecreeSays()
    {
        QFETCH(QString, number);
        QTEST(keyOf(number), "key");
    }

    void whatIsTypedIsReadHoweverItIsSpaced_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("spaces") << u"2 79 03 51 215 189 89"_qs << u"279035121518989"_qs;
        QTest::newRow("no-break spaces, dots")
            << u"2\u00A079.03.51\u202F215 189-89"_qs << u"279035121518989"_qs;
        QTest::newRow("pasted with the end of its line")
            << u"279035121518989\r\n"_qs << u"279035121518989"_qs;
        QTest::newRow("small letter") << u"297022a02077878"_qs << u"297022A02077878"_qs;
    }
    void whatIsTypedIsReadHoweverItIsSpaced()
    {
        QFETCH(QString, typed);
        const auto matricule = InsMatricule::parse(typed);
        QVERIFY_OK(matricule);
        QTEST(matricule->toString(), "kept");
    }

    void whatIsNoMatriculeIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("subject");
        QTest::newRow("empty") << QString() << u"ins.length"_qs;
        QTest::newRow("14 characters") << u"27903512151898"_qs << u"ins.length"_qs;
        QTest::newRow("10,000 digits") << QString(10'000, u'1') << u"ins.length"_qs;
        QTest::newRow("letters in the key") << u"27903512151AB89"_qs << u"ins.format"_qs;
        QTest::newRow("2C") << u"199992C00112345"_qs << u"ins.format"_qs;
        QTest::newRow("first digit 5") << u"579035121518989"_qs << u"ins.format"_qs;
        QTest::newRow("digits of another script")
            << u"\u0662\u0667\u0669\u0660\u0663\u0665\u0661\u0662\u0661\u0665\u0661\u0668\u0669\u0668\u0669"_qs
            << u"ins.format"_qs;
        QTest::newRow("wrong key") << u"279035121518988"_qs << u"ins.checksum"_qs;
    }
    void whatIsNoMatriculeIsRefused()
    {
        QFETCH(QString, typed);
        QFETCH(QString, subject);
        const auto matricule = InsMatricule::parse(typed);
        QVERIFY(!matricule.ok());
        QCOMPARE(matricule.error().subject, subject);
        QCOMPARE(InsCheck::of(typed).why, subject);
    }

    void aWrongKeyThatInsiSentIsKept()
    {
        const auto matricule = InsMatricule::fromInsi(u"181036322045660");
        QVERIFY_OK(matricule);
        QVERIFY(!matricule->hasRightKey());
        QCOMPARE(matricule->key(), u"60"_qs);
        QCOMPARE(keyOf(matricule->number()), u"76"_qs);
    }

    void peopleReadGroupsAndLogsReadNoNumber()
    {
        const auto matricule = InsMatricule::parse(u"258036311398155");
        QVERIFY_OK(matricule);
        QCOMPARE(matricule->grouped(), u"2 58 03 63 113 981 55"_qs);
        QVERIFY(!matricule->masked().contains(u"580363"_qs));
        QCOMPARE(matricule->masked().size(), 15);
    }

    void whatAMatriculeSaysIsRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sex");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("month");
        QTest::addColumn<QString>("place");
        QTest::newRow("mainland") << u"279035121518989"_qs << u"F"_qs << 79 << 3 << u"51215"_qs;
        QTest::newRow("Corsica") << u"297022A02077878"_qs << u"F"_qs << 97 << 2 << u"2A020"_qs;
        QTest::newRow("overseas") << u"185039710612396"_qs << u"M"_qs << 85 << 3 << u"97106"_qs;
        QTest::newRow("abroad") << u"276049935045671"_qs << u"F"_qs << 76 << 4 << u"99350"_qs;
        QTest::newRow("pseudo-month") << u"269204958815729"_qs << u"F"_qs << 69 << 0 << u"49588"_qs;
    }
    void whatAMatriculeSaysIsRead()
    {
        QFETCH(QString, typed);
        const InsCheck check = InsCheck::of(typed);
        QVERIFY(check.valid);
        QTEST(code(*check.sex), "sex");
        QTEST(check.year.value_or(-1), "year");
        QTEST(check.month.value_or(0), "month");
        QTEST(check.place, "place");
    }

    void theOidSaysTheNatureAndWhetherItIsReal()
    {
        QCOMPARE(authorityOf(u"1.2.250.1.213.1.4.9"), InsAuthority::Nia);
        QCOMPARE(authorityOf(u"1.2.250.1.213.1.4.12"), std::nullopt);
        QCOMPARE(nature(InsAuthority::Nia), u"NIA"_qs);
        QCOMPARE(nature(InsAuthority::TestNir), u"NIR"_qs);
        QVERIFY(isReal(InsAuthority::Nir) && !isReal(InsAuthority::TestNir));
        for (const auto authority :
             {InsAuthority::Nir, InsAuthority::Nia, InsAuthority::TestNir, InsAuthority::DemoNir})
            QCOMPARE(authorityOf(oid(authority)), authority);
    }

    void thePublicVectorsPass()
    {
        VECTORS_OR_SKIP(all, "nir.json");
        for (const QJsonValue &row : all[u"good"].toArray())
            QVERIFY_OK(InsMatricule::parse(row[u"nir"].toString() + row[u"key"].toString()));
        for (const QJsonValue &row : all[u"bad_key_in_circulation"].toArray()) {
            const InsCheck check =
                InsCheck::of(row[u"nir"].toString() + row[u"printed_key"].toString());
            QVERIFY(!check.valid);
            QCOMPARE(check.expectedKey, row[u"computed_key"].toString());
        }
        for (const QJsonValue &row : all[u"parse"].toArray()) {
            const InsCheck check = InsCheck::of(row[u"in"].toString());
            QCOMPARE(check.valid, row[u"ok"].toBool());
            if (!check.valid)
                continue;
            QCOMPARE(check.number, row[u"nir"].toString());
            QCOMPARE(check.key, row[u"key"].toString());
            QCOMPARE(code(*check.sex), row[u"sex"].toString());
            const QString place = row[u"country_cog"].toString(row[u"commune"].toString());
            QCOMPARE(check.place, place);
        }
    }
};
QTEST_APPLESS_MAIN(TestMatricule)
#include "tst_matricule.moc"
