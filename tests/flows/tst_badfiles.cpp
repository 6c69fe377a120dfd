// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "demopractice.h"

#include "../codes/png.h"
#include "../drugs/bdpmfixture.h"

#include <ambroise/codes/qr.h>

#include <support/manualclock.h>
#include <support/result.h>

#include <QGuiApplication>
#include <QPainter>

using namespace ambroise;
using namespace ambroise::app;

namespace {

//! A picture of a sheet with lines and no code.
QImage sheetWithout()
{
    QImage sheet(1200, 1600, QImage::Format_Grayscale8);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    for (int y = 100; y < 1500; y += 40)
        painter.fillRect(120, y, 400 + y * 7 % 500, 14, QColor(60, 60, 60));
    return sheet;
}

} // namespace

//! What a user is told of files that are not what they should be, and that nothing changes by it.
class TestBadFiles : public QObject {
    Q_OBJECT
    test::CommandLine m_ctl{QStringLiteral(AMBROISECTL)};
    SystemClock m_clock;
    QString m_practice;
    test::BdpmFixture m_bdpm;

    test::CommandLine::Answer call(const QStringList &words, const QString &user) const
    {
        return m_ctl.call(words, user, m_practice);
    }
    QString png(const QString &name, const QImage &image) const
    {
        const QString path = m_ctl.path(name);
        return image.save(path) ? path : QString();
    }
    QString qr(const QString &name, QByteArrayView text) const
    {
        return png(name, *codes::qrImage(text, codes::QrLevel::M, 6));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_practice = m_ctl.path(u"practice"_qs);
        QVERIFY_OK(createPractice(PracticeFolder(m_practice), test::demoOptions(), m_clock));
        m_bdpm.addDrug(u"62345678"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs, u"PARACÉTAMOL"_qs);
        QCOMPARE(call({u"ref"_qs, u"import"_qs, u"bdpm"_qs, m_bdpm.write()}, u"admin"_qs).exitCode,
                 0);
    }

