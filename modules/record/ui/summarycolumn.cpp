// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarycolumn.h"

#include "growthchoice.h"
#include "recordmodels.h"
#include "summaryform.h"
#include "summarywords.h"

#include <ambroise/record/treatment.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/reasonform.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>

namespace ambroise::record::ui {

SummaryColumn::SummaryColumn(const RecordServices &services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_clock(clock)
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView)
    , m_model(new SummaryModel(clock, this))
    , m_acts(new QWidget)
    , m_form(new SummaryForm(services, clock))
    , m_stop(new uikit::ReasonForm(tr("Arrêter"), tr("Arrêté le"), stopReasonWords()))
    , m_toast(new uikit::Toast)
{
    m_model->setPosologyWords(services.posology);
    build();
    connect(m_list, &QListView::doubleClicked, this, &SummaryColumn::write);
    connect(m_form, &SummaryForm::left, this, &SummaryColumn::closeForm);
    connect(m_form, &SummaryForm::kept, this, [this] {
        closeForm();
        Q_EMIT changed();
    });
    connect(m_stop, &uikit::SideForm::left, this, &SummaryColumn::closeForm);
    connect(m_stop, &uikit::SideForm::keepRequested, this, &SummaryColumn::keepStop);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SummaryColumn::showStopAct);
}

void SummaryColumn::build()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new MeasureDelegate(20, m_list));
    m_list->setAccessibleName(tr("Résumé du dossier"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    m_list->installEventFilter(this);
    auto *row = new QHBoxLayout(m_acts);
    row->setContentsMargins(uikit::scaled(8), 0, uikit::scaled(8), 0);
    row->setSpacing(uikit::scaled(4));
    const auto act = [&](const QString &word, const QString &key, void (SummaryColumn::*run)()) {
        auto *button = new uikit::Button(word, key, m_acts);
        button->setLook(uikit::Button::Look::Act);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, run);
        row->addWidget(button);
        return button;
    };
    act(tr("Modifier"), u"↵"_qs, &SummaryColumn::write);
    m_addAct = act(tr("Ajouter"), u"+"_qs, &SummaryColumn::addHere);
    m_noneAct = act(tr("Aucun"), u"0"_qs, &SummaryColumn::sayNone);
    m_stopAct = act(tr("Arrêter"), u"A"_qs, &SummaryColumn::askStop);
    m_stopAct->hide();
    row->addStretch();
    m_acts->hide();
    auto *reading = new QWidget;
    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_toast);
    column->addWidget(m_acts);
    m_stack->addWidget(reading);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void SummaryColumn::set(const Overview &overview, const QList<DueLine> &due)
{
    const int row = m_list->currentIndex().row();
    const bool grows = SummaryModel::hasScores(m_services.examined);
    m_model->set(overview, due, m_services.mayWrite, m_services.examined,
                 grows ? chosenReference(m_services) : GrowthReference());
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(qMin(row, m_model->rowCount() - 1)));
}

void SummaryColumn::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->firstLine());
}

bool SummaryColumn::choose(EntryId line)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const Entry *one = m_model->lineAt(m_model->index(row)); one && one->id == line) {
            m_list->setCurrentIndex(m_model->index(row));
            return true;
        }
    return false;
}

void SummaryColumn::add(EntryKind kind)
{
    if (!m_services.mayWrite)
        return;
    m_form->begin(kind);
    m_stack->setCurrentWidget(m_form);
    m_form->setFocus(Qt::OtherFocusReason);
}

bool SummaryColumn::isWriting() const
{
    return m_stack->currentIndex() > 0;
}

void SummaryColumn::keep()
{
    if (m_stack->currentWidget() == m_stop)
        keepStop();
    else
        m_form->keep();
}

void SummaryColumn::write()
{
    const QModelIndex index = m_list->currentIndex();
    const Entry *line = m_model->lineAt(index);
    if (!line) {
        addHere();
        return;
    }
    if (!m_services.mayWrite)
        return;
    m_form->edit(*line);
    m_stack->setCurrentWidget(m_form);
    m_form->setFocus(Qt::OtherFocusReason);
}

void SummaryColumn::addHere()
{
    add(m_model->kindAt(m_list->currentIndex()).value_or(EntryKind::Problem));
}

void SummaryColumn::sayNone()
{
    const auto kind = m_model->kindAt(m_list->currentIndex());
    const auto topic = kind ? topicOf(*kind) : std::nullopt;
    if (!topic || !m_services.mayWrite)
        return;
    const bool saidAlready = m_model->stateOf(*topic) == TopicState::NoneKnown;
    const Status said = m_services.sayNone(*topic, !saidAlready);
    if (said.ok())
        Q_EMIT changed();
    else
        Q_EMIT problem(said.error());
}

void SummaryColumn::askStop()
{
    const Entry *line = m_model->lineAt(m_list->currentIndex());
    if (!line || line->content.kind != EntryKind::Treatment || !m_services.mayWrite)
        return;
    m_stopping = *line;
    m_toast->dismiss();
    m_stack->setCurrentWidget(m_stop);
    m_stop->ask(tr("Arrêter le traitement"), line->content.title, m_clock.today());
}

void SummaryColumn::keepStop()
{
    const auto day = m_stop->day();
    const StopReason reason = stopReasons().value(m_stop->reason(), StopReason::Unspecified);
    const auto content =
        day.ok() ? stopped(m_stopping.content, {*day, reason, m_stop->words()}, m_clock.today())
                 : Result<NewEntry>(day.error());
    Entry after = m_stopping;
    if (content.ok())
        after.content = *content;
    const Status kept = content.ok() ? m_services.keepLine(after) : Status(content.error());
    if (!kept.ok()) {
        m_stop->tell(m_services.explain(kept.error()));
        return;
    }
    closeForm();
    Q_EMIT changed();
    m_toast->say(tr("Arrêté : %1").arg(after.content.title), [this, id = after.id] { resume(id); });
}

//! The stop stays in the history of the entry.
void SummaryColumn::resume(EntryId treatment)
{
    auto entry = m_services.find(treatment);
    if (entry.ok())
        entry->content = resumed(entry->content);
    const Status kept = entry.ok() ? m_services.keepLine(*entry) : Status(entry.error());
    if (kept.ok())
        Q_EMIT changed();
    else
        Q_EMIT problem(kept.error());
}

//! There is room for three acts.
void SummaryColumn::showStopAct()
{
    const Entry *line = m_model->lineAt(m_list->currentIndex());
    const bool treatment = line && line->content.kind == EntryKind::Treatment;
    m_stopAct->setVisible(treatment);
    m_addAct->setWordShown(!treatment);
    m_noneAct->setVisible(!treatment);
}

void SummaryColumn::closeForm()
{
    m_stack->setCurrentIndex(0);
    focusList();
}

bool SummaryColumn::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        write();
        return true;
    case Qt::Key_Insert:
    case Qt::Key_Plus:
        addHere();
        return true;
    case Qt::Key_0:
        sayNone();
        return true;
    case Qt::Key_A:
        askStop();
        return true;
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    default:
        return false;
    }
}

bool SummaryColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::FocusIn)
        m_acts->setVisible(m_services.mayWrite);
    if (watched == m_list && event->type() == QEvent::FocusOut)
        m_acts->hide();
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) &&
            handleKey(key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ambroise::record::ui
