// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancecard.h"

#include <ambroise/cards/cardholder.h>

namespace ambroise::app {

OrdonnanceCard::OrdonnanceCard(Practice &practice, const access::Session &session, CardDesk &cards,
                               QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_cards(cards)
{
}

Result<std::shared_ptr<OrdonnanceCard::Work>> OrdonnanceCard::begin(const QString &number,
                                                                    const QString &code) const
{
    if (m_work)
        return Error{ErrorCode::Conflict, u"card.busy"_qs, {}};
    AMBROISE_CHECK(require(m_session, access::Right::Prescribe));
    const auto card = m_cards.card();
    if (!card)
        return Error{ErrorCode::Unavailable, u"card.none"_qs, {}};
    if (!m_cards.bears(m_session.account().person))
        return Error{ErrorCode::Denied, u"card.of_another"_qs, {}};
    AMBROISE_CHECK(pinOf(code)); // a shape that no code has never reaches the card
    AMBROISE_TRY(const auto parsed, prescription::OrdonnanceNumber::parse(number));
    AMBROISE_TRY(auto ordonnance, m_practice.ordonnances().byNumber(parsed));
    auto signer = m_cards.signer(
        card->serial, [code](const insi::CardSigner::Answer &answer) { answer(pinOf(code)); });
    return std::make_shared<Work>(
        Work{std::move(ordonnance), std::move(signer), net::Promised<QString>()});
}

QFuture<Result<QString>> OrdonnanceCard::sign(const QString &number, const QString &code)
{
    auto begun = begin(number, code);
    if (!begun.ok())
        return QtFuture::makeReadyFuture(Result<QString>(begun.error()));
    m_work = *begun;
    net::whenKept(m_work->signer->certificate(), this,
                  [this, work = m_work](const Result<QByteArray> &certificate) {
                      if (certificate.ok())
                          signWith(work, *certificate);
                      else
                          finish(work, certificate.error());
                  });
    return m_work->promised.future();
}

void OrdonnanceCard::signWith(const std::shared_ptr<Work> &work, const QByteArray &certificate)
{
    auto draft =
        m_practice.cardSignatures().begin(work->ordonnance, certificate, m_session.actor());
    if (!draft.ok()) {
        finish(work, draft.error());
        return;
    }
    net::whenKept(work->signer->sign(draft->toSign()), this,
                  [this, work, draft = *draft, certificate](const Result<QByteArray> &signature) {
                      if (!signature.ok()) {
                          finish(work, signature.error());
                          return;
                      }
                      const Status kept = m_practice.cardSignatures().keep(
                          work->ordonnance, draft, *signature, m_session.actor());
                      const auto holder = cards::CardHolder::fromCertificate(certificate);
                      finish(work, !kept.ok()    ? Result<QString>(kept.error())
                                   : holder.ok() ? Result<QString>(holder->name())
                                                 : Result<QString>(QString()));
                  });
}

void OrdonnanceCard::finish(const std::shared_ptr<Work> &work, const Result<QString> &holder)
{
    m_work.reset();
    work->promised.give(holder);
}

} // namespace ambroise::app
