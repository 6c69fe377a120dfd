// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/kdf.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::crypto;

class TestKdf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void argon2idFollowsRfc9106()
    {
        const QByteArray password(32, '\1');
        const QByteArray salt(16, '\2');
        const QByteArray secret(8, '\3');
        const QByteArray data(12, '\4');
        const auto key = argon2id(password, salt, {32, 3, 4}, 32, {secret, data});
        QVERIFY_OK(key);
        QCOMPARE(key->view().toByteArray().toHex(),
                 QByteArray("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
    }

    void hkdfFollowsRfc5869_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("derived");
        const auto counting = [](int from, int count) {
            QByteArray bytes;
            for (int i = 0; i < count; ++i)
                bytes += char(from + i);
            return bytes;
        };
        QTest::newRow("case 1") << QByteArray(22, '\x0b') << counting(0, 13) << counting(0xf0, 10)
                                << QByteArray("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c"
                                              "5db02d56ecc4c5bf34007208d5b887185865");
        QTest::newRow("case 2") << counting(0, 80) << counting(0x60, 80) << counting(0xb0, 80)
                                << QByteArray("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8"
                                              "a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                                              "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87"
                                              "c14c01d5c1f3434f1d87");
        QTest::newRow("case 3") << QByteArray(22, '\x0b') << QByteArray() << QByteArray()
                                << QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879e"
                                              "c3454e5f3c738d2d9d201395faa4b61a96c8");
    }
    void hkdfFollowsRfc5869()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, salt);
        QFETCH(QByteArray, label);
        QFETCH(QByteArray, derived);
        const SecretBytes out = hkdf(SecretBytes::fromBytes(key), label, derived.size() / 2, salt);
        QCOMPARE(out.view().toByteArray().toHex(), derived);
    }

    void oneKeyGivesADifferentKeyForEachUse()
    {
        const SecretBytes key = SecretBytes::random(32);
        QVERIFY(hkdf(key, "documents").equals(hkdf(key, "documents")));
        QVERIFY(!hkdf(key, "documents").equals(hkdf(key, "audit")));
        QCOMPARE(hkdf(key, "documents").size(), 32);
    }

    void parametersThatWouldBringThePostDownAreRefused_data()
    {
        QTest::addColumn<quint32>("memoryKib");
        QTest::addColumn<quint32>("passes");
        QTest::addColumn<quint32>("lanes");
        QTest::newRow("64 GiB") << 64U * 1024 * 1024 << 1U << 1U;
        QTest::newRow("a little above 1 GiB") << 1024U * 1024 + 1 << 1U << 1U;
        QTest::newRow("passes without end") << 1024U << 4000000000U << 1U;
        QTest::newRow("more than 4 GiB passed over") << 1024U * 1024 << 5U << 1U;
        QTest::newRow("a thousand threads") << 64U * 1024 << 1U << 1000U;
        QTest::newRow("no pass") << 1024U << 0U << 1U;
        QTest::newRow("no lane") << 1024U << 1U << 0U;
        QTest::newRow("less memory than the lanes need") << 31U << 1U << 4U;
        QTest::newRow("lanes whose need overflows") << 8U << 1U << 0x80000000U;
    }
    void parametersThatWouldBringThePostDownAreRefused()
    {
        QFETCH(quint32, memoryKib);
        QFETCH(quint32, passes);
        QFETCH(quint32, lanes);
        const auto key = argon2id("password", "0123456789abcdef", {memoryKib, passes, lanes});
        QCOMPARE_SUBJECT(key, "kdf.params");
        QCOMPARE(key.error().code, ErrorCode::Corrupt);
    }

    void sizesThatArgon2DoesNotDefineAreRefused()
    {
        QCOMPARE_SUBJECT(argon2id("password", "1234567", {64, 1, 1}), "kdf.params");
        QCOMPARE_SUBJECT(argon2id("password", "12345678", {64, 1, 1}, 3), "kdf.params");
        QCOMPARE_SUBJECT(argon2id("password", "12345678", {64, 1, 1}, -1), "kdf.params");
        QCOMPARE_SUBJECT(argon2id("password", "12345678", {64, 1, 1}, 1 << 20), "kdf.params");
        QVERIFY_OK(argon2id({}, "12345678", {64, 1, 1}));
    }

    void newPasswordsGetWhatOwaspAsksAtLeast()
    {
        const Argon2Params params = Argon2Params::standard();
        QVERIFY_OK(params.check());
        QVERIFY(params.memoryKib >= 64 * 1024);
        QVERIFY(params.passes >= 3); // RFC 9106 §4, second recommended option
    }

    void theStandardCost()
    {
        QBENCHMARK_ONCE
        {
            QVERIFY_OK(argon2id("password", "0123456789abcdef", Argon2Params::standard()));
        }
    }
};
QTEST_APPLESS_MAIN(TestKdf)
#include "tst_kdf.moc"
