// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/ui/preventionpage.h>

#include "duemodel.h"
#include "duepanel.h"
#include "vaccinationform.h"
#include "vaccinationmodel.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/table.h>

#include <QAction>
#include <QHeaderView>
#include <QListView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ambroise::prevention::ui {
namespace {

constexpr int dueRow = 42;
constexpr int tableRow = 28;
constexpr std::array columnWidths = {92, 180, 240, 90, 150}; //!< the third takes the rest

} // namespace

PreventionPage::PreventionPage(PreventionServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
    , m_keys(new uikit::ActionMap(this))
    , m_due(new QListView(this))
    , m_dueModel(new DueModel(this))
    , m_table(new QTableView(this))
    , m_given(new VaccinationModel(*m_services.vaccines, this))
    , m_title(new uikit::SectionTitle(tr("Vaccinations"), {}, this))
    , m_empty(new uikit::EmptyState(tr("Aucune vaccination notée."), this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_ask(new uikit::AskLine(this))
    , m_toast(new uikit::Toast(this))
    , m_side(new QStackedWidget(this))
    , m_form(new VaccinationForm(m_services, this))
{
    bindActs();
    build();
    bind();
    setFocusProxy(m_due);
}

void PreventionPage::bindActs()
{
    const QString group = tr("Prévention");
    m_keys->key(
        {u"prevention.certificate"_qs, tr("Certificat de vaccination"), group, u"printer"_qs},
        QKeySequence::Print, [this] { print(); });
    m_keys->key({u"prevention.side"_qs, tr("Volet de la ligne"), group}, Qt::SHIFT | Qt::Key_F2,
                [this] {
                    if (m_columns->isNarrow() && !isWriting())
                        m_columns->showRight(!m_columns->isRightShown());
                });
    if (!m_services.mayWrite) {
        m_panel = new DuePanel({}, this);
        return;
    }
    QAction *add = m_keys->letter({u"prevention.vaccinate"_qs, tr("Vaccination"), group}, 'V',
                                  [this] { write(); });
    m_doneAct = m_keys->letter({u"prevention.done"_qs, tr("Fait"), group}, 'F',
                               [this] { ask(Asked::DoneOn); });
    m_declineAct = m_keys->letter({u"prevention.decline"_qs, tr("Refusé"), group}, 'R',
                                  [this] { ask(Asked::WhyDeclined); });
    m_setAsideAct = m_keys->letter({u"prevention.aside"_qs, tr("Non concerné"), group}, 'X',
                                   [this] { ask(Asked::WhyNotConcerned); });
    m_removeAct = m_keys->key({u"prevention.remove"_qs, tr("Retirer la vaccination"), group},
                              Qt::Key_Delete, [this] { removeChosen(); });
    m_empty->setAct(add);
    m_panel = new DuePanel({add, m_doneAct, m_declineAct, m_setAsideAct}, this);
}

void PreventionPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_due->setModel(m_dueModel);
    auto *delegate = new uikit::TwoLineDelegate(dueRow, m_due);
    m_due->setItemDelegate(delegate);
    m_due->setAccessibleName(tr("À faire"));
    uikit::prepareList(*m_due, QPalette::AlternateBase);
    m_table->setModel(m_given);
    m_table->setAccessibleName(tr("Vaccinations"));
    uikit::prepareTable(*m_table, tableRow);
    m_table->verticalHeader()->hide();
    for (int column = 0; column < int(columnWidths.size()); ++column)
        m_table->setColumnWidth(column, uikit::scaled(columnWidths.at(size_t(column))));
    m_table->horizontalHeader()->setSectionResizeMode(VaccinationModel::Against,
                                                      QHeaderView::Stretch);
    m_problem->setInset(16);
    m_problem->hide();
    m_title->setInset(16);
    auto *centre = new QWidget(this);
    auto *inner = new QVBoxLayout(centre);
    inner->setContentsMargins(0, uikit::scaled(8), 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_title);
    inner->addWidget(m_problem);
    inner->addWidget(m_ask);
    inner->addWidget(m_empty);
    inner->addWidget(m_table, 1);
    inner->addStretch(0);
    inner->addWidget(m_toast);
    m_side->addWidget(m_panel);
    m_side->addWidget(m_form);
    m_columns = new uikit::Column(m_due, centre, m_side, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
}

void PreventionPage::bind()
{
    connect(m_due->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PreventionPage::showLine);
    connect(m_form, &VaccinationForm::left, this, &PreventionPage::leaveForm);
    connect(m_form, &VaccinationForm::kept, this, [this](VaccinationId id, const QString &vaccine) {
        leaveForm();
        refresh();
        m_toast->say(tr("%1 : noté.").arg(vaccine),
                     [this, id] { (void)took(m_services.removeVaccination(id)); });
    });
    connect(m_ask, &uikit::AskLine::answered, this, &PreventionPage::answer);
    connect(m_ask, &uikit::AskLine::givenUp, this, [this] {
        m_ask->finish();
        m_due->setFocus(Qt::OtherFocusReason);
    });
}

bool PreventionPage::isWriting() const
{
    return m_side->currentWidget() == m_form;
}

//! A window that became narrow closes the right side: not over what is being typed.
void PreventionPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isWriting())
                m_columns->showRight(true);
        },
        Qt::QueuedConnection);
}

