// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/patient/administrative.h>
#include <ambroise/patient/merges.h>

using namespace ambroise;
using namespace ambroise::patient;
using test::Person;

//! A practice with a patient, and two people of the address book.
#define FILE_OF_ROW(engines)                                                                       \
    PATIENTS_OF_ROW(engines);                                                                      \
    CorrespondentRepository book(db, journal, (engines).clock());                                  \
    AdministrativeRepository files(db, journal, patients, (engines).clock());                      \
    const PatientId madeleine = *patients.add(Person{}.details(), test::brunel)

class TestAdministrative : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    static AdministrativeLine<RelatedPerson> daughter(PatientId of)
    {
        AdministrativeLine<RelatedPerson> line;
        line.patient = of;
        line.content.name = u"Sophie Mercier"_qs;
        line.content.link = u"fille"_qs;
        line.content.roles = {PersonRole::ToWarn, PersonRole::Trusted};
        line.content.phone = *PhoneNumber::parse(u"06 39 98 00 07");
        line.content.designatedOn = QDate(2025, 3, 12);
        return line;
    }
    static Correspondent doctor(const QString &surname)
    {
        Correspondent one;
        one.title = u"Dr"_qs;
        one.surname = surname;
        one.givenName = u"Anne"_qs;
        return one;
    }
    static AdministrativeLine<CareMember> member(PatientId of, CorrespondentId who, bool traitant)
    {
        AdministrativeLine<CareMember> line;
        line.patient = of;
        line.content.correspondent = who;
        line.content.medecinTraitant = traitant;
        return line;
    }

