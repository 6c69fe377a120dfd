// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/crypto/keyring.h>
#include <ambroise/crypto/random.h>

#include <support/result.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <ctime>

using namespace ambroise;
using namespace ambroise::crypto;

namespace {

constexpr Argon2Params cheap = {64, 1, 1};
const QString password = u"quatre mots très ordinaires"_qs;

//! A practice with one slot of each kind.
struct Practice {
    Keyring::Created created = *Keyring::create();
    SecretBytes cardSecret = SecretBytes::random(32);
    RecoveryKey recovery = RecoveryKey::generate();

    Practice()
    {
        const bool filled =
            keyring().addPassword(key(), u"dumont"_qs, password, cheap).ok() &&
            keyring()
                .addCard(key(), u"dumont"_qs, "card salt", cardSecret, "fingerprint", "public")
                .ok() &&
            keyring().addRecovery(key(), recovery).ok();
        if (!filled)
            qFatal("no practice");
    }
    Keyring &keyring() { return created.keyring; }
    SecretBytes &key() { return created.practiceKey; }

    [[nodiscard]] bool isOpenedBySomething(const Keyring &ring) const
    {
        return ring.openWithPassword(u"dumont"_qs, password).ok() ||
               ring.openWithCard(u"dumont"_qs, cardSecret).ok() ||
               ring.openWithRecovery(recovery).ok();
    }
};

QJsonObject objectOf(const Keyring &keyring)
{
    return QJsonDocument::fromJson(keyring.toJson()).object();
}

Result<Keyring> read(const QJsonObject &object)
{
    return Keyring::fromJson(QJsonDocument(object).toJson());
}

QJsonObject withSlots(QJsonObject object, const QJsonArray &list)
{
    object.insert(u"slots"_qs, list);
    return object;
}

template <class Call>
double cpuSeconds(Call call)
{
    const std::clock_t from = std::clock();
    call();
    return double(std::clock() - from) / CLOCKS_PER_SEC;
}

} // namespace

