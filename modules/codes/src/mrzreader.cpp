// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/mrzreader.h>

#include "greyimage.h"
#include "mrzband.h"
#include "mrzchoice.h"
#include "mrzocr.h"
#include "picture.h"

#include <ambroise/codes/reader.h>

#include <QTransform>

#include <algorithm>
#include <array>

namespace ambroise::codes {
namespace {

constexpr int workSide = 2600;        //!< pixels of the longer side, as the lines are looked for
constexpr qsizetype mostBands = 3;    //!< looked at in one orientation
constexpr std::array turns = {0, 90}; //!< each also upside down

struct Look {
    int factor; //!< pixels of the picture for one looked at
    int degrees;
};

//! Whole pixels first; a noisy or blurred picture shows its lines better when smaller.
QList<Look> looksAt(QSize size)
{
    const int side = std::max(size.width(), size.height());
    const int factor = (side + workSide - 1) / workSide;
    QList<Look> looks;
    for (const int more : {factor, factor * 2})
        for (const int degrees : turns)
            looks << Look{more, degrees};
    return looks;
}

Error nothing()
{
    return {ErrorCode::NotFound, QStringLiteral("mrz.none"), {}};
}

} // namespace

Result<Mrz> readMrz(const QImage &image, QDate today, const Progress &progress)
{
    if (image.isNull())
        return Error{ErrorCode::Invalid, QStringLiteral("image.empty"), {}};
    if (qint64(image.width()) * image.height() > maxImagePixels)
        return Error{ErrorCode::Invalid, QStringLiteral("image.too_large"), {}};
    AMBROISE_TRY(auto ocr, mrz::Ocr::open());
    const QImage picture = readable(image);
    const QList<Look> looks = looksAt(image.size());
    std::optional<Mrz> best;
    for (qsizetype i = 0; i < looks.size(); ++i) {
        if (progress && !progress(i, looks.size()))
            return Error{ErrorCode::Cancelled, QStringLiteral("mrz.search"), {}};
        QImage grey = greyOf(picture, picture.rect(), looks[i].factor);
        if (looks[i].degrees != 0)
            grey = grey.transformed(QTransform().rotate(looks[i].degrees));
        for (const mrz::Band &band : mrz::bandsIn(grey).mid(0, mostBands)) {
            const Mrz mrz = mrz::chosen(ocr.read(band), int(band.strips.size()), band.width, today);
            if (!best || mrz.faults.size() < best->faults.size())
                best = mrz;
            if (best->isValid())
                return *best;
        }
    }
    if (!best)
        return nothing();
    return *best;
}

Result<Mrz> readMrzData(const QByteArray &data, QDate today, const Progress &progress)
{
    if (data.isEmpty())
        return Error{ErrorCode::Invalid, QStringLiteral("file.empty"), {}};
    AMBROISE_TRY(const Picture picture, Picture::open(data));
    const QImage image = picture.decoded(picture.fullFactor());
    if (image.isNull())
        return Error{ErrorCode::Corrupt, QStringLiteral("image.unreadable"), {}};
    return readMrz(image, today, progress);
}

Result<Mrz> readMrzFile(const QString &path, QDate today, const Progress &progress)
{
    AMBROISE_TRY(const QByteArray data, fileContent(path));
    return readMrzData(data, today, progress);
}

} // namespace ambroise::codes
