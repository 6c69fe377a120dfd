// SPDX-License-Identifier: GPL-3.0-or-later
#include "personform.h"

#include "bindkey.h"

#include <ambroise/access/ui/newpassword.h>
#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>
#include <QWidget>

namespace ambroise::access::ui {
namespace {

using namespace uikit;

constexpr int inset = 24;
constexpr int widest = 860;

struct FieldOfSubject {
    QStringView subject;
    QStringView field;
};

constexpr std::array fieldsOfSubjects = {
    FieldOfSubject{u"account.name", u"surname"}, FieldOfSubject{u"account.rpps", u"rpps"},
    FieldOfSubject{u"rpps.shape", u"rpps"},      FieldOfSubject{u"login.shape", u"login"},
    FieldOfSubject{u"account.login", u"login"},
};

} // namespace

PersonForm::PersonForm(const std::function<QString(Role)> &roleWord, Context context,
                       Explain explain, QWidget *parent)
    : QWidget(parent)
    , m_context(std::move(context))
    , m_explain(std::move(explain))
    , m_title(new Label({}, TextRole::Page))
    , m_role(new QComboBox)
    , m_password(new NewPassword(tr("Premier mot de passe")))
    , m_passwordNote(new Label(tr("Choisi ici par vous, à remettre à la personne, qui le change "
                                  "ensuite dans Réglages, Mon compte."),
                               TextRole::Small, Token::Text2))
    , m_notice(new Notice)
    , m_keep(new PrimaryButton(tr("Enregistrer"), u"Ctrl ↵"_qs))
    , m_back(new Button(tr("Revenir"), u"Échap"_qs))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildFields(roleWord));
    layout->addWidget(scroll, 1);
    layout->addWidget(buildFoot());
    connect(m_keep, &QPushButton::clicked, this, &PersonForm::kept);
    connect(m_back, &QPushButton::clicked, this, &PersonForm::left);
    bindKey(this, Qt::CTRL | Qt::Key_Return, m_keep);
    bindKey(this, Qt::Key_Escape, m_back);
}

QWidget *PersonForm::buildFields(const std::function<QString(Role)> &roleWord)
{
    auto *inside = new QWidget;
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    auto *grid = new FormGrid(2);
    const auto add = [&](const QString &id, const QString &label, int longest) {
        auto *edit = new QLineEdit;
        edit->setObjectName(id);
        edit->setMaxLength(longest);
        m_edits.insert(id, edit);
        m_fields.insert(id, grid->add(label, edit));
        connect(edit, &QLineEdit::textEdited, this, [this, id] {
            m_ownLogin |= id == u"login"; // proposed no more
            touched();
        });
    };
    for (const Role role : allRoles())
        m_role->addItem(roleWord(role), code(role));
    m_role->setObjectName(u"role"_qs);
    add(u"surname"_qs, tr("Nom"), 80);
    add(u"given_name"_qs, tr("Prénom"), 80);
    grid->add(tr("Rôle"), m_role);
    add(u"title"_qs, tr("Titre, s’il s’imprime"), 20);
    add(u"rpps"_qs, tr("Numéro RPPS"), 20);
    add(u"am_number"_qs, tr("Numéro d’assurance maladie"), 20);
    add(u"specialty"_qs, tr("Spécialité, comme elle s’imprime"), 120);
    add(u"phone"_qs, tr("Téléphone"), 40);
    add(u"email"_qs, tr("Adresse électronique"), 120);
    add(u"login"_qs, tr("Identifiant"), 40);
    grid->add(m_password);
    grid->add(m_passwordNote);
    m_password->setObjectName(u"firstPassword"_qs);
    m_passwordNote->setWordWrap(true);
    m_passwordNote->setContentsMargins(0, lineHeight(TextRole::Small) + scaled(8), 0, 0);
    connect(m_role, &QComboBox::activated, this, &PersonForm::touched);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(scaled(inset), scaled(16), scaled(inset), scaled(12));
    layout->setSpacing(scaled(12));
    layout->addWidget(m_title);
    layout->addWidget(grid);
    layout->addStretch(1);
    inside->setMaximumWidth(scaled(widest));
    m_title->setElided(true);
    return inside;
}

QWidget *PersonForm::buildFoot()
{
    auto *foot = new QWidget;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(scaled(inset), scaled(8), scaled(inset), scaled(16));
    layout->setSpacing(scaled(12));
    layout->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    row->addWidget(m_keep);
    row->addWidget(m_back);
    row->addStretch(1);
    layout->addLayout(row);
    m_keep->setObjectName(u"keepPerson"_qs);
    m_notice->setObjectName(u"personNotice"_qs);
    return foot;
}

