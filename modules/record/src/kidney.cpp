// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/record/kidney.h>

#include <algorithm>
#include <cmath>

namespace ambroise::record {
namespace {

constexpr int adult = 18;
constexpr double micromolesToMilligrams = 88.4; // µmol/L in one mg/dL of creatinine

//! a × min(Scr/κ, 1)^α × max(Scr/κ, 1)^γ × δ^age × ε where female.
struct CkdEpi {
    double factor;
    double alphaFemale;
    double alphaMale;
    double gamma;
    double perYear;
    double female;
};

constexpr CkdEpi of2009{141, -0.329, -0.411, -1.209, 0.993, 1.018};
constexpr CkdEpi of2021{142, -0.241, -0.302, -1.200, 0.9938, 1.012};

double ckdEpi(const CkdEpi &formula, const KidneySubject &subject)
{
    const bool female = subject.sex == KidneySex::Female;
    const double kappa = female ? 0.7 : 0.9;
    const double ratio = subject.creatinine.value() / micromolesToMilligrams / kappa;
    return formula.factor *
           std::pow(std::min(ratio, 1.0), female ? formula.alphaFemale : formula.alphaMale) *
           std::pow(std::max(ratio, 1.0), formula.gamma) * std::pow(formula.perYear, subject.age) *
           (female ? formula.female : 1.0);
}

Result<double> cockcroftGault(const KidneySubject &subject)
{
    if (!subject.weight || subject.weight->kind() != MeasureKind::Weight)
        return Error{ErrorCode::Invalid, u"kidney.weight"_qs, {}};
    const double factor = subject.sex == KidneySex::Female ? 1.04 : 1.23; // creatinine in µmol/L
    return (140 - subject.age) * subject.weight->value() * factor / subject.creatinine.value();
}

} // namespace

Result<double> glomerularFiltration(KidneyFormula formula, const KidneySubject &subject)
{
    if (subject.age < adult)
        return Error{ErrorCode::Invalid, u"kidney.age"_qs, {}};
    if (subject.creatinine.kind() != MeasureKind::Creatinine)
        return Error{ErrorCode::Invalid, u"kidney.creatinine"_qs, {}};
    switch (formula) {
    case KidneyFormula::CkdEpi2009:
        return ckdEpi(of2009, subject);
    case KidneyFormula::CkdEpi2021:
        return ckdEpi(of2021, subject);
    case KidneyFormula::CockcroftGault:
        return cockcroftGault(subject);
    }
    return Error{ErrorCode::Invalid, u"kidney.creatinine"_qs, {}};
}

} // namespace ambroise::record