void PreventionPage::begin()
{
    if (isWriting())
        m_form->setFocus(Qt::OtherFocusReason);
    else
        m_due->setFocus(Qt::OtherFocusReason);
}

void PreventionPage::refresh()
{
    const auto view = m_services.load();
    if (!view.ok()) { // not the same as nothing to be done
        tell(view.error());
        m_unread = true;
        m_dueCount = -1;
        Q_EMIT dueCountChanged(m_dueCount);
        return;
    }
    if (std::exchange(m_unread, false))
        m_problem->hide();
    const QDate today = m_clock.today();
    const QString chosen = m_chosen;
    m_dueModel->show(view->items, *m_services.book, today);
    m_due->setCurrentIndex(m_dueModel->indexOf(chosen));
    m_given->show(view->vaccinations);
    m_title->setRemark(view->vaccinations.isEmpty() ? QString()
                                                    : QString::number(view->vaccinations.size()));
    m_empty->setVisible(view->vaccinations.isEmpty());
    m_table->setVisible(!view->vaccinations.isEmpty());
    showLine();
    m_dueCount = int(dueLinesOf(view->items, *m_services.book, today).size());
    Q_EMIT dueCountChanged(m_dueCount);
}

const DueLine *PreventionPage::current() const
{
    return m_dueModel->lineAt(m_due->currentIndex());
}

void PreventionPage::showLine()
{
    const DueLine *line = current();
    for (QAction *act : {m_doneAct, m_declineAct, m_setAsideAct})
        if (act)
            act->setEnabled(line);
    if (m_removeAct)
        m_removeAct->setEnabled(m_given->rowCount() > 0);
    if (!line) {
        m_panel->showNothing();
        return;
    }
    m_chosen = line->first().rule;
    m_panel->show(*line, *m_services.book, m_clock.today());
}

void PreventionPage::write()
{
    if (isWriting() || !m_services.mayWrite)
        return;
    const DueLine *line = current();
    const Rule *rule = line ? m_services.book->rule(line->first().rule) : nullptr;
    const bool proposed = rule && rule->kind == RuleKind::Vaccination && isDue(line->first());
    m_ask->finish();
    m_form->begin(proposed ? line->label : QString(), m_clock.today());
    m_side->setCurrentWidget(m_form);
    m_columns->showRight(true);
    m_form->setFocus(Qt::OtherFocusReason);
}

void PreventionPage::leaveForm()
{
    m_side->setCurrentWidget(m_panel);
    m_due->setFocus(Qt::OtherFocusReason);
}

