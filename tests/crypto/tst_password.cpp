// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/password.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

const QStringList context = {u"c.dumont"_qs, u"Claire Dumont"_qs,
                             u"Cabinet médical des Tilleuls"_qs, u"Paul"_qs};

} // namespace

class TestPassword : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPasswordThatIsEasyToGuessIsRefused_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("subject");
        const QString tooShort = u"password.short"_qs;
        const QString common = u"password.common"_qs;
        const QString name = u"password.contains_name"_qs;
        const QString repeats = u"password.repeats"_qs;
        const QString sequence = u"password.sequence"_qs;
        QTest::newRow("empty") << QString() << tooShort;
        QTest::newRow("eleven characters") << u"k7Xp9wQz4mT"_qs << tooShort;
        QTest::newRow("composition does not make up for length") << u"Tr0ub4dor&3"_qs << tooShort;
        QTest::newRow("accents typed apart do not count")
            << u"ae\u0301i\u0308o\u0302u\u0300b\u0323"_qs << tooShort;
        QTest::newRow("endless") << QString(1025, u'x') << u"password.long"_qs;
        QTest::newRow("common, with digits") << u"motdepasse123"_qs << common;
        QTest::newRow("common, with a capital and a mark") << u"Motdepasse2024!"_qs << common;
        QTest::newRow("common, with an accent") << u"pharmaciennè!!"_qs << common;
        QTest::newRow("common, in words") << u"Mot de passe 12"_qs << common;
        QTest::newRow("common, masked") << u"P@ssw0rd2024!"_qs << common;
        QTest::newRow("a short common word and a year") << u"Soleil2024!!"_qs << common;
        QTest::newRow("two common words") << u"soleilbonjour2024"_qs << common;
        QTest::newRow("the trade's words") << u"CabinetMedical1"_qs << common;
        QTest::newRow("the login") << u"xk C.Dumont vq 93"_qs << name;
        QTest::newRow("the name") << u"Dumont-Claire-75"_qs << name;
        QTest::newRow("the practice's name") << u"cabinet medical des tilleuls bleus"_qs << name;
        QTest::newRow("a short name as a word") << u"Paul qu1tte la v1lle"_qs << name;
        QTest::newRow("a short name and digits") << u"paul73918264zz"_qs << name;
        QTest::newRow("one character") << u"aaaaaaaaaaaaaa"_qs << repeats;
        QTest::newRow("a word again and again") << u"kiwikiwikiwikiwi"_qs << repeats;
        QTest::newRow("a pair again and again") << u"zqzqzqzqzqzqzq"_qs << repeats;
        QTest::newRow("digits") << u"123456789012"_qs << sequence;
        QTest::newRow("backwards") << u"987654321098"_qs << sequence;
        QTest::newRow("the alphabet") << u"abcdefghijkl"_qs << sequence;
        QTest::newRow("the keyboard") << u"qsdfghjklm123"_qs << sequence;
    }
    void aPasswordThatIsEasyToGuessIsRefused()
    {
        QFETCH(QString, password);
        QFETCH(QString, subject);
        const Status status = PasswordRules::accept(password, context);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().subject, subject);
        QCOMPARE(status.error().code, ErrorCode::Invalid);
        const PasswordStrength strength = PasswordRules::estimate(password, context);
        QCOMPARE(strength.score, 0);
        QCOMPARE(strength.hints.value(0), subject);
    }

    void anyOtherPasswordIsAccepted_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<int>("leastScore");
        QTest::newRow("drawn by lot") << u"k7Xp9wQz4mTv"_qs << 3;
        QTest::newRow("lower case alone") << u"vqkzmwtrpxhd"_qs << 3;
        QTest::newRow("digits alone") << u"739182640517"_qs << 1;
        QTest::newRow("four words") << u"tabouret prune verglas ocarina"_qs << 3;
        QTest::newRow("six words") << u"tabouret prune verglas ocarina sifflet bitume"_qs << 3;
        QTest::newRow("a sentence") << u"J'ai pris le bus 42 avec une ombrelle jaune."_qs << 4;
        QTest::newRow("with a word of the trade") << u"le docteur aime les loutres roses"_qs << 3;
        QTest::newRow("a short name inside a word") << u"une épaule de mouton rôtie"_qs << 3;
        QTest::newRow("other scripts") << u"кошка ест зелёный суп"_qs << 3;
        QTest::newRow("a word of the practice's name")
            << u"des tilleuls et trois hérissons"_qs << 2;
        QTest::newRow("exactly twelve") << u"ombre-fugace"_qs << 1;
        QTest::newRow("very long")
            << u"ombre fugace "_qs.repeated(2) + QString(100, u'k') + u"zinc vermeil tortue"_qs
            << 2;
    }
    void anyOtherPasswordIsAccepted()
    {
        QFETCH(QString, password);
        QFETCH(int, leastScore);
        QVERIFY_OK(PasswordRules::accept(password, context));
        const PasswordStrength strength = PasswordRules::estimate(password, context);
        QVERIFY2(strength.score >= leastScore,
                 qPrintable(u"%1, %2 bits"_qs.arg(strength.score).arg(strength.bits)));
    }

    void theMeterRisesWithEachWord()
    {
        double before = 0;
        for (const auto *text : {u"tabouret", u"tabouret prune", u"tabouret prune verglas",
                                 u"tabouret prune verglas ocarina"}) {
            const double bits = PasswordRules::estimate(QStringView(text), {}).bits;
            QVERIFY(bits > before);
            before = bits;
        }
    }

    void theMeterSaysWhatWouldBeBetter()
    {
        const auto fair = PasswordRules::estimate(u"ombre-fugace", {});
        QVERIFY(fair.score > 0 && fair.score < 3);
        QCOMPARE(fair.hints, QStringList(u"password.more_words"_qs));
        QVERIFY(PasswordRules::estimate(u"k7Xp9wQz4mTv", {}).hints.isEmpty());
    }

    void everyReasonIsSaid()
    {
        const QStringList hints = PasswordRules::estimate(u"paul1234", context).hints;
        QCOMPARE(hints.value(0), u"password.short"_qs);
        QVERIFY(hints.contains(u"password.contains_name"_qs));
        QVERIFY(hints.contains(u"password.sequence"_qs));
    }

    void aPasswordIsTheSameOnEveryKeyboard()
    {
        QVERIFY(passwordBytes(u"caf\u00e9"_qs).equals(passwordBytes(u"cafe\u0301"_qs)));
        QCOMPARE(passwordBytes(u"é"_qs).view(), QByteArrayView("\xc3\xa9"));
    }
};
QTEST_APPLESS_MAIN(TestPassword)
#include "tst_password.moc"
