// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordview.h"

#include "labwiring.h"
#include "patientwiring.h"
#include "pdfviewer.h"

#include <words/sentences.h>

#include <ambroise/core/text.h>
#include <ambroise/drugs/ui/druginspector.h>

#include <QVBoxLayout>

namespace ambroise::app {
namespace {

const QString summaryTab = QStringLiteral("summary");
const QString ordonnanceTab = QStringLiteral("ordonnances");
const QString resultsTab = QStringLiteral("results");
const QString documentsTab = QStringLiteral("documents");
const QString preventionTab = QStringLiteral("prevention");
const QString administrativeTab = QStringLiteral("administrative");
const QString identityTab = QStringLiteral("identity");

identity::ToldTraits toldBy(const identity::InsiPerson &person)
{
    return {person.surname, person.givenNames, person.birthDate, person.sex, person.birthPlace};
}

//! None where it cannot be told: the page *Prévention* says why.
QList<record::ui::DueLine> dueOf(Practice &practice, const patient::Patient &patient)
{
    QList<record::ui::DueLine> lines;
    if (const auto due = dueLines(practice, patient); due.ok())
        for (const prevention::ui::DueLine &one : *due)
            lines.append({one.label, one.state, one.late});
    return lines;
}

QString factsOf(const record::Overview &overview)
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
    return facts.join(u" · "_qs);
}

} // namespace

RecordView::RecordView(Practice &practice, const access::Session &session, const Reach &reach,
                       const std::optional<patient::Patient> &patient, QWidget *parent)
    : QWidget(parent)
    , m_practice(practice)
    , m_session(session)
    , m_patient(patient)
    , m_clinical(patient && session.may(access::Right::ReadClinical, patient->id))
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
    if (m_clinical)
        buildClinical(reach);
    buildForm();
    if (m_patient)
        buildIdentity(reach.insi);
    bindKeys();
    connect(m_tabs, &uikit::RecordTabs::selected, this, &RecordView::showPage);
    connect(m_vitale, &VitaleLine::chosen, this, &RecordView::takeFromCard);
    refresh();
    showPage(m_clinical ? summaryTab : administrativeTab);
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
    m_consultation = new ConsultationDesk(m_practice, m_session, *m_patient, reach.aids, m_pages);
    m_pages->addWidget(m_consultation->page());
    m_tabs->add(summaryTab, m_consultation->writes() ? tr("Consultation") : tr("Dossier"));
    connect(m_consultation, &ConsultationDesk::changed, this, &RecordView::dressPrimary);
    connect(m_consultation, &ConsultationDesk::signedAs, this, &RecordView::afterSigning);
    connect(m_consultation, &ConsultationDesk::summaryChanged, this, &RecordView::refresh);
    connect(m_consultation, &ConsultationDesk::problem, this, &RecordView::tell);
    m_drugs = new OrdonnanceDrugs(m_practice, *m_pages, m_actions, this);
    m_ordonnance = new prescription::ui::OrdonnancePage(
        ordonnanceServices(m_practice, m_session, m_patient->id,
                           [this](const QByteArray &pdf) { return openPdf(pdf); }),
        m_drugs->inspector(), m_pages);
    m_drugs->follow(*m_ordonnance, m_session.may(access::Right::Prescribe));
    connect(m_drugs, &OrdonnanceDrugs::failed, this, &RecordView::tell);
    m_ordonnance->setDay(m_practice.clock().today());
    m_ordonnance->setMayPrescribe(m_session.may(access::Right::Prescribe));
    m_pages->addWidget(m_ordonnance);
    m_tabs->add(ordonnanceTab, tr("Ordonnances"));
    connect(m_ordonnance, &prescription::ui::OrdonnancePage::signedAs, this,
            &RecordView::countOrdonnances);
    buildResults();
    buildDocuments(reach.texts);
    buildPrevention();
}

void RecordView::buildDocuments(DocumentTexts &texts)
{
    m_documents = new DocumentDesk(m_practice, m_session, m_patient->id, texts, m_pages);
    m_pages->addWidget(m_documents->page());
    m_tabs->add(documentsTab, tr("Documents"));
    connect(m_documents, &DocumentDesk::filed, this, &RecordView::refresh);
    connect(m_consultation, &ConsultationDesk::fileWanted, this,
            [this](const record::Entry &entry) {
                showPage(documentsTab);
                if (const auto id = documents::documentOf(entry.content.code))
                    m_documents->page()->choose(*id);
            });
}

void RecordView::buildPrevention()
{
    using prevention::ui::PreventionPage;
    m_prevention = new PreventionDesk(
        m_practice, m_session, *m_patient, [this](const QByteArray &pdf) { return openPdf(pdf); },
        m_pages);
    m_pages->addWidget(m_prevention->page());
    m_tabs->add(preventionTab, tr("Prévention"));
    connect(m_prevention->page(), &PreventionPage::dueCountChanged, this, [this](int count) {
        m_tabs->setCount(preventionTab, count < 0 ? std::nullopt : std::optional(count));
    });
}

