// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/codes/reader.h>
#include <ambroise/documents/inslabel.h>

#include <support/result.h>

#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::documents;

namespace {

patient::PatientDetails anton(bool qualified = true)
{
    using namespace identity;
    const auto traits = *StrictTraits::make(
        {*BirthSurname::parse(u"WEBER-D'ALMEIDA"), *GivenNames::parse(u"ANTON LUCAS MARIE"),
         *GivenNames::parse(u"ANTON"), *BirthDate::of(QDate(1991, 9, 2)), Sex::Male,
         *BirthPlace::make(u"63113", u"Clermont-Ferrand"_qs)});
    patient::PatientDetails details{.identity = Identity::provisional(traits)};
    if (qualified)
        details.identity = *Identity::make(
            traits, Ins{*InsMatricule::fromInsi(u"191096311397248"), InsAuthority::Nir},
            {true, true}, {});
    details.usedSurname = u"Weber"_qs;
    return details;
}

//! What another program says of a file; empty where it is not installed.
QByteArray said(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(30'000) ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

//! Labels as they leave the printer, read by programs that are not ours.
class TestInsLabel : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString kept(const QByteArray &pdf)
    {
        const QString path = m_folder.filePath(u"label.pdf"_qs);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(pdf);
        return path;
    }

private Q_SLOTS:
    void everyFormatHoldsTheCodeAndTheTraits_data()
    {
        QTest::addColumn<int>("sheet");
        for (int i = 0; i < labelSheets().size(); ++i)
            QTest::newRow(qPrintable(labelSheets().at(i).code)) << i;
    }
    void everyFormatHoldsTheCodeAndTheTraits()
    {
        QFETCH(int, sheet);
        const auto pdf = insLabels({anton()}, labelSheets().at(sheet));
        QVERIFY_OK(pdf);
        const auto symbols = codes::readData(*pdf);
        QVERIFY_OK(symbols);
        const auto payload = codes::InsPayload::parse(symbols->first().bytes);
        QVERIFY_OK(payload);
        QCOMPARE(payload->parts().matricule, u"191096311397248"_qs);
        QCOMPARE(payload->parts().surname, u"WEBER-D'ALMEIDA"_qs);
        QCOMPARE(payload->parts().birthDate, QDate(1991, 9, 2));
        if (QStandardPaths::findExecutable(u"pdftotext"_qs).isEmpty())
            QSKIP("poppler-utils is not installed here");
        const QString text =
            QString::fromUtf8(said(u"pdftotext"_qs, {u"-layout"_qs, kept(*pdf), u"-"_qs}));
        for (const char *word :
             {"WEBER-D'ALMEIDA ANTON", "INS à scanner", "1 91 09 63 113 972 48 NIR", "02/09/1991"})
            QVERIFY2(text.simplified().contains(QString::fromUtf8(word)), qPrintable(text));
    }

    void anotherDecoderReadsIt()
    {
        for (const char *tool : {"pdftoppm", "dmtxread"})
            if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
                QSKIP("poppler-utils and dmtx-utils are not both installed here");
        const QString path = kept(*insLabels({anton()}, labelSheets().first()));
        const QString page = m_folder.filePath(u"page"_qs);
        said(u"pdftoppm"_qs, {u"-r"_qs, u"300"_qs, u"-png"_qs, u"-singlefile"_qs, path, page});
        const QByteArray bytes = said(u"dmtxread"_qs, {page + u".png"_qs});
        QCOMPARE(bytes, *insPayloadOf(anton().identity));
    }

    void sheetsFillFromTheFirstFreeLabel()
    {
        const LabelSheet sheet = labelSheets().at(3);
        const auto pdf = insLabels({anton(), anton(), anton()}, sheet, {sheet.count() - 2});
        QVERIFY_OK(pdf);
        const auto symbols = *codes::readData(*pdf, codes::Search::Everything);
        QCOMPARE(symbols.size(), 3);
        QCOMPARE(symbols.first().page, 1);
        QCOMPARE(symbols.last().page, 2);
    }

    void theEdgesAndTheUsedPlacesAreDrawnToSetAPrinter()
    {
        const LabelSheet sheet = labelSheets().at(3);
        const auto plain = insLabels({anton()}, sheet, {5});
        const auto outlined = insLabels({anton()}, sheet, {5, 1.5, -2, true});
        QVERIFY_OK(outlined);
        QVERIFY(outlined->size() > plain->size());
        QCOMPARE(codes::readData(*outlined)->size(), 1);
    }

    void nobodyElseThanAQualifiedIdentityHasALabel()
    {
        const LabelSheet sheet = labelSheets().first();
        QCOMPARE_SUBJECT(insLabels({anton(false)}, sheet), "label.not_qualified");
        QCOMPARE_SUBJECT(insLabels({}, sheet), "label.none");
        QCOMPARE_SUBJECT(insLabels({anton()}, sheet, {1}), "label.start");
        QCOMPARE_SUBJECT(insLabels({anton()}, sheet, {-1}), "label.start");
    }

    void aLongNameStaysOnItsLabel()
    {
        using namespace identity;
        auto details = anton();
        const auto traits = *StrictTraits::make(
            {*BirthSurname::parse(u"DE LA ROCHEFOUCAULD-MONTMORENCY--SAINT-EXUPERY"),
             *GivenNames::parse(u"MARIE-ANNE CHARLOTTE JOSEPHINE ANTOINETTE ELISABETH"),
             *GivenNames::parse(u"MARIE-ANNE"), *BirthDate::of(QDate(1931, 1, 2)), Sex::Female,
             *BirthPlace::make(u"2A004", u"Ajaccio"_qs)});
        details.identity = *Identity::make(traits, details.identity.ins(), {true, true}, {});
        for (const LabelSheet &sheet : labelSheets()) {
            const auto pdf = insLabels({details}, sheet);
            QVERIFY_OK(pdf);
            QVERIFY_OK(codes::readData(*pdf));
        }
    }
};

QTEST_MAIN(TestInsLabel)
#include "tst_inslabel.moc"
