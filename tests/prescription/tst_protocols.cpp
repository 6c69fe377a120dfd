// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/protocols.h>
#include <ambroise/prescription/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor locum(UserId{2}, u"Dr Paul Remy"_qs, u"medecin"_qs, u"Cabinet 1"_qs);

Protocol angina()
{
    return {{},
            u"Angine  de l’adulte"_qs,
            {Line{u"60234100"_qs, u"DOLIPRANE 1000 mg, comprimé"_qs, u"1-1-1"_qs, 5},
             Line{{}, u"Gel"_qs, u"1 application"_qs, 5}}};
}

} // namespace

class TestProtocols : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {storage::schema(), prescription::schema()};

private Q_SLOTS:
    void aPracticeBeginsWithNone_data() { m_engines.addRows(); }
    void aPracticeBeginsWithNone() // criterion 45
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        QVERIFY(ProtocolRepository(db).of(doctor.user())->isEmpty());
    }

    void itsLinesComeBackWithoutTheDayTheyWereFor_data() { m_engines.addRows(); }
    void itsLinesComeBackWithoutTheDayTheyWereFor()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        ProtocolRepository protocols(db);
        Protocol written = angina();
        written.lines.first().startDate = QDate(2026, 11, 25);
        QVERIFY_OK(protocols.save(written, doctor));
        const auto kept = protocols.of(doctor.user());
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().name, u"Angine de l’adulte"_qs);
        QCOMPARE(kept->first().lines, angina().lines);
        QVERIFY(protocols.of(locum.user())->isEmpty());
    }

    void oneNameIsForOne_data() { m_engines.addRows(); }
    void oneNameIsForOne()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        ProtocolRepository protocols(db);
        QVERIFY_OK(protocols.save(angina(), doctor));
        Protocol other = angina();
        other.name = u"ANGINE de l'adulte"_qs;
        QCOMPARE_SUBJECT(protocols.save(other, doctor), "protocol.known");
        QVERIFY_OK(protocols.save(other, locum)); // each has their own
        other.name = u"Sinusite"_qs;
        other.id = *protocols.save(other, doctor);
        other.name = u"Angine de l’adulte"_qs;
        QCOMPARE_SUBJECT(protocols.save(other, doctor), "protocol.known");
        other.name = u"Sinusite aiguë"_qs;
        QVERIFY_OK(protocols.save(other, doctor));
        QCOMPARE(protocols.of(doctor.user())->last().name, u"Sinusite aiguë"_qs);
    }

    void whatNamesOrHoldsNothingIsRefused()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        ProtocolRepository protocols(**db);
        Protocol one = angina();
        one.name = u" - "_qs;
        QCOMPARE_SUBJECT(protocols.save(one, doctor), "protocol.name");
        one = angina();
        one.lines.clear();
        QCOMPARE_SUBJECT(protocols.save(one, doctor), "protocol.empty");
    }

    void nobodyChangesAnothersOrOneThatIsGone()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        ProtocolRepository protocols(**db);
        Protocol one = angina();
        one.id = *protocols.save(one, doctor);
        QCOMPARE_SUBJECT(protocols.save(one, locum), "protocol.unknown");
        QVERIFY_OK(protocols.remove(one.id, locum));
        QCOMPARE(protocols.of(doctor.user())->size(), 1);
        QVERIFY_OK(protocols.remove(one.id, doctor));
        QVERIFY(protocols.of(doctor.user())->isEmpty());
        QCOMPARE_SUBJECT(protocols.save(one, doctor), "protocol.unknown");
    }
};
QTEST_GUILESS_MAIN(TestProtocols)
#include "tst_protocols.moc"
