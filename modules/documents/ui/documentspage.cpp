// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/documents/ui/documentspage.h>

#include "comparepane.h"
#include "documentlist.h"
#include "filingform.h"

#include <ambroise/core/text.h>
#include <ambroise/documents/ui/documentview.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QListView>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::documents::ui {

DocumentsPage::DocumentsPage(DocumentServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
    , m_search(new uikit::SearchField(tr("Intitulé ou genre")))
    , m_list(new QListView)
    , m_model(new DocumentList(this))
    , m_empty(new uikit::EmptyState({}))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_progress(new uikit::MessageLine(uikit::Meaning::Info, this))
    , m_view(new DocumentView)
    , m_form(new FilingForm)
    , m_compare(new ComparePane)
{
    build();
    setAcceptDrops(m_services.mayFile);
    (new uikit::ListKeys(
         *m_list, [this] { m_view->setFocus(); }, this))
        ->listenTo(*m_search);
    connect(m_search, &QLineEdit::textChanged, this, &DocumentsPage::filter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { show(index); });
    connect(m_form, &FilingForm::keepRequested, this, &DocumentsPage::fileCurrent);
    connect(m_form, &FilingForm::left, this, &DocumentsPage::leaveCurrent);
    connect(m_view, &DocumentView::compareRequested, this, &DocumentsPage::compare);
    connect(m_compare, &ComparePane::picked, this, &DocumentsPage::showPair);
    connect(m_compare, &ComparePane::left, this, &DocumentsPage::leaveComparison);
    showIncoming();
}

void DocumentsPage::build()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new uikit::TwoLineDelegate(42, m_list));
    m_list->setAccessibleName(tr("Documents du dossier"));
    uikit::prepareList(*m_list, QPalette::AlternateBase);
    m_empty->setSentence(tr("Aucun document dans ce dossier."));
    if (m_services.mayFile)
        m_empty->setAct(tr("Ranger un document"), u"Ctrl I"_qs,
                        [this] { Q_EMIT importRequested(); });
    m_problem->hide();
    m_progress->hide();
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, uikit::scaled(8), 0, 0);
    column->setSpacing(uikit::scaled(6));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), 0);
    line->addWidget(m_search);
    column->addLayout(line);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    m_columns = new uikit::Column(left, m_view, m_form, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addWidget(m_progress);
    layout->addWidget(m_columns, 1);
    layout->addWidget(m_compare, 1);
    m_compare->hide();
}

void DocumentsPage::refresh()
{
    const auto rows = m_services.rows();
    if (!rows.ok()) {
        tell(rows.error());
        return;
    }
    m_rows = *rows;
    filter();
}

void DocumentsPage::begin()
{
    if (isComparing())
        return;
    if (isFiling())
        m_form->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
    if (!isFiling() && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->first());
}

void DocumentsPage::filter()
{
    const DocumentRow *chosen = m_model->rowAt(m_list->currentIndex());
    const DocumentId before = chosen ? chosen->id : DocumentId{};
    const QStringList wanted = text::foldedWords(m_search->text());
    QList<DocumentRow> passing;
    for (const DocumentRow &row : std::as_const(m_rows)) {
        const QString said = text::folded(row.title + u' ' + row.kind + u' ' + row.author);
        if (std::all_of(wanted.begin(), wanted.end(),
                        [&](const QString &word) { return said.contains(word); }))
            passing << row;
    }
    m_model->set(passing);
    m_empty->setVisible(m_rows.isEmpty());
    m_view->setComparable(m_rows.size() > 1);
    if (before.isStored())
        m_list->setCurrentIndex(m_model->indexOf(before));
}

void DocumentsPage::choose(DocumentId id)
{
    leaveComparison();
    m_search->clear();
    m_list->setCurrentIndex(m_model->indexOf(id));
    m_list->scrollTo(m_list->currentIndex());
}

int DocumentsPage::count() const
{
    return int(m_rows.size());
}

void DocumentsPage::show(const QModelIndex &index)
{
    const DocumentRow *row = m_model->rowAt(index);
    if (!row || isFiling())
        return;
    const auto content = m_services.open(row->id);
    if (!content.ok()) {
        m_view->clear();
        m_shown.reset();
        tell(content.error(), row->title);
        return;
    }
    m_problem->hide();
    open(*content);
}

