// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace ambroise::crypto {

//! Bytes that nobody else may see: a key, a password, a private key's PEM. There is one owner; the
//! memory is overwritten before it is given back. Only `clone` makes a second copy, so that a copy
//! is always meant.
class SecretBytes {
public:
    SecretBytes() = default;
    SecretBytes(SecretBytes &&) noexcept = default;
    SecretBytes &operator=(SecretBytes &&) noexcept = default;

    //! A copy; wiping the source is the caller's part.
    [[nodiscard]] static SecretBytes fromBytes(QByteArrayView bytes);
    [[nodiscard]] static SecretBytes random(qsizetype size);
    //! Zeros, to be filled through data().
    [[nodiscard]] static SecretBytes ofSize(qsizetype size);

    [[nodiscard]] SecretBytes clone() const { return fromBytes(view()); }
    //! Valid as long as this object; what copies it makes a secret that is not wiped.
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.get(), size()}; }
    [[nodiscard]] char *data() { return m_bytes.get(); }
    [[nodiscard]] qsizetype size() const; //!< 0 once moved from
    [[nodiscard]] bool isEmpty() const { return size() == 0; }

    //! In a time that depends on the sizes alone.
    [[nodiscard]] bool equals(const SecretBytes &other) const;

private:
    struct Wipe {
        qsizetype size;
        void operator()(char *bytes) const;
    };
    std::unique_ptr<char[], Wipe> m_bytes;
};

//! Overwrites what a widget or a file dialog had to be given as plain text or bytes, then empties
//! it. A copy that shares the memory keeps it: give those up first.
void wipe(QString &text);
void wipe(QByteArray &bytes);

} // namespace ambroise::crypto
