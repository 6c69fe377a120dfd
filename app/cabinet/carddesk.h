// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/access/account.h>
#include <ambroise/access/keyringfile.h>
#include <ambroise/access/ui/signinpage.h>
#include <ambroise/cards/cardreader.h>
#include <ambroise/insi/cardsigner.h>

namespace ambroise::cards {
class CardMonitor;
}

namespace ambroise::app {

//! As it was typed; nothing: on the reader's own keypad. Error: Invalid "card.pin_shape".
[[nodiscard]] Result<cards::Pin> pinOf(const QString &typed);

//! The card in the reader as the windows of one practice see it: whose it is here, whether it can
//! be used. One card at a time: the first that the readers tell.
class CardDesk final : public QObject {
    Q_OBJECT
public:
    //! `monitor` may be null: then no card can be read at this post. It and the clock outlive the
    //! desk.
    CardDesk(cards::CardMonitor *monitor, access::KeyringFile keyring, const Clock &clock,
             QObject *parent = nullptr);

    [[nodiscard]] const access::ui::SignInPage::Card &seen() const { return m_seen; }
    //! Nothing while there is none.
    [[nodiscard]] std::optional<cards::CardInfo> card() const;
    //! Whether the card of that serial is in a reader.
    [[nodiscard]] bool holds(const QString &serial) const;
    //! Whether the card in the reader bears that person's number or names.
    [[nodiscard]] bool bears(const access::Person &person) const;
    //! As CardMonitor::unlock of that card; Unavailable "card.none".
    [[nodiscard]] QFuture<Result<crypto::SecretBytes>> unlock(const QString &pin,
                                                              const QByteArray &salt);
    //! Of that card, by its key of legal signatures; null where no card can be read at this post.
    [[nodiscard]] std::unique_ptr<insi::AssertionSigner>
    signer(const QString &serial, const insi::CardSigner::AskCode &askCode) const;

public Q_SLOTS:
    //! Looks again: the keyring may know the card by now.
    void refresh();

Q_SIGNALS:
    void changed();
    void removed(const QString &serial);

private:
    [[nodiscard]] access::ui::SignInPage::Card look() const;

    cards::CardMonitor *m_monitor;
    access::KeyringFile m_keyring;
    const Clock &m_clock;
    access::ui::SignInPage::Card m_seen;
};

} // namespace ambroise::app
