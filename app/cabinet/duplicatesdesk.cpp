// SPDX-License-Identifier: GPL-3.0-or-later
#include "duplicatesdesk.h"

#include "draftkinds.h"
#include "mandate.h"
#include "patientwiring.h"

#include <ambroise/uikit/shortcuts.h>
#include <words/sentences.h>

#include <QtConcurrent>

namespace ambroise::app {
DuplicatesDesk::DuplicatesDesk(Practice &practice, const access::Session &session,
                               QStackedWidget &pages, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_pages(pages)
    , m_page(new patient::ui::MergePage(services(), &pages))
    , m_other(new patient::ui::OtherRecordPage(searchServices(practice, session), practice.clock(),
                                               &pages))
{
    using patient::ui::MergePage;
    m_pages.addWidget(m_page);
    m_pages.addWidget(m_other);
    auto *actions = new uikit::ActionMap(m_page);
    const QString group = tr("Doublons");
    actions->key({u"merge.decide"_qs, tr("Fusionner"), group}, Qt::CTRL | Qt::Key_Return,
                 [this] { m_page->merge(); });
    actions->key({u"merge.distinct"_qs, tr("Ce sont deux personnes"), group}, Qt::ALT | Qt::Key_D,
                 [this] { m_page->sayDistinct(); });
    actions->key({u"merge.homonyms"_qs, tr("Ce sont deux homonymes"), group}, Qt::ALT | Qt::Key_H,
                 [this] { m_page->sayHomonyms(); });
    actions->key({u"merge.open"_qs, tr("Ouvrir le dossier gardé"), group}, Qt::ALT | Qt::Key_O,
                 [this] { m_page->openKept(); });
    connect(m_page, &MergePage::merged, this, &DuplicatesDesk::merged);
    for (const auto ended : {&MergePage::foundDistinct, &MergePage::left})
        connect(m_page, ended, this, [this] { Q_EMIT left(m_from); });
    connect(m_other, &patient::ui::OtherRecordPage::left, this, [this] { Q_EMIT left(m_from); });
    connect(m_other, &patient::ui::OtherRecordPage::chosen, this, &DuplicatesDesk::show);
    connect(m_page, &MergePage::openRequested, this, &DuplicatesDesk::openRequested);
}

QFuture<Result<QList<patient::DuplicatePair>>> DuplicatesDesk::find(int limit) const
{
    using Found = Result<QList<patient::DuplicatePair>>;
    const auto search = [database = m_practice.database(),
                         limit](const Progress &progress) -> Found {
        const SystemClock clock;
        AMBROISE_TRY(const auto db, database.connect());
        return patient::DuplicateFinder(*db, clock).find(limit, progress);
    };
    return QtConcurrent::run([search](QPromise<Found> &promise) {
        promise.setProgressRange(0, 100);
        promise.addResult(search([&promise](qint64 done, qint64 total) {
            const int percent = total > 0 ? int(done * 100 / total) : 0;
            promise.setProgressValueAndText(percent, QString::number(percent));
            return !promise.isCanceled();
        }));
    });
}

void DuplicatesDesk::compare(PatientId first, PatientId second)
{
    m_from = {};
    show(first, second);
}

Status DuplicatesDesk::chooseOtherFor(PatientId record)
{
    AMBROISE_TRY(const auto patient, m_practice.patients().reload(record));
    m_from = record;
    m_other->beginFor(patient);
    m_pages.setCurrentWidget(m_other);
    m_other->setFocus(Qt::OtherFocusReason);
    return done();
}

void DuplicatesDesk::show(PatientId first, PatientId second)
{
    m_page->compare(first, second);
    m_pages.setCurrentWidget(m_page);
    m_page->setFocus(Qt::OtherFocusReason);
}

patient::ui::MergeServices DuplicatesDesk::services()
{
    patient::ui::MergeServices services;
    services.load = [this](PatientId id) {
        return sideOf(id);
    };
    services.merge = [this](const patient::MergeRequest &request) {
        return merge(request);
    };
    services.sayDistinct = [this](PatientId first, PatientId second, const QString &reason) {
        return m_practice.merges().sayDistinct(first, second, reason, m_session.actor());
    };
    services.sayHomonyms = [this](PatientId first, PatientId second, const QString &reason) {
        return sayHomonyms(first, second, reason);
    };
    services.explain = sentenceOf;
    return services;
}

//! Both records are read, and that is journaled.
Result<patient::ui::MergeSide> DuplicatesDesk::sideOf(PatientId id) const
{
    AMBROISE_CHECK(require(m_session, access::Right::WriteAdministrative));
    AMBROISE_TRY(const auto patient, m_practice.patients().open(id, m_session.actor()));
    AMBROISE_TRY(const qint64 entries, m_practice.records().countOf(patient.recordIds()));
    AMBROISE_TRY(const auto ordonnances, m_practice.ordonnances().ofPatient(patient.recordIds()));
    const QString content = QStringList{tr("%n élément(s) de dossier", nullptr, int(entries)),
                                        tr("%n ordonnance(s)", nullptr, int(ordonnances.size()))}
                                .join(u" · "_qs);
    return patient::ui::MergeSide{patient, content};
}

Status DuplicatesDesk::merge(const patient::MergeRequest &request)
{
    AMBROISE_CHECK(require(m_session, access::Right::WriteAdministrative));
    for (const QString &kind :
         {patientDraft, noteDraft, correctionDraft, ordonnanceDraft, demandeDraft, letterDraft}) {
        AMBROISE_TRY(const bool waiting,
                     m_practice.drafts().isWaiting(kind, request.absorbed.value));
        if (waiting) // it would have no record to come back to
            return Error{ErrorCode::Conflict, u"merge.draft"_qs, {}};
    }
    return m_practice.merges().merge(request, m_session.actor());
}

//! An attribute is a decision about the identity: in whose name it is decided is asked as there.
Status DuplicatesDesk::sayHomonyms(PatientId first, PatientId second, const QString &reason)
{
    AMBROISE_TRY(const auto mandate, mandateOf(m_practice, m_session));
    return m_practice.merges().sayHomonyms(first, second, reason, mandate, m_session.actor());
}

} // namespace ambroise::app
