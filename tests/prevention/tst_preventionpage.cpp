// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/ui/duewords.h>
#include <ambroise/prevention/ui/preventionpage.h>
#include <ambroise/uikit/theme.h>

#include <support/manualclock.h>
#include <support/result.h>
#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::prevention;
using prevention::ui::PreventionPage;
using prevention::ui::PreventionServices;
using prevention::ui::PreventionView;

namespace {

const QString gs = QChar(u'\x1d');

//! A record in memory.
struct Record {
    PatientFacts facts;
    QList<Vaccination> given;
    QList<std::pair<ActId, Act>> acts;
    qint64 last = 0;

    [[nodiscard]] History history() const
    {
        History history;
        for (const Vaccination &one : given)
            history.given.append({one.parts.valences, one.parts.date});
        for (const auto &[id, act] : acts)
            history.acts << act;
        return history;
    }
};

} // namespace

class TestPreventionPage : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;
    RuleBook m_book = *RuleBook::shipped();
    Vaccines m_vaccines = *Vaccines::shipped();
    Record m_record;
    int m_printed = 0;
    std::unique_ptr<PreventionPage> m_page;

    PreventionServices services()
    {
        PreventionServices services;
        services.book = &m_book;
        services.vaccines = &m_vaccines;
        services.me = u"Dr Claire Fontanel"_qs;
        services.mayWrite = true;
        services.load = [this]() -> Result<PreventionView> {
            return PreventionView{
                dueFor(m_book, m_record.facts, m_record.history(), m_clock.today()),
                m_record.given};
        };
        services.addVaccination =
            [this](const VaccinationRecord::Parts &parts) -> Result<VaccinationId> {
            AMBROISE_TRY(const auto record,
                         VaccinationRecord::make(parts, m_record.facts.birth, m_clock.today()));
            Vaccination one;
            one.id = VaccinationId{++m_record.last};
            one.parts = record.parts();
            m_record.given.prepend(one);
            return one.id;
        };
        services.removeVaccination = [this](VaccinationId id) -> Status {
            m_record.given.removeIf([id](const Vaccination &one) { return one.id == id; });
            return done();
        };
        services.addAct = [this](const Act &act) -> Result<ActId> {
            if (act.state != ActState::Done && act.reason.isEmpty())
                return Error{ErrorCode::Invalid, u"prevention.reason"_qs, {}};
            m_record.acts.append({ActId{++m_record.last}, act});
            return ActId{m_record.last};
        };
        services.removeAct = [this](ActId id) -> Status {
            m_record.acts.removeIf([id](const auto &one) { return one.first == id; });
            return done();
        };
        services.drugOf = [](const QString &cip13) -> Result<ui::BoxDrug> {
            if (cip13 != u"3400930231395"_qs)
                return Error{ErrorCode::NotFound, u"drug.unknown"_qs, {}};
            return ui::BoxDrug{u"EFLUELDA, suspension injectable en seringue préremplie"_qs,
                               u"64285637"_qs};
        };
        services.printCertificate = [this]() -> Status {
            ++m_printed;
            return done();
        };
        services.explain = [](const Error &error) {
            return error.subject;
        };
        return services;
    }
    [[nodiscard]] QListView *due() const { return test::named<QListView>(*m_page, u"À faire"_qs); }
    [[nodiscard]] QString rows() const
    {
        QStringList all;
        for (int row = 0; row < due()->model()->rowCount(); ++row)
            all << due()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all.join(u'\n');
    }
    void choose(QStringView words)
    {
        for (int row = 0; row < due()->model()->rowCount(); ++row) {
            const QModelIndex index = due()->model()->index(row, 0);
            if (index.data(Qt::AccessibleTextRole).toString().contains(words) &&
                index.flags() != Qt::NoItemFlags)
                due()->setCurrentIndex(index);
        }
        due()->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    [[nodiscard]] QString boxOf(const QString &expiry) const
    {
        return u"0103400930231395"_qs + u"17"_qs + expiry + u"10Y3C12"_qs + gs + u"21A1"_qs;
    }
    void showPage()
    {
        m_page = std::make_unique<PreventionPage>(services(), m_clock);
        m_page->resize(1302, 560);
        m_page->refresh();
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->begin();
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_clock.set(QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::LocalTime).toUTC());
        m_record = {};
        m_record.facts.birth = QDate(1958, 3, 14);
        m_record.facts.sex = identity::Sex::Female;
        record::NewEntry diabetes;
        diabetes.title = u"Diabète de type 2"_qs;
        diabetes.code = u"CIM-10:E11"_qs;
        diabetes.happened = QDateTime(QDate(2011, 3, 1), QTime(12, 0), Qt::UTC);
        m_record.facts.conditions = conditionsOf(m_book, diabetes);
        m_record.acts.append(
            {ActId{1}, Act{u"diabete-fond-oeil"_qs, {}, ActState::Done, QDate(2025, 9, 3), {}}});
        m_record.last = 10;
        m_printed = 0;
    }
    void cleanup() { m_page.reset(); }

    void whatIsDueStandsInTheWordsOfTheRecord()
    {
        showPage();
        const QString all = rows();
        QVERIFY2(all.contains(u"Fond d’œil"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"en retard, 09/2026"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"depuis le 13/10"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"jamais noté"_qs), qPrintable(all));
        QVERIFY(m_page->dueCount() > 3);
        test::keepScreenshot(*m_page, u"prevention-vide"_qs);
    }

    void theChosenLineTellsItsDatumAndItsSource()
    {
        showPage();
        choose(u"Fond d’œil");
        QString all;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            if (label->isVisible())
                all += label->text() + u'\n';
        QVERIFY2(all.contains(u"Diabète de type 2 (E11), 01/03/2011"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"HAS"_qs), qPrintable(all));
        QVERIFY2(all.contains(u"Dernier : 03/09/2025."_qs), qPrintable(all));
    }

    void aScreeningIsDoneWithFAndUndoneWithZ()
    {
        showPage();
        choose(u"Fond d’œil");
        const int before = m_page->dueCount();
        press(Qt::Key_F);
        press(Qt::Key_Return); // today is proposed
        QCOMPARE(m_record.acts.size(), 2);
        QCOMPARE(m_record.acts.last().second.date, m_clock.today());
        QCOMPARE(m_page->dueCount(), before - 1);
        press(Qt::Key_Z);
        QCOMPARE(m_record.acts.size(), 1);
        QCOMPARE(m_page->dueCount(), before);
    }

    void aRefusalNeedsItsReason()
    {
        showPage();
        choose(u"Grippe");
        press(Qt::Key_R);
        press(Qt::Key_Return);
        QCOMPARE(m_record.acts.size(), 1);
        test::type(*qobject_cast<QLineEdit *>(QApplication::focusWidget()), u"ne veut pas"_qs);
        press(Qt::Key_Return);
        QCOMPARE(m_record.acts.size(), 2);
        QCOMPARE(m_record.acts.last().second.state, ActState::Declined);
        QVERIFY(rows().contains(u"refusé le 24/11/2026"_qs));
    }

    void aBoxThatIsScannedIsKeptByOneKey()
    {
        showPage();
        choose(u"Grippe");
        m_page->takeScan(boxOf(u"270630"_qs));
        QVERIFY(m_page->isWriting());
        test::keepScreenshot(*m_page, u"prevention-boite"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_record.given.size(), 1);
        const VaccinationRecord::Parts &parts = m_record.given.first().parts;
        QCOMPARE(parts.lot, u"Y3C12"_qs);
        QCOMPARE(parts.expiry, QDate(2027, 6, 30));
        QCOMPARE(parts.valences, QStringList{u"influenza"_qs});
        QCOMPARE(parts.cip13, u"3400930231395"_qs);
        QCOMPARE(parts.by, u"Dr Claire Fontanel"_qs);
        QVERIFY(parts.here);
        QVERIFY(!m_page->isWriting());
        QVERIFY(rows().contains(u"fait, 24/11/2026"_qs));
    }

    void anExpiredBoxIsRefused()
    {
        showPage();
        m_page->takeScan(boxOf(u"261031"_qs));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_record.given.isEmpty());
        QVERIFY(m_page->isWriting());
    }

    void aNameThatIsTypedChoosesItsValences()
    {
        showPage();
        press(Qt::Key_V);
        QVERIFY(m_page->isWriting());
        test::type(*qobject_cast<QLineEdit *>(QApplication::focusWidget()), u"Revaxis"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_record.given.isEmpty()); // done here needs its lot
        test::type(*qobject_cast<QLineEdit *>(QApplication::focusWidget()), u"AB12"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_record.given.size(), 1);
        QCOMPARE(m_record.given.first().parts.valences.size(), 3);
    }

    void aVaccinationIsRemovedAndComesBack()
    {
        showPage();
        m_page->takeScan(boxOf(u"270630"_qs));
        press(Qt::Key_Return, Qt::ControlModifier);
        auto *table = test::named<QTableView>(*m_page, u"Vaccinations"_qs);
        table->setFocus();
        table->selectRow(0);
        press(Qt::Key_Delete);
        QVERIFY(m_record.given.isEmpty());
        press(Qt::Key_Z);
        QCOMPARE(m_record.given.size(), 1);
    }

    void whatAnotherPostWritesLeavesWhatIsTyped()
    {
        showPage();
        press(Qt::Key_V);
        auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        test::type(*edit, u"Nimen"_qs);
        m_page->refresh();
        QVERIFY(m_page->isWriting());
        QCOMPARE(edit->text(), u"Nimen"_qs);
        press(Qt::Key_Escape);
        QVERIFY(!m_page->isWriting());
    }

    void theCertificateIsOnCtrlP()
    {
        showPage();
        press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(m_printed, 1);
    }

    void anInfantHasOneLineForOneInjection()
    {
        m_record = {};
        m_record.facts.birth = QDate(2026, 9, 20);
        m_record.facts.sex = identity::Sex::Male;
        showPage();
        const QString all = rows();
        QCOMPARE(all.count(u"Hexavalent"_qs), 1);
        QVERIFY2(!all.contains(u"Haemophilus"_qs), qPrintable(all));
        test::keepScreenshot(*m_page, u"prevention-nourrisson"_qs);
    }

    void aFullPageStandsInTheDark()
    {
        const auto given = [&](const QString &name, const PartialDate &date, bool here) {
            Vaccination one;
            one.id = VaccinationId{++m_record.last};
            one.parts.vaccine = name;
            one.parts.valences = m_vaccines.valencesOf(name);
            one.parts.date = date;
            one.parts.here = here;
            one.parts.lot = here ? u"Y3C12"_qs : QString();
            one.parts.by = here ? u"Dr Claire Fontanel"_qs : QString();
            m_record.given << one;
        };
        given(u"EFLUELDA, suspension injectable"_qs, *PartialDate::of(QDate(2025, 11, 24)), true);
        given(u"COMIRNATY LP.8.1, dispersion injectable"_qs, *PartialDate::of(QDate(2025, 11, 24)),
              true);
        given(u"REPEVAX, suspension injectable en seringue préremplie"_qs,
              *PartialDate::of(2014, 5, 0), false);
        showPage();
        uikit::apply(*qApp, uikit::Theme::dark(), 1.0);
        test::keepScreenshot(*m_page, u"prevention-sombre"_qs);
        uikit::apply(*qApp, uikit::Theme::light(), 1.0);
        test::keepScreenshot(*m_page, u"prevention"_qs);
        m_page->resize(960, 520);
        test::keepScreenshot(*m_page, u"prevention-petit"_qs);
        QCOMPARE(test::named<QTableView>(*m_page, u"Vaccinations"_qs)->model()->rowCount(), 3);
    }
};
QTEST_MAIN(TestPreventionPage)
#include "tst_preventionpage.moc"
