// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparepane.h"

#include <ambroise/core/text.h>
#include <ambroise/documents/ui/documentview.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/comparisonview.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/pickline.h>
#include <ambroise/uikit/segmented.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::documents::ui {
namespace {

QString named(const DocumentRow &row)
{
    return text::frenchDate(row.day) + u"  "_qs + row.title;
}

} // namespace

ComparePane::ComparePane(QWidget *parent)
    : QWidget(parent)
    , m_title(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text, true, this))
    , m_other(new uikit::PickLine([this](const QString &typed) { return find(typed); },
                                  tr("Documents du dossier"), this))
    , m_how(new uikit::Segmented(tr("Ce qui est comparé"), {tr("Texte"), tr("Pages")},
                                 uikit::Segmented::Density::Regular, this))
    , m_note(new uikit::MessageLine(uikit::Meaning::Info, this))
    , m_body(new QWidget(this))
    , m_kinds(new QStackedLayout(m_body))
    , m_words(new uikit::ComparisonView)
    , m_pages(new QWidget)
    , m_beforeTitle(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, true))
    , m_afterTitle(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2, true))
    , m_before(new DocumentView)
    , m_after(new DocumentView)
{
    build();
    connect(m_other, &uikit::PickLine::taken, this, &ComparePane::take);
    connect(m_how, &uikit::Segmented::currentChanged, this,
            [this](int how) { showPages(how == 1); });
}

void ComparePane::build()
{
    m_title->setElided(true);
    m_beforeTitle->setElided(true);
    m_afterTitle->setElided(true);
    m_other->line()->setPlaceholderText(tr("Autre document du dossier"));
    m_other->line()->setAccessibleName(tr("Autre document du dossier"));
    m_note->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(uikit::scaled(16), uikit::scaled(8), uikit::scaled(16),
                             uikit::scaled(8));
    head->setSpacing(uikit::scaled(12));
    auto *leave = new uikit::Button(tr("Fermer"), u"Échap"_qs, this);
    leave->setLook(uikit::Button::Look::Act);
    connect(leave, &QPushButton::clicked, this, &ComparePane::left);
    auto *with = new uikit::Label(tr("à"), uikit::TextRole::Body, uikit::Token::Text2);
    m_title->setFixedHeight(uikit::scaled(28));
    with->setFixedHeight(uikit::scaled(28));
    head->addWidget(m_title, 2, Qt::AlignTop);
    head->addWidget(with, 0, Qt::AlignTop);
    head->addWidget(m_other, 3, Qt::AlignTop);
    head->addWidget(m_how, 0, Qt::AlignTop);
    head->addWidget(leave, 0, Qt::AlignTop);
    auto *sides = new QHBoxLayout(m_pages);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(uikit::scaled(1));
    for (const auto &[title, view] :
         {std::pair(m_beforeTitle, m_before), std::pair(m_afterTitle, m_after)}) {
        auto *side = new QVBoxLayout;
        side->setSpacing(0);
        title->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), 0);
        side->addWidget(title);
        side->addWidget(view, 1);
        sides->addLayout(side, 1);
    }
    m_kinds->addWidget(m_words);
    m_kinds->addWidget(m_pages);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_note);
    layout->addWidget(m_body, 1);
}

void ComparePane::begin(const DocumentRow &chosen, const QList<DocumentRow> &rows)
{
    m_chosen = chosen;
    m_rows = rows;
    m_title->setText(tr("Comparer « %1 »").arg(named(chosen)));
    m_other->setText({});
    m_other->line()->setFocus(Qt::ShortcutFocusReason);
    m_other->open();
}

QStringList ComparePane::find(const QString &typed)
{
    const QStringList wanted = text::foldedWords(typed);
    m_found.clear();
    for (const DocumentRow &row : std::as_const(m_rows)) {
        const QString said = text::folded(named(row) + u' ' + row.kind);
        if (row.id != m_chosen.id &&
            std::all_of(wanted.begin(), wanted.end(),
                        [&](const QString &word) { return said.contains(word); }))
            m_found << row;
    }
    std::stable_partition(m_found.begin(), m_found.end(),
                          [this](const DocumentRow &row) { return row.kind == m_chosen.kind; });
    QStringList names;
    for (const DocumentRow &row : std::as_const(m_found))
        names << named(row) + u" · "_qs + row.kind;
    return names;
}

void ComparePane::take(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    const DocumentRow other = m_found.at(row);
    m_other->setText(named(other));
    m_other->line()->setCursorPosition(0);
    const auto place = [this](const DocumentRow &one) {
        return std::find_if(m_rows.begin(), m_rows.end(),
                            [&](const DocumentRow &known) { return known.id == one.id; });
    };
    if (place(other) < place(m_chosen)) // the newest stand first
        Q_EMIT picked(m_chosen, other);
    else
        Q_EMIT picked(other, m_chosen);
}

void ComparePane::show(const Pair &pair)
{
    m_beforeTitle->setText(tr("Avant : %1").arg(named(pair.beforeRow)));
    m_afterTitle->setText(tr("Après : %1").arg(named(pair.afterRow)));
    m_before->open(*pair.before);
    m_after->open(*pair.after);
    m_words->compare(pair.beforeWords, pair.afterWords);
    QStringList unread;
    if (pair.beforeWords.trimmed().isEmpty())
        unread << pair.beforeRow.title;
    if (pair.afterWords.trimmed().isEmpty())
        unread << pair.afterRow.title;
    const bool unreadYet = (pair.beforeWords.isEmpty() && !pair.beforeRow.hasText) ||
                           (pair.afterWords.isEmpty() && !pair.afterRow.hasText);
    m_note->setVisible(!unread.isEmpty());
    m_note->setText(unreadYet ? tr("Texte pas encore lu : %1.").arg(unread.join(u" ; "_qs))
                              : tr("Aucun texte n’a été lu : %1.").arg(unread.join(u" ; "_qs)),
                    tr("Les pages sont côte à côte."));
    m_how->setCurrent(unread.isEmpty() ? 0 : 1);
    showPages(!unread.isEmpty());
}

void ComparePane::clear()
{
    m_words->clear();
    m_before->clear();
    m_after->clear();
    m_note->hide();
}

void ComparePane::turn()
{
    m_before->turn();
    m_after->turn();
}

void ComparePane::showPages(bool pages)
{
    m_kinds->setCurrentIndex(pages ? 1 : 0);
    (pages ? static_cast<QWidget *>(m_before) : m_words)->setFocus(Qt::OtherFocusReason);
}

void ComparePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::documents::ui
