// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/account.h>
#include <ambroise/access/practiceprofile.h>
#include <ambroise/access/schema.h>
#include <ambroise/access/session.h>
#include <ambroise/audit/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::access;

namespace {

const audit::Actor installer = audit::Actor::program(u"Cabinet 1"_qs);

Login login(QStringView text)
{
    return *Login::parse(text);
}

Person doctor()
{
    return {u"Dr"_qs,
            u"Fontanel"_qs,
            u"Claire"_qs,
            Role::Medecin,
            u"899 7002 1849"_qs,
            u"631234567"_qs,
            u"Médecin généraliste"_qs,
            u"04 65 71 00 01"_qs,
            u"claire@tilleuls.example"_qs};
}

Person secretary()
{
    return {{}, u"Brunel"_qs, u"Nadia"_qs, Role::Secretaire};
}

//! The repositories over the practice of the row.
struct Desk {
    Desk(storage::Connection &db, test::Engines &engines)
        : journal(db, engines.key(), engines.clock())
        , accounts(db, journal)
        , profiles(db, journal)
    {
    }
    audit::Journal journal;
    AccountRepository accounts;
    PracticeProfileRepository profiles;
};

} // namespace

class TestAccounts : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), access::schema()};

private Q_SLOTS:
    void anAccountComesBackAsItWasGiven_data() { m_engines.addRows(); }
    void anAccountComesBackAsItWasGiven()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        const auto id = desk.accounts.add(login(u"claire"), doctor(), installer);
        QVERIFY_OK(id);
        const auto account = desk.accounts.byLogin(login(u"claire"));
        QVERIFY_OK(account);
        Person expected = doctor();
        expected.rpps = u"89970021849"_qs; // without its spaces
        QCOMPARE(account->person, expected);
        QVERIFY(account->active);
        QCOMPARE(account->id, *id);
        const auto same = desk.accounts.byId(*id);
        QVERIFY_OK(same);
        QCOMPARE(same->login.value(), u"claire"_qs);
    }

    void whoIsNotThereIsNotFound_data() { m_engines.addRows(); }
    void whoIsNotThereIsNotFound()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QCOMPARE_SUBJECT(desk.accounts.byLogin(login(u"claire")), "account.unknown");
        QCOMPARE_SUBJECT(desk.accounts.byId(UserId{12}), "account.unknown");
        const auto all = desk.accounts.all();
        QVERIFY_OK(all);
        QVERIFY(all->isEmpty());
    }

    void aLoginIsTakenOnce_data() { m_engines.addRows(); }
    void aLoginIsTakenOnce()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QVERIFY_OK(desk.accounts.add(login(u"claire"), doctor(), installer));
        const auto second = desk.accounts.add(login(u"Claire"), secretary(), installer);
        QCOMPARE_SUBJECT(second, "account.login");
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY_OK(desk.accounts.add(login(u"nadia"), secretary(), installer));
        const auto all = desk.accounts.all();
        QVERIFY_OK(all);
        QCOMPARE(all->size(), 2);
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<Person>("person");
        QTest::addColumn<QString>("subject");
        Person person = doctor();
        person.surname = u"  "_qs;
        QTest::newRow("no surname") << person << u"account.name"_qs;
        person = doctor();
        person.givenName.clear();
        QTest::newRow("no given name") << person << u"account.name"_qs;
        person = doctor();
        person.rpps.clear();
        QTest::newRow("prescriber without RPPS") << person << u"account.rpps"_qs;
        person = secretary();
        person.rpps = u"12"_qs;
        QTest::newRow("RPPS that is none") << person << u"rpps.shape"_qs;
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(Person, person);
        QFETCH(QString, subject);
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Desk desk(**db, m_engines);
        const auto added = desk.accounts.add(login(u"claire"), person, installer);
        QVERIFY(!added.ok());
        QCOMPARE(added.error().subject, subject);
        const auto events = desk.journal.find({});
        QVERIFY_OK(events);
        QVERIFY(events->isEmpty());
    }

    void whoWritesSecondIsToldSo_data() { m_engines.addRows(); }
    void whoWritesSecondIsToldSo()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QVERIFY_OK(desk.accounts.add(login(u"claire"), doctor(), installer));
        auto mine = desk.accounts.byLogin(login(u"claire"));
        auto theirs = desk.accounts.byLogin(login(u"claire"));
        QVERIFY_OK(mine);
        QVERIFY_OK(theirs);
        theirs->person.phone = u"04 65 71 00 02"_qs;
        QVERIFY_OK(desk.accounts.update(*theirs, installer));
        mine->person.phone = u"04 65 71 00 03"_qs;
        const Status status = desk.accounts.update(*mine, installer);
        QCOMPARE_SUBJECT(status, "storage.version");
        QCOMPARE(status.error().code, ErrorCode::Conflict);
        const auto kept = desk.accounts.byLogin(login(u"claire"));
        QVERIFY_OK(kept);
        QCOMPARE(kept->person.phone, u"04 65 71 00 02"_qs);
    }

    void somebodyAlwaysManagesTheAccounts_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<bool>("closed"); // else given another role
        for (const bool closed : {true, false}) {
            QTest::addRow("embedded, closed %d", closed)
                << int(storage::Engine::Embedded) << closed;
            QTest::addRow("server, closed %d", closed) << int(storage::Engine::Server) << closed;
        }
    }
    void somebodyAlwaysManagesTheAccounts()
    {
        QFETCH(bool, closed);
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QVERIFY_OK(desk.accounts.add(login(u"claire"), doctor(), installer));
        QVERIFY_OK(desk.accounts.add(login(u"nadia"), secretary(), installer));
        auto last = desk.accounts.byLogin(login(u"claire"));
        QVERIFY_OK(last);
        if (closed)
            last->active = false;
        else
            last->person.role = Role::Remplacant;
        QCOMPARE_SUBJECT(desk.accounts.update(*last, installer), "account.last_manager");
        const auto kept = desk.accounts.byLogin(login(u"claire"));
        QVERIFY_OK(kept);
        QVERIFY(kept->active);
        QCOMPARE(kept->person.role, Role::Medecin);

        Person manager = secretary();
        manager.role = Role::Administrateur;
        QVERIFY_OK(desk.accounts.add(login(u"paul"), manager, installer));
        QVERIFY_OK(desk.accounts.update(*last, installer));
    }

    void theJournalTellsWhatBecameOfAnAccount_data() { m_engines.addRows(); }
    void theJournalTellsWhatBecameOfAnAccount()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QVERIFY_OK(desk.accounts.add(login(u"claire"), doctor(), installer));
        const auto id = desk.accounts.add(login(u"nadia"), secretary(), installer);
        QVERIFY_OK(id);
        auto account = desk.accounts.byId(*id);
        QVERIFY_OK(account);
        account->person.phone = u"04 65 71 00 02"_qs;
        QVERIFY_OK(desk.accounts.update(*account, installer));
        account = desk.accounts.byId(*id);
        account->active = false;
        QVERIFY_OK(desk.accounts.update(*account, installer));
        const auto events = desk.journal.find({});
        QVERIFY_OK(events);
        QList<audit::Action> actions;
        for (const audit::Event &event : *events)
            if (event.deed.subjectId == id->value)
                actions << event.deed.action;
        QCOMPARE(actions,
                 (QList{audit::Action::Revoke, audit::Action::Update, audit::Action::Create}));
    }

    void thePracticeIsWrittenOnceAndThenChanged_data() { m_engines.addRows(); }
    void thePracticeIsWrittenOnceAndThenChanged()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QCOMPARE_SUBJECT(desk.profiles.get(), "practice.profile");
        QCOMPARE_SUBJECT(desk.profiles.put({u" "_qs}, installer), "practice.name");
        PracticeProfile profile{u"Cabinet des Tilleuls"_qs,
                                u"3 rue des Tilleuls"_qs,
                                u"63000"_qs,
                                u"Clermont-Ferrand"_qs,
                                u"04 65 71 00 01"_qs,
                                {},
                                u"630012345"_qs,
                                true};
        QVERIFY_OK(desk.profiles.put(profile, installer));
        const auto first = desk.profiles.get();
        QVERIFY_OK(first);
        profile.version = 1;
        QCOMPARE(*first, profile);
        profile.city = u"Riom"_qs;
        QVERIFY_OK(desk.profiles.put(profile, installer));
        QCOMPARE_SUBJECT(desk.profiles.put(profile, installer), "storage.version");
        profile.version = 2;
        profile.finess = u"63001234"_qs;
        QCOMPARE_SUBJECT(desk.profiles.put(profile, installer), "finess.shape");
        profile.finess = u" 750 712 184 "_qs;
        QVERIFY_OK(desk.profiles.put(profile, installer));
        QCOMPARE(desk.profiles.get()->finess, u"750712184"_qs);
    }

    void aFinessIsNineCharacters_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept"); // empty: refused
        QTest::newRow("digits") << u"750712184"_qs << u"750712184"_qs;
        QTest::newRow("spaces") << u"75 0712184"_qs << u"750712184"_qs;
        QTest::newRow("pasted with the end of its line") << u"750712184\n"_qs << u"750712184"_qs;
        QTest::newRow("Corsica") << u"2a0000014"_qs << u"2A0000014"_qs;
        QTest::newRow("short") << u"75071218"_qs << QString();
        QTest::newRow("long") << u"7507121841"_qs << QString();
        QTest::newRow("a letter elsewhere") << u"75071218A"_qs << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void aFinessIsNineCharacters()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, kept);
        const auto parsed = Finess::parse(typed);
        if (kept.isEmpty())
            QCOMPARE_SUBJECT(parsed, "finess.shape");
        else
            QCOMPARE(parsed->value(), kept);
    }

    void theKeyOfAFinessIsToldWhereThereIsOne()
    {
        QVERIFY(Finess::parse(u"750712184")->hasValidKey());
        QVERIFY(!Finess::parse(u"750712185")->hasValidKey());
        QVERIFY(Finess::parse(u"2A0000015")->hasValidKey()); // not judged
    }

    void brisDeGlaceGivesReadingOfOneRecordAndLeavesItsReason_data() { m_engines.addRows(); }
    void brisDeGlaceGivesReadingOfOneRecordAndLeavesItsReason()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        Session session({UserId{2}, login(u"nadia"), secretary()}, u"Accueil"_qs,
                        m_engines.clock().now());
        const PatientId patient{7};
        QCOMPARE_SUBJECT(require(session, Right::ReadClinical, patient), "access.denied");
        QVERIFY_OK(
            session.breakGlass(patient, u"  Malaise   en salle d’attente "_qs, desk.journal));
        QVERIFY_OK(require(session, Right::ReadClinical, patient));
        QVERIFY(!session.may(Right::WriteClinical, patient));
        QVERIFY(!session.may(Right::ReadClinical, PatientId{8}));
        QVERIFY(!session.may(Right::ReadClinical));
        const auto events = desk.journal.find({});
        QVERIFY_OK(events);
        QCOMPARE(events->size(), 1);
        QCOMPARE(events->first().deed.action, audit::Action::BreakGlass);
        QCOMPARE(events->first().deed.patient, patient);
        QCOMPARE(events->first().deed.reason, u"Malaise en salle d’attente"_qs);
        QCOMPARE(events->first().actor, session.actor());
    }

    void brisDeGlaceWantsAReason_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << QString();
        QTest::newRow("nine characters") << u"urgence !"_qs;
        QTest::newRow("blanks do not count") << u"u r g  \t   n c"_qs;
    }
    void brisDeGlaceWantsAReason()
    {
        QFETCH(QString, reason);
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Desk desk(**db, m_engines);
        Session session({UserId{2}, login(u"nadia"), secretary()}, u"Accueil"_qs,
                        m_engines.clock().now());
        QCOMPARE_SUBJECT(session.breakGlass(PatientId{7}, reason, desk.journal), "access.reason");
        QVERIFY(!session.may(Right::ReadClinical, PatientId{7}));
    }

    void whoseRoleHasNoBrisDeGlaceGetsNone()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Desk desk(**db, m_engines);
        Person person = secretary();
        person.role = Role::Pharmacien;
        Session session({UserId{2}, login(u"paul"), person}, u"Officine"_qs,
                        m_engines.clock().now());
        QCOMPARE_SUBJECT(
            session.breakGlass(PatientId{7}, u"Malaise en salle d’attente"_qs, desk.journal),
            "access.break_glass");
        const auto events = desk.journal.find({});
        QVERIFY_OK(events);
        QVERIFY(events->isEmpty());
    }

    void withoutTheJournalThereIsNoBrisDeGlace()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Desk desk(**db, m_engines);
        QVERIFY_OK((*db)->run("DELETE FROM audit_head"));
        Session session({UserId{2}, login(u"nadia"), secretary()}, u"Accueil"_qs,
                        m_engines.clock().now());
        QCOMPARE_SUBJECT(
            session.breakGlass(PatientId{7}, u"Malaise en salle d’attente"_qs, desk.journal),
            "journal.head");
        QVERIFY(!session.may(Right::ReadClinical, PatientId{7}));
    }
};
QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
