// SPDX-License-Identifier: GPL-3.0-or-later
#include "practicesearchdesk.h"

#include <words/sentences.h>

#include <QtConcurrent>

namespace ambroise::app {
namespace {

using record::ui::FoundLine;

Result<QList<FoundLine>> found(const storage::Database &database, const crypto::SecretBytes &key,
                               const QString &typed, std::optional<record::EntryKind> kind)
{
    AMBROISE_TRY(const auto db, database.connect());
    AMBROISE_TRY(const auto entries, record::EntrySearch(*db).find(typed, kind));
    const SystemClock clock;
    audit::Journal journal(*db, key, clock);
    const patient::PatientRepository patients(*db, journal, clock);
    QList<FoundLine> lines;
    QHash<PatientId, QString> names;
    for (const record::FoundEntry &one : entries) {
        const PatientId of = one.entry.patient;
        if (!names.contains(of)) {
            AMBROISE_TRY(const auto whose, patients.summaries({of}));
            if (!whose.isEmpty())
                names.insert(of, displayName(whose.first()));
        }
        if (names.contains(of))
            lines.append({one, names.value(of)});
    }
    return lines;
}

} // namespace

PracticeSearchDesk::PracticeSearchDesk(Practice &practice, const access::Session &session,
                                       QStackedWidget &pages, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_session(session)
    , m_pages(pages)
    , m_page(new record::ui::PracticeSearchPage(services(), &pages))
{
    pages.addWidget(m_page);
}

record::ui::PracticeSearchServices PracticeSearchDesk::services()
{
    return {.find = [this](const QString &typed,
                           std::optional<record::EntryKind> kind) { return find(typed, kind); },
            .left = [this] { return record::EntryIndex(m_practice.connection()).left(); },
            .shown = [this](qsizetype count) { return journal(count); },
            .explain = sentenceOf};
}

QFuture<PracticeSearchDesk::Found> PracticeSearchDesk::find(const QString &typed,
                                                            std::optional<record::EntryKind> kind)
{
    if (const Status allowed = require(m_session, access::Right::ReadClinical); !allowed.ok())
        return QtFuture::makeReadyFuture<Found>(allowed.error());
    const auto key = std::make_shared<crypto::SecretBytes>(DerivedKeys::audit(m_practice.key()));
    return QtConcurrent::run([database = m_practice.database(), key, typed, kind] {
        return found(database, *key, typed, kind);
    });
}

//! That somebody searched, and how much was shown; the words themselves may tell of a patient.
Status PracticeSearchDesk::journal(qsizetype count)
{
    return m_practice.journal().record(
        {audit::Action::Search, audit::Subject::Entry, 0, {}, QString::number(count)},
        m_session.actor());
}

void PracticeSearchDesk::bring()
{
    m_pages.setCurrentWidget(m_page);
    m_page->begin();
}

} // namespace ambroise::app
