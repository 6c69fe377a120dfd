// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/keyring.h>

#include "keyringlimits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ambroise::crypto {
namespace {

constexpr qint64 format = 1;
constexpr qint64 maxVersion = 1LL << 53; // whole numbers of JSON

Error formatError(const char *what)
{
    return {ErrorCode::Corrupt, QStringLiteral("keyring.format"), QLatin1String(what)};
}

QString nameOf(SlotKind kind)
{
    switch (kind) {
    case SlotKind::Password:
        return QStringLiteral("password");
    case SlotKind::Card:
        return QStringLiteral("card");
    case SlotKind::Recovery:
        return QStringLiteral("recovery");
    }
    Q_UNREACHABLE();
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

//! Takes the members of an object one by one; at the end none may be left over. Each value has one
//! way of being written, so that no byte can change unseen.
class Members {
public:
    explicit Members(QJsonObject object)
        : m_object(std::move(object))
    {
    }
    QString text(const char *name) { return take(name, QJsonValue::String).toString(); }
    QByteArray bytes(const char *name, qsizetype least, qsizetype most)
    {
        const QByteArray written = text(name).toLatin1();
        const auto decoded =
            QByteArray::fromBase64Encoding(written, QByteArray::AbortOnBase64DecodingErrors);
        m_sound = m_sound && decoded && decoded.decoded.toBase64() == written &&
                  decoded.decoded.size() >= least && decoded.decoded.size() <= most;
        return decoded.decoded;
    }
    qint64 number(const char *name, qint64 least, qint64 most)
    {
        const qint64 value = take(name, QJsonValue::Double).toInteger(-1);
        m_sound = m_sound && value >= least && value <= most;
        return value;
    }
    QJsonArray list(const char *name) { return take(name, QJsonValue::Array).toArray(); }
    void require(bool condition) { m_sound = m_sound && condition; }
    [[nodiscard]] bool sound() const { return m_sound && m_object.isEmpty(); }

private:
    QJsonValue take(const char *name, QJsonValue::Type type)
    {
        const QJsonValue value = m_object.take(QLatin1String(name));
        m_sound = m_sound && value.type() == type;
        return value;
    }
    QJsonObject m_object;
    bool m_sound = true;
};

quint32 count32(Members &members, const char *name)
{
    return quint32(members.number(name, 1, std::numeric_limits<quint32>::max()));
}

bool isSlotId(QStringView text)
{
    return text.size() == 16 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

//! The text form of a keyring.
class KeyringJson {
public:
    static QJsonObject write(const Keyring::Slot &slot);
    static Result<Keyring::Slot> readSlot(const QJsonValue &value);
    static Result<Keyring> read(const QJsonObject &object);

private:
    static bool areDistinct(const QList<Keyring::Slot> &all);
};

QJsonObject KeyringJson::write(const Keyring::Slot &slot)
{
    QJsonObject object{{QStringLiteral("id"), slot.info.id.value},
                       {QStringLiteral("kind"), nameOf(slot.info.kind)},
                       {QStringLiteral("wrapped"), base64(slot.wrapped)}};
    if (slot.info.kind != SlotKind::Recovery)
        object.insert(QStringLiteral("login"), slot.info.login);
    if (slot.info.kind == SlotKind::Password) {
        const Argon2Params params = slot.info.params.value_or(Argon2Params());
        object.insert(QStringLiteral("memoryKib"), qint64(params.memoryKib));
        object.insert(QStringLiteral("passes"), qint64(params.passes));
        object.insert(QStringLiteral("lanes"), qint64(params.lanes));
        object.insert(QStringLiteral("salt"), base64(slot.salt));
    }
    if (slot.info.kind == SlotKind::Card) {
        object.insert(QStringLiteral("salt"), base64(slot.info.cardSalt));
        object.insert(QStringLiteral("certificate"), base64(slot.info.certificateFingerprint));
        object.insert(QStringLiteral("public"), base64(slot.info.publicData));
    }
    return object;
}

Result<Keyring::Slot> KeyringJson::readSlot(const QJsonValue &value)
{
    Members members(value.toObject());
    Keyring::Slot slot;
    slot.info.id.value = members.text("id");
    members.require(isSlotId(slot.info.id.value));
    slot.wrapped = members.bytes("wrapped", 1, 1024);
    const QString kind = members.text("kind");
    if (kind != nameOf(SlotKind::Recovery)) {
        slot.info.login = members.text("login");
        members.require(!slot.info.login.isEmpty() && slot.info.login.size() <= limits::login);
    }
    if (kind == nameOf(SlotKind::Password)) {
        slot.info.kind = SlotKind::Password;
        slot.salt = members.bytes("salt", 8, 64);
        slot.info.params = {count32(members, "memoryKib"), count32(members, "passes"),
                            count32(members, "lanes")};
        if (members.sound())
            AMBROISE_CHECK(slot.info.params->check());
    } else if (kind == nameOf(SlotKind::Card)) {
        slot.info.kind = SlotKind::Card;
        slot.info.cardSalt = members.bytes("salt", 0, limits::cardSalt);
        slot.info.certificateFingerprint = members.bytes("certificate", 0, limits::fingerprint);
        slot.info.publicData = members.bytes("public", 0, limits::publicData);
    } else {
        slot.info.kind = SlotKind::Recovery;
        members.require(kind == nameOf(SlotKind::Recovery));
    }
    if (!members.sound())
        return formatError("slot");
    return slot;
}

bool KeyringJson::areDistinct(const QList<Keyring::Slot> &all)
{
    for (auto slot = all.begin(); slot != all.end(); ++slot)
        for (auto other = all.begin(); other != slot; ++other)
            if (other->info.id == slot->info.id ||
                (other->info.kind == slot->info.kind && other->info.login == slot->info.login &&
                 other->info.certificateFingerprint == slot->info.certificateFingerprint))
                return false;
    return true;
}

Result<Keyring> KeyringJson::read(const QJsonObject &object)
{
    Members members(object);
    if (members.text("ambroise") != u"keyring")
        return formatError("not a keyring");
    const qint64 written = members.number("format", 1, maxVersion);
    if (written > format)
        return Error{ErrorCode::Invalid, QStringLiteral("keyring.newer"), {}};
    Keyring keyring;
    keyring.m_practiceId = members.bytes("practice", 16, 16);
    keyring.m_version = members.number("version", 1, maxVersion);
    keyring.m_seal = members.bytes("seal", 32, 32);
    const QJsonArray list = members.list("slots");
    if (!members.sound() || list.size() > limits::slotCount)
        return formatError("header");
    for (const auto &value : list) {
        AMBROISE_TRY(Keyring::Slot slot, readSlot(value));
        keyring.m_slots += std::move(slot);
    }
    if (!areDistinct(keyring.m_slots))
        return formatError("the same slot twice");
    return keyring;
}

QByteArray Keyring::toJson() const
{
    QJsonArray list;
    for (const Slot &slot : m_slots)
        list += KeyringJson::write(slot);
    const QJsonObject object{{QStringLiteral("ambroise"), QStringLiteral("keyring")},
                             {QStringLiteral("format"), format},
                             {QStringLiteral("practice"), base64(m_practiceId)},
                             {QStringLiteral("version"), m_version},
                             {QStringLiteral("slots"), list},
                             {QStringLiteral("seal"), base64(m_seal)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Keyring> Keyring::fromJson(QByteArrayView json)
{
    if (json.size() > limits::json)
        return formatError("size");
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (!document.isObject())
        return Error{ErrorCode::Corrupt, QStringLiteral("keyring.format"), error.errorString()};
    return KeyringJson::read(document.object());
}

} // namespace ambroise::crypto
