// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/reasonform.h>

#include <ambroise/core/partialdate.h>
#include <ambroise/core/text.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>

#include <algorithm>
#include <array>
#include <optional>

namespace ambroise::uikit {
namespace {

constexpr int rowHeight = 26;
constexpr int longestWords = 200;

// The digits of a French keyboard, without Shift.
constexpr std::array unshifted = {Qt::Key_Ampersand,  Qt::Key_Eacute,     Qt::Key_QuoteDbl,
                                  Qt::Key_Apostrophe, Qt::Key_ParenLeft,  Qt::Key_Minus,
                                  Qt::Key_Egrave,     Qt::Key_Underscore, Qt::Key_Ccedilla};

//! From 0; nothing where it is no digit from 1 to 9.
std::optional<int> digitOf(int key)
{
    if (key >= Qt::Key_1 && key <= Qt::Key_9)
        return key - Qt::Key_1;
    const auto *const found = std::find(unshifted.begin(), unshifted.end(), key);
    return found == unshifted.end() ? std::nullopt : std::optional(int(found - unshifted.begin()));
}

} // namespace

ReasonForm::ReasonForm(const QString &keep, const QString &dayLabel, const QStringList &reasons,
                       QWidget *parent)
    : SideForm({}, keep, Keeps::OnEnter, parent)
    , m_what(new Label({}, TextRole::Body, Token::Text, true))
    , m_note(new Label({}, TextRole::Body, Token::Text2))
    , m_model(new QStandardItemModel(this))
    , m_reasons(new QListView)
    , m_words(new QLineEdit)
    , m_day(new QLineEdit)
{
    for (Label *told : {m_what, m_note}) {
        told->setWordWrap(true);
        told->setTextFormat(Qt::PlainText);
        addField(told);
    }
    m_note->hide();
    for (const QString &reason : reasons) {
        Row row;
        row.title = QStringLiteral("%1   %2").arg(m_model->rowCount() + 1).arg(reason);
        row.strong = false;
        auto *item = new QStandardItem(sentence(row));
        item->setData(QVariant::fromValue(row), RowRole);
        item->setData(sentence(row), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_reasons->setModel(m_model);
    m_reasons->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *delegate = new DenseDelegate(rowHeight, m_reasons);
    delegate->setInset(4);
    m_reasons->setItemDelegate(delegate);
    prepareList(*m_reasons, QPalette::AlternateBase);
    m_reasons->setFixedHeight(scaled(rowHeight) * int(reasons.size()) + 2);
    m_reasons->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reasons->installEventFilter(this);
    m_words->setMaxLength(longestWords);
    auto *form = new FormGrid(1);
    form->add(tr("Motif"), m_reasons);
    form->add(tr("Précision"), m_words);
    form->add(dayLabel, m_day);
    addField(form);
    setFocusProxy(m_reasons);
}

void ReasonForm::ask(const QString &title, const QString &what, QDate today)
{
    m_today = today;
    setTitle(title);
    problem()->hide();
    m_what->setText(what);
    setNote({});
    m_reasons->setCurrentIndex({});
    m_reasons->clearSelection();
    m_words->clear();
    m_day->setText(text::frenchDate(today));
    m_reasons->setFocus(Qt::OtherFocusReason);
}

void ReasonForm::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void ReasonForm::choose(int reason)
{
    m_reasons->setCurrentIndex(m_model->index(reason, 0));
}

int ReasonForm::reason() const
{
    const QModelIndex index = m_reasons->currentIndex();
    return m_reasons->selectionModel()->isSelected(index) ? index.row() : -1;
}

QString ReasonForm::words() const
{
    return m_words->text().simplified();
}

Result<QDate> ReasonForm::day() const
{
    AMBROISE_TRY(const PartialDate date, PartialDate::parse(m_day->text(), m_today));
    const auto whole = date.whole();
    if (!whole)
        return Error{ErrorCode::Invalid, u"date.shape"_qs, {}};
    return *whole;
}

bool ReasonForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_reasons && event->type() == QEvent::KeyPress) {
        const auto digit = digitOf(static_cast<QKeyEvent *>(event)->key());
        if (digit && *digit < m_model->rowCount()) {
            choose(*digit);
            return true;
        }
    }
    return SideForm::eventFilter(watched, event);
}

} // namespace ambroise::uikit
