// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaryform.h"

#include "summarywords.h"

#include <ambroise/core/text.h>
#include <ambroise/record/treatment.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/pickline.h>
#include <ambroise/uikit/segmented.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

namespace ambroise::record::ui {
namespace {

constexpr int longestLabel = 200;
constexpr int longestBody = 2000;

bool hasCode(EntryKind kind)
{
    return kind == EntryKind::Problem || kind == EntryKind::Antecedent ||
           kind == EntryKind::FamilyAntecedent;
}

//! A treatment is stopped with its reason, by an act of its own.
bool mayEnd(EntryKind kind)
{
    return kind != EntryKind::FamilyAntecedent && kind != EntryKind::Treatment;
}

QString bodyWord(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Allergy:
        return SummaryForm::tr("Réaction");
    case EntryKind::Treatment:
        return SummaryForm::tr("Posologie");
    default:
        return SummaryForm::tr("Précision");
    }
}

QString overWord(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Problem:
        return SummaryForm::tr("Terminé : passe aux antécédents");
    default:
        return SummaryForm::tr("Noté par erreur : à retirer");
    }
}

//! As it is typed: « 2011 », « 03/2011 », « 12/03/2011 ».
QString typedSince(const NewEntry &line)
{
    const auto since = sinceOf(line);
    if (!since)
        return line.happened.isValid() && !isSinceUnknown(line)
                   ? QString::number(line.happened.toLocalTime().date().year())
                   : QString();
    QStringList parts;
    for (const int part : {since->day(), since->month()})
        if (part > 0)
            parts << QString::number(part).rightJustified(2, u'0');
    parts << QString::number(since->year());
    return parts.join(u'/');
}

} // namespace

SummaryForm::SummaryForm(const RecordServices &services, const Clock &clock, QWidget *parent)
    : SideForm({}, tr("Garder"), Keeps::OnEnter, parent)
    , m_services(services)
    , m_clock(clock)
    , m_kind(new QComboBox(this))
    , m_label(new uikit::PickLine([this](const QString &typed) { return find(typed); },
                                  tr("Codes trouvés"), this))
    , m_since(new QLineEdit(this))
    , m_body(new QLineEdit(this))
    , m_whose(new QComboBox(this))
    , m_allergen(new QComboBox(this))
    , m_severity(new QComboBox(this))
    , m_certainty(new QComboBox(this))
    , m_use(new uikit::Segmented(tr("Usage"), treatmentUseWords(), uikit::Segmented::Density::Dense,
                                 this))
    , m_plannedEnd(new QLineEdit(this))
    , m_over(new QCheckBox(this))
{
    build();
    connect(this, &SideForm::keepRequested, this, &SummaryForm::keep);
    connect(m_label, &uikit::PickLine::taken, this, &SummaryForm::take);
    connect(m_label, &uikit::PickLine::keepRequested, this, &SummaryForm::keep);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SummaryForm::followKind);
    setFocusProxy(m_label);
}

void SummaryForm::build()
{
    m_label->setProposesFirst(false); // a code is chosen, never by accident
    m_label->line()->setMaxLength(longestLabel);
    m_body->setMaxLength(longestBody);
    for (const EntryKind kind : summaryKinds())
        m_kind->addItem(lineWord(kind), int(kind));
    m_whose->setEditable(true);
    m_whose->addItems({tr("père"), tr("mère"), tr("frère"), tr("sœur"), tr("fils"), tr("fille"),
                       tr("grand-parent"), tr("oncle, tante")});
    m_allergen->addItems(allergenWords());
    m_severity->addItems(severityWords());
    m_certainty->addItems(certaintyWords());
    auto *form = new uikit::FormGrid(1);
    form->add(tr("Genre"), m_kind);
    m_labelField = form->add(tr("Intitulé"), m_label);
    m_whoseField = form->add(tr("De qui"), m_whose);
    m_sinceField = form->add(tr("Depuis"), m_since);
    m_sinceField->setHint(tr("année, mois/année ou date"));
    m_bodyField = form->add(tr("Précision"), m_body);
    m_allergyFields = {form->add(tr("Nature"), m_allergen), form->add(tr("Gravité"), m_severity),
                       form->add(tr("Certitude"), m_certainty)};
    m_plannedEndField = form->add(tr("Fin prévue"), m_plannedEnd);
    m_plannedEndField->setHint(tr("date, ou durée : 10 j, 3 mois"));
    m_useField = form->add(tr("Usage"), m_use);
    form->add(m_over);
    addField(form);
}

