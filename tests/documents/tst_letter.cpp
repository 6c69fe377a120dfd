// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterpaper.h"

#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/documents/letterbody.h>
#include <ambroise/documents/letterfields.h>

#include <support/ink.h>
#include <support/result.h>

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::documents;

namespace {

const QDate day(2026, 11, 24);
const auto city = u"Saint-Ambroise-les-Prés"_qs;

QByteArray printed(const LetterDraft &draft, const PaperHead &head = test::letterHead(),
                   bool qualified = false)
{
    const auto letter = Letter::make(draft, city, day);
    if (!letter.ok())
        return {};
    const auto made = printLetter(*letter, head, paperPatientOf(test::letterPatient(qualified)));
    return made.ok() ? made->pdf : QByteArray();
}

} // namespace

//! Letters on paper, read by programs that are not ours.
class TestLetter : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString kept(const QByteArray &pdf, const QString &name = u"letter.pdf"_qs) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(pdf);
        return file.fileName();
    }

private Q_SLOTS:
    void whatIsNotReadyIsNotSigned()
    {
        LetterDraft draft = test::letterDraft(u"Bonjour."_qs);
        QVERIFY_OK(Letter::make(draft, city, day));
        draft.body = u"  \n"_qs;
        QCOMPARE_SUBJECT(Letter::make(draft, city, day), "letter.empty");
        draft.body = u"Bonjour."_qs;
        draft.subject = u" "_qs;
        QCOMPARE_SUBJECT(Letter::make(draft, city, day), "letter.subject");
        draft.subject = u"Avis"_qs;
        draft.recipient = {};
        QCOMPARE_SUBJECT(Letter::make(draft, city, day), "letter.recipient");
        draft.kind = LetterKind::Certificate; // handed over
        QVERIFY_OK(Letter::make(draft, city, day));
        draft.body = QString(100'001, u'a');
        QCOMPARE_SUBJECT(Letter::make(draft, city, day), "letter.long");
    }

    void aHandwrittenSignatureStandsUnderTheNameUnlessItIsADraft()
    {
        if (test::missing(u"pdftoppm"_qs))
            QSKIP("pdftoppm is not installed here");
        const LetterDraft draft = test::letterDraft(u"Bonjour."_qs);
        PaperHead head = test::letterHead();
        const QByteArray plain = printed(draft, head);
        head.signature = test::drawnSignature();
        const QByteArray drawn = printed(draft, head);
        head.draft = true;
        const QByteArray unsignedYet = printed(draft, head);
        const QRectF half(110, 90, 86, 180); // under the recipient, right of the text
        const int name = test::inkIn(plain, 1, half);
        QVERIFY(name > 0);
        QVERIFY(test::inkIn(drawn, 1, half) > name + 200);
        QCOMPARE(test::inkIn(unsignedYet, 1, half), name);
    }

    void aFieldLeftIsToldByItsName()
    {
        LetterDraft draft = test::letterDraft(u"Repos [durée]."_qs);
        QCOMPARE_SUBJECT(Letter::make(draft, city, day), "letter.field");
        QCOMPARE(fieldLeftIn(draft), u"[durée]"_qs);
        draft.subject = u"Avis [motif]"_qs;
        QCOMPARE(fieldLeftIn(draft), u"[motif]"_qs);
        draft = test::letterDraft(u"Cher {destinataire}, le {date}."_qs);
        QCOMPARE(fieldLeftIn(draft), std::nullopt);
        draft.recipient.name.clear();
        QCOMPARE(fieldLeftIn(draft), u"[destinataire : à choisir]"_qs);
    }

    void theLateFieldsAreFilledWhenItIsSigned()
    {
        const auto letter =
            Letter::make(test::letterDraft(u"{destinataire}, le {date}."_qs), city, day);
        QCOMPARE(plainText(letter->body()), u"Dr Inès Amar, le 24 novembre 2026."_qs);
    }

    void aDraftIsReadBackAsItWas()
    {
        const LetterDraft draft = test::letterDraft(u"**Avis**\n[motif] « x »"_qs);
        QCOMPARE(*LetterDraft::fromText(draft.toText()), draft);
        for (const QString &wrong : {QString(), u"{}"_qs, u"[1]"_qs, u"{\"kind\":\"x\"}"_qs})
            QCOMPARE_SUBJECT(LetterDraft::fromText(wrong), "letter.draft");
    }

    void everyMentionCanBeRead()
    {
        if (test::missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        const QString text = test::textOf(printed(
            test::letterDraft(u"Pour **avis**.\n\n- HTA\n- Diabète\n\n1. Écho\n2. Holter"_qs)));
        for (const QString &mention :
             {u"Docteur Claire FONTANEL"_qs, u"RPPS 89970021848"_qs, u"France"_qs,
              u"+33 4 65 71 99 20"_qs, u"contact@tilleuls.example"_qs, u"Dr Inès Amar"_qs,
              u"Cardiologue"_qs, u"63000 Clermont-Ferrand"_qs, u"WEBER-D'ALMEIDA ANTON"_qs,
              u"Nom utilisé : Weber"_qs, u"02/09/1991"_qs,
              u"Saint-Ambroise-les-Prés, le 24 novembre 2026"_qs,
              u"Objet : Avis pour WEBER-D'ALMEIDA Anton"_qs, u"Pour avis."_qs, u"• HTA"_qs,
              u"2. Holter"_qs, u"Copie à : Dr Paul Roux, Néphrologue"_qs, u"Page 1 sur 1"_qs})
            QVERIFY2(text.simplified().contains(mention, Qt::CaseInsensitive),
                     qPrintable(mention + u'\n' + text));
        for (const QString &absent : {u"INS"_qs, u"Spécimen"_qs, u"Brouillon"_qs, u"**"_qs})
            QVERIFY2(!text.contains(absent), qPrintable(absent));
    }

    void theTextOnPaperIsTheTextThatWasWritten()
    {
        if (test::missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        QString body;
        for (int i = 0; i < 60; ++i)
            body += u"Alinéa %1 : TA 13/8, 5*2 mg, > 38 °C ; « œdème » (à revoir).\n\n"_qs.arg(i);
        const QString text = test::textOf(printed(test::letterDraft(body))).simplified();
        for (int i = 0; i < 60; ++i)
            QVERIFY2(text.contains(
                         u"Alinéa %1 : TA 13/8, 5*2 mg, > 38 °C ; « œdème » (à revoir)."_qs.arg(i)),
                     qPrintable(QString::number(i)));
        QVERIFY(text.contains(u"Page 2 sur 3"_qs) || text.contains(u"Page 2 sur 2"_qs));
    }

    void theRecipientStandsInTheWindowOfTheEnvelope()
    {
        if (test::missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        const QByteArray boxes = test::saidBy(u"pdftotext"_qs, {u"-bbox"_qs, u"-"_qs, u"-"_qs},
                                              printed(test::letterDraft(u"Bonjour."_qs)));
        static const QRegularExpression word(
            u"xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\"[^>]*>Inès<"_qs);
        const auto found = word.match(QString::fromUtf8(boxes));
        QVERIFY(found.hasMatch());
        constexpr double millimetre = 72 / 25.4;
        QVERIFY(found.captured(1).toDouble() > 105 * millimetre);
        const double top = found.captured(2).toDouble() / millimetre;
        QVERIFY2(top > 44 && top < 49, qPrintable(QString::number(top)));
    }

    void theSignatureIsNeverAloneOnItsPage_data()
    {
        QTest::addColumn<int>("paragraphs");
        for (int i = 8; i < 30; ++i)
            QTest::addRow("%d", i) << i;
    }
    void theSignatureIsNeverAloneOnItsPage()
    {
        if (test::missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        QFETCH(const int, paragraphs);
        const QString body = (QString(u"Une phrase qui se répète. "_qs).repeated(6) + u"\n\n"_qs)
                                 .repeated(paragraphs);
        const QStringList pages =
            test::textOf(printed(test::letterDraft(body))).split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.last().contains(u"qui se répète"_qs));
        QVERIFY(pages.last().contains(u"Copie à"_qs));
        QCOMPARE(pages.join(u' ').count(u"répète"_qs), paragraphs * 6);
    }

    void onlyAQualifiedIdentityHasItsIns()
    {
        const QByteArray pdf = printed(test::letterDraft(u"Bonjour."_qs), test::letterHead(), true);
        if (test::missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        QVERIFY(test::textOf(pdf).contains(u"1 91 09 63 113 972 48"_qs));
        if (test::missing(u"pdftoppm"_qs) || test::missing(u"dmtxread"_qs))
            QSKIP("pdftoppm or dmtxread is not installed here");
        test::saidBy(u"pdftoppm"_qs,
                     {u"-r"_qs, u"200"_qs, u"-png"_qs, kept(pdf), m_folder.filePath(u"page"_qs)});
        const QByteArray read =
            test::saidBy(u"dmtxread"_qs, {u"-m"_qs, u"20000"_qs, u"-N"_qs, u"1"_qs,
                                          m_folder.filePath(u"page-1.png"_qs)});
        const auto payload = codes::InsPayload::parse(read);
        QVERIFY_OK(payload);
        QCOMPARE(payload->parts().matricule, u"191096311397248"_qs);
        QCOMPARE(payload->parts().surname, u"WEBER-D'ALMEIDA"_qs);
    }

    void itSaysThatItIsPdfAAndInFrench()
    {
        const QByteArray pdf = printed(test::letterDraft(u"Bonjour."_qs));
        QVERIFY(pdf.contains("pdfaid:part=\"1\"") || pdf.contains("<pdfaid:part>1"));
        QVERIFY(pdf.contains("/OutputIntent"));
        if (test::missing(u"qpdf"_qs))
            QSKIP("qpdf is not installed here");
        const QByteArray verdict = test::saidBy(u"qpdf"_qs, {u"--check"_qs, kept(pdf)});
        QVERIFY2(verdict.contains("No syntax or stream encoding errors"), verdict);
        const QByteArray trailer =
            test::saidBy(u"qpdf"_qs, {u"--show-object=trailer"_qs, kept(pdf)});
        static const QRegularExpression root(u"/Root (\\d+) 0 R"_qs);
        const QString number = root.match(QString::fromLatin1(trailer)).captured(1);
        const QByteArray catalog =
            test::saidBy(u"qpdf"_qs, {u"--show-object="_qs + number, kept(pdf)});
        QVERIFY2(catalog.contains("/Lang (fr-FR)"), catalog);
    }

    void whatItIsWorthStandsAtTheTop()
    {
        if (test::missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        PaperHead head = test::letterHead();
        head.specimen = true;
        QString text = test::textOf(printed(test::letterDraft(u"Bonjour."_qs), head));
        QVERIFY(text.contains(u"Spécimen, sans valeur"_qs) && !text.contains(u"Brouillon"_qs));
        head.specimen = false;
        head.draft = true;
        const LetterDraft left = test::letterDraft(u"Repos [durée]."_qs);
        const auto made = printLetter(Letter::unfinished(left, city, day), head,
                                      paperPatientOf(test::letterPatient(false)));
        QVERIFY_OK(made);
        text = test::textOf(made->pdf);
        QVERIFY(text.contains(u"Brouillon"_qs) && text.contains(u"[durée]"_qs));
    }

    void longNamesStayOnThePage()
    {
        LetterDraft draft = test::letterDraft(u"Bonjour."_qs);
        draft.recipient.name =
            u"Pr Marie-Anne de La Rochefoucauld-Montmorency-Luxembourg d’Aix-les-Bains"_qs;
        draft.recipient.address = QStringList(6, u"Résidence universitaire des Grands-Chênes"_qs);
        draft.subject = QString(u"Un objet qui se répète et ne finit pas "_qs).repeated(5);
        const QByteArray pdf = printed(draft, test::letterHead(), true);
        QVERIFY(!pdf.isEmpty());
        if (test::missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        const QString text = test::textOf(pdf).simplified();
        QVERIFY2(text.contains(u"d’Aix-les-Bains"_qs), qPrintable(text));
        QCOMPARE(text.count(u"Grands-Chênes"_qs), 6);
    }

    void everyStarterBecomesALetter_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < starters()->size(); ++i)
            QTest::newRow(qPrintable(starters()->at(i).key)) << i;
    }
    void everyStarterBecomesALetter()
    {
        QFETCH(const int, index);
        const Starter &starter = starters()->at(index);
        FieldValues values;
        for (const LetterField &field : letterFields())
            values.set(field.name, QStringList{u"valeur"_qs, u"autre"_qs});
        values.set(u"e", u"e"_qs);
        LetterDraft draft = test::letterDraft(filled(starter.text.body(), values));
        draft.kind = starter.text.kind();
        draft.subject = filled(starter.text.subject(), values);
        static const QRegularExpression free(u"\\[[^\\]]*\\]"_qs);
        draft.subject.replace(free, u"rempli"_qs);
        draft.body.replace(free, u"rempli"_qs);
        const QByteArray pdf = printed(draft);
        QVERIFY(!pdf.isEmpty());
        if (test::missing(u"pdftotext"_qs))
            QSKIP("pdftotext is not installed here");
        const QString text = test::textOf(pdf);
        for (const QChar mark : {u'{', u'}', u'[', u']', u'*', u'\\'})
            QVERIFY2(!text.contains(mark), qPrintable(text));
        if (qEnvironmentVariableIsSet("AMBROISE_SCREENSHOTS")) {
            const QString folder = qEnvironmentVariable("AMBROISE_SCREENSHOTS") + u"/letters/"_qs;
            QDir().mkpath(folder);
            QFile file(folder + starter.key + u".pdf"_qs);
            if (file.open(QIODevice::WriteOnly))
                file.write(pdf);
        }
    }
};
QTEST_MAIN(TestLetter)
#include "tst_letter.moc"
