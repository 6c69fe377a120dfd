// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <ambroise/patient/ui/newpatientpage.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/listrow.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/theme.h>

#include <support/screenshot.h>
#include <support/typing.h>
#include <support/widgets.h>

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::patient;

//! Somebody is looked for before a record is created, at the keyboard; the practice is answered by
//! the test.
class TestNewPatientPage : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;
    QList<LikeRecord> m_known;
    std::optional<Error> m_fault;
    QList<SoughtPerson> m_asked;
    std::unique_ptr<ui::NewPatientPage> m_page;

    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return test::named<QLineEdit>(*m_page, name);
    }
    [[nodiscard]] QLineEdit *birthDate() const { return field(u"Date de naissance"_qs); }
    [[nodiscard]] QLineEdit *surname() const { return field(u"Nom de naissance ou utilisé"_qs); }
    [[nodiscard]] QLineEdit *givenName() const { return field(u"Prénom"_qs); }
    [[nodiscard]] QLineEdit *matricule() const { return field(u"Ou matricule INS"_qs); }
    [[nodiscard]] QStringList rows() const
    {
        QStringList out;
        const auto *list = m_page->findChild<QListView *>();
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            const auto row = list->model()->index(i, 0).data(uikit::RowRole).value<uikit::Row>();
            out << row.title + (row.right.isEmpty() ? QString() : u": "_qs + row.right);
        }
        return out;
    }
    static LikeRecord record(qint64 id, const QString &name, Likeness likeness)
    {
        LikeRecord out{.likeness = likeness};
        out.summary.id = PatientId{id};
        out.summary.birthSurname = name;
        out.summary.firstGivenName = u"MADELEINE"_qs;
        out.summary.birthDate = QDate(1958, 3, 14);
        return out;
    }

