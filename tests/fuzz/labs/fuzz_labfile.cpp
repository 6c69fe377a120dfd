// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/reader.h>

#include "../../documents/cdasample.h"

#include <fuzz/edited.h>

#include <cmath>
#include <cstdlib>

using namespace ambroise;
using namespace ambroise::labs;

namespace {

const QByteArray medecin =
    "0000129610\r\nVASSEUR\r\nMADELEINE\r\n12 RUE DU FOUR\r\n\r\n63000 CLERMONT\r\n14/03/1958\r\n"
    "2580363113981 55\r\n506232\r\n24/11/2026\r\nLABVOLC    Volcans\r\nFONTANEL   FONTANEL\r\n"
    "Potassium 5,6\r\n****LAB****\r\nTEX|IONOGRAMME\r\n"
    "RES|Potassium|KALI|N|5.6|mmol/L|3.5|5.1|H|F|21.9|mg/dL|13.7|19.9\r\n"
    "RES|Leucocytes|GB|N|224.000|/mm3|150.000|400.000|N|F\r\n****FIN****\r\n"
    "****FINFICHIER****\r\n";
const QByteArray sante =
    "H|~^\\&|T.HPR||V~Volcans||ORU|||F~F||P|H2.2~C|202611241041\r\n"
    "P|1|398|B||MERCADIER~MADELEINE|VASSEUR|19580314|F\r\n"
    "OBR|1|e~|~2042|IONO~Ionogramme~L|R||202611240735\r\n"
    "OBX|1|NM|K~Potassium~L~2823-3~Potassium~LN||5.6|mmol/L|3,5 - 5,1|H|||F|||202611241504\r\n"
    "C|1|L|Second tube^non h\\F\\molyse\r\nOBX|2|CE|GR~Gram~L||NEG~neg~L||||||F\r\nA|xx\r\n"
    "L|1||1|7\r\n";
const QByteArray cda = test::cdaAround(test::sectionWith(
    "<table><tbody><tr><td><content ID=\"k\">Potassium (mmol/L)</content></td><td>5,6</td></tr>"
    "</tbody></table>",
    "<entry><act><code code=\"18719-5\"/><entryRelationship><organizer classCode=\"CLUSTER\">"
    "<component><observation><code code=\"2823-3\" codeSystem=\"2.16.840.1.113883.6.1\">"
    "<originalText><reference value=\"#k\"/></originalText></code><value xsi:type=\"PQ\" "
    "value=\"5.6\" unit=\"mmol/L\"/><interpretationCode code=\"H\"/><referenceRange>"
    "<observationRange><value xsi:type=\"IVL_PQ\"><low value=\"3.5\"/><high value=\"5.1\"/></value>"
    "</observationRange></referenceRange></observation></component></organizer>"
    "</entryRelationship></act></entry>"));

//! Whatever was accepted keeps what the reports promise.
void use(const LabReport &report)
{
    for (const LabResult &result : report.results) {
        if (result.value.isNumber() && !std::isfinite(result.value.number))
            std::abort();
        if (result.flagSource == FlagSource::None && isAbnormal(result.flag))
            std::abort();
        static_cast<void>(result.value.french());
        static_cast<void>(result.reference.french());
    }
}

} // namespace

//! A file is read as far as it goes or refused, by the subjects that are promised.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (const QByteArray &sample : {medecin, sante, cda}) {
        const auto read = readLabFile(fuzz::edited(sample, data, size), QDate(2026, 11, 27));
        if (!read.ok()) {
            const QString &subject = read.error().subject;
            if (!subject.startsWith(QStringLiteral("lab.")) &&
                !subject.startsWith(QStringLiteral("cda.")))
                std::abort();
            if (!read.error().detail.isEmpty())
                std::abort();
            continue;
        }
        if (read->isEmpty())
            std::abort();
        for (const LabReport &report : *read)
            use(report);
    }
    return 0;
}
