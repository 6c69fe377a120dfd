// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/classify.h>
#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/codes/reader.h>
#include <ambroise/prescription/ordonnancecode.h>
#include <ambroise/prescription/print.h>

#include <support/ink.h>
#include <support/result.h>
#include <support/sampleordonnance.h>

#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prescription;

//! The printed ordonnance, looked at by programs that are not ours.
class TestPrint : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] static QString codeOf(const OrdonnanceContent &content)
    {
        return OrdonnanceCode::sign(content, QByteArray(16, '\1'), crypto::SigningKey::generate())
            .toText();
    }
    QString write(const QByteArray &pdf)
    {
        QFile file(m_folder.filePath(u"ordonnance.pdf"_qs));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(pdf);
        return file.fileName();
    }
    static QByteArray output(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(30'000) ? process.readAllStandardOutput() : QByteArray();
    }
    static QString textOf(const QString &pdf, int page)
    {
        const QString number = QString::number(page);
        return QString::fromUtf8(output(
            u"pdftotext"_qs, {u"-layout"_qs, u"-f"_qs, number, u"-l"_qs, number, pdf, u"-"_qs}));
    }
    static bool missing(const QString &program)
    {
        return QStandardPaths::findExecutable(program).isEmpty();
    }

private Q_SLOTS:
    void everyMandatoryMentionCanBeRead()
    {
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        const auto content = test::sampleContent();
        const auto printed = printOrdonnance(content, codeOf(content));
        QVERIFY_OK(printed);
        const QString text = QString::fromUtf8(
            output(u"pdftotext"_qs, {u"-layout"_qs, write(printed->pdf), u"-"_qs}));
        for (const QString &mention :
             {u"Docteur Claire FONTANEL"_qs, u"Médecin généraliste"_qs, u"RPPS 99700218896"_qs,
              u"France"_qs, u"+33 4 65 71 99 20"_qs, u"contact@tilleuls.example"_qs,
              u"24 novembre 2026"_qs, u"VASSEUR MADELEINE"_qs, u"Nom utilisé : Mercadier"_qs,
              u"féminin"_qs, u"14/03/1958"_qs, u"68 ans"_qs, u"74,2 kg"_qs,
              u"DOLIPRANE 1000 mg, comprimé"_qs, u"1 comprimé matin et soir, pendant 7 jours."_qs,
              u"1 ligne prescrite"_qs, u"Page 1 sur 1"_qs, content.number().grouped(),
              u"Signature"_qs})
            QVERIFY2(text.contains(mention), qPrintable(mention + u"\n"_qs + text));
    }

    void itsCodeIsReadByAnotherDecoder()
    {
        if (missing(u"pdftoppm"_qs) || missing(u"zbarimg"_qs))
            QSKIP("pdftoppm or zbarimg is not installed here");
        const auto content = test::sampleContent();
        const QString code = codeOf(content);
        const QString pdf = write(printOrdonnance(content, code)->pdf);
        output(u"pdftoppm"_qs,
               {u"-r"_qs, u"200"_qs, u"-png"_qs, pdf, m_folder.filePath(u"page"_qs)});
        const QByteArray read =
            output(u"zbarimg"_qs, {u"--raw"_qs, u"-q"_qs, m_folder.filePath(u"page-1.png"_qs)});
        QCOMPARE(QString::fromUtf8(read).trimmed(), code);
    }

    void itsCodeIsReadByUs()
    {
        const auto content = test::sampleContent();
        const QString code = codeOf(content);
        const auto symbols = codes::readData(printOrdonnance(content, code)->pdf);
        QVERIFY_OK(symbols);
        QCOMPARE(symbols->first().text, code);
    }

    void theInsOfAQualifiedIdentityIsPrintedToBeScanned()
    {
        auto parts = test::sampleParts();
        parts.patient.insMatricule = u"2 58 03 63 113 981 55"_qs;
        parts.patient.insOid = u"1.2.250.1.213.1.4.8"_qs;
        parts.patient.birthPlaceCode = u"63113"_qs;
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        QVERIFY_OK(content);
        const QString code = codeOf(*content);
        const QByteArray pdf = printOrdonnance(*content, code)->pdf;
        const auto symbols = codes::readData(pdf);
        QVERIFY_OK(symbols);
        QStringList texts;
        QByteArray ins;
        for (const codes::DecodedSymbol &symbol : *symbols) {
            texts << symbol.text;
            if (codes::kindOf(symbol) == codes::CodeKind::Ins)
                ins = symbol.bytes;
        }
        QVERIFY2(texts.contains(code), qPrintable(texts.join(u'\n'))); // both are on the page
        const auto payload = codes::InsPayload::parse(ins);
        QVERIFY_OK(payload);
        QCOMPARE(payload->parts().matricule, u"258036311398155"_qs);
        QCOMPARE(payload->parts().surname, u"VASSEUR"_qs);
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        const QString text =
            QString::fromUtf8(output(u"pdftotext"_qs, {u"-layout"_qs, write(pdf), u"-"_qs}));
        QVERIFY2(text.contains(u"INS 2 58 03 63 113 981 55 NIR"), qPrintable(text));
        QVERIFY(text.contains(u"INS à scanner"));
    }

    void aSecuredLineHasASheetOfItsOwnInLetters()
    {
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        auto parts = test::sampleParts();
        Line morphine;
        morphine.label = u"SKENAN L.P. 10 mg, gélule"_qs;
        morphine.posology = u"1 gélule matin et soir"_qs;
        morphine.durationDays = 28;
        morphine.support = Support::Secured;
        parts.lines << morphine;
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        QVERIFY_OK(content);
        const auto printed = printOrdonnance(*content, codeOf(*content));
        QVERIFY_OK(printed);
        QCOMPARE(printed->supports,
                 (QList<SupportPages>{{Support::Ordinary, 1, 1}, {Support::Secured, 2, 1}}));
        const QString file = write(printed->pdf);
        const QString first = textOf(file, 1);
        const QString second = textOf(file, 2);
        QVERIFY2(first.contains(u"DOLIPRANE") && !first.contains(u"SKENAN"), qPrintable(first));
        QVERIFY2(second.contains(u"SKENAN") && !second.contains(u"DOLIPRANE"), qPrintable(second));
        QVERIFY2(second.simplified().contains(u"une gélule de dix milligrammes deux fois par jour "
                                              "pendant vingt-huit jours"),
                 qPrintable(second));
        QVERIFY(second.contains(u"1 ligne prescrite (une)"));
        QVERIFY2(!second.contains(u"Docteur"), "the pre-printed form has its own head");
        QVERIFY(second.contains(u"VASSEUR MADELEINE"));
        QVERIFY(second.contains(content->number().grouped()));
    }

    void thePatientReadsWordsForWhatWasTypedShort()
    {
        Line line;
        line.label = u"SOLUPRED 20 mg, comprimé orodispersible"_qs;
        line.posology = u"2 cp matin 5 j puis 1 cp matin 5 j"_qs;
        QCOMPARE(printedPosology(line), u"2 comprimés le matin pendant 5 jours, puis 1 comprimé le "
                                        "matin pendant 5 jours."_qs);
        line.posology = u"1 cp dose unique"_qs;
        line.durationDays = 1;
        QCOMPARE(printedPosology(line), u"1 comprimé en une seule fois."_qs);
        line.posology = u"1 comprimé au coucher, selon le protocole remis"_qs; // nothing is short
        line.durationDays = 0;
        QCOMPARE(printedPosology(line), u"1 comprimé au coucher, selon le protocole remis."_qs);
        line.posology = u"appliquer 2x/j"_qs; // no dose: what is done is in the verb
        QCOMPARE(printedPosology(line), u"appliquer 2x/j."_qs);
        line.posology = u"1 cp au lit"_qs; // not read
        QCOMPARE(printedPosology(line), u"1 cp au lit."_qs);
    }

    void aSecuredSheetTellsWhenAndHowLongAndTheAld()
    {
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        auto parts = test::sampleParts();
        Line bedtime;
        bedtime.label = u"ZOLPIDEM 10 mg, comprimé"_qs;
        bedtime.posology = u"1 comprimé au coucher"_qs;
        bedtime.durationDays = 5;
        bedtime.support = Support::Secured;
        bedtime.ald = true;
        Line phases = bedtime;
        phases.ald = false;
        phases.label = u"SKENAN L.P. 10 mg, gélule"_qs;
        phases.posology = u"1 gélule matin et soir pendant 3 jours, puis 1 gélule le soir"_qs;
        phases.durationDays = 14;
        parts.lines = {bedtime, phases};
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        QVERIFY_OK(content);
        const QString text =
            textOf(write(printOrdonnance(*content, codeOf(*content))->pdf), 1).simplified();
        for (const QString &mention : {u"pendant cinq jours (au coucher)"_qs, u"l’ALD"_qs,
                                       u"durée totale quatorze jours"_qs, u"le soir)"_qs})
            QVERIFY2(text.contains(mention), qPrintable(mention + u"\n"_qs + text));
        for (Line &line : parts.lines)
            line.support = Support::Ordinary;
        QVERIFY(printedPosology(parts.lines.last()).contains(u", durée totale 14 jours."));
    }

    void theSecuredFormNamesThePharmacistWhoDispenses()
    {
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        auto parts = test::sampleParts();
        parts.lines.first().dispenser = u"Pharmacie des Halles"_qs;
        parts.lines.first().support = Support::Secured;
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        QVERIFY_OK(content);
        const QString text = textOf(write(printOrdonnance(*content, codeOf(*content))->pdf), 1);
        QVERIFY2(text.contains(u"Pharmacien chargé de la délivrance : Pharmacie des Halles"),
                 qPrintable(text));
    }

    void anExceptionDrugHasTheMentionsOfItsForm()
    {
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        auto parts = test::sampleParts();
        parts.lines.first().support = Support::Exception;
        parts.lines.first().ald = true;
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        QVERIFY_OK(content);
        const QString text =
            textOf(write(printOrdonnance(*content, codeOf(*content))->pdf), 1).simplified();
        // The title breaks beside the date.
        for (const QString &mention :
             {u"Ordonnance de médicaments"_qs, u"prestations d’exception"_qs,
              u"fiche d’information thérapeutique"_qs, u"Soins en rapport avec une ALD : OUI"_qs,
              u"Docteur Claire FONTANEL"_qs})
            QVERIFY2(text.contains(mention), qPrintable(mention + u"\n"_qs + text));
    }

    void whatConcernsALineIsPrintedBesideIt()
    {
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        auto parts = test::sampleParts();
        Line &line = parts.lines.first();
        line.offLabel = line.workInjury = line.singleDelivery = line.overlapAllowed = true;
        line.startDate = QDate(2026, 12, 1);
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        const QString text =
            textOf(write(printOrdonnance(*content, codeOf(*content))->pdf), 1).simplified();
        // The right column breaks between words.
        for (const QString &mention : {u"À débuter le 01/12/2026"_qs, u"NR"_qs, u"AT/MP"_qs})
            QVERIFY2(text.contains(mention), qPrintable(mention + u"\n"_qs + text));
        for (const QString &word : {u"autorisation"_qs, u"seule"_qs, u"chevauchement"_qs})
            QVERIFY2(text.contains(word), qPrintable(word + u"\n"_qs + text));
    }

    void itSaysThatItIsPdfA()
    {
        const auto content = test::sampleContent();
        const QByteArray pdf = printOrdonnance(content, codeOf(content))->pdf;
        QVERIFY(pdf.contains("pdfaid:part=\"1\"") || pdf.contains("<pdfaid:part>1"));
        QVERIFY(pdf.contains("/OutputIntent"));
        if (missing(u"qpdf"_qs))
            QSKIP("qpdf is not installed here");
        const QByteArray verdict = output(u"qpdf"_qs, {u"--check"_qs, write(pdf)});
        QVERIFY2(verdict.contains("No syntax or stream encoding errors"), verdict);
    }

    void manyLinesGoOnNumberedPages()
    {
        auto parts = test::sampleParts();
        while (parts.lines.size() < 40)
            parts.lines << parts.lines.first();
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        const auto printed = printOrdonnance(*content, codeOf(*content));
        QVERIFY_OK(printed);
        QVERIFY(printed->pages > 1);
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        const QString text = QString::fromUtf8(
            output(u"pdftotext"_qs, {u"-layout"_qs, write(printed->pdf), u"-"_qs}));
        QCOMPARE(text.count(u"DOLIPRANE"), 40);
        QVERIFY(text.contains(u"Page %1 sur %1"_qs.arg(printed->pages)));
        QVERIFY(text.contains(u"40 lignes prescrites"_qs));
    }

    void anAldSheetHasBothZonesEvenWhenOneIsEmpty()
    {
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        auto parts = test::sampleParts();
        parts.lines.first().ald = true;
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        const QString text = QString::fromUtf8(output(
            u"pdftotext"_qs,
            {u"-layout"_qs, write(printOrdonnance(*content, codeOf(*content))->pdf), u"-"_qs}));
        QVERIFY(text.contains(u"AFFECTION EXONÉRANTE"_qs));
        QVERIFY(text.contains(u"MALADIES INTERCURRENTES"_qs));
    }

    void theSecuredSheetLeavesTheRoomOfItsForm_data()
    {
        QTest::addColumn<double>("head");
        QTest::addColumn<double>("foot");
        QTest::newRow("usual") << 66.0 << 38.0;
        QTest::newRow("a low head") << 95.0 << 38.0;
        QTest::newRow("a high foot") << 40.0 << 60.0;
    }
    void theSecuredSheetLeavesTheRoomOfItsForm()
    {
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        QFETCH(const double, head);
        QFETCH(const double, foot);
        constexpr double millimetre = 72 / 25.4;
        auto parts = test::sampleParts();
        parts.lines.first().support = Support::Secured;
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        const QString pdf = write(printOrdonnance(*content, codeOf(*content), Sheet::Original,
                                                  {FormRoom::fitted(head, foot)})
                                      ->pdf);
        const auto between = [&](double from, double to) {
            const auto points = [](double mm) {
                return QString::number(int(mm * millimetre));
            };
            return QString::fromUtf8(
                       output(u"pdftotext"_qs,
                              {u"-r"_qs, u"72"_qs, u"-x"_qs, u"0"_qs, u"-y"_qs, points(from),
                               u"-W"_qs, u"595"_qs, u"-H"_qs, points(to - from), pdf, u"-"_qs}))
                .simplified();
        };
        QCOMPARE(between(0, head - 1), QString());
        QVERIFY(between(head, head + 12).contains(u"VASSEUR"_qs));
        QVERIFY(between(297 - foot, 297 - foot + 8).contains(u"1 ligne prescrite"_qs));
        QCOMPARE(between(297 - foot + 12, 297), QString());
    }

    void theRoomOfAFormLeavesSomeForTheOrdonnance()
    {
        QCOMPARE(FormRoom::fitted(500, -3),
                 FormRoom::fitted(FormRoom::mostHead, FormRoom::leastFoot));
        QCOMPARE(FormRoom::fitted(66, 38), FormRoom::usual());
    }

    void aHandwrittenSignatureStandsInItsPlace_data()
    {
        QTest::addColumn<int>("support");
        QTest::addColumn<double>("foot"); // millimetres under the signature
        QTest::newRow("plain") << int(Support::Ordinary) << 16.0;
        QTest::newRow("secured") << int(Support::Secured) << 38.0;
        QTest::newRow("exception") << int(Support::Exception) << 16.0;
    }
    void aHandwrittenSignatureStandsInItsPlace()
    {
        if (missing(u"pdftoppm"_qs))
            QSKIP("pdftoppm is not installed here");
        QFETCH(const int, support);
        QFETCH(const double, foot);
        auto parts = test::sampleParts();
        parts.lines.first().support = Support(support);
        const auto content =
            OrdonnanceContent::make(parts, OrdonnanceNumber::generate(), test::sampleInstant());
        const QString code = codeOf(*content);
        const QRectF place(152, 297 - foot - 34 + 6.5, 43, 16);
        const auto sheet = [&](Sheet worth, const std::optional<HandSignature> &signature) {
            return printOrdonnance(*content, code, worth, {{}, signature})->pdf;
        };
        QCOMPARE(test::inkIn(sheet(Sheet::Original, {}), 1, place), 0); // left for the hand
        QVERIFY(test::inkIn(sheet(Sheet::Original, test::drawnSignature()), 1, place) > 200);
        QCOMPARE(test::inkIn(sheet(Sheet::Draft, test::drawnSignature()), 1, place), 0);
    }

    void aSignatureIsDrawnInLinesAndStaysPdfA()
    {
        const auto content = test::sampleContent();
        const QByteArray plain = printOrdonnance(content, codeOf(content))->pdf;
        const QByteArray drawn =
            printOrdonnance(content, codeOf(content), Sheet::Original, {{}, test::drawnSignature()})
                ->pdf;
        QVERIFY(drawn.contains("pdfaid:part=\"1\"") || drawn.contains("<pdfaid:part>1"));
        QCOMPARE(drawn.count("/Subtype /Image"), plain.count("/Subtype /Image"));
        // No transparency (ISO 19005-1 §6.4).
        for (const char *forbidden : {"/SMask", "/ca 0", "/CA 0", "/Group"})
            QCOMPARE(drawn.count(forbidden), plain.count(forbidden));
        QVERIFY(drawn.size() < plain.size() + 20'000);
        if (missing(u"qpdf"_qs))
            QSKIP("qpdf is not installed here");
        const QByteArray verdict = output(u"qpdf"_qs, {u"--check"_qs, write(drawn)});
        QVERIFY2(verdict.contains("No syntax or stream encoding errors"), verdict);
    }

    void aDraftHasNoCodeAndSaysSo()
    {
        const auto content = test::sampleContent();
        const auto printed = printOrdonnance(content, {}, Sheet::Draft);
        QVERIFY_OK(printed);
        QVERIFY(!codes::readData(printed->pdf).ok());
        if (missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        QVERIFY(QString::fromUtf8(output(u"pdftotext"_qs, {write(printed->pdf), u"-"_qs}))
                    .contains(u"BROUILLON"_qs));
    }
};
QTEST_MAIN(TestPrint)
#include "tst_print.moc"
