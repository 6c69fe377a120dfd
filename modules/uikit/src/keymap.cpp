// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/keymap.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/type.h>

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace ambroise::uikit {
namespace {

constexpr int rowHeight = 24;
constexpr int columnWidth = 248;
constexpr int padding = 16;
constexpr int capColumn = 64;

struct Line {
    QString key; //!< empty: a group's title
    QString text;
};

using Group = QList<Line>;

QList<Group> groupsOf(const QWidget &window)
{
    QStringList titles;
    QList<Group> groups;
    for (const ActionMap *map : ActionMap::activeIn(window)) {
        for (const QAction *action : map->actions()) {
            const QString key = ActionMap::keyOf(*action);
            if (!action->isEnabled() || !action->isVisible() || key.isEmpty())
                continue;
            const QString title = ActionMap::groupOf(*action);
            qsizetype at = titles.indexOf(title);
            if (at < 0) {
                at = titles.size();
                titles << title;
                groups << Group{{{}, title}};
            }
            groups[at] << Line{key, action->text()};
        }
    }
    return groups;
}

//! Groups one under the other, in as few columns as the height allows; a group is not cut unless it
//! is higher than a column.
QList<Group> columnsOf(const QList<Group> &groups, int rows)
{
    QList<Group> columns;
    for (const Group &group : groups) {
        const bool fits = !columns.isEmpty() && columns.last().size() + group.size() + 1 <= rows;
        if (!fits)
            columns << Group{};
        else
            columns.last() << Line{};
        for (const Line &line : group) {
            if (columns.last().size() >= rows)
                columns << Group{};
            columns.last() << line;
        }
    }
    return columns;
}

void paintColumn(QPainter &painter, const Group &column, QPoint at, const Theme &theme)
{
    QRect row(at, QSize(scaled(columnWidth), scaled(rowHeight)));
    for (const Line &line : column) {
        if (line.key.isEmpty()) {
            painter.setFont(uikit::font(TextRole::Small, true));
            painter.setPen(theme.color(Token::Text2));
            paint::line(painter, row, Qt::AlignLeft, line.text);
        } else {
            const QSize cap = paint::keyCapSize(line.key);
            paint::keyCap(
                painter,
                QRect(QPoint(row.left(), row.top() + (row.height() - cap.height()) / 2), cap),
                theme, line.key);
            painter.setFont(uikit::font(TextRole::Body));
            painter.setPen(theme.color(Token::Text));
            paint::line(
                painter,
                row.adjusted(qMax(scaled(capColumn), cap.width() + scaled(8)), 0, -scaled(8), 0),
                Qt::AlignLeft, line.text);
        }
        row.translate(0, row.height());
    }
}

//! Where an act has its own place that shows no cap, such as an item of the rail, over its icon.
QList<std::pair<QRect, QString>> anchorsOf(const QWidget &window)
{
    QList<std::pair<QRect, QString>> anchors;
    for (const ActionMap *map : ActionMap::activeIn(window))
        for (const QAction *action : map->actions())
            for (QObject *object : action->associatedObjects()) {
                const auto *place = qobject_cast<const QToolButton *>(object);
                const QString key = ActionMap::keyOf(*action);
                if (place && place->isVisible() && !key.isEmpty())
                    anchors.append({QRect(place->mapTo(&window, QPoint()), place->size()), key});
            }
    return anchors;
}

} // namespace

KeyMapOverlay::KeyMapOverlay(QWidget *window)
    : QWidget(window)
    , m_window(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Touches de cette page"));
    hide();
    m_timer.setSingleShot(true);
    setDelay(std::chrono::milliseconds(300));
    connect(&m_timer, &QTimer::timeout, this, &KeyMapOverlay::reveal);
    // Whatever has the focus: keys reach the window itself only when nobody wants them.
    QCoreApplication::instance()->installEventFilter(this);
}

void KeyMapOverlay::setDelay(std::chrono::milliseconds delay)
{
    m_timer.setInterval(delay);
}

bool KeyMapOverlay::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (key.isAutoRepeat())
            break;
        if (key.key() != Qt::Key_Alt || key.modifiers() & ~Qt::AltModifier)
            dismiss();
        else if (m_window->isActiveWindow() && !m_timer.isActive() && isHidden())
            m_timer.start();
        break;
    }
    case QEvent::KeyRelease:
        if (static_cast<const QKeyEvent &>(*event).key() == Qt::Key_Alt)
            dismiss();
        break;
    case QEvent::MouseButtonPress:
    case QEvent::WindowDeactivate:
    case QEvent::Shortcut:
        dismiss();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void KeyMapOverlay::reveal()
{
    setGeometry(m_window->rect());
    raise();
    show();
}

void KeyMapOverlay::dismiss()
{
    m_timer.stop();
    hide();
}

void KeyMapOverlay::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    for (const auto &[place, key] : anchorsOf(*m_window)) {
        const QSize cap = paint::keyCapSize(key) + QSize(0, 2); // hides the icon beneath
        const QPoint at(place.left() + (place.width() - cap.width()) / 2, place.top() + scaled(8));
        paint::keyCap(painter, QRect(at, cap), theme, key);
    }
    const int rows = qMax(8, (height() - scaled(220)) / scaled(rowHeight));
    const QList<Group> columns = columnsOf(groupsOf(*m_window), rows);
    if (columns.isEmpty())
        return;
    qsizetype longest = 0;
    for (const Group &column : columns)
        longest = std::max(longest, column.size());
    QRect panel(0, 0, int(columns.size()) * scaled(columnWidth) + 2 * scaled(padding),
                int(longest) * scaled(rowHeight) + 2 * scaled(padding) - scaled(8));
    panel.moveCenter(QPoint(width() / 2, 0));
    panel.moveBottom(height() - scaled(80));
    paint::box(painter, panel, 8, theme.color(Token::Base), theme.color(Token::Text3));
    QPoint at = panel.topLeft() + QPoint(scaled(padding), scaled(padding) - scaled(4));
    for (const Group &column : columns) {
        paintColumn(painter, column, at, theme);
        at.rx() += scaled(columnWidth);
    }
}

} // namespace ambroise::uikit
