// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/patient/duplicates.h>
#include <ambroise/patient/matching.h>
#include <ambroise/patient/merges.h>

using namespace ambroise;
using patient::MergeRepository;
using test::Person;

//! The same with a repository of merges.
#define MERGES_OF_ROW(engines)                                                                     \
    PATIENTS_OF_ROW(engines);                                                                      \
    MergeRepository merges(db, journal, (engines).clock())

class TestMerges : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    static patient::NewPatient madeleine()
    {
        auto details =
            Person{.usedSurname = u"Mercier"_qs, .phone = u"06 39 98 01 23"_qs}.details();
        details.notes = u"Sourde d’une oreille"_qs;
        return details;
    }

    static patient::NewPatient misspelt()
    {
        auto details = Person{.surname = u"VASSEURE"_qs,
                              .usedSurname = u"Merciez"_qs,
                              .phone = u"04 73 00 00 01"_qs}
                           .details();
        details.contacts.email = *patient::EmailAddress::parse(u"m.vasseur@example.org");
        details.medecinTraitant = u"Dr Claire Fontanel"_qs;
        details.notes = u"Vient le mardi"_qs;
        return details;
    }

    static patient::MergeRequest request(patient::PatientRepository &patients, PatientId kept,
                                         PatientId absorbed)
    {
        const auto stays = patients.reload(kept);
        const auto goes = patients.reload(absorbed);
        return {kept,
                stays->version,
                absorbed,
                goes->version,
                patient::proposedMerge(stays->details, goes->details),
                u"même personne, nom mal écrit"_qs};
    }

