// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/account.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::access;

namespace {

struct Expected {
    Right right;
    const char *name;
    const char *allowed; //!< médecin remplaçant infirmier secrétaire pharmacien administrateur
};

// Written out a second time on purpose: who may do what changes only where both tables do.
constexpr Expected expected[] = {
    {Right::ReadAdministrative, "read the administrative record", "oooo--"},
    {Right::WriteAdministrative, "write the administrative record", "oooo--"},
    {Right::ReadClinical, "read the clinical record", "ooo---"},
    {Right::WriteClinical, "write the clinical record", "ooo---"},
    {Right::Prescribe, "prescribe", "oo----"},
    {Right::ReadOrdonnance, "read a scanned ordonnance", "ooo-o-"},
    {Right::Dispense, "dispense", "----o-"},
    {Right::BreakGlass, "break the glass", "---o--"},
    {Right::ReadJournal, "read the journal", "o----o"},
    {Right::ManageAccounts, "manage the accounts", "o----o"},
    {Right::ManagePractice, "manage the practice", "o----o"},
};

const QList<Role> roles = {Role::Medecin,    Role::Remplacant, Role::Infirmier,
                           Role::Secretaire, Role::Pharmacien, Role::Administrateur};

} // namespace

class TestRights : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachRoleMayDoWhatTheTableSays_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("right");
        QTest::addColumn<bool>("allowed");
        for (const Expected &row : expected)
            for (int i = 0; i < roles.size(); ++i)
                QTest::addRow("%s: %s", qPrintable(code(roles.at(i))), row.name)
                    << i << int(row.right) << (row.allowed[i] == 'o');
    }
    void eachRoleMayDoWhatTheTableSays()
    {
        QFETCH(int, role);
        QFETCH(int, right);
        QTEST(allows(roles.at(role), Right(right)), "allowed");
    }

    void noRightAndNoRoleIsForgotten()
    {
        QCOMPARE(allRoles(), roles);
        QCOMPARE(allRights().size(), qsizetype(std::size(expected)));
        for (const Expected &row : expected)
            QVERIFY(allRights().contains(row.right));
    }

    void whoeverMayWriteMayRead()
    {
        for (const Role role : allRoles()) {
            QVERIFY(!allows(role, Right::WriteClinical) || allows(role, Right::ReadClinical));
            QVERIFY(!allows(role, Right::WriteAdministrative) ||
                    allows(role, Right::ReadAdministrative));
            QVERIFY(!allows(role, Right::Prescribe) || allows(role, Right::ReadClinical));
        }
    }

    void codesOfRolesGoBothWays()
    {
        for (const Role role : allRoles())
            QVERIFY(roleOf(code(role)) == role);
        QVERIFY(!roleOf(u"médecin"));
        QVERIFY(!roleOf(u""));
    }

    void loginsHaveAShape_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("login"); // empty: refused
        QTest::newRow("plain") << u"claire"_qs << u"claire"_qs;
        QTest::newRow("folded") << u" Claire.Fontanel "_qs << u"claire.fontanel"_qs;
        QTest::newRow("hyphen") << u"jean-marie2"_qs << u"jean-marie2"_qs;
        QTest::newRow("shortest") << u"cf"_qs << u"cf"_qs;
        QTest::newRow("longest") << QString(40, u'a') << QString(40, u'a');
        QTest::newRow("one letter") << u"c"_qs << QString();
        QTest::newRow("too long") << QString(41, u'a') << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("digit first") << u"2claire"_qs << QString();
        QTest::newRow("accent") << u"hélène"_qs << QString();
        QTest::newRow("space inside") << u"claire fontanel"_qs << QString();
        QTest::newRow("name of the recovery key's count") << u"(recovery)"_qs << QString();
        QTest::newRow("line end") << u"claire\nadmin"_qs << QString();
    }
    void loginsHaveAShape()
    {
        QFETCH(QString, typed);
        QFETCH(QString, login);
        const auto parsed = Login::parse(typed);
        if (login.isEmpty()) {
            QCOMPARE_SUBJECT(parsed, "login.shape");
            return;
        }
        QVERIFY_OK(parsed);
        QCOMPARE(parsed->value(), login);
    }

    void rppsNumbersHaveElevenDigits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("grouped"); // empty: refused
        QTest::addColumn<bool>("key");
        QTest::newRow("with its key") << u"89970021849"_qs << u"899 7002 1849"_qs << true;
        QTest::newRow("spaces") << u" 899 7002 1849 "_qs << u"899 7002 1849"_qs << true;
        QTest::newRow("another key") << u"89970021840"_qs << u"899 7002 1840"_qs << false;
        QTest::newRow("too short") << u"8997002184"_qs << QString() << false;
        QTest::newRow("too long") << u"899700218490"_qs << QString() << false;
        QTest::newRow("letter") << u"8997002184A"_qs << QString() << false;
        QTest::newRow("digits of another script") << u"٨٩٩٧٠٠٢١٨٤٠"_qs << QString() << false;
        QTest::newRow("empty") << QString() << QString() << false;
    }
    void rppsNumbersHaveElevenDigits()
    {
        QFETCH(QString, typed);
        QFETCH(QString, grouped);
        const auto parsed = Rpps::parse(typed);
        if (grouped.isEmpty()) {
            QCOMPARE_SUBJECT(parsed, "rpps.shape");
            return;
        }
        QVERIFY_OK(parsed);
        QCOMPARE(parsed->grouped(), grouped);
        QTEST(parsed->hasValidKey(), "key");
    }

    void namesAreWrittenAsPeopleSayThem()
    {
        Person person{u"Dr"_qs, u"Fontanel"_qs, u"Claire"_qs};
        QCOMPARE(person.displayName(), u"Dr Claire Fontanel"_qs);
        person.title.clear();
        QCOMPARE(person.displayName(), u"Claire Fontanel"_qs);
    }
};
QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