private Q_SLOTS:
    void thosePeopleAroundThePatientAreReadAsTheyWereWritten_data() { m_engines.addRows(); }
    void thosePeopleAroundThePatientAreReadAsTheyWereWritten()
    {
        FILE_OF_ROW(m_engines);
        QVERIFY_OK(files.save(daughter(madeleine), test::brunel));
        const auto file = files.read(RecordIds(madeleine));
        QVERIFY_OK(file);
        QCOMPARE(file->persons.size(), 1);
        QCOMPARE(file->persons.first().content, daughter(madeleine).content);
        QCOMPARE(file->persons.first().authorName, test::brunel.name());
    }

    void aChangeIsAnotherVersionAndTwoAtOnceAreTold_data() { m_engines.addRows(); }
    void aChangeIsAnotherVersionAndTwoAtOnceAreTold()
    {
        FILE_OF_ROW(m_engines);
        QVERIFY_OK(files.save(daughter(madeleine), test::brunel));
        auto line = files.read(RecordIds(madeleine))->persons.first();
        line.content.link = u"fille cadette"_qs;
        QVERIFY_OK(files.save(line, test::fontanel));
        const auto now = files.read(RecordIds(madeleine))->persons;
        QCOMPARE(now.size(), 1);
        QCOMPARE(now.first().content.link, u"fille cadette"_qs);
        QCOMPARE(now.first().authorName, test::fontanel.name());
        QCOMPARE_SUBJECT(files.save(line, test::brunel), "storage.version");
        qint64 kept = 0;
        QVERIFY_OK(db.run("SELECT COUNT(*) FROM related_person", {},
                          [&](const storage::Row &row) { kept = row.integer(0); }));
        QCOMPARE(kept, 2); // what it was is not lost
    }

    void whoIsRemovedIsNoLongerThereAndTheFormerVersionsStay_data() { m_engines.addRows(); }
    void whoIsRemovedIsNoLongerThereAndTheFormerVersionsStay()
    {
        FILE_OF_ROW(m_engines);
        QVERIFY_OK(files.save(daughter(madeleine), test::brunel));
        const auto line = files.read(RecordIds(madeleine))->persons.first();
        QVERIFY_OK(files.remove(line, test::brunel));
        QVERIFY(files.read(RecordIds(madeleine))->persons.isEmpty());
        QCOMPARE_SUBJECT(files.remove(line, test::brunel), "storage.version");
        qint64 kept = 0;
        QVERIFY_OK(db.run("SELECT COUNT(*) FROM related_person", {},
                          [&](const storage::Row &row) { kept = row.integer(0); }));
        QCOMPARE(kept, 2);
    }

    void aPersonNeedsANameAndSomethingThatTheyAre_data() { m_engines.addRows(); }
    void aPersonNeedsANameAndSomethingThatTheyAre()
    {
        FILE_OF_ROW(m_engines);
        auto line = daughter(madeleine);
        line.content.name = u"  "_qs;
        QCOMPARE_SUBJECT(files.save(line, test::brunel), "person.name");
        line = daughter(madeleine);
        line.content.roles.clear();
        QCOMPARE_SUBJECT(files.save(line, test::brunel), "person.role");
    }

    void theMedecinTraitantOfTheTeamIsNamedInTheRecord_data() { m_engines.addRows(); }
    void theMedecinTraitantOfTheTeamIsNamedInTheRecord()
    {
        FILE_OF_ROW(m_engines);
        const auto marchal = book.save(doctor(u"Marchal"_qs), test::brunel);
        const auto legrand = book.save(doctor(u"Legrand"_qs), test::brunel);
        QVERIFY_OK(files.save(member(madeleine, *marchal, true), test::brunel));
        QCOMPARE(patients.reload(madeleine)->details.medecinTraitant, u"Dr Anne MARCHAL"_qs);
        QVERIFY_OK(files.save(member(madeleine, *legrand, true), test::brunel));
        QCOMPARE(patients.reload(madeleine)->details.medecinTraitant, u"Dr Anne LEGRAND"_qs);
        const auto team = files.read(RecordIds(madeleine))->team;
        QCOMPARE(team.size(), 2);
        QVERIFY(!team.at(0).content.medecinTraitant); // the former one stays in the team
        QVERIFY(team.at(1).content.medecinTraitant);
    }

    void anotherNameWrittenInTheRecordHoldsOverTheTeam_data() { m_engines.addRows(); }
    void anotherNameWrittenInTheRecordHoldsOverTheTeam()
    {
        FILE_OF_ROW(m_engines);
        const auto marchal = book.save(doctor(u"Marchal"_qs), test::brunel);
        QVERIFY_OK(files.save(member(madeleine, *marchal, true), test::brunel));
        Patient now = *patients.reload(madeleine);
        now.details.medecinTraitant = u"Dr Paul Noël"_qs;
        QVERIFY_OK(patients.update(madeleine, now.version, now.details, test::brunel));
        QVERIFY(!files.read(RecordIds(madeleine))->team.first().content.medecinTraitant);
    }

    void theMedecinTraitantWhoLeavesTheTeamIsNoLongerNamed_data() { m_engines.addRows(); }
    void theMedecinTraitantWhoLeavesTheTeamIsNoLongerNamed()
    {
        FILE_OF_ROW(m_engines);
        const auto marchal = book.save(doctor(u"Marchal"_qs), test::brunel);
        QVERIFY_OK(files.save(member(madeleine, *marchal, true), test::brunel));
        QVERIFY_OK(files.remove(files.read(RecordIds(madeleine))->team.first(), test::brunel));
        QVERIFY(files.read(RecordIds(madeleine))->team.isEmpty());
        QCOMPARE(patients.reload(madeleine)->details.medecinTraitant, QString());
    }

    void aRightHoldsFromItsFirstDayToItsLast()
    {
        AdministrativeFile file;
        file.coverages << AdministrativeLine<Coverage>{
            {}, {}, 1, {CoverageKind::Ald, {}, {}, {2026, 1, 1}, {2026, 12, 31}, {}}, {}, {}};
        QVERIFY(!file.hasCoverage(CoverageKind::Ald, {2025, 12, 31}));
        QVERIFY(file.hasCoverage(CoverageKind::Ald, {2026, 1, 1}));
        QVERIFY(file.hasCoverage(CoverageKind::Ald, {2026, 12, 31}));
        QVERIFY(!file.hasCoverage(CoverageKind::Ald, {2027, 1, 1}));
        QVERIFY(!file.hasCoverage(CoverageKind::C2s, {2026, 6, 1}));
    }

    void aRightThatEndsBeforeItBeginsIsRefused_data() { m_engines.addRows(); }
    void aRightThatEndsBeforeItBeginsIsRefused()
    {
        FILE_OF_ROW(m_engines);
        AdministrativeLine<Coverage> line;
        line.patient = madeleine;
        line.content = {CoverageKind::C2s, {}, {}, {2026, 5, 1}, {2026, 4, 30}, {}};
        QCOMPARE_SUBJECT(files.save(line, test::brunel), "coverage.dates");
        line.content.until = QDate(2027, 4, 30);
        QVERIFY_OK(files.save(line, test::brunel));
        QCOMPARE(files.read(RecordIds(madeleine))->coverages.first().content, line.content);
    }

    void theLastAnswerHoldsAndTheFormerOnesStayWithWhoRecordedThem_data() { m_engines.addRows(); }
    void theLastAnswerHoldsAndTheFormerOnesStayWithWhoRecordedThem()
    {
        FILE_OF_ROW(m_engines);
        const QDate today = m_engines.clock().today();
        Consent said;
        said.topic = ConsentTopic::Telesante;
        said.on = today.addYears(-1);
        said.means = ConsentMeans::Written;
        QVERIFY_OK(files.add(madeleine, said, test::brunel));
        said.agreed = false;
        said.on = today;
        said.means = ConsentMeans::Spoken;
        said.teller = u"Sophie Mercier, fille"_qs;
        QVERIFY_OK(files.add(madeleine, said, test::fontanel));
        const auto file = files.read(RecordIds(madeleine));
        QCOMPARE(file->consents.size(), 2);
        const Consent *held = file->answer(ConsentTopic::Telesante);
        QVERIFY(held);
        QVERIFY(!held->agreed);
        QCOMPARE(held->recordedByName, test::fontanel.name());
        QCOMPARE(held->teller, said.teller);
        QCOMPARE(file->consents.last().recordedByName, test::brunel.name());
        QVERIFY(!file->answer(ConsentTopic::DmpFeeding)); // never asked
    }

    void anAnswerToComeIsRefused_data() { m_engines.addRows(); }
    void anAnswerToComeIsRefused()
    {
        FILE_OF_ROW(m_engines);
        Consent said;
        said.on = m_engines.clock().today().addDays(1);
        QCOMPARE_SUBJECT(files.add(madeleine, said, test::brunel), "consent.date");
        said.on = {};
        QCOMPARE_SUBJECT(files.add(madeleine, said, test::brunel), "consent.date");
    }

    void whatIsWrittenIsInTheJournalWithoutItsValues_data() { m_engines.addRows(); }
    void whatIsWrittenIsInTheJournalWithoutItsValues()
    {
        FILE_OF_ROW(m_engines);
        QVERIFY_OK(files.save(daughter(madeleine), test::brunel));
        Consent said;
        said.on = m_engines.clock().today();
        QVERIFY_OK(files.add(madeleine, said, test::brunel));
        QStringList details;
        const auto events = journal.find({.patient = madeleine});
        for (const audit::Event &event : *events)
            details << event.deed.detail;
        QVERIFY(details.contains(u"related_person"));
        QVERIFY(details.contains(u"consent"));
        QVERIFY(!details.join(u' ').contains(u"Sophie"));
    }

    void aRecordMergedIntoAnotherBringsItsLinesAndTheyCanBeChanged_data() { m_engines.addRows(); }
    void aRecordMergedIntoAnotherBringsItsLinesAndTheyCanBeChanged()
    {
        FILE_OF_ROW(m_engines);
        const PatientId twice =
            *patients.add(Person{.surname = u"VASSEURE"_qs}.details(), test::brunel);
        const auto marchal = book.save(doctor(u"Marchal"_qs), test::brunel);
        QVERIFY_OK(files.save(daughter(twice), test::brunel));
        QVERIFY_OK(files.save(member(twice, *marchal, false), test::brunel));
        MergeRepository merges(db, journal, m_engines.clock());
        const auto stays = patients.reload(madeleine);
        const auto goes = patients.reload(twice);
        QVERIFY_OK(merges.merge({madeleine, stays->version, twice, goes->version,
                                 proposedMerge(stays->details, goes->details), u"même"_qs},
                                test::fontanel));
        QCOMPARE_SUBJECT(files.save(daughter(twice), test::brunel), "patient.merged");
        Consent said;
        said.on = m_engines.clock().today();
        QCOMPARE_SUBJECT(files.add(twice, said, test::brunel), "patient.merged");
        const RecordIds both = *patients.recordIds(madeleine);
        const auto file = files.read(both);
        QCOMPARE(file->persons.size(), 1);
        auto traitant = file->team.first();
        traitant.content.medecinTraitant = true;
        QVERIFY_OK(files.save(traitant, test::brunel));
        QCOMPARE(patients.reload(madeleine)->details.medecinTraitant, u"Dr Anne MARCHAL"_qs);
        QVERIFY(files.read(both)->team.first().content.medecinTraitant);
    }
};

QTEST_GUILESS_MAIN(TestAdministrative)
#include "tst_administrative.moc"
