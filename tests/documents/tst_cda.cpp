// SPDX-License-Identifier: GPL-3.0-or-later
#include "cdasample.h"

#include <ambroise/documents/cda.h>
#include <ambroise/documents/textencoding.h>

#include <support/folders.h>
#include <support/result.h>

#include <QDirIterator>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::documents;
using test::cdaAround;
using test::sectionWith;

namespace {

const QByteArray pdfBody =
    "<nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">\n JVBERi0x\n LjcK"
    "</text></nonXMLBody>";

QStringList linesOf(const QByteArray &text)
{
    const auto read = readCda(cdaAround(sectionWith(text)));
    QStringList lines;
    if (read.ok())
        for (const CdaLine &line : read->sections.first().lines)
            lines << (line.kind == CdaLine::Kind::Head ? u"# "_qs : QString()) + line.toString();
    return lines;
}

QByteArray nested(int depth)
{
    QByteArray text;
    for (int i = 0; i < depth; ++i)
        text += "<content>";
    for (int i = 0; i < depth; ++i)
        text += "</content>";
    return text;
}

} // namespace

//! A CDA is read whole, or refused with a reason.
class TestCda : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theHeaderTellsWhoWhatAndWhen()
    {
        const auto read = readCda(cdaAround(
            pdfBody,
            "<relatedDocument typeCode=\"RPLC\"><parentDocument><id root=\"1.2.250.1.999.7\" "
            "extension=\"1\"/></parentDocument></relatedDocument>"));
        QVERIFY_OK(read);
        QCOMPARE(read->id, (patient::ToldId{u"1.2.250.1.999.7"_qs, u"2"_qs}));
        QCOMPARE(read->version, 2);
        QCOMPARE(read->code.code, u"11502-2"_qs);
        QVERIFY(read->code.isLoinc());
        QCOMPARE(read->title, u"Compte rendu"_qs);
        QCOMPARE(read->written.instant, QDateTime(QDate(2026, 11, 24), QTime(9, 41), Qt::UTC));
        QCOMPARE(read->patient.ids.size(), 2);
        QCOMPARE(read->patient.traits.surname, u"VASSEUR"_qs);
        QCOMPARE(read->patient.traits.givenNames, u"MADELEINE JEANNE"_qs);
        QCOMPARE(read->patient.firstGivenName, u"MADELEINE"_qs);
        QCOMPARE(read->patient.traits.birthDate, u"1958-03-14"_qs);
        QCOMPARE(read->patient.traits.sex, u"F"_qs);
        QCOMPARE(read->patient.traits.birthPlace, u"63113"_qs);
        QCOMPARE(read->usedSurname, u"MERCADIER"_qs);
        QCOMPARE(read->authors.first().person, u"DR Marc ROUSSEL"_qs);
        QCOMPARE(read->authors.first().organisation, u"Laboratoire des Volcans"_qs);
        QCOMPARE(read->custodian.organisation, u"Laboratoire des Volcans"_qs);
        QCOMPARE(read->related.first().type, u"RPLC"_qs);
        QCOMPARE(read->related.first().id.extension, u"1"_qs);
    }

    void aBodyOfOneFileIsDecoded()
    {
        const auto read = readCda(cdaAround(pdfBody));
        QVERIFY_OK(read);
        QVERIFY(read->file);
        QCOMPARE(read->file->mediaType, u"application/pdf"_qs);
        QCOMPARE(read->file->bytes, QByteArray("%PDF-1.7\n"));
    }

    void aFileThatCannotBeReadIsNotTakenForADocument()
    {
        QByteArray broken = pdfBody;
        QCOMPARE_SUBJECT(readCda(cdaAround(broken.replace("JVBERi0x", "JVB?Ri0x"))), "cda.body");
        QCOMPARE_SUBJECT(readCda(cdaAround("<nonXMLBody/>")), "cda.body");
        QCOMPARE_SUBJECT(readCda(cdaAround({})), "cda.body");
    }

    void theTextOfASectionBecomesLines()
    {
        QCOMPARE(linesOf("Avant<br/>le tableau<table><thead><tr><th>Analyse</th><th/><th>g/L</th>"
                         "</tr></thead><tbody><tr><td><content ID=\"a\">Glucose</content>"
                         "<br/>(à jeun)</td><td/><td>0,9</td></tr></tbody></table>"
                         "<paragraph>Fait <content styleCode=\"Bold\">ce jour</content>"
                         "</paragraph><list><item>un</item><item>deux</item></list>"),
                 (QStringList{u"Avant"_qs, u"le tableau"_qs, u"# Analyse |  | g/L"_qs,
                              u"Glucose (à jeun) |  | 0,9"_qs, u"Fait ce jour"_qs, u"• un"_qs,
                              u"• deux"_qs}));
    }

    void anExponentAndWhatIsStruckOutStayWhatTheyAre()
    {
        QCOMPARE(linesOf("10<sup>9</sup>/L <content revised=\"delete\">12</content> 13"),
                 QStringList{u"10^9/L [-12-] 13"_qs});
    }

    void anIdLeadsToItsTextAndItsLine()
    {
        const auto read = readCda(cdaAround(sectionWith(
            "<paragraph>Titre</paragraph><table><tbody><tr><td><content ID=\"tsh\">TSH</content>"
            "</td><td>1,9</td></tr></tbody></table>")));
        QVERIFY_OK(read);
        const CdaSection &section = read->sections.first();
        const CdaMark *mark = section.mark(u"#tsh");
        QVERIFY(mark);
        QCOMPARE(mark->text, u"TSH"_qs);
        QCOMPARE(section.lines.at(mark->line).toString(), u"TSH | 1,9"_qs);
        QVERIFY(section.mark(u"tsh"));
        QVERIFY(!section.mark(u"#other"));
    }

    void aPictureOfAnEntryIsKept()
    {
        const auto read = readCda(cdaAround(
            sectionWith("<renderMultiMedia referencedObject=\"p\"/>",
                        "<entry><observationMedia ID=\"p\"><value mediaType=\"image/png\" "
                        "representation=\"B64\">iVBORw==</value></observationMedia></entry>"
                        "<entry><observationMedia ID=\"q\"><value mediaType=\"image/png\" "
                        "representation=\"B64\">*</value></observationMedia></entry>")));
        QVERIFY_OK(read);
        const CdaSection &section = read->sections.first();
        QCOMPARE(section.lines.first().kind, CdaLine::Kind::Media);
        QCOMPARE(section.files.size(), 2);
        QCOMPARE(section.files.first().bytes, QByteArray::fromBase64("iVBORw=="));
        QVERIFY(!section.files.first().damaged);
        QVERIFY(section.files.last().damaged);
    }

    void whatIsNoSafeCdaIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("subject");
        const QByteArray good = cdaAround(pdfBody);
        const qsizetype start = good.indexOf("<ClinicalDocument");
        const auto row = [](const char *name, const QByteArray &bytes, const char *subject) {
            QTest::newRow(name) << bytes << QString::fromLatin1(subject);
        };
        const auto with = [&](const QByteArray &prolog) {
            return QByteArray(good).insert(start, prolog);
        };
        row("dtd", with("<!DOCTYPE ClinicalDocument>"), "cda.dtd");
        row("external dtd", with("<!DOCTYPE ClinicalDocument SYSTEM \"file:///etc/passwd\">"),
            "cda.dtd");
        row("external entity",
            with("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                .replace("<title>", "<title>&e;"),
            "cda.dtd");
        row("growing entities",
            with("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                 "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>")
                .replace("<title>", "<title>&c;"),
            "cda.dtd");
        row("unknown encoding", QByteArray(good).replace("UTF-8", "EBCDIC-FR"), "cda.encoding");
        row("another encoding", QByteArray(good).replace("<title>", "<title>\xE9t\xE9"),
            "cda.encoding");
        row("too deep", cdaAround(sectionWith(nested(200))), "cda.too_deep");
        row("too large", QByteArray(good).append(QByteArray(33 * 1024 * 1024, ' ')),
            "cda.too_large");
        row("cut", good.left(good.size() - 20), "cda.truncated");
        row("tags that cross", QByteArray(good).replace("</title>", "</tilte>"), "cda.xml");
        row("something after the end", good + "<more/>", "cda.xml");
        row("another document", "<?xml version=\"1.0\"?><html/>", "cda.not_a_cda");
        row("another namespace", QByteArray(good).replace("urn:hl7-org:v3", "urn:hl7-org:v2"),
            "cda.not_a_cda");
        row("a PDF", "%PDF-1.7\n", "cda.not_a_cda");
        row("nothing", {}, "cda.not_a_cda");
    }
    void whatIsNoSafeCdaIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, subject);
        const auto read = readCda(bytes);
        QCOMPARE(test::subjectOf(read), subject);
        QVERIFY(read.error().detail.isEmpty()); // nothing of the patient in a log
    }

    void otherEncodingsAreReadAsDeclared()
    {
        QByteArray latin = cdaAround(pdfBody);
        latin.replace("UTF-8", "ISO-8859-1").replace("\xE2\x80\x99", "'");
        latin.replace("Compte rendu", "R\xE9sultat");
        const auto read = readCda(latin);
        QVERIFY_OK(read);
        QCOMPARE(read->title, u"Résultat"_qs);
    }

    void timesAreReadAsFarAsTheyAreTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("instant");
        const auto row = [](const char *text, QDate date, const char *instant) {
            QTest::newRow(text) << QString::fromLatin1(text) << date
                                << QString::fromLatin1(instant);
        };
        row("20240104131933+0100", {2024, 1, 4}, "2024-01-04T12:19:33Z");
        row("202401041120", {2024, 1, 4}, "2024-01-04T10:20:00Z");
        row("20240104", {2024, 1, 4}, "");
        row("20092012081500+0100", {}, ""); // a month 20, as an example of the ANS has it
        row("20240106113623+100", {2024, 1, 6}, "2024-01-06T10:36:23Z");
        row("2024", {}, "");
        row("hier", {}, "");
    }
    void timesAreReadAsFarAsTheyAreTold()
    {
        QFETCH(const QString, text);
        QFETCH(const QDate, date);
        QFETCH(const QString, instant);
        const CdaTime time = CdaTime::of(text);
        QCOMPARE(time.text, text);
        QCOMPARE(time.date, date);
        QCOMPARE(time.instant.isValid() ? time.instant.toString(Qt::ISODate) : QString(), instant);
    }

    void undeclaredTextIsGuessedByItsAccents_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("charset");
        QTest::newRow("utf-8") << QByteArray("Créatinine élevée") << int(Charset::Utf8);
        QTest::newRow("ascii") << QByteArray("Creatinine") << int(Charset::Utf8);
        QTest::newRow("windows") << QByteArray("Cr\xE9"
                                               "atinine \xE9lev\xE9"
                                               "e, 84 \xB5mol/L")
                                 << int(Charset::Windows1252);
        QTest::newRow("dos") << QByteArray("Cr\x82"
                                           "atinine \x82lev\x82"
                                           "e, 84 \xE6mol/L")
                             << int(Charset::Ibm850);
    }
    void undeclaredTextIsGuessedByItsAccents()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, charset);
        const GuessedCharset guessed = guessedCharset(bytes);
        QCOMPARE(int(guessed.charset), charset);
        QVERIFY(guessed.sure);
        const auto text = decodedText(bytes, guessed.charset);
        QVERIFY_OK(text);
        if (guessed.charset != Charset::Utf8)
            QCOMPARE(*text, u"Créatinine élevée, 84 µmol/L"_qs);
    }

    void everyExampleOfTheAnsIsRead()
    {
        QDirIterator files(test::sharedFolder() + u"/data/interop"_qs, {u"*.xml"_qs}, QDir::Files,
                           QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            if (!path.contains(u"/cda-"))
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto document = readCda(file.readAll());
            QVERIFY2(document.ok(), qPrintable(path + u' ' + test::subjectOf(document)));
            QVERIFY2(document->file || !document->sections.isEmpty(), qPrintable(path));
            QVERIFY2(!document->patient.traits.surname.isEmpty(), qPrintable(path));
            QVERIFY2(!document->code.code.isEmpty() && document->written.date.isValid(),
                     qPrintable(path));
            ++read;
        }
        if (read == 0)
            QSKIP("the examples of the ANS are not on this machine");
        qInfo("%d documents", read);
    }
};

QTEST_GUILESS_MAIN(TestCda)
#include "tst_cda.moc"
