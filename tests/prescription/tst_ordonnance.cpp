// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/print.h>

#include <support/result.h>
#include <support/sampleordonnance.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;
using Change = std::function<void(OrdonnanceContent::Parts &)>;

Q_DECLARE_METATYPE(Change)

class TestOrdonnance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCompleteOrdonnanceComesBackFromItsCanonicalForm()
    {
        auto parts = test::sampleParts();
        parts.lines.first().nonSubstitutable = NonSubstitutable::Cif;
        parts.lines.first().renewals = 2;
        parts.lines.first().ald = true;
        parts.lines.first().comment = u"Œdème \"à surveiller\""_qs;
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        QVERIFY_OK(content);
        const auto again = OrdonnanceContent::fromCanonical(content->canonical());
        QVERIFY_OK(again);
        QCOMPARE(again->canonical(), content->canonical());
        QCOMPARE(again->lines(), content->lines());
        QCOMPARE(again->patient(), content->patient());
        QVERIFY(again->isBizone());
    }

    void laterFieldsComeBackInALaterFormat()
    {
        auto parts = test::sampleParts();
        Line &line = parts.lines.first();
        line.offLabel = line.workInjury = line.prevention = true;
        line.singleDelivery = line.overlapAllowed = true;
        line.startDate = QDate(2026, 12, 1);
        line.support = Support::Exception;
        line.fractionDays = 14;
        line.dispenser = u"Pharmacie des Halles, Mme Ortiz"_qs;
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        QVERIFY_OK(content);
        QVERIFY(content->canonical().contains("\"format\":2"));
        const auto again = OrdonnanceContent::fromCanonical(content->canonical());
        QVERIFY_OK(again);
        QCOMPARE(again->canonical(), content->canonical());
        QCOMPARE(again->lines(), content->lines());
    }

    void aDurationMayBeSaidByThePosologyAndIsNotSaidTwiceOtherwise()
    {
        auto parts = test::sampleParts();
        Line &line = parts.lines.first();
        line.durationDays = line.boxes = 0;
        line.posology = u"2 comprimés le matin 5 jours puis 1 comprimé le matin 5 jours"_qs;
        QCOMPARE(OrdonnanceContent::remarks(parts), QList<Remark>{});
        line.durationDays = 5; // of the last dose, not of the line
        QCOMPARE(OrdonnanceContent::remarks(parts),
                 (QList<Remark>{{0, u"line.duration_twice"_qs, false}}));
        line.durationDays = 0;
        line.posology = u"2 comprimés le matin 5 jours puis 1 comprimé le matin"_qs;
        QCOMPARE(OrdonnanceContent::remarks(parts),
                 (QList<Remark>{{0, u"line.duration"_qs, true}}));
    }

    void aSecuredLineThatCannotBePutInLettersIsTold()
    {
        auto parts = test::sampleParts();
        Line &line = parts.lines.first();
        line.support = Support::Secured;
        QCOMPARE(OrdonnanceContent::remarks(parts), QList<Remark>{});
        line.posology = u"selon le protocole remis"_qs;
        line.renewals = 1;
        QCOMPARE(OrdonnanceContent::remarks(parts),
                 (QList<Remark>{{0, u"line.letters"_qs, false},
                                {0, u"line.secured_renewal"_qs, false}}));
    }

    void whatNeedsNoLaterFieldKeepsTheFirstFormat()
    {
        QVERIFY(test::sampleContent().canonical().contains("\"format\":1"));
    }

    void whatTheLawWantsIsRequired_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const Change &change, const QString &subject) {
            QTest::newRow(name) << change << subject;
        };
        row(
            "no line", [](auto &p) { p.lines.clear(); }, u"ordonnance.empty"_qs);
        row(
            "no patient name", [](auto &p) { p.patient.surname = u" "_qs; }, u"patient.name"_qs);
        row(
            "no given name", [](auto &p) { p.patient.givenNames.clear(); }, u"patient.name"_qs);
        row(
            "no birth date", [](auto &p) { p.patient.birthDate = {}; }, u"patient.birth_date"_qs);
        row(
            "no sex", [](auto &p) { p.patient.sex.clear(); }, u"patient.sex"_qs);
        row(
            "no prescriber", [](auto &p) { p.prescriber.surname.clear(); }, u"prescriber.name"_qs);
        row(
            "no RPPS", [](auto &p) { p.prescriber.rpps.clear(); }, u"prescriber.rpps"_qs);
        row(
            "no address", [](auto &p) { p.prescriber.address.clear(); }, u"prescriber.address"_qs);
        row(
            "no drug", [](auto &p) { p.lines.first().label.clear(); }, u"line.label"_qs);
        row(
            "no posology", [](auto &p) { p.lines.first().posology.clear(); }, u"line.posology"_qs);
        row(
            "neither duration nor boxes", [](auto &p) { p.lines.first().durationDays = 0; },
            u"line.duration"_qs);
        row(
            "more than twelve months", [](auto &p) { p.lines.first().durationDays = 367; },
            u"line.duration_range"_qs);
        row(
            "too many renewals", [](auto &p) { p.lines.first().renewals = 13; },
            u"line.renewals"_qs);
        row(
            "a novel", [](auto &p) { p.lines.first().comment = QString(3000, u'x'); },
            u"line.text"_qs);
    }
    void whatTheLawWantsIsRequired()
    {
        QFETCH(Change, change);
        auto parts = test::sampleParts();
        change(parts);
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        QVERIFY(!content.ok());
        QTEST(content.error().subject, "subject");
    }

    void aNumberOfBoxesStandsForADuration()
    {
        auto parts = test::sampleParts();
        parts.lines.first().durationDays = 0;
        parts.lines.first().boxes = 2;
        QVERIFY_OK(
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant()));
    }

    void aMissingPhoneIsRemarkedAndDoesNotStop()
    {
        auto parts = test::sampleParts();
        parts.prescriber.phone.clear();
        const auto remarks = OrdonnanceContent::remarks(parts);
        QCOMPARE(remarks, (QList<Remark>{{-1, u"prescriber.phone"_qs, false}}));
    }

    void aDamagedContentIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("subject");
        const QByteArray good = test::sampleContent().canonical();
        QTest::newRow("nothing") << QByteArray() << u"ordonnance.format"_qs;
        QTest::newRow("not JSON") << QByteArray("<xml/>") << u"ordonnance.format"_qs;
        QTest::newRow("cut") << good.left(good.size() / 2) << u"ordonnance.format"_qs;
        QTest::newRow("a later format")
            << QByteArray(good).replace("\"format\":1", "\"format\":3") << u"ordonnance.newer"_qs;
        QTest::newRow("a number for a text")
            << QByteArray(good).replace("\"label\":\"DOLIPRANE 1000 mg, comprimé\"", "\"label\":7")
            << u"ordonnance.format"_qs;
        QTest::newRow("half a day")
            << QByteArray(good).replace("\"duration_days\":7", "\"duration_days\":7.5")
            << u"ordonnance.format"_qs;
        QTest::newRow("a start that is no day")
            << QByteArray(good).replace("\"duration_days\":7",
                                        "\"duration_days\":7,\"start_date\":\"2026-02-30\"")
            << u"ordonnance.format"_qs;
        QTest::newRow("a wrong number")
            << QByteArray(good).replace("\"number\":\"", "\"number\":\"Z")
            << u"ordonnance.format"_qs;
    }
    void aDamagedContentIsNotRead()
    {
        QFETCH(QByteArray, json);
        const auto content = OrdonnanceContent::fromCanonical(json);
        QVERIFY(!content.ok());
        QTEST(content.error().subject, "subject");
    }

    void aMistypedNumberIsNoticed()
    {
        const OrdonnanceNumber number = OrdonnanceNumber::generate();
        QCOMPARE(number.value().size(), 18);
        QCOMPARE(*OrdonnanceNumber::parse(number.grouped().toLower()), number);
        const QString alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_qs;
        for (int i = 0; i < 18; ++i) {
            QString wrong = number.value();
            const QChar before = wrong.at(i);
            wrong[i] = alphabet.at((alphabet.indexOf(before) + 5) % 32);
            QCOMPARE_SUBJECT(OrdonnanceNumber::parse(wrong), "number.check");
        }
        QCOMPARE_SUBJECT(OrdonnanceNumber::parse(number.value().left(17)), "number.shape");
    }

    void numbersDoNotRepeat()
    {
        QSet<QString> seen;
        for (int i = 0; i < 2000; ++i)
            seen.insert(OrdonnanceNumber::generate().value());
        QCOMPARE(seen.size(), 2000);
    }

    void theSentenceSaysDurationAndBoxesOnce_data()
    {
        QTest::addColumn<QString>("posology");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("boxes");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("days") << u"1 matin"_qs << 7 << 0 << u"1 matin, pendant 7 jours."_qs;
        QTest::newRow("one day") << u"1 matin"_qs << 1 << 0 << u"1 matin, pendant 1 jour."_qs;
        QTest::newRow("months") << u"1 matin"_qs << 90 << 0 << u"1 matin, pendant 3 mois."_qs;
        QTest::newRow("already said")
            << u"1 matin pendant 7 jours."_qs << 7 << 0 << u"1 matin pendant 7 jours."_qs;
        QTest::newRow("boxes") << u"si douleur"_qs << 0 << 2 << u"si douleur, 2 boîtes."_qs;
    }
    void theSentenceSaysDurationAndBoxesOnce()
    {
        QFETCH(QString, posology);
        QFETCH(int, days);
        QFETCH(int, boxes);
        Line line;
        line.posology = posology;
        line.durationDays = days;
        line.boxes = boxes;
        QTEST(printedPosology(line), "sentence");
    }

    void theShorthandIsPrintedAsASentenceWithItsUnit_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("posology");
        QTest::addColumn<QString>("sentence");
        const QString tablet = u"DOLIPRANE 1000 mg, comprimé"_qs;
        QTest::newRow("keypad") << tablet << u"1-0-1"_qs
                                << u"1 comprimé matin et soir, pendant 7 jours."_qs;
        QTest::newRow("a half") << tablet << u"1/2 matin"_qs
                                << u"0,5 comprimé (un demi-comprimé) le matin, pendant 7 jours."_qs;
        QTest::newRow("duration in it")
            << tablet << u"1-0-1 5j"_qs << u"1 comprimé matin et soir pendant 5 jours."_qs;
        // What means two things is printed as it was signed; the patient reads no shorthand.
        QTest::newRow("two meanings") << tablet << u"2x3/j"_qs << u"2x3/j, pendant 7 jours."_qs;
        QTest::newRow("a short word")
            << tablet << u"1 cp le soir"_qs << u"1 comprimé le soir, pendant 7 jours."_qs;
        QTest::newRow("no unit known")
            << u"X, sirop"_qs << u"1-0-1"_qs << u"1-0-1, pendant 7 jours."_qs;
        QTest::newRow("words") << tablet << u"selon protocole"_qs
                               << u"selon protocole, pendant 7 jours."_qs;
    }
    void theShorthandIsPrintedAsASentenceWithItsUnit()
    {
        QFETCH(QString, label);
        QFETCH(QString, posology);
        Line line;
        line.label = label;
        line.posology = posology;
        line.durationDays = 7;
        QTEST(printedPosology(line), "sentence");
    }

    void aPosologyOfTwoMeaningsIsRemarkedAndBlocksNothing_data()
    {
        QTest::addColumn<QString>("posology");
        QTest::addColumn<bool>("remarked");
        QTest::newRow("two") << u"2x3/j"_qs << true;
        QTest::newRow("none") << u"0-0-0"_qs << true;
        QTest::newRow("below zero") << u"-1 comprimé"_qs << true;
        QTest::newRow("one") << u"1-0-1"_qs << false;
        QTest::newRow("words") << u"selon protocole"_qs << false;
    }
    void aPosologyOfTwoMeaningsIsRemarkedAndBlocksNothing()
    {
        QFETCH(QString, posology);
        OrdonnanceContent::Parts parts = test::sampleParts();
        parts.lines.first().posology = posology;
        const Remark doubt{0, u"line.posology_doubt"_qs, false};
        QTEST(OrdonnanceContent::remarks(parts).contains(doubt), "remarked");
    }

    void phonesArePrintedWithTheirCountry()
    {
        QCOMPARE(internationalPhone(u"04 65 71 99 20"_qs), u"+33 4 65 71 99 20"_qs);
        QCOMPARE(internationalPhone(u"+32 2 555 12 12"_qs), u"+32 2 555 12 12"_qs);
    }
};
QTEST_APPLESS_MAIN(TestOrdonnance)
#include "tst_ordonnance.moc"
