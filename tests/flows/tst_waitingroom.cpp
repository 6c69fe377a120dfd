// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/agendadesk.h>

#include <ambroise/patient/ui/identitiespage.h>
#include <ambroise/uikit/segmented.h>

#include <QCheckBox>
#include <QListView>

using namespace ambroise;
using namespace std::chrono_literals;
using agenda::AppointmentState;
using agenda::ui::DayPage;

namespace {

// Of the demonstration, in its order.
constexpr PatientId diallo{2};
constexpr PatientId simon{5};

} // namespace

//! The waiting room, from the desk to the consultation, on the real windows.
class TestWaitingRoom : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    [[nodiscard]] DayPage *page() const { return m_desk->window->findChild<DayPage *>(); }
    [[nodiscard]] agenda::AppointmentRepository &agenda() const
    {
        return m_desk->inside().appointments();
    }
    [[nodiscard]] QList<agenda::Appointment> today() const
    {
        return *agenda().ofDay(m_desk->clock.today());
    }
    [[nodiscard]] QString waitingRoom() const
    {
        auto *list = test::named<QListView>(*page(), u"Salle d’attente"_qs);
        QStringList rows;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            rows << list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return rows.join(u'\n');
    }
    [[nodiscard]] AppointmentState stateOf(PatientId patient) const
    {
        for (const agenda::Appointment &one : today())
            if (one.details.patient == patient)
                return one.state;
        return AppointmentState::Cancelled;
    }
    void toDay() { QTest::keyClick(m_desk->window->shell(), Qt::Key_1, Qt::AltModifier); }
    void choose(QStringView surname)
    {
        auto *list = test::named<QListView>(*page(), u"Rendez-vous du jour"_qs);
        list->setFocus();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data(Qt::AccessibleTextRole).toString().contains(surname))
                list->setCurrentIndex(index);
        }
    }
    void asList()
    {
        page()->findChild<uikit::Segmented *>()->setCurrent(1);
        auto *list = test::named<QListView>(*page(), u"Rendez-vous du jour"_qs);
        QVERIFY(list && list->isVisible());
    }
    //! The line where its patient is looked for; null: it has not the caret.
    uikit::SearchField *openForm()
    {
        press(Qt::Key_R);
        auto *field = test::named<uikit::SearchField>(*page());
        return QTest::qWaitFor([field] { return field && field->hasFocus(); }) ? field : nullptr;
    }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
    }
    void cleanup() { m_desk.reset(); }

    void theDoctorSeesTheDayAndCallsTheNextPatient()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        toDay();
        QTRY_VERIFY(page()->isVisible());
        m_desk->keepPictures(u"journee"_qs);
        QVERIFY2(waitingRoom().contains(u"DIALLO"), qPrintable(waitingRoom()));
        m_desk->clock.advance(2min);
        QTest::keyClick(m_desk->window->shell(), Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(m_desk->record());
        QVERIFY(m_desk->record()->title().startsWith(u"DIALLO"));
        QCOMPARE(stateOf(diallo), AppointmentState::InConsultation);
        QTest::keyClick(m_desk->window->shell(), Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(m_desk->record()->title().startsWith(u"VASSEUR"));
        QCOMPARE(stateOf(diallo), AppointmentState::Done);
        QTest::keyClick(m_desk->window->shell(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(stateOf(test::madeleine),
                 AppointmentState::InConsultation); // nobody waits any more
        QTest::keyClick(m_desk->window->shell(), Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(m_desk->record()->title().startsWith(u"DIALLO"));
        QCOMPARE(stateOf(test::madeleine), AppointmentState::Waiting);
    }

    void theSecretaryNotesWhoComesAndUndoesAMistake()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        toDay();
        asList();
        choose(u"SIMON");
        press(Qt::Key_A);
        QCOMPARE(stateOf(simon), AppointmentState::Waiting);
        QVERIFY2(waitingRoom().contains(u"SIMON"), qPrintable(waitingRoom()));
        m_desk->keepPictures(u"journee-liste"_qs);
        m_desk->clock.advance(2min);
        const agenda::Appointment waits = *agenda().find(page()->chosen());
        press(Qt::Key_X);
        QCOMPARE(stateOf(simon), AppointmentState::Absent);
        press(Qt::Key_Z);
        QCOMPARE(agenda().find(waits.id)->state, AppointmentState::Waiting);
        QCOMPARE(agenda().find(waits.id)->arrivedAt, waits.arrivedAt);
        choose(u"SIMON");
        press(Qt::Key_X);
        QCOMPARE(stateOf(simon), AppointmentState::Absent);
    }

    void anAppointmentIsWrittenWithTheKeyboardAlone()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        toDay();
        const qsizetype before = today().size();
        auto *field = openForm();
        QVERIFY(field);
        test::type(*field, u"vass"_qs);
        test::keepScreenshot(*m_desk->window, u"rendez-vous"_qs);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->text().startsWith(u"VASSEUR Madeleine"));
        test::type(*QApplication::focusWidget(), u"tension"_qs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(today().size(), before + 1);
        QVERIFY(page()->chosen().isStored());
        QCOMPARE(agenda().find(page()->chosen())->details.reason, u"tension"_qs);
        QCOMPARE(agenda().find(page()->chosen())->details.patient, test::madeleine);
    }

    void anAppointmentOfNobodyIsRefusedInItsPlace()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        toDay();
        const qsizetype before = today().size();
        auto *field = openForm();
        QVERIFY(field);
        test::type(*field, u"zzzz"_qs);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(today().size(), before);
        QCOMPARE(field->accessibleDescription(), u"Patient à choisir dans la liste."_qs);
        m_desk->keepPictures(u"rendez-vous-sans-patient"_qs);
    }

    void whatIsPressedInTheFormIsNoActOnTheChosenAppointment()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        toDay();
        asList();
        choose(u"SIMON");
        press(Qt::Key_R);
        auto *there = page()->findChild<QCheckBox *>();
        QTRY_VERIFY(there && there->isVisible());
        there->setFocus();
        for (const Qt::Key key : {Qt::Key_X, Qt::Key_A, Qt::Key_Delete})
            press(key);
        QCOMPARE(stateOf(simon), AppointmentState::Planned);
        press(Qt::Key_Escape);
        QVERIFY(!there->isVisible());
        choose(u"SIMON");
        press(Qt::Key_Delete);
        QCOMPARE(stateOf(simon), AppointmentState::Cancelled);
    }

    void whoComesWithoutAnAppointmentIsReceivedFromTheRecord()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        const auto found = m_desk->inside().patients().search(u"mar", 50);
        PatientId unexpected{};
        for (const auto &one : *found)
            if (one.id.value > 5)
                unexpected = one.id;
        QVERIFY(unexpected.isStored());
        m_desk->cabinet()->openRecord(unexpected);
        QTest::keyClick(m_desk->window->shell(), Qt::Key_A,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(page()->isVisible());
        auto *there = page()->findChild<QCheckBox *>();
        QVERIFY(there && there->isVisible() && there->isChecked());
        QTest::keyClick(there, Qt::Key_Return, Qt::ControlModifier);
        const QList<agenda::Appointment> day = today();
        const auto written = std::find_if(day.begin(), day.end(), [&](const auto &one) {
            return one.details.patient == unexpected;
        });
        QVERIFY(written != day.end());
        QCOMPARE(written->state, AppointmentState::Waiting);
        QVERIFY(written->details.walkIn);
    }

    void whoIsExpectedGoesToTheWaitingRoomFromTheRecord()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        m_desk->cabinet()->openRecord(simon);
        QTest::keyClick(m_desk->window->shell(), Qt::Key_A,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(stateOf(simon), AppointmentState::Waiting);
        // Once more: one patient is not twice in the room.
        const qsizetype before = today().size();
        m_desk->cabinet()->openRecord(simon);
        QTest::keyClick(m_desk->window->shell(), Qt::Key_A,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(today().size(), before);
        QVERIFY(!page()->findChild<QCheckBox *>()->isVisible());
        QCOMPARE(agenda().find(page()->chosen())->details.patient, simon);
    }

    void whyAnActWasRefusedStaysWhileOthersWrite()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        toDay();
        asList();
        choose(u"SIMON");
        const agenda::Appointment seen = *agenda().find(page()->chosen());
        // Written behind the page, before it hears of it.
        QVERIFY_OK(
            agenda().become(seen, AppointmentState::Absent, audit::Actor::program(u"Poste 2"_qs)));
        press(Qt::Key_A);
        QCOMPARE(stateOf(simon), AppointmentState::Absent);
        QVERIFY(!test::said(*page()).isEmpty());
        const QString why = test::said(*page());
        QVERIFY_OK(agenda().receive(seen.details, audit::Actor::program(u"Poste 2"_qs)));
        QTRY_VERIFY(waitingRoom().contains(u"SIMON"));
        QCOMPARE(test::said(*page()), why);
    }

    void anIdentityToEstablishComesFirstWhereItsPersonIsExpected()
    {
        QVERIFY(m_desk->enter(u"secretaire"_qs));
        QTest::keyClick(m_desk->window->shell(), Qt::Key_4, Qt::AltModifier);
        auto *identities = m_desk->window->findChild<patient::ui::IdentitiesPage *>();
        QTRY_VERIFY(identities && identities->isVisible());
        identities->findChild<uikit::Segmented *>()->setCurrent(2);
        const QModelIndex top = identities->list()->model()->index(0, 0);
        const QString spoken = top.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"SIMON") && spoken.contains(u"attendu à 11:00"),
                 qPrintable(spoken));
        m_desk->keepPictures(u"identites-attendues"_qs);
    }

    void whatAnotherPostWritesAppearsByItself()
    {
        QVERIFY(m_desk->enter(u"medecin"_qs));
        toDay();
        QTRY_VERIFY(page()->isVisible());
        QVERIFY(!waitingRoom().contains(u"SIMON"));
        const auto other = app::Practice::open(app::PracticeFolder(m_desk->practice()),
                                               m_desk->inside().key(), m_desk->clock);
        QVERIFY_OK(other);
        for (const agenda::Appointment &one : today())
            if (one.state == AppointmentState::Planned && one.details.reason.contains(u"vaccins"))
                QVERIFY_OK((*other)->appointments().become(one, AppointmentState::Waiting,
                                                           audit::Actor::program(u"Accueil"_qs)));
        QTRY_VERIFY2(waitingRoom().contains(u"SIMON"), qPrintable(waitingRoom()));
    }
};
QTEST_MAIN(TestWaitingRoom)
#include "tst_waitingroom.moc"
