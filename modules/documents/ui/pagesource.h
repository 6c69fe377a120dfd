// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/documents/filecontent.h>

#include <QImage>
#include <QList>
#include <QMutex>
#include <QRectF>

#include <memory>

namespace Poppler {
class Document;
}

namespace ambroise::documents::ui {

//! Where a searched text stands, in parts of the page: 0 to 1.
struct PageHit {
    int page = 0;
    QRectF place{};
};

//! The pages of a file, drawn by one thread at a time; copies share the file.
class PageSource {
public:
    //! Opens it: a thread's work.
    static std::shared_ptr<PageSource> open(const FileContent &content);
    ~PageSource();

    [[nodiscard]] const QList<QSizeF> &sizes() const { return m_sizes; } //!< points
    //! As wide as told, in pixels, before it is turned.
    [[nodiscard]] QImage draw(int page, int width);
    [[nodiscard]] QList<PageHit> find(const QString &text);

private:
    PageSource();

    QMutex m_mutex; //!< Poppler is asked by one at a time
    std::unique_ptr<Poppler::Document> m_document;
    QImage m_image;
    QList<QSizeF> m_sizes;
};

} // namespace ambroise::documents::ui
