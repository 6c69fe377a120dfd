// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordview.h"

#include "pdfviewer.h"

#include <words/sentences.h>

#include <ambroise/core/text.h>
#include <ambroise/drugs/ui/druginspector.h>

#include <QVBoxLayout>

namespace ambroise::app {
namespace {

const QString administrativeTab = QStringLiteral("administrative");
const QString identityTab = QStringLiteral("identity");

identity::ToldTraits toldBy(const identity::InsiPerson &person)
{
    return {person.surname, person.givenNames, person.birthDate, person.sex, person.birthPlace};
}

QStringList clinicalFacts(const record::Overview &overview)
{
    QStringList facts;
    for (const QString &wanted : {u"DFG"_qs, u"Poids"_qs, u"Taille"_qs})
        for (const record::Entry &entry : overview.measures)
            if (entry.content.title == wanted) {
                QString value = entry.content.value;
                facts << (wanted == u"DFG" ? u"DFG "_qs : QString()) + value.replace(u'.', u',') +
                             (wanted == u"DFG" ? QString() : u'\u202F' + entry.content.unit);
                break;
            }
    return facts;
}

} // namespace

RecordView::RecordView(Practice &practice, const access::Session &session, const Reach &reach,
                       const std::optional<patient::Patient> &patient, QWidget *parent)
    : QWidget(parent)
    , m_practice(practice)
    , m_session(session)
    , m_patient(patient)
    , m_actions(this)
    , m_banner(new patient::ui::PatientBanner(practice.clock(), this))
    , m_tabs(new uikit::RecordTabs(this))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
    , m_vitale(new VitaleLine(reach.vitale, practice.clock(), this))
    , m_pages(new QStackedWidget(this))
    , m_toast(new uikit::Toast(this))
    , m_bar(new uikit::ActionBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_tabs);
    layout->addWidget(m_problem);
    layout->addWidget(m_vitale);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_toast);
    layout->addWidget(m_bar);
    m_problem->hide();
    m_banner->setVisible(m_patient.has_value());
    if (m_patient && session.may(access::Right::ReadClinical, m_patient->id))
        buildClinical(reach);
    buildForm();
    if (m_patient)
        buildIdentity(reach.insi);
    bindKeys();
    connect(m_tabs, &uikit::RecordTabs::selected, this, &RecordView::showPage);
    connect(m_vitale, &VitaleLine::chosen, this, &RecordView::takeFromCard);
    refresh();
    showPage(m_clinical ? ClinicalPages::consultationTab : administrativeTab);
    restoreDrafts();
    if (!m_patient)
        setFocusProxy(m_form);
}

bool RecordView::isAllowed() const
{
    return !m_clinical || m_session.may(access::Right::ReadClinical, m_patient->id);
}

void RecordView::buildClinical(const Reach &reach)
{
    m_clinical = new ClinicalPages(
        m_practice, m_session, *m_patient, reach.aids, reach.texts,
        {*m_tabs, *m_pages, m_actions, *m_bar,
         [this](const QByteArray &pdf, const Printing &printing) { return openPdf(pdf, printing); },
         reach.cards},
        this);
    connect(m_clinical, &ClinicalPages::pageRequested, this, &RecordView::showPage);
    connect(m_clinical, &ClinicalPages::written, this, &RecordView::refresh);
    connect(m_clinical, &ClinicalPages::problem, this, &RecordView::tell);
    connect(m_clinical, &ClinicalPages::noteSigned, this, &RecordView::afterSigning);
    connect(m_clinical, &ClinicalPages::resultsChanged, this, &RecordView::resultsChanged);
    connect(m_clinical, &ClinicalPages::resultsRequested, this, &RecordView::resultsRequested);
}

void RecordView::buildIdentity(const InsiSource &insi)
{
    m_identity = new IdentityDesk(
        m_practice, m_session, insi,
        [this](const QByteArray &pdf, const Printing &printing) { return openPdf(pdf, printing); },
        this);
    m_pages->addWidget(m_identity->widget());
    m_tabs->add(identityTab, tr("Identité"));
    connect(m_identity, &IdentityDesk::changed, this, &RecordView::refresh);
}

