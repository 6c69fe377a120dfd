// SPDX-License-Identifier: GPL-3.0-or-later
#include "printerspage.h"

#include "paperrow.h"
#include "printtrial.h"
#include "settingspage.h"

#include <words/sentences.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ambroise::app {
namespace {

using prescription::FormRoom;

constexpr int widest = 960;
constexpr int formWidth = 420;
constexpr std::chrono::milliseconds patience{200};

uikit::Label *columnTitle(const QString &text)
{
    return new uikit::Label(text, uikit::TextRole::Small, uikit::Token::Text2, true);
}

} // namespace

PrintersPage::PrintersPage(PrintMachine machine, QWidget *parent)
    : QWidget(parent)
    , m_machine(std::move(machine))
    , m_searching(new uikit::Label(tr("Recherche des imprimantes…"), uikit::TextRole::Body,
                                   uikit::Token::Text2, false, this))
    , m_none(new uikit::EmptyState(tr("Aucune imprimante sur ce poste. L’installer dans les "
                                      "réglages de la machine, puis chercher à nouveau."),
                                   this))
    , m_choices(new QWidget(this))
    , m_notice(new access::ui::Notice(this))
{
    auto *column = settingsColumn(this, tr("Imprimantes"));
    auto *layout = new QVBoxLayout(m_choices);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(12));
    layout->addWidget(new uikit::Label(tr("Sur quoi ce poste imprime. Ce qui est choisi est gardé "
                                          "aussitôt. Ctrl+P imprime une page d’essai de la ligne."),
                                       uikit::TextRole::Body, uikit::Token::Text2, false,
                                       m_choices));
    layout->addWidget(buildRows());
    layout->addWidget(buildForm());
    m_choices->setMaximumWidth(uikit::scaled(widest));
    m_notice->setMaximumWidth(uikit::scaled(widest));
    m_none->setAct(tr("Chercher à nouveau"), u"F5"_qs, [this] { look(); });
    column->addWidget(m_searching);
    column->addWidget(m_none);
    column->addWidget(m_choices);
    column->addWidget(m_notice);
    column->addStretch();
    for (QWidget *part :
         {static_cast<QWidget *>(m_searching), static_cast<QWidget *>(m_none), m_choices})
        part->hide();
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, this,
            &PrintersPage::printTrialOfRow);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this,
            &PrintersPage::look);
}

QWidget *PrintersPage::buildRows()
{
    auto *rows = new QWidget(m_choices);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(uikit::scaled(8));
    grid->setVerticalSpacing(uikit::scaled(6));
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    grid->addWidget(columnTitle(tr("Imprimante")), 0, 1);
    grid->addWidget(columnTitle(tr("Bac")), 0, 2);
    grid->addWidget(columnTitle(tr("Exemplaires")), 0, 3);
    for (const PaperKind kind : paperKinds)
        addRow(*grid, kind);
    setFocusProxy(m_rows.first()->printer());
    return rows;
}

void PrintersPage::addRow(QGridLayout &grid, PaperKind kind)
{
    auto *row = new PaperRow(kind, true, this);
    auto *trial = new uikit::Button(tr("Page d’essai"));
    trial->setAccessibleName(tr("%1, imprimer une page d’essai").arg(wordsOf(kind)));
    const int line = grid.rowCount();
    grid.addWidget(new uikit::Label(wordsOf(kind), uikit::TextRole::Body, uikit::Token::Text), line,
                   0);
    grid.addWidget(row->printer(), line, 1);
    grid.addWidget(row->tray(), line, 2);
    grid.addWidget(row->copies(), line, 3);
    grid.addWidget(trial, line, 4);
    m_rows << row;
    m_trials << trial;
    connect(row, &PaperRow::edited, this, &PrintersPage::keep);
    connect(trial, &QPushButton::clicked, this, [this, kind] { printTrialOf(kind); });
}

