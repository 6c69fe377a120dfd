// SPDX-License-Identifier: GPL-3.0-or-later
#include "post.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>

namespace ambroise::app {
namespace {

QString path()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/post.json"_qs;
}

} // namespace

Post Post::load()
{
    Post post;
    QFile file(path());
    const QJsonObject json = file.open(QIODevice::ReadOnly)
                                 ? QJsonDocument::fromJson(file.readAll()).object()
                                 : QJsonObject();
    post.name = json.value(u"name").toString(QSysInfo::machineHostName());
    post.profile =
        json.value(u"profile").toString() == u"officine" ? Profile::Officine : Profile::Cabinet;
    post.lastPractice = json.value(u"practice").toString();
    post.cardModule = json.value(u"card_module").toString();
    post.vitaleSetup = json.value(u"vitale").toString();
    post.scanFolder = json.value(u"scan_folder").toString();
    post.scanner = json.value(u"scanner").toString();
    post.scannerName = json.value(u"scanner_name").toString();
    post.scanResolution = json.value(u"scan_resolution").toInt(300);
    post.scanColour = json.value(u"scan_colour").toBool();
    return post;
}

Status Post::save() const
{
    QDir().mkpath(QFileInfo(path()).path());
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unavailable, u"post.write"_qs, {}};
    file.write(
        QJsonDocument(QJsonObject{{u"name"_qs, name},
                                  {u"profile"_qs,
                                   profile == Profile::Officine ? u"officine"_qs : u"cabinet"_qs},
                                  {u"practice"_qs, lastPractice},
                                  {u"card_module"_qs, cardModule},
                                  {u"vitale"_qs, vitaleSetup},
                                  {u"scan_folder"_qs, scanFolder},
                                  {u"scanner"_qs, scanner},
                                  {u"scanner_name"_qs, scannerName},
                                  {u"scan_resolution"_qs, scanResolution},
                                  {u"scan_colour"_qs, scanColour}})
            .toJson());
    return file.commit() ? done() : Status(Error{ErrorCode::Unavailable, u"post.write"_qs, {}});
}

QString cardModuleOf(const Post &post)
{
    if (!post.cardModule.isEmpty())
        return post.cardModule;
    // Cryptolib CPS, as the ANS installs it.
    const QString usual = u"/opt/santesocial/CPS/lib/libcps3_pkcs11_lux.so"_qs;
    return QFile::exists(usual) ? usual : QString();
}

} // namespace ambroise::app
