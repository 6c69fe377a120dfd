// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/envelope.h>
#include <ambroise/crypto/random.h>

#include <support/result.h>

#include <QBuffer>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

constexpr qsizetype chunk = 64 * 1024;
constexpr qsizetype header = 33;
constexpr qsizetype sealedChunk = chunk + 16;

SecretBytes fromHex(const char *hex)
{
    return SecretBytes::fromBytes(QByteArray::fromHex(hex));
}

Result<QByteArray> sealedFile(const SecretBytes &key, QByteArray plain, QByteArrayView context)
{
    QByteArray sealed;
    QBuffer in(&plain);
    QBuffer out(&sealed);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    AMBROISE_CHECK(sealFile(key, in, out, context));
    return sealed;
}

Result<QByteArray> openedFile(const SecretBytes &key, QByteArray sealed, QByteArrayView context)
{
    QByteArray plain;
    QBuffer in(&sealed);
    QBuffer out(&plain);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    AMBROISE_CHECK(openFile(key, in, out, context));
    return plain;
}

//! Hands out what it holds a little at a time, as a pipe does; refuses writing after `room` bytes.
class AwkwardDevice final : public QIODevice {
public:
    explicit AwkwardDevice(QByteArray held, qint64 room = 0)
        : m_held(std::move(held))
        , m_room(room)
    {
        open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    }
    bool breaksWhenEmpty = false;

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_held.isEmpty())
            return breaksWhenEmpty ? -1 : 0;
        const qsizetype count = std::min<qsizetype>({qsizetype(most), 777, m_held.size()});
        std::copy_n(m_held.constData(), count, data);
        m_held.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64 size) override
    {
        if (size > m_room)
            return -1;
        m_room -= size;
        return size;
    }

private:
    QByteArray m_held;
    qint64 m_room;
};

} // namespace

