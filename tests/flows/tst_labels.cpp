// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/labelpage.h>
#include <cabinet/pdfout.h>
#include <cabinet/pdfviewer.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/codes/insdatamatrix.h>
#include <ambroise/codes/reader.h>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPrinter>
#include <QSpinBox>

#include <poppler-qt6.h>

using namespace ambroise;
using namespace ambroise::app;

namespace {

documents::LabelSheet sheetOf(const QString &code)
{
    const QList<documents::LabelSheet> sheets = documents::labelSheets();
    for (const documents::LabelSheet &sheet : sheets)
        if (sheet.code == code)
            return sheet;
    return {};
}

} // namespace

//! The labels of a post: chosen in its settings, printed from a record.
class TestLabels : public QObject {
    Q_OBJECT
    test::Desk m_desk;
    QList<QByteArray> m_printed;

    [[nodiscard]] LabelPage *page() const { return m_desk.window->findChild<LabelPage *>(); }
    //! Its own page, whose printer is the test.
    std::unique_ptr<LabelPage> alone()
    {
        auto page = std::make_unique<LabelPage>(
            [this](const QByteArray &pdf, QWidget *) -> Result<Outcome> {
                m_printed << pdf;
                return Outcome::Done;
            });
        page->resize(1050, 664);
        page->show();
        page->activateWindow();
        (void)QTest::qWaitForWindowActive(page.get());
        return page;
    }
    static void choose(const LabelPage &page, const QString &code)
    {
        test::named<QComboBox>(page, u"Format"_qs)->setCurrentText(sheetOf(code).name);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY_OK(m_desk.make()); }
    void init()
    {
        m_printed.clear();
        QVERIFY_OK(PostLabels().save());
    }
    void cleanup() { m_desk.window.reset(); }

    void aNewPostPrintsOnTheUsualRoll()
    {
        QCOMPARE(PostLabels::load().sheet, documents::labelSheets().first());
        QCOMPARE(PostLabels::load().start.position, 0);
    }

    void whatIsKeptIsMadeToFit()
    {
        PostLabels labels;
        labels.sheet = sheetOf(u"roll-62x29"_qs);
        labels.start = {7, 25, -25};
        QVERIFY_OK(labels.save());
        const PostLabels kept = PostLabels::load();
        QCOMPARE(kept.sheet, labels.sheet);
        QCOMPARE(kept.start.position, 0); // a roll has one place
        QCOMPARE(kept.start.shiftX, PostLabels::furthest);
        QCOMPARE(kept.start.shiftY, -PostLabels::furthest);
    }

    void aFormatAndAShiftAreKeptAtOnce()
    {
        const auto page = alone();
        choose(*page, u"a4-21"_qs);
        test::named<QDoubleSpinBox>(*page, u"Décalage vers la droite"_qs)->setValue(1.5);
        test::named<QDoubleSpinBox>(*page, u"Décalage vers le bas"_qs)->setValue(-0.5);
        test::named<QSpinBox>(*page, u"Première étiquette libre"_qs)->setValue(5);
        const PostLabels kept = PostLabels::load();
        QCOMPARE(kept.sheet.code, u"a4-21"_qs);
        QCOMPARE(kept.start.shiftX, 1.5);
        QCOMPARE(kept.start.shiftY, -0.5);
        QCOMPARE(kept.start.position, 4);
    }

    void aRollHasNoFirstFreeLabel()
    {
        const auto page = alone();
        QVERIFY(!test::named<QSpinBox>(*page, u"Première étiquette libre"_qs));
        choose(*page, u"a4-24"_qs);
        QVERIFY(test::named<QSpinBox>(*page, u"Première étiquette libre"_qs));
    }

    void theTrialIsOfNobody()
    {
        const auto page = alone();
        QTest::keyClick(page.get(), Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(m_printed.size(), 1);
        const auto codes = codes::readData(m_printed.first());
        QVERIFY_OK(codes);
        const auto payload = codes::InsPayload::parse(codes->first().bytes);
        QVERIFY_OK(payload);
        QCOMPARE(payload->parts().surname, u"SPECIMEN"_qs);
        QCOMPARE(payload->parts().oid, oid(identity::InsAuthority::TestNir));
        QCOMPARE(PostLabels::load().start.position, 0); // takes no place of a sheet
    }

    void aLabelIsPrintedAtItsTrueSize_data()
    {
        QTest::addColumn<QString>("format");
        for (const documents::LabelSheet &sheet : documents::labelSheets())
            QTest::newRow(qPrintable(sheet.code)) << sheet.code;
    }
    void aLabelIsPrintedAtItsTrueSize()
    {
        QFETCH(const QString, format);
        PostLabels labels;
        labels.sheet = sheetOf(format);
        const QString path = m_desk.path(format + u".pdf"_qs);
        QPrinter paper(QPrinter::HighResolution);
        paper.setOutputFormat(QPrinter::PdfFormat);
        paper.setOutputFileName(path);
        QVERIFY_OK(paintPages(*labels.specimen(), paper));
        const auto printed = Poppler::Document::load(path);
        const QSizeF size = printed->page(0)->pageSizeF() * 25.4 / 72;
        QVERIFY2(qAbs(size.width() - labels.sheet.pageWidth) < 0.6, qPrintable(format));
        QVERIFY2(qAbs(size.height() - labels.sheet.pageHeight) < 0.6, qPrintable(format));
        QVERIFY_OK(codes::readImage(printed->page(0)->renderToImage(300, 300)));
    }

    void theLabelOfARecordGoesToTheNextFreePlace()
    {
        PostLabels labels;
        labels.sheet = sheetOf(u"a4-24"_qs);
        labels.start.position = labels.sheet.count() - 1;
        QVERIFY_OK(labels.save());
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        m_desk.cabinet()->openRecord(test::madeleine);
        m_desk.record()->showPage(u"identity"_qs);
        m_desk.record()->identityPage()->printLabel();
        auto *viewer = m_desk.window->findChild<PdfViewer *>();
        QVERIFY(viewer);
        QCOMPARE(PostLabels::load().start.position, labels.sheet.count() - 1); // only looked at
        test::keepScreenshot(*viewer, u"etiquette-planche"_qs);
        Q_EMIT viewer->printed();
        QCOMPARE(PostLabels::load().start.position, 0); // a new sheet
        viewer->close();
    }

    void thePageIsForWhoPrintsLabels()
    {
        QVERIFY(m_desk.enter(u"secretaire"_qs));
        QVERIFY(m_desk.openSettings(u"Étiquettes"_qs));
        QVERIFY(page() && page()->isVisible());
        m_desk.keepPictures(u"reglages-etiquettes"_qs);
        choose(*page(), u"a4-21"_qs);
        test::named<QSpinBox>(*page(), u"Première étiquette libre"_qs)->setValue(9);
        test::named<QDoubleSpinBox>(*page(), u"Décalage vers la droite"_qs)->setValue(2);
        m_desk.keepPictures(u"reglages-etiquettes-planche"_qs);
    }

    void aPharmacistHasNoLabelsToSet()
    {
        m_desk.open();
        m_desk.signIn(u"pharmacien"_qs);
        QTRY_VERIFY(m_desk.window->shell());
        QVERIFY(!page());
    }
};

QTEST_MAIN(TestLabels)
#include "tst_labels.moc"
