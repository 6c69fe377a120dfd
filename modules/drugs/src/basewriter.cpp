// SPDX-License-Identifier: GPL-3.0-or-later
#include "basewriter.h"

#include "bulkinsert.h"
#include "searchterms.h"
#include "standing.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace ambroise::drugs {
namespace {

constexpr int rowsBetweenTicks = 2000;
constexpr int termsOfADrug = 20; // on average; for the progress alone
constexpr int fieldsOfATerm = 8; // more than Field has

QVariant cents(const std::optional<Money> &amount)
{
    return amount ? QVariant(amount->cents()) : QVariant();
}

//! The drugs in the order of lists.
std::vector<size_t> orderOf(const std::vector<DrugRow> &drugs)
{
    struct Key {
        Standing standing;
        QString label;
        size_t index;
    };
    std::vector<Key> keys;
    keys.reserve(drugs.size());
    for (size_t i = 0; i < drugs.size(); ++i)
        keys.push_back({standingOf(drugs[i]), naturalKey(foldedLabel(drugs[i].label)), i});
    std::sort(keys.begin(), keys.end(), [&](const Key &a, const Key &b) {
        if (a.standing != b.standing)
            return a.standing < b.standing;
        const int order = a.label.compare(b.label);
        return order != 0 ? order < 0 : drugs[a.index].cis < drugs[b.index].cis;
    });
    std::vector<size_t> order(keys.size());
    std::transform(keys.begin(), keys.end(), order.begin(), [](const Key &k) { return k.index; });
    return order;
}

qint64 rowsOf(const Base &base)
{
    const size_t rows = base.drugs.size() * (1 + termsOfADrug) + base.presentations.size() +
                        base.components.size() + base.groups.size() + base.hybridGroups.size() +
                        base.hybrids.size() + base.conditions.size() + base.classes.size() +
                        base.availability.size() + base.links.size() + base.smr.size() +
                        base.asmr.size() + base.notices.size();
    return qint64(rows);
}

} // namespace

BaseWriter::BaseWriter(storage::Connection &db, const Base &base, Progress progress, qint64 from)
    : m_db(db)
    , m_base(base)
    , m_progress(std::move(progress))
    , m_from(from)
    , m_total(std::max<qint64>(rowsOf(base), 1))
    , m_order(orderOf(base.drugs))
{
}

template <class Rows, class ToValues>
Status BaseWriter::insertAll(QByteArrayView table, QByteArrayView columns, const Rows &rows,
                             ToValues toValues)
{
    BulkInsert insert(m_db, table, columns);
    for (const auto &row : rows) {
        AMBROISE_CHECK(insert.add(toValues(row)));
        if (++m_written % rowsBetweenTicks != 0 || !m_progress)
            continue;
        const qint64 share = std::min(m_written, m_total) * (1000 - m_from) / m_total;
        if (!m_progress(m_from + share, 1000))
            return Error{ErrorCode::Cancelled, u"bdpm.cancelled"_qs, {}};
    }
    return insert.flush();
}

Status BaseWriter::write(const QList<BdpmFile> &files, bool everything)
{
    for (const Layout &layout : layouts())
        if (everything || files.contains(layout.file))
            AMBROISE_CHECK(clear(layout.file));
    AMBROISE_CHECK(m_db.run("DELETE FROM drug_term"));
    for (const BdpmFile file : files)
        AMBROISE_CHECK(fill(file));
    return fillTerms();
}

Status BaseWriter::clear(BdpmFile file)
{
    static const QHash<BdpmFile, QList<QByteArray>> statements = {
        {BdpmFile::Drugs, {"DELETE FROM drug"}},
        {BdpmFile::Presentations, {"DELETE FROM drug_presentation"}},
        {BdpmFile::Components, {"DELETE FROM drug_component"}},
        {BdpmFile::Groups, {"DELETE FROM generic_group", "DELETE FROM generic_member"}},
        {BdpmFile::HybridGroups, {"DELETE FROM hybrid_group"}},
        {BdpmFile::Hybrids, {"DELETE FROM hybrid_member"}},
        {BdpmFile::Conditions, {"DELETE FROM drug_condition"}},
        {BdpmFile::Classes, {"DELETE FROM drug_class"}},
        {BdpmFile::Availability, {"DELETE FROM drug_availability"}},
        {BdpmFile::Links, {"DELETE FROM opinion_link"}},
        {BdpmFile::Smr, {"DELETE FROM drug_opinion WHERE rating = 0"}},
        {BdpmFile::Asmr, {"DELETE FROM drug_opinion WHERE rating = 1"}},
        {BdpmFile::Notices, {"DELETE FROM drug_notice"}},
    };
    for (const QByteArray &statement : statements.value(file))
        AMBROISE_CHECK(m_db.run(statement));
    return done();
}

