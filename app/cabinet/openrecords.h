// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postinsi.h"
#include "recordview.h"
#include "recordwiring.h"
#include "vitalelink.h"

#include <ambroise/uikit/shell/tabs.h>

#include <QHash>
#include <QStackedWidget>

namespace ambroise::app {

//! The records open in one window: each has its tab, and its page among the others.
class OpenRecords final : public QObject {
    Q_OBJECT
public:
    //! References outlive it.
    OpenRecords(Practice &practice, const access::Session &session, CardDesk &cards,
                uikit::OpenTabs &tabs, QStackedWidget &pages);
    ~OpenRecords() override;

    //! In front; null: another page is.
    [[nodiscard]] RecordView *current() const;
    //! Opens a record, or brings it to the front; the reading is journaled. One that was merged
    //! into another: that one.
    Status open(PatientId id);
    //! Closed and opened again: the session may see more of it than before.
    Status reopen(PatientId id);
    [[nodiscard]] bool isFillingNew() const;
    //! A record to be filled in; the one that is being filled in, where there is one.
    RecordView &openNew();
    //! Reads it again and brings it to the front. False: that tab has none.
    bool show(const QString &tab);
    //! Stays open where what is typed could not be kept.
    Status close(const QString &tab);
    //! Those that the session may no longer see.
    void closeForbidden();
    //! Each says in its place what it could not keep.
    void keepDrafts();
    //! The one in front reads again what another post wrote of it; what is not in front does when
    //! it comes there.
    void follow(const QList<storage::Change> &changes);
    //! The CIM-10 or a reference of growth may have been imported.
    void reloadAids();
    //! As this post reaches it; lives as long as this.
    [[nodiscard]] InsiSource insi();
    //! Who asks for the code of the card where no record is in front; false: nobody does.
    using AskCode = std::function<bool(const identity::ui::IdentityPage::CodeAnswer &answer)>;
    void askCodesBy(AskCode ask) { m_askCode = std::move(ask); }

Q_SIGNALS:
    void shown(const QString &title);
    void emptied(); //!< the last one was closed
    void openRequested(ambroise::PatientId id);
    void created(ambroise::PatientId id);
    void journalRequested(ambroise::PatientId id, const QString &title);
    void breakGlassRequested(ambroise::PatientId id);
    void mergeRequested(ambroise::PatientId id);
    void consultationEnded(ambroise::PatientId id);
    void resultsChanged();
    void resultsRequested();

private:
    RecordView &add(const QString &tab, const std::optional<patient::Patient> &patient);
    void bring(const QString &tab);
    //! Where INSi is being asked; nobody is asked elsewhere.
    void askCardCode(const insi::CardSigner::Answer &answer) const;
    //! No longer shown; null: there is none.
    RecordView *take(const QString &tab);

    Practice &m_practice;
    const access::Session &m_session;
    CardDesk &m_cards;
    uikit::OpenTabs &m_tabs;
    QStackedWidget &m_pages;
    AskCode m_askCode;
    PostInsi m_insi;
    PostVitale m_vitale;
    WritingAids m_aids;
    DocumentTexts m_texts;
    QHash<QString, RecordView *> m_views; //!< by tab, which is the patient's id
};

} // namespace ambroise::app