class TestEnvelope : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //! McGrew and Viega, The Galois/Counter Mode of Operation, appendix B, cases 13, 14 and 16.
    void openingFollowsTheGcmSpecification_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<QByteArray>("context");
        QTest::addColumn<QByteArray>("sealed");
        QTest::addColumn<QByteArray>("plain");
        const QByteArray zeroKey(64, '0');
        const QByteArray zeroNonce(24, '0');
        QTest::newRow("case 13") << zeroKey << zeroNonce << QByteArray()
                                 << QByteArray("530f8afbc74536b9a963b4f1c4cb738b") << QByteArray();
        QTest::newRow("case 14") << zeroKey << zeroNonce << QByteArray()
                                 << QByteArray("cea7403d4d606b6e074ec5d3baf39d18"
                                               "d0d1c8a799996bf0265b98b5d48ab919")
                                 << QByteArray(32, '0');
        QTest::newRow("case 16")
            << QByteArray("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
            << QByteArray("cafebabefacedbaddecaf888")
            << QByteArray("feedfacedeadbeeffeedfacedeadbeefabaddad2")
            << QByteArray("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                          "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                          "76fc6ece0f4e1768cddf8853bb2d551b")
            << QByteArray("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                          "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    }
    void openingFollowsTheGcmSpecification()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, nonce);
        QFETCH(QByteArray, context);
        QFETCH(QByteArray, sealed);
        const auto plain = open(fromHex(key), QByteArray::fromHex("01" + nonce + sealed),
                                QByteArray::fromHex(context));
        QVERIFY_OK(plain);
        QTEST(plain->toHex(), "plain");
    }

    void whatWasSealedOpens_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a byte") << QByteArray("x");
        QTest::newRow("zeros") << QByteArray(3, '\0');
        QTest::newRow("a megabyte") << QByteArray(1 << 20, 'x');
    }
    void whatWasSealedOpens()
    {
        QFETCH(QByteArray, plain);
        const SecretBytes key = SecretBytes::random(32);
        const QByteArray sealed = seal(key, plain, "letter");
        QCOMPARE(sealed.size(), plain.size() + envelopeOverhead);
        QCOMPARE(*open(key, sealed, "letter"), plain);
        QCOMPARE(openSecret(key, sealed, "letter")->view(), QByteArrayView(plain));
    }

    void theSameTextNeverLooksTheSame()
    {
        const SecretBytes key = SecretBytes::random(32);
        QVERIFY(seal(key, "text", {}) != seal(key, "text", {}));
    }

    void anotherKeyOrContextDoesNotOpen()
    {
        const SecretBytes key = SecretBytes::random(32);
        const QByteArray sealed = seal(key, "text", "letter");
        QCOMPARE_SUBJECT(open(SecretBytes::random(32), sealed, "letter"), "envelope.tampered");
        QCOMPARE_SUBJECT(open(key, sealed, "lettes"), "envelope.tampered");
        QCOMPARE_SUBJECT(open(key, sealed, {}), "envelope.tampered");
        QCOMPARE_SUBJECT(openSecret(key, sealed, {}), "envelope.tampered");
    }

    void everyChangedByteIsFound()
    {
        const SecretBytes key = SecretBytes::random(32);
        const QByteArray sealed = seal(key, "twelve bytes", "letter");
        for (qsizetype i = 0; i < sealed.size(); ++i)
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray changed = sealed;
                changed[i] = char(changed[i] ^ (1 << bit));
                const auto opened = open(key, changed, "letter");
                QVERIFY(!opened.ok());
                QCOMPARE(opened.error().code, ErrorCode::Corrupt);
                QCOMPARE(opened.error().subject,
                         i == 0 ? u"envelope.version"_qs : u"envelope.tampered"_qs);
            }
    }

    void everyLengthIsFound()
    {
        const SecretBytes key = SecretBytes::random(32);
        const QByteArray sealed = seal(key, "twelve bytes", "letter");
        for (qsizetype size = 0; size < sealed.size(); ++size) {
            const auto opened = open(key, sealed.left(size), "letter");
            QVERIFY(!opened.ok());
            QCOMPARE(opened.error().subject,
                     size < envelopeOverhead ? u"envelope.short"_qs : u"envelope.tampered"_qs);
        }
        QCOMPARE_SUBJECT(open(key, sealed + '\0', "letter"), "envelope.tampered");
    }

    void aFileOfAnySizeOpens_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size :
             {qsizetype(0), qsizetype(1), chunk - 1, chunk, chunk + 1, 2 * chunk, 5 * chunk + 1234})
            QTest::addRow("%lld bytes", qlonglong(size)) << size;
    }
    void aFileOfAnySizeOpens()
    {
        QFETCH(qsizetype, size);
        const SecretBytes key = SecretBytes::random(32);
        const QByteArray plain = randomBytes(size);
        const auto sealed = sealedFile(key, plain, "scan");
        QVERIFY_OK(sealed);
        const qsizetype chunks = std::max<qsizetype>(1, (size + chunk - 1) / chunk);
        QCOMPARE(sealed->size(), header + size + 16 * chunks);
        const auto opened = openedFile(key, *sealed, "scan");
        QVERIFY_OK(opened);
        QVERIFY(*opened == plain);
    }

    void aFileThatWasTamperedWithDoesNotOpen_data()
    {
        QTest::addColumn<QByteArray>("sealed");
        const QByteArray plain = randomBytes(2 * chunk + 100);
        const QByteArray whole = *sealedFile(m_key, plain, "scan");
        const QByteArray other = *sealedFile(m_key, plain, "scan");
        const auto part = [](const QByteArray &file, int index) {
            return file.mid(header + index * sealedChunk, sealedChunk);
        };
        const QByteArray head = whole.left(header);
        QTest::newRow("the last chunk cut off") << whole.left(header + 2 * sealedChunk);
        QTest::newRow("all chunks cut off but one") << whole.left(header + sealedChunk);
        QTest::newRow("a byte cut off") << whole.chopped(1);
        QTest::newRow("a byte added") << whole + 'x';
        QTest::newRow("a chunk added") << whole + part(whole, 0);
        QTest::newRow("two chunks exchanged")
            << head + part(whole, 1) + part(whole, 0) + part(whole, 2);
        QTest::newRow("a chunk twice") << head + part(whole, 0) + part(whole, 0) + part(whole, 2);
        QTest::newRow("a chunk left out") << head + part(whole, 0) + part(whole, 2);
        QTest::newRow("the last chunk first") << head + part(whole, 2);
        QTest::newRow("a chunk of another file with that key")
            << head + part(other, 0) + part(whole, 1) + part(whole, 2);
        QTest::newRow("another file's salt") << other.left(header) + whole.mid(header);
        QByteArray flipped = whole;
        flipped[header + sealedChunk + 5] = char(flipped[header + sealedChunk + 5] ^ 1);
        QTest::newRow("a bit flipped") << flipped;
    }
    void aFileThatWasTamperedWithDoesNotOpen()
    {
        QFETCH(QByteArray, sealed);
        QCOMPARE_SUBJECT(openedFile(m_key, sealed, "scan"), "envelope.tampered");
    }

    void everyChangedByteOfASmallFileIsFound()
    {
        const QByteArray sealed = *sealedFile(m_key, "twelve bytes", "scan");
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = char(changed[i] ^ 0x41);
            QVERIFY2(!openedFile(m_key, changed, "scan").ok(), qPrintable(QString::number(i)));
            QVERIFY2(!openedFile(m_key, sealed.left(i), "scan").ok(),
                     qPrintable(QString::number(i)));
        }
    }

    void aFileOfAnotherKindIsNamed()
    {
        QCOMPARE_SUBJECT(openedFile(m_key, {}, {}), "envelope.short");
        QCOMPARE_SUBJECT(openedFile(m_key, "\2abc", {}), "envelope.short");
        QCOMPARE_SUBJECT(openedFile(m_key, "%PDF-1.7", {}), "envelope.version");
        QCOMPARE_SUBJECT(openedFile(m_key, seal(m_key, "text", {}), {}), "envelope.version");
        QCOMPARE_SUBJECT(open(m_key, *sealedFile(m_key, "text", {}), {}), "envelope.version");
    }

    void anotherKeyOrContextDoesNotOpenAFile()
    {
        const QByteArray sealed = *sealedFile(m_key, "text", "scan");
        QCOMPARE_SUBJECT(openedFile(SecretBytes::random(32), sealed, "scan"), "envelope.tampered");
        QCOMPARE_SUBJECT(openedFile(m_key, sealed, "letter"), "envelope.tampered");
    }

    void aDeviceMayGiveLittleAtATime()
    {
        const QByteArray plain = randomBytes(chunk + 5000);
        AwkwardDevice slowIn(plain);
        QByteArray sealed;
        QBuffer out(&sealed);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QVERIFY_OK(sealFile(m_key, slowIn, out, {}));
        QVERIFY(*openedFile(m_key, sealed, {}) == plain);
    }

    void aDeviceThatBreaksIsNoEndOfFile()
    {
        AwkwardDevice in(QByteArray(1000, 'x'));
        in.breaksWhenEmpty = true;
        QByteArray sealed;
        QBuffer out(&sealed);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE_SUBJECT(sealFile(m_key, in, out, {}), "envelope.read");
    }

    void aFullDiskIsSaid()
    {
        QByteArray plain(3 * chunk, 'x');
        QBuffer in(&plain);
        QVERIFY(in.open(QIODevice::ReadOnly));
        AwkwardDevice full({}, header + sealedChunk);
        const Status status = sealFile(m_key, in, full, {});
        QCOMPARE_SUBJECT(status, "envelope.write");
        QCOMPARE(status.error().code, ErrorCode::Unavailable);
    }

private:
    const SecretBytes m_key = SecretBytes::random(32);
};
QTEST_APPLESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
