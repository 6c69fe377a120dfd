// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ui/ordonnancepage.h>

#include "lineeditor.h"
#include "linelist.h"
#include "linemodel.h"
#include "lineside.h"
#include "notcheckedlist.h"
#include "ordonnancehead.h"
#include "protocolbar.h"
#include "quickline.h"
#include "remarklist.h"
#include "sheetline.h"
#include "signallist.h"
#include "signedlist.h"

#include <ambroise/core/text.h>
#include <ambroise/prescription/draft.h>
#include <ambroise/prescription/linechanges.h>
#include <ambroise/uikit/column.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QVBoxLayout>

#include <chrono>

namespace ambroise::prescription::ui {
namespace {

constexpr std::chrono::milliseconds pause{300};

} // namespace

OrdonnancePage::OrdonnancePage(OrdonnanceServices services, const Clock &clock, QWidget *drugSheet,
                               QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
    , m_model(new LineModel(this))
    , m_signedOnes(new SignedList)
    , m_centre(new QWidget)
    , m_side(new LineSide(drugSheet))
{
    connect(m_signedOnes, &SignedList::chosen, this, [this](const SignedRow &row) {
        m_sheet->tellOf(row);
        const Line first = row.lines.value(0);
        showDrug(Shown::Signed, first.cis, first.label);
    });
    connect(m_signedOnes, &SignedList::sheetRequested, this, &OrdonnancePage::openSheet);
    connect(m_signedOnes, &SignedList::cancelRequested, this, [this] { m_sheet->askReason(); });
    buildCentre();
    connect(&m_side->editor(), &LineEditor::edited, this, &OrdonnancePage::applyEditor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_column = new uikit::Column(m_signedOnes, m_centre, m_side, this);
    layout->addWidget(m_column);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] { (void)saveDraft(); }); // it tells
    linesChanged();
    m_pause.stop();
}

void OrdonnancePage::buildCentre()
{
    auto *layout = new QVBoxLayout(m_centre);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16), 0);
    layout->setSpacing(uikit::scaled(8));
    m_head = new OrdonnanceHead(m_centre);
    layout->addWidget(m_head);
    m_quick = new QuickLine(m_services, m_centre);
    layout->addWidget(m_quick);
    connect(m_quick, &QuickLine::lineReady, this, &OrdonnancePage::addLine);
    connect(m_quick, &QuickLine::edited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_quick, &QuickLine::drugShown, this, [this](const QString &cis, const QString &label) {
        showDrug(Shown::Quick, cis, label);
    });
    connect(m_quick, &QuickLine::givenUp, this, &OrdonnancePage::showSelectedDrug);

    m_protocols = new ProtocolBar(
        m_services, [this] { return lines(); }, m_centre);
    layout->addWidget(m_protocols);
    connect(m_protocols, &ProtocolBar::picked, this,
            [this](const QList<Line> &more) { setLines(lines() + more, int(lines().size())); });
    connect(m_protocols, &ProtocolBar::said, this,
            [this](const QString &what) { m_toast->say(what); });
    connect(m_protocols, &ProtocolBar::failed, this,
            [this](const Error &error) { m_sheet->tell(error); });
    connect(m_protocols, &ProtocolBar::closed, this, [this] { m_view->setFocus(); });

    buildLines(*layout);
    buildSignals(*layout);
    m_toast = new uikit::Toast(m_centre);
    layout->addWidget(m_toast);
}

void OrdonnancePage::buildLines(QVBoxLayout &layout)
{
    m_view = new LineList(m_model, m_centre);
    layout.addWidget(m_view, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { editSelected(); });
    connect(m_view, &QListView::clicked, this, &OrdonnancePage::editSelected);
    connect(m_view, &QListView::activated, this, &OrdonnancePage::openEditor);
    connect(m_view, &LineList::changeAsked, this, &OrdonnancePage::changeLines);
}

void OrdonnancePage::buildSignals(QVBoxLayout &layout)
{
    m_sheet = new SheetLine(m_services, m_centre);
    layout.addWidget(m_sheet);
    connect(m_sheet, &SheetLine::cardSigned, this, &OrdonnancePage::refresh);
    connect(m_sheet, &SheetLine::cancelled, this, [this] {
        refresh();
        m_signedOnes->setFocus();
    });
    connect(m_sheet, &SheetLine::givenUp, this, [this] { m_signedOnes->setFocus(); });
    m_remarks = new RemarkList(m_services, m_centre);
    layout.addWidget(m_remarks);
    m_signals = new SignalList(m_services, m_centre);
    layout.addWidget(m_signals);
    connect(m_signals, &SignalList::justified, this, [this] { m_view->setFocus(); });
    connect(m_signals, &SignalList::givenUp, this, [this] { m_view->setFocus(); });
    connect(m_signals, &SignalList::removalAsked, m_view, &LineList::remove);
    connect(m_signals, &SignalList::stopAsked, this, &OrdonnancePage::stopTreatment);
}

//! A page may stay open past midnight.
void OrdonnancePage::showDay()
{
    const QDate today = m_clock.today();
    m_head->setTitle(tr("Ordonnance du %1").arg(text::frenchLongDate(today)));
    m_side->editor().setDay(today);
}

