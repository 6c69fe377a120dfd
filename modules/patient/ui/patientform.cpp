// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/patientform.h>

#include <ambroise/core/partialdate.h>
#include <ambroise/core/text.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace ambroise::patient::ui {
namespace {

constexpr std::chrono::milliseconds pause{300};
constexpr std::array sexCodes = {u"", u"F", u"M", u"I"};

} // namespace

PatientForm::PatientForm(FormServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_clock(clock)
    , m_sex(new QComboBox)
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_services.saveDraft(m_dirty ? draft() : QString());
        if (m_before)
            showLoss();
        else
            showClose();
    });
}

void PatientForm::build()
{
    m_sex->addItems({tr("à préciser"), tr("Féminin"), tr("Masculin"), tr("Indéterminé")});
    auto *inside = new QWidget;
    auto *strict = new uikit::FormGrid(2, inside);
    auto *contacts = new uikit::FormGrid(2, inside);
    const auto add = [this](uikit::FormGrid *grid, const QString &id, const QString &label,
                            int span = 1) {
        auto *edit = new QLineEdit;
        edit->setMaxLength(300);
        m_edits.insert(id, edit);
        m_fields.insert(id, grid->add(label, edit, span));
        connect(edit, &QLineEdit::textEdited, this, &PatientForm::touched);
    };
    add(strict, u"surname"_qs, tr("Nom de naissance"));
    add(strict, u"given_names"_qs, tr("Prénoms de naissance, dans l’ordre"));
    add(strict, u"first_given_name"_qs, tr("Premier prénom"));
    add(strict, u"birth_date"_qs, tr("Date de naissance"));
    m_fields.insert(u"sex"_qs, strict->add(tr("Sexe"), m_sex));
    add(strict, u"birth_place"_qs, tr("Code du lieu de naissance"));
    add(strict, u"birth_place_label"_qs, tr("Lieu de naissance"));
    strict->newLine();
    add(contacts, u"used_surname"_qs, tr("Nom utilisé"));
    add(contacts, u"used_given_name"_qs, tr("Prénom utilisé"));
    add(contacts, u"phone"_qs, tr("Téléphone"));
    add(contacts, u"email"_qs, tr("Adresse électronique"));
    add(contacts, u"street"_qs, tr("Rue"), 2);
    add(contacts, u"postal_code"_qs, tr("Code postal"));
    add(contacts, u"city"_qs, tr("Ville"));
    add(contacts, u"medecin_traitant"_qs, tr("Médecin traitant"));
    add(contacts, u"deceased_on"_qs, tr("Décès le"));
    add(contacts, u"notes"_qs, tr("Note pour l’accueil"), 2);
    m_fields[u"used_surname"_qs]->setHint(tr("Laisser vide s’il n’est pas utilisé."));
    connect(m_sex, &QComboBox::activated, this, &PatientForm::touched);

    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                               uikit::scaled(12));
    layout->setSpacing(uikit::scaled(12));
    layout->addWidget(new uikit::Label(tr("Identité"), uikit::TextRole::Document,
                                       uikit::Token::Text, true, inside));
    layout->addWidget(strict);
    layout->addWidget(new uikit::Label(tr("Nom utilisé et contacts"), uikit::TextRole::Document,
                                       uikit::Token::Text, true, inside));
    layout->addWidget(contacts);
    layout->addStretch();
    inside->setMaximumWidth(uikit::scaled(860));

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    m_close = new uikit::MessageLine(uikit::Meaning::Caution, this);
    m_message = new uikit::MessageLine(uikit::Meaning::Stop, this);
    m_close->hide();
    m_message->hide();
    setFocusProxy(m_edits.value(u"surname"_qs));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addWidget(m_close);
    outer->addWidget(m_message);
}

