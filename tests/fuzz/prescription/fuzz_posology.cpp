// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/fullletters.h>
#include <ambroise/prescription/posologyfacts.h>
#include <ambroise/prescription/posologyreader.h>

#include <fuzz/edited.h>

using namespace ambroise::prescription;

namespace {

//! What is understood is written in a way that is understood alike: no dose changes on its way to
//! the paper.
void examine(const Posology &posology)
{
    const QString written = sentence(posology);
    (void)sentenceInLetters(posology);
    const PosologyFacts facts = factsOf(posology);
    if (facts.maxPerDay && facts.maxPerDay->value < Rational(0))
        qFatal("less than nothing a day");
    if (const auto needed = quantityFor(posology, 30); needed && needed->value < Rational(0))
        qFatal("less than nothing in a box");
    if (posology.isWords())
        return;
    const auto again = readPosology(written);
    if (!again.ok())
        return; // longer than what is read
    for (const Posology &other : again->readings)
        if (!other.isWords() && factsOf(other).maxPerDay == facts.maxPerDay)
            return;
    if (!again->readings.first().isWords())
        qFatal("a sentence that says another dose");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArrayList samples{
        "1-0-1 7j",
        "2x3/j 5j",
        "1 comprim\xc3\xa9 matin et soir pendant 7 jours",
        "60 mg jusqu'\xc3\xa0 obtenir 3 bandelettes, puis 50 mg pendant 1 semaine",
        "1 \xc3\xa0 2 cp toutes les 4 \xc3\xa0 6 h si douleur, max 8/j, du 01/03/2026 au "
        "10/03/2026",
        "0,5 comprim\xc3\xa9 au jour 1, puis 0,75 au jour 2. Recommencer le cycle de 2 jours"};
    const QByteArray &sample = samples.at(size == 0 ? 0 : data[size - 1] % samples.size());
    const QString typed = QString::fromUtf8(ambroise::fuzz::edited(sample, data, size));
    for (const auto &unit : {std::optional<DoseUnit>(), DoseUnit::named(u"comprime")}) {
        const auto read = readPosology(typed, unit);
        if (!read.ok())
            continue;
        if (read->readings.isEmpty())
            qFatal("no reading");
        for (const Posology &one : read->readings)
            examine(one);
    }
    return 0;
}
