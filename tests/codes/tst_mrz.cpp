// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/mrz.h>

#include <support/result.h>

#include "vectors.h"

#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

const QDate today(2026, 11, 26);

const QString card = QStringLiteral("IDFRAX4RTBPFW46<<<<<<<<<<<<<<<\n"
                                    "9007138F3002119FRA<<<<<<<<<<<6\n"
                                    "MARTIN<<MAELYS<GAELLE<MARIE<<<\n");
const QString passport = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                                        "L898902C36UTO7408122F1204159ZE184226B<<<<<10\n");
const QString oldCard = QStringLiteral("IDFRABERTHIER<<<<<<<<<<<<<<<<<92C001\n"
                                       "8806923102858CORINNE<<<<<<<6512068F8\n");

QString isoOf(const std::optional<PartialDate> &date)
{
    return date && date->whole() ? date->whole()->toString(Qt::ISODate) : QString();
}

//! What the zone says, in one line.
QString saidBy(const Mrz &mrz)
{
    return QStringList{QString(nameOf(mrz.format)),
                       mrz.issuer,
                       mrz.surname,
                       mrz.givenNames.join(u','),
                       mrz.sex,
                       isoOf(mrz.birth),
                       isoOf(mrz.expiry),
                       mrz.number,
                       mrz.nationality,
                       mrz.issuingOffice}
        .join(u'/');
}

} // namespace

