// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf.h"

#include "search.h"

#include <poppler-qt6.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace ambroise::codes {
namespace {

constexpr double pointsPerInch = 72;
constexpr double pagePixels = 32'000'000; //!< A3 at 300 dpi is half of it
constexpr double pageSide = 20'000;
constexpr double leastDpi = 20; //!< below, a page that large shows no code

//! Poppler quotes what it does not understand; a patient's document is not to reach the log.
void silencePoppler()
{
    static const bool silent = [] {
        Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
        return true;
    }();
    Q_UNUSED(silent)
}

//! Asks whether to go on, while a page is drawn too: a page may be made to take hours.
class Patience {
public:
    Patience(const Progress &progress, int pages)
        : m_progress(progress)
        , m_pages(pages)
    {
    }
    void startPage(int page) { m_page = page; }
    [[nodiscard]] bool isOver()
    {
        m_over = m_over || (m_progress && !m_progress(m_page, m_pages));
        return m_over;
    }

private:
    const Progress &m_progress;
    int m_pages;
    int m_page = 0;
    bool m_over = false;
};

bool isOver(const QVariant &patience)
{
    return static_cast<Patience *>(patience.value<void *>())->isOver();
}

Error cancelled()
{
    return {ErrorCode::Cancelled, QStringLiteral("code.search"), {}};
}

Error corrupt()
{
    return {ErrorCode::Corrupt, QStringLiteral("pdf.corrupt"), {}};
}

//! At most `wanted`, less where the page says that it is enormous.
double dpiFor(QSizeF points, double wanted)
{
    const double inches = points.width() * points.height() / (pointsPerInch * pointsPerInch);
    const double longest = std::max(points.width(), points.height()) / pointsPerInch;
    return std::min({wanted, std::sqrt(pagePixels / inches), pageSide / longest});
}

QImage drawn(const Poppler::Page &page, double dpi, Patience &patience)
{
    return page.renderToImage(dpi, dpi, -1, -1, -1, -1, Poppler::Page::Rotate0, nullptr, nullptr,
                              isOver, QVariant::fromValue(static_cast<void *>(&patience)));
}

QList<DecodedSymbol> inPoints(QList<DecodedSymbol> symbols, double dpi)
{
    for (DecodedSymbol &symbol : symbols)
        for (QPoint &corner : symbol.corners)
            corner = (QPointF(corner) * pointsPerInch / dpi).toPoint();
    return symbols;
}

QList<DecodedSymbol> onPage(QList<DecodedSymbol> symbols, int page)
{
    for (DecodedSymbol &symbol : symbols)
        symbol.page = page;
    return symbols;
}

//! Errors: Corrupt "pdf.corrupt" where the page cannot be drawn; Cancelled "code.search".
Result<QList<DecodedSymbol>> readAt(const Poppler::Page &page, double wantedDpi, Search search,
                                    Patience &patience)
{
    const double dpi = dpiFor(page.pageSizeF(), wantedDpi);
    if (!(dpi >= leastDpi))
        return QList<DecodedSymbol>();
    const QImage image = drawn(page, dpi, patience);
    if (patience.isOver())
        return cancelled();
    if (image.isNull())
        return corrupt();
    return inPoints(searched(image, search), dpi);
}

Result<QList<DecodedSymbol>> readPage(const Poppler::Page &page, Search search, Patience &patience)
{
    const QSizeF points = page.pageSizeF();
    if (!(points.width() > 0 && points.height() > 0))
        return corrupt();
    AMBROISE_TRY(const auto coarse, readAt(page, 200, Search::Glance, patience));
    if (!coarse.isEmpty() && search != Search::Everything)
        return coarse;
    AMBROISE_TRY(const auto fine, readAt(page, 300, search, patience));
    return fine.isEmpty() ? coarse : fine;
}

} // namespace

Result<QList<DecodedSymbol>> readPdf(const QByteArray &data, Search search,
                                     const Progress &progress)
{
    silencePoppler();
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(data);
    if (!document)
        return corrupt();
    if (document->isLocked())
        return Error{ErrorCode::Denied, QStringLiteral("pdf.encrypted"), {}};
    document->setRenderHint(Poppler::Document::Antialiasing);
    const int pages = std::min(document->numPages(), maxPdfPages);
    QList<DecodedSymbol> symbols;
    int damaged = 0;
    Patience patience(progress, pages);
    for (int i = 0; i < pages; ++i) {
        patience.startPage(i);
        if (patience.isOver())
            return cancelled();
        const std::unique_ptr<Poppler::Page> page = document->page(i);
        const auto found = page ? readPage(*page, search, patience) : corrupt();
        if (!found.ok() && found.error().code == ErrorCode::Cancelled)
            return found.error();
        if (!found.ok())
            ++damaged;
        else
            symbols << onPage(*found, i + 1);
    }
    if (damaged >= pages)
        return corrupt();
    if (symbols.isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("code.none"), {}};
    return symbols;
}

} // namespace ambroise::codes
