// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QList>

#include <optional>

namespace ambroise::patient {

//! A telephone number, kept as the world dials it (E.164: "+33639980123").
class PhoneNumber {
public:
    //! As people write it: spaces, dots, hyphens, slashes and "(0)" do not count; a number without
    //! a country is French, overseas départements included. Errors: Invalid "phone.character",
    //! "phone.length".
    static Result<PhoneNumber> parse(QStringView text);

    [[nodiscard]] const QString &international() const { return m_e164; } //!< "+33639980123"
    //! As it is dialled in France: "06 39 98 01 23"; a foreign one with its "+".
    [[nodiscard]] QString toFrench() const;
    //! The same without spaces.
    [[nodiscard]] QString dialled() const;

    friend auto operator<=>(const PhoneNumber &, const PhoneNumber &) = default;

private:
    explicit PhoneNumber(QString e164)
        : m_e164(std::move(e164))
    {
    }
    QString m_e164;
};

//! An address that mail can be sent to; its shape is checked, not its existence.
class EmailAddress {
public:
    //! Error: Invalid "email.shape".
    static Result<EmailAddress> parse(QStringView text);
    [[nodiscard]] const QString &toString() const { return m_text; }

    friend auto operator<=>(const EmailAddress &, const EmailAddress &) = default;

private:
    explicit EmailAddress(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

struct PostalAddress {
    QString street{}; //!< one or several lines, separated by a line feed
    QString postalCode{};
    QString city{};
    QString country{}; //!< empty: France

    friend bool operator==(const PostalAddress &, const PostalAddress &) = default;
};

struct Contacts {
    QList<PhoneNumber> phones{}; //!< the first is the one to call
    std::optional<EmailAddress> email{};
    PostalAddress address{};

    friend bool operator==(const Contacts &, const Contacts &) = default;
};

} // namespace ambroise::patient
