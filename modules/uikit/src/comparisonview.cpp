// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/comparisonview.h>

#include "comparedtext.h"

#include <ambroise/core/result.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/flow.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QAction>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ambroise::uikit {

ComparisonView::ComparisonView(QWidget *parent)
    : QWidget(parent)
    , m_text(new ComparedText(this))
    , m_state(new Label({}, TextRole::Small, Token::Text2, false, this))
{
    m_text->setAccessibleName(tr("Comparaison"));
    m_state->setElided(true);
    setFocusProxy(m_text);
    connect(m_text, &ComparedText::dressed, this, [this] {
        show();
        step(0);
    });
    auto *keys = new ActionMap(this);
    const QString group = tr("Comparaison");
    m_next = keys->key({u"compare.next"_qs, tr("Suivante"), group}, Qt::ALT | Qt::Key_Down,
                       [this] { step(1); });
    m_former = keys->key({u"compare.former"_qs, tr("Précédente"), group}, Qt::ALT | Qt::Key_Up,
                         [this] { step(-1); });
    m_all = keys->key({u"compare.whole"_qs, tr("Tout le texte"), group}, Qt::Key_F6,
                      [this] { setWhole(!m_whole); });
    m_all->setCheckable(true);
    auto *acts = new QWidget;
    auto *flow = new FlowLayout(scaled(4), acts);
    for (QAction *act : {m_next, m_former, m_all})
        flow->addWidget(new Button(act, Button::Look::Act, acts));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(scaled(12), scaled(6), scaled(12), scaled(4));
    foot->setSpacing(scaled(4));
    foot->addWidget(m_state);
    foot->addWidget(acts);
    layout->addLayout(foot);
    tell();
}

void ComparisonView::compare(const QString &before, const QString &after)
{
    clear();
    m_state->setText(tr("Comparaison…"));
    const int asked = ++m_asked;
    const auto work = [before, after]() -> Result<text::Comparison> {
        return text::Comparison::of(before, after);
    };
    whenDone(this, QtConcurrent::run(work), [this, asked](const Result<text::Comparison> &found) {
        if (asked != m_asked || !found.ok())
            return;
        m_comparison = *found;
        show();
        step(1);
        Q_EMIT compared();
    });
}

void ComparisonView::clear()
{
    ++m_asked;
    m_comparison.reset();
    m_current = -1;
    m_text->clear();
    tell();
}

void ComparisonView::setWhole(bool whole)
{
    m_whole = whole;
    show();
    step(0);
}

void ComparisonView::show()
{
    if (m_comparison)
        m_text->write(*m_comparison, m_whole || m_comparison->isSame());
}

void ComparisonView::step(int by)
{
    if (changes() == 0) {
        tell();
        return;
    }
    m_current = std::clamp(m_current + by, 0, changes() - 1);
    m_text->choose(m_comparison->changes().at(m_current));
    tell();
}

int ComparisonView::changes() const
{
    return m_comparison ? int(m_comparison->changes().size()) : 0;
}

QString ComparisonView::shown() const
{
    return m_text->toPlainText();
}

QString ComparisonView::told() const
{
    return m_state->text();
}

void ComparisonView::tell()
{
    m_next->setEnabled(m_current + 1 < changes());
    m_former->setEnabled(m_current > 0);
    m_all->setEnabled(changes() > 0);
    m_all->setChecked(m_whole);
    if (!m_comparison) {
        m_state->clear();
        return;
    }
    if (m_comparison->isSame()) {
        m_state->setText(m_comparison->lines().isEmpty()
                             ? tr("Aucun texte des deux côtés.")
                             : tr("Les deux textes disent la même chose."));
        return;
    }
    const text::Comparison::Change &change = m_comparison->changes().at(std::max(m_current, 0));
    const QString place = tr("%1 sur %2").arg(m_current + 1).arg(changes());
    const QString said = change.added.isEmpty() ? tr("retiré « %1 »").arg(change.removed)
                         : change.removed.isEmpty()
                             ? tr("ajouté « %1 »").arg(change.added)
                             : tr("« %1 » devient « %2 »").arg(change.removed, change.added);
    m_state->setText(tr("Modification %1 : %2").arg(place, said));
}

} // namespace ambroise::uikit
