// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/ui/resultspage.h>

#include "curveview.h"
#include "importing.h"
#include "labwords.h"
#include "recheckline.h"
#include "reportpanel.h"
#include "resultsdelegate.h"
#include "resultsmodel.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/chip.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/table.h>
#include <ambroise/uikit/whendone.h>

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace ambroise::labs::ui {
namespace {

constexpr int headHeight = 44;
constexpr int rowHeight = 23;
constexpr int labelWidth = 220;
constexpr int dayWidth = 104;
constexpr int referenceWidth = 120;
constexpr int unitWidth = 132;
constexpr int trendWidth = 96;

} // namespace

ResultsPage::ResultsPage(LabServices services, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_keys(new uikit::ActionMap(this))
    , m_title(new uikit::Label({}, uikit::TextRole::Page, uikit::Token::Text, true, this))
    , m_detail(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_abnormal(new uikit::Chip(uikit::Meaning::Stop, {}, {}, this))
    , m_state(new uikit::Chip(uikit::Meaning::Info, {}, {}, this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_doubts(new uikit::MessageLine(uikit::Meaning::Caution, this))
    , m_toast(new uikit::Toast(this))
    , m_empty(new uikit::EmptyState(tr("Aucun résultat dans ce dossier."), this))
    , m_pages(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_model(new ResultsModel(this))
    , m_curve(new CurveView(this))
    , m_panel(new ReportPanel(this))
    , m_recheck(new RecheckLine(m_services, *m_toast, this))
{
    bindKeys();
    build();
    connect(m_recheck, &RecheckLine::changed, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_recheck, &RecheckLine::failed, this, &ResultsPage::tell);
    connect(m_recheck, &RecheckLine::left, this, [this] {
        m_problem->hide();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    setAcceptDrops(m_services.mayFile);
    setFocusProxy(m_table);
}

ResultsPage::~ResultsPage() = default;

void ResultsPage::bindKeys()
{
    const QString group = tr("Résultats");
    m_seen = m_keys->letter({u"labs.seen"_qs, tr("Marquer lu"), group, u"check2"_qs}, 'L',
                            [this] { markSeen(); });
    m_seen->setVisible(m_services.mayMarkSeen);
    m_file = m_keys->letter({u"labs.file"_qs, tr("Document joint"), group, u"file-earmark-text"_qs},
                            'F', [this] { openFile(); });
    m_import = m_keys->key({u"labs.import"_qs, tr("Importer…"), group, u"inbox"_qs},
                           Qt::CTRL | Qt::Key_I, [this] { chooseFiles(); });
    m_import->setVisible(m_services.mayFile);
    uikit::Act nearer{u"labs.nearer"_qs, tr("Courbe : moins de temps"), group};
    m_keys->key(nearer, Qt::Key_Plus, [this] { m_curve->zoom(1); });
    uikit::Act wider{u"labs.wider"_qs, tr("Courbe : plus de temps"), group};
    m_keys->key(wider, Qt::Key_Minus, [this] { m_curve->zoom(-1); });
    m_again = m_keys->letter({u"labs.recheck"_qs, tr("Demander un contrôle"), group, u"clock"_qs},
                             'D', [this] { m_recheck->ask(); });
    m_again->setVisible(m_services.mayAskRecheck);
    if (m_services.mayAskRecheck)
        m_keys->key({u"labs.drop_recheck"_qs, tr("Ne plus attendre ce contrôle"), group},
                    Qt::Key_Delete, [this] { m_recheck->drop(); });
    if (m_services.mayFile)
        m_keys->key({u"labs.take_out"_qs, tr("Retirer ce compte rendu du dossier"), group}, {},
                    [this] { takeOut(); });
}

void ResultsPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    for (uikit::MessageLine *line : {m_problem, m_doubts}) {
        line->setInset(16);
        line->hide();
    }
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ResultsDelegate(m_table));
    m_table->setHorizontalHeader(new ResultsHeader(m_table));
    uikit::prepareTable(*m_table, rowHeight);
    m_table->setAccessibleName(tr("Résultats par analyse et par date"));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showAnalysis(); });

    auto *table = new QSplitter(Qt::Vertical, m_pages);
    table->addWidget(m_table);
    table->addWidget(buildCurve());
    table->setStretchFactor(0, 3);
    table->setStretchFactor(1, 2);
    table->setChildrenCollapsible(false);
    auto *none = new QWidget(m_pages);
    auto *empty = new QVBoxLayout(none);
    empty->setContentsMargins(0, 0, 0, 0); // it has its own
    empty->addWidget(m_empty);
    empty->addStretch();
    if (m_services.mayFile)
        m_empty->setAct(m_import);
    m_pages->addWidget(none);
    m_pages->addWidget(table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_problem);
    layout->addWidget(m_doubts);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_recheck);
    layout->addWidget(m_toast);
}

QWidget *ResultsPage::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(uikit::scaled(headHeight));
    m_detail->setElided(true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(uikit::scaled(16), 0, uikit::scaled(16), 0);
    row->setSpacing(uikit::scaled(8));
    row->addWidget(m_title);
    row->addWidget(m_abnormal);
    row->addWidget(m_state);
    row->addWidget(m_detail, 1);
    row->addWidget(new uikit::Button(m_file, uikit::Button::Look::Plain, head));
    if (m_services.mayFile)
        row->addWidget(new uikit::Button(m_import, uikit::Button::Look::Plain, head));
    if (m_services.mayMarkSeen)
        row->addWidget(new uikit::PrimaryButton(m_seen, head));
    return head;
}

QWidget *ResultsPage::buildCurve()
{
    auto *below = new QSplitter(Qt::Horizontal, this);
    below->addWidget(m_curve);
    below->addWidget(m_panel);
    below->setStretchFactor(0, 5);
    below->setStretchFactor(1, 3);
    below->setChildrenCollapsible(false);
    if (m_services.mayAskRecheck)
        m_curve->addAct(new uikit::Button(m_again, uikit::Button::Look::Plain, m_curve));
    m_curve->addAct(
        new uikit::Button(m_keys->letter({u"labs.image"_qs, tr("Image"), tr("Résultats")}, 'X',
                                         [this] { saveImage(); }),
                          uikit::Button::Look::Plain, m_curve));
    return below;
}

void ResultsPage::refresh()
{
    const Analysis *chosen = m_model->analysisAt(m_table->currentIndex().row());
    const QString key = chosen ? chosen->key : QString();
    const auto reports = m_services.reports();
    const auto results =
        reports.ok() ? m_services.results() : Result<QList<KeptResult>>(reports.error());
    if (!results.ok()) { // not the same as no result
        tell(results.error());
        m_unread = true;
        return;
    }
    if (std::exchange(m_unread, false))
        m_problem->hide();
    m_reports = *reports;
    if (const Status read = m_recheck->follow(); !read.ok())
        tell(read.error());
    m_model->show(historyOf(m_reports, *results), m_model->day());
    m_pages->setCurrentIndex(m_reports.isEmpty() ? 0 : 1);
    fit();
    showDay();
    chooseRow(key);
}

void ResultsPage::bring(LabReportId report)
{
    refresh();
    for (const KeptReport &one : m_reports)
        if (one.id == report) {
            m_model->setDay(one.day);
            showDay();
            chooseRow({});
        }
}

QDate ResultsPage::day() const
{
    return m_model->day();
}

QString ResultsPage::reportText() const
{
    return m_panel->text();
}

QList<KeptReport> ResultsPage::ofDay() const
{
    QList<KeptReport> found;
    for (const KeptReport &report : m_reports)
        if (report.day == m_model->day() && report.isCurrent())
            found << report;
    std::stable_sort(found.begin(), found.end(), [](const KeptReport &a, const KeptReport &b) {
        return !a.isSeen() && b.isSeen();
    });
    return found;
}

//! As many days as there is room for between the analysis and its trend.
void ResultsPage::fit()
{
    const int fixed = uikit::scaled(labelWidth + referenceWidth + unitWidth + trendWidth);
    const int room = std::max(1, (m_table->viewport()->width() - fixed) / uikit::scaled(dayWidth));
    const Analysis *chosen = m_model->analysisAt(m_table->currentIndex().row());
    const QString key = chosen ? chosen->key : QString();
    m_model->setVisibleDays(room);
    const int days = m_model->visibleDays();
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(uikit::scaled(40));
    for (int column = 1; column <= days; ++column)
        m_table->setColumnWidth(column, uikit::scaled(dayWidth));
    m_table->setColumnWidth(days + 1, uikit::scaled(referenceWidth));
    m_table->setColumnWidth(days + 2, uikit::scaled(unitWidth));
    m_table->setColumnWidth(days + 3, uikit::scaled(trendWidth));
    m_table->setColumnWidth(0,
                            std::max(uikit::scaled(120), m_table->viewport()->width() -
                                                             uikit::scaled(dayWidth) * days -
                                                             (fixed - uikit::scaled(labelWidth))));
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (!m_model->analysisAt(row))
            m_table->setSpan(row, 0, 1, m_model->columnCount());
    chooseRow(key);
}

void ResultsPage::chooseRow(const QString &key)
{
    int row = key.isEmpty() ? -1 : m_model->rowOf(key);
    if (row < 0)
        row = m_model->firstRow();
    m_table->setCurrentIndex(m_model->index(row, 0));
    showAnalysis();
}

void ResultsPage::step(int days)
{
    const QList<QDate> &all = m_model->history().days;
    const qsizetype at = all.indexOf(m_model->day()) + days;
    if (at < 0 || at >= all.size())
        return;
    const Analysis *chosen = m_model->analysisAt(m_table->currentIndex().row());
    const QString key = chosen ? chosen->key : QString();
    m_model->setDay(all.at(at));
    fit();
    showDay();
    chooseRow(key);
}

void ResultsPage::showDay()
{
    const QList<KeptReport> reports = ofDay();
    const bool any = !reports.isEmpty();
    for (QWidget *widget : {static_cast<QWidget *>(m_abnormal), static_cast<QWidget *>(m_state),
                            static_cast<QWidget *>(m_detail)})
        widget->setVisible(any);
    m_title->setText(any ? titleOf(reports.first()) : tr("Résultats"));
    m_doubts->hide();
    m_seen->setEnabled(any && !reports.first().isSeen());
    readReports();
    if (!any)
        return;
    const KeptReport &first = reports.first();
    QStringList details;
    Doubts doubts;
    for (const KeptReport &report : reports) {
        details << report.laboratory;
        for (const Doubt doubt : report.doubts)
            if (!doubts.contains(doubt))
                doubts << doubt;
    }
    details.removeAll(QString());
    details.removeDuplicates();
    const QDateTime received = first.receivedAt.toLocalTime();
    details << tr("reçue le %1 à %2")
                   .arg(text::frenchDate(received.date()), received.time().toString(u"HH:mm"_qs));
    if (first.isSeen())
        details << tr("lue par %1 le %2")
                       .arg(first.seenName, text::frenchDate(first.seenAt.toLocalTime().date()));
    m_detail->setText(details.join(u" · "_qs));
    const int abnormal = m_model->history().abnormalOn(m_model->day());
    m_abnormal->setVisible(abnormal > 0);
    m_abnormal->set(uikit::Meaning::Stop, tr("%n anormaux", nullptr, abnormal));
    m_state->set(first.isSeen() ? uikit::Meaning::Done : uikit::Meaning::Info,
                 first.isSeen()  ? tr("Lu")
                 : first.partial ? tr("À lire, partiel")
                                 : tr("À lire"));
    m_doubts->setVisible(!doubts.isEmpty());
    m_doubts->setText(sentenceOf(doubts));
}

void ResultsPage::readReports()
{
    m_read.clear();
    QStringList texts;
    bool files = false;
    for (const KeptReport &report : ofDay()) {
        const auto read = m_services.read(report);
        if (!read.ok()) {
            m_panel->showText(m_services.explain(read.error()));
            continue;
        }
        m_read << *read;
        files = files || !read->files.isEmpty();
        texts << textOf(*read, false);
    }
    texts.removeAll(QString());
    if (!m_read.isEmpty())
        m_panel->showText(texts.isEmpty() ? tr("Le laboratoire n’a pas joint de texte.")
                                          : texts.join(u"\n\n"_qs));
    m_file->setEnabled(files);
}

void ResultsPage::showAnalysis()
{
    const Analysis *chosen = m_model->analysisAt(m_table->currentIndex().row());
    m_curve->show(chosen);
    const HistoryCell *cell = chosen ? chosen->on(m_model->day()) : nullptr;
    m_panel->showResult(cell ? &cell->result : nullptr);
    m_again->setEnabled(chosen != nullptr);
    m_recheck->show(chosen, cell ? cell->report : LabReportId{});
}

void ResultsPage::markSeen()
{
    const QList<KeptReport> reports = ofDay();
    m_problem->hide();
    if (reports.isEmpty() || reports.first().isSeen())
        return;
    if (const Status seen = m_services.markSeen(reports.first()); !seen.ok()) {
        refresh();
        tell(seen.error());
        return;
    }
    const LabReportId id = reports.first().id;
    m_toast->say(tr("%1 : lu.").arg(titleOf(reports.first())), [this, id] {
        for (const KeptReport &report : m_reports)
            if (report.id == id)
                (void)m_services.markUnseen(report);
        refresh();
        Q_EMIT changed();
    });
    refresh();
    // The next one that is not seen, of whatever day.
    for (const KeptReport &report : m_reports)
        if (!report.isSeen() && report.isCurrent()) {
            m_model->setDay(report.day);
            fit();
            showDay();
            chooseRow({});
            break;
        }
    Q_EMIT changed();
}

void ResultsPage::takeOut()
{
    const QList<KeptReport> reports = ofDay();
    if (reports.isEmpty())
        return;
    const Status taken = m_services.takeOut(reports.first());
    refresh();
    if (!taken.ok()) {
        tell(taken.error());
        return;
    }
    m_toast->say(tr("%1 : retiré du dossier, patient à choisir.").arg(titleOf(reports.first())));
    Q_EMIT changed();
}

void ResultsPage::openFile()
{
    m_problem->hide();
    for (const LabReport &report : m_read)
        for (const LabFile &file : report.files)
            if (!file.bytes.isEmpty()) {
                if (const Status opened = m_services.openFile(file); !opened.ok())
                    tell(opened.error());
                return;
            }
}

void ResultsPage::saveImage()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Enregistrer la courbe"), m_curve->title() + u".png"_qs, tr("Images (*.png)"));
    if (!path.isEmpty() && !m_curve->image().save(path, "PNG"))
        tell({ErrorCode::Unavailable, u"lab.image"_qs, {}});
}

void ResultsPage::chooseFiles()
{
    import(chosenFiles(*this));
}

void ResultsPage::import(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_problem->hide();
    beginImport(*m_doubts);
    uikit::whenDone(this, m_services.import(paths), [this](const Result<Imported> &imported) {
        m_doubts->hide();
        refresh();
        tellImported(imported);
        Q_EMIT changed();
    });
}

void ResultsPage::tellImported(const Result<Imported> &imported)
{
    if (!imported.ok()) {
        tell(imported.error());
        return;
    }
    const QString told = outcomeOf(*imported);
    if (!told.isEmpty())
        m_toast->say(told);
    if (!imported->refused.isEmpty())
        tellRefused(*m_problem, *imported, m_services.explain);
    if (imported->waiting.isEmpty())
        return;
    m_doubts->clearActs();
    m_doubts->setText(told);
    m_doubts->addAct(tr("Choisir le patient"), {}, [this] { Q_EMIT inboxRequested(); });
    m_doubts->show();
}

void ResultsPage::tell(const Error &error)
{
    m_problem->setText(m_services.explain(error));
    m_problem->show();
    m_problem->announce();
}

bool ResultsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fit();
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() != Qt::NoModifier ||
        (key->key() != Qt::Key_Left && key->key() != Qt::Key_Right))
        return false;
    step(key->key() == Qt::Key_Left ? -1 : 1); // the newest stands at the left
    return true;
}

void ResultsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ResultsPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    import(droppedFiles(*event->mimeData()));
}

} // namespace ambroise::labs::ui
