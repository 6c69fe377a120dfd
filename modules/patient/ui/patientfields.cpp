// SPDX-License-Identifier: GPL-3.0-or-later
#include "patientfields.h"

#include "placefield.h"

#include <ambroise/core/partialdate.h>
#include <ambroise/core/text.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ambroise::patient::ui {
namespace {

constexpr int notesHeight = 92; // four lines
constexpr int mostShown = 160;  // of what somebody else wrote
const QString usedSurname = QStringLiteral("used_surname");
const QString birthPlaceId = QStringLiteral("birth_place");

//! toPlainText() would make an ordinary space of each no-break one.
QString textIn(const QPlainTextEdit &edit)
{
    QString text = edit.document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

FieldTexts textsOf(const PatientDetails &details)
{
    const identity::StrictTraits &traits = details.identity.traits();
    const Contacts &contacts = details.contacts;
    return {
        {u"surname"_qs, traits.surname().text()},
        {u"given_names"_qs, traits.givenNames().text()},
        {u"first_given_name"_qs, traits.firstGivenName().text()},
        {u"birth_date"_qs, text::frenchDate(traits.birthDate().date())},
        {u"sex"_qs, code(traits.sex())},
        {birthPlaceId, PlaceField::textOf(traits.birthPlace())},
        {usedSurname, details.usedSurname},
        {u"used_given_name"_qs, details.usedGivenName},
        {u"phone"_qs, contacts.phones.isEmpty() ? QString() : contacts.phones.first().toFrench()},
        {u"email"_qs, contacts.email ? contacts.email->toString() : QString()},
        {u"street"_qs, contacts.address.street},
        {u"postal_code"_qs, contacts.address.postalCode},
        {u"city"_qs, contacts.address.city},
        {u"medecin_traitant"_qs, details.medecinTraitant},
        {u"deceased_on"_qs, text::frenchDate(details.deceasedOn)},
        {u"notes"_qs, details.notes}};
}

} // namespace

PatientFields::PatientFields(std::function<QString(const Error &error)> explain,
                             const PlaceServices &places, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_explain(std::move(explain))
    , m_clock(clock)
{
    build(places);
    for (auto it = m_inputs.cbegin(); it != m_inputs.cend(); ++it)
        m_filled.insert(it.key(), text(it.key()));
    tellPlace();
}

void PatientFields::add(uikit::FormGrid *grid, const QString &id, const QString &label, int span)
{
    // No length: what does not fit is refused by name, never cut short.
    auto *edit = new QLineEdit;
    m_inputs.insert(id, edit);
    m_fields.insert(id, grid->add(label, edit, span));
    connect(edit, &QLineEdit::textEdited, this, &PatientFields::edited);
}

void PatientFields::addPlace(uikit::FormGrid *grid, const PlaceServices &places)
{
    const auto born = [this] {
        const auto date = birthDate();
        return date.ok() ? date->date() : QDate();
    };
    m_place = new PlaceField(places, born, m_clock);
    m_inputs.insert(birthPlaceId, m_place);
    m_fields.insert(birthPlaceId, grid->add(tr("Lieu de naissance"), m_place));
    connect(m_place, &PlaceField::edited, this, &PatientFields::edited);
}

void PatientFields::addNotes(uikit::FormGrid *grid)
{
    auto *edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(uikit::scaled(notesHeight));
    m_inputs.insert(u"notes"_qs, edit);
    m_fields.insert(u"notes"_qs, grid->add(tr("Note pour l’accueil"), edit, 2));
    connect(edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
}

void PatientFields::build(const PlaceServices &places)
{
    auto *sex = new QComboBox;
    sex->addItem(tr("à préciser"), QString());
    sex->addItem(tr("Féminin"), u"F"_qs);
    sex->addItem(tr("Masculin"), u"M"_qs);
    sex->addItem(tr("Indéterminé"), u"I"_qs);
    connect(sex, &QComboBox::activated, this, &PatientFields::edited);
    auto *strict = new uikit::FormGrid(2);
    auto *contacts = new uikit::FormGrid(2);
    add(strict, u"surname"_qs, tr("Nom de naissance"));
    add(strict, u"given_names"_qs, tr("Prénoms de naissance, dans l’ordre"));
    add(strict, u"first_given_name"_qs, tr("Premier prénom"));
    add(strict, u"birth_date"_qs, tr("Date de naissance"));
    m_inputs.insert(u"sex"_qs, sex);
    m_fields.insert(u"sex"_qs, strict->add(tr("Sexe"), sex));
    addPlace(strict, places);
    add(contacts, usedSurname, tr("Nom utilisé"));
    add(contacts, u"used_given_name"_qs, tr("Prénom utilisé"));
    add(contacts, u"phone"_qs, tr("Téléphone"));
    add(contacts, u"email"_qs, tr("Adresse électronique"));
    add(contacts, u"street"_qs, tr("Rue"), 2);
    add(contacts, u"postal_code"_qs, tr("Code postal"));
    add(contacts, u"city"_qs, tr("Ville"));
    add(contacts, u"medecin_traitant"_qs, tr("Médecin traitant"));
    add(contacts, u"deceased_on"_qs, tr("Décès le"));
    addNotes(contacts);
    clearRemarks();

    const auto title = [this](const QString &text) {
        return new uikit::Label(text, uikit::TextRole::Document, uikit::Token::Text, true, this);
    };
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                               uikit::scaled(12));
    layout->setSpacing(uikit::scaled(12));
    layout->addWidget(title(tr("Identité")));
    layout->addWidget(strict);
    layout->addWidget(title(tr("Nom utilisé et contacts")));
    layout->addWidget(contacts);
    layout->addStretch();
    setMaximumWidth(uikit::scaled(860));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void PatientFields::clearRemarks()
{
    m_contested.clear();
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        it.value()->setError({});
        it.value()->setHint(it.key() == usedSurname ? tr("Laisser vide s’il n’est pas utilisé.")
                                                    : QString());
    }
}

QString PatientFields::text(const QString &id) const
{
    const QWidget *input = m_inputs.value(id);
    if (const auto *line = qobject_cast<const QLineEdit *>(input))
        return line->text();
    if (const auto *notes = qobject_cast<const QPlainTextEdit *>(input))
        return textIn(*notes);
    const auto *choice = qobject_cast<const QComboBox *>(input);
    return choice ? choice->currentData().toString() : QString();
}

void PatientFields::setText(const QString &id, const QString &text)
{
    QWidget *input = m_inputs.value(id);
    m_filling = true;
    if (auto *line = qobject_cast<QLineEdit *>(input))
        line->setText(text);
    else if (auto *notes = qobject_cast<QPlainTextEdit *>(input))
        notes->setPlainText(text);
    else if (auto *choice = qobject_cast<QComboBox *>(input))
        choice->setCurrentIndex(std::max(0, choice->findData(text)));
    m_filling = false;
}

QString PatientFields::label(const QString &id) const
{
    const QWidget *input = m_inputs.value(id);
    return input ? input->accessibleName() : QString();
}

QString PatientFields::shown(const QString &id, const QString &text) const
{
    if (text.isEmpty())
        return tr("rien");
    if (const auto *choice = qobject_cast<const QComboBox *>(m_inputs.value(id)))
        return choice->itemText(choice->findData(text));
    const QString line = text.simplified();
    return line.size() > mostShown ? line.left(mostShown) + u'…' : line;
}

void PatientFields::fill(const PatientDetails &details)
{
    m_before = details;
    clearRemarks();
    const FieldTexts texts = textsOf(details);
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        setText(it.key(), it.value());
        m_filled.insert(it.key(), text(it.key()));
    }
    tellPlace();
}

void PatientFields::settlePlace()
{
    if (isModified(birthPlaceId))
        m_place->settle();
}

bool PatientFields::put(const FieldTexts &typed, const FieldTexts &was)
{
    bool twice = false;
    for (auto it = typed.cbegin(); it != typed.cend(); ++it) {
        const QString &id = it.key();
        uikit::FormField *field = m_fields.value(id);
        if (!field)
            continue;
        setText(id, it.value());
        const QString theirs = m_filled.value(id);
        if (!isModified(id) || was.value(id, theirs) == theirs)
            continue;
        field->setHint(tr("Écrit entre-temps par une autre personne : %1").arg(shown(id, theirs)));
        m_contested.insert(id);
        twice = true;
    }
    return twice;
}

FieldTexts PatientFields::modified() const
{
    FieldTexts out;
    for (auto it = m_inputs.cbegin(); it != m_inputs.cend(); ++it)
        if (isModified(it.key()))
            out.insert(it.key(), text(it.key()));
    return out;
}

//! An empty field is wrong only when it is saved.
template <class R>
R PatientFields::told(const QString &id, R result)
{
    const bool wrong = !result.ok() && !typed(id).isEmpty();
    m_fields.value(id)->setError(wrong ? m_explain(result.error()) : QString());
    return result;
}

//! The text of an interpreted date reads as a known one.
Result<identity::BirthDate> PatientFields::birthDate() const
{
    if (m_before && !isModified(u"birth_date"_qs))
        return m_before->identity.traits().birthDate();
    return identity::BirthDate::parse(typed(u"birth_date"_qs), m_clock.today());
}

Result<identity::BirthPlace> PatientFields::birthPlace() const
{
    if (m_before && !isModified(birthPlaceId))
        return m_before->identity.traits().birthPlace();
    return m_place->place();
}

void PatientFields::tellPlace()
{
    if (m_contested.contains(birthPlaceId))
        return; // that stands there
    const auto remark = m_place->remark();
    m_fields.value(birthPlaceId)->setHint(remark.ok() ? *remark : m_explain(remark.error()));
}

Result<identity::StrictTraits> PatientFields::traits()
{
    using namespace identity;
    const auto surname = told(u"surname"_qs, BirthSurname::parse(typed(u"surname"_qs)));
    const auto names = told(u"given_names"_qs, GivenNames::parse(typed(u"given_names"_qs)));
    QString firstText = typed(u"first_given_name"_qs);
    if (firstText.isEmpty())
        firstText = typed(u"given_names"_qs).section(u' ', 0, 0);
    const auto first = told(u"first_given_name"_qs, GivenNames::parse(firstText));
    const auto birth = told(u"birth_date"_qs, birthDate());
    const auto place = told(birthPlaceId, birthPlace());
    tellPlace();
    AMBROISE_CHECK(surname);
    AMBROISE_CHECK(names);
    AMBROISE_CHECK(first);
    AMBROISE_CHECK(birth);
    const auto sex = sexOf(text(u"sex"_qs));
    if (!sex)
        return Error{ErrorCode::Invalid, u"patient.sex"_qs, {}};
    AMBROISE_CHECK(place);
    return told(u"first_given_name"_qs,
                StrictTraits::make({*surname, *names, *first, *birth, *sex, *place}));
}

Result<PatientDetails> PatientFields::details()
{
    const auto strict = traits();
    const auto reached = contacts();
    const auto death = told(u"deceased_on"_qs, deceasedOn());
    const Status lengths = checkLengths();
    AMBROISE_CHECK(strict);
    AMBROISE_CHECK(reached);
    AMBROISE_CHECK(death);
    AMBROISE_CHECK(lengths);
    PatientDetails details =
        m_before ? *m_before : PatientDetails{identity::Identity::provisional(*strict)};
    details.identity = details.identity.withTraits(*strict);
    details.contacts = *reached;
    details.deceasedOn = *death;
    details.usedSurname = typed(usedSurname);
    details.usedGivenName = typed(u"used_given_name"_qs);
    details.medecinTraitant = typed(u"medecin_traitant"_qs);
    details.notes = typed(u"notes"_qs);
    return details;
}

Status PatientFields::checkLengths()
{
    static const QMap<QString, qsizetype> limits = {
        {usedSurname, DetailLimits::line},    {u"used_given_name"_qs, DetailLimits::line},
        {u"street"_qs, DetailLimits::street}, {u"postal_code"_qs, DetailLimits::line},
        {u"city"_qs, DetailLimits::line},     {u"medecin_traitant"_qs, DetailLimits::line},
        {u"notes"_qs, DetailLimits::notes},
    };
    Status all = done();
    for (auto it = limits.cbegin(); it != limits.cend(); ++it) {
        const bool fits = typed(it.key()).size() <= it.value();
        const Status one = told(
            it.key(), fits ? done() : Status(Error{ErrorCode::Invalid, u"patient.length"_qs, {}}));
        if (!one.ok())
            all = one;
    }
    return all;
}

Result<QDate> PatientFields::deceasedOn()
{
    const QString written = typed(u"deceased_on"_qs);
    if (written.isEmpty())
        return QDate();
    AMBROISE_TRY(const PartialDate date, PartialDate::parse(written, m_clock.today()));
    const std::optional<QDate> whole = date.whole();
    if (!whole)
        return Error{ErrorCode::Invalid, u"date.shape"_qs, {}};
    if (*whole > m_clock.today())
        return Error{ErrorCode::Invalid, u"date.future"_qs, {}};
    return *whole;
}

Result<Contacts> PatientFields::contacts()
{
    Contacts out = m_before ? m_before->contacts : Contacts{};
    out.address.street = typed(u"street"_qs);
    out.address.postalCode = typed(u"postal_code"_qs);
    out.address.city = typed(u"city"_qs);
    const auto phone = told(u"phone"_qs, PhoneNumber::parse(typed(u"phone"_qs)));
    const auto email = told(u"email"_qs, EmailAddress::parse(typed(u"email"_qs)));
    // The first number is the one of this field; further ones stay.
    if (typed(u"phone"_qs).isEmpty()) {
        if (!out.phones.isEmpty())
            out.phones.removeFirst();
    } else if (isModified(u"phone"_qs)) {
        AMBROISE_CHECK(phone);
        out.phones = QList{*phone} + out.phones.mid(1);
    }
    if (typed(u"email"_qs).isEmpty()) {
        out.email.reset();
    } else if (isModified(u"email"_qs)) {
        AMBROISE_CHECK(email);
        out.email = *email;
    }
    return out;
}

} // namespace ambroise::patient::ui
