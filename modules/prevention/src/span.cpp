// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/span.h>

#include <QRegularExpression>

namespace ambroise::prevention {

Result<Span> Span::parse(QStringView iso)
{
    static const QRegularExpression shape(QStringLiteral(
        "^P(?=\\d)(?:(\\d{1,3})Y)?(?:(\\d{1,3})M)?(?:(\\d{1,3})W)?(?:(\\d{1,4})D)?$"));
    const auto found = shape.match(iso.toString());
    if (!found.hasMatch())
        return Error{ErrorCode::Invalid, u"span.shape"_qs, {}};
    return Span(found.capturedView(1).toInt() * 12 + found.capturedView(2).toInt(),
                found.capturedView(3).toInt() * 7 + found.capturedView(4).toInt());
}

QDate Span::after(QDate from) const
{
    if (!from.isValid())
        return {};
    const QDate clamped = from.addMonths(m_months);
    const QDate reached = clamped.day() < from.day() ? clamped.addDays(1) : clamped;
    return reached.addDays(m_days);
}

QDate Span::before(QDate day) const
{
    return day.addDays(-m_days).addMonths(-m_months);
}

} // namespace ambroise::prevention
