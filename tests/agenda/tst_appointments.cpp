// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/agenda/repository.h>
#include <ambroise/agenda/schema.h>
#include <ambroise/audit/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::agenda;
using namespace std::chrono_literals;

namespace {

const audit::Actor secretary(UserId{4}, u"Nadia Brunel"_qs, u"secretaire"_qs, u"Accueil"_qs);
const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const PatientId diallo{7};
const PatientId weber{8};

} // namespace

class TestAppointments : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), agenda::schema()};

    AppointmentDetails expected(PatientId patient, QTime at)
    {
        AppointmentDetails details;
        details.patient = patient;
        details.professional = doctor.user();
        details.start = QDateTime(m_engines.clock().today(), at, Qt::LocalTime).toUTC();
        details.reason = u"certificat"_qs;
        return details;
    }

private Q_SLOTS:
    void whoIsExpectedComesWaitsIsSeenAndLeaves_data() { m_engines.addRows(); }
    void whoIsExpectedComesWaitsIsSeenAndLeaves()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        AppointmentRepository agenda(db, journal, m_engines.clock());
        const auto id = agenda.add(expected(diallo, {11, 0}), secretary);
        QVERIFY_OK(id);
        for (const auto state : {AppointmentState::Waiting, AppointmentState::InConsultation,
                                 AppointmentState::Done}) {
            m_engines.clock().advance(10min);
            QVERIFY_OK(agenda.become(*agenda.find(*id), state, secretary));
        }
        const auto seen = agenda.find(*id);
        QVERIFY_OK(seen);
        QCOMPARE(seen->state, AppointmentState::Done);
        QCOMPARE(seen->arrivedAt.secsTo(seen->begunAt), 600);
        QCOMPARE(seen->begunAt.secsTo(seen->endedAt), 600);
        QCOMPARE(journal.find({.patient = diallo})->size(), 4);
    }

    void aStepBackForgetsTheHourOfWhatDidNotHappen_data() { m_engines.addRows(); }
    void aStepBackForgetsTheHourOfWhatDidNotHappen()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        AppointmentRepository agenda(db, journal, m_engines.clock());
        const auto id = agenda.receive(expected(diallo, {11, 0}), secretary);
        QVERIFY_OK(id);
        const QDateTime arrived = agenda.find(*id)->arrivedAt;
        m_engines.clock().advance(10min);
        QVERIFY_OK(agenda.become(*agenda.find(*id), AppointmentState::InConsultation, doctor));
        QVERIFY_OK(agenda.become(*agenda.find(*id), AppointmentState::Waiting, doctor));
        QCOMPARE(agenda.find(*id)->begunAt, QDateTime());
        QCOMPARE(agenda.find(*id)->arrivedAt, arrived);
        QVERIFY_OK(agenda.become(*agenda.find(*id), AppointmentState::Planned, secretary));
        QCOMPARE(agenda.find(*id)->arrivedAt, QDateTime());
    }

    void aMistakeTakenBackLosesNoHour_data() { m_engines.addRows(); }
    void aMistakeTakenBackLosesNoHour()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        AppointmentRepository agenda(db, journal, m_engines.clock());
        const auto id = agenda.receive(expected(diallo, {11, 0}), secretary);
        QVERIFY_OK(id);
        const Appointment before = *agenda.find(*id);
        m_engines.clock().advance(40min);
        QVERIFY_OK(agenda.become(before, AppointmentState::Absent, secretary));
        QVERIFY_OK(agenda.takeBack(before, secretary));
        QCOMPARE(agenda.find(*id)->arrivedAt, before.arrivedAt);
        QCOMPARE(agenda.find(*id)->state, AppointmentState::Waiting);
        QCOMPARE_SUBJECT(agenda.takeBack(before, secretary), "storage.version");
    }

    void aVisitGoesForwardOrOneStepBack_data()
    {
        QTest::addColumn<AppointmentState>("from");
        QTest::addColumn<QList<AppointmentState>>("allowed");
        using enum AppointmentState;
        const auto row = [](AppointmentState from, const QList<AppointmentState> &allowed) {
            QTest::newRow(qPrintable(code(from))) << from << allowed;
        };
        row(Planned, {Waiting, InConsultation, Absent, Cancelled});
        row(Waiting, {Planned, InConsultation, Absent});
        row(InConsultation, {Waiting, Done});
        row(Done, {InConsultation});
        row(Absent, {Planned, Waiting});
        row(Cancelled, {Planned});
    }
    void aVisitGoesForwardOrOneStepBack()
    {
        QFETCH(const AppointmentState, from);
        QFETCH(const QList<AppointmentState>, allowed);
        QList<AppointmentState> found;
        for (const AppointmentState to : allAppointmentStates())
            if (mayBecome(from, to))
                found << to;
        QCOMPARE(found, allowed);
    }

    void whatDoesNotFollowIsRefused_data() { m_engines.addRows(); }
    void whatDoesNotFollowIsRefused()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        AppointmentRepository agenda(db, journal, m_engines.clock());
        const auto id = agenda.add(expected(diallo, {11, 0}), secretary);
        QVERIFY_OK(id);
        QCOMPARE_SUBJECT(agenda.become(*agenda.find(*id), AppointmentState::Done, doctor),
                         "appointment.state");
        QCOMPARE(agenda.find(*id)->state, AppointmentState::Planned);
    }

    void twoPostsDoNotCallTheSamePatientTwice_data() { m_engines.addRows(); }
    void twoPostsDoNotCallTheSamePatientTwice()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        AppointmentRepository agenda(db, journal, m_engines.clock());
        const auto id = agenda.receive(expected(diallo, {11, 0}), secretary);
        QVERIFY_OK(id);
        const Appointment seenByBoth = *agenda.find(*id);
        QVERIFY_OK(agenda.become(seenByBoth, AppointmentState::InConsultation, doctor));
        QCOMPARE_SUBJECT(agenda.become(seenByBoth, AppointmentState::InConsultation, secretary),
                         "storage.version");
        QCOMPARE_SUBJECT(
            agenda.change(*id, seenByBoth.version, expected(weber, {12, 0}), secretary),
            "storage.version");
        QCOMPARE(agenda.find(*id)->details.patient, diallo);
    }

    void theWaitingRoomIsCalledByTheHourThenAsTheyCame_data() { m_engines.addRows(); }
    void theWaitingRoomIsCalledByTheHourThenAsTheyCame()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        AppointmentRepository agenda(db, journal, m_engines.clock());
        const auto arrives = [&](PatientId patient, QTime hour) {
            m_engines.clock().advance(1min);
            return agenda.receive(expected(patient, hour), secretary);
        };
        const auto late = arrives(PatientId{1}, {11, 15});
        const auto early = arrives(PatientId{2}, {11, 0});
        const auto lateToo = arrives(PatientId{3}, {11, 15});
        QVERIFY_OK(agenda.add(expected(PatientId{4}, {10, 0}), secretary)); // has not come
        const auto day = agenda.ofDay(m_engines.clock().today());
        QVERIFY_OK(day);
        QCOMPARE(day->size(), 4);
        QList<AppointmentId> called;
        for (const Appointment &one : waiting(*day, doctor.user()))
            called << one.id;
        QCOMPARE(called, (QList<AppointmentId>{*early, *late, *lateToo}));
        QVERIFY(waiting(*day, UserId{2}).isEmpty());
        QCOMPARE(agenda.find(*early)->waited(m_engines.clock().now()), 1min);
    }

    void anotherDayIsAnotherList_data() { m_engines.addRows(); }
    void anotherDayIsAnotherList()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        AppointmentRepository agenda(db, journal, m_engines.clock());
        const QDate today = m_engines.clock().today();
        QVERIFY_OK(agenda.add(expected(diallo, {0, 0}), secretary));
        QVERIFY_OK(agenda.add(expected(weber, {23, 45}), secretary));
        QCOMPARE(agenda.ofDay(today)->size(), 2);
        QVERIFY(agenda.ofDay(today.addDays(1))->isEmpty());
        QVERIFY(agenda.ofDay(today.addDays(-1))->isEmpty());
    }

    void anAppointmentGivenToAnotherIsToldInBothRecords_data() { m_engines.addRows(); }
    void anAppointmentGivenToAnotherIsToldInBothRecords()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        AppointmentRepository agenda(db, journal, m_engines.clock());
        const auto id = agenda.add(expected(diallo, {11, 0}), secretary);
        QVERIFY_OK(id);
        QVERIFY_OK(agenda.change(*id, 1, expected(weber, {11, 30}), secretary));
        QCOMPARE(journal.find({.patient = diallo})->first().deed.detail, u"given_away"_qs);
        QCOMPARE(journal.find({.patient = weber})->size(), 1);
        QVERIFY(agenda.of(patient::RecordIds(diallo))->isEmpty());
        QCOMPARE(agenda.of(patient::RecordIds(PatientId{9}, {weber}))->size(), 1);
    }

    void whatMakesNoSenseIsNotWritten_data()
    {
        QTest::addColumn<AppointmentDetails>("details");
        QTest::addColumn<QString>("subject");
        const AppointmentDetails right = expected(diallo, {11, 0});
        const auto row = [&](const char *subject, auto spoil) {
            AppointmentDetails details = right;
            spoil(details);
            QTest::addRow("%s %d", subject, int(details.kind))
                << details << QString::fromLatin1(subject);
        };
        row("appointment.patient", [](AppointmentDetails &d) { d.patient = {}; });
        row("appointment.patient", [](AppointmentDetails &d) { d.kind = AppointmentKind::Closed; });
        row("appointment.professional", [](AppointmentDetails &d) { d.professional = {}; });
        row("appointment.start", [](AppointmentDetails &d) { d.start = {}; });
        row("appointment.length", [](AppointmentDetails &d) { d.length = 4min; });
        row("appointment.reason",
            [](AppointmentDetails &d) { d.reason = QString(201, QLatin1Char('x')); });
    }
    void whatMakesNoSenseIsNotWritten()
    {
        QFETCH(const AppointmentDetails, details);
        QFETCH(const QString, subject);
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        QVERIFY(database);
        const auto db = database->connect();
        QVERIFY_OK(db);
        audit::Journal journal(**db, m_engines.key(), m_engines.clock());
        AppointmentRepository agenda(**db, journal, m_engines.clock());
        QCOMPARE(test::subjectOf(agenda.add(details, secretary)), subject);
        QVERIFY(agenda.ofDay(m_engines.clock().today())->isEmpty());
    }
};
QTEST_GUILESS_MAIN(TestAppointments)
#include "tst_appointments.moc"
