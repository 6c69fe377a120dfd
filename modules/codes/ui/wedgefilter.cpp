// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/ui/wedgefilter.h>

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QWindow>

#include <algorithm>

namespace ambroise::codes::ui {
namespace {

constexpr quint64 fastestTypingMs = 35;
constexpr int waitMs = 40;
constexpr qsizetype leastCharacters = 8;
constexpr qsizetype mostCharacters = 7089; //!< what the largest QR code holds

bool isModifier(int code)
{
    return code == Qt::Key_Shift || code == Qt::Key_Control || code == Qt::Key_Alt ||
           code == Qt::Key_AltGr || code == Qt::Key_Meta || code == Qt::Key_CapsLock ||
           code == Qt::Key_NumLock;
}

bool isEnd(int code)
{
    return code == Qt::Key_Return || code == Qt::Key_Enter || code == Qt::Key_Tab;
}

//! Scanners send the separators of GS1 and 2D-Doc as Ctrl+] and its neighbours.
bool isOfCode(const QString &text, Qt::KeyboardModifiers modifiers)
{
    if (text.size() != 1 || (modifiers & Qt::MetaModifier))
        return false;
    const char16_t c = text.front().unicode();
    const bool separator = c >= 0x1D && c <= 0x1F;
    const bool altGr =
        modifiers.testFlag(Qt::ControlModifier) && modifiers.testFlag(Qt::AltModifier);
    const bool command = !altGr && (modifiers & (Qt::ControlModifier | Qt::AltModifier));
    return separator || (text.front().isPrint() && !command);
}

bool isPassword(const QWidget *field)
{
    return field && field->inputMethodHints().testFlag(Qt::ImhHiddenText);
}

bool takesText(const QWidget *field)
{
    return field && field->testAttribute(Qt::WA_InputMethodEnabled) &&
           field->inputMethodQuery(Qt::ImSurroundingText).isValid();
}

QString textOf(const QWidget &field)
{
    return field.inputMethodQuery(Qt::ImSurroundingText).toString();
}

} // namespace

WedgeFilter::WedgeFilter(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WedgeFilter::onTimeout);
    // A shortcut's event goes to its action, not to the window.
    qApp->installEventFilter(this);
}

bool WedgeFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (event == m_passing)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (const auto *widget = qobject_cast<QWidget *>(watched);
            widget && widget->window() == &m_window)
            m_announced = keyOf(*event);
        return false;
    case QEvent::Shortcut:
        if (!m_announced)
            return false;
        return hear(*std::exchange(m_announced, {}), watched, *event);
    case QEvent::KeyPress:
        if (watched != m_window.windowHandle())
            return false;
        m_announced.reset();
        return hear(keyOf(*event), watched, *event);
    case QEvent::KeyRelease:
        if (watched != m_window.windowHandle())
            return false;
        return hearRelease(keyOf(*event).code, watched, *event);
    default:
        return false;
    }
}

WedgeFilter::Key WedgeFilter::keyOf(const QEvent &event)
{
    const auto &key = static_cast<const QKeyEvent &>(event);
    return {key.key(), key.text(), key.modifiers(), key.timestamp(), key.isAutoRepeat()};
}

//! True where the event goes no further.
bool WedgeFilter::hear(const Key &key, QObject *receiver, const QEvent &event)
{
    if (isModifier(key.code))
        return false;
    const bool fast = key.timestamp - m_last < fastestTypingMs;
    m_last = key.timestamp;
    if (!fast) {
        release();
        m_letThrough = false;
    }
    if (fast && !m_letThrough && isEnd(key.code) && m_text.size() >= leastCharacters) {
        finish();
        m_deadReleases.push_back(key.code);
        return true;
    }
    if (key.repeated || m_letThrough || !isOfCode(key.text, key.modifiers) ||
        m_text.size() == mostCharacters || isPassword(QApplication::focusWidget())) {
        m_letThrough = m_letThrough || !m_text.isEmpty();
        release();
        return false;
    }
    return hearCharacter(key, receiver, event);
}

bool WedgeFilter::hearCharacter(const Key &key, QObject *receiver, const QEvent &event)
{
    m_text += key.text;
    QWidget *focus = QApplication::focusWidget();
    if (m_text.size() == 1 && event.type() == QEvent::KeyPress && takesText(focus)) {
        m_field = Field{focus, textOf(*focus),
                        focus->inputMethodQuery(Qt::ImCurrentSelection).toString()};
        return false;
    }
    hold(receiver, event);
    return true;
}

//! A release follows its press: held with it, or lost with it.
bool WedgeFilter::hearRelease(int code, QObject *receiver, const QEvent &event)
{
    const auto dead = std::find(m_deadReleases.begin(), m_deadReleases.end(), code);
    if (dead != m_deadReleases.end()) {
        m_deadReleases.erase(dead);
        return true;
    }
    const bool pressHeld = std::any_of(m_held.begin(), m_held.end(), [code](const Held &held) {
        return held.event->type() == QEvent::KeyPress && keyOf(*held.event).code == code;
    });
    if (pressHeld)
        hold(receiver, event);
    return pressHeld;
}

void WedgeFilter::hold(QObject *receiver, const QEvent &event)
{
    m_held.push_back({receiver, std::unique_ptr<QEvent>(event.clone())});
    m_lastCall = false;
    m_timer.start(waitMs);
}

//! It was no scan: what was held happens now, in its order.
void WedgeFilter::release()
{
    m_timer.stop();
    m_text.clear();
    m_field.reset();
    for (const Held &held : std::exchange(m_held, {})) {
        if (!held.receiver)
            continue;
        // Set anew for each one: what it does may run an event loop of its own.
        m_passing = held.event.get();
        QCoreApplication::sendEvent(held.receiver, held.event.get());
        m_passing = nullptr;
    }
}

void WedgeFilter::finish()
{
    m_timer.stop();
    for (const Held &held : std::exchange(m_held, {})) {
        if (held.event->type() == QEvent::KeyPress)
            m_deadReleases.push_back(keyOf(*held.event).code);
        else if (held.event->type() == QEvent::KeyRelease)
            std::erase(m_deadReleases, keyOf(*held.event).code);
    }
    if (const auto field = std::exchange(m_field, {}))
        takeBack(*field);
    // Later: what the scan starts may show a dialog, which must not stand inside a key's delivery.
    QMetaObject::invokeMethod(
        this, [this, text = std::exchange(m_text, {})] { Q_EMIT scanned(text); },
        Qt::QueuedConnection);
}

//! The field may have refused the character, so nothing is taken back where nothing changed.
void WedgeFilter::takeBack(const Field &field)
{
    if (!field.widget || textOf(*field.widget) == field.text)
        return;
    QInputMethodEvent before;
    before.setCommitString(field.selection, -1, 1);
    QCoreApplication::sendEvent(field.widget, &before);
}

//! When the interface was busy, the timer may be heard before keys that came long ago: they are
//! given one turn of the loop more.
void WedgeFilter::onTimeout()
{
    if (!std::exchange(m_lastCall, true)) {
        m_timer.start(0);
        return;
    }
    m_letThrough = true;
    release();
}

} // namespace ambroise::codes::ui
