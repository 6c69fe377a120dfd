// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/shell/recordtabs.h>
#include <ambroise/uikit/tip.h>
#include <ambroise/uikit/type.h>

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOptionTab>

namespace ambroise::uikit {
namespace {

constexpr int barHeight = 34;
constexpr int tabPadding = 10;
constexpr int countGap = 6;
constexpr int dotSide = 7;

} // namespace

class CountedTabs final : public PaintedTabs {
public:
    explicit CountedTabs(QWidget *parent)
        : PaintedTabs(RecordTabs::tr("Pages du dossier"), parent)
    {
    }
    void setCount(const QString &id, std::optional<int> count)
    {
        if (count)
            m_counts.insert(id, *count);
        else
            m_counts.remove(id);
        const int index = indexOf(id);
        if (index < 0)
            return;
        setAccessibleTabName(index, count ? QStringLiteral("%1, %2").arg(tabText(index)).arg(*count)
                                          : QString());
        setTabText(index, tabText(index)); // lays out again
    }
    void paintTab(QPainter &painter, const QStyleOptionTab &option) const override
    {
        const Theme theme = Theme::of(*this);
        const int index = indexAt(option);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const bool hot = option.state.testFlag(QStyle::State_MouseOver);
        QRect inner = option.rect.adjusted(scaled(tabPadding), 0, -scaled(tabPadding) + 1, 0);
        if (current)
            painter.fillRect(
                QRect(option.rect.left(), option.rect.bottom() - 2, option.rect.width(), 2),
                theme.color(Token::Accent));
        const QString count = countOf(index);
        const int countWidth = count.isEmpty() ? 0 : countMetrics().horizontalAdvance(count);
        const int room = inner.width() - (countWidth > 0 ? countWidth + scaled(countGap) : 0);
        painter.setFont(uikit::font(TextRole::Body, current));
        painter.setPen(theme.color(current ? Token::Accent : hot ? Token::Text : Token::Text2));
        const QString title =
            painter.fontMetrics().elidedText(tabText(index), Qt::ElideRight, room);
        paint::line(painter, inner, Qt::AlignLeft, title);
        if (!count.isEmpty()) {
            inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(title) +
                          scaled(countGap));
            painter.setFont(uikit::font(TextRole::Key));
            painter.setPen(theme.color(Token::Text3));
            paint::line(painter, inner, Qt::AlignLeft, count);
        }
        if (option.state.testFlag(QStyle::State_HasFocus))
            paint::focusRing(painter, option.rect.adjusted(1, 3, -1, -5), paint::capRadius, theme);
    }

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override
    {
        // As when current: choosing a page moves no tab.
        const QFontMetrics metrics(uikit::font(TextRole::Body, true));
        const QString count = countOf(index);
        const int countWidth =
            count.isEmpty() ? 0 : countMetrics().horizontalAdvance(count) + scaled(countGap);
        return {metrics.horizontalAdvance(tabText(index)) + countWidth + 2 * scaled(tabPadding),
                scaled(barHeight)};
    }
    [[nodiscard]] QSize minimumTabSizeHint(int /*index*/) const override
    {
        return {scaled(40), scaled(barHeight)};
    }

private:
    [[nodiscard]] QString countOf(int index) const
    {
        const auto found = m_counts.constFind(idAt(index));
        return found == m_counts.cend() ? QString() : QString::number(*found);
    }
    static QFontMetrics countMetrics() { return QFontMetrics(uikit::font(TextRole::Key)); }

    QHash<QString, int> m_counts;
};

