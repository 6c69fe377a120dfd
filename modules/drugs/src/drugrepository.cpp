// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/drugs/drugrepository.h>

#include "rowsofdrugs.h"
#include "searchterms.h"

#include <ambroise/storage/prefixindex.h>

#include <algorithm>
#include <tuple>

namespace ambroise::drugs {
namespace {

//! How many found drugs are ranked. Beyond it the reader types another letter.
constexpr int rankedDrugs = 200;

Error unknown()
{
    return {ErrorCode::NotFound, u"drug.unknown"_qs, {}};
}

//! What the order of a search is made of; see DrugRepository.
struct Rank {
    qint64 standing;
    int beginning;  //!< of the label: 0 a typed word, 1 a word that begins with one, 2 neither
    int wholeWords; //!< less is better
    qint64 place;
    qint64 cis;
    friend bool operator<(const Rank &a, const Rank &b)
    {
        return std::tie(a.standing, a.beginning, a.wholeWords, a.place) <
               std::tie(b.standing, b.beginning, b.wholeWords, b.place);
    }
};

int beginningOf(const QString &first, const QStringList &typed)
{
    if (typed.contains(first))
        return 0;
    const bool begins = std::any_of(typed.begin(), typed.end(),
                                    [&](const QString &word) { return first.startsWith(word); });
    return begins ? 1 : 2;
}

Rank rankOf(const storage::Row &row, const QStringList &typed)
{
    const QStringList label = row.text(3).split(u' ');
    const auto whole = std::count_if(typed.begin(), typed.end(),
                                     [&](const QString &word) { return label.contains(word); });
    return {row.integer(1), beginningOf(label.first(), typed), -int(whole), row.integer(2),
            row.integer(0)};
}

Result<QList<qint64>> ranked(storage::Connection &db, const QList<qint64> &found,
                             const QStringList &typed, int limit)
{
    const InList in(found);
    std::vector<Rank> ranks;
    AMBROISE_CHECK(db.run("SELECT cis, standing, place, folded FROM drug WHERE cis" + in.sql,
                          in.values,
                          [&](const storage::Row &row) { ranks.push_back(rankOf(row, typed)); }));
    std::sort(ranks.begin(), ranks.end());
    QList<qint64> best;
    for (const Rank &rank : ranks)
        if (best.size() < limit)
            best << rank.cis;
    return best;
}

} // namespace

Result<QList<Drug>> DrugRepository::search(QStringView typed, int limit) const
{
    const QStringList words = typedWords(typed);
    AMBROISE_TRY(
        const QList<qint64> found,
        storage::PrefixIndex(m_db, "drug_term").search(words, std::max(rankedDrugs, limit)));
    if (found.isEmpty() || limit <= 0)
        return QList<Drug>{};
    AMBROISE_TRY(const QList<qint64> best, ranked(m_db, found, words, limit));
    return load(best);
}

Result<QList<Drug>> DrugRepository::load(const QList<qint64> &cis) const
{
    AMBROISE_TRY(const auto drugs, drugsOf(m_db, cis));
    AMBROISE_TRY(const auto compositions, compositionsOf(m_db, cis));
    AMBROISE_TRY(const auto presentations, presentationsOf(m_db, cis, false));
    AMBROISE_TRY(const auto groups, groupsOf(m_db, cis));
    AMBROISE_TRY(const auto classes, classesOf(m_db, cis));
    QList<Drug> loaded;
    for (const qint64 key : cis) {
        const auto found = drugs.constFind(key);
        if (found == drugs.cend())
            continue;
        Drug drug = *found;
        drug.presentations = presentations.value(key);
        drug.groups = groups.value(key);
        drug.atc = classes.value(key);
        for (const Substance &substance : activeSubstances(compositions.value(key)))
            if (!drug.inn.contains(substance.name))
                drug.inn << substance.name;
        loaded << drug;
    }
    return loaded;
}

Result<Drug> DrugRepository::byCis(Cis cis) const
{
    AMBROISE_TRY(const QList<Drug> found, load({cis.number()}));
    if (found.isEmpty())
        return unknown();
    return found.first();
}

Result<Drug> DrugRepository::byCip13(Cip13 cip13) const
{
    qint64 cis = 0;
    AMBROISE_CHECK(m_db.run("SELECT cis FROM drug_presentation WHERE cip13 = ?", {cip13.number()},
                            [&](const storage::Row &row) { cis = row.integer(0); }));
    AMBROISE_TRY(const QList<Drug> found, load({cis}));
    if (found.isEmpty())
        return unknown();
    return found.first();
}

Result<QList<Drug>> DrugRepository::inGroup(int group) const
{
    QList<qint64> members;
    AMBROISE_CHECK(m_db.run("SELECT d.cis FROM generic_member AS m JOIN drug AS d ON d.cis = m.cis "
                            "WHERE m.group_id = ? ORDER BY d.standing, d.place",
                            {group}, [&](const storage::Row &row) { members << row.integer(0); }));
    return load(members);
}

} // namespace ambroise::drugs
