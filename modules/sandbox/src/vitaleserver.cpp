// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/vitaleserver.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace ambroise::sandbox {
namespace {

QJsonObject jsonOf(const CardPerson &on, bool isApplication)
{
    const Person &person = on.person;
    QJsonObject json{{u"surname"_qs, person.surname},
                     {u"given_name"_qs, person.givenNames.section(u' ', 0, 0)},
                     {u"birth_date"_qs, person.birthDate},
                     {u"rank"_qs, on.rank},
                     {u"matricule"_qs, person.number + person.key}};
    if (isApplication) { // the card itself has no INS and no list of given names
        json.insert(u"oid"_qs, u"1.2.250.1.213.1.4.10"_qs);
        json.insert(u"given_names"_qs, person.givenNames);
        json.insert(u"sex"_qs, person.sex);
        json.insert(u"birth_place"_qs, person.birthPlace);
    }
    return json;
}

QJsonObject jsonOf(const VitaleCard &card)
{
    QJsonArray persons;
    for (const CardPerson &on : card.persons)
        persons.append(jsonOf(on, card.isApplication));
    return {{u"medium"_qs, card.isApplication ? u"application"_qs : u"card"_qs},
            {u"persons"_qs, persons}};
}

QJsonObject errorNamed(const QString &name)
{
    return {{u"error"_qs, name}};
}

} // namespace

VitaleServer::VitaleServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_underWay.removeAll(socket);
                socket->deleteLater();
            });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(*socket); });
        }
    });
}

VitaleServer::~VitaleServer() = default;

Status VitaleServer::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return Error{ErrorCode::Unavailable, u"sandbox.port"_qs, QString::number(port)};
    return done();
}

void VitaleServer::insert(const VitaleCard &card)
{
    m_card = card;
}

void VitaleServer::remove()
{
    m_card.reset();
    for (QTcpSocket *socket : std::exchange(m_underWay, {}))
        socket->write("{\"error\":\"removed\"}\n");
}

void VitaleServer::serve(QTcpSocket &socket)
{
    while (socket.canReadLine()) {
        if (socket.readLine().trimmed() != "read") {
            socket.disconnectFromHost();
            return;
        }
        m_underWay << &socket;
        QTimer::singleShot(m_delay, &socket, [this, &socket] {
            if (m_underWay.removeOne(&socket))
                answer(socket);
        });
    }
}

void VitaleServer::answer(QTcpSocket &socket) const
{
    const QJsonObject json = !m_plugged ? errorNamed(u"reader"_qs)
                             : !m_card  ? errorNamed(u"none"_qs)
                                        : jsonOf(*m_card);
    socket.write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
}

std::optional<VitaleCard> VitaleServer::cardNamed(const QString &name)
{
    const Register people(0);
    const auto person = [&people](const QString &number) {
        return *people.byNumber(number);
    };
    if (name == u"famille")
        return VitaleCard{{{person(u"2751263220749"_qs), 1},
                           {person(u"1100863220830"_qs), 1},
                           {person(u"1090763220834"_qs), 2}}};
    if (name == u"seul")
        return VitaleCard{{{person(u"180032B020401"_qs), 1}}};
    if (name == u"appli")
        return VitaleCard{{{person(u"2790351215189"_qs), 1}}, true};
    return std::nullopt;
}

Status VitaleServer::writeFolder(const QDir &folder, const QString &plugin) const
{
    const Error failure{ErrorCode::Unavailable, u"sandbox.folder"_qs, folder.dirName()};
    if (!folder.mkpath(u"."_qs))
        return failure;
    const QByteArray json =
        QJsonDocument(QJsonObject{{u"plugin"_qs, plugin},
                                  {u"settings"_qs, QJsonObject{{u"port"_qs, int(port())}}}})
            .toJson();
    QSaveFile file(folder.filePath(u"vitale.json"_qs));
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
    return written ? done() : Status(failure);
}

} // namespace ambroise::sandbox
