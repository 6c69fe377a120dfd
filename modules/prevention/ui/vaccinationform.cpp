// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaccinationform.h"

#include <ambroise/codes/classify.h>
#include <ambroise/core/text.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QListWidget>

namespace ambroise::prevention::ui {
namespace {

constexpr int valencesHeight = 92;

Error unreadable()
{
    return {ErrorCode::Invalid, u"vaccination.date"_qs, {}};
}

} // namespace

VaccinationForm::VaccinationForm(const PreventionServices &services, QWidget *parent)
    : SideForm(tr("Vaccination"), tr("Enregistrer"), Keeps::OnCtrlEnter, parent)
    , m_services(services)
    , m_hint(new uikit::Label(tr("Lire le Datamatrix de la boîte, ou saisir le nom."),
                              uikit::TextRole::Small, uikit::Token::Text2, false, this))
    , m_vaccine(new QLineEdit(this))
    , m_valences(new QListWidget(this))
    , m_here(new QCheckBox(tr("Fait ici"), this))
    , m_date(new QLineEdit(this))
    , m_lot(new QLineEdit(this))
    , m_expiry(new QLineEdit(this))
    , m_site(new QComboBox(this))
    , m_dose(new QLineEdit(this))
    , m_by(new QLineEdit(this))
{
    build();
    bind();
    setFocusProxy(m_vaccine);
}

void VaccinationForm::build()
{
    m_hint->setWordWrap(true);
    auto *names = new QCompleter(m_services.vaccines->names(), m_vaccine);
    names->setCaseSensitivity(Qt::CaseInsensitive);
    m_vaccine->setCompleter(names);
    for (const QString &valence : m_services.vaccines->valences()) {
        auto *item = new QListWidgetItem(m_services.vaccines->label(valence), m_valences);
        item->setData(Qt::UserRole, valence);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_valences->sortItems();
    m_valences->setFixedHeight(uikit::scaled(valencesHeight));
    m_site->setEditable(true);
    m_site->addItems({QString(), tr("deltoïde gauche"), tr("deltoïde droit"), tr("cuisse gauche"),
                      tr("cuisse droite"), tr("par la bouche")});
    auto *form = new uikit::FormGrid(2);
    m_vaccineField = form->add(tr("Vaccin"), m_vaccine, 2);
    m_valencesField = form->add(tr("Contre"), m_valences, 2);
    form->add(m_here, 2);
    m_dateField = form->add(tr("Date"), m_date);
    form->add(tr("Dose"), m_dose);
    m_lotField = form->add(tr("Lot"), m_lot);
    m_expiryField = form->add(tr("Péremption"), m_expiry);
    form->add(tr("Site"), m_site, 2);
    form->add(tr("Par"), m_by, 2);
    m_valencesField->setMinimumHeight(m_valencesField->sizeHint().height());
    addField(m_hint);
    addField(form);
}

void VaccinationForm::bind()
{
    connect(this, &SideForm::keepRequested, this, &VaccinationForm::keep);
    connect(m_vaccine, &QLineEdit::textEdited, this, [this] {
        m_cis.clear(); // what is typed is another box
        m_cip13.clear();
        followName();
    });
    connect(m_vaccine->completer(), qOverload<const QString &>(&QCompleter::activated), this,
            [this](const QString &name) {
                m_vaccine->setText(name);
                followName();
            });
    connect(m_here, &QCheckBox::toggled, this, &VaccinationForm::followPlace);
}

void VaccinationForm::begin(const QString &proposed, QDate today)
{
    m_today = today;
    setTitle(proposed.isEmpty() ? tr("Vaccination") : proposed);
    problem()->hide();
    clearErrors();
    m_cis.clear();
    m_cip13.clear();
    for (QLineEdit *edit : {m_vaccine, m_lot, m_expiry, m_dose})
        edit->clear();
    m_site->setCurrentIndex(0);
    choose({});
    m_here->setChecked(true);
    followPlace();
}

//! What is done here is done today by who is signed in, unless told otherwise.
void VaccinationForm::followPlace()
{
    const bool here = m_here->isChecked();
    m_date->setText(here ? text::frenchDate(m_today) : QString());
    m_by->setText(here ? m_services.me : QString());
    m_date->setPlaceholderText(here ? QString() : tr("jour, mois ou année ; vide : inconnue"));
}

void VaccinationForm::followName()
{
    clearErrors();
    if (const QStringList known = m_services.vaccines->valencesOf(m_vaccine->text());
        !known.isEmpty())
        choose(known);
}

void VaccinationForm::clearErrors()
{
    for (uikit::FormField *field :
         {m_vaccineField, m_valencesField, m_dateField, m_lotField, m_expiryField})
        field->setError({});
}

QStringList VaccinationForm::chosenValences() const
{
    QStringList chosen;
    for (int row = 0; row < m_valences->count(); ++row)
        if (m_valences->item(row)->checkState() == Qt::Checked)
            chosen << m_valences->item(row)->data(Qt::UserRole).toString();
    return chosen;
}

void VaccinationForm::choose(const QStringList &valences)
{
    const QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_valences->count(); ++row) {
        QListWidgetItem *item = m_valences->item(row);
        const bool chosen = valences.contains(item->data(Qt::UserRole).toString());
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
        if (chosen && !first)
            first = item;
    }
    m_valences->scrollToItem(first ? first : m_valences->item(0), QAbstractItemView::PositionAtTop);
}

void VaccinationForm::takeScan(const QString &text)
{
    problem()->hide();
    clearErrors();
    const auto box = codes::parseGs1(text.toUtf8());
    if (!box.ok()) {
        tellError(box.error());
        return;
    }
    m_lot->setText(box->lot);
    m_expiry->setText(text::frenchDate(box->expiry));
    m_cip13 = box->cip13;
    m_cis.clear();
    m_vaccine->clear();
    choose({});
    const auto drug = m_services.drugOf(box->cip13);
    if (drug.ok()) {
        m_cis = drug->cis;
        m_vaccine->setText(drug->label);
        m_vaccine->setCursorPosition(0); // the name, not the form
        const QStringList known = m_services.vaccines->valencesOf(drug->label);
        choose(known);
        if (known.isEmpty())
            tellAt(*m_valencesField, {ErrorCode::Invalid, u"vaccination.not_a_vaccine"_qs, {}});
    } else {
        tellAt(*m_vaccineField, drug.error());
        m_vaccine->setFocus(Qt::OtherFocusReason);
    }
    if (box->expiry.isValid() && box->expiry < m_today)
        tellAt(*m_expiryField, {ErrorCode::Invalid, u"vaccination.expired"_qs, {}});
    if (drug.ok())
        m_dose->setFocus(Qt::OtherFocusReason);
}

Result<VaccinationRecord::Parts> VaccinationForm::parts() const
{
    VaccinationRecord::Parts parts;
    parts.vaccine = m_vaccine->text();
    parts.cis = m_cis;
    parts.cip13 = m_cip13;
    parts.valences = chosenValences();
    parts.lot = m_lot->text();
    parts.site = m_site->currentText();
    parts.dose = m_dose->text();
    parts.by = m_by->text();
    parts.here = m_here->isChecked();
    if (!m_date->text().trimmed().isEmpty()) {
        const auto date = PartialDate::parse(m_date->text(), m_today);
        if (!date.ok())
            return unreadable();
        parts.date = *date;
    }
    if (!m_expiry->text().trimmed().isEmpty()) {
        // The day on a box is in the years to come.
        const auto expiry = PartialDate::parse(m_expiry->text(), m_today.addYears(50));
        if (!expiry.ok() || expiry->year() == 0)
            return Error{ErrorCode::Invalid, u"vaccination.expiry"_qs, {}};
        parts.expiry = latest(*expiry);
    }
    return parts;
}

void VaccinationForm::keep()
{
    problem()->hide();
    clearErrors();
    const auto written = parts();
    const auto id =
        written.ok() ? m_services.addVaccination(*written) : Result<VaccinationId>(written.error());
    if (id.ok())
        Q_EMIT kept(*id, m_vaccine->text().section(u',', 0, 0));
    else
        tellError(id.error());
}

void VaccinationForm::tellAt(uikit::FormField &field, const Error &error)
{
    field.setError(m_services.explain(error));
}

void VaccinationForm::tellError(const Error &error)
{
    const QList<std::pair<QString, uikit::FormField *>> places{
        {u"vaccination.vaccine"_qs, m_vaccineField},
        {u"vaccination.valences"_qs, m_valencesField},
        {u"vaccination.date"_qs, m_dateField},
        {u"vaccination.future"_qs, m_dateField},
        {u"vaccination.before_birth"_qs, m_dateField},
        {u"vaccination.lot"_qs, m_lotField},
        {u"vaccination.expiry"_qs, m_expiryField},
        {u"vaccination.expired"_qs, m_expiryField}};
    for (const auto &[subject, field] : places)
        if (error.subject == subject) {
            tellAt(*field, error);
            field->field()->setFocus(Qt::OtherFocusReason);
            return;
        }
    tell(m_services.explain(error));
}

} // namespace ambroise::prevention::ui
