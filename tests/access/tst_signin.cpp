// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/signin.h>

#include <support/manualclock.h>
#include <support/result.h>

#include <QtTest>

using namespace ambroise;
using namespace ambroise::access;
using namespace std::chrono_literals;

namespace {

constexpr crypto::Argon2Params quick{8, 1, 1};

const QString rightPassword = u"quatre mots sans lien"_qs;
const QString wrongPassword = u"quatre mots sans lieu"_qs;

Login login(QStringView text)
{
    return *Login::parse(text);
}

} // namespace

class TestSignIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = test::ManualClock();
        auto created = crypto::Keyring::create();
        QVERIFY_OK(created);
        m_key = std::move(created->practiceKey);
        crypto::Keyring &keyring = created->keyring;
        QVERIFY_OK(keyring.addPassword(m_key, u"claire.fontanel"_qs, rightPassword, quick));
        QVERIFY_OK(keyring.addCard(m_key, u"claire.fontanel"_qs, QByteArray(16, 's'), m_cardSecret,
                                   QByteArray(32, 'f'), {}));
        QVERIFY_OK(keyring.addRecovery(m_key, m_recovery));
        m_file = std::make_unique<KeyringFile>(m_folder->filePath(u"keyring.json"_qs));
        QVERIFY_OK(m_file->save(keyring));
        m_lockout = std::make_unique<Lockout>(m_folder->filePath(u"attempts.json"_qs), m_clock);
        m_signIn = std::make_unique<SignIn>(*m_file, *m_lockout);
    }

    void thePasswordGivesThePracticesKey()
    {
        const auto key = m_signIn->withPassword(login(u"claire.fontanel"), rightPassword);
        QVERIFY_OK(key);
        QVERIFY(key->equals(m_key));
    }

    void aWrongPasswordAndAnUnknownLoginSoundTheSame()
    {
        QCOMPARE_SUBJECT(m_signIn->withPassword(login(u"claire.fontanel"), wrongPassword),
                         "keyring.password");
        QCOMPARE_SUBJECT(m_signIn->withPassword(login(u"hugo"), wrongPassword), "keyring.password");
        QCOMPARE(m_lockout->failures(u"hugo"_qs), 1);
    }

    void afterFourFailuresEvenTheRightPasswordWaits()
    {
        for (int i = 0; i < 4; ++i)
            QCOMPARE_SUBJECT(m_signIn->withPassword(login(u"claire.fontanel"), wrongPassword),
                             "keyring.password");
        QCOMPARE_SUBJECT(m_signIn->withPassword(login(u"claire.fontanel"), rightPassword),
                         "signin.wait");
        QCOMPARE(m_lockout->failures(u"claire.fontanel"_qs), 4); // waiting is no failure
        m_clock.advance(5s);
        QVERIFY_OK(m_signIn->withPassword(login(u"claire.fontanel"), rightPassword));
        QCOMPARE(m_lockout->failures(u"claire.fontanel"_qs), 0);
    }

    void theCardGivesThePracticesKeyAndItsFailuresAreTheCardsAffair()
    {
        const auto key = m_signIn->withCard(login(u"claire.fontanel"), m_cardSecret);
        QVERIFY_OK(key);
        QVERIFY(key->equals(m_key));
        QCOMPARE_SUBJECT(
            m_signIn->withCard(login(u"claire.fontanel"), crypto::SecretBytes::random(32)),
            "keyring.card");
        QCOMPARE(m_lockout->failures(u"claire.fontanel"_qs), 0);
    }

    void aCardIsKnownByItsCertificate()
    {
        const auto slot = m_signIn->slotOfCard(QByteArray(32, 'f'));
        QVERIFY_OK(slot);
        QCOMPARE(slot->login, u"claire.fontanel"_qs);
        QCOMPARE(slot->cardSalt, QByteArray(16, 's'));
        QCOMPARE_SUBJECT(m_signIn->slotOfCard(QByteArray(32, 'g')), "signin.card");
    }

    void theRecoveryKeyGivesThePracticesKeyHoweverItIsTyped()
    {
        const QString typed = m_recovery.toString().remove(u'-').toLower();
        const auto key = m_signIn->withRecoveryKey(typed);
        QVERIFY_OK(key);
        QVERIFY(key->equals(m_key));
    }

    void aMistypedRecoveryKeyIsNoFailure()
    {
        QCOMPARE_SUBJECT(m_signIn->withRecoveryKey(u"7ZQ4"), "recovery.shape");
        QString typed = m_recovery.toString();
        typed[0] = typed[0] == u'7' ? u'8' : u'7';
        QCOMPARE_SUBJECT(m_signIn->withRecoveryKey(typed), "recovery.checksum");
        for (int i = 0; i < 10; ++i)
            QCOMPARE_SUBJECT(m_signIn->withRecoveryKey(u"7ZQ4"), "recovery.shape");
        QVERIFY_OK(m_signIn->withRecoveryKey(m_recovery.toString()));
    }

    void theRecoveryKeyOfAnotherPracticeIsSlowedToo()
    {
        const QString foreign = crypto::RecoveryKey::generate().toString();
        for (int i = 0; i < 4; ++i)
            QCOMPARE_SUBJECT(m_signIn->withRecoveryKey(foreign), "keyring.recovery");
        QCOMPARE_SUBJECT(m_signIn->withRecoveryKey(m_recovery.toString()), "signin.wait");
        QVERIFY_OK(m_signIn->withPassword(login(u"claire.fontanel"), rightPassword));
    }

    void withoutAKeyringNobodyEntersAndNobodyIsBlamed()
    {
        QVERIFY(QFile::remove(m_folder->filePath(u"keyring.json"_qs)));
        QCOMPARE_SUBJECT(m_signIn->withPassword(login(u"claire.fontanel"), rightPassword),
                         "keyring.missing");
        QCOMPARE(m_lockout->failures(u"claire.fontanel"_qs), 0);
    }

    void aDamagedKeyringIsSaid_data()
    {
        QTest::addColumn<int>("kept"); // bytes
        QTest::newRow("empty") << 0;
        QTest::newRow("cut short") << 200;
    }
    void aDamagedKeyringIsSaid()
    {
        QFETCH(int, kept);
        QFile file(m_folder->filePath(u"keyring.json"_qs));
        QVERIFY(file.resize(kept));
        QCOMPARE_SUBJECT(m_file->load(), "keyring.format");
        QCOMPARE_SUBJECT(m_signIn->withPassword(login(u"claire.fontanel"), rightPassword),
                         "keyring.format");
    }

    void aSavedKeyringIsTheSameAndItsOwnersAlone()
    {
        const auto loaded = m_file->load();
        QVERIFY_OK(loaded);
        const KeyringFile copy(m_folder->filePath(u"copy.json"_qs));
        QVERIFY_OK(copy.save(*loaded));
        const auto again = copy.load();
        QVERIFY_OK(again);
        QVERIFY(*again == *loaded);
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_folder->filePath(u"copy.json"_qs)) & others));
    }

    void aKeyringThatCannotBeWrittenLeavesTheOldOne()
    {
        const auto loaded = m_file->load();
        QVERIFY_OK(loaded);
        const KeyringFile nowhere(m_folder->filePath(u"missing/keyring.json"_qs));
        QCOMPARE_SUBJECT(nowhere.save(*loaded), "keyring.write");
        QVERIFY_OK(m_file->load());
    }

private:
    test::ManualClock m_clock;
    crypto::SecretBytes m_key;
    crypto::SecretBytes m_cardSecret = crypto::SecretBytes::random(32);
    crypto::RecoveryKey m_recovery = crypto::RecoveryKey::generate();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KeyringFile> m_file;
    std::unique_ptr<Lockout> m_lockout;
    std::unique_ptr<SignIn> m_signIn;
};
QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
