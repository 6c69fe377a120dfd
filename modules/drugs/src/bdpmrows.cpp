// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmrows.h"

#include "bdpmtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

namespace ambroise::drugs {
namespace {

constexpr int firstYear = 1900;
constexpr int lastYear = 2100; // the base has an authorisation of 2924

QString clean(QStringView column)
{
    return column.trimmed().toString();
}

//! A number of digits alone; -1 for anything else.
qint64 digits(QStringView text)
{
    if (text.isEmpty() || text.size() > 18)
        return -1;
    qint64 number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

int smallNumber(QStringView text)
{
    const qint64 number = digits(text);
    return number > std::numeric_limits<int>::max() ? -1 : int(number);
}

QDate believable(qint64 year, qint64 month, qint64 day)
{
    if (year < firstYear || year > lastYear)
        return {};
    return {int(year), int(month), int(day)};
}

//! JJ/MM/AAAA, AAAA-MM-JJ or AAAAMMJJ.
QDate dateOf(QStringView text)
{
    if (text.size() == 10 && text[2] == u'/' && text[5] == u'/')
        return believable(digits(text.mid(6)), digits(text.mid(3, 2)), digits(text.left(2)));
    if (text.size() == 10 && text[4] == u'-' && text[7] == u'-')
        return believable(digits(text.left(4)), digits(text.mid(5, 2)), digits(text.mid(8)));
    if (text.size() == 8)
        return believable(digits(text.left(4)), digits(text.mid(4, 2)), digits(text.mid(6)));
    return {};
}

void takeDate(QStringView column, QDate &date, RowVerdict &verdict)
{
    const QStringView text = column.trimmed();
    date = dateOf(text);
    if (!text.isEmpty() && !date.isValid())
        verdict.doubtful = u"bdpm.row.date"_qs;
}

//! False, with the verdict, where the column is no CIS.
bool takeCis(QStringView column, qint64 &cis, RowVerdict &verdict)
{
    const auto parsed = Cis::parse(column);
    if (!parsed.ok()) {
        verdict.rejected = u"bdpm.row.cis"_qs;
        return false;
    }
    cis = parsed->number();
    return true;
}

//! Sets `amount` where the column holds one; false where it holds something else.
bool takeMoney(QStringView column, std::optional<Money> &amount)
{
    const QStringView text = column.trimmed();
    if (text.isEmpty())
        return true;
    const auto parsed = Money::parse(text);
    if (!parsed.ok() || parsed->cents() < 0)
        return false;
    amount = *parsed;
    return true;
}

//! What is wrong with the prices; empty where they can be believed.
QString priceProblem(const Columns &columns, PresentationRow &row)
{
    const bool readable = takeMoney(columns[9], row.price) &&
                          takeMoney(columns[10], row.publicPrice) &&
                          takeMoney(columns[11], row.fee);
    if (!readable)
        return u"bdpm.row.price"_qs;
    const int known =
        int(row.price.has_value()) + int(row.publicPrice.has_value()) + int(row.fee.has_value());
    if (known == 0)
        return {};
    // Where the fee is missing the columns were shifted: which price is meant cannot be known.
    if (known != 3)
        return u"bdpm.row.price_incomplete"_qs;
    return *row.price + *row.fee == *row.publicPrice ? QString() : u"bdpm.row.price_sum"_qs;
}

void takePrices(const Columns &columns, PresentationRow &row, RowVerdict &verdict)
{
    const QString problem = priceProblem(columns, row);
    if (problem.isEmpty())
        return;
    verdict.doubtful = problem;
    row.price.reset();
    row.publicPrice.reset();
    row.fee.reset();
}

//! "65%", "65 %" (also with a no-break space), several separated by semicolons.
bool takeRates(QStringView column, QString &rates)
{
    for (const QStringView part : column.split(u';', Qt::SkipEmptyParts)) {
        QStringView text = part.trimmed();
        if (text.isEmpty())
            continue;
        if (text.endsWith(u'%'))
            text = text.chopped(1).trimmed();
        const int rate = smallNumber(text);
        if (rate < 0 || rate > 100)
            return false;
        if (rate > 0)
            rates += (rates.isEmpty() ? QString() : u";"_qs) + QString::number(rate);
    }
    return true;
}

} // namespace

RowVerdict read(const Columns &columns, DrugRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[0], row.cis, verdict))
        return verdict;
    row.label = clean(columns[1]);
    if (row.label.isEmpty())
        return {u"bdpm.row.label"_qs, {}};
    row.form = clean(columns[2]);
    row.routes = clean(columns[3]);
    row.authorisation = clean(columns[4]);
    row.procedure = clean(columns[5]);
    row.marketing = clean(columns[6]);
    takeDate(columns[7], row.authorisedOn, verdict);
    row.watch = clean(columns[8]);
    row.euNumber = clean(columns[9]);
    row.holder = clean(columns[10]);
    const QStringView monitored = columns[11].trimmed();
    row.monitored = monitored == u"Oui";
    if (!row.monitored && monitored != u"Non")
        verdict.rejected = u"bdpm.row.value"_qs;
    return verdict;
}

RowVerdict read(const Columns &columns, PresentationRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[0], row.cis, verdict))
        return verdict;
    const auto cip13 = Cip13::parse(columns[6]);
    if (!cip13.ok())
        return {u"bdpm.row.cip"_qs, {}};
    row.cip13 = cip13->number();
    row.cip7 = clean(columns[1]);
    row.label = clean(columns[2]);
    row.status = clean(columns[3]);
    row.marketing = clean(columns[4]);
    takeDate(columns[5], row.declaredOn, verdict);
    row.agreement = clean(columns[7]);
    if (!takeRates(columns[8], row.rates)) {
        row.rates.clear();
        verdict.doubtful = u"bdpm.row.rate"_qs;
    }
    takePrices(columns, row, verdict);
    row.indications = plainText(columns[12]);
    return verdict;
}

