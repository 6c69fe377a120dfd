// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/treatmentspage.h>

#include "treatmentchart.h"
#include "treatmentmodels.h"
#include "treatmentwords.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/reasonform.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/table.h>
#include <ambroise/uikit/type.h>

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace ambroise::prescription::ui {
namespace {

constexpr int rowHeight = 28;
constexpr int leastRows = 12;
constexpr std::array spans = {1, 5, 0}; //!< years; 0: all of them
// Of all columns but the name, which takes the rest.
constexpr std::array columnWidths = {140, 92, 152, 92, 126, 140};

} // namespace

TreatmentsPage::TreatmentsPage(TreatmentServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
    , m_keys(new uikit::ActionMap(this))
    , m_model(new TreatmentModel(this))
    , m_steps(new TreatmentSteps(this))
    , m_chart(new TreatmentChart)
    , m_scroll(new QScrollArea)
    , m_parts(new QSplitter(Qt::Vertical))
    , m_table(new QTableView)
    , m_centre(new QStackedWidget)
    , m_side(new QStackedWidget)
    , m_span(new uikit::Segmented(tr("Durée"), {tr("1 an"), tr("5 ans"), tr("Tout")},
                                  uikit::Segmented::Density::Dense))
    , m_name(new uikit::Label({}, uikit::TextRole::Document, uikit::Token::Text, true))
    , m_said(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2))
    , m_list(new QListView)
    , m_form(new uikit::ReasonForm(tr("Arrêter"), tr("Arrêté le"), stopReasonWords()))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop))
    , m_empty(new uikit::EmptyState(
          tr("Aucun traitement dans ce dossier. Une ordonnance signée ou une ligne du résumé "
             "le montre ici.")))
    , m_toast(new uikit::Toast)
{
    bindKeys();
    build();
    setFocusProxy(m_table);
    if (m_services.mayWrite)
        m_empty->setAct(tr("Ordonnance"), u"O"_qs, [this] { Q_EMIT ordonnanceWanted(); });
}

void TreatmentsPage::bindKeys()
{
    const QString group = tr("Traitements");
    m_stop =
        m_keys->letter({u"treatment.stop"_qs, tr("Arrêter"), group}, 'A', [this] { askStop(); });
    m_resume = m_keys->letter({u"treatment.take_back"_qs, tr("Reprendre l’arrêt"), group}, 'R',
                              [this] { takeBack(); });
    m_use = m_keys->letter({u"treatment.use"_qs, tr("Usage"), group}, 'U', [this] { sayUse(); });
    m_keys->letter({u"treatment.span"_qs, tr("Autre durée"), group}, '0',
                   [this] { m_span->setCurrent((m_span->current() + 1) % m_span->count()); });
}

void TreatmentsPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_column = new uikit::Column(nullptr, buildCentre(), buildSide(), this);
    layout->addWidget(m_column, 1);
    layout->addWidget(m_toast);
    connect(m_span, &uikit::Segmented::currentChanged, this,
            [this](int span) { m_chart->setYears(spans.at(size_t(span))); });
    m_span->setCurrent(1);
    m_chart->setYears(spans.at(1));
    connect(m_chart, &TreatmentChart::chosen, this, [this](int row) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->setFocus(Qt::MouseFocusReason);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TreatmentsPage::showChosen);
    connect(m_form, &uikit::SideForm::left, this, &TreatmentsPage::closeForm);
    connect(m_form, &uikit::SideForm::keepRequested, this, &TreatmentsPage::keepStop);
}

QWidget *TreatmentsPage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(uikit::scaled(8));
    auto *legend = new uikit::Label(
        tr("Barre épaisse : fond · fine : ponctuel · filet : fin non dite · pointillés : à venir"),
        uikit::TextRole::Small, uikit::Token::Text2);
    legend->setElided(true);
    m_span->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(
        new uikit::Label(tr("Traitements"), uikit::TextRole::Document, uikit::Token::Text, true));
    row->addWidget(legend, 1);
    row->addWidget(m_span);
    for (QAction *act : {m_use, m_stop, m_resume})
        row->addWidget(new uikit::Button(act, uikit::Button::Look::Plain, head));
    return head;
}

