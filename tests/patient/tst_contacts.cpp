// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/contacts.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::patient;

class TestContacts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNumberIsKeptAsTheWorldDialsIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("international");
        QTest::addColumn<QString>("french");
        const auto row = [](const char *name, const QString &typed, const QString &kept,
                            const QString &shown) {
            QTest::newRow(name) << typed << kept << shown;
        };
        row("spaces", u"06 39 98 01 23"_qs, u"+33639980123"_qs, u"06 39 98 01 23"_qs);
        row("dots", u"04.65.71.00.01"_qs, u"+33465710001"_qs, u"04 65 71 00 01"_qs);
        row("from abroad", u"+33 6 39 98 01 23"_qs, u"+33639980123"_qs, u"06 39 98 01 23"_qs);
        row("with the useless zero", u"+33 (0)6 39 98 01 23"_qs, u"+33639980123"_qs,
            u"06 39 98 01 23"_qs);
        row("two zeros", u"0033639980123"_qs, u"+33639980123"_qs, u"06 39 98 01 23"_qs);
        row("La Réunion", u"0692 12 34 56"_qs, u"+262692123456"_qs, u"06 92 12 34 56"_qs);
        row("La Réunion from abroad", u"+262 692 12 34 56"_qs, u"+262692123456"_qs,
            u"06 92 12 34 56"_qs);
        row("Belgium", u"+32 475 12 34 56"_qs, u"+32475123456"_qs, u"+32475123456"_qs);
    }
    void aNumberIsKeptAsTheWorldDialsIt()
    {
        QFETCH(QString, typed);
        const auto number = PhoneNumber::parse(typed);
        QVERIFY_OK(number);
        QTEST(number->international(), "international");
        QTEST(number->toFrench(), "french");
        QCOMPARE(PhoneNumber::parse(number->toFrench())->international(), number->international());
    }

    void whatIsNoNumberIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("subject");
        QTest::newRow("nothing") << QString() << u"phone.length"_qs;
        QTest::newRow("nine digits") << u"06 39 98 01 2"_qs << u"phone.length"_qs;
        QTest::newRow("eleven digits") << u"06 39 98 01 23 4"_qs << u"phone.length"_qs;
        QTest::newRow("France with too few digits") << u"+33 6 39"_qs << u"phone.length"_qs;
        QTest::newRow("a word") << u"06 39 98 01 23 (fille)"_qs << u"phone.character"_qs;
        QTest::newRow("a long paste") << QString(10'000, u'0') << u"phone.length"_qs;
    }
    void whatIsNoNumberIsRefused()
    {
        QFETCH(QString, typed);
        const auto number = PhoneNumber::parse(typed);
        QVERIFY(!number.ok());
        QTEST(number.error().subject, "subject");
    }

    void anAddressHasTheShapeOfOne_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("valid");
        QTest::newRow("usual") << u" m.vasseur@example.org "_qs << true;
        QTest::newRow("with a tag") << u"m+sante@mail.example.org"_qs << true;
        QTest::newRow("no dot") << u"m@example"_qs << false;
        QTest::newRow("two") << u"a@example.org, b@example.org"_qs << false;
        QTest::newRow("a space") << u"m vasseur@example.org"_qs << false;
        QTest::newRow("no domain") << u"m.vasseur@"_qs << false;
        QTest::newRow("a header") << u"m@example.org\r\nBcc:x@example.org"_qs << false;
        QTest::newRow("endless") << QString(10'000, u'a') + u"@example.org"_qs << false;
    }
    void anAddressHasTheShapeOfOne()
    {
        QFETCH(QString, typed);
        QTEST(EmailAddress::parse(typed).ok(), "valid");
    }
};
QTEST_APPLESS_MAIN(TestContacts)
#include "tst_contacts.moc"
