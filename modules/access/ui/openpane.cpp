// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpane.h"

#include <ambroise/access/ui/notice.h>
#include <ambroise/access/ui/signinparts.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLayout>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace ambroise::access::ui {
namespace {

using namespace uikit;
using State = SignInPage::Card::State;

constexpr int fieldHeight = 36;
constexpr int longestPin = 12; // ISO 9564-1; the card itself knows how long its code is

QFont pinFont()
{
    QFont font = uikit::font(TextRole::Patient);
    font.setWeight(QFont::Normal);
    font.setLetterSpacing(QFont::AbsoluteSpacing, scaled(6));
    return font;
}

QWidget *boxOf(QWidget *field)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(field);
    return box;
}

} // namespace

CardWords wordsOf(const SignInPage::Card &card, bool usable)
{
    switch (card.state) {
    case State::NoModule:
        return {Meaning::Apc, OpenPane::tr("Lecture de carte non installée"), {}};
    case State::NoReader:
        return {Meaning::Apc, OpenPane::tr("Lecteur débranché"), {}};
    case State::NoCard:
        return {Meaning::Apc, OpenPane::tr("Pas de carte"), {}};
    case State::Reading:
        return {Meaning::Info, OpenPane::tr("Lecture de la carte…"), {}};
    case State::Read:
        return {usable ? Meaning::Done : Meaning::Apc,
                OpenPane::tr("Carte lue : %1").arg(card.holder), usable ? u"check2"_qs : QString()};
    case State::Unknown:
        return {Meaning::Caution, OpenPane::tr("Carte inconnue : %1").arg(card.holder),
                u"exclamation-triangle"_qs};
    case State::Expired:
        return {Meaning::Stop, OpenPane::tr("Carte expirée : %1").arg(card.holder),
                u"exclamation-triangle-fill"_qs};
    case State::Blocked:
        return {Meaning::Stop, OpenPane::tr("Carte bloquée : %1").arg(card.holder),
                u"exclamation-triangle-fill"_qs};
    }
    return {Meaning::Apc, {}, {}};
}

QString triesOf(const SignInPage::Card &card)
{
    if (card.triesLeft)
        return OpenPane::tr("%n essai(s) avant blocage de la carte.", nullptr, *card.triesLeft);
    return card.fewTries ? OpenPane::tr("Il reste peu d’essais avant blocage de la carte.")
                         : QString();
}

void preparePin(QLineEdit &field)
{
    field.setEchoMode(QLineEdit::Password);
    field.setMaxLength(longestPin);
    field.setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    field.setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]*"_qs), &field));
}

OpenPane::OpenPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, TextRole::Patient))
    , m_subtitle(new Label({}, TextRole::Body, Token::Text2))
    , m_login(new QLineEdit)
    , m_loginField(new FormField(tr("Identifiant"), m_login))
    , m_cardWay(new WayRow(u"credit-card-2-front"_qs, tr("Carte CPS"), u"Alt C"_qs))
    , m_passwordWay(new WayRow(u"key"_qs, tr("Mot de passe"), u"Alt M"_qs))
    , m_pin(new QLineEdit)
    , m_pinField(new FormField(tr("Code à 4 chiffres"), m_pin))
    , m_password(new PasswordField)
    , m_cardBox(boxOf(m_pinField))
    , m_passwordBox(boxOf(m_password))
    , m_notice(new Notice)
    , m_open(new PrimaryButton(tr("Ouvrir la session"), u"↵"_qs))
    , m_lost(new WordButton(tr("Accès perdu ?")))
{
    build();
    connect(m_cardWay, &WayRow::clicked, this, [this] { setWay(Way::Card); });
    connect(m_passwordWay, &WayRow::clicked, this, [this] { setWay(Way::Password); });
    for (QLineEdit *field : {m_login, m_pin, static_cast<QLineEdit *>(m_password)})
        connect(field, &QLineEdit::returnPressed, this, &OpenPane::submit);
    connect(m_login, &QLineEdit::textEdited, this, &OpenPane::loginTyped);
    connect(m_open, &QPushButton::clicked, this, &OpenPane::submit);
    connect(m_lost, &WordButton::clicked, this, &OpenPane::lostAccess);
    place();
    refresh();
}

void OpenPane::build()
{
    m_login->setObjectName(u"login"_qs);
    m_login->setMaxLength(40);
    m_pin->setObjectName(u"pin"_qs);
    preparePin(*m_pin);
    // The style's own mark is as large as a capital, too heavy at this size.
    m_pin->setStyleSheet(u"lineedit-password-character: 8226"_qs);
    m_password->setObjectName(u"password"_qs);
    m_password->setAccessibleName(tr("Mot de passe"));
    m_cardWay->setObjectName(u"card"_qs);
    m_passwordWay->setObjectName(u"passwordWay"_qs);
    m_notice->setObjectName(u"notice"_qs);
    m_open->setObjectName(u"open"_qs);
    m_open->setTall(true);
    m_lost->setObjectName(u"lost"_qs);
    m_title->setElided(true);
    m_subtitle->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    const std::initializer_list<QWidget *> parts = {m_title,       m_subtitle, m_loginField,
                                                    m_cardWay,     m_cardBox,  m_passwordWay,
                                                    m_passwordBox, m_notice,   foot()};
    for (QWidget *part : parts)
        layout->addWidget(part);
    layout->addStretch(1);
}

QWidget *OpenPane::foot()
{
    auto *foot = new QWidget;
    auto *layout = new QHBoxLayout(foot);
    layout->addWidget(m_open);
    layout->addStretch(1);
    layout->addWidget(m_lost);
    return foot;
}

