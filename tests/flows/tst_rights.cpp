// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include <cabinet/accountwiring.h>
#include <cabinet/dispensingwiring.h>
#include <cabinet/ordonnancewiring.h>

#include <ambroise/patient/ui/patientbanner.h>
#include <ambroise/uikit/button.h>

using namespace ambroise;
using namespace ambroise::app;
using test::madeleine;

namespace {

QList<prescription::Line> lines()
{
    prescription::Line line;
    line.label = u"DOLIPRANE 1000 mg, comprimé"_qs;
    line.posology = u"1 comprimé matin et soir"_qs;
    line.durationDays = 7;
    return {line};
}

} // namespace

//! Who may not write, does not: not by the page, and not past it.
class TestRights : public QObject {
    Q_OBJECT
    std::unique_ptr<test::Desk> m_desk;

    void begin(const QString &login)
    {
        if (!m_desk->window)
            m_desk->open();
        m_desk->signIn(login);
        QTRY_VERIFY(m_desk->window->shell());
    }
    [[nodiscard]] access::Session sessionOf(QStringView login) const
    {
        return {m_desk->account(login), u"Cabinet 1"_qs, m_desk->clock.now()};
    }
    [[nodiscard]] prescription::ui::OrdonnanceServices
    services(const access::Session &session) const
    {
        return ordonnanceServices(m_desk->inside(), session, madeleine,
                                  [](const QByteArray &, const auto &) { return done(); });
    }
    [[nodiscard]] RecordView *record() const { return m_desk->record(); }
    void askForGlass()
    {
        m_desk->cabinet()->openRecord(madeleine);
        QVERIFY(record());
        QTest::keyClick(m_desk->window.get(), Qt::Key_B, Qt::AltModifier);
        QVERIFY(m_desk->seen<QLineEdit>(u"reason"_qs));
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QVERIFY_OK(m_desk->make());
    }
    void cleanup()
    {
        if (m_desk)
            m_desk->window.reset();
    }

    void whoDoesNotPrescribeNeitherSignsNorCancels_data()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"infirmiere", "secretaire", "pharmacien", "admin"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    void whoDoesNotPrescribeNeitherSignsNorCancels()
    {
        QFETCH(QString, login);
        begin(u"medecin"_qs);
        const auto doctor = sessionOf(u"medecin");
        const auto number = services(doctor).sign(lines(), {}, {});
        QVERIFY_OK(number);

        const auto other = sessionOf(login);
        QCOMPARE_SUBJECT(services(other).sign(lines(), {}, {}), "access.denied");
        QCOMPARE_SUBJECT(services(other).cancel(*number, u"une erreur de patient"_qs),
                         "access.denied");
        const auto kept = m_desk->inside().ordonnances().ofPatient(patient::RecordIds(madeleine));
        QCOMPARE(kept->size(), 1);
        QVERIFY(!kept->first().isCancelled());
        QVERIFY_OK(services(doctor).cancel(*number, u"une erreur de patient"_qs));
    }

    void whoDoesNotReadTheRecordReadsNoOrdonnanceOfIt()
    {
        begin(u"medecin"_qs);
        const auto doctor = sessionOf(u"medecin");
        const auto number = services(doctor).sign(lines(), {}, {});
        QVERIFY_OK(number);
        auto secretary = sessionOf(u"secretaire");
        QCOMPARE_SUBJECT(services(secretary).openPdf(*number), "access.denied");
        QCOMPARE_SUBJECT(services(secretary).signedOnes(), "access.denied");
        QCOMPARE_SUBJECT(services(secretary).remarks(lines()), "access.denied");
        QVERIFY_OK(services(sessionOf(u"infirmiere")).openPdf(*number));

        QVERIFY_OK(secretary.breakGlass(madeleine, u"Malaise en salle d’attente"_qs,
                                        m_desk->inside().journal()));
        QVERIFY_OK(services(secretary).openPdf(*number));
        QCOMPARE(services(secretary).signedOnes()->size(), 1);
        QCOMPARE_SUBJECT(services(secretary).sign(lines(), {}, {}), "access.denied");
        QCOMPARE_SUBJECT(services(secretary).cancel(*number, u"une erreur de patient"_qs),
                         "access.denied");
    }

    void whoIsNoPharmacistDispensesNothing_data()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"infirmiere", "secretaire", "medecin", "marie-anne", "admin"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    void whoIsNoPharmacistDispensesNothing()
    {
        QFETCH(QString, login);
        begin(u"medecin"_qs);
        const auto doctor = sessionOf(u"medecin");
        const auto number = services(doctor).sign(lines(), {}, {});
        QVERIFY_OK(number);
        const auto ordonnance = m_desk->inside().ordonnances().byNumber(
            *prescription::OrdonnanceNumber::parse(*number));
        const auto other = sessionOf(login);
        const auto counter = dispensingServices(m_desk->inside(), other, [] {});
        QCOMPARE_SUBJECT(counter.record(u"jeton-1"_qs, *ordonnance, {}, 0), "access.denied");
        if (!other.may(access::Right::ReadOrdonnance))
            QCOMPARE_SUBJECT(counter.scan(ordonnance->code), "access.denied");
        QVERIFY(m_desk->inside().dispensations().of(ordonnance->content.number())->isEmpty());
    }

