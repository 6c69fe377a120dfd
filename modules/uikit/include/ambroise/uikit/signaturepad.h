// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/handsignature.h>

#include <QWidget>

class QPainter;

namespace ambroise::uikit {

//! Draws a signature with a painter that counts in millimetres.
void paintInk(QPainter &painter, const QList<PenStroke> &strokes, const QColor &ink);

//! Where one signs with a pen, a finger or the mouse. The other end of a pen, Retour arrière or
//! Ctrl+Z takes the last stroke away, Suppr all of them.
class SignaturePad final : public QWidget {
    Q_OBJECT
public:
    static constexpr double widthInMm = 100; //!< twice what is printed: a hand has room
    static constexpr double heightInMm = 36;

    explicit SignaturePad(QWidget *parent = nullptr);

    //! In millimetres of the pad.
    [[nodiscard]] const QList<PenStroke> &strokes() const { return m_strokes; }
    [[nodiscard]] bool isEmpty() const { return m_strokes.isEmpty(); }
    //! Put in its middle.
    void setSignature(const HandSignature &signature);
    void undo();
    void clear();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void changed();

protected:
    bool event(QEvent *event) override; //!< a finger
    void tabletEvent(QTabletEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double pixelsPerMm() const;
    void begin(const QPointF &at, double pressure);
    void go(const QPointF &at, double pressure);
    void end();

    QList<PenStroke> m_strokes;
    bool m_drawing = false;
};

} // namespace ambroise::uikit
