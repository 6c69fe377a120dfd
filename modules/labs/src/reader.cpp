// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/reader.h>

#include "crbio.h"
#include "hprim.h"

namespace ambroise::labs {
namespace {

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

//! Marks of order and blanks before the first character.
QByteArrayView beginning(const QByteArray &bytes)
{
    qsizetype start = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (start < bytes.size() && (bytes[start] == ' ' || bytes[start] == '\t' ||
                                    bytes[start] == '\r' || bytes[start] == '\n'))
        ++start;
    return QByteArrayView(bytes).sliced(start);
}

bool isXml(const QByteArray &bytes)
{
    return beginning(bytes).startsWith('<') || bytes.startsWith("\xFF\xFE") ||
           bytes.startsWith("\xFE\xFF");
}

Result<QList<LabReport>> readDocument(const QByteArray &bytes)
{
    AMBROISE_TRY(const auto document, documents::readCda(bytes));
    if (!isCrBio(document))
        return invalid(u"lab.other_document"_qs);
    return QList<LabReport>{reportOf(document)};
}

LabReport pdfReport(const QByteArray &bytes)
{
    LabReport report;
    report.format = ReportFormat::Pdf;
    report.files.append({{}, u"application/pdf"_qs, bytes});
    return report;
}

} // namespace

Result<QList<LabReport>> readLabFile(const QByteArray &bytes, QDate today)
{
    const QByteArrayView start = beginning(bytes);
    if (start.isEmpty())
        return invalid(u"lab.empty"_qs);
    if (bytes.size() > LabLimits::bytes)
        return invalid(u"lab.too_large"_qs);
    if (start.startsWith("%PDF-"))
        return QList<LabReport>{pdfReport(bytes)};
    if (isXml(bytes))
        return readDocument(bytes);
    AMBROISE_TRY(const HprimText text, hprimText(bytes));
    if (isHprimSante(text))
        return readHprimSante(text);
    if (isHprimMedecin(text, today))
        return readHprimMedecin(text, today);
    return invalid(u"lab.unknown_format"_qs);
}

} // namespace ambroise::labs
