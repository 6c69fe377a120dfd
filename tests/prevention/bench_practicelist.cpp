// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/identity/schema.h>
#include <ambroise/patient/bulkloader.h>
#include <ambroise/patient/generator.h>
#include <ambroise/patient/schema.h>
#include <ambroise/prevention/practicelist.h>
#include <ambroise/prevention/schema.h>
#include <ambroise/record/schema.h>

#include <support/engines.h>
#include <support/result.h>

#include <QElapsedTimer>

using namespace ambroise;
using namespace ambroise::prevention;

//! Times to read, not to pass: who is due for a rule in a practice of AMBROISE_BENCH_PATIENTS
//! (100,000) patients.
class BenchPracticeList : public QObject {
    Q_OBJECT
    test::Engines m_engines;
private Q_SLOTS:
    void whoIsDue()
    {
        const auto database = m_engines.practice(
            storage::Engine::Embedded, {audit::schema(), identity::schema(), patient::schema(),
                                        record::schema(), prevention::schema()});
        const auto connected = database->connect();
        QVERIFY_OK(connected);
        storage::Connection &db = **connected;
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        const audit::Actor actor(UserId{1}, u"Bench"_qs, u"medecin"_qs, u"Bench"_qs);
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("AMBROISE_BENCH_PATIENTS", &given);
        patient::Generator people(1);
        QVERIFY_OK(patient::BulkLoader(db, journal, m_engines.clock())
                       .load(
                           given ? wanted : 100'000, [&] { return people.next(); }, actor));
        const RuleBook book = *RuleBook::shipped();
        for (const QString &rule : {u"grippe"_qs, u"cancer-sein"_qs, u"dtp-rappels"_qs}) {
            QElapsedTimer timer;
            timer.start();
            const auto due =
                prevention::whoIsDue(db, book, *book.rule(rule), m_engines.clock().today());
            QVERIFY_OK(due);
            qInfo("%s: %d due, %lld ms", qPrintable(rule), int(due->size()), timer.elapsed());
        }
    }
};
QTEST_GUILESS_MAIN(BenchPracticeList)
#include "bench_practicelist.moc"
