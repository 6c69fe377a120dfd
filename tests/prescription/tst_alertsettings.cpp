// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/prescription/alertsettings.h>
#include <ambroise/prescription/schema.h>

#include <support/engines.h>
#include <support/result.h>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor locum(UserId{2}, u"Dr Paul Remy"_qs, u"medecin"_qs, u"Cabinet 1"_qs);

Alert alertOf(CheckKind kind, const QString &level)
{
    Alert alert;
    alert.kind = kind;
    alert.level = level;
    return alert;
}

AlertSettings from(CheckKind kind, const QString &level)
{
    AlertSettings settings;
    settings.setFrom(kind, level);
    return settings;
}

} // namespace

class TestAlertSettings : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {storage::schema(), audit::schema(),
                                              prescription::schema()};

private Q_SLOTS:
    void aNewUserIsShownEverything()
    {
        QList<Alert> alerts{alertOf(CheckKind::Interaction, u"APC"_qs),
                            alertOf(CheckKind::Legal, u"info"_qs)};
        QCOMPARE(AlertSettings().fold(alerts), 0);
        QVERIFY(!alerts.first().folded && !alerts.last().folded);
        QVERIFY(AlertSettings().lowered().isEmpty());
    }

    void whatStandsBelowTheChosenLevelIsFoldedAndKept()
    {
        QList<Alert> alerts{
            alertOf(CheckKind::Interaction, u"APC"_qs), alertOf(CheckKind::Interaction, u"PE"_qs),
            alertOf(CheckKind::Interaction, u"AD"_qs), alertOf(CheckKind::Dose, u"info"_qs)};
        const AlertSettings settings = from(CheckKind::Interaction, u"AD"_qs);
        QCOMPARE(settings.fold(alerts), 2);
        QCOMPARE(alerts.size(), 4);
        QVERIFY(alerts.at(0).folded && alerts.at(1).folded);
        QVERIFY(!alerts.at(2).folded && !alerts.at(3).folded); // doses are another kind
        QCOMPARE(settings.lowered(), QList{CheckKind::Interaction});
    }

    void whatAsksForAReasonIsNeverFolded()
    {
        AlertSettings settings;
        for (const CheckKind kind : allCheckKinds())
            settings.setFrom(kind, AlertSettings::levels(kind).last());
        QList<Alert> alerts{alertOf(CheckKind::Interaction, u"CI"_qs),
                            alertOf(CheckKind::Allergy, u"stop"_qs),
                            alertOf(CheckKind::Interaction, u"not graded"_qs)};
        QCOMPARE(settings.fold(alerts), 0);
    }

    void whatMayBeGraverIsTakenForIt()
    {
        Alert alert = alertOf(CheckKind::Interaction, u"APC"_qs);
        alert.levels = QStringList{u"CI"_qs, u"APC"_qs};
        alert.decided = false;
        QList<Alert> alerts{alert};
        QCOMPARE(from(CheckKind::Interaction, u"AD"_qs).fold(alerts), 0);
        alerts.first().decided = true; // the patient's data told which
        QCOMPARE(from(CheckKind::Interaction, u"AD"_qs).fold(alerts), 1);
    }

    void whatWasFoldedForAnotherReasonIsNotCounted()
    {
        QList<Alert> alerts{alertOf(CheckKind::Interaction, u"APC"_qs)};
        alerts.first().folded = true;
        QCOMPARE(from(CheckKind::Interaction, u"CI"_qs).fold(alerts), 0);
    }

    void aLevelOfAnotherKindShowsEverything()
    {
        QVERIFY(from(CheckKind::Dose, u"AD"_qs).lowered().isEmpty());
        AlertSettings settings = from(CheckKind::Dose, u"stop"_qs);
        settings.setFrom(CheckKind::Dose, u"nonsense"_qs);
        QCOMPARE(settings, AlertSettings());
    }

    void eachDoctorHasTheirOwn_data() { m_engines.addRows(); }
    void eachDoctorHasTheirOwn()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        audit::Journal journal(db, m_engines.key(), m_engines.clock());
        AlertSettingsRepository settings(db, journal);
        AlertSettings chosen = from(CheckKind::Interaction, u"PE"_qs);
        chosen.setFrom(CheckKind::Dose, u"warn"_qs);
        QVERIFY_OK(settings.keep(chosen, doctor));
        QCOMPARE(*settings.of(doctor.user()), chosen);
        QCOMPARE(*settings.of(locum.user()), AlertSettings());
        QVERIFY_OK(settings.keep({}, doctor));
        QCOMPARE(*settings.of(doctor.user()), AlertSettings());
    }

    void whoLowersThemIsJournaled()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        audit::Journal journal(**db, m_engines.key(), m_engines.clock());
        AlertSettingsRepository settings(**db, journal);
        QVERIFY_OK(settings.keep(from(CheckKind::Interaction, u"CI"_qs), doctor));
        const auto events = journal.find({});
        QVERIFY_OK(events);
        QCOMPARE(events->first().actor.user(), doctor.user());
        QCOMPARE(events->first().deed.detail, u"alert_settings interaction=CI"_qs);
    }
};
QTEST_GUILESS_MAIN(TestAlertSettings)
#include "tst_alertsettings.moc"
