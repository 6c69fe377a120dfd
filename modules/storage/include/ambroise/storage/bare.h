// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/crypto/secret.h>
#include <ambroise/storage/connection.h>

namespace ambroise::storage {

//! The embedded database through SQLCipher's own C interface, with nothing of ours or Qt's between:
//! what a query costs at least, to measure our overhead against. Reads only.
class BareEngine {
public:
    //! Error: Unavailable "storage.unavailable".
    static Result<std::unique_ptr<BareEngine>> open(const QString &file,
                                                    const crypto::SecretBytes &key);
    ~BareEngine();
    Q_DISABLE_COPY_MOVE(BareEngine)

    //! Runs the statement to its end, touching every column; answers the number of rows. Prepared
    //! statements are kept. Error: Invalid "storage.sql".
    Result<qint64> run(const QByteArray &sql, const Values &values);

private:
    struct State;
    explicit BareEngine(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace ambroise::storage