void OrdonnancePage::setMayPrescribe(bool may)
{
    m_mayPrescribe = may;
    m_sheet->setMayPrescribe(may);
    m_protocols->setMayPrescribe(may);
    m_quick->setVisible(may);
    if (!may)
        m_head->setTitle(tr("Ordonnances"));
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

void OrdonnancePage::changeLines(const QList<Line> &changed, int selected, const QString &said)
{
    const QList<Line> before = lines();
    const int line = m_view->selectedLine();
    setLines(changed, selected);
    if (!said.isEmpty())
        m_toast->say(said, [this, before, line] { setLines(before, line); });
}

void OrdonnancePage::setLines(const QList<Line> &lines, int selected)
{
    {
        const QSignalBlocker quiet(m_view->selectionModel());
        m_model->set(inZones(lines, selected));
    }
    m_view->select(selected);
    editSelected();
    linesChanged();
}

void OrdonnancePage::linesChanged()
{
    const int count = int(lines().size());
    showDay();
    m_renewing = m_renewing && count > 0;
    m_head->setCount(count);
    m_toast->dismiss(); // what it would bring back is of other lines
    m_sheet->clear();
    m_model->setPrices(m_head->showPrices(m_services, lines()));
    showChanges();
    m_remarks->showFor(lines());
    check();
    m_pause.start();
    Q_EMIT changed();
}

void OrdonnancePage::check()
{
    m_signals->showFor(lines());
    m_side->notChecked().show(m_signals->checked(), int(lines().size()));
}

//! Since the last ordonnance in force.
void OrdonnancePage::showChanges()
{
    const SignedRow *last = m_signedOnes->lastInForce();
    if (!last || isEmpty()) {
        m_head->setStopped({}, {});
        return;
    }
    const LineChanges changes = LineChanges::between(last->lines, lines());
    m_model->setChanges(changes);
    m_head->setStopped(last->signedAt.toLocalTime().date(),
                       m_renewing ? changes.stopped : QList<Line>());
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
        m_head->setSaved(tr("Non enregistré"));
        m_sheet->tell(kept.error());
        return kept;
    }
    m_head->setSaved(
        draft.isEmpty()
            ? QString()
            : tr("Enregistré à %1").arg(m_clock.now().toLocalTime().toString(u"HH:mm")));
    return kept;
}

void OrdonnancePage::editSelected()
{
    const int line = m_view->selectedLine();
    if (line >= 0)
        m_side->editor().show(lines().at(line));
    showSelectedDrug();
}

void OrdonnancePage::showSelectedDrug()
{
    const int line = m_view->selectedLine();
    const Line shown = line < 0 ? Line{} : lines().at(line);
    showDrug(line < 0 ? Shown::Nothing : Shown::Line, shown.cis, shown.label);
}

void OrdonnancePage::showDrug(Shown shown, const QString &cis, const QString &label)
{
    m_shown = shown;
    m_side->editor().setVisible(shown == Shown::Line && m_mayPrescribe); // under its own drug only
    Q_EMIT drugShown(cis, label);
}

void OrdonnancePage::replaceDrug(const DrugChoice &drug)
{
    if (m_shown == Shown::Quick && m_quick->isBusy()) {
        m_quick->take(drug);
        m_quick->setFocus();
        return;
    }
    const int line = m_view->selectedLine();
    if (!m_mayPrescribe || line < 0 || m_shown != Shown::Line)
        return;
    QList<Line> after = lines();
    after[line].cis = drug.cis;
    after[line].label = drug.label;
    changeLines(after, line, tr("Remplacé par %1").arg(drug.label));
}

void OrdonnancePage::changeName()
{
    const int line = m_view->selectedLine();
    const bool quick = m_shown == Shown::Quick && m_quick->isBusy();
    if (!m_services.otherName || (!quick && (line < 0 || m_shown != Shown::Line)))
        return;
    const Line shown = quick ? m_quick->line() : lines().at(line);
    if (shown.label.isEmpty())
        return; // looked for, not chosen yet
    const auto other = m_services.otherName(shown.cis, shown.label);
    if (other.ok())
        replaceDrug(*other);
    else
        m_sheet->tell(other.error());
}

void OrdonnancePage::openEditor()
{
    if (m_side->editor().isHidden())
        return;
    showSide();
    m_side->editor().setFocus(Qt::ShortcutFocusReason);
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
    if (event->key() != Qt::Key_Escape || !m_side->isAncestorOf(focusWidget())) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (m_column->isNarrow())
        m_column->showRight(false);
}

void OrdonnancePage::applyEditor()
{
    const int line = m_view->selectedLine();
    if (line < 0)
        return;
    QList<Line> lines = m_model->lines();
    lines[line] = m_side->editor().line();
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
    check();                          // another post may have changed the record
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
    const SignedRow *last = m_signedOnes->lastInForce();
    if (!last) {
        m_toast->say(tr("Aucune ordonnance à renouveler."));
        return;
    }
    m_renewing = true;
    const QString day = text::frenchDate(last->signedAt.toLocalTime().date());
    setLines(lines() + renewed(last->lines), int(lines().size()));
    m_toast->say(tr("Lignes du %1 reprises. À relire avant de signer.").arg(day));
}

void OrdonnancePage::refresh()
{
    check(); // with what the record tells now
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

void OrdonnancePage::signByCard()
{
    m_sheet->askCardCode();
}

void OrdonnancePage::exportSignature()
{
    m_sheet->exportSignature();
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
