// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/identity/insiservice.h>
#include <ambroise/insi/assertions.h>
#include <ambroise/insi/envelope.h>
#include <ambroise/net/soapclient.h>

#include <QUrl>

#include <memory>
#include <optional>

namespace ambroise::insi {

class CallQueue;
class Throttle;

struct InsiSettings {
    QUrl endpoint{};
    Caller caller{};
    //! Test and demonstration identities (OID .10 and .11) and simulated answers are refused.
    bool production = true;
    std::optional<VerificationContract> verification{};
};

//! The national service itself, by SOAP. One call at a time, in the order asked; at most five a
//! minute for one patient, because the quotas of INSi are not public and nobody's traits are to be
//! tried out. Each deadline is that of the HTTPS client and begins with the call's turn.
//!
//! Besides what InsiService lists: Denied "insi.test_identity" (see `production`), Denied
//! "insi.certificate" (theirs is not believed or ours not wanted), Corrupt "insi.html" (a page of a
//! portal or proxy), Unavailable "insi.failed" (a fault of the service; detail as of
//! "insi.denied"), Invalid "insi.sex", and those of cards::CardMonitor about the card's code.
class HttpInsiService final : public identity::InsiService {
public:
    //! `assertions`: none with an organisation's certificate, which the client of `soap` then
    //! shows. Everything given by reference outlives this.
    HttpInsiService(net::SoapClient &soap, Assertions *assertions, InsiSettings settings,
                    const Clock &clock);
    //! What is under way ends with Cancelled "insi.cancelled".
    ~HttpInsiService() override;

    QFuture<Result<identity::InsiAnswer>>
    searchByTraits(const identity::InsiTraits &traits) override;
    QFuture<Result<identity::InsiAnswer>> searchByCard(const identity::InsiCardKey &key) override;
    QFuture<Result<QList<identity::InsiVerification>>>
    verify(const QList<std::pair<identity::Ins, identity::InsiTraits>> &identities) override;

    //! The professional's card left its reader: what is under way ends with Unavailable
    //! "insi.card", and the next call is signed anew.
    void cardRemoved();

private:
    struct Batch;
    [[nodiscard]] Status checkReady() const;
    template <class Asked>
    QFuture<Result<identity::InsiAnswer>> search(const Asked &asked, const QString &patient,
                                                 const Operation &operation,
                                                 const QList<QByteArray> &assertions);
    [[nodiscard]] Result<identity::InsiAnswer> accepted(identity::InsiAnswer answer,
                                                        bool somebodyElse) const;
    void verifyNext(const std::shared_ptr<Batch> &batch);
    [[nodiscard]] Result<identity::InsiVerification>
    verification(const identity::Ins &ins, const Result<net::SoapAnswer> &received,
                 const QString &messageId) const;

    InsiSettings m_settings;
    const Clock &m_clock;
    Assertions *m_assertions;
    std::unique_ptr<Throttle> m_throttle;
    std::unique_ptr<CallQueue> m_queue;
};

} // namespace ambroise::insi
