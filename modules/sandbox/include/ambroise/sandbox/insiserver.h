// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/sandbox/authority.h>
#include <ambroise/sandbox/httpserver.h>
#include <ambroise/sandbox/insicontract.h>
#include <ambroise/sandbox/register.h>

#include <QDir>
#include <QUrl>

#include <memory>
#include <optional>

namespace ambroise::sandbox {

//! How the stand-in answers from now on.
struct Behaviour {
    enum class Kind {
        Normal,
        Silent,       //!< never answers
        Closed,       //!< hangs up without a word
        Cut,          //!< hangs up in the middle of its answer
        Html,         //!< a page for people, as of a portal
        OtherPerson,  //!< finds somebody else than asked
        Fault,        //!< a soap:Fault with the codes below
        OtherWriting, //!< the same answer, with other prefixes and in another order
    };
    Kind kind = Kind::Normal;
    std::chrono::milliseconds delay{0};
    QString faultSubcode = QStringLiteral("siram_40");
    QString faultCode = QStringLiteral("insi_102");
};

//! A stand-in of INSi on loopback: real TLS, two endpoints as the real service has (certificates of
//! organisations; cards), requests judged by the contract. What it answers is marked as simulated:
//! OID .10 and a header of its own.
class InsiServer final : public QObject {
public:
    struct Options {
        int madeUpPersons = 10'000;
        //! As the editors' test environment does: OID .8 and .9, and no mark. Never for real
        //! patients' records.
        bool asEditorsKit = false;
        QStringList idams{}; //!< authorisation numbers known; empty: any
    };
    //! One call and what it was answered: "00", "desir_560", "sandbox_contract"…
    struct Served {
        std::optional<InsiQuestion> question{};
        QString outcome{};
        QString why{}; //!< where refused
    };

    //! Makes its authorities and certificates, which takes a second or two.
    InsiServer(const Clock &clock, Options options, QObject *parent = nullptr);
    ~InsiServer() override;

    //! 0 for any port that is free. Error: Unavailable "sandbox.port".
    Status listen(quint16 certificatePort = 0, quint16 cardPort = 0);
    [[nodiscard]] QUrl certificateEndpoint() const;
    [[nodiscard]] QUrl cardEndpoint() const;

    void behave(const Behaviour &behaviour) { m_behaviour = behaviour; }
    [[nodiscard]] const Behaviour &behaviour() const { return m_behaviour; }
    [[nodiscard]] const QList<Served> &served() const { return m_served; }
    [[nodiscard]] const Register &people() const { return m_register; }

    //! A card's certificate of signature that is not of our authority.
    void trustSigner(const QSslCertificate &certificate) { m_signers << certificate; }

    //! Of the server; what a client must believe.
    [[nodiscard]] const Authority &serverAuthority() const { return m_servers; }
    //! CN INSI-MANU, OU 10B0152872.
    [[nodiscard]] const Issued &client() const { return m_client; }
    //! Of organisations, and of another authority that TLS lets through.
    [[nodiscard]] Issued clientNamed(const QString &commonName, bool rightIssuer = true) const;
    //! The signature of a doctor's card, 899700218896.
    [[nodiscard]] const Issued &signer() const { return m_signer; }
    //! The authority of cards.
    [[nodiscard]] const Authority &persons() const { return m_persons; }

    //! Everything that a client needs, into `folder`: certificates, keys, and insi.json for
    //! `ambroisectl insi search`. Error: Unavailable "sandbox.folder".
    Status writeFolder(const QDir &folder) const;

private:
    HttpReply answer(const HttpRequest &request, bool withAssertion);
    HttpReply answerTo(const InsiQuestion &question, Served &served) const;
    HttpReply refuse(const Error &error, Served &served) const;
    [[nodiscard]] QSslConfiguration tls(bool wantsCertificate) const;

    const Clock &m_clock;
    Options m_options;
    Register m_register;
    Behaviour m_behaviour;
    QList<Served> m_served;
    Authority m_servers;
    Authority m_organisations;
    Authority m_others;
    Authority m_persons;
    Issued m_server;
    Issued m_client;
    Issued m_signer;
    QList<QSslCertificate> m_signers;
    std::unique_ptr<HttpServer> m_certificates;
    std::unique_ptr<HttpServer> m_cards;
};

} // namespace ambroise::sandbox
