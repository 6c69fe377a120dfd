// SPDX-License-Identifier: GPL-3.0-or-later
#include "administrativedesk.h"

#include "draftkinds.h"
#include "patientwiring.h"

#include <words/sentences.h>

#include <ambroise/uikit/column.h>

#include <QVBoxLayout>

namespace ambroise::app {

using patient::ui::AdministrativeColumn;
using patient::ui::AnyAdministrativeLine;

AdministrativeDesk::AdministrativeDesk(Practice &practice, const access::Session &session,
                                       const patient::Patient *patient, const Hooks &hooks,
                                       QWidget *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_records(patient ? patient->recordIds() : patient::RecordIds(PatientId{}))
    , m_page(new QWidget(parent))
    , m_form(new patient::ui::PatientForm(formServices(hooks), practice.clock()))
{
    m_form->setEnabled(session.may(access::Right::WriteAdministrative));
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_page->setFocusProxy(m_form);
    if (!patient) {
        layout->addWidget(m_form);
        return;
    }
    buildColumn();
    m_form->edit(*patient);
    layout->addWidget(new uikit::Column(nullptr, m_form, m_column, m_page));
}

patient::ui::FormServices AdministrativeDesk::formServices(const Hooks &hooks)
{
    patient::ui::FormServices services;
    services.save = hooks.save;
    services.reload = hooks.reload;
    services.near = [this](const identity::StrictTraits &traits) {
        return m_practice.patients().near(traits);
    };
    services.saveDraft = [this](const QString &body) {
        const UserId author = m_session.account().id;
        const qint64 subject = m_records.record().value;
        return body.isEmpty() ? m_practice.drafts().drop(author, patientDraft, subject)
                              : m_practice.drafts().save(author, patientDraft, subject, body);
    };
    services.places = placeServices(m_practice);
    services.explain = sentenceOf;
    services.open = hooks.open;
    return services;
}

patient::ui::AdministrativeServices AdministrativeDesk::columnServices()
{
    using access::Right;
    patient::AdministrativeRepository &files = m_practice.administrative();
    patient::CorrespondentRepository &book = m_practice.correspondents();
    return {
        .patient = m_records.record(),
        .mayWrite = m_session.may(Right::WriteAdministrative),
        .read = [this, &files] { return files.read(m_records); },
        .save = [this, &files](const AnyAdministrativeLine &line) -> Status {
            AMBROISE_CHECK(require(m_session, Right::WriteAdministrative));
            return std::visit(
                [&](const auto &one) -> Status {
                    AMBROISE_CHECK(files.save(one, m_session.actor()));
                    return done();
                },
                line);
        },
        .remove = [this, &files](const AnyAdministrativeLine &line) -> Status {
            AMBROISE_CHECK(require(m_session, Right::WriteAdministrative));
            return std::visit([&](const auto &one) { return files.remove(one, m_session.actor()); },
                              line);
        },
        .addConsent = [this, &files](const patient::Consent &consent) -> Status {
            AMBROISE_CHECK(require(m_session, Right::WriteAdministrative));
            return files.add(m_records.record(), consent, m_session.actor());
        },
        .findCorrespondents = [&book](const QString &typed) { return book.search(typed, 8); },
        .addCorrespondent =
            [this, &book](const patient::Correspondent &one) -> Result<patient::CorrespondentId> {
            AMBROISE_CHECK(require(m_session, Right::WriteAdministrative));
            return book.save(one, m_session.actor());
        },
        .explain = sentenceOf};
}

void AdministrativeDesk::buildColumn()
{
    m_column = new AdministrativeColumn(columnServices(), m_practice.clock());
    connect(m_column, &AdministrativeColumn::changed, this, &AdministrativeDesk::changed);
}

void AdministrativeDesk::save()
{
    if (m_column && m_column->isWriting())
        m_column->keep();
    else
        m_form->save();
}

void AdministrativeDesk::focusColumn()
{
    if (m_column)
        m_column->focusList();
}

void AdministrativeDesk::refresh(const patient::Patient &patient)
{
    m_records = patient.recordIds();
    m_form->follow(patient);
    if (m_column && !m_column->isWriting())
        m_column->refresh();
}

} // namespace ambroise::app
