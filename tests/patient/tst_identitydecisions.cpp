// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/identity/documentkinds.h>

using namespace ambroise;
using namespace ambroise::identity;
using test::Person;

namespace {

const Mandate forFontanel{UserId{1}, u"Dr Claire Fontanel"_qs};

Ins anIns()
{
    return {*InsMatricule::fromInsi(u"258036311398155"), InsAuthority::Nir};
}

Evidence::Parts card()
{
    Evidence::Parts parts;
    parts.kind = usualDocumentKinds().first();
    parts.readBy = ReadBy::Mrz;
    parts.validUntil = QDate(2033, 2, 11);
    return parts;
}

} // namespace

//! What is decided about an identity is written with what it rests upon.
class TestIdentityDecisions : public QObject {
    Q_OBJECT
    test::Engines m_engines;

    //! INSi asked, its answer accepted by a secretary for the doctor.
    static Result<qint64> accept(patient::PatientRepository &patients, PatientId id, qint64 version)
    {
        InsiCall call{.asked = u"MADELEINE"_qs,
                      .verdict = u"found"_qs,
                      .messageId = u"uuid:1"_qs,
                      .answer = "<RESULTAT/>",
                      .mandate = forFontanel};
        const auto kept = patients.trace().recordCall(id, call, test::brunel);
        const auto before = patients.reload(id);
        auto after = before->details.identity.retrieved(before->details.identity.traits(), anIns(),
                                                        Identity::Compared::No);
        return patients.decide(id, version,
                               {{.cause = Cause::Retrieved,
                                 .after = *after,
                                 .call = *kept,
                                 .history = {{u"258036311300055"_qs, oid(InsAuthority::Nir),
                                              u"2019-03-01"_qs, u"2019-02-28"_qs}},
                                 .mandate = forFontanel}},
                               test::brunel);
    }
    static Result<qint64> check(patient::PatientRepository &patients, PatientId id, qint64 version)
    {
        const auto before = patients.reload(id);
        const auto evidence = Evidence::make(card(), QDate(1958, 3, 14), QDate(2026, 11, 26));
        return patients.decide(id, version,
                               {{.cause = Cause::Checked,
                                 .after = *before->details.identity.checked(*evidence),
                                 .evidence = evidence->parts(),
                                 .mandate = forFontanel}},
                               test::brunel);
    }

private Q_SLOTS:
    void aQualificationTellsWhoWhenAndWithWhat_data() { m_engines.addRows(); }
    void aQualificationTellsWhoWhenAndWithWhat()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(Person{}.details(), test::brunel);
        QCOMPARE(*accept(patients, id, 1), 2);
        QCOMPARE(*check(patients, id, 2), 3);
        QVERIFY(patients.reload(id)->details.identity.isQualified());

