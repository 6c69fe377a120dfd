// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagesource.h"

#include <QBuffer>
#include <QImageReader>
#include <QMutexLocker>

#include <poppler-qt6.h>

namespace ambroise::documents::ui {
namespace {

constexpr QSizeF emptyPage{595, 842}; //!< A4, where a page cannot be read
constexpr double pointsAnInch = 72;
constexpr int mostHits = 1000;

} // namespace

PageSource::PageSource() = default;
PageSource::~PageSource() = default;

std::shared_ptr<PageSource> PageSource::open(const FileContent &content)
{
    const std::shared_ptr<PageSource> source(new PageSource);
    if (content.kind() == FileKind::Image) {
        QBuffer buffer;
        buffer.setData(content.bytes());
        QImageReader reader(&buffer);
        reader.setAutoTransform(true);
        source->m_image = reader.read();
        source->m_sizes << QSizeF(source->m_image.size());
        return source;
    }
    source->m_document = Poppler::Document::loadFromData(content.bytes());
    if (!source->m_document)
        return source;
    source->m_document->setRenderHint(Poppler::Document::Antialiasing);
    source->m_document->setRenderHint(Poppler::Document::TextAntialiasing);
    for (int i = 0; i < source->m_document->numPages(); ++i) {
        const auto page = source->m_document->page(i);
        const QSizeF size = page ? page->pageSizeF() : QSizeF();
        source->m_sizes << (size.isEmpty() ? emptyPage : size);
    }
    return source;
}

QImage PageSource::draw(int page, int width)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_image.isNull())
        return m_image.scaledToWidth(width, Qt::SmoothTransformation);
    const auto sheet = m_document ? m_document->page(page) : nullptr;
    if (!sheet)
        return {};
    const double dpi = width * pointsAnInch / m_sizes.at(page).width();
    return sheet->renderToImage(dpi, dpi);
}

QList<PageHit> PageSource::find(const QString &text)
{
    QList<PageHit> hits;
    for (int i = 0; m_document && i < m_sizes.size() && hits.size() < mostHits; ++i) {
        const QMutexLocker lock(&m_mutex);
        const auto sheet = m_document->page(i);
        if (!sheet)
            continue;
        const QSizeF size = m_sizes.at(i);
        for (const QRectF &place :
             sheet->search(text, Poppler::Page::IgnoreCase | Poppler::Page::IgnoreDiacritics))
            hits.append({i, QRectF(place.x() / size.width(), place.y() / size.height(),
                                   place.width() / size.width(), place.height() / size.height())});
    }
    return hits;
}

} // namespace ambroise::documents::ui
