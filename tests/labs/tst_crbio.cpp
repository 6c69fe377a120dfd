// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "told.h"

#include "../documents/cdasample.h"

#include <ambroise/labs/reader.h>

#include <support/folders.h>
#include <support/result.h>

#include <QDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::labs;

namespace {

const QDate today(2026, 11, 27);

//! A report of which the one entry holds these observations, the text a table of one row.
QByteArray reportWith(const QByteArray &observations, const QByteArray &row = {})
{
    return test::cdaAround(
        test::sectionWith("<table><tbody><tr>" + row + "</tr></tbody></table>",
                          "<entry><act classCode=\"ACT\" moodCode=\"EVN\"><code code=\"18719-5\"/>"
                          "<entryRelationship typeCode=\"COMP\">" +
                              observations + "</entryRelationship></act></entry>"));
}

QByteArray observation(const QByteArray &inside, const QByteArray &code = "2823-3",
                       const QByteArray &attributes = {})
{
    return "<observation classCode=\"OBS\" moodCode=\"EVN\"" + attributes + "><code code=\"" +
           code +
           "\" displayName=\"Potassium [Moles/Volume] Sérum/Plasma ; Numérique\" "
           "codeSystem=\"2.16.840.1.113883.6.1\"><originalText><reference value=\"#k\"/>"
           "</originalText></code><effectiveTime value=\"20261124\"/>" +
           inside + "</observation>";
}

QByteArray range(const QByteArray &low, const QByteArray &high)
{
    return "<referenceRange><observationRange><value xsi:type=\"IVL_PQ\"><low value=\"" + low +
           "\" unit=\"mmol/L\"/><high value=\"" + high +
           "\" unit=\"mmol/L\"/></value></observationRange></referenceRange>";
}

Result<LabReport> reportOf(const QByteArray &bytes)
{
    AMBROISE_TRY(const auto reports, readLabFile(bytes, today));
    return reports.first();
}

QString firstOf(const QByteArray &bytes)
{
    const auto report = reportOf(bytes);
    if (!report.ok())
        return report.error().subject;
    return report->results.isEmpty() ? QString() : test::told(report->results.first());
}

} // namespace

