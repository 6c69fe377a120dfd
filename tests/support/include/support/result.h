// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QTest>

namespace ambroise::test {

template <class T>
bool verifyOk(const Result<T> &result, const char *text, const char *file, int line)
{
    const QString why =
        result.ok() ? QString() : result.error().subject + u' ' + result.error().detail;
    return QTest::qVerify(result.ok(), text, qPrintable(why), file, line);
}

template <class T>
QString subjectOf(const Result<T> &result)
{
    return result.ok() ? QStringLiteral("(ok)") : result.error().subject;
}

} // namespace ambroise::test

//! Fails the test with the error's subject where the result is not a value.
#define QVERIFY_OK(...)                                                                            \
    do {                                                                                           \
        if (!ambroise::test::verifyOk((__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__))            \
            return;                                                                                \
    } while (false)

//! The result is a failure with that subject.
#define QCOMPARE_SUBJECT(result, expected)                                                         \
    QCOMPARE(ambroise::test::subjectOf(result), QStringLiteral(expected))
