// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <QObject>

#include <atomic>

namespace ambroise::app {

//! Reads the words of what was filed, one document after the other on a thread, so that a scanned
//! letter is found by them. What another run of the program left is read too.
class DocumentTexts final : public QObject {
    Q_OBJECT
public:
    //! The practice outlives it.
    explicit DocumentTexts(Practice &practice);
    ~DocumentTexts() override;

    //! Something was filed; nothing happens while one is being read: it is next.
    void readOn();

private:
    void finish(const documents::Document &document, const Result<QString> &text);

    Practice &m_practice;
    std::shared_ptr<std::atomic<bool>> m_stopped;
    QList<documents::DocumentId> m_unreadable; //!< in this run: not tried again
    bool m_reading = false;
};

} // namespace ambroise::app