        const auto trace = *patients.trace().of(id);
        QCOMPARE(trace.size(), 3);
        const TraceEntry &checked = trace.first();
        QCOMPARE(checked.cause, Cause::Checked);
        QCOMPARE(checked.before, IdentityStatus::Retrieved);
        QCOMPARE(checked.after, IdentityStatus::Qualified);
        QCOMPARE(checked.evidence->kind.code, u"CN"_qs);
        QCOMPARE(checked.evidence->readBy, ReadBy::Mrz);
        QCOMPARE(checked.evidence->validUntil, QDate(2033, 2, 11));
        QCOMPARE(checked.authorName, test::brunel.name());
        QCOMPARE(checked.mandate, forFontanel);
        QCOMPARE(checked.at, m_engines.clock().now());
        QVERIFY(!checked.traitsAfter); // they did not change
        QCOMPARE(trace.at(2).cause, Cause::Created);
        QCOMPARE(trace.at(2).before, std::nullopt);
        QCOMPARE((*patients.trace().lastCheck(id))->id, checked.id);
    }

    void theAnswerOfInsiIsKeptAsItCame_data() { m_engines.addRows(); }
    void theAnswerOfInsiIsKeptAsItCame()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(Person{}.details(), test::brunel);
        QVERIFY_OK(accept(patients, id, 1));
        const auto calls = *patients.trace().callsOf(id);
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls.first().call.asked, u"MADELEINE"_qs);
        QCOMPARE(calls.first().authorName, test::brunel.name());
        QCOMPARE(calls.first().call.mandate, forFontanel);
        QCOMPARE(*patients.trace().answerOf(calls.first().id), QByteArray("<RESULTAT/>"));
        QCOMPARE(patients.trace().of(id)->first().call, calls.first().id);
        // Its history too, though it ends before it begins.
        const auto known = *patients.trace().insOf(id);
        QCOMPARE(known.size(), 1);
        QCOMPARE(known.first().record.until, u"2019-02-28"_qs);
        QVERIFY_OK(accept(patients, id, 2)); // asked again: not told twice
        QCOMPARE(patients.trace().insOf(id)->size(), 1);
    }

    void aCorrectedTraitDropsTheInsAndKeepsItInTheHistory_data() { m_engines.addRows(); }
    void aCorrectedTraitDropsTheInsAndKeepsItInTheHistory()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(Person{}.details(), test::brunel);
        QVERIFY_OK(accept(patients, id, 1));
        auto details = patients.reload(id)->details;
        details.identity = details.identity.withTraits(Person{.surname = u"VASSEURE"_qs}.traits());
        QVERIFY_OK(patients.update(id, 2, details, test::fontanel));
        const auto trace = *patients.trace().of(id);
        QCOMPARE(trace.first().cause, Cause::Corrected);
        QCOMPARE(trace.first().after, IdentityStatus::Provisional);
        QCOMPARE(trace.first().traitsBefore->surname, u"VASSEUR"_qs);
        QCOMPARE(trace.first().traitsAfter->surname, u"VASSEURE"_qs);
        const auto known = *patients.trace().insOf(id);
        QCOMPARE(known.first().record.matricule, anIns().matricule.toString());
        QCOMPARE(known.first().source, u"corrected"_qs);
    }

    void aStatusIsNotTyped_data() { m_engines.addRows(); }
    void aStatusIsNotTyped()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(Person{}.details(), test::brunel);
        auto details = Person{}.details();
        details.identity = *Identity::make(details.identity.traits(), anIns(), {true, true}, {});
        QCOMPARE_SUBJECT(patients.update(id, 1, details, test::brunel), "patient.identity");
        QCOMPARE(patients.reload(id)->details.identity.status(), IdentityStatus::Provisional);
    }

    void anInsHasOneActiveRecord_data() { m_engines.addRows(); }
    void anInsHasOneActiveRecord()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId first = *patients.add(Person{}.details(), test::brunel);
        const PatientId second = *patients.add(Person{}.details(), test::brunel);
        QVERIFY_OK(accept(patients, first, 1));
        QCOMPARE_SUBJECT(accept(patients, second, 1), "patient.ins_taken");
        QVERIFY(!patients.reload(second)->details.identity.ins());
        QCOMPARE(patients.trace().of(second)->size(), 1); // nothing half-done
    }

    void aDecisionOnAnOldVersionIsRefused_data() { m_engines.addRows(); }
    void aDecisionOnAnOldVersionIsRefused()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(Person{}.details(), test::brunel);
        QVERIFY_OK(accept(patients, id, 1));
        QCOMPARE_SUBJECT(check(patients, id, 1), "storage.version");
    }

    void whatIsDecidedTogetherIsWrittenTogetherOrNotAtAll_data() { m_engines.addRows(); }
    void whatIsDecidedTogetherIsWrittenTogetherOrNotAtAll()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId taken = *patients.add(Person{}.details(), test::brunel);
        QVERIFY_OK(accept(patients, taken, 1));
        const PatientId id = *patients.add(Person{}.details(), test::brunel);
        const Identity before = patients.reload(id)->details.identity;
        const auto evidence = Evidence::make(card(), QDate(1958, 3, 14), QDate(2026, 11, 26));
        const Identity checked = *before.checked(*evidence);
        const Identity withIns =
            *checked.retrieved(before.traits(), anIns(), Identity::Compared::Yes);
        QCOMPARE_SUBJECT(patients.decide(id, 1,
                                         {{.cause = Cause::Checked, .after = checked},
                                          {.cause = Cause::Retrieved, .after = withIns}},
                                         test::brunel),
                         "patient.ins_taken");
        QCOMPARE(patients.reload(id)->version, 1);
        QCOMPARE(patients.reload(id)->details.identity, before);
        QCOMPARE(patients.trace().of(id)->size(), 1);
        QCOMPARE(*patients.decide(id, 1,
                                  {{.cause = Cause::Recorded, .after = before},
                                   {.cause = Cause::Checked, .after = checked}},
                                  test::brunel),
                 3);
        QCOMPARE(patients.trace().of(id)->first().after, IdentityStatus::Validated);
    }

    void whatWaitsIsListedAndCounted_data() { m_engines.addRows(); }
    void whatWaitsIsListedAndCounted()
    {
        PATIENTS_OF_ROW(m_engines);
        using patient::IdentityQueue;
        const auto add = [&](const QString &surname, IdentityFacts facts, bool doubtful = false) {
            auto details = Person{.surname = surname}.details();
            auto ins = anIns();
            ins.matricule =
                *InsMatricule::fromInsi(u"2580363113%1"_qs.arg(10000 + qHash(surname) % 80000));
            details.identity = *Identity::make(
                details.identity.traits(), facts.insiRetrieved ? std::optional(ins) : std::nullopt,
                facts, *IdentityAttributes::make(doubtful, false, false));
            QVERIFY_OK(patients.add(details, test::brunel));
        };
        add(u"PROVISOIRE"_qs, {});
        add(u"RECUPEREE"_qs, {true, false});
        add(u"VALIDEE"_qs, {false, true});
        add(u"QUALIFIEE"_qs, {true, true});
        add(u"DOUTEUSE"_qs, {}, true);
        const auto names = [&](IdentityQueue queue) {
            return test::surnamesOf(*patients.identities(queue, 10)).join(u' ');
        };
        QCOMPARE(names(IdentityQueue::Provisional), u"PROVISOIRE"_qs);
        QCOMPARE(names(IdentityQueue::Retrieved), u"RECUPEREE"_qs);
        QCOMPARE(names(IdentityQueue::Validated), u"VALIDEE"_qs);
        QCOMPARE(names(IdentityQueue::Doubtful), u"DOUTEUSE"_qs);
        QCOMPARE(names(IdentityQueue::Qualified), u"QUALIFIEE"_qs);
        QCOMPARE(patients.allIdentities(IdentityQueue::Qualified)->size(), 1);
        QCOMPARE(*patients.identityCounts(), (patient::IdentityCounts{1, 1, 1, 1, 1, 0}));
    }

    void whoIsExpectedTodayIsListedFirst_data() { m_engines.addRows(); }
    void whoIsExpectedTodayIsListedFirst()
    {
        PATIENTS_OF_ROW(m_engines);
        using patient::IdentityQueue;
        QList<PatientId> ids;
        for (const QString &surname : {u"PREMIER"_qs, u"DEUXIEME"_qs, u"TROISIEME"_qs}) {
            m_engines.clock().advance(std::chrono::seconds(1));
            const auto id = patients.add(Person{.surname = surname}.details(), test::brunel);
            QVERIFY_OK(id);
            ids << *id;
        }
        const auto names = [&](int limit, const QList<PatientId> &first) {
            return test::surnamesOf(*patients.identities(IdentityQueue::Provisional, limit, first))
                .join(u' ');
        };
        QCOMPARE(names(10, {}), u"TROISIEME DEUXIEME PREMIER"_qs);
        QCOMPARE(names(10, {ids.at(0), ids.at(1)}), u"PREMIER DEUXIEME TROISIEME"_qs);
        QCOMPARE(names(1, {ids.at(0)}), u"PREMIER"_qs); // whatever is cut
        QCOMPARE(names(10, {PatientId{999}}), u"TROISIEME DEUXIEME PREMIER"_qs);
    }

    void aQuestionThatFailedIsKeptToo_data() { m_engines.addRows(); }
    void aQuestionThatFailedIsKeptToo()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(Person{}.details(), test::brunel);
        const auto call = patients.trace().recordCall(
            id, {.asked = u"MADELEINE"_qs, .verdict = u"insi.timeout"_qs}, test::brunel);
        QVERIFY_OK(call);
        QCOMPARE(patients.trace().callsOf(id)->first().call.verdict, u"insi.timeout"_qs);
        QVERIFY(patients.trace().answerOf(*call)->isEmpty());
    }

    void itIsKnownWhenAnInsWasVerifiedLast_data() { m_engines.addRows(); }
    void itIsKnownWhenAnInsWasVerifiedLast()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId verified = *patients.add(Person{}.details(), test::brunel);
        const PatientId silent = *patients.add(Person{}.details(), test::brunel);
        const auto ask = [&](PatientId id, InsiCall::Kind kind, const QString &verdict) {
            QVERIFY_OK(
                patients.trace().recordCall(id, {.kind = kind, .verdict = verdict}, test::brunel));
        };
        ask(verified, InsiCall::Kind::Verification, u"found"_qs);
        ask(silent, InsiCall::Kind::Verification, u"insi.timeout"_qs);
        ask(silent, InsiCall::Kind::Traits, u"found"_qs);
        const auto last = patients.trace().verifications();
        QVERIFY_OK(last);
        QCOMPARE(last->keys(), QList{verified});
        QCOMPARE(last->value(verified), m_engines.clock().now());
    }

    void aCheckKeepsTheNameThatItsDocumentHadThatDay_data() { m_engines.addRows(); }
    void aCheckKeepsTheNameThatItsDocumentHadThatDay()
    {
        PATIENTS_OF_ROW(m_engines);
        const PatientId id = *patients.add(Person{}.details(), test::brunel);
        QVERIFY_OK(check(patients, id, 1));
        DocumentKinds kinds(db, journal);
        const ListedKind before = kinds.all()->first();
        ListedKind after = before;
        after.kind.label = u"CNI"_qs;
        after.kind.trust = Trust::Low;
        after.offered = false;
        QVERIFY_OK(kinds.change(before, after, test::fontanel));
        const auto kept = *patients.trace().lastCheck(id);
        QCOMPARE(kept->evidence->kind, before.kind);
        QCOMPARE(patients.reload(id)->details.identity.status(), IdentityStatus::Validated);
    }
};

QTEST_GUILESS_MAIN(TestIdentityDecisions)
#include "tst_identitydecisions.moc"
