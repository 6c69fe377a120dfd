// SPDX-License-Identifier: GPL-3.0-or-later
#include "vitalelink.h"

#include "post.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QPluginLoader>

namespace ambroise::app {
namespace {

constexpr qint64 largest = 100'000;

QString foundFrom(const QDir &folder, const QString &plugin)
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const QString &path :
         {folder.filePath(plugin), program.filePath(u"../lib/ambroise/"_qs + plugin)})
        if (QFile::exists(path))
            return path;
    return {};
}

} // namespace

Result<std::unique_ptr<identity::VitaleReader>> VitaleLink::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
        return Error{ErrorCode::NotFound, u"vitale.setup_file"_qs, QFileInfo(path).fileName()};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QString plugin = json.value(u"plugin").toString();
    if (plugin.isEmpty())
        return Error{ErrorCode::Corrupt, u"vitale.setup"_qs, {}};
    QPluginLoader pluginLoader(foundFrom(QFileInfo(path).dir(), plugin));
    auto *root = qobject_cast<identity::VitaleReaderPlugin *>(pluginLoader.instance());
    auto reader = root ? root->open(json.value(u"settings").toObject()) : nullptr;
    if (!reader)
        return Error{ErrorCode::Unavailable, u"vitale.plugin"_qs, pluginLoader.errorString()};
    return reader;
}

Result<identity::VitaleReader *> PostVitale::reader()
{
    if (m_reader)
        return m_reader.get();
    const QString setup = Post::load().vitaleSetup;
    if (setup.isEmpty())
        return Error{ErrorCode::Invalid, u"vitale.not_set_up"_qs, {}};
    AMBROISE_TRY(m_reader, VitaleLink::open(setup));
    return m_reader.get();
}

} // namespace ambroise::app
