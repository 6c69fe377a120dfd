// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/signin.h>

namespace ambroise::access {
namespace {
constexpr QStringView recovery = u"(recovery)"; // cannot be a login
}

Status SignIn::mayTry(const QString &name) const
{
    if (m_lockout.wait(name).count() > 0)
        return Error{ErrorCode::Denied, u"signin.wait"_qs, {}};
    return done();
}

Result<crypto::SecretBytes> SignIn::counted(const QString &name, Result<crypto::SecretBytes> opened)
{
    if (opened.ok())
        AMBROISE_CHECK(m_lockout.succeeded(name));
    else if (opened.error().code == ErrorCode::Denied)
        AMBROISE_CHECK(m_lockout.failed(name));
    return opened;
}

Result<crypto::SecretBytes> SignIn::withPassword(const Login &login, const QString &password)
{
    AMBROISE_CHECK(mayTry(login.value()));
    AMBROISE_TRY(const crypto::Keyring keyring, m_keyring.load());
    return counted(login.value(), keyring.openWithPassword(login.value(), password));
}

Result<crypto::SecretBytes> SignIn::withCard(const Login &login, const crypto::SecretBytes &secret)
{
    // The card counts the wrong PINs by itself.
    AMBROISE_TRY(const crypto::Keyring keyring, m_keyring.load());
    return keyring.openWithCard(login.value(), secret);
}

Result<crypto::SecretBytes> SignIn::withRecoveryKey(QStringView typed)
{
    AMBROISE_CHECK(mayTry(recovery.toString()));
    AMBROISE_TRY(const auto key, crypto::RecoveryKey::parse(typed));
    AMBROISE_TRY(const crypto::Keyring keyring, m_keyring.load());
    return counted(recovery.toString(), keyring.openWithRecovery(key));
}

Result<crypto::SlotInfo> SignIn::slotOfCard(const QByteArray &certificateFingerprint) const
{
    AMBROISE_TRY(const crypto::Keyring keyring, m_keyring.load());
    for (const crypto::SlotInfo &slot : keyring.entries())
        if (slot.kind == crypto::SlotKind::Card &&
            slot.certificateFingerprint == certificateFingerprint)
            return slot;
    return Error{ErrorCode::NotFound, u"signin.card"_qs, {}};
}

} // namespace ambroise::access
