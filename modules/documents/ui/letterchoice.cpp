// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterchoice.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listkeys.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::documents::ui {
namespace {

constexpr int indexRole = Qt::UserRole + 1; //!< in the list of what is shown

QStandardItem *itemOf(const uikit::Row &row, int index)
{
    auto *item = new QStandardItem;
    item->setData(QVariant::fromValue(row), uikit::RowRole);
    item->setData(uikit::sentence(row), Qt::AccessibleTextRole);
    item->setData(uikit::sentence(row), Qt::DisplayRole);
    item->setData(index, indexRole);
    item->setEditable(false);
    if (row.section)
        item->setFlags(Qt::NoItemFlags);
    return item;
}

bool answers(const KeptTemplate &one, const QStringList &words)
{
    const QString text = u' ' + text::folded(one.text.name() + u' ' + one.text.subject());
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(u' ' + word); });
}

} // namespace

LetterChoice::LetterChoice(QWidget *parent)
    : QWidget(parent)
    , m_search(new uikit::SearchField(tr("Chercher un modèle"), u"F4"_qs))
    , m_list(new QListView)
    , m_rows(new QStandardItemModel(this))
    , m_signedTitle(new uikit::SectionTitle(tr("Signés")))
    , m_signedList(new QListView)
    , m_signedRows(new QStandardItemModel(this))
{
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new uikit::DenseDelegate(26, m_list));
    m_list->setAccessibleName(tr("Modèles de courrier"));
    m_signedList->setModel(m_signedRows);
    m_signedList->setItemDelegate(new uikit::TwoLineDelegate(42, m_signedList));
    m_signedList->setAccessibleName(tr("Courriers signés"));
    for (QListView *list : {m_list, m_signedList})
        uikit::prepareList(*list, QPalette::AlternateBase);
    (new uikit::ListKeys(
         *m_list, [this] { choose(); }, this))
        ->listenTo(*m_search);
    connect(m_search, &QLineEdit::textChanged, this, &LetterChoice::filter);
    connect(m_list, &QListView::clicked, this, &LetterChoice::choose);
    connect(m_signedList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    Q_EMIT signedChosen(m_signed.at(index.data(indexRole).toInt()));
            });
    auto *line = new QHBoxLayout;
    line->setContentsMargins(uikit::scaled(12), 0, uikit::scaled(12), 0);
    line->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, uikit::scaled(8), 0, 0);
    layout->setSpacing(uikit::scaled(6));
    layout->addLayout(line);
    layout->addWidget(m_list, 2);
    layout->addWidget(m_signedTitle);
    layout->addWidget(m_signedList, 1);
}

//! The same once more leaves the choice where it is.
void LetterChoice::setTemplates(const QList<KeptTemplate> &templates)
{
    if (templates == m_templates)
        return;
    m_templates = templates;
    filter();
}

void LetterChoice::filter()
{
    const QStringList words = text::foldedWords(m_search->text());
    m_rows->clear();
    const auto add = [&](LetterKind kind, const QString &title) {
        QList<QStandardItem *> found;
        for (int i = 0; i < m_templates.size(); ++i)
            if (m_templates.at(i).text.kind() == kind && answers(m_templates.at(i), words)) {
                uikit::Row row;
                row.title = m_templates.at(i).text.name();
                row.strong = false;
                found << itemOf(row, i);
            }
        if (found.isEmpty())
            return;
        uikit::Row head;
        head.title = title;
        head.right = QString::number(found.size());
        head.section = true;
        m_rows->appendRow(itemOf(head, -1));
        for (QStandardItem *item : found)
            m_rows->appendRow(item);
    };
    add(LetterKind::Letter, tr("Courriers"));
    add(LetterKind::Certificate, tr("Certificats"));
    add(LetterKind::Form, tr("Formulaires"));
    if (!words.isEmpty() && m_rows->rowCount() > 1)
        m_list->setCurrentIndex(m_rows->index(1, 0));
}

void LetterChoice::setSigned(const QList<SignedLetter> &letters)
{
    const auto same = [](const SignedLetter &a, const SignedLetter &b) {
        return a.document == b.document;
    };
    const bool known =
        m_signedRows->rowCount() == letters.size() &&
        std::equal(m_signed.begin(), m_signed.end(), letters.begin(), letters.end(), same);
    m_signedTitle->setVisible(!letters.isEmpty());
    m_signedTitle->setRemark(QString::number(letters.size()));
    m_signedList->setVisible(!letters.isEmpty());
    if (known)
        return;
    m_signed = letters;
    m_signedRows->clear();
    for (int i = 0; i < letters.size(); ++i) {
        const SignedLetter &one = letters.at(i);
        uikit::Row row;
        row.title = one.content.subject.simplified();
        row.right = one.signedAt.toLocalTime().toString(u"dd/MM/yy"_qs);
        row.secondary =
            one.content.recipient.isEmpty() ? one.authorName : one.content.recipient.name;
        m_signedRows->appendRow(itemOf(row, i));
    }
}

void LetterChoice::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

const KeptTemplate *LetterChoice::templateAt(const QModelIndex &index) const
{
    const int at = index.isValid() ? index.data(indexRole).toInt() : -1;
    return at < 0 ? nullptr : &m_templates.at(at);
}

void LetterChoice::focusTemplate(const QString &key, LetterKind kind)
{
    m_search->clear();
    QModelIndex wanted;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const QModelIndex index = m_rows->index(row, 0);
        const KeptTemplate *one = templateAt(index);
        if (!one)
            continue;
        if (one->key == key) {
            wanted = index;
            break;
        }
        if (one->text.kind() == kind && !wanted.isValid())
            wanted = index;
    }
    m_list->setCurrentIndex(wanted);
    m_list->scrollTo(wanted, QAbstractItemView::PositionAtCenter);
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void LetterChoice::forgetSigned()
{
    m_signedList->setCurrentIndex({});
}

void LetterChoice::choose()
{
    const KeptTemplate *one = templateAt(m_list->currentIndex());
    if (!one)
        return;
    const KeptTemplate chosen = *one;
    m_search->clear();
    Q_EMIT templateChosen(chosen);
}

void LetterChoice::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (enter && !event->modifiers().testFlag(Qt::ControlModifier) && m_list->hasFocus())
        choose();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ambroise::documents::ui
