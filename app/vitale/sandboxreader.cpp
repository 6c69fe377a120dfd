// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxreader.h"

#include <ambroise/net/promised.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

#include <array>

namespace ambroise::vitale {

using identity::VitaleBeneficiary;
using identity::VitaleReading;

namespace {

constexpr std::chrono::seconds deadline{30};
constexpr qint64 longestAnswer = 100'000;

struct Failure {
    QStringView told;
    ErrorCode code;
    QStringView subject;
};
constexpr std::array<Failure, 3> failures = {{
    {u"reader", ErrorCode::NotFound, u"vitale.reader"},
    {u"none", ErrorCode::NotFound, u"vitale.none"},
    {u"removed", ErrorCode::Unavailable, u"vitale.removed"},
}};

Error failureNamed(const QString &told)
{
    for (const Failure &failure : failures)
        if (failure.told == told)
            return {failure.code, failure.subject.toString(), {}};
    return {ErrorCode::Unavailable, u"vitale.failed"_qs, told};
}

//! What the application tells besides.
Result<identity::InsiPerson> personOf(const QJsonObject &json)
{
    AMBROISE_TRY(const auto matricule,
                 identity::InsMatricule::fromInsi(json.value(u"matricule").toString()));
    const auto authority = identity::authorityOf(json.value(u"oid").toString());
    if (!authority)
        return Error{ErrorCode::Corrupt, u"vitale.card"_qs, {}};
    identity::InsiPerson person{.ins = {matricule, *authority}};
    person.surname = json.value(u"surname").toString();
    person.givenNames = json.value(u"given_names").toString();
    person.firstGivenName = json.value(u"given_name").toString();
    person.sex = json.value(u"sex").toString();
    person.birthDate = json.value(u"birth_date").toString();
    person.birthPlace = json.value(u"birth_place").toString();
    return person;
}

Result<VitaleReading> readingOf(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (json.contains(u"error"))
        return failureNamed(json.value(u"error").toString());
    const QJsonArray persons = json.value(u"persons").toArray();
    if (persons.isEmpty())
        return Error{ErrorCode::Corrupt, u"vitale.card"_qs, {}};
    VitaleReading reading;
    if (json.value(u"medium").toString() == u"application")
        reading.medium = VitaleReading::Medium::Application;
    const QString holder = persons.first().toObject().value(u"matricule").toString();
    for (const QJsonValue &value : persons) {
        const QJsonObject person = value.toObject();
        VitaleBeneficiary on;
        on.key.matricule = person.value(u"matricule").toString();
        on.key.holderMatricule = holder;
        on.key.surname = person.value(u"surname").toString();
        on.key.birthDate = person.value(u"birth_date").toString();
        on.key.birthRank = person.value(u"rank").toInt(1);
        on.givenName = person.value(u"given_name").toString();
        on.isHolder = reading.beneficiaries.isEmpty();
        if (reading.medium == VitaleReading::Medium::Application) {
            AMBROISE_TRY(on.person, personOf(person));
        }
        reading.beneficiaries.append(on);
    }
    return reading;
}

} // namespace

QFuture<Result<VitaleReading>> SandboxReader::read()
{
    auto *socket = new QTcpSocket; // goes with its answer
    const net::Promised<VitaleReading> promised(u"vitale.removed"_qs);
    const auto give = [socket, promised](const Result<VitaleReading> &result) {
        promised.give(result);
        socket->disconnect();
        socket->deleteLater();
    };
    promised.whenCancelled(socket, [socket] { socket->deleteLater(); });
    QObject::connect(socket, &QTcpSocket::connected, socket, [socket] { socket->write("read\n"); });
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, give] {
        if (socket->canReadLine())
            give(readingOf(socket->readLine(longestAnswer)));
        else if (socket->bytesAvailable() > longestAnswer)
            give(Error{ErrorCode::Corrupt, u"vitale.card"_qs, {}});
    });
    QObject::connect(socket, &QTcpSocket::errorOccurred, socket, [socket, give] {
        const bool absent = socket->error() == QAbstractSocket::ConnectionRefusedError;
        give(failureNamed(absent ? u"reader"_qs : u"removed"_qs));
    });
    QTimer::singleShot(deadline, socket, [give] {
        give(Error{ErrorCode::Timeout, u"vitale.timeout"_qs, {}});
    });
    auto future = promised.future();
    socket->connectToHost(QHostAddress::LocalHost, m_port);
    return future;
}

} // namespace ambroise::vitale
