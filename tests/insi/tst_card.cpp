// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <ambroise/insi/cardsigner.h>

#include <support/softcard.h>

using namespace ambroise;
using namespace ambroise::insi;
using namespace ambroise::test;
using sandbox::Behaviour;
using sandbox::InsiServer;

namespace {

//! A doctor with her card before the reader, and somebody who types its code.
class CardDesk {
public:
    CardDesk(const InsiServer &server, const QString &serial)
        : m_monitor(CardShim::modulePath(), clockOfTheDay())
        , m_signer(m_monitor, serial,
                   [this](const CardSigner::Answer &answer) {
                       ++asked;
                       answer(code);
                   })
        , m_assertions(m_signer, doctor(), clockOfTheDay())
        , m_desk(server, settingsFor(server.cardEndpoint()), m_assertions, 60s)
    {
        QObject::connect(&m_monitor, &cards::CardMonitor::cardRemoved, &m_monitor,
                         [this] { service().cardRemoved(); });
    }
    [[nodiscard]] HttpInsiService &service() { return m_desk.service; }
    [[nodiscard]] bool seesTheCard() const { return !m_monitor.cards().isEmpty(); }

    int asked = 0;

private:
    static Result<cards::Pin> typed() { return cards::Pin::parse(u"1234"); }
    struct Code {
        Error refused{};
        bool given = true;
        operator Result<cards::Pin>() const // NOLINT: read each time, as a code has one owner
        {
            return given ? typed() : Result<cards::Pin>(refused);
        }
    };

public:
    Code code;

private:
    cards::CardMonitor m_monitor;
    CardSigner m_signer;
    Assertions m_assertions;
    Desk m_desk;
};

} // namespace

class TestCard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = SoftCardBox::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_server = std::make_unique<InsiServer>(clockOfTheDay(), InsiServer::Options{0});
        QVERIFY_OK(m_server->listen());
        m_box = std::make_unique<SoftCardBox>();
        const auto card = m_box->make();
        QVERIFY_OK(card);
        m_card = *card;
        SoftCardSpec legal;
        legal.keyId = QByteArray(1, char(0x10));
        QVERIFY_OK(m_box->addKey(m_card, legal));
        auto library = cards::CardModule::load(SoftCardBox::modulePath());
        QVERIFY_OK(library);
        const auto der = library->signatureCertificate(m_card.serial);
        QVERIFY_OK(der);
        m_server->trustSigner(QSslCertificate(*der, QSsl::Der));
    }
    void init()
    {
        m_server->behave({});
        m_shim = std::make_unique<CardShim>();
    }

    void theCardSignsOnceForManyCalls()
    {
        CardDesk desk(*m_server, m_card.serial);
        QVERIFY_OK(waitFor(desk.service().searchByTraits(adrun())));
        QVERIFY_OK(waitFor(desk.service().searchByTraits(hermann())));
        QCOMPARE(desk.asked, 1);
        QCOMPARE(m_shim->logins(), 1);
    }
    void aCardPulledOutWhileItSignsEndsTheCall()
    {
        CardDesk desk(*m_server, m_card.serial);
        m_shim->change([](ShimState &state) { state.signing = ShimState::Signing::Removes; });
        const qsizetype before = m_server->served().size();
        const auto answer = waitFor(desk.service().searchByTraits(adrun()));
        QCOMPARE_SUBJECT(answer, "insi.card");
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
        QCOMPARE(m_server->served().size(), before);
    }
    void aCardPulledOutWhileTheServiceThinksEndsTheCall()
    {
        CardDesk desk(*m_server, m_card.serial);
        QTRY_VERIFY(desk.seesTheCard());
        m_server->behave({Behaviour::Kind::Silent});
        const qsizetype before = m_server->served().size();
        const auto call = desk.service().searchByTraits(adrun());
        QTRY_COMPARE(m_server->served().size(), before + 1);
        m_shim->take(m_card);
        QCOMPARE_SUBJECT(waitFor(call), "insi.card");
        // Back in its reader, it is asked for its code again.
        m_server->behave({});
        m_shim->put(m_card);
        QTRY_VERIFY(desk.seesTheCard());
        QVERIFY_OK(waitFor(desk.service().searchByTraits(adrun())));
        QCOMPARE(desk.asked, 2);
    }
    void withoutTheCardNothingIsSent()
    {
        CardDesk desk(*m_server, m_card.serial);
        m_shim->take(m_card);
        QCOMPARE_SUBJECT(waitFor(desk.service().searchByTraits(adrun())), "insi.card");
        QCOMPARE(desk.asked, 0);
    }
    void whoGivesNoCodeSendsNothing()
    {
        CardDesk desk(*m_server, m_card.serial);
        desk.code = {{ErrorCode::Cancelled, u"card.pin_cancelled"_qs, {}}, false};
        QCOMPARE_SUBJECT(waitFor(desk.service().searchByTraits(adrun())), "card.pin_cancelled");
        QCOMPARE(m_shim->logins(), 0);
    }

private:
    std::unique_ptr<InsiServer> m_server;
    std::unique_ptr<SoftCardBox> m_box;
    std::unique_ptr<CardShim> m_shim;
    SoftCard m_card;
};
QTEST_GUILESS_MAIN(TestCard)
#include "tst_card.moc"
