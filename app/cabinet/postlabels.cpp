// SPDX-License-Identifier: GPL-3.0-or-later
#include "postlabels.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace ambroise::app {
namespace {

// A file of its own: who prints a label saves it while another window holds the post's settings.
QString path()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/labels.json"_qs;
}

documents::LabelSheet sheetOf(const QString &code)
{
    const QList<documents::LabelSheet> sheets = documents::labelSheets();
    const auto found =
        std::find_if(sheets.begin(), sheets.end(),
                     [&](const documents::LabelSheet &sheet) { return sheet.code == code; });
    return found == sheets.end() ? sheets.first() : *found;
}

//! Invented, with a matricule of the test authority: no practice takes it for somebody.
patient::PatientDetails nobody()
{
    using namespace identity;
    const auto traits =
        *StrictTraits::make({*BirthSurname::parse(u"SPECIMEN"), *GivenNames::parse(u"ANNE MARIE"),
                             *GivenNames::parse(u"ANNE"), *BirthDate::of(QDate(1979, 3, 28)),
                             Sex::Female, *BirthPlace::make(u"51215", u"Domprémy"_qs)});
    return {.identity = *Identity::make(
                traits, Ins{*InsMatricule::parse(u"279035121518989"), InsAuthority::TestNir},
                {true, true}, {})};
}

} // namespace

PostLabels PostLabels::load()
{
    QFile file(path());
    const QJsonObject json = file.open(QIODevice::ReadOnly)
                                 ? QJsonDocument::fromJson(file.readAll()).object()
                                 : QJsonObject();
    PostLabels labels;
    labels.sheet = sheetOf(json.value(u"format").toString());
    labels.start.position = std::clamp(json.value(u"next").toInt(), 0, labels.sheet.count() - 1);
    labels.start.shiftX = std::clamp(json.value(u"shift_x").toDouble(), -furthest, furthest);
    labels.start.shiftY = std::clamp(json.value(u"shift_y").toDouble(), -furthest, furthest);
    return labels;
}

Status PostLabels::save() const
{
    QDir().mkpath(QFileInfo(path()).path());
    QSaveFile file(path());
    const QByteArray json = QJsonDocument(QJsonObject{{u"format"_qs, sheet.code},
                                                      {u"next"_qs, start.position},
                                                      {u"shift_x"_qs, start.shiftX},
                                                      {u"shift_y"_qs, start.shiftY}})
                                .toJson();
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
    return written ? done() : Status(Error{ErrorCode::Unavailable, u"post.write"_qs, {}});
}

PostLabels PostLabels::afterOne() const
{
    PostLabels after = *this;
    after.start.position = (start.position + 1) % sheet.count();
    return after;
}

Result<QByteArray> PostLabels::specimen() const
{
    documents::LabelStart outlined = start;
    outlined.outlined = true;
    return documents::insLabels({nobody()}, sheet, outlined);
}

} // namespace ambroise::app
