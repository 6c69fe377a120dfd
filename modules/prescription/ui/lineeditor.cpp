// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineeditor.h"

#include "linewords.h"

#include <ambroise/uikit/form.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSignalBlocker>
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
    , m_notReimbursed(new QCheckBox(tr("Non remboursable (NR)"), this))
    , m_offLabel(new QCheckBox(tr("Hors AMM, donc NR"), this))
    , m_marks{Mark{new QCheckBox(tr("En rapport avec l’ALD"), this), &Line::ald},
              Mark{m_notReimbursed, &Line::notReimbursed},
              Mark{m_offLabel, &Line::offLabel},
              Mark{new QCheckBox(tr("AT ou maladie professionnelle"), this), &Line::workInjury},
              Mark{new QCheckBox(tr("Au titre de la prévention"), this), &Line::prevention},
              Mark{new QCheckBox(tr("Délivrance en une seule fois"), this), &Line::singleDelivery},
              Mark{new QCheckBox(tr("Chevauchement autorisé"), this), &Line::overlapAllowed}}
    , m_startsLater(new QCheckBox(tr("Commence plus tard"), this))
    , m_start(new QDateEdit(this))
    , m_support(new QComboBox(this))
    , m_dispenser(new QLineEdit(this))
    , m_nonSubstitutable(new QComboBox(this))
    , m_comment(new QLineEdit(this))
{
    m_days->setSuffix(tr(" j"));
    m_posology->setMaxLength(500);
    m_comment->setMaxLength(500);
    m_dispenser->setMaxLength(200);
    m_dispenser->setPlaceholderText(tr("Traitement de substitution"));
    m_support->addItems({tr("Selon le médicament"), tr("Ordonnance sécurisée"),
                         tr("Médicament d’exception")}); // as Support
    m_start->setDisplayFormat(u"dd/MM/yyyy"_qs);
    m_start->setCalendarPopup(true);
    m_nonSubstitutable->addItem(tr("Substituable"));
    for (const auto reason :
         {NonSubstitutable::Mte, NonSubstitutable::Efg, NonSubstitutable::Cif}) {
        m_nonSubstitutable->addItem(reasonInFull(reason));
        m_nonSubstitutable->setItemData(m_nonSubstitutable->count() - 1, reasonInFull(reason),
                                        Qt::ToolTipRole);
    }
    m_nonSubstitutable->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    build();
    setFocusProxy(m_posology);
}

void LineEditor::build()
{
    auto *form = new uikit::FormGrid(2, this);
    form->add(tr("Posologie"), m_posology, 2);
    form->add(tr("Durée"), m_days);
    form->add(tr("Boîtes"), m_boxes);
    form->add(tr("Renouvellements"), m_renewals);
    form->newLine();
    form->add(tr("Substitution"), m_nonSubstitutable, 2);
    form->add(tr("Imprimée sur"), m_support, 2);
    form->add(tr("Pharmacien qui délivre"), m_dispenser, 2);
    for (const Mark &mark : m_marks)
        form->add(mark.box, 2);
    form->add(m_startsLater, 2);
    form->add(tr("Début"), m_start);
    form->newLine();
    form->add(tr("Commentaire imprimé"), m_comment, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form);

    for (QLineEdit *edit : {m_posology, m_dispenser, m_comment})
        connect(edit, &QLineEdit::textEdited, this, &LineEditor::tell);
    for (QSpinBox *box : {m_days, m_boxes, m_renewals})
        connect(box, &QSpinBox::valueChanged, this, &LineEditor::tell);
    connect(m_offLabel, &QCheckBox::toggled, this, &LineEditor::followOffLabel);
    connect(m_startsLater, &QCheckBox::toggled, m_start, &QWidget::setEnabled);
    for (const Mark &mark : m_marks)
        connect(mark.box, &QCheckBox::toggled, this, &LineEditor::tell);
    connect(m_startsLater, &QCheckBox::toggled, this, &LineEditor::tell);
    connect(m_start, &QDateEdit::dateChanged, this, &LineEditor::tell);
    for (QComboBox *box : {m_support, m_nonSubstitutable})
        connect(box, &QComboBox::currentIndexChanged, this, &LineEditor::tell);
}

void LineEditor::tell()
{
    if (!m_filling)
        Q_EMIT edited();
}

void LineEditor::followOffLabel()
{
    m_notReimbursed->setEnabled(!m_offLabel->isChecked());
    m_notReimbursed->setToolTip(m_offLabel->isChecked() ? tr("Hors AMM n’est pas remboursé.")
                                                        : QString());
    if (m_offLabel->isChecked() && !m_filling) {
        const QSignalBlocker once(m_notReimbursed);
        m_notReimbursed->setChecked(true);
    }
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
    for (const Mark &mark : m_marks)
        mark.box->setChecked(line.*mark.field);
    m_startsLater->setChecked(line.startDate.isValid());
    m_start->setEnabled(line.startDate.isValid());
    m_start->setDate(line.startDate.isValid() ? line.startDate : m_day.addDays(1));
    m_nonSubstitutable->setCurrentIndex(int(line.nonSubstitutable));
    m_support->setCurrentIndex(int(line.support));
    if (m_dispenser->text() != line.dispenser)
        m_dispenser->setText(line.dispenser);
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
    for (const Mark &mark : m_marks)
        line.*mark.field = mark.box->isChecked();
    line.startDate = m_startsLater->isChecked() ? m_start->date() : QDate();
    line.nonSubstitutable = NonSubstitutable(m_nonSubstitutable->currentIndex());
    line.support = Support(m_support->currentIndex());
    line.dispenser = m_dispenser->text();
    line.comment = m_comment->text();
    return line;
}

} // namespace ambroise::prescription::ui
