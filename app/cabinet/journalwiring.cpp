// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalwiring.h"

#include "rolewords.h"

#include <practice/journalfile.h>
#include <words/sentences.h>

#include <ambroise/core/text.h>

#include <QCoreApplication>
#include <QtConcurrent>

namespace ambroise::app {
namespace {

constexpr int choicesShown = 12;

//! The journal for a thread of its own: by another connection, with a key of its own, whatever
//! becomes of the practice meanwhile.
class Elsewhere {
public:
    explicit Elsewhere(const Practice &practice)
        : m_database(practice.database())
        , m_key(std::make_shared<crypto::SecretBytes>(DerivedKeys::audit(practice.key())))
    {
    }

    //! `work` gets the journal and a progress that is told in percent. It is given up where its
    //! future is cancelled, or, with an answer, at `stop`.
    template <class T, class Work>
    QFuture<Result<T>> run(Work work, const audit::ui::Stop &stop = {}) const
    {
        return QtConcurrent::run([*this, work, stop](QPromise<Result<T>> &promise) {
            promise.setProgressRange(0, 100);
            promise.addResult(answer<T>(work, [&promise, stop](qint64 done, qint64 total) {
                const int percent = total > 0 ? int(done * 100 / total) : 0;
                promise.setProgressValueAndText(percent, QString::number(percent));
                return !promise.isCanceled() && !(stop && *stop);
            }));
        });
    }

private:
    template <class T, class Work>
    Result<T> answer(const Work &work, const Progress &progress) const
    {
        const SystemClock clock;
        AMBROISE_TRY(const auto db, m_database.connect());
        audit::Journal journal(*db, *m_key, clock);
        return work(journal, progress);
    }

    storage::Database m_database;
    std::shared_ptr<const crypto::SecretBytes> m_key;
};

audit::ui::JournalNames namesIn(Practice &practice, const access::Session &session)
{
    audit::ui::JournalNames names;
    // Who keeps the accounts reads the journal without learning who is a patient here.
    if (session.may(access::Right::ReadAdministrative))
        names.patient = [&practice](PatientId id) {
            const auto found = practice.patients().summaries({id});
            return found.ok() && !found->isEmpty() ? patient::displayName(found->first())
                                                   : QString();
        };
    names.user = [&practice](UserId id) {
        const auto account = practice.accounts().byId(id);
        return account.ok() ? account->person.displayName() : QString();
    };
    names.role = [](const QString &code) {
        const auto role = access::roleOf(code);
        return role ? roleWord(*role) : QString();
    };
    return names;
}

Result<QList<audit::ui::PatientChoice>> choicesFor(Practice &practice, const QString &typed)
{
    AMBROISE_TRY(const auto found, practice.patients().search(typed, choicesShown));
    QList<audit::ui::PatientChoice> choices;
    for (const patient::PatientSummary &one : found)
        choices.append(
            {one.id, patient::displayName(one),
             QStringList{code(one.sex), text::frenchDate(one.birthDate)}.join(u" · "_qs)});
    return choices;
}

} // namespace

audit::ui::JournalServices journalServices(Practice &practice, const access::Session &session)
{
    using Events = QList<audit::Event>;
    const Elsewhere elsewhere(practice);
    audit::ui::JournalServices services;
    services.names = namesIn(practice, session);
    services.opened = [&practice, &session](PatientId narrowedTo) -> Status {
        AMBROISE_CHECK(require(session, access::Right::ReadJournal));
        return practice.journal().record(
            {audit::Action::Read, audit::Subject::Journal, 0, narrowedTo}, session.actor());
    };
    services.find = [elsewhere, &practice](const audit::Filter &asked) {
        return elsewhere.run<Events>(
            [filter = withMerged(practice, asked)](audit::Journal &journal, const Progress &) {
                return filter.ok() ? journal.find(*filter) : Result<Events>(filter.error());
            });
    };
    services.people = [&practice] {
        return practice.journal().people();
    };
    if (session.may(access::Right::ReadAdministrative))
        services.searchPatients = [&practice](const QString &typed) {
            return choicesFor(practice, typed);
        };
    services.verify = [elsewhere] {
        return elsewhere.run<audit::Verdict>([](audit::Journal &journal, const Progress &progress) {
            return journal.verify(progress);
        });
    };
    services.save = [elsewhere, &practice, actor = session.actor()](
                        const QString &path, audit::ExportFormat format, const audit::Filter &asked,
                        const audit::ui::Stop &stop) {
        return elsewhere.run<qint64>(
            [=, filter = withMerged(practice, asked)](audit::Journal &journal,
                                                      const Progress &progress) {
                return filter.ok() ? exportJournal(journal, path, format, *filter, actor, progress)
                                   : Result<qint64>(filter.error());
            },
            stop);
    };
    services.explain = sentenceOf;
    return services;
}

} // namespace ambroise::app
