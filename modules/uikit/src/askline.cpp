// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/askline.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>

namespace ambroise::uikit {
namespace {

constexpr int longest = 300;

} // namespace

AskLine::AskLine(QWidget *parent)
    : QWidget(parent)
    , m_label(new Label({}, TextRole::Body, Token::Text2, false, this))
    , m_edit(new QLineEdit(this))
    , m_act(new Button({}, u"↵"_qs, this))
    , m_range(new QIntValidator(this))
{
    m_edit->setMaxLength(longest);
    auto *back = new Button(tr("Revenir"), tr("Échap"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, scaled(4), 0, scaled(8));
    row->setSpacing(scaled(8));
    row->addWidget(m_label);
    row->addWidget(m_edit, 1);
    row->addWidget(m_act);
    row->addWidget(back);
    connect(m_edit, &QLineEdit::returnPressed, this, &AskLine::accept);
    connect(m_act, &QPushButton::clicked, this, &AskLine::accept);
    connect(back, &QPushButton::clicked, this, &AskLine::givenUp);
    hide();
}

void AskLine::ask(const QString &label, const QString &act, const QString &value)
{
    if (isHidden() || m_label->text() != label)
        m_edit->setText(value);
    m_edit->setValidator(nullptr);
    m_edit->setEchoMode(QLineEdit::Normal);
    m_edit->setAccessibleName(label);
    m_label->setText(label);
    m_act->setText(act);
    show();
    m_edit->setFocus();
    m_edit->selectAll();
}

void AskLine::askNumber(const QString &label, const QString &act, int value, int least, int most)
{
    ask(label, act, QString::number(value));
    m_range->setRange(least, most);
    m_edit->setValidator(m_range);
}

void AskLine::askSecret(const QString &label, const QString &act)
{
    m_edit->clear();
    ask(label, act);
    m_edit->setEchoMode(QLineEdit::Password);
}

void AskLine::finish()
{
    hide();
    m_edit->clear();
}

void AskLine::accept()
{
    if (m_edit->hasAcceptableInput())
        Q_EMIT answered(m_edit->text().trimmed());
}

void AskLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT givenUp();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::uikit