void RecordView::buildForm()
{
    const AdministrativeDesk::Hooks hooks{
        [this](const patient::PatientDetails &details, qint64 version) {
            return savePatient(details, version);
        },
        [this] { return m_practice.patients().reload(m_patient->id); },
        [this](PatientId id) {
            Q_EMIT openRequested(id);
        }};
    m_administrative = new AdministrativeDesk(m_practice, m_session,
                                              m_patient ? &*m_patient : nullptr, hooks, m_pages);
    m_form = m_administrative->form();
    m_pages->addWidget(m_administrative->page());
    m_tabs->add(administrativeTab, tr("Administratif"));
    connect(m_administrative, &AdministrativeDesk::changed, this, &RecordView::refresh);
}

void RecordView::bindKeys()
{
    using uikit::Act;
    const QString group = tr("Dossier");
    if (m_clinical) {
        m_clinical->addActs();
    } else if (m_patient && m_session.may(access::Right::BreakGlass)) {
        m_bar->addAct(m_actions.letter(Act{u"record.breakglass"_qs, tr("Bris de glace"), group},
                                       'B', [this] { Q_EMIT breakGlassRequested(m_patient->id); }));
    }
    if (m_session.may(access::Right::WriteAdministrative)) {
        m_vitaleAct = m_actions.key(
            Act{u"record.vitale"_qs, tr("Carte Vitale"), group, u"credit-card-2-front"_qs},
            Qt::Key_F6, [this] { readVitale(); });
        m_bar->addSecondary(m_vitaleAct);
    }
    if (m_patient && m_session.may(access::Right::WriteAdministrative))
        m_mergeButton = m_bar->addSecondary(
            m_actions.key(Act{u"record.merge"_qs, tr("Fusionner avec un autre dossier…"), group},
                          Qt::CTRL | Qt::Key_M, [this] { Q_EMIT mergeRequested(m_patient->id); }));
    if (m_patient)
        m_aroundButton = m_bar->addSecondary(
            m_actions.key(Act{u"record.around"_qs, tr("Entourage et droits"), group},
                          Qt::CTRL | Qt::Key_E, [this] {
                              showPage(administrativeTab);
                              m_administrative->focusColumn();
                          }));
    if (m_patient && m_session.may(access::Right::ReadJournal))
        m_journalButton = m_bar->addSecondary(m_actions.key(
            Act{u"record.journal"_qs, tr("Qui a vu ce dossier"), group, u"journal-text"_qs},
            Qt::CTRL | Qt::Key_J, [this] { Q_EMIT journalRequested(m_patient->id); }));
    QAction *primary = m_actions.key(Act{u"record.primary"_qs, tr("Enregistrer"), group},
                                     Qt::CTRL | Qt::Key_Return, [this] {
                                         if (m_pages->currentWidget() == m_administrative->page())
                                             m_administrative->save();
                                         else if (m_clinical)
                                             m_clinical->runPrimary();
                                     });
    m_bar->setPrimary(primary);
    if (m_clinical)
        m_clinical->followPrimary(*primary);
    for (int i = 0; i < std::min(m_tabs->count(), 9); ++i) // as many digits
        m_actions.key(
            Act{u"record.tab%1"_qs.arg(i + 1), tr("Onglet %1").arg(i + 1), group, {}, false},
            QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), [this, i] { m_tabs->selectAt(i); });
}

