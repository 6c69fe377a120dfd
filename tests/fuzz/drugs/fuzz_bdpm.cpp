// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/bdpmimport.h>

#include "../../drugs/bdpmfixture.h"

#include <fuzz/edited.h>

#include <array>

using namespace ambroise;

namespace {

struct Sample {
    QString file;
    QByteArray content;
};

QByteArray inUtf8(const QStringList &columns)
{
    return columns.join(QLatin1Char('\t')).toUtf8() + '\n';
}

//! A line or two of each of the publisher's files.
const std::array<Sample, 11> &samples()
{
    using namespace test;
    static const std::array<Sample, 11> all = {
        Sample{drugsFile,
               "62345678\tDOLIPRANE 1000 mg, comprim\xE9\tcomprim\xE9\torale\tAutorisation "
               "active\tProc\xE9"
               "dure nationale\tCommercialis\xE9"
               "e\t12/03/1998\t\t\t "
               "LABORATOIRE\tNon\r\n"},
        Sample{presentationsFile, inUtf8(BdpmFixture::box(QStringLiteral("62345678"), 3000000))},
        Sample{componentsFile,
               "62345678\tcomprim\xE9\t12345\tPARAC\xC9TAMOL\t1000 mg\tun comprim\xE9\tSA\t1\r\n"},
        Sample{groupsFile, "1\tPARACETAMOL 1 g - DOLIPRANE\t62345678\t0\t1\r\n"},
        Sample{conditionsFile, "62345678\tliste II\r\n"},
        Sample{classesFile, "62345678\tN02BE01\tDOLIPRANE\thttps://example.invalid/x"},
        Sample{availabilityFile,
               "62345678\t\t4\tRemise \xE0 disposition\t14/04/2026\t18/05/2026\t\t"
               "https://example.invalid/x\r\n"},
        Sample{linksFile, "CT-1234\thttps://example.invalid/ct\r\n"},
        Sample{smrFile, "62345678\tCT-1234\tInscription\t20260114\tImportant\tLe service\r\n"},
        Sample{asmrFile, "62345678\tCT-1234\tInscription\t20260114\tV\tAbsence\r\n"},
        Sample{noticesFile,
               "62345678\t2026-01-14\t2027-01-14\t<a href='https://example.invalid'>Avis</a>\r\n"}};
    return all;
}

} // namespace

//! Any file of the drug base is read or refused; what is read has no more rows than lines.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const Sample &sample = samples().at(data[0] % samples().size());
    const QByteArray content = fuzz::edited(sample.content, data + 1, size - 1);
    const auto report = drugs::checkBdpmFile(sample.file, content);
    if (report.ok() && (report->rows < 1 || report->rows > content.count('\n') + 1))
        qFatal("rows out of nothing");
    return 0;
}
