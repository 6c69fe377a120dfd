// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/interactions.h>

#include <support/folders.h>

#include <QFile>

namespace ambroise::test {

inline QByteArray sharedContent(const QString &path)
{
    QFile file(sharedFolder() + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The ANSM's thesaurus of September 2023; none where it is not at hand.
inline std::optional<drugs::Thesaurus> ansmThesaurus()
{
    const QByteArray json =
        sharedContent(QStringLiteral("/data/ansm/2023-09/ansm_thesaurus_2023-09.json"));
    if (json.isEmpty())
        return std::nullopt;
    const auto read = drugs::readThesaurus(QStringLiteral("thesaurus.json"), json);
    if (!read.ok())
        qFatal("the thesaurus cannot be read");
    return *read;
}

inline drugs::TreatmentLine line(const QString &substance, const QStringList &routes = {},
                                 const drugs::Dose &dose = {})
{
    return {{{{}, substance, dose}}, routes};
}

//! "A + B" of each, strongest first.
inline QStringList pairsOf(const QList<drugs::Interaction> &found)
{
    QStringList pairs;
    for (const drugs::Interaction &one : found)
        pairs << one.subjectOfFirst + QStringLiteral(" + ") + one.subjectOfSecond;
    return pairs;
}

inline QList<drugs::Interaction> check(const drugs::InteractionBase &base,
                                       const QList<drugs::TreatmentLine> &lines,
                                       const drugs::PatientState &patient = {})
{
    QList<drugs::InteractionBase::Line> prepared;
    for (const drugs::TreatmentLine &one : lines)
        prepared << base.prepare(one);
    return base.check(prepared, patient);
}

} // namespace ambroise::test

#define NEEDS_THESAURUS(name)                                                                      \
    const auto name##_found = ambroise::test::ansmThesaurus();                                     \
    if (!name##_found)                                                                             \
        QSKIP("The thesaurus is not at hand (AMBROISE_SHARED)");                                   \
    /* a name is declared: NOLINTNEXTLINE(bugprone-macro-parentheses) */                           \
    const ambroise::drugs::Thesaurus &name = *name##_found
