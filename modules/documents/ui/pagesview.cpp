// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagesview.h"

#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <QtConcurrent>

#include <algorithm>

namespace ambroise::documents::ui {
namespace {

constexpr int gap = 12;
constexpr int kept = 64; //!< drawn pages, in megabytes
constexpr int widest = 3000;
constexpr double leastZoom = 0.25;
constexpr double mostZoom = 6;
constexpr int wheelStep = 60;

} // namespace

PagesView::PagesView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_drawn(kept * 1024)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    m_pool.setMaxThreadCount(1);
}

PagesView::~PagesView()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void PagesView::clear()
{
    ++m_generation;
    m_pool.clear();
    m_source.reset();
    m_drawn.clear();
    m_wanted.clear();
    m_hits.clear();
    m_searched.clear();
    m_turns = 0;
    m_zoom = 1;
    layOut();
}

void PagesView::open(const FileContent &content)
{
    clear();
    read(content, true);
}

void PagesView::replace(const FileContent &content)
{
    ++m_generation;
    m_pool.clear();
    read(content, false);
}

void PagesView::read(const FileContent &content, bool anew)
{
    const auto open = [content]() -> Result<std::shared_ptr<PageSource>> {
        return PageSource::open(content);
    };
    uikit::whenDone(
        this, QtConcurrent::run(&m_pool, open),
        [this, anew, generation = m_generation](const Result<std::shared_ptr<PageSource>> &source) {
            if (!source.ok() || generation != m_generation)
                return;
            m_source = *source;
            layOut();
            if (anew)
                verticalScrollBar()->setValue(0);
            Q_EMIT opened();
        });
}

int PagesView::pageWidth() const
{
    return std::clamp(int((viewport()->width() - 2 * gap) * m_zoom), 50, widest);
}

void PagesView::layOut()
{
    m_tops.clear();
    m_height = gap;
    const bool lying = m_turns % 2 == 1;
    for (int i = 0; i < pages(); ++i) {
        m_tops << m_height;
        const QSizeF size = lying ? m_source->sizes().at(i).transposed() : m_source->sizes().at(i);
        m_height += int(pageWidth() * size.height() / size.width()) + gap;
    }
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(uikit::scaled(40));
    horizontalScrollBar()->setRange(0, std::max(0, pageWidth() + 2 * gap - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    m_drawn.clear();
    m_wanted.clear();
    viewport()->update();
}

QRect PagesView::rectOf(int page) const
{
    const int next = page + 1 < m_tops.size() ? m_tops.at(page + 1) : m_height;
    const int left = std::max(gap, (viewport()->width() - pageWidth()) / 2);
    return {left - horizontalScrollBar()->value(), m_tops.at(page) - verticalScrollBar()->value(),
            pageWidth(), next - gap - m_tops.at(page)};
}

void PagesView::want(int page)
{
    if (m_wanted.contains(page))
        return;
    m_wanted.insert(page);
    // Turned by a quarter, the width of what is shown is the height of what is drawn.
    const QSizeF size = m_source->sizes().at(page);
    const int shown = pageWidth();
    const int width = m_turns % 2 == 1
                          ? std::clamp(int(shown * size.width() / size.height()), 50, widest)
                          : shown;
    const auto draw = [source = m_source, page, width]() -> Result<QImage> {
        return source->draw(page, width);
    };
    uikit::whenDone(this, QtConcurrent::run(&m_pool, draw),
                    [this, page, shown, generation = m_generation](const Result<QImage> &image) {
                        if (image.ok() && generation == m_generation)
                            take(page, shown, *image);
                    });
}

void PagesView::take(int page, int width, const QImage &image)
{
    m_wanted.remove(page);
    if (width != pageWidth()) { // it was enlarged meanwhile
        viewport()->update();
        return;
    }
    QTransform turned;
    turned.rotate(90.0 * m_turns);
    const QImage shown = m_turns == 0 ? image : image.transformed(turned);
    m_drawn.insert(page, new QPixmap(QPixmap::fromImage(shown)),
                   std::max(1, int(shown.sizeInBytes() / 1024)));
    viewport()->update(rectOf(page));
    if (m_wanted.isEmpty())
        Q_EMIT drawn();
}

void PagesView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const uikit::Theme theme = uikit::Theme::of(*this);
    painter.fillRect(event->rect(), theme.color(uikit::Token::Win));
    for (int page = 0; page < m_tops.size(); ++page) {
        const QRect rect = rectOf(page);
        if (!rect.intersects(event->rect()))
            continue;
        if (const QPixmap *drawnPage = m_drawn.object(page)) {
            painter.drawPixmap(rect, *drawnPage);
        } else {
            painter.fillRect(rect, Qt::white); // paper, in the dark too
            want(page);
        }
        paintHits(painter, page, rect);
    }
}

void PagesView::paintHits(QPainter &painter, int page, const QRect &rect) const
{
    if (m_turns != 0)
        return;
    QColor mark = uikit::Theme::light().color(uikit::Token::Accent);
    for (int i = 0; i < m_hits.size(); ++i) {
        if (m_hits.at(i).page != page)
            continue;
        const QRectF place = m_hits.at(i).place;
        mark.setAlphaF(i == m_hit ? 0.45F : 0.2F);
        painter.fillRect(QRectF(rect.x() + place.x() * rect.width(),
                                rect.y() + place.y() * rect.height(), place.width() * rect.width(),
                                place.height() * rect.height()),
                         mark);
    }
}

void PagesView::zoom(double factor)
{
    const double before = m_height > 0 ? double(verticalScrollBar()->value()) / m_height : 0;
    m_zoom = std::clamp(m_zoom * factor, leastZoom, mostZoom);
    layOut();
    verticalScrollBar()->setValue(int(before * m_height));
}

void PagesView::turn()
{
    m_turns = (m_turns + 1) % 4;
    ++m_generation; // what is being drawn lies the other way
    layOut();
}

void PagesView::search(const QString &text)
{
    m_hits.clear();
    m_hit = 0;
    m_searched = text.trimmed();
    viewport()->update();
    if (m_searched.isEmpty() || !m_source) {
        Q_EMIT searched();
        return;
    }
    const auto find = [source = m_source, wanted = m_searched]() -> Result<QList<PageHit>> {
        return source->find(wanted);
    };
    uikit::whenDone(this, QtConcurrent::run(&m_pool, find),
                    [this, wanted = m_searched](const Result<QList<PageHit>> &hits) {
                        if (!hits.ok() || wanted != m_searched)
                            return;
                        m_hits = *hits;
                        showHit();
                        Q_EMIT searched();
                    });
}

void PagesView::nextHit()
{
    if (m_hits.isEmpty())
        return;
    m_hit = (m_hit + 1) % int(m_hits.size());
    showHit();
}

void PagesView::showHit()
{
    viewport()->update();
    if (m_hits.isEmpty())
        return;
    const PageHit &hit = m_hits.at(m_hit);
    const QRect rect = rectOf(hit.page);
    const int y = int(rect.y() + hit.place.y() * rect.height());
    if (y < 0 || y > viewport()->height() * 3 / 4)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + y - viewport()->height() / 3);
}

void PagesView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PagesView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
        zoom(1.25);
        return;
    case Qt::Key_Minus:
        zoom(0.8);
        return;
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PagesView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoom(event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1);
}

} // namespace ambroise::documents::ui
