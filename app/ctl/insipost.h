// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/insi/httpinsiservice.h>
#include <ambroise/net/httpsclient.h>
#include <ambroise/net/soapclient.h>

#include <memory>

namespace ambroise::ctl {

//! The INSi that a JSON file describes, as `ambroise-sandbox --folder` writes one: endpoint,
//! anchors, certificate and key (with passphrase where it has one) or signer, idam, instance,
//! production, verification. Paths are relative to the file.
class InsiPost {
public:
    //! Errors: NotFound "cli.file", Invalid "insi.not_set_up", those of net::ClientCredential and
    //! net::anchorsFromPem.
    static Result<std::unique_ptr<InsiPost>> open(const QString &path, const Clock &clock);

    [[nodiscard]] insi::HttpInsiService &service() { return *m_service; }

private:
    InsiPost() = default;

    std::unique_ptr<insi::SoftwareSigner> m_signer;
    std::unique_ptr<insi::Assertions> m_assertions;
    std::unique_ptr<net::HttpsClient> m_https;
    std::unique_ptr<net::SoapClient> m_soap;
    std::unique_ptr<insi::HttpInsiService> m_service;
};

} // namespace ambroise::ctl
