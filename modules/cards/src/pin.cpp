// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/cards/pin.h>

namespace ambroise::cards {

Result<Pin> Pin::parse(QStringView typed)
{
    const Error refused{ErrorCode::Invalid, u"card.pin_shape"_qs, {}};
    if (typed.size() < 4 || typed.size() > 16)
        return refused;
    Pin pin;
    pin.m_digits = crypto::SecretBytes::ofSize(typed.size());
    for (qsizetype i = 0; i < typed.size(); ++i) {
        if (typed[i] < u'0' || typed[i] > u'9')
            return refused;
        pin.m_digits.data()[i] = char(typed[i].unicode());
    }
    return pin;
}

} // namespace ambroise::cards
