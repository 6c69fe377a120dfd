// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/keys.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/shell/tabs.h>
#include <ambroise/uikit/shell/topbar.h>

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace ambroise::uikit {
namespace {

constexpr int barHeight = 40;
constexpr int markWidth = 64;
constexpr int searchWidth = 302;
constexpr int narrowSearch = 180;
constexpr int roomyWindow = 1200;
constexpr int gap = 8;

} // namespace

//! Looks like a field, opens the palette.
class PaletteButton final : public QAbstractButton {
public:
    explicit PaletteButton(QWidget *parent)
        : QAbstractButton(parent)
        , m_key(keyText(QKeySequence(Qt::CTRL | Qt::Key_K)))
    {
        setText(TopBar::tr("Patient ou action"));
        setAccessibleName(TopBar::tr("Chercher un patient ou une action"));
        setAccessibleDescription(m_key);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::IBeamCursor);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override { return {scaled(searchWidth), scaled(28)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {scaled(160), scaled(28)}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const Theme theme = Theme::of(*this);
        paint::box(painter, rect(), paint::fieldRadius, theme.color(Token::Base),
                   theme.color(underMouse() ? Token::Text3 : Token::Line));
        const int side = scaled(13);
        const int inset = scaled(gap) + 1;
        drawIcon(painter, QRect(inset, (height() - side) / 2, side, side), u"search",
                 theme.color(Token::Text3));
        const QSize cap = paint::keyCapSize(m_key);
        const QRect at(QPoint(width() - inset - cap.width(), (height() - cap.height()) / 2), cap);
        paint::keyCap(painter, at, theme, m_key);
        painter.setFont(uikit::font(TextRole::Body));
        painter.setPen(theme.color(Token::Text3));
        const int left = inset + side + scaled(gap);
        paint::line(painter, QRect(left, 0, at.left() - left - scaled(4), height()), Qt::AlignLeft,
                    text());
        if (hasFocus())
            paint::focusRing(painter, rect(), paint::fieldRadius, theme);
    }

private:
    QString m_key;
};

//! Who is signed in, with what; a press locks.
class UserButton final : public QAbstractButton {
public:
    explicit UserButton(QWidget *parent)
        : QAbstractButton(parent)
        , m_key(keyText(QKeySequence(Qt::CTRL | Qt::Key_L)))
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setToolTip(TopBar::tr("Verrouiller, changer d’utilisateur"));
    }
    void setUser(const QString &name)
    {
        setText(name);
        name_();
    }
    void setCard(const QString &word, bool present)
    {
        m_card = word;
        m_present = present;
        name_();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        int width = scaled(16) + nameWidth() + scaled(gap) + paint::keyCapSize(m_key).width() +
                    scaled(gap) + 2 * scaled(4);
        if (!m_card.isEmpty())
            width += dotWidth() + cardWidth() + scaled(13) + 3 * scaled(gap);
        return {width, scaled(28)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const Theme theme = Theme::of(*this);
        int x = scaled(4);
        const auto mark = [&](QStringView name, int size, const QColor &ink) {
            const int side = scaled(size);
            drawIcon(painter, QRect(x, (height() - side) / 2, side, side), name, ink);
            x += side + scaled(gap);
        };
        const auto word = [&](const QString &text, bool strong, int width, const QColor &ink) {
            painter.setFont(uikit::font(TextRole::Body, strong));
            painter.setPen(ink);
            painter.drawText(QRect(x, 0, width + 2, height()),
                             Qt::AlignVCenter | Qt::TextSingleLine, text);
            x += width + scaled(gap);
        };
        mark(u"person-circle", 16, theme.color(Token::Text2));
        word(text(), true, nameWidth(), theme.color(Token::Text));
        if (!m_card.isEmpty()) {
            const QColor ink =
                m_present ? theme.color(Token::Text2) : theme.pair(Meaning::Caution).text;
            word(dot(), false, dotWidth(), theme.color(Token::Text3));
            mark(u"credit-card-2-front", 13, ink);
            word(m_card, false, cardWidth(), ink);
        }
        const QSize cap = paint::keyCapSize(m_key);
        paint::keyCap(painter, QRect(QPoint(x, (height() - cap.height()) / 2), cap), theme, m_key);
        if (hasFocus())
            paint::focusRing(painter, rect(), paint::fieldRadius, theme);
    }

private:
    static QString dot() { return QStringLiteral("·"); }
    static int dotWidth()
    {
        return QFontMetrics(uikit::font(TextRole::Body)).horizontalAdvance(dot());
    }
    [[nodiscard]] int nameWidth() const
    {
        return QFontMetrics(uikit::font(TextRole::Body, true)).horizontalAdvance(text());
    }
    [[nodiscard]] int cardWidth() const
    {
        return QFontMetrics(uikit::font(TextRole::Body)).horizontalAdvance(m_card);
    }
    void name_()
    {
        setAccessibleName(m_card.isEmpty() ? text() : QStringLiteral("%1, %2").arg(text(), m_card));
        setAccessibleDescription(TopBar::tr("Verrouiller : %1").arg(m_key));
        updateGeometry();
        update();
    }

    QString m_key;
    QString m_card;
    bool m_present = true;
};

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new PaletteButton(this))
    , m_tabs(new OpenTabs(this))
    , m_title(new QWidget(this))
    , m_strong(new Label({}, TextRole::Note, Token::Text, true))
    , m_rest(new Label({}, TextRole::Body, Token::Text2))
    , m_user(new UserButton(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *title = new QHBoxLayout(m_title);
    title->setContentsMargins({});
    title->setSpacing(scaled(4));
    title->addWidget(m_strong);
    title->addWidget(m_rest);
    m_title->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(markWidth), 0, scaled(8), 0);
    layout->setSpacing(0);
    layout->addWidget(m_search);
    layout->addWidget(m_title);
    layout->addSpacing(scaled(16));
    layout->addWidget(m_tabs, 1);
    layout->addStretch(0);
    layout->addSpacing(scaled(16));
    layout->addWidget(m_user);
    connect(m_search, &QAbstractButton::clicked, this, &TopBar::searchRequested);
    connect(m_user, &QAbstractButton::clicked, this, &TopBar::lockRequested);
}

void TopBar::setUser(const QString &name)
{
    m_user->setUser(name);
}

void TopBar::setCard(const QString &word, bool present)
{
    m_user->setCard(word, present);
}

void TopBar::setTitle(const QString &strong, const QString &rest)
{
    m_strong->setText(strong);
    m_rest->setText(rest.isEmpty() ? rest : QStringLiteral("· ") + rest);
    m_title->show();
    m_search->hide();
    m_tabs->hide();
}

QSize TopBar::sizeHint() const
{
    return {scaled(1280), scaled(barHeight)};
}

QSize TopBar::minimumSizeHint() const
{
    return {layout()->minimumSize().width(), scaled(barHeight)};
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The open records keep their names for longer than the field keeps its width.
    const int missing = qMax(0, scaled(roomyWindow) - width());
    m_search->setFixedWidth(qMax(scaled(narrowSearch), scaled(searchWidth) - missing));
}

void TopBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    painter.fillRect(rect(), theme.color(Token::Win));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
    QFont mark = uikit::font(TextRole::Page);
    mark.setWeight(QFont::Bold);
    painter.setFont(mark);
    painter.setPen(theme.color(Token::Accent));
    painter.drawText(QRect(0, 0, scaled(markWidth), height() - 1), Qt::AlignCenter,
                     QStringLiteral("A"));
}

} // namespace ambroise::uikit