void PatientForm::edit(const Patient &patient)
{
    const auto &details = patient.details;
    const identity::StrictTraits &traits = details.identity.traits();
    m_filling = true;
    m_before = details;
    const QHash<QString, QString> texts = {
        {u"surname"_qs, traits.surname().text()},
        {u"given_names"_qs, traits.givenNames().text()},
        {u"first_given_name"_qs, traits.firstGivenName().text()},
        {u"birth_date"_qs, text::frenchDate(traits.birthDate().date())},
        {u"birth_place"_qs, traits.birthPlace().code()},
        {u"birth_place_label"_qs, traits.birthPlace().label()},
        {u"used_surname"_qs, details.usedSurname},
        {u"used_given_name"_qs, details.usedGivenName},
        {u"phone"_qs, details.contacts.phones.isEmpty()
                          ? QString()
                          : details.contacts.phones.first().toFrench()},
        {u"email"_qs, details.contacts.email ? details.contacts.email->toString() : QString()},
        {u"street"_qs, details.contacts.address.street},
        {u"postal_code"_qs, details.contacts.address.postalCode},
        {u"city"_qs, details.contacts.address.city},
        {u"medecin_traitant"_qs, details.medecinTraitant},
        {u"deceased_on"_qs, text::frenchDate(details.deceasedOn)},
        {u"notes"_qs, details.notes}};
    for (auto it = texts.begin(); it != texts.end(); ++it)
        m_edits.value(it.key())->setText(it.value());
    for (size_t i = 0; i < sexCodes.size(); ++i)
        if (code(traits.sex()) == QStringView(sexCodes.at(i)))
            m_sex->setCurrentIndex(int(i));
    m_filling = false;
    m_dirty = false;
}

void PatientForm::touched()
{
    if (m_filling)
        return;
    m_dirty = true;
    m_message->hide();
    (void)details(); // shows under each field what is wrong with it
    m_pause.start();
}

Result<identity::StrictTraits> PatientForm::traits()
{
    const auto textOf = [this](const QString &id) {
        return m_edits.value(id)->text().trimmed();
    };
    // Says under the field what is wrong with what stands in it; an empty one is wrong only when it
    // is saved.
    const auto told = [&](const QString &id, const auto &result) {
        const bool wrong = !result.ok() && !textOf(id).isEmpty();
        m_fields.value(id)->setError(wrong ? m_services.explain(result.error()) : QString());
        return result;
    };
    const auto surname = told(u"surname"_qs, identity::BirthSurname::parse(textOf(u"surname"_qs)));
    const auto names =
        told(u"given_names"_qs, identity::GivenNames::parse(textOf(u"given_names"_qs)));
    QString firstText = textOf(u"first_given_name"_qs);
    if (firstText.isEmpty())
        firstText = textOf(u"given_names"_qs).section(u' ', 0, 0);
    const auto first = told(u"first_given_name"_qs, identity::GivenNames::parse(firstText));
    const auto birth = told(u"birth_date"_qs,
                            identity::BirthDate::parse(textOf(u"birth_date"_qs), m_clock.today()));
    AMBROISE_CHECK(surname);
    AMBROISE_CHECK(names);
    AMBROISE_CHECK(first);
    AMBROISE_CHECK(birth);
    const auto sex =
        identity::sexOf(QStringView(sexCodes.at(size_t(std::max(0, m_sex->currentIndex())))));
    if (!sex)
        return Error{ErrorCode::Invalid, u"patient.sex"_qs, {}};
    identity::BirthPlace place;
    if (!textOf(u"birth_place"_qs).isEmpty()) {
        const auto known =
            told(u"birth_place"_qs, identity::BirthPlace::make(textOf(u"birth_place"_qs),
                                                               textOf(u"birth_place_label"_qs)));
        AMBROISE_CHECK(known);
        place = *known;
    }
    const auto made = identity::StrictTraits::make({*surname, *names, *first, *birth, *sex, place});
    (void)told(u"first_given_name"_qs, made);
    return made;
}

Result<PatientDetails> PatientForm::details()
{
    AMBROISE_TRY(const auto strict, traits());
    PatientDetails details =
        m_before ? *m_before : PatientDetails{identity::Identity::provisional(strict)};
    details.identity =
        m_before ? m_before->identity.withTraits(strict) : identity::Identity::provisional(strict);
    const auto textOf = [this](const QString &id) {
        return m_edits.value(id)->text().trimmed();
    };
    details.usedSurname = textOf(u"used_surname"_qs);
    details.usedGivenName = textOf(u"used_given_name"_qs);
    details.medecinTraitant = textOf(u"medecin_traitant"_qs);
    details.notes = textOf(u"notes"_qs);
    AMBROISE_TRY(details.deceasedOn, deceasedOn());
    AMBROISE_CHECK(takeContacts(details));
    return details;
}

Result<QDate> PatientForm::deceasedOn()
{
    const QString typed = m_edits.value(u"deceased_on"_qs)->text().trimmed();
    uikit::FormField *field = m_fields.value(u"deceased_on"_qs);
    field->setError({});
    if (typed.isEmpty())
        return QDate();
    const auto date = PartialDate::parse(typed, m_clock.today());
    Result<QDate> whole = Error{ErrorCode::Invalid, u"date.shape"_qs, {}};
    if (date.ok() && date->whole())
        whole = *date->whole();
    if (whole.ok() && *whole > m_clock.today())
        whole = Error{ErrorCode::Invalid, u"date.future"_qs, {}};
    if (!whole.ok())
        field->setError(m_services.explain(whole.error()));
    return whole;
}

