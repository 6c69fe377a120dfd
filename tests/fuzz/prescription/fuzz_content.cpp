// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/linejson.h>
#include <ambroise/prescription/ordonnance.h>

#include <fuzz/edited.h>
#include <support/sampleordonnance.h>

#include <QJsonDocument>
#include <QJsonObject>

using namespace ambroise;
using namespace ambroise::prescription;

//! A content that is accepted is written in one way, and read back from it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArray sample = test::sampleContent().canonical();
    const QByteArray json = fuzz::edited(sample, data, size);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    (void)lineFromJson(object);
    (void)patientFromJson(object);
    (void)prescriberFromJson(object);
    const auto content = OrdonnanceContent::fromCanonical(json);
    if (!content.ok())
        return 0;
    const QByteArray written = content->canonical();
    const auto again = OrdonnanceContent::fromCanonical(written);
    if (!again.ok() || again->canonical() != written)
        qFatal("a content that is not read back");
    for (const Remark &remark :
         OrdonnanceContent::remarks({again->patient(), again->prescriber(), again->lines()}))
        if (remark.blocking)
            qFatal("an ordonnance that could not have been signed");
    return 0;
}