    void aDrugBaseThatIsWrongChangesNothing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("error");
        const QString drugs = test::drugsFile;
        const QByteArray good = m_bdpm.content(drugs);
        QTest::newRow("empty") << drugs << QByteArray() << u"bdpm.empty"_qs;
        QTest::newRow("cut in a line")
            << drugs << good.left(good.size() - 40) << u"bdpm.truncated"_qs;
        QTest::newRow("cut at a line")
            << drugs << good.left(good.lastIndexOf('\n', good.size() / 2) + 1) << u"bdpm.shrunk"_qs;
        QTest::newRow("columns of another file")
            << drugs << m_bdpm.content(test::componentsFile) << u"bdpm.columns"_qs;
        QTest::newRow("UTF-16") << drugs
                                << QByteArray::fromRawData(
                                       reinterpret_cast<const char *>(u"\ufeff61000000\tX\r\n"), 28)
                                << u"bdpm.encoding"_qs;
        QTest::newRow("no text") << drugs << QByteArray(5000, '\0') << u"bdpm.encoding"_qs;
        QTest::newRow("a page of the publisher's site in its place")
            << drugs << QByteArray("<!DOCTYPE html>\n<html><body>Maintenance</body></html>\n")
            << u"bdpm.columns"_qs;
    }
    void aDrugBaseThatIsWrongChangesNothing()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        const QString folder = m_bdpm.write({{file, content}});
        const auto answer = call({u"ref"_qs, u"import"_qs, u"bdpm"_qs, folder}, u"admin"_qs);
        QCOMPARE(answer.exitCode, 1);
        QTEST(answer.error, "error");
        QVERIFY2(answer.sentence.endsWith(u'.') && answer.sentence.contains(file),
                 qPrintable(answer.sentence));
        const auto found = call({u"drug"_qs, u"search"_qs, u"doliprane"_qs}, u"medecin"_qs);
        QCOMPARE(found.array.size(), 1);
    }

    void aGrowthReferenceIsImportedWholeOrNotAtAll()
    {
        const QByteArray good = "# name: Essai\n# source: une thèse\n"
                                "indicator;sex;age_months;l;m;s\nheight;f;1;1;54;0.04\n";
        const auto import = [&](const QByteArray &content, const QString &user) {
            return call(
                {u"ref"_qs, u"import"_qs, u"growth"_qs, m_ctl.write(u"growth.csv"_qs, content)},
                user);
        };
        const auto named = [&] {
            QStringList names;
            const QJsonArray all = call({u"ref"_qs, u"list"_qs}, u"admin"_qs).array;
            for (const auto &one : all)
                if (one.toObject().value(u"kind").toString() == u"growth")
                    names << one.toObject().value(u"source").toString();
            return names;
        };
        QCOMPARE(import(good, u"secretaire"_qs).error, u"access.denied"_qs);
        QCOMPARE(import(good.left(good.size() - 6), u"admin"_qs).error, u"growth.row"_qs);
        QVERIFY(named().isEmpty());
        const auto imported = import(good, u"admin"_qs);
        QCOMPARE(imported.exitCode, 0);
        QCOMPARE(imported.object.value(u"rows").toObject().value(u"growth.csv").toInt(), 1);
        QCOMPARE(import("nothing", u"admin"_qs).error, u"growth.columns"_qs);
        QCOMPARE(named(), QStringList{u"Essai"_qs});
        const QStringList remove{u"ref"_qs, u"remove"_qs, u"growth"_qs, u"Essai"_qs};
        QCOMPARE(call(remove, u"secretaire"_qs).error, u"access.denied"_qs);
        QCOMPARE(call(remove, u"admin"_qs).exitCode, 0);
        QCOMPARE(call(remove, u"admin"_qs).error, u"growth.unknown"_qs);
        QVERIFY(named().isEmpty());
    }

    void aPictureOrPdfThatHoldsNoOrdonnanceIsSaid_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("error");
        QTest::newRow("a code that is not ours")
            << qr(u"foreign.png"_qs, "https://example.fr/menu") << u"code.foreign"_qs;
        QTest::newRow("a photo with none")
            << png(u"none.png"_qs, sheetWithout()) << u"code.none"_qs;
        QTest::newRow("100 megapixels")
            << png(u"huge.png"_qs, QImage(10'000, 10'000, QImage::Format_Mono))
            << u"image.too_large"_qs;
        QTest::newRow("the header of 100 megapixels")
            << m_ctl.write(u"header.png"_qs, test::boastfulPng(10'000, 10'000))
            << u"image.too_large"_qs;
        QTest::newRow("a PDF that is none inside")
            << m_ctl.write(u"bad.pdf"_qs, "%PDF-1.7\n" + QByteArray(2000, 'x'))
            << u"pdf.corrupt"_qs;
        QTest::newRow("text") << m_ctl.write(u"text.png"_qs, "bonjour") << u"image.unreadable"_qs;
        QTest::newRow("an empty file") << m_ctl.write(u"empty.png"_qs, {}) << u"file.empty"_qs;
        QTest::newRow("a folder") << m_ctl.path(u"tmp"_qs) << u"file.unreadable"_qs;
        QTest::newRow("no file") << m_ctl.path(u"nowhere.png"_qs) << u"file.missing"_qs;
    }
    void aPictureOrPdfThatHoldsNoOrdonnanceIsSaid()
    {
        QFETCH(QString, file);
        const auto answer = call({u"rx"_qs, u"verify"_qs, file}, u"pharmacien"_qs);
        QCOMPARE(answer.exitCode, 1);
        QTEST(answer.error, "error");
        QVERIFY2(test::isSentence(answer.sentence), qPrintable(answer.sentence));
    }

    void aCodeThatIsOursAndNotAsItWasIsNotAuthentic_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("why");
        QTest::newRow("nothing but its beginning") << u"AMB1:"_qs << u"code.damaged"_qs;
        QTest::newRow("cut") << u"AMB1:6BF7WE4"_qs << u"code.damaged"_qs;
        QTest::newRow("other letters") << u"AMB1:é€😀"_qs << u"code.damaged"_qs;
    }
    void aCodeThatIsOursAndNotAsItWasIsNotAuthentic()
    {
        QFETCH(QString, code);
        const auto answer = call({u"rx"_qs, u"verify"_qs, code}, u"pharmacien"_qs);
        QCOMPARE(answer.exitCode, 1);
        QCOMPARE(answer.object.value(u"authentic").toBool(true), false);
        QTEST(answer.object.value(u"code").toString(), "why");
        QVERIFY(test::isSentence(answer.object.value(u"why").toString()));
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    TestBadFiles test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_badfiles.moc"
