// SPDX-License-Identifier: GPL-3.0-or-later
#include "identitydesk.h"

#include "cameradialog.h"
#include "documentreading.h"
#include "mandate.h"
#include "postlabels.h"

#include <ambroise/codes/classify.h>
#include <words/sentences.h>

#include <QVBoxLayout>
#include <QtConcurrent>

namespace ambroise::app {
namespace {

using identity::ui::IdentityChange;
using identity::ui::InsiFound;

//! Whose 2D-Doc this practice believes: the keys in its folder; none there: none.
codes::TwoDDocTrust trustOf(const Practice &practice)
{
    const auto trust = codes::TwoDDocTrust::fromFolder(practice.folder().path() + u"/2ddoc"_qs);
    return trust.ok() ? *trust : codes::TwoDDocTrust();
}

QFuture<Result<InsiFound>> failed(const Error &error)
{
    return QtFuture::makeReadyFuture(Result<InsiFound>(error));
}

} // namespace

IdentityDesk::IdentityDesk(Practice &practice, const access::Session &session, InsiSource insi,
                           OpenPdf showLabel, QWidget *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_insi(std::move(insi))
    , m_verification(practice, session, m_insi)
    , m_showLabel(std::move(showLabel))
    , m_widget(new QWidget(parent))
    , m_merged(new patient::ui::MergedRecords(mergedServices(), m_widget))
    , m_page(new identity::ui::IdentityPage(services(), m_widget))
    , m_actions(new uikit::ActionMap(m_page))
{
    auto *layout = new QVBoxLayout(m_widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_merged);
    layout->addWidget(m_page, 1);
    bindKeys();
    connect(m_merged, &patient::ui::MergedRecords::undone, this, &IdentityDesk::changed);
    connect(m_page, &identity::ui::IdentityPage::changed, this, &IdentityDesk::changed);
}

IdentityDesk::~IdentityDesk()
{
    m_byCard.cancel();
}

void IdentityDesk::bindKeys()
{
    using uikit::Act;
    using Page = identity::ui::IdentityPage;
    const QString group = tr("Identité");
    const auto bind = [this, &group](const QString &id, const QString &text,
                                     const QKeySequence &keys, void (Page::*run)()) {
        m_actions->key(Act{id, text, group}, keys, [page = m_page, run] { (page->*run)(); });
    };
    bind(u"identity.decide"_qs, tr("Décider"), Qt::CTRL | Qt::Key_Return, &Page::decide);
    bind(u"identity.insi"_qs, tr("Interroger INSi"), Qt::Key_F5, &Page::askInsi);
    bind(u"identity.verify"_qs, tr("Vérifier l’INS"), Qt::SHIFT | Qt::Key_F5, &Page::verifyIns);
    bind(u"identity.camera"_qs, tr("Pièce devant la caméra"), Qt::Key_F2, &Page::openCamera);
    bind(u"identity.file"_qs, tr("Pièce depuis un fichier"), Qt::Key_F3, &Page::chooseFile);
    bind(u"identity.difference"_qs, tr("Signaler un écart"), Qt::ALT | Qt::Key_S,
         &Page::reportDifference);
    bind(u"identity.doubt"_qs, tr("Identité douteuse"), Qt::ALT | Qt::Key_D, &Page::markDoubtful);
    m_actions->letter(Act{u"identity.label"_qs, tr("Imprimer l’étiquette INS"), group}, 'Q',
                      [page = m_page] { page->printLabel(); });
}

void IdentityDesk::setPatient(const patient::Patient &patient)
{
    m_patient = patient;
    m_page->setIdentity(patient.details.identity);
    m_merged->refresh();
}

identity::ui::IdentityServices IdentityDesk::services()
{
    identity::ui::IdentityServices services;
    services.mandate = [this] {
        return mandateOf(m_practice, m_session);
    };
    services.kinds = [this] {
        return m_practice.documentKinds().offered();
    };
    services.readText = [this](const QString &text) {
        return readDocument(text, trustOf(m_practice), m_practice.clock().today());
    };
    services.readFile = [this](const QString &path) {
        return QtConcurrent::run(readDocumentFile, path, trustOf(m_practice),
                                 m_practice.clock().today());
    };
    services.askInsi = [this] {
        return askInsi();
    };
    services.askInsiByCard = [this](const identity::InsiCardKey &key) {
        return questionByCard(key);
    };
    services.verifyIns = [this] {
        return m_verification.verify(m_patient->id);
    };
    services.openCamera = [this] {
        const auto found = scanWithCamera(*m_page, [](const codes::DecodedSymbol &symbol) {
            return codes::kindOf(symbol) == codes::CodeKind::TwoDDoc;
        });
        if (found)
            m_page->takeText(QString::fromLatin1(*found));
    };
    services.decide = [this](const QList<IdentityChange> &changes) {
        return decide(changes);
    };
    services.trace = [this] {
        return m_practice.patients().trace().of(m_patient->id);
    };
    services.calls = [this] {
        return m_practice.patients().trace().callsOf(m_patient->id);
    };
    services.mergedTraces = [this] {
        return mergedTraces();
    };
    services.printLabel = [this] {
        return printLabel();
    };
    services.explain = sentenceOf;
    services.today = [this] {
        return m_practice.clock().today();
    };
    return services;
}

//! Every question is kept, with its answer as received, before the next one is put.
void IdentityDesk::keepCall(identity::InsiCall::Kind kind, const QString &asked,
                            const Result<identity::InsiAnswer> &answer,
                            const identity::Mandate &inWhoseName)
{
    identity::InsiCall kept;
    kept.kind = kind;
    kept.mandate = inWhoseName;
    kept.asked = asked;
    if (answer.ok()) {
        kept.verdict = code(answer->verdict);
        kept.messageId = answer->messageId;
        kept.answer = answer->raw;
    } else {
        kept.verdict = answer.error().subject;
    }
    m_lastCall = m_practice.patients().trace().recordCall(m_patient->id, kept, m_session.actor());
}

//! What cannot be kept is not shown.
Result<InsiFound> IdentityDesk::found(const Result<identity::InsiAnswer> &answer) const
{
    if (!answer.ok())
        return answer.error();
    AMBROISE_TRY(const auto call, m_lastCall); // what cannot be kept is not shown
    return InsiFound{*answer, call, placeNameOf(*answer)};
}

QFuture<Result<InsiFound>> IdentityDesk::askInsi()
{
    const auto inWhoseName = mandateOf(m_practice, m_session);
    if (!inWhoseName.ok())
        return failed(inWhoseName.error());
    const auto insi = m_insi();
    if (!insi.ok())
        return failed(insi.error());
    const auto wanted = identity::InsiSearch::wanted(m_patient->details.identity);
    if (!wanted.ok())
        return failed(wanted.error());
    m_search = std::make_unique<identity::InsiSearch>(**insi);
    const auto journal = [this, name = *inWhoseName](const identity::InsiSearch::Call &call) {
        keepCall(identity::InsiCall::Kind::Traits, call.asked.givenName.text(), call.answer, name);
    };
    return m_search->run(*wanted, journal).then([this](const Result<identity::InsiAnswer> &answer) {
        return found(answer);
    });
}

QFuture<Result<InsiFound>> IdentityDesk::questionByCard(const identity::InsiCardKey &key)
{
    const auto inWhoseName = mandateOf(m_practice, m_session);
    if (!inWhoseName.ok())
        return failed(inWhoseName.error());
    const auto insi = m_insi();
    if (!insi.ok())
        return failed(insi.error());
    m_byCard = (*insi)->searchByCard(key);
    return m_byCard.then([this, name = *inWhoseName](const Result<identity::InsiAnswer> &answer) {
        keepCall(identity::InsiCall::Kind::Card, u"carte Vitale"_qs, answer, name);
        return found(answer);
    });
}

Status IdentityDesk::takeFromApcv(const identity::InsiPerson &person)
{
    AMBROISE_TRY(const auto traits, person.traits());
    const identity::Identity &known = m_patient->details.identity;
    const auto compared = identity::Comparison::of(identity::ToldTraits::of(traits),
                                                   identity::ToldTraits::of(known.traits()));
    if (!compared.isCompatible())
        return Error{ErrorCode::Conflict, u"vitale.other_person"_qs, {}};
    AMBROISE_TRY(const auto after, known.readFromApcv(traits, person.ins));
    AMBROISE_CHECK(
        decide({{.cause = identity::Cause::ApcvRead, .after = after, .history = person.history}}));
    Q_EMIT changed();
    return done();
}

QString IdentityDesk::placeNameOf(const identity::InsiAnswer &answer) const
{
    if (!answer.person)
        return {};
    const auto traits = answer.person->traits();
    if (!traits.ok())
        return {};
    const auto place =
        m_practice.birthplaces().find(traits->birthPlace().code(), traits->birthDate().date());
    return place.ok() && *place ? (*place)->label : QString();
}

Status IdentityDesk::decide(const QList<IdentityChange> &changes)
{
    AMBROISE_TRY(const auto inWhoseName, mandateOf(m_practice, m_session));
    QList<patient::IdentityDecision> decisions;
    for (const IdentityChange &change : changes) {
        const bool test = change.after.ins() && !isReal(change.after.ins()->authority);
        if (test && !m_practice.isDemonstration())
            return Error{ErrorCode::Denied, u"identity.test_ins"_qs, {}};
        decisions.append({.cause = change.cause,
                          .after = change.after,
                          .reason = change.reason,
                          .evidence = change.evidence,
                          .call = change.call,
                          .history = change.history,
                          .mandate = inWhoseName});
    }
    const auto version = m_practice.patients().decide(m_patient->id, m_patient->version, decisions,
                                                      m_session.actor());
    return version.ok() ? done() : Status(version.error());
}

Result<QList<identity::ui::MergedTrace>> IdentityDesk::mergedTraces() const
{
    const identity::IdentityTrace &trace = m_practice.patients().trace();
    QList<identity::ui::MergedTrace> traces;
    for (const PatientId id : m_patient->merged) {
        AMBROISE_TRY(const auto entries, trace.of(id));
        AMBROISE_TRY(const auto calls, trace.callsOf(id));
        traces.append({id.toString(), entries, calls});
    }
    return traces;
}

patient::ui::MergedRecords::Services IdentityDesk::mergedServices()
{
    patient::ui::MergedRecords::Services services;
    services.merges = [this] {
        return m_practice.merges().into(m_patient->id);
    };
    if (m_session.may(access::Right::WriteAdministrative))
        services.undo = [this](PatientId absorbed, const QString &reason) -> Status {
            AMBROISE_CHECK(require(m_session, access::Right::WriteAdministrative));
            return m_practice.merges().undo(absorbed, reason, m_session.actor());
        };
    services.explain = sentenceOf;
    return services;
}

Status IdentityDesk::printLabel()
{
    const PostLabels labels = PostLabels::load();
    AMBROISE_TRY(const QByteArray pdf,
                 documents::insLabels({m_patient->details}, labels.sheet, labels.start));
    AMBROISE_CHECK(
        m_practice.journal().record({audit::Action::Print, audit::Subject::Patient,
                                     m_patient->id.value, m_patient->id, u"ins_label"_qs},
                                    m_session.actor()));
    const auto oneLess = [] {
        if (const Status kept = PostLabels::load().afterOne().save(); !kept.ok())
            qWarning("labels: %s", qPrintable(kept.error().subject));
    };
    return m_showLabel(pdf, {oneLess, {{PaperKind::Label}}});
}

} // namespace ambroise::app
