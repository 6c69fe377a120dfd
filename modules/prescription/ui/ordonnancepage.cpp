// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/ordonnancepage.h>

#include "lineeditor.h"
#include "linemodel.h"
#include "notcheckedlist.h"
#include "quickline.h"
#include "remarklist.h"
#include "sheetline.h"
#include "signallist.h"
#include "signedlist.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/draft.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QListView>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <chrono>

namespace ambroise::prescription::ui {
namespace {

constexpr std::chrono::milliseconds pause{300};

QVBoxLayout *columnLayout(QWidget *widget, int inset)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(uikit::scaled(inset), uikit::scaled(12), uikit::scaled(inset), 0);
    layout->setSpacing(uikit::scaled(8));
    return layout;
}

} // namespace

OrdonnancePage::OrdonnancePage(OrdonnanceServices services, QWidget *drugSheet, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_model(new LineModel(this))
    , m_signedOnes(new SignedList)
    , m_centre(new QWidget)
    , m_right(new QWidget)
{
    connect(m_signedOnes, &SignedList::chosen, this, [this](const SignedRow &row) {
        m_sheet->tellOf(row);
        const Line first = row.lines.value(0);
        showDrug(Shown::Signed, first.cis, first.label);
    });
    connect(m_signedOnes, &SignedList::sheetRequested, this, &OrdonnancePage::openSheet);
    connect(m_signedOnes, &SignedList::cancelRequested, this, [this] { m_sheet->askReason(); });
    buildCentre();
    buildRight(drugSheet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_column = new uikit::Column(m_signedOnes, m_centre, m_right, this);
    layout->addWidget(m_column);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] { (void)saveDraft(); }); // it tells
    linesChanged();
    m_pause.stop();
}

void OrdonnancePage::buildCentre()
{
    auto *layout = columnLayout(m_centre, 16);
    auto *head = new QHBoxLayout;
    m_title = new uikit::Label({}, uikit::TextRole::Document, uikit::Token::Text, true, m_centre);
    m_count = new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, m_centre);
    m_saved = new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, m_centre);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_saved);
    layout->addLayout(head);

    m_quick = new QuickLine(m_services, m_centre);
    layout->addWidget(m_quick);
    connect(m_quick, &QuickLine::lineReady, this, &OrdonnancePage::addLine);
    connect(m_quick, &QuickLine::edited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_quick, &QuickLine::drugShown, this, [this](const QString &cis, const QString &label) {
        showDrug(Shown::Quick, cis, label);
    });
    connect(m_quick, &QuickLine::givenUp, this, &OrdonnancePage::showSelectedDrug);

    m_view = new QListView(m_centre);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new uikit::TwoLineDelegate(46, m_view));
    m_view->setAccessibleName(tr("Lignes de l’ordonnance"));
    uikit::prepareList(*m_view);
    layout->addWidget(m_view, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { editSelected(); });
    connect(m_view, &QListView::clicked, this, &OrdonnancePage::editSelected);
    connect(m_view, &QListView::activated, this, &OrdonnancePage::openEditor);
    auto *remove =
        new QShortcut(QKeySequence(Qt::Key_Delete), m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &OrdonnancePage::removeSelected);

    m_sheet = new SheetLine(m_services, m_centre);
    layout->addWidget(m_sheet);
    connect(m_sheet, &SheetLine::cancelled, this, [this] {
        refresh();
        m_signedOnes->setFocus();
    });
    connect(m_sheet, &SheetLine::givenUp, this, [this] { m_signedOnes->setFocus(); });
    m_remarks = new RemarkList(m_services, m_centre);
    layout->addWidget(m_remarks);
    m_signals = new SignalList(m_services, m_centre);
    layout->addWidget(m_signals);
    connect(m_signals, &SignalList::justified, this, [this] { m_view->setFocus(); });
    connect(m_signals, &SignalList::givenUp, this, [this] { m_view->setFocus(); });
    m_toast = new uikit::Toast(m_centre);
    layout->addWidget(m_toast);
}

