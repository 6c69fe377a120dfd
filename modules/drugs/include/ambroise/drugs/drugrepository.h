// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/drugs/drug.h>
#include <ambroise/storage/connection.h>

namespace ambroise::drugs {

//! The drugs of the imported base.
//!
//! The order of a search is the same for everybody and follows from what is typed (HAS référentiel
//! LAP 2016, criterion 34):
//! 1. marketed drugs, then those that are no longer, then homeopathic ones;
//! 2. those whose label begins with a typed word, then with a word that begins with one, then the
//!    others (found by substance, strength, code, ATC class or laboratory);
//! 3. those of which more typed words are whole words ("100" is not the beginning of "1000");
//! 4. by label, numbers by their value.
class DrugRepository {
public:
    explicit DrugRepository(storage::Connection &db)
        : m_db(db)
    {
    }

    //! The drugs that have, for each typed word, a word that begins with it: of the label, the
    //! substances, the strength (1 g and 1000 mg are one), the laboratory, the ATC code, or the
    //! CIS, CIP13 or CIP7. Accents, case and the order of words do not count. At most `limit`, best
    //! first.
    Result<QList<Drug>> search(QStringView typed, int limit) const;

    //! Error: NotFound "drug.unknown".
    Result<Drug> byCis(Cis cis) const;
    //! Error: NotFound "drug.unknown".
    Result<Drug> byCip13(Cip13 cip13) const;
    //! Error: NotFound "drug.unknown".
    Result<DrugDetail> detail(Cis cis) const;

    //! The drugs of a generic group that the base knows, in the order of a search; empty where
    //! there is no such group.
    Result<QList<Drug>> inGroup(int group) const;

private:
    Result<QList<Drug>> load(const QList<qint64> &cis) const;
    storage::Connection &m_db;
};

} // namespace ambroise::drugs
