// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/hash.h>
#include <ambroise/crypto/hashchain.h>

#include <support/result.h>

#include <QBuffer>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

//! A device that gives little, then breaks.
class BreakingDevice final : public QIODevice {
public:
    BreakingDevice() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *data, qint64) override
    {
        if (m_given++ > 0)
            return -1;
        *data = 'x';
        return 1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    int m_given = 0;
};

QByteArray chainOf(const SecretBytes &key, const QList<QList<QByteArray>> &events)
{
    QByteArray link = HashChain::start();
    for (const QList<QByteArray> &fields : events)
        link = HashChain::next(key, link, fields);
    return link;
}

} // namespace

class TestHash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sha256FollowsFips180_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray("e3b0c44298fc1c149afbf4c8996fb924"
                                               "27ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray("ba7816bf8f01cfea414140de5dae2223"
                                           "b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("a million a") << QByteArray(1000000, 'a')
                                     << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67"
                                                   "f1809a48a497200e046d39ccc7112cd0");
    }
    void sha256FollowsFips180()
    {
        QFETCH(QByteArray, data);
        QTEST(sha256(data).toHex(), "digest");
        QBuffer device(&data);
        QVERIFY(device.open(QIODevice::ReadOnly));
        Sha256 streaming;
        QVERIFY_OK(streaming.add(device));
        QTEST(streaming.result().toHex(), "digest");
    }

    void aDigestCanBeTakenOnTheWay()
    {
        Sha256 hash;
        hash.add("ab");
        QCOMPARE(hash.result(), sha256("ab"));
        hash.add("c");
        QCOMPARE(hash.result(), sha256("abc"));
    }

    void aDeviceThatBreaksIsNoEndOfFile()
    {
        BreakingDevice device;
        Sha256 hash;
        QCOMPARE_SUBJECT(hash.add(device), "hash.read");
    }

    void hmacFollowsRfc4231_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("mac");
        QTest::newRow("case 1") << QByteArray(20, '\x0b') << QByteArray("Hi There")
                                << QByteArray("b0344c61d8db38535ca8afceaf0bf12b"
                                              "881dc200c9833da726e9376c2e32cff7");
        QTest::newRow("case 2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                                << QByteArray("5bdcc146bf60754e6a042426089575c7"
                                              "5a003f089d2739839dec58b964ec3843");
        QTest::newRow("case 6") << QByteArray(131, '\xaa')
                                << QByteArray(
                                       "Test Using Larger Than Block-Size Key - Hash Key First")
                                << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f"
                                              "8e0bc6213728c5140546040f0ee37f54");
    }
    void hmacFollowsRfc4231()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, data);
        QTEST(hmacSha256(key, data).toHex(), "mac");
    }

    void anEmptyKeyIsAKey()
    {
        QCOMPARE(hmacSha256({}, {}).toHex(), QByteArray("b613679a0814d9ec772f95d778c35fc5"
                                                        "ff1697c493715653c6c712144292c5ad"));
    }

    void comparisonSeesEveryDifference()
    {
        QVERIFY(constantTimeEquals("abc", "abc"));
        QVERIFY(constantTimeEquals({}, {}));
        QVERIFY(!constantTimeEquals("abc", "abd"));
        QVERIFY(!constantTimeEquals("abc", "abcd"));
    }

    void aChainChangesWithEveryEventAndTheirOrder_data()
    {
        using Events = QList<QList<QByteArray>>;
        QTest::addColumn<Events>("events");
        QTest::newRow("a field changed") << Events{{"ab", "c"}, {"d"}, {"x"}};
        QTest::newRow("bytes moved to the next field") << Events{{"a", "bc"}, {"d"}, {"e"}};
        QTest::newRow("a field empty more") << Events{{"ab", "c", ""}, {"d"}, {"e"}};
        QTest::newRow("two events exchanged") << Events{{"d"}, {"ab", "c"}, {"e"}};
        QTest::newRow("an event taken out") << Events{{"ab", "c"}, {"e"}};
        QTest::newRow("an event put in") << Events{{"ab", "c"}, {"d"}, {"d"}, {"e"}};
        QTest::newRow("cut short") << Events{{"ab", "c"}, {"d"}};
        QTest::newRow("two events joined") << Events{{"ab", "c", "d"}, {"e"}};
    }
    void aChainChangesWithEveryEventAndTheirOrder()
    {
        QFETCH(QList<QList<QByteArray>>, events);
        const SecretBytes key = SecretBytes::fromBytes("audit key");
        QVERIFY(chainOf(key, events) != chainOf(key, {{"ab", "c"}, {"d"}, {"e"}}));
        QCOMPARE(chainOf(key, events), chainOf(key, events));
    }

    void aChainCannotBeMadeWithoutItsKey()
    {
        QVERIFY(chainOf(SecretBytes::fromBytes("audit key"), {{"a"}}) !=
                chainOf(SecretBytes::fromBytes("another"), {{"a"}}));
    }

    //! What is stored in audit trails may never be computed otherwise.
    void theChainOfTodayIsTheChainOfAlways()
    {
        const QByteArray link =
            HashChain::next(SecretBytes::fromBytes("key"), HashChain::start(), {"one", "", "two"});
        const QByteArray inner = QByteArray::fromHex("0000000000000003"
                                                     "0000000000000003") +
                                 "one" + QByteArray::fromHex("00000000000000000000000000000003") +
                                 "two";
        const QByteArray outer = QByteArray::fromHex("0000000000000002"
                                                     "0000000000000020") +
                                 QByteArray(32, '\0') + QByteArray::fromHex("0000000000000026") +
                                 inner;
        QCOMPARE(inner.size(), 0x26);
        QCOMPARE(link, hmacSha256("key", outer));
    }
};
QTEST_APPLESS_MAIN(TestHash)
#include "tst_hash.moc"