void OrdonnancePage::buildRight(QWidget *drugSheet)
{
    auto *outer = new QVBoxLayout(m_right);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(m_right);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
    auto *inside = new QWidget;
    scroll->setWidget(inside);
    auto *layout = columnLayout(inside, 12);
    m_editor = new LineEditor(inside);
    m_editor->hide();
    layout->addWidget(m_editor);
    connect(m_editor, &LineEditor::edited, this, &OrdonnancePage::applyEditor);
    if (drugSheet) {
        drugSheet->setParent(inside);
        layout->insertWidget(0, drugSheet);
    }
    m_notChecked = new NotCheckedList(inside);
    layout->insertWidget(drugSheet ? 1 : 0, m_notChecked);
    layout->addStretch();
}

void OrdonnancePage::setDay(QDate day)
{
    m_title->setText(tr("Ordonnance du %1").arg(text::frenchLongDate(day)));
}

void OrdonnancePage::setMayPrescribe(bool may)
{
    m_mayPrescribe = may;
    m_sheet->setMayPrescribe(may);
    m_quick->setVisible(may);
    if (!may)
        m_title->setText(tr("Ordonnances"));
}

const QList<Line> &OrdonnancePage::lines() const
{
    return m_model->lines();
}

void OrdonnancePage::beginLine()
{
    m_signedOnes->choose(-1);
    if (m_quick->isPending())
        m_quick->setFocus();
    else if (m_mayPrescribe)
        m_quick->begin();
}

void OrdonnancePage::addLine(const Line &line)
{
    setLines(lines() + QList<Line>{line}, int(lines().size()));
}

void OrdonnancePage::removeSelected()
{
    const int line = m_model->lineAt(m_view->currentIndex());
    if (line < 0)
        return;
    const QList<Line> before = lines();
    QList<Line> after = before;
    after.removeAt(line);
    setLines(after, -1);
    m_toast->say(tr("Ligne retirée : %1").arg(before.at(line).label),
                 [this, before, line] { setLines(before, line); });
}

void OrdonnancePage::setLines(const QList<Line> &lines, int selected)
{
    {
        const QSignalBlocker quiet(m_view->selectionModel());
        m_model->set(lines);
    }
    m_view->setCurrentIndex(m_model->indexOfLine(selected));
    editSelected();
    linesChanged();
}

void OrdonnancePage::linesChanged()
{
    const int count = int(lines().size());
    m_count->setText(count == 0 ? QString() : tr("%n ligne(s)", nullptr, count));
    m_toast->dismiss(); // what it would bring back is of other lines
    m_sheet->clear();
    m_remarks->showFor(lines());
    m_signals->showFor(lines());
    m_notChecked->show(m_signals->checked());
    m_pause.start();
    Q_EMIT changed();
}

Status OrdonnancePage::keepDraft()
{
    if (!m_pause.isActive())
        return done();
    m_pause.stop();
    return saveDraft();
}

Status OrdonnancePage::saveDraft()
{
    const Draft draft{lines(), m_quick->pending()};
    const Status kept = m_services.saveDraft(draft.toText());
    if (!kept.ok()) {
        m_saved->setText(tr("Non enregistré"));
        m_sheet->tell(kept.error());
        return kept;
    }
    m_saved->setText(draft.isEmpty()
                         ? QString()
                         : tr("Enregistré à %1").arg(QTime::currentTime().toString(u"HH:mm")));
    return kept;
}

void OrdonnancePage::editSelected()
{
    const int line = m_model->lineAt(m_view->currentIndex());
    if (line >= 0)
        m_editor->show(lines().at(line));
    showSelectedDrug();
}

void OrdonnancePage::showSelectedDrug()
{
    const int line = m_model->lineAt(m_view->currentIndex());
    const Line shown = line < 0 ? Line{} : lines().at(line);
    showDrug(line < 0 ? Shown::Nothing : Shown::Line, shown.cis, shown.label);
}

