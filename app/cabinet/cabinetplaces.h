// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! The places of the rail, by the names that it knows them by.
namespace ambroise::app {

inline const QString dayPlace = QStringLiteral("day");
inline const QString patientsPlace = QStringLiteral("patients");
inline const QString identitiesPlace = QStringLiteral("identities");
inline const QString resultsPlace = QStringLiteral("results");
inline const QString feedbackPlace = QStringLiteral("feedback");
inline const QString settingsPlace = QStringLiteral("settings");

} // namespace ambroise::app