private Q_SLOTS:
    void initTestCase() { uikit::apply(*qApp, uikit::Theme::light(), 1.0); }
    void init()
    {
        m_known = {record(1, u"VASSEUR"_qs, Likeness::Written),
                   record(2, u"VACEUR"_qs, Likeness::Sounding),
                   record(3, u"VASSAL"_qs, Likeness::SameBirthDate),
                   record(4, u"VASSORT"_qs, Likeness::TransposedBirthDate)};
        m_fault.reset();
        m_asked.clear();
        ui::NewPatientServices services;
        services.lookFor = [this](const SoughtPerson &sought) -> Result<QList<LikeRecord>> {
            m_asked << sought;
            if (m_fault)
                return *m_fault;
            const bool typed = !sought.birthDate.isEmpty() || !sought.surname.isEmpty();
            return typed && sought.surname != u"zz" ? m_known : QList<LikeRecord>{};
        };
        services.byMatricule = [this](const identity::InsMatricule &asked) {
            std::optional<PatientSummary> found;
            if (asked.toString() == u"258036311398155")
                found = m_known.first().summary;
            return Result<std::optional<PatientSummary>>(found);
        };
        services.explain = [](const Error &error) {
            return error.subject;
        };
        m_page = std::make_unique<ui::NewPatientPage>(services, m_clock);
        m_page->resize(1302, 680);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->begin();
    }
    void cleanup() { m_page.reset(); }

    void theDateAndThreeLettersAreTypedInTheirFields()
    {
        QVERIFY(birthDate()->hasFocus());
        test::type(*birthDate(), u"14/03/1958"_qs);
        QTest::keyClick(birthDate(), Qt::Key_Tab);
        QVERIFY(surname()->hasFocus());
        test::type(*surname(), u"vas"_qs);
        QCOMPARE(m_asked.last().birthDate, u"14/03/1958"_qs);
        QCOMPARE(m_asked.last().surname, u"vas"_qs);
        QCOMPARE(rows(),
                 (QStringList{u"VASSEUR Madeleine"_qs, u"VACEUR Madeleine: se prononce ainsi"_qs,
                              u"VASSAL Madeleine: même date de naissance"_qs,
                              u"VASSORT Madeleine: jour et mois inversés"_qs}));
        test::keepScreenshot(*m_page, u"nouveau-patient-recherche"_qs);
    }

    void theChosenRecordOpensWithEnter()
    {
        QSignalSpy opened(m_page.get(), &ui::NewPatientPage::openRequested);
        test::type(*surname(), u"vas"_qs);
        QTest::keyClick(surname(), Qt::Key_Down);
        QTest::keyClick(surname(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<PatientId>(), PatientId{2});
    }

    void aDateAloneOpensNobodyByMistake()
    {
        QSignalSpy opened(m_page.get(), &ui::NewPatientPage::openRequested);
        test::type(*birthDate(), u"14/03/1958"_qs);
        QTest::keyClick(birthDate(), Qt::Key_Return);
        QCOMPARE(opened.size(), 0);
        QTest::keyClick(birthDate(), Qt::Key_Down);
        QTest::keyClick(birthDate(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void whatWasTypedGoesIntoTheRecordThatIsCreated()
    {
        QSignalSpy created(m_page.get(), &ui::NewPatientPage::createRequested);
        test::type(*birthDate(), u"14/03/1958"_qs);
        QTest::keyClick(birthDate(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(created.size(), 0); // nobody was looked for by name
        test::type(*surname(), u"vasseur"_qs);
        test::type(*givenName(), u"madeleine"_qs);
        QTest::keyClick(givenName(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(created.size(), 1);
        const auto typed = created.first().first().value<SoughtPerson>();
        QCOMPARE(typed.birthDate, u"14/03/1958"_qs);
        QCOMPARE(typed.surname, u"vasseur"_qs);
        QCOMPARE(typed.givenName, u"madeleine"_qs);
    }

    void aWholeMatriculeFindsItsRecord_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<QString>("told");
        const QStringList nobody;
        QTest::newRow("whole") << u"2 58 03 63 113 981 55"_qs
                               << QStringList{u"VASSEUR Madeleine"_qs} << QString();
        QTest::newRow("another") << u"1 91 09 63 113 972 48"_qs << nobody << QString();
        QTest::newRow("wrong key") << u"258036311398154"_qs << nobody << u"ins.checksum"_qs;
        QTest::newRow("not whole") << u"2580363113981"_qs << nobody << u"ins.length"_qs;
    }
    void aWholeMatriculeFindsItsRecord()
    {
        QFETCH(QString, typed);
        test::type(*matricule(), typed);
        QTEST(rows(), "found");
        QTEST(matricule()->accessibleDescription(), "told");
    }

    void aSearchThatFailedIsNoPatientWhoIsNotThere()
    {
        QSignalSpy created(m_page.get(), &ui::NewPatientPage::createRequested);
        m_fault = Error{ErrorCode::Unavailable, u"storage.unavailable"_qs, {}};
        test::type(*surname(), u"vas"_qs);
        QCOMPARE(test::said(*m_page), u"storage.unavailable"_qs);
        QVERIFY(!m_page->findChild<uikit::EmptyState *>()->isVisible());
        QTest::keyClick(surname(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(created.size(), 0);
    }

    void nobodyIsSaidInWords()
    {
        test::type(*surname(), u"zz"_qs);
        QVERIFY(m_page->findChild<uikit::EmptyState *>()->isVisible());
        test::keepScreenshot(*m_page, u"nouveau-patient-personne"_qs);
    }

    void escapeLeavesAndTheNextSearchBeginsAnew()
    {
        QSignalSpy left(m_page.get(), &ui::NewPatientPage::left);
        test::type(*surname(), u"vas"_qs);
        QTest::keyClick(surname(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        m_page->begin();
        QCOMPARE(surname()->text(), QString());
        QVERIFY(rows().isEmpty());
    }
};
QTEST_MAIN(TestNewPatientPage)
#include "tst_newpatientpage.moc"
