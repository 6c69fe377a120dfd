// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prescription/legalrules.h>

#include "legaltables.h"

#include <ambroise/drugs/substancemap.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ambroise::prescription {
namespace {

constexpr std::array<QStringView, 5> kindCodes = {u"RH", u"PH", u"PIH", u"PRS", u"SP"};

//! "84:12 semaines"
DurationLimit limitOf(const QString &value)
{
    return {value.section(u':', 0, 0).toInt(), value.section(u':', 1)};
}

//! "F:0-55"
Population populationOf(const QString &value)
{
    const QString years = value.section(u':', 1);
    return {value.section(u':', 0, 0), years.section(u'-', 0, 0).toInt(),
            years.section(u'-', 1).toInt()};
}

void addOnce(QStringList &list, const QString &value)
{
    if (!list.contains(value))
        list << value;
}

//! Reads the facts of one wording into the rules.
class Reader {
public:
    Reader(LegalRules &rules, QString wording, QString captured)
        : m_rules(rules)
        , m_wording(std::move(wording))
        , m_captured(std::move(captured))
    {
    }

    void read(const QStringList &facts)
    {
        for (const QString &fact : facts) // whom the others are about
            if (fact.startsWith(u"who="))
                m_of = populationOf(fact.section(u'=', 1));
        for (const QString &fact : facts)
            if (!readFlag(fact) && !readValue(fact.section(u'=', 0, 0), fact.section(u'=', 1)))
                qFatal("an unknown fact of the legal rules: %s", qPrintable(fact));
    }

private:
    bool readFlag(const QString &fact)
    {
        static const QHash<QString, bool LegalRules::*> flags{
            {u"secured"_qs, &LegalRules::securedForm},
            {u"letters"_qs, &LegalRules::fullLetters},
            {u"nooverlap"_qs, &LegalRules::overlapForbidden},
            {u"professional"_qs, &LegalRules::professionalUse},
            {u"renewal=free"_qs, &LegalRules::renewalUnrestricted},
            {u"agreement"_qs, &LegalRules::careAgreement},
            {u"booklet"_qs, &LegalRules::booklet}};
        static const QHash<QString, QList<ConditionOf> LegalRules::*> wordings{
            {u"attestation"_qs, &LegalRules::attestations},
            {u"task"_qs, &LegalRules::tasks},
            {u"surveillance"_qs, &LegalRules::watching}};
        static const QHash<QString, QStringList LegalRules::*> shown{
            {u"pharmacy"_qs, &LegalRules::forPharmacy}, {u"raw"_qs, &LegalRules::asPublished}};
        if (const auto flag = flags.value(fact))
            m_rules.*flag = true;
        else if (const auto wording = wordings.value(fact))
            (m_rules.*wording).append({m_wording, m_of});
        else if (const auto list = shown.value(fact))
            addOnce(m_rules.*list, m_wording);
        else
            return fact == u"prescription";
        return true;
    }

    bool readValue(const QString &name, const QString &value)
    {
        if (name == u"list")
            readListing(value);
        else if (name == u"max")
            readMax(limitOf(value));
        else if (name == u"longer")
            m_rules.longerIf = limitOf(value);
        else if (name == u"fraction")
            m_rules.fractionDays = value.toInt();
        else if (name == u"kind")
            readKind(value);
        else if (name == u"initial")
            readInitial(value);
        else if (name == u"reserved")
            addOnce(m_rules.reservedTo, withCaptured(value));
        else if (name == u"renewalreserved")
            addOnce(m_rules.renewalReservedTo, withCaptured(value));
        else if (name == u"mention")
            m_rules.mentions.append(
                {value.section(u':', 0, 0).split(u'|'), value.section(u':', 1)});
        else
            return name == u"who";
        return true;
    }

    [[nodiscard]] QString withCaptured(const QString &value) const
    {
        return QString(value).replace(u'*', m_captured);
    }