void RecordView::buildResults()
{
    m_results = new labs::ui::ResultsPage(
        labServices(m_practice, m_session, *this, m_patient->recordIds()), m_pages);
    m_pages->addWidget(m_results);
    m_tabs->add(resultsTab, tr("Résultats"));
    connect(m_results, &labs::ui::ResultsPage::changed, this, [this] {
        m_tabs->setCount(resultsTab, m_results->count());
        Q_EMIT resultsChanged();
    });
    connect(m_results, &labs::ui::ResultsPage::inboxRequested, this, &RecordView::resultsRequested);
}

void RecordView::buildIdentity(const InsiSource &insi)
{
    m_identity = new IdentityDesk(
        m_practice, m_session, insi,
        [this](const QByteArray &pdf, const std::function<void()> &printed) {
            return openPdf(pdf, printed);
        },
        this);
    m_pages->addWidget(m_identity->widget());
    m_tabs->add(identityTab, tr("Identité"));
    connect(m_identity, &IdentityDesk::changed, this, &RecordView::refresh);
}

void RecordView::buildForm()
{
    patient::ui::FormServices services;
    services.save = [this](const patient::PatientDetails &details, qint64 version) {
        return savePatient(details, version);
    };
    services.reload = [this] {
        return m_practice.patients().reload(m_patient->id);
    };
    services.near = [this](const identity::StrictTraits &traits) {
        return m_practice.patients().near(traits);
    };
    services.saveDraft = [this](const QString &body) {
        const UserId author = m_session.account().id;
        const qint64 subject = m_patient ? m_patient->id.value : 0;
        return body.isEmpty() ? m_practice.drafts().drop(author, patientDraft, subject)
                              : m_practice.drafts().save(author, patientDraft, subject, body);
    };
    services.places = placeServices(m_practice);
    services.explain = sentenceOf;
    services.open = [this](PatientId id) {
        Q_EMIT openRequested(id);
    };
    m_form = new patient::ui::PatientForm(services, m_practice.clock(), m_pages);
    m_pages->addWidget(m_form);
    m_tabs->add(administrativeTab, tr("Administratif"));
    m_form->setEnabled(m_session.may(access::Right::WriteAdministrative));
    if (m_patient)
        m_form->edit(*m_patient);
}

