// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/matching.h>

#include "rows.h"

#include <algorithm>
#include <array>
#include <map>

namespace ambroise::patient {

using identity::Ins;

namespace {

constexpr qsizetype mostCandidates = 20;

constexpr std::array<QStringView, 14> reasonCodes = {
    u"same_ins",      u"former_ins",    u"same_matricule", u"own_number", u"close_traits",
    u"traits_differ", u"not_qualified", u"homonym",        u"doubtful",   u"fictive",
    u"archived",      u"other_ins",     u"several_ins",    u"no_ins"};

//! Those that have the form of an INS; what has not names nobody.
QList<Ins> insIn(const ToldPerson &told)
{
    QList<Ins> found;
    for (const ToldId &id : told.ids) {
        const auto authority = identity::authorityOf(id.root);
        const auto matricule = identity::InsMatricule::fromInsi(id.extension);
        if (authority && matricule.ok() && !found.contains(Ins{*matricule, *authority}))
            found << Ins{*matricule, *authority};
    }
    return found;
}

//! As the record would hold it; what the rules cannot repair stays as it was told, and differs. A
//! date is never completed: what is not told whole is not equal.
identity::ToldTraits repaired(const ToldPerson &told)
{
    const auto strict = told.traits.strict(told.firstGivenName);
    if (!strict.ok())
        return told.traits;
    identity::ToldTraits out = identity::ToldTraits::of(*strict);
    out.birthDate = told.traits.birthDate;
    return out;
}

QList<MatchReason> doubtsAbout(const Patient &patient, const QList<Ins> &told)
{
    const identity::Identity &known = patient.details.identity;
    QList<MatchReason> doubts;
    const auto add = [&doubts](bool holds, MatchReason reason) {
        if (holds)
            doubts << reason;
    };
    add(!known.isQualified(), MatchReason::NotQualified);
    add(known.attributes().isHomonym(), MatchReason::Homonym);
    add(known.attributes().isDoubtful(), MatchReason::Doubtful);
    add(known.attributes().isFictive(), MatchReason::Fictive);
    add(patient.archived, MatchReason::Archived);
    add(!told.isEmpty() && known.ins() && !told.contains(*known.ins()), MatchReason::OtherIns);
    add(told.size() > 1, MatchReason::SeveralIns);
    add(told.isEmpty(), MatchReason::NoIns);
    return doubts;
}

} // namespace

QString code(MatchReason reason)
{
    return reasonCodes.at(size_t(reason)).toString();
}

//! Why each record is looked at.
struct PatientMatcher::Hints {
    struct Hint {
        QList<MatchReason> reasons{};
        std::optional<Closeness> closeness{};
    };
    std::map<PatientId, Hint> byId{};

