// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/codes/framescanner.h>

#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QTimer>
#include <QVideoSink>
#include <QWidget>

#include <memory>

class QLabel;

namespace ambroise::codes::ui {

//! The camera's picture, in which codes are looked for, or of which a photograph is taken. The
//! camera is on while the widget is shown, never otherwise; no picture is kept.
class CameraScanner : public QWidget {
    Q_OBJECT
public:
    enum class State {
        NoCamera, //!< none on this post; one that is plugged in is taken
        Refused,  //!< there is one, but this user may not use it
        Silent,   //!< it does not answer, or another program has it
        Looking,
        Found //!< for a moment: the frame with the code in it, outlined
    };
    Q_ENUM(State)

    enum class Purpose { Codes, Photograph };

    //! `pool` outlives the widget.
    explicit CameraScanner(QThreadPool &pool, QWidget *parent = nullptr)
        : CameraScanner(pool, Purpose::Codes, parent)
    {
    }
    CameraScanner(QThreadPool &pool, Purpose purpose, QWidget *parent);
    ~CameraScanner() override;

    [[nodiscard]] State state() const { return m_state; }
    //! As it stands before the camera; null: there is none.
    [[nodiscard]] const QImage &picture() const { return m_picture; }
    [[nodiscard]] QSize sizeHint() const override { return {480, 400}; }

Q_SIGNALS:
    //! Once for a code that stays before the camera.
    void found(const ambroise::codes::DecodedSymbol &symbol);
    void stateChanged(ambroise::codes::ui::CameraScanner::State state);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void start();
    void stop();
    void onFrame(const QVideoFrame &frame);
    void onFound(const DecodedSymbol &symbol);
    void enter(State state);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QRect pictureFrame() const;

    Purpose m_purpose;
    FrameScanner m_scanner;
    QMediaDevices m_devices;
    QVideoSink m_sink;
    QMediaCaptureSession m_session;
    std::unique_ptr<QCamera> m_camera;
    QTimer m_foundShown;
    State m_state = State::NoCamera;
    QImage m_picture; //!< shown
    QImage m_looked;  //!< the last frame that the scanner took
    QPolygon m_outline;
    QLabel *m_sentence;
};

} // namespace ambroise::codes::ui