    void whoManagesNoAccountsChangesNone_data()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"infirmiere", "secretaire", "marie-anne", "pharmacien"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    void whoManagesNoAccountsChangesNone()
    {
        QFETCH(QString, login);
        begin(u"medecin"_qs);
        const auto other = sessionOf(login);
        const Door door{*m_desk->window->gate(), *m_desk->window->cards()};
        const auto calls = accountsCalls(other, door);
        const access::Account doctor = m_desk->account(u"medecin");
        const QString next = u"Quatre tuiles sous la neige"_qs;
        QCOMPARE_SUBJECT(calls.list(), "access.denied");
        QCOMPARE_SUBJECT(calls.update(doctor), "access.denied");
        QCOMPARE_SUBJECT(calls.deactivate(doctor), "access.denied");
        QCOMPARE_SUBJECT(calls.removeCard(doctor, {}), "access.denied");
        QCOMPARE_SUBJECT(
            calls.add(*access::Login::parse(u"intrus"), doctor.person, next).takeResult(),
            "access.denied");
        QCOMPARE_SUBJECT(calls.setPassword(doctor, next).takeResult(), "access.denied");
        QCOMPARE_SUBJECT(calls.reactivate(doctor, next).takeResult(), "access.denied");
    }

    void aRightThatAnotherPostTookAwayIsGoneAtOnce()
    {
        begin(u"medecin"_qs);
        const auto admin = sessionOf(u"admin");
        const Door door{*m_desk->window->gate(), *m_desk->window->cards()};
        const auto calls = accountsCalls(admin, door);
        QVERIFY_OK(calls.list());
        access::Account demoted = m_desk->account(u"admin");
        demoted.person.role = access::Role::Secretaire;
        QVERIFY_OK(m_desk->inside().accounts().update(demoted, admin.actor()));
        QCOMPARE_SUBJECT(calls.list(), "access.denied");
    }

    void brisDeGlaceSaysWhoseRecordItOpensAndWantsAReason()
    {
        begin(u"secretaire"_qs);
        askForGlass();
        bool shown = false;
        for (auto *banner : m_desk->window->findChildren<patient::ui::PatientBanner *>())
            shown |= banner->isVisible() && banner->accessibleName().contains(u"VASSEUR");
        QVERIFY(shown);
        m_desk->keepPictures(u"bris-de-glace"_qs);
        m_desk->fill(u"reason"_qs, u"urgence"_qs);
        QTest::keyClick(m_desk->seen<QLineEdit>(u"reason"_qs), Qt::Key_Return);
        QCOMPARE(m_desk->said(u"reasonNotice"_qs),
                 u"Motif trop court. L’écrire en une phrase, dix caractères au moins."_qs);
        m_desk->keepPictures(u"bris-de-glace-motif"_qs);
        QTest::keyClick(m_desk->seen<QLineEdit>(u"reason"_qs), Qt::Key_Escape);
        QVERIFY(record());
        QVERIFY(!record()->ordonnancePage());
    }

    void brisDeGlaceGivesReadingUntilTheLock()
    {
        begin(u"secretaire"_qs);
        askForGlass();
        m_desk->fill(u"reason"_qs, u"Malaise en salle d’attente"_qs);
        m_desk->press(u"breakGlass"_qs);
        QVERIFY(record());
        auto *page = record()->ordonnancePage();
        QVERIFY(page);
        record()->showPage(u"ordonnances"_qs);
        for (auto *edit : page->findChildren<QLineEdit *>())
            QVERIFY2(!edit->isVisible(), qPrintable(edit->accessibleName()));
        for (auto *button : record()->findChildren<uikit::PrimaryButton *>())
            QVERIFY(!button->isVisible());
        QTest::keyClick(m_desk->window.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_desk->inside().ordonnances().ofPatient(patient::RecordIds(madeleine))->isEmpty());
        m_desk->keepPictures(u"bris-de-glace-ouvert"_qs);
        audit::Filter broken;
        broken.action = audit::Action::BreakGlass;
        const auto told = m_desk->inside().journal().find(broken);
        QCOMPARE(told->size(), 1);
        QCOMPARE(told->first().deed.reason, u"Malaise en salle d’attente"_qs);
        QCOMPARE(told->first().deed.patient, madeleine);

        m_desk->window->lock();
        begin(u"secretaire"_qs);
        QVERIFY(!record());
        m_desk->cabinet()->openRecord(madeleine);
        QVERIFY(!record()->ordonnancePage());
    }

    void whoReadsTheRecordAnywayIsOfferedNoBrisDeGlace()
    {
        begin(u"infirmiere"_qs);
        m_desk->cabinet()->openRecord(madeleine);
        QVERIFY(record()->ordonnancePage());
        QTest::keyClick(m_desk->window.get(), Qt::Key_B, Qt::AltModifier);
        QVERIFY(!m_desk->seen<QLineEdit>(u"reason"_qs));
    }
};
QTEST_MAIN(TestRights)
#include "tst_rights.moc"
