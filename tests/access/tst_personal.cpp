// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/account.h>
#include <ambroise/access/choices.h>
#include <ambroise/access/draftjournal.h>
#include <ambroise/access/preferences.h>
#include <ambroise/access/schema.h>
#include <ambroise/audit/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::access;
using namespace std::chrono_literals;

namespace {

//! Two people of a fresh practice, and what is kept for them.
struct Desk {
    Desk(storage::Connection &db, test::Engines &engines)
        : drafts(db, engines.clock())
        , preferences(db)
    {
        audit::Journal journal(db, engines.key(), engines.clock());
        AccountRepository accounts(db, journal);
        const auto actor = audit::Actor::program(u"Cabinet 1"_qs);
        const auto add = [&](QStringView login) {
            const auto id = accounts.add(*Login::parse(login),
                                         {{}, u"Brunel"_qs, u"Nadia"_qs, Role::Secretaire}, actor);
            return id.ok() ? *id : UserId{};
        };
        nadia = add(u"nadia");
        paul = add(u"paul");
    }
    DraftJournal drafts;
    PreferencesRepository preferences;
    UserId nadia;
    UserId paul;
};

const QString patient = u"patient"_qs;

} // namespace

class TestPersonal : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), access::schema()};

private Q_SLOTS:
    void whatWasChosenLastIsRememberedForEach_data() { m_engines.addRows(); }
    void whatWasChosenLastIsRememberedForEach()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        const Desk desk(db, m_engines);
        ChoicesRepository choices(db);
        QVERIFY(choices.last(desk.nadia, u"history.filter"_qs)->isEmpty());
        QVERIFY_OK(choices.keep(desk.nadia, u"history.filter"_qs, u"3"_qs));
        QVERIFY_OK(choices.keep(desk.nadia, u"history.filter"_qs, u"1"_qs));
        QCOMPARE(*choices.last(desk.nadia, u"history.filter"_qs), u"1"_qs);
        QVERIFY(choices.last(desk.paul, u"history.filter"_qs)->isEmpty());
    }

    void aDraftComesBackAsItWasTyped_data() { m_engines.addRows(); }
    void aDraftComesBackAsItWasTyped()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        const QString body = u"{\"nom\": \"Vasseur\", \"note\": \"38,6 °C\\n…\"}"_qs;
        QVERIFY_OK(desk.drafts.save(desk.nadia, patient, 7, body));
        const auto found = desk.drafts.find(desk.nadia, patient, 7);
        QVERIFY_OK(found);
        QVERIFY(found->has_value());
        QCOMPARE((*found)->body, body);
        QCOMPARE((*found)->kind, patient);
        QCOMPARE((*found)->subjectId, 7);
        QCOMPARE((*found)->savedAt, m_engines.clock().now());
    }

    void whatIsTypedFurtherReplacesTheDraft_data() { m_engines.addRows(); }
    void whatIsTypedFurtherReplacesTheDraft()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QVERIFY_OK(desk.drafts.save(desk.nadia, patient, 7, u"Vass"_qs));
        m_engines.clock().advance(1s);
        QVERIFY_OK(desk.drafts.save(desk.nadia, patient, 7, u"Vasseur"_qs));
        const auto all = desk.drafts.all(desk.nadia);
        QVERIFY_OK(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().body, u"Vasseur"_qs);
        QCOMPARE(all->first().savedAt, m_engines.clock().now());
    }

    void draftsOfAnotherKindSubjectOrAuthorAreOthers_data() { m_engines.addRows(); }
    void draftsOfAnotherKindSubjectOrAuthorAreOthers()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QVERIFY_OK(desk.drafts.save(desk.nadia, patient, 7, u"oldest"_qs));
        m_engines.clock().advance(1s);
        QVERIFY_OK(desk.drafts.save(desk.nadia, patient, 0, u"a new one"_qs));
        m_engines.clock().advance(1s);
        QVERIFY_OK(desk.drafts.save(desk.nadia, u"ordonnance"_qs, 7, u"newest"_qs));
        QVERIFY_OK(desk.drafts.save(desk.paul, patient, 7, u"of Paul"_qs));
        const auto all = desk.drafts.all(desk.nadia);
        QVERIFY_OK(all);
        QStringList bodies;
        for (const auto &draft : *all)
            bodies << draft.body;
        QCOMPARE(bodies, (QStringList{u"newest"_qs, u"a new one"_qs, u"oldest"_qs}));
    }

    void aDroppedDraftIsGoneAndTheOthersStay_data() { m_engines.addRows(); }
    void aDroppedDraftIsGoneAndTheOthersStay()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QVERIFY_OK(desk.drafts.save(desk.nadia, patient, 7, u"dropped"_qs));
        QVERIFY_OK(desk.drafts.save(desk.paul, patient, 7, u"kept"_qs));
        QVERIFY_OK(desk.drafts.drop(desk.nadia, patient, 7));
        QVERIFY_OK(desk.drafts.drop(desk.nadia, patient, 7)); // nothing to drop is no failure
        const auto found = desk.drafts.find(desk.nadia, patient, 7);
        QVERIFY_OK(found);
        QVERIFY(!found->has_value());
        const auto other = desk.drafts.find(desk.paul, patient, 7);
        QVERIFY_OK(other);
        QVERIFY(other->has_value());
    }

    void nobodysDraftIsRefused_data() { m_engines.addRows(); }
    void nobodysDraftIsRefused()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        QCOMPARE_SUBJECT(desk.drafts.save(UserId{99}, patient, 7, u"x"_qs), "storage.constraint");
    }

    void whoNeverChoseHasTheDefaults_data() { m_engines.addRows(); }
    void whoNeverChoseHasTheDefaults()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        const auto preferences = desk.preferences.get(desk.nadia);
        QVERIFY_OK(preferences);
        QCOMPARE(*preferences, Preferences{});
    }

    void preferencesArePersonalAndLast_data() { m_engines.addRows(); }
    void preferencesArePersonalAndLast()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Desk desk(db, m_engines);
        const Preferences dark{Appearance::Dark, Language::English, 150, 1min};
        QVERIFY_OK(desk.preferences.put(desk.nadia, {Appearance::Light, Language::French, 110}));
        QVERIFY_OK(desk.preferences.put(desk.nadia, dark));
        auto kept = desk.preferences.get(desk.nadia);
        QVERIFY_OK(kept);
        QCOMPARE(*kept, dark);
        kept = desk.preferences.get(desk.paul);
        QVERIFY_OK(kept);
        QCOMPARE(*kept, Preferences{});
    }

    void whatIsBeyondItsRangeIsBroughtBack_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("keptPercent");
        QTest::addColumn<int>("keptMinutes");
        QTest::newRow("too small") << 10 << 0 << 90 << 1;
        QTest::newRow("too large") << 900 << 600 << 150 << 60;
    }
    void whatIsBeyondItsRangeIsBroughtBack()
    {
        QFETCH(int, percent);
        QFETCH(int, minutes);
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Desk desk(**db, m_engines);
        QVERIFY_OK(desk.preferences.put(desk.nadia, {Appearance::Light, Language::French, percent,
                                                     std::chrono::minutes(minutes)}));
        const auto kept = desk.preferences.get(desk.nadia);
        QVERIFY_OK(kept);
        QTEST(kept->textPercent, "keptPercent");
        QTEST(int(kept->lockAfter.count()), "keptMinutes");
    }

    void whatMakesNoSenseIsTheDefault()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Desk desk(**db, m_engines);
        for (const auto &[name, value] : {std::pair{u"appearance"_qs, u"mauve"_qs},
                                          {u"language"_qs, u"tlh"_qs},
                                          {u"text"_qs, u"4000"_qs},
                                          {u"lock"_qs, u"never"_qs},
                                          {u"unknown"_qs, u"1"_qs}})
            QVERIFY_OK(
                (*db)->run("INSERT INTO preference (account_id, name, value) VALUES (?, ?, ?)",
                           {desk.nadia.value, name, value}));
        const auto kept = desk.preferences.get(desk.nadia);
        QVERIFY_OK(kept);
        QCOMPARE(*kept, Preferences{});
    }
};
QTEST_GUILESS_MAIN(TestPersonal)
#include "tst_personal.moc"
