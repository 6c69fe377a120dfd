// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/dispensing/repository.h>

#include <QSet>

#include <algorithm>
#include <array>

namespace ambroise::dispensing {
namespace {

constexpr std::array<QStringView, 4> outcomes = {u"dispensed", u"partly", u"later",
                                                 u"not_dispensed"};

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

Status checked(const LineOutcome &line, const prescription::Ordonnance &ordonnance,
               const QList<Dispensation> &history)
{
    if (line.line < 0 || line.line >= ordonnance.content.lines().size())
        return invalid(u"dispensation.line"_qs);
    const bool given = line.outcome == Outcome::Dispensed || line.outcome == Outcome::Partly;
    if (given && (line.boxes <= 0 || line.boxes > 999))
        return invalid(u"dispensation.boxes"_qs);
    if (line.outcome == Outcome::NotDispensed && line.reason.trimmed().isEmpty())
        return invalid(u"dispensation.reason"_qs);
    const LineState state = stateOf(ordonnance, history, line.line);
    if (state == LineState::Dispensed || state == LineState::NotDispensed)
        return Error{ErrorCode::Conflict, u"dispensation.complete"_qs, {}};
    return done();
}

Status checkAll(const QList<LineOutcome> &lines, const prescription::Ordonnance &ordonnance,
                const QList<Dispensation> &history)
{
    if (ordonnance.isCancelled())
        return Error{ErrorCode::Denied, u"ordonnance.cancelled"_qs, {}};
    if (lines.isEmpty())
        return invalid(u"dispensation.empty"_qs);
    QSet<int> seen;
    for (const LineOutcome &line : lines) {
        AMBROISE_CHECK(checked(line, ordonnance, history));
        if (seen.contains(line.line))
            return invalid(u"dispensation.line"_qs);
        seen.insert(line.line);
    }
    return done();
}

struct Deliveries {
    int made = 0;  //!< wholly
    int given = 0; //!< boxes of the one under way
};

Deliveries deliveriesOf(const prescription::Ordonnance &ordonnance,
                        const QList<Dispensation> &history, int line)
{
    const int prescribed = ordonnance.content.lines().at(line).boxes; // 0: not said
    Deliveries deliveries;
    for (const Dispensation &dispensation : history)
        for (const LineOutcome &outcome : dispensation.lines) {
            if (outcome.line != line)
                continue;
            if (outcome.outcome == Outcome::Partly)
                deliveries.given += outcome.boxes;
            const bool reached = prescribed > 0 && deliveries.given >= prescribed;
            if (outcome.outcome == Outcome::Dispensed || reached)
                deliveries = {deliveries.made + 1, 0};
        }
    return deliveries;
}

} // namespace

QString code(Outcome outcome)
{
    return outcomes.at(size_t(outcome)).toString();
}

std::optional<Outcome> outcomeOf(QStringView text)
{
    for (size_t i = 0; i < outcomes.size(); ++i)
        if (outcomes.at(i) == text)
            return Outcome(i);
    return std::nullopt;
}

int deliveriesAllowed(const prescription::Line &line)
{
    return 1 + line.renewals;
}

int deliveriesMade(const prescription::Ordonnance &ordonnance, const QList<Dispensation> &history,
                   int line)
{
    return deliveriesOf(ordonnance, history, line).made;
}

int boxesDue(const prescription::Ordonnance &ordonnance, const QList<Dispensation> &history,
             int line)
{
    const int prescribed = ordonnance.content.lines().at(line).boxes;
    return std::max(1, prescribed - deliveriesOf(ordonnance, history, line).given);
}

LineState stateOf(const prescription::Ordonnance &ordonnance, const QList<Dispensation> &history,
                  int line)
{
    bool partly = false;
    for (const Dispensation &dispensation : history)
        for (const LineOutcome &outcome : dispensation.lines) {
            if (outcome.line != line)
                continue;
            if (outcome.outcome == Outcome::NotDispensed)
                return LineState::NotDispensed;
            partly = partly || outcome.outcome != Outcome::Later;
        }
    if (deliveriesMade(ordonnance, history, line) >=
        deliveriesAllowed(ordonnance.content.lines().at(line)))
        return LineState::Dispensed;
    return partly ? LineState::PartlyDispensed : LineState::Open;
}

Result<DispensationId> DispensationRepository::record(const QString &token,
                                                      const prescription::Ordonnance &ordonnance,
                                                      const QList<LineOutcome> &lines, int seen,
                                                      const QString &pharmacy,
                                                      const audit::Actor &actor)
{
    AMBROISE_TRY(auto transaction, storage::Transaction::begin(m_db));
    // Holds the ordonnance until the end: two pharmacies at the same moment come one after the
    // other.
    AMBROISE_TRY(const qint64 held,
                 m_db.run("UPDATE dispensation_turn SET turn = turn + 1 WHERE id = 1"));
    if (held != 1)
        return Error{ErrorCode::Corrupt, u"dispensation.turn"_qs, {}};
    AMBROISE_TRY(const qint64 same,
                 m_db.run("SELECT id FROM dispensation WHERE token = ?", {token}));
    if (same > 0)
        return Error{ErrorCode::Conflict, u"dispensation.twice"_qs, {}};
    AMBROISE_TRY(const auto history, of(ordonnance.content.number()));
    if (history.size() != seen)
        return Error{ErrorCode::Conflict, u"dispensation.meanwhile"_qs, {}};
    AMBROISE_CHECK(checkAll(lines, ordonnance, history));

    AMBROISE_TRY(
        const qint64 id,
        m_db.insert("INSERT INTO dispensation (token, number, patient_id, at, author_id, "
                    "author_name, pharmacy)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                    {token, ordonnance.content.number().value(), ordonnance.patient.value,
                     storage::toText(m_clock.now()), actor.user().value, actor.name(), pharmacy}));
    for (const LineOutcome &line : lines)
        AMBROISE_CHECK(m_db.run(
            "INSERT INTO dispensation_line (dispensation_id, line, outcome, cip13, label, boxes,"
            " substituted, lot, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {id, line.line, code(line.outcome), line.cip13, line.label, line.boxes,
             line.substituted, line.lot, line.reason.trimmed()}));
    AMBROISE_CHECK(
        m_journal.record({audit::Action::Dispense, audit::Subject::Ordonnance, ordonnance.id.value,
                          ordonnance.patient, ordonnance.content.number().value()},
                         actor));
    AMBROISE_CHECK(m_db.announce({u"dispensation"_qs, ordonnance.patient.value}));
    AMBROISE_CHECK(transaction.commit());
    return DispensationId{id};
}

Result<QList<Dispensation>>
DispensationRepository::of(const prescription::OrdonnanceNumber &number) const
{
    QList<Dispensation> found;
    AMBROISE_CHECK(m_db.run(
        "SELECT id, number, at, author_id, author_name, pharmacy FROM dispensation WHERE number = ?"
        " ORDER BY id",
        {number.value()}, [&](const storage::Row &row) {
            found.append({DispensationId{row.integer(0)},
                          row.text(1),
                          row.instant(2),
                          UserId{row.integer(3)},
                          row.text(4),
                          row.text(5),
                          {}});
        }));
    for (Dispensation &dispensation : found)
        AMBROISE_CHECK(m_db.run("SELECT line, outcome, cip13, label, boxes, substituted, lot, "
                                "reason FROM dispensation_line"
                                " WHERE dispensation_id = ? ORDER BY line",
                                {dispensation.id.value}, [&](const storage::Row &row) {
                                    dispensation.lines.append(
                                        {int(row.integer(0)),
                                         outcomeOf(row.text(1)).value_or(Outcome::NotDispensed),
                                         row.text(2), row.text(3), int(row.integer(4)),
                                         row.boolean(5), row.text(6), row.text(7)});
                                }));
    return found;
}

} // namespace ambroise::dispensing
