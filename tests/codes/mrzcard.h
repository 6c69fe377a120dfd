// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QStringList>

//! Identity documents drawn for tests, with their machine readable zone in OCR-B.
namespace ambroise::test {

inline bool hasOcrB()
{
    return QFile::exists(QStringLiteral("/usr/share/fonts/opentype/ocr-b/OCRB.otf"));
}

//! OCR-B where Debian's fonts-ocr-b is installed, else any even face; advances by `pitch` pixels.
inline QFont zoneFont(double pitch)
{
    static const int loaded = hasOcrB() ? QFontDatabase::addApplicationFont(QStringLiteral(
                                              "/usr/share/fonts/opentype/ocr-b/OCRB.otf"))
                                        : -1;
    QFont font(loaded >= 0 ? QFontDatabase::applicationFontFamilies(loaded).value(0)
                           : QStringLiteral("DejaVu Sans Mono"));
    font.setPixelSize(1000);
    font.setPixelSize(qRound(pitch * 1000 / QFontMetricsF(font).horizontalAdvance(u'M')));
    return font;
}

//! At 300 dpi, 85.6 mm wide (two lines of 44: 125 mm), ten characters an inch as Doc 9303 wants.
inline QImage drawnCard(const QStringList &lines)
{
    constexpr double pitch = 30;
    constexpr double lineStep = 50;
    const double width = std::max(1011.0, lines.first().size() * pitch + 120);
    QImage card(qRound(width), qRound(width * 0.66), QImage::Format_RGB32);
    card.fill(QColor(236, 240, 244));
    QPainter painter(&card);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(214, 224, 232), 2));
    for (int y = -400; y < card.height(); y += 14)
        painter.drawArc(QRect(-100, y, card.width() + 200, 500), 20 * 16, 140 * 16);
    painter.fillRect(QRect(50, 110, 230, 290), QColor(150, 140, 132));
    QFont words(QStringLiteral("DejaVu Sans"));
    words.setPixelSize(24);
    painter.setFont(words);
    painter.setPen(QColor(40, 40, 70));
    painter.drawText(50, 60, QStringLiteral("RÉPUBLIQUE FRANÇAISE   CARTE D’IDENTITÉ"));
    for (int row = 0; row < 5; ++row)
        painter.drawText(320, 140 + 52 * row,
                         QStringLiteral("Nom de naissance / Surname  1%1.0%1.199%1").arg(row));
    painter.setFont(zoneFont(pitch));
    painter.setPen(QColor(25, 25, 28));
    const double left = (width - lines.first().size() * pitch) / 2;
    for (qsizetype line = 0; line < lines.size(); ++line)
        for (qsizetype i = 0; i < lines[line].size(); ++i)
            painter.drawText(
                QPointF(left + double(i) * pitch,
                        card.height() - 40 - lineStep * double(lines.size() - 1 - line)),
                QString(lines[line][i]));
    return card;
}

} // namespace ambroise::test
