// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <support/pkcs11shim.h>

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QTemporaryDir>

//! SoftHSM as a box of cards, for tests. Link ambroise_softcard.
namespace ambroise::test {

//! What is written into a card. As it stands: a valid test CPS of a doctor.
struct SoftCardSpec {
    enum class Key { Rsa, Ecdsa };

    QString label = QStringLiteral("CPS DE TEST");
    QString pin = QStringLiteral("1234");
    Key key = Key::Rsa;
    QByteArray keyId = QByteArray(1, char(0x20)); //!< CKA_ID: authentication on a CPS
    bool withCertificate = true;
    QString nationalId = QStringLiteral("899700218896");
    QString surname = QStringLiteral("DOC0021889");
    QString givenName = QStringLiteral("KIT");
    QString title = QStringLiteral("Médecin");
    int cardType = 0;    //!< G02
    int profession = 10; //!< G15
    bool isTest = true;
    bool ofIgcSante = true; //!< with the private extensions
    QDateTime validUntil = QDateTime(QDate(2029, 11, 23), QTime(22, 59, 59), Qt::UTC);
};

struct SoftCard {
    QString serial;
    QString label;
    QString pin;
    QByteArray certificateDer; //!< empty without one
    QByteArray keyPem;         //!< PKCS#8, to compute what the card should
};

//! A key with its self-signed certificate, laid out as one of IGC-Santé: CN, SN and GN in one RDN,
//! private extensions.
struct SoftCertificate {
    QByteArray der;
    QByteArray keyPem; //!< PKCS#8
};
[[nodiscard]] SoftCertificate makeCertificate(const SoftCardSpec &spec);

//! A folder of cards that is this process's own, thrown away at the end. Make the cards before
//! anything loads the library: SoftHSM looks for them only once.
class SoftCardBox {
public:
    //! Why cards cannot be made on this machine, for QSKIP; empty where they can.
    [[nodiscard]] static QString missing();
    //! SoftHSM's own library.
    [[nodiscard]] static QString modulePath();

    //! Sets SOFTHSM2_CONF for this process.
    SoftCardBox();

    //! A new card in a reader of its own. Labels must differ. Error: Unavailable "softcard".
    Result<SoftCard> make(const SoftCardSpec &spec = {});
    //! A second certificate and key in a card that make() made.
    Status addKey(const SoftCard &card, const SoftCardSpec &spec);

private:
    Status write(const SoftCard &card, const SoftCardSpec &spec, const SoftCertificate &made);

    QTemporaryDir m_folder;
};

//! SoftHSM behind the shim, in whose hands cards and readers come and go. One at a time: a new one
//! starts with every card in its reader and no wrong code.
class CardShim {
public:
    CardShim();
    //! Opens the gate, so that nothing waits for ever.
    ~CardShim();
    CardShim(const CardShim &) = delete;
    CardShim &operator=(const CardShim &) = delete;

    [[nodiscard]] static QString modulePath();

    void take(const SoftCard &card); //!< out of its reader
    void put(const SoftCard &card);  //!< back into it
    void unplugReaders();
    void plugReaders();
    void breakLibrary();
    void mendLibrary();
    //! Another part of this process logs in to that card and stays so until the library rests.
    [[nodiscard]] bool logInElsewhere(const SoftCard &card);
    void closeGate(); //!< C_Login waits
    void openGate();
    [[nodiscard]] int waiting() const;     //!< calls before the gate
    [[nodiscard]] int logins() const;      //!< C_Login that reached a card
    [[nodiscard]] int initialised() const; //!< 0 when the library is at rest
    //! Everything else.
    template <class Change>
    void change(Change change)
    {
        {
            const std::unique_lock lock(m_state->mutex);
            change(*m_state);
        }
        m_state->changed.notify_all();
    }

private:
    void *m_library;
    ShimState *m_state;
};

} // namespace ambroise::test
