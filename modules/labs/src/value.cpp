// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/labs/report.h>
#include <ambroise/labs/units.h>

#include <QRegularExpression>

namespace ambroise::labs {
namespace {

QString frenchDigits(QString text)
{
    return text.replace(u'.', u',');
}

//! The end of a reference: "63.000000" of a laboratory's system is 63; "5.0" stays what it is.
QString frenchEnd(QString text)
{
    const qsizetype point = text.indexOf(u'.');
    if (point >= 0 && text.size() - point > 4)
        while (text.endsWith(u'0') || text.endsWith(u'.')) {
            const bool whole = text.endsWith(u'.');
            text.chop(1);
            if (whole)
                break;
        }
    return frenchDigits(text);
}

//! The end of a reference that stands alone, or one of both.
void setEnd(std::optional<double> &end, QString &text, QString number)
{
    number.replace(u',', u'.');
    bool ok = false;
    const double value = number.toDouble(&ok);
    if (!ok)
        return;
    end = value;
    text = number;
}

void add(LabResult &result, Doubt doubt)
{
    if (!result.doubts.contains(doubt))
        result.doubts << doubt;
}

//! Nothing where the reference does not decide.
Flag byReference(const LabResult &result)
{
    const Reference &reference = result.reference;
    if (!result.value.isNumber() || !reference.isSound() ||
        (!reference.unit.isEmpty() && !sameUnit(reference.unit, result.unit)))
        return Flag::None;
    const double number = result.value.number;
    const QChar comparator =
        result.value.comparator.isEmpty() ? QChar() : result.value.comparator[0];
    if (comparator == u'<')
        return reference.low && number <= *reference.low ? Flag::Low : Flag::None;
    if (comparator == u'>')
        return reference.high && number >= *reference.high ? Flag::High : Flag::None;
    if (reference.low && number < *reference.low)
        return Flag::Low;
    if (reference.high && number > *reference.high)
        return Flag::High;
    return Flag::Normal;
}

} // namespace

std::optional<LabValue> numberOf(QStringView text)
{
    static const QRegularExpression shape(
        u"^([<>]=?|≤|≥)?\\s*([+-]?\\d{1,15}(?:[.,]\\d{1,15})?)$"_qs);
    const auto match = shape.match(text.trimmed().toString());
    if (!match.hasMatch())
        return std::nullopt;
    LabValue value;
    value.kind = LabValue::Kind::Number;
    value.comparator = match.captured(1);
    value.comparator.replace(u"≤"_qs, u"<="_qs).replace(u"≥"_qs, u">="_qs);
    value.text = match.captured(2).replace(u',', u'.');
    value.number = value.text.toDouble();
    return value;
}

LabValue textValue(const QString &text)
{
    LabValue value;
    value.text = text.trimmed();
    if (!value.text.isEmpty())
        value.kind = LabValue::Kind::Text;
    return value;
}

QString LabValue::french() const
{
    if (kind != Kind::Number)
        return text;
    QString sign = comparator;
    sign.replace(u"<="_qs, u"≤"_qs).replace(u">="_qs, u"≥"_qs);
    return (sign.isEmpty() ? QString() : sign + u'\u00A0') + frenchDigits(text);
}

bool Reference::isSound() const
{
    return (low || high) && (!low || !high || *low < *high);
}

QString Reference::french() const
{
    if (low && high)
        return frenchEnd(lowText) + u'–' + frenchEnd(highText);
    if (high)
        return u"<\u00A0"_qs + frenchEnd(highText);
    if (low)
        return u">\u00A0"_qs + frenchEnd(lowText);
    return text;
}

Reference referenceOf(const QString &text)
{
    static const QString number = u"([+-]?\\d+(?:[.,]\\d+)?)"_qs;
    static const QRegularExpression both(u"^"_qs + number + u"\\s*(?:-|–|à|a|/)\\s*"_qs + number +
                                         u"$"_qs);
    static const QRegularExpression under(u"^(?:<=?|≤|inf(?:\\.|érieur)?\\s*à)\\s*"_qs + number +
                                          u"$"_qs);
    static const QRegularExpression over(u"^(?:>=?|≥|sup(?:\\.|érieur)?\\s*à)\\s*"_qs + number +
                                         u"$"_qs);
    Reference reference;
    QString bare = text.simplified();
    if (bare.startsWith(u'(') && bare.endsWith(u')'))
        bare = bare.mid(1, bare.size() - 2).trimmed();
    if (const auto match = both.match(bare); match.hasMatch()) {
        setEnd(reference.low, reference.lowText, match.captured(1));
        setEnd(reference.high, reference.highText, match.captured(2));
    } else if (const auto upper = under.match(bare); upper.hasMatch()) {
        setEnd(reference.high, reference.highText, upper.captured(1));
    } else if (const auto lower = over.match(bare); lower.hasMatch()) {
        setEnd(reference.low, reference.lowText, lower.captured(1));
    } else {
        reference.text = bare;
    }
    return reference;
}

void judge(LabResult &result)
{
    if ((result.reference.low || result.reference.high) && !result.reference.isSound())
        add(result, Doubt::ReferenceDoubtful);
    if (result.value.isNumber() && !result.unit.isEmpty() && !isKnownUnit(result.unit))
        add(result, Doubt::UnitUnknown);
    if (result.code.system == loincSystem && !result.code.code.isEmpty() && !result.code.isLoinc())
        add(result, Doubt::CodeDoubtful);
    const Flag computed = byReference(result);
    if (result.flag == Flag::None && computed != Flag::None) {
        result.flag = computed;
        result.flagSource = FlagSource::Computed;
        return;
    }
    if (result.flagSource != FlagSource::Laboratory || computed == Flag::None)
        return;
    const bool toldNormal = result.flag == Flag::Normal && computed != Flag::Normal;
    const bool toldOtherwise = (isHigh(result.flag) && computed != Flag::High) ||
                               (isLow(result.flag) && computed != Flag::Low);
    if (toldNormal || toldOtherwise)
        add(result, Doubt::FlagDiffers);
}

} // namespace ambroise::labs
