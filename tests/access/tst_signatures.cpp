// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/schema.h>
#include <ambroise/access/signatures.h>
#include <ambroise/audit/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::access;
using namespace std::chrono_literals;

namespace {

HandSignature drawn(double slope = 0.2)
{
    PenStroke stroke;
    for (int i = 0; i < 60; ++i)
        stroke.append({{i * 0.5, i * slope}, 0.4});
    return *HandSignature::make({stroke});
}

//! Two doctors and a secretary of a fresh practice.
struct Office {
    Office(storage::Connection &db, test::Engines &engines)
        : clock(engines.clock())
        , journal(db, engines.key(), clock)
        , accounts(db, journal)
        , signatures(db, journal, clock)
        , claire(open(u"claire", Role::Medecin))
        , hugo(open(u"hugo", Role::Remplacant))
        , nadia(open(u"nadia", Role::Secretaire))
    {
    }
    Session open(QStringView login, Role role)
    {
        Person person{{}, u"Fontanel"_qs, login.toString(), role};
        if (role != Role::Secretaire)
            person.rpps = login == u"claire" ? u"89970021848"_qs : u"89970034503"_qs;
        const auto id =
            accounts.add(*Login::parse(login), person, audit::Actor::program(u"Cabinet 1"_qs));
        return {*accounts.byId(*id), u"Cabinet 1"_qs, clock.now()};
    }
    [[nodiscard]] QStringList journaled() const
    {
        QStringList deeds;
        const auto events = journal.find({});
        for (const audit::Event &event : *events)
            if (event.deed.detail == u"signature")
                deeds.prepend(code(event.deed.action) + u" by "_qs + event.actor.name());
        return deeds;
    }

    test::ManualClock &clock;
    audit::Journal journal;
    AccountRepository accounts;
    SignatureRepository signatures;
    Session claire;
    Session hugo;
    Session nadia;
};

} // namespace

//! The handwritten signature of who prescribes.
class TestSignatures : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), access::schema()};

private Q_SLOTS:
    void itComesBackAsItWasDrawn_data() { m_engines.addRows(); }
    void itComesBackAsItWasDrawn()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QVERIFY(!office.signatures.own(office.claire)->has_value());
        QVERIFY_OK(office.signatures.keep(drawn(), true, office.claire));
        const auto kept = office.signatures.own(office.claire);
        QVERIFY_OK(kept);
        QVERIFY(kept->has_value());
        QCOMPARE((*kept)->drawn, drawn());
        QVERIFY((*kept)->byDefault);
        QCOMPARE((*kept)->drawnAt, office.clock.now());
    }

    void aNewOneTakesThePlaceOfTheOneBefore_data() { m_engines.addRows(); }
    void aNewOneTakesThePlaceOfTheOneBefore()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QVERIFY_OK(office.signatures.keep(drawn(), true, office.claire));
        office.clock.advance(24h);
        QVERIFY_OK(office.signatures.keep(drawn(0.1), false, office.claire));
        const auto kept = office.signatures.own(office.claire);
        QCOMPARE((*kept)->drawn, drawn(0.1));
        QVERIFY(!(*kept)->byDefault);
        QCOMPARE((*kept)->drawnAt, office.clock.now());
    }

    void nobodyElseReadsIt_data() { m_engines.addRows(); }
    void nobodyElseReadsIt()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QVERIFY_OK(office.signatures.keep(drawn(), true, office.claire));
        QVERIFY(!office.signatures.own(office.hugo)->has_value());
        QVERIFY(!office.signatures.own(office.nadia)->has_value());
        QVERIFY_OK(office.signatures.remove(office.hugo)); // his, which is none
        QVERIFY(office.signatures.own(office.claire)->has_value());
        QCOMPARE_SUBJECT(office.signatures.setByDefault(false, office.hugo), "signature.none");
        QVERIFY((*office.signatures.own(office.claire))->byDefault);
    }

    void whoDoesNotPrescribeHasNone_data() { m_engines.addRows(); }
    void whoDoesNotPrescribeHasNone()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QCOMPARE_SUBJECT(office.signatures.keep(drawn(), true, office.nadia), "access.denied");
        QCOMPARE_SUBJECT(office.signatures.setByDefault(true, office.nadia), "access.denied");
    }

    void everyChangeIsJournaled_data() { m_engines.addRows(); }
    void everyChangeIsJournaled()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QVERIFY_OK(office.signatures.keep(drawn(), true, office.claire));
        QVERIFY_OK(office.signatures.setByDefault(false, office.claire));
        QVERIFY_OK(office.signatures.remove(office.claire));
        QVERIFY(!office.signatures.own(office.claire)->has_value());
        QVERIFY_OK(office.signatures.remove(office.claire)); // nothing to tell
        const QString by = u" by "_qs + office.claire.actor().name();
        QCOMPARE(office.journaled(),
                 (QStringList{code(audit::Action::Enrol) + by, code(audit::Action::Update) + by,
                              code(audit::Action::Revoke) + by}));
        QVERIFY(office.journal.verify()->ok);
    }

    void whatWasRemovedComesBackAsItWas_data() { m_engines.addRows(); }
    void whatWasRemovedComesBackAsItWas()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QVERIFY_OK(office.signatures.keep(drawn(), false, office.claire));
        const KeptSignature before = **office.signatures.own(office.claire);
        QVERIFY_OK(office.signatures.remove(office.claire));
        office.clock.advance(1h);
        QVERIFY_OK(office.signatures.restore(before, office.claire));
        const auto kept = office.signatures.own(office.claire);
        QVERIFY(kept.ok() && kept->has_value());
        QCOMPARE((*kept)->drawn, before.drawn);
        QCOMPARE((*kept)->drawnAt, before.drawnAt);
        QVERIFY(!(*kept)->byDefault);
        QCOMPARE(office.journaled().last(),
                 code(audit::Action::Enrol) + u" by "_qs + office.claire.actor().name());
    }

    void whatWasDrawnMeanwhileStays_data() { m_engines.addRows(); }
    void whatWasDrawnMeanwhileStays()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QVERIFY_OK(office.signatures.keep(drawn(), true, office.claire));
        const KeptSignature before = **office.signatures.own(office.claire);
        QVERIFY_OK(office.signatures.remove(office.claire));
        QVERIFY_OK(office.signatures.keep(drawn(0.1), true, office.claire)); // at another post
        QCOMPARE_SUBJECT(office.signatures.restore(before, office.claire), "signature.drawn_again");
        QCOMPARE((*office.signatures.own(office.claire))->drawn, drawn(0.1));
        QCOMPARE_SUBJECT(office.signatures.restore(before, office.nadia), "access.denied");
    }

    void oneThatCannotBeReadIsTold_data() { m_engines.addRows(); }
    void oneThatCannotBeReadIsTold()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QVERIFY_OK(office.signatures.keep(drawn(), true, office.claire));
        QVERIFY_OK(db.run("UPDATE account_signature SET strokes = 'S1:AAAA'", {}));
        QCOMPARE_SUBJECT(office.signatures.own(office.claire), "signature.format");
        QVERIFY_OK(office.signatures.keep(drawn(), true, office.claire)); // and drawn anew
        QVERIFY(office.signatures.own(office.claire)->has_value());
    }
};

QTEST_GUILESS_MAIN(TestSignatures)
#include "tst_signatures.moc"
