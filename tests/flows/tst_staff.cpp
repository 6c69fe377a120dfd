// SPDX-License-Identifier: GPL-3.0-or-later
#include "demopractice.h"

#include <practice/staff.h>

#include <support/manualclock.h>
#include <support/result.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace ambroise;
using namespace ambroise::app;
using test::goodPassword;
using test::login;
using test::otherPassword;

namespace {

access::Person nurse()
{
    access::Person person;
    person.surname = u"Aubrac"_qs;
    person.givenName = u"Sophie"_qs;
    person.role = access::Role::Infirmier;
    return person;
}

access::CardOffer offer()
{
    return {QByteArray(32, 's'), QByteArray(32, 'f'), u"FONTANEL Claire"_qs, QDate(2029, 11, 23)};
}

} // namespace

//! Accounts and what opens the practice for them, on a practice of its own for each test.
class TestStaff : public QObject {
    Q_OBJECT
    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Practice> m_practice;
    const audit::Actor m_actor{UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs};

    [[nodiscard]] Staff staff() { return {*m_practice, test::quickParams}; }
    [[nodiscard]] access::Account account(QStringView of) const
    {
        return *m_practice->accounts().byLogin(login(of));
    }
    [[nodiscard]] crypto::Keyring keyring() const
    {
        return *access::KeyringFile(m_practice->folder().keyring()).load();
    }
    [[nodiscard]] bool opens(const QString &who, const QString &with) const
    {
        return keyring().openWithPassword(who, with).ok();
    }
    //! The newest event is that one.
    [[nodiscard]] audit::Deed lastDeed() const
    {
        audit::Filter newest;
        newest.limit = 1;
        return m_practice->journal().find(newest)->first().deed;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto created = createPractice(PracticeFolder(m_folder->filePath(u"practice"_qs)),
                                      test::demoOptions(), m_clock);
        QVERIFY_OK(created);
        m_practice = std::move(created->practice);
    }

    void aNewPersonComesInWithTheFirstPasswordGiven()
    {
        QVERIFY_OK(staff().add(login(u"sophie"), nurse(), otherPassword, m_actor));
        QVERIFY(opens(u"sophie"_qs, otherPassword));
        QCOMPARE(lastDeed().action, audit::Action::Create);
        QCOMPARE(m_practice->folder().faces().last().login, u"sophie"_qs);
    }

    void aPasswordThatIsNotGoodEnoughChangesNothing()
    {
        QCOMPARE_SUBJECT(staff().add(login(u"sophie"), nurse(), u"trop court"_qs, m_actor),
                         "password.short");
        QCOMPARE_SUBJECT(m_practice->accounts().byLogin(login(u"sophie")), "account.unknown");
        QCOMPARE_SUBJECT(staff().setPassword(account(u"secretaire"), u"Nadia Brunel"_qs, m_actor),
                         "password.contains_name");
        QVERIFY(opens(u"secretaire"_qs, goodPassword));
    }

    void aNewPasswordReplacesTheFormerAndIsTold()
    {
        QVERIFY_OK(staff().setPassword(account(u"secretaire"), otherPassword, m_actor));
        QVERIFY(opens(u"secretaire"_qs, otherPassword));
        QVERIFY(!opens(u"secretaire"_qs, goodPassword));
        QCOMPARE(lastDeed().detail, u"password"_qs);
        QCOMPARE(lastDeed().subjectId, account(u"secretaire").id.value);
    }

    void aSlotMadeBeforeAnotherChangeIsRefusedAndNothingIsTold()
    {
        const access::Account who = account(u"secretaire");
        const auto slot = staff().slotFor(who.login, who.person, otherPassword);
        QVERIFY_OK(slot);
        const auto made = slot->run();
        QVERIFY_OK(made);
        QVERIFY_OK(staff().setPassword(account(u"pharmacien"), otherPassword, m_actor));
        QCOMPARE_SUBJECT(staff().setPassword(who, *made, m_actor), "keyring.changed");
        QVERIFY(opens(u"secretaire"_qs, goodPassword));
        QCOMPARE(lastDeed().subjectId, account(u"pharmacien").id.value);
    }

    void aClosedAccountHasNoSlotAndOpensAgainWithANewPassword()
    {
        QVERIFY_OK(staff().enrolCard(account(u"secretaire"), offer(),
                                     crypto::SecretBytes::random(32), m_actor));
        QVERIFY_OK(staff().deactivate(account(u"secretaire"), m_actor));
        QCOMPARE(lastDeed().action, audit::Action::Revoke);
        for (const crypto::SlotInfo &slot : keyring().entries())
            QVERIFY(slot.login != u"secretaire");
        for (const PracticeFolder::Face &face : m_practice->folder().faces())
            QVERIFY(face.login != u"secretaire");
        QCOMPARE_SUBJECT(m_practice->signIn(login(u"secretaire"), u"Accueil"_qs),
                         "account.inactive");

        const access::Account closed = account(u"secretaire");
        QCOMPARE_SUBJECT(staff().setPassword(closed, otherPassword, m_actor), "account.inactive");
        QCOMPARE_SUBJECT(
            staff().enrolCard(closed, offer(), crypto::SecretBytes::random(32), m_actor),
            "account.inactive");
        const auto slot = staff().slotFor(closed.login, closed.person, otherPassword);
        QVERIFY_OK(slot);
        const auto made = slot->run();
        QVERIFY_OK(made);
        QVERIFY_OK(staff().reactivate(closed, *made, m_actor));
        QVERIFY(opens(u"secretaire"_qs, otherPassword));
        QVERIFY(!opens(u"secretaire"_qs, goodPassword));
        QVERIFY(lastDeed().detail.contains(u"reopened"));
        QVERIFY_OK(m_practice->signIn(login(u"secretaire"), u"Accueil"_qs));
        QVERIFY(staff().cards()->isEmpty());
    }

