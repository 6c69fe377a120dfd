// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/patientform.h>

#include "patientfields.h"

#include <ambroise/core/text.h>
#include <ambroise/uikit/message.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ambroise::patient::ui {
namespace {

constexpr std::chrono::milliseconds pause{300};
const QString staleVersion = QStringLiteral("storage.version");

FieldTexts textsIn(const QJsonObject &json)
{
    FieldTexts texts;
    for (auto it = json.begin(); it != json.end(); ++it)
        if (it.value().isString())
            texts.insert(it.key(), it.value().toString());
    return texts;
}

//! "14/03/1958" of "1958-03-14", "03/1958" of "1958-03-00", as somebody would type it.
QString typedDate(const QString &told)
{
    QStringList parts = told.split(u'-');
    parts.removeAll(u"00"_qs);
    std::reverse(parts.begin(), parts.end());
    return parts.join(u'/');
}

} // namespace

PatientForm::PatientForm(FormServices services, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_fields(new PatientFields(m_services.explain, m_services.places, clock))
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(m_fields, &PatientFields::edited, this, &PatientForm::touched);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        (void)keepDraft(); // says itself where it could not
        look();
    });
}

void PatientForm::build()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_fields);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    setFocusProxy(m_fields->first());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    m_warning = addLine(uikit::Meaning::Caution);
    m_newer = addLine(uikit::Meaning::Caution);
    m_newer->addAct(tr("Reprendre"), {}, [this] { takeOver(); });
    m_unkept = addLine(uikit::Meaning::Stop);
    m_message = addLine(uikit::Meaning::Stop);
}

uikit::MessageLine *PatientForm::addLine(uikit::Meaning grade)
{
    auto *line = new uikit::MessageLine(grade, this);
    line->hide();
    layout()->addWidget(line);
    return line;
}

void PatientForm::say(uikit::Meaning grade, const QString &strong, const QString &rest)
{
    m_message->say(grade, strong, rest);
}

bool PatientForm::isDirty() const
{
    return !m_fields->modified().isEmpty();
}

void PatientForm::edit(const Patient &patient)
{
    m_before = patient;
    m_fields->fill(patient.details);
    m_looked = true;
    for (uikit::MessageLine *line : {m_warning, m_newer, m_message})
        line->hide();
}

void PatientForm::follow(const Patient &now)
{
    if (m_before && m_before->version == now.version)
        return;
    if (!isDirty()) {
        edit(now);
        return;
    }
    m_newer->setText(m_services.explain({ErrorCode::Conflict, staleVersion, {}}));
    m_newer->show();
    m_newer->announce();
}

//! The newer version under what was typed here.
void PatientForm::takeOver()
{
    const auto now = m_services.reload();
    if (!now.ok()) {
        say(uikit::Meaning::Stop, m_services.explain(now.error()));
        return;
    }
    const QString typed = draft();
    const FieldTexts before = m_fields->filled();
    edit(*now);
    (void)putDraft(typed); // what both changed stands under its field
    QStringList taken;
    const FieldTexts mine = m_fields->modified();
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        if (m_fields->filled().value(it.key()) != it.value() && !mine.contains(it.key()))
            taken << m_fields->label(it.key());
    say(uikit::Meaning::Info,
        taken.isEmpty() ? tr("Dossier relu.") : tr("Repris : %1.").arg(taken.join(u", "_qs)),
        isDirty() ? tr("Votre saisie reste, pas encore enregistrée.") : QString());
    m_draftKept = false; // it tells now what the newer version is changed into
    (void)keepDraft();
}

void PatientForm::touched()
{
    m_draftKept = false;
    m_looked = false;
    m_message->hide();
    (void)m_fields->details(); // shows under each field what is wrong with it
    m_pause.start();
}

Status PatientForm::keepDraft()
{
    if (m_draftKept)
        return done();
    const Status kept = m_services.saveDraft(isDirty() ? draft() : QString());
    m_draftKept = kept.ok();
    if (!kept.ok()) {
        m_unkept->setText(tr("Brouillon non enregistré."), m_services.explain(kept.error()));
        if (m_unkept->isHidden())
            m_unkept->announce();
    }
    m_unkept->setVisible(!kept.ok());
    return kept;
}

//! Tells what saving would do besides; true where that was not told before.
bool PatientForm::look()
{
    m_looked = true;
    const QString before = m_warning->isHidden() ? QString() : m_warning->text();
    m_warning->hide();
    m_warning->clearActs();
    if (m_before)
        lookForLoss();
    else
        lookForClose();
    const bool isNew = !m_warning->isHidden() && m_warning->text() != before;
    if (isNew)
        m_warning->announce();
    return isNew;
}

