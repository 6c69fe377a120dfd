// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/delegationspage.h>
#include <ambroise/access/ui/notice.h>
#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QAbstractListModel>
#include <QComboBox>
#include <QDateEdit>
#include <QListView>
#include <QShortcut>
#include <QVBoxLayout>

namespace ambroise::access::ui {

//! What was delegated, as rows.
class DelegationModel final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<DelegationsPage::Entry> &entries, QDate today)
    {
        beginResetModel();
        m_entries = entries;
        m_today = today;
        endResetModel();
    }
    [[nodiscard]] const Delegation *at(const QModelIndex &index) const
    {
        return index.isValid() ? &m_entries.at(index.row()).delegation : nullptr;
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_entries.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const DelegationsPage::Entry &entry = m_entries.at(index.row());
        const Delegation &given = entry.delegation;
        uikit::Row row;
        row.title = entry.delegateName;
        row.secondary = DelegationsPage::tr("pour %1, du %2 au %3")
                            .arg(entry.mandatorName, text::frenchDate(given.startsOn),
                                 text::frenchDate(given.endsOn));
        row.strong = given.holdsOn(m_today);
        if (given.endedAt.isValid())
            row.right = DelegationsPage::tr("terminée le %1")
                            .arg(text::frenchDate(given.endedAt.toLocalTime().date()));
        else if (!given.holdsOn(m_today))
            row.right = DelegationsPage::tr("passée");
        else
            row.chip = uikit::RowChip{uikit::Meaning::Done, DelegationsPage::tr("En cours"), {}};
        return uikit::rowData(row, role);
    }

private:
    QList<DelegationsPage::Entry> m_entries;
    QDate m_today;
};

namespace {
constexpr int widest = 640;
constexpr int usualMonths = 6;
constexpr int rowHeight = 46;
} // namespace

DelegationsPage::DelegationsPage(Calls calls, bool mayGive, QWidget *parent)
    : QWidget(parent)
    , m_calls(std::move(calls))
    , m_model(new DelegationModel(this))
    , m_list(new QListView(this))
    , m_none(new uikit::EmptyState(tr("Personne ne contrôle les identités par délégation."), this))
    , m_who(new QComboBox(this))
    , m_until(new QDateEdit(this))
    , m_give(new uikit::PrimaryButton(tr("Déléguer"), u"Ctrl ↵"_qs, this))
    , m_notice(new Notice(this))
{
    build(mayGive);
    connect(m_give, &QPushButton::clicked, this, &DelegationsPage::give);
    if (mayGive)
        connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this,
                &DelegationsPage::give);
    auto *end =
        new QShortcut(QKeySequence(Qt::Key_Delete), m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(end, &QShortcut::activated, this, &DelegationsPage::endSelected);
    refresh();
}

void DelegationsPage::build(bool mayGive)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(uikit::scaled(24), uikit::scaled(20), uikit::scaled(24),
                               uikit::scaled(20));
    column->setSpacing(uikit::scaled(12));
    column->addWidget(
        new uikit::Label(tr("Délégations"), uikit::TextRole::Page, uikit::Token::Text, true, this));
    auto *what = new uikit::Label(
        tr("Interroger INSi et contrôler les pièces d’identité, au nom d’un médecin."),
        uikit::TextRole::Body, uikit::Token::Text2, false, this);
    column->addWidget(what);
    m_who->setAccessibleName(tr("Personne"));
    m_who->setPlaceholderText(tr("Choisir"));
    m_until->setAccessibleName(tr("Jusqu’au"));
    m_until->setDisplayFormat(u"dd/MM/yyyy"_qs);
    m_until->setCalendarPopup(true);
    m_until->setDate(m_calls.today().addMonths(usualMonths));
    m_until->setDateRange(m_calls.today(), m_calls.today().addYears(1));
    auto *form = new uikit::FormGrid(2, this);
    form->add(tr("Personne"), m_who);
    form->add(tr("Jusqu’au"), m_until);
    form->setMaximumWidth(uikit::scaled(widest));
    form->setVisible(mayGive);
    m_give->setVisible(mayGive);
    column->addWidget(form);
    column->addWidget(m_give, 0, Qt::AlignLeft);
    m_notice->setMaximumWidth(uikit::scaled(widest));
    m_notice->setObjectName(u"delegationsNotice"_qs);
    column->addWidget(m_notice);
    column->addWidget(m_none);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new uikit::TwoLineDelegate(rowHeight, m_list));
    m_list->setAccessibleName(tr("Délégations"));
    m_list->setMaximumWidth(uikit::scaled(widest));
    uikit::prepareList(*m_list);
    column->addWidget(m_list, 1);
    column->addWidget(new uikit::Label(tr("Suppr met fin à la délégation choisie."),
                                       uikit::TextRole::Small, uikit::Token::Text2, false, this));
    setFocusProxy(mayGive ? static_cast<QWidget *>(m_who) : m_list);
}

void DelegationsPage::refresh()
{
    const auto people = m_calls.delegates();
    const auto entries = m_calls.entries();
    if (!people.ok() || !entries.ok()) {
        tell(people.ok() ? entries.error() : people.error());
        return;
    }
    if (m_people.size() != people->size()) {
        m_people = *people;
        m_who->clear();
        for (const Account &account : m_people)
            m_who->addItem(account.person.displayName());
        m_who->setCurrentIndex(-1);
    }
    m_model->set(*entries, m_calls.today());
    m_list->setVisible(!entries->isEmpty());
    m_none->setVisible(entries->isEmpty());
}

void DelegationsPage::give()
{
    const int chosen = m_who->currentIndex();
    if (chosen < 0) {
        m_notice->say(uikit::Meaning::Caution, tr("Choisir la personne à qui déléguer."));
        m_who->setFocus();
        return;
    }
    const Account delegate = m_people.at(chosen);
    if (const Status given = m_calls.give(delegate, m_until->date()); !given.ok()) {
        tell(given.error());
        return;
    }
    refresh();
    m_notice->say(uikit::Meaning::Done,
                  tr("Délégué à %1 jusqu’au %2.")
                      .arg(delegate.person.displayName(), text::frenchDate(m_until->date())));
}

void DelegationsPage::endSelected()
{
    const Delegation *chosen = m_model->at(m_list->currentIndex());
    if (!chosen || chosen->endedAt.isValid())
        return;
    if (const Status ended = m_calls.end(chosen->id); !ended.ok()) {
        tell(ended.error());
        return;
    }
    refresh();
    m_notice->say(uikit::Meaning::Done, tr("Délégation terminée."));
}

void DelegationsPage::tell(const Error &error)
{
    m_notice->say(uikit::Meaning::Stop, m_calls.explain(error));
}

} // namespace ambroise::access::ui
