// SPDX-License-Identifier: GPL-3.0-or-later
#include "signallist.h"

#include "checkwords.h"
#include "clinicalwords.h"

#include <ambroise/uikit/askline.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/type.h>

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace ambroise::prescription::ui {
namespace {

constexpr int shownAtOnce = 3;

//! The gravest first; of two alike, as the checks gave them.
QList<Alert> sorted(QList<Alert> alerts)
{
    std::stable_sort(alerts.begin(), alerts.end(), [](const Alert &a, const Alert &b) {
        return a.folded != b.folded ? b.folded : gravityOf(a) > gravityOf(b);
    });
    return alerts;
}

} // namespace

SignalList::SignalList(const OrdonnanceServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_title(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, true, this))
    , m_chosen(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_more(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_lines(new QWidget)
    , m_scroll(new QScrollArea(this))
    , m_ask(new uikit::AskLine(this))
    , m_keys(new uikit::ActionMap(this))
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_chosen);
    head->addStretch();
    head->addWidget(m_more);
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    m_scroll->setWidget(m_lines);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Signaux"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(uikit::scaled(4));
    layout->addLayout(head);
    layout->addWidget(m_scroll);
    layout->addWidget(m_ask);
    const QString group = tr("Ordonnance");
    m_keys->key({u"ordonnance.signals"_qs, tr("Tous les signaux"), group}, Qt::Key_F6,
                [this] { setWhole(!m_whole); });
    m_propose = m_keys->key({u"ordonnance.propose"_qs, tr("Faire ce que le signal propose"), group},
                            Qt::Key_F7, [this] { doProposal(); });
    m_keys->key({u"ordonnance.reason"_qs, tr("Passer outre avec motif"), group}, Qt::Key_F8,
                [this] { askReason(); });
    connect(m_ask, &uikit::AskLine::answered, this, [this](const QString &reason) {
        if (reason.isEmpty())
            return;
        m_reason = reason;
        m_justified = gravest();
        m_ask->finish();
        build();
        Q_EMIT justified();
    });
    connect(m_ask, &uikit::AskLine::givenUp, this, [this] {
        m_ask->finish();
        Q_EMIT givenUp();
    });
    hide();
}

void SignalList::showFor(const QList<Line> &lines)
{
    const QStringList before = gravest();
    m_own = int(lines.size());
    m_checked = {};
    if (m_services.check && !lines.isEmpty()) {
        const auto checked = m_services.check(lines);
        if (!checked.ok()) { // not the same as nothing to say
            m_checked.failure = m_services.explain(checked.error());
        } else {
            m_checked = *checked;
            m_checked.report.alerts = sorted(m_checked.report.alerts);
        }
    }
    if (gravest() != before)
        m_ask->finish();            // what is being typed is about others
    if (gravest() != m_justified) { // a reason is for what was seen then
        m_reason.clear();
        m_justified.clear();
    }
    build();
}

//! What each contra-indication is about, whatever the order of the lines.
QStringList SignalList::gravest() const
{
    QStringList found;
    for (const Alert &alert : m_checked.report.alerts)
        if (asksForReason(alert) && !alert.folded)
            found << wholeSubjectsOf(alert) + u'|' + alert.source.version;
    found.sort();
    return found;
}

int SignalList::toJustify() const
{
    return m_reason.isEmpty() ? int(gravest().size()) : 0;
}

void SignalList::askReason()
{
    if (toJustify() > 0)
        m_ask->ask(tr("Motif pour passer outre"), tr("Garder le motif"));
}

void SignalList::setWhole(bool whole)
{
    m_whole = whole;
    build();
    // The keyboard goes through them, and back to the lines.
    if (m_whole && m_scroll->focusPolicy() != Qt::NoFocus)
        m_scroll->setFocus();
    else if (!m_whole && m_scroll->hasFocus())
        Q_EMIT givenUp();
}

//! The first ones are always seen whole; all of them, with what the source advises, take half of
//! the page, and roll there.
void SignalList::fit()
{
    QLayout *lines = m_lines->layout();
    lines->activate();
    const int content = lines->hasHeightForWidth() ? lines->totalHeightForWidth(width())
                                                   : lines->totalSizeHint().height();
    const int room = parentWidget() ? parentWidget()->height() / 2 : content;
    const bool rolls = m_whole && content > room;
    m_scroll->setVerticalScrollBarPolicy(rolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(rolls ? Qt::StrongFocus : Qt::NoFocus);
    m_scroll->setFixedHeight(rolls ? room : content);
}

void SignalList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void SignalList::build()
{
    qDeleteAll(m_lines->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    const QList<Alert> &alerts = m_checked.report.alerts;
    m_propose->setEnabled(firstProposal());
    const qsizetype plain =
        std::count_if(alerts.begin(), alerts.end(), [](const Alert &one) { return !one.folded; });
    setVisible(!alerts.isEmpty() || !m_checked.failure.isEmpty());
    m_title->setText(tr("%n signal(aux)", nullptr, int(alerts.size())));
    m_title->setVisible(m_checked.failure.isEmpty());
    m_chosen->setText(tr("%n replié(s) par votre réglage", nullptr, m_checked.foldedByChoice));
    m_chosen->setVisible(m_checked.foldedByChoice > 0);
    if (!m_checked.failure.isEmpty()) {
        auto *line = new uikit::MessageLine(uikit::Meaning::Stop, m_lines);
        line->setText(m_checked.failure);
        m_lines->layout()->addWidget(line);
        line->show();
    }
    const qsizetype shown = m_whole ? alerts.size() : std::min<qsizetype>(plain, shownAtOnce);
    for (qsizetype i = 0; i < shown; ++i) // the very alerts: one of them has the key
        add(alerts.at(i));
    const int hidden = int(alerts.size() - shown);
    m_more->setText(m_whole                   ? tr("F6 replie")
                    : hidden > 0 && shown > 0 ? tr("%n autre(s), F6", nullptr, hidden)
                                              : tr("F6 détaille"));
    fit();
}

void SignalList::add(const Alert &alert)
{
    auto *line = new uikit::MessageLine(meaningOf(alert), m_lines);
    line->setTag(levelWord(alert));
    line->setText(subjectsOf(alert),
                  summaryOf(alert).isEmpty() ? QString() : u": "_qs + summaryOf(alert));
    addProposal(*line, alert);
    if (asksForReason(alert) && !alert.folded) {
        if (m_reason.isEmpty())
            line->addAct(tr("Motif"), u"F8"_qs, [this] { askReason(); });
        else
            line->setToolTip(tr("Motif : %1").arg(m_reason));
    }
    m_lines->layout()->addWidget(line);
    line->show();
    if (m_whole)
        addAdvice(alert);
}

std::optional<int> SignalList::proposedRemoval(const Alert &alert) const
{
    QList<int> own;
    for (const int line : alert.lines)
        if (line < m_own && !own.contains(line))
            own << line;
    if (alert.folded || own.isEmpty())
        return std::nullopt;
    if (alert.kind == CheckKind::Duplicate && own.size() == 2 && alert.level != u"info")
        return *std::max_element(own.begin(), own.end());
    return asksForReason(alert) && own.size() == 1 ? std::optional(own.first()) : std::nullopt;
}

std::optional<int> SignalList::proposedStop(const Alert &alert) const
{
    const auto removal = proposedRemoval(alert);
    if (!m_services.stopTreatment || !removal || alert.lines.size() != 2)
        return std::nullopt;
    const int taken =
        (alert.lines.first() == *removal ? alert.lines.last() : alert.lines.first()) - m_own;
    const TakenTreatment treatment = m_checked.taken.value(taken);
    const bool holds = treatment.entry.isStored() && !treatment.stoppedOn.isValid();
    return holds ? std::optional(taken) : std::nullopt;
}

std::optional<SignalList::Proposal> SignalList::proposalFor(const Alert &alert) const
{
    if (const auto stop = proposedStop(alert))
        return Proposal{-1, *stop};
    if (const auto removal = proposedRemoval(alert))
        return Proposal{*removal, -1};
    return std::nullopt;
}

const Alert *SignalList::firstProposal() const
{
    for (const Alert &alert : m_checked.report.alerts)
        if (proposalFor(alert))
            return &alert;
    return nullptr;
}

void SignalList::doProposal()
{
    if (const Alert *first = firstProposal())
        ask(*first, *proposalFor(*first));
}

void SignalList::ask(const Alert &alert, const Proposal &proposal)
{
    if (proposal.taken < 0) {
        Q_EMIT removalAsked(proposal.line);
        return;
    }
    const int own = proposedRemoval(alert).value_or(0);
    Q_EMIT stopAsked(proposal.taken,
                     tr("avec %1").arg(shortLabel(m_checked.lines.value(own).label)));
}

//! The key is that of the first one.
void SignalList::addProposal(uikit::MessageLine &line, const Alert &alert)
{
    const auto proposal = proposalFor(alert);
    if (!proposal && (alert.folded || !asksForReason(alert)))
        return;
    if (!proposal) {
        auto *act = line.addAct(tr("Aucun acte sûr"), {}, [] {});
        act->setEnabled(false);
        act->setToolTip(tr("Plus d’une ligne est en cause : choisir celle à changer."));
        return;
    }
    const QString key = firstProposal() == &alert ? u"F7"_qs : QString();
    const QString text = proposal->taken >= 0
                             ? tr("Arrêter %1").arg(briefLabel(m_checked, m_own + proposal->taken))
                             : tr("Retirer la ligne %1").arg(proposal->line + 1);
    // The list is built anew by what it asks for: not while the button is pressed.
    line.addAct(text, key, [this, alert, asked = *proposal] {
        QMetaObject::invokeMethod(
            this, [this, alert, asked] { ask(alert, asked); }, Qt::QueuedConnection);
    });
}

void SignalList::addAdvice(const Alert &alert)
{
    QStringList said = {alert.risk, factsWord(alert), missingWord(alert), alert.advice};
    for (const drugs::LevelBranch &branch : alert.branches)
        said << tr("%1 : %2").arg(drugs::code(branch.level), branch.when);
    if (!alert.decided && alert.missing.isEmpty())
        said << tr("Le niveau dépend de ce qui n’est pas connu ici.");
    said << (alert.source.name.isEmpty()
                 ? tr("Source : les noms tels qu’ils sont écrits, sans fiche de médicament")
                 : tr("Source : %1, %2").arg(alert.source.name, alert.source.version));
    said.removeAll(QString());
    auto *label = new uikit::Label(said.join(u'\n'), uikit::TextRole::Small, uikit::Token::Text2,
                                   false, m_lines);
    label->setWordWrap(true);
    label->setContentsMargins(uikit::scaled(48), uikit::scaled(2), uikit::scaled(12),
                              uikit::scaled(6));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lines->layout()->addWidget(label);
    label->show();
}

//! With the strengths: a reason is for what was seen then.
QString SignalList::wholeSubjectsOf(const Alert &alert) const
{
    QStringList names;
    for (const int line : alert.lines)
        names << nameOf(m_checked, m_own, line);
    return names.join(u" + "_qs);
}

//! « Clarithromycine + Colchicine (en cours) ».
QString SignalList::subjectsOf(const Alert &alert) const
{
    QStringList names;
    for (const int line : alert.lines)
        names << briefNameOf(m_checked, m_own, line);
    return names.join(u" + "_qs);
}

} // namespace ambroise::prescription::ui
