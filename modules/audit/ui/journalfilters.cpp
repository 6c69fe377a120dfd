// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalfilters.h"

#include "eventwords.h"

#include <ambroise/core/partialdate.h>
#include <ambroise/uikit/form.h>

#include <QComboBox>
#include <QCompleter>
#include <QVBoxLayout>

#include <chrono>

namespace ambroise::audit::ui {
namespace {

constexpr std::chrono::milliseconds pause{250};

//! The days that a text names: one, or all of a month or of a year.
struct Days {
    QDate first;
    QDate last;
};

std::optional<Days> daysOf(const QString &typed, QDate today)
{
    const auto date = PartialDate::parse(typed, today);
    if (!date.ok())
        return std::nullopt;
    if (const auto whole = date->whole())
        return Days{*whole, *whole};
    if (date->year() > 0 && date->month() == 0)
        return Days{QDate(date->year(), 1, 1), QDate(date->year(), 12, 31)};
    if (date->year() > 0) {
        const QDate first(date->year(), date->month(), 1);
        return Days{first, first.addMonths(1).addDays(-1)};
    }
    if (date->month() == 0 || date->day() == 0)
        return std::nullopt;
    // A day without its year is the latest one that has been.
    QDate day(today.year(), date->month(), date->day());
    for (int back = 1; back < 8 && (!day.isValid() || day > today); ++back)
        day = QDate(today.year() - back, date->month(), date->day());
    return day.isValid() ? std::optional(Days{day, day}) : std::nullopt;
}

QLineEdit *dayField(QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setPlaceholderText(JournalFilters::tr("jj/mm/aaaa"));
    field->setMaxLength(40);
    field->setClearButtonEnabled(true);
    return field;
}

} // namespace

JournalFilters::JournalFilters(PatientField::Search search, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_person(new QComboBox(this))
    , m_patient(new PatientField(std::move(search), this))
    , m_action(new QComboBox(this))
    , m_since(dayField(this))
    , m_until(dayField(this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    build();
    const auto soon = [this] {
        m_pause.start();
    };
    connect(&m_pause, &QTimer::timeout, this, &JournalFilters::changed);
    connect(m_person, &QComboBox::editTextChanged, this, soon);
    connect(m_patient, &PatientField::chosen, this, soon);
    connect(m_patient, &PatientField::failed, this, &JournalFilters::failed);
    connect(m_action, &QComboBox::currentIndexChanged, this, soon);
    for (QLineEdit *field : {m_since, m_until})
        connect(field, &QLineEdit::textChanged, this, soon);
}

void JournalFilters::build()
{
    m_person->setEditable(true);
    m_person->setInsertPolicy(QComboBox::NoInsert);
    m_person->lineEdit()->setPlaceholderText(tr("Toutes"));
    m_person->lineEdit()->setMaxLength(100);
    m_person->lineEdit()->setClearButtonEnabled(true);
    m_person->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_person->completer()->setFilterMode(Qt::MatchContains);
    m_person->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_action->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_action->addItem(tr("Toutes"));
    for (const Action action : allActions())
        m_action->addItem(actionWord(action), int(action));
    auto *grid = new uikit::FormGrid(5, this);
    grid->add(tr("Personne"), m_person);
    m_patientBox = grid->add(tr("Patient"), m_patient);
    grid->add(tr("Action"), m_action);
    m_sinceBox = grid->add(tr("Du"), m_since);
    m_untilBox = grid->add(tr("Au"), m_until);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(grid);
}

void JournalFilters::setPeople(const QStringList &names)
{
    const QString typed = m_person->currentText();
    const QSignalBlocker quiet(m_person);
    m_person->clear();
    m_person->addItems(names);
    m_person->setCurrentIndex(-1);
    m_person->setEditText(typed);
}

void JournalFilters::narrowTo(PatientId patient, const QString &name)
{
    clear();
    m_patient->choose(patient, name);
    m_pause.stop();
}

void JournalFilters::clear()
{
    m_person->clearEditText();
    m_patient->choose({}, {});
    m_action->setCurrentIndex(0);
    m_since->clear();
    m_until->clear();
    m_pause.start(); // a chosen patient alone says nothing by itself
}

bool JournalFilters::isNarrowed() const
{
    return !m_person->currentText().trimmed().isEmpty() || !m_patient->text().isEmpty() ||
           m_action->currentIndex() > 0 || !m_since->text().isEmpty() || !m_until->text().isEmpty();
}

bool JournalFilters::addDays(Filter &filter)
{
    const QDate today = m_clock.today();
    const auto since = daysOf(m_since->text(), today);
    const auto until = daysOf(m_until->text(), today);
    const bool sinceOk = since || m_since->text().trimmed().isEmpty();
    const bool untilOk = until || m_until->text().trimmed().isEmpty();
    const QString wrong = tr("Écrire un jour, un mois ou une année.");
    const bool ordered = !since || !until || since->first <= until->last;
    m_sinceBox->setError(sinceOk ? QString() : wrong);
    m_untilBox->setError(!untilOk ? wrong : !ordered ? tr("Avant la date de début.") : QString());
    if (since)
        filter.since = since->first.startOfDay().toUTC();
    if (until)
        filter.until = until->last.addDays(1).startOfDay().toUTC();
    return sinceOk && untilOk && ordered;
}

std::optional<Filter> JournalFilters::filter()
{
    Filter filter;
    filter.userName = m_person->currentText().trimmed();
    if (m_action->currentIndex() > 0)
        filter.action = Action(m_action->currentData().toInt());
    const auto patient = m_patient->patient();
    m_patientBox->setError(patient ? QString() : tr("Choisir un patient de la liste."));
    filter.patient = patient.value_or(PatientId{});
    return addDays(filter) && patient ? std::optional(filter) : std::nullopt;
}

} // namespace ambroise::audit::ui
