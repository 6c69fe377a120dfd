// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/patient/bulkloader.h>

using namespace ambroise;
using audit::Action;
using test::Person;

class TestRepository : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    static patient::NewPatient madeleine()
    {
        auto details = Person{.givenNames = u"MADELEINE JEANNE"_qs,
                              .usedSurname = u"Mercier"_qs,
                              .usedGivenName = u"Mado"_qs,
                              .phone = u"06 39 98 01 23"_qs,
                              .matricule = u"258036311398155"_qs}
                           .details();
        details.contacts.phones << *patient::PhoneNumber::parse(u"+32 475 12 34 56");
        details.contacts.email = *patient::EmailAddress::parse(u"m.vasseur@example.org");
        details.contacts.address = {u"12 rue des Lilas\nBâtiment B"_qs, u"63000"_qs,
                                    u"Clermont-Ferrand"_qs, QString()};
        details.medecinTraitant = u"Dr Claire Fontanel"_qs;
        details.notes = u"Sourde de l'oreille gauche \"parler fort\"; n'a pas de voiture."_qs;
        return details;
    }

private Q_SLOTS:
    void whatWasAddedIsReadBackWhole_data() { m_engines.addRows(); }
    void whatWasAddedIsReadBackWhole()
    {
        PATIENTS_OF_ROW(m_engines);
        const auto id = patients.add(madeleine(), test::fontanel);
        QVERIFY_OK(id);
        const auto patient = patients.open(*id, test::brunel);
        QVERIFY_OK(patient);
        QCOMPARE(patient->details, madeleine());
        QCOMPARE(patient->version, 1);
        QCOMPARE(patient->createdAt, m_engines.clock().now());
        QCOMPARE(patient->updatedByName, test::fontanel.name());
        QCOMPARE(*patients.count(), 1);
    }

    void readingAndChangingAreJournaledWithoutAValue_data() { m_engines.addRows(); }
    void readingAndChangingAreJournaledWithoutAValue()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(madeleine(), test::fontanel);
        auto details = patients.open(id, test::brunel)->details;
        details.usedGivenName = u"Madeleine"_qs;
        details.contacts.phones.clear();
        QVERIFY_OK(patients.update(id, 1, details, test::brunel));
        QVERIFY_OK(patients.reload(id));

        const auto events = *journal.find({.patient = id});
        QCOMPARE(events.size(), 3);
        QCOMPARE(events.at(2).deed.action, Action::Create);
        QCOMPARE(events.at(2).actor, test::fontanel);
        QCOMPARE(events.at(1).deed.action, Action::Read);
        QCOMPARE(events.at(0).deed.action, Action::Update);
        QCOMPARE(events.at(0).actor, test::brunel);
        QCOMPARE(events.at(0).deed.detail, u"used_given_name,phones"_qs);
        for (const audit::Event &event : events)
            for (const QString &value : {u"VASSEUR"_qs, u"MADELEINE"_qs, u"Madeleine"_qs,
                                         u"6399801"_qs, u"2580363"_qs, u"1958"_qs})
                QVERIFY(!event.deed.detail.contains(value) && !event.deed.reason.contains(value));
        QVERIFY(journal.verify()->ok);
    }

    void theSecondOfTwoWritersIsTold_data() { m_engines.addRows(); }
    void theSecondOfTwoWritersIsTold()
    {
        PATIENTS_OF_ROW(m_engines);
        const auto otherDb = database->connect();
        audit::Journal otherJournal(**otherDb, m_engines.key(), m_engines.clock());
        patient::PatientRepository there(**otherDb, otherJournal, m_engines.clock());
        const PatientId id = *patients.add(madeleine(), test::fontanel);
        auto mine = patients.open(id, test::fontanel)->details;
        auto theirs = there.open(id, test::brunel)->details;
        theirs.contacts.phones.clear();
        mine.notes = u"Autre"_qs;

        QCOMPARE(*there.update(id, 1, theirs, test::brunel), 2);
        QCOMPARE_SUBJECT(patients.update(id, 1, mine, test::fontanel), "storage.version");
        const auto now = patients.reload(id);
        QCOMPARE(now->details, theirs);
        QCOMPARE(now->updatedByName, test::brunel.name());
        QCOMPARE(patients.revisions(id)->size(), 1);
    }

    void nothingIsOverwritten_data() { m_engines.addRows(); }
    void nothingIsOverwritten()
    {
        PATIENTS_OF_ROW(m_engines);
        using namespace std::chrono_literals;
        const QDateTime start = m_engines.clock().now();
        const PatientId id = *patients.add(madeleine(), test::fontanel);
        auto second = madeleine();
        second.notes = u"Deuxième"_qs;
        auto third = madeleine();
        third.identity = third.identity.withTraits(
            Person{.surname = u"VASSEURE"_qs, .givenNames = u"MADELEINE JEANNE"_qs}.traits());
        m_engines.clock().advance(1h);
        QCOMPARE(*patients.update(id, 1, second, test::brunel), 2);
        m_engines.clock().advance(1h);
        QCOMPARE(*patients.update(id, 2, third, test::fontanel), 3);

        const auto revisions = *patients.revisions(id);
        QCOMPARE(revisions.size(), 2);
        QCOMPARE(revisions.at(1).details, madeleine());
        QCOMPARE(revisions.at(1).writtenAt, start);
        QCOMPARE(revisions.at(1).writtenByName, test::fontanel.name());
        QCOMPARE(revisions.at(0).details, second);
        QCOMPARE(revisions.at(0).writtenByName, test::brunel.name());
        QCOMPARE(patients.reload(id)->details, third);
        QCOMPARE(patients.reload(id)->details.identity.status(),
                 identity::IdentityStatus::Provisional);
    }

    void anUpdateThatChangesNothingWritesNothing_data() { m_engines.addRows(); }
    void anUpdateThatChangesNothingWritesNothing()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(madeleine(), test::fontanel);
        QCOMPARE(*patients.update(id, 1, madeleine(), test::brunel), 1);
        QCOMPARE(journal.find({})->size(), 1);
    }

    void theSearchFollowsAnUpdate_data() { m_engines.addRows(); }
    void theSearchFollowsAnUpdate()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(madeleine(), test::fontanel);
        auto details = madeleine();
        details.usedSurname = u"Durand"_qs;
        QVERIFY_OK(patients.update(id, 1, details, test::fontanel));
        QVERIFY(patients.search(u"mercier")->isEmpty());
        QCOMPARE(patients.search(u"durand")->size(), 1);
    }

    void anArchivedRecordLeavesTheSearchAndComesBack_data() { m_engines.addRows(); }
    void anArchivedRecordLeavesTheSearchAndComesBack()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(madeleine(), test::fontanel);
        QCOMPARE(*patients.archive(id, 1, test::brunel), 2);
        QVERIFY(patients.search(u"vasseur")->isEmpty());
        QVERIFY(patients.reload(id)->archived);
        QCOMPARE(*patients.count(), 0);
        QCOMPARE(journal.find({})->first().deed.action, Action::Remove);
        QCOMPARE(journal.find({})->first().actor, test::brunel);

        QCOMPARE_SUBJECT(patients.archive(id, 1, test::brunel), "storage.version");
        QCOMPARE(*patients.restore(id, 2, test::fontanel), 3);
        QCOMPARE(patients.search(u"vasseur")->size(), 1);
    }

    void anInsHasOneActiveRecord_data() { m_engines.addRows(); }
    void anInsHasOneActiveRecord()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(madeleine(), test::fontanel);
        const auto ins = *identity::InsMatricule::parse(u"258036311398155");
        QCOMPARE((*patients.byMatricule(ins))->id, id);
        QCOMPARE_SUBJECT(patients.add(madeleine(), test::brunel), "patient.ins_taken");
        QCOMPARE(*patients.count(), 1);

        QVERIFY_OK(patients.archive(id, 1, test::fontanel));
        QCOMPARE(*patients.byMatricule(ins), std::nullopt);
        QVERIFY_OK(patients.add(madeleine(), test::brunel));
        QCOMPARE_SUBJECT(patients.restore(id, 2, test::fontanel), "patient.ins_taken");
    }

    void whatBreaksARuleIsRefusedAndNothingRemains_data()
    {
        QTest::addColumn<int>("engine");
        QTest::addColumn<int>("breach");
        QTest::addColumn<QString>("subject");
        for (const auto engine : {storage::Engine::Embedded, storage::Engine::Server}) {
            const char *name = engine == storage::Engine::Embedded ? "embedded" : "server";
            QTest::addRow("%s: a name too long", name) << int(engine) << 0 << u"patient.length"_qs;
            QTest::addRow("%s: notes too long", name) << int(engine) << 1 << u"patient.length"_qs;
            QTest::addRow("%s: dead before birth", name)
                << int(engine) << 2 << u"patient.deceased"_qs;
        }
    }
    void whatBreaksARuleIsRefusedAndNothingRemains()
    {
        PATIENTS_OF_ROW(m_engines);
        QFETCH(int, breach);
        auto details = madeleine();
        if (breach == 0)
            details.usedSurname = QString(101, u'a');
        else if (breach == 1)
            details.notes = QString(20'001, u'a');
        else
            details.deceasedOn = QDate(1958, 3, 13);
        const auto added = patients.add(details, test::fontanel);
        QVERIFY(!added.ok());
        QTEST(added.error().subject, "subject");
        QCOMPARE(*patients.count(), 0);
        QVERIFY(journal.find({})->isEmpty());
    }

    void controlCharactersAreLeftOut_data() { m_engines.addRows(); }
    void controlCharactersAreLeftOut()
    {
        PATIENTS_OF_ROW(m_engines);
        auto details = madeleine();
        details.usedSurname = u"Mer"_qs + QChar(0) + u"cier\x1b"_qs;
        details.notes = u"un\r\ndeux\t "_qs + QChar(0);
        const PatientId id = *patients.add(details, test::fontanel);
        QCOMPARE(patients.reload(id)->details.usedSurname, u"Mercier"_qs);
        QCOMPARE(patients.reload(id)->details.notes, u"un\ndeux"_qs);
    }

    void aRecordThatIsNotThereIsNotFound_data() { m_engines.addRows(); }
    void aRecordThatIsNotThereIsNotFound()
    {
        PATIENTS_OF_ROW(m_engines);
        QCOMPARE_SUBJECT(patients.open(PatientId{7}, test::fontanel), "patient.missing");
        QCOMPARE_SUBJECT(patients.update(PatientId{7}, 1, madeleine(), test::fontanel),
                         "patient.missing");
        QVERIFY(journal.find({})->isEmpty());
        QVERIFY(patients.summaries({PatientId{7}})->isEmpty());
    }

    void aDamagedRowIsReportedAndNotShown_data() { m_engines.addRows(); }
    void aDamagedRowIsReportedAndNotShown()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(madeleine(), test::fontanel);
        QVERIFY_OK(db.run("UPDATE patient SET birth_date = 'x' WHERE id = ?", {id.value}));
        QCOMPARE_SUBJECT(patients.open(id, test::fontanel), "patient.corrupt");
    }

    void aBulkLoadIsOneEventAndFoundAtOnce_data() { m_engines.addRows(); }
    void aBulkLoadIsOneEventAndFoundAtOnce()
    {
        PATIENTS_OF_ROW(m_engines);
        patient::BulkLoader loader(db, journal, m_engines.clock());
        int born = 0;
        const auto next = [&] {
            return Person{.birth = QDate(1950, 1, 1).addDays(born++)}.details();
        };
        const auto ids = loader.load(30, next, test::fontanel);
        QVERIFY_OK(ids);
        QCOMPARE(ids->size(), 30);
        QCOMPARE(*patients.count(), 30);
        QCOMPARE(patients.search(u"vass mad", 50)->size(), 30);
        QCOMPARE(journal.find({})->size(), 1);
        QCOMPARE(journal.find({})->first().deed.action, Action::Import);
        QCOMPARE(journal.find({})->first().deed.detail, u"30 patients"_qs);
    }

    void aBulkLoadGivenUpLeavesNothing_data() { m_engines.addRows(); }
    void aBulkLoadGivenUpLeavesNothing()
    {
        PATIENTS_OF_ROW(m_engines);
        patient::BulkLoader loader(db, journal, m_engines.clock());
        const auto next = [] {
            return Person{}.details();
        };
        const auto givenUp =
            loader.load(600, next, test::fontanel, [](qint64 done, qint64) { return done == 0; });
        QCOMPARE_SUBJECT(givenUp, "patient.cancelled");
        QCOMPARE(*patients.count(), 0);
        QVERIFY(journal.find({})->isEmpty());
    }

    void twoPeopleWithOneInsStopABulkLoad_data() { m_engines.addRows(); }
    void twoPeopleWithOneInsStopABulkLoad()
    {
        PATIENTS_OF_ROW(m_engines);
        patient::BulkLoader loader(db, journal, m_engines.clock());
        QCOMPARE_SUBJECT(loader.load(
                             2, [] { return madeleine(); }, test::fontanel),
                         "patient.ins_taken");
        QCOMPARE(*patients.count(), 0);
    }
};
QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
