// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineeditor.h"

#include <ambroise/uikit/form.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {
namespace {

constexpr int mostDays = 999 * 365; // what can be typed, so that showing a line never changes it

QSpinBox *counter(int most, const QString &none, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(0, most);
    box->setSpecialValueText(none);
    return box;
}

} // namespace

LineEditor::LineEditor(QWidget *parent)
    : QWidget(parent)
    , m_posology(new QLineEdit(this))
    , m_days(counter(mostDays, tr("non dite"), this))
    , m_boxes(counter(999, tr("non dit"), this))
    , m_renewals(counter(99, tr("aucun"), this))
    , m_ald(new QCheckBox(tr("En rapport avec l’ALD"), this))
    , m_notReimbursed(new QCheckBox(tr("Non remboursable (NR)"), this))
    , m_nonSubstitutable(new QComboBox(this))
    , m_comment(new QLineEdit(this))
{
    m_days->setSuffix(tr(" j"));
    m_posology->setMaxLength(500);
    m_comment->setMaxLength(500);
    m_nonSubstitutable->addItem(tr("Substituable"));
    m_nonSubstitutable->addItem(tr("MTE : marge thérapeutique étroite"));
    m_nonSubstitutable->addItem(tr("EFG : enfant, forme inadaptée"));
    m_nonSubstitutable->addItem(tr("CIF : contre-indication à un excipient"));

    auto *form = new uikit::FormGrid(2, this);
    form->add(tr("Posologie"), m_posology, 2);
    form->add(tr("Durée"), m_days);
    form->add(tr("Boîtes"), m_boxes);
    form->add(tr("Renouvellements"), m_renewals);
    form->add(tr("Substitution"), m_nonSubstitutable, 2);
    form->add(m_ald, 2);
    form->add(m_notReimbursed, 2);
    form->add(tr("Commentaire imprimé"), m_comment, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form);
    setFocusProxy(m_posology);

    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    for (QLineEdit *edit : {m_posology, m_comment})
        connect(edit, &QLineEdit::textEdited, this, tell);
    for (QSpinBox *box : {m_days, m_boxes, m_renewals})
        connect(box, &QSpinBox::valueChanged, this, tell);
    for (QCheckBox *box : {m_ald, m_notReimbursed})
        connect(box, &QCheckBox::toggled, this, tell);
    connect(m_nonSubstitutable, &QComboBox::currentIndexChanged, this, tell);
}

void LineEditor::show(const Line &line)
{
    m_filling = true;
    m_line = line;
    if (m_posology->text() != line.posology)
        m_posology->setText(line.posology);
    m_days->setValue(line.durationDays);
    m_boxes->setValue(line.boxes);
    m_renewals->setValue(line.renewals);
    m_ald->setChecked(line.ald);
    m_notReimbursed->setChecked(line.notReimbursed);
    m_nonSubstitutable->setCurrentIndex(int(line.nonSubstitutable));
    if (m_comment->text() != line.comment)
        m_comment->setText(line.comment);
    m_filling = false;
}

Line LineEditor::line() const
{
    Line line = m_line;
    line.posology = m_posology->text();
    line.durationDays = m_days->value();
    line.boxes = m_boxes->value();
    line.renewals = m_renewals->value();
    line.ald = m_ald->isChecked();
    line.notReimbursed = m_notReimbursed->isChecked();
    line.nonSubstitutable = NonSubstitutable(m_nonSubstitutable->currentIndex());
    line.comment = m_comment->text();
    return line;
}

} // namespace ambroise::prescription::ui
