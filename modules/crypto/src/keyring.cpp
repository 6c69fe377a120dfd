// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/keyring.h>

#include "fields.h"
#include "keyringlimits.h"

#include <ambroise/crypto/envelope.h>
#include <ambroise/crypto/hash.h>
#include <ambroise/crypto/password.h>
#include <ambroise/crypto/random.h>

#include <algorithm>

namespace ambroise::crypto {
namespace {

constexpr qsizetype practiceKeySize = 32;
constexpr qsizetype practiceIdSize = 16;
constexpr qsizetype saltSize = 16;

Error denied(const char *subject)
{
    return {ErrorCode::Denied, QLatin1String(subject), {}};
}

Error invalid(const char *subject)
{
    return {ErrorCode::Invalid, QLatin1String(subject), {}};
}

Status checkLogin(const QString &login)
{
    if (login.isEmpty() || login.size() > limits::login)
        return invalid("keyring.login");
    return done();
}

SlotId newSlotId()
{
    return {QString::fromLatin1(randomBytes(8).toHex())};
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

SecretBytes cardKey(const SecretBytes &cardSecret, QByteArrayView salt)
{
    return hkdf(cardSecret, "ambroise.keyring.card.1", practiceKeySize, salt);
}

SecretBytes recoverySlotKey(const RecoveryKey &recovery)
{
    return recovery.key("ambroise.keyring.recovery.1");
}

//! What is written takes the place of what it replaces, so that a list of slots keeps its order.
bool replaces(const SlotInfo &written, const SlotInfo &present)
{
    return written.kind == present.kind && written.login == present.login &&
           written.certificateFingerprint == present.certificateFingerprint;
}

} // namespace

Result<Keyring::Created> Keyring::create()
{
    SecretBytes practiceKey = SecretBytes::random(practiceKeySize);
    AMBROISE_TRY(Keyring keyring, createFor(practiceKey, randomBytes(practiceIdSize)));
    return Created{std::move(keyring), std::move(practiceKey)};
}

Result<Keyring> Keyring::createFor(const SecretBytes &practiceKey, const QByteArray &practiceId)
{
    if (practiceKey.size() != practiceKeySize)
        return invalid("keyring.key");
    if (practiceId.size() != practiceIdSize)
        return invalid("keyring.practice");
    Keyring keyring;
    keyring.m_practiceId = practiceId;
    keyring.reseal(practiceKey);
    return keyring;
}

Status Keyring::addPassword(const SecretBytes &practiceKey, const QString &login,
                            const QString &password, Argon2Params params)
{
    AMBROISE_CHECK(checkKey(practiceKey));
    AMBROISE_CHECK(checkLogin(login));
    Slot slot;
    slot.info = {newSlotId(), SlotKind::Password, login, params, {}, {}, {}};
    slot.salt = randomBytes(saltSize);
    AMBROISE_TRY(const SecretBytes key,
                 argon2id(passwordBytes(password).view(), slot.salt, params));
    return put(practiceKey, std::move(slot), key);
}

Status Keyring::addCard(const SecretBytes &practiceKey, const QString &login,
                        const QByteArray &cardSalt, const SecretBytes &cardSecret,
                        const QByteArray &certificateFingerprint, const QByteArray &publicData)
{
    AMBROISE_CHECK(checkKey(practiceKey));
    AMBROISE_CHECK(checkLogin(login));
    if (cardSecret.size() < 16)
        return invalid("keyring.card_secret");
    if (cardSalt.size() > limits::cardSalt || certificateFingerprint.size() > limits::fingerprint ||
        publicData.size() > limits::publicData)
        return invalid("keyring.card_data");
    Slot slot;
    slot.info = {newSlotId(), SlotKind::Card,         login,     {},
                 cardSalt,    certificateFingerprint, publicData};
    return put(practiceKey, std::move(slot), cardKey(cardSecret, cardSalt));
}

Status Keyring::addRecovery(const SecretBytes &practiceKey, const RecoveryKey &recovery)
{
    AMBROISE_CHECK(checkKey(practiceKey));
    Slot slot;
    slot.info = {newSlotId(), SlotKind::Recovery, {}, {}, {}, {}, {}};
    return put(practiceKey, std::move(slot), recoverySlotKey(recovery));
}

Status Keyring::remove(const SecretBytes &practiceKey, const QString &login,
                       std::optional<SlotKind> kind)
{
    AMBROISE_CHECK(checkLogin(login));
    QList<Slot> kept = m_slots;
    kept.removeIf([&](const Slot &slot) {
        return slot.info.login == login && slot.info.kind == kind.value_or(slot.info.kind);
    });
    return keepOnly(practiceKey, kept);
}

Status Keyring::remove(const SecretBytes &practiceKey, const SlotId &slot)
{
    QList<Slot> kept = m_slots;
    kept.removeIf([&](const Slot &present) { return present.info.id == slot; });
    return keepOnly(practiceKey, kept);
}

Result<SecretBytes> Keyring::openWithPassword(const QString &login, const QString &password) const
{
    const Slot *slot = passwordSlot(login);
    // Who has no account here must not be told so by the time that the answer takes.
    const QByteArray salt = slot ? slot->salt : randomBytes(saltSize);
    const Argon2Params params = slot ? *slot->info.params : costliest();
    AMBROISE_TRY(const SecretBytes key, argon2id(passwordBytes(password).view(), salt, params));
    if (!slot)
        return denied("keyring.password");
    auto practiceKey = openSecret(key, slot->wrapped, contextOf(slot->info));
    if (!practiceKey.ok())
        return denied("keyring.password");
    return verified(std::move(practiceKey).value());
}

Result<SecretBytes> Keyring::openWithCard(const QString &login, const SecretBytes &cardSecret) const
{
    if (cardSecret.isEmpty())
        return denied("keyring.card");
    for (const Slot &slot : m_slots) {
        if (slot.info.kind != SlotKind::Card || slot.info.login != login)
            continue;
        auto practiceKey =
            openSecret(cardKey(cardSecret, slot.info.cardSalt), slot.wrapped, contextOf(slot.info));
        if (practiceKey.ok())
            return verified(std::move(practiceKey).value());
    }
    return denied("keyring.card");
}

Result<SecretBytes> Keyring::openWithRecovery(const RecoveryKey &recovery) const
{
    AMBROISE_TRY(SecretBytes practiceKey, openRecoverySlot(recovery));
    return verified(std::move(practiceKey));
}

Result<SecretBytes> Keyring::salvageWithRecovery(const RecoveryKey &recovery) const
{
    return openRecoverySlot(recovery);
}

QList<SlotInfo> Keyring::entries() const
{
    QList<SlotInfo> entries;
    for (const Slot &slot : m_slots)
        entries += slot.info;
    return entries;
}

QList<Keyring::Slot> Keyring::slotsFor(const QString &login) const
{
    QList<Slot> found;
    for (const Slot &slot : m_slots)
        if (slot.info.login == login || slot.info.kind == SlotKind::Recovery)
            found << slot;
    return found;
}

bool Keyring::opensAlike(const Keyring &other, const QString &login) const
{
    return m_practiceId == other.m_practiceId && slotsFor(login) == other.slotsFor(login);
}

Status Keyring::checkKey(const SecretBytes &practiceKey) const
{
    if (practiceKey.size() != practiceKeySize || !constantTimeEquals(sealOf(practiceKey), m_seal))
        return denied("keyring.key");
    return done();
}

Status Keyring::put(const SecretBytes &practiceKey, Slot slot, const SecretBytes &wrappingKey)
{
    slot.wrapped = seal(wrappingKey, practiceKey.view(), contextOf(slot.info));
    const auto present = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &other) {
        return replaces(slot.info, other.info);
    });
    if (present == m_slots.end() && m_slots.size() >= limits::slotCount)
        return Error{ErrorCode::Conflict, QStringLiteral("keyring.full"), {}};
    if (present == m_slots.end())
        m_slots += std::move(slot);
    else
        *present = std::move(slot);
    reseal(practiceKey);
    return done();
}

