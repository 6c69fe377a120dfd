// SPDX-License-Identifier: GPL-3.0-or-later
#include <practice/practicefolder.h>

#include <fuzz/edited.h>

#include <QFile>
#include <QTemporaryDir>

using namespace ambroise::app;

namespace {

//! In memory where there is such a disk: it is written at every run.
struct Place {
    QTemporaryDir folder{QFile::exists(QStringLiteral("/dev/shm"))
                             ? QStringLiteral("/dev/shm/ambroise-fuzz-XXXXXX")
                             : QStringLiteral("ambroise-fuzz-XXXXXX")};
    PracticeFolder practice{folder.path()};

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no place to write");
    }
};

const QByteArray description =
    R"({"format":1,"name":"Cabinet","engine":"postgres","server":"AAECAwQ=","demonstration":true})";
const QByteArray people =
    R"([{"login":"medecin","name":"Dr Claire Fontanel","role":"medecin","last":"2026-11-24T09:00:00.000Z"}])";

} // namespace

//! The two files of a practice that are read before anybody is signed in: whatever stands in them,
//! what is accepted is written and read again as it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Place place;
    const QString about = QStringLiteral("practice.json");
    place.write(about, ambroise::fuzz::edited(description, data, size));
    if (const auto first = place.practice.describe(); first.ok()) {
        if (!place.practice.write(*first).ok())
            qFatal("cannot write");
        const auto again = place.practice.describe();
        if (!again.ok() || again->name != first->name || again->engine != first->engine ||
            again->sealedServer != first->sealedServer)
            qFatal("a description that is not read back");
    }
    place.write(QStringLiteral("people.json"), ambroise::fuzz::edited(people, data, size));
    const auto faces = place.practice.faces();
    if (!place.practice.write(faces).ok() || place.practice.faces().size() != faces.size())
        qFatal("people who are not read back");
    return 0;
}
