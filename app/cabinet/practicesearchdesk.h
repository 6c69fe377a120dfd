// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/record/ui/practicesearchpage.h>

#include <QStackedWidget>

namespace ambroise::app {

//! Search in the records of the whole practice, for who may read them: the page, and what it asks
//! of a thread with a connection of its own.
class PracticeSearchDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; the page stands among `pages`.
    PracticeSearchDesk(Practice &practice, const access::Session &session, QStackedWidget &pages,
                       QObject *parent);

    [[nodiscard]] record::ui::PracticeSearchPage *page() const { return m_page; }
    void bring();

private:
    using Found = Result<QList<record::ui::FoundLine>>;

    [[nodiscard]] record::ui::PracticeSearchServices services();
    [[nodiscard]] QFuture<Found> find(const QString &typed, std::optional<record::EntryKind> kind);
    Status journal(qsizetype count);

    Practice &m_practice;
    const access::Session &m_session;
    QStackedWidget &m_pages;
    record::ui::PracticeSearchPage *m_page;
};

} // namespace ambroise::app
