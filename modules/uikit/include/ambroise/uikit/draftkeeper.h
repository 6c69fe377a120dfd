// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/core/result.h>

#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace ambroise::uikit {

class Label;
class MessageLine;

//! What a page that keeps a draft tells of itself. All of it outlives the keeper.
struct DraftPage {
    std::function<QString()> body; //!< empty: nothing to keep
    std::function<Status(const QString &body)> save;
    std::function<QString(const Error &error)> explain;
    Label *saved;         //!< when it was kept
    MessageLine *problem; //!< what went wrong
};

//! What is typed in a page is in the journal of drafts at each pause; the page says when, and what
//! it found there.
class DraftKeeper final : public QObject {
    Q_OBJECT
public:
    //! The clock outlives it.
    DraftKeeper(DraftPage page, const Clock &clock, QObject *parent);

    void typed();  //!< it is kept at the next pause
    void keep();   //!< at once, whatever was typed
    void forget(); //!< another draft is shown, which is kept already, or not to be
    //! What was typed since it was kept; an error where that cannot be.
    Status flush();

    void tellFound();
    //! There may be a draft that cannot be read: what is typed now would be written over it. The
    //! parts are shut until somebody begins anew.
    void holdBack(const Error &error, const QList<QWidget *> &parts, const QString &anew,
                  std::function<void()> begun);

private:
    void save();

    DraftPage m_page;
    const Clock &m_clock;
    QTimer m_pause;
    bool m_dirty = false; //!< since it was kept
};

} // namespace ambroise::uikit
