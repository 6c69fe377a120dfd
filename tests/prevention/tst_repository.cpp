// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/identity/schema.h>
#include <ambroise/patient/repository.h>
#include <ambroise/patient/schema.h>
#include <ambroise/prevention/practicelist.h>
#include <ambroise/prevention/repository.h>
#include <ambroise/prevention/schema.h>
#include <ambroise/record/repository.h>
#include <ambroise/record/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::prevention;

namespace {

const audit::Actor nurse(UserId{3}, u"Sophie Aubrac"_qs, u"infirmier"_qs, u"Cabinet 2"_qs);
const PatientId vasseur{7};
const patient::RecordIds ids(vasseur);

VaccinationRecord flu(const PartialDate &date, QDate today)
{
    VaccinationRecord::Parts parts;
    parts.vaccine = u"VAXIGRIP, suspension injectable"_qs;
    parts.cis = u"60000000"_qs;
    parts.cip13 = u"3400930000000"_qs;
    parts.valences = {u"influenza"_qs};
    parts.date = date;
    parts.lot = u"Y3C12"_qs;
    parts.expiry = QDate(2030, 6, 30);
    parts.site = u"deltoïde gauche"_qs;
    parts.dose = u"1"_qs;
    parts.by = u"Sophie Aubrac"_qs;
    return *VaccinationRecord::make(parts, {}, today);
}

patient::NewPatient born(const QString &surname, QDate birth, identity::Sex sex)
{
    auto traits = identity::StrictTraits::make({*identity::BirthSurname::parse(surname),
                                                *identity::GivenNames::parse(u"ALIX"),
                                                *identity::GivenNames::parse(u"ALIX"),
                                                *identity::BirthDate::of(birth),
                                                sex,
                                                {}});
    return patient::NewPatient{identity::Identity::provisional(*traits)};
}

} // namespace

class TestRepository : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), identity::schema(),
                                              patient::schema(), record::schema(),
                                              prevention::schema()};
