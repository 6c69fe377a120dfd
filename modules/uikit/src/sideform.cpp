// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/sideform.h>

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ambroise::uikit {

SideForm::SideForm(const QString &title, const QString &keep, Keeps key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_title(new SectionTitle(title, {}, this))
    , m_problem(new MessageLine(Meaning::Stop, this))
{
    m_problem->hide();
    auto *fields = new QWidget;
    m_fields = new QVBoxLayout(fields);
    m_fields->setContentsMargins(scaled(12), scaled(4), scaled(12), 0);
    m_fields->setSpacing(scaled(8));
    m_fields->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    fields->setAutoFillBackground(false);
    Button *done = key == Keeps::OnEnter ? new Button(keep, u"↵"_qs, this)
                                         : new PrimaryButton(keep, u"Ctrl ↵"_qs, this);
    m_leave = new Button(tr("Annuler"), u"Échap"_qs, this);
    connect(done, &QPushButton::clicked, this, &SideForm::keepRequested);
    connect(m_leave, &QPushButton::clicked, this, &SideForm::left);
    auto *acts = new QHBoxLayout;
    acts->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(12));
    acts->addWidget(m_leave);
    acts->addStretch();
    acts->addWidget(done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(8), 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_problem);
    layout->addWidget(scroll, 1);
    layout->addLayout(acts);
}

void SideForm::addField(QWidget *field)
{
    m_fields->insertWidget(m_fields->count() - 1, field);
}

void SideForm::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SideForm::setLeaveWord(const QString &word)
{
    m_leave->setText(word);
}

void SideForm::tell(const QString &sentence)
{
    m_problem->setGrade(Meaning::Stop);
    m_problem->clearActs();
    m_problem->setText(sentence);
    m_problem->show();
    m_problem->announce();
}

void SideForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (enter && (m_key == Keeps::OnEnter || event->modifiers() & Qt::ControlModifier))
        Q_EMIT keepRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::uikit
