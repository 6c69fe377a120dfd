// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/prescription/schema.h>
#include <ambroise/prescription/treatmenthistory.h>
#include <ambroise/record/summaryline.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/sampleordonnance.h>

using namespace ambroise;
using namespace ambroise::prescription;
using namespace std::chrono_literals;
using record::TreatmentUse;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor other(UserId{2}, u"Dr Hugo Lestienne"_qs, u"medecin"_qs, u"Cabinet 2"_qs);
const PatientId whose{7};
const QDate today(2026, 11, 27);

//! Begun so many days ago, prescribed for as many.
PrescribedLine line(const QString &number, int daysAgo, int days)
{
    PrescribedLine one;
    one.number = number;
    one.signedAt = {today.addDays(-daysAgo), QTime(9, 0), Qt::UTC};
    one.checked.line.label = u"RAMIPRIL 5 mg"_qs;
    one.checked.line.posology = u"1-0-0"_qs;
    one.checked.line.durationDays = days;
    one.checked.facts = DrugFacts();
    one.checked.facts->substances.append({{}, u"RAMIPRIL"_qs, {}, {}});
    return one;
}

KeptUse said(const PrescribedLine &of, TreatmentUse use, int hour = 12)
{
    return {{of.number, of.place, treatmentKey(of.checked)},
            use,
            {today, QTime(hour, 0), Qt::UTC},
            u"Dr Claire Fontanel"_qs};
}

PatientTreatment last(const QList<PrescribedLine> &lines, const QList<KeptUse> &uses,
                      const QList<RecordedTreatment> &recorded = {})
{
    return TreatmentHistory::of(lines, recorded, {}, today, uses).treatments().first();
}

} // namespace

//! « Fond » or « ponctuel », as it was said.
class TestTreatmentUses : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {storage::schema(), audit::schema(), drugs::schema(),
                                              prescription::schema()};

