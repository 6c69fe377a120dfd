// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>
#include <ambroise/sandbox/register.h>

#include <QDir>
#include <QTcpServer>

#include <chrono>

class QTcpSocket;

namespace ambroise::sandbox {

//! Somebody on a card of the stand-in.
struct CardPerson {
    Person person{};
    int rank = 1;
};

//! A carte Vitale, or the application in its place. The first is the holder.
struct VitaleCard {
    QList<CardPerson> persons{};
    bool isApplication = false;
};

//! A reader of cartes Vitale without a card's chip: on loopback, a line `read` is answered by a
//! line of JSON, `{"medium","persons":[…]}` or `{"error":"none"}`. The card may be put in, taken
//! out, also during a reading, and the reader unplugged.
class VitaleServer final : public QObject {
public:
    explicit VitaleServer(QObject *parent = nullptr);
    ~VitaleServer() override;

    //! 0 for any port that is free. Error: Unavailable "sandbox.port".
    Status listen(quint16 port = 0);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    void insert(const VitaleCard &card);
    //! Readings that are under way end with `removed`.
    void remove();
    [[nodiscard]] bool isReading() const { return !m_underWay.isEmpty(); }
    void setPlugged(bool plugged) { m_plugged = plugged; }
    //! How long a reading takes from now on.
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }

    //! "famille": a mother and two sons; "seul": one person; "appli": the application. Nothing
    //! where there is none of that name.
    [[nodiscard]] static std::optional<VitaleCard> cardNamed(const QString &name);

    //! vitale.json, for the settings of a post: `plugin` reads from here. Error: Unavailable
    //! "sandbox.folder".
    Status writeFolder(const QDir &folder, const QString &plugin) const;

private:
    void serve(QTcpSocket &socket);
    void answer(QTcpSocket &socket) const;

    std::optional<VitaleCard> m_card;
    bool m_plugged = true;
    std::chrono::milliseconds m_delay{0};
    QList<QTcpSocket *> m_underWay{};
    QTcpServer m_server; //!< goes first, with its sockets
};

} // namespace ambroise::sandbox
