// SPDX-License-Identifier: GPL-3.0-or-later
#include "reasonline.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace ambroise::prescription::ui {

ReasonLine::ReasonLine(const QString &label, const QString &act, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
{
    auto *title = new uikit::Label(label, uikit::TextRole::Body, uikit::Token::Text2, false, this);
    title->setBuddy(m_edit);
    m_edit->setAccessibleName(label);
    m_edit->setMaxLength(300);
    auto *confirm = new uikit::Button(act, u"↵"_qs, this);
    auto *back = new uikit::Button(tr("Revenir"), tr("Échap"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, uikit::scaled(4), 0, uikit::scaled(8));
    row->setSpacing(uikit::scaled(8));
    row->addWidget(title);
    row->addWidget(m_edit, 1);
    row->addWidget(confirm);
    row->addWidget(back);
    const auto accept = [this] {
        Q_EMIT confirmed(m_edit->text().trimmed());
    };
    connect(m_edit, &QLineEdit::returnPressed, this, accept);
    connect(confirm, &QPushButton::clicked, this, accept);
    connect(back, &QPushButton::clicked, this, &ReasonLine::givenUp);
    hide();
}

void ReasonLine::ask()
{
    show();
    m_edit->setFocus();
}

void ReasonLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT givenUp();
    else
        QWidget::keyPressEvent(event);
}

void ReasonLine::finish()
{
    hide();
    m_edit->clear();
}

} // namespace ambroise::prescription::ui
