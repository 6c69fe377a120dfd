// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/core/money.h>

#include <QRegularExpression>

namespace ambroise {

Result<Money> Money::parse(QStringView text)
{
    QString compact;
    for (const QChar c : text)
        if (!c.isSpace())
            compact += c == u'.' ? QChar(u',') : c;
    static const QRegularExpression shape(
        QStringLiteral("^(-?)([0-9]{1,12}(?:,[0-9]{3})*)(?:,([0-9]{1,2}))?\\z"));
    const auto match = shape.match(compact);
    if (!match.hasMatch())
        return Error{ErrorCode::Invalid, QStringLiteral("money.shape"), {}};
    const qint64 euros = match.captured(2).remove(u',').toLongLong();
    const qint64 cents = match.captured(3).leftJustified(2, u'0').toLongLong();
    const qint64 amount = euros * 100 + cents;
    return Money(match.captured(1).isEmpty() ? amount : -amount);
}

QString Money::toString() const
{
    const qint64 absolute = qAbs(m_cents);
    return QStringLiteral("%1%2.%3")
        .arg(m_cents < 0 ? QStringLiteral("-") : QString())
        .arg(absolute / 100)
        .arg(absolute % 100, 2, 10, QLatin1Char('0'));
}

QString Money::toFrench() const
{
    return toString().replace(u'.', u',') + QStringLiteral("\u202F€");
}

} // namespace ambroise