    void add(PatientId id, MatchReason reason)
    {
        QList<MatchReason> &reasons = byId[id].reasons;
        if (!reasons.contains(reason))
            reasons << reason;
    }
};

PatientMatcher::PatientMatcher(storage::Connection &db, PatientRepository &patients,
                               Options options)
    : m_db(db)
    , m_patients(patients)
    , m_options(std::move(options))
{
}

Result<Match> PatientMatcher::match(const ToldPerson &told) const
{
    const QList<Ins> ins = insIn(told);
    const bool isTest =
        std::any_of(ins.begin(), ins.end(), [](const Ins &one) { return !isReal(one.authority); });
    if (isTest && !m_options.inventedPeople)
        return Match{Match::Verdict::TestPerson, {}};
    AMBROISE_TRY(const Hints hints, hintsFor(told, ins));
    const identity::ToldTraits asTold = repaired(told);
    Match match;
    for (const auto &[id, hint] : hints.byId) {
        AMBROISE_TRY(const Patient patient, m_patients.reload(id));
        AMBROISE_TRY(const QList<PatientSummary> summary, m_patients.summaries({id}));
        const auto compared = identity::Comparison::of(
            identity::ToldTraits::of(patient.details.identity.traits()), asTold);
        QList<MatchReason> reasons = hint.reasons;
        if (!compared.isEqual())
            reasons << MatchReason::TraitsDiffer;
        reasons << doubtsAbout(patient, ins);
        std::sort(reasons.begin(), reasons.end());
        match.candidates.append({summary.value(0), reasons, hint.closeness, compared});
    }
    std::sort(match.candidates.begin(), match.candidates.end(),
              [](const MatchCandidate &a, const MatchCandidate &b) {
                  return std::tie(a.reasons, a.closeness, a.summary.id) <
                         std::tie(b.reasons, b.closeness, b.summary.id);
              });
    match.candidates = match.candidates.mid(0, mostCandidates);
    if (match.candidates.isEmpty())
        return match;
    const auto certain =
        std::find_if(match.candidates.begin(), match.candidates.end(), [](const auto &one) {
            return one.reasons.startsWith(MatchReason::SameIns) &&
                   one.reasons.last() <= MatchReason::CloseTraits;
        });
    if (certain == match.candidates.end())
        return Match{Match::Verdict::Candidates, match.candidates};
    return Match{Match::Verdict::Certain, {*certain}};
}

Result<PatientMatcher::Hints> PatientMatcher::hintsFor(const ToldPerson &told,
                                                       const QList<Ins> &ins) const
{
    Hints hints;
    for (const Ins &one : ins)
        AMBROISE_CHECK(addByIns(hints, one));
    AMBROISE_CHECK(addByOwnNumber(hints, told));
    AMBROISE_CHECK(addByTraits(hints, told));
    return ofKeptRecords(hints);
}

//! What points at a record that was merged into another one points at that one.
Result<PatientMatcher::Hints> PatientMatcher::ofKeptRecords(const Hints &hints) const
{
    Hints folded;
    for (const auto &[id, hint] : hints.byId) {
        AMBROISE_TRY(const PatientId kept, m_patients.keptFor(id));
        for (const MatchReason reason : hint.reasons)
            folded.add(kept, reason);
        if (hint.closeness)
            folded.byId[kept].closeness = hint.closeness;
    }
    return folded;
}

Status PatientMatcher::addByIns(Hints &hints, const Ins &ins) const
{
    AMBROISE_CHECK(m_db.run("SELECT id, oid FROM patient WHERE matricule = ? AND matricule <> ''",
                            {ins.matricule.toString()}, [&](const storage::Row &row) {
                                hints.add(PatientId{row.integer(0)},
                                          row.text(1) == oid(ins.authority)
                                              ? MatchReason::SameIns
                                              : MatchReason::SameMatricule);
                            }));
    AMBROISE_TRY(const QList<PatientId> former, m_patients.trace().whoHad(ins));
    for (const PatientId id : former)
        hints.add(id, MatchReason::FormerIns);
    return done();
}

Status PatientMatcher::addByOwnNumber(Hints &hints, const ToldPerson &told) const
{
    for (const ToldId &id : told.ids) {
        const auto number = PatientId::fromString(id.extension);
        if (m_options.ownRoot.isEmpty() || id.root != m_options.ownRoot || !number)
            continue;
        AMBROISE_TRY(const auto known, m_patients.summaries({*number}));
        if (!known.isEmpty())
            hints.add(*number, MatchReason::OwnNumber);
    }
    return done();
}

Status PatientMatcher::addByTraits(Hints &hints, const ToldPerson &told) const
{
    const auto traits = told.traits.strict(told.firstGivenName);
    if (!traits.ok())
        return done(); // not enough to look for somebody
    AMBROISE_TRY(const QList<CloseRecord> close, m_patients.near(*traits));
    for (const CloseRecord &one : close) {
        hints.add(one.summary.id, MatchReason::CloseTraits);
        hints.byId[one.summary.id].closeness = one.closeness;
    }
    return done();
}

} // namespace ambroise::patient
