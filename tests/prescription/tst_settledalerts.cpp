// SPDX-License-Identifier: GPL-3.0-or-later
#include "signingpractice.h"

#include <ambroise/prescription/settledalerts.h>

#include <support/result.h>

using namespace ambroise;
using namespace ambroise::prescription;
using test::doctor;
using test::whose;

namespace {

QList<Line> pair()
{
    return {Line{u"1"_qs, u"CLARITHROMYCINE 500 mg"_qs, u"1-0-1"_qs, 7},
            Line{u"2"_qs, u"COLCHICINE 1 mg"_qs, u"1-0-0"_qs, 30}};
}

Alert contraIndication()
{
    Alert alert;
    alert.kind = CheckKind::Interaction;
    alert.level = u"CI"_qs;
    alert.lines = {0, 1};
    alert.subjects = {u"CLARITHROMYCINE"_qs, u"COLCHICINE"_qs};
    alert.source = {u"ANSM thésaurus"_qs, u"2023-09"_qs};
    return alert;
}

QString told(const LoggedAlert &before)
{
    return before.reason;
}

LoggedAlert settled()
{
    return {u"interaction"_qs,
            u"CI"_qs,
            {u"COLCHICINE 1 mg"_qs, u"CLARITHROMYCINE 500 mg"_qs},
            {u"1-0-0"_qs, u"1-0-1"_qs},
            {u"COLCHICINE"_qs, u"CLARITHROMYCINE"_qs},
            {u"ANSM thésaurus"_qs, u"2023-09"_qs},
            false,
            u"Surveillance hebdomadaire"_qs,
            QDateTime(QDate(2026, 8, 12), QTime(9, 0), Qt::UTC),
            u"Dr Claire Fontanel"_qs};
}

} // namespace

class TestSettledAlerts : public QObject {
    Q_OBJECT
    test::Engines m_engines;

private Q_SLOTS:
    void whatWasJustifiedOfTheSameDosesIsFoldedAndTellsWhy()
    {
        QList<Alert> alerts{contraIndication()};
        foldSettled(alerts, pair(), {settled()}, told);
        QVERIFY(alerts.first().folded);
        QVERIFY(alerts.first().advice.contains(u"Surveillance hebdomadaire"_qs));
    }

    //! Of one drug, from one source: only the risk tells which contra-indication was passed over.
    void anotherContraIndicationOfTheSameDrugIsAskedAgain()
    {
        Alert ulcer = contraIndication();
        ulcer.kind = CheckKind::State;
        ulcer.level = u"stop"_qs;
        ulcer.subjects = QStringList{u"ibuprofène"_qs};
        ulcer.risk = u"Ulcère gastroduodénal."_qs;
        Alert kidneys = ulcer;
        kidneys.risk = u"Insuffisance rénale sévère."_qs;
        LoggedAlert before = settled();
        before.kind = u"state"_qs;
        before.level = u"stop"_qs;
        before.rule = QStringList{u"ibuprofène"_qs, ulcer.risk};
        QList<Alert> alerts{ulcer, kidneys};
        foldSettled(alerts, pair(), {before}, told);
        QVERIFY(alerts.first().folded);
        QVERIFY(!alerts.last().folded);
    }

    //! The same contra-indication of kidneys that have become worse.
    void anotherValueOfThePatientIsAskedAgain()
    {
        Alert kidneys = contraIndication();
        kidneys.kind = CheckKind::State;
        kidneys.level = u"stop"_qs;
        kidneys.risk = u"Insuffisance rénale sévère."_qs;
        kidneys.because = {{u"egfr"_qs, u"28"_qs, {}, u"2026-08-12"_qs}};
        LoggedAlert before = settled();
        before.kind = u"state"_qs;
        before.level = u"stop"_qs;
        before.rule = kidneys.subjects + QStringList{kidneys.risk, u"egfr=28"_qs};
        Alert measuredAgain = kidneys;
        measuredAgain.because.first().since = u"2026-11-20"_qs;
        Alert worse = kidneys;
        worse.because.first().value = u"12"_qs;
        QList<Alert> alerts{kidneys, measuredAgain, worse};
        foldSettled(alerts, pair(), {before}, told);
        QVERIFY(alerts.at(0).folded);
        QVERIFY(alerts.at(1).folded);
        QVERIFY(!alerts.at(2).folded);
    }

    void whateverDiffersIsAskedAgain_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"dose", "drug", "level", "source", "rule", "exchanged"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whateverDiffersIsAskedAgain()
    {
        QFETCH(QString, what);
        QList<Line> lines = pair();
        Alert alert = contraIndication();
        if (what == u"dose")
            lines.last().posology = u"2-0-0"_qs;
        else if (what == u"drug")
            lines.last().label = u"COLCHICINE OPOCALCIUM 1 mg"_qs;
        else if (what == u"level")
            alert.level = u"stop"_qs;
        else if (what == u"source")
            alert.source.version = u"2027-01"_qs;
        else if (what == u"rule")
            alert.subjects.last() = u"BISMUTH"_qs;
        else
            std::swap(lines.first().posology, lines.last().posology);
        QList<Alert> alerts{alert};
        foldSettled(alerts, lines, {settled()}, told);
        QVERIFY(!alerts.first().folded);
    }

    //! A treatment of the record whose dose nobody wrote may have another than then.
    void whatHasNoDoseIsAskedAgain()
    {
        QList<Line> lines = pair();
        lines.last().posology.clear();
        LoggedAlert before = settled();
        before.doses.first().clear();
        QList<Alert> alerts{contraIndication()};
        foldSettled(alerts, lines, {before}, told);
        QVERIFY(!alerts.first().folded);
    }

    void reasonsAreReadOfTheOrdonnancesThatStand_data() { m_engines.addRows(); }
    void reasonsAreReadOfTheOrdonnancesThatStand()
    {
        PRACTICE_OF_ROW(m_engines, test::ordonnanceSchemas());
        test::SigningPractice practice(db, m_engines);
        AlertLog log(db, m_engines.clock());
        QVERIFY_OK(practice.certificates.createOwn(u"Cabinet"_qs, doctor));
        OrdonnanceContent::Parts parts = test::sampleParts();
        parts.lines = pair();
        const auto signedOne = practice.sign(parts);
        QVERIFY_OK(signedOne);
        const OrdonnanceNumber number = signedOne->content.number();
        QVERIFY_OK(log.keep(number.value(), {contraIndication()}, pair(), u"Suivi"_qs, doctor));
        const QDateTime now = m_engines.clock().now();
        const patient::RecordIds ids(whose);
        const auto found = log.settled(ids, now.addYears(-1));
        QVERIFY_OK(found);
        QCOMPARE(found->size(), 1);
        QList<Alert> alerts{contraIndication()};
        foldSettled(alerts, pair(), *found, told);
        QVERIFY(alerts.first().folded);
        QVERIFY(log.settled(ids, now.addSecs(1))->isEmpty());
        QVERIFY(log.settled(patient::RecordIds(PatientId{8}), now.addYears(-1))->isEmpty());
        QVERIFY_OK(practice.ordonnances.cancel(number, u"Erreur"_qs, doctor));
        QVERIFY(log.settled(ids, now.addYears(-1))->isEmpty());
    }
};
QTEST_GUILESS_MAIN(TestSettledAlerts)
#include "tst_settledalerts.moc"
