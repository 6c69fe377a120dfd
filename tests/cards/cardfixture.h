// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/cards/cardreader.h>

#include <support/manualclock.h>
#include <support/softcard.h>

#include <QTest>

#include <algorithm>

namespace ambroise::test {

inline const QByteArray salt = QByteArray(32, 's');
inline const QByteArray otherSalt = QByteArray(32, 'o');

inline cards::Pin pin(const QString &digits = QStringLiteral("1234"))
{
    return cards::Pin::parse(digits).value();
}

//! The moment of ManualClock's start.
inline QDateTime now()
{
    return ManualClock().now();
}

} // namespace ambroise::test

//! A test class's card, or the end of its tests.
#define MAKE_CARD(card, box, ...)                                                                  \
    do {                                                                                           \
        auto made_ = (box).make(__VA_ARGS__);                                                      \
        QVERIFY2(made_.ok(), made_.ok() ? "" : qPrintable(made_.error().detail));                  \
        card = *made_;                                                                             \
    } while (false)
