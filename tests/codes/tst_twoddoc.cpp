// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/twoddoc.h>

#include <support/result.h>

#include "signer.h"
#include "vectors.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::codes;

namespace {

const QDate today(2026, 11, 26);

//! Separators as people write them.
QByteArray code(const char *printable)
{
    return QByteArray(printable)
        .replace("<GS>", "\x1D")
        .replace("<RS>", "\x1E")
        .replace("<US>", "\x1F");
}

const char *card = "DC04FR00TST11ECC1ECC0701FR62MARTIN<GS>60MAELYS/GAELLE/MARIE<GS>65ID66X4RTBPFW4"
                   "<GS>67FR68F69130719906APARIS<GS>6CFR";

QByteArray withSignature(const char *message)
{
    return code(message) + "\x1F" + QByteArray(102, 'A') + 'Q';
}

TwoDDocTrust trustIn(const QByteArray &pem, const char *certificate = "TST1")
{
    TwoDDocTrust trust;
    const auto known = crypto::Certificate::fromPem(pem);
    if (known.ok())
        trust.add("FR00", certificate, {known->publicKey(), *known});
    else
        trust.add("FR00", certificate, {*crypto::PublicKey::fromPem(pem)});
    return trust;
}

QString valuesOf(const TwoDDoc &document)
{
    QStringList all;
    for (const TwoDDoc::Field &field : document.fields())
        all << QString::fromLatin1(field.id) + u'=' + field.value +
                   (field.truncated ? u"…"_qs : QString());
    return all.join(u' ');
}

} // namespace

