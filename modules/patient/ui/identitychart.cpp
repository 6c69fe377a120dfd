// SPDX-License-Identifier: GPL-3.0-or-later
#include "identitychart.h"

#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QLocale>
#include <QPainter>

namespace ambroise::patient::ui {

struct IdentityChart::Part {
    uikit::Meaning meaning;
    QString word;
    qint64 many;
};

namespace {
constexpr int barHeight = 14;
constexpr int legendHeight = 22;
constexpr int swatch = 9;
} // namespace

IdentityChart::IdentityChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QList<IdentityChart::Part> IdentityChart::parts() const
{
    using uikit::Meaning;
    QList<Part> all = {{Meaning::Qualified, tr("qualifiées"), m_counts.qualified},
                       {Meaning::Validated, tr("validées"), m_counts.validated},
                       {Meaning::Retrieved, tr("récupérées"), m_counts.retrieved},
                       {Meaning::Provisional, tr("provisoires"), m_counts.provisional},
                       {Meaning::Doubtful, tr("douteuses"), m_counts.doubtful},
                       {Meaning::Fictive, tr("fictives"), m_counts.fictive}};
    all.removeIf([](const Part &part) { return part.many == 0; });
    return all;
}

void IdentityChart::setCounts(const IdentityCounts &counts)
{
    m_counts = counts;
    QStringList words;
    for (const Part &part : parts())
        words << QLocale().toString(part.many) + u' ' + part.word;
    setAccessibleName(tr("Identités du cabinet : %1").arg(words.join(u", "_qs)));
    update();
}

QSize IdentityChart::sizeHint() const
{
    return {uikit::scaled(480), uikit::scaled(barHeight + legendHeight)};
}

QSize IdentityChart::minimumSizeHint() const
{
    return {uikit::scaled(240), sizeHint().height()};
}

void IdentityChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const uikit::Theme theme = uikit::Theme::of(*this);
    const qint64 all = m_counts.all();
    if (all == 0)
        return;
    painter.setFont(uikit::font(uikit::TextRole::Small));
    double x = 0;
    int legend = 0;
    for (const Part &part : parts()) {
        const uikit::Pair pair = theme.pair(part.meaning);
        const double wide = double(width()) * double(part.many) / double(all);
        painter.fillRect(QRectF(x, 0, std::max(1.0, wide - 1), uikit::scaled(barHeight)),
                         pair.text);
        x += wide;
        const QString word = QLocale().toString(part.many) + u' ' + part.word;
        const int top = uikit::scaled(barHeight + (legendHeight - swatch) / 2 + 2);
        painter.fillRect(QRect(legend, top, uikit::scaled(swatch), uikit::scaled(swatch)),
                         pair.text);
        legend += uikit::scaled(swatch + 5);
        painter.setPen(theme.color(uikit::Token::Text2));
        const int length = painter.fontMetrics().horizontalAdvance(word);
        painter.drawText(
            QRect(legend, uikit::scaled(barHeight), length + 2, uikit::scaled(legendHeight)),
            Qt::AlignVCenter | Qt::TextSingleLine, word);
        legend += length + uikit::scaled(16);
    }
}

} // namespace ambroise::patient::ui
