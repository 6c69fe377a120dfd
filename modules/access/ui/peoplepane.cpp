// SPDX-License-Identifier: GPL-3.0-or-later
#include "peoplepane.h"

#include "peoplelist.h"

#include <ambroise/access/ui/signinparts.h>
#include <ambroise/uikit/label.h>

#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ambroise::access::ui {

using namespace uikit;

PeoplePane::PeoplePane(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_practice(new Label({}, TextRole::Body, Token::Text2))
    , m_list(new PeopleList(clock))
    , m_other(new ChoiceRow(u"person-plus"_qs, tr("Autre utilisateur"), u"F3"_qs))
    , m_otherPractice(new ChoiceRow(u"door-open"_qs, tr("Autre cabinet"), u"F4"_qs))
{
    m_practice->setElided(true);
    m_other->setObjectName(u"other"_qs);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(new Wordmark);
    layout->addWidget(m_practice);
    layout->addSpacing(scaled(24));
    layout->addWidget(m_list);
    layout->addWidget(m_other);
    layout->addWidget(m_otherPractice);
    layout->addStretch(1);
    connect(m_list, &PeopleList::chosen, this, [this](const QString &login) {
        m_other->setChecked(false);
        Q_EMIT chosen(login);
    });
    connect(m_list, &PeopleList::taken, this, &PeoplePane::taken);
    connect(m_other, &ChoiceRow::clicked, this, &PeoplePane::askOther);
    connect(m_otherPractice, &ChoiceRow::clicked, this, &PeoplePane::askOtherPractice);
    place();
    refresh();
}

void PeoplePane::setPractice(const QString &name, const QString &city)
{
    m_practice->setText(city.isEmpty() ? name : tr("%1 · %2").arg(name, city));
}

void PeoplePane::setPeople(const QList<SignInPage::Person> &people)
{
    m_people = people;
    refresh();
}

void PeoplePane::setAlone(const std::optional<SignInPage::Person> &person)
{
    m_alone = person;
    refresh();
}

void PeoplePane::refresh()
{
    m_list->setPeople(m_alone ? QList{*m_alone} : m_people);
    const QString word = m_alone ? tr("Changer d’utilisateur") : tr("Autre utilisateur");
    m_other->setText(word);
    m_other->setAccessibleName(word);
    m_otherPractice->setVisible(m_mayChange && !m_alone);
}

void PeoplePane::setMayChangePractice(bool may)
{
    m_mayChange = may;
    refresh();
}

void PeoplePane::askOtherPractice()
{
    m_otherPractice->setChecked(false); // it is an act, not somebody
    if (m_otherPractice->isVisibleTo(this))
        Q_EMIT otherPracticeAsked();
}

void PeoplePane::setCurrent(const QString &login)
{
    m_list->setCurrentLogin(login);
    m_other->setChecked(m_list->currentLogin().isEmpty());
}

void PeoplePane::askOther()
{
    if (!m_alone) {
        setCurrent({});
        Q_EMIT otherAsked();
        return;
    }
    const QString login = m_alone->login;
    m_alone.reset();
    refresh();
    setCurrent(login);
    if (m_list->currentLogin().isEmpty()) {
        Q_EMIT otherAsked();
        return;
    }
    m_list->setFocus(Qt::TabFocusReason);
}

int PeoplePane::heightWanted() const
{
    return layout()->sizeHint().height();
}

void PeoplePane::place()
{
    setFixedWidth(scaled(380));
    m_practice->setMinimumHeight(lineHeight(TextRole::Body));
    layout()->setContentsMargins(0, 0, scaled(40) + 1, 0);
}

void PeoplePane::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), Theme::of(*this).color(Token::Line));
}

bool PeoplePane::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        place();
    return QWidget::event(event);
}

} // namespace ambroise::access::ui
