// SPDX-License-Identifier: GPL-3.0-or-later
#include "preventionlistdesk.h"

#include "paperhead.h"
#include "pdfviewer.h"
#include "preventiondesk.h"

#include <words/sentences.h>

#include <ambroise/prevention/practicelist.h>

#include <QtConcurrent>

namespace ambroise::app {
namespace {

using prevention::ui::DuePatient;

//! What a thread reads and writes with: nothing of it is the window's.
struct Reach {
    storage::Database database;
    std::shared_ptr<crypto::SecretBytes> auditKey;
};

Reach reachOf(const Practice &practice)
{
    return {practice.database(),
            std::make_shared<crypto::SecretBytes>(DerivedKeys::audit(practice.key()))};
}

Result<QList<DuePatient>> found(const Reach &reach, const prevention::RuleBook &book,
                                const QString &id, QDate today, const Progress &progress)
{
    const prevention::Rule *rule = book.rule(id);
    if (!rule)
        return Error{ErrorCode::Invalid, u"prevention.rule"_qs, {}};
    const SystemClock clock;
    AMBROISE_TRY(const auto db, reach.database.connect());
    AMBROISE_TRY(const auto listed, prevention::whoIsDue(*db, book, *rule, today, progress));
    audit::Journal journal(*db, *reach.auditKey, clock);
    const patient::PatientRepository patients(*db, journal, clock);
    QList<PatientId> ids;
    QHash<PatientId, prevention::DueItem> items;
    for (const prevention::ListedPatient &one : listed) {
        ids << one.patient;
        items.insert(one.patient, one.item);
    }
    AMBROISE_TRY(const auto summaries, patients.summaries(ids));
    QList<DuePatient> due;
    for (const patient::PatientSummary &one : summaries)
        due.append({one, items.value(one.id)});
    return due;
}

//! « Examen obligatoire de l’enfant, 9e mois »
QString actOf(const prevention::Rule &rule, const prevention::DueItem &item)
{
    const prevention::Step *step = rule.step(item.step);
    return step ? rule.label + u", "_qs + step->label : rule.label;
}

//! Each letter is journaled as printed, for it tells of somebody's health.
Result<QByteArray> written(const Reach &reach, const prevention::Rule &rule,
                           const documents::PaperHead &head, const prevention::InvitationText &text,
                           const QList<DuePatient> &patients, const audit::Actor &actor,
                           QDate today, const Progress &progress)
{
    const SystemClock clock;
    AMBROISE_TRY(const auto db, reach.database.connect());
    audit::Journal journal(*db, *reach.auditKey, clock);
    const patient::PatientRepository repository(*db, journal, clock);
    QList<prevention::InvitedPatient> invited;
    for (const DuePatient &one : patients) {
        AMBROISE_TRY(const auto patient, repository.reload(one.patient.id));
        invited.append({displayName(patient.details), documents::addressLines(patient.details),
                        actOf(rule, one.item)});
    }
    AMBROISE_TRY(const QByteArray pdf,
                 prevention::invitationLetters(head, text, invited, today, progress));
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(*db));
    for (const DuePatient &one : patients)
        AMBROISE_CHECK(journal.record({audit::Action::Print, audit::Subject::Prevention,
                                       one.patient.id.value, one.patient.id, u"invitation"_qs},
                                      actor));
    AMBROISE_CHECK(transaction.commit());
    return pdf;
}

} // namespace

PreventionListDesk::PreventionListDesk(Practice &practice, const access::Session &session,
                                       QStackedWidget &pages, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_pages(pages)
    , m_book(shippedRules().ok() ? *shippedRules() : prevention::RuleBook())
    , m_page(new prevention::ui::PreventionListPage(services(), practice.clock(), &pages))
{
    pages.addWidget(m_page);
}

void PreventionListDesk::bring()
{
    m_pages.setCurrentWidget(m_page);
    m_page->begin();
}

prevention::ui::PreventionListServices PreventionListDesk::services()
{
    prevention::ui::PreventionListServices services;
    services.find = [this](const QString &rule) {
        return find(rule);
    };
    services.write = [this](const QString &rule, const prevention::InvitationText &text,
                            const QList<DuePatient> &patients) {
        return write(rule, text, patients);
    };
    services.show = [this](const QByteArray &pdf) {
        return show(pdf);
    };
    services.explain = sentenceOf;
    services.book = &m_book;
    return services;
}

QFuture<PreventionListDesk::Found> PreventionListDesk::find(const QString &rule) const
{
    return QtConcurrent::run(
        [reach = reachOf(m_practice), book = m_book, rule, today = m_practice.clock().today(),
         allowed = require(m_session, access::Right::ReadClinical)](QPromise<Found> &promise) {
            promise.setProgressRange(0, 100);
            const auto progress = [&promise](qint64 done, qint64 total) {
                const int percent = total > 0 ? int(done * 100 / total) : 0;
                promise.setProgressValueAndText(percent, QString::number(percent));
                return !promise.isCanceled();
            };
            promise.addResult(allowed.ok() ? found(reach, book, rule, today, progress)
                                           : Found(allowed.error()));
        });
}

QFuture<Result<QByteArray>> PreventionListDesk::write(const QString &rule,
                                                      const prevention::InvitationText &text,
                                                      const QList<DuePatient> &patients) const
{
    const Status allowed = require(m_session, access::Right::ReadClinical);
    const auto head = paperHead(m_practice, m_session);
    const prevention::Rule *chosen = m_book.rule(rule);
    return QtConcurrent::run(
        [reach = reachOf(m_practice), allowed, head, text, patients,
         one = chosen ? std::optional(*chosen) : std::nullopt, actor = m_session.actor(),
         today = m_practice.clock().today()](QPromise<Result<QByteArray>> &promise) {
            if (!allowed.ok())
                promise.addResult(Result<QByteArray>(allowed.error()));
            else if (!head.ok())
                promise.addResult(Result<QByteArray>(head.error()));
            else if (!one)
                promise.addResult(
                    Result<QByteArray>(Error{ErrorCode::Invalid, u"prevention.rule"_qs, {}}));
            else
                promise.addResult(
                    written(reach, *one, *head, text, patients, actor, today,
                            [&promise](qint64, qint64) { return !promise.isCanceled(); }));
        });
}

Status PreventionListDesk::show(const QByteArray &pdf) const
{
    auto *viewer = new PdfViewer(pdf, tr("Lettres d’invitation"), m_page);
    AMBROISE_CHECK(viewer->state());
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    viewer->show();
    return done();
}

} // namespace ambroise::app
