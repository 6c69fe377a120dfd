// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/history.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::labs;

namespace {

const QDate may(2026, 5, 12);
const QDate november(2026, 11, 24);

KeptReport reportOn(qint64 id, QDate day)
{
    KeptReport report{.content = *storage::ContentId::parse(QString(64, u'a'))};
    report.id = LabReportId{id};
    report.patient = PatientId{1};
    report.day = day;
    report.laboratory = u"Volcans"_qs;
    return report;
}

KeptResult result(qint64 report, const QString &loinc, const QString &label, const QString &value,
                  const QString &unit, Flag flag = Flag::Normal, const QString &group = u"SANG"_qs)
{
    LabResult one;
    one.path = {group};
    one.code = {loinc, loincSystem, label};
    one.label = label;
    one.value = numberOf(value).value_or(textValue(value));
    one.unit = unit;
    one.flag = flag;
    return {LabReportId{report}, one};
}

QStringList labelsOn(const History &history, QDate day)
{
    QStringList labels;
    for (const int index : history.orderOn(day))
        labels << history.analyses.at(index).label;
    return labels;
}

const QList<KeptReport> both = {reportOn(1, may), reportOn(2, november)};

} // namespace

//! The results of years, in one table.
class TestHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDayIsAColumnAndTheNewestComesFirst()
    {
        const History history =
            historyOf(both, {result(1, u"2823-3"_qs, u"K"_qs, u"4.7"_qs, u"mmol/L"_qs),
                             result(2, u"2823-3"_qs, u"Potassium"_qs, u"5.6"_qs, u"mmol/L"_qs)});
        QCOMPARE(history.days, (QList<QDate>{november, may}));
        QCOMPARE(history.analyses.size(), 1);
        QCOMPARE(history.analyses.first().label, u"Potassium"_qs);
        QCOMPARE(history.analyses.first().on(may)->french(), u"4,7"_qs);
        QCOMPARE(history.analyses.first().curve(),
                 (QList<std::pair<QDate, double>>{{may, 4.7}, {november, 5.6}}));
    }

    void unitsThatCanBeConvertedMakeOneCurve()
    {
        const History history =
            historyOf(both, {result(1, u"6690-2"_qs, u"GB"_qs, u"7100"_qs, u"/mm3"_qs),
                             result(2, u"6690-2"_qs, u"GB"_qs, u"13.2"_qs, u"G/L"_qs)});
        QCOMPARE(history.analyses.size(), 1);
        QCOMPARE(history.analyses.first().on(may)->french(), u"7,1"_qs);
        QVERIFY(history.analyses.first().on(may)->converted);
        QVERIFY(!history.analyses.first().on(november)->converted);
    }

    void unitsThatCannotAreTwoRows()
    {
        const History history =
            historyOf(both, {result(1, u"2571-8"_qs, u"TG"_qs, u"0.73"_qs, u"g/L"_qs),
                             result(2, u"2571-8"_qs, u"TG"_qs, u"0.83"_qs, u"mmol/L"_qs)});
        QCOMPARE(history.analyses.size(), 2);
        QCOMPARE(history.analyses.first().curve().size(), 1);
    }

    void whatHasNoLoincIsItsLaboratorys()
    {
        QList<KeptReport> reports = both;
        reports[1].laboratory = u"Autre"_qs;
        KeptResult first = result(1, {}, u"CRP"_qs, u"3"_qs, u"mg/L"_qs);
        KeptResult second = result(2, {}, u"CRP"_qs, u"84"_qs, u"mg/L"_qs);
        first.result.code = second.result.code = {u"CRP"_qs, {}, {}};
        QCOMPARE(historyOf(reports, {first, second}).analyses.size(), 2);
        QCOMPARE(historyOf(both, {first, second}).analyses.size(), 1);
    }

    void aCurveLeavesOutWhatIsNoNumber()
    {
        const History history =
            historyOf(both, {result(1, u"1988-5"_qs, u"CRP"_qs, u"<5"_qs, u"mg/L"_qs),
                             result(2, u"1988-5"_qs, u"CRP"_qs, u"84"_qs, u"mg/L"_qs)});
        QCOMPARE(history.analyses.first().curve().size(), 1);
        QCOMPARE(history.analyses.first().cells.size(), 2);
    }

    void whatIsAbnormalOnTheDayComesFirst()
    {
        const History history = historyOf(
            both,
            {result(2, u"718-7"_qs, u"Hb"_qs, u"12.4"_qs, u"g/dL"_qs),
             result(2, u"777-3"_qs, u"Plaquettes"_qs, u"288"_qs, u"G/L"_qs),
             result(2, u"2823-3"_qs, u"K"_qs, u"5.6"_qs, u"mmol/L"_qs, Flag::High, u"IONO"_qs),
             result(2, u"14682-9"_qs, u"Créat"_qs, u"400"_qs, u"umol/L"_qs, Flag::CriticalHigh),
             result(1, u"4548-4"_qs, u"HbA1c"_qs, u"7.1"_qs, u"%"_qs, Flag::High),
             result(1, u"2823-3"_qs, u"K"_qs, u"4.7"_qs, u"mmol/L"_qs, Flag::Normal, u"IONO"_qs)});
        QCOMPARE(labelsOn(history, november),
                 (QStringList{u"Créat"_qs, u"K"_qs, u"Hb"_qs, u"Plaquettes"_qs, u"HbA1c"_qs}));
        QCOMPARE(labelsOn(history, may).first(), u"HbA1c"_qs);
        QCOMPARE(history.abnormalOn(november), 2);
    }

    void anAntibiogramOfTwoGermsStaysTwo()
    {
        KeptResult first = result(2, u"28-1"_qs, u"Ampicilline"_qs, u"<0.128"_qs, u"ug/mL"_qs);
        KeptResult second = first;
        first.result.path = {u"ECBU"_qs, u"Escherichia coli"_qs};
        second.result.path = {u"ECBU"_qs, u"Streptococcus"_qs};
        QCOMPARE(historyOf(both, {first, second}).analyses.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