private Q_SLOTS:
    void whatWasSaidIsNotProposedAnyMore()
    {
        const QList<PrescribedLine> lines{line(u"N1"_qs, 5, 180)};
        QCOMPARE(last(lines, {}).use, (TreatmentUseTold{TreatmentUse::Chronic, true}));
        const KeptUse confirmed = said(lines.first(), TreatmentUse::Chronic);
        QCOMPARE(last(lines, {confirmed}).use, (TreatmentUseTold{TreatmentUse::Chronic, false}));
        QCOMPARE(last(lines, {confirmed}).saidUse, confirmed);
    }

    void whatWasSaidLastCounts()
    {
        const QList<PrescribedLine> lines{line(u"N1"_qs, 5, 180)};
        const KeptUse first = said(lines.first(), TreatmentUse::Chronic, 10);
        const KeptUse second = said(lines.first(), TreatmentUse::Occasional, 11);
        QCOMPARE(last(lines, {first, second}).use,
                 (TreatmentUseTold{TreatmentUse::Occasional, false}));
        const KeptUse back = said(lines.first(), TreatmentUse::Unspecified, 12);
        QCOMPARE(last(lines, {first, second, back}).use,
                 (TreatmentUseTold{TreatmentUse::Chronic, true}));
        QVERIFY(!last(lines, {first, second, back}).saidUse);
    }

    void aRenewalKeepsWhatWasSaid()
    {
        const QList<PrescribedLine> lines{line(u"N1"_qs, 20, 15), line(u"N2"_qs, 4, 15)};
        QCOMPARE(last(lines, {said(lines.first(), TreatmentUse::Chronic)}).use,
                 (TreatmentUseTold{TreatmentUse::Chronic, false}));
    }

    void anotherCourseIsAnotherTreatment()
    {
        const QList<PrescribedLine> lines{line(u"N1"_qs, 300, 7), line(u"N2"_qs, 4, 7)};
        QCOMPARE(last(lines, {said(lines.first(), TreatmentUse::Chronic)}).use,
                 (TreatmentUseTold{TreatmentUse::Occasional, true}));
    }

    void ofACancelledOrdonnanceItIsFoundAgainByItsSubstances()
    {
        const QList<PrescribedLine> lines{line(u"N1"_qs, 20, 15)};
        KeptUse lost = said(lines.first(), TreatmentUse::Chronic);
        lost.line.number = u"N9"_qs;
        QCOMPARE(last(lines, {lost}).use, (TreatmentUseTold{TreatmentUse::Chronic, false}));
        lost.line.substances = u"AUTRE"_qs;
        QVERIFY(last(lines, {lost}).use.proposed);
    }

    void theSummaryOfTheRecordHasTheLastWord()
    {
        const QList<PrescribedLine> lines{line(u"N1"_qs, 5, 180)};
        RecordedTreatment noted;
        noted.entry.id = record::EntryId{31};
        noted.entry.content.kind = record::EntryKind::Treatment;
        noted.entry.content.title = u"Ramipril 5 mg"_qs;
        record::setSince(noted.entry.content, *PartialDate::parse(u"11/2026"_qs, today));
        noted.entry.content = record::takenAs(TreatmentUse::Occasional, noted.entry.content);
        noted.checked.facts = lines.first().checked.facts;
        QCOMPARE(last(lines, {said(lines.first(), TreatmentUse::Chronic)}, {noted}).use,
                 (TreatmentUseTold{TreatmentUse::Occasional, false}));
    }

    void oneGestureConfirmsThenSaysTheOtherThenNothing_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<TreatmentUse>("first");
        QTest::addColumn<TreatmentUse>("second");
        QTest::newRow("fond is proposed")
            << 180 << TreatmentUse::Chronic << TreatmentUse::Occasional;
        QTest::newRow("ponctuel is proposed")
            << 7 << TreatmentUse::Occasional << TreatmentUse::Chronic;
        QTest::newRow("nothing is proposed")
            << 0 << TreatmentUse::Chronic << TreatmentUse::Occasional;
    }
    void oneGestureConfirmsThenSaysTheOtherThenNothing()
    {
        QFETCH(const int, days);
        QFETCH(const TreatmentUse, first);
        QFETCH(const TreatmentUse, second);
        const QList<PrescribedLine> lines{line(u"N1"_qs, 5, days)};
        QCOMPARE(last(lines, {}).nextUse(), first);
        QCOMPARE(last(lines, {said(lines.first(), first)}).nextUse(), second);
        QCOMPARE(last(lines, {said(lines.first(), second)}).nextUse(), TreatmentUse::Unspecified);
    }

    void whatIsSaidAtTwoPostsIsKeptAndJournaled_data() { m_engines.addRows(); }
    void whatIsSaidAtTwoPostsIsKeptAndJournaled()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        CertificateRepository certificates(db, journal, m_engines.key(), m_engines.clock());
        const auto vault = storage::Vault::inDatabase(db, m_engines.key());
        OrdonnanceRepository ordonnances(db, *vault, journal, certificates, QByteArray(16, '\1'),
                                         m_engines.clock());
        QVERIFY_OK(certificates.createOwn(u"Cabinet"_qs, doctor));
        const auto signedOne = ordonnances.sign(
            whose, test::sampleParts(),
            [](const OrdonnanceContent &, const QString &) -> Result<PrintedOrdonnance> {
                return PrintedOrdonnance{"paper", 1, {}};
            },
            doctor);
        QVERIFY_OK(signedOne);
        const QString number = signedOne->content.number().value();
        const StoppedLine of{number, 0, u"PARACETAMOL"_qs};
        TreatmentUses uses(db, journal, m_engines.clock());
        auto second = database->connect();
        QVERIFY_OK(second);
        audit::Journal otherJournal(**second, m_engines.key(), m_engines.clock());
        TreatmentUses otherUses(**second, otherJournal, m_engines.clock());

        QVERIFY_OK(uses.say(whose, of, TreatmentUse::Chronic, doctor));
        m_engines.clock().advance(1min);
        QVERIFY_OK(otherUses.say(whose, of, TreatmentUse::Occasional, other));
        const auto kept = uses.of(patient::RecordIds(whose));
        QVERIFY_OK(kept);
        QCOMPARE(kept->size(), 2);
        QCOMPARE(kept->first().line, of);
        QCOMPARE(kept->first().use, TreatmentUse::Chronic);
        QCOMPARE(kept->last().use, TreatmentUse::Occasional);
        QCOMPARE(kept->last().saidBy, u"Dr Hugo Lestienne"_qs);
        QCOMPARE(kept->last().saidAt, m_engines.clock().now());
        QVERIFY(uses.of(patient::RecordIds(PatientId{8}))->isEmpty());
        const auto deed = [&journal] {
            audit::Filter newest;
            newest.limit = 1;
            return journal.find(newest)->first().deed;
        };
        QCOMPARE(deed().detail, u"treatment_use_occasional "_qs + number + u" 1"_qs);
        QVERIFY_OK(uses.say(whose, of, TreatmentUse::Unspecified, doctor));
        QCOMPARE(deed().detail, u"treatment_use_none "_qs + number + u" 1"_qs);
        QVERIFY(deed().action == audit::Action::Cancel);

        QCOMPARE_SUBJECT(uses.say(whose, {u"NOBODYS"_qs, 0, {}}, TreatmentUse::Chronic, doctor),
                         "ordonnance.unknown");
        QCOMPARE(uses.of(patient::RecordIds(whose))->size(), 3); // nothing of it stays
    }
};

QTEST_GUILESS_MAIN(TestTreatmentUses)
#include "tst_treatmentuses.moc"
