// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "rolewords.h"
#include "shell.h"
#include "welcome.h"

#include <practice/demo.h>
#include <words/languages.h>
#include <words/sentences.h>

#include <ambroise/cards/cardmonitor.h>
#include <ambroise/uikit/shell/statusbar.h>
#include <ambroise/uikit/theme.h>

#include <QApplication>
#include <QCloseEvent>

namespace ambroise::app {
namespace {

constexpr QSize usualSize{1366, 768};
constexpr QSize leastSize{1024, 680};

bool isUserActivity(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel ||
           type == QEvent::TouchBegin;
}

QLocale::Language localeOf(access::Language language)
{
    return language == access::Language::English ? QLocale::English : QLocale::French;
}

} // namespace

MainWindow::MainWindow(Options options, const Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_stack(new QStackedWidget(this))
    , m_language(systemLanguage())
    , m_signInLanguage(m_language)
{
    setCentralWidget(m_stack);
    setMinimumSize(leastSize);
    resize(usualSize);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &MainWindow::lock);
    qApp->installEventFilter(this);
    if (m_options.post.lastPractice.isEmpty())
        showWelcome();
    else
        openFolder(m_options.post.lastPractice);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    // The shells use the practice, which the gate owns.
    qDeleteAll(m_shells);
}

Shell *MainWindow::shell() const
{
    auto *front = qobject_cast<Shell *>(m_stack->currentWidget());
    return front;
}

void MainWindow::showWelcome(const QString &problem)
{
    auto *welcome = new Welcome(m_options.params, m_clock, this);
    welcome->setProblem(problem);
    connect(welcome, &Welcome::folderChosen, this, &MainWindow::openFolder);
    m_stack->addWidget(welcome);
    m_stack->setCurrentWidget(welcome);
    setWindowTitle(u"Ambroise"_qs);
}

void MainWindow::openFolder(const QString &path)
{
    const PracticeFolder folder(path);
    const auto description = folder.describe();
    if (!description.ok()) {
        showWelcome(sentenceOf(description.error()));
        return;
    }
    auto lock = folder.lock();
    if (!lock.ok()) {
        showWelcome(sentenceOf(lock.error()));
        return;
    }
    m_lock = std::move(lock).value();
    if (const QString module = cardModuleOf(m_options.post); !module.isEmpty() && !m_cards) {
        m_cards = std::make_unique<cards::CardMonitor>(module, m_clock);
        followCards();
    }
    m_others.reset();
    m_gate = std::make_unique<Gate>(folder, m_clock, m_options.post.name, m_options.params,
                                    m_cards.get());
    m_options.post.lastPractice = folder.path();
    (void)m_options.post.save(); // a post that cannot remember asks again
    m_practice = *description;
    buildSignIn();
    setWindowTitle(tr("%1 · Ambroise").arg(m_practice.name));
    showSignIn();
}

access::ui::SignInPage::Person MainWindow::personOf(const PracticeFolder::Face &face) const
{
    access::ui::SignInPage::Person person;
    person.login = face.login;
    person.name = face.name;
    if (const auto role = access::roleOf(face.role))
        person.role = roleWord(*role);
    person.last = face.lastSignIn;
    return person;
}

void MainWindow::buildSignIn()
{
    access::ui::SignInPage::Calls calls;
    calls.openWithPassword = [this](const QString &login, const QString &password) {
        m_openedByCard.clear();
        return m_gate->openWithPassword(login, password);
    };
    calls.openWithCard = [this](const QString &login, const QString &pin) {
        m_openedByCard =
            m_cards && !m_cards->cards().isEmpty() ? m_cards->cards().first().serial : QString();
        return m_gate->openWithCard(login, pin);
    };
    calls.openWithRecovery = [this](const QString &login, const QString &key,
                                    const QString &password) {
        return m_gate->openWithRecovery(login, key, password);
    };
    calls.waitSeconds = [this](const QString &login) {
        return m_gate->wait(login);
    };
    m_signIn = new access::ui::SignInPage(calls, sentenceOf, m_clock, this);
    m_stack->addWidget(m_signIn);
    connect(m_signIn, &access::ui::SignInPage::opened, this, &MainWindow::enter);
    connect(m_signIn, &access::ui::SignInPage::openedWithRecovery, this, &MainWindow::enter);
    uikit::StatusBar &foot = m_signIn->statusBar();
    foot.set({u"post"_qs, tr("Poste %1").arg(m_options.post.name), u"pc-display-horizontal"_qs});
    foot.set({u"cipher"_qs, tr("Données chiffrées"), u"database-check"_qs});
    foot.setSandbox(m_practice.demonstration);
    m_signIn->setPractice(m_practice.name, {});
    m_signInLanguage = m_language;
    showCard();
}

void MainWindow::showSignIn()
{
    QList<access::ui::SignInPage::Person> people;
    QString latest;
    QDateTime when;
    for (const PracticeFolder::Face &face : m_gate->folder().faces()) {
        people << personOf(face);
        if (latest.isEmpty() || (face.lastSignIn.isValid() && face.lastSignIn > when)) {
            latest = face.login;
            when = face.lastSignIn;
        }
    }
    m_signIn->setPeople(people);
    m_signIn->choose(m_current.isEmpty() ? latest : m_current);
    m_stack->setCurrentWidget(m_signIn);
}

void MainWindow::enter(const QString &login)
{
    auto session = m_gate->session(login);
    if (!session.ok()) {
        m_signIn->reset();
        return;
    }
    followOthers();
    const auto kept = m_gate->practice()->preferences().get(session->account().id);
    const access::Preferences preferences = kept.ok() ? *kept : access::Preferences{};
    m_current = login;
    if (const auto language = localeOf(preferences.language); language != m_language) {
        m_language = language;
        installLanguage(*qApp, language);
    }
    if (m_shellLanguages.value(login, m_language) != m_language)
        forgetShell(login);
    Shell *&shell = m_shells[login];
    if (!shell)
        shell = makeShell(std::move(session).value());
    m_shellLanguages.insert(login, m_language);
    m_signIn->setUnlocked();
    m_signIn->reset();
    applyPreferences(preferences);
    m_stack->setCurrentWidget(shell);
    shell->resume();
}

void MainWindow::followOthers()
{
    if (m_others)
        return;
    m_others = std::make_unique<storage::ChangeFeed>(m_gate->practice()->database());
    const auto follow = [this](const storage::Change &change) {
        if (change.topic.isEmpty() || change.topic == u"keyring")
            m_gate->followStaff();
        if (Shell *front = shell())
            front->followChange(change);
    };
    connect(m_others.get(), &storage::ChangeFeed::changed, this, follow);
    connect(m_others.get(), &storage::ChangeFeed::following, this, [follow] { follow({}); });
}

Shell *MainWindow::makeShell(access::Session session)
{
    Shell *shell = Shell::make(*m_gate->practice(), std::move(session), m_options.post, m_stack);
    m_stack->addWidget(shell);
    connect(shell, &Shell::lockRequested, this, &MainWindow::lock);
    connect(shell, &Shell::preferencesChanged, this, &MainWindow::applyPreferences);
    return shell;
}

void MainWindow::forgetShell(const QString &login)
{
    // Now, and not at the lock: what was written just before it has reached the drafts meanwhile.
    delete m_shells.take(login);
    m_shellLanguages.remove(login);
}

void MainWindow::lock()
{
    Shell *front = shell();
    if (!front)
        return;
    m_idle.stop();
    const access::Session &session = front->session();
    (void)m_gate->practice()->journal().record(
        {audit::Action::Lock, audit::Subject::User, session.account().id.value}, session.actor());
    if (m_signInLanguage != m_language) {
        m_signIn->deleteLater();
        buildSignIn();
    }
    showSignIn();
    access::ui::SignInPage::Person who;
    who.login = session.account().login.value();
    who.name = session.account().person.displayName();
    who.givenName = session.account().person.givenName;
    who.role = roleWord(session.account().person.role);
    m_signIn->setLocked(who, m_clock.now());
}

void MainWindow::applyPreferences(const access::Preferences &preferences)
{
    const auto theme = preferences.appearance == access::Appearance::Dark ? uikit::Theme::dark()
                                                                          : uikit::Theme::light();
    uikit::apply(*qApp, theme, preferences.textPercent / 100.0);
    m_idle.start(preferences.lockAfter);
}

void MainWindow::followCards()
{
    for (auto signal : {&cards::CardMonitor::cardInserted, &cards::CardMonitor::cardChanged})
        connect(m_cards.get(), signal, this, [this] { showCard(); });
    connect(m_cards.get(), &cards::CardMonitor::readerFound, this, &MainWindow::showCard);
    connect(m_cards.get(), &cards::CardMonitor::readerLost, this, &MainWindow::showCard);
    connect(m_cards.get(), &cards::CardMonitor::moduleUnavailable, this, [this] { showCard(); });
    connect(m_cards.get(), &cards::CardMonitor::cardRemoved, this, [this](const QString &serial) {
        showCard();
        // Who came in with this card leaves with it.
        if (!serial.isEmpty() && serial == m_openedByCard)
            lock();
    });
}

void MainWindow::showCard()
{
    using Card = access::ui::SignInPage::Card;
    if (!m_signIn)
        return;
    if (!m_cards) {
        m_signIn->setCard({Card::State::NoModule});
        return;
    }
    Card card;
    if (m_cards->trouble())
        card.state = Card::State::NoModule;
    else if (!m_cards->hasReader())
        card.state = Card::State::NoReader;
    if (!m_cards->cards().isEmpty()) {
        const cards::CardInfo info = m_cards->cards().first();
        access::Lockout none({}, m_clock);
        const access::KeyringFile keyring(m_gate->folder().keyring());
        const auto slot = access::SignIn(keyring, none).slotOfCard(info.certificateFingerprint);
        card.state = slot.ok() ? Card::State::Read : Card::State::Unknown;
        if (info.certificateExpiry < m_clock.today())
            card.state = Card::State::Expired;
        if (info.pin == cards::PinState::Locked)
            card.state = Card::State::Blocked;
        card.holder = info.holderName;
        card.login = slot.ok() ? slot->login : QString();
        card.triesLeft = info.triesLeft;
        card.fewTries = info.pin == cards::PinState::Few;
        card.pinOnReader = info.pinOnReader;
    }
    m_signIn->setCard(card);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (m_idle.isActive() && isUserActivity(event->type()))
        m_idle.start(); // again from the beginning
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_gate && m_gate->practice())
        for (const Shell *shell : std::as_const(m_shells))
            (void)m_gate->practice()->journal().record(
                {audit::Action::SignOut, audit::Subject::User, shell->session().account().id.value},
                shell->session().actor());
    event->accept();
}

} // namespace ambroise::app
