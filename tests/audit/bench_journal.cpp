// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/journal.h>
#include <ambroise/audit/schema.h>

#include <support/engines.h>
#include <support/result.h>

#include <QElapsedTimer>
#include <QFile>

using namespace ambroise;
using audit::Action;
using audit::Filter;
using audit::Journal;

namespace {

constexpr int people = 12;
constexpr int patients = 100'000;

Status fill(storage::Connection &db, Journal &journal, test::ManualClock &clock, int events)
{
    using namespace std::chrono_literals;
    for (int done = 0; done < events;) {
        AMBROISE_TRY(auto together, storage::Transaction::begin(db));
        for (int end = std::min(events, done + 10'000); done < end; ++done) {
            clock.advance(150s);
            const int person = 1 + done % people;
            const audit::Actor actor(UserId{person}, u"Personne %1"_qs.arg(person), u"medecin"_qs,
                                     u"Cabinet 1"_qs);
            const Action action = done % 5000 == 0 ? Action::BreakGlass
                                  : done % 7 == 0  ? Action::Update
                                                   : Action::Read;
            const qint64 patient = 1 + (qint64(done) * 7919) % patients;
            AMBROISE_CHECK(journal.record(
                {action, audit::Subject::Patient, patient, PatientId{patient}}, actor));
        }
        AMBROISE_CHECK(together.commit());
    }
    return done();
}

} // namespace

//! Figures, never verdicts. AMBROISE_EVENTS: how many, 50,000 unless told.
class Speed : public QObject {
    Q_OBJECT
    test::Engines m_engines;

private Q_SLOTS:
    void aLongJournal()
    {
        bool told = false;
        const int wanted = qEnvironmentVariableIntValue("AMBROISE_EVENTS", &told);
        const auto database = m_engines.practice(storage::Engine::Embedded, {audit::schema()});
        const auto db = std::move(database->connect()).value();
        Journal journal(*db, m_engines.key(), m_engines.clock());
        const QDateTime start = m_engines.clock().now();
        QElapsedTimer timer;
        timer.start();
        QVERIFY_OK(fill(*db, journal, m_engines.clock(), told ? wanted : 50'000));
        qInfo("written: %.1f s", double(timer.elapsed()) / 1000);
        const QDateTime end = m_engines.clock().now();
        const auto far = start.addSecs(start.secsTo(end) / 10);
        const std::pair<const char *, Filter> questions[] = {
            {"newest", {.limit = 200}},
            {"one in the middle, further", {.before = (told ? wanted : 50'000) / 2, .limit = 200}},
            {"a patient", {.patient = PatientId{4242}, .limit = 200}},
            {"a person", {.userName = u"personne 7"_qs, .limit = 200}},
            {"everybody, by name", {.userName = u"personne"_qs, .limit = 200}},
            {"a rare action", {.action = Action::BreakGlass, .limit = 200}},
            {"until long ago", {.until = far, .limit = 200}},
            {"a month", {.since = far, .until = far.addDays(30), .limit = 200}},
            {"a person's rare action",
             {.userName = u"personne 5"_qs, .action = Action::BreakGlass, .limit = 200}},
        };
        for (const auto &[what, filter] : questions) {
            const auto fresh = std::move(database->connect()).value(); // nothing cached
            const Journal asked(*fresh, m_engines.key(), m_engines.clock());
            timer.restart();
            const auto found = asked.find(filter);
            qInfo("%s: %.1f ms, %lld found", what, double(timer.nsecsElapsed()) / 1e6,
                  qlonglong(found->size()));
        }
        timer.restart();
        const auto verdict = journal.verify();
        qInfo("verified: %.1f s, whole: %d", double(timer.elapsed()) / 1000, verdict->ok);
        QFile out(m_engines.path(u"journal.csv"_qs));
        QVERIFY(out.open(QIODevice::WriteOnly));
        timer.restart();
        const auto written = journal.exportCsv(out, {});
        qInfo("exported: %.1f s, %lld events, %lld MB", double(timer.elapsed()) / 1000,
              qlonglong(*written), qlonglong(out.size() / 1'000'000));
        QFile memory(u"/proc/self/status"_qs);
        if (memory.open(QIODevice::ReadOnly))
            for (const QByteArray &line : memory.readAll().split('\n'))
                if (line.startsWith("VmHWM"))
                    qInfo("%s", line.constData());
    }
};
QTEST_GUILESS_MAIN(Speed)
#include "bench_journal.moc"