void RecordView::showPage(const QString &id)
{
    m_tabs->select(id);
    if (!m_unread)
        m_problem->hide();
    if (m_journalButton)
        m_journalButton->setVisible(id == administrativeTab);
    if (m_aroundButton)
        m_aroundButton->setVisible(id == administrativeTab);
    if (m_mergeButton)
        m_mergeButton->setVisible(id == identityTab);
    if (m_vitaleAct)
        m_vitaleAct->setVisible(m_patient ? id == identityTab : id == administrativeTab);
    m_vitale->finish(); // it was read for the page before
    QAction *primary = m_actions.action(u"record.primary"_qs);
    if (m_clinical && m_clinical->show(id))
        return;
    if (id == administrativeTab) {
        m_pages->setCurrentWidget(m_administrative->page());
        primary->setText(m_patient ? tr("Enregistrer") : tr("Créer le dossier"));
        primary->setVisible(m_session.may(access::Right::WriteAdministrative));
    } else if (id == identityTab && m_identity) {
        m_pages->setCurrentWidget(m_identity->widget());
        primary->setVisible(false); // the page has its own, beside what it rests upon
        m_identity->page()->setFocus(Qt::OtherFocusReason);
    }
}

void RecordView::showEntry(record::EntryId entry)
{
    if (!m_clinical)
        return;
    showPage(ClinicalPages::consultationTab);
    m_clinical->showEntry(entry);
}

void RecordView::afterSigning(bool correction)
{
    refresh();
    m_toast->say(correction ? tr("Correction signée.") : tr("Consultation signée."));
    if (!correction)
        Q_EMIT consultationEnded(m_patient->id);
}

void RecordView::refresh()
{
    if (!m_patient) {
        m_title = tr("Nouveau patient");
        return;
    }
    const Status known = reload();
    if (known.ok() && m_patient->mergedInto.isStored())
        tellMerged();
    if (known.ok()) {
        m_administrative->refresh(*m_patient);
        m_identity->setPatient(*m_patient);
    }
    tellUnread({known, showBanner()});
    if (m_clinical)
        m_clinical->refresh(*m_patient);
}

Status RecordView::reload()
{
    AMBROISE_TRY(m_patient, m_practice.patients().reload(m_patient->id));
    return done();
}

void RecordView::tellUnread(const std::array<Status, 2> &readings)
{
    if (std::exchange(m_unread, false))
        m_problem->hide();
    for (const Status &read : readings)
        if (!read.ok()) {
            tell(read.error());
            m_unread = true;
        }
}

void RecordView::tell(const Error &error)
{
    m_problem->clearActs();
    m_problem->setText(sentenceOf(error));
    m_problem->show();
    m_problem->announce();
}

//! Another post made this record a part of another one.
void RecordView::tellMerged()
{
    tell({ErrorCode::Conflict, u"patient.merged"_qs, {}});
    m_problem->addAct(tr("Ouvrir le dossier gardé"), {},
                      [this] { Q_EMIT openRequested(m_patient->mergedInto); });
}

Status RecordView::keepDrafts()
{
    const Status clinical = m_clinical ? m_clinical->keepDrafts() : done();
    AMBROISE_CHECK(m_form->keepDraft());
    return clinical;
}

Status RecordView::showBanner()
{
    using Allergies = patient::ui::BannerAllergies;
    m_banner->showPatient(*m_patient);
    m_title = patient::displayName(m_patient->details);
    Q_EMIT titleChanged(m_title);
    if (!m_clinical) {
        m_banner->showAllergies({Allergies::State::Hidden});
        return showFacts({});
    }
    const auto overview = m_practice.records().overview(m_patient->recordIds());
    if (!overview.ok()) {
        m_banner->showAllergies({Allergies::State::Unreadable, m_allergies.names});
        m_clinical->showUnreadable();
        return overview.error();
    }
    m_allergies = {};
    const record::TopicState known = overview->stateOf(record::Topic::Allergies);
    if (known == record::TopicState::NoneKnown)
        m_allergies.state = Allergies::State::NoneKnown;
    if (known == record::TopicState::Listed)
        m_allergies.state = Allergies::State::Listed;
    for (const record::Entry &entry : overview->allergies)
        m_allergies.names << entry.content.title;
    m_banner->showAllergies(m_allergies);
    m_clinical->showOverview(*overview, *m_patient);
    return showFacts(clinicalFacts(*overview));
}