//! Who waits, and the key that takes them.
class NextButton final : public QAbstractButton {
public:
    explicit NextButton(QWidget *parent)
        : QAbstractButton(parent)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        hide();
    }
    void set(const QString &name, const QString &rest, const QString &key)
    {
        setText(name);
        m_rest = rest;
        m_key = key;
        setAccessibleName(QStringLiteral("%1 %2").arg(name, rest));
        setAccessibleDescription(key);
        setVisible(!name.isEmpty());
        updateGeometry();
        update();
    }
    //! Whether that changed anything.
    bool setWordsShown(bool shown)
    {
        if (shown == m_wordsShown)
            return false;
        m_wordsShown = shown;
        setToolTip(shown ? QString() : plainTip(accessibleName()));
        updateGeometry();
        update();
        return true;
    }
    [[nodiscard]] int widthWithWords() const
    {
        return shortWidth() + nameWidth() + restWidth() + 2 * scaled(6);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {m_wordsShown ? widthWithWords() : shortWidth(), scaled(28)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const Theme theme = Theme::of(*this);
        int x = scaled(4);
        const int dot = scaled(dotSide);
        paint::box(painter, QRect(x, (height() - dot) / 2, dot, dot), dot,
                   theme.color(Token::Accent), {});
        x += dot + scaled(6);
        const auto word = [&](const QString &text, bool strong, int width, Token ink) {
            painter.setFont(uikit::font(TextRole::Body, strong));
            painter.setPen(theme.color(ink));
            painter.drawText(QRect(x, 0, width + 2, height()),
                             Qt::AlignVCenter | Qt::TextSingleLine, text);
            x += width + scaled(6);
        };
        if (m_wordsShown) {
            word(text(), true, nameWidth(), Token::Text);
            word(m_rest, false, restWidth(), Token::Text2);
        }
        if (!m_key.isEmpty()) {
            const QSize cap = paint::keyCapSize(m_key);
            paint::keyCap(painter, QRect(QPoint(x, (height() - cap.height()) / 2), cap), theme,
                          m_key);
        }
        if (hasFocus())
            paint::focusRing(painter, rect(), paint::fieldRadius, theme);
    }

private:
    [[nodiscard]] int shortWidth() const
    {
        return scaled(dotSide + 6) + paint::keyCapSize(m_key).width() + 2 * scaled(4);
    }
    [[nodiscard]] int nameWidth() const
    {
        return QFontMetrics(uikit::font(TextRole::Body, true)).horizontalAdvance(text());
    }
    [[nodiscard]] int restWidth() const
    {
        return QFontMetrics(uikit::font(TextRole::Body)).horizontalAdvance(m_rest);
    }

    QString m_rest;
    QString m_key;
    bool m_wordsShown = true;
};

RecordTabs::RecordTabs(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new CountedTabs(this))
    , m_next(new NextButton(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(8), 0, scaled(14), 0);
    layout->setSpacing(scaled(8));
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_next);
    connect(m_tabs, &PaintedTabs::selected, this, &RecordTabs::selected);
    connect(m_next, &QAbstractButton::clicked, this, &RecordTabs::nextRequested);
}

void RecordTabs::add(const QString &id, const QString &title)
{
    m_tabs->add(id, title);
}

void RecordTabs::setCount(const QString &id, std::optional<int> count)
{
    m_tabs->setCount(id, count);
    fit();
}

void RecordTabs::select(const QString &id)
{
    m_tabs->select(id);
}

void RecordTabs::selectAt(int index)
{
    if (index >= 0 && index < m_tabs->count())
        m_tabs->setCurrentIndex(index);
}

QString RecordTabs::current() const
{
    return m_tabs->currentId();
}

int RecordTabs::count() const
{
    return m_tabs->count();
}

void RecordTabs::setNext(const QString &name, const QString &rest, const QString &key)
{
    m_next->set(name, rest, key);
    fit();
}

void RecordTabs::fit()
{
    const int wanted = m_tabs->sizeHint().width() + m_next->widthWithWords() + scaled(8 + 8 + 14);
    if (m_next->setWordsShown(m_next->isHidden() || wanted <= width()))
        layout()->activate();
}

void RecordTabs::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

QSize RecordTabs::sizeHint() const
{
    return {scaled(900), scaled(barHeight)};
}

QSize RecordTabs::minimumSizeHint() const
{
    return {scaled(300), scaled(barHeight)};
}

void RecordTabs::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    painter.fillRect(rect(), theme.color(Token::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
}

} // namespace ambroise::uikit
