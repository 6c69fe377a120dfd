// SPDX-License-Identifier: GPL-3.0-or-later
#include "administrativeforms.h"

#include "administrativewords.h"

#include <ambroise/core/partialdate.h>
#include <ambroise/core/text.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/pickline.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace ambroise::patient::ui {
namespace {

//! What is typed of a year in two digits is the latest one up to so many years from now.
constexpr int yearsAhead = 20;

//! A whole date; invalid where nothing is typed. Errors: those of PartialDate, Invalid
//! "date.shape".
Result<QDate> typedDate(const QLineEdit &line, QDate latest)
{
    const QString typed = line.text().trimmed();
    if (typed.isEmpty())
        return QDate();
    AMBROISE_TRY(const PartialDate date, PartialDate::parse(typed, latest));
    const std::optional<QDate> whole = date.whole();
    if (!whole)
        return Error{ErrorCode::Invalid, u"date.shape"_qs, {}};
    return *whole;
}

//! What was typed, or nothing where nothing was; an error stands under its field.
template <class Value>
bool read(const QLineEdit &line, uikit::FormField &field, const AdministrativeServices &services,
          std::optional<Value> &into)
{
    into.reset();
    field.setError({});
    if (line.text().trimmed().isEmpty())
        return true;
    const auto value = Value::parse(line.text());
    if (!value.ok()) {
        field.setError(services.explain(value.error()));
        return false;
    }
    into = *value;
    return true;
}

bool readDate(const QLineEdit &line, uikit::FormField &field,
              const AdministrativeServices &services, QDate latest, QDate &into)
{
    const auto date = typedDate(line, latest);
    field.setError(date.ok() ? QString() : services.explain(date.error()));
    if (date.ok())
        into = *date;
    return date.ok();
}

} // namespace

PersonForm::PersonForm(const AdministrativeServices &services, const Clock &clock, QWidget *parent)
    : SideForm({}, tr("Garder"), Keeps::OnEnter, parent)
    , m_services(services)
    , m_clock(clock)
    , m_name(new QLineEdit)
    , m_link(new QComboBox)
    , m_phone(new QLineEdit)
    , m_email(new QLineEdit)
    , m_address(new QLineEdit)
    , m_designated(new QLineEdit)
    , m_note(new QLineEdit)
{
    m_link->setEditable(true);
    m_link->addItems({QString(), tr("conjoint"), tr("conjointe"), tr("mère"), tr("père"),
                      tr("fille"), tr("fils"), tr("sœur"), tr("frère"), tr("voisin, voisine"),
                      tr("ami, amie")});
    auto *form = new uikit::FormGrid(2);
    m_nameField = form->add(tr("Nom et prénom"), m_name, 2);
    form->add(tr("Lien"), m_link, 2);
    for (const PersonRole role : allPersonRoles()) {
        auto *box = new QCheckBox(roleWord(role));
        m_roles << box;
        form->add(box, 2);
    }
    m_phoneField = form->add(tr("Téléphone"), m_phone);
    m_emailField = form->add(tr("Courriel"), m_email);
    form->add(tr("Adresse"), m_address, 2);
    m_designatedField = form->add(tr("Écrit ou jugement du"), m_designated);
    form->add(tr("Remarque"), m_note);
    addField(form);
    setFocusProxy(m_name);
}

void PersonForm::edit(const AdministrativeLine<RelatedPerson> &line)
{
    m_before = line;
    const RelatedPerson &person = line.content;
    setTitle(line.id.isStored() ? tr("Entourage") : tr("Ajouter à l’entourage"));
    problem()->hide();
    for (uikit::FormField *field : {m_nameField, m_phoneField, m_emailField, m_designatedField})
        field->setError({});
    m_name->setText(person.name);
    m_link->setCurrentText(person.link);
    for (int i = 0; i < m_roles.size(); ++i)
        m_roles.at(i)->setChecked(person.roles.contains(allPersonRoles().at(i)));
    m_phone->setText(person.phone ? person.phone->toFrench() : QString());
    m_email->setText(person.email ? person.email->toString() : QString());
    m_address->setText(person.address);
    m_designated->setText(text::frenchDate(person.designatedOn));
    m_note->setText(person.note);
}

