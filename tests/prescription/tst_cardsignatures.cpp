// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/audit/schema.h>
#include <ambroise/crypto/rsakey.h>
#include <ambroise/drugs/schema.h>
#include <ambroise/prescription/cardsignatures.h>
#include <ambroise/prescription/schema.h>

#include <support/engines.h>
#include <support/result.h>
#include <support/sampleordonnance.h>
#include <support/softcard.h>

using namespace ambroise;
using namespace ambroise::prescription;

namespace {

const audit::Actor doctor(UserId{1}, u"Dr Claire Fontanel"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const audit::Actor locum(UserId{2}, u"Dr Paul Remy"_qs, u"medecin"_qs, u"Cabinet 1"_qs);
const PatientId whose{7};

//! An ordonnance that the practice has signed, and what a card's holder brings.
struct Signed {
    Signed(storage::Connection &connection, test::Engines &engines)
        : db(connection)
        , journal(db, engines.key(), engines.clock())
        , certificates(db, journal, engines.key(), engines.clock())
        , vault(storage::Vault::inDatabase(db, engines.key()))
        , ordonnances(db, *vault, journal, certificates, QByteArray(16, '\1'), engines.clock())
        , cards(db, journal, engines.clock())
        , card(test::makeCertificate({}))
        , key(*crypto::RsaKey::fromPem(crypto::SecretBytes::fromBytes(card.keyPem)))
        , own(certificates.createOwn(u"Cabinet"_qs, doctor).ok())
        , ordonnance(*ordonnances.sign(
              whose, test::sampleParts(),
              [](const OrdonnanceContent &, const QString &) -> Result<PrintedOrdonnance> {
                  return PrintedOrdonnance{"paper", 1, {}};
              },
              doctor))
    {
    }
    Status signByCard(const audit::Actor &actor = doctor)
    {
        AMBROISE_TRY(const auto draft, cards.begin(ordonnance, card.der, actor));
        return cards.keep(ordonnance, draft, key.sign(draft.toSign()), actor);
    }

    storage::Connection &db;
    audit::Journal journal;
    CertificateRepository certificates;
    std::unique_ptr<storage::Vault> vault;
    OrdonnanceRepository ordonnances;
    CardSignatureRepository cards;
    test::SoftCertificate card;
    crypto::RsaKey key;
    bool own;
    Ordonnance ordonnance;
};

} // namespace

class TestCardSignatures : public QObject {
    Q_OBJECT
    test::Engines m_engines;
    const QList<storage::Schema> m_schemas = {storage::schema(), audit::schema(), drugs::schema(),
                                              prescription::schema()};

private Q_SLOTS:
    void whatTheCardSignedIsKeptAndVerified_data() { m_engines.addRows(); }
    void whatTheCardSignedIsKeptAndVerified()
    {
        PRACTICE_OF_ROW(m_engines, m_schemas);
        Signed s(db, m_engines);
        QVERIFY(!s.cards.of(s.ordonnance.content)->has_value());
        QVERIFY_OK(s.signByCard());
        const auto signer = s.cards.of(s.ordonnance.content);
        QVERIFY_OK(signer);
        QVERIFY(signer->has_value());
        QCOMPARE((*signer)->certificate.toDer(), s.card.der);
        QVERIFY(s.cards.damaged()->isEmpty());
        QCOMPARE(s.journal.find({.action = audit::Action::Sign})->size(), 2);
        QVERIFY_OK(crypto::verifyCades(*s.cards.cadesOf(s.ordonnance.content.number()),
                                       s.ordonnance.content.canonical()));
    }

    void oneSignatureIsEnough()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Signed s(**db, m_engines);
        const auto other = s.cards.begin(s.ordonnance, s.card.der, doctor);
        QVERIFY_OK(s.signByCard());
        QCOMPARE_SUBJECT(s.signByCard(), "ordonnance.card_signed");
        // One that was begun in another window meanwhile.
        QCOMPARE_SUBJECT(s.cards.keep(s.ordonnance, *other, s.key.sign(other->toSign()), doctor),
                         "ordonnance.card_signed");
    }

    void nobodySignsForAnother()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Signed s(**db, m_engines);
        QCOMPARE_SUBJECT(s.signByCard(locum), "ordonnance.other_prescriber");
        QVERIFY(s.cards.cadesOf(s.ordonnance.content.number())->isEmpty());
    }

    void whatWasCancelledIsNotSignedAnyMore()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Signed s(**db, m_engines);
        QVERIFY_OK(s.ordonnances.cancel(s.ordonnance.content.number(), u"erreur"_qs, doctor));
        s.ordonnance = *s.ordonnances.byNumber(s.ordonnance.content.number());
        QCOMPARE_SUBJECT(s.signByCard(), "ordonnance.cancelled");
    }

    void aSignatureOfSomethingElseIsNotKept()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Signed s(**db, m_engines);
        const auto draft = s.cards.begin(s.ordonnance, s.card.der, doctor);
        QVERIFY_OK(draft);
        QCOMPARE_SUBJECT(s.cards.keep(s.ordonnance, *draft, s.key.sign("autre"), doctor),
                         "signature.mismatch");
        QVERIFY(s.cards.cadesOf(s.ordonnance.content.number())->isEmpty());
    }

    void whatIsNoLongerAsItWasSignedIsFound()
    {
        const auto database = m_engines.practice(storage::Engine::Embedded, m_schemas);
        const auto db = database->connect();
        Signed s(**db, m_engines);
        QVERIFY_OK(s.signByCard());
        QVERIFY_OK(
            (*db)->run("UPDATE ordonnance_card_signature SET cades = ?", {QByteArray("nonsense")}));
        QCOMPARE(*s.cards.damaged(), QStringList{s.ordonnance.content.number().value()});
        QCOMPARE_SUBJECT(s.cards.of(s.ordonnance.content), "signature.format");
    }
};
QTEST_GUILESS_MAIN(TestCardSignatures)
#include "tst_cardsignatures.moc"
