// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardsection.h"

#include "confirmline.h"
#include "openpane.h"

#include <ambroise/access/ui/notice.h>
#include <ambroise/access/ui/whendone.h>
#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>

#include <QHBoxLayout>
#include <QLayoutItem>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

namespace ambroise::access::ui {
namespace {

using namespace uikit;
using State = SignInPage::Card::State;

constexpr int pinWidth = 160;

QString sentenceOf(const EnrolledCard &card)
{
    QString sentence = card.holder.isEmpty() ? card.shortName() : card.holder;
    if (card.enrolledOn.isValid())
        sentence = CardSection::tr("%1, enregistrée le %2")
                       .arg(sentence, text::frenchDate(card.enrolledOn));
    if (card.expiry.isValid())
        sentence =
            CardSection::tr("%1, valable jusqu’au %2").arg(sentence, text::frenchDate(card.expiry));
    return sentence;
}

} // namespace

CardSection::CardSection(OwnAccountPage::Calls calls, OwnAccountPage::Person person,
                         QWidget *parent)
    : QWidget(parent)
    , m_calls(std::move(calls))
    , m_person(std::move(person))
    , m_enrolled(new QWidget)
    , m_rows(new QVBoxLayout(m_enrolled))
    , m_chip(new Chip(Meaning::Apc, {}))
    , m_pin(new QLineEdit)
    , m_pinField(new FormField(tr("Code de la carte"), m_pin))
    , m_notice(new Notice)
    , m_ask(new ConfirmLine)
    , m_enrol(new Button(tr("Enregistrer cette carte")))
{
    build();
    connect(m_enrol, &QPushButton::clicked, this, &CardSection::begin);
    connect(m_pin, &QLineEdit::returnPressed, this, &CardSection::begin);
    connect(m_pin, &QLineEdit::textEdited, m_notice, &Notice::clear);
    connect(m_ask, &ConfirmLine::dismissed, this, [this] {
        showCard();
        m_pin->setFocus(Qt::OtherFocusReason);
    });
    setCard({State::NoModule}, true);
}

void CardSection::build()
{
    m_pin->setObjectName(u"enrolPin"_qs);
    m_enrol->setObjectName(u"enrol"_qs);
    m_notice->setObjectName(u"cardNotice"_qs);
    m_chip->setObjectName(u"cardChip"_qs);
    preparePin(*m_pin);
    m_pin->setFixedWidth(scaled(pinWidth));
    m_rows->setContentsMargins({});
    m_rows->setSpacing(scaled(4));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(12));
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(8));
    head->addWidget(new Label(tr("Carte"), TextRole::Document));
    head->addWidget(m_chip);
    head->addStretch(1);
    layout->addLayout(head);
    auto *what = new Label(tr("Avec sa carte et son code, la session s’ouvre sans mot de passe ; "
                              "elle se verrouille quand la carte est retirée."),
                           TextRole::Body, Token::Text2);
    what->setWordWrap(true);
    layout->addWidget(what);
    layout->addWidget(m_enrolled);
    layout->addWidget(m_pinField);
    layout->addWidget(m_notice);
    layout->addWidget(m_ask);
    layout->addWidget(m_enrol, 0, Qt::AlignLeft);
}

bool CardSection::isMine() const
{
    return m_card.state == State::Read && m_card.login == m_person.login;
}

bool CardSection::canBeEnrolled() const
{
    return m_card.state == State::Unknown || (m_card.state == State::Read && !isMine());
}

void CardSection::setCard(const SignInPage::Card &card, bool named)
{
    const bool another = card.holder != m_card.holder || card.state != m_card.state;
    m_card = card;
    m_named = named;
    if (another) {
        m_pin->clear();
        m_ask->dismiss();
    }
    showCard();
    if (isVisible())
        showEnrolled();
}

void CardSection::refresh()
{
    showCard();
    showEnrolled();
}

