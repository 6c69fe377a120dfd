// SPDX-License-Identifier: GPL-3.0-or-later
#include "postprinters.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace ambroise::app {
namespace {

using prescription::FormRoom;

// A file of its own, as that of the labels: another window may hold the post's settings.
QString path()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           u"/printers.json"_qs;
}

QString keyOf(PaperKind kind)
{
    switch (kind) {
    case PaperKind::Ordonnance:
        return u"ordonnance"_qs;
    case PaperKind::Secured:
        return u"secured"_qs;
    case PaperKind::Exception:
        return u"exception"_qs;
    case PaperKind::Demande:
        return u"demande"_qs;
    case PaperKind::Letter:
        return u"letter"_qs;
    case PaperKind::Label:
        return u"label"_qs;
    case PaperKind::Other:
        break;
    }
    return u"other"_qs;
}

} // namespace

PostPrinters PostPrinters::load()
{
    QFile file(path());
    const QJsonObject json = file.open(QIODevice::ReadOnly)
                                 ? QJsonDocument::fromJson(file.readAll()).object()
                                 : QJsonObject();
    PostPrinters printers;
    for (const PaperKind kind : paperKinds) {
        const QJsonObject kept = json.value(keyOf(kind)).toObject();
        printers.of(kind) = {
            kept.value(u"printer").toString(), kept.value(u"tray").toString(),
            std::clamp(kept.value(u"copies").toInt(1), 1, PaperChoice::mostCopies)};
    }
    const QJsonObject form = json.value(u"form").toObject();
    printers.form = FormRoom::fitted(form.value(u"head").toDouble(FormRoom::usual().head()),
                                     form.value(u"foot").toDouble(FormRoom::usual().foot()));
    return printers;
}

Status PostPrinters::save() const
{
    QJsonObject json;
    for (const PaperKind kind : paperKinds)
        json.insert(keyOf(kind), QJsonObject{{u"printer"_qs, of(kind).printer},
                                             {u"tray"_qs, of(kind).tray},
                                             {u"copies"_qs, of(kind).copies}});
    json.insert(u"form"_qs, QJsonObject{{u"head"_qs, form.head()}, {u"foot"_qs, form.foot()}});
    QDir().mkpath(QFileInfo(path()).path());
    QSaveFile file(path());
    const QByteArray bytes = QJsonDocument(json).toJson();
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? done() : Status(Error{ErrorCode::Unavailable, u"post.write"_qs, {}});
}

} // namespace ambroise::app