//! ALD, what is clinical, the médecin traitant: the right end is dropped first in a narrow banner.
Status RecordView::showFacts(const QStringList &clinical)
{
    AMBROISE_TRY(const patient::AdministrativeFile file,
                 m_practice.administrative().read(m_patient->recordIds()));
    QStringList facts = clinical;
    if (file.hasCoverage(patient::CoverageKind::Ald, m_practice.clock().today()))
        facts.prepend(tr("ALD"));
    if (const QString traitant = m_patient->details.medecinTraitant; !traitant.isEmpty())
        facts << tr("MT %1").arg(traitant);
    m_banner->showFacts(facts.join(u" · "_qs));
    return done();
}

void RecordView::restoreDrafts()
{
    restoreDraft(patientDraft, [this](const QString &body) { m_form->restore(body); });
    if (m_clinical)
        restoreDraft(ordonnanceDraft,
                     [this](const QString &body) { m_clinical->ordonnancePage()->restore(body); });
}

void RecordView::restoreDraft(const QString &kind,
                              const std::function<void(const QString &body)> &restore)
{
    const auto kept =
        m_practice.drafts().find(m_session.account().id, kind, m_patient ? m_patient->id.value : 0);
    if (!kept.ok())
        tell(kept.error());
    else if (*kept)
        restore((*kept)->body);
}

Result<patient::Patient> RecordView::savePatient(const patient::PatientDetails &details,
                                                 qint64 version)
{
    AMBROISE_CHECK(require(m_session, access::Right::WriteAdministrative));
    if (!m_patient) {
        AMBROISE_TRY(const PatientId id, m_practice.patients().add(details, m_session.actor()));
        // A draft that stays comes back with "Dossier proche"; told as a failure, it would have
        // the record created again.
        (void)m_practice.drafts().drop(m_session.account().id, patientDraft, 0);
        m_patient = patient::Patient{.id = id, .version = 1, .details = details};
        // The view goes with the answer to this: once the form is done with it.
        QMetaObject::invokeMethod(
            this, [this, id] { Q_EMIT created(id); }, Qt::QueuedConnection);
        return *m_patient;
    }
    AMBROISE_TRY(m_patient->version,
                 m_practice.patients().update(m_patient->id, version, details, m_session.actor()));
    m_patient->details = details; // kept, even where it cannot be read again
    const Status known = reload();
    tellUnread({known, showBanner()});
    return *m_patient;
}

void RecordView::takeFromCard(const identity::VitaleBeneficiary &beneficiary)
{
    const identity::InsiCardKey &key = beneficiary.key;
    if (m_patient && beneficiary.person)
        confirmApcv(*beneficiary.person);
    else if (m_patient)
        m_identity->askInsiByCard(key);
    else if (m_form->isDirty())
        m_vitale->tell({ErrorCode::Conflict, u"vitale.form_in_use"_qs, {}});
    else
        m_form->propose(
            beneficiary.person
                ? toldBy(*beneficiary.person)
                : identity::ToldTraits{key.surname, beneficiary.givenName, key.birthDate},
            patient::ui::PatientForm::Teller::CarteVitale);
}

void RecordView::confirmApcv(const identity::InsiPerson &person)
{
    m_vitale->confirm(tr("Appli carte Vitale : %1 %2.").arg(person.surname, person.givenNames),
                      tr("Qualifier l’identité"), [this, person] {
                          if (const Status taken = m_identity->takeFromApcv(person); !taken.ok())
                              m_vitale->tell(taken.error());
                      });
}

Status RecordView::openPdf(const QByteArray &pdf, const Printing &printing)
{
    auto *viewer = new PdfViewer(pdf, m_title, this);
    viewer->setPrinting(printing);
    AMBROISE_CHECK(viewer->state());
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    viewer->show();
    return done();
}

} // namespace ambroise::app