    void readListing(const QString &value)
    {
        const auto listing = value == u"narcotic" ? drugs::Listing::Narcotic
                             : value == u"I"      ? drugs::Listing::ListI
                                                  : drugs::Listing::ListII;
        const auto strictness = [](drugs::Listing one) {
            return one == drugs::Listing::Narcotic ? 3
                   : one == drugs::Listing::ListI  ? 2
                   : one == drugs::Listing::ListII ? 1
                                                   : 0;
        };
        if (strictness(listing) > strictness(m_rules.listing))
            m_rules.listing = listing;
    }

    //! Of several the shortest.
    void readMax(const DurationLimit &limit)
    {
        if (!m_rules.maxDuration || limit.days < m_rules.maxDuration->days)
            m_rules.maxDuration = limit;
    }

    void readKind(const QString &value)
    {
        for (size_t i = 0; i < kindCodes.size(); ++i)
            if (kindCodes.at(i) == value && !m_rules.isOf(RestrictedKind(i)))
                m_rules.kinds << RestrictedKind(i);
    }

    void readInitial(const QString &value)
    {
        const auto by = value.startsWith(u"hospital") ? InitialPrescription::By::Hospital
                                                      : InitialPrescription::By::Specialists;
        m_rules.initial.append({by, value.section(u':', 1).toInt(), m_of});
    }

    LegalRules &m_rules;
    QString m_wording;
    QString m_captured;
    Population m_of;
};

bool isNamed(const QString &rule, const drugs::Substance &substance)
{
    static const QRegularExpression milligrams(u"^(\\d+(?:[.,]\\d+)?) ?(mg|g|microgrammes)$"_qs);
    const QString base = drugs::substanceBase(drugs::substanceKey(substance.name));
    return std::any_of(namedSubstances().cbegin(), namedSubstances().cend(),
                       [&](const NamedSubstance &named) {
                           if (named.rule != rule || named.base != base)
                               return false;
                           const auto match = milligrams.match(substance.dosage.simplified());
                           if (!named.moreThanMg || !match.hasMatch())
                               return true; // an unknown strength may be above
                           const double value = match.captured(1).replace(u',', u'.').toDouble();
                           const QString unit = match.captured(2);
                           return (unit == u"g"    ? value * 1000
                                   : unit == u"mg" ? value
                                                   : value / 1000) > *named.moreThanMg;
                       });
}

} // namespace

bool Population::mayBe(const QString &patientSex, std::optional<int> years) const
{
    const bool otherSex =
        !sex.isEmpty() && (patientSex == u"F" || patientSex == u"M") && patientSex != sex;
    return !otherSex && (!years || (*years >= fromYears && *years <= toYears));
}

QString code(RestrictedKind kind)
{
    return kindCodes.at(size_t(kind)).toString();
}

bool RequiredMention::isIn(const QString &text) const
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const QString &one) { return text.contains(one, Qt::CaseInsensitive); });
}

bool LegalRules::needsPrescription() const
{
    return listing != drugs::Listing::None || !kinds.isEmpty();
}

LegalRules legalRulesOf(const QList<drugs::Condition> &conditions)
{
    LegalRules rules;
    for (const drugs::Condition &condition : conditions) {
        if (condition.wording.trimmed().isEmpty())
            continue;
        if (const auto known = conditionFacts(condition.wording))
            Reader(rules, condition.wording, known->captured).read(known->facts);
        else
            rules.unknown << condition.wording;
    }
    rules.securedForm = rules.securedForm || rules.isNarcotic();
    rules.fullLetters = rules.fullLetters || rules.isNarcotic();
    return rules;
}

bool isMteSubstance(const drugs::Substance &substance)
{
    return isNamed(u"mte"_qs, substance);
}

bool namesDispenser(const drugs::Substance &substance)
{
    return isNamed(u"dispenser"_qs, substance);
}

Line onItsSupport(Line line, const LegalRules &rules)
{
    if (line.support == Support::Ordinary && (rules.securedForm || rules.isNarcotic()))
        line.support = Support::Secured;
    if (line.fractionDays == 0)
        line.fractionDays = rules.fractionDays;
    return line;
}

} // namespace ambroise::prescription
