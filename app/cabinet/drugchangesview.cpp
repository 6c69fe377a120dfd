// SPDX-License-Identifier: GPL-3.0-or-later
#include "drugchangesview.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QScrollArea>
#include <QVBoxLayout>

namespace ambroise::app {
namespace {

using Kind = drugs::DrugChange::Kind;

constexpr int shownOfEach = 20;
constexpr int detailsHeight = 180;

QString countOf(Kind kind, int count)
{
    switch (kind) {
    case Kind::Added:
        return DrugChangesView::tr("%n nouveau(x)", nullptr, count);
    case Kind::Removed:
        return DrugChangesView::tr("%n retiré(s) de la base", nullptr, count);
    case Kind::Stopped:
        return DrugChangesView::tr("%n arrêt(s) de commercialisation", nullptr, count);
    case Kind::Marketed:
        return DrugChangesView::tr("%n de nouveau commercialisé(s)", nullptr, count);
    case Kind::Price:
        return DrugChangesView::tr("%n prix changé(s)", nullptr, count);
    }
    return {};
}

QString euros(const std::optional<Money> &money)
{
    return money ? money->toString().replace(u'.', u',') + u" €"_qs
                 : DrugChangesView::tr("sans prix");
}

QString lineOf(const drugs::DrugChange &one)
{
    return one.kind == Kind::Price ? DrugChangesView::tr("%1 : %2, avant %3")
                                         .arg(one.label, euros(one.after), euros(one.before))
                                   : one.label;
}

QString detailsOf(const drugs::DrugChanges &changes)
{
    QStringList lines;
    for (const Kind kind :
         {Kind::Added, Kind::Removed, Kind::Stopped, Kind::Marketed, Kind::Price}) {
        const int count = changes.count(kind);
        if (count == 0)
            continue;
        lines << countOf(kind, count) + u" :"_qs;
        int left = shownOfEach;
        for (const drugs::DrugChange &one : changes.changes)
            if (one.kind == kind && left-- > 0)
                lines << u"    "_qs + lineOf(one);
        if (count > shownOfEach)
            lines << u"    "_qs + DrugChangesView::tr("et %n autre(s) (ambroisectl ref changes)",
                                                      nullptr, count - shownOfEach);
    }
    return lines.join(u'\n');
}

QString summaryOf(const drugs::DrugChanges &changes)
{
    QStringList counts;
    for (const Kind kind : {Kind::Added, Kind::Removed, Kind::Stopped, Kind::Marketed, Kind::Price})
        if (const int count = changes.count(kind); count > 0)
            counts << countOf(kind, count);
    return DrugChangesView::tr("Base du médicament, du %1 au %2 : %3.")
        .arg(text::frenchDate(changes.from), text::frenchDate(changes.to), counts.join(u", "_qs));
}

} // namespace

DrugChangesView::DrugChangesView(QWidget *parent)
    : QWidget(parent)
    , m_summary(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_details(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text, false, this))
    , m_list(new QScrollArea(this))
    , m_toggle(new uikit::Button({}, {}, this))
{
    m_summary->setWordWrap(true);
    m_details->setWordWrap(true);
    m_details->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_list->setWidget(m_details);
    m_list->setWidgetResizable(true);
    m_list->setAccessibleName(tr("Différences de la base du médicament"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMaximumHeight(uikit::scaled(detailsHeight));
    m_details->setTextFormat(Qt::PlainText); // as the publisher has it
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_toggle->setLook(uikit::Button::Look::Act);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(uikit::scaled(4));
    column->addWidget(m_summary);
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    column->addWidget(m_list);
    hide();
}

void DrugChangesView::show(const std::optional<drugs::DrugChanges> &changes)
{
    setVisible(changes.has_value());
    m_summary->setText(changes ? summaryOf(*changes) : QString());
    m_details->setText(changes ? detailsOf(*changes) : QString());
    setOpen(false);
}

void DrugChangesView::setOpen(bool open)
{
    m_open = open;
    m_toggle->setText(open ? tr("Replier les différences") : tr("Voir les différences"));
    m_list->setVisible(open);
}

} // namespace ambroise::app
