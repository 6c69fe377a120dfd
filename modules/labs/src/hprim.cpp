// SPDX-License-Identifier: GPL-3.0-or-later
#include "hprim.h"

#include <ambroise/core/partialdate.h>
#include <ambroise/documents/textencoding.h>
#include <ambroise/labs/reader.h>

#include <QRegularExpression>

namespace ambroise::labs {

Result<HprimText> hprimText(const QByteArray &bytes)
{
    const Error noText{ErrorCode::Invalid, u"lab.unknown_format"_qs, {}};
    if (bytes.contains('\0')) // UTF-16 has its mark, and is read as XML alone
        return noText;
    const documents::GuessedCharset guessed = documents::guessedCharset(bytes);
    auto text = documents::decodedText(bytes, guessed.charset);
    bool sure = guessed.sure;
    if (!text.ok() && guessed.charset == documents::Charset::Windows1252) {
        text = documents::decodedText(bytes, documents::Charset::Ibm850);
        sure = false;
    }
    if (!text.ok())
        return noText;
    QString all = *text;
    all.replace(u"\r\n"_qs, u"\n"_qs).replace(u'\r', u'\n');
    while (all.endsWith(u'\n') || all.endsWith(QChar(0x1A))) // DOS ended its files with ^Z
        all.chop(1);
    if (all.count(u'\n') > LabLimits::lines)
        return Error{ErrorCode::Invalid, u"lab.too_large"_qs, {}};
    return HprimText{all.split(u'\n'), sure};
}

void setHprimFlag(LabResult &result, const QString &indicator)
{
    static const QHash<QString, Flag> flags = {
        {u"N"_qs, Flag::Normal},        {u"L"_qs, Flag::Low},
        {u"H"_qs, Flag::High},          {u"LL"_qs, Flag::CriticalLow},
        {u"HH"_qs, Flag::CriticalHigh}, {u"A"_qs, Flag::Abnormal},
        {u"AA"_qs, Flag::Abnormal},     {u"S"_qs, Flag::Susceptible},
        {u"I"_qs, Flag::Intermediate},  {u"R"_qs, Flag::Resistant}};
    if (indicator.isEmpty())
        return;
    const auto found = flags.constFind(indicator.toUpper());
    if (found == flags.constEnd()) {
        result.doubts << Doubt::FlagUnknown;
        result.comments << indicator;
        return;
    }
    result.flag = *found;
    result.flagSource = FlagSource::Laboratory;
}

ResultStatus hprimStatus(const QString &status, bool hasValue)
{
    if (status == u"C")
        return ResultStatus::Corrected;
    if (status == u"R" || status == u"P")
        return hasValue ? ResultStatus::Preliminary : ResultStatus::Pending;
    if (status == u"I")
        return ResultStatus::Pending;
    if (status == u"X" || status == u"D")
        return ResultStatus::Cancelled;
    return ResultStatus::Final;
}

namespace {

//! "224.000" a mm³: of a number of cells nobody counts thousandths.
bool mayBeThousands(const QString &number, const QString &unit)
{
    static const QRegularExpression thousands(u"^\\d{1,3}[.,]\\d{3}$"_qs);
    static const QRegularExpression cells(u"^\\s*/|/\\s*(?:mm|µl|ul)"_qs,
                                          QRegularExpression::CaseInsensitiveOption);
    return thousands.match(number.trimmed()).hasMatch() && cells.match(unit).hasMatch();
}

} // namespace

LabValue hprimNumber(const QString &text, const QString &unit, Doubts &doubts)
{
    const auto number = numberOf(text);
    if (!number)
        return textValue(text);
    if (!mayBeThousands(number->text, unit))
        return *number;
    doubts << Doubt::NumberAmbiguous;
    return textValue(text);
}

Reference hprimReference(const Reference &reference, const QString &unit)
{
    if (!mayBeThousands(reference.lowText, unit) && !mayBeThousands(reference.highText, unit))
        return reference;
    QStringList ends{reference.lowText, reference.highText};
    ends.removeAll(QString());
    Reference words;
    words.text = ends.join(u" – "_qs);
    return words;
}

QDate hprimDate(const QString &text, QDate today)
{
    static const QRegularExpression compact(u"^(\\d{4})(\\d{2})(\\d{2})"_qs);
    if (const auto match = compact.match(text); match.hasMatch() && text.left(2) >= u"18") {
        const QDate date(match.captured(1).toInt(), match.captured(2).toInt(),
                         match.captured(3).toInt());
        if (date.isValid())
            return date;
    }
    const auto date = PartialDate::parse(text.trimmed(), today);
    return date.ok() ? date->whole().value_or(QDate()) : QDate();
}

} // namespace ambroise::labs
