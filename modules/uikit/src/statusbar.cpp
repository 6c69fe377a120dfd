// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/shell/statusbar.h>
#include <ambroise/uikit/type.h>

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace ambroise::uikit {

class StatusWord final : public QAbstractButton {
public:
    explicit StatusWord(QWidget *parent)
        : QAbstractButton(parent)
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void set(const StatusItem &item)
    {
        m_item = item;
        setText(item.text);
        setAccessibleName(item.text);
        setFocusPolicy(item.clickable ? Qt::TabFocus : Qt::NoFocus);
        setCursor(item.clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
        updateGeometry();
        update();
    }
    [[nodiscard]] bool isClickable() const { return m_item.clickable; }
    [[nodiscard]] bool isRight() const { return m_item.right; }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int mark = m_item.icon.isEmpty() ? 0 : scaled(13 + 6);
        return {QFontMetrics(textFont()).horizontalAdvance(text()) + mark + 1, scaled(23)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const Theme theme = Theme::of(*this);
        QColor ink = m_item.meaning ? theme.pair(*m_item.meaning).text : theme.color(Token::Text2);
        if (m_item.clickable && underMouse() && !m_item.meaning)
            ink = theme.color(Token::Text);
        QRect words = rect();
        if (!m_item.icon.isEmpty()) {
            const int side = scaled(13);
            drawIcon(painter, QRect(0, (height() - side) / 2, side, side), m_item.icon, ink);
            words.setLeft(side + scaled(6));
        }
        painter.setFont(textFont());
        painter.setPen(ink);
        painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, text());
        if (hasFocus())
            paint::focusRing(painter, rect(), paint::capRadius, theme);
    }

private:
    [[nodiscard]] QFont textFont() const
    {
        return uikit::font(TextRole::Small, m_item.meaning.has_value());
    }

    StatusItem m_item;
};

StatusBar::StatusBar(QWidget *parent)
    : QWidget(parent)
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
    , m_sandbox(new Chip(Meaning::Fictive, tr("Bac à sable")))
{
    setAccessibleName(tr("État"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->addLayout(m_left);
    layout->addStretch(1);
    layout->addLayout(m_right);
    m_right->addWidget(m_sandbox);
    m_sandbox->hide();
    place();
}

void StatusBar::place()
{
    layout()->setContentsMargins(scaled(m_tall ? 16 : 12), 1, scaled(m_tall ? 16 : 12), 0);
    for (QHBoxLayout *side : {m_left, m_right})
        side->setSpacing(scaled(m_tall ? 24 : 18));
}

void StatusBar::set(const StatusItem &item)
{
    StatusWord *word = m_words.value(item.id);
    if (word && word->isRight() != item.right) {
        remove(item.id);
        word = nullptr;
    }
    if (!word) {
        word = new StatusWord(this);
        m_words.insert(item.id, word);
        connect(word, &QAbstractButton::clicked, this, [this, word, id = item.id] {
            if (word->isClickable())
                Q_EMIT clicked(id);
        });
        if (item.right)
            m_right->insertWidget(m_right->count() - 1, word);
        else
            m_left->addWidget(word);
    }
    word->set(item);
}

void StatusBar::remove(const QString &id)
{
    if (StatusWord *word = m_words.take(id))
        word->deleteLater(); // it may be the one that was clicked
}

void StatusBar::setSandbox(bool sandbox)
{
    m_sandbox->setVisible(sandbox);
}

void StatusBar::setTall(bool tall)
{
    m_tall = tall;
    place();
    updateGeometry();
}

QSize StatusBar::sizeHint() const
{
    return {layout()->minimumSize().width(), scaled(m_tall ? 36 : 24)};
}

QSize StatusBar::minimumSizeHint() const
{
    return {scaled(200), sizeHint().height()};
}

void StatusBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    painter.fillRect(rect(), theme.color(Token::Win));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
}

bool StatusBar::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        place();
    return QWidget::event(event);
}

} // namespace ambroise::uikit
