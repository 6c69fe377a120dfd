// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/account.h>
#include <ambroise/access/keyringfile.h>
#include <ambroise/access/lockout.h>

namespace ambroise::access {

//! From what a person knows or holds to the practice's key. Takes a third of a second for a
//! password: not for the GUI thread. One call at a time.
class SignIn {
public:
    SignIn(const KeyringFile &keyring, Lockout &lockout)
        : m_keyring(keyring)
        , m_lockout(lockout)
    {
    }

    //! Errors: Denied "signin.wait" (too many failures: see Lockout::wait), "keyring.password";
    //! those of KeyringFile.
    Result<crypto::SecretBytes> withPassword(const Login &login, const QString &password);
    //! `secret` is what the card answers to the slot's salt. Errors: Denied "keyring.card".
    Result<crypto::SecretBytes> withCard(const Login &login, const crypto::SecretBytes &secret);
    //! Errors: Denied "signin.wait", "keyring.recovery"; Invalid "recovery.shape",
    //! "recovery.checksum".
    Result<crypto::SecretBytes> withRecoveryKey(QStringView typed);

    //! The slot of the card with that certificate, whose login and salt say how to go on. NotFound
    //! "signin.card".
    Result<crypto::SlotInfo> slotOfCard(const QByteArray &certificateFingerprint) const;

private:
    Status mayTry(const QString &name) const;
    Result<crypto::SecretBytes> counted(const QString &name, Result<crypto::SecretBytes> opened);

    const KeyringFile &m_keyring;
    Lockout &m_lockout;
};

} // namespace ambroise::access