std::optional<AdministrativeLine<RelatedPerson>> PersonForm::line()
{
    AdministrativeLine<RelatedPerson> now = m_before;
    RelatedPerson &person = now.content;
    person.name = m_name->text().simplified();
    person.link = m_link->currentText().simplified();
    person.roles.clear();
    for (int i = 0; i < m_roles.size(); ++i)
        if (m_roles.at(i)->isChecked())
            person.roles << allPersonRoles().at(i);
    person.address = m_address->text().simplified();
    person.note = m_note->text().simplified();
    m_nameField->setError(person.name.isEmpty()
                              ? m_services.explain({ErrorCode::Invalid, u"person.name"_qs, {}})
                              : QString());
    const bool phone = read(*m_phone, *m_phoneField, m_services, person.phone);
    const bool email = read(*m_email, *m_emailField, m_services, person.email);
    const bool date = readDate(*m_designated, *m_designatedField, m_services, m_clock.today(),
                               person.designatedOn);
    return phone && email && date && !person.name.isEmpty() ? std::optional(now) : std::nullopt;
}

MemberForm::MemberForm(const AdministrativeServices &services, const Clock &clock, QWidget *parent)
    : SideForm({}, tr("Garder"), Keeps::OnEnter, parent)
    , m_services(services)
    , m_clock(clock)
    , m_name(new uikit::PickLine([this](const QString &typed) { return find(typed); },
                                 tr("Correspondants trouvés")))
    , m_profession(new QLineEdit)
    , m_traitant(new QCheckBox(tr("Médecin traitant")))
    , m_since(new QLineEdit)
    , m_note(new QLineEdit)
{
    auto *form = new uikit::FormGrid(1);
    m_nameField = form->add(tr("Nom, ou profession et ville"), m_name);
    m_professionField = form->add(tr("Profession"), m_profession);
    form->add(m_traitant);
    m_sinceField = form->add(tr("Depuis le"), m_since);
    form->add(tr("Remarque"), m_note);
    addField(form);
    setFocusProxy(m_name);
    connect(m_name, &uikit::PickLine::edited, this, [this] { m_who = {}; });
    connect(m_name, &uikit::PickLine::taken, this, &MemberForm::take);
    connect(m_name, &uikit::PickLine::keepRequested, this, &MemberForm::keepRequested);
}

QStringList MemberForm::find(const QString &typed)
{
    m_found.clear();
    if (!typed.trimmed().isEmpty()) {
        const auto found = m_services.findCorrespondents(typed);
        if (!found.ok())
            tell(m_services.explain(found.error()));
        else
            m_found = *found;
    }
    QStringList names;
    for (const Correspondent &one : std::as_const(m_found)) {
        QStringList parts = {displayName(one), one.profession, one.address.city};
        parts.removeAll({});
        names << parts.join(u", "_qs);
    }
    m_professionField->setVisible(names.isEmpty());
    m_nameField->setHint(names.isEmpty() && !typed.trimmed().isEmpty()
                             ? tr("Pas encore dans les correspondants : y sera ajouté.")
                             : QString());
    return names;
}

void MemberForm::take(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    m_who = m_found.at(row).id;
    m_name->setText(displayName(m_found.at(row)));
    m_nameField->setError({});
    m_traitant->setFocus(Qt::OtherFocusReason);
}

