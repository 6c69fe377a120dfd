// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/ui/accountspage.h>

#include "accountmodel.h"
#include "confirmline.h"
#include "givenpassword.h"
#include "personform.h"
#include "rightstable.h"

#include <ambroise/access/ui/notice.h>
#include <ambroise/access/ui/whendone.h>
#include <ambroise/core/text.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shortcuts.h>
#include <ambroise/uikit/table.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <QWidget>

namespace ambroise::access::ui {
namespace {

using namespace uikit;

constexpr int inset = 24;
constexpr int rowHeight = 28;

//! The name takes what is left; the others what they need.
void shareWidth(QTableView &table)
{
    QHeaderView &header = *table.horizontalHeader();
    header.setSectionResizeMode(QHeaderView::ResizeToContents);
    header.setSectionResizeMode(AccountModel::Name, QHeaderView::Stretch);
    header.setMinimumSectionSize(scaled(64));
}

//! Of what stands under the head of the page.
QVBoxLayout *insetLayout(QWidget *part)
{
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(scaled(inset), 0, scaled(inset), scaled(12));
    layout->setSpacing(scaled(12));
    return layout;
}

} // namespace

AccountsPage::AccountsPage(Calls calls, UserId self, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(std::move(calls))
    , m_self(self)
    , m_clock(clock)
    , m_model(new AccountModel(m_calls.roleWord, clock, this))
    , m_parts(new Segmented(tr("Comptes"), {tr("Personnes"), tr("Droits de chaque rôle")}))
    , m_stack(new QStackedWidget)
    , m_people(new QWidget)
    , m_table(new QTableView)
    , m_notice(new Notice)
    , m_ask(new ConfirmLine)
    , m_person(new PersonForm(m_calls.roleWord, m_calls.passwordContext, m_calls.explain))
    , m_password(new GivenPassword(m_calls.explain))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_stack->addWidget(buildPeople());
    m_stack->addWidget(m_person);
    m_stack->addWidget(m_password);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
    connect(m_person, &PersonForm::kept, this, &AccountsPage::keepPerson);
    connect(m_person, &PersonForm::left, this, &AccountsPage::backToPeople);
    connect(m_password, &GivenPassword::kept, this, &AccountsPage::keepPassword);
    connect(m_password, &GivenPassword::left, this, &AccountsPage::backToPeople);
    refresh();
}

QWidget *AccountsPage::buildPeople()
{
    auto *lists = new QStackedWidget;
    lists->addWidget(m_people);
    auto *rights = new QWidget;
    insetLayout(rights)->addWidget(new RightsTable(m_calls.roleWord));
    lists->addWidget(rights);
    connect(m_parts, &Segmented::currentChanged, lists, &QStackedWidget::setCurrentIndex);

    m_table->setModel(m_model);
    m_table->setObjectName(u"people"_qs);
    m_table->setAccessibleName(tr("Personnes"));
    prepareTable(*m_table, rowHeight);
    shareWidth(*m_table);
    m_notice->setObjectName(u"accountsNotice"_qs);
    connect(m_table, &QTableView::activated, this, &AccountsPage::beginChanging);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AccountsPage::currentChanged);

    bindKeys();
    auto *acts = new ActionBar;
    for (QAction *action : m_actions->actions())
        acts->addAct(action);
    auto *list = new QWidget;
    auto *parts = insetLayout(list);
    for (QWidget *part : std::initializer_list<QWidget *>{m_table, m_notice, m_ask})
        parts->addWidget(part);
    auto *people = new QVBoxLayout(m_people);
    people->setContentsMargins({});
    people->setSpacing(0);
    people->addWidget(list, 1);
    people->addWidget(acts);

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(scaled(inset), scaled(16), scaled(inset), scaled(12));
    head->addWidget(new Label(tr("Comptes"), TextRole::Page));
    head->addStretch(1);
    head->addWidget(m_parts);
    layout->addLayout(head);
    layout->addWidget(lists, 1);
    return page;
}

void AccountsPage::bindKeys()
{
    const QString group = tr("Comptes");
    m_actions = new ActionMap(m_people);
    m_actions->letter({u"account.add"_qs, tr("Ajouter"), group}, 'A', [this] { beginAdding(); });
    m_actions->letter({u"account.change"_qs, tr("Modifier"), group}, 'M',
                      [this] { beginChanging(); });
    m_actions->letter({u"account.password"_qs, tr("Mot de passe"), group}, 'P',
                      [this] { beginPassword(); });
    m_actions->letter({u"account.card"_qs, tr("Retirer la carte"), group}, 'C',
                      [this] { askToRemoveCard(); });
    m_actions->letter({u"account.close"_qs, tr("Fermer le compte"), group}, 'X',
                      [this] { askToClose(); });
}

const AccountsPage::Entry *AccountsPage::current() const
{
    return m_model->at(m_table->currentIndex().row());
}

void AccountsPage::choose(const QString &login)
{
    const int row = m_model->rowOf(login);
    m_table->setCurrentIndex(m_model->index(qMax(0, row), 0));
}

void AccountsPage::refresh()
{
    const Entry *kept = current();
    const QString login = kept ? kept->account.login.value() : QString();
    const auto entries = m_calls.list();
    if (!entries.ok()) {
        m_notice->say(Meaning::Stop, m_calls.explain(entries.error()));
        return;
    }
    m_model->set(*entries);
    choose(login);
    currentChanged();
}

void AccountsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_busy && m_stack->currentIndex() == 0)
        refresh();
}

