// SPDX-License-Identifier: GPL-3.0-or-later
#include "demandeform.h"

#include "demandewords.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/type.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {
namespace {

using F = DemandeField;

//! "12/12", "12/12/2026"; without a year the next such day. "5j" is five days that begin with
//! `from`.
QDate dayTyped(const QString &typed, QDate today, QDate from)
{
    static const QRegularExpression day(u"^(\\d{1,2})[/. ](\\d{1,2})(?:[/. ](\\d{2}|\\d{4}))?$"_qs);
    static const QRegularExpression days(u"^(\\d{1,3}) ?j(?:ours?)?$"_qs);
    const QString text = typed.trimmed();
    if (const auto match = days.match(text); match.hasMatch())
        return from.addDays(match.captured(1).toInt() - 1);
    const auto match = day.match(text);
    if (!match.hasMatch())
        return {};
    const int year = match.captured(3).toInt();
    const QDate read(year == 0    ? today.year()
                     : year < 100 ? 2000 + year
                                  : year,
                     match.captured(2).toInt(), match.captured(1).toInt());
    constexpr int lately = 60; // a leave may have begun some weeks ago
    return year == 0 && read < today.addDays(-lately) ? read.addYears(1) : read;
}

} // namespace

DemandeForm::DemandeForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void DemandeForm::show(const DemandeDraft &draft, QDate today)
{
    m_today = today;
    m_kind = draft.kind;
    m_values = draft.values;
    m_first = nullptr;
    delete m_grid;
    m_grid = new uikit::FormGrid(3, this);
    for (const F field : fieldsOf(m_kind))
        if (typeOf(field) != FieldType::Flag)
            add(*m_grid, field);
    m_grid->newLine();
    for (const F field : fieldsOf(m_kind))
        if (typeOf(field) == FieldType::Flag)
            m_grid->add(flagOf(field));
    m_layout->addWidget(m_grid);
    m_grid->show(); // what is hidden takes no focus
}

void DemandeForm::focusFirst()
{
    if (m_first)
        m_first->setFocus(Qt::OtherFocusReason);
}

void DemandeForm::add(uikit::FormGrid &grid, DemandeField field)
{
    QWidget *widget = widgetOf(field);
    if (!m_first)
        m_first = widget;
    const bool wide = field == F::Indication;
    grid.add(fieldWord(m_kind, field), widget, wide ? 3 : 1);
}

QWidget *DemandeForm::widgetOf(DemandeField field)
{
    return typeOf(field) == FieldType::Choice ? choiceOf(field) : lineOf(field);
}

QWidget *DemandeForm::flagOf(DemandeField field)
{
    auto *box = new QCheckBox(fieldWord(m_kind, field));
    box->setChecked(m_values.value(field) == u"1");
    connect(box, &QCheckBox::toggled, this,
            [this, field](bool on) { set(field, on ? u"1"_qs : QString()); });
    return box;
}

QWidget *DemandeForm::choiceOf(DemandeField field)
{
    auto *box = new QComboBox;
    const QStringList choices = choicesOf(m_kind, field);
    // A decision of the prescriber is not made by a list's first line.
    const bool toBeMade = m_kind == DemandeKind::Transport;
    if (toBeMade)
        box->addItem(tr("À choisir"), QString());
    for (const QString &choice : choices)
        box->addItem(choiceWord(field, choice), choice);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setCurrentIndex(std::max(0, box->findData(m_values.value(field))));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, field, box] { set(field, box->currentData().toString()); });
    return box;
}

QWidget *DemandeForm::lineOf(DemandeField field)
{
    auto *line = new QLineEdit;
    const FieldType type = typeOf(field);
    const QString value = m_values.value(field);
    const QDate day = QDate::fromString(value, Qt::ISODate);
    line->setText(type == FieldType::Date && day.isValid() ? text::frenchDate(day) : value);
    line->setMaxLength(type == FieldType::Text ? 2000 : type == FieldType::Number ? 3 : 12);
    if (type == FieldType::Date)
        line->setPlaceholderText(field == F::LastDay ? tr("12/12 ou 5j") : tr("12/12"));
    connect(line, &QLineEdit::textEdited, this, [this, field, type](const QString &typed) {
        if (type != FieldType::Date) {
            set(field, typed);
            return;
        }
        const QDate from = QDate::fromString(m_values.value(F::FirstDay), Qt::ISODate);
        const QDate read = dayTyped(typed, m_today, from.isValid() ? from : m_today);
        set(field, read.isValid() ? read.toString(Qt::ISODate) : typed);
    });
    if (type == FieldType::Date)
        connect(line, &QLineEdit::editingFinished, this, [this, line, field] {
            const QDate read = QDate::fromString(m_values.value(field), Qt::ISODate);
            if (read.isValid())
                line->setText(text::frenchDate(read)); // what was understood
        });
    return line;
}

void DemandeForm::set(DemandeField field, const QString &value)
{
    if (value.isEmpty())
        m_values.remove(field);
    else
        m_values.insert(field, value);
    Q_EMIT edited();
}

} // namespace ambroise::prescription::ui