QWidget *TreatmentsPage::buildCentre()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Traitements"));
    uikit::prepareTable(*m_table, rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(TreatmentModel::Name, QHeaderView::Stretch);
    for (size_t i = 0; i < columnWidths.size(); ++i)
        m_table->setColumnWidth(int(i) + 1, uikit::scaled(columnWidths.at(i)));
    m_scroll->setWidget(m_chart);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chart->setBackgroundRole(QPalette::Base);
    m_chart->setAutoFillBackground(true);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(1);
    m_parts->addWidget(m_scroll);
    m_parts->addWidget(m_table);
    // The ruler stays in sight.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, m_chart,
            qOverload<>(&QWidget::update));
    auto *full = new QWidget;
    auto *inside = new QVBoxLayout(full);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(uikit::scaled(8));
    inside->addWidget(buildHead());
    inside->addWidget(m_parts, 1);
    auto *none = new QWidget;
    auto *empty = new QVBoxLayout(none);
    empty->setContentsMargins(0, uikit::scaled(8), 0, 0);
    empty->addWidget(m_empty);
    empty->addStretch();
    m_centre->addWidget(none);
    m_centre->addWidget(full);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(10), uikit::scaled(16), 0);
    layout->setSpacing(uikit::scaled(8));
    layout->addWidget(m_problem);
    layout->addWidget(m_centre, 1);
    return centre;
}

QWidget *TreatmentsPage::buildSide()
{
    m_name->setWordWrap(true);
    m_said->setWordWrap(true);
    for (uikit::Label *written : {m_name, m_said})
        written->setTextFormat(Qt::PlainText);
    m_list->setModel(m_steps);
    m_list->setItemDelegate(new uikit::TwoLineDelegate(46, m_list));
    m_list->setAccessibleName(tr("Étapes du traitement"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    auto *steps = new QWidget;
    auto *head = new QVBoxLayout;
    head->setContentsMargins(uikit::scaled(12), uikit::scaled(10), uikit::scaled(12), 0);
    head->setSpacing(uikit::scaled(2));
    head->addWidget(m_name);
    head->addWidget(m_said);
    auto *layout = new QVBoxLayout(steps);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(8));
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    m_side->addWidget(steps);
    m_side->addWidget(m_form);
    return m_side;
}

TreatmentsPage::Place TreatmentsPage::Place::of(const PatientTreatment &treatment)
{
    Place place;
    if (treatment.entry)
        place.entry = treatment.entry->id;
    if (!treatment.periods.isEmpty())
        place.line = treatment.periods.last().line;
    return place;
}

void TreatmentsPage::refresh()
{
    m_stale = !isVisible();
    if (isVisible())
        read();
}

void TreatmentsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false))
        read();
}

void TreatmentsPage::read()
{
    m_problem->hide();
    const auto history = m_services.history();
    if (!history.ok()) { // not the same as none
        tell(history.error());
        return;
    }
    const PatientTreatment *before = chosen();
    const std::optional<Place> place = before ? std::optional(Place::of(*before)) : std::nullopt;
    m_model->set(history->treatments());
    m_chart->show(history->treatments(), m_clock.today());
    m_centre->setCurrentIndex(history->isEmpty() ? 0 : 1);
    if (!m_column->isNarrow())
        m_column->showRight(!history->isEmpty());
    shareRoom();
    const int row = place ? rowOf(*place) : -1;
    if (!history->isEmpty())
        m_table->setCurrentIndex(m_model->index(std::max(0, row), 0));
    showChosen();
}

//! The chart has what it needs, up to half of the height.
void TreatmentsPage::shareRoom()
{
    const int height = std::max(m_parts->height(), uikit::scaled(rowHeight * leastRows));
    const int chart = std::min(m_chart->sizeHint().height(), height / 2);
    m_parts->setSizes({chart, height - chart});
}

int TreatmentsPage::rowOf(const Place &place) const
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (Place::of(*m_model->at(row)) == place)
            return row;
    return -1;
}

const PatientTreatment *TreatmentsPage::chosen() const
{
    return m_model->at(m_table->currentIndex().row());
}

void TreatmentsPage::showChosen()
{
    const PatientTreatment *one = chosen();
    m_stop->setEnabled(m_services.mayWrite && one && one->state != TreatmentState::Stopped);
    m_resume->setEnabled(m_services.mayWrite && one && one->state == TreatmentState::Stopped);
    m_use->setEnabled(m_services.mayWrite && one && m_services.sayUse);
    m_use->setText(one ? useAct(*one) : tr("Usage"));
    const int row = one ? m_table->currentIndex().row() : -1;
    m_chart->select(row);
    const QRect shown = m_chart->rowRect(std::max(0, row));
    m_scroll->ensureVisible(0, shown.center().y(), 0, 2 * shown.height()); // under the ruler
    m_steps->set(one);
    m_name->setText(one ? one->name : QString());
    m_said->setText(one ? tr("%1 · depuis : %2 · fin prévue : %3")
                              .arg(useWord(one->use), startWord(*one), plannedEndWord(*one))
                        : QString());
}

void TreatmentsPage::focusTable()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void TreatmentsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

void TreatmentsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_list->hasFocus())
        focusTable();
    else
        QWidget::keyPressEvent(event);
}

void TreatmentsPage::tell(const Error &error)
{
    m_problem->setText(m_services.explain(error));
    m_problem->show();
    m_problem->announce();
}

} // namespace ambroise::prescription::ui