void RecordView::bindKeys()
{
    using uikit::Act;
    const QString group = tr("Dossier");
    if (m_clinical) {
        const auto show = [this] {
            showPage(summaryTab);
        };
        m_consultation->addNoteActs(m_actions, *m_bar, show);
        m_bar->addAct(
            m_actions.letter(Act{u"record.ordonnance"_qs, tr("Ordonnance"), group}, 'O', [this] {
                showPage(ordonnanceTab);
                m_ordonnance->beginLine();
            }));
        m_consultation->addHistoryActs(m_actions, *m_bar, show);
        m_documents->addActs(m_actions, [this] { showPage(documentsTab); });
        if (m_consultation->writes())
            m_consultation->addLineActs(m_actions, show);
        m_actions.letter(Act{u"ordonnance.sheet"_qs, tr("Voir la feuille"), tr("Ordonnance")}, 'V',
                         [this] { m_ordonnance->openSheet(); });
        m_actions.key(Act{u"ordonnance.print"_qs, tr("Imprimer"), tr("Ordonnance")},
                      QKeySequence::Print, [this] {
                          if (m_pages->currentWidget() == m_documents->page())
                              m_documents->print();
                          else
                              m_ordonnance->printSheet();
                      });
        if (m_session.may(access::Right::Prescribe))
            m_actions.key(Act{u"ordonnance.renew"_qs, tr("Renouveler la dernière ordonnance"),
                              tr("Ordonnance")},
                          Qt::CTRL | Qt::Key_R, [this] {
                              showPage(ordonnanceTab);
                              m_ordonnance->renewLast();
                          });
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
    if (m_patient && m_session.may(access::Right::ReadJournal))
        m_journalButton = m_bar->addSecondary(m_actions.key(
            Act{u"record.journal"_qs, tr("Qui a vu ce dossier"), group, u"journal-text"_qs},
            Qt::CTRL | Qt::Key_J, [this] { Q_EMIT journalRequested(m_patient->id); }));
    QAction *primary = m_actions.key(
        Act{u"record.primary"_qs, tr("Enregistrer"), group}, Qt::CTRL | Qt::Key_Return, [this] {
            if (m_pages->currentWidget() == m_form)
                m_form->save();
            else if (m_pages->currentWidget() == m_ordonnance)
                m_ordonnance->signAndPrint();
            else if (m_consultation && m_pages->currentWidget() == m_consultation->page())
                m_consultation->sign();
        });
    m_bar->setPrimary(primary);
    if (m_drugs)
        connect(m_pages, &QStackedWidget::currentChanged, this, [this, primary] {
            primary->setEnabled(!m_drugs->isSheetShown());
            primary->setToolTip({});
            dressPrimary();
        });
    for (int i = 0; i < m_tabs->count(); ++i)
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
    if (m_mergeButton)
        m_mergeButton->setVisible(id == identityTab);
    if (m_vitaleAct)
        m_vitaleAct->setVisible(m_patient ? id == identityTab : id == administrativeTab);
    m_vitale->finish(); // it was read for the page before
    QAction *primary = m_actions.action(u"record.primary"_qs);
    if (id == ordonnanceTab && m_ordonnance) {
        m_pages->setCurrentWidget(m_ordonnance);
        primary->setText(tr("Signer et imprimer"));
        primary->setVisible(m_session.may(access::Right::Prescribe));
    } else if (id == documentsTab && m_documents) {
        m_pages->setCurrentWidget(m_documents->page());
        primary->setVisible(false);
        m_documents->page()->begin();
    } else if (id == preventionTab && m_prevention) {
        m_pages->setCurrentWidget(m_prevention->page());
        primary->setVisible(false); // the form of a vaccination has its own
        m_prevention->page()->begin();
    } else if (id == resultsTab && m_results) {
        m_pages->setCurrentWidget(m_results);
        primary->setVisible(false); // the page has its own
        m_results->setFocus(Qt::OtherFocusReason);
    } else if (id == administrativeTab) {
        m_pages->setCurrentWidget(m_form);
        primary->setText(m_patient ? tr("Enregistrer") : tr("Créer le dossier"));
        primary->setVisible(m_session.may(access::Right::WriteAdministrative));
    } else if (id == identityTab && m_identity) {
        m_pages->setCurrentWidget(m_identity->widget());
        primary->setVisible(false); // the page has its own, beside what it rests upon
        m_identity->page()->setFocus(Qt::OtherFocusReason);
    } else if (m_consultation) {
        m_pages->setCurrentWidget(m_consultation->page());
        dressPrimary();
        m_consultation->begin();
    }
}

//! The consultation's own words for it, where that page is in front.
void RecordView::dressPrimary()
{
    QAction *primary = m_actions.action(u"record.primary"_qs);
    if (primary && m_consultation && m_pages->currentWidget() == m_consultation->page())
        m_consultation->dress(*primary);
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
        m_form->follow(*m_patient);
        m_identity->setPatient(*m_patient);
    }
    tellUnread({known, showBanner()});
    if (m_ordonnance) {
        m_ordonnance->refresh();
        countOrdonnances();
        m_documents->page()->refresh();
        m_tabs->setCount(documentsTab, m_documents->page()->count());
    }
    if (m_prevention)
        m_prevention->show(*m_patient);
    if (m_results) {
        m_results->refresh();
        m_tabs->setCount(resultsTab, m_results->count());
    }
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
    const Status note = m_consultation ? m_consultation->keepDraft() : done();
    const Status ordonnance = m_ordonnance ? m_ordonnance->keepDraft() : done();
    AMBROISE_CHECK(m_form->keepDraft());
    AMBROISE_CHECK(note);
    return ordonnance;
}

void RecordView::countOrdonnances()
{
    const auto kept = m_practice.ordonnances().ofPatient(m_patient->recordIds());
    m_tabs->setCount(ordonnanceTab, kept.ok() ? std::optional(int(kept->size())) : std::nullopt);
}

Status RecordView::showBanner()
{
    using Allergies = patient::ui::BannerAllergies;
    m_banner->showPatient(*m_patient);
    m_title = patient::displayName(m_patient->details);
    Q_EMIT titleChanged(m_title);
    if (!m_clinical) {
        m_banner->showAllergies({Allergies::State::Hidden});
        return done();
    }
    const auto overview = m_practice.records().overview(m_patient->recordIds());
    if (!overview.ok()) {
        m_banner->showAllergies({Allergies::State::Unreadable, m_allergies.names});
        m_consultation->page()->showUnreadable();
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
    m_banner->showFacts(factsOf(*overview));
    m_consultation->page()->showOverview(*overview, dueOf(m_practice, *m_patient));
    return done();
}

void RecordView::restoreDrafts()
{
    restoreDraft(patientDraft, [this](const QString &body) { m_form->restore(body); });
    if (m_ordonnance)
        restoreDraft(ordonnanceDraft, [this](const QString &body) { m_ordonnance->restore(body); });
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

Status RecordView::openPdf(const QByteArray &pdf, const std::function<void()> &printed)
{
    auto *viewer = new PdfViewer(pdf, m_title, this);
    AMBROISE_CHECK(viewer->state());
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    if (printed)
        connect(viewer, &PdfViewer::printed, viewer, printed);
    viewer->show();
    return done();
}

} // namespace ambroise::app
