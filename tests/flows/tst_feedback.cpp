// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <ambroise/prescription/print.h>
#include <ambroise/prescription/ui/feedbackpage.h>

#include <QListView>

using namespace ambroise;
using prescription::ui::FeedbackPage;

//! What a doctor prescribed, looked back at on the real windows.
class TestFeedback : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] FeedbackPage *page() const
    {
        return m_desk->cabinet()->findChild<FeedbackPage *>();
    }
    //! An ordonnance of two lines of the demonstration's drugs, `months` ago.
    void sign(int months, const QString &cis, const QString &label)
    {
        const QDateTime now = m_desk->clock.now();
        m_desk->clock.set(now.addMonths(-months));
        prescription::OrdonnanceContent::Parts parts;
        parts.patient = {u"VASSEUR"_qs, u"MADELEINE"_qs, {}, {}, u"F"_qs, QDate(1958, 3, 14)};
        parts.prescriber.surname = u"Fontanel"_qs;
        parts.prescriber.givenName = u"Claire"_qs;
        parts.prescriber.rpps = u"99700218896"_qs;
        parts.prescriber.address = u"Saint-Ambroise-les-Prés"_qs;
        prescription::Line line;
        line.cis = cis;
        line.label = label;
        line.posology = u"1 comprimé le matin"_qs;
        line.durationDays = 30;
        parts.lines = {line, line};
        const auto print = [](const auto &, const QString &) {
            return Result<prescription::PrintedOrdonnance>(
                prescription::PrintedOrdonnance{"paper", 1, {}});
        };
        const audit::Actor doctor(m_desk->account(u"medecin"_qs).id, u"Dr Claire Fontanel"_qs,
                                  u"medecin"_qs, u"Cabinet 1"_qs);
        QVERIFY_OK(m_desk->inside().ordonnances().sign(PatientId{1}, parts, print, doctor));
        m_desk->clock.set(now);
    }
    void bring()
    {
        QSignalSpy shown(page(), &FeedbackPage::shown);
        for (const Qt::Key place : {Qt::Key_2, Qt::Key_6})
            QTest::keyClick(m_desk->window.get(), place, Qt::AltModifier);
        QTRY_VERIFY(shown.count() > 0);
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

    void whatWasPrescribedIsCountedOnThePage()
    {
        const int before = [this] {
            bring();
            return page()->feedback().lines;
        }();
        for (int months = 0; months < 3; ++months) {
            sign(months, u"65728601"_qs, u"AMLODIPINE 5 mg, gélule, voie orale"_qs);
            sign(months, u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs);
        }
        bring();
        QCOMPARE(page()->feedback().lines, before + 12);
        QVERIFY(test::shown(*page()).contains(u"En dénomination commune"));
        auto *classes = test::named<QListView>(*page(), u"Classes (ATC)"_qs);
        QVERIFY(classes->model()->rowCount() >= 2);
        m_desk->keepPictures(u"bilan-prescription"_qs);
        const QString csv = QString::fromUtf8(page()->csv());
        QVERIFY2(csv.contains(u"\"C08\";6"), qPrintable(csv));
    }

    void aPracticeWithoutAnOrdonnanceSaysSo()
    {
        bring();
        if (page()->feedback().ordonnances == 0)
            QVERIFY(test::shown(*page()).contains(u"Aucune ordonnance signée"));
        m_desk->keepPictures(u"bilan-vide"_qs);
    }
};

QTEST_MAIN(TestFeedback)
#include "tst_feedback.moc"
