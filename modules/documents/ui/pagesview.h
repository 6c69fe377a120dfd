// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagesource.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QSet>
#include <QThreadPool>

namespace ambroise::documents::ui {

//! Pages under each other, as wide as the view times the zoom. Only those in sight are drawn.
class PagesView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PagesView(QWidget *parent = nullptr);
    ~PagesView() override;

    void open(const FileContent &content);
    //! The same again, written otherwise: where it was looked at, and as large.
    void replace(const FileContent &content);
    void clear();
    void zoom(double factor);
    void turn();
    void search(const QString &text);
    void nextHit();
    [[nodiscard]] int pages() const { return int(m_source ? m_source->sizes().size() : 0); }
    [[nodiscard]] int hits() const { return int(m_hits.size()); }

Q_SIGNALS:
    void opened();
    void drawn();
    void searched();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void read(const FileContent &content, bool anew);
    void layOut();
    void want(int page);
    void take(int page, int width, const QImage &image);
    void showHit();
    [[nodiscard]] int pageWidth() const;
    [[nodiscard]] QRect rectOf(int page) const; //!< in the viewport
    void paintHits(QPainter &painter, int page, const QRect &rect) const;

    std::shared_ptr<PageSource> m_source;
    int m_generation = 0; //!< answers for a former file are let go
    QList<int> m_tops;    //!< of the pages, from the top of the first
    int m_height = 0;
    double m_zoom = 1;
    int m_turns = 0; //!< quarters
    QCache<int, QPixmap> m_drawn;
    QSet<int> m_wanted;
    QThreadPool m_pool; //!< one thread
    QList<PageHit> m_hits;
    int m_hit = 0;
    QString m_searched;
};

} // namespace ambroise::documents::ui