RowVerdict read(const Columns &columns, ComponentRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[0], row.cis, verdict))
        return verdict;
    Component &component = row.component;
    component.element = clean(columns[1]);
    component.code = clean(columns[2]);
    component.name = clean(columns[3]);
    component.dosage = clean(columns[4]);
    component.per = clean(columns[5]);
    component.link = smallNumber(columns[7].trimmed());
    const QStringView nature = columns[6].trimmed();
    // The publisher's own description calls the therapeutic fraction ST.
    const bool therapeutic = nature == u"FT" || nature == u"ST";
    component.nature = therapeutic ? Component::Nature::Therapeutic : Component::Nature::Active;
    const bool known = therapeutic || nature == u"SA";
    if (!known || component.name.isEmpty() || component.link < 0)
        verdict.rejected = u"bdpm.row.value"_qs;
    return verdict;
}

RowVerdict read(const Columns &columns, GroupRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[2], row.cis, verdict))
        return verdict;
    row.group = smallNumber(columns[0].trimmed());
    row.label = clean(columns[1]);
    row.role = smallNumber(columns[3].trimmed());
    row.place = std::max(smallNumber(columns[4].trimmed()), 0);
    constexpr std::array roles = {0, 1, 2, 4};
    if (row.group < 1 || std::find(roles.begin(), roles.end(), row.role) == roles.end())
        verdict.rejected = u"bdpm.row.value"_qs;
    return verdict;
}

RowVerdict read(const Columns &columns, HybridGroupRow &row)
{
    RowVerdict verdict;
    row.group = smallNumber(columns[1].trimmed());
    row.route = clean(columns[2]);
    row.label = columns[3].toString().simplified(); // one of 2026 has a tab within
    if (row.group < 1 || row.label.isEmpty())
        verdict.rejected = u"bdpm.row.value"_qs;
    return verdict;
}

RowVerdict read(const Columns &columns, HybridMemberRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[1], row.cis, verdict))
        return verdict;
    row.group = smallNumber(columns[0].trimmed());
    const QStringView role = columns[2].trimmed();
    row.reference = role == u"R";
    row.label = clean(columns[3]);
    // The files of the generics have the same names, and G for a generic.
    if (row.group < 1 || (role != u"R" && role != u"H"))
        verdict.rejected = u"bdpm.row.value"_qs;
    return verdict;
}

RowVerdict read(const Columns &columns, ConditionRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[0], row.cis, verdict))
        return verdict;
    row.wording = clean(columns[1]);
    if (row.wording.isEmpty())
        verdict.rejected = u"bdpm.row.value"_qs;
    return verdict;
}

RowVerdict read(const Columns &columns, ClassRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[0], row.cis, verdict))
        return verdict;
    static const QRegularExpression shape(
        QStringLiteral("^[A-V](\\d\\d([A-Z]([A-Z](\\d\\d)?)?)?)?\\z"));
    row.atc = clean(columns[1]);
    row.link = clean(columns[3]);
    if (!shape.match(row.atc).hasMatch())
        verdict.rejected = u"bdpm.row.value"_qs;
    return verdict;
}

RowVerdict read(const Columns &columns, AvailabilityRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[0], row.cis, verdict))
        return verdict;
    if (!columns[1].trimmed().isEmpty()) {
        const auto cip13 = Cip13::parse(columns[1]);
        if (!cip13.ok())
            return {u"bdpm.row.cip"_qs, {}};
        row.cip13 = cip13->number();
    }
    row.state = smallNumber(columns[2].trimmed());
    if (row.state < 1 || row.state > 4)
        return {u"bdpm.row.value"_qs, {}};
    takeDate(columns[4], row.since, verdict);
    takeDate(columns[5], row.updated, verdict);
    takeDate(columns[6], row.backOn, verdict);
    row.link = clean(columns[7]);
    return verdict;
}

RowVerdict read(const Columns &columns, OpinionRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[0], row.cis, verdict))
        return verdict;
    row.dossier = clean(columns[1]);
    row.reason = clean(columns[2]);
    takeDate(columns[3], row.givenOn, verdict);
    row.value = clean(columns[4]);
    row.wording = plainText(columns[5]);
    if (row.value.isEmpty())
        verdict.rejected = u"bdpm.row.value"_qs;
    return verdict;
}

RowVerdict read(const Columns &columns, LinkRow &row)
{
    row.dossier = clean(columns[0]);
    row.link = clean(columns[1]);
    if (row.dossier.isEmpty() || !row.link.startsWith(u"http"))
        return {u"bdpm.row.value"_qs, {}};
    return {};
}

RowVerdict read(const Columns &columns, NoticeRow &row)
{
    RowVerdict verdict;
    if (!takeCis(columns[0], row.cis, verdict))
        return verdict;
    takeDate(columns[1], row.from, verdict);
    takeDate(columns[2], row.to, verdict);
    static const QRegularExpression target(QStringLiteral("href\\s*=\\s*['\"]?([^'\"\\s>]+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    row.link = target.match(columns[3].toString()).captured(1);
    row.wording = plainText(columns[3]);
    return verdict;
}

} // namespace ambroise::drugs