Status PatientForm::takeContacts(PatientDetails &details)
{
    const auto textOf = [this](const QString &id) {
        return m_edits.value(id)->text().trimmed();
    };
    details.contacts.address.street = textOf(u"street"_qs);
    details.contacts.address.postalCode = textOf(u"postal_code"_qs);
    details.contacts.address.city = textOf(u"city"_qs);
    m_fields[u"phone"_qs]->setError({});
    m_fields[u"email"_qs]->setError({});
    if (const QString typed = textOf(u"phone"_qs); !typed.isEmpty()) {
        const auto phone = PhoneNumber::parse(typed);
        if (!phone.ok())
            m_fields[u"phone"_qs]->setError(m_services.explain(phone.error()));
        AMBROISE_CHECK(phone);
        // The first number is the one of this field; further ones stay.
        if (details.contacts.phones.isEmpty())
            details.contacts.phones = {*phone};
        else
            details.contacts.phones[0] = *phone;
    } else if (!details.contacts.phones.isEmpty()) {
        details.contacts.phones.removeFirst();
    }
    details.contacts.email.reset();
    if (const QString typed = textOf(u"email"_qs); !typed.isEmpty()) {
        const auto email = EmailAddress::parse(typed);
        if (!email.ok())
            m_fields[u"email"_qs]->setError(m_services.explain(email.error()));
        AMBROISE_CHECK(email);
        details.contacts.email = *email;
    }
    return done();
}

void PatientForm::showClose()
{
    m_close->hide();
    m_close->clearActs();
    const auto strict = traits();
    if (!strict.ok())
        return;
    const auto close = m_services.near(*strict);
    if (close.ok() && close->isEmpty())
        return;
    m_close->show();
    if (!close.ok()) { // not the same as "nobody near"
        m_close->setText(tr("Dossiers proches non cherchés"), m_services.explain(close.error()));
        m_close->announce();
        return;
    }
    const PatientSummary &nearest = close->first().summary;
    m_close->setText(tr("Dossier proche"),
                     u"%1, %2"_qs.arg(displayName(nearest), text::frenchDate(nearest.birthDate)));
    m_close->addAct(tr("Ouvrir"), {}, [this, id = nearest.id] { m_services.open(id); });
    m_close->announce();
}

void PatientForm::showLoss()
{
    const auto strict = traits();
    const bool loses =
        strict.ok() && m_before->identity.ins() && !m_before->identity.withTraits(*strict).ins();
    if (loses && m_close->isHidden())
        m_close->announce();
    m_close->setText(tr("Trait repris d’INSi changé"),
                     tr("enregistrer remet l’identité en provisoire, sans INS"));
    m_close->setVisible(loses);
}

void PatientForm::save()
{
    const auto whole = details();
    const Status kept = whole.ok() ? m_services.save(*whole) : Status(whole.error());
    if (!kept.ok()) {
        m_message->setGrade(uikit::Meaning::Stop);
        m_message->setText(m_services.explain(kept.error()));
        m_message->show();
        m_message->announce();
        return;
    }
    m_message->hide();
    m_dirty = false;
    m_pause.stop();
    m_services.saveDraft({});
    Q_EMIT saved();
}

QString PatientForm::draft() const
{
    QJsonObject json{{u"sex"_qs, m_sex->currentIndex()}};
    for (auto it = m_edits.begin(); it != m_edits.end(); ++it)
        json.insert(it.key(), it.value()->text());
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void PatientForm::restore(const QString &draft)
{
    const QJsonObject json = QJsonDocument::fromJson(draft.toUtf8()).object();
    if (json.isEmpty())
        return;
    m_filling = true;
    for (auto it = m_edits.begin(); it != m_edits.end(); ++it)
        if (json.contains(it.key()))
            it.value()->setText(json.value(it.key()).toString());
    m_sex->setCurrentIndex(std::clamp(json.value(u"sex").toInt(), 0, int(sexCodes.size()) - 1));
    m_filling = false;
    m_dirty = true;
    m_message->setGrade(uikit::Meaning::Info);
    m_message->setText(tr("Saisie retrouvée, pas encore enregistrée."));
    m_message->show();
}

} // namespace ambroise::patient::ui
