// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/keyring.h>

#include <fuzz/edited.h>

#include <cstdlib>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

struct Practice {
    Keyring::Created created = *Keyring::create();
    SecretBytes cardSecret = SecretBytes::random(32);
    RecoveryKey recovery = RecoveryKey::generate();
    QByteArray json;

    Practice()
    {
        Keyring &ring = created.keyring;
        const SecretBytes &key = created.practiceKey;
        if (!ring.addPassword(key, QStringLiteral("a"), QStringLiteral("p"), {8, 1, 1}).ok() ||
            !ring.addCard(key, QStringLiteral("a"), "salt", cardSecret, "print", "public").ok() ||
            !ring.addRecovery(key, recovery).ok())
            std::abort();
        json = ring.toJson();
    }
};

} // namespace

//! A keyring that was read can be written and read again; one that opens is the one that was made.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Practice practice;
    const auto ring = Keyring::fromJson(fuzz::edited(practice.json, data, size));
    if (!ring.ok())
        return 0;
    const auto again = Keyring::fromJson(ring->toJson());
    if (!again.ok() || !(*again == *ring))
        std::abort();
    const bool opened = ring->openWithCard(QStringLiteral("a"), practice.cardSecret).ok() ||
                        ring->openWithRecovery(practice.recovery).ok();
    if (opened && !(*ring == practice.created.keyring))
        std::abort();
    return 0;
}
