// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/recoverykey.h>

#include <support/result.h>

#include <QRegularExpression>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

constexpr QStringView alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

bool isSameKey(const RecoveryKey &a, const RecoveryKey &b)
{
    return a.key("use").equals(b.key("use"));
}

} // namespace

class TestRecoveryKey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aKeyIsShownInNineGroupsOfFour()
    {
        static const QRegularExpression shape(
            u"^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){8}\\z"_qs);
        const QString shown = RecoveryKey::generate().toString();
        QVERIFY2(shape.match(shown).hasMatch(), qPrintable(shown));
    }

    void keysAreNotTheSameTwice()
    {
        QVERIFY(RecoveryKey::generate().toString() != RecoveryKey::generate().toString());
    }

    void aGroupIsKnownHoweverItIsTyped()
    {
        const auto key = RecoveryKey::parse(RecoveryKey::generate().toString());
        const QStringList groups = key->toString().split(u'-');
        QCOMPARE(groups.size(), RecoveryKey::groups);
        for (int i = 0; i < RecoveryKey::groups; ++i) {
            const QString &group = groups.at(i);
            QVERIFY(key->hasGroup(i, group));
            QVERIFY(key->hasGroup(i, QString(u' ' + group.toLower() + u' ')));
            QString misread = group;
            misread.replace(u'0', u'O').replace(u'1', u'l');
            QVERIFY(key->hasGroup(i, misread));
        }
    }

    void anotherTextIsNotTheGroup()
    {
        const auto key = RecoveryKey::generate();
        const QString first = key.toString().section(u'-', 0, 0);
        for (const QString &typed : {QString(), first.left(3), QString(first + u'0'),
                                     QString(first.left(3) + u'U'), key.toString()})
            QVERIFY2(!key.hasGroup(0, typed), qPrintable(typed));
        QString other = first;
        other[2] = other.at(2) == u'7' ? u'8' : u'7';
        QVERIFY(!key.hasGroup(0, other));
        QVERIFY(!key.hasGroup(RecoveryKey::groups, first));
        QVERIFY(!key.hasGroup(RecoveryKey::groups, QString()));
        QVERIFY(!key.hasGroup(-1, key.toString().section(u'-', -1, -1)));
    }

    void aTypedKeyIsTheKeyThatWasPrinted_data()
    {
        QTest::addColumn<QString>("separator");
        QTest::newRow("as printed") << u"-"_qs;
        QTest::newRow("spaces") << u"  "_qs;
        QTest::newRow("in one go") << QString();
        QTest::newRow("lines") << u"\n"_qs;
    }
    void aTypedKeyIsTheKeyThatWasPrinted()
    {
        QFETCH(QString, separator);
        const RecoveryKey printed = RecoveryKey::generate();
        QString typed = printed.toString().toLower();
        typed.replace(u'-', separator).replace(u'0', u'o').replace(u'1', u'l');
        const auto key = RecoveryKey::parse(typed);
        QVERIFY_OK(key);
        QVERIFY(isSameKey(*key, printed));
        QCOMPARE(key->toString(), printed.toString());
    }

    void eachWrongCharacterIsFound()
    {
        const QString shown = RecoveryKey::generate().toString();
        for (qsizetype i = 0; i < shown.size(); ++i) {
            if (shown[i] == u'-')
                continue;
            for (const QChar c : alphabet) {
                QString typed = shown;
                typed[i] = c;
                if (c != shown[i])
                    QCOMPARE_SUBJECT(RecoveryKey::parse(typed), "recovery.checksum");
            }
        }
    }

    void eachExchangeOfNeighboursIsFound()
    {
        const QString shown = RecoveryKey::generate().toString().remove(u'-');
        for (qsizetype i = 0; i + 1 < shown.size(); ++i) {
            QString typed = shown;
            std::swap(typed[i], typed[i + 1]);
            if (typed != shown)
                QCOMPARE_SUBJECT(RecoveryKey::parse(typed), "recovery.checksum");
        }
    }

    void eachWrongPairOfCharactersInAGroupIsFound()
    {
        const QString shown = RecoveryKey::generate().toString().remove(u'-');
        for (qsizetype i = 0; i < shown.size(); i += 4)
            for (const QChar first : alphabet)
                for (const QChar second : alphabet) {
                    QString typed = shown;
                    typed[i] = first;
                    typed[i + 3] = second;
                    if (typed != shown && RecoveryKey::parse(typed).ok())
                        QFAIL(qPrintable(u"group %1"_qs.arg(i / 4 + 1)));
                }
    }

    void whatHasNotTheShapeOfAKeyIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        const QString shown = RecoveryKey::generate().toString();
        QTest::newRow("empty") << QString();
        QTest::newRow("a character short") << shown.chopped(1);
        QTest::newRow("a character long") << shown + u'0';
        QTest::newRow("no checksum") << shown.chopped(5);
        QTest::newRow("a letter that is not used") << QString(shown).replace(0, 1, u"U"_qs);
        QTest::newRow("the same in the checksum")
            << QString(shown).replace(shown.size() - 1, 1, u"U"_qs);
        QTest::newRow("an accent") << QString(shown).replace(7, 1, u"é"_qs);
        QTest::newRow("very long") << QString(100000, u'0');
    }
    void whatHasNotTheShapeOfAKeyIsRefused()
    {
        QFETCH(QString, typed);
        QCOMPARE_SUBJECT(RecoveryKey::parse(typed), "recovery.shape");
    }

    void aKeyForEachUse()
    {
        const RecoveryKey key = RecoveryKey::generate();
        QCOMPARE(key.key("a").size(), 32);
        QVERIFY(!key.key("a").equals(key.key("b")));
    }

    //! Keys that are printed today must open practices in twenty years.
    void theCodeOfTodayIsTheCodeOfAlways()
    {
        const auto key = RecoveryKey::parse(u"000G-40R4-0M30-E209-185G-R38E-1W81-24GK-0653"_qs);
        QVERIFY_OK(key);
        QCOMPARE(key->key("use").view().toByteArray().toHex(),
                 QByteArray("ba998656a8523c784c0207681d3f8b3cda5930f52fc05c58e1999be2b7c5b121"));
    }
};
QTEST_APPLESS_MAIN(TestRecoveryKey)
#include "tst_recoverykey.moc"
