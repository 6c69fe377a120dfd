// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/growth.h>

#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cmath>

// A resource of a static library is registered by who needs it.
static void registerGrowth()
{
    Q_INIT_RESOURCE(growth);
}

namespace ambroise::record {
namespace {

struct IndicatorWord {
    GrowthIndicator indicator;
    QByteArrayView word;
};

constexpr std::array indicators = {IndicatorWord{GrowthIndicator::Height, "height"},
                                   IndicatorWord{GrowthIndicator::Weight, "weight"},
                                   IndicatorWord{GrowthIndicator::BodyMassIndex, "bmi"},
                                   IndicatorWord{GrowthIndicator::HeadCircumference, "head"}};

std::optional<GrowthIndicator> indicatorOf(const QByteArray &word)
{
    for (const IndicatorWord &one : indicators)
        if (one.word == word)
            return one.indicator;
    return std::nullopt;
}

std::optional<GrowthSex> sexOf(const QByteArray &word)
{
    if (word == "m")
        return GrowthSex::Male;
    return word == "f" ? std::optional(GrowthSex::Female) : std::nullopt;
}

//! Finite and above `lowest`.
std::optional<double> numberIn(const QByteArray &text, double lowest)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) && number >= lowest ? std::optional(number) : std::nullopt;
}

Error wrong(const QString &what, int line)
{
    return {ErrorCode::Invalid, what, QString::number(line)};
}

//! The standards of 2006 are of children under 60 months, the reference of 2007 of those of 60 and
//! more: to the 228th month, by weight to the 120th (the R packages anthro and anthroplus).
constexpr double standardsEnd = 60 * daysPerMonth;

double referenceEnd(GrowthIndicator indicator)
{
    return (indicator == GrowthIndicator::Weight ? 120 : 228) * daysPerMonth;
}

//! What a median can be, in the unit of the indicator: a table in metres is none.
std::pair<double, double> medians(GrowthIndicator indicator)
{
    const auto limitsOf = [](MeasureKind kind) {
        return std::pair(definitionOf(kind).lowest, definitionOf(kind).highest);
    };
    switch (indicator) {
    case GrowthIndicator::Height:
        return limitsOf(MeasureKind::Height);
    case GrowthIndicator::Weight:
        return limitsOf(MeasureKind::Weight);
    case GrowthIndicator::HeadCircumference:
        return limitsOf(MeasureKind::HeadCircumference);
    case GrowthIndicator::BodyMassIndex:
        break;
    }
    return {5, 60};
}

bool isOfWeight(GrowthIndicator indicator)
{
    return indicator == GrowthIndicator::Weight || indicator == GrowthIndicator::BodyMassIndex;
}

} // namespace

QList<GrowthIndicator> allGrowthIndicators()
{
    QList<GrowthIndicator> all;
    for (const IndicatorWord &one : indicators)
        all << one.indicator;
    return all;
}

std::optional<double> valueOf(const Lms &lms, double z)
{
    if (lms.l == 0)
        return lms.m * std::exp(lms.s * z);
    const double base = 1 + lms.l * lms.s * z;
    return base > 0 ? std::optional(lms.m * std::pow(base, 1 / lms.l)) : std::nullopt;
}

double zScoreOf(const Lms &lms, double value, bool restricted)
{
    const double ratio = value / lms.m;
    const double z =
        lms.l == 0 ? std::log(ratio) / lms.s : (std::pow(ratio, lms.l) - 1) / (lms.l * lms.s);
    if (!restricted || std::abs(z) <= 3)
        return z;
    const double side = z > 0 ? 1 : -1;
    const auto third = valueOf(lms, 3 * side);
    const auto second = valueOf(lms, 2 * side);
    if (!third || !second)
        return z;
    return side * 3 + (value - *third) / std::abs(*third - *second);
}

double percentileOf(double z)
{
    return 50 * std::erfc(-z / std::sqrt(2.0));
}

size_t GrowthReference::keyOf(GrowthIndicator indicator, GrowthSex sex)
{
    return size_t(indicator) * 2 + size_t(sex);
}

Status GrowthReference::addRow(const QList<QByteArray> &cells, double days)
{
    const Error wrongRow{ErrorCode::Invalid, u"growth.row"_qs, {}};
    const auto indicator = indicatorOf(cells.value(0));
    const auto sex = sexOf(cells.value(1));
    const auto age = numberIn(cells.value(2), 0);
    const auto l = numberIn(cells.value(3), -50);
    const auto m = numberIn(cells.value(4), 1e-6);
    const auto s = numberIn(cells.value(5), 1e-6);
    if (cells.size() != 6 || !indicator || !sex || !age || !l || !m || !s)
        return wrongRow;
    if (const auto [least, most] = medians(*indicator); *m < least || *m > most)
        return wrongRow;
    QList<Table> &tables = m_tables[keyOf(*indicator, *sex)];
    if (tables.isEmpty())
        tables << Table{};
    Table &table = tables.first();
    if (!table.rows.isEmpty() && table.rows.last().age >= *age * days)
        return wrongRow;
    table.rows << Row{*age * days, {*l, *m, *s}};
    table.last = *age * days;
    return done();
}

