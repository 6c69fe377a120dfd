// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/net/httpsclient.h>

#include <QNetworkReply>
#include <QTimer>

namespace ambroise::net {

//! One request under way; deletes itself, and its reply with it, once it is answered.
class Exchange final : public QObject {
public:
    Exchange(QNetworkReply *reply, HttpsClient::Limits limits, QObject *parent);
    ~Exchange() override;

    [[nodiscard]] QFuture<Result<HttpAnswer>> future() const { return m_promised.future(); }

private:
    void read();
    void finished();
    [[nodiscard]] Result<HttpAnswer> outcome() const;
    void end(Result<HttpAnswer> result);

    QNetworkReply *m_reply;
    HttpsClient::Limits m_limits;
    Promised<HttpAnswer> m_promised;
    QTimer m_deadline;
    QByteArray m_body;
    bool m_distrusted = false;
};

} // namespace ambroise::net
