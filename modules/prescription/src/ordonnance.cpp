// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/ordonnance.h>
#include <ambroise/prescription/posologyfacts.h>
#include <ambroise/prescription/posologyreader.h>
#include <ambroise/prescription/print.h>

#include <algorithm>

namespace ambroise::prescription {
namespace {

constexpr qsizetype maxLines = 100;
constexpr qsizetype maxText = 2000;
constexpr int maxRenewals = 12;
constexpr int maxDays = 366; // CSP R.5132-21: twelve months

void add(QList<Remark> &remarks, bool missing, int line, const QString &subject,
         bool blocking = true)
{
    if (missing)
        remarks.append({line, subject, blocking});
}

bool blank(const QString &text)
{
    return text.trimmed().isEmpty();
}

//! It has two meanings, or none: the pharmacist would have to call.
bool isDoubtful(const Line &line)
{
    if (blank(line.posology) || line.posology.size() > maxText / 2)
        return false;
    const auto read = readPosology(line.posology, DoseUnit::ofForm(line.label));
    return !read.ok() || read->readings.size() > 1;
}

//! That the posology itself says: "40 mg pendant 5 jours, puis 20 mg pendant 5 jours".
std::optional<int> daysOfPosology(const Line &line)
{
    const auto read = readPosology(line.posology, DoseUnit::ofForm(line.label));
    if (!read.ok())
        return std::nullopt;
    const PosologyFacts facts = factsOf(read->readings);
    return facts.durationDays ? facts.durationDays : facts.maxDurationDays;
}

//! What is told besides what blocks. Whoever reads a signed ordonnance again needs none of it, and
//! reading posologies is what takes long.
void advise(QList<Remark> &remarks, const Line &line, int index)
{
    add(remarks, isDoubtful(line), index, u"line.posology_doubt"_qs, false);
    add(remarks, line.support == Support::Secured && !posologyInLetters(line), index,
        u"line.letters"_qs, false);
    add(remarks, line.support == Support::Secured && line.renewals > 0, index,
        u"line.secured_renewal"_qs, false);
    const auto days = line.durationDays > 0 ? daysOfPosology(line) : std::nullopt;
    add(remarks, days && *days != line.durationDays, index, u"line.duration_twice"_qs, false);
}

void remarkLine(QList<Remark> &remarks, const Line &line, int index)
{
    add(remarks, blank(line.label), index, u"line.label"_qs);
    add(remarks, blank(line.posology), index, u"line.posology"_qs);
    const bool saysHowLong = line.durationDays > 0 || line.boxes > 0 || daysOfPosology(line);
    add(remarks, !saysHowLong, index, u"line.duration"_qs);
    add(remarks,
        line.durationDays < 0 || line.durationDays > maxDays || line.boxes < 0 || line.boxes > 999,
        index, u"line.duration_range"_qs);
    add(remarks, line.renewals < 0 || line.renewals > maxRenewals, index, u"line.renewals"_qs);
    const bool tooLong = line.label.size() > maxText || line.posology.size() > maxText ||
                         line.comment.size() > maxText || line.dispenser.size() > maxText;
    add(remarks, tooLong, index, u"line.text"_qs);
}

QList<Remark> remarksOf(const OrdonnanceContent::Parts &parts, bool advice)
{
    QList<Remark> found;
    add(found, blank(parts.patient.surname) || blank(parts.patient.givenNames), -1,
        u"patient.name"_qs);
    add(found, !parts.patient.birthDate.isValid(), -1, u"patient.birth_date"_qs);
    const QString sex = parts.patient.sex;
    add(found, sex != u"F" && sex != u"M" && sex != u"I", -1, u"patient.sex"_qs);
    const PrescriberOnPaper &prescriber = parts.prescriber;
    add(found, blank(prescriber.surname) || blank(prescriber.givenName), -1, u"prescriber.name"_qs);
    add(found, blank(prescriber.rpps), -1, u"prescriber.rpps"_qs);
    add(found, blank(prescriber.address), -1, u"prescriber.address"_qs);
    add(found, blank(prescriber.specialty), -1, u"prescriber.specialty"_qs, false);
    add(found, blank(prescriber.phone), -1, u"prescriber.phone"_qs, false);
    add(found, blank(prescriber.email), -1, u"prescriber.email"_qs, false);
    add(found, parts.lines.isEmpty(), -1, u"ordonnance.empty"_qs);
    add(found, parts.lines.size() > maxLines, -1, u"ordonnance.too_long"_qs);
    for (qsizetype i = 0; i < parts.lines.size(); ++i)
        if (remarkLine(found, parts.lines.at(i), int(i)); advice)
            advise(found, parts.lines.at(i), int(i));
    return found;
}

} // namespace

QList<Remark> OrdonnanceContent::remarks(const Parts &parts)
{
    return remarksOf(parts, true);
}

Result<OrdonnanceContent> OrdonnanceContent::make(Parts parts, OrdonnanceNumber number,
                                                  const QDateTime &signedAt)
{
    for (const Remark &remark : remarksOf(parts, false))
        if (remark.blocking)
            return Error{ErrorCode::Invalid, remark.subject,
                         remark.line < 0 ? QString() : QString::number(remark.line + 1)};
    if (!signedAt.isValid())
        return Error{ErrorCode::Invalid, u"ordonnance.date"_qs, {}};
    const QDateTime second = QDateTime::fromSecsSinceEpoch(signedAt.toSecsSinceEpoch(), Qt::UTC);
    return OrdonnanceContent(std::move(parts), std::move(number), second);
}

bool OrdonnanceContent::isBizone() const
{
    return std::any_of(m_parts.lines.begin(), m_parts.lines.end(),
                       [](const Line &line) { return line.ald; });
}

QString code(NonSubstitutable reason)
{
    switch (reason) {
    case NonSubstitutable::No:
        return {};
    case NonSubstitutable::Mte:
        return u"MTE"_qs;
    case NonSubstitutable::Efg:
        return u"EFG"_qs;
    case NonSubstitutable::Cif:
        return u"CIF"_qs;
    }
    return {};
}

std::optional<NonSubstitutable> nonSubstitutableOf(QStringView text)
{
    for (const auto reason : {NonSubstitutable::No, NonSubstitutable::Mte, NonSubstitutable::Efg,
                              NonSubstitutable::Cif})
        if (code(reason) == text)
            return reason;
    return std::nullopt;
}

QString code(Support support)
{
    switch (support) {
    case Support::Ordinary:
        return {};
    case Support::Secured:
        return u"secured"_qs;
    case Support::Exception:
        return u"exception"_qs;
    }
    return {};
}

std::optional<Support> supportOf(QStringView text)
{
    for (const auto support : {Support::Ordinary, Support::Secured, Support::Exception})
        if (code(support) == text)
            return support;
    return std::nullopt;
}

} // namespace ambroise::prescription
