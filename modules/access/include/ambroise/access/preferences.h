// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/id.h>
#include <ambroise/storage/connection.h>

#include <QStringList>

#include <chrono>

namespace ambroise::access {

enum class Appearance { Light, Dark };
enum class Language { French, English };

//! What somebody likes, remembered for them on every post.
struct Preferences {
    Appearance appearance = Appearance::Light;
    Language language = Language::French;
    int textPercent = 100;              //!< 90 to 150
    std::chrono::minutes lockAfter{10}; //!< without a key or a click; 1 to 60

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

class PreferencesRepository {
public:
    explicit PreferencesRepository(storage::Connection &db)
        : m_db(db)
    {
    }
    //! What was never chosen, or is out of its range, is the default.
    Result<Preferences> get(UserId user) const;
    Status put(UserId user, const Preferences &preferences);
    //! Words that they added to the dictionary.
    Result<QStringList> learntWords(UserId user) const;
    Status learnWord(UserId user, const QString &word);

private:
    storage::Connection &m_db;
};

} // namespace ambroise::access
