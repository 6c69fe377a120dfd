// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QVideoFrame>

#include <cstring>

namespace ambroise::test {

//! That picture as a camera gives it.
inline QVideoFrame videoFrame(const QImage &picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    QVideoFrame frame(QVideoFrameFormat(image.size(), QVideoFrameFormat::Format_BGRX8888));
    if (frame.map(QVideoFrame::WriteOnly)) {
        for (int y = 0; y < image.height(); ++y)
            std::memcpy(frame.bits(0) + y * frame.bytesPerLine(0), image.constScanLine(y),
                        size_t(image.bytesPerLine()));
        frame.unmap();
    }
    return frame;
}

} // namespace ambroise::test
