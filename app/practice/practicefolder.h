// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/storage/connection.h>

#include <QLockFile>

#include <memory>

namespace ambroise::app {

//! The folder of a practice on a post: what may be read before anybody is signed in, and where
//! everything else lies.
//!
//!     practice.json   format, name, engine; for a server how to reach it, sealed with the
//!     practice's key keyring.json    the key slots attempts.json   failed sign-ins people.json who
//!     may be chosen on the sign-in screen (names and roles of the staff, never of patients)
//!     practice.db     the embedded database (SQLCipher)
//!     documents/      the vault of an embedded practice
//!     ambroise.log    the technical log, redacted
//!     open.lock       while a program works here
//!     creation.unfinished    until everything above is made
class PracticeFolder {
public:
    struct Description {
        QString name{};
        storage::Engine engine = storage::Engine::Embedded;
        QByteArray sealedServer{}; //!< connection string, sealed
        bool demonstration = false;
    };
    //! Somebody who may be chosen before signing in.
    struct Face {
        QString login{};
        QString name{};
        QString role{}; //!< code
        QDateTime lastSignIn{};
    };

    explicit PracticeFolder(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString keyring() const { return m_path + u"/keyring.json"_qs; }
    [[nodiscard]] QString attempts() const { return m_path + u"/attempts.json"_qs; }
    [[nodiscard]] QString database() const { return m_path + u"/practice.db"_qs; }
    [[nodiscard]] QString documents() const { return m_path + u"/documents"_qs; }
    [[nodiscard]] QString log() const { return m_path + u"/ambroise.log"_qs; }

    //! Errors: NotFound "practice.missing", Corrupt "practice.format", Invalid "practice.newer".
    Result<Description> describe() const;
    Status write(const Description &description) const;

    //! Nobody where the file is not there or damaged: the login can be typed.
    [[nodiscard]] QList<Face> faces() const;
    Status write(const QList<Face> &faces) const;

    //! Whether a creation began here and did not come to its end: what it left is no practice.
    [[nodiscard]] bool isUnfinished() const;
    //! The creation came to its end.
    Status finish() const;

    //! Makes the folder, readable by its owner alone, unfinished until finish(). What an
    //! interrupted creation left goes. Errors: Conflict "practice.exists" (it holds a practice, or
    //! anything), Unavailable "practice.folder", Conflict "practice.open_elsewhere" (another
    //! program is creating there).
    Status create() const;
    //! Whether create() would: the same errors, and nothing is made.
    Status canBeCreated() const;
    //! What create() and whoever called it made, gone; `wasThere`: the empty folder stays.
    void undoCreate(bool wasThere) const;

    //! Makes the folder of one more post of the practice of `first`, whose data are on a server:
    //! what is read before anybody is signed in, and nothing else; after a failure nothing of it
    //! stays. Errors: those of describe() and create(); Conflict "practice.join_embedded";
    //! Unavailable "practice.folder".
    Status joinFrom(const PracticeFolder &first) const;

    //! One desktop at a time works in a folder. Conflict "practice.open_elsewhere"; Unavailable
    //! "practice.folder" (it takes no files, or the disk is full).
    Result<std::unique_ptr<QLockFile>> lock() const;

private:
    Status copyWayIn(const PracticeFolder &first) const;

    QString m_path;
};

} // namespace ambroise::app
