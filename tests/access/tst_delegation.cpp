// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/delegation.h>
#include <ambroise/access/schema.h>
#include <ambroise/audit/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::access;
using namespace std::chrono_literals;

namespace {

//! A doctor, a secretary, a nurse and a pharmacist of a fresh practice.
struct Office {
    Office(storage::Connection &db, test::Engines &engines)
        : clock(engines.clock())
        , journal(db, engines.key(), clock)
        , accounts(db, journal)
        , delegations(db, journal, clock)
        , doctor(add(u"claire", Role::Medecin))
        , secretary(add(u"nadia", Role::Secretaire))
        , nurse(add(u"sophie", Role::Infirmier))
        , pharmacist(add(u"sylvie", Role::Pharmacien))
    {
    }
    Account add(QStringView login, Role role)
    {
        Person person{{}, u"Fontanel"_qs, login.toString(), role};
        if (role == Role::Medecin)
            person.rpps = u"89970021848"_qs;
        const auto id =
            accounts.add(*Login::parse(login), person, audit::Actor::program(u"Cabinet 1"_qs));
        return *accounts.byId(*id);
    }
    Session session(const Account &account) { return {account, u"Accueil"_qs, clock.now()}; }
    Result<DelegationId> give(const Account &from, const Account &to, int days)
    {
        return delegations.give(session(from), to, clock.today(), clock.today().addDays(days));
    }

    test::ManualClock &clock;
    audit::Journal journal;
    AccountRepository accounts;
    DelegationRepository delegations;
    Account doctor;
    Account secretary;
    Account nurse;
    Account pharmacist;
};

} // namespace

//! A doctor has identities qualified in their name.
class TestDelegation : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {audit::schema(), access::schema()};

private Q_SLOTS:
    void aDelegateActsInTheDoctorsName_data() { m_engines.addRows(); }
    void aDelegateActsInTheDoctorsName()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QVERIFY_OK(office.give(office.doctor, office.secretary, 30));
        const auto mandate =
            office.delegations.mandateOf(office.session(office.secretary), office.accounts);
        QVERIFY_OK(mandate);
        QCOMPARE((*mandate)->id, office.doctor.id);
        const auto own =
            office.delegations.mandateOf(office.session(office.doctor), office.accounts);
        QVERIFY_OK(own);
        QVERIFY(!own->has_value());
        const auto deed = office.journal.find({})->first().deed;
        QCOMPARE(deed.detail, u"delegation"_qs);
        QCOMPARE(deed.subjectId, office.secretary.id.value);
    }

    void whoHasNoDelegationQualifiesNothing_data() { m_engines.addRows(); }
    void whoHasNoDelegationQualifiesNothing()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        const auto of = [&](const Account &account) {
            return office.delegations.mandateOf(office.session(account), office.accounts);
        };
        QCOMPARE_SUBJECT(of(office.secretary), "delegation.none");
        QCOMPARE_SUBJECT(of(office.pharmacist), "access.denied");
    }

    void aDelegationEnds_data() { m_engines.addRows(); }
    void aDelegationEnds()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QVERIFY_OK(office.give(office.doctor, office.secretary, 1));
        const auto held = [&] {
            return office.delegations.mandateOf(office.session(office.secretary), office.accounts);
        };
        office.clock.advance(24h);
        QVERIFY_OK(held()); // its last day belongs to it
        office.clock.advance(24h);
        QCOMPARE_SUBJECT(held(), "delegation.expired");

        const auto again = office.give(office.doctor, office.secretary, 30);
        QVERIFY_OK(held());
        QCOMPARE_SUBJECT(office.delegations.end(*again, office.session(office.nurse)),
                         "access.denied");
        QVERIFY_OK(office.delegations.end(*again, office.session(office.doctor)));
        QCOMPARE_SUBJECT(held(), "delegation.expired");
        QCOMPARE(office.delegations.all()->size(), 2);
    }

    void aDoctorWhoLeftDelegatesNothing_data() { m_engines.addRows(); }
    void aDoctorWhoLeftDelegatesNothing()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        office.add(u"admin", Role::Administrateur);
        QVERIFY_OK(office.give(office.doctor, office.nurse, 30));
        Account left = office.doctor;
        left.active = false;
        QVERIFY_OK(office.accounts.update(left, audit::Actor::program(u"Cabinet 1"_qs)));
        QCOMPARE_SUBJECT(
            office.delegations.mandateOf(office.session(office.nurse), office.accounts),
            "delegation.expired");
    }

    void whatIsNoDelegationIsRefused_data() { m_engines.addRows(); }
    void whatIsNoDelegationIsRefused()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Office office(db, m_engines);
        QCOMPARE_SUBJECT(office.give(office.doctor, office.doctor, 3), "delegation.self");
        QCOMPARE_SUBJECT(office.give(office.secretary, office.nurse, 3), "delegation.role");
        QCOMPARE_SUBJECT(office.give(office.doctor, office.pharmacist, 3), "delegation.role");
        QCOMPARE_SUBJECT(office.give(office.doctor, office.secretary, -1), "delegation.period");
        QCOMPARE_SUBJECT(office.give(office.doctor, office.secretary, 400), "delegation.period");
        QVERIFY(office.delegations.all()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDelegation)
#include "tst_delegation.moc"
