// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/signinpage.h>

#include "moments.h"
#include "openpane.h"
#include "peoplelist.h"
#include "peoplepane.h"
#include "recoverypane.h"

#include <ambroise/access/ui/whendone.h>
#include <ambroise/uikit/shell/statusbar.h>
#include <ambroise/uikit/type.h>

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QWidget>

namespace ambroise::access::ui {
namespace {

using namespace uikit;
using namespace std::chrono_literals;

constexpr int blockHeight = 440;

} // namespace

SignInPage::SignInPage(Calls calls, Explain explain, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(std::move(calls))
    , m_explain(std::move(explain))
    , m_clock(clock)
    , m_block(new QWidget)
    , m_left(new PeoplePane(clock))
    , m_right(new QStackedWidget)
    , m_open(new OpenPane)
    , m_recovery(new RecoveryPane(m_explain))
    , m_status(new StatusBar)
{
    build();
    bindKeys();
    connect(m_left, &PeoplePane::chosen, this, &SignInPage::choose);
    connect(m_left, &PeoplePane::taken, m_open, &OpenPane::focusField);
    connect(m_left, &PeoplePane::otherAsked, this, [this] {
        choose({});
        m_open->focusField();
    });
    connect(m_left, &PeoplePane::otherPracticeAsked, this, &SignInPage::otherPracticeAsked);
    connect(m_open, &OpenPane::submitted, this, &SignInPage::openSession);
    connect(m_open, &OpenPane::lostAccess, this, [this] { showRecovery(true); });
    connect(m_open, &OpenPane::wayChanged, this, &SignInPage::refreshWait);
    connect(m_open, &OpenPane::loginTyped, this, [this] {
        m_open->say({});
        refreshWait();
    });
    connect(m_recovery, &RecoveryPane::submitted, this, &SignInPage::recover);
    connect(m_recovery, &RecoveryPane::left, this, [this] { showRecovery(false); });
    m_waitTimer.setInterval(250ms);
    connect(&m_waitTimer, &QTimer::timeout, this, &SignInPage::refreshWait);
    choose({});
}

void SignInPage::build()
{
    setAccessibleName(tr("Ouvrir la session"));
    m_status->setTall(true);
    m_right->addWidget(m_open);
    m_right->addWidget(m_recovery);
    auto *sides = new QHBoxLayout(m_block);
    sides->setContentsMargins({});
    sides->setSpacing(0);
    sides->addWidget(m_left);
    sides->addWidget(m_right);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addStretch(1);
    layout->addWidget(m_block, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    layout->addWidget(m_status);
    place();
}

void SignInPage::place()
{
    m_right->setFixedWidth(scaled(420));
    m_right->setContentsMargins(scaled(40), 0, 0, 0);
    // A practice of many people takes the height that the window has.
    m_block->setFixedHeight(
        qBound(scaled(blockHeight), m_left->heightWanted(),
               qMax(scaled(blockHeight), height() - m_status->sizeHint().height() - scaled(48))));
}

void SignInPage::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    const auto whileOpen = [this](OpenPane::Way way) {
        if (!m_busy && m_right->currentWidget() == m_open)
            m_open->setWay(way);
    };
    bind(Qt::ALT | Qt::Key_M, [whileOpen] { whileOpen(OpenPane::Way::Password); });
    bind(Qt::ALT | Qt::Key_C, [whileOpen] { whileOpen(OpenPane::Way::Card); });
    bind(Qt::Key_F3, [this] {
        if (m_busy)
            return;
        showRecovery(false);
        m_left->askOther();
    });
    bind(Qt::Key_F4, [this] {
        if (!m_busy)
            m_left->askOtherPractice();
    });
}

void SignInPage::setMayChangePractice(bool may)
{
    m_left->setMayChangePractice(may);
    place();
}

void SignInPage::setPractice(const QString &name, const QString &city)
{
    m_left->setPractice(name, city);
}

void SignInPage::setPeople(const QList<Person> &people)
{
    const QString kept = login();
    m_people = people;
    m_left->setPeople(people);
    place();
    if (kept.isEmpty() && !people.isEmpty() && !m_locked)
        choose(people.first().login);
    else
        m_left->setCurrent(kept);
    showPerson();
}

std::optional<SignInPage::Person> SignInPage::personOf(const QString &login) const
{
    if (login.isEmpty())
        return std::nullopt;
    if (m_locked && m_locked->who.login == login)
        return m_locked->who;
    for (const Person &person : m_people)
        if (person.login == login)
            return person;
    return std::nullopt;
}

QString SignInPage::login() const
{
    return m_open->typedLogin().toLower();
}

void SignInPage::choose(const QString &login)
{
    if (m_busy)
        return;
    const bool inside = m_open->isAncestorOf(QApplication::focusWidget());
    showRecovery(false);
    m_open->clearSecrets();
    m_open->say({});
    m_open->setTypedLogin(login);
    m_open->setLoginAsked(!personOf(login));
    m_left->setCurrent(login);
    const bool mine =
        m_card.state == Card::State::Read && !login.isEmpty() && m_card.login == login;
    m_open->setCard(m_card, mine);
    if (mine)
        m_open->setWay(OpenPane::Way::Card);
    showPerson();
    refreshWait();
    if (inside) // the field that had the caret may be hidden by now
        m_open->focusField();
}

void SignInPage::showPerson()
{
    const auto person = personOf(login());
    if (m_locked && m_locked->who.login == login()) {
        m_open->setHeading(tr("Session de %1").arg(m_locked->who.name),
                           tr("Verrouillée %1. Le travail en cours reste en place.")
                               .arg(momentWords(m_locked->at, m_clock)));
        return;
    }
    if (!person) {
        m_open->setHeading(tr("Autre utilisateur"),
                           tr("Taper l’identifiant reçu à la création du compte."));
        return;
    }
    const QString given =
        person->givenName.isEmpty() ? givenNameOf(person->name) : person->givenName;
    m_open->setHeading(tr("Bonjour %1").arg(given), tr("Choisissez comment ouvrir votre session."));
}

void SignInPage::setCard(const Card &card)
{
    if (card == m_card)
        return;
    const bool arrives = card.state == Card::State::Read &&
                         (m_card.state != Card::State::Read || m_card.login != card.login);
    m_card = card;
    if (arrives && !m_busy && m_right->currentWidget() == m_open && card.login != login()) {
        choose(card.login);
        m_open->focusField();
        return;
    }
    const bool mine = card.state == Card::State::Read && card.login == login();
    m_open->setCard(card, mine);
    if (!arrives || m_busy || !mine)
        return;
    m_open->say({});
    m_open->focusField();
}

void SignInPage::setLocked(const Person &who, const QDateTime &lockedAt)
{
    m_locked = Locked{who, lockedAt};
    setBusy(false);
    m_left->setAlone(who);
    setAccessibleName(
        tr("Session de %1, verrouillée %2").arg(who.name, momentWords(lockedAt, m_clock)));
    choose(who.login);
    m_open->focusField();
}

void SignInPage::setUnlocked()
{
    const QString kept = login();
    m_locked.reset();
    m_left->setAlone({});
    setAccessibleName(tr("Ouvrir la session"));
    choose(kept);
}

void SignInPage::reset()
{
    setBusy(false);
    choose(login());
}

void SignInPage::fail(const Error &error)
{
    reset();
    m_open->say(m_explain(error));
    m_open->focusField();
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    m_left->setEnabled(!busy);
    m_open->setBusy(busy);
    m_recovery->setBusy(busy);
}

void SignInPage::openSession()
{
    const QString who = login();
    if (who.isEmpty()) {
        m_open->say(tr("Taper l’identifiant."));
        m_open->focusField();
        return;
    }
    if (m_open->needsSecret() && m_open->secret().isEmpty()) {
        m_open->say(m_open->way() == OpenPane::Way::Card ? tr("Taper le code de la carte.")
                                                         : tr("Taper le mot de passe."));
        m_open->focusField();
        return;
    }
    const auto &call =
        m_open->way() == OpenPane::Way::Card ? m_calls.openWithCard : m_calls.openWithPassword;
    if (!call)
        return;
    m_open->say({});
    setBusy(true);
    const QString secret = m_open->secret();
    whenDone(this, call(who, secret), [this, who](const Status &status) { ended(who, status); });
}

void SignInPage::ended(const QString &login, const Status &status)
{
    if (!m_busy)
        return;
    setBusy(false);
    if (status.ok()) {
        m_open->clearSecrets();
        Q_EMIT opened(login);
        return;
    }
    // What was typed is worth keeping only where it was not the cause.
    if (status.error().code == ErrorCode::Denied || status.error().code == ErrorCode::Invalid)
        m_open->clearSecrets();
    m_open->say(m_explain(status.error()));
    refreshWait();
    m_open->focusField();
}

void SignInPage::showRecovery(bool shown)
{
    if (shown == (m_right->currentWidget() == m_recovery))
        return;
    m_open->clearSecrets();
    m_open->say({});
    m_recovery->forget();
    m_right->setCurrentWidget(shown ? static_cast<QWidget *>(m_recovery) : m_open);
    if (shown) {
        const auto person = personOf(login());
        m_recovery->begin(login(), person ? QStringList{person->name} : QStringList());
    } else {
        m_open->focusField();
    }
    refreshWait();
}

void SignInPage::recover()
{
    if (!m_calls.openWithRecovery)
        return;
    setBusy(true);
    const QString who = m_recovery->login();
    whenDone(this, m_calls.openWithRecovery(who, m_recovery->key(), m_recovery->password()),
             [this, who](const Status &status) { recovered(who, status); });
}

void SignInPage::recovered(const QString &login, const Status &status)
{
    if (!m_busy)
        return;
    setBusy(false);
    if (!status.ok()) {
        m_recovery->fail(status.error());
        refreshWait();
        return;
    }
    showRecovery(false);
    Q_EMIT openedWithRecovery(login);
}

void SignInPage::refreshWait()
{
    const bool recovering = m_right->currentWidget() == m_recovery;
    const bool asks = m_calls.waitSeconds && (recovering || !login().isEmpty());
    const auto wait = asks ? m_calls.waitSeconds(recovering ? QString() : login()) : 0s;
    const QString sentence =
        wait > 0s ? tr("Nouvel essai dans %1.").arg(waitWords(wait)) : QString();
    m_open->setWait(recovering ? QString() : sentence);
    m_recovery->setWait(recovering ? sentence : QString());
    if (wait > 0s && !m_waitTimer.isActive())
        m_waitTimer.start();
    if (wait <= 0s)
        m_waitTimer.stop();
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_open->focusField();
    refreshWait();
}

bool SignInPage::event(QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::StyleChange || type == QEvent::FontChange || type == QEvent::Resize)
        place();
    return QWidget::event(event);
}

} // namespace ambroise::access::ui