private Q_SLOTS:
    void theMergedRecordLeavesTheSearchAndIsReadWithTheOther_data() { m_engines.addRows(); }
    void theMergedRecordLeavesTheSearchAndIsReadWithTheOther()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId kept = *patients.add(madeleine(), test::brunel);
        const PatientId absorbed = *patients.add(misspelt(), test::brunel);
        QVERIFY_OK(merges.merge(request(patients, kept, absorbed), test::fontanel));
        QCOMPARE(test::surnamesOf(*patients.search(u"vass")), QStringList{u"VASSEUR"_qs});
        QCOMPARE(patients.reload(kept)->recordIds().all(), (QList{kept, absorbed}));
        QCOMPARE(patients.reload(absorbed)->mergedInto, kept);
        QCOMPARE(*patients.keptFor(absorbed), kept);
        QCOMPARE(*patients.keptFor(kept), kept);
        QCOMPARE(*patients.count(), 1);
    }

    void nothingThatEitherToldIsLost_data() { m_engines.addRows(); }
    void nothingThatEitherToldIsLost()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId kept = *patients.add(madeleine(), test::brunel);
        const PatientId absorbed = *patients.add(misspelt(), test::brunel);
        QVERIFY_OK(merges.merge(request(patients, kept, absorbed), test::fontanel));
        const auto after = patients.reload(kept)->details;
        QCOMPARE(after.usedSurname, u"Mercier"_qs); // told differently: the kept one's
        QCOMPARE(after.contacts.phones.size(), 2);
        QCOMPARE(after.contacts.email->toString(), u"m.vasseur@example.org"_qs);
        QCOMPARE(after.medecinTraitant, u"Dr Claire Fontanel"_qs);
        QCOMPARE(after.notes, u"Sourde d’une oreille\nVient le mardi"_qs);
        QCOMPARE(after.identity, madeleine().identity);
        QCOMPARE(patients.reload(absorbed)->details, misspelt());
    }

    void undoingRestoresBothExactly_data() { m_engines.addRows(); }
    void undoingRestoresBothExactly()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId kept = *patients.add(madeleine(), test::brunel);
        const PatientId absorbed = *patients.add(misspelt(), test::brunel);
        QVERIFY_OK(merges.merge(request(patients, kept, absorbed), test::fontanel));
        QVERIFY_OK(merges.undo(absorbed, u"deux sœurs"_qs, test::fontanel));
        const auto stays = patients.reload(kept);
        const auto goes = patients.reload(absorbed);
        QCOMPARE(stays->details, madeleine());
        QCOMPARE(goes->details, misspelt());
        QCOMPARE(stays->recordIds().all(), QList{kept});
        QVERIFY(!goes->archived);
        QVERIFY(!goes->mergedInto.isStored());
        QCOMPARE(patients.search(u"vass")->size(), 2);
        QVERIFY(merges.into(kept)->isEmpty());
    }

    void undoingKeepsWhatSomebodyWroteSince_data() { m_engines.addRows(); }
    void undoingKeepsWhatSomebodyWroteSince()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId kept = *patients.add(madeleine(), test::brunel);
        const PatientId absorbed = *patients.add(misspelt(), test::brunel);
        QVERIFY_OK(merges.merge(request(patients, kept, absorbed), test::fontanel));
        auto details = patients.reload(kept)->details;
        details.medecinTraitant = u"Dr Hugo Lestienne"_qs;
        QVERIFY_OK(patients.update(kept, 2, details, test::brunel));
        QVERIFY_OK(merges.undo(absorbed, {}, test::fontanel));
        const auto after = patients.reload(kept)->details;
        QCOMPARE(after.medecinTraitant, u"Dr Hugo Lestienne"_qs);
        QVERIFY(!after.contacts.email);
        QCOMPARE(after.notes, madeleine().notes);
    }

    void aRecordOfRecordsIsReadWhole_data() { m_engines.addRows(); }
    void aRecordOfRecordsIsReadWhole()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId first = *patients.add(madeleine(), test::brunel);
        const PatientId second = *patients.add(misspelt(), test::brunel);
        const PatientId third = *patients.add(Person{}.details(), test::brunel);
        QVERIFY_OK(merges.merge(request(patients, second, first), test::fontanel));
        QVERIFY_OK(merges.merge(request(patients, third, second), test::fontanel));
        QCOMPARE(patients.recordIds(third)->all(), (QList{third, first, second}));
        QCOMPARE(*patients.keptFor(first), third);
        // The last merge is undone first.
        QCOMPARE_SUBJECT(merges.undo(first, {}, test::fontanel), "patient.merged");
        QVERIFY_OK(merges.undo(second, {}, test::fontanel));
        QCOMPARE(patients.recordIds(second)->all(), (QList{second, first}));
        QVERIFY_OK(merges.undo(first, {}, test::fontanel));
        QCOMPARE(patients.search(u"vass")->size(), 3);
    }

    void twoDifferentInsNeverMerge_data() { m_engines.addRows(); }
    void twoDifferentInsNeverMerge()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId a =
            *patients.add(Person{.matricule = u"258036311398155"_qs}.details(), test::brunel);
        const PatientId b =
            *patients.add(Person{.matricule = u"279035121518989"_qs}.details(), test::brunel);
        QCOMPARE_SUBJECT(merges.merge(request(patients, a, b), test::fontanel), "merge.ins_differ");
        QCOMPARE(*patients.count(), 2);
    }

    void theRecordWithTheInsIsTheOneToKeep_data() { m_engines.addRows(); }
    void theRecordWithTheInsIsTheOneToKeep()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId local = *patients.add(madeleine(), test::brunel);
        const PatientId known =
            *patients.add(Person{.matricule = u"258036311398155"_qs}.details(), test::brunel);
        QCOMPARE(patient::proposedToKeep(*patients.reload(local), *patients.reload(known)), known);
        QCOMPARE_SUBJECT(merges.merge(request(patients, local, known), test::fontanel),
                         "merge.keep_ins");
        QVERIFY_OK(merges.merge(request(patients, known, local), test::fontanel));
        QVERIFY(patients.reload(known)->details.identity.ins());
    }

    void whatMakesNoSenseIsRefused_data() { m_engines.addRows(); }
    void whatMakesNoSenseIsRefused()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId real = *patients.add(madeleine(), test::brunel);
        auto invented = misspelt();
        invented.identity = invented.identity.withAttributes(
            *identity::IdentityAttributes::make(false, true, false));
        const PatientId fictive = *patients.add(invented, test::brunel);
        const PatientId other = *patients.add(misspelt(), test::brunel);
        QCOMPARE_SUBJECT(merges.merge(request(patients, real, real), test::fontanel), "merge.same");
        QCOMPARE_SUBJECT(merges.merge(request(patients, real, fictive), test::fontanel),
                         "merge.fictive");
        auto stale = request(patients, real, other);
        --stale.absorbedVersion;
        QCOMPARE_SUBJECT(merges.merge(stale, test::fontanel), "storage.version");
        auto swapped = request(patients, real, other);
        swapped.details.identity = misspelt().identity;
        QCOMPARE_SUBJECT(merges.merge(swapped, test::fontanel), "patient.identity");
        QVERIFY_OK(patients.archive(other, 1, test::brunel));
        QCOMPARE_SUBJECT(merges.merge(request(patients, real, other), test::fontanel),
                         "patient.archived");
        QCOMPARE_SUBJECT(merges.undo(real, {}, test::fontanel), "merge.none");
        QCOMPARE(patients.reload(real)->version, 1);
    }

    void aPartOfAnotherRecordIsNotWrittenTo_data() { m_engines.addRows(); }
    void aPartOfAnotherRecordIsNotWrittenTo()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId kept = *patients.add(madeleine(), test::brunel);
        const PatientId absorbed = *patients.add(misspelt(), test::brunel);
        QVERIFY_OK(merges.merge(request(patients, kept, absorbed), test::fontanel));
        QCOMPARE_SUBJECT(patients.update(absorbed, 2, madeleine(), test::brunel), "patient.merged");
        QCOMPARE_SUBJECT(patients.restore(absorbed, 2, test::brunel), "patient.merged");
        QCOMPARE_SUBJECT(merges.merge(request(patients, absorbed, kept), test::fontanel),
                         "patient.merged");
        QVERIFY(patients.near(misspelt().identity.traits())->size() == 1); // the kept one
    }

    void aDocumentOfTheMergedRecordGoesToTheKeptOne_data() { m_engines.addRows(); }
    void aDocumentOfTheMergedRecordGoesToTheKeptOne()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId kept = *patients.add(madeleine(), test::brunel);
        const PatientId absorbed = *patients.add(misspelt(), test::brunel);
        QVERIFY_OK(merges.merge(request(patients, kept, absorbed), test::fontanel));
        const QString root = u"1.2.250.1.999"_qs;
        const patient::PatientMatcher matcher(db, patients, {.ownRoot = root});
        const auto match = matcher.match({.ids = {{root, absorbed.toString()}}});
        QVERIFY_OK(match);
        QCOMPARE(match->candidates.size(), 1);
        QCOMPARE(match->candidates.first().summary.id, kept);
    }

    void twoHomonymsAreDistinctAndMarked_data() { m_engines.addRows(); }
    void twoHomonymsAreDistinctAndMarked()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId one = *patients.add(madeleine(), test::brunel);
        const PatientId other = *patients.add(misspelt(), test::brunel);
        const identity::Mandate mandate{UserId{7}, u"Dr Claire Fontanel"_qs};
        QVERIFY_OK(merges.sayHomonyms(one, other, u"cousines"_qs, mandate, test::brunel));
        for (const PatientId id : {one, other}) {
            QVERIFY(patients.reload(id)->details.identity.attributes().isHomonym());
            const auto entry = patients.trace().of(id)->first();
            QVERIFY(entry.cause == identity::Cause::Attributes);
            QCOMPARE(entry.reason, u"cousines"_qs);
            QVERIFY(entry.mandate == mandate);
        }
        QVERIFY(patient::DuplicateFinder(db, m_engines.clock()).find(10)->isEmpty());
        const auto before = patients.trace().of(one)->size();
        QVERIFY_OK(merges.sayHomonyms(one, other, u"encore"_qs, mandate, test::brunel));
        QCOMPARE(patients.trace().of(one)->size(), before); // they are already
    }

    void anInventedPersonHasNoHomonym_data() { m_engines.addRows(); }
    void anInventedPersonHasNoHomonym()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId real = *patients.add(madeleine(), test::brunel);
        auto invented = misspelt();
        invented.identity = invented.identity.withAttributes(
            *identity::IdentityAttributes::make(false, true, false));
        const PatientId other = *patients.add(invented, test::brunel);
        QCOMPARE_SUBJECT(merges.sayHomonyms(real, other, u"cousines"_qs, {}, test::brunel),
                         "identity.attributes");
        QVERIFY(!patients.reload(real)->details.identity.attributes().isHomonym()); // nor the other
    }

    void bothRecordsTellTheMerge_data() { m_engines.addRows(); }
    void bothRecordsTellTheMerge()
    {
        MERGES_OF_ROW(m_engines);
        const PatientId kept = *patients.add(madeleine(), test::brunel);
        const PatientId absorbed = *patients.add(misspelt(), test::brunel);
        QVERIFY_OK(merges.merge(request(patients, kept, absorbed), test::fontanel));
        const auto into = *merges.into(kept);
        QCOMPARE(into.size(), 1);
        QCOMPARE(into.first().absorbedName, u"VASSEURE Madeleine"_qs);
        QCOMPARE(into.first().authorName, test::fontanel.name());
        QCOMPARE(into.first().reason, u"même personne, nom mal écrit"_qs);
        for (const auto &[of, detail] :
             {std::pair{kept, u"merged"_qs}, {absorbed, u"merged_into"_qs}}) {
            QCOMPARE(patients.trace().of(of)->first().cause, identity::Cause::Merged);
            const audit::Deed deed = journal.find({.patient = of})->first().deed;
            QCOMPARE(deed.detail, detail);
            QCOMPARE(deed.subjectId, (of == kept ? absorbed : kept).value);
        }
        QVERIFY(journal.verify()->ok);
    }
};

QTEST_GUILESS_MAIN(TestMerges)
#include "tst_merges.moc"