Status BaseWriter::fill(BdpmFile file)
{
    switch (file) {
    case BdpmFile::Drugs:
        return fillDrugs();
    case BdpmFile::Presentations:
        return fillPresentations();
    case BdpmFile::Components:
        return fillComponents();
    case BdpmFile::Groups:
        return fillGroups();
    case BdpmFile::HybridGroups:
        return fillHybridGroups();
    case BdpmFile::Hybrids:
        return fillHybrids();
    case BdpmFile::Conditions:
        return fillConditions();
    case BdpmFile::Classes:
        return fillClasses();
    case BdpmFile::Availability:
        return fillAvailability();
    case BdpmFile::Links:
        return fillLinks();
    case BdpmFile::Smr:
        return fillOpinions(m_base.smr, Opinion::Rating::Smr);
    case BdpmFile::Asmr:
        return fillOpinions(m_base.asmr, Opinion::Rating::Asmr);
    case BdpmFile::Notices:
        break;
    }
    return fillNotices();
}

Status BaseWriter::fillDrugs()
{
    int place = 0;
    return insertAll("drug",
                     "cis,label,form,routes,authorisation,procedure,marketing,authorised_on,watch,"
                     "eu_number,holder,monitored,standing,place,folded",
                     m_order, [&](size_t index) {
                         const DrugRow &row = m_base.drugs[index];
                         return storage::Values{row.cis,
                                                row.label,
                                                row.form,
                                                row.routes,
                                                row.authorisation,
                                                row.procedure,
                                                row.marketing,
                                                row.authorisedOn,
                                                row.watch,
                                                row.euNumber,
                                                row.holder,
                                                row.monitored,
                                                int(standingOf(row)),
                                                place++,
                                                foldedLabel(row.label)};
                     });
}

Status BaseWriter::fillPresentations()
{
    return insertAll("drug_presentation",
                     "cis,cip7,label,status,marketing,declared_on,cip13,agreement,rates,price,"
                     "public_price,fee,indications",
                     m_base.presentations, [](const PresentationRow &row) {
                         return storage::Values{row.cis,
                                                row.cip7,
                                                row.label,
                                                row.status,
                                                row.marketing,
                                                row.declaredOn,
                                                row.cip13,
                                                row.agreement,
                                                row.rates,
                                                cents(row.price),
                                                cents(row.publicPrice),
                                                cents(row.fee),
                                                row.indications};
                     });
}

Status BaseWriter::fillComponents()
{
    int place = 0;
    return insertAll("drug_component", "cis,place,element,code,name,dosage,per,nature,link",
                     m_base.components, [&place](const ComponentRow &row) {
                         const Component &c = row.component;
                         const bool active = c.nature == Component::Nature::Active;
                         return storage::Values{
                             row.cis, place++,  c.element, c.code,
                             c.name,  c.dosage, c.per,     active ? u"SA"_qs : u"FT"_qs,
                             c.link};
                     });
}

Status BaseWriter::fillGroups()
{
    QSet<int> seen;
    std::vector<const GroupRow *> groups;
    for (const GroupRow &row : m_base.groups) {
        if (seen.contains(row.group))
            continue;
        seen.insert(row.group);
        groups.push_back(&row);
    }
    AMBROISE_CHECK(insertAll("generic_group", "id,label", groups, [](const GroupRow *row) {
        return storage::Values{row->group, row->label};
    }));
    return insertAll("generic_member", "group_id,cis,role,place", m_base.groups,
                     [](const GroupRow &row) {
                         return storage::Values{row.group, row.cis, row.role, row.place};
                     });
}

