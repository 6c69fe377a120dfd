// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/prevention/ui/preventionlistpage.h>

#include <QStackedWidget>

namespace ambroise::app {

//! Who is due for what in the whole practice, and the letters that invite them: the page, and what
//! it asks of a thread with a connection of its own.
class PreventionListDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; the page stands among `pages`.
    PreventionListDesk(Practice &practice, const access::Session &session, QStackedWidget &pages,
                       QObject *parent);

    [[nodiscard]] prevention::ui::PreventionListPage *page() const { return m_page; }
    //! The page in front, with its list read anew.
    void bring();

private:
    using Found = Result<QList<prevention::ui::DuePatient>>;

    [[nodiscard]] prevention::ui::PreventionListServices services();
    [[nodiscard]] QFuture<Found> find(const QString &rule) const;
    [[nodiscard]] QFuture<Result<QByteArray>>
    write(const QString &rule, const prevention::InvitationText &text,
          const QList<prevention::ui::DuePatient> &patients) const;
    Status show(const QByteArray &pdf) const;

    Practice &m_practice;
    const access::Session &m_session;
    QStackedWidget &m_pages;
    prevention::RuleBook m_book; //!< empty where the rules could not be read
    prevention::ui::PreventionListPage *m_page;
};

} // namespace ambroise::app