void MemberForm::edit(const AdministrativeLine<CareMember> &line, const Correspondent *who)
{
    m_before = line;
    setTitle(line.id.isStored() ? tr("Équipe de soins") : tr("Ajouter à l’équipe de soins"));
    problem()->hide();
    m_nameField->setError({});
    m_nameField->setHint({});
    m_sinceField->setError({});
    m_who = line.content.correspondent;
    m_name->setText(who ? displayName(*who) : QString());
    m_name->setEnabled(!line.id.isStored());
    m_profession->clear();
    m_professionField->hide();
    m_traitant->setChecked(line.content.medecinTraitant);
    m_since->setText(text::frenchDate(line.content.since));
    m_note->setText(line.content.note);
    setFocusProxy(line.id.isStored() ? static_cast<QWidget *>(m_traitant) : m_name);
}

//! « Dr Anne Marchal », « Cabinet infirmier du Port »: a title says that it is a person, whose last
//! name is the last word.
Result<CorrespondentId> MemberForm::who() const
{
    if (m_who.isStored())
        return m_who;
    QList<Correspondent> same; // typed in full, and not taken from the list
    for (const Correspondent &known : m_found)
        if (text::folded(displayName(known)) == text::folded(m_name->line()->text()))
            same << known;
    if (same.size() == 1)
        return same.first().id;
    static const QStringList titles = {u"Dr"_qs, u"Pr"_qs, u"M."_qs, u"Mme"_qs};
    const QString typed = m_name->line()->text().simplified();
    Correspondent one;
    one.profession = m_profession->text().simplified();
    const QString first = typed.section(u' ', 0, 0);
    if (titles.contains(first) && typed.count(u' ') > 1) {
        one.title = first;
        one.givenName = typed.section(u' ', 1, 1);
        one.surname = typed.section(u' ', 2);
    } else {
        one.title = titles.contains(first) && typed.contains(u' ') ? first : QString();
        one.surname = one.title.isEmpty() ? typed : typed.section(u' ', 1);
    }
    return m_services.addCorrespondent(one);
}

std::optional<AdministrativeLine<CareMember>> MemberForm::line()
{
    AdministrativeLine<CareMember> now = m_before;
    now.content.medecinTraitant = m_traitant->isChecked();
    now.content.note = m_note->text().simplified();
    if (!readDate(*m_since, *m_sinceField, m_services, m_clock.today(), now.content.since))
        return std::nullopt;
    const auto id = who();
    m_nameField->setError(id.ok() ? QString() : m_services.explain(id.error()));
    if (!id.ok())
        return std::nullopt;
    m_who = *id; // it is in the address book now, also where the line cannot be kept
    now.content.correspondent = *id;
    return now;
}

CoverageForm::CoverageForm(const AdministrativeServices &services, const Clock &clock,
                           QWidget *parent)
    : SideForm({}, tr("Garder"), Keeps::OnEnter, parent)
    , m_services(services)
    , m_clock(clock)
    , m_kind(new QComboBox)
    , m_label(new QLineEdit)
    , m_number(new QLineEdit)
    , m_since(new QLineEdit)
    , m_until(new QLineEdit)
    , m_note(new QLineEdit)
{
    for (const CoverageKind kind : allCoverageKinds())
        m_kind->addItem(coverageWord(kind));
    auto *form = new uikit::FormGrid(2);
    form->add(tr("Droit"), m_kind, 2);
    form->add(tr("Organisme"), m_label);
    form->add(tr("Numéro"), m_number);
    m_sinceField = form->add(tr("Du"), m_since);
    m_untilField = form->add(tr("Au"), m_until);
    form->add(tr("Remarque"), m_note, 2);
    addField(form);
    setFocusProxy(m_kind);
}

void CoverageForm::edit(const AdministrativeLine<Coverage> &line)
{
    m_before = line;
    setTitle(line.id.isStored() ? tr("Droit") : tr("Ajouter un droit"));
    problem()->hide();
    m_sinceField->setError({});
    m_untilField->setError({});
    m_kind->setCurrentIndex(int(line.content.kind));
    m_label->setText(line.content.label);
    m_number->setText(line.content.number);
    m_since->setText(text::frenchDate(line.content.since));
    m_until->setText(text::frenchDate(line.content.until));
    m_note->setText(line.content.note);
}