void AccountsPage::currentChanged()
{
    const Entry *entry = current();
    m_ask->dismiss();
    const bool active = entry && entry->account.active;
    QAction *close = m_actions->action(u"account.close"_qs);
    close->setText(!entry || active ? tr("Fermer le compte") : tr("Rouvrir le compte"));
    close->setEnabled(entry && entry->account.id != m_self);
    close->setToolTip(entry && entry->account.id == m_self
                          ? tr("Votre propre compte ne peut être fermé que par une autre personne.")
                          : QString());
    m_actions->action(u"account.change"_qs)->setEnabled(entry);
    m_actions->action(u"account.password"_qs)->setEnabled(active);
    m_actions->action(u"account.card"_qs)->setEnabled(entry && !entry->cards.isEmpty());
}

void AccountsPage::backToPeople()
{
    m_password->forget();
    m_stack->setCurrentIndex(0);
    m_table->setFocus(Qt::OtherFocusReason);
}

void AccountsPage::beginAdding()
{
    m_notice->clear();
    m_ask->dismiss();
    m_stack->setCurrentWidget(m_person);
    m_person->beginNew();
}

void AccountsPage::beginChanging()
{
    const Entry *entry = current();
    if (!entry)
        return;
    m_notice->clear();
    m_ask->dismiss();
    m_stack->setCurrentWidget(m_person);
    m_person->beginEdit(entry->account);
}

void AccountsPage::beginPassword()
{
    const Entry *entry = current();
    if (!entry)
        return;
    m_notice->clear();
    m_ask->dismiss();
    m_stack->setCurrentWidget(m_password);
    m_password->begin(entry->account,
                      m_calls.passwordContext(entry->account.login.value(), entry->account.person));
}

void AccountsPage::keepPerson()
{
    if (m_busy)
        return;
    const Person person = m_person->person();
    if (const auto &account = m_person->account()) {
        Account changed = *account;
        changed.person = person;
        const Status kept = m_calls.update(changed);
        ended(kept, tr("%1 : compte modifié.").arg(person.displayName()), account->login.value());
        return;
    }
    const auto login = m_person->login();
    if (!login.ok()) {
        m_person->fail(login.error());
        return;
    }
    if (m_person->checkPassword())
        begin(m_calls.add(*login, person, m_person->password()),
              tr("%1 peut ouvrir une session avec l’identifiant %2 et ce mot de passe.")
                  .arg(person.displayName(), login->value()),
              login->value());
}

void AccountsPage::keepPassword()
{
    if (m_busy || !m_password->check())
        return;
    const Account account = m_password->account();
    const QString name = account.person.displayName();
    if (account.active)
        begin(m_calls.setPassword(account, m_password->password()),
              tr("%1 : mot de passe remplacé.").arg(name), account.login.value());
    else
        begin(m_calls.reactivate(account, m_password->password()),
              tr("%1 : compte rouvert.").arg(name), account.login.value());
}

void AccountsPage::begin(const QFuture<Status> &slow, const QString &doneSentence,
                         const QString &login)
{
    m_busy = true;
    m_person->setBusy(true);
    m_password->setBusy(true);
    whenDone(this, slow, [this, doneSentence, login](const Status &status) {
        m_busy = false;
        m_person->setBusy(false);
        m_password->setBusy(false);
        ended(status, doneSentence, login);
    });
}

void AccountsPage::ended(const Status &status, const QString &doneSentence, const QString &login)
{
    if (!status.ok()) {
        if (m_stack->currentWidget() == m_person)
            m_person->fail(status.error());
        else if (m_stack->currentWidget() == m_password)
            m_password->fail(status.error());
        else
            m_notice->say(Meaning::Stop, m_calls.explain(status.error()));
        return;
    }
    backToPeople();
    refresh();
    choose(login);
    m_notice->say(Meaning::Done, doneSentence);
}

void AccountsPage::askToRemoveCard()
{
    const Entry *entry = current();
    if (!entry || entry->cards.isEmpty())
        return;
    m_notice->clear();
    const Account account = entry->account;
    const EnrolledCard card = entry->cards.last(); // the one enrolled last; then the next
    const QString of = card.holder.isEmpty() ? card.shortName() : card.holder;
    const QString name = account.person.displayName();
    m_ask->ask(card.enrolledOn.isValid()
                   ? tr("La carte de %1, enregistrée le %2, n’ouvrira plus de session au nom de "
                        "%3.")
                         .arg(of, text::frenchDate(card.enrolledOn), name)
                   : tr("La carte de %1 n’ouvrira plus de session au nom de %2.").arg(of, name),
               tr("Retirer la carte"), [this, account, card] {
                   ended(m_calls.removeCard(account, card),
                         tr("%1 : carte retirée.").arg(account.person.displayName()),
                         account.login.value());
               });
}

void AccountsPage::askToClose()
{
    const Entry *entry = current();
    if (!entry || entry->account.id == m_self)
        return;
    if (!entry->account.active) {
        beginPassword();
        return;
    }
    m_notice->clear();
    const Account account = entry->account;
    m_ask->ask(tr("%1 n’ouvrira plus de session : mot de passe et cartes sont retirés. Ce qui a "
                  "été écrit reste. Rouvrir demandera un nouveau mot de passe.")
                   .arg(account.person.displayName()),
               tr("Fermer le compte"), [this, account] {
                   ended(m_calls.deactivate(account),
                         tr("%1 : compte fermé.").arg(account.person.displayName()),
                         account.login.value());
               });
}

} // namespace ambroise::access::ui