class TestMrz : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachFormatIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QString &text, const char *said) {
            QTest::newRow(name) << text << QString::fromLatin1(said);
        };
        row("the French card of 2021", card,
            "TD1/FRA/MARTIN/MAELYS,GAELLE,MARIE/F/1990-07-13/2030-02-11/X4RTBPFW4/FRA/");
        row("a passport", passport,
            "TD3/UTO/ERIKSSON/ANNA,MARIA/F/1974-08-12/2012-04-15/L898902C3/UTO/");
        row("the old French card", oldCard,
            "IDFRA/FRA/BERTHIER/CORINNE/F/1965-12-06//880692310285/FRA/92C001");
        row("the old French card without its office",
            u"IDFRALOISEAU<<<<<<<<<<<<<<<<<<<<<<<<\n970675K002774HERVE<<DJAMEL<7303216M4"_qs,
            "IDFRA/FRA/LOISEAU/HERVE,DJAMEL/M/1973-03-21//970675K00277/FRA/");
        row("a card of two lines",
            u"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"_qs,
            "TD2/UTO/ERIKSSON/ANNA,MARIA/F/1974-08-12/2012-04-15/D23145890/UTO/");
        row("a foreign card that begins like a French one",
            u"IDCHEMUSTER<<<HANS<PETER<<<<<<<<<<<<\nS1234567<2CHE8501019M3001019<<<<<<<8"_qs,
            "TD2/CHE/MUSTER/HANS,PETER/M/1985-01-01/2030-01-01/S1234567/CHE/");
        row("a number that goes on in the optional data",
            u"IDBEL600001795<0152<<<<<<<<<<<\n1301014F2311207BEL130101987398\nSPECIMEN<<"
            "SPECIMEN<<<<<<<<<<<<"_qs,
            "TD1/BEL/SPECIMEN/SPECIMEN/F/2013-01-01/2023-11-20/600001795015/BEL/");
    }
    void eachFormatIsRead()
    {
        QFETCH(QString, text);
        const auto mrz = Mrz::parse(text, today);
        QVERIFY_OK(mrz);
        QCOMPARE(mrz->faults, QStringList());
        QVERIFY(mrz->checks.allRight());
        QVERIFY(!mrz->repaired);
        QTEST(saidBy(*mrz), "said");
    }

    void thePublicVectorsAreReadOrRefused_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonObject all = test::vectors(u"mrz"_qs);
        for (const auto &list : {u"valid"_qs, u"invalid"_qs})
            for (const QJsonValue &value : all[list].toArray())
                QTest::addRow("%s", qPrintable(value[u"lines"_qs][0].toString() +
                                               value[u"error"_qs].toString()))
                    << value.toObject();
    }
    void thePublicVectorsAreReadOrRefused()
    {
        QSKIP_WITHOUT_VECTORS(test::vectors(u"mrz"_qs));
        QFETCH(QJsonObject, vector);
        const auto mrz = Mrz::parse(test::strings(vector[u"lines"_qs]).join(u'\n'), today);
        if (vector.contains(u"error"_qs)) {
            QVERIFY(!mrz.ok() || !mrz->isValid());
            return;
        }
        QVERIFY_OK(mrz);
        QVERIFY(mrz->isValid());
        QCOMPARE(QString(nameOf(mrz->format)), vector[u"format"_qs].toString());
    }

    void howeverItComesItIsTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Windows line ends") << QString(card).replace(u"\n"_qs, u"\r\n"_qs);
        QTest::newRow("old Macintosh line ends") << QString(card).replace(u'\n', u'\r');
        QTest::newRow("empty lines") << QString(card).replace(u"\n"_qs, u"\n\n \n"_qs);
        QTest::newRow("glued by a scanner") << QString(card).remove(u'\n');
        QTest::newRow("small letters") << card.toLower();
        QTest::newRow("blanks") << QString(card).replace(u"<<"_qs, u"< <"_qs);
        QTest::newRow("no-break spaces") << u'\u00A0' + card + u'\u202F';
        QTest::newRow("quotation marks") << QString(card).replace(u"<<"_qs, u"«"_qs);
        QTest::newRow("single quotation marks") << QString(card).replace(u'<', u'‹');
        QTest::newRow("among other lines")
            << u"RÉPUBLIQUE FRANÇAISE\nNom : Martin\n"_qs + card + u"\nhttps://example.org\n"_qs;
        QTest::newRow("a byte order mark") << QChar(QChar::ByteOrderMark) + card;
        QTest::newRow("lines broken elsewhere") << QString(card).remove(u'\n').insert(47, u'\n');
    }
    void howeverItComesItIsTheSame()
    {
        QFETCH(QString, text);
        const auto mrz = Mrz::parse(text, today);
        QVERIFY_OK(mrz);
        QCOMPARE(*mrz, *Mrz::parse(card, today));
    }

    void gluedPassportsAndOldCardsAreReadToo()
    {
        for (const QString &text : {passport, oldCard}) {
            const auto glued = Mrz::parse(QString(text).remove(u'\n'), today);
            QVERIFY_OK(glued);
            QCOMPARE(*glued, *Mrz::parse(text, today));
        }
    }

    void aWrongDigitIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("faults");
        const QString both = u"mrz.check.composite"_qs;
        QTest::newRow("the composite")
            << QString(card).replace(u"<6\n"_qs, u"<5\n"_qs) << QStringList{both};
        QTest::newRow("the birth date") << QString(card).replace(u"900713"_qs, u"900712"_qs)
                                        << QStringList{u"mrz.check.birth"_qs, both};
        QTest::newRow("the expiry") << QString(card).replace(u"300211"_qs, u"300212"_qs)
                                    << QStringList{u"mrz.check.expiry"_qs, both};
        QTest::newRow("the number") << QString(card).replace(u"X4RT"_qs, u"X4RU"_qs)
                                    << QStringList{u"mrz.check.number"_qs, both};
        QTest::newRow("the optional data of a passport")
            << QString(passport).replace(u"ZE184226B"_qs, u"ZE184226C"_qs)
            << QStringList{u"mrz.check.optional"_qs, both};
        QTest::newRow("a name of the old card")
            << QString(oldCard).replace(u"CORINNE"_qs, u"CORINNA"_qs) << QStringList{both};
    }
    void aWrongDigitIsNamed()
    {
        QFETCH(QString, text);
        const auto mrz = Mrz::parse(text, today);
        QVERIFY_OK(mrz);
        QVERIFY(!mrz->isValid());
        QTEST(mrz->faults, "faults");
        QVERIFY(!mrz->repaired);
    }

    void whatCannotBeIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("month 13") << QString(card).replace(u"9007138"_qs, u"9013132"_qs)
                                  << u"mrz.date.birth"_qs;
        QTest::newRow("30 February")
            << QString(card).replace(u"3002119"_qs, u"3002308"_qs) << u"mrz.date.expiry"_qs;
        QTest::newRow("a sex of another alphabet")
            << QString(card).replace(u"8F30"_qs, u"8H30"_qs) << u"mrz.sex"_qs;
        QTest::newRow("no name") << QString(card).replace(u"MARTIN<<MAELYS<GAELLE<MARIE"_qs,
                                                          QString(27, u'<'))
                                 << u"mrz.name"_qs;
        QTest::newRow("a digit in a name")
            << QString(card).replace(u"MARTIN"_qs, u"MART7N"_qs) << u"mrz.zone"_qs;
    }
    void whatCannotBeIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        const auto mrz = Mrz::parse(text, today);
        QVERIFY_OK(mrz);
        QVERIFY2(mrz->faults.contains(fault), qPrintable(mrz->faults.join(u' ')));
    }

    void whatIsNoZoneIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("subject");
        QTest::newRow("nothing") << QString() << u"mrz.empty"_qs;
        QTest::newRow("blanks") << u" \r\n\t"_qs << u"mrz.empty"_qs;
        QTest::newRow("a line too short")
            << u"IDFRADUPONT<<<<<<<<<<<<<<<<<<<095123\n2101095123451JEAN<<<<<<<<<8310198M5"_qs
            << u"mrz.length"_qs;
        QTest::newRow("one line of three") << card.left(30) << u"mrz.length"_qs;
        QTest::newRow("a character that no zone has")
            << QString(card).replace(u"X4RT"_qs, u"X4R*"_qs) << u"mrz.character"_qs;
        QTest::newRow("a visa")
            << u"V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"_qs
            << u"mrz.visa"_qs;
        QTest::newRow("a driving licence")
            << u"D1FRA13AA000026181231MARTIN<<9"_qs << u"mrz.driving_licence"_qs;
        QTest::newRow("a book") << QString(100'000, u'A') << u"mrz.length"_qs;
    }
    void whatIsNoZoneIsRefused()
    {
        QFETCH(QString, text);
        const auto mrz = Mrz::parse(text, today);
        QVERIFY(!mrz.ok());
        QTEST(mrz.error().subject, "subject");
    }

    void lookAlikesAreExchangedWhereTheFormatWantsTheOtherKind_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("as");
        QTest::newRow("a letter in a date")
            << QString(passport).replace(u"7408122"_qs, u"74O8122"_qs) << passport;
        QTest::newRow("all pairs at once")
            << QString(card).replace(u"9007138"_qs, u"9OO7I3B"_qs) << card;
        QTest::newRow("a digit in a country")
            << QString(passport).replace(u"<10\n"_qs, u"<IO\n"_qs).replace(u"P<UTO"_qs, u"P<UT0"_qs)
            << passport;
        QTest::newRow("the first letter of an old card")
            << QString(oldCard).replace(u"IDFRA"_qs, u"1DFRA"_qs) << oldCard;
        QTest::newRow("a name") << QString(card).replace(u"MARTIN"_qs, u"MART1N"_qs) << card;
    }
    void lookAlikesAreExchangedWhereTheFormatWantsTheOtherKind()
    {
        QFETCH(QString, text);
        QFETCH(QString, as);
        const auto mrz = Mrz::parse(text, today);
        QVERIFY_OK(mrz);
        QVERIFY2(mrz->isValid(), qPrintable(mrz->faults.join(u' ')));
        QVERIFY(mrz->repaired);
        QVERIFY(mrz->remarks.contains(u"mrz.repaired"));
        QCOMPARE(mrz->lines, as.split(u'\n', Qt::SkipEmptyParts));
    }

    void nothingIsExchangedWhereThatDoesNotMakeEverythingRight()
    {
        const QString text = QString(passport).replace(u"7408122"_qs, u"74O8132"_qs);
        const auto mrz = Mrz::parse(text, today);
        QVERIFY_OK(mrz);
        QVERIFY(!mrz->isValid());
        QVERIFY(!mrz->repaired);
        QVERIFY(mrz->lines[1].contains(u"74O8132"));
    }

    void aNumberIsNeverExchanged()
    {
        // Letters and digits are both allowed there: a guess would only make the check right.
        const auto mrz =
            Mrz::parse(QString(passport).replace(u"L898902C3"_qs, u"L8989O2C3"_qs), today);
        QVERIFY_OK(mrz);
        QVERIFY(!mrz->isValid());
        QCOMPARE(mrz->number, u"L8989O2C3"_qs);
    }

    void theCenturyIsTheLatestThatIsPast_data()
    {
        QTest::addColumn<QDate>("now");
        QTest::addColumn<QString>("birth");
        QTest::newRow("in the past of this century") << QDate(2090, 7, 13) << u"2090-07-13"_qs;
        QTest::newRow("tomorrow") << QDate(2090, 7, 12) << u"1990-07-13"_qs;
        QTest::newRow("now") << today << u"1990-07-13"_qs;
    }
    void theCenturyIsTheLatestThatIsPast()
    {
        QFETCH(QDate, now);
        const auto mrz = Mrz::parse(card, now);
        QVERIFY_OK(mrz);
        QTEST(isoOf(mrz->birth), "birth");
    }

    void anExpiryIsInThisCenturyUnlessNoDocumentLastsSoLong()
    {
        const auto old =
            Mrz::parse(u"I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\n"
                       "STEVENSON<<PETER<JOHN<<<<<<<<<"_qs,
                       today);
        QVERIFY_OK(old);
        QCOMPARE(isoOf(old->expiry), u"1995-07-12"_qs);
        QCOMPARE(isoOf(old->birth), u"1934-07-12"_qs);
        QCOMPARE(old->number, u"D23145890734"_qs);
        QVERIFY(old->isValid());
        QVERIFY(old->remarks.contains(u"mrz.expired"));
        QVERIFY(!Mrz::parse(card, today)->remarks.contains(u"mrz.expired"));
    }

    void whatIsNotKnownOfABirthDateStaysUnknown_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("month");
        QTest::newRow("the day, by ICAO") << u"9007<<"_qs << 1990 << 7;
        QTest::newRow("the day, as some write it") << u"900700"_qs << 1990 << 7;
        QTest::newRow("day and month") << u"90<<<<"_qs << 1990 << 0;
        QTest::newRow("everything") << u"<<<<<<"_qs << 0 << 0;
    }
    void whatIsNotKnownOfABirthDateStaysUnknown()
    {
        QFETCH(QString, digits);
        const auto mrz = Mrz::parse(QString(card).replace(u"900713"_qs, digits), today);
        QVERIFY_OK(mrz);
        QVERIFY(!mrz->faults.contains(u"mrz.date.birth"));
        QTEST(mrz->birth ? mrz->birth->year() : 0, "year");
        QTEST(mrz->birth ? mrz->birth->month() : 0, "month");
    }

    void aNameThatFillsItsFieldMayBeCut()
    {
        QVERIFY(!Mrz::parse(card, today)->givenNamesMayBeCut);
        const auto full = Mrz::parse(QString(card).replace(u"MARIE<<<"_qs, u"MARIE<JE"_qs), today);
        QVERIFY_OK(full);
        QVERIFY(full->isValid());
        QVERIFY(full->givenNamesMayBeCut);
        QVERIFY(full->remarks.contains(u"mrz.cut"));
    }

    void anOldCardKeepsACompoundName()
    {
        const auto mrz = Mrz::parse(
            u"IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02\n1710GVA123451ROBERTA<<<<<<<9112311F2"_qs,
            today);
        QVERIFY_OK(mrz);
        QCOMPARE(mrz->surname, u"TEST NAME"_qs);
        const auto compound =
            Mrz::parse(QString(oldCard).replace(u"CORINNE<<<"_qs, u"ANNE<LOU<<"_qs), today);
        QVERIFY_OK(compound);
        QCOMPARE(compound->givenNames, QStringList{u"ANNE LOU"_qs});
    }
};
QTEST_APPLESS_MAIN(TestMrz)
#include "tst_mrz.moc"
