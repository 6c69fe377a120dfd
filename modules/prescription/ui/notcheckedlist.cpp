// SPDX-License-Identifier: GPL-3.0-or-later
#include "notcheckedlist.h"

#include "checkwords.h"

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QSet>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {
namespace {

//! Kinds that no line was checked for, for one and the same reason.
QStringList kindsNotMade(const CheckReport &report)
{
    QStringList kinds;
    for (const CheckKind kind : allCheckKinds())
        for (const NotChecked &one : report.notChecked)
            if (one.what == kind && one.why == u"not_made") {
                kinds << kindWord(kind);
                break;
            }
    return kinds;
}

} // namespace

NotCheckedList::NotCheckedList(QWidget *parent)
    : QWidget(parent)
    , m_title(new uikit::Label(tr("Non contrôlé"), uikit::TextRole::Small, uikit::Token::Text2,
                               true, this))
    , m_lines(new QWidget(this))
{
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(uikit::scaled(2));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, uikit::scaled(8), 0, 0);
    layout->setSpacing(uikit::scaled(4));
    layout->addWidget(m_title);
    layout->addWidget(m_lines);
    hide();
}

void NotCheckedList::show(const Checked &checked)
{
    qDeleteAll(m_lines->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    setVisible(!checked.report.notChecked.isEmpty() || !checked.report.sources.isEmpty());
    if (const QStringList kinds = kindsNotMade(checked.report); !kinds.isEmpty()) {
        QString all = kinds.join(u", "_qs);
        all[0] = all.at(0).toUpper();
        add(all, tr("pas encore contrôlé par ce logiciel"));
    }
    QSet<QString> said;
    for (const NotChecked &one : checked.report.notChecked) {
        const QString why = reasonWord(one);
        if (one.why == u"not_made" || why.isEmpty())
            continue;
        const QString what =
            one.line < 0 ? kindWord(one.what) : shortLabel(checked.labels.value(one.line));
        if (!said.contains(what + why))
            add(what, why);
        said.insert(what + why);
    }
    QStringList sources;
    for (const KnowledgeSource &source : checked.report.sources)
        sources << source.name + u' ' + source.version;
    if (!sources.isEmpty())
        add({}, tr("Contrôlé avec : %1.").arg(sources.join(u", "_qs)));
}

void NotCheckedList::add(const QString &what, const QString &why)
{
    for (const auto &[text, strong] : {std::pair(what, true), std::pair(why, false)}) {
        if (text.isEmpty())
            continue;
        auto *label =
            new uikit::Label(text, uikit::TextRole::Small,
                             strong ? uikit::Token::Text : uikit::Token::Text2, strong, m_lines);
        label->setWordWrap(true);
        m_lines->layout()->addWidget(label);
        label->show();
    }
}

} // namespace ambroise::prescription::ui