void CardSection::showCard()
{
    CardWords words = wordsOf(m_card, isMine());
    if (isMine())
        words = {Meaning::Done, tr("Carte enregistrée : %1").arg(m_card.holder), u"check2"_qs};
    else if (canBeEnrolled())
        words = {Meaning::Info, tr("Carte lue : %1").arg(m_card.holder), u"credit-card-2-front"_qs};
    m_chip->set(words.meaning, words.text, words.icon);
    const bool offered = canBeEnrolled();
    m_pinField->setVisible(offered);
    m_pin->setVisible(!m_card.pinOnReader);
    m_pinField->setHint(m_card.pinOnReader ? tr("Taper le code sur le clavier du lecteur.")
                                           : triesOf(m_card));
    m_enrol->setVisible(offered && m_ask->isHidden());
}

void CardSection::showEnrolled()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may hold the button that was clicked
        delete item;
    }
    const auto cards = m_calls.cards();
    m_enrolled->setVisible(!cards.ok() || !cards->isEmpty());
    if (!cards.ok()) {
        auto *notice = new Notice(m_enrolled);
        notice->say(Meaning::Stop, m_calls.explain(cards.error()));
        m_rows->addWidget(notice);
        return;
    }
    for (const EnrolledCard &card : *cards) {
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins({});
        layout->setSpacing(scaled(8));
        auto *label = new Label(sentenceOf(card));
        label->setWordWrap(true);
        auto *remove = new Button(tr("Retirer"));
        remove->setAccessibleName(tr("Retirer : %1").arg(sentenceOf(card)));
        remove->setObjectName(u"removeCard"_qs);
        layout->addWidget(label, 1);
        layout->addWidget(remove);
        connect(remove, &QPushButton::clicked, this, [this, card] { askToRemove(card); });
        m_rows->addWidget(row);
    }
}

void CardSection::setBusy(bool busy)
{
    m_busy = busy;
    m_pin->setEnabled(!busy);
    m_enrol->setEnabled(!busy);
    m_enrolled->setEnabled(!busy);
    m_enrol->setText(busy ? tr("Lecture de la carte…") : tr("Enregistrer cette carte"));
}

void CardSection::begin()
{
    if (m_busy || !canBeEnrolled())
        return;
    if (const Status may = m_calls.mayEnrol(); !may.ok()) {
        m_notice->say(Meaning::Stop, m_calls.explain(may.error()));
        return;
    }
    if (m_pin->text().isEmpty() && !m_card.pinOnReader) {
        m_notice->say(Meaning::Stop, tr("Taper le code de la carte."));
        m_pin->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_named) {
        enrol();
        return;
    }
    m_notice->clear();
    m_ask->ask(tr("Cette carte est au nom de %1. Qui la tient ouvrira la session de %2.")
                   .arg(m_card.holder, m_person.name),
               tr("Enregistrer quand même"), [this] { enrol(); });
    showCard();
}

void CardSection::enrol()
{
    m_notice->clear();
    setBusy(true);
    showCard();
    whenDone(this, m_calls.enrol(m_pin->text()), [this](const Status &status) { ended(status); });
    m_pin->clear();
}

void CardSection::ended(const Status &status)
{
    setBusy(false);
    showCard();
    if (!status.ok()) {
        m_notice->say(Meaning::Stop, m_calls.explain(status.error()));
        if (m_pin->isVisible())
            m_pin->setFocus(Qt::OtherFocusReason);
        return;
    }
    showEnrolled();
    m_notice->say(Meaning::Done, tr("Carte enregistrée : elle ouvre votre session avec son code."));
}

void CardSection::askToRemove(const EnrolledCard &card)
{
    m_notice->clear();
    m_ask->ask(tr("Cette carte n’ouvrira plus votre session ; le mot de passe reste."),
               tr("Retirer la carte"), [this, card] {
                   const Status removed = m_calls.removeCard(card);
                   showCard();
                   showEnrolled();
                   if (removed.ok())
                       m_notice->say(Meaning::Done, tr("Carte retirée."));
                   else
                       m_notice->say(Meaning::Stop, m_calls.explain(removed.error()));
               });
    showCard();
}

} // namespace ambroise::access::ui
