// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "rolewords.h"
#include "shell.h"

#include <cabinet/firstrun/firstrun.h>
#include <words/languages.h>
#include <words/sentences.h>

#include <ambroise/patient/soundindex.h>
#include <ambroise/record/entrysearch.h>
#include <ambroise/uikit/shell/statusbar.h>
#include <ambroise/uikit/theme.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QtConcurrent>

namespace ambroise::app {
namespace {

constexpr QSize usualSize{1366, 768};
constexpr QSize leastSize{1024, 680};

QLocale::Language localeOf(access::Language language)
{
    return language == access::Language::English ? QLocale::English : QLocale::French;
}

bool belongsTo(const QWidget *window, const QWidget *owner)
{
    const QWidget *parent = window->parentWidget();
    while (parent && parent != owner)
        parent = parent->parentWidget();
    return parent == owner;
}

} // namespace

MainWindow::MainWindow(Options options, const Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_stack(new QStackedWidget(this))
    , m_language(systemLanguage())
    , m_signInLanguage(m_language)
    , m_idle(std::make_unique<IdleWatch>(*this, clock))
{
    setCentralWidget(m_stack);
    setMinimumSize(leastSize);
    resize(usualSize);
    connect(m_idle.get(), &IdleWatch::expired, this, &MainWindow::lock);
    if (m_options.post.lastPractice.isEmpty())
        showFirstRun();
    else
        openFolder(m_options.post.lastPractice);
}

MainWindow::~MainWindow()
{
    // The shells use the practice, which the gate owns.
    qDeleteAll(m_shells);
    stopIndexing();
}

Shell *MainWindow::shell() const
{
    auto *front = qobject_cast<Shell *>(m_stack->currentWidget());
    return front;
}

void MainWindow::showFirstRun()
{
    if (!m_firstRun) {
        m_firstRun = new firstrun::FirstRun(m_options.post, m_options.params, m_clock, this);
        m_stack->addWidget(m_firstRun);
        connect(m_firstRun, &firstrun::FirstRun::practiceChosen, this, &MainWindow::openPractice);
        connect(m_firstRun, &firstrun::FirstRun::left, this, &MainWindow::showSignIn);
    }
    m_stack->setCurrentWidget(m_firstRun);
    m_firstRun->begin(m_gate != nullptr);
    setWindowTitle(u"Ambroise"_qs);
}

void MainWindow::openPractice(const QString &path, const QString &login, const Post &post)
{
    openAs(path, post);
    if (m_gate && m_stack->currentWidget() == m_signIn && !login.isEmpty())
        m_signIn->choose(login);
}

Result<PracticeFolder::Description> MainWindow::take(const PracticeFolder &folder)
{
    if (folder.isUnfinished())
        return Error{ErrorCode::NotFound, u"practice.unfinished"_qs, {}};
    AMBROISE_TRY(auto description, folder.describe());
    const bool mine = m_lock && m_gate && m_gate->folder().path() == folder.path();
    if (!mine) {
        AMBROISE_TRY(m_lock, folder.lock());
    }
    return description;
}

void MainWindow::openFolder(const QString &path)
{
    openAs(path, m_options.post);
}

void MainWindow::openAs(const QString &path, const Post &post)
{
    const PracticeFolder folder(path);
    const auto description = take(folder);
    if (!description.ok()) {
        showFirstRun();
        m_firstRun->setProblem(path, description.error());
        return;
    }
    m_options.post = post; // only now: with the practice that was open this post stays what it was
    if (const QString module = cardModuleOf(m_options.post); !module.isEmpty() && !m_cards) {
        m_cards = std::make_unique<cards::CardMonitor>(module, m_clock, m_options.cardTiming);
    }
    stopIndexing();
    m_others.reset();
    m_desk =
        std::make_unique<CardDesk>(m_cards.get(), access::KeyringFile(folder.keyring()), m_clock);
    followCards();
    m_gate =
        std::make_unique<Gate>(folder, m_clock, m_options.post.name, m_options.params, *m_desk);
    m_options.post.lastPractice = folder.path();
    (void)m_options.post.save(); // a post that cannot remember asks again
    m_practice = *description;
    buildSignIn();
    showSignIn();
    if (m_firstRun) // with what was typed there
        std::exchange(m_firstRun, nullptr)->deleteLater();
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
    calls.openWithCard = [this](const QString & /*login*/, const QString &pin) {
        const auto card = m_desk->card();
        m_openedByCard = card ? card->serial : QString();
        return m_gate->openWithCard(pin);
    };
    calls.openWithRecovery = [this](const QString &login, const QString &key,
                                    const QString &password) {
        m_openedByCard.clear();
        return m_gate->openWithRecovery(login, key, password);
    };
    calls.waitSeconds = [this](const QString &login) {
        return m_gate->wait(login);
    };
    if (m_signIn)
        m_signIn->deleteLater();
    m_signIn = new access::ui::SignInPage(calls, sentenceOf, m_clock, this);
    m_stack->addWidget(m_signIn);
    connect(m_signIn, &access::ui::SignInPage::otherPracticeAsked, this, &MainWindow::showFirstRun);
    connect(m_signIn, &access::ui::SignInPage::opened, this, &MainWindow::enter);
    connect(m_signIn, &access::ui::SignInPage::openedWithRecovery, this, &MainWindow::enter);
    uikit::StatusBar &foot = m_signIn->statusBar();
    foot.set({u"post"_qs, tr("Poste %1").arg(m_options.post.name), u"pc-display-horizontal"_qs});
    foot.set({u"cipher"_qs, tr("Données chiffrées"), u"database-check"_qs});
    foot.setSandbox(m_practice.demonstration);
    m_signIn->setPractice(m_practice.name, {});
    m_signInLanguage = m_language;
    m_signIn->setCard(m_desk->seen());
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
    setWindowTitle(tr("%1 · Ambroise").arg(m_practice.name));
    m_signIn->setMayChangePractice(m_shells.isEmpty()); // work in progress belongs to this one
    m_signIn->setPeople(people);
    m_signIn->choose(m_current.isEmpty() ? latest : m_current);
    m_stack->setCurrentWidget(m_signIn);
}

void MainWindow::enter(const QString &login)
{
    const Shell *waiting = m_shells.value(login);
    auto session = m_gate->session(login, waiting ? audit::Action::Unlock : audit::Action::SignIn);
    if (!session.ok()) {
        m_signIn->fail(session.error());
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
    // Widgets keep the words, the rights and the post of their making: another role is another
    // shell.
    const bool changed =
        m_outdated.remove(login) ||
        (waiting && waiting->session().account().version != session->account().version);
    if (changed || m_shellLanguages.value(login, m_language) != m_language)
        forgetShell(login);
    m_signIn->setUnlocked();
    m_signIn->reset();
    Shell *&shell = m_shells[login];
    if (shell)
        shell->renew(std::move(session).value());
    else
        shell = makeShell(std::move(session).value());
    m_shellLanguages.insert(login, m_language);
    applyPreferences(preferences);
    m_stack->setCurrentWidget(shell);
    shell->resume();
    // The caret where it was: the lock took the focus away, not the work.
    if (QWidget *last = shell->focusWidget())
        last->setFocus(Qt::OtherFocusReason);
    for (const QPointer<QWidget> &window : m_hidden.take(login))
        if (window)
            window->show();
    // It may have left while its code was tried.
    if (!m_openedByCard.isEmpty() && !m_desk->holds(m_openedByCard))
        lock();
}

void MainWindow::followOthers()
{
    if (m_others)
        return;
    m_others = std::make_unique<storage::ChangeFeed>(m_gate->practice()->database());
    completeIndexes();
    const auto follow = [this](const storage::Change &change) {
        if (change.topic.isEmpty() || change.topic == u"keyring") {
            m_gate->followStaff();
            lockClosedAccount();
        }
        if (Shell *front = shell())
            front->followChange(change);
    };
    connect(m_others.get(), &storage::ChangeFeed::changed, this, follow);
    connect(m_others.get(), &storage::ChangeFeed::following, this, [follow] { follow({}); });
}

void MainWindow::completeIndexes()
{
    m_indexing =
        QtConcurrent::run([database = m_gate->practice()->database()](QPromise<void> &promise) {
            const auto work = [&]() -> Status {
                const Progress going = [&promise](qint64, qint64) {
                    return !promise.isCanceled();
                };
                AMBROISE_TRY(const auto db, database.connect());
                AMBROISE_CHECK(patient::SoundIndex(*db).complete(going));
                return record::EntryIndex(*db).complete(going);
            };
            const Status done = work();
            if (!done.ok() && done.error().code != ErrorCode::Cancelled)
                qWarning("indexes: %s", qPrintable(done.error().subject));
        });
}

void MainWindow::stopIndexing()
{
    m_indexing.cancel();
    m_indexing.waitForFinished();
}

//! Who was closed at another post works no further at this one.
void MainWindow::lockClosedAccount()
{
    const Shell *front = shell();
    if (!front)
        return;
    const auto now = m_gate->practice()->accounts().byId(front->session().account().id);
    if (now.ok() && !now->active)
        lock();
}

Shell *MainWindow::makeShell(access::Session session)
{
    Shell *shell = Shell::make(*m_gate->practice(), std::move(session), m_options.post,
                               {*m_gate, *m_desk}, m_stack);
    m_stack->addWidget(shell);
    connect(shell, &Shell::lockRequested, this, &MainWindow::lock);
    connect(shell, &Shell::preferencesChanged, this, &MainWindow::applyPreferences);
    connect(shell, &Shell::practiceRenamed, this, [this](const QString &name) {
        m_practice.name = name;
        m_signIn->setPractice(name, {});
        setWindowTitle(tr("%1 · Ambroise").arg(name));
    });
    connect(shell, &Shell::postChanged, this, &MainWindow::becomePost);
    return shell;
}

void MainWindow::becomePost(const Post &post)
{
    m_options.post = post;
    m_gate->setPost(post.name);
    buildSignIn();
    // Sessions and shells were made for the post as it was: each anew at its next sign-in.
    for (auto shell = m_shells.cbegin(); shell != m_shells.cend(); ++shell)
        m_outdated.insert(shell.key());
}

void MainWindow::forgetShell(const QString &login)
{
    // Now, and not at the lock: what was written just before it has reached the drafts meanwhile.
    delete m_shells.take(login);
    for (const QPointer<QWidget> &window : m_hidden.take(login))
        delete window;
    m_shellLanguages.remove(login);
}

void MainWindow::lock()
{
    Shell *front = shell();
    if (!front)
        return;
    m_idle->stop();
    const access::Session &session = front->session();
    (void)m_gate->practice()->journal().record(
        {audit::Action::Lock, audit::Subject::User, session.account().id.value}, session.actor());
    if (m_signInLanguage != m_language)
        buildSignIn();
    showSignIn();
    access::ui::SignInPage::Person who;
    who.login = session.account().login.value();
    who.name = session.account().person.displayName();
    who.givenName = session.account().person.givenName;
    who.role = roleWord(session.account().person.role);
    m_signIn->setLocked(who, m_clock.now());
    hideWindowsOf(*front);
    front->keepDrafts();
}

//! What a session opened beside the main window is behind the lock too: a document waits, a
//! question is given up.
void MainWindow::hideWindowsOf(const Shell &shell)
{
    QList<QPointer<QWidget>> &hidden = m_hidden[shell.session().account().login.value()];
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (!window->isVisible() || !belongsTo(window, this))
            continue;
        auto *dialog = qobject_cast<QDialog *>(window);
        if (dialog && dialog->isModal())
            dialog->reject();
        else if (window->windowType() == Qt::Popup || window->windowType() == Qt::ToolTip)
            window->close();
        else {
            window->hide();
            hidden << window;
        }
    }
}

void MainWindow::applyPreferences(const access::Preferences &preferences)
{
    const auto theme = preferences.appearance == access::Appearance::Dark ? uikit::Theme::dark()
                                                                          : uikit::Theme::light();
    uikit::apply(*qApp, theme, preferences.textPercent / 100.0);
    m_idle->start(preferences.lockAfter);
}

void MainWindow::followCards()
{
    connect(m_desk.get(), &CardDesk::changed, this, [this] {
        if (m_signIn)
            m_signIn->setCard(m_desk->seen());
    });
    connect(m_desk.get(), &CardDesk::removed, this, [this](const QString &serial) {
        // Who came in with this card leaves with it.
        if (!serial.isEmpty() && serial == m_openedByCard)
            lock();
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_firstRun && !m_firstRun->mayClose()) {
        event->ignore();
        return;
    }
    if (m_gate && m_gate->practice())
        for (Shell *shell : std::as_const(m_shells)) {
            shell->keepDrafts();
            (void)m_gate->practice()->journal().record(
                {audit::Action::SignOut, audit::Subject::User, shell->session().account().id.value},
                shell->session().actor());
        }
    event->accept();
}

} // namespace ambroise::app
