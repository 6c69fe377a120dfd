// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/vitalereader.h>

#include <QObject>

namespace ambroise::vitale {

//! Reads from the stand-in of `ambroise-sandbox`, on loopback. Setting: `port`.
class SandboxReader final : public identity::VitaleReader {
public:
    explicit SandboxReader(quint16 port)
        : m_port(port)
    {
    }
    QFuture<Result<identity::VitaleReading>> read() override;

private:
    quint16 m_port;
};

class SandboxReaderPlugin final : public QObject, public identity::VitaleReaderPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.ambroise.identity.VitaleReaderPlugin/1")
    Q_INTERFACES(ambroise::identity::VitaleReaderPlugin)
public:
    std::unique_ptr<identity::VitaleReader> open(const QJsonObject &settings) override
    {
        return std::make_unique<SandboxReader>(quint16(settings.value(u"port").toInt()));
    }
};

} // namespace ambroise::vitale
