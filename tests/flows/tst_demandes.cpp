// SPDX-License-Identifier: GPL-3.0-or-later
#include "../drugs/thesaurusfixture.h"
#include "deskfixture.h"

#include <cabinet/draftkinds.h>

#include <ambroise/documents/ui/documentspage.h>
#include <ambroise/drugs/thesaurus.h>
#include <ambroise/prescription/ui/demandepage.h>

#include <QCheckBox>
#include <QProcess>

using namespace ambroise;
using prescription::DemandeKind;
using prescription::ui::DemandePage;

namespace {

// Of the demonstration, in its order.
constexpr PatientId vasseur{1};

QString textOf(const QByteArray &pdf)
{
    QProcess process;
    process.start(u"pdftotext"_qs, {u"-layout"_qs, u"-"_qs, u"-"_qs});
    process.write(pdf);
    process.closeWriteChannel();
    return process.waitForFinished(30'000) ? QString::fromUtf8(process.readAllStandardOutput())
                                           : QString();
}

} // namespace

//! What is prescribed besides drugs, on the real windows, by the keyboard.
class TestDemandes : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] DemandePage *page() const { return m_desk->record()->findChild<DemandePage *>(); }
    [[nodiscard]] QLineEdit *search() const
    {
        return test::named<QLineEdit>(*page(), u"Acte à demander"_qs);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    static void type(const QString &what) { test::type(*QApplication::focusWidget(), what); }
    [[nodiscard]] record::Overview overview() const
    {
        return *m_desk->inside().records().overview(patient::RecordIds(vasseur));
    }
    [[nodiscard]] QByteArray pdfOf(const record::Entry &entry) const
    {
        const auto id = documents::documentOf(entry.content.code);
        if (!id)
            return {};
        const auto document = m_desk->inside().documents().find(*id);
        return m_desk->inside().documents().content(*document)->bytes();
    }
    void begin()
    {
        m_desk->cabinet()->openRecord(vasseur);
        press(Qt::Key_D, Qt::AltModifier); // the caret stands in the note
        QTRY_VERIFY(page()->isVisible() && search()->hasFocus());
    }
    void take(const QString &typed)
    {
        type(typed);
        press(Qt::Key_Return);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_desk->clock.set(QDateTime(QDate(2026, 11, 24), QTime(9, 42), Qt::UTC));
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"medecin"_qs));
    }
    void cleanup() { m_desk.reset(); }

    void aBloodTestIsAskedForInAFewKeys()
    {
        begin();
        const auto before = overview().history.size();
        take(u"nfs"_qs);
        take(u"hepat"_qs);
        take(u"dosage rare"_qs); // not in the catalogue
        QCOMPARE(page()->draft().items.size(), 7);
        QCOMPARE(page()->draft().items.first().code, u"58410-2"_qs);
        QVERIFY(search()->hasFocus());
        m_desk->keepPictures(u"demande-biologie"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(overview().history.size(), before + 1);
        const record::Entry kept = overview().history.first();
        QCOMPARE(kept.content.title, u"Prescription d’examens de biologie médicale"_qs);
        QVERIFY(kept.content.body.contains(u"Hémogramme"));
        const QString paper = textOf(pdfOf(kept));
        for (const QString &mention : {u"Hémogramme"_qs, u"Bilirubine"_qs, u"dosage rare"_qs,
                                       u"VASSEUR"_qs, u"7 lignes prescrites"_qs})
            QVERIFY2(paper.contains(mention), qPrintable(mention + u'\n' + paper));
        QVERIFY(page()->isEmpty());
        QTRY_VERIFY(test::said(*page()).contains(u"Signée, rangée"_qs)); // no printer here
        QCOMPARE(page()->signedCount(), 1);
    }

    void imagesWantAReasonAndTellOfAContrastMedium()
    {
        begin();
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(page()->draft().kind, DemandeKind::Imaging);
        take(u"scanner thoracique inject"_qs);
        QVERIFY(page()->draft().items.first().contrast);
        const QString said = test::said(*page());
        QVERIFY2(said.contains(u"DFG : "), qPrintable(said));
        m_desk->keepPictures(u"demande-scanner"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(test::said(*page()).contains(u"Renseignements cliniques à préciser"));
        QCOMPARE(page()->draft().items.size(), 1); // nothing is lost
        auto *why = test::named<QLineEdit>(*page(), u"Renseignements cliniques"_qs);
        why->setFocus();
        test::type(*why, u"Toux depuis trois semaines"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page()->isEmpty());
        const QString paper = textOf(pdfOf(overview().history.first()));
        QVERIFY2(paper.contains(u"Toux depuis trois semaines") && paper.contains(u"DFG : "),
                 qPrintable(paper));
    }

    void aContrastMediumIsComparedWithTheTreatment()
    {
        test::ThesaurusFixture fixture;
        for (const QString &name : {u"IOHEXOL"_qs, u"METFORMINE"_qs})
            fixture.headings.append(test::ThesaurusFixture::heading(name));
        fixture.rows.append(
            test::thesaurusRow(u"IOHEXOL"_qs, u"METFORMINE"_qs, u"CI"_qs, u"Acidose lactique."_qs));
        fixture.rows.append(
            test::thesaurusRow(u"METFORMINE"_qs, u"IOHEXOL"_qs, u"CI"_qs, u"Acidose lactique."_qs));
        QFile file(m_desk->path(u"thesaurus.json"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(fixture.json()) > 0);
        file.close();
        begin();
        press(Qt::Key_Right, Qt::AltModifier);
        take(u"angioscanner"_qs);
        QVERIFY(test::said(*page()).contains(u"Interactions non contrôlées"));
        QVERIFY_OK(
            drugs::importThesaurus(m_desk->inside().connection(), file.fileName(), m_desk->clock));
        page()->toggleAld(); // of what was taken last; looked at again
        QVERIFY(page()->draft().items.last().ald);
        const QString said = test::said(*page());
        QVERIFY2(said.contains(u"CI Produit de contraste iodé + Metformine"), qPrintable(said));
    }

    void timeOffWorkIsCountedFromItsDays()
    {
        begin();
        press(Qt::Key_Left, Qt::AltModifier); // the last of them
        QCOMPARE(page()->draft().kind, DemandeKind::SickLeave);
        QVERIFY(!search()); // nothing visible is called so
        type(u"24/11"_qs);
        press(Qt::Key_Tab);
        type(u"5j"_qs);
        press(Qt::Key_Tab);
        QCOMPARE(page()->draft().day(prescription::DemandeField::LastDay), QDate(2026, 11, 28));
        m_desk->keepPictures(u"demande-arret"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page()->isEmpty());
        const QString paper = textOf(pdfOf(overview().history.first())).simplified();
        QVERIFY2(paper.contains(u"5 jours (cinq)"), qPrintable(paper));
    }

    void whatIsTypedComesBackInAnotherWindow()
    {
        begin();
        take(u"crp"_qs);
        QVERIFY_OK(page()->keepDraft());
        m_desk->window.reset();
        QVERIFY(m_desk->enter(u"medecin"_qs));
        begin();
        QCOMPARE(page()->draft().items.size(), 1);
        QVERIFY(test::said(*page()).contains(u"Brouillon retrouvé"_qs));
    }

    void aDraftThatCannotBeReadIsNotWrittenOver()
    {
        const UserId doctor = m_desk->account(u"medecin"_qs).id;
        const QString unreadable = u"{\"kind\":\"magic\"}"_qs;
        QVERIFY_OK(
            m_desk->inside().drafts().save(doctor, app::demandeDraft, vasseur.value, unreadable));
        m_desk->cabinet()->openRecord(vasseur);
        press(Qt::Key_D, Qt::AltModifier);
        QTRY_VERIFY(page()->isVisible());
        QVERIFY(test::said(*page()).contains(u"Demande illisible"));
        QVERIFY(!search()->isEnabled());
        page()->signAndPrint();
        QVERIFY_OK(page()->keepDraft());
        const auto kept = m_desk->inside().drafts().find(doctor, app::demandeDraft, vasseur.value);
        QVERIFY_OK(kept);
        QCOMPARE((*kept)->body, unreadable);
        m_desk->keepPictures(u"demande-illisible"_qs);
    }

    void aSignedOneIsTakenUpAgain()
    {
        begin();
        take(u"inr"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page()->signedCount(), 1);
        auto *list = test::named<QListView>(*page(), u"Demandes signées"_qs);
        list->setFocus();
        press(Qt::Key_Down);
        m_desk->keepPictures(u"demande-signee"_qs);
        press(Qt::Key_M);
        QTRY_COMPARE(page()->draft().items.size(), 1);
        QCOMPARE(page()->draft().items.first().label, u"INR"_qs);
    }

    void everyKindFitsItsPage()
    {
        begin();
        for (int kind = 0; kind < 10; ++kind) {
            m_desk->keepPictures(u"demande-genre-%1"_qs.arg(kind));
            press(Qt::Key_Right, Qt::AltModifier);
        }
        QCOMPARE(page()->draft().kind, DemandeKind::Biology);
    }

    void whoDoesNotPrescribeHasNoSuchPage()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
        QVERIFY(m_desk->enter(u"infirmiere"_qs));
        m_desk->cabinet()->openRecord(vasseur);
        QVERIFY(m_desk->record() && !page());
    }
};

QTEST_MAIN(TestDemandes)
#include "tst_demandes.moc"
