// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/demo.h>

namespace ambroise::test {

//! Of everybody in the demonstration practice.
inline const QString goodPassword = QStringLiteral("Correct-Cheval-7-Agrafe");
inline const QString otherPassword = QStringLiteral("Quatre tuiles sous la neige");
inline constexpr crypto::Argon2Params quickParams{1024, 1, 1}; // a test proves no strength

//! Madeleine Vasseur, the first of the demonstration's patients.
inline constexpr PatientId madeleine{1};

inline access::Login login(QStringView text)
{
    return *access::Login::parse(text);
}

//! For a practice with the demonstration's people and nothing else, made quickly; on that server if
//! any.
inline app::CreationOptions demoOptions(const QString &server = {})
{
    app::CreationOptions options;
    options.profile = app::demonstrationProfile(u"Cabinet médical des Tilleuls"_qs);
    options.people = app::demonstrationPeople(goodPassword);
    options.params = quickParams;
    options.engine = server.isEmpty() ? storage::Engine::Embedded : storage::Engine::Server;
    options.server = server;
    return options;
}

} // namespace ambroise::test
