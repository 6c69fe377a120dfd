// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/label.h>

#include <QAccessible>
#include <QGridLayout>
#include <QPainter>
#include <QVariant>

#include <algorithm>

namespace ambroise::uikit {

class ErrorMark final : public QWidget {
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override { return {scaled(12), scaled(16)}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const int side = scaled(12);
        drawIcon(painter, QRect(0, scaled(2), side, side), u"exclamation-triangle-fill",
                 Theme::of(*this).pair(Meaning::Stop).text);
    }
};

FormField::FormField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_label(new Label(label, TextRole::Small, Token::Text2))
    , m_field(field)
    , m_under(new QWidget)
    , m_mark(new ErrorMark)
    , m_line(new Label({}, TextRole::Small, Token::Text2))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(4));
    layout->addWidget(m_label);
    layout->addWidget(field);
    auto *under = new QHBoxLayout(m_under);
    under->setContentsMargins({});
    under->setSpacing(scaled(5));
    under->addWidget(m_mark, 0, Qt::AlignTop);
    under->addWidget(m_line, 1);
    layout->addWidget(m_under);
    m_line->setWordWrap(true);
    m_label->setBuddy(field);
    if (named().accessibleName().isEmpty())
        named().setAccessibleName(label);
    setFocusProxy(field);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    show({}, false);
}

void FormField::setLabel(const QString &label)
{
    m_label->setText(label);
    named().setAccessibleName(label);
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    if (m_error.isEmpty())
        show(hint, false);
}

void FormField::setError(const QString &sentence)
{
    if (sentence == m_error)
        return;
    m_error = sentence;
    show(sentence.isEmpty() ? m_hint : sentence, !sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    QAccessibleEvent alert(m_line, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FormField::show(const QString &line, bool wrong)
{
    m_line->setText(line);
    if (wrong)
        m_line->setInk(Meaning::Stop);
    else
        m_line->setInk(Token::Text2);
    m_mark->setVisible(wrong);
    m_under->setVisible(!line.isEmpty());
    QWidget &focused = caretField();
    focused.setProperty("ambroiseInvalid", wrong);
    focused.setAccessibleDescription(line);
    focused.update();
}

QWidget &FormField::caretField() const
{
    return m_field->focusProxy() ? *m_field->focusProxy() : *m_field;
}

QWidget &FormField::named() const
{
    // Of a choice with its own name each button has its word, which must stay.
    return m_field->accessibleName().isEmpty() ? caretField() : *m_field;
}

FormGrid::FormGrid(int columns, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_columns(std::max(1, columns))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(scaled(16));
    m_grid->setVerticalSpacing(scaled(12));
    for (int i = 0; i < m_columns; ++i)
        m_grid->setColumnStretch(i, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

FormField *FormGrid::add(const QString &label, QWidget *field, int span)
{
    auto *formField = new FormField(label, field);
    add(formField, span);
    return formField;
}

void FormGrid::add(QWidget *widget, int span)
{
    const int taken = std::clamp(span, 1, m_columns);
    if (m_column + taken > m_columns)
        newLine();
    m_grid->addWidget(widget, m_row, m_column, 1, taken, Qt::AlignTop);
    m_column += taken;
}

void FormGrid::newLine()
{
    if (m_column == 0)
        return;
    ++m_row;
    m_column = 0;
}

} // namespace ambroise::uikit