//! A CR-BIO becomes results, and nothing of it is lost.
class TestCrBio : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theExamplesOfTheAnsSayWhatTheySay_data()
    {
        QTest::addColumn<QString>("told");
        for (const test::Golden &one : test::golden)
            QTest::newRow(one.file) << QString::fromUtf8(one.told);
    }
    void theExamplesOfTheAnsSayWhatTheySay()
    {
        QFETCH(const QString, told);
        QFile file(test::sharedFolder() + u"/data/interop/cda-ans-examples/"_qs +
                   QString::fromUtf8(QTest::currentDataTag()));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the examples of the ANS are not on this machine");
        const auto report = reportOf(file.readAll());
        QVERIFY_OK(report);
        const QStringList lines = test::told(*report);
        const QStringList expected = told.split(u'\n');
        for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i)
            QCOMPARE(lines.at(i), expected.at(i));
        QCOMPARE(lines.size(), expected.size());
    }

    void anotherDocumentIsNoReport()
    {
        QByteArray letter = reportWith({});
        letter.replace("1.2.250.1.213.1.1.1.55", "1.2.250.1.213.1.1.1.29");
        letter.replace("11502-2", "11488-4");
        QCOMPARE_SUBJECT(readLabFile(letter, today), "lab.other_document");
    }

    void valuesOfEveryTypeAreKept_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const QByteArray &value, const QString &told) {
            QTest::newRow(name) << value << told;
        };
        row("quantity", "<value xsi:type=\"PQ\" value=\"5.6\" unit=\"mmol/L\"/>", u"5.6|mmol/L"_qs);
        row("whole", "<value xsi:type=\"INT\" value=\"12\"/>", u"12|"_qs);
        row("real", "<value xsi:type=\"REAL\" value=\"2.0\"/>", u"2.0|"_qs);
        row("under",
            "<value xsi:type=\"IVL_PQ\"><high value=\"5\" unit=\"mg/L\" "
            "inclusive=\"false\"/></value>",
            u"<5|mg/L"_qs);
        row("at least", "<value xsi:type=\"IVL_PQ\"><low value=\"5\" unit=\"mg/L\"/></value>",
            u">=5|mg/L"_qs);
        row("between",
            "<value xsi:type=\"IVL_PQ\"><low value=\"5\" unit=\"mg/L\"/><high "
            "value=\"8\" unit=\"mg/L\"/></value>",
            u"5 – 8|mg/L"_qs);
        row("titre",
            "<value xsi:type=\"RTO_PQ_PQ\"><numerator value=\"1\"/><denominator "
            "value=\"80\"/></value>",
            u"1/80|"_qs);
        row("words", "<value xsi:type=\"ST\">limpide</value>", u"limpide|"_qs);
        row("long words", "<value xsi:type=\"ED\"><reference value=\"#k\"/></value>",
            u"Kaliémie|"_qs);
        row("coded", "<value xsi:type=\"CD\" code=\"260385009\" displayName=\"négatif\"/>",
            u"négatif|"_qs);
        row("unknown", "<value xsi:type=\"CD\" nullFlavor=\"UNK\"/>", u"UNK|"_qs);
        row("yes", "<value xsi:type=\"BL\" value=\"true\"/>", u"true|"_qs);
        row("no number", "<value xsi:type=\"PQ\" value=\"5,6 env.\" unit=\"mmol/L\"/>",
            u"5,6 env.|mmol/L"_qs);
    }
    void valuesOfEveryTypeAreKept()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QString, told);
        const QString first = firstOf(
            reportWith(observation(value), "<td><content ID=\"k\">Kaliémie</content></td>"));
        QVERIFY2(first.startsWith(u"BIOCHIMIE|2823-3|Kaliémie|"_qs + told + u'|'),
                 qPrintable(first));
    }

    void aSecondUnitOfTheSameValueIsKept()
    {
        const QString first = firstOf(reportWith(observation(
            "<value xsi:type=\"PQ\" value=\"4.89\" unit=\"mmol/L\"><translation value=\"0.88\" "
            "code=\"g/L\" codeSystem=\"2.16.840.1.113883.6.8\"/></value><referenceRange>"
            "<observationRange><value xsi:type=\"IVL_PQ\"><low value=\"3.89\" unit=\"mmol/L\">"
            "<translation value=\"0.70\" code=\"g/L\"/></low><high value=\"6.00\" unit=\"mmol/L\">"
            "<translation value=\"1.08\" code=\"g/L\"/></high></value></observationRange>"
            "</referenceRange>")));
        QVERIFY2(first.contains(u"|4.89|mmol/L|n|3,89–6,00|other=0.88 g/L 0,70–1,08|"_qs),
                 qPrintable(first));
    }

    void theLaboratorysIndicatorHoldsAndOursFillsIn_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QString>("flag");
        QTest::addColumn<QString>("doubt");
        const auto row = [](const char *name, const QByteArray &inside, const char *flag,
                            const char *doubt = "") {
            QTest::newRow(name) << inside << QString::fromLatin1(flag)
                                << QString::fromLatin1(doubt);
        };
        const auto value = [](const QByteArray &number) {
            return "<value xsi:type=\"PQ\" value=\"" + number + "\" unit=\"mmol/L\"/>";
        };
        const QByteArray high = "<interpretationCode code=\"H\"/>";
        row("told", value("5.6") + high + range("3.5", "5.1"), "H");
        row("critical", value("7.1") + high + "<interpretationCode code=\"HH\"/>", "HH");
        row("computed high", value("5.6") + range("3.5", "5.1"), "h");
        row("computed low", value("3.4") + range("3.5", "5.1"), "l");
        row("at the end", value("5.1") + range("3.5", "5.1"), "n");
        row("no reference", value("5.6"), "-");
        row("both ends the same", value("5.6") + range("3.5", "3.5"), "-", "reference_doubtful");
        row("ends crossed", value("5.6") + range("5.1", "3.5"), "-", "reference_doubtful");
        row("said to be normal",
            value("5.6") + "<interpretationCode code=\"N\"/>" + range("3.5", "5.1"), "N",
            "flag_differs");
        row("said to be high", value("4.6") + high + range("3.5", "5.1"), "H", "flag_differs");
        row("unknown indicator", value("4.6") + "<interpretationCode code=\"QQ\"/>", "-",
            "flag_unknown");
        row("reference in another unit",
            value("5.6") + range("3.5", "5.1").replace("mmol/L", "g/L"), "-");
        row("under the lower end",
            "<value xsi:type=\"IVL_PQ\"><high value=\"3\" unit=\"mmol/L\"/></value>" +
                range("3.5", "5.1"),
            "l");
        row("under, which decides nothing",
            "<value xsi:type=\"IVL_PQ\"><high value=\"5\" unit=\"mmol/L\"/></value>" +
                range("3.5", "5.1"),
            "-");
        row("unknown unit", "<value xsi:type=\"PQ\" value=\"5\" unit=\"zorg/L\"/>", "-",
            "unit_unknown");
    }
    void theLaboratorysIndicatorHoldsAndOursFillsIn()
    {
        QFETCH(const QByteArray, inside);
        QFETCH(const QString, flag);
        QFETCH(const QString, doubt);
        const QString first = firstOf(reportWith(observation(inside)));
        QCOMPARE(first.section(u'|', 5, 5), flag);
        QCOMPARE(first.contains(u"doubt="), !doubt.isEmpty());
        QVERIFY2(doubt.isEmpty() || first.contains(u"doubt="_qs + doubt), qPrintable(first));
    }

    void anotherNumberThanThatOfTheTextIsTold()
    {
        const QByteArray value = "<value xsi:type=\"PQ\" value=\"5.6\" unit=\"mmol/L\"/>";
        const QByteArray label = "<td><content ID=\"k\">Kaliémie</content></td>";
        QVERIFY(firstOf(reportWith(observation(value), label + "<td>6,5 mmol/L</td>"))
                    .contains(u"doubt=narrative_differs"));
        QVERIFY(!firstOf(reportWith(observation(value), label + "<td>5,60 mmol/L</td>"))
                     .contains(u"doubt="));
        QVERIFY(!firstOf(reportWith(observation("<value xsi:type=\"PQ\" value=\"100000\" "
                                                "unit=\"/mL\"/>"),
                                    label + "<td>100 000 /mL</td>"))
                     .contains(u"doubt="));
    }

    void aCodeWhoseCheckDigitIsWrongJoinsNothing()
    {
        const QString first = firstOf(reportWith(
            observation("<value xsi:type=\"PQ\" value=\"5.6\" unit=\"mmol/L\"/>", "2823-4")));
        QVERIFY2(first.startsWith(u"BIOCHIMIE|2823-4*|Potassium|5.6|"), qPrintable(first));
        QVERIFY(first.contains(u"doubt=code_doubtful"));
    }

    void whatIsNotSoIsNotTakenForSo()
    {
        const QString first =
            firstOf(reportWith(observation("<value xsi:type=\"CD\" displayName=\"présence\"/>",
                                           "2823-3", " negationInd=\"true\"")));
        QVERIFY2(first.contains(u"|≠ présence|"), qPrintable(first));
    }

    void whatIsPendingOrCancelledSaysSo()
    {
        QVERIFY(firstOf(reportWith(observation("<statusCode code=\"active\"/>")))
                    .contains(u"status=pending"));
        QVERIFY(firstOf(reportWith(observation("<statusCode code=\"aborted\"/>")))
                    .contains(u"status=cancelled"));
    }

    void anEntryOfAKindThatIsNotReadIsTold()
    {
        const auto report = reportOf(reportWith("<substanceAdministration/>"));
        QVERIFY_OK(report);
        QVERIFY(report->doubts.contains(Doubt::UnreadEntry));
    }

    void aReportThatReplacesAnotherNamesIt()
    {
        const auto report = reportOf(test::cdaAround(
            test::sectionWith("texte"),
            "<relatedDocument typeCode=\"RPLC\"><parentDocument><id root=\"1.2.250.1.999.7\" "
            "extension=\"1\"/></parentDocument></relatedDocument>"));
        QVERIFY_OK(report);
        QCOMPARE(report->identifier, u"1.2.250.1.999.7^2"_qs);
        QCOMPARE(report->replaces, u"1.2.250.1.999.7^1"_qs);
    }

    void aPartialReportSaysSo()
    {
        const auto report = reportOf(test::cdaAround(
            test::sectionWith("texte"), "<documentationOf><serviceEvent><lab:statusCode "
                                        "code=\"active\"/></serviceEvent></documentationOf>"));
        QVERIFY_OK(report);
        QVERIFY(report->partial);
    }
};

QTEST_GUILESS_MAIN(TestCrBio)
#include "tst_crbio.moc"
