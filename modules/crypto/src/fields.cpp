// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.h"

#include <QtEndian>

namespace ambroise::crypto {
namespace {

void appendNumber(QByteArray &out, qsizetype number)
{
    const quint64 bigEndian = qToBigEndian(quint64(number));
    out.append(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
}

} // namespace

QByteArray joined(const QList<QByteArray> &fields)
{
    qsizetype size = 8;
    for (const QByteArray &field : fields)
        size += 8 + field.size();
    QByteArray out;
    out.reserve(size);
    appendNumber(out, fields.size());
    for (const QByteArray &field : fields) {
        appendNumber(out, field.size());
        out += field;
    }
    return out;
}

} // namespace ambroise::crypto
