// SPDX-License-Identifier: GPL-3.0-or-later
#include "personstep.h"

#include <cabinet/fieldcheck.h>
#include <words/sentences.h>

#include <ambroise/access/ui/newpassword.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/segmented.h>
#include <ambroise/uikit/type.h>

#include <QLineEdit>
#include <QVBoxLayout>

namespace ambroise::app::firstrun {
namespace {

constexpr int longestName = 80;
constexpr int longestLogin = 40;
constexpr int longestSpecialty = 120;
const QString usualSpecialty = QStringLiteral("Médecin généraliste");

} // namespace

PersonStep::PersonStep(access::Role role, QWidget *parent)
    : Step(parent)
    , m_role(role)
    , m_title(new uikit::Segmented(tr("Titre"), {u"Dr"_qs, u"Pr"_qs, tr("Aucun")}))
    , m_password(new access::ui::NewPassword(tr("Mot de passe")))
    , m_manager(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2))
{
    build();
    setRole(role);
    for (QLineEdit *edit : {m_givenName, m_surname})
        connect(edit, &QLineEdit::textChanged, this, &PersonStep::proposeLogin);
    connect(m_login, &QLineEdit::textEdited, this, [this](const QString &typed) {
        m_ownLogin = !typed.isEmpty();
        refreshContext();
    });
    connect(m_rpps, &QLineEdit::textChanged, this, &PersonStep::showKey);
}

QLineEdit *PersonStep::addLine(uikit::FormGrid &grid, const QString &label,
                               uikit::FormField **field, int span)
{
    auto *edit = new QLineEdit;
    edit->setMaxLength(longestName);
    *field = grid.add(label, edit, span);
    connect(edit, &QLineEdit::textEdited, this, [field = *field] { field->setError({}); });
    return edit;
}

void PersonStep::build()
{
    auto *grid = new uikit::FormGrid(2, this);
    m_titleField = grid->add(tr("Titre"), m_title);
    grid->newLine();
    m_givenName = addLine(*grid, tr("Prénom"), &m_givenNameField);
    m_surname = addLine(*grid, tr("Nom"), &m_surnameField);
    m_rpps = addLine(*grid, tr("Numéro RPPS"), &m_rppsField);
    m_specialty = addLine(*grid, tr("Spécialité, comme imprimée"), &m_specialtyField);
    grid->newLine();
    m_specialty->setMaxLength(longestSpecialty);
    m_specialty->setText(usualSpecialty);
    m_login = addLine(*grid, tr("Identifiant"), &m_loginField);
    m_login->setMaxLength(longestLogin);
    grid->newLine();
    grid->add(m_password, 2);
    m_manager->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(12));
    layout->addWidget(grid);
    layout->addWidget(m_manager);
    setFocusProxy(m_givenName);
}

void PersonStep::setRole(access::Role role)
{
    const bool prescribes = allows(role, access::Right::Prescribe);
    if (role != m_role)
        m_title->setCurrent(prescribes ? 0 : 2);
    m_role = role;
    const bool hasNumber = prescribes || role == access::Role::Pharmacien;
    m_titleField->setVisible(hasNumber);
    m_rppsField->setVisible(hasNumber);
    m_specialtyField->setVisible(prescribes);
    m_manager->setVisible(hasNumber);
    m_manager->setText(
        allows(role, access::Right::ManageAccounts)
            ? tr("Vous gérez aussi les comptes et les données du cabinet, dans Réglages.")
            : tr("Ce rôle ne gère pas les comptes : un second compte, « admin », est créé pour "
                 "cela avec le même mot de passe."));
}

void PersonStep::setSurroundings(const QString &practice, const QStringList &takenLogins)
{
    m_practice = practice;
    m_taken = takenLogins;
    refreshContext();
}

void PersonStep::proposeLogin()
{
    if (!m_ownLogin) {
        const auto login = access::Login::proposedFor(m_givenName->text(), m_surname->text());
        m_login->setText(login ? login->value() : QString());
    }
    m_loginField->setError({});
    refreshContext();
}

void PersonStep::refreshContext()
{
    m_password->setContext({m_login->text().trimmed().toLower(), m_surname->text().trimmed(),
                            m_givenName->text().trimmed(), m_practice});
}

void PersonStep::showKey()
{
    const auto rpps = access::Rpps::parse(m_rpps->text());
    m_rppsField->setHint(rpps.ok() && !rpps->hasValidKey()
                             ? tr("La clé de ce numéro ne correspond pas. Le relire sur la carte.")
                             : QString());
}

Status PersonStep::judgeLogin() const
{
    const auto login = access::Login::parse(m_login->text());
    if (!login.ok())
        return login.error();
    if (m_taken.contains(login->value()))
        return Error{ErrorCode::Conflict, u"account.login"_qs, {}};
    return done();
}

Status PersonStep::judgeRpps() const
{
    const bool needed = allows(m_role, access::Right::Prescribe);
    const QString typed = m_rpps->text().trimmed();
    if (typed.isEmpty())
        return needed ? Status(Error{ErrorCode::Invalid, u"account.rpps"_qs, {}}) : done();
    const auto rpps = access::Rpps::parse(typed);
    return rpps.ok() ? done() : Status(rpps.error());
}

void PersonStep::submit()
{
    const auto named = [](const QLineEdit &edit) {
        return edit.text().trimmed().isEmpty()
                   ? Status(Error{ErrorCode::Invalid, u"account.name"_qs, {}})
                   : done();
    };
    FieldCheck check;
    check.say(*m_givenNameField, named(*m_givenName));
    check.say(*m_surnameField, named(*m_surname));
    check.say(*m_rppsField, m_rppsField->isVisibleTo(this) ? judgeRpps() : done());
    check.say(*m_loginField, judgeLogin());
    const bool good = check.end().ok();
    const bool strong = m_password->check();
    if (good && !strong)
        m_password->setFocus();
    if (good && strong)
        Q_EMIT accepted();
}

FirstPerson PersonStep::person() const
{
    access::Person person;
    person.role = m_role;
    person.givenName = m_givenName->text().trimmed();
    person.surname = m_surname->text().trimmed();
    if (m_titleField->isVisibleTo(this))
        person.title = QStringList{u"Dr"_qs, u"Pr"_qs, QString()}.at(m_title->current());
    if (m_rppsField->isVisibleTo(this))
        person.rpps = m_rpps->text().trimmed();
    if (m_specialtyField->isVisibleTo(this))
        person.specialty = m_specialty->text().trimmed();
    return {*access::Login::parse(m_login->text()), person, m_password->text()};
}

void PersonStep::forgetPassword()
{
    m_password->clear();
}

bool PersonStep::blame(const Error &error)
{
    const QHash<QString, uikit::FormField *> fields = {
        {u"account.name"_qs, m_surnameField}, {u"account.rpps"_qs, m_rppsField},
        {u"rpps.shape"_qs, m_rppsField},      {u"account.login"_qs, m_loginField},
        {u"login.shape"_qs, m_loginField},    {u"keyring.login"_qs, m_loginField}};
    if (uikit::FormField *field = fields.value(error.subject)) {
        field->setError(sentenceOf(error));
        return true;
    }
    if (!error.subject.startsWith(u"password."))
        return false;
    m_password->setError(sentenceOf(error));
    return true;
}

} // namespace ambroise::app::firstrun