void OrdonnancePage::showDrug(Shown shown, const QString &cis, const QString &label)
{
    m_shown = shown;
    m_editor->setVisible(shown == Shown::Line && m_mayPrescribe); // under its own drug only
    Q_EMIT drugShown(cis, label);
}

void OrdonnancePage::replaceDrug(const DrugChoice &drug)
{
    if (m_shown == Shown::Quick && m_quick->isBusy()) {
        m_quick->take(drug);
        m_quick->setFocus();
        return;
    }
    const int line = m_model->lineAt(m_view->currentIndex());
    if (!m_mayPrescribe || line < 0 || m_shown != Shown::Line)
        return;
    const QList<Line> before = lines();
    QList<Line> after = before;
    after[line].cis = drug.cis;
    after[line].label = drug.label;
    setLines(after, line);
    m_toast->say(tr("Remplacé par %1").arg(drug.label),
                 [this, before, line] { setLines(before, line); });
}

void OrdonnancePage::openEditor()
{
    if (m_editor->isHidden())
        return;
    showSide();
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

void OrdonnancePage::showSide()
{
    m_column->showRight(true);
}

void OrdonnancePage::toggleSide()
{
    if (m_column->isNarrow())
        m_column->showRight(!m_column->isRightShown());
}

void OrdonnancePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_right->isAncestorOf(focusWidget())) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (m_column->isNarrow())
        m_column->showRight(false);
}

void OrdonnancePage::applyEditor()
{
    const int line = m_model->lineAt(m_view->currentIndex());
    if (line < 0)
        return;
    QList<Line> lines = m_model->lines();
    lines[line] = m_editor->line();
    setLines(lines, line);
}

void OrdonnancePage::signAndPrint()
{
    if (!m_mayPrescribe || (isEmpty() && !m_quick->isPending()))
        return;
    if (m_quick->isPending()) { // it would be missing on the paper
        m_sheet->tell({ErrorCode::Invalid, u"ordonnance.pending_line"_qs, {}});
        m_quick->setFocus();
        return;
    }
    m_signals->showFor(lines());      // the record may have changed since
    if (m_signals->toJustify() > 0) { // asked, never refused: with a reason it is signed
        m_signals->askReason();
        return;
    }
    const auto number = m_services.sign(lines(), m_signals->checked(), m_signals->reason());
    if (!number.ok()) {
        m_sheet->tell(number.error());
        return;
    }
    setLines({}, -1);
    (void)keepDraft(); // it tells; the signature stands
    refresh();
    Q_EMIT signedAs(*number);
    m_sheet->tellSigned(*number);
}

void OrdonnancePage::renewLast()
{
    for (const SignedRow &row : m_signedOnes->rows()) {
        if (row.cancelled)
            continue;
        setLines(lines() + row.lines, int(lines().size()));
        m_toast->say(tr("Lignes du %1 reprises. À relire avant de signer.")
                         .arg(text::frenchDate(row.signedAt.toLocalTime().date())));
        return;
    }
    m_toast->say(tr("Aucune ordonnance à renouveler."));
}

void OrdonnancePage::refresh()
{
    const auto kept = m_services.signedOnes();
    if (!kept.ok()) { // not the same as none
        m_unread = true;
        m_signedOnes->showUnread();
        m_sheet->tell(kept.error());
        return;
    }
    if (std::exchange(m_unread, false))
        m_sheet->clear();
    m_signedOnes->setRows(*kept);
}

void OrdonnancePage::openSheet()
{
    m_sheet->openSheet();
}

void OrdonnancePage::printSheet()
{
    m_sheet->printSheet();
}

void OrdonnancePage::restore(const QString &draft)
{
    const Draft kept = Draft::fromText(draft);
    setLines(kept.lines, -1);
    m_quick->resume(kept.pending);
    m_pause.stop();
    if (!kept.whole)
        m_sheet->tell({ErrorCode::Corrupt, u"ordonnance.draft"_qs, {}});
    else if (!kept.isEmpty())
        m_toast->say(tr("Brouillon retrouvé."));
}

} // namespace ambroise::prescription::ui