class TestTwoDDoc : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHeaderOfEachVersionIsRead_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("version");
        QTest::addColumn<QByteArray>("country");
        QTest::newRow("1") << QByteArray("DC01FR000001111EFFFF0762MARTIN") << 1 << QByteArray();
        QTest::newRow("2") << QByteArray("DC02FR000001111EFFFF0762MARTIN") << 2 << QByteArray();
        QTest::newRow("3") << QByteArray("DC03FR000001111EFFFF070162MARTIN") << 3 << QByteArray();
        QTest::newRow("4") << QByteArray("DC04FR000001111EFFFF0701FR62MARTIN") << 4
                           << QByteArray("FR");
    }
    void aHeaderOfEachVersionIsRead()
    {
        QFETCH(QByteArray, message);
        const auto document = TwoDDoc::parse(withSignature(message.constData()));
        QVERIFY_OK(document);
        QTEST(document->version(), "version");
        QTEST(document->country(), "country");
        QCOMPARE(document->authority(), QByteArray("FR00"));
        QCOMPARE(document->certificateId(), QByteArray("0001"));
        QCOMPARE(document->issuedOn(), std::optional(QDate(2011, 12, 31)));
        QCOMPARE(document->signedOn(), std::optional<QDate>());
        QCOMPARE(document->documentType(), QByteArray("07"));
        QCOMPARE(document->perimeter(), QByteArray("01"));
        QCOMPARE(valuesOf(*document), u"62=MARTIN"_qs);
    }

    void aFieldEndsWhereItsLengthOrASeparatorSays_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("values");
        const auto row = [](const char *name, const QString &message, const QString &values) {
            QTest::newRow(name) << message << values;
        };
        row("fixed", u"68F67FR"_qs, u"68=F 67=FR"_qs);
        row("variable", u"62MARTIN<GS>68F"_qs, u"62=MARTIN 68=F"_qs);
        row("variable, last", u"68F62MARTIN"_qs, u"68=F 62=MARTIN"_qs);
        row("of its full length", u"62"_qs + QString(38, u'A') + u"68F"_qs,
            u"62="_qs + QString(38, u'A') + u" 68=F"_qs);
        row("of its full length, with a separator all the same",
            u"62"_qs + QString(38, u'A') + u"<GS>68F"_qs,
            u"62="_qs + QString(38, u'A') + u" 68=F"_qs);
        row("truncated", u"60MAELYS/MARI<RS>68F"_qs, u"60=MAELYS/MARI… 68=F"_qs);
        row("truncated at its full length", u"62"_qs + QString(38, u'A') + u"<RS>68F"_qs,
            u"62="_qs + QString(38, u'A') + u"… 68=F"_qs);
        row("of an identifier to come", u"ZZNEW THINGS<GS>68F"_qs, u"ZZ=NEW THINGS 68=F"_qs);
        row("twice alike", u"68F68F"_qs, u"68=F"_qs);
    }
    void aFieldEndsWhereItsLengthOrASeparatorSays()
    {
        QFETCH(QString, message);
        const auto document = TwoDDoc::parse(
            withSignature(("DC04FR000001111EFFFF0701FR" + message.toLatin1()).constData()));
        QVERIFY_OK(document);
        QTEST(valuesOf(*document), "values");
    }

    void theAnnexIsNotAmongWhatIsSigned()
    {
        const auto document =
            TwoDDoc::parse(withSignature(card) + "\x1D" + "0CHTTPS%3A//EXAMPLE.ORG");
        QVERIFY_OK(document);
        QCOMPARE(document->annex().size(), 1);
        QCOMPARE(document->annex().first().id, QByteArray("0C"));
        QVERIFY(!document->find("0C"));
    }

    void whatIsNoCodeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const QByteArray &bytes, const char *subject) {
            QTest::newRow(name) << bytes << QString::fromLatin1(subject);
        };
        row("nothing", "", "twoddoc.header");
        row("another code", "IS010000000000000000000000", "twoddoc.header");
        row("a version to come", "DC05FR000001111EFFFF0701FR", "twoddoc.version");
        row("a header cut short", "DC04FR000001111EFFFF0701F", "twoddoc.header");
        row("small letters", "DC04fr000001111EFFFF0701FR", "twoddoc.header");
        row("a date that is none", withSignature("DC04FR000001G11EFFFF0701FR"), "twoddoc.date");
        row("no signature", code(card), "twoddoc.unsigned");
        row("an empty signature", code(card) + '\x1F', "twoddoc.unsigned");
        row("a signature with padding", withSignature(card) + "=", "twoddoc.unsigned");
        row("a signature in small letters", code(card) + "\x1F" + QByteArray(103, 'a'),
            "twoddoc.unsigned");
        row("a signature of an impossible length", code(card) + "\x1F" + "ABC", "twoddoc.unsigned");
        row("a value cut short", code("DC04FR000001111EFFFF0701FR69130719"), "twoddoc.shape");
        row("a separator in a fixed value", withSignature("DC04FR000001111EFFFF0701FR6913<GS>1990"),
            "twoddoc.shape");
        row("a value too long",
            withSignature("DC04FR000001111EFFFF0701FR61AAAAAAAAAAAAAAAAAAAAAAA<GS>68F"),
            "twoddoc.shape");
        row("two values", withSignature("DC04FR000001111EFFFF0701FR68F68M"), "twoddoc.twice");
        row("half an identifier", withSignature("DC04FR000001111EFFFF0701FR68F6"), "twoddoc.shape");
        row("a control character", withSignature("DC04FR000001111EFFFF0701FR62A\nB<GS>68F"),
            "twoddoc.shape");
        row("more than any symbol holds", withSignature(card) + QByteArray(5000, 'A'),
            "twoddoc.header");
    }
    void whatIsNoCodeIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto document = TwoDDoc::parse(bytes);
        QVERIFY(!document.ok());
        QTEST(document.error().subject, "subject");
    }

    void anIdentityDocumentIsUnderstood()
    {
        const auto identity = TwoDDoc::parse(withSignature(card))->identity(today);
        QVERIFY_OK(identity);
        QCOMPARE(identity->surname, u"MARTIN"_qs);
        QCOMPARE(identity->givenNames, QStringList({u"MAELYS"_qs, u"GAELLE"_qs, u"MARIE"_qs}));
        QVERIFY(!identity->givenNamesTruncated);
        QCOMPARE(identity->sex, u"F"_qs);
        QCOMPARE(identity->birth, std::optional(*PartialDate::of(1990, 7, 13)));
        QCOMPARE(identity->birthPlace, u"PARIS"_qs);
        QCOMPARE(identity->birthCountry, u"FR"_qs);
        QCOMPARE(identity->documentNumber, u"X4RTBPFW4"_qs);
        QVERIFY(!identity->ofDeceased);
        QVERIFY(!identity->mrz);
    }

    void whatIsNotKnownOfABirthDateStaysUnknown_data()
    {
        QTest::addColumn<QByteArray>("digits");
        QTest::addColumn<QString>("known"); // year-month-day
        QTest::newRow("the day") << QByteArray("00071990") << u"1990-7-0"_qs;
        QTest::newRow("day and month") << QByteArray("00001990") << u"1990-0-0"_qs;
        QTest::newRow("everything") << QByteArray("00000000") << QString();
        QTest::newRow("no such day") << QByteArray("31021990") << u"twoddoc.date"_qs;
        QTest::newRow("no digits") << QByteArray("1307199A") << u"twoddoc.date"_qs;
    }
    void whatIsNotKnownOfABirthDateStaysUnknown()
    {
        QFETCH(QByteArray, digits);
        const QByteArray message = QByteArray(card).replace("13071990", digits);
        const auto identity = TwoDDoc::parse(withSignature(message.constData()))->identity(today);
        const auto shown = [](const PartialDate &date) {
            return QStringLiteral("%1-%2-%3").arg(date.year()).arg(date.month()).arg(date.day());
        };
        QTEST(!identity.ok()     ? identity.error().subject
              : !identity->birth ? QString()
                                 : shown(*identity->birth),
              "known");
    }

    void aTruncatedListOfNamesSaysSo()
    {
        const auto identity =
            TwoDDoc::parse(withSignature("DC04FR00TST11ECC1ECC0701FR62MARTIN<GS>60MAELYS/MARI<RS>"))
                ->identity(today);
        QVERIFY_OK(identity);
        QVERIFY(identity->givenNamesTruncated);
        QVERIFY(!identity->surnameTruncated);
        QCOMPARE(identity->givenNames, QStringList({u"MAELYS"_qs, u"MARI"_qs}));
    }

    void aMachineReadableZoneIsReadThoughItsFillersAreSpaces_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("format");
        const QString td1 =
            u"IDFRAX4RTBPFW46<<<<<<<<<<<<<<<9007138F3002119FRA<<<<<<<<<<<6MARTIN<<MAELYS<GAELLE<MARIE<<<"_qs;
        const QString old =
            u"IDFRABERTHIER<<<<<<<<<<<<<<<<<92C0018806923102858CORINNE<<<<<<<6512068F8"_qs;
        QTest::newRow("spaces") << QString(td1).replace(u'<', u' ') << u"TD1"_qs;
        QTest::newRow("the last ones lost")
            << QString(td1).replace(u'<', u' ').trimmed() << u"TD1"_qs;
        QTest::newRow("written as they are") << td1 << u"TD1"_qs;
        QTest::newRow("an old card") << QString(old).replace(u'<', u' ') << u"IDFRA"_qs;
    }
    void aMachineReadableZoneIsReadThoughItsFillersAreSpaces()
    {
        QFETCH(QString, zone);
        const QByteArray message = "DC04FR00TST11ECC1ECC0801FR6F" + zone.toLatin1();
        const auto identity = TwoDDoc::parse(withSignature(message.constData()))->identity(today);
        QVERIFY_OK(identity);
        QVERIFY(identity->mrz);
        QVERIFY(identity->mrz->isValid());
        QTEST(QString(nameOf(identity->mrz->format)), "format");
    }

    void aDocumentForAForeignerIsUnderstood()
    {
        const auto identity =
            TwoDDoc::parse(withSignature("DC04FR00TST11ECC1ECC1301FR60AMINA<GS>62DIALLO<GS>67SN68F"
                                         "69000019886ADAKAR<GS>6CSN6J16N010120256O311220266Q9912"))
                ->identity(today);
        QVERIFY_OK(identity);
        QCOMPARE(identity->surname, u"DIALLO"_qs);
        QCOMPARE(identity->nationality, u"SN"_qs);
        QCOMPARE(identity->validFrom, std::optional(QDate(2025, 1, 1)));
        QCOMPARE(identity->validTo, std::optional(QDate(2026, 12, 31)));
    }

    void aDeathCertificateHasTheNameOfBirth()
    {
        const auto identity =
            TwoDDoc::parse(withSignature("DC04FR00TST11ECC1ECCA401FR72DURAND<GS>73JEANNE/ODILE<GS>"
                                         "74MOREAU<GS>750103193276F"))
                ->identity(today);
        QVERIFY_OK(identity);
        QVERIFY(identity->ofDeceased);
        QCOMPARE(identity->surname, u"MOREAU"_qs);
        QCOMPARE(identity->usedSurname, u"DURAND"_qs);
        QCOMPARE(identity->birth, std::optional(*PartialDate::of(1932, 3, 1)));
    }

    void anotherTypeIsNoIdentity_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("a pay slip") << QByteArray("DC04FR00TST11ECC1ECC0601FR58001234,00");
        QTest::newRow("another perimeter") << QByteArray("DC04FR00TST11ECC1ECC0702FR62MARTIN");
    }
    void anotherTypeIsNoIdentity()
    {
        QFETCH(QByteArray, message);
        const auto document = TwoDDoc::parse(withSignature(message.constData()));
        QVERIFY_OK(document);
        QCOMPARE_SUBJECT(document->identity(today), "twoddoc.other_type");
    }

    void theEndOfValidityIsADateOrDaysSince2000()
    {
        const auto lastDay = [](const char *fields) {
            const QByteArray message = QByteArray("DC04FR00TST11ECC1ECC0701FR") + fields;
            return TwoDDoc::parse(withSignature(message.constData()))->lastValidDay();
        };
        QCOMPARE(lastDay("08111E"), std::optional(QDate(2011, 12, 31)));
        QCOMPARE(lastDay("6O31122026"), std::optional(QDate(2026, 12, 31)));
        QVERIFY(!lastDay("08FFFF"));
        QVERIFY(!lastDay("68F"));
    }

    void aGenuineSignatureProvesWhoSigned_data()
    {
        QTest::addColumn<QByteArray>("curve");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("P-256") << QByteArray("P-256") << QByteArray("SHA256");
        QTest::newRow("P-384") << QByteArray("P-384") << QByteArray("SHA384");
        QTest::newRow("P-384 over SHA-256") << QByteArray("P-384") << QByteArray("SHA256");
    }
    void aGenuineSignatureProvesWhoSigned()
    {
        QFETCH(QByteArray, curve);
        QFETCH(QByteArray, digest);
        const test::Signer signer(curve.constData(), digest.constData());
        const auto document = TwoDDoc::parse(signer.signedCode(code(card)));
        QVERIFY_OK(document);
        const auto bare = document->verify(trustIn(signer.publicKeyPem()));
        QVERIFY_OK(bare);
        QVERIFY(!bare->certificateKnown);
        const auto proof =
            document->verify(trustIn(signer.certificatePem(QDate(2020, 1, 1), QDate(2023, 1, 1))));
        QVERIFY_OK(proof);
        QVERIFY(proof->certificateKnown);
        QCOMPARE(proof->signer, u"TST1"_qs);
    }

    void whatWasChangedIsForged_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("the birth date") << QByteArray("13071990") << QByteArray("14071990");
        QTest::newRow("the header") << QByteArray("1ECC1ECC") << QByteArray("1ECC1ECD");
        QTest::newRow("a name") << QByteArray("MARTIN") << QByteArray("MARTIM");
        QTest::newRow("a truncation") << QByteArray("MARIE\x1D") << QByteArray("MARIE\x1E");
    }
    void whatWasChangedIsForged()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const test::Signer signer;
        const auto document = TwoDDoc::parse(signer.signedCode(code(card)).replace(before, after));
        QVERIFY_OK(document);
        QCOMPARE_SUBJECT(document->verify(trustIn(signer.publicKeyPem())), "twoddoc.forged");
    }

    void anotherKeyDoesNotProve()
    {
        const test::Signer signer;
        const auto document = TwoDDoc::parse(signer.signedCode(code(card)));
        QCOMPARE_SUBJECT(document->verify({}), "twoddoc.unknown_authority");
        QCOMPARE_SUBJECT(document->verify(trustIn(signer.publicKeyPem(), "TST2")),
                         "twoddoc.unknown_authority");
        QCOMPARE_SUBJECT(document->verify(trustIn(test::Signer().publicKeyPem())),
                         "twoddoc.forged");
        TwoDDocTrust both = trustIn(test::Signer().publicKeyPem());
        both.add("FR00", "TST1", {*crypto::PublicKey::fromPem(signer.publicKeyPem())});
        QVERIFY_OK(document->verify(both));
    }

    void aCertificateMustHaveBeenValidOnTheDayOfTheSignature_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QString>("subject");
        const QDate signedOn(2021, 8, 2); // 1ECC
        QTest::newRow("the first day") << signedOn << QDate(2024, 1, 1) << u"(ok)"_qs;
        QTest::newRow("the last day") << QDate(2020, 1, 1) << signedOn << u"(ok)"_qs;
        QTest::newRow("expired the day before")
            << QDate(2020, 1, 1) << signedOn.addDays(-1) << u"twoddoc.certificate_expired"_qs;
        QTest::newRow("valid from the next day")
            << signedOn.addDays(1) << QDate(2024, 1, 1) << u"twoddoc.certificate_not_yet"_qs;
    }
    void aCertificateMustHaveBeenValidOnTheDayOfTheSignature()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        const test::Signer signer;
        const auto document = TwoDDoc::parse(signer.signedCode(code(card)));
        QCOMPARE(document->signedOn(), std::optional(QDate(2021, 8, 2)));
        QTEST(test::subjectOf(document->verify(trustIn(signer.certificatePem(from, to)))),
              "subject");
    }

    void aCodeWithoutASignatureDateCannotBeJudgedByACertificate()
    {
        const test::Signer signer;
        const auto document =
            TwoDDoc::parse(signer.signedCode(code("DC04FR00TST11ECCFFFF0701FR62MARTIN")));
        QCOMPARE_SUBJECT(
            document->verify(trustIn(signer.certificatePem(QDate(2020, 1, 1), QDate(2030, 1, 1)))),
            "twoddoc.no_signature_date");
    }

    void aTrustFolderHoldsKeysAndCertificatesByTheirName()
    {
        const QTemporaryDir dir;
        const test::Signer signer;
        const auto put = [&dir](const QString &name, const QByteArray &content) {
            QFile file(dir.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        QVERIFY(put(u"FR00-TST1.pem"_qs, signer.publicKeyPem()));
        QVERIFY(put(u"fr00-tst2.der"_qs, signer.publicKeyDer()));
        QVERIFY(
            put(u"FR00-TST3.crt"_qs, signer.certificatePem(QDate(2020, 1, 1), QDate(2030, 1, 1))));
        QVERIFY(put(u"FR00-TST4.pem"_qs, "not a key"));
        QVERIFY(put(u"notes.pem"_qs, signer.publicKeyPem()));
        const auto trust = TwoDDocTrust::fromFolder(dir.path());
        QVERIFY_OK(trust);
        QCOMPARE(trust->find("FR00", "TST1").size(), 1);
        QCOMPARE(trust->find("FR00", "TST2").size(), 1);
        QVERIFY(trust->find("FR00", "TST3").constFirst().certificate);
        QVERIFY(trust->find("FR00", "TST4").isEmpty());
        QCOMPARE_SUBJECT(TwoDDocTrust::fromFolder(dir.filePath(u"nowhere"_qs)), "twoddoc.trust");
    }

    void thePublicVectorsAreGenuine_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &value : test::vectors(u"2ddoc"_qs)[u"cases"_qs].toArray())
            QTest::addRow("%s", qPrintable(value[u"name"_qs].toString())) << value.toObject();
    }
    void thePublicVectorsAreGenuine()
    {
        const QJsonObject all = test::vectors(u"2ddoc"_qs);
        QSKIP_WITHOUT_VECTORS(all);
        QFETCH(QJsonObject, vector);
        const auto document = TwoDDoc::parse(vector[u"payload"_qs].toString().toLatin1());
        QVERIFY_OK(document);
        QVERIFY_OK(document->verify(trustIn(all[u"public_key_pem"_qs].toString().toLatin1())));
        const QJsonObject fields = vector[u"fields"_qs].toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            const auto *found = document->find(field.key().toLatin1());
            QVERIFY2(found, qPrintable(field.key()));
            QCOMPARE(found->value, field.value().toString());
        }
    }
};
QTEST_APPLESS_MAIN(TestTwoDDoc)
#include "tst_twoddoc.moc"
