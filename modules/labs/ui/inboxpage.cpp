// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/ui/inboxpage.h>

#include "importing.h"
#include "inboxmodel.h"
#include "labwords.h"
#include "patientchoice.h"
#include "reportpanel.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/whendone.h>

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>

namespace ambroise::labs::ui {
namespace {

constexpr int rowHeight = 46;
constexpr int headHeight = 44;
constexpr int listWidth = 420;

} // namespace

InboxPage::InboxPage(LabServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_keys(new uikit::ActionMap(this))
    , m_title(
          new uikit::Label(tr("Résultats"), uikit::TextRole::Page, uikit::Token::Text, true, this))
    , m_detail(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_working(new uikit::MessageLine(uikit::Meaning::Info, this))
    , m_toast(new uikit::Toast(this))
    , m_empty(new uikit::EmptyState(tr("Tous les résultats sont lus."), this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_model(new InboxModel(this))
    , m_side(new QStackedWidget(this))
    , m_panel(new ReportPanel(m_side))
    , m_choice(new PatientChoice(m_services, m_side))
{
    bindKeys();
    build();
    setAcceptDrops(m_services.mayFile);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { showChosen(); });
    connect(m_list, &QListView::activated, this, [this] { openChosen(); });
    connect(m_choice, &PatientChoice::chosen, this, [this](PatientId patient, const QString &name) {
        if (const KeptReport *report = m_model->at(m_list->currentIndex()))
            file(KeptReport(*report), patient, name);
    });
}

InboxPage::~InboxPage() = default;

void InboxPage::bindKeys()
{
    const QString group = tr("Résultats");
    m_seen = m_keys->letter({u"inbox.seen"_qs, tr("Lu et suivant"), group, u"check2"_qs}, 'L',
                            [this] { markSeen(); });
    m_open = m_keys->letter({u"inbox.open"_qs, tr("Ouvrir le dossier"), group, u"people"_qs}, 'O',
                            [this] { openChosen(); });
    m_file =
        m_keys->letter({u"inbox.file"_qs, tr("Document joint"), group, u"file-earmark-text"_qs},
                       'F', [this] { openFile(); });
    m_drop = m_keys->letter({u"inbox.drop"_qs, tr("Ne plus attendre"), group}, 'X',
                            [this] { dropRecheck(); });
    m_drop->setVisible(m_services.mayAskRecheck);
    m_import = m_keys->key({u"inbox.import"_qs, tr("Importer…"), group, u"inbox"_qs},
                           Qt::CTRL | Qt::Key_I, [this] { import(chosenFiles(*this)); });
    m_seen->setVisible(m_services.mayMarkSeen);
    m_import->setVisible(m_services.mayFile);
}

QWidget *InboxPage::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(uikit::scaled(headHeight));
    m_detail->setElided(true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(uikit::scaled(16), 0, uikit::scaled(16), 0);
    row->setSpacing(uikit::scaled(8));
    row->addWidget(m_title);
    row->addWidget(m_detail, 1);
    if (m_services.mayAskRecheck)
        row->addWidget(new uikit::Button(m_drop, uikit::Button::Look::Plain, head));
    row->addWidget(new uikit::Button(m_file, uikit::Button::Look::Plain, head));
    row->addWidget(new uikit::Button(m_open, uikit::Button::Look::Plain, head));
    if (m_services.mayFile)
        row->addWidget(new uikit::Button(m_import, uikit::Button::Look::Plain, head));
    if (m_services.mayMarkSeen)
        row->addWidget(new uikit::PrimaryButton(m_seen, head));
    return head;
}

void InboxPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    for (uikit::MessageLine *line : {m_problem, m_working}) {
        line->setInset(16);
        line->hide();
    }
    m_list->setModel(m_model);
    auto *delegate = new uikit::TwoLineDelegate(rowHeight, m_list);
    delegate->setSeparators(true);
    m_list->setItemDelegate(delegate);
    m_list->setAccessibleName(tr("Résultats à traiter"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    m_side->addWidget(m_panel);
    m_side->addWidget(m_choice);
    auto *columns = new QSplitter(Qt::Horizontal, m_pages);
    columns->addWidget(m_list);
    columns->addWidget(m_side);
    columns->setStretchFactor(1, 1);
    columns->setChildrenCollapsible(false);
    columns->setSizes({uikit::scaled(listWidth), uikit::scaled(2 * listWidth)});
    auto *none = new QWidget(m_pages);
    auto *empty = new QVBoxLayout(none);
    empty->setContentsMargins(0, 0, 0, 0); // it has its own
    empty->addWidget(m_empty);
    empty->addStretch();
    if (m_services.mayFile)
        m_empty->setAct(m_import);
    m_pages->addWidget(none);
    m_pages->addWidget(columns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_problem);
    layout->addWidget(m_working);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_toast);
}

void InboxPage::begin()
{
    m_problem->hide();
    read();
    if (!m_list->currentIndex().isValid())
        choose({}, 0);
    m_list->setFocus(Qt::OtherFocusReason);
}

void InboxPage::follow()
{
    if (isVisible())
        read();
}

void InboxPage::bringWaiting()
{
    begin();
    if (const int row = m_model->firstWaiting(); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void InboxPage::read()
{
    const auto unseen = m_services.unseen();
    const auto waiting = unseen.ok() ? m_services.waiting() : unseen;
    const auto overdue =
        waiting.ok() ? m_services.overdue() : Result<QList<Recheck>>(waiting.error());
    if (!overdue.ok()) { // not the same as an empty list
        tell(overdue.error());
        m_unread = true;
        return;
    }
    if (std::exchange(m_unread, false))
        m_problem->hide();
    QList<PatientId> ids;
    for (const KeptReport &report : *unseen)
        ids << report.patient;
    for (const Recheck &recheck : *overdue)
        ids << recheck.patient;
    QHash<PatientId, patient::PatientSummary> names;
    if (const auto patients = m_services.patients(ids); patients.ok())
        for (const patient::PatientSummary &patient : *patients)
            names.insert(patient.id, patient);
    const LabReportId id = chosen();
    const int row = m_list->currentIndex().row();
    m_model->show(*unseen, *waiting, *overdue, names);
    m_pages->setCurrentIndex(m_model->count() == 0 ? 0 : 1);
    QStringList counts{tr("%n à lire", nullptr, int(unseen->size()))};
    if (!overdue->isEmpty())
        counts << tr("%n contrôle(s) attendu(s)", nullptr, int(overdue->size()));
    if (!waiting->isEmpty())
        counts << tr("%n patient(s) à choisir", nullptr, int(waiting->size()));
    m_detail->setText(counts.join(u" · "_qs));
    choose(id, row);
}

LabReportId InboxPage::chosen() const
{
    const KeptReport *report = m_model->at(m_list->currentIndex());
    return report ? report->id : LabReportId{};
}

QString InboxPage::reportText() const
{
    return m_panel->text();
}

void InboxPage::choose(LabReportId id, int otherwise)
{
    const QModelIndex same = m_model->indexOf(id);
    const int row = same.isValid() ? same.row() : m_model->choosableRow(otherwise);
    m_list->setCurrentIndex(row >= 0 ? m_model->index(row) : QModelIndex());
    showChosen();
}

void InboxPage::showChosen()
{
    const KeptReport *report = m_model->at(m_list->currentIndex());
    m_read.reset();
    for (QAction *act : {m_seen, m_open, m_file, m_drop})
        act->setEnabled(false);
    if (const Recheck *recheck = m_model->recheckAt(m_list->currentIndex())) {
        showRecheck(*recheck);
        return;
    }
    if (!report) {
        m_panel->showResult(nullptr);
        m_panel->showText({});
        m_side->setCurrentWidget(m_panel);
        return;
    }
    const auto read = m_services.read(*report);
    if (read.ok())
        m_read = *read;
    const bool filed = report->patient.isStored();
    m_seen->setEnabled(filed);
    m_open->setEnabled(filed);
    m_file->setEnabled(m_read && !m_read->files.isEmpty());
    m_panel->showResult(nullptr);
    QString text = m_read ? textOf(*m_read, true) : m_services.explain(read.error());
    const QString doubts = sentenceOf(report->doubts);
    m_panel->showText(doubts.isEmpty() ? text : doubts + u"\n\n"_qs + text);
    if (!filed && m_services.mayFile)
        m_choice->show(*report, m_read.value_or(LabReport{}));
    m_side->setCurrentWidget(filed || !m_services.mayFile ? static_cast<QWidget *>(m_panel)
                                                          : m_choice);
}

void InboxPage::showRecheck(const Recheck &recheck)
{
    m_open->setEnabled(true);
    m_drop->setEnabled(true);
    m_panel->showSentence(tr("Contrôle de %1, demandé par %2 le %3, attendu le %4.\n"
                             "Aucun résultat de cette analyse n’est arrivé depuis.")
                              .arg(recheck.asked.label, recheck.askedByName,
                                   text::frenchDate(recheck.askedAt.toLocalTime().date()),
                                   text::frenchDate(recheck.asked.due)));
    m_side->setCurrentWidget(m_panel);
}

void InboxPage::dropRecheck()
{
    const Recheck *one = m_model->recheckAt(m_list->currentIndex());
    if (!one)
        return;
    const Recheck recheck = *one;
    const QString name = m_model->nameOf(recheck.patient);
    m_problem->hide();
    const Status dropped = m_services.dropRecheck(recheck);
    read();
    if (!dropped.ok()) {
        tell(dropped.error());
        return;
    }
    m_toast->say(tr("%1, contrôle de %2 : plus attendu.").arg(name, recheck.asked.label),
                 [this, recheck] {
                     if (const Status back = m_services.takeBackRecheck(recheck.id); !back.ok())
                         tell(back.error());
                     read();
                     Q_EMIT changed();
                 });
    Q_EMIT changed();
}

void InboxPage::openChosen()
{
    if (const Recheck *recheck = m_model->recheckAt(m_list->currentIndex())) {
        Q_EMIT openRequested(recheck->patient, recheck->asked.because);
        return;
    }
    const KeptReport *report = m_model->at(m_list->currentIndex());
    if (!report)
        return;
    if (report->patient.isStored())
        Q_EMIT openRequested(report->patient, report->id);
    else
        m_choice->field()->setFocus(Qt::ShortcutFocusReason);
}

void InboxPage::markSeen()
{
    const KeptReport *chosenReport = m_model->at(m_list->currentIndex());
    if (!chosenReport || !chosenReport->patient.isStored())
        return;
    const KeptReport report = *chosenReport;
    const QString name = m_model->nameOf(report);
    m_problem->hide();
    const Status seen = m_services.markSeen(report);
    read(); // what was the next stands in its place
    if (!seen.ok()) {
        tell(seen.error());
        return;
    }
    m_toast->say(tr("%1, %2 : lu.").arg(name, titleOf(report)), [this, report] {
        KeptReport now = report;
        ++now.version; // what was just written
        if (const Status undone = m_services.markUnseen(now); !undone.ok())
            tell(undone.error());
        read();
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void InboxPage::openFile()
{
    m_problem->hide();
    if (!m_read)
        return;
    for (const LabFile &file : m_read->files)
        if (!file.bytes.isEmpty()) {
            if (const Status opened = m_services.openFile(file); !opened.ok())
                tell(opened.error());
            return;
        }
}

void InboxPage::file(const KeptReport &report, PatientId patient, const QString &name)
{
    m_problem->hide();
    const Status filed = m_services.file(report, patient);
    read();
    if (!filed.ok()) {
        tell(filed.error());
        return;
    }
    m_toast->say(tr("Rangé au dossier de %1.").arg(name), [this, report] {
        KeptReport now = report;
        ++now.version;
        if (const Status undone = m_services.takeOut(now); !undone.ok())
            tell(undone.error());
        read();
        Q_EMIT changed();
    });
    m_list->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void InboxPage::import(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_problem->hide();
    beginImport(*m_working);
    uikit::whenDone(this, m_services.import(paths), [this](const Result<Imported> &imported) {
        m_working->setText({});
        m_working->hide();
        read();
        tellImported(imported);
        Q_EMIT changed();
    });
}

void InboxPage::tellImported(const Result<Imported> &imported)
{
    if (!imported.ok()) {
        tell(imported.error());
        return;
    }
    if (const QString told = outcomeOf(*imported); !told.isEmpty())
        m_toast->say(told);
    if (!imported->refused.isEmpty())
        tellRefused(*m_problem, *imported, m_services.explain);
    const QList<LabReportId> all = imported->filed + imported->waiting;
    if (!all.isEmpty())
        choose(all.first(), 0);
}

void InboxPage::tell(const Error &error)
{
    m_problem->setText(m_services.explain(error));
    m_problem->show();
    m_problem->announce();
}

void InboxPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void InboxPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    import(droppedFiles(*event->mimeData()));
}

} // namespace ambroise::labs::ui
