// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <ambroise/record/ui/recordpage.h>

#include <QObject>

class QAction;

namespace ambroise::uikit {
class ActionBar;
class ActionMap;
} // namespace ambroise::uikit

namespace ambroise::app {

class WritingAids;

//! The first page of a record, where a consultation is written: its acts, and what its primary act
//! is at the moment.
class ConsultationDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; the page is `parent`'s.
    ConsultationDesk(Practice &practice, const access::Session &session,
                     const patient::Patient &patient, WritingAids &aids, QWidget *parent);

    [[nodiscard]] record::ui::RecordPage *page() const { return m_page; }
    [[nodiscard]] bool writes() const { return m_page->note() != nullptr; }
    //! « N » before the acts of the other pages, « I » after them; `show` brings the page to the
    //! front.
    void addNoteActs(uikit::ActionMap &actions, uikit::ActionBar &bar,
                     const std::function<void()> &show);
    void addHistoryActs(uikit::ActionMap &actions, uikit::ActionBar &bar,
                        const std::function<void()> &show);
    void addLineActs(uikit::ActionMap &actions, const std::function<void()> &show);
    //! The words of the primary act while the page is in front; hidden where nothing is written.
    void dress(QAction &primary) const;
    void begin(); //!< the caret where the writing goes on
    void sign();
    Status keepDraft();

Q_SIGNALS:
    void signedAs(bool correction);
    void summaryChanged(); //!< it is to be read again
    void fileWanted(const ambroise::record::Entry &entry);
    void problem(const ambroise::Error &error);
    void changed(); //!< what the primary act is called, or whether it can be done

private:
    record::ui::RecordPage *m_page;
};

} // namespace ambroise::app
