// SPDX-License-Identifier: GPL-3.0-or-later
#include "told.h"

#include <ambroise/labs/reader.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::labs;

namespace {

const QDate today(2026, 11, 27);

const QString header =
    QStringLiteral("0000129610\r\nVASSEUR\r\nMADELEINE\r\n"
                   "12 RUE DU FOUR\r\n \r\n63000 CLERMONT-FERRAND\r\n14/03/1958\r\n"
                   "2580363113981 55\r\n506232\r\n24/11/2026\r\n"
                   "LABVOLC    Laboratoire des Volcans\r\nFONTANEL   FONTANEL CLAIRE\r\n");
const QString structured =
    QStringLiteral("IONOGRAMME\r\nPotassium      5,6 mmol/L   3,5 a 5,1\r\n"
                   "****LAB****\r\nTEX|IONOGRAMME\r\nTEX|Potassium      5,6 mmol/L\r\n"
                   "RES|Potassium|KALI|N|5.6|mmol/L|3.5|5.1|H|F|21.9|mg/dL|13.7|19.9\r\n"
                   "TEX|BIOCHIMIE\r\n"
                   "RES|Créatinine|CREA|N|108|µmol/L|45|84||F\r\n"
                   "RES|CRP|CRP|N|<0.12|mg/l|0|5|N|R\r\n"
                   "RES|Aspect du sérum|ASP|A|limpide||||N|F\r\n"
                   "RES||IGET 005|A\r\n");
const QString endOfFile = QStringLiteral("****FIN****\r\n****FINFICHIER****\r\n");

const QString sante = QStringLiteral(
    "H|~^\\&|T1.HPR||PO~LABM Volcans||ORU|||FONT~FONTANEL||P|H2.2~C|202611241041\r\n"
    "P|1|398|B104210||MERCADIER~MADELEINE~JEANNE|VASSEUR|19580314|F||28 RUE DE LA PAIX~~PARIS\r\n"
    "OBR|1|ech1~|~2042|TGO~TGO~L^NFS~NFS~L|S||202611240735^20261124||||N|||202611240800||FON~DR "
    "FONTAN\r\n"
    "A|EL~L\r\n"
    "OBX|1|NM|OT1~TGO ADVIA~L||16|UI/l|10 - 40|N|||F|||202611241438|BIOCH~80\r\n"
    "C|1|L|Sérum hémolysé^à refaire\r\n"
    "OBX|2|NM|K~Potassium~L~2823-3~Potassium~LN||5.6|mmol/L|3,5 - 5,1|HH|||C|||202611241504\r\n"
    "OBX|3|ST|ASP~Aspect~L||clair||||||F\r\n"
    "OBX|4|CE|GRA~Gram~L||NEG~négatif~L^POS~quelques Gram \\T\\ autres~L||||||F\r\n"
    "OBX|5|FIC|TEXTE~~L||GALAXIE~AL213202.j1~TXT\r\n");

QList<LabReport> read(const QString &text, const QByteArray &charset = "latin1")
{
    const auto reports = readLabFile(charset == "latin1" ? text.toLatin1() : text.toUtf8(), today);
    return reports.ok() ? *reports : QList<LabReport>();
}

QStringList resultsOf(const LabReport &report)
{
    QStringList lines;
    for (const LabResult &result : report.results)
        lines << test::told(result);
    return lines;
}

} // namespace

