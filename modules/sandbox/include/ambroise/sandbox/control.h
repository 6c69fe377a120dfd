// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/sandbox/insiserver.h>
#include <ambroise/sandbox/vitaleserver.h>

namespace ambroise::sandbox {

//! Faults and latency on demand, by plain HTTP on loopback, for people with curl:
//! - GET /insi: how it behaves, and how many calls were answered how (JSON);
//! - POST /insi/normal, /insi/silent, /insi/closed, /insi/cut, /insi/html, /insi/other-person,
//!   /insi/other-writing; POST /insi/slow/3000 (milliseconds, with any of the others before it);
//!   POST /insi/fault/siram_40/insi_102.
//! - POST /vitale/famille, /vitale/seul, /vitale/appli put that card in; /vitale/remove takes it
//!   out, also during a reading; /vitale/unplug, /vitale/plug; /vitale/slow/3000.
//! Requests that a web page made (header Origin) are refused.
class Control final : public QObject {
public:
    //! `insi` outlives this.
    explicit Control(InsiServer &insi, QObject *parent = nullptr);
    //! The reader of cartes Vitale too; it outlives this.
    void control(VitaleServer &vitale) { m_vitale = &vitale; }
    //! 0 for any port that is free. Error: Unavailable "sandbox.port".
    Status listen(quint16 port) { return m_server.listen(port); }
    [[nodiscard]] quint16 port() const { return m_server.port(); }

private:
    HttpReply handle(const HttpRequest &request);
    [[nodiscard]] bool handleCard(const QString &act) const;
    [[nodiscard]] QByteArray state() const;

    InsiServer &m_insi;
    VitaleServer *m_vitale = nullptr;
    HttpServer m_server;
};

//! What a path such as "slow/3000" or "fault/siram_40/insi_102" makes of `before`; nothing where it
//! is none.
[[nodiscard]] std::optional<Behaviour> behaviourOf(const QString &path, const Behaviour &before);

} // namespace ambroise::sandbox
