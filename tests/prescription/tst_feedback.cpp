// SPDX-License-Identifier: GPL-3.0-or-later
#include "signingpractice.h"

#include <ambroise/drugs/formulary.h>
#include <ambroise/prescription/alertlog.h>
#include <ambroise/prescription/feedback.h>

#include <support/result.h>

using namespace ambroise;
using namespace ambroise::prescription;
using test::doctor;
using test::whose;

namespace {

const audit::Actor other(UserId{2}, u"Dr Jean Bost"_qs, u"medecin"_qs, u"Cabinet 2"_qs);

struct Services : test::SigningPractice {
    Services(storage::Connection &db, test::Engines &engines)
        : test::SigningPractice(db, engines)
        , alerts(db, engines.clock())
    {
    }
    AlertLog alerts;
};

Line lineOf(const QString &cis, const QString &label)
{
    Line line;
    line.cis = cis;
    line.label = label;
    line.posology = u"1 comprimé le matin"_qs;
    line.durationDays = 30;
    return line;
}

OrdonnanceContent::Parts with(const QList<Line> &lines)
{
    auto parts = test::sampleParts();
    parts.lines = lines;
    return parts;
}

const Line morphine = lineOf(u"62417470"_qs, u"ACTISKENAN 5 mg, gélule"_qs);
const Line amlodipine = lineOf(u"65728601"_qs, u"AMLODIPINE 5 mg, gélule, voie orale"_qs);
const Line written = lineOf({}, u"Vaseline"_qs);

} // namespace

class TestFeedback : public QObject {
    Q_OBJECT
    test::Engines m_engines;

private Q_SLOTS:
    void whatCouldNotBeCheckedLeavesATraceAndIsNoSignal()
    {
        const auto database =
            m_engines.practice(storage::Engine::Embedded, test::ordonnanceSchemas());
        const auto db = database->connect();
        Services s(**db, m_engines);
        QVERIFY_OK(s.alerts.keepUnchecked(u"N"_qs, u"Base illisible."_qs, doctor));
        const auto kept = s.alerts.of(u"N"_qs);
        QVERIFY_OK(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().kind, LoggedAlert::unchecked);
        QCOMPARE(kept->first().rule, QStringList{u"Base illisible."_qs});
        QCOMPARE(kept->first().authorName, doctor.name());
        const QDate day = m_engines.clock().today();
        QVERIFY(feedbackOf(**db, std::nullopt, day, day)->alerts.isEmpty());
    }

    void whatWasSignedInAPeriodIsCounted_data() { m_engines.addRows(); }
    void whatWasSignedInAPeriodIsCounted()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        Services s(db, m_engines);
        QVERIFY_OK(drugs::importFormulary(db, m_engines.clock()));
        QVERIFY_OK(s.certificates.createOwn(u"Cabinet"_qs, doctor));
        const QDate today = m_engines.clock().now().toLocalTime().date();
        QVERIFY_OK(s.sign(with({morphine, amlodipine})));
        QVERIFY_OK(s.sign(with({morphine, written})));
        QVERIFY_OK(s.ordonnances.sign(whose, with({morphine}), test::plainPaper, other));
        const auto cancelled = s.sign(with({morphine}));
        QVERIFY_OK(s.ordonnances.cancel(cancelled->content.number(), u"erreur"_qs, doctor));

        const auto mine = feedbackOf(db, UserId{1}, today.addMonths(-2), today);
        QVERIFY_OK(mine);
        QCOMPARE(mine->ordonnances, 2);
        QCOMPARE(mine->cancelled, 1);
        QCOMPARE(mine->lines, 4);
        QCOMPARE(mine->byDenomination, 1); // what has no drug may be any text
        QCOMPARE(mine->unclassed, 1);
        QCOMPARE(mine->classes.first(),
                 (PrescribingFeedback::Count{u"N02"_qs, 2, {u"SULFATE DE MORPHINE"_qs}}));
        QCOMPARE(mine->substances.first().lines, 2);
        QCOMPARE(mine->months.size(), 3);
        QCOMPARE(mine->months.last().ordonnances, 2);
        QCOMPARE(mine->months.last().lines, 4);
        QCOMPARE(feedbackOf(db, std::nullopt, today, today)->ordonnances, 3);
    }

    void anotherPeriodHasNothingOfIt_data() { m_engines.addRows(); }
    void anotherPeriodHasNothingOfIt()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        Services s(db, m_engines);
        QVERIFY_OK(s.certificates.createOwn(u"Cabinet"_qs, doctor));
        QVERIFY_OK(s.sign(with({morphine})));
        const QDate before = m_engines.clock().now().toLocalTime().date().addDays(-1);
        const auto earlier = feedbackOf(db, std::nullopt, before.addDays(-30), before);
        QVERIFY_OK(earlier);
        QCOMPARE(earlier->ordonnances, 0);
        QVERIFY(earlier->classes.isEmpty());
    }

    void alertsAreCountedByKindAndThoseThatWerePassedOver_data() { m_engines.addRows(); }
    void alertsAreCountedByKindAndThoseThatWerePassedOver()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        Services s(db, m_engines);
        Alert grave;
        grave.kind = CheckKind::Interaction;
        grave.level = u"CI"_qs;
        grave.lines = {0};
        Alert light = grave;
        light.level = u"PE"_qs;
        Alert folded = grave;
        folded.folded = true;
        Alert twice;
        twice.kind = CheckKind::Duplicate;
        twice.level = u"info"_qs;
        twice.lines = {0};
        QVERIFY_OK(s.alerts.keep(u"N"_qs, {grave, light, folded, twice}, {Line{{}, u"A"_qs}},
                                 u"vu avec le cardiologue"_qs, doctor));
        const QDate today = m_engines.clock().now().toLocalTime().date();
        const auto feedback = feedbackOf(db, UserId{1}, today, today);
        QVERIFY_OK(feedback);
        QCOMPARE(feedback->alerts,
                 (QList<PrescribingFeedback::Alerts>{{CheckKind::Interaction, 2, 1},
                                                     {CheckKind::Duplicate, 1, 0}}));
        QVERIFY(feedbackOf(db, UserId{9}, today, today)->alerts.isEmpty());
    }
};
QTEST_GUILESS_MAIN(TestFeedback)
#include "tst_feedback.moc"
