// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/handsignature.h>

#include <QLineF>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <optional>

namespace ambroise {
namespace {

// As it is kept: hundredths of a millimetre, pressures in 255ths.
constexpr double grain = 0.01;
constexpr double hardest = 255;
constexpr double nearest = 0.05; //!< a pen that moves less says nothing more
constexpr double leastSpan = 3;  //!< a click on the pad is no signature
constexpr int mostStrokes = 200;
constexpr int mostPoints = 6000;
constexpr double thinnest = 0.25; //!< ink, millimetres
constexpr double thicker = 0.5;
const QString textHead = QStringLiteral("S1:");

Error corrupt()
{
    return {ErrorCode::Corrupt, u"signature.format"_qs, {}};
}

QRectF boundsOf(const QList<PenStroke> &strokes)
{
    double left = 0;
    double top = 0;
    double right = -1;
    double bottom = -1;
    bool any = false;
    for (const PenStroke &stroke : strokes)
        for (const PenPoint &point : stroke) {
            left = any ? std::min(left, point.at.x()) : point.at.x();
            top = any ? std::min(top, point.at.y()) : point.at.y();
            right = any ? std::max(right, point.at.x()) : point.at.x();
            bottom = any ? std::max(bottom, point.at.y()) : point.at.y();
            any = true;
        }
    return any ? QRectF(QPointF(left, top), QPointF(right, bottom)) : QRectF();
}

double grained(double millimetres)
{
    return double(std::lround(millimetres / grain)) * grain;
}

bool isFinite(const PenPoint &point)
{
    return std::isfinite(point.at.x()) && std::isfinite(point.at.y()) &&
           std::isfinite(point.pressure);
}

PenStroke placed(const PenStroke &drawn, const QPointF &origin, double scale)
{
    PenStroke stroke;
    for (const PenPoint &point : drawn) {
        const QPointF moved = (point.at - origin) * scale;
        const QPointF at(grained(moved.x()), grained(moved.y()));
        if (!stroke.isEmpty() && QLineF(stroke.last().at, at).length() < nearest)
            continue;
        const double pressure =
            std::lround(std::clamp(point.pressure, 0.0, 1.0) * hardest) / hardest;
        stroke.append({at, pressure});
    }
    return stroke;
}

// Numbers of any size in bytes of seven bits, the lowest first; a sign in the lowest bit.

void writeNumber(QByteArray &bytes, quint32 number)
{
    for (; number >= 0x80; number >>= 7)
        bytes += char(number | 0x80);
    bytes += char(number);
}

void writeStep(QByteArray &bytes, qint32 step)
{
    writeNumber(bytes, (quint32(step) << 1) ^ quint32(step < 0 ? -1 : 0));
}

class Reader {
public:
    explicit Reader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    std::optional<quint8> byte()
    {
        return atEnd() ? std::optional<quint8>() : quint8(m_bytes.at(m_at++));
    }
    std::optional<quint32> number()
    {
        quint32 value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            const auto next = byte();
            if (!next)
                return std::nullopt;
            value |= quint32(*next & 0x7f) << shift;
            if (!(*next & 0x80))
                return value;
        }
        return std::nullopt;
    }
    std::optional<qint32> step()
    {
        const auto value = number();
        if (!value)
            return std::nullopt;
        return qint32(*value >> 1) ^ -qint32(*value & 1);
    }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

std::optional<PenStroke> strokeFrom(Reader &reader)
{
    const auto count = reader.number();
    if (!count || *count == 0 || *count > mostPoints)
        return std::nullopt;
    PenStroke stroke;
    qint64 x = 0;
    qint64 y = 0;
    for (quint32 i = 0; i < *count; ++i) {
        const auto dx = reader.step();
        const auto dy = dx ? reader.step() : std::nullopt;
        const auto pressure = dy ? reader.byte() : std::nullopt;
        if (!pressure)
            return std::nullopt;
        x += *dx;
        y += *dy;
        stroke.append({{double(x) * grain, double(y) * grain}, *pressure / hardest});
    }
    return stroke;
}

double widthAt(const PenPoint &point)
{
    return thinnest + thicker * std::clamp(point.pressure, 0.0, 1.0);
}

} // namespace

QList<InkCurve> inkOf(const PenStroke &stroke)
{
    QList<InkCurve> ink;
    if (stroke.isEmpty())
        return ink;
    QPointF from = stroke.first().at;
    // Through the middles of the steps, bent by the points: no corner where the pen had none.
    for (qsizetype i = 0; i < stroke.size(); ++i) {
        const bool last = i + 1 == stroke.size();
        const QPointF at = stroke.at(i).at;
        const QPointF to = last ? at : (at + stroke.at(i + 1).at) / 2;
        ink.append({from, at, to, widthAt(stroke.at(i))});
        from = to;
    }
    return ink;
}

HandSignature::HandSignature(QList<PenStroke> strokes)
    : m_strokes(std::move(strokes))
{
}

Result<HandSignature> HandSignature::make(const QList<PenStroke> &drawn)
{
    qsizetype points = 0;
    for (const PenStroke &stroke : drawn) {
        points += stroke.size();
        if (!std::all_of(stroke.begin(), stroke.end(), isFinite))
            return corrupt();
    }
    const QRectF bounds = boundsOf(drawn);
    if (points == 0 || std::max(bounds.width(), bounds.height()) < leastSpan)
        return Error{ErrorCode::Invalid, u"signature.empty"_qs, {}};
    const double scale = std::min({1.0, mostWidth / std::max(bounds.width(), leastSpan / 100),
                                   mostHeight / std::max(bounds.height(), leastSpan / 100)});
    QList<PenStroke> strokes;
    qsizetype kept = 0;
    for (const PenStroke &stroke : drawn)
        if (const PenStroke one = placed(stroke, bounds.topLeft(), scale); !one.isEmpty()) {
            strokes << one;
            kept += one.size();
        }
    if (strokes.size() > mostStrokes || kept > mostPoints)
        return Error{ErrorCode::Invalid, u"signature.long"_qs, {}};
    return HandSignature(strokes);
}

Result<HandSignature> HandSignature::parse(QStringView text)
{
    if (!text.startsWith(textHead))
        return corrupt();
    const auto decoded = QByteArray::fromBase64Encoding(text.mid(textHead.size()).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return corrupt();
    Reader reader(*decoded);
    QList<PenStroke> strokes;
    qsizetype points = 0;
    while (!reader.atEnd() && strokes.size() <= mostStrokes && points <= mostPoints) {
        const auto stroke = strokeFrom(reader);
        if (!stroke)
            return corrupt();
        points += stroke->size();
        strokes << *stroke;
    }
    const QRectF bounds = boundsOf(strokes);
    const QRectF place(-nearest, -nearest, mostWidth + 2 * nearest, mostHeight + 2 * nearest);
    if (strokes.isEmpty() || strokes.size() > mostStrokes || points > mostPoints ||
        !place.contains(bounds.topLeft()) || !place.contains(bounds.bottomRight()))
        return corrupt();
    return HandSignature(strokes);
}

QSizeF HandSignature::size() const
{
    return boundsOf(m_strokes).size();
}

QString HandSignature::toText() const
{
    QByteArray bytes;
    for (const PenStroke &stroke : m_strokes) {
        writeNumber(bytes, quint32(stroke.size()));
        long x = 0;
        long y = 0;
        for (const PenPoint &point : stroke) {
            const long atX = std::lround(point.at.x() / grain);
            const long atY = std::lround(point.at.y() / grain);
            writeStep(bytes, qint32(atX - x));
            writeStep(bytes, qint32(atY - y));
            bytes += char(quint8(std::lround(point.pressure * hardest)));
            x = atX;
            y = atY;
        }
    }
    return textHead + QString::fromLatin1(bytes.toBase64());
}

} // namespace ambroise