class TestKeyring : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySlotOpensThePractice()
    {
        Practice practice;
        const Keyring &ring = practice.keyring();
        QVERIFY(ring.openWithPassword(u"dumont"_qs, password)->equals(practice.key()));
        QVERIFY(ring.openWithCard(u"dumont"_qs, practice.cardSecret)->equals(practice.key()));
        QVERIFY(ring.openWithRecovery(practice.recovery)->equals(practice.key()));
        QCOMPARE(practice.key().size(), 32);
        QCOMPARE(ring.practiceId().size(), 16);
    }

    void aKeyringSurvivesItsTextForm()
    {
        Practice practice;
        const auto again = Keyring::fromJson(practice.keyring().toJson());
        QVERIFY_OK(again);
        QVERIFY(*again == practice.keyring());
        QVERIFY(again->openWithPassword(u"dumont"_qs, password)->equals(practice.key()));
        QVERIFY(again->openWithCard(u"dumont"_qs, practice.cardSecret)->equals(practice.key()));
        QVERIFY(again->openWithRecovery(practice.recovery)->equals(practice.key()));
    }

    void theTextFormGivesNoSecretAway()
    {
        Practice practice;
        const QByteArray json = practice.keyring().toJson();
        for (const QByteArray &secret :
             {practice.key().view().toByteArray(), practice.cardSecret.view().toByteArray(),
              password.toUtf8()}) {
            QVERIFY(!json.contains(secret));
            QVERIFY(!json.contains(secret.toBase64()));
            QVERIFY(!json.contains(secret.toHex()));
        }
    }

    void aWrongKeyIsDenied()
    {
        Practice practice;
        const Keyring &ring = practice.keyring();
        const auto wrong = ring.openWithPassword(u"dumont"_qs, password + u'!');
        QCOMPARE_SUBJECT(wrong, "keyring.password");
        QCOMPARE(wrong.error().code, ErrorCode::Denied);
        QCOMPARE_SUBJECT(ring.openWithPassword(u"dumont"_qs, {}), "keyring.password");
        QCOMPARE_SUBJECT(ring.openWithCard(u"dumont"_qs, SecretBytes::random(32)), "keyring.card");
        QCOMPARE_SUBJECT(ring.openWithCard(u"dumont"_qs, {}), "keyring.card");
        QCOMPARE_SUBJECT(ring.openWithCard(u"martin"_qs, practice.cardSecret), "keyring.card");
        QCOMPARE_SUBJECT(ring.openWithRecovery(RecoveryKey::generate()), "keyring.recovery");
    }

    void anUnknownLoginIsToldNothingElse()
    {
        Practice practice;
        const auto unknown = practice.keyring().openWithPassword(u"nobody"_qs, password);
        const auto wrong = practice.keyring().openWithPassword(u"dumont"_qs, u"wrong"_qs);
        QVERIFY(!unknown.ok());
        QCOMPARE(unknown.error(), wrong.error());
    }

    //! Processor time, for the machine may be busy; a login that skipped Argon2 would take none.
    void anUnknownLoginCostsAsMuchWork()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        QVERIFY_OK(ring.addPassword(practice.key(), u"dumont"_qs, password, {16384, 3, 1}));
        const double wrong =
            cpuSeconds([&] { QVERIFY(!ring.openWithPassword(u"dumont"_qs, u"wrong"_qs).ok()); });
        const double unknown =
            cpuSeconds([&] { QVERIFY(!ring.openWithPassword(u"nobody"_qs, u"wrong"_qs).ok()); });
        QVERIFY2(unknown > wrong / 4, qPrintable(u"%1 s, %2 s"_qs.arg(unknown).arg(wrong)));
    }

    void aPasswordIsTheSameOnEveryKeyboard()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        QVERIFY_OK(ring.addPassword(practice.key(), u"lea"_qs, u"caf\u00e9 \ufb01n"_qs, cheap));
        QVERIFY_OK(ring.openWithPassword(u"lea"_qs, u"cafe\u0301 fin"_qs));
        QVERIFY(!ring.openWithPassword(u"lea"_qs, u"cafe fin"_qs).ok());
    }

    void aNewPasswordTakesThePlaceOfTheOld()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        const qsizetype before = ring.entries().size();
        QVERIFY_OK(ring.addPassword(practice.key(), u"dumont"_qs, u"another"_qs, cheap));
        QCOMPARE(ring.entries().size(), before);
        QVERIFY_OK(ring.openWithPassword(u"dumont"_qs, u"another"_qs));
        QCOMPARE_SUBJECT(ring.openWithPassword(u"dumont"_qs, password), "keyring.password");
    }

    void aLoginMayHaveSeveralCards()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        const SecretBytes second = SecretBytes::random(32);
        QVERIFY_OK(ring.addCard(practice.key(), u"dumont"_qs, "salt 2", second, "second", {}));
        QVERIFY_OK(ring.openWithCard(u"dumont"_qs, practice.cardSecret));
        QVERIFY_OK(ring.openWithCard(u"dumont"_qs, second));
        const SecretBytes renewed = SecretBytes::random(32);
        QVERIFY_OK(ring.addCard(practice.key(), u"dumont"_qs, "salt 3", renewed, "second", {}));
        QVERIFY_OK(ring.openWithCard(u"dumont"_qs, renewed));
        QVERIFY(!ring.openWithCard(u"dumont"_qs, second).ok());
    }

    void aNewRecoveryKeyTakesThePlaceOfTheOld()
    {
        Practice practice;
        const RecoveryKey renewed = RecoveryKey::generate();
        QVERIFY_OK(practice.keyring().addRecovery(practice.key(), renewed));
        QVERIFY_OK(practice.keyring().openWithRecovery(renewed));
        QCOMPARE_SUBJECT(practice.keyring().openWithRecovery(practice.recovery),
                         "keyring.recovery");
    }

    void slotsSayWhatTheyAre()
    {
        Practice practice;
        const QList<SlotInfo> entries = practice.keyring().entries();
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0].kind, SlotKind::Password);
        QCOMPARE(entries[0].login, u"dumont"_qs);
        QCOMPARE(entries[0].params, std::optional(cheap));
        QCOMPARE(entries[1].kind, SlotKind::Card);
        QCOMPARE(entries[1].cardSalt, QByteArray("card salt"));
        QCOMPARE(entries[1].certificateFingerprint, QByteArray("fingerprint"));
        QCOMPARE(entries[1].publicData, QByteArray("public"));
        QCOMPARE(entries[2].kind, SlotKind::Recovery);
        QVERIFY(entries[2].login.isEmpty());
    }

    void slotsCanBeTakenAway()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        QVERIFY_OK(ring.remove(practice.key(), u"dumont"_qs, SlotKind::Card));
        QCOMPARE_SUBJECT(ring.openWithCard(u"dumont"_qs, practice.cardSecret), "keyring.card");
        QVERIFY_OK(ring.openWithPassword(u"dumont"_qs, password));
        QCOMPARE_SUBJECT(ring.remove(practice.key(), u"dumont"_qs, SlotKind::Card), "keyring.slot");
        QCOMPARE_SUBJECT(ring.remove(practice.key(), u"nobody"_qs), "keyring.slot");
        QVERIFY_OK(ring.remove(practice.key(), u"dumont"_qs));
        QCOMPARE(ring.entries().size(), 1);
        QVERIFY_OK(ring.openWithRecovery(practice.recovery));
    }

    void theLastSlotStays()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        QVERIFY_OK(ring.remove(practice.key(), u"dumont"_qs));
        const Status status = ring.remove(practice.key(), ring.entries()[0].id);
        QCOMPARE_SUBJECT(status, "keyring.last");
        QCOMPARE(status.error().code, ErrorCode::Conflict);
        QVERIFY_OK(ring.openWithRecovery(practice.recovery));
    }

    void everyChangeRaisesTheVersion()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        QCOMPARE(Keyring::create()->keyring.version(), 1);
        const qint64 before = ring.version();
        QVERIFY_OK(ring.addPassword(practice.key(), u"lea"_qs, password, cheap));
        QCOMPARE(ring.version(), before + 1);
        QVERIFY_OK(ring.remove(practice.key(), u"lea"_qs));
        QCOMPARE(ring.version(), before + 2);
        QVERIFY(!ring.remove(practice.key(), u"lea"_qs).ok());
        QCOMPARE(ring.version(), before + 2);
    }

    void onlyThePracticeKeyChangesTheKeyring()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        const Keyring before = ring;
        const SecretBytes other = SecretBytes::random(32);
        QCOMPARE_SUBJECT(ring.addPassword(other, u"lea"_qs, password, cheap), "keyring.key");
        QCOMPARE_SUBJECT(ring.addCard(other, u"lea"_qs, {}, practice.cardSecret, {}, {}),
                         "keyring.key");
        QCOMPARE_SUBJECT(ring.addRecovery(other, practice.recovery), "keyring.key");
        QCOMPARE_SUBJECT(ring.remove(other, u"dumont"_qs), "keyring.key");
        QCOMPARE_SUBJECT(ring.remove({}, u"dumont"_qs), "keyring.key");
        QVERIFY(ring == before);
    }

    void whatCouldNotBeReadBackIsNotWritten()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        const SecretBytes &key = practice.key();
        const SecretBytes &card = practice.cardSecret;
        QCOMPARE_SUBJECT(ring.addPassword(key, {}, password, cheap), "keyring.login");
        QCOMPARE_SUBJECT(ring.addPassword(key, QString(129, u'a'), password, cheap),
                         "keyring.login");
        QCOMPARE_SUBJECT(ring.addPassword(key, u"lea"_qs, password, {0xffffffff, 1, 1}),
                         "kdf.params");
        QCOMPARE_SUBJECT(ring.addCard(key, u"lea"_qs, {}, SecretBytes::random(15), {}, {}),
                         "keyring.card_secret");
        QCOMPARE_SUBJECT(ring.addCard(key, u"lea"_qs, {}, card, {}, QByteArray(16385, 'x')),
                         "keyring.card_data");
        QVERIFY_OK(ring.addCard(key, QString(128, u'é'), QByteArray(1024, 'x'), card,
                                QByteArray(64, 'x'), QByteArray(16384, 'x')));
        QVERIFY_OK(Keyring::fromJson(ring.toJson()));
    }

    void aFullKeyringCanStillBeRead()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        Status status = done();
        while (status.ok())
            status = ring.addCard(practice.key(), u"dumont"_qs, {}, practice.cardSecret,
                                  QByteArray::number(ring.version()), QByteArray(100, 'x'));
        QCOMPARE_SUBJECT(status, "keyring.full");
        QCOMPARE(ring.entries().size(), 500);
        const auto again = Keyring::fromJson(ring.toJson());
        QVERIFY_OK(again);
        QVERIFY_OK(again->openWithPassword(u"dumont"_qs, password));
    }

    void aPracticeCanHaveANewKeyring()
    {
        Practice practice;
        auto renewed = Keyring::createFor(practice.key(), practice.keyring().practiceId());
        QVERIFY_OK(renewed);
        QVERIFY_OK(renewed->addRecovery(practice.key(), practice.recovery));
        QVERIFY(renewed->openWithRecovery(practice.recovery)->equals(practice.key()));
        QCOMPARE_SUBJECT(Keyring::createFor(SecretBytes::random(31), QByteArray(16, 'x')),
                         "keyring.key");
        QCOMPARE_SUBJECT(Keyring::createFor(practice.key(), "x"), "keyring.practice");
    }

    void everyChangedByteIsFound()
    {
        Practice practice;
        const QByteArray json = practice.keyring().toJson();
        QVERIFY(practice.isOpenedBySomething(*Keyring::fromJson(json)));
        for (qsizetype i = 0; i < json.size(); ++i)
            for (const int mask : {0x01, 0x02, 0x10, 0x20, 0x80}) {
                QByteArray changed = json;
                changed[i] = char(changed[i] ^ mask);
                const auto ring = Keyring::fromJson(changed);
                if (ring.ok() && practice.isOpenedBySomething(*ring))
                    QFAIL(changed.mid(std::max<qsizetype>(0, i - 20), 40).constData());
            }
    }

    void everyMissingByteIsFound()
    {
        Practice practice;
        const QByteArray json = practice.keyring().toJson();
        for (qsizetype i = 0; i < json.size(); ++i) {
            QVERIFY(!Keyring::fromJson(json.left(i)).ok());
            QByteArray changed = json;
            changed.remove(i, 1);
            const auto ring = Keyring::fromJson(changed);
            QVERIFY(!ring.ok() || !practice.isOpenedBySomething(*ring));
        }
    }

    void slotsCannotBeExchanged()
    {
        Practice practice;
        Keyring &ring = practice.keyring();
        QVERIFY_OK(ring.addPassword(practice.key(), u"lea"_qs, u"secretary's"_qs, cheap));
        const QJsonObject object = objectOf(ring);
        QJsonArray list = object[u"slots"_qs].toArray();
        QJsonObject doctor = list[0].toObject();
        QJsonObject secretary = list[3].toObject();
        doctor[u"login"_qs] = u"lea"_qs;
        secretary[u"login"_qs] = u"dumont"_qs;
        list[0] = doctor;
        list[3] = secretary;
        const auto exchanged = read(withSlots(object, list));
        QVERIFY_OK(exchanged);
        QCOMPARE_SUBJECT(exchanged->openWithPassword(u"dumont"_qs, u"secretary's"_qs),
                         "keyring.password");
        QCOMPARE_SUBJECT(exchanged->openWithPassword(u"lea"_qs, password), "keyring.password");
    }

    void slotsCannotBeMovedTakenAwayOrPutBack_data()
    {
        QTest::addColumn<QJsonObject>("object");
        Keyring &ring = m_practice.keyring();
        const QJsonObject before = objectOf(ring);
        QVERIFY_OK(ring.addPassword(m_practice.key(), u"lea"_qs, password, cheap));
        const QJsonObject object = objectOf(ring);
        const QJsonArray list = object[u"slots"_qs].toArray();
        QTest::newRow("in another order")
            << withSlots(object, {list[1], list[0], list[2], list[3]});
        QTest::newRow("one less") << withSlots(object, {list[0], list[1], list[2]});
        QTest::newRow("one of an older keyring") << withSlots(before, list);
        QJsonObject renumbered = object;
        renumbered[u"version"_qs] = 99;
        QTest::newRow("another version") << renumbered;
        QJsonObject weakened = list[3].toObject();
        weakened[u"passes"_qs] = 2;
        QTest::newRow("other parameters")
            << withSlots(object, {list[0], list[1], list[2], weakened});
        QJsonObject card = list[1].toObject();
        card[u"public"_qs] = u"AAAA"_qs;
        QTest::newRow("other public data") << withSlots(object, {list[0], card, list[2], list[3]});
    }
    void slotsCannotBeMovedTakenAwayOrPutBack()
    {
        QFETCH(QJsonObject, object);
        const auto ring = read(object);
        QVERIFY_OK(ring);
        QCOMPARE_SUBJECT(ring->openWithPassword(u"dumont"_qs, password), "keyring.tampered");
        QCOMPARE_SUBJECT(ring->openWithRecovery(m_practice.recovery), "keyring.tampered");
    }

    void aSlotOfAnotherPracticeDoesNotOpen()
    {
        Practice practice;
        Practice other;
        QJsonObject object = objectOf(practice.keyring());
        object[u"practice"_qs] = objectOf(other.keyring())[u"practice"_qs];
        QCOMPARE_SUBJECT(read(object)->openWithPassword(u"dumont"_qs, password),
                         "keyring.password");
    }

    void damageElsewhereDoesNotStopTheRecoveryKeyFromSalvaging()
    {
        Practice practice;
        const QJsonObject object = objectOf(practice.keyring());
        const QJsonArray list = object[u"slots"_qs].toArray();
        const auto damaged = read(withSlots(object, {list[2]}));
        QVERIFY_OK(damaged);
        QCOMPARE_SUBJECT(damaged->openWithRecovery(practice.recovery), "keyring.tampered");
        QVERIFY(damaged->salvageWithRecovery(practice.recovery)->equals(practice.key()));
        QCOMPARE_SUBJECT(damaged->salvageWithRecovery(RecoveryKey::generate()), "keyring.recovery");
    }

    void whatIsNoKeyringIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("subject");
        const QString format = u"keyring.format"_qs;
        const QJsonObject object = objectOf(m_practice.keyring());
        const auto changed = [&](const QString &name, const QJsonValue &value) {
            QJsonObject copy = object;
            copy[name] = value;
            return QJsonDocument(copy).toJson();
        };
        const auto slotChanged = [&](int index, const QString &name, const QJsonValue &value) {
            QJsonArray list = object[u"slots"_qs].toArray();
            QJsonObject slot = list[index].toObject();
            slot[name] = value;
            list[index] = slot;
            return QJsonDocument(withSlots(object, list)).toJson();
        };
        QTest::newRow("empty") << QByteArray() << format;
        QTest::newRow("not JSON") << QByteArray("SQLite format 3") << format;
        QTest::newRow("a list") << QByteArray("[]") << format;
        QTest::newRow("another object") << QByteArray("{}") << format;
        QTest::newRow("very deep") << QByteArray(100000, '[') << format;
        QTest::newRow("very long") << QByteArray(17 * 1024 * 1024, ' ') << format;
        QTest::newRow("format 0") << changed(u"format"_qs, 0) << format;
        QTest::newRow("format 2") << changed(u"format"_qs, 2) << u"keyring.newer"_qs;
        QTest::newRow("format 1.5") << changed(u"format"_qs, 1.5) << format;
        QTest::newRow("a version below 1") << changed(u"version"_qs, 0) << format;
        QTest::newRow("a short id") << changed(u"practice"_qs, u"AAAA"_qs) << format;
        QTest::newRow("something more") << changed(u"note"_qs, 1) << format;
        QTest::newRow("slots that are none") << changed(u"slots"_qs, QJsonArray{1}) << format;
        QTest::newRow("too many slots")
            << changed(u"slots"_qs, QJsonArray::fromVariantList(QVariantList(501, 1))) << format;
        const QJsonValue first = object[u"slots"_qs].toArray()[0];
        QTest::newRow("a slot twice") << changed(u"slots"_qs, QJsonArray{first, first}) << format;
        QTest::newRow("an unknown kind") << slotChanged(0, u"kind"_qs, u"face"_qs) << format;
        QTest::newRow("no login") << slotChanged(0, u"login"_qs, QString()) << format;
        QTest::newRow("a login that is a number") << slotChanged(0, u"login"_qs, 1) << format;
        QTest::newRow("an id that is none") << slotChanged(0, u"id"_qs, u"../../etc"_qs) << format;
        QTest::newRow("loose base 64") << slotChanged(0, u"wrapped"_qs, u"AB=="_qs) << format;
        QTest::newRow("no base 64") << slotChanged(0, u"wrapped"_qs, u"?"_qs) << format;
        QTest::newRow("half a pass") << slotChanged(0, u"passes"_qs, 0.5) << format;
        QTest::newRow("64 GiB") << slotChanged(0, u"memoryKib"_qs, 64 * 1024 * 1024)
                                << u"kdf.params"_qs;
    }
    void whatIsNoKeyringIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, subject);
        const auto ring = Keyring::fromJson(json);
        QVERIFY(!ring.ok());
        QCOMPARE(ring.error().subject, subject);
        QCOMPARE(ring.error().code,
                 subject == u"keyring.newer" ? ErrorCode::Invalid : ErrorCode::Corrupt);
    }

private:
    Practice m_practice;
};
QTEST_APPLESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
