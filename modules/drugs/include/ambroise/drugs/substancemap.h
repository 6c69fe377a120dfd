// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/thesaurus.h>

#include <QHash>

namespace ambroise::drugs {

//! How far the thesaurus' interactions can be told of a substance.
enum class Coverage {
    Checked,             //!< the thesaurus names it
    AbsentFromThesaurus, //!< looked for by us: the thesaurus does not name it
    Unmatched            //!< nobody knows whether the thesaurus names it
};

//! A name as substances are compared: folded, a name in brackets in front of what it qualifies.
//! "IPRATROPIUM (BROMURE D') ANHYDRE" → "BROMURE D IPRATROPIUM ANHYDRE".
[[nodiscard]] QString substanceKey(QStringView name);

//! The key without the salt, ester or hydrate, by rules that always hold: "BROMURE D IPRATROPIUM
//! ANHYDRE" → "IPRATROPIUM". The same where none applies.
[[nodiscard]] QString substanceBase(const QString &key);

//! What a thesaurus calls a substance of the BDPM.
struct SubstanceMatch {
    Coverage coverage = Coverage::Unmatched;
    QList<int> groups{};  //!< places in Thesaurus::groups
    QList<int> classes{}; //!< named by our table beyond those that hold the groups
    friend bool operator==(const SubstanceMatch &, const SubstanceMatch &) = default;
};

//! From the substances of the BDPM to the terms of one thesaurus: by the codes that the thesaurus
//! gives, else by our reviewed table (resources/interactions/substances.tsv), else by the same
//! name, else by the base of a salt. A salt of a mere element (potassium, calcium…) is matched by
//! the table alone, and a homeopathic preparation is no substance of the thesaurus.
class SubstanceMap {
public:
    //! Errors: Corrupt "interactions.table" with the line.
    static Result<SubstanceMap> make(const Thesaurus &thesaurus, const QString &table);

    //! `code` may be empty: a name alone, as one that was typed.
    [[nodiscard]] SubstanceMatch match(const QString &code, const QString &name) const;
    //! What the table names and this thesaurus does not.
    [[nodiscard]] const QStringList &unknownTerms() const { return m_unknown; }

private:
    Status addLine(const QStringList &columns);
    [[nodiscard]] SubstanceMatch termsOf(const QString &terms);

    QHash<QString, QList<int>> m_groups;     //!< by key
    QHash<QString, int> m_classes;           //!< by key
    QHash<QString, QList<int>> m_published;  //!< by code, as the thesaurus says
    QHash<QString, SubstanceMatch> m_byCode; //!< our table
    QHash<QString, SubstanceMatch> m_byName; //!< our table
    QStringList m_unknown;
};

} // namespace ambroise::drugs
