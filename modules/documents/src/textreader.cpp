// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/filecontent.h>

#include <QBuffer>
#include <QImageReader>

#include <poppler-qt6.h>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <memory>

namespace ambroise::documents {
namespace {

constexpr double readDpi = 300;
constexpr int mostReadPages = 100;
constexpr int mostOwnPages = 3; //!< where a letter tells its day
//! Fewer letters on a page than these are a stamp on a scan, not its text.
constexpr qsizetype leastLetters = 20;
constexpr int widestImage = 5000;

//! Tesseract, opened for the first page that needs it.
class Ocr {
public:
    Result<QString> read(const QImage &image)
    {
        if (!m_api) {
            auto api = std::make_unique<tesseract::TessBaseAPI>();
            if (api->Init(nullptr, "fra", tesseract::OEM_LSTM_ONLY) != 0)
                return Error{ErrorCode::Unavailable, u"document.ocr"_qs, {}};
            api->SetVariable("debug_file", "/dev/null");
            m_api = std::move(api);
        }
        const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
        m_api->SetImage(grey.constBits(), grey.width(), grey.height(), 1, int(grey.bytesPerLine()));
        m_api->SetSourceResolution(int(readDpi));
        const std::unique_ptr<char[]> text(m_api->GetUTF8Text());
        return QString::fromUtf8(text.get()).trimmed();
    }

private:
    std::unique_ptr<tesseract::TessBaseAPI> m_api;
};

qsizetype lettersIn(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

Result<QString> textOfPdf(const QByteArray &bytes, const TextReader::GoOn &goOn)
{
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(bytes);
    if (!document || document->isLocked())
        return Error{ErrorCode::Corrupt, u"document.corrupt"_qs, {}};
    Ocr ocr;
    QStringList pages;
    for (int i = 0; i < document->numPages(); ++i) {
        if (goOn && !goOn())
            return Error{ErrorCode::Cancelled, u"document.cancelled"_qs, {}};
        const std::unique_ptr<Poppler::Page> page = document->page(i);
        if (!page)
            continue; // a hole in the file: the others are shown
        QString text = page->text(QRectF()).trimmed();
        if (lettersIn(text) < leastLetters && i < mostReadPages) {
            AMBROISE_TRY(const QString seen, ocr.read(page->renderToImage(readDpi, readDpi)));
            if (lettersIn(seen) > lettersIn(text))
                text = seen;
        }
        if (!text.isEmpty())
            pages << text;
    }
    return pages.join(u"\n\n"_qs);
}

Result<QString> textOfImage(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true); // a photo taken sideways
    QImage image = reader.read();
    if (image.isNull())
        return Error{ErrorCode::Corrupt, u"document.corrupt"_qs, {}};
    if (image.width() > widestImage)
        image = image.scaledToWidth(widestImage, Qt::SmoothTransformation);
    return Ocr().read(image);
}

} // namespace

QString ownTextOf(const FileContent &content)
{
    if (content.kind() == FileKind::Text)
        return QString::fromUtf8(content.bytes());
    const auto document = content.kind() == FileKind::Pdf
                              ? Poppler::Document::loadFromData(content.bytes())
                              : nullptr;
    if (!document)
        return {};
    QStringList pages;
    for (int i = 0; i < std::min(document->numPages(), mostOwnPages); ++i)
        if (const auto page = document->page(i))
            pages << page->text(QRectF());
    return pages.join(u'\n');
}

Result<QString> TextReader::textOf(const FileContent &content, const GoOn &goOn)
{
    switch (content.kind()) {
    case FileKind::Pdf:
        return textOfPdf(content.bytes(), goOn);
    case FileKind::Image:
        return textOfImage(content.bytes());
    case FileKind::Text:
        break;
    }
    return QString::fromUtf8(content.bytes());
}

} // namespace ambroise::documents
