// SPDX-License-Identifier: GPL-3.0-or-later
#include "paletterows.h"

#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/keys.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/palette/commandpalette.h>

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <optional>

namespace ambroise::uikit {
namespace {

constexpr int panelWidth = 640;
constexpr int panelTop = 88;
constexpr int panelRadius = 8;
constexpr int lineRow = 48;
constexpr int footRow = 34;
constexpr int footMargin = 6;
constexpr int inset = 16;
constexpr int iconSide = 16;

struct Typed {
    std::optional<SourceKind> kind; //!< none: every source
    QString text;
};

Typed parsed(const QString &line)
{
    const QString text = line.trimmed();
    if (text.startsWith(u'#'))
        return {SourceKind::Patients, text.mid(1).trimmed()};
    if (text.startsWith(u'>'))
        return {SourceKind::Actions, text.mid(1).trimmed()};
    if (text.startsWith(u'/'))
        return {SourceKind::Record, text.mid(1).trimmed()};
    return {std::nullopt, text};
}

//! 1 to 9; the unshifted top row of a French keyboard too, as Alt leaves it unshifted.
int digitOf(const QKeyEvent &event)
{
    if (event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9)
        return event.key() - Qt::Key_0;
    static constexpr Qt::Key azerty[] = {Qt::Key_Ampersand,  Qt::Key_Eacute,     Qt::Key_QuoteDbl,
                                         Qt::Key_Apostrophe, Qt::Key_ParenLeft,  Qt::Key_Minus,
                                         Qt::Key_Egrave,     Qt::Key_Underscore, Qt::Key_Ccedilla};
    const auto *found = std::find(std::begin(azerty), std::end(azerty), Qt::Key(event.key()));
    return found == std::end(azerty) ? 0 : int(found - std::begin(azerty)) + 1;
}

class Panel final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const Theme theme = Theme::of(*this);
        paint::box(painter, rect(), panelRadius, theme.color(Token::Base), {});
        QPainterPath shape;
        shape.addRoundedRect(rect(), panelRadius, panelRadius);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(shape);
        const QRect foot(0, height() - scaled(footRow), width(), scaled(footRow));
        painter.fillRect(foot, theme.color(Token::Alt));
        painter.fillRect(QRect(0, foot.top(), width(), 1), theme.color(Token::Line));
        painter.fillRect(QRect(0, scaled(lineRow), width(), 1), theme.color(Token::Line));
        painter.setClipping(false);
        const int side = scaled(iconSide);
        drawIcon(painter, QRect(scaled(inset), (scaled(lineRow) - side) / 2, side, side), u"search",
                 theme.color(Token::Text3));
        paintKeys(painter, foot.adjusted(scaled(inset), 1, -scaled(inset), 0), theme);
        paint::box(painter, rect(), panelRadius, {}, theme.color(Token::Text3));
    }

private:
    static void paintKeys(QPainter &painter, const QRect &foot, const Theme &theme)
    {
        const std::pair<QString, QString> keys[] = {
            {QStringLiteral("↑ ↓"), CommandPalette::tr("Choisir")},
            {keyText(QKeySequence(Qt::Key_Return)), CommandPalette::tr("Ouvrir")},
            {keyText(QKeySequence(Qt::Key_Escape)), CommandPalette::tr("Fermer")}};
        int x = foot.left() + scaled(4);
        painter.setPen(theme.color(Token::Text2));
        for (const auto &[key, word] : keys) {
            const QSize cap = paint::keyCapSize(key);
            paint::keyCap(painter,
                          QRect(QPoint(x, foot.top() + (foot.height() - cap.height()) / 2), cap),
                          theme, key);
            x += cap.width() + scaled(8);
            painter.setFont(uikit::font(TextRole::Small));
            painter.setPen(theme.color(Token::Text2));
            painter.drawText(QRect(x, foot.top(), foot.right() - x, foot.height()),
                             Qt::AlignVCenter | Qt::TextSingleLine, word);
            x += painter.fontMetrics().horizontalAdvance(word) + scaled(12);
        }
        // In pieces: lupdate takes the letters a to f behind an escape for more of it.
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                         CommandPalette::tr("#\u00A0patient   >\u00A0"
                                            "action   /\u00A0"
                                            "dossier"));
    }
};

} // namespace

class PaletteLine final : public QLineEdit {
public:
    explicit PaletteLine(QWidget *parent)
        : QLineEdit(parent)
    {
        setFrame(false);
        setPlaceholderText(CommandPalette::tr("Patient ou action"));
        setAccessibleName(CommandPalette::tr("Chercher un patient ou une action"));
    }
};

CommandPalette::CommandPalette(QWidget *window)
    : QDialog(window)
    , m_window(window)
    , m_panel(new Panel(this))
    , m_line(new PaletteLine(m_panel))
    , m_list(new QListView(m_panel))
    , m_context(new Label({}, TextRole::Small, Token::Text3, false, m_panel))
    , m_none(new Label({}, TextRole::Body, Token::Text2, false, m_panel))
    , m_model(new CommandModel(this))
{
    setWindowFlags(Qt::Widget); // a child of the window, not a window
    setAccessibleName(tr("Palette"));
    hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(*m_model, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Résultats"));
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::ask);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { runRow(index.row()); });
    m_line->installEventFilter(this);
    window->installEventFilter(this);
}

void CommandPalette::addSource(SourceKind kind, CommandSource source)
{
    m_sources.append({kind, std::move(source)});
}

