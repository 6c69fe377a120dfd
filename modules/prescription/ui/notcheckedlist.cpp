// SPDX-License-Identifier: GPL-3.0-or-later
#include "notcheckedlist.h"

#include "checkwords.h"

#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QMap>
#include <QVBoxLayout>

namespace ambroise::prescription::ui {
namespace {

//! Of a file that is not there: alike for every line.
bool isNotImported(const NotChecked &one)
{
    return one.why == u"no_source" || one.why == u"no_conditions" || one.why == u"no_availability";
}

//! What holds for every line is said once.
bool isOfAll(const NotChecked &one)
{
    return one.why == u"not_made" || one.why == u"class" || isNotImported(one);
}

QStringList kindsNotMade(const CheckReport &report)
{
    QStringList kinds;
    for (const NotChecked &one : report.notChecked) {
        const QString kind =
            one.why == u"class" ? NotCheckedList::tr("doublons de classe") : kindWord(one.what);
        if (isOfAll(one) && !isNotImported(one) && !kinds.contains(kind))
            kinds << kind;
    }
    return kinds;
}

//! « thésaurus non importé, ruptures et tensions non importées »
QString notImported(const CheckReport &report)
{
    QStringList reasons;
    for (const NotChecked &one : report.notChecked)
        if (isNotImported(one) && !reasons.contains(reasonWord(one)))
            reasons << reasonWord(one);
    return reasons.join(u", "_qs);
}

//! Of each line, in their order.
QMap<int, QStringList> reasonsByLine(const CheckReport &report)
{
    QMap<int, QStringList> reasons;
    for (const NotChecked &one : report.notChecked)
        if (const QString why = isOfAll(one) ? QString() : reasonWord(one);
            !why.isEmpty() && !reasons.value(one.line).contains(why))
            reasons[one.line] << why;
    return reasons;
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

void NotCheckedList::show(const Checked &checked, int own)
{
    qDeleteAll(m_lines->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    setVisible(!checked.report.notChecked.isEmpty() || !checked.report.sources.isEmpty());
    if (const QStringList kinds = kindsNotMade(checked.report); !kinds.isEmpty()) {
        QString all = kinds.join(u", "_qs);
        all[0] = all.at(0).toUpper();
        add(all, tr("pas encore contrôlé par ce logiciel"));
    }
    if (const QString missing = notImported(checked.report); !missing.isEmpty())
        add(tr("Toutes les lignes"), missing);
    const QMap<int, QStringList> reasons = reasonsByLine(checked.report);
    for (auto one = reasons.begin(); one != reasons.end(); ++one)
        add(one.key() < 0 ? QString() : nameOf(checked, own, one.key()),
            one.value().join(one.key() < 0 ? u"\n"_qs : u", "_qs)); // of no line: sentences
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
        // In a narrow column a colon would begin a line.
        auto *label =
            new uikit::Label(QString(text).replace(u" :"_qs, u"\u00A0:"_qs), uikit::TextRole::Small,
                             strong ? uikit::Token::Text : uikit::Token::Text2, strong, m_lines);
        label->setWordWrap(true);
        m_lines->layout()->addWidget(label);
        label->show();
    }
}

} // namespace ambroise::prescription::ui