void SummaryForm::begin(EntryKind kind)
{
    Entry line;
    line.content.kind = kind;
    setTitle(tr("Ajouter au résumé"));
    fill(line);
    m_kind->setEnabled(true);
}

void SummaryForm::edit(const Entry &line)
{
    setTitle(tr("Modifier"));
    fill(line);
    m_kind->setEnabled(false);
}

void SummaryForm::fill(const Entry &line)
{
    m_before = line;
    const QList<ConditionCode> codes = conditionCodesIn(line.content.code);
    m_code = codes.isEmpty() ? std::nullopt : std::optional(codes.first());
    m_codeChanged = false;
    problem()->hide();
    m_labelField->setError({});
    m_sinceField->setError({});
    m_plannedEndField->setError({});
    m_kind->setCurrentIndex(m_kind->findData(int(line.content.kind)));
    m_label->setText(line.content.title);
    m_since->setText(typedSince(line.content));
    m_body->setText(line.content.body);
    if (line.content.kind == EntryKind::FamilyAntecedent)
        m_whose->setCurrentText(line.content.unit);
    const auto allergy = AllergyDetails::fromStored(line.content.unit);
    m_allergen->setCurrentIndex(int(allergy.kind));
    m_severity->setCurrentIndex(int(allergy.severity));
    m_certainty->setCurrentIndex(int(allergy.certainty));
    const auto treatment = TreatmentDetails::fromStored(
        line.content.kind == EntryKind::Treatment ? line.content.unit : QString());
    m_use->setCurrent(int(treatment.use));
    m_plannedEnd->setText(text::frenchDate(treatment.plannedEnd));
    m_over->setChecked(!line.content.active);
    followKind();
}

EntryKind SummaryForm::kind() const
{
    return EntryKind(m_kind->currentData().toInt());
}

void SummaryForm::followKind()
{
    const EntryKind now = kind();
    m_whoseField->setVisible(now == EntryKind::FamilyAntecedent);
    for (uikit::FormField *field : std::as_const(m_allergyFields))
        field->setVisible(now == EntryKind::Allergy);
    for (uikit::FormField *field : {m_useField, m_plannedEndField})
        field->setVisible(now == EntryKind::Treatment);
    m_bodyField->setLabel(bodyWord(now));
    m_over->setText(overWord(now));
    m_over->setVisible(m_before.id.isStored() && mayEnd(now));
    m_labelField->setHint(m_code ? m_code->code() : QString());
    if (!hasCode(now))
        m_label->close();
}

QStringList SummaryForm::find(const QString &typed)
{
    const QString before = text::folded(m_before.content.title);
    if (before.isEmpty() || !text::folded(typed).contains(before)) {
        m_code.reset(); // it was that of another label
        m_codeChanged = true;
        m_labelField->setHint({});
    }
    m_conditions = hasCode(kind()) && m_services.searchConditions
                       ? m_services.searchConditions(typed)
                       : QList<Condition>();
    QStringList names;
    for (const Condition &one : std::as_const(m_conditions))
        names << one.code.code() + u"  "_qs + one.label;
    return names;
}

void SummaryForm::take(int row)
{
    if (row < 0 || row >= m_conditions.size())
        return;
    m_label->setText(m_conditions.at(row).label);
    m_code = m_conditions.at(row).code;
    m_codeChanged = true;
    m_labelField->setHint(m_code->code());
    m_since->setFocus(Qt::OtherFocusReason);
}

