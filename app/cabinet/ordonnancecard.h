// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carddesk.h"

#include <practice/practice.h>

#include <ambroise/net/promised.h>

namespace ambroise::app {

//! Has the prescriber's own card sign an ordonnance that is signed by the practice, one at a time.
class OrdonnanceCard final : public QObject {
    Q_OBJECT
public:
    //! References outlive it.
    OrdonnanceCard(Practice &practice, const access::Session &session, CardDesk &cards,
                   QObject *parent);

    //! `code`: as for pinOf. Answers whose card it was. Errors: Unavailable "card.none"; Denied
    //! "card.of_another"; Conflict "card.busy" (it is signing already); those of pinOf, of the card
    //! and of CardSignatureRepository.
    [[nodiscard]] QFuture<Result<QString>> sign(const QString &number, const QString &code);

private:
    struct Work {
        prescription::Ordonnance ordonnance;
        std::unique_ptr<insi::AssertionSigner> signer;
        net::Promised<QString> promised;
    };

    Result<std::shared_ptr<Work>> begin(const QString &number, const QString &code) const;
    void signWith(const std::shared_ptr<Work> &work, const QByteArray &certificate);
    void finish(const std::shared_ptr<Work> &work, const Result<QString> &holder);

    Practice &m_practice;
    const access::Session &m_session;
    CardDesk &m_cards;
    std::shared_ptr<Work> m_work;
};

} // namespace ambroise::app
