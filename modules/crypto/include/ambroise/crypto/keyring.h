// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/crypto/kdf.h>
#include <ambroise/crypto/recoverykey.h>
#include <ambroise/crypto/secret.h>

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace ambroise::crypto {

enum class SlotKind { Password, Card, Recovery };

//! Names one slot for as long as it exists.
struct SlotId {
    QString value;
    friend bool operator==(const SlotId &, const SlotId &) = default;
};

//! What a slot says of itself without being opened.
struct SlotInfo {
    SlotId id;
    SlotKind kind = SlotKind::Password;
    QString login;                      //!< empty for the recovery slot
    std::optional<Argon2Params> params; //!< of a password
    QByteArray cardSalt;                //!< of a card: what the card is asked to answer to
    QByteArray certificateFingerprint;  //!< of a card: which one it is
    QByteArray publicData;              //!< of a card: what addCard was given

    friend bool operator==(const SlotInfo &, const SlotInfo &) = default;
};

//! The practice's one key, locked once for each way of getting at it, like LUKS: a slot for each
//! user's password, each card, and the recovery key. Changing a password re-locks 32 bytes and no
//! data. The text form is kept beside the database; reading it gives away the logins, and of
//! each card its fingerprint, holder and dates.
//!
//! Every change needs the practice key, adds one to version(), and renews a seal (HMAC under the
//! practice key) over the whole keyring; opening any slot verifies it, so that no slot, salt or
//! parameter can be changed, exchanged or taken from another practice. That an older keyring was
//! put back is found by whoever remembers version().
//!
//! Logins are compared as given: who makes accounts decides what is the same login. Errors common
//! to the changes: Denied "keyring.key" where the practice key is not this keyring's; Invalid
//! "keyring.login" for an empty login or one above 128 characters; Conflict "keyring.full" above
//! 500 slots.
class Keyring {
public:
    struct Created;
    //! A new practice: its id and its key. It has no slot yet.
    static Result<Created> create();
    //! A keyring for an existing practice, when the old one is lost or damaged. Error: Invalid
    //! "keyring.key" or "keyring.practice" where these are not 32 and 16 bytes.
    static Result<Keyring> createFor(const SecretBytes &practiceKey, const QByteArray &practiceId);

    //! Sets or replaces the password of `login`. The password is taken as its NFKC form in UTF-8,
    //! whatever keyboard made it; whether it is good enough is PasswordRules' affair. Errors also:
    //! those of argon2id().
    Status addPassword(const SecretBytes &practiceKey, const QString &login,
                       const QString &password, Argon2Params params);
    //! Sets or replaces the slot of `login` for the card with that certificate; a login may have
    //! several cards. `cardSecret` is what only the card can make or recover from `cardSalt` and
    //! `publicData`: 16 bytes or more (Invalid "keyring.card_secret"). At most 1 KiB of salt, 64
    //! bytes of fingerprint and 16 KiB of public data (Invalid "keyring.card_data").
    Status addCard(const SecretBytes &practiceKey, const QString &login, const QByteArray &cardSalt,
                   const SecretBytes &cardSecret, const QByteArray &certificateFingerprint,
                   const QByteArray &publicData);
    //! Sets or replaces the one recovery slot.
    Status addRecovery(const SecretBytes &practiceKey, const RecoveryKey &recovery);
    //! All slots of that login, or those of one kind. Errors: NotFound "keyring.slot"; Conflict
    //! "keyring.last": the last slot stays, else nobody could ever open the practice again.
    Status remove(const SecretBytes &practiceKey, const QString &login,
                  std::optional<SlotKind> kind = {});
    Status remove(const SecretBytes &practiceKey, const SlotId &slot);

    //! The practice key. A login without a password costs the same time and gives the same error
    //! as a wrong password. Errors: Denied "keyring.password", "keyring.card", "keyring.recovery";
    //! Corrupt "keyring.tampered".
    Result<SecretBytes> openWithPassword(const QString &login, const QString &password) const;
    Result<SecretBytes> openWithCard(const QString &login, const SecretBytes &cardSecret) const;
    Result<SecretBytes> openWithRecovery(const RecoveryKey &recovery) const;
    //! openWithRecovery() that does not mind damage elsewhere in the keyring: for restoring, after
    //! which createFor() makes a sound one.
    Result<SecretBytes> salvageWithRecovery(const RecoveryKey &recovery) const;

    //! That this keyring was sealed with that practice key. Error: Denied "keyring.key".
    [[nodiscard]] Status checkKey(const SecretBytes &practiceKey) const;
    //! Whether that login, and the recovery key, have the very same slots here and there: what
    //! opened the one opens the other.
    [[nodiscard]] bool opensAlike(const Keyring &other, const QString &login) const;

    [[nodiscard]] QList<SlotInfo> entries() const;
    [[nodiscard]] QByteArray practiceId() const { return m_practiceId; } //!< 16 random bytes
    [[nodiscard]] qint64 version() const { return m_version; }           //!< grows with each change

    //! UTF-8 JSON, format 1 (README).
    [[nodiscard]] QByteArray toJson() const;
    //! Errors: Corrupt "keyring.format", Corrupt "kdf.params", Invalid "keyring.newer".
    static Result<Keyring> fromJson(QByteArrayView json);

    friend bool operator==(const Keyring &, const Keyring &) = default;

private:
    friend class KeyringJson;
    struct Slot {
        SlotInfo info;
        QByteArray salt;    //!< of a password; a card's is in info
        QByteArray wrapped; //!< the practice key in an envelope
        friend bool operator==(const Slot &, const Slot &) = default;
    };

    Keyring() = default;
    [[nodiscard]] QList<Slot> slotsFor(const QString &login) const;
    Status put(const SecretBytes &practiceKey, Slot slot, const SecretBytes &wrappingKey);
    Status keepOnly(const SecretBytes &practiceKey, const QList<Slot> &kept);
    void reseal(const SecretBytes &practiceKey);
    [[nodiscard]] QByteArray sealOf(const SecretBytes &practiceKey) const;
    [[nodiscard]] QByteArray contextOf(const SlotInfo &info) const;
    [[nodiscard]] Argon2Params costliest() const;
    [[nodiscard]] const Slot *passwordSlot(const QString &login) const;
    Result<SecretBytes> openRecoverySlot(const RecoveryKey &recovery) const;
    Result<SecretBytes> verified(SecretBytes practiceKey) const;

    QByteArray m_practiceId;
    qint64 m_version = 0;
    QList<Slot> m_slots;
    QByteArray m_seal;
};

struct Keyring::Created {
    Keyring keyring;
    SecretBytes practiceKey;
};

} // namespace ambroise::crypto