void DocumentsPage::open(const FileContent &content)
{
    m_shown = content;
    m_view->open(content);
    Q_EMIT changed();
}

void DocumentsPage::take(const QStringList &paths)
{
    m_problem->hide();
    for (const QString &path : paths) {
        ++m_looking;
        m_progress->setText(tr("Lecture de %1…").arg(QFileInfo(path).fileName()));
        m_progress->show();
        uikit::whenDone(this, m_services.look(path), [this, path](const Result<LookedAt> &file) {
            m_progress->setVisible(--m_looking > 0);
            if (!file.ok()) {
                tell(file.error(), QFileInfo(path).fileName());
                return;
            }
            take(*file);
        });
    }
}

void DocumentsPage::take(const LookedAt &file)
{
    m_incoming << file;
    if (m_incoming.size() == 1)
        showIncoming();
    else
        m_form->title()->setRemark(QString::number(m_incoming.size()));
}

void DocumentsPage::propose()
{
    m_form->propose(m_incoming.first(), m_incoming.size(), m_clock.today(),
                    m_services.consultations ? m_services.consultations()
                                             : QList<ConsultationRow>());
}

void DocumentsPage::showIncoming()
{
    m_form->setVisible(isFiling());
    if (isFiling()) {
        leaveComparison();
        propose();
        m_columns->showRight(true);
        open(m_incoming.first().content);
        m_form->setFocus(Qt::OtherFocusReason);
    } else {
        m_shown.reset();
        m_view->clear();
        show(m_list->currentIndex());
        m_list->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT changed();
}

void DocumentsPage::fileCurrent()
{
    if (!isFiling())
        return;
    const auto id = m_services.file(m_form->filing());
    if (!id.ok()) {
        tell(id.error(), m_incoming.first().name);
        return;
    }
    m_problem->hide();
    m_incoming.removeFirst();
    refresh();
    m_list->setCurrentIndex(m_model->indexOf(*id));
    showIncoming();
    Q_EMIT filed(*id);
}

void DocumentsPage::leaveCurrent()
{
    if (!isFiling())
        return;
    m_problem->hide();
    m_incoming.removeFirst();
    showIncoming();
}

void DocumentsPage::turn()
{
    if (isComparing())
        m_compare->turn();
    else
        m_view->turn();
}

void DocumentsPage::compare()
{
    if (isFiling())
        return;
    const DocumentRow *chosen =
        isComparing() ? &m_compare->chosen() : m_model->rowAt(m_list->currentIndex());
    if (!chosen || m_rows.size() < 2) {
        tell({ErrorCode::NotFound, u"document.alone"_qs, {}});
        return;
    }
    m_problem->hide();
    m_columns->hide();
    m_compare->show();
    m_compare->begin(DocumentRow(*chosen), m_rows);
}

//! The files first: who may not read one of them is not shown its words either.
void DocumentsPage::showPair(const DocumentRow &one, const DocumentRow &other)
{
    m_problem->hide();
    ComparePane::Pair pair{one, other, {}, {}, {}, {}};
    const auto read = [this](const DocumentRow &row, std::optional<FileContent> &file,
                             QString &words) -> Status {
        AMBROISE_TRY(file, m_services.open(row.id));
        AMBROISE_TRY(words,
                     m_services.words ? m_services.words(row.id) : Result<QString>(QString()));
        return done();
    };
    for (const bool first : {true, false}) {
        const Status known = first ? read(one, pair.before, pair.beforeWords)
                                   : read(other, pair.after, pair.afterWords);
        if (!known.ok()) {
            tell(known.error(), first ? one.title : other.title);
            return;
        }
    }
    m_compare->show(pair);
}

bool DocumentsPage::isComparing() const
{
    return !m_compare->isHidden();
}

void DocumentsPage::leaveComparison()
{
    if (!isComparing())
        return;
    m_problem->hide();
    m_compare->clear();
    m_compare->hide();
    m_columns->show();
    m_list->setFocus(Qt::OtherFocusReason);
}

void DocumentsPage::tell(const Error &error, const QString &about)
{
    m_problem->setText(about.isEmpty() ? m_services.explain(error)
                                       : tr("%1 : %2").arg(about, m_services.explain(error)));
    m_problem->show();
    m_problem->announce();
}

void DocumentsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void DocumentsPage::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    event->acceptProposedAction();
    take(paths);
}

} // namespace ambroise::documents::ui
