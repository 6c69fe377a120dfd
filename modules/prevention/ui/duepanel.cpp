// SPDX-License-Identifier: GPL-3.0-or-later
#include "duepanel.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>

#include <QGridLayout>

namespace ambroise::prevention::ui {
namespace {

constexpr int actsInARow = 2;

void say(uikit::Label &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

DuePanel::DuePanel(const QList<QAction *> &acts, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_acts(new QWidget(this))
{
    m_layout->setContentsMargins(uikit::scaled(12), uikit::scaled(12), uikit::scaled(12),
                                 uikit::scaled(12));
    m_layout->setSpacing(uikit::scaled(8));
    m_title = add(int(uikit::TextRole::Document), true);
    m_state = add(int(uikit::TextRole::Body), true);
    m_because = add(int(uikit::TextRole::Body), false);
    m_past = add(int(uikit::TextRole::Body), false);
    m_note = add(int(uikit::TextRole::Body), false);
    m_source = add(int(uikit::TextRole::Small), false);
    m_source->setInk(uikit::Token::Text2);
    m_verify = add(int(uikit::TextRole::Small), false);
    m_verify->setInk(uikit::Meaning::Caution);
    auto *grid = new QGridLayout(m_acts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(uikit::scaled(6));
    for (int i = 0; i < acts.size(); ++i) {
        auto *button = new uikit::Button(acts.at(i), uikit::Button::Look::Plain, m_acts);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(button, i / actsInARow, i % actsInARow);
    }
    m_layout->addStretch();
    m_layout->addWidget(m_acts);
    showNothing();
}

uikit::Label *DuePanel::add(int role, bool strong)
{
    auto *label = new uikit::Label({}, uikit::TextRole(role), uikit::Token::Text, strong, this);
    label->setWordWrap(true);
    m_layout->addWidget(label);
    return label;
}

void DuePanel::showNothing()
{
    for (uikit::Label *label : {m_title, m_state, m_because, m_past, m_note, m_source, m_verify})
        say(*label, {});
}

void DuePanel::show(const DueLine &line, const RuleBook &book, QDate today)
{
    const DueItem &item = line.first();
    const Rule &rule = *book.rule(item.rule);
    say(*m_title, line.label);
    QStringList state{line.detail, stateText(item, rule, today)};
    state.removeAll(QString());
    say(*m_state, state.join(u" · "_qs));
    QStringList because;
    if (line.items.size() > 1)
        for (const DueItem &one : line.items)
            because << book.rule(one.rule)->label;
    if (const QString facts = becauseText(item); !facts.isEmpty())
        because << facts;
    if (!item.reason.isEmpty())
        because << item.reason;
    say(*m_because, because.join(u'\n'));
    QStringList past;
    if (item.last && item.state != DueState::Done)
        past << tr("Dernier : %1.").arg(dateText(item.last));
    if (item.undated)
        past << tr("Une date inconnue ne compte pas pour le délai.");
    if (item.notCounted > 0)
        past << tr("%n dose(s) trop tôt, non comptée(s).", nullptr, item.notCounted);
    if (item.closes.isValid() && isDue(item))
        past << tr("Jusqu’au %1.").arg(text::frenchDate(item.closes.addDays(-1)));
    say(*m_past, past.join(u'\n'));
    say(*m_note, rule.note);
    say(*m_source,
        tr("Source : %1 (%2) : %3.")
            .arg(rule.source.document, text::frenchDate(rule.source.date), rule.source.where));
    say(*m_verify, rule.source.toVerify.isEmpty()
                       ? QString()
                       : tr("À vérifier : %1.").arg(rule.source.toVerify));
}

QString DuePanel::text() const
{
    QStringList all;
    for (const uikit::Label *label :
         {m_title, m_state, m_because, m_past, m_note, m_source, m_verify})
        all << label->text();
    all.removeAll(QString());
    return all.join(u'\n');
}

} // namespace ambroise::prevention::ui