void PatientForm::lookForClose()
{
    const auto strict = m_fields->traits();
    if (!strict.ok())
        return;
    const auto close = m_services.near(*strict);
    if (close.ok() && close->isEmpty())
        return;
    m_warning->show();
    if (!close.ok()) { // not the same as "nobody near"
        m_warning->setText(tr("Dossiers proches non recherchés"),
                           m_services.explain(close.error()));
        return;
    }
    const PatientSummary &nearest = close->first().summary;
    m_warning->setText(tr("Dossier proche"),
                       u"%1, %2"_qs.arg(displayName(nearest), text::frenchDate(nearest.birthDate)));
    m_warning->addAct(tr("Ouvrir"), {}, [this, id = nearest.id] { m_services.open(id); });
}

void PatientForm::lookForLoss()
{
    const auto strict = m_fields->traits();
    const identity::Identity &before = m_before->details.identity;
    if (!strict.ok() || !before.ins() || before.withTraits(*strict).ins())
        return;
    m_warning->setText(tr("Trait issu d’INSi modifié :"),
                       tr("enregistrer repasse l’identité en provisoire, sans INS"));
    m_warning->show();
}

void PatientForm::save()
{
    m_fields->settlePlace();
    const auto whole = m_fields->details();
    if (whole.ok() && !m_looked && look()) {
        say(uikit::Meaning::Caution, tr("Pas encore enregistré."),
            tr("Lire l’avertissement, puis enregistrer de nouveau."));
        return;
    }
    const auto kept = whole.ok() ? m_services.save(*whole, m_before ? m_before->version : 0)
                                 : Result<Patient>(whole.error());
    if (!kept.ok()) {
        const QString sentence = m_services.explain(kept.error());
        if (kept.error().subject != staleVersion) {
            say(uikit::Meaning::Stop, sentence);
            return;
        }
        m_newer->setText(sentence);
        m_newer->show();
        m_newer->announce();
        return;
    }
    m_pause.stop();
    edit(*kept);
    m_draftKept = true;
    m_unkept->hide();
    // One that stays does no harm: it differs in nothing, or comes back with "Dossier proche".
    (void)m_services.saveDraft({});
    Q_EMIT saved();
}

//! By field what was typed; under "was" what stood there.
QString PatientForm::draft() const
{
    QJsonObject json;
    QJsonObject was;
    const FieldTexts typed = m_fields->modified();
    for (auto it = typed.cbegin(); it != typed.cend(); ++it) {
        json.insert(it.key(), it.value());
        was.insert(it.key(), m_fields->filled().value(it.key()));
    }
    json.insert(u"was"_qs, was);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

bool PatientForm::putDraft(const QString &draft)
{
    QJsonObject json = QJsonDocument::fromJson(draft.toUtf8()).object();
    const QJsonObject was = json.take(u"was"_qs).toObject();
    const bool twice = m_fields->put(textsIn(json), textsIn(was));
    (void)m_fields->details(); // shows under each field what is wrong with it
    look();
    return twice;
}

void PatientForm::restore(const QString &draft)
{
    const bool twice = putDraft(draft);
    if (!isDirty()) { // somebody wrote the same meanwhile
        (void)m_services.saveDraft({});
        return;
    }
    say(uikit::Meaning::Info, tr("Saisie retrouvée, pas encore enregistrée."),
        twice ? tr("Une autre personne a écrit dans les mêmes champs.") : QString());
}

void PatientForm::begin(const SoughtPerson &typed)
{
    m_fields->put({{u"surname"_qs, typed.surname},
                   {u"given_names"_qs, typed.givenName},
                   {u"birth_date"_qs, typed.birthDate}},
                  {});
    touched();
    look();
}

void PatientForm::propose(const identity::ToldTraits &told, Teller teller)
{
    const QString list =
        identity::normalise(identity::NameField::GivenNames, told.givenNames).value;
    m_fields->put({{u"surname"_qs, told.surname},
                   {u"given_names"_qs, list},
                   {u"first_given_name"_qs, list.section(u' ', 0, 0)},
                   {u"birth_date"_qs, typedDate(told.birthDate)},
                   {u"sex"_qs, told.sex},
                   {u"birth_place"_qs, told.birthPlace}},
                  {});
    m_fields->settlePlace();
    touched();
    look();
    say(uikit::Meaning::Info,
        teller == Teller::CarteVitale ? tr("Traits lus sur une carte Vitale, qui ne prouve rien.")
                                      : tr("Traits lus sur un code INS."),
        tr("Les vérifier ; INSi et la pièce restent à contrôler."));
}

} // namespace ambroise::patient::ui
