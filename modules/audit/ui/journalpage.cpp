// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/ui/journalpage.h>

#include "eventmodel.h"
#include "eventwords.h"
#include "journalfilters.h"
#include "workline.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/type.h>

#include <QFileDialog>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace ambroise::audit::ui {

JournalPage::JournalPage(JournalServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_filters(new JournalFilters(m_services.searchPatients, clock, this))
    , m_model(new EventModel(m_services.find, m_services.names, this))
    , m_list(new QListView(this))
    , m_work(new WorkLine(this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_empty(new uikit::EmptyState({}, this))
    , m_verify(new uikit::Button(tr("Vérifier"), this))
    , m_export(new uikit::Button(tr("Exporter"), this))
{
    build();
    connect(m_filters, &JournalFilters::changed, this, &JournalPage::ask);
    connect(m_model, &EventModel::answered, this, &JournalPage::showEmptiness);
    connect(m_filters, &JournalFilters::failed, this, &JournalPage::sayProblem);
    connect(m_model, &EventModel::failed, this, [this](const Error &error) {
        sayProblem(error);
        m_problem->addAct(tr("Relire"), {}, [this] { ask(); });
    });
    connect(m_work, &WorkLine::finished, this, [this] {
        m_verify->setEnabled(true);
        m_export->setEnabled(true);
    });
    connect(m_verify, &QPushButton::clicked, this, &JournalPage::verify);
    connect(m_export, &QPushButton::clicked, this, &JournalPage::chooseExport);
}

JournalPage::~JournalPage() = default;

void JournalPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, uikit::scaled(16), 0, 0);
    layout->setSpacing(uikit::scaled(8));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(uikit::scaled(16), 0, uikit::scaled(16), 0);
    head->addWidget(new uikit::Label(tr("Journal des accès"), uikit::TextRole::Page,
                                     uikit::Token::Text, true, this));
    head->addStretch();
    head->addWidget(m_verify);
    head->addWidget(m_export);
    layout->addLayout(head);
    auto *fields = new QHBoxLayout;
    fields->setContentsMargins(uikit::scaled(16), 0, uikit::scaled(16), 0);
    fields->addWidget(m_filters);
    layout->addLayout(fields);
    m_problem->setInset(16);
    m_problem->hide();
    m_work->setInset(16);
    m_empty->hide();
    for (QWidget *line : {static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_work),
                          static_cast<QWidget *>(m_empty)})
        layout->addWidget(line);
    auto *delegate = new uikit::TwoLineDelegate(46, m_list);
    delegate->setInset(16);
    delegate->setSeparators(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(delegate);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Événements du journal, du plus récent au plus ancien"));
    uikit::prepareList(*m_list);
    layout->addWidget(m_list, 1);
}

void JournalPage::narrowTo(PatientId patient, const QString &name)
{
    m_filters->narrowTo(patient, name);
    m_model->clear();
    if (isVisible())
        open();
}

void JournalPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        open();
}

void JournalPage::open()
{
    const auto filter = m_filters->filter();
    const Status opened = m_services.opened(filter ? filter->patient : PatientId{});
    if (!opened.ok()) {
        m_model->clear();
        sayProblem(opened.error());
        return;
    }
    ask();
    if (const auto people = m_services.people(); people.ok())
        m_filters->setPeople(*people);
    else
        sayProblem(people.error());
}

void JournalPage::ask()
{
    m_problem->hide();
    if (const auto filter = m_filters->filter())
        m_model->ask(*filter);
}

void JournalPage::showEmptiness()
{
    const bool empty = m_model->events().isEmpty();
    m_empty->setVisible(empty);
    m_list->setVisible(!empty);
    if (!empty)
        return;
    if (m_filters->isNarrowed()) {
        m_empty->setSentence(tr("Aucun événement ne répond à ces critères."));
        m_empty->setAct(tr("Tout montrer"), {}, [this] { m_filters->clear(); });
        return;
    }
    m_empty->setSentence(tr("Le journal est vide."));
    m_empty->setAct(tr("Relire"), {}, [this] { ask(); });
}

void JournalPage::sayProblem(const Error &error)
{
    m_problem->clearActs();
    m_problem->setText(m_services.explain(error));
    m_problem->show();
    m_problem->announce();
}

void JournalPage::verify()
{
    if (m_work->isBusy())
        return;
    m_verify->setEnabled(false);
    m_export->setEnabled(false);
    auto work = m_services.verify();
    m_work->follow(
        work, tr("Vérification en cours…"), [work]() mutable { work.cancel(); },
        [this](const Result<Verdict> &verdict) { told(verdict); });
}

void JournalPage::told(const Result<Verdict> &verdict)
{
    if (!verdict.ok()) {
        if (verdict.error().code == ErrorCode::Cancelled)
            m_work->conclude(uikit::Meaning::Info, tr("Vérification arrêtée."));
        else
            m_work->conclude(uikit::Meaning::Stop, m_services.explain(verdict.error()));
        return;
    }
    if (!verdict->ok) {
        m_work->conclude(
            uikit::Meaning::Stop,
            tr("À partir du nº %1, le journal n’est plus celui qui a été écrit.")
                .arg(grouped(verdict->firstBad.value_or(1))),
            tr("Garder une sauvegarde ancienne et prévenir la personne qui entretient le poste."));
        return;
    }
    m_work->conclude(
        uikit::Meaning::Done,
        verdict->events < 2
            ? tr("%1 événement, qui n’a pas été modifié.").arg(verdict->events)
            : tr("%1 événements, aucun n’a été modifié.").arg(grouped(verdict->events)));
}

void JournalPage::chooseExport()
{
    // What is wrong with the fields is said before a file is chosen for nothing.
    if (m_work->isBusy() || !m_filters->filter())
        return;
    const QString csv = tr("Tableur (*.csv)");
    const QString syslog = tr("Syslog RFC 5424 (*.log)");
    QString kind = csv;
    QString path =
        QFileDialog::getSaveFileName(this, tr("Exporter le journal"), tr("journal-des-acces.csv"),
                                     csv + u";;"_qs + syslog, &kind);
    if (path.isEmpty())
        return;
    const bool asSyslog = path.endsWith(u".log") || (kind == syslog && !path.endsWith(u".csv"));
    exportTo(path, asSyslog ? ExportFormat::Syslog : ExportFormat::Csv);
}

void JournalPage::exportTo(const QString &path, ExportFormat format)
{
    const auto filter = m_filters->filter();
    if (m_work->isBusy() || !filter)
        return;
    m_verify->setEnabled(false);
    m_export->setEnabled(false);
    const auto stop = std::make_shared<std::atomic<bool>>(false);
    m_work->follow(
        m_services.save(path, format, *filter, stop), tr("Export en cours…"),
        [stop] { *stop = true; },
        [this, path](const Result<qint64> &written) {
            if (written.ok()) {
                m_work->conclude(uikit::Meaning::Done,
                                 tr("Événements exportés : %1.").arg(grouped(*written)), path);
                return;
            }
            if (written.error().code == ErrorCode::Cancelled)
                m_work->conclude(uikit::Meaning::Info,
                                 tr("Export arrêté. Aucun fichier n’a été écrit."));
            else
                m_work->conclude(uikit::Meaning::Stop, m_services.explain(written.error()));
        });
}

void JournalPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (!m_list->hasFocus() && m_filters->isAncestorOf(focusWidget()))
        m_list->setFocus(Qt::ShortcutFocusReason);
    else
        Q_EMIT backRequested();
}

} // namespace ambroise::audit::ui