    void whatIsDoneStandsWhereTheListBeforeTheSignInCannotBeWritten()
    {
        const QString faces = m_practice->folder().path() + u"/people.json"_qs;
        QVERIFY(QFile::remove(faces) && QDir().mkdir(faces));
        QVERIFY_OK(staff().add(login(u"sophie"), nurse(), otherPassword, m_actor));
        QVERIFY(opens(u"sophie"_qs, otherPassword));
        access::Account changed = account(u"sophie");
        changed.person.phone = u"04 65 71 00 09"_qs;
        QVERIFY_OK(staff().update(changed, m_actor));
        QVERIFY_OK(staff().deactivate(account(u"sophie"), m_actor));
        const access::Account closed = account(u"sophie");
        const auto slot = staff().slotFor(closed.login, closed.person, otherPassword);
        QVERIFY_OK(slot);
        const auto made = slot->run();
        QVERIFY_OK(made);
        QVERIFY_OK(staff().reactivate(closed, *made, m_actor));
        QVERIFY(account(u"sophie").active);
    }

    void whoManagesTheAccountsLastKeepsTheirSlot()
    {
        QVERIFY_OK(staff().deactivate(account(u"admin"), m_actor));
        QCOMPARE_SUBJECT(staff().deactivate(account(u"medecin"), m_actor), "account.last_manager");
        QVERIFY(account(u"medecin").active);
        QVERIFY(opens(u"medecin"_qs, goodPassword));
    }

    void theJournalTellsWhatWasChangedAndNotWhatWasTyped()
    {
        access::Account changed = account(u"secretaire");
        changed.person.role = access::Role::Administrateur;
        changed.person.phone = u"04 65 71 00 09"_qs;
        QVERIFY_OK(staff().update(changed, m_actor));
        QCOMPARE(lastDeed().detail,
                 u"secretaire administrateur secretaire>administrateur, contact"_qs);
    }

    void aCardIsEnrolledShownAndTakenAway()
    {
        const auto secret = crypto::SecretBytes::random(32);
        QVERIFY_OK(staff().enrolCard(account(u"medecin"), offer(), secret, m_actor));
        QCOMPARE(lastDeed().action, audit::Action::Enrol);
        QCOMPARE(lastDeed().detail, u"666666666666"_qs);
        QVERIFY_OK(keyring().openWithCard(u"medecin"_qs, secret));
        const auto cards = staff().cards();
        QVERIFY_OK(cards);
        QCOMPARE(*cards, (QList<access::EnrolledCard>{{u"medecin"_qs, QByteArray(32, 'f'),
                                                       u"FONTANEL Claire"_qs, QDate(2029, 11, 23),
                                                       m_clock.today()}}));
        QVERIFY_OK(staff().removeCard(account(u"medecin"), cards->first(), m_actor));
        QCOMPARE(lastDeed().action, audit::Action::Revoke);
        QCOMPARE(lastDeed().subject, audit::Subject::Card);
        QVERIFY(!keyring().openWithCard(u"medecin"_qs, secret).ok());
        QVERIFY(opens(u"medecin"_qs, goodPassword));
        QCOMPARE_SUBJECT(staff().removeCard(account(u"medecin"), cards->first(), m_actor),
                         "keyring.slot");
    }

    void aCardIsOfOnePersonAlone()
    {
        QVERIFY_OK(staff().enrolCard(account(u"medecin"), offer(), crypto::SecretBytes::random(32),
                                     m_actor));
        const Status taken = staff().enrolCard(account(u"secretaire"), offer(),
                                               crypto::SecretBytes::random(32), m_actor);
        QCOMPARE_SUBJECT(taken, "card.taken");
        QCOMPARE(taken.error().detail, u"Dr Claire Fontanel"_qs);
        QCOMPARE(staff().cards()->size(), 1);
        // Her own again, as after a change of its code: one slot.
        QVERIFY_OK(staff().enrolCard(account(u"medecin"), offer(), crypto::SecretBytes::random(32),
                                     m_actor));
        QCOMPARE(staff().cards()->size(), 1);
    }
};
QTEST_GUILESS_MAIN(TestStaff)
#include "tst_staff.moc"
