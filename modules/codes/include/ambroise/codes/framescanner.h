// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/symbol.h>

#include <QImage>
#include <QList>
#include <QObject>

#include <memory>

class QThreadPool;

namespace ambroise::codes {

//! Looks for codes in a camera's frames, one frame at a time on a thread of the pool. Frames
//! offered meanwhile are dropped: the next one comes soon enough.
//!
//! A code before the camera is told once; it is told anew after ten frames without it.
class FrameScanner : public QObject {
    Q_OBJECT
public:
    //! `pool` outlives the scanner.
    explicit FrameScanner(QThreadPool &pool, QObject *parent = nullptr);
    //! Does not wait for the frame that is looked at; nothing is told of it any more.
    ~FrameScanner() override;

    //! From any thread; never waits. The frame owns its pixels. False where it was dropped.
    bool offer(const QImage &frame);

public Q_SLOTS:
    //! What is before the camera is told anew.
    void forget();

Q_SIGNALS:
    //! In the scanner's thread.
    void found(const ambroise::codes::DecodedSymbol &symbol);
    //! A frame was looked at, whatever it showed; after its found().
    void looked();

private:
    struct Link;
    struct Seen {
        Symbology symbology;
        QByteArray bytes;
        int missedFrames = 0;
    };

    void take(const QList<DecodedSymbol> &symbols);
    [[nodiscard]] bool isNew(const DecodedSymbol &symbol);

    QThreadPool &m_pool;
    std::shared_ptr<Link> m_link;
    QList<Seen> m_seen;
};

} // namespace ambroise::codes
