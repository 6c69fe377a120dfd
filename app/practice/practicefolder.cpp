// SPDX-License-Identifier: GPL-3.0-or-later
#include "practicefolder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace ambroise::app {
namespace {

constexpr int format = 1;
const QString unfinishedMark = QStringLiteral("/creation.unfinished");

Status writeFile(const QString &path, const QJsonDocument &document)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unavailable, u"practice.folder"_qs, {}};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(document.toJson());
    return file.commit() ? done()
                         : Status(Error{ErrorCode::Unavailable, u"practice.folder"_qs, {}});
}

} // namespace

PracticeFolder::PracticeFolder(QString path)
    : m_path(QDir::cleanPath(QDir(path).absolutePath()))
{
}

Result<PracticeFolder::Description> PracticeFolder::describe() const
{
    QFile file(m_path + u"/practice.json"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"practice.missing"_qs, {}};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const int kept = json.value(u"format").toInt();
    if (kept > format)
        return Error{ErrorCode::Invalid, u"practice.newer"_qs, {}};
    const QString engine = json.value(u"engine").toString();
    if (kept != format || (engine != u"sqlite" && engine != u"postgres"))
        return Error{ErrorCode::Corrupt, u"practice.format"_qs, {}};
    return Description{json.value(u"name").toString(),
                       engine == u"sqlite" ? storage::Engine::Embedded : storage::Engine::Server,
                       QByteArray::fromBase64(json.value(u"server").toString().toLatin1()),
                       json.value(u"demonstration").toBool()};
}

Status PracticeFolder::write(const Description &description) const
{
    return writeFile(
        m_path + u"/practice.json"_qs,
        QJsonDocument(QJsonObject{
            {u"format"_qs, format},
            {u"name"_qs, description.name},
            {u"engine"_qs,
             description.engine == storage::Engine::Embedded ? u"sqlite"_qs : u"postgres"_qs},
            {u"server"_qs, QString::fromLatin1(description.sealedServer.toBase64())},
            {u"demonstration"_qs, description.demonstration}}));
}

QList<PracticeFolder::Face> PracticeFolder::faces() const
{
    QFile file(m_path + u"/people.json"_qs);
    QList<Face> faces;
    if (!file.open(QIODevice::ReadOnly))
        return faces;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject json = value.toObject();
        faces.append({json.value(u"login").toString(), json.value(u"name").toString(),
                      json.value(u"role").toString(),
                      storage::instantFromText(json.value(u"last").toString())});
    }
    return faces;
}

Status PracticeFolder::write(const QList<Face> &faces) const
{
    QJsonArray array;
    for (const Face &face : faces)
        array.append(QJsonObject{{u"login"_qs, face.login},
                                 {u"name"_qs, face.name},
                                 {u"role"_qs, face.role},
                                 {u"last"_qs, storage::toText(face.lastSignIn)}});
    return writeFile(m_path + u"/people.json"_qs, QJsonDocument(array));
}

Status PracticeFolder::canBeCreated() const
{
    const QFileInfo there(m_path);
    if (there.exists() && !there.isDir())
        return Error{ErrorCode::Conflict, u"practice.exists"_qs, {}};
    const QDir folder(m_path);
    if (isUnfinished()) {
        AMBROISE_CHECK(lock());
        return done();
    }
    if (folder.exists() && !folder.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
        return Error{ErrorCode::Conflict, u"practice.exists"_qs, {}};
    QFileInfo nearest = there;
    while (!nearest.exists() && nearest.absolutePath() != nearest.absoluteFilePath())
        nearest.setFile(nearest.absolutePath());
    if (!nearest.isDir() || !nearest.isWritable())
        return Error{ErrorCode::Unavailable, u"practice.folder"_qs, {}};
    return done();
}

Status PracticeFolder::create() const
{
    AMBROISE_CHECK(canBeCreated());
    if (isUnfinished())
        QDir(m_path).removeRecursively();
    const bool wasThere = QFileInfo::exists(m_path);
    if (!QDir(m_path).mkpath(u"."_qs))
        return Error{ErrorCode::Unavailable, u"practice.folder"_qs, {}};
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (QFile(m_path + unfinishedMark).open(QIODevice::WriteOnly))
        return done();
    if (!wasThere)
        QDir().rmdir(m_path);
    return Error{ErrorCode::Unavailable, u"practice.folder"_qs, {}};
}

bool PracticeFolder::isUnfinished() const
{
    return QFileInfo::exists(m_path + unfinishedMark);
}

Status PracticeFolder::finish() const
{
    return QFile::remove(m_path + unfinishedMark)
               ? done()
               : Status(Error{ErrorCode::Unavailable, u"practice.folder"_qs, {}});
}

Status PracticeFolder::joinFrom(const PracticeFolder &first) const
{
    AMBROISE_TRY(const Description description, first.describe());
    if (description.engine != storage::Engine::Server)
        return Error{ErrorCode::Conflict, u"practice.join_embedded"_qs, {}};
    const bool wasThere = QFileInfo::exists(m_path);
    AMBROISE_CHECK(create());
    AMBROISE_TRY(auto alone, lock());
    const Status copied = copyWayIn(first);
    alone.reset(); // its file goes with the folder
    if (!copied.ok())
        undoCreate(wasThere);
    return copied;
}

Status PracticeFolder::copyWayIn(const PracticeFolder &first) const
{
    // The people may be missing: they are listed anew once somebody is in.
    (void)QFile::copy(first.m_path + u"/people.json"_qs, m_path + u"/people.json"_qs);
    for (const QString &file : {u"/practice.json"_qs, u"/keyring.json"_qs})
        if (!QFile::copy(first.m_path + file, m_path + file))
            return Error{ErrorCode::Unavailable, u"practice.folder"_qs, {}};
    return finish();
}

void PracticeFolder::undoCreate(bool wasThere) const
{
    QDir(m_path).removeRecursively();
    if (wasThere)
        QDir().mkdir(m_path);
}

Result<std::unique_ptr<QLockFile>> PracticeFolder::lock() const
{
    auto lock = std::make_unique<QLockFile>(m_path + u"/open.lock"_qs);
    lock->setStaleLockTime(0); // only when the process is gone
    if (lock->tryLock(0))
        return lock;
    // A full disk, or a folder that takes no files, is nobody else's doing.
    if (lock->error() == QLockFile::LockFailedError)
        return Error{ErrorCode::Conflict, u"practice.open_elsewhere"_qs, {}};
    return Error{ErrorCode::Unavailable, u"practice.folder"_qs, {}};
}

} // namespace ambroise::app
