// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/habits.h>
#include <ambroise/prescription/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor locum(UserId{2}, u"Dr Paul Remy"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
constexpr int most = 5;

Line line(const QString &posology, int days)
{
    return Line{u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs, posology, days};
}

} // namespace

class TestHabits : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {storage::schema(), prescription::schema()};

private Q_SLOTS:
    void theMostUsedComesFirst_data() { m_engines.addRows(); }
    void theMostUsedComesFirst()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        HabitRepository habits(db, m_engines.clock());
        QVERIFY_OK(habits.count({line(u"1-0-1"_qs, 5), line(u"1-1-1"_qs, 7)}, doctor));
        QVERIFY_OK(habits.count({line(u"1-1-1"_qs, 7)}, doctor));
        const auto found = habits.of(doctor.user(), u"60234100"_qs, {}, most);
        QVERIFY_OK(found);
        QCOMPARE(found->size(), 2);
        QCOMPARE(found->first(), (Habit{u"1-1-1"_qs, 7, 0, false, 2}));
        QCOMPARE(found->last().times, 1);
    }

    void whatIsNotOfTheSameLengthOrZoneIsAnotherHabit()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        HabitRepository habits(**db, m_engines.clock());
        Line ald = line(u"1-0-1"_qs, 5);
        ald.ald = true;
        ald.renewals = 2;
        QVERIFY_OK(habits.count({line(u"1-0-1"_qs, 5), line(u"1-0-1"_qs, 8), ald}, doctor));
        const auto found = habits.of(doctor.user(), u"60234100"_qs, {}, most);
        QCOMPARE(found->size(), 3);
        QCOMPARE(habits.of(doctor.user(), u"60234100"_qs, {}, 2)->size(), 2);
    }

    void eachDoctorHasTheirOwn_data() { m_engines.addRows(); }
    void eachDoctorHasTheirOwn()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        HabitRepository habits(db, m_engines.clock());
        QVERIFY_OK(habits.count({line(u"1-0-1"_qs, 5)}, doctor));
        QVERIFY(habits.of(locum.user(), u"60234100"_qs, {}, most)->isEmpty());
    }

    void whatHasNoCodeIsKnownByItsName()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        HabitRepository habits(**db, m_engines.clock());
        const Line gel{{}, u"Gel hydratant"_qs, u"1 application par jour"_qs, 30};
        QVERIFY_OK(habits.count({gel}, doctor));
        const auto found = habits.of(doctor.user(), {}, u"GEL  HYDRATANT"_qs, most);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().line({}, u"Gel hydratant"_qs), gel);
    }

    void aHabitIsForgottenAlone_data() { m_engines.addRows(); }
    void aHabitIsForgottenAlone()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        HabitRepository habits(db, m_engines.clock());
        QVERIFY_OK(habits.count({line(u"1-0-1"_qs, 5), line(u"1-1-1"_qs, 7)}, doctor));
        const Habit first = habits.of(doctor.user(), u"60234100"_qs, {}, most)->first();
        QVERIFY_OK(habits.forget(u"60234100"_qs, {}, first, locum)); // not theirs
        QCOMPARE(habits.of(doctor.user(), u"60234100"_qs, {}, most)->size(), 2);
        QVERIFY_OK(habits.forget(u"60234100"_qs, {}, first, doctor));
        const auto left = habits.of(doctor.user(), u"60234100"_qs, {}, most);
        QCOMPARE(left->size(), 1);
        QVERIFY(left->first() != first);
    }
};
QTEST_GUILESS_MAIN(TestHabits)
#include "tst_habits.moc"