void OpenPane::place()
{
    layout()->setSpacing(0);
    layout()->setContentsMargins({});
    m_subtitle->setContentsMargins(0, 0, 0, scaled(24));
    m_subtitle->setMinimumHeight(lineHeight(TextRole::Body) + scaled(24));
    m_title->setMinimumHeight(scaled(24));
    m_loginField->setContentsMargins(0, 0, 0, scaled(8));
    m_cardBox->layout()->setContentsMargins(0, scaled(10), 0, scaled(30));
    m_passwordBox->layout()->setContentsMargins(0, scaled(4), 0, 0);
    m_notice->setContentsMargins({});
    m_open->parentWidget()->layout()->setContentsMargins(0, scaled(24), 0, 0);
    for (QLineEdit *field : {m_login, m_pin, static_cast<QLineEdit *>(m_password)})
        field->setFixedHeight(scaled(fieldHeight));
    m_pin->setFont(pinFont());
}

void OpenPane::setHeading(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
}

void OpenPane::setLoginAsked(bool asked)
{
    m_loginAsked = asked;
    refresh();
}

void OpenPane::setTypedLogin(const QString &login)
{
    m_login->setText(login);
}

QString OpenPane::typedLogin() const
{
    return m_login->text().trimmed();
}

void OpenPane::setCard(const SignInPage::Card &card, bool usable)
{
    const bool same = card.state == m_card.state && card.login == m_card.login;
    m_card = card;
    m_cardUsable = usable;
    if (!usable || !same)
        m_pin->clear();
    if (!usable && m_way == Way::Card)
        m_way = Way::Password;
    else if (usable && !same)
        m_way = Way::Card;
    refresh();
}

void OpenPane::setWay(Way way)
{
    m_way = way == Way::Card && !m_cardUsable ? Way::Password : way;
    clearSecrets();
    say({});
    refresh();
    Q_EMIT wayChanged();
    focusField();
}

QString OpenPane::secret() const
{
    return m_way == Way::Card ? m_pin->text() : m_password->text();
}

bool OpenPane::needsSecret() const
{
    return m_way == Way::Password || !m_card.pinOnReader;
}

void OpenPane::clearSecrets()
{
    m_pin->clear();
    m_password->clear();
    m_password->setRevealed(false);
}

void OpenPane::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void OpenPane::setWait(const QString &sentence)
{
    if (sentence == m_wait)
        return;
    m_wait = sentence;
    refresh();
}

void OpenPane::say(const QString &sentence)
{
    m_error = sentence;
    showMessage();
}

void OpenPane::showMessage()
{
    const bool waits = !m_wait.isEmpty() && m_way == Way::Password;
    const QString sentence = waits && !m_error.isEmpty() ? m_error + u'\n' + m_wait
                             : waits                     ? m_wait
                                                         : m_error;
    // Read out when it appears; the seconds that go by are not.
    const bool counting = waits && m_notice->isVisible();
    m_notice->say(m_error.isEmpty() ? Meaning::Caution : Meaning::Stop, sentence, counting);
    m_open->setToolTip(waits ? m_wait : QString());
    const int above = m_way == Way::Password && !sentence.isEmpty() ? scaled(8) : 0;
    m_passwordBox->layout()->setContentsMargins(0, scaled(4), 0, above);
    m_password->setProperty("ambroiseInvalid", !m_error.isEmpty());
    m_password->update();
}

void OpenPane::refresh()
{
    m_loginField->setVisible(m_loginAsked);
    m_cardWay->setText(m_card.kind == u"CPE" ? tr("Carte CPE") : tr("Carte CPS"));
    m_cardWay->setChecked(m_way == Way::Card);
    m_cardWay->setEnabled(m_cardUsable && !m_busy);
    m_passwordWay->setChecked(m_way == Way::Password);
    m_passwordWay->setEnabled(!m_busy);
    m_cardBox->setVisible(m_way == Way::Card);
    m_passwordBox->setVisible(m_way == Way::Password);
    const std::initializer_list<QWidget *> inputs = {m_login, m_pin, m_password, m_lost};
    for (QWidget *widget : inputs)
        widget->setEnabled(!m_busy);
    const bool waits = !m_wait.isEmpty() && m_way == Way::Password;
    m_open->setEnabled(!m_busy && !waits);
    m_open->setText(m_busy ? tr("Ouverture…") : tr("Ouvrir la session"));
    showCard();
    showMessage();
}

void OpenPane::showCard()
{
    const CardWords words = wordsOf(m_card, m_cardUsable);
    m_cardWay->setChip(words.meaning, words.text, words.icon);
    m_pin->setVisible(!m_card.pinOnReader);
    m_pinField->setHint(m_card.pinOnReader ? tr("Taper le code sur le clavier du lecteur.")
                                           : triesOf(m_card));
}

void OpenPane::submit()
{
    if (!m_busy && m_open->isEnabled())
        Q_EMIT submitted();
}

void OpenPane::focusField()
{
    if (m_loginAsked && typedLogin().isEmpty())
        m_login->setFocus(Qt::OtherFocusReason);
    else if (m_way == Way::Password)
        m_password->setFocus(Qt::OtherFocusReason);
    else if (m_card.pinOnReader)
        m_open->setFocus(Qt::OtherFocusReason);
    else
        m_pin->setFocus(Qt::OtherFocusReason);
}

bool OpenPane::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        place();
        showMessage();
    }
    return QWidget::event(event);
}

} // namespace ambroise::access::ui
