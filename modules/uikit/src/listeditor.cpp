// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/listeditor.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>
#include <QListView>
#include <QStandardItemModel>

namespace ambroise::uikit {
namespace {

constexpr int rowHeight = 26;

} // namespace

ListEditor::ListEditor(const QString &title, const QString &how, const QString &fresh,
                       int listWidth, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListView(this))
    , m_rows(new QStandardItemModel(this))
    , m_right(new QVBoxLayout)
    , m_acts(new QHBoxLayout)
    , m_told(new MessageLine(Meaning::Done, this))
{
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new DenseDelegate(rowHeight, m_list));
    prepareList(*m_list);
    m_list->setAccessibleName(title);
    m_list->setFixedWidth(scaled(listWidth));
    m_told->hide();
    auto *explained = new Label(how, TextRole::Small, Token::Text2, false, this);
    explained->setWordWrap(true);
    auto *begin = new Button(fresh, {}, this);
    begin->setHidden(fresh.isEmpty());
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addWidget(begin);
    m_acts->addStretch();
    m_right->addLayout(m_acts);
    m_right->addStretch(); // where the form does not take what is left
    auto *columns = new QHBoxLayout;
    columns->setSpacing(scaled(16));
    columns->addLayout(left);
    columns->addLayout(m_right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16));
    layout->setSpacing(scaled(10));
    layout->addWidget(new Label(title, TextRole::Page, Token::Text, true, this));
    layout->addWidget(explained);
    layout->addWidget(m_told);
    layout->addLayout(columns, 1);
    connect(begin, &QPushButton::clicked, this, &ListEditor::freshRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    Q_EMIT chosen(index.row());
            });
}

void ListEditor::addForm(QWidget *form, int stretch)
{
    m_right->insertWidget(m_right->count() - 2, form, stretch); // before the acts
}

void ListEditor::addAct(Button *act)
{
    m_acts->insertWidget(m_acts->count() - 1, act);
}

void ListEditor::showRows(const QList<Row> &rows, int chosen)
{
    m_rows->clear();
    for (const Row &row : rows) {
        auto *item = new QStandardItem;
        item->setData(QVariant::fromValue(row), RowRole);
        item->setData(sentence(row), Qt::AccessibleTextRole);
        item->setEditable(false);
        m_rows->appendRow(item);
    }
    if (chosen < 0)
        Q_EMIT freshRequested();
    else
        m_list->setCurrentIndex(m_rows->index(chosen, 0));
}

void ListEditor::chooseNone()
{
    m_list->setCurrentIndex({});
}

void ListEditor::say(const QString &what, const QString &undoWord, std::function<void()> undo)
{
    m_told->say(Meaning::Done, what);
    if (undo)
        m_told->addAct(undoWord, {}, std::move(undo));
}

void ListEditor::tell(const QString &problem)
{
    m_told->say(Meaning::Stop, problem);
}

void ListEditor::tellAt(FormField *field, const QString &problem)
{
    silence();
    if (!field) {
        tell(problem);
        return;
    }
    field->setError(problem);
    field->field()->setFocus(Qt::OtherFocusReason);
}

void ListEditor::silence()
{
    m_told->hide();
}

} // namespace ambroise::uikit
