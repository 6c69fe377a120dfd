// SPDX-License-Identifier: GPL-3.0-or-later
#include "preventiondesk.h"

#include "paperhead.h"

#include <words/sentences.h>

#include <ambroise/prevention/print.h>

#include <QEvent>

namespace ambroise::app {
namespace {

using prevention::RuleBook;
using prevention::Vaccines;

Result<QList<prevention::DueItem>> itemsOf(Practice &practice, const RuleBook &book,
                                           const patient::Patient &patient)
{
    const patient::RecordIds ids = patient.recordIds();
    AMBROISE_TRY(const auto overview, practice.records().overview(ids));
    AMBROISE_TRY(const auto history, practice.prevention().history(ids));
    const identity::StrictTraits &traits = patient.details.identity.traits();
    const prevention::PatientFacts facts{traits.birthDate().date(), traits.sex(),
                                         patient.details.deceasedOn.isValid(),
                                         prevention::conditionsOf(book, overview.problems)};
    return prevention::dueFor(book, facts, history, practice.clock().today());
}

} // namespace

const Result<RuleBook> &shippedRules()
{
    static const Result<RuleBook> rules = RuleBook::shipped();
    return rules;
}

const Result<Vaccines> &shippedVaccines()
{
    static const Result<Vaccines> vaccines = Vaccines::shipped();
    return vaccines;
}

Result<QList<prevention::ui::DueLine>> dueLines(Practice &practice, const patient::Patient &patient)
{
    AMBROISE_CHECK(shippedRules());
    const RuleBook &book = *shippedRules();
    AMBROISE_TRY(const auto items, itemsOf(practice, book, patient));
    return prevention::ui::dueLinesOf(items, book, practice.clock().today());
}

PreventionDesk::PreventionDesk(Practice &practice, const access::Session &session,
                               const patient::Patient &patient, OpenPdf open, QWidget *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_patient(patient)
    , m_open(std::move(open))
    , m_book(shippedRules().ok() ? *shippedRules() : RuleBook())
    , m_vaccines(shippedVaccines().ok() ? *shippedVaccines() : Vaccines())
    , m_page(new prevention::ui::PreventionPage(services(), practice.clock(), parent))
{
    m_page->installEventFilter(this);
}

void PreventionDesk::show(const patient::Patient &patient)
{
    m_patient = patient;
    m_page->refresh();
}

bool PreventionDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show &&
        m_session.may(access::Right::WriteClinical, m_patient.id)) {
        m_wedge = std::make_unique<codes::ui::WedgeFilter>(*m_page->window());
        connect(m_wedge.get(), &codes::ui::WedgeFilter::scanned, this,
                [this](const QString &text) { m_page->takeScan(text); });
    }
    if (event->type() == QEvent::Hide)
        m_wedge.reset();
    return QObject::eventFilter(watched, event);
}

prevention::ui::PreventionServices PreventionDesk::services()
{
    prevention::ui::PreventionServices services;
    services.load = [this] {
        return load();
    };
    services.addVaccination = [this](const prevention::VaccinationRecord::Parts &parts) {
        return add(parts);
    };
    services.removeVaccination = [this](prevention::VaccinationId id) -> Status {
        AMBROISE_CHECK(require(m_session, access::Right::WriteClinical, m_patient.id));
        return m_practice.prevention().remove(id, m_session.actor());
    };
    services.addAct = [this](const prevention::Act &act) -> Result<prevention::ActId> {
        AMBROISE_CHECK(require(m_session, access::Right::WriteClinical, m_patient.id));
        return m_practice.prevention().add(m_patient.id, act, m_session.actor());
    };
    services.removeAct = [this](prevention::ActId id) -> Status {
        AMBROISE_CHECK(require(m_session, access::Right::WriteClinical, m_patient.id));
        return m_practice.prevention().remove(id, m_session.actor());
    };
    services.drugOf = [this](const QString &cip13) {
        return drugOf(cip13);
    };
    services.printCertificate = [this] {
        return printCertificate();
    };
    services.explain = sentenceOf;
    services.book = &m_book;
    services.vaccines = &m_vaccines;
    services.me = m_session.account().person.displayName();
    services.mayWrite = m_session.may(access::Right::WriteClinical, m_patient.id);
    return services;
}

Result<prevention::ui::PreventionView> PreventionDesk::load() const
{
    AMBROISE_CHECK(shippedRules());
    AMBROISE_CHECK(shippedVaccines());
    prevention::ui::PreventionView view;
    AMBROISE_TRY(view.items, itemsOf(m_practice, m_book, m_patient));
    AMBROISE_TRY(view.vaccinations, m_practice.prevention().vaccinations(m_patient.recordIds()));
    return view;
}

Result<prevention::VaccinationId>
PreventionDesk::add(const prevention::VaccinationRecord::Parts &parts)
{
    AMBROISE_CHECK(require(m_session, access::Right::WriteClinical, m_patient.id));
    AMBROISE_TRY(const auto record,
                 prevention::VaccinationRecord::make(
                     parts, m_patient.details.identity.traits().birthDate().date(),
                     m_practice.clock().today()));
    return m_practice.prevention().add(m_patient.id, record, m_session.actor());
}

Result<prevention::ui::BoxDrug> PreventionDesk::drugOf(const QString &cip13) const
{
    const auto code = drugs::Cip13::parse(cip13);
    if (!code.ok()) // the code of a foreign box
        return Error{ErrorCode::NotFound, u"drug.unknown"_qs, {}};
    AMBROISE_TRY(const auto drug, m_practice.drugs().byCip13(*code));
    return prevention::ui::BoxDrug{drug.label, drug.cis.toString()};
}

Status PreventionDesk::printCertificate()
{
    AMBROISE_TRY(const auto head, paperHead(m_practice, m_session));
    AMBROISE_TRY(const auto given, m_practice.prevention().vaccinations(m_patient.recordIds()));
    AMBROISE_TRY(const auto pdf, prevention::vaccinationCertificate(
                                     head, documents::paperPatientOf(m_patient.details), given,
                                     m_vaccines, m_practice.clock().today()));
    AMBROISE_CHECK(
        m_practice.journal().record({audit::Action::Print, audit::Subject::Prevention,
                                     m_patient.id.value, m_patient.id, u"vaccination"_qs},
                                    m_session.actor()));
    return m_open(pdf, {});
}

} // namespace ambroise::app