Status BaseWriter::fillHybridGroups()
{
    return insertAll("hybrid_group", "id,route,label", m_base.hybridGroups,
                     [](const HybridGroupRow &row) {
                         return storage::Values{row.group, row.route, row.label};
                     });
}

Status BaseWriter::fillHybrids()
{
    return insertAll("hybrid_member", "group_id,cis,reference,label", m_base.hybrids,
                     [](const HybridMemberRow &row) {
                         return storage::Values{row.group, row.cis, row.reference, row.label};
                     });
}

Status BaseWriter::fillConditions()
{
    return insertAll("drug_condition", "cis,wording", m_base.conditions,
                     [](const ConditionRow &row) {
                         return storage::Values{row.cis, row.wording};
                     });
}

Status BaseWriter::fillClasses()
{
    return insertAll("drug_class", "cis,atc,link", m_base.classes, [](const ClassRow &row) {
        return storage::Values{row.cis, row.atc, row.link};
    });
}

Status BaseWriter::fillAvailability()
{
    return insertAll("drug_availability", "cis,cip13,state,started_on,updated_on,back_on,link",
                     m_base.availability, [](const AvailabilityRow &row) {
                         return storage::Values{
                             row.cis,     row.cip13 ? QVariant(*row.cip13) : QVariant(),
                             row.state,   row.since,
                             row.updated, row.backOn,
                             row.link};
                     });
}

Status BaseWriter::fillLinks()
{
    return insertAll("opinion_link", "dossier,link", m_base.links, [](const LinkRow &row) {
        return storage::Values{row.dossier, row.link};
    });
}

Status BaseWriter::fillOpinions(const std::vector<OpinionRow> &rows, Opinion::Rating rating)
{
    return insertAll("drug_opinion", "cis,rating,dossier,reason,given_on,value,wording", rows,
                     [rating](const OpinionRow &row) {
                         return storage::Values{row.cis,     int(rating), row.dossier, row.reason,
                                                row.givenOn, row.value,   row.wording};
                     });
}

Status BaseWriter::fillNotices()
{
    return insertAll("drug_notice", "cis,from_day,to_day,wording,link", m_base.notices,
                     [](const NoticeRow &row) {
                         return storage::Values{row.cis, row.from, row.to, row.wording, row.link};
                     });
}

Status BaseWriter::fillTerms()
{
    QHash<qint64, QList<Component>> components;
    for (const ComponentRow &row : m_base.components)
        components[row.cis].append(row.component);
    QHash<qint64, QStringList> codes;
    for (const PresentationRow &row : m_base.presentations)
        codes[row.cis] << QString::number(row.cip13) << row.cip7;
    // From the table: the file may be absent and the classes of an earlier one kept.
    QHash<qint64, QString> classes;
    AMBROISE_CHECK(m_db.run("SELECT cis, atc FROM drug_class", {}, [&](const storage::Row &row) {
        classes.insert(row.integer(0), row.text(1));
    }));

    struct Entry {
        QString term;
        int kind;
        size_t place;
    };
    std::vector<Entry> entries;
    entries.reserve(m_order.size() * termsOfADrug);
    QList<storage::Values> owners; // sort and owner, made once for all terms of a drug
    owners.reserve(qsizetype(m_order.size()));
    for (size_t place = 0; place < m_order.size(); ++place) {
        const DrugRow &row = m_base.drugs[m_order[place]];
        const Standing standing = standingOf(row);
        DrugTexts texts{row.label, {}, {}, codes.value(row.cis), classes.value(row.cis),
                        row.holder};
        texts.codes << QString::number(row.cis);
        // Hundreds of dilutions of as many stocks: who types a substance does not mean them.
        if (standing != Standing::Homeopathic) {
            for (const Substance &substance : activeSubstances(components.value(row.cis))) {
                texts.substances << substance.name;
                texts.dosages << substance.dosage;
            }
        }
        for (SearchTerm &term : termsOf(texts))
            entries.push_back(
                {std::move(term.text), int(standing) * fieldsOfATerm + int(term.field), place});
        owners.append({QString::number(place).rightJustified(6, u'0'), row.cis});
    }
    return insertAll("drug_term", "term,kind,sort,owner", entries, [&](const Entry &entry) {
        return storage::Values{entry.term, entry.kind} + owners.at(qsizetype(entry.place));
    });
}

} // namespace ambroise::drugs
