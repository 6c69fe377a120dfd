// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <algorithm>

namespace ambroise::fuzz {

//! What the fuzzer gave, either as it is or, where its first byte is odd, as edits of `sample`, so
//! that the code behind the first checks is reached without a corpus. An edit is two bytes of
//! place, one that says what to do (overwrite, put in, take out, cut off) and one of value.
inline QByteArray edited(const QByteArray &sample, const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    if (input.isEmpty() || input.front() % 2 == 0)
        return input.mid(1);
    QByteArray out = sample;
    for (qsizetype i = 1; i + 3 < input.size(); i += 4) {
        const qsizetype place =
            (quint8(input[i]) << 8 | quint8(input[i + 1])) % std::max<qsizetype>(1, out.size());
        switch (quint8(input[i + 2]) % 4) {
        case 0:
            out.replace(place, 1, input.mid(i + 3, 1));
            break;
        case 1:
            out.insert(place, input[i + 3]);
            break;
        case 2:
            out.remove(place, quint8(input[i + 3]));
            break;
        default:
            out.truncate(place);
        }
    }
    return out;
}

} // namespace ambroise::fuzz