std::optional<AdministrativeLine<Coverage>> CoverageForm::line()
{
    AdministrativeLine<Coverage> now = m_before;
    Coverage &coverage = now.content;
    coverage.kind = allCoverageKinds().at(m_kind->currentIndex());
    coverage.label = m_label->text().simplified();
    coverage.number = m_number->text().simplified();
    coverage.note = m_note->text().simplified();
    const QDate latest = m_clock.today().addYears(yearsAhead);
    const bool since = readDate(*m_since, *m_sinceField, m_services, latest, coverage.since);
    const bool until = readDate(*m_until, *m_untilField, m_services, latest, coverage.until);
    return since && until ? std::optional(now) : std::nullopt;
}

ConsentForm::ConsentForm(const AdministrativeServices &services, const Clock &clock,
                         QWidget *parent)
    : SideForm(tr("Consentement, opposition"), tr("Noter"), Keeps::OnEnter, parent)
    , m_services(services)
    , m_clock(clock)
    , m_topic(new QComboBox)
    , m_answer(new QComboBox)
    , m_means(new QComboBox)
    , m_on(new QLineEdit)
    , m_teller(new QLineEdit)
    , m_note(new QLineEdit)
    , m_former(new uikit::Label({}, uikit::TextRole::Small, uikit::Token::Text2))
{
    for (const ConsentTopic topic : allConsentTopics())
        m_topic->addItem(topicWord(topic));
    for (const ConsentMeans means : allConsentMeans())
        m_means->addItem(meansWord(means));
    m_former->setWordWrap(true);
    auto *form = new uikit::FormGrid(2);
    form->add(tr("Sujet"), m_topic, 2);
    form->add(tr("Réponse"), m_answer);
    m_onField = form->add(tr("Le"), m_on);
    form->add(tr("Comment"), m_means, 2);
    form->add(tr("Donnée par, si ce n’est pas le patient"), m_teller, 2);
    form->add(tr("Remarque"), m_note, 2);
    addField(form);
    addField(m_former);
    connect(m_topic, &QComboBox::currentIndexChanged, this, &ConsentForm::tellFormer);
    setFocusProxy(m_answer);
}

void ConsentForm::begin(ConsentTopic topic, const QList<Consent> &former)
{
    m_all = former;
    problem()->hide();
    m_onField->setError({});
    m_topic->setCurrentIndex(int(topic));
    m_on->setText(text::frenchDate(m_clock.today()));
    m_means->setCurrentIndex(0);
    m_teller->clear();
    m_note->clear();
    tellFormer();
}

//! What was answered before; it stays.
void ConsentForm::tellFormer()
{
    const auto topic = allConsentTopics().at(m_topic->currentIndex());
    m_answer->clear();
    m_answer->addItems({answerWord(topic, true), answerWord(topic, false)});
    QStringList lines;
    for (const Consent &one : std::as_const(m_all))
        if (one.topic == topic)
            lines << tr("%1 le %2, %3, noté par %4")
                         .arg(answerWord(topic, one.agreed), text::frenchDate(one.on),
                              meansWord(one.means), one.recordedByName);
    m_former->setText(lines.join(u'\n'));
    m_former->setVisible(!lines.isEmpty());
}

std::optional<Consent> ConsentForm::consent()
{
    Consent said;
    said.topic = allConsentTopics().at(m_topic->currentIndex());
    said.agreed = m_answer->currentIndex() == 0;
    said.means = allConsentMeans().at(m_means->currentIndex());
    said.teller = m_teller->text().simplified();
    said.note = m_note->text().simplified();
    if (!readDate(*m_on, *m_onField, m_services, m_clock.today(), said.on))
        return std::nullopt;
    return said;
}

} // namespace ambroise::patient::ui
