// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/insi/httpinsiservice.h>

#include "callqueue.h"
#include "fault.h"
#include "throttle.h"

#include <ambroise/crypto/hash.h>
#include <ambroise/insi/answer.h>

#include <QUuid>

namespace ambroise::insi {

using identity::InsiAnswer;
using identity::InsiVerification;

namespace {

QString newMessageId()
{
    return u"uuid:"_qs + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

//! Nobody's name is kept for counting.
QString digest(const QString &person)
{
    return QString::fromLatin1(crypto::sha256(person.toUtf8()).toHex());
}

QString personOf(const identity::InsiTraits &traits)
{
    return digest(traits.surname.text() + u'/' + identity::code(traits.sex) + u'/' +
                  traits.birthDate.toString(Qt::ISODate));
}

QString personOf(const identity::InsiCardKey &key)
{
    return digest(key.matricule + u'/' + QString::number(key.birthRank));
}

template <class T>
QFuture<Result<T>> refused(const Error &error)
{
    const net::Promised<T> promised;
    promised.give(error);
    return promised.future();
}

Error throttled()
{
    return {ErrorCode::Denied, u"insi.throttled"_qs, {}};
}

} // namespace

//! A verification under way: the service is asked about one after the other.
struct HttpInsiService::Batch {
    QList<std::pair<identity::Ins, identity::InsiTraits>> left;
    QList<InsiVerification> verified{};
    net::Promised<QList<InsiVerification>> promised{};
    QFuture<Result<net::SoapAnswer>> underWay{};
};

HttpInsiService::HttpInsiService(net::SoapClient &soap, Assertions *assertions,
                                 InsiSettings settings, const Clock &clock)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_assertions(assertions)
    , m_throttle(std::make_unique<Throttle>(clock))
    , m_queue(std::make_unique<CallQueue>(soap, assertions, m_settings, clock))
{
    if (assertions) // the service compares both
        m_settings.caller.emitter = assertions->professional().nationalId;
}

HttpInsiService::~HttpInsiService() = default;

Status HttpInsiService::checkReady() const
{
    const Caller &caller = m_settings.caller;
    if (m_settings.endpoint.isEmpty() || caller.idam.isEmpty() || caller.name.isEmpty() ||
        caller.version.isEmpty() || caller.instance.isEmpty() || caller.emitter.isEmpty())
        return Error{ErrorCode::Invalid, u"insi.not_set_up"_qs, {}};
    return done();
}

QFuture<Result<InsiAnswer>> HttpInsiService::searchByTraits(const identity::InsiTraits &traits)
{
    if (traits.sex == identity::Sex::Indeterminate)
        return refused<InsiAnswer>({ErrorCode::Invalid, u"insi.sex"_qs, {}});
    return search(traits, personOf(traits), insi::searchByTraits(traits), {});
}

QFuture<Result<InsiAnswer>> HttpInsiService::searchByCard(const identity::InsiCardKey &key)
{
    QList<QByteArray> assertions;
    if (!key.assertion.isEmpty())
        assertions << key.assertion;
    return search(key, personOf(key), insi::searchByCard(key), assertions);
}

template <class Asked>
QFuture<Result<InsiAnswer>> HttpInsiService::search(const Asked &asked, const QString &patient,
                                                    const Operation &operation,
                                                    const QList<QByteArray> &assertions)
{
    if (const Status ready = checkReady(); !ready.ok())
        return refused<InsiAnswer>(ready.error());
    if (!m_throttle->allows(patient))
        return refused<InsiAnswer>(throttled());
    const QString messageId = newMessageId();
    auto sent = m_queue->add(operation, assertions, messageId);
    const net::Promised<InsiAnswer> promised(u"insi.cancelled"_qs);
    promised.whenCancelled(m_queue.get(), [sent]() mutable { sent.cancel(); });
    net::whenKept(sent, m_queue.get(),
                  [this, asked, messageId, promised](const Result<net::SoapAnswer> &received) {
                      if (!received.ok()) {
                          promised.give(faultOf(received.error()));
                          return;
                      }
                      auto answer = readAnswer(received->envelope);
                      if (!answer.ok()) {
                          promised.give(answer.error());
                          return;
                      }
                      answer->messageId = messageId;
                      answer->at = m_clock.now();
                      const bool other = answer->person && isSomebodyElse(*answer->person, asked);
                      promised.give(accepted(std::move(*answer), other));
                  });
    return promised.future();
}

Result<InsiAnswer> HttpInsiService::accepted(InsiAnswer answer, bool somebodyElse) const
{
    if (m_settings.production && answer.simulated)
        return Error{ErrorCode::Denied, u"insi.test_identity"_qs, {}};
    if (somebodyElse)
        return Error{ErrorCode::Conflict, u"insi.other_person"_qs, answer.messageId};
    return answer;
}

QFuture<Result<QList<InsiVerification>>>
HttpInsiService::verify(const QList<std::pair<identity::Ins, identity::InsiTraits>> &identities)
{
    using Verified = QList<InsiVerification>;
    if (!m_settings.verification)
        return refused<Verified>({ErrorCode::Invalid, u"insi.not_public"_qs, {}});
    if (const Status ready = checkReady(); !ready.ok())
        return refused<Verified>(ready.error());
    const auto batch = std::make_shared<Batch>(
        Batch{identities, {}, net::Promised<Verified>(u"insi.cancelled"_qs)});
    batch->promised.whenCancelled(m_queue.get(), [weak = std::weak_ptr(batch)] {
        if (const auto ours = weak.lock())
            ours->underWay.cancel();
    });
    auto future = batch->promised.future();
    verifyNext(batch);
    return future;
}

void HttpInsiService::verifyNext(const std::shared_ptr<Batch> &batch)
{
    if (!batch->promised.isWanted())
        return;
    if (batch->left.isEmpty()) {
        batch->promised.give(batch->verified);
        return;
    }
    const auto [ins, traits] = batch->left.takeFirst();
    if (!m_throttle->allows(personOf(traits))) {
        batch->promised.give(throttled());
        return;
    }
    const QString messageId = newMessageId();
    batch->underWay =
        m_queue->add(insi::verification(*m_settings.verification, ins, traits), {}, messageId);
    net::whenKept(batch->underWay, m_queue.get(),
                  [this, batch, held = ins, messageId](const Result<net::SoapAnswer> &received) {
                      const auto verified = verification(held, received, messageId);
                      if (!verified.ok()) {
                          batch->promised.give(verified.error());
                          return;
                      }
                      batch->verified << *verified;
                      verifyNext(batch);
                  });
}

Result<InsiVerification> HttpInsiService::verification(const identity::Ins &ins,
                                                       const Result<net::SoapAnswer> &received,
                                                       const QString &messageId) const
{
    if (!received.ok())
        return faultOf(received.error());
    AMBROISE_TRY(const auto answer,
                 readVerification(received->envelope, m_settings.verification->answer));
    if (m_settings.production && answer.simulated)
        return Error{ErrorCode::Denied, u"insi.test_identity"_qs, {}};
    return InsiVerification{ins, answer.holds, messageId, received->envelope};
}

void HttpInsiService::cardRemoved()
{
    if (m_assertions)
        m_assertions->forget();
    m_queue->endAll({ErrorCode::Unavailable, u"insi.card"_qs, {}});
}

} // namespace ambroise::insi
