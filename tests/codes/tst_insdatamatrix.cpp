// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/datamatrix.h>
#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/codes/reader.h>

#include <support/result.h>

#include "tools.h"
#include "vectors.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

const QString nir = QStringLiteral("1.2.250.1.213.1.4.8");

InsPayload::Parts sarah()
{
    return {u"277010115400329"_qs, nir,        u"SARAH-LOU ANNA"_qs, u"GARCIA-HAMMADI"_qs, u"F"_qs,
            QDate(1977, 1, 21),    u"01154"_qs};
}

const QByteArray sarahBytes("IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8\x1D"
                            "S3SARAH-LOU ANNA\x1D"
                            "S4GARCIA-HAMMADI\x1D"
                            "S5FS621-01-1977S701154");

QByteArray with(const char *before, const char *after)
{
    return QByteArray(sarahBytes).replace(before, after);
}

InsPayload::Parts partsOf(const QJsonObject &fields)
{
    return {fields[u"S1"_qs].toString(),
            fields[u"S2"_qs].toString(),
            fields[u"S3"_qs].toString(),
            fields[u"S4"_qs].toString(),
            fields[u"S5"_qs].toString(),
            QDate::fromString(fields[u"S6"_qs].toString(), u"dd-MM-yyyy"_qs),
            fields[u"S7"_qs].toString()};
}

} // namespace

