// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/thesaurusfixture.h"
#include "deskfixture.h"

#include <ambroise/drugs/thesaurus.h>
#include <ambroise/uikit/message.h>

#include <QLineEdit>
#include <QListView>

using namespace ambroise;
using prescription::ui::OrdonnancePage;

//! Madeleine takes colchicine; an ordonnance is written and checked, on the real windows.
class TestOrdonnanceChecks : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] OrdonnancePage *page() const { return m_desk->record()->ordonnancePage(); }
    //! With two substances that must not be taken together.
    void importThesaurus()
    {
        test::ThesaurusFixture fixture;
        for (const QString &name : {u"CLARITHROMYCINE"_qs, u"COLCHICINE"_qs})
            fixture.headings.append(test::ThesaurusFixture::heading(name));
        const auto row = [](const QString &a, const QString &b) {
            return test::thesaurusRow(a, b, u"CI"_qs,
                                      u"Augmentation des effets indésirables, fatals."_qs);
        };
        fixture.rows.append(row(u"CLARITHROMYCINE"_qs, u"COLCHICINE"_qs));
        fixture.rows.append(row(u"COLCHICINE"_qs, u"CLARITHROMYCINE"_qs));
        QFile file(m_desk->path(u"thesaurus.json"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(fixture.json()) > 0);
        file.close();
        QVERIFY_OK(
            drugs::importThesaurus(m_desk->inside().connection(), file.fileName(), m_desk->clock));
    }
    void prescribe(const QString &drug, const QString &posology)
    {
        auto *line = test::named<QLineEdit>(*page(), u"Ligne à prescrire"_qs);
        page()->beginLine();
        test::type(*line, drug);
        QTest::keyClick(line, Qt::Key_Return);
        test::type(*line, posology);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(page()->lines().size(), 1);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
    }
    void cleanup() { m_desk.reset(); }

    void whatThePatientTakesAlreadyIsLookedAtToo()
    {
        importThesaurus();
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QTRY_VERIFY2(test::said(*page()).contains(u"Colchicine 1 mg (en cours)"_qs),
                     qPrintable(test::said(*page())));
        m_desk->keepPictures(u"ordonnance-signal"_qs);
        page()->signAndPrint();
        auto *reason = test::named<QLineEdit>(*page(), u"Motif pour passer outre"_qs);
        QVERIFY(reason && reason->isVisible());
        test::keepScreenshot(*m_desk->window, u"ordonnance-motif"_qs);
        test::type(*reason, u"Colchicine arrêtée ce jour"_qs);
        QTest::keyClick(reason, Qt::Key_Return);
        QSignalSpy signedAs(page(), &OrdonnancePage::signedAs);
        page()->signAndPrint();
        QCOMPARE(signedAs.count(), 1);
        const auto kept = m_desk->inside().alerts().of(signedAs.first().first().toString());
        QVERIFY_OK(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().level, u"CI"_qs);
        QCOMPARE(kept->first().reason, u"Colchicine arrêtée ce jour"_qs);
        QCOMPARE(kept->first().authorName, u"Dr Claire Fontanel"_qs);
    }

    void withoutAThesaurusNothingLooksChecked()
    {
        m_desk->cabinet()->openRecord(test::madeleine);
        m_desk->record()->showPage(u"ordonnances"_qs);
        prescribe(u"clarithromycine"_qs, u"1-0-1 7j"_qs);
        QTRY_VERIFY(test::shown(*page()).contains(u"thésaurus non importé"_qs));
        test::keepScreenshot(*m_desk->window, u"ordonnance-non-controlee"_qs);
    }
};

QTEST_MAIN(TestOrdonnanceChecks)
#include "tst_ordonnancechecks.moc"
