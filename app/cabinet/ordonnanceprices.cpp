// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordonnanceprices.h"

namespace ambroise::app {

Result<prescription::ui::Prices> pricesOf(Practice &practice,
                                          const QList<prescription::Line> &lines)
{
    prescription::ui::Prices prices;
    prescription::Treatment treatment;
    AMBROISE_TRY(const auto hold, practice.drugKnowledge().hold());
    for (const prescription::Line &line : lines) {
        AMBROISE_TRY(const auto one, practice.lineReader().read(line, false));
        const QList<Money> known = one.facts ? one.facts->prices : QList<Money>();
        // A substance has no price of its own: the pharmacist chooses the box.
        const bool sure = !line.cis.isEmpty() && !known.isEmpty() && line.boxes > 0;
        prices.lines << (sure ? std::optional(known.first() * line.boxes) : std::nullopt);
        treatment.lines << one;
    }
    prices.total = prescription::totalPrice(treatment);
    return prices;
}

} // namespace ambroise::app