void PreventionPage::takeScan(const QString &text)
{
    write();
    if (isWriting())
        m_form->takeScan(text);
}

void PreventionPage::ask(Asked what)
{
    const DueLine *line = current();
    if (!line || isWriting())
        return;
    const Rule &rule = *m_services.book->rule(line->first().rule);
    if (what == Asked::DoneOn && rule.kind == RuleKind::Vaccination) {
        write(); // a vaccine is noted with its name, its date and its lot
        return;
    }
    m_problem->hide();
    m_asked = what;
    m_askedRule = line->first().rule;
    if (what == Asked::DoneOn)
        m_ask->ask(tr("%1, fait le").arg(line->label), tr("Noter"),
                   text::frenchDate(m_clock.today()));
    else if (what == Asked::WhyDeclined)
        m_ask->ask(tr("%1, refusé : motif").arg(line->label), tr("Noter"));
    else
        m_ask->ask(tr("%1, non concerné : motif").arg(line->label), tr("Noter"));
}

void PreventionPage::answer(const QString &text)
{
    const DueLine *line = m_dueModel->lineAt(m_dueModel->indexOf(m_askedRule));
    if (!line || line->first().rule != m_askedRule)
        return;
    const DueLine asked = *line;
    QDate day = m_clock.today();
    if (m_asked == Asked::DoneOn) {
        const auto parsed = PartialDate::parse(text, day);
        const auto whole = parsed.ok() ? parsed->whole() : std::nullopt;
        if (!whole) {
            tell({ErrorCode::Invalid, u"prevention.date"_qs, {}});
            return;
        }
        decide(asked, ActState::Done, *whole, {}, tr("%1 : fait.").arg(asked.label));
    } else if (m_asked == Asked::WhyDeclined) {
        decide(asked, ActState::Declined, day, text, tr("%1 : refusé.").arg(asked.label));
    } else {
        decide(asked, ActState::NotConcerned, day, text, tr("%1 : non concerné.").arg(asked.label));
    }
}

void PreventionPage::decide(const DueLine &line, ActState state, QDate day, const QString &reason,
                            const QString &said)
{
    QList<ActId> written;
    for (const DueItem &item : line.items) {
        const auto id = m_services.addAct({item.rule, item.step, state, day, reason});
        if (!id.ok()) {
            undoActs(written);
            tell(id.error());
            return;
        }
        written << *id;
    }
    m_problem->hide();
    m_ask->finish();
    refresh();
    m_due->setFocus(Qt::OtherFocusReason);
    m_toast->say(said, [this, written] { undoActs(written); });
}

void PreventionPage::undoActs(const QList<ActId> &acts)
{
    Status undone = done();
    for (const ActId id : acts)
        if (const Status one = m_services.removeAct(id); !one.ok())
            undone = one;
    (void)took(undone);
}

void PreventionPage::removeChosen()
{
    const Vaccination *one = m_given->at(m_table->currentIndex());
    if (!one || isWriting() || !m_table->hasFocus())
        return;
    const Vaccination removed = *one;
    if (took(m_services.removeVaccination(removed.id)))
        m_toast->say(tr("%1 : retiré.").arg(removed.parts.vaccine.section(u',', 0, 0)),
                     [this, removed] {
                         const auto again = m_services.addVaccination(removed.parts);
                         (void)took(again.ok() ? done() : Status(again.error()));
                     });
}

void PreventionPage::print()
{
    m_problem->hide();
    if (const Status printed = m_services.printCertificate(); !printed.ok())
        tell(printed.error());
}

//! Shows what came of an act; false: it was refused, and why is told.
bool PreventionPage::took(const Status &act)
{
    m_problem->hide();
    refresh();
    if (!act.ok())
        tell(act.error());
    return act.ok();
}

void PreventionPage::tell(const Error &error)
{
    m_problem->setText(m_services.explain(error));
    m_problem->show();
    m_problem->announce();
}

} // namespace ambroise::prevention::ui
