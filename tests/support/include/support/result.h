// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QTest>

//! Fails the test with the error's subject where the result is not a value.
#define QVERIFY_OK(...)                                                                            \
    do {                                                                                           \
        const auto &result_ = (__VA_ARGS__);                                                       \
        if (!QTest::qVerify(result_.ok(), #__VA_ARGS__,                                            \
                            result_.ok()                                                           \
                                ? ""                                                               \
                                : qPrintable(result_.error().subject + QStringLiteral(" ") +       \
                                             result_.error().detail),                              \
                            __FILE__, __LINE__))                                                   \
            return;                                                                                \
    } while (false)

//! The result is a failure with that subject.
#define QCOMPARE_SUBJECT(result, expected)                                                         \
    QCOMPARE((result).ok() ? QStringLiteral("(ok)") : (result).error().subject,                    \
             QStringLiteral(expected))
