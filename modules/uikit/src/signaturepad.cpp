// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/uikit/paint.h>
#include <ambroise/uikit/signaturepad.h>
#include <ambroise/uikit/type.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QTouchEvent>

#include <algorithm>

namespace ambroise::uikit {
namespace {

constexpr double pixelsAMm = 4; // at 96 dpi and 100 %: about the size of the hand's own gesture
constexpr double evenPressure = 0.5; // of what does not feel any
constexpr double baseline = 26;      // millimetres from the top
constexpr double baselineInset = 8;

} // namespace

void paintInk(QPainter &painter, const QList<PenStroke> &strokes, const QColor &ink)
{
    painter.setBrush(Qt::NoBrush);
    for (const PenStroke &stroke : strokes)
        for (const InkCurve &curve : inkOf(stroke)) {
            painter.setPen(QPen(ink, curve.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            QPainterPath path(curve.from);
            path.quadTo(curve.bend, curve.to);
            painter.drawPath(path);
        }
}

SignaturePad::SignaturePad(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Signature à tracer"));
    setAccessibleDescription(
        tr("Se trace au stylet, au doigt ou à la souris. Sans tracé, la place reste libre sur le "
           "papier pour signer à la main."));
}

double SignaturePad::pixelsPerMm() const
{
    return width() / widthInMm;
}

QSize SignaturePad::sizeHint() const
{
    return {scaled(int(widthInMm * pixelsAMm)), scaled(int(heightInMm * pixelsAMm))};
}

void SignaturePad::setSignature(const HandSignature &signature)
{
    const QSizeF size = signature.size();
    const QPointF corner((widthInMm - size.width()) / 2, (heightInMm - size.height()) / 2);
    m_strokes = signature.strokes();
    for (PenStroke &stroke : m_strokes)
        for (PenPoint &point : stroke)
            point.at += corner;
    update();
    Q_EMIT changed();
}

void SignaturePad::undo()
{
    if (m_strokes.isEmpty())
        return;
    m_drawing = false;
    m_strokes.removeLast();
    update();
    Q_EMIT changed();
}

void SignaturePad::clear()
{
    m_drawing = false;
    m_strokes.clear();
    update();
    Q_EMIT changed();
}

void SignaturePad::begin(const QPointF &at, double pressure)
{
    m_drawing = true;
    m_strokes.append(PenStroke{});
    go(at, pressure);
    Q_EMIT changed();
}

void SignaturePad::go(const QPointF &at, double pressure)
{
    if (!m_drawing)
        return;
    const QPointF mm = at / pixelsPerMm();
    m_strokes.last().append(
        {{std::clamp(mm.x(), 0.0, widthInMm), std::clamp(mm.y(), 0.0, heightInMm)}, pressure});
    update();
}

void SignaturePad::end()
{
    if (!m_drawing)
        return;
    m_drawing = false;
    Q_EMIT changed();
}

bool SignaturePad::event(QEvent *event)
{
    const bool isTouch = event->type() == QEvent::TouchBegin ||
                         event->type() == QEvent::TouchUpdate ||
                         event->type() == QEvent::TouchEnd || event->type() == QEvent::TouchCancel;
    if (!isTouch)
        return QWidget::event(event);
    const auto *touch = static_cast<QTouchEvent *>(event);
    event->accept();
    if (touch->points().isEmpty() || event->type() == QEvent::TouchCancel) {
        end();
        return true;
    }
    const QPointF at = touch->points().first().position(); // a palm comes later
    if (event->type() == QEvent::TouchBegin)
        begin(at, evenPressure);
    else
        go(at, evenPressure);
    if (event->type() == QEvent::TouchEnd)
        end();
    return true;
}

void SignaturePad::tabletEvent(QTabletEvent *event)
{
    event->accept(); // else it comes again as a mouse
    if (event->pointerType() == QPointingDevice::PointerType::Eraser) {
        if (event->type() == QEvent::TabletPress)
            undo();
        return;
    }
    if (event->type() == QEvent::TabletPress)
        begin(event->position(), event->pressure());
    else if (event->type() == QEvent::TabletMove && event->pressure() > 0)
        go(event->position(), event->pressure());
    else if (event->type() == QEvent::TabletRelease)
        end();
}

void SignaturePad::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        begin(event->position(), evenPressure);
}

void SignaturePad::mouseMoveEvent(QMouseEvent *event)
{
    go(event->position(), evenPressure);
}

void SignaturePad::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        end();
}

void SignaturePad::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Backspace || event->matches(QKeySequence::Undo))
        undo();
    else if (event->key() == Qt::Key_Delete)
        clear();
    else
        QWidget::keyPressEvent(event);
}

void SignaturePad::paintEvent(QPaintEvent * /*event*/)
{
    const Theme theme = Theme::of(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint::box(painter, rect(), paint::fieldRadius, theme.color(Token::Base),
               theme.color(Token::Line));
    painter.save();
    painter.scale(pixelsPerMm(), pixelsPerMm());
    QPen guide(theme.color(Token::Line), 0.25);
    painter.setPen(guide);
    painter.drawLine(QPointF(baselineInset, baseline),
                     QPointF(widthInMm - baselineInset, baseline));
    paintInk(painter, m_strokes, theme.color(Token::Text));
    painter.restore();
    if (hasFocus())
        paint::focusRing(painter, rect(), paint::fieldRadius, theme);
}

} // namespace ambroise::uikit