Result<Entry> SummaryForm::line() const
{
    Entry now = m_before;
    now.content.kind = kind();
    now.content.title = m_label->line()->text().simplified();
    now.content.body = m_body->text().trimmed();
    if (hasCode(kind()) && m_codeChanged) // else what it had stays, of whatever system
        now.content.code = m_code ? m_code->stored() : QString();
    now.content.active = !m_over->isChecked();
    if (kind() == EntryKind::FamilyAntecedent)
        now.content.unit = m_whose->currentText().simplified();
    if (kind() == EntryKind::Allergy)
        now.content.unit = AllergyDetails{AllergenKind(m_allergen->currentIndex()),
                                          AllergySeverity(m_severity->currentIndex()),
                                          AllergyCertainty(m_certainty->currentIndex())}
                               .stored();
    AMBROISE_CHECK(putSince(now));
    AMBROISE_CHECK(putTreatment(now));
    return now;
}

Status SummaryForm::putSince(Entry &line) const
{
    if (m_since->text() == typedSince(m_before.content) && m_before.id.isStored())
        return done(); // as it was
    const QDate today = m_clock.today();
    if (m_since->text().trimmed().isEmpty()) {
        setSinceUnknown(line.content, m_clock.now());
        return done();
    }
    AMBROISE_TRY(const auto since, PartialDate::parse(m_since->text(), today));
    setSince(line.content, since);
    if (since.year() == 0 || line.content.happened.date() > today)
        return Error{ErrorCode::Invalid, u"entry.date"_qs, {}};
    return done();
}

//! What is not known of its details stays as it was written.
Status SummaryForm::putTreatment(Entry &line) const
{
    if (kind() != EntryKind::Treatment)
        return done();
    const auto before = TreatmentDetails::fromStored(m_before.content.unit);
    TreatmentDetails after = before;
    after.use = TreatmentUse(m_use->current());
    if (m_plannedEnd->text() != text::frenchDate(before.plannedEnd)) {
        const auto since = sinceOf(line.content);
        const QDate start = since ? since->whole().value_or(QDate()) : QDate();
        AMBROISE_TRY(const auto end, plannedEndTyped(m_plannedEnd->text(), start, m_clock.today()));
        after.plannedEnd = end.value_or(QDate());
    }
    if (after != before)
        line.content.unit = after.stored();
    return done();
}

void SummaryForm::keep()
{
    m_labelField->setError(m_label->line()->text().trimmed().isEmpty()
                               ? m_services.explain({ErrorCode::Invalid, u"entry.title"_qs, {}})
                               : QString());
    const auto now = line();
    m_sinceField->setError({});
    m_plannedEndField->setError({});
    if (!now.ok())
        tellWrong(now.error());
    if (!now.ok() || !m_labelField->error().isEmpty())
        return;
    const Status done = m_services.keepLine(*now);
    if (done.ok())
        Q_EMIT kept();
    else if (done.error().subject == u"storage.version")
        tellConflict();
    else
        tell(m_services.explain(done.error()));
}

void SummaryForm::tellWrong(const Error &error)
{
    const bool ofEnd = error.subject.startsWith(u"treatment.");
    (ofEnd ? m_plannedEndField : m_sinceField)->setError(m_services.explain(error));
}

//! Somebody else changed the line meanwhile: theirs is in the record, this one in the form, until
//! one of them is chosen; both stay in its history.
void SummaryForm::tellConflict()
{
    const auto theirs = m_services.find(m_before.id);
    if (!theirs.ok()) {
        tell(m_services.explain(theirs.error()));
        return;
    }
    tell(tr("Deux versions"));
    problem()->setGrade(uikit::Meaning::Caution);
    m_labelField->setError(
        tr("Modifié par %1 : « %2 »")
            .arg(theirs->authorName, QStringList{theirs->content.title, theirs->content.body}
                                         .filter(QRegularExpression(u"."_qs))
                                         .join(u", "_qs)));
    problem()->addAct(tr("Le mien"), {}, [this, version = theirs->version] {
        m_before.version = version;
        keep();
    });
    problem()->addAct(tr("Le sien"), {}, [this] { Q_EMIT kept(); });
}

} // namespace ambroise::record::ui
