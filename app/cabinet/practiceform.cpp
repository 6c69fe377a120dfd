// SPDX-License-Identifier: GPL-3.0-or-later
#include "practiceform.h"

#include "fieldcheck.h"

#include <ambroise/patient/contacts.h>
#include <ambroise/uikit/form.h>

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace ambroise::app {
namespace {

using access::PracticeProfile;

//! The certificate that signs the ordonnances bears the name: 64 characters at most (RFC 5280).
constexpr int longestName = 64;
constexpr int longestText = 200;

Status wanted(bool there, const QString &subject)
{
    return there ? done() : Status(Error{ErrorCode::Invalid, subject, {}});
}

//! An empty text is good: the field may be left out.
template <class Value>
Status optional(const QString &text)
{
    if (text.isEmpty())
        return done();
    const auto parsed = Value::parse(text);
    return parsed.ok() ? done() : Status(parsed.error());
}

} // namespace

PracticeForm::PracticeForm(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new uikit::FormGrid(2, this);
    add(*grid, tr("Nom du cabinet"), &PracticeProfile::name, 2);
    add(*grid, tr("Rue"), &PracticeProfile::street, 2);
    add(*grid, tr("Code postal"), &PracticeProfile::postalCode);
    add(*grid, tr("Ville"), &PracticeProfile::city);
    add(*grid, tr("Téléphone"), &PracticeProfile::phone);
    add(*grid, tr("Adresse électronique"), &PracticeProfile::email);
    add(*grid, tr("Numéro FINESS, facultatif"), &PracticeProfile::finess);
    of(&PracticeProfile::name).edit->setMaxLength(longestName);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(grid);
    setFocusProxy(m_fields.first().edit);
}

void PracticeForm::add(uikit::FormGrid &grid, const QString &label, QString PracticeProfile::*value,
                       int span)
{
    auto *edit = new QLineEdit;
    edit->setMaxLength(longestText);
    m_fields << Field{edit, grid.add(label, edit, span), value};
    connect(edit, &QLineEdit::textEdited, this, [this, form = m_fields.last().form] {
        form->setError({});
        showHints();
        Q_EMIT edited();
    });
}

PracticeForm::Field &PracticeForm::of(QString PracticeProfile::*value)
{
    return *std::find_if(m_fields.begin(), m_fields.end(),
                         [value](const Field &field) { return field.value == value; });
}

void PracticeForm::set(const PracticeProfile &profile)
{
    m_before = profile;
    for (const Field &field : std::as_const(m_fields)) {
        field.edit->setText(profile.*field.value);
        field.edit->setCursorPosition(0);
        field.form->setError({});
        field.form->setHint({});
    }
    showHints();
}

void PracticeForm::setReadOnly(bool readOnly)
{
    for (const Field &field : std::as_const(m_fields))
        field.edit->setReadOnly(readOnly);
}

void PracticeForm::showHints()
{
    const Field &finess = of(&PracticeProfile::finess);
    const auto parsed = access::Finess::parse(finess.edit->text());
    finess.form->setHint(parsed.ok() && !parsed->hasValidKey()
                             ? tr("La clé de ce numéro ne correspond pas. Le relire.")
                             : QString());
}

Result<PracticeProfile> PracticeForm::profile()
{
    PracticeProfile profile = m_before;
    for (const Field &field : std::as_const(m_fields))
        profile.*field.value = field.edit->text().trimmed();
    static const QRegularExpression postalCode(u"^[0-9]{5}\\z"_qs);
    FieldCheck check;
    const auto say = [&](QString PracticeProfile::*value, const Status &status) {
        check.say(*of(value).form, status);
    };
    say(&PracticeProfile::name, wanted(!profile.name.isEmpty(), u"practice.name"_qs));
    say(&PracticeProfile::postalCode,
        wanted(postalCode.match(profile.postalCode).hasMatch(), u"practice.postal_code"_qs));
    say(&PracticeProfile::city, wanted(!profile.city.isEmpty(), u"practice.city"_qs));
    say(&PracticeProfile::phone, optional<patient::PhoneNumber>(profile.phone));
    say(&PracticeProfile::email, optional<patient::EmailAddress>(profile.email));
    say(&PracticeProfile::finess, optional<access::Finess>(profile.finess));
    AMBROISE_CHECK(check.end());
    return profile;
}

void PracticeForm::compareWith(const PracticeProfile &other)
{
    for (const Field &field : std::as_const(m_fields)) {
        const QString theirs = other.*field.value;
        const bool same = theirs == field.edit->text().trimmed();
        field.form->setHint(same               ? QString()
                            : theirs.isEmpty() ? tr("Maintenant : rien")
                                               : tr("Maintenant : %1").arg(theirs));
    }
}

} // namespace ambroise::app
