// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/drugchanges.h>

#include "basechanges.h"
#include "bulkinsert.h"
#include "referentialstore.h"
#include "standing.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace ambroise::drugs {
namespace {

using Kind = DrugChange::Kind;

constexpr std::array<QStringView, 5> kindCodes = {u"added", u"removed", u"stopped", u"marketed",
                                                  u"price"};

std::optional<Money> moneyAt(const storage::Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Money::fromCents(row.integer(column)));
}

QVariant cents(const std::optional<Money> &money)
{
    return money ? QVariant(money->cents()) : QVariant();
}

//! The first that the publisher gives of a code.
QHash<qint64, const DrugRow *> byCis(const Base &base)
{
    QHash<qint64, const DrugRow *> drugs;
    for (const DrugRow &drug : base.drugs)
        if (!drugs.contains(drug.cis))
            drugs.insert(drug.cis, &drug);
    return drugs;
}

class Comparison {
public:
    Comparison(const BaseBefore &before, const Base &base)
        : m_before(before)
        , m_base(base)
        , m_drugs(byCis(base))
    {
    }

    QList<DrugChange> changes()
    {
        for (const DrugRow &drug : m_base.drugs)
            compare(drug);
        for (auto one = m_before.drugs.begin(); one != m_before.drugs.end(); ++one)
            if (!m_drugs.contains(one.key()) && one->marketed && !one->homeopathic)
                add(Kind::Removed, one.key(), one->label);
        for (const PresentationRow &box : m_base.presentations)
            comparePrice(box);
        std::sort(m_changes.begin(), m_changes.end(), [](const auto &a, const auto &b) {
            return std::tuple(a.kind, a.label, a.cis.number()) <
                   std::tuple(b.kind, b.label, b.cis.number());
        });
        return m_changes;
    }

private:
    void compare(const DrugRow &drug)
    {
        const Standing standing = standingOf(drug);
        const auto before = m_before.drugs.constFind(drug.cis);
        if (standing == Standing::Homeopathic)
            return;
        const bool marketed = standing == Standing::Marketed;
        if (before == m_before.drugs.constEnd()) {
            if (marketed)
                add(Kind::Added, drug.cis, drug.label);
        } else if (before->marketed != marketed) {
            add(marketed ? Kind::Marketed : Kind::Stopped, drug.cis, drug.label);
        }
    }

    void comparePrice(const PresentationRow &box)
    {
        const auto before = m_before.publicPrices.constFind(box.cip13);
        const DrugRow *drug = m_drugs.value(box.cis);
        if (before == m_before.publicPrices.constEnd() || *before == box.publicPrice || !drug ||
            standingOf(*drug) != Standing::Marketed)
            return;
        const auto cis = Cis::of(box.cis);
        const auto cip13 = Cip13::of(box.cip13);
        if (cis.ok() && cip13.ok())
            m_changes.append({Kind::Price, *cis, drug->label, *cip13, *before, box.publicPrice});
    }

    void add(Kind kind, qint64 number, const QString &label)
    {
        if (const auto cis = Cis::of(number); cis.ok())
            m_changes.append({kind, *cis, label, {}, {}, {}});
    }

    const BaseBefore &m_before;
    const Base &m_base;
    QHash<qint64, const DrugRow *> m_drugs;
    QList<DrugChange> m_changes;
};

} // namespace

QString code(DrugChange::Kind kind)
{
    return kindCodes.at(size_t(kind)).toString();
}

int DrugChanges::count(DrugChange::Kind kind) const
{
    return int(std::count_if(changes.begin(), changes.end(),
                             [kind](const DrugChange &one) { return one.kind == kind; }));
}

Result<std::optional<BaseBefore>> baseBefore(storage::Connection &db)
{
    BaseBefore before;
    AMBROISE_CHECK(db.run("SELECT version FROM referential WHERE kind = ?", {bdpmKind.toString()},
                          [&](const storage::Row &row) { before.version = row.date(0); }));
    if (!before.version.isValid())
        return std::optional<BaseBefore>();
    AMBROISE_CHECK(
        db.run("SELECT cis, label, standing FROM drug", {}, [&](const storage::Row &row) {
            const auto standing = Standing(row.integer(2));
            before.drugs.insert(row.integer(0), {row.text(1), standing == Standing::Marketed,
                                                 standing == Standing::Homeopathic});
        }));
    AMBROISE_CHECK(db.run("SELECT cip13, public_price FROM drug_presentation", {},
                          [&](const storage::Row &row) {
                              before.publicPrices.insert(row.integer(0), moneyAt(row, 1));
                          }));
    return std::optional(before);
}

QList<DrugChange> changesTo(const BaseBefore &before, const Base &base)
{
    return Comparison(before, base).changes();
}

Status keepChanges(storage::Connection &db, QDate from, QDate to, const QList<DrugChange> &changes)
{
    if (changes.isEmpty())
        return done();
    AMBROISE_CHECK(db.run("DELETE FROM drug_change"));
    AMBROISE_CHECK(db.run("DELETE FROM drug_change_set"));
    AMBROISE_CHECK(db.run("INSERT INTO drug_change_set (from_version, to_version) VALUES (?, ?)",
                          {from.toString(Qt::ISODate), to.toString(Qt::ISODate)}));
    BulkInsert rows(db, "drug_change", "position,kind,cis,label,cip13,price_before,price_after");
    for (int i = 0; i < changes.size(); ++i) {
        const DrugChange &one = changes.at(i);
        AMBROISE_CHECK(rows.add({i, int(one.kind), one.cis.number(), one.label,
                                 one.box ? QVariant(one.box->number()) : QVariant(),
                                 cents(one.before), cents(one.after)}));
    }
    return rows.flush();
}

Result<std::optional<DrugChanges>> lastDrugChanges(storage::Connection &db)
{
    DrugChanges found;
    AMBROISE_CHECK(db.run("SELECT from_version, to_version FROM drug_change_set", {},
                          [&](const storage::Row &row) {
                              found.from = row.date(0);
                              found.to = row.date(1);
                          }));
    if (!found.to.isValid())
        return std::optional<DrugChanges>();
    AMBROISE_CHECK(db.run("SELECT kind, cis, label, cip13, price_before, price_after FROM "
                          "drug_change ORDER BY position",
                          {}, [&](const storage::Row &row) {
                              const auto cis = Cis::of(row.integer(1));
                              if (!cis.ok())
                                  return;
                              const auto box = Cip13::of(row.integer(3));
                              found.changes.append({Kind(row.integer(0)), *cis, row.text(2),
                                                    box.ok() ? std::optional(*box) : std::nullopt,
                                                    moneyAt(row, 4), moneyAt(row, 5)});
                          }));
    return std::optional(found);
}

bool isLate(const Referential &referential, QDate today)
{
    const auto month = [](QDate day) {
        return day.year() * 12 + day.month();
    };
    return referential.kind == bdpmKind && month(referential.version) < month(today) - 1;
}

} // namespace ambroise::drugs
