// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/codes/twoddoc.h>

#include <fuzz/edited.h>

using namespace ambroise;
using namespace ambroise::codes;

//! Any bytes are a 2D-Doc or an error; whatever it says, nothing is genuine without a key, and with
//! a key only what that key signed.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QByteArray genuine(
        "DC04FR00TST11ECC1ECC0701FR62MARTIN\x1D"
        "60MAELYS/GAELLE/MARIE\x1D"
        "65ID66X4RTBPFW4\x1D"
        "67FR68F69130719906APARIS\x1D"
        "6CFR\x1F"
        "UT5V3WAV33R7HIOZUSRVS55W3JFFUTOXJVK5N4Y64ULMDUEYZ6R4OK7FY6E3Z6YXBQ25GJV35FP7JVKKICVFQ36A"
        "SQBAPNLVAAYNOHA");
    static const TwoDDocTrust trust = [] {
        TwoDDocTrust known;
        known.add("FR00", "TST1",
                  {*crypto::PublicKey::fromPem(
                      "-----BEGIN PUBLIC KEY-----\n"
                      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvFr6qRdwvktmmqQsFYkgRrHIqsU5\n"
                      "zykliW+Faup0w4Adgi66kX0tHhG8wR3yeYkFmPfwFiKFH3ZoU6FKaH6DGw==\n"
                      "-----END PUBLIC KEY-----\n")});
        return known;
    }();
    const QByteArray input = fuzz::edited(genuine, data, size);
    const auto document = TwoDDoc::parse(input);
    if (!document.ok())
        return 0;
    if (document->verify({}).ok())
        qFatal("genuine without a key");
    const qsizetype sep = genuine.indexOf('\x1F');
    if (document->verify(trust).ok() && !input.startsWith(genuine.left(sep + 1)))
        qFatal("genuine though changed");
    (void)document->lastValidDay();
    (void)document->identity(QDate(2026, 11, 26));
    return 0;
}
