// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/drugrepository.h>

#include "referentialstore.h"
#include "rowsofdrugs.h"
#include "standing.h"

namespace ambroise::drugs {
namespace {

Status addOwnRow(storage::Connection &db, Cis cis, DrugDetail &detail)
{
    AMBROISE_CHECK(db.run("SELECT authorisation, procedure, marketing, authorised_on, watch, "
                          "eu_number, monitored FROM drug WHERE cis = ?",
                          {cis.number()}, [&](const storage::Row &row) {
                              detail.authorisation = row.text(0);
                              detail.procedure = row.text(1);
                              detail.marketing = row.text(2);
                              detail.authorisedOn = row.date(3);
                              detail.watch = row.text(4);
                              detail.euNumber = row.text(5);
                              detail.monitored = row.boolean(6);
                          }));
    return done();
}

//! Of all members of a group, by CIS.
Result<QHash<qint64, QList<PricedBox>>> pricedBoxesOf(storage::Connection &db, int group)
{
    QHash<qint64, QList<PricedBox>> boxes;
    AMBROISE_CHECK(db.run(
        "SELECT p.cis, p.label, p.public_price, p.status, p.marketing"
        " FROM drug_presentation AS p JOIN generic_member AS m ON m.cis = p.cis"
        " WHERE m.group_id = ? AND p.public_price IS NOT NULL"
        " ORDER BY p.public_price, p.cip13",
        {group}, [&](const storage::Row &row) {
            if (isMarketedBox(row.text(3), row.text(4)))
                boxes[row.integer(0)].append({row.text(1), Money::fromCents(row.integer(2))});
        }));
    return boxes;
}

Result<QList<GroupDetail>> groupsWithMembers(storage::Connection &db,
                                             const QList<GenericGroup> &groups)
{
    QList<GroupDetail> details;
    for (const GenericGroup &group : groups) {
        GroupDetail detail{group, {}};
        AMBROISE_TRY(const auto boxes, pricedBoxesOf(db, group.id));
        AMBROISE_CHECK(db.run("SELECT m.cis, d.label, m.role, d.marketing FROM generic_member AS m "
                              "LEFT JOIN drug AS d ON d.cis = m.cis WHERE m.group_id = ? "
                              "ORDER BY m.role, d.place, m.cis",
                              {group.id}, [&](const storage::Row &row) {
                                  const auto cis = Cis::of(row.integer(0));
                                  if (cis.ok())
                                      detail.members.append(
                                          {*cis, row.text(1), GroupRole(row.integer(2)),
                                           isMarketed(row.text(3)), boxes.value(row.integer(0))});
                              }));
        details << detail;
    }
    return details;
}

//! A register that lacks one of its two files still tells the members.
Result<QList<HybridGroup>> hybridsOf(storage::Connection &db, Cis cis)
{
    QList<HybridGroup> groups;
    AMBROISE_CHECK(db.run("SELECT DISTINCT m.group_id, COALESCE(g.route, ''),"
                          " COALESCE(g.label, '') FROM hybrid_member AS m"
                          " LEFT JOIN hybrid_group AS g ON g.id = m.group_id"
                          " WHERE m.cis = ? ORDER BY m.group_id",
                          {cis.number()}, [&](const storage::Row &row) {
                              groups.append({int(row.integer(0)), row.text(1), row.text(2), {}});
                          }));
    for (HybridGroup &group : groups)
        AMBROISE_CHECK(db.run(
            "SELECT m.cis, COALESCE(d.label, m.label), m.reference, COALESCE(d.marketing, '')"
            " FROM hybrid_member AS m LEFT JOIN drug AS d ON d.cis = m.cis WHERE m.group_id = ?"
            " ORDER BY m.reference DESC, COALESCE(d.place, 2000000000), m.cis",
            {group.id}, [&](const storage::Row &row) {
                if (const auto member = Cis::of(row.integer(0)); member.ok())
                    group.members.append(
                        {*member, row.text(1), row.boolean(2), isMarketed(row.text(3))});
            }));
    return groups;
}

Result<QList<Condition>> conditionsOf(storage::Connection &db, Cis cis)
{
    QList<Condition> conditions;
    AMBROISE_CHECK(db.run("SELECT wording FROM drug_condition WHERE cis = ? ORDER BY wording",
                          {cis.number()},
                          [&](const storage::Row &row) { conditions.append({row.text(0)}); }));
    return conditions;
}

Result<QList<Availability>> availabilityOf(storage::Connection &db, Cis cis)
{
    QList<Availability> states;
    AMBROISE_CHECK(db.run("SELECT cip13, state, started_on, updated_on, back_on, link FROM "
                          "drug_availability WHERE cis = ? ORDER BY updated_on DESC, cip13",
                          {cis.number()}, [&](const storage::Row &row) {
                              const auto cip13 = Cip13::of(row.integer(0));
                              states.append({cip13.ok() ? std::optional(*cip13) : std::nullopt,
                                             Availability::State(row.integer(1)), row.date(2),
                                             row.date(3), row.date(4), row.text(5)});
                          }));
    return states;
}

Result<QList<Opinion>> opinionsOf(storage::Connection &db, Cis cis, Opinion::Rating rating)
{
    QList<Opinion> opinions;
    AMBROISE_CHECK(db.run(
        "SELECT dossier, reason, given_on, value, wording FROM drug_opinion "
        "WHERE cis = ? AND rating = ? ORDER BY given_on DESC, dossier, value",
        {cis.number(), int(rating)}, [&](const storage::Row &row) {
            opinions.append(
                {rating, row.text(0), row.text(1), row.date(2), row.text(3), row.text(4), {}});
        }));
    for (Opinion &opinion : opinions)
        AMBROISE_CHECK(db.run("SELECT link FROM opinion_link WHERE dossier = ? ORDER BY link",
                              {opinion.dossier},
                              [&](const storage::Row &row) { opinion.links << row.text(0); }));
    return opinions;
}

Result<QList<Notice>> noticesOf(storage::Connection &db, Cis cis)
{
    QList<Notice> notices;
    AMBROISE_CHECK(db.run("SELECT from_day, to_day, wording, link FROM drug_notice WHERE cis = ? "
                          "ORDER BY from_day DESC",
                          {cis.number()}, [&](const storage::Row &row) {
                              notices.append({row.date(0), row.date(1), row.text(2), row.text(3)});
                          }));
    return notices;
}

} // namespace

Result<DrugDetail> DrugRepository::detail(Cis cis) const
{
    AMBROISE_TRY(const Drug drug, byCis(cis));
    AMBROISE_TRY(const auto sources, sourcesByFile(m_db));
    const auto from = [&sources](const QString &file) {
        return sources.value(file);
    };
    const QList<qint64> key{cis.number()};
    AMBROISE_TRY(const auto presentations, presentationsOf(m_db, key, true));
    AMBROISE_TRY(const auto compositions, compositionsOf(m_db, key));
    AMBROISE_TRY(const auto groups, groupsWithMembers(m_db, drug.groups));
    AMBROISE_TRY(const auto hybrids, hybridsOf(m_db, cis));
    AMBROISE_TRY(const auto conditions, conditionsOf(m_db, cis));
    AMBROISE_TRY(const auto availability, availabilityOf(m_db, cis));
    AMBROISE_TRY(const auto smr, opinionsOf(m_db, cis, Opinion::Rating::Smr));
    AMBROISE_TRY(const auto asmr, opinionsOf(m_db, cis, Opinion::Rating::Asmr));
    AMBROISE_TRY(const auto notices, noticesOf(m_db, cis));

    DrugDetail detail{
        .drug = {drug, from(u"CIS_bdpm.txt"_qs)},
        .presentations = {presentations.value(cis.number()), from(u"CIS_CIP_bdpm.txt"_qs)},
        .composition = {compositions.value(cis.number()), from(u"CIS_COMPO_bdpm.txt"_qs)},
        .substances = activeSubstances(compositions.value(cis.number())),
        .atc = {drug.atc, from(u"CIS_MITM.txt"_qs)},
        .groups = {groups, from(u"CIS_GENER_bdpm.txt"_qs)},
        .hybrids = {hybrids, from(u"fic03spe.txt"_qs)},
        .conditions = {conditions, from(u"CIS_CPD_bdpm.txt"_qs)},
        .availability = {availability, from(u"CIS_CIP_Dispo_Spec.txt"_qs)},
        .smr = {smr, from(u"CIS_HAS_SMR_bdpm.txt"_qs)},
        .asmr = {asmr, from(u"CIS_HAS_ASMR_bdpm.txt"_qs)},
        .notices = {notices, from(u"CIS_InfoImportantes.txt"_qs)},
    };
    AMBROISE_CHECK(addOwnRow(m_db, cis, detail));
    return detail;
}

} // namespace ambroise::drugs
