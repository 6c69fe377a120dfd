// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/sandbox/control.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace ambroise::sandbox {
namespace {

using Kind = Behaviour::Kind;

constexpr std::array<std::pair<QStringView, Kind>, 8> kinds = {{
    {u"normal", Kind::Normal},
    {u"silent", Kind::Silent},
    {u"closed", Kind::Closed},
    {u"cut", Kind::Cut},
    {u"html", Kind::Html},
    {u"other-person", Kind::OtherPerson},
    {u"fault", Kind::Fault},
    {u"other-writing", Kind::OtherWriting},
}};

constexpr int longestDelay = 600'000;

QString nameOf(Kind kind)
{
    for (const auto &[name, known] : kinds)
        if (known == kind)
            return name.toString();
    return {};
}

} // namespace

std::optional<Behaviour> behaviourOf(const QString &path, const Behaviour &before)
{
    const QStringList words = path.split(u'/');
    Behaviour behaviour = before;
    if (words.first() == u"slow") {
        bool known = false;
        const int delay = words.value(1).toInt(&known);
        if (!known || delay < 0 || delay > longestDelay || words.size() != 2)
            return {};
        behaviour.delay = std::chrono::milliseconds(delay);
        return behaviour;
    }
    for (const auto &[name, kind] : kinds) {
        if (words.first() != name)
            continue;
        if (kind == Kind::Normal)
            return Behaviour{};
        behaviour.kind = kind;
        if (kind == Kind::Fault && words.size() == 3) {
            behaviour.faultSubcode = words[1];
            behaviour.faultCode = words[2];
        }
        return behaviour;
    }
    return {};
}

Control::Control(InsiServer &insi, QObject *parent)
    : QObject(parent)
    , m_insi(insi)
    , m_server({}, [this](const HttpRequest &request) { return handle(request); })
{
}

HttpReply Control::handle(const HttpRequest &request)
{
    const QString path = QString::fromLatin1(request.path);
    if (request.headers.contains("origin"))
        return {.status = 403, .body = "not for web pages\n"};
    if (request.method == "GET" && path == u"/insi")
        return {.contentType = "application/json", .body = state()};
    if (request.method == "POST" && path.startsWith(u"/vitale/"))
        return handleCard(path.mid(8)) ? HttpReply{.body = "ok\n"}
                                       : HttpReply{.status = 404, .body = "no such act\n"};
    if (request.method != "POST" || !path.startsWith(u"/insi/"))
        return {.status = 404, .body = "GET /insi, POST /insi/<behaviour>\n"};
    const auto behaviour = behaviourOf(path.mid(6), m_insi.behaviour());
    if (!behaviour)
        return {.status = 404, .body = "no such behaviour\n"};
    m_insi.behave(*behaviour);
    return {.contentType = "application/json", .body = state()};
}

bool Control::handleCard(const QString &act) const
{
    if (!m_vitale)
        return false;
    if (const auto card = VitaleServer::cardNamed(act)) {
        m_vitale->insert(*card);
        return true;
    }
    if (const auto slow = act.startsWith(u"slow/") ? behaviourOf(act, {}) : std::nullopt) {
        m_vitale->setDelay(slow->delay);
        return true;
    }
    if (act == u"remove")
        m_vitale->remove();
    else if (act == u"plug" || act == u"unplug")
        m_vitale->setPlugged(act == u"plug");
    else
        return false;
    return true;
}

QByteArray Control::state() const
{
    QJsonObject outcomes;
    for (const InsiServer::Served &served : m_insi.served())
        outcomes[served.outcome] = outcomes.value(served.outcome).toInt() + 1;
    const Behaviour &behaviour = m_insi.behaviour();
    return QJsonDocument(QJsonObject{{u"behaviour"_qs, nameOf(behaviour.kind)},
                                     {u"delay_ms"_qs, qint64(behaviour.delay.count())},
                                     {u"outcomes"_qs, outcomes}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

} // namespace ambroise::sandbox
