// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace ambroise {

//! Why something was not done. Closed: a caller may switch over all of them.
enum class ErrorCode {
    NotFound,
    Conflict,
    Invalid,
    Denied,
    Unavailable,
    Timeout,
    Corrupt,
    Cancelled
};

//! What went wrong, for a program. The sentence for people is made in the interface from `code` and
//! `subject`.
struct Error {
    ErrorCode code = ErrorCode::Invalid;
    QString subject; //!< stable key such as "ins.checksum"; never patient data, safe to log
    QString detail;  //!< for the technical log only; never patient data

    friend bool operator==(const Error &, const Error &) = default;
};

//! A value or the reason why there is none. The only way in which the project's functions fail.
template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value)
        : m_data(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_data(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_data.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_data); }
    [[nodiscard]] T &value() & { return std::get<0>(m_data); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_data)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_data); }

    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] T &&operator*() && { return std::move(*this).value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }
    [[nodiscard]] T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_data;
};

struct Unit {
    friend bool operator==(Unit, Unit) = default;
};

//! Done, or the reason why not.
using Status = Result<Unit>;

inline Status done()
{
    return Unit{};
}

} // namespace ambroise

#define AMBROISE_CONCAT_(a, b) a##b
#define AMBROISE_CONCAT(a, b) AMBROISE_CONCAT_(a, b)
#define AMBROISE_TRY_(result, declaration, ...)                                                    \
    auto result = (__VA_ARGS__);                                                                   \
    if (!result.ok())                                                                              \
        return result.error();                                                                     \
    declaration = std::move(result).value()

//! Early return on failure: AMBROISE_TRY(const auto rows, repository.all());
#define AMBROISE_TRY(declaration, ...)                                                             \
    AMBROISE_TRY_(AMBROISE_CONCAT(tried_, __COUNTER__), declaration, __VA_ARGS__)

#define AMBROISE_CHECK_(checked, ...)                                                              \
    do {                                                                                           \
        if (const auto &checked = (__VA_ARGS__); !checked.ok())                                    \
            return checked.error();                                                                \
    } while (false)

//! The same where the value does not matter: AMBROISE_CHECK(transaction->commit());
#define AMBROISE_CHECK(...) AMBROISE_CHECK_(AMBROISE_CONCAT(checked_, __COUNTER__), __VA_ARGS__)
