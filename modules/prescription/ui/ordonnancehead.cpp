// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancehead.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {

OrdonnanceHead::OrdonnanceHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new uikit::Label({}, uikit::TextRole::Document, uikit::Token::Text, true, this))
    , m_count(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_total(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, true, this))
    , m_saved(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_stopped(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(uikit::scaled(12));
    for (QWidget *part : {m_title, m_count, m_total})
        row->addWidget(part);
    row->addStretch();
    row->addWidget(m_saved);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(4));
    layout->addLayout(row);
    layout->addWidget(m_stopped);
    m_total->hide();
    m_stopped->setElided(true);
    m_stopped->hide();
}

void OrdonnanceHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void OrdonnanceHead::setCount(int lines)
{
    m_count->setText(lines == 0 ? QString() : tr("%n ligne(s)", nullptr, lines));
}

void OrdonnanceHead::setSaved(const QString &when)
{
    m_saved->setText(when);
}

QList<std::optional<Money>> OrdonnanceHead::showPrices(const OrdonnanceServices &services,
                                                       const QList<Line> &lines)
{
    m_total->setVisible(services.prices && !lines.isEmpty());
    if (m_total->isHidden())
        return {};
    const auto prices = services.prices(lines);
    setTotal(prices);
    return prices.ok() ? prices->lines : QList<std::optional<Money>>();
}

void OrdonnanceHead::setTotal(const Result<Prices> &prices)
{
    m_total->setToolTip({});
    if (!prices.ok()) { // not the same as nothing to pay
        m_total->setText(tr("total inconnu"));
        return;
    }
    const PriceTotal &total = prices->total;
    if (total.full) {
        m_total->setText(tr("total %1").arg(total.total.toFrench()));
        return;
    }
    m_total->setText(tr("total : au moins %1").arg(total.total.toFrench()));
    m_total->setToolTip(tr("Des lignes n’ont pas de prix, pas de nombre de boîtes ou plus d’un "
                           "prix : la boîte la moins chère est comptée."));
}

void OrdonnanceHead::setStopped(QDate since, const QList<Line> &lines)
{
    QStringList names;
    for (const Line &line : lines)
        names << line.label.section(u',', 0, 0);
    m_stopped->setText(
        tr("Arrêté depuis le %1 : %2").arg(text::frenchDate(since), names.join(u", "_qs)));
    m_stopped->setVisible(!lines.isEmpty());
}

} // namespace ambroise::prescription::ui
