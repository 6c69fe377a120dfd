// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/account.h>

#include <QtTest>

using namespace ambroise;
using access::Login;

//! The login that a form proposes from the names.
class TestLogin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneIsProposedFromTheNames_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("surname");
        QTest::addColumn<QString>("login");
        QTest::newRow("plain") << u"Nadia"_qs << u"Brunel"_qs << u"nadia.brunel"_qs;
        QTest::newRow("accents, ligature")
            << u"Éloïse"_qs << u"d’Œuvre"_qs << u"eloise.d-oeuvre"_qs;
        QTest::newRow("composed") << u"Marie-Anne"_qs << u"de La Tour"_qs
                                  << u"marie-anne.de-la-tour"_qs;
        QTest::newRow("one name") << QString() << u"Brunel"_qs << u"brunel"_qs;
        QTest::newRow("spaces") << u"  "_qs << u" Brunel "_qs << u"brunel"_qs;
        QTest::newRow("one letter") << u"N"_qs << QString() << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
        QTest::newRow("a digit first") << u"3"_qs << u"Brunel"_qs << QString();
        QTest::newRow("other letters") << u"Ωμέγα"_qs << QString() << QString();
        QTest::newRow("too long") << u"Marie-Antoinette-Joséphine"_qs << u"de La Rochefoucauld"_qs
                                  << u"marie-antoinette-josephine.de-la-rochefo"_qs;
    }
    void oneIsProposedFromTheNames()
    {
        QFETCH(const QString, given);
        QFETCH(const QString, surname);
        QFETCH(const QString, login);
        const auto proposed = Login::proposedFor(given, surname);
        QCOMPARE(proposed ? proposed->value() : QString(), login);
    }
};
QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
