// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitpanel.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>

#include <QAction>
#include <QGridLayout>

namespace ambroise::agenda::ui {
namespace {

constexpr int actsInARow = 2;

QString civilOf(const patient::PatientSummary &patient, QDate day)
{
    QStringList parts{code(patient.sex)};
    if (patient.birthDate.isValid())
        parts << text::frenchDate(patient.birthDate) << text::frenchAge(patient.birthDate, day);
    if (!patient.phone.isEmpty())
        parts << patient.phone;
    return parts.join(u" · "_qs);
}

} // namespace

VisitPanel::VisitPanel(QWidget &page, Acts acts, QWidget *parent)
    : QWidget(parent)
    , m_acts(std::move(acts))
    , m_keys(new uikit::ActionMap(&page))
    , m_name(new uikit::Label({}, uikit::TextRole::Document, uikit::Token::Text, true, this))
    , m_civil(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_what(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
{
    const QString group = tr("Journée");
    const auto step = [&](const QString &id, const QString &text, char letter,
                          AppointmentState state) {
        m_steps.append(
            {m_keys->letter({id, text, group}, letter, [this, state] { m_acts.become(state); }),
             state});
    };
    using enum AppointmentState;
    step(u"visit.arrived"_qs, tr("Arrivé"), 'A', Waiting);
    step(u"visit.begin"_qs, tr("En consultation"), 'C', InConsultation);
    step(u"visit.done"_qs, tr("Terminé"), 'T', Done);
    step(u"visit.absent"_qs, tr("Absent"), 'X', Absent);
    step(u"visit.planned"_qs, tr("Encore attendu"), 'B', Planned);
    m_check = m_keys->letter({u"visit.check"_qs, tr("Contrôler la pièce"), group}, 'P',
                             [this] { m_acts.checkIdentity(); });
    m_label = m_keys->letter({u"visit.label"_qs, tr("Étiquette"), group}, 'Q',
                             [this] { m_acts.printLabel(); });
    m_edit =
        m_keys->letter({u"visit.edit"_qs, tr("Modifier"), group}, 'M', [this] { m_acts.edit(); });
    m_open = m_keys->letter({u"visit.open"_qs, tr("Dossier"), group}, 'D',
                            [this] { m_acts.openRecord(); });
    m_steps.append({m_keys->key({u"visit.cancel"_qs, tr("Annulé"), group}, Qt::Key_Delete,
                                [this] { m_acts.become(Cancelled); }),
                    Cancelled});
    build();
}

void VisitPanel::build()
{
    for (uikit::Label *label : {m_name, m_civil, m_what})
        label->setElided(true);
    QList<QAction *> offered{m_check, m_open, m_label, m_edit};
    for (const auto &[action, state] : m_steps)
        offered.insert(state == AppointmentState::Cancelled ? offered.size() : offered.size() - 3,
                       action);
    for (QAction *action : offered) {
        auto *button = new uikit::Button(action, uikit::Button::Look::Plain, this);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_buttons << button;
    }
    m_grid = new QGridLayout;
    m_grid->setSpacing(uikit::scaled(6));
    for (int column = 0; column < actsInARow; ++column)
        m_grid->setColumnStretch(column, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(12), uikit::scaled(8), uikit::scaled(12),
                               uikit::scaled(12));
    layout->setSpacing(uikit::scaled(4));
    layout->addWidget(m_name);
    layout->addWidget(m_civil);
    layout->addWidget(m_what);
    layout->addSpacing(uikit::scaled(4));
    layout->addLayout(m_grid);
}

void VisitPanel::show(const DayBook &book, const Appointment *one)
{
    setVisible(one);
    offer(book, one);
    if (!one)
        return;
    const patient::PatientSummary *patient = book.patientOf(*one);
    m_name->setText(patient ? displayName(*patient) : kindWord(one->details.kind));
    m_civil->setText(patient ? civilOf(*patient, book.day) : QString());
    m_civil->setVisible(patient);
    QStringList what{hourText(one->details.start) + u"–"_qs + hourText(one->details.end()),
                     book.professionalOf(*one), reasonText(*one)};
    what.removeAll(QString());
    m_what->setText(what.join(u" · "_qs));
}

void VisitPanel::offer(const DayBook &book, const Appointment *one)
{
    const patient::PatientSummary *patient = one ? book.patientOf(*one) : nullptr;
    const auto set = [](QAction *action, bool offered) {
        action->setEnabled(offered);
        action->setVisible(offered);
    };
    for (const auto &[action, state] : m_steps)
        set(action, one && (patient || state == AppointmentState::Cancelled) &&
                        mayBecome(one->state, state));
    const bool qualified = patient && patient->status == identity::IdentityStatus::Qualified;
    set(m_check, patient && !qualified);
    set(m_label, qualified);
    set(m_open, patient);
    set(m_edit, one);
    arrange();
}

//! Without holes.
void VisitPanel::arrange()
{
    int place = 0;
    for (uikit::Button *button : std::as_const(m_buttons)) {
        m_grid->removeWidget(button);
        if (!button->action()->isVisible())
            continue;
        m_grid->addWidget(button, place / actsInARow, place % actsInARow);
        ++place;
    }
}

} // namespace ambroise::agenda::ui