//! HPRIM of both families is read as it comes, and says where it is not as it should be.
class TestHprim : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMessageForDoctorsIsReadWhole()
    {
        const auto reports = read(header + structured + endOfFile);
        QCOMPARE(reports.size(), 1);
        const LabReport &report = reports.first();
        QCOMPARE(report.format, ReportFormat::HprimMedecin);
        QCOMPARE(report.laboratory, u"Laboratoire des Volcans"_qs);
        QCOMPARE(report.patientText, u"VASSEUR MADELEINE, 1958-03-14"_qs);
        QCOMPARE(report.patient.traits.surname, u"VASSEUR"_qs);
        QCOMPARE(report.patient.traits.birthDate, u"1958-03-14"_qs);
        QCOMPARE(report.insuredNumber, u"2580363113981 55"_qs);
        QCOMPARE(report.request, u"506232"_qs);
        QCOMPARE(report.day, QDate(2026, 11, 24));
        QCOMPARE(
            resultsOf(report),
            (QStringList{
                u"IONOGRAMME|KALI*|Potassium|5.6|mmol/L|H|3,5–5,1|other=21.9 mg/dL 13,7–19,9|on=2026-11-24"_qs,
                u"BIOCHIMIE|CREA*|Créatinine|108|µmol/L|h|45–84|on=2026-11-24"_qs,
                u"BIOCHIMIE|CRP*|CRP|<0.12|mg/l|N|0–5|on=2026-11-24|status=preliminary"_qs,
                u"BIOCHIMIE|ASP*|Aspect du sérum|limpide||N||on=2026-11-24"_qs}));
        QVERIFY(
            report.sections.first().lines.contains(u"Potassium      5,6 mmol/L   3,5 a 5,1"_qs));
        QVERIFY(report.doubts.isEmpty());
    }

    void theNumberOfTheInsuredIsNoIns()
    {
        const auto reports = read(header + structured + endOfFile);
        for (const patient::ToldId &id : reports.first().patient.ids)
            QVERIFY(!identity::authorityOf(id.root));
    }

    void aTextWithoutAStructuredPartIsKept()
    {
        const auto reports = read(header + u"Scanner thoracique normal.\r\n"_qs + endOfFile);
        QCOMPARE(reports.size(), 1);
        QVERIFY(reports.first().results.isEmpty());
        QCOMPARE(reports.first().sections.first().lines,
                 QStringList{u"Scanner thoracique normal."_qs});
    }

    void severalPatientsOfAFileAreSeveralReports()
    {
        QString other = header;
        other.replace(u"VASSEUR"_qs, u"DIALLO"_qs).replace(u"MADELEINE"_qs, u"IBRAHIM"_qs);
        const auto reports =
            read(header + structured + u"****FIN****\r\n"_qs + other + structured + endOfFile);
        QCOMPARE(reports.size(), 2);
        QCOMPARE(reports.last().patient.traits.surname, u"DIALLO"_qs);
        QCOMPARE(reports.last().results.size(), 4);
    }

    void everyEndOfLineIsOne()
    {
        QString unix = header + structured + endOfFile;
        QString mac = unix;
        unix.remove(u'\r');
        mac.remove(u'\n');
        QCOMPARE(read(unix).first().results, read(mac).first().results);
        QCOMPARE(read(mac).first().results.size(), 4);
    }

    void everyEncodingOfTheTradeIsRead()
    {
        const QString text = header + structured + endOfFile;
        QCOMPARE(read(text, "utf8").first().results, read(text).first().results);
        QByteArray dos = text.toLatin1();
        dos.replace('\xE9', '\x82').replace('\xB5', '\xE6');
        const auto reports = readLabFile(dos, today);
        QVERIFY_OK(reports);
        QCOMPARE(reports->first().results, read(text).first().results);
    }

    void aFileThatIsCutSaysSo_data()
    {
        QTest::addColumn<QString>("text");
        const QString whole = header + structured + endOfFile;
        QTest::newRow("no end of file") << whole.chopped(u"****FINFICHIER****\r\n"_qs.size());
        QTest::newRow("no end") << whole.chopped(endOfFile.size());
        QTest::newRow("in a result") << whole.left(whole.indexOf(u"CREA|N|10"_qs));
    }
    void aFileThatIsCutSaysSo()
    {
        QFETCH(const QString, text);
        const auto reports = read(text);
        QCOMPARE(reports.size(), 1);
        QVERIFY(reports.first().doubts.contains(Doubt::Truncated));
        QVERIFY(!reports.first().results.isEmpty());
    }

    void whatIsNotOfTheFormatIsKeptAndTold()
    {
        QString text = header + structured + endOfFile;
        text.replace(u"RES|CRP|CRP|N|<0.12|mg/l|0|5|N|R"_qs,
                     u"RES|Leucocytes|GB|N|224.000|/mm3|150.000|400.000|Z|F\r\nQUOI|donc"_qs);
        const LabReport report = read(text).first();
        QCOMPARE(
            resultsOf(report).at(2),
            u"BIOCHIMIE|GB*|Leucocytes|224.000|/mm3|-|150.000 – 400.000|on=2026-11-24|says=Z|doubt=number_ambiguous|doubt=flag_unknown"_qs);
        QVERIFY(report.doubts.contains(Doubt::UnknownSegment));
        QVERIFY(report.sections.first().lines.contains(u"QUOI|donc"_qs));
    }

    void anUnknownUnitIsKeptAndTold()
    {
        QString text = header + structured + endOfFile;
        const LabReport report = read(text.replace(u"|mmol/L|3.5"_qs, u"|zorg|3.5"_qs)).first();
        QVERIFY2(
            resultsOf(report).first().startsWith(u"IONOGRAMME|KALI*|Potassium|5.6|zorg|H|3,5–5,1"),
            qPrintable(resultsOf(report).first()));
        QCOMPARE(report.results.first().doubts, Doubts{Doubt::UnitUnknown});
    }

    void aMessageOfSegmentsIsReadWhole()
    {
        const auto reports = read(sante + u"L|1||1|11\r\n"_qs);
        QCOMPARE(reports.size(), 1);
        const LabReport &report = reports.first();
        QCOMPARE(report.format, ReportFormat::HprimSante);
        QCOMPARE(report.laboratory, u"LABM Volcans"_qs);
        QCOMPARE(report.patientText, u"VASSEUR (MERCADIER) MADELEINE JEANNE, 1958-03-14, F"_qs);
        QCOMPARE(report.patient.traits.surname, u"VASSEUR"_qs);
        QCOMPARE(report.patient.traits.sex, u"F"_qs);
        QCOMPARE(report.request, u"2042"_qs);
        QCOMPARE(report.prescriber, u"DR FONTANEL"_qs); // put together with its line A
        QCOMPARE(report.day, QDate(2026, 11, 24));
        QCOMPARE(
            resultsOf(report),
            (QStringList{
                u"|OT1*|TGO ADVIA|16|UI/l|N|10–40|on=2026-11-24|says=Sérum hémolysé\nà refaire"_qs,
                u"|2823-3|Potassium|5.6|mmol/L|HH|3,5–5,1|on=2026-11-24|status=corrected"_qs,
                u"|ASP*|Aspect|clair||-||on=2026-11-24"_qs,
                u"|GRA*|Gram|négatif, quelques Gram & autres||-||code=NEG|on=2026-11-24"_qs,
                u"|TEXTE*|TEXTE|GALAXIE~AL213202.j1~TXT||-||on=2026-11-24"_qs}));
        QCOMPARE(report.doubts, Doubts{Doubt::UnreadFile});
    }

    void theDelimitersAreThoseOfTheMessage()
    {
        QString other = sante + u"L|1||1|11\r\n"_qs;
        const QList<std::pair<QChar, QChar>> swapped = {
            {u'|', u'\u00A6'}, {u'~', u'|'}, {u'^', u'~'}, {u'\u00A6', u'^'}};
        for (const auto &[from, to] : swapped)
            other.replace(from, to);
        const auto reports = read(other);
        QCOMPARE(reports.size(), 1);
        QCOMPARE(resultsOf(reports.first()).at(1),
                 u"|2823-3|Potassium|5.6|mmol/L|HH|3,5–5,1|on=2026-11-24|status=corrected"_qs);
    }

    void countsThatAreWrongAreTold_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QList<Doubt>>("doubts");
        const auto row = [](const char *name, const QString &end, const QList<Doubt> &doubts) {
            QTest::newRow(name) << end << doubts;
        };
        row("lines as they stand", u"L|1||1|11\r\n"_qs, {});
        row("segments put together", u"L|1||1|10\r\n"_qs, {});
        row("not told", u"L|1\r\n"_qs, {});
        row("lines missing", u"L|1||1|14\r\n"_qs, {Doubt::LineCount});
        row("patients missing", u"L|1||2|11\r\n"_qs, {Doubt::PatientCount});
        row("no end", {}, {Doubt::Truncated});
    }
    void countsThatAreWrongAreTold()
    {
        QFETCH(const QString, end);
        QFETCH(QList<Doubt>, doubts);
        const auto reports = read(sante + end);
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports.first().results.size(), 5);
        doubts.prepend(Doubt::UnreadFile);
        QCOMPARE(reports.first().doubts, doubts);
    }

    void whatIsNoReportOfResultsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const QByteArray &bytes, const char *subject) {
            QTest::newRow(name) << bytes << QString::fromLatin1(subject);
        };
        row("nothing", {}, "lab.empty");
        row("blanks", " \r\n\r\n", "lab.empty");
        row("too large", QByteArray(33 * 1024 * 1024, 'a'), "lab.too_large");
        row("too many lines", QByteArray(300'000, '\n').prepend('a').append('a'), "lab.too_large");
        row("a letter", "Cher confrere,\nje vous adresse", "lab.unknown_format");
        row("bytes", QByteArray::fromHex("00ff00ff1234"), "lab.unknown_format");
        row("a picture", QByteArray::fromHex("89504e470d0a1a0a0000000d"), "lab.unknown_format");
        row("a request", sante.toLatin1().replace("|ORU|", "|ORM|"), "lab.not_results");
        row("ends of nothing", "****FIN****\n****FINFICHIER****\n", "lab.header");
        row("a header alone", sante.toLatin1().left(75), "lab.header");
        row("html", "<html><body>Identifiez-vous</body></html>", "cda.not_a_cda");
    }
    void whatIsNoReportOfResultsIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, subject);
        QCOMPARE(test::subjectOf(readLabFile(bytes, today)), subject);
    }

    void aPdfIsAReportOfNobodyYet()
    {
        const auto reports = readLabFile("%PDF-1.4\n%...", today);
        QVERIFY_OK(reports);
        QCOMPARE(reports->first().format, ReportFormat::Pdf);
        QCOMPARE(reports->first().files.first().bytes, QByteArray("%PDF-1.4\n%..."));
        QVERIFY(reports->first().patient.traits.surname.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHprim)
#include "tst_hprim.moc"
