// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/mrz.h>

#include <fuzz/edited.h>

using namespace ambroise;
using namespace ambroise::codes;

//! Any text is a zone or an error; one that is called valid has every check right, and is read the
//! same from the lines that it gives.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArray samples[] = {
        "IDFRAX4RTBPFW46<<<<<<<<<<<<<<<\n9007138F3002119FRA<<<<<<<<<<<6\nMARTIN<<MAELYS<GAELLE<<<<<"
        "<<<<",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<"
        "10",
        "IDFRABERTHIER<<<<<<<<<<<<<<<<<92C001\n8806923102858CORINNE<<<<<<<6512068F8",
        "IDBEL600001795<0152<<<<<<<<<<<\n1301014F2311207BEL130101987398\nSPECIMEN<<SPECIMEN<<<<<<<<"
        "<<<<"};
    const QDate today(2026, 11, 26);
    const QByteArray input = fuzz::edited(samples[size % 4], data, size);
    const auto mrz = Mrz::parse(QString::fromUtf8(input), today);
    if (!mrz.ok() || !mrz->isValid())
        return 0;
    if (!mrz->checks.allRight() || mrz->surname.isEmpty())
        qFatal("a valid zone with a wrong digit");
    const auto again = Mrz::parse(mrz->lines.join(u'\n'), today);
    if (!again.ok() || !again->isValid() || again->repaired || again->lines != mrz->lines ||
        again->birth != mrz->birth || again->number != mrz->number)
        qFatal("a zone that does not read itself");
    return 0;
}