private Q_SLOTS:
    void whatWasGivenIsReadAgainWhole_data() { m_engines.addRows(); }
    void whatWasGivenIsReadAgainWhole()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        PreventionRepository prevention(db, journal, m_engines.clock());
        const QDate today = m_engines.clock().today();
        const VaccinationRecord written = flu(*PartialDate::of(today), today);
        QVERIFY_OK(prevention.add(vasseur, written, nurse));
        const auto read = prevention.vaccinations(ids);
        QVERIFY_OK(read);
        QCOMPARE(read->size(), 1);
        QCOMPARE(read->first().parts, written.parts());
        QCOMPARE(read->first().authorName, u"Sophie Aubrac"_qs);
        const auto deeds = journal.find({.patient = vasseur});
        QCOMPARE(deeds->size(), 1);
        QCOMPARE(deeds->first().deed.detail, u"vaccination"_qs);
    }

    void aDateKnownInPartStaysSo_data() { m_engines.addRows(); }
    void aDateKnownInPartStaysSo()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        PreventionRepository prevention(db, journal, m_engines.clock());
        const QDate today = m_engines.clock().today();
        VaccinationRecord::Parts unknown = flu(*PartialDate::of(2001, 0, 0), today).parts();
        unknown.date.reset();
        for (const auto &record :
             {flu(*PartialDate::of(2001, 0, 0), today), flu(*PartialDate::of(2019, 3, 0), today),
              *VaccinationRecord::make(unknown, {}, today)})
            QVERIFY_OK(prevention.add(vasseur, record, nurse));
        const auto read = prevention.vaccinations(ids);
        QCOMPARE(read->size(), 3); // the newest first, the undated last
        QCOMPARE(read->at(0).parts.date, *PartialDate::of(2019, 3, 0));
        QCOMPARE(read->at(1).parts.date, *PartialDate::of(2001, 0, 0));
        QVERIFY(!read->at(2).parts.date);
    }

    void whatIsRemovedNoLongerCountsAndIsTold_data() { m_engines.addRows(); }
    void whatIsRemovedNoLongerCountsAndIsTold()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        PreventionRepository prevention(db, journal, m_engines.clock());
        const QDate today = m_engines.clock().today();
        const auto id = prevention.add(vasseur, flu(*PartialDate::of(today), today), nurse);
        QVERIFY_OK(id);
        QVERIFY_OK(prevention.remove(*id, nurse));
        QVERIFY(prevention.vaccinations(ids)->isEmpty());
        QVERIFY(prevention.history(ids)->given.isEmpty());
        QCOMPARE_SUBJECT(prevention.remove(*id, nurse), "vaccination.unknown");
        QCOMPARE(journal.find({.patient = vasseur})->first().deed.action, audit::Action::Remove);
    }

    void anActIsKeptWithItsReason_data() { m_engines.addRows(); }
    void anActIsKeptWithItsReason()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        PreventionRepository prevention(db, journal, m_engines.clock());
        const QDate today = m_engines.clock().today();
        const Act declined{u"cancer-sein"_qs, {}, ActState::Declined, today, u"ne veut pas"_qs};
        const Act done{u"examens-enfant"_qs, u"8"_qs, ActState::Done, today.addDays(-3), {}};
        const auto id = prevention.add(vasseur, declined, nurse);
        QVERIFY_OK(id);
        QVERIFY_OK(prevention.add(vasseur, done, nurse));
        const auto acts = prevention.acts(ids);
        QCOMPARE(acts->size(), 2);
        QCOMPARE(acts->first().act, declined);
        QCOMPARE(acts->last().act, done);
        QVERIFY_OK(prevention.remove(*id, nurse));
        QCOMPARE(prevention.history(ids)->acts, QList<Act>{done});
    }

    void whatMakesNoSenseIsNotWritten()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        audit::Journal journal(**db, m_engines.key(), m_engines.clock());
        PreventionRepository prevention(**db, journal, m_engines.clock());
        const QDate today = m_engines.clock().today();
        const Act right{u"cancer-sein"_qs, {}, ActState::Done, today, {}};
        const auto refused = [&](auto spoil) {
            Act act = right;
            spoil(act);
            return test::subjectOf(prevention.add(vasseur, act, nurse));
        };
        QCOMPARE(refused([](Act &a) { a.rule.clear(); }), u"prevention.rule"_qs);
        QCOMPARE(refused([&](Act &a) { a.date = today.addDays(1); }), u"prevention.date"_qs);
        QCOMPARE(refused([](Act &a) { a.state = ActState::NotConcerned; }),
                 u"prevention.reason"_qs);
        QCOMPARE(refused([](Act &a) { a.reason = QString(501, u'x'); }), u"prevention.reason"_qs);
        QCOMPARE_SUBJECT(prevention.add(PatientId{}, right, nurse), "prevention.patient");
        QVERIFY(journal.find({})->isEmpty());
    }

    void whoIsDueIsFoundInTheWholePractice_data() { m_engines.addRows(); }
    void whoIsDueIsFoundInTheWholePractice()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        patient::PatientRepository patients(db, journal, m_engines.clock());
        record::RecordRepository records(db, journal, m_engines.clock());
        PreventionRepository prevention(db, journal, m_engines.clock());
        const QDate today = m_engines.clock().today();
        const auto add = [&](const QString &name, int age, identity::Sex sex) {
            return *patients.add(born(name, today.addYears(-age), sex), nurse);
        };
        using identity::Sex;
        const PatientId sixty = add(u"ZOE"_qs, 60, Sex::Female);
        const PatientId done = add(u"BETA"_qs, 61, Sex::Female);
        const PatientId also = add(u"ALPHA"_qs, 62, Sex::Female);
        add(u"CARL"_qs, 60, Sex::Male);
        add(u"DORA"_qs, 40, Sex::Female);
        const PatientId archived = add(u"ELSA"_qs, 60, Sex::Female);
        QVERIFY_OK(patients.archive(archived, 1, nurse));
        QVERIFY_OK(prevention.add(
            done, {u"cancer-sein"_qs, {}, ActState::Done, today.addMonths(-3), {}}, nurse));
        const RuleBook book = *RuleBook::shipped();
        const auto due = whoIsDue(db, book, *book.rule(u"cancer-sein"), today);
        QVERIFY_OK(due);
        QCOMPARE(due->size(), 2);
        QCOMPARE(due->first().patient, also);
        QCOMPARE(due->last().patient, sixty);
    }

    void aCodedProblemOpensARuleForTheWholePractice_data() { m_engines.addRows(); }
    void aCodedProblemOpensARuleForTheWholePractice()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        patient::PatientRepository patients(db, journal, m_engines.clock());
        record::RecordRepository records(db, journal, m_engines.clock());
        const QDate today = m_engines.clock().today();
        const auto id =
            patients.add(born(u"DIABO"_qs, today.addYears(-50), identity::Sex::Male), nurse);
        QVERIFY_OK(
            patients.add(born(u"AUTRE"_qs, today.addYears(-50), identity::Sex::Male), nurse));
        record::NewEntry problem;
        problem.kind = record::EntryKind::Problem;
        problem.happened = m_engines.clock().now().addYears(-2);
        problem.title = u"Diabète de type 2"_qs;
        problem.code = u"CISP-2:T90"_qs;
        QVERIFY_OK(records.add(*id, problem, nurse));
        const RuleBook book = *RuleBook::shipped();
        const auto due = whoIsDue(db, book, *book.rule(u"diabete-fond-oeil"), today);
        QVERIFY_OK(due);
        QCOMPARE(due->size(), 1);
        QCOMPARE(due->first().patient, *id);
        QCOMPARE(due->first().item.because.first().title, u"Diabète de type 2"_qs);
    }

    void aListGivenUpAnswersNothing()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        audit::Journal journal(**db, m_engines.key(), m_engines.clock());
        patient::PatientRepository patients(**db, journal, m_engines.clock());
        QVERIFY_OK(patients.add(born(u"ZOE"_qs, QDate(1960, 1, 1), identity::Sex::Female), nurse));
        const RuleBook book = *RuleBook::shipped();
        const auto due = whoIsDue(**db, book, *book.rule(u"grippe"), QDate(2026, 11, 24),
                                  [](qint64, qint64) { return false; });
        QCOMPARE_SUBJECT(due, "prevention.cancelled");
    }
};
QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
