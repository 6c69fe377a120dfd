// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzocr.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>

namespace ambroise::codes::mrz {
namespace {

constexpr int margin = 24;           //!< pixels of white around what Tesseract gets
constexpr int dpi = 300;             //!< at which the cells are about the size of OCR-B
constexpr float leastConfidence = 3; //!< of 100; below, an alternative is noise

bool isExpected(const QString &text)
{
    return text.size() == 1 && ((text[0] >= u'A' && text[0] <= u'Z') || text[0].isDigit());
}

//! With ground in the place of fillers: Tesseract, made for words, takes rows of them for letters.
QImage withoutFillers(const QImage &strip, QList<bool> &filler)
{
    QImage clean(strip.width() + 2 * margin, strip.height() + 2 * margin,
                 QImage::Format_Grayscale8);
    std::vector<uchar> lights;
    for (int y = 0; y < strip.height(); ++y)
        lights.insert(lights.end(), strip.constScanLine(y), strip.constScanLine(y) + strip.width());
    const auto ground = lights.begin() + qsizetype(lights.size() * 7 / 10);
    std::nth_element(lights.begin(), ground, lights.end());
    clean.fill(*ground);
    for (int cell = 0; cell < strip.width() / cellWidth; ++cell) {
        filler << isFiller(strip, cell);
        if (filler.last())
            continue;
        for (int y = 0; y < strip.height(); ++y)
            std::copy_n(strip.constScanLine(y) + cell * cellWidth, cellWidth,
                        clean.scanLine(y + margin) + margin + cell * cellWidth);
    }
    return clean;
}

} // namespace

struct Ocr::Engine {
    tesseract::TessBaseAPI api;

    void show(const QImage &image, tesseract::PageSegMode mode)
    {
        api.SetPageSegMode(mode);
        api.SetImage(image.constBits(), image.width(), image.height(), 1,
                     int(image.bytesPerLine()));
        api.SetSourceResolution(dpi);
    }

    //! Adds what is read to the cells that it stands in.
    void readLine(const QImage &clean, QList<Choices> &cells, qsizetype first, int width)
    {
        show(clean, tesseract::PSM_SINGLE_LINE);
        if (api.Recognize(nullptr) != 0)
            return;
        const std::unique_ptr<tesseract::ResultIterator> symbols(api.GetIterator());
        if (!symbols || symbols->Empty(tesseract::RIL_SYMBOL))
            return;
        do {
            int left = 0, top = 0, right = 0, bottom = 0;
            if (!symbols->BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom))
                continue;
            const int cell =
                std::clamp((left + right) / 2 - margin, 0, width * cellWidth - 1) / cellWidth;
            add(cells[first + cell], *symbols);
        } while (symbols->Next(tesseract::RIL_SYMBOL));
    }

    static void add(Choices &cell, const tesseract::ResultIterator &symbol)
    {
        const auto keep = [&cell](const char *utf8) {
            const QString text = QString::fromUtf8(utf8);
            if (isExpected(text) && !cell.contains(text))
                cell += text;
        };
        const std::unique_ptr<char[]> best(symbol.GetUTF8Text(tesseract::RIL_SYMBOL));
        keep(best.get());
        tesseract::ChoiceIterator others(symbol);
        do {
            if (others.Confidence() >= leastConfidence)
                keep(others.GetUTF8Text());
        } while (others.Next());
    }

    void readCell(const QImage &clean, Choices &cell, int number)
    {
        const QRect frame(margin + number * cellWidth - 4, margin / 2, cellWidth + 8,
                          clean.height() - margin);
        show(clean.copy(frame), tesseract::PSM_SINGLE_CHAR);
        if (api.Recognize(nullptr) != 0)
            return;
        const std::unique_ptr<tesseract::ResultIterator> symbols(api.GetIterator());
        if (symbols && !symbols->Empty(tesseract::RIL_SYMBOL))
            add(cell, *symbols);
    }
};

Ocr::Ocr(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

Ocr::Ocr(Ocr &&) noexcept = default;
Ocr::~Ocr() = default;

Result<Ocr> Ocr::open()
{
    auto engine = std::make_unique<Engine>();
    // Debian has no data trained on OCR-B: those for English know its letters.
    if (engine->api.Init(nullptr, "eng", tesseract::OEM_LSTM_ONLY) != 0)
        return Error{ErrorCode::Unavailable, QStringLiteral("mrz.engine"), {}};
    engine->api.SetVariable("debug_file", "/dev/null");
    engine->api.SetVariable("tessedit_char_whitelist", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    engine->api.SetVariable("load_system_dawg", "0");
    engine->api.SetVariable("load_freq_dawg", "0");
    engine->api.SetVariable("lstm_choice_mode", "2");
    return Ocr(std::move(engine));
}

QList<Choices> Ocr::read(const Band &band)
{
    QList<Choices> cells(band.strips.size() * band.width);
    for (qsizetype line = 0; line < band.strips.size(); ++line) {
        const qsizetype first = line * band.width;
        const QImage &strip = band.strips[line];
        QList<bool> filler;
        const QImage clean = withoutFillers(strip, filler);
        if (filler.contains(false))
            m_engine->readLine(clean, cells, first, band.width);
        for (int cell = 0; cell < band.width; ++cell) {
            Choices &choices = cells[first + cell];
            if (filler[cell])
                choices = u"<"_qs;
            else if (choices.isEmpty() && !isBlank(strip, cell))
                m_engine->readCell(clean, choices, cell);
        }
    }
    return cells;
}

} // namespace ambroise::codes::mrz