Status Keyring::keepOnly(const SecretBytes &practiceKey, const QList<Slot> &kept)
{
    AMBROISE_CHECK(checkKey(practiceKey));
    if (kept.size() == m_slots.size())
        return Error{ErrorCode::NotFound, QStringLiteral("keyring.slot"), {}};
    if (kept.isEmpty())
        return Error{ErrorCode::Conflict, QStringLiteral("keyring.last"), {}};
    m_slots = kept;
    reseal(practiceKey);
    return done();
}

void Keyring::reseal(const SecretBytes &practiceKey)
{
    ++m_version;
    m_seal = sealOf(practiceKey);
}

QByteArray Keyring::sealOf(const SecretBytes &practiceKey) const
{
    QList<QByteArray> fields = {m_practiceId, number(m_version)};
    for (const Slot &slot : m_slots) {
        const Argon2Params params = slot.info.params.value_or(Argon2Params());
        fields +=
            joined({slot.info.id.value.toUtf8(), number(int(slot.info.kind)),
                    slot.info.login.toUtf8(), number(params.memoryKib), number(params.passes),
                    number(params.lanes), slot.info.cardSalt, slot.info.certificateFingerprint,
                    slot.info.publicData, slot.salt, slot.wrapped});
    }
    return hmacSha256(hkdf(practiceKey, "ambroise.keyring.seal.1").view(), joined(fields));
}

QByteArray Keyring::contextOf(const SlotInfo &info) const
{
    return joined({"ambroise.keyring.slot.1", m_practiceId, number(int(info.kind)),
                   info.login.toUtf8(), info.certificateFingerprint});
}

Argon2Params Keyring::costliest() const
{
    std::optional<Argon2Params> found;
    const auto cost = [](const Argon2Params &params) {
        return quint64(params.memoryKib) * params.passes;
    };
    for (const Slot &slot : m_slots)
        if (slot.info.params && (!found || cost(*slot.info.params) > cost(*found)))
            found = slot.info.params;
    return found.value_or(Argon2Params::standard());
}

const Keyring::Slot *Keyring::passwordSlot(const QString &login) const
{
    for (const Slot &slot : m_slots)
        if (slot.info.kind == SlotKind::Password && slot.info.login == login)
            return &slot;
    return nullptr;
}

Result<SecretBytes> Keyring::openRecoverySlot(const RecoveryKey &recovery) const
{
    for (const Slot &slot : m_slots) {
        if (slot.info.kind != SlotKind::Recovery)
            continue;
        auto practiceKey =
            openSecret(recoverySlotKey(recovery), slot.wrapped, contextOf(slot.info));
        if (practiceKey.ok() && practiceKey->size() == practiceKeySize)
            return practiceKey;
    }
    return denied("keyring.recovery");
}

Result<SecretBytes> Keyring::verified(SecretBytes practiceKey) const
{
    if (!checkKey(practiceKey).ok())
        return Error{ErrorCode::Corrupt, QStringLiteral("keyring.tampered"), {}};
    return practiceKey;
}

} // namespace ambroise::crypto
