// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of measures is put together.
#include <ambroise/record/ui/measurespage.h>

#include "curvechart.h"
#include "measureline.h"
#include "measuremodels.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/table.h>

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ambroise::record::ui {
namespace {

constexpr int rowHeight = 24;
constexpr int referenceLetters = 18; //!< of the name of a reference

} // namespace

void MeasuresPage::bindKeys()
{
    const QString group = tr("Mesures");
    if (m_services.mayWrite)
        m_keys->letter({u"measures.add"_qs, tr("Ajouter une mesure"), group, u"pencil"_qs}, 'A',
                       [this] { addMeasure(); });
    m_keys->letter({u"measures.image"_qs, tr("Image"), group}, 'X', [this] { saveImage(); });
    m_keys->key({u"measures.copy"_qs, tr("Copier l’image"), group},
                Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copyImage(); });
    m_keys->key({u"measures.nearer"_qs, tr("Courbe : plus près"), group}, Qt::Key_Plus,
                [this] { m_chart->zoom(1); });
    m_keys->key({u"measures.wider"_qs, tr("Courbe : plus loin"), group}, Qt::Key_Minus,
                [this] { m_chart->zoom(-1); });
    m_keys->letter({u"measures.age"_qs, tr("Âge civil"), group}, 'G', [this] { turnAge(); });
    m_keys->letter({u"measures.reference"_qs, tr("Autre référence de croissance"), group}, 'R',
                   [this] { chooseReference((m_choice->currentIndex() + 1) % m_choice->count()); });
    m_keys->letter({u"measures.all"_qs, tr("Courbe : tout voir"), group}, '0',
                   [this] { m_chart->showAll(); });
}

void MeasuresPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_list->setModel(m_curves);
    m_list->setItemDelegate(new CurveDelegate(42, m_list));
    m_list->setAccessibleName(tr("Mesures du dossier"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_refilling)
            showCurve();
    });
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, uikit::scaled(8), 0, 0);
    column->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new uikit::Column(side, buildCentre(), nullptr, this), 1);
    layout->addWidget(m_toast);
    connect(m_line, &MeasureLine::kept, this, [this](const QString &told) {
        m_toast->say(tr("%1 : dans le dossier.").arg(told));
        Q_EMIT changed();
        m_line->begin();
    });
    connect(m_line, &MeasureLine::left, this,
            [this] { (m_curves->rowCount() > 0 ? m_list : focusWidget())->setFocus(); });
    connect(m_span, &uikit::Segmented::currentChanged, this, [this] { showSpan(); });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &MeasuresPage::chooseReference);
    connect(m_lines, &uikit::Segmented::currentChanged, this, [this] { showCurve(); });
    connect(m_chart, &CurveChart::read, this, [this](int reading) {
        follow(reading);
        tellReading(reading);
    });
}

QWidget *MeasuresPage::buildHead()
{
    auto *head = new QWidget;
    m_detail->setElided(true);
    m_span->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_lines->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_span->setCurrent(m_span->count() - 1); // all of it
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(uikit::scaled(8));
    row->addWidget(m_title);
    row->addWidget(m_detail, 1);
    row->addWidget(m_span);
    row->addWidget(m_lines);
    for (const QString &id : {u"measures.image"_qs, u"measures.copy"_qs})
        row->addWidget(new uikit::Button(m_keys->action(id), uikit::Button::Look::Plain, head));
    return head;
}

//! By what and how it is drawn, and what changes that.
QLayout *MeasuresPage::buildGrowth()
{
    for (uikit::Label *fromFile : {m_note, m_detail})
        fromFile->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_choice->setAccessibleName(tr("Référence de croissance"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(referenceLetters);
    m_ageAct = new uikit::Button(m_keys->action(u"measures.age"_qs));
    auto *row = new QHBoxLayout;
    row->setSpacing(uikit::scaled(8));
    row->addWidget(m_note, 1);
    row->addWidget(m_ageAct, 0, Qt::AlignTop);
    row->addWidget(m_choice, 0, Qt::AlignTop);
    return row;
}

QWidget *MeasuresPage::buildCentre()
{
    m_table->setModel(m_readings);
    uikit::prepareTable(*m_table, rowHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    m_chart->select(m_readings->rowCount() - 1 - index.row());
                const bool own = m_services.mayWrite && chosen();
                m_correct->setVisible(own);
                m_strike->setVisible(own);
            });
    m_reading->setElided(true);
    m_correct = new uikit::Button(tr("Corriger"), u"↵"_qs, this);
    m_strike = new uikit::Button(tr("Rayer"), tr("Suppr"), this);
    connect(m_correct, &QPushButton::clicked, this, &MeasuresPage::correct);
    connect(m_strike, &QPushButton::clicked, this, &MeasuresPage::strike);
    auto *read = new QHBoxLayout;
    read->addWidget(m_reading, 1);
    for (uikit::Button *act : {m_correct, m_strike}) {
        act->setLook(uikit::Button::Look::Act);
        act->setFocusPolicy(Qt::NoFocus);
        act->hide();
        read->addWidget(act);
    }
    auto *parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_chart);
    parts->addWidget(m_table);
    parts->setHandleWidth(1);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 1);
    parts->setSizes({uikit::scaled(300), uikit::scaled(150)});
    auto *curve = new QWidget;
    auto *inside = new QVBoxLayout(curve);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(uikit::scaled(6));
    inside->addWidget(buildHead());
    inside->addLayout(read);
    inside->addLayout(buildGrowth());
    inside->addWidget(parts, 1);
    auto *none = new QWidget;
    auto *empty = new QVBoxLayout(none);
    empty->setContentsMargins(0, uikit::scaled(8), 0, 0);
    empty->addWidget(m_empty);
    empty->addStretch();
    if (QAction *add = m_keys->action(u"measures.add"_qs))
        m_empty->setAct(add);
    m_centre->addWidget(none);
    m_centre->addWidget(curve);
    auto *centre = new QWidget;
    centre->setBackgroundRole(QPalette::Base);
    centre->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(10), uikit::scaled(16), 0);
    layout->setSpacing(uikit::scaled(10));
    layout->addWidget(m_line);
    layout->addWidget(m_problem);
    layout->addWidget(m_centre, 1);
    m_line->setVisible(m_services.mayWrite);
    m_problem->hide();
    return centre;
}

} // namespace ambroise::record::ui
