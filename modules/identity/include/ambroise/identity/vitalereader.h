// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/identity/insiservice.h>

#include <QJsonObject>
#include <QtPlugin>

#include <chrono>
#include <memory>

namespace ambroise::identity {

//! Somebody whom a carte Vitale covers. What it writes of them is a key to INSi and never the
//! identity (RNIV): the status stays what it is until INSi answers.
struct VitaleBeneficiary {
    InsiCardKey key{};
    QString givenName{};
    bool isHolder = false;
    //! Told by the application in place of the card alone: the INS and the traits.
    std::optional<InsiPerson> person{};

    friend bool operator==(const VitaleBeneficiary &, const VitaleBeneficiary &) = default;
};

//! What one reading gave.
struct VitaleReading {
    enum class Medium {
        Card,
        Application, //!< appli carte Vitale (apCV): an identity that it gives is qualified
    };
    Medium medium = Medium::Card;
    QList<VitaleBeneficiary> beneficiaries{}; //!< never empty; of several a person chooses

    //! How long it may be used: the context of the application, the proof that a card was read.
    [[nodiscard]] std::chrono::seconds lifetime() const
    {
        using namespace std::chrono_literals;
        return medium == Medium::Application ? 1800s : 1200s;
    }
};

//! What reads cartes Vitale. Certified reading is proprietary (GIE SESAM-Vitale): a plug-in of
//! whoever has it implements this. Nothing of the card is kept by it.
//!
//! Errors of read(): NotFound "vitale.reader" (no reader), NotFound "vitale.none" (no card in it),
//! Unavailable "vitale.removed" (the card went during the reading), Corrupt "vitale.card" (not a
//! carte Vitale, or damaged), Timeout "vitale.timeout", Unavailable "vitale.failed" (the reading
//! itself; detail: its code). A future that its holder cancels has no result.
class VitaleReader {
public:
    virtual ~VitaleReader() = default;
    virtual QFuture<Result<VitaleReading>> read() = 0;

protected:
    VitaleReader() = default;
    VitaleReader(const VitaleReader &) = default;
    VitaleReader &operator=(const VitaleReader &) = default;
};

//! The root of a plug-in (QPluginLoader), built with the same Qt and the same compiler.
class VitaleReaderPlugin {
public:
    virtual ~VitaleReaderPlugin() = default;
    //! `settings`: the plug-in's own, as the post's file has them.
    virtual std::unique_ptr<VitaleReader> open(const QJsonObject &settings) = 0;

protected:
    VitaleReaderPlugin() = default;
    VitaleReaderPlugin(const VitaleReaderPlugin &) = default;
    VitaleReaderPlugin &operator=(const VitaleReaderPlugin &) = default;
};

} // namespace ambroise::identity

Q_DECLARE_INTERFACE(ambroise::identity::VitaleReaderPlugin,
                    "org.ambroise.identity.VitaleReaderPlugin/1")
