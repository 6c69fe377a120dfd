// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace ambroise {

//! What time it is. Injected, so that tests need no real clock and no sleep.
class Clock {
public:
    virtual ~Clock() = default;
    //! Now, in UTC, to the millisecond.
    [[nodiscard]] virtual QDateTime now() const = 0;
    //! The civil date where the post stands.
    [[nodiscard]] QDate today() const { return now().toLocalTime().date(); }
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace ambroise