QWidget *PrintersPage::buildForm()
{
    auto *form = new QWidget(m_choices);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, uikit::scaled(8), 0, 0);
    layout->setSpacing(uikit::scaled(8));
    layout->addWidget(new uikit::Label(tr("Formulaire sécurisé prérempli"),
                                       uikit::TextRole::Document, uikit::Token::Text, true, form));
    auto *grid = new uikit::FormGrid(2, form);
    grid->setMaximumWidth(uikit::scaled(formWidth));
    m_head = roomBox(tr("Laisser en haut"), FormRoom::leastHead, FormRoom::mostHead);
    m_foot = roomBox(tr("Laisser en bas"), FormRoom::leastFoot, FormRoom::mostFoot);
    grid->add(tr("Laisser en haut"), m_head);
    grid->add(tr("Laisser en bas"), m_foot);
    layout->addWidget(grid);
    auto *hint = new uikit::Label(
        tr("La page d’essai des ordonnances sécurisées montre ces deux bords : la superposer à un "
           "formulaire. Vaut pour les ordonnances signées ensuite à ce poste."),
        uikit::TextRole::Small, uikit::Token::Text2, false, form);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    return form;
}

QDoubleSpinBox *PrintersPage::roomBox(const QString &name, double least, double most)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(least, most);
    box->setDecimals(1);
    box->setSingleStep(0.5);
    box->setLocale(QLocale(QLocale::French));
    box->setSuffix(u"\u202Fmm"_qs);
    box->setAccessibleName(name);
    connect(box, &QDoubleSpinBox::valueChanged, this, &PrintersPage::keep);
    return box;
}

void PrintersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_notice->clear();
    look();
}

void PrintersPage::look()
{
    if (m_looking)
        return;
    m_looking = true;
    m_none->hide();
    QTimer::singleShot(patience, this,
                       [this] { m_searching->setVisible(m_looking && m_choices->isHidden()); });
    uikit::whenDone(
        this, QtConcurrent::run([find = m_machine.printers]() -> Result<QList<MachinePrinter>> {
            return find();
        }),
        [this](const Result<QList<MachinePrinter>> &found) {
            m_looking = false;
            m_searching->hide();
            if (found.ok())
                showMachine(*found);
            else
                m_notice->say(uikit::Meaning::Stop, sentenceOf(found.error()));
        });
}

void PrintersPage::showMachine(const QList<MachinePrinter> &machine)
{
    m_printers = PostPrinters::load();
    m_none->setVisible(machine.isEmpty());
    m_choices->setVisible(!machine.isEmpty());
    for (PaperRow *row : m_rows)
        row->show(m_printers.of(row->kind()), machine);
    const QSignalBlocker quietHead(m_head);
    const QSignalBlocker quietFoot(m_foot);
    m_head->setValue(m_printers.form.head());
    m_foot->setValue(m_printers.form.foot());
}

void PrintersPage::keep()
{
    for (const PaperRow *row : m_rows)
        m_printers.of(row->kind()) = row->choice();
    m_printers.form = FormRoom::fitted(m_head->value(), m_foot->value());
    const Status kept = m_printers.save();
    m_notice->say(uikit::Meaning::Stop, kept.ok() ? QString() : sentenceOf(kept.error()));
}

void PrintersPage::printTrialOf(PaperKind kind)
{
    const auto pdf = printTrial(kind, m_printers);
    if (!pdf.ok()) {
        m_notice->say(uikit::Meaning::Stop, sentenceOf(pdf.error()));
        return;
    }
    m_notice->say(uikit::Meaning::Info, tr("Envoi de la page d’essai…"), true);
    uikit::whenDone(this, printParts(*pdf, tr("Page d’essai"), {{kind, 1, 0}}, m_machine),
                    [this](const Result<SentPaper> &sent) {
                        if (sent.ok())
                            m_notice->say(uikit::Meaning::Done,
                                          tr("Page d’essai envoyée à %1.").arg(sent->told));
                        else
                            m_notice->say(uikit::Meaning::Stop, sentenceOf(sent.error()));
                    });
}

void PrintersPage::printTrialOfRow()
{
    const QWidget *caret = focusWidget();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const PaperRow *row = m_rows.at(i);
        if (caret == row->printer() || caret == row->tray() || caret == row->copies() ||
            caret == m_trials.at(i)) {
            printTrialOf(row->kind());
            return;
        }
    }
    if (caret == m_head || caret == m_foot)
        printTrialOf(PaperKind::Secured);
}

} // namespace ambroise::app
