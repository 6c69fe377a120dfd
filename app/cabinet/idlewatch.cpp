// SPDX-License-Identifier: GPL-3.0-or-later
#include "idlewatch.h"

#include <ambroise/uikit/message.h>
#include <ambroise/uikit/shortcuts.h>

#include <QApplication>
#include <QEvent>

namespace ambroise::app {
namespace {

//! What somebody does on purpose. The pointer's movement is not: a desk that is knocked, or a mouse
//! with a hair under its lamp, would keep a session open that nobody sits at. Who only reads
//! scrolls, and is warned before the lock.
bool isUserActivity(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::InputMethod ||
           type == QEvent::MouseButtonPress || type == QEvent::Wheel ||
           type == QEvent::TouchBegin || type == QEvent::TabletPress;
}

} // namespace

IdleWatch::IdleWatch(QWidget &window, const Clock &clock)
    : m_window(window)
    , m_lock(clock)
    , m_warning(new uikit::MessageLine(uikit::Meaning::Caution, &window))
{
    m_warning->setObjectName(u"idleWarning"_qs);
    m_warning->hide();
    connect(&m_lock, &access::IdleLock::expired, this, &IdleWatch::expired);
    connect(&m_lock, &access::IdleLock::calmed, m_warning, &QWidget::hide);
    connect(&m_lock, &access::IdleLock::warned, this, &IdleWatch::warn);
    qApp->installEventFilter(this);
}

IdleWatch::~IdleWatch()
{
    qApp->removeEventFilter(this);
}

void IdleWatch::warn(int seconds)
{
    m_warning->setText(tr("Verrouillage dans %1 s.").arg(seconds),
                       tr("Une touche pour continuer."));
    place();
    m_warning->raise();
    if (m_warning->isVisible())
        return;
    m_warning->show();
    m_warning->announce(); // the seconds that go by are not
}

void IdleWatch::place()
{
    const int high = m_warning->sizeHint().height();
    m_warning->setGeometry(0, m_window.height() - high, m_window.width(), high);
}

//! The key that ends the warning does nothing else, so that who comes back and presses any key
//! signs or deletes nothing by it; into a text field it is written, for nothing typed is lost. The
//! key that finds the time run out, on a post that slept, reaches nothing behind the lock.
bool IdleWatch::wakes(QEvent &event)
{
    const bool asks = event.type() == QEvent::ShortcutOverride;
    const bool presses = event.type() == QEvent::KeyPress;
    if (m_waking && (presses || event.type() == QEvent::KeyRelease)) {
        m_waking = false;
        return presses;
    }
    if (!m_lock.isRunning() || (!asks && !isUserActivity(event.type())))
        return false;
    const bool warned = m_lock.isWarning();
    m_lock.look();
    const bool late = !m_lock.isRunning();
    if (!late && (!warned || (!asks && !presses) || uikit::takesText(QApplication::focusWidget())))
        return false;
    m_lock.touch();
    if (asks)
        event.accept(); // as text: no shortcut looks at it
    m_waking = asks;
    return true;
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize)
        place();
    if (wakes(*event))
        return true;
    if (m_lock.isRunning() && isUserActivity(event->type()))
        m_lock.touch();
    return QObject::eventFilter(watched, event);
}

} // namespace ambroise::app
