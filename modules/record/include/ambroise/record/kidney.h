// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/measure.h>

namespace ambroise::record {

//! How a glomerular filtration was estimated.
enum class KidneyFormula {
    CkdEpi2009, //!< Levey, Ann Intern Med 2009; without the coefficient of race, as in France (HAS)
    CkdEpi2021, //!< Inker, N Engl J Med 2021
    CockcroftGault //!< Cockcroft and Gault, Nephron 1976; the one of most French RCP
};

enum class KidneySex { Female, Male };

//! Of whom. Age in whole years.
struct KidneySubject {
    int age = 0;
    KidneySex sex = KidneySex::Female;
    Measure creatinine;
    std::optional<Measure> weight{}; //!< needed by CockcroftGault
};

//! mL/min per 1.73 m² (CKD-EPI), mL/min (Cockcroft-Gault), not rounded. Errors: Invalid
//! "kidney.age" (the formulas are of adults: 18 and more), "kidney.creatinine" (another measure),
//! "kidney.weight" (none, or another measure).
[[nodiscard]] Result<double> glomerularFiltration(KidneyFormula formula,
                                                  const KidneySubject &subject);

} // namespace ambroise::record
