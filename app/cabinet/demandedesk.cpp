// SPDX-License-Identifier: GPL-3.0-or-later
#include "demandedesk.h"

#include "draftkinds.h"
#include "ordonnancechecks.h"
#include "printout.h"

#include <practice/paper.h>
#include <words/sentences.h>

#include <ambroise/core/text.h>
#include <ambroise/prescription/demandeprint.h>
#include <ambroise/uikit/shell/actionbar.h>
#include <ambroise/uikit/shortcuts.h>

#include <QAction>

#include <algorithm>

namespace ambroise::app {
namespace {

using documents::DocumentId;
using prescription::Demande;
using prescription::DemandeDraft;
using prescription::DemandeKind;
using prescription::ui::DemandePage;
using uikit::Act;

//! Any of them stands for the thesaurus' class of iodinated contrast media.
const QString contrastMedium = QStringLiteral("IOHEXOL");

bool hasContrast(const DemandeDraft &draft)
{
    return draft.kind == DemandeKind::Imaging &&
           std::any_of(draft.items.begin(), draft.items.end(),
                       [](const prescription::DemandeItem &item) { return item.contrast; });
}

const record::Entry *lastDfg(const record::Overview &overview)
{
    const auto found =
        std::find_if(overview.measures.begin(), overview.measures.end(),
                     [](const record::Entry &entry) { return entry.content.title == u"DFG"; });
    return found == overview.measures.end() ? nullptr : &*found;
}

QString dfgText(const record::Overview &overview)
{
    const record::Entry *dfg = lastDfg(overview);
    if (!dfg)
        return u"DFG : non connu"_qs;
    return u"DFG : %1 %2 le %3"_qs.arg(
        QString(dfg->content.value).replace(u'.', u','), dfg->content.unit,
        text::frenchDate(dfg->content.happened.toLocalTime().date()));
}

QString allergiesText(const record::Overview &overview)
{
    QStringList names;
    for (const record::Entry &entry : overview.allergies)
        names << entry.content.title;
    if (!names.isEmpty())
        return u"Allergies : "_qs + names.join(u", "_qs);
    return overview.stateOf(record::Topic::Allergies) == record::TopicState::NoneKnown
               ? u"Aucune allergie connue"_qs
               : u"Allergies : non renseignées"_qs;
}

record::NewEntry entryOf(const Demande &demande, DocumentId document)
{
    record::NewEntry entry;
    entry.kind = record::EntryKind::Document;
    entry.title = prescription::titleOf(demande.draft().kind);
    entry.code = documents::entryCode(document);
    entry.happened = demande.signedAt();
    entry.body = summaryOf(demande.draft());
    return entry;
}

//! What stands between the medium and a treatment, in one sentence each.
QStringList contrastAlerts(const prescription::ui::Checked &checked)
{
    QStringList sentences;
    for (const prescription::Alert &alert : checked.report.alerts) {
        if (alert.folded || alert.kind != prescription::CheckKind::Interaction ||
            !alert.lines.contains(0))
            continue;
        const int other = alert.lines.first() == 0 ? alert.lines.last() : alert.lines.first();
        sentences << DemandeDesk::tr("%1 Produit de contraste iodé + %2 : %3")
                         .arg(alert.level, checked.lines.value(other).label.section(u',', 0, 0),
                              alert.advice.isEmpty() ? alert.risk : alert.advice);
    }
    const bool unsourced =
        std::any_of(checked.report.notChecked.begin(), checked.report.notChecked.end(),
                    [](const prescription::NotChecked &one) { return one.why == u"no_source"; });
    if (unsourced) // it must not look as if nothing stood between them
        sentences << DemandeDesk::tr("Interactions non contrôlées : thésaurus à importer");
    return sentences;
}

} // namespace

DemandeDesk::DemandeDesk(Practice &practice, const access::Session &session, PatientId patient,
                         OpenPdf openPdf, SignatureSource signature, QWidget *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_patient(patient)
    , m_openPdf(std::move(openPdf))
    , m_signature(std::move(signature))
    , m_catalogue(prescription::DemandeCatalogue::load())
{
    m_page = new DemandePage(services(), practice.clock(), parent);
    connect(m_page, &DemandePage::signedAs, this, &DemandeDesk::signedAs);
    connect(m_page, &DemandePage::stateChanged, this, &DemandeDesk::changed);
    m_page->restore();
}

void DemandeDesk::addActs(uikit::ActionMap &actions, uikit::ActionBar &bar,
                          const std::function<void()> &show)
{
    const QString group = tr("Demande");
    bar.addAct(
        actions.letter(Act{u"record.demande"_qs, tr("Demande"), tr("Dossier")}, 'D', [this, show] {
            show();
            m_page->begin();
        }));
    auto *own = new uikit::ActionMap(m_page); // while it is in front
    own->letter(Act{u"demande.preview"_qs, tr("Voir la feuille"), group}, 'V',
                [this] { m_page->preview(); });
    own->letter(Act{u"demande.take_up"_qs, tr("Reprendre la demande signée"), group}, 'M',
                [this] { m_page->takeUp(); });
    own->key(Act{u"demande.print"_qs, tr("Imprimer"), group}, QKeySequence::Print,
             [this] { m_page->printSigned(); });
    own->key(Act{u"demande.ald"_qs, tr("En rapport avec l’ALD"), group}, Qt::ALT | Qt::Key_Z,
             [this] { m_page->toggleAld(); });
    own->key(Act{u"demande.next_kind"_qs, tr("Genre suivant"), group}, Qt::ALT | Qt::Key_Right,
             [this] { m_page->chooseKind(1); });
    own->key(Act{u"demande.previous_kind"_qs, tr("Genre précédent"), group}, Qt::ALT | Qt::Key_Left,
             [this] { m_page->chooseKind(-1); });
    own->key(Act{u"demande.empty"_qs, tr("Effacer la demande"), group},
             Qt::CTRL | Qt::Key_Backspace, [this] { m_page->empty(); });
}

void DemandeDesk::dress(QAction &primary) const
{
    primary.setVisible(true);
    primary.setText(tr("Signer et imprimer"));
    primary.setEnabled(!m_page->isEmpty());
    primary.setToolTip(m_page->isEmpty() ? tr("Choisir un acte d’abord") : QString());
}

prescription::ui::DemandeServices DemandeDesk::services()
{
    constexpr int most = 8;
    prescription::ui::DemandeServices services;
    services.find = [this](DemandeKind kind,
                           const QString &typed) -> Result<QList<prescription::CatalogueEntry>> {
        if (typed.trimmed().isEmpty())
            return QList<prescription::CatalogueEntry>();
        if (!m_catalogue.ok())
            return m_catalogue.error();
        return m_catalogue->find(kind, typed, most);
    };
    services.warnings = [this](const DemandeDraft &draft) {
        return warnings(draft);
    };
    services.sign = [this](const DemandeDraft &draft) {
        return sign(draft);
    };
    services.preview = [this](const DemandeDraft &draft) {
        return preview(draft);
    };
    services.open = [this](DocumentId demande) -> Status {
        AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
        AMBROISE_TRY(const auto content, m_practice.documents().open(demande, m_session.actor()));
        return m_openPdf(content.bytes(), {{}, {{PaperKind::Demande}}});
    };
    services.print = [this](DocumentId demande) -> QFuture<Result<QString>> {
        const auto content = m_practice.documents().open(demande, m_session.actor());
        return content.ok() ? printAs(PaperKind::Demande, content->bytes(), tr("Demande"))
                            : QtFuture::makeReadyFuture(Result<QString>(content.error()));
    };
    services.signedOnes = [this]() -> Result<QList<prescription::SignedDemande>> {
        AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
        AMBROISE_TRY(const auto ids, m_practice.patients().recordIds(m_patient));
        return m_practice.demandes().of(ids);
    };
    services.saveDraft = [this](const QString &body) {
        const UserId author = m_session.account().id;
        return body.isEmpty()
                   ? m_practice.drafts().drop(author, demandeDraft, m_patient.value)
                   : m_practice.drafts().save(author, demandeDraft, m_patient.value, body);
    };
    services.findDraft = [this]() -> Result<QString> {
        AMBROISE_TRY(const auto draft, m_practice.drafts().find(m_session.account().id,
                                                                demandeDraft, m_patient.value));
        return draft ? draft->body : QString();
    };
    services.explain = sentenceOf;
    return services;
}

Result<QStringList> DemandeDesk::warnings(const DemandeDraft &draft) const
{
    if (!hasContrast(draft))
        return QStringList();
    AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
    prescription::Line medium;
    medium.label = contrastMedium;
    AMBROISE_TRY(const auto checked, checkOrdonnance(m_practice, m_patient, {medium},
                                                     m_session.account().person.specialty));
    QStringList sentences = contrastAlerts(checked);
    AMBROISE_TRY(const QString note, contrastNote(draft));
    sentences << note;
    return sentences;
}

Result<QString> DemandeDesk::contrastNote(const DemandeDraft &draft) const
{
    if (!hasContrast(draft))
        return QString();
    AMBROISE_TRY(const auto kept, m_practice.patients().reload(m_patient));
    AMBROISE_TRY(const auto overview, m_practice.records().overview(kept.recordIds()));
    return QString(dfgText(overview) + u" · "_qs + allergiesText(overview));
}

Result<Demande> DemandeDesk::demandeOf(const DemandeDraft &draft) const
{
    AMBROISE_TRY(const auto kept, m_practice.patients().reload(m_patient));
    if (kept.mergedInto.isStored()) // at another post, while this one was being written
        return Error{ErrorCode::Conflict, u"patient.merged"_qs, {}};
    AMBROISE_TRY(const auto overview, m_practice.records().overview(kept.recordIds()));
    AMBROISE_TRY(const auto profile, m_practice.profile().get());
    return Demande::make(draft, patientOnPaper(kept.details, overview),
                         prescriberOnPaper(m_session.account().person, profile),
                         m_practice.clock().now());
}

Status DemandeDesk::preview(const DemandeDraft &draft) const
{
    AMBROISE_CHECK(require(m_session, access::Right::ReadClinical, m_patient));
    AMBROISE_TRY(const auto demande, demandeOf(draft));
    AMBROISE_TRY(const QString note, contrastNote(draft));
    AMBROISE_TRY(const auto printed, printDemande(demande, prescription::Sheet::Draft, note));
    return m_openPdf(printed.pdf, {{}, {{PaperKind::Demande}}});
}

Result<DocumentId> DemandeDesk::sign(const DemandeDraft &draft)
{
    AMBROISE_CHECK(require(m_session, access::Right::Prescribe));
    AMBROISE_TRY(const auto demande, demandeOf(draft));
    AMBROISE_TRY(const QString note, contrastNote(draft));
    AMBROISE_TRY(const auto profile, m_practice.profile().get());
    AMBROISE_TRY(const auto printed, printDemande(demande, sheetOf(profile), note, m_signature()));
    AMBROISE_TRY(const auto ids, m_practice.patients().recordIds(m_patient));
    // The draft goes with the signature: after a crash the demande is one or the other.
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_practice.connection()));
    AMBROISE_TRY(const DocumentId id,
                 m_practice.demandes().keep(ids, demande, printed.pdf,
                                            prescription::titleOf(draft.kind) + u".pdf"_qs,
                                            m_session.actor()));
    AMBROISE_CHECK(m_practice.records().add(m_patient, entryOf(demande, id), m_session.actor()));
    AMBROISE_CHECK(m_practice.drafts().drop(m_session.account().id, demandeDraft, m_patient.value));
    AMBROISE_CHECK(transaction.commit());
    return id;
}

} // namespace ambroise::app