class TestInsDatamatrix : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anIdentityIsWrittenAsTheSpecificationSays()
    {
        const auto payload = InsPayload::make(sarah());
        QVERIFY_OK(payload);
        QCOMPARE(payload->bytes(), sarahBytes);
        QCOMPARE(payload->bytes().size(), 121);
        QVERIFY(payload->hasRightKey());
        QVERIFY(!payload->isTest());
    }

    void aFieldOfItsFullLengthHasNoSeparator()
    {
        auto parts = sarah();
        parts.oid = u"1.2.250.1.213.1.4.10"_qs;
        parts.surname = QString(100, u'A');
        const auto payload = InsPayload::make(parts);
        QVERIFY_OK(payload);
        QCOMPARE(payload->bytes().count('\x1D'), 1);
        QVERIFY(payload->isTest());
        const auto back = InsPayload::parse(payload->bytes());
        QVERIFY_OK(back);
        QCOMPARE(back->parts(), parts);
    }

    void withoutABirthplaceTheDateIsLast()
    {
        auto parts = sarah();
        parts.birthPlace.clear();
        QVERIFY(InsPayload::make(parts)->bytes().endsWith("S621-01-1977"));
    }

    void thePublicVectorsRoundTrip_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &value : test::vectors(u"datamatrix_ins"_qs)[u"valid"_qs].toArray())
            QTest::addRow("%s", qPrintable(value[u"name"_qs].toString())) << value.toObject();
    }
    void thePublicVectorsRoundTrip()
    {
        QSKIP_WITHOUT_VECTORS(test::vectors(u"datamatrix_ins"_qs));
        QFETCH(QJsonObject, vector);
        const QByteArray bytes = vector[u"payload"_qs].toString().toLatin1();
        const auto read = InsPayload::parse(bytes);
        QVERIFY_OK(read);
        QCOMPARE(read->parts(), partsOf(vector[u"fields"_qs].toObject()));
        QCOMPARE(read->bytes(), bytes);
    }

    void thePublicVectorsThatAreWrongAreRefused_data()
    {
        QTest::addColumn<QString>("payload");
        for (const QJsonValue &value : test::vectors(u"datamatrix_ins"_qs)[u"invalid"_qs].toArray())
            QTest::addRow("%s", qPrintable(value[u"error"_qs].toString()))
                << value[u"payload"_qs].toString();
    }
    void thePublicVectorsThatAreWrongAreRefused()
    {
        QSKIP_WITHOUT_VECTORS(test::vectors(u"datamatrix_ins"_qs));
        QFETCH(QString, payload);
        QVERIFY(!InsPayload::parse(payload.toLatin1()).ok());
    }

    void fieldsComeInAnyOrder_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray header = sarahBytes.left(26);
        QTest::newRow("a variable field last")
            << header + "S1277010115400329S21.2.250.1.213.1.4.8\x1DS4GARCIA-HAMMADI\x1D"
                        "S5FS621-01-1977S701154S3SARAH-LOU ANNA";
        QTest::newRow("the place first")
            << header + "S701154S5FS3SARAH-LOU ANNA\x1DS4GARCIA-HAMMADI\x1DS621-01-1977"
                        "S1277010115400329S21.2.250.1.213.1.4.8";
        QTest::newRow("separators where none is needed")
            << header + "S1277010115400329\x1DS21.2.250.1.213.1.4.8\x1DS3SARAH-LOU ANNA\x1D"
                        "S4GARCIA-HAMMADI\x1DS5F\x1DS621-01-1977\x1DS701154\x1D";
    }
    void fieldsComeInAnyOrder()
    {
        QFETCH(QByteArray, bytes);
        const auto read = InsPayload::parse(bytes);
        QVERIFY_OK(read);
        QCOMPARE(read->parts(), sarah());
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const QByteArray &bytes, const char *subject) {
            QTest::newRow(name) << bytes << QString::fromLatin1(subject);
        };
        row("a 2D-Doc", "DC04FR0000011985", "ins_code.header");
        row("nothing", "", "ins_code.header");
        row("the header alone", sarahBytes.left(26), "ins_code.missing");
        row("the header cut short", sarahBytes.left(25), "ins_code.header");
        row("another version", with("IS01", "IS02"), "ins_code.version");
        row("a matricule of 14 characters", sarahBytes.left(26) + "S127701011540032",
            "ins_code.length");
        row("a letter in the matricule", with("S12770", "S127X0"), "ins_code.matricule");
        row("sex I", with("S5F", "S5I"), "ins_code.sex");
        row("a digit in the surname", with("HAMMADI", "HAMMADI2"), "ins_code.surname");
        row("a hyphen before the surname", with("GARCIA-HAMMADI", "-B"), "ins_code.surname");
        row("small letters", with("HAMMADI", "hammadi"), "ins_code.surname");
        row("a double hyphen in a given name", with("SARAH-LOU", "SARAH--LOU"),
            "ins_code.given_names");
        row("an ISO date", with("21-01-1977", "1977-01-21"), "ins_code.birth_date");
        row("no such day", with("21-01-1977", "31-02-1977"), "ins_code.birth_date");
        row("an OID of 21 characters", with("213.1.4.8", "213.1.4.888"), "ins_code.field");
        row("an OID that is not of the INS", with("213.1.4.8", "213.1.4.7"), "ins_code.oid");
        row("a place of letters", with("S701154", "S7PARIS"), "ins_code.birth_place");
        row("no sex", with("S5F", ""), "ins_code.missing");
        row("two sexes", with("S5F", "S5FS5M"), "ins_code.twice");
        row("a field that is not of the INS", with("S5F", "S8F"), "ins_code.field");
        row("a name of 101 characters",
            QByteArray(sarahBytes).replace("GARCIA-HAMMADI", QByteArray(101, 'A')),
            "ins_code.field");
        row("an empty name", with("SARAH-LOU ANNA", ""), "ins_code.length");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, bytes);
        const auto read = InsPayload::parse(bytes);
        QVERIFY(!read.ok());
        QTEST(read.error().subject, "subject");
    }

    void aWrongKeyIsKeptAndTold()
    {
        const auto read = InsPayload::parse(with("277010115400329", "277010115400328"));
        QVERIFY_OK(read);
        QVERIFY(!read->hasRightKey());
        auto corsican = sarah();
        corsican.matricule = u"297022A02077878"_qs;
        QVERIFY(InsPayload::make(corsican)->hasRightKey());
    }

    void aScannerThatTypesLosesNothing_data()
    {
        QTest::addColumn<QByteArray>("separator");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("<GS>") << QByteArray("<GS>");
        QTest::newRow("{GS}") << QByteArray("{GS}");
        QTest::newRow("^]") << QByteArray("^]");
        QTest::newRow("the digits of Alt+029") << QByteArray("029");
        QTest::newRow("␝") << QByteArray("\u241D");
    }
    void aScannerThatTypesLosesNothing()
    {
        QFETCH(QByteArray, separator);
        for (const char *surname : {"GARCIA-HAMMADI", "ADS", "S", "D'ALMEIDA"}) {
            QByteArray typed = with("GARCIA-HAMMADI", surname);
            typed.replace("\x1D", separator);
            const auto read = InsPayload::fromWedge(QString::fromUtf8("]d1" + typed + "\r\n"));
            QVERIFY_OK(read);
            QVERIFY(read->needsConfirmation());
            auto expected = sarah();
            expected.surname = QString::fromLatin1(surname);
            QCOMPARE(read->parts(), expected);
        }
    }

    void aMatriculeThatEndsIn029IsKept()
    {
        QByteArray typed = with("277010115400329", "277010115400029");
        typed.replace("\x1D", "029");
        const auto read = InsPayload::fromWedge(QString::fromLatin1(typed));
        QVERIFY_OK(read);
        QCOMPARE(read->parts().matricule, u"277010115400029"_qs);
    }

    void aScannerThatKeepsTheSeparatorsNeedsNoConfirmation()
    {
        const auto read = InsPayload::fromWedge(QString::fromLatin1(sarahBytes + "\r"));
        QVERIFY_OK(read);
        QVERIFY(!read->needsConfirmation());
        QCOMPARE(read->parts(), sarah());
    }

    void aScannerThatTypesNonsenseIsToldWhatIsWrong()
    {
        QCOMPARE_SUBJECT(InsPayload::fromWedge(u"3401579352168"_qs), "ins_code.header");
        QByteArray typed = with("S5F", "S5I");
        typed.replace("\x1D", "");
        QCOMPARE_SUBJECT(InsPayload::fromWedge(QString::fromLatin1(typed)), "ins_code.sex");
    }

    void aSymbolIsSquareAndReadBackByteForByte()
    {
        for (const QByteArray &content :
             {sarahBytes, QByteArray("A"), QByteArray(1500, '\xE9'), QByteArray(40, '7')}) {
            const auto image = datamatrixImage(content, 4, 2);
            QVERIFY_OK(image);
            QCOMPARE(image->width(), image->height());
            const auto read = readImage(*image);
            QVERIFY_OK(read);
            QCOMPARE(read->size(), 1);
            QCOMPARE(read->first().symbology, Symbology::DataMatrix);
            QCOMPARE(read->first().bytes, content);
        }
    }

    void othersReadWhatWeWrite()
    {
        QSKIP_WITHOUT("dmtxread");
        const QTemporaryDir dir;
        for (const QString &name : {u"ADA"_qs, u"SARAH-LOU ANNA"_qs, QString(100, u'B')}) {
            auto parts = sarah();
            parts.givenNames = name;
            const QByteArray bytes = InsPayload::make(parts)->bytes();
            const QString path = dir.filePath(u"ins.png"_qs);
            QVERIFY(datamatrixImage(bytes, 5)->save(path));
            QCOMPARE(test::output(u"dmtxread"_qs, {u"-N1"_qs, path}), bytes);
        }
    }

    void whatNoSymbolHoldsIsRefused()
    {
        QCOMPARE_SUBJECT(datamatrixGrid(""), "datamatrix.empty");
        QCOMPARE_SUBJECT(datamatrixGrid(QByteArray(2000, '\xE9')), "datamatrix.too_long");
        QCOMPARE_SUBJECT(datamatrixGrid(QByteArray(10'000, '1')), "datamatrix.too_long");
        QCOMPARE_SUBJECT(datamatrixImage("A", 0), "grid.scale");
    }
};
QTEST_GUILESS_MAIN(TestInsDatamatrix)
#include "tst_insdatamatrix.moc"