void PersonForm::beginNew()
{
    m_account.reset();
    m_ownLogin = false;
    m_title->setText(tr("Ajouter une personne"));
    fill({});
    m_edits[u"login"_qs]->clear();
    m_password->clear();
    m_fields[u"login"_qs]->setVisible(true);
    m_password->show();
    m_passwordNote->show();
    m_edits[u"surname"_qs]->setFocus(Qt::OtherFocusReason);
}

void PersonForm::beginEdit(const Account &account)
{
    m_account = account;
    m_title->setText(account.person.displayName());
    fill(account.person);
    m_password->clear();
    m_fields[u"login"_qs]->setVisible(false);
    m_password->hide();
    m_passwordNote->hide();
    m_edits[u"surname"_qs]->setFocus(Qt::OtherFocusReason);
}

void PersonForm::fill(const Person &person)
{
    const auto rpps = Rpps::parse(person.rpps);
    const QHash<QString, QString> texts = {
        {u"surname"_qs, person.surname},    {u"given_name"_qs, person.givenName},
        {u"title"_qs, person.title},        {u"rpps"_qs, rpps.ok() ? rpps->grouped() : person.rpps},
        {u"am_number"_qs, person.amNumber}, {u"specialty"_qs, person.specialty},
        {u"phone"_qs, person.phone},        {u"email"_qs, person.email}};
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        m_edits[it.key()]->setText(it.value());
        m_edits[it.key()]->setCursorPosition(0);
    }
    m_role->setCurrentIndex(m_role->findData(code(person.role)));
    m_notice->clear();
    touched();
}

QString PersonForm::textOf(const QString &id) const
{
    return m_edits.value(id)->text().simplified();
}

Person PersonForm::person() const
{
    Person person;
    person.title = textOf(u"title"_qs);
    person.surname = textOf(u"surname"_qs);
    person.givenName = textOf(u"given_name"_qs);
    person.role = roleOf(m_role->currentData().toString()).value_or(Role::Secretaire);
    person.rpps = textOf(u"rpps"_qs);
    person.amNumber = textOf(u"am_number"_qs);
    person.specialty = textOf(u"specialty"_qs);
    person.phone = textOf(u"phone"_qs);
    person.email = textOf(u"email"_qs);
    return person;
}

QString PersonForm::password() const
{
    return m_password->text();
}

Result<Login> PersonForm::login() const
{
    return Login::parse(textOf(u"login"_qs));
}

bool PersonForm::checkPassword()
{
    if (m_password->check())
        return true;
    m_password->setFocus(Qt::OtherFocusReason);
    return false;
}

void PersonForm::clearErrors()
{
    for (FormField *field : std::as_const(m_fields))
        field->setError({});
    m_notice->clear();
}

void PersonForm::touched()
{
    clearErrors();
    if (!m_account && !m_ownLogin) {
        const auto login = Login::proposedFor(textOf(u"given_name"_qs), textOf(u"surname"_qs));
        m_edits[u"login"_qs]->setText(login ? login->value() : QString());
    }
    // Training numbers have no valid key: a remark, never a refusal.
    const auto rpps = Rpps::parse(textOf(u"rpps"_qs));
    m_fields[u"rpps"_qs]->setHint(rpps.ok() && !rpps->hasValidKey()
                                      ? tr("La clé ne correspond pas : à relire sur la carte.")
                                      : QString());
    if (!m_account)
        m_password->setContext(m_context(textOf(u"login"_qs), person()));
}

void PersonForm::setBusy(bool busy)
{
    const std::initializer_list<QWidget *> parts = {m_keep, m_back, m_role, m_password};
    for (QWidget *part : parts)
        part->setEnabled(!busy);
    for (QLineEdit *edit : std::as_const(m_edits))
        edit->setEnabled(!busy);
    m_keep->setText(busy ? tr("Enregistrement…") : tr("Enregistrer"));
}

void PersonForm::fail(const Error &error)
{
    for (const FieldOfSubject &row : fieldsOfSubjects) {
        if (error.subject != row.subject)
            continue;
        const QString id = row.field.toString();
        m_fields[id]->setError(m_explain(error));
        m_edits[id]->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_notice->say(Meaning::Stop, m_explain(error));
}

} // namespace ambroise::access::ui
