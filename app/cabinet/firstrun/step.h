// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/result.h>

#include <QWidget>

namespace ambroise::app::firstrun {

//! A page of the assistant. What was typed stays in it while one goes back and forth.
class Step : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    //! Judges what is typed and says under each field what is wrong with it. `accepted` follows, at
    //! once or later, where nothing is.
    virtual void submit() = 0;
    //! Whether a fault met while creating is about what is typed here; then it is said at its
    //! place.
    virtual bool blame(const Error &error) = 0;

Q_SIGNALS:
    void accepted();
    //! What is being looked at, which takes its time; an empty text when it is over.
    void busy(const QString &text);
    //! What is wrong with the page as a whole; an empty text when nothing is.
    void told(const QString &sentence);
};

} // namespace ambroise::app::firstrun
