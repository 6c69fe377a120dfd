// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnancestrip.h"

#include <ambroise/prescription/print.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>

#include <QVBoxLayout>

namespace ambroise::app {
namespace {

constexpr qsizetype mostLines = 3;

} // namespace

OrdonnanceStrip::OrdonnanceStrip(QWidget *parent)
    : QWidget(parent)
    , m_count(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_lines(new QVBoxLayout)
{
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    auto *open = new uikit::Button(tr("Reprendre"), u"O"_qs, this);
    open->setLook(uikit::Button::Look::Act);
    open->setFocusPolicy(Qt::NoFocus);
    connect(open, &QPushButton::clicked, this, &OrdonnanceStrip::opened);
    auto *head = new QHBoxLayout;
    head->setSpacing(uikit::scaled(12));
    head->addWidget(new uikit::Label(tr("Ordonnance en cours"), uikit::TextRole::Body,
                                     uikit::Token::Text, true, this));
    head->addWidget(m_count, 1);
    head->addWidget(open);
    m_lines->setSpacing(uikit::scaled(2));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(6), uikit::scaled(16),
                               uikit::scaled(8));
    layout->setSpacing(uikit::scaled(4));
    layout->addLayout(head);
    layout->addLayout(m_lines);
    hide();
}

void OrdonnanceStrip::setLines(const QList<prescription::Line> &lines)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const prescription::Line &line :
         lines.mid(std::max<qsizetype>(0, lines.size() - mostLines))) {
        auto *label = new uikit::Label(line.label + u"  "_qs + prescription::printedPosology(line),
                                       uikit::TextRole::Body, uikit::Token::Text, false, this);
        label->setElided(true);
        m_lines->addWidget(label);
    }
    m_count->setText(lines.size() > mostLines
                         ? tr("%n ligne(s), les dernières :", "", int(lines.size()))
                         : tr("%n ligne(s)", "", int(lines.size())));
    setVisible(!lines.isEmpty());
}

} // namespace ambroise::app
