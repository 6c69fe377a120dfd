// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/classify.h>

#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

QByteArray withSeparators(QByteArray text)
{
    return text.replace('|', '\x1D');
}

} // namespace

class TestClassify : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstCharactersTellTheKind_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<CodeKind>("kind");
        const auto row = [](const char *name, const char *content, CodeKind kind) {
            QTest::newRow(name) << withSeparators(content) << kind;
        };
        row("an ordonnance of ours", "AMB1:QED8WEX0", CodeKind::Ordonnance);
        row("a later version of it", "AMB2:QED8WEX0", CodeKind::Unknown);
        row("INS", "IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8|S3ADA",
            CodeKind::Ins);
        row("INS of another version", "IS020000000000000000000000S1277010115400329",
            CodeKind::Unknown);
        row("INS header cut short", "IS01000000000000000000000", CodeKind::Unknown);
        row("2D-Doc 1", "DC01FR000001111E111E01", CodeKind::TwoDDoc);
        row("2D-Doc 4", "DC04FR0000011FFF1FFF0701FR", CodeKind::TwoDDoc);
        row("2D-Doc of a version to come", "DC05FR000001", CodeKind::Unknown);
        row("a pack", "010340093000001017280430", CodeKind::Gs1);
        row("a pack with its AIM identifier", "]d21034009300000", CodeKind::Gs1);
        row("a pack with its leading FNC1", "|17280430", CodeKind::Gs1);
        row("a number of 15 digits", "013400930000010", CodeKind::Unknown);
        row("a web address", "https://example.org", CodeKind::Unknown);
        row("nothing", "", CodeKind::Unknown);
        row("two characters", "]d", CodeKind::Unknown);
    }
    void theFirstCharactersTellTheKind()
    {
        QFETCH(QByteArray, content);
        QTEST(kindOf(content), "kind");
    }

    void aGs1CodeNeedNotBeginWithItsGtinWhereTheReaderSawFnc1()
    {
        DecodedSymbol symbol;
        symbol.bytes = "17280430010340093000001010A1";
        QCOMPARE(kindOf(symbol), CodeKind::Unknown);
        symbol.identifier = "]d2";
        QCOMPARE(kindOf(symbol), CodeKind::Gs1);
    }

    void aPackOfMedicineIsRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("read"); // cip13/lot/serial/expiry
        const auto row = [](const char *name, const char *content, const char *read) {
            QTest::newRow(name) << withSeparators(content) << QString::fromLatin1(read);
        };
        const char *usual = "3400930000014/A12B/S9X7/2028-04-30";
        row("in the usual order", "01034009300000141728043010A12B|21S9X7", usual);
        row("serial first", "010340093000001421S9X7|1728043010A12B", usual);
        row("expiry first", "17280430010340093000001421S9X7|10A12B", usual);
        row("with what scanners add before it", "]d201034009300000141728043010A12B|21S9X7", usual);
        row("with a leading FNC1", "|01034009300000141728043010A12B|21S9X7", usual);
        row("with a separator that is not needed", "0103400930000014|17280430|10A12B|21S9X7|",
            usual);
        row("with a weight and a national number",
            "0103400930000014310300012371412345|1728043010A12B|21S9X7", usual);
        row("the same identifier twice alike", "010340093000001410A12B|10A12B|21S9X7|17280430",
            usual);
        row("no day: the last of the month", "0103400930000014172802001010|",
            "3400930000014/10//2028-02-29");
        row("GTIN alone", "0103400930000014", "3400930000014///");
        row("a product from elsewhere", "0105000456012348", "///");
    }
    void aPackOfMedicineIsRead()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, read);
        const auto fields = parseGs1(content);
        QVERIFY_OK(fields);
        QCOMPARE(QStringList({fields->cip13, fields->lot, fields->serial,
                              fields->expiry.toString(Qt::ISODate)})
                     .join(u'/'),
                 read);
        QCOMPARE(fields->gtin.size(), 14);
    }

    void aPackThatCannotBeRightIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const char *content, const char *subject) {
            QTest::newRow(name) << withSeparators(content) << QString::fromLatin1(subject);
        };
        row("a wrong check digit", "0103400930000015", "gs1.check");
        row("two digits exchanged", "0103400390000014", "gs1.check");
        row("no GTIN", "1728043010A12B", "gs1.gtin");
        row("nothing", "", "gs1.gtin");
        row("GTIN cut short", "010340093000001", "gs1.shape");
        row("a letter in the GTIN", "01034009300000A4", "gs1.shape");
        row("FNC1 inside the GTIN", "0103400|930000014", "gs1.shape");
        row("no such month", "010340093000001417281330", "gs1.date");
        row("no such day", "010340093000001417280431", "gs1.date");
        row("month 00", "010340093000001417280000", "gs1.date");
        row("expiry cut short", "01034009300000141728", "gs1.shape");
        row("a letter in the expiry", "010340093000001417A80430", "gs1.shape");
        row("two lots", "010340093000001410A|10B", "gs1.twice");
        row("two expiries", "01034009300000141728043017290430", "gs1.twice");
        row("an empty lot", "010340093000001410|21S9X7", "gs1.shape");
        row("a lot of 21 characters", "010340093000001410ABCDEFGHIJKLMNOPQRSTU", "gs1.shape");
        row("a line break in the serial", "010340093000001421S9\nX7", "gs1.shape");
        row("not an identifier", "0103400930000014AB12", "gs1.shape");
        row("half an identifier", "01034009300000141", "gs1.shape");
    }
    void aPackThatCannotBeRightIsRefused()
    {
        QFETCH(QByteArray, content);
        const auto fields = parseGs1(content);
        QVERIFY(!fields.ok());
        QTEST(fields.error().subject, "subject");
    }
};
QTEST_APPLESS_MAIN(TestClassify)
#include "tst_classify.moc"
