// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/ui/preventionlistpage.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/result.h>
#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QPromise>
#include <QSignalSpy>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prevention;
using prevention::ui::DuePatient;
using prevention::ui::PreventionListPage;

namespace {

template <class T>
QFuture<Result<T>> atOnce(const Result<T> &result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(result);
    promise.finish();
    return promise.future();
}

} // namespace

class TestPreventionListPage : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;
    RuleBook m_book = *RuleBook::shipped();
    QList<DuePatient> m_due;
    std::optional<Error> m_failure;
    QList<DuePatient> m_invited;
    InvitationText m_text;
    QByteArray m_shown;
    std::unique_ptr<PreventionListPage> m_page;

    void somebody(qint64 id, const QString &surname, const QString &given, DueState state)
    {
        DuePatient one;
        one.patient.id = PatientId{id};
        one.patient.birthSurname = surname;
        one.patient.givenNames = given;
        one.patient.firstGivenName = given;
        one.patient.sex = identity::Sex::Female;
        one.patient.birthDate = QDate(1958, 3, 14);
        one.patient.phone = u"04 65 71 00 11"_qs;
        one.item.rule = u"cancer-sein"_qs;
        one.item.state = state;
        one.item.since = QDate(2026, 4, 2);
        one.item.lateSince = QDate(2026, 10, 2);
        one.item.last = *PartialDate::of(QDate(2024, 4, 2));
        m_due << one;
    }
    void showPage()
    {
        prevention::ui::PreventionListServices services;
        services.book = &m_book;
        services.find = [this](const QString &) {
            return atOnce(m_failure ? Result<QList<DuePatient>>(*m_failure)
                                    : Result<QList<DuePatient>>(m_due));
        };
        services.write = [this](const QString &, const InvitationText &text,
                                const QList<DuePatient> &patients) {
            m_text = text;
            m_invited = patients;
            return atOnce(Result<QByteArray>(QByteArray("%PDF")));
        };
        services.show = [this](const QByteArray &pdf) -> Status {
            m_shown = pdf;
            return done();
        };
        services.explain = [](const Error &error) {
            return error.subject;
        };
        m_page = std::make_unique<PreventionListPage>(services, m_clock);
        m_page->resize(1302, 600);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        auto *rules = m_page->findChild<QComboBox *>();
        rules->setCurrentIndex(rules->findData(u"cancer-sein"_qs));
        m_page->begin();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_due.clear();
        m_failure.reset();
        m_invited.clear();
        m_shown.clear();
        somebody(7, u"VASSEUR"_qs, u"MADELEINE"_qs, DueState::Late);
        somebody(8, u"ROUX-DELAVIGNE DE MONTMORENCY"_qs, u"ANNE"_qs, DueState::Due);
        somebody(9, u"WEBER"_qs, u"ANNA"_qs, DueState::Due);
    }
    void cleanup() { m_page.reset(); }

    void thoseWhoAreDueAreListedAndFilteredByName()
    {
        showPage();
        QTRY_COMPARE(m_page->listed(), 3);
        test::keepScreenshot(*m_page, u"prevention-cabinet"_qs);
        test::type(*QApplication::focusWidget(), u"roux"_qs);
        QCOMPARE(m_page->listed(), 1);
        test::type(*QApplication::focusWidget(), u"zzz"_qs);
        QCOMPARE(m_page->listed(), 0);
        QVERIFY(test::shown(*m_page).contains(u"Aucun de ces noms"_qs));
    }

    void enterOpensTheRecord()
    {
        showPage();
        QTRY_COMPARE(m_page->listed(), 3);
        QSignalSpy opened(m_page.get(), &PreventionListPage::openRequested);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<PatientId>(), PatientId{8});
    }

    void lettersGoToThoseWhoAreListed()
    {
        showPage();
        QTRY_COMPARE(m_page->listed(), 3);
        test::type(*QApplication::focusWidget(), u"ann"_qs);
        QCOMPARE(m_page->listed(), 2);
        press(Qt::Key_I, Qt::AltModifier);
        auto *body = test::named<QPlainTextEdit>(*m_page);
        QVERIFY(body);
        test::keepScreenshot(*m_page, u"prevention-lettres"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_shown, QByteArray("%PDF"));
        QCOMPARE(m_invited.size(), 2);
        QVERIFY(m_text.body.contains(u"{telephone}"_qs));
        QVERIFY(!body->isVisible());
    }

    void whatCannotBeReadIsToldAndIsNotNobody()
    {
        m_failure = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        showPage();
        QTRY_VERIFY(test::said(*m_page).contains(u"storage.unavailable"_qs));
        QVERIFY(!test::shown(*m_page).contains(u"Personne à prévenir"_qs));
    }

    void nobodyDueIsSaid()
    {
        m_due.clear();
        showPage();
        QTRY_VERIFY(test::shown(*m_page).contains(u"Personne à prévenir"_qs));
    }

    void moreLettersThanAPersonReadsAreRefused()
    {
        for (qint64 id = 100; id < 100 + PreventionListPage::mostLetters; ++id)
            somebody(id, u"NOM"_qs, u"ALIX"_qs, DueState::Due);
        showPage();
        QTRY_COMPARE(m_page->listed(), PreventionListPage::mostLetters + 3);
        press(Qt::Key_I, Qt::AltModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_invited.isEmpty());
        QVERIFY(test::said(*m_page).contains(u"invitation.many"_qs));
    }
};
QTEST_MAIN(TestPreventionListPage)
#include "tst_preventionlistpage.moc"