Result<GrowthReference> GrowthReference::parse(const QByteArray &csv)
{
    GrowthReference reference;
    double days = 0; // in the unit of the ages; 0: the header was not read yet
    int number = 0;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(csv); // without its mark of the byte order
    if (decoder.hasError())
        return Error{ErrorCode::Invalid, u"growth.encoding"_qs, {}};
    for (const QByteArray &whole : text.toUtf8().split('\n')) {
        ++number;
        const QByteArray line = whole.trimmed();
        if (line.startsWith("# name:"))
            reference.m_names << QString::fromUtf8(line.mid(7)).trimmed();
        if (line.startsWith("# source:"))
            reference.m_sources << QString::fromUtf8(line.mid(9)).trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (days > 0) {
            if (!reference.addRow(line.split(';'), days).ok())
                return wrong(u"growth.row"_qs, number);
        } else if (line == "indicator;sex;age_days;l;m;s") {
            days = 1;
        } else if (line == "indicator;sex;age_months;l;m;s") {
            days = daysPerMonth;
        } else {
            return wrong(u"growth.columns"_qs, number);
        }
    }
    if (reference.m_names.value(0).isEmpty() || reference.m_sources.value(0).isEmpty())
        return Error{ErrorCode::Invalid, u"growth.source"_qs, {}};
    if (reference.m_tables.isEmpty())
        return Error{ErrorCode::Invalid, u"growth.empty"_qs, {}};
    reference.m_title = reference.m_names.first();
    return reference;
}

qint64 GrowthReference::rows() const
{
    qint64 count = 0;
    for (const QList<Table> &tables : m_tables)
        for (const Table &table : tables)
            count += table.rows.size();
    return count;
}

GrowthReference GrowthReference::readWho()
{
    registerGrowth();
    GrowthReference who;
    who.m_title = u"OMS"_qs;
    for (const QString &edition : {u"who2006"_qs, u"who2007"_qs})
        for (const IndicatorWord &one : indicators) {
            QFile file(u":/ambroise/growth/%1-%2.csv"_qs.arg(
                edition, QString::fromLatin1(one.word.data(), one.word.size())));
            if (!file.open(QIODevice::ReadOnly))
                continue; // the reference of 2007 has no head circumference
            auto read = parse(file.readAll());
            if (!read.ok())
                qFatal("A growth reference of the program cannot be read.");
            const bool standards = edition == u"who2006";
            for (auto it = read->m_tables.begin(); it != read->m_tables.end(); ++it) {
                // Under 60 months, in whole days; the rows of 2007 go on by one month.
                it->first().last =
                    standards ? std::ceil(standardsEnd) - 1 : referenceEnd(one.indicator);
                who.m_tables[it.key()] += *it;
            }
            who.m_names += read->m_names;
            who.m_sources += read->m_sources;
        }
    who.m_names.removeDuplicates();
    who.m_sources.removeDuplicates();
    return who;
}

const GrowthReference &GrowthReference::who()
{
    static const GrowthReference reference = readWho();
    return reference;
}

std::optional<std::pair<double, double>> GrowthReference::ages(GrowthIndicator indicator,
                                                               GrowthSex sex) const
{
    const QList<Table> tables = m_tables.value(keyOf(indicator, sex));
    if (tables.isEmpty())
        return std::nullopt;
    return std::pair(tables.first().rows.first().age, tables.last().last);
}

std::optional<Lms> GrowthReference::interpolated(const QList<Row> &rows, double age)
{
    const auto next = std::lower_bound(rows.begin(), rows.end(), age,
                                       [](const Row &row, double at) { return row.age < at; });
    if (next == rows.end())
        return std::nullopt;
    if (next->age == age || next == rows.begin())
        return next->age == age ? std::optional(next->lms) : std::nullopt;
    const Lms &from = (next - 1)->lms;
    const Lms &to = next->lms;
    const double share = (age - (next - 1)->age) / (next->age - (next - 1)->age);
    return Lms{from.l + share * (to.l - from.l), from.m + share * (to.m - from.m),
               from.s + share * (to.s - from.s)};
}

std::optional<Lms> GrowthReference::at(GrowthIndicator indicator, GrowthSex sex,
                                       double ageInDays) const
{
    const auto tables = m_tables.constFind(keyOf(indicator, sex));
    if (tables == m_tables.constEnd())
        return std::nullopt;
    for (const Table &table : *tables)
        if (ageInDays <= table.last)
            if (const auto lms = interpolated(table.rows, ageInDays))
                return lms;
    return std::nullopt;
}

std::optional<double> GrowthReference::zScore(GrowthIndicator indicator, GrowthSex sex,
                                              double ageInDays, double value) const
{
    const auto lms = at(indicator, sex, ageInDays);
    if (!lms || !(value > 0))
        return std::nullopt;
    return zScoreOf(*lms, value, isOfWeight(indicator));
}

const GrowthReference &referenceFor(GrowthIndicator indicator, GrowthSex sex,
                                    const GrowthReference &chosen)
{
    return chosen.ages(indicator, sex) ? chosen : GrowthReference::who();
}

} // namespace ambroise::record
