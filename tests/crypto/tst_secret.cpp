// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/random.h>
#include <ambroise/crypto/secret.h>

#include <openssl/crypto.h>

#include <QtTest>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

using namespace ambroise::crypto;

namespace {

//! No other block has this size: these are the secrets of this test.
constexpr size_t watchedSize = 4099;
constexpr size_t headSize = alignof(std::max_align_t);

int freedClean = 0;
int freedDirty = 0;

size_t sizeOf(void *block)
{
    size_t size = 0;
    std::memcpy(&size, static_cast<char *>(block) - headSize, sizeof size);
    return size;
}

void *watchedMalloc(size_t size, const char *, int)
{
    auto *head = static_cast<char *>(std::malloc(size + headSize));
    if (!head)
        return nullptr;
    std::memcpy(head, &size, sizeof size);
    return head + headSize;
}

void watchedFree(void *block, const char *, int)
{
    if (!block)
        return;
    const char *bytes = static_cast<char *>(block);
    if (sizeOf(block) == watchedSize) {
        const bool clean = std::all_of(bytes, bytes + watchedSize, [](char c) { return c == 0; });
        ++(clean ? freedClean : freedDirty);
    }
    std::free(static_cast<char *>(block) - headSize);
}

void *watchedRealloc(void *block, size_t size, const char *file, int line)
{
    void *moved = watchedMalloc(size, file, line);
    if (moved && block)
        std::memcpy(moved, block, std::min(size, sizeOf(block)));
    watchedFree(block, file, line);
    return moved;
}

int watching = 0;

//! Before OpenSSL allocates anything: later it refuses. That is ahead of main(), and of the
//! product's own first call (openssl.cpp), in whichever library that is: a program's preinit_array
//! runs before the constructors of its libraries (System V ABI, "Initialization and Termination").
void watch()
{
    watching = CRYPTO_set_mem_functions(watchedMalloc, watchedRealloc, watchedFree);
}
[[gnu::section(".preinit_array"), gnu::used]] void (*const watchFirst)() = watch;

} // namespace

class TestSecret : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { freedClean = freedDirty = 0; }

    void aSecretIsWipedWhenItDies()
    {
        {
            const SecretBytes secret = SecretBytes::random(watchedSize);
            QCOMPARE(secret.size(), qsizetype(watchedSize));
        }
        QCOMPARE(freedClean, 1);
        QCOMPARE(freedDirty, 0);
    }

    void aSecretIsWipedWhenAnotherTakesItsPlace()
    {
        SecretBytes secret = SecretBytes::random(watchedSize);
        secret = SecretBytes::fromBytes("short");
        QCOMPARE(freedClean, 1);
        QCOMPARE(secret.view(), QByteArrayView("short"));
    }

    void aTextThatIsWipedLeavesNothingInItsMemory()
    {
        QString text(u"7ZQ4-0M2K"_qs);
        text.detach();
        const QChar *memory = text.constData();
        wipe(text);
        QVERIFY(text.isEmpty());
        QCOMPARE(text.constData(), memory); // still its own to look at
        for (int i = 0; i < 9; ++i)
            QCOMPARE(memory[i], QChar());
        QByteArray bytes("%PDF-1.4 7ZQ4");
        bytes.detach();
        const char *raw = bytes.constData();
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
        QVERIFY(std::all_of(raw, raw + 13, [](char c) { return c == 0; }));
    }

    void wipingATextLeavesItsCopyAlone()
    {
        QString text(u"7ZQ4"_qs);
        const QString copy = text;
        wipe(text);
        QCOMPARE(copy, u"7ZQ4"_qs);
    }

    void movingLeavesNothingBehind()
    {
        SecretBytes from = SecretBytes::fromBytes("practice key");
        const SecretBytes to = std::move(from);
        QCOMPARE(to.view(), QByteArrayView("practice key"));
        // NOLINTNEXTLINE(bugprone-use-after-move,clang-analyzer-cplusplus.Move): what is promised
        QVERIFY(from.isEmpty());
        QCOMPARE(from.size(), 0); // NOLINT(clang-analyzer-cplusplus.Move)
    }

    void onlyACloneIsACopy()
    {
        static_assert(!std::is_copy_constructible_v<SecretBytes>);
        static_assert(!std::is_copy_assignable_v<SecretBytes>);
        const SecretBytes secret = SecretBytes::fromBytes("practice key");
        const SecretBytes copy = secret.clone();
        QVERIFY(copy.equals(secret));
        QVERIFY(copy.view().data() != secret.view().data());
    }

    void secretsAreEqualByTheirBytes()
    {
        const SecretBytes secret = SecretBytes::fromBytes("abc");
        QVERIFY(!secret.equals(SecretBytes::fromBytes("abd")));
        QVERIFY(!secret.equals(SecretBytes::fromBytes("ab")));
        QVERIFY(!secret.equals(SecretBytes()));
        QVERIFY(SecretBytes().equals(SecretBytes::fromBytes({})));
    }

    void randomBytesAreNotTheSameTwice()
    {
        QCOMPARE(randomBytes(32).size(), 32);
        QVERIFY(randomBytes(32) != randomBytes(32));
        QVERIFY(!SecretBytes::random(32).equals(SecretBytes::random(32)));
        QVERIFY(randomBytes(0).isEmpty());
    }
};

int main(int argc, char *argv[])
{
    if (watching != 1)
        return 1;
    TestSecret test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_secret.moc"