void CommandPalette::setContext(const QString &context)
{
    m_context->setText(context);
    arrange();
}

void CommandPalette::openWith(const QString &typed)
{
    if (!isVisible())
        m_focusBefore = m_window->focusWidget();
    setGeometry(m_window->rect());
    {
        const QSignalBlocker quiet(m_line);
        m_line->setText(typed);
    }
    ask();
    raise();
    show();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::done(int result)
{
    QDialog::done(result);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore = nullptr;
}

QList<Command> CommandPalette::shown() const
{
    return m_model->commands();
}

QString CommandPalette::currentId() const
{
    const Command *command = m_model->commandAt(m_list->currentIndex().row());
    return command ? command->id : QString();
}

void CommandPalette::ask()
{
    const Typed typed = parsed(m_line->text());
    QList<Command> commands;
    int patients = 0;
    for (const auto &[kind, source] : std::as_const(m_sources)) {
        if (typed.kind && *typed.kind != kind)
            continue;
        for (Command &command : source(typed.text)) {
            if (kind == SourceKind::Patients && command.key.isEmpty() && patients < 9)
                command.key = QStringLiteral("Alt %1").arg(++patients);
            command.strong = command.strong || kind == SourceKind::Patients;
            commands << std::move(command);
        }
    }
    m_model->set(commands, typed.text);
    m_none->setText(tr("Aucun résultat. Effacer une lettre, ou chercher un patient par sa date de "
                       "naissance."));
    m_none->setVisible(commands.isEmpty());
    m_list->setVisible(!commands.isEmpty());
    arrange();
    m_list->setCurrentIndex(m_model->index(m_model->nextCommand(-1, 1)));
    m_list->scrollToTop();
    announce();
}

void CommandPalette::arrange()
{
    const int width = qMin(scaled(panelWidth), this->width() - scaled(32));
    const int fixed = scaled(lineRow) + 1 + scaled(footMargin) + scaled(footRow);
    int rows = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += scaled(m_model->commandAt(row) ? 34 : 28);
    if (rows == 0)
        rows = scaled(34);
    const int room = height() - scaled(panelTop) - fixed - scaled(24);
    const int list = qBound(scaled(34), rows, qMax(scaled(34), room));
    m_panel->setGeometry((this->width() - width) / 2, scaled(panelTop), width, fixed + list);
    const QSize context = m_context->sizeHint();
    const int text = scaled(inset + iconSide + 12) - 2; // QLineEdit adds two pixels itself
    m_context->setGeometry(width - scaled(inset) - context.width(), 1, context.width(),
                           scaled(lineRow) - 2);
    m_line->setFont([] {
        QFont large = uikit::font(TextRole::Page);
        large.setWeight(QFont::Normal);
        return large;
    }());
    m_line->setGeometry(text, 2, m_context->x() - text - scaled(8), scaled(lineRow) - 3);
    const QRect under(1, scaled(lineRow) + 1, width - 2, list);
    m_list->setGeometry(under);
    m_none->setGeometry(under.adjusted(scaled(inset), 0, -scaled(inset), 0));
}

void CommandPalette::choose(int step)
{
    const int direction = step < 0 ? -1 : 1;
    int row = m_list->currentIndex().row();
    for (int i = 0; i < std::abs(step); ++i)
        row = m_model->nextCommand(row, direction);
    m_list->setCurrentIndex(m_model->index(row));
    // The title of the first group shows with its first row.
    if (m_model->nextCommand(row, -1) == row)
        m_list->scrollToTop();
    announce();
}

void CommandPalette::runRow(int row)
{
    const Command *command = m_model->commandAt(row);
    if (!command)
        return;
    const std::function<void()> run = command->run;
    accept();
    if (run)
        run();
}

void CommandPalette::runPatient(int nth)
{
    const QString key = QStringLiteral("Alt %1").arg(nth);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const Command *command = m_model->commandAt(row); command && command->key == key) {
            runRow(row);
            return;
        }
}

void CommandPalette::announce()
{
    if (!m_list->currentIndex().isValid())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(m_list->currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

bool CommandPalette::handleKey(const QKeyEvent &event)
{
    constexpr int page = 8;
    if (event.modifiers() & Qt::AltModifier) {
        if (const int digit = digitOf(event); digit > 0)
            runPatient(digit);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Down:
        choose(1);
        return true;
    case Qt::Key_Up:
        choose(-1);
        return true;
    case Qt::Key_PageDown:
        choose(page);
        return true;
    case Qt::Key_PageUp:
        choose(-page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runRow(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        reject();
        return true;
    case Qt::Key_K:
        if (event.modifiers() != Qt::ControlModifier)
            return false;
        reject();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Resize && isVisible())
        setGeometry(m_window->rect());
    if (watched != m_line)
        return QDialog::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // No key of the page beneath acts; locking always does.
        const auto &key = static_cast<const QKeyEvent &>(*event);
        event->setAccepted(key.key() != Qt::Key_L || key.modifiers() != Qt::ControlModifier);
        return true;
    }
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<const QKeyEvent &>(*event)))
        return true;
    return QDialog::eventFilter(watched, event);
}

bool CommandPalette::focusNextPrevChild(bool /*next*/)
{
    return true; // the focus stays in the line
}

void CommandPalette::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(*this).veil());
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->position().toPoint()))
        reject();
}

void CommandPalette::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

} // namespace ambroise::uikit
