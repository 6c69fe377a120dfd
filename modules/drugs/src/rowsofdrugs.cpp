// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowsofdrugs.h"

#include "standing.h"

#include <algorithm>
#include <array>

namespace ambroise::drugs {
namespace {

constexpr std::array<qsizetype, 4> lengths = {1, 8, 32, 256};

std::optional<Money> moneyOf(const storage::Row &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return Money::fromCents(row.integer(column));
}

std::optional<bool> agreementOf(const QString &text)
{
    if (text == u"oui")
        return true;
    if (text == u"non")
        return false;
    return std::nullopt;
}

QList<int> ratesOf(const QString &text)
{
    QList<int> rates;
    for (const QStringView part : QStringView(text).split(u';', Qt::SkipEmptyParts))
        rates << part.toInt();
    return rates;
}

} // namespace

InList::InList(const QList<qint64> &keys)
{
    const auto *const fits =
        std::find_if(lengths.begin(), lengths.end(), [&](qsizetype n) { return n >= keys.size(); });
    const qsizetype length = fits == lengths.end() ? keys.size() : *fits;
    sql = " IN (?" + QByteArray(",?").repeated(length - 1) + ")";
    for (qsizetype i = 0; i < length; ++i)
        values << keys.at(std::min(i, keys.size() - 1));
}

Result<QHash<qint64, Drug>> drugsOf(storage::Connection &db, const QList<qint64> &cis)
{
    QHash<qint64, Drug> drugs;
    if (cis.isEmpty())
        return drugs;
    const InList in(cis);
    AMBROISE_CHECK(db.run(
        "SELECT cis, label, form, routes, standing, marketing, holder FROM drug WHERE cis" + in.sql,
        in.values, [&](const storage::Row &row) {
            const auto code = Cis::of(row.integer(0));
            if (!code.ok())
                return;
            QStringList routes;
            for (const QString &route : row.text(3).split(u';', Qt::SkipEmptyParts))
                routes << route.trimmed();
            drugs.insert(code->number(), {*code,
                                          row.text(1),
                                          row.text(2),
                                          routes,
                                          isMarketed(row.text(5)),
                                          row.integer(4) == int(Standing::Homeopathic),
                                          row.text(6),
                                          {},
                                          {},
                                          {},
                                          {}});
        }));
    return drugs;
}

Result<QHash<qint64, QList<Component>>> compositionsOf(storage::Connection &db,
                                                       const QList<qint64> &cis)
{
    QHash<qint64, QList<Component>> compositions;
    if (cis.isEmpty())
        return compositions;
    const InList in(cis);
    AMBROISE_CHECK(db.run(
        "SELECT cis, element, code, name, dosage, per, nature, link FROM drug_component WHERE cis" +
            in.sql + " ORDER BY cis, place",
        in.values, [&](const storage::Row &row) {
            const auto nature =
                row.text(6) == u"FT" ? Component::Nature::Therapeutic : Component::Nature::Active;
            compositions[row.integer(0)].append({row.text(1), row.text(2), row.text(3), row.text(4),
                                                 row.text(5), nature, int(row.integer(7))});
        }));
    return compositions;
}

Result<QHash<qint64, QList<Presentation>>>
presentationsOf(storage::Connection &db, const QList<qint64> &cis, bool indications)
{
    QHash<qint64, QList<Presentation>> presentations;
    if (cis.isEmpty())
        return presentations;
    const InList in(cis);
    const QByteArray text = indications ? "indications" : "''";
    AMBROISE_CHECK(db.run(
        "SELECT cis, cip13, cip7, label, marketing, declared_on, agreement, rates, price, fee, "
        "public_price, status, " +
            text + " FROM drug_presentation WHERE cis" + in.sql + " ORDER BY cis, cip13",
        in.values, [&](const storage::Row &row) {
            const auto cip13 = Cip13::of(row.integer(1));
            if (!cip13.ok())
                return;
            const bool marketed = isMarketedBox(row.text(11), row.text(4));
            presentations[row.integer(0)].append(
                {*cip13, row.text(2), row.text(3), marketed, row.text(4), row.date(5),
                 agreementOf(row.text(6)), ratesOf(row.text(7)), moneyOf(row, 8), moneyOf(row, 9),
                 moneyOf(row, 10), row.text(12)});
        }));
    for (QList<Presentation> &boxes : presentations)
        std::stable_sort(boxes.begin(), boxes.end(),
                         [](const auto &a, const auto &b) { return a.marketed && !b.marketed; });
    return presentations;
}

Result<QHash<qint64, QList<GenericGroup>>> groupsOf(storage::Connection &db,
                                                    const QList<qint64> &cis)
{
    QHash<qint64, QList<GenericGroup>> groups;
    if (cis.isEmpty())
        return groups;
    const InList in(cis);
    AMBROISE_CHECK(db.run("SELECT m.cis, m.group_id, g.label, m.role FROM generic_member AS m JOIN "
                          "generic_group AS g ON g.id = m.group_id WHERE m.cis" +
                              in.sql + " ORDER BY m.cis, m.group_id",
                          in.values, [&](const storage::Row &row) {
                              groups[row.integer(0)].append(
                                  {int(row.integer(1)), row.text(2), GroupRole(row.integer(3))});
                          }));
    return groups;
}

Result<QHash<qint64, QString>> classesOf(storage::Connection &db, const QList<qint64> &cis)
{
    QHash<qint64, QString> classes;
    if (cis.isEmpty())
        return classes;
    const InList in(cis);
    AMBROISE_CHECK(
        db.run("SELECT cis, atc FROM drug_class WHERE cis" + in.sql, in.values,
               [&](const storage::Row &row) { classes.insert(row.integer(0), row.text(1)); }));
    return classes;
}

} // namespace ambroise::drugs
