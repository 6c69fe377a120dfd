// SPDX-License-Identifier: GPL-3.0-or-later
#include "administrativerows.h"

#include <algorithm>
#include <array>

namespace ambroise::patient {
namespace {

// In the order of their enumerations; kept, never changed.
constexpr std::array roleCodes = {u"warn",    u"trusted", u"parent", u"guardian",
                                  u"curator", u"agent",   u"carer"};
constexpr std::array coverageCodes = {u"ald",        u"c2s",          u"ame",
                                      u"amc",        u"maternity",    u"work_accident",
                                      u"disability", u"local_scheme", u"other"};
constexpr std::array topicCodes = {u"dmp_feeding",       u"dmp_reading",  u"patient_mail",
                                   u"professional_mail", u"care_sharing", u"telesante",
                                   u"reminders",         u"images",       u"data_reuse"};
constexpr std::array meansCodes = {u"spoken", u"written", u"online"};

template <class Enum, class Codes>
std::optional<Enum> valueOf(const Codes &codes, const QString &code)
{
    for (size_t i = 0; i < codes.size(); ++i)
        if (code == QStringView(codes.at(i)))
            return Enum(i);
    return std::nullopt;
}

template <class Enum, class Codes>
QList<Enum> allOf(const Codes &codes)
{
    QList<Enum> all;
    for (size_t i = 0; i < codes.size(); ++i)
        all << Enum(i);
    return all;
}

template <class Codes, class Enum>
QString codeOf(const Codes &codes, Enum value)
{
    return QString::fromUtf16(codes.at(size_t(value)));
}

QString textOf(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

template <class Value>
std::optional<Value> parsed(const QString &text)
{
    const auto value = Value::parse(text);
    return value.ok() ? std::optional(*value) : std::nullopt;
}

} // namespace

QString code(PersonRole role)
{
    return codeOf(roleCodes, role);
}
QString code(CoverageKind kind)
{
    return codeOf(coverageCodes, kind);
}
QString code(ConsentTopic topic)
{
    return codeOf(topicCodes, topic);
}
QString code(ConsentMeans means)
{
    return codeOf(meansCodes, means);
}
QList<PersonRole> allPersonRoles()
{
    return allOf<PersonRole>(roleCodes);
}
QList<CoverageKind> allCoverageKinds()
{
    return allOf<CoverageKind>(coverageCodes);
}
QList<ConsentTopic> allConsentTopics()
{
    return allOf<ConsentTopic>(topicCodes);
}
QList<ConsentMeans> allConsentMeans()
{
    return allOf<ConsentMeans>(meansCodes);
}

storage::Values valuesOf(const RelatedPerson &person)
{
    QStringList roles;
    for (const PersonRole role : person.roles)
        roles << code(role);
    return {person.name.simplified(),
            person.link.simplified(),
            roles.join(u' '),
            person.phone ? person.phone->international() : QString(),
            person.email ? person.email->toString() : QString(),
            person.address,
            textOf(person.designatedOn),
            person.note};
}

void readContent(const storage::Row &row, int first, RelatedPerson &person)
{
    person.name = row.text(first);
    person.link = row.text(first + 1);
    for (const QString &word : row.text(first + 2).split(u' ', Qt::SkipEmptyParts))
        if (const auto role = valueOf<PersonRole>(roleCodes, word))
            person.roles << *role;
    person.phone = parsed<PhoneNumber>(row.text(first + 3));
    person.email = parsed<EmailAddress>(row.text(first + 4));
    person.address = row.text(first + 5);
    person.designatedOn = row.date(first + 6);
    person.note = row.text(first + 7);
}

storage::Values valuesOf(const CareMember &member)
{
    return {member.correspondent.value, member.medecinTraitant, textOf(member.since), member.note};
}

void readContent(const storage::Row &row, int first, CareMember &member)
{
    member.correspondent = CorrespondentId{row.integer(first)};
    member.medecinTraitant = row.boolean(first + 1);
    member.since = row.date(first + 2);
    member.note = row.text(first + 3);
}

storage::Values valuesOf(const Coverage &coverage)
{
    return {code(coverage.kind),    coverage.label.simplified(), coverage.number.simplified(),
            textOf(coverage.since), textOf(coverage.until),      coverage.note};
}

void readContent(const storage::Row &row, int first, Coverage &coverage)
{
    coverage.kind =
        valueOf<CoverageKind>(coverageCodes, row.text(first)).value_or(CoverageKind::Other);
    coverage.label = row.text(first + 1);
    coverage.number = row.text(first + 2);
    coverage.since = row.date(first + 3);
    coverage.until = row.date(first + 4);
    coverage.note = row.text(first + 5);
}

storage::Values valuesOf(const Consent &consent)
{
    return {code(consent.topic),         consent.agreed, textOf(consent.on), code(consent.means),
            consent.teller.simplified(), consent.note};
}

std::optional<Consent> consentOf(const storage::Row &row, int first)
{
    const auto topic = valueOf<ConsentTopic>(topicCodes, row.text(first));
    if (!topic)
        return std::nullopt;
    return Consent{
        *topic,
        row.boolean(first + 1),
        row.date(first + 2),
        valueOf<ConsentMeans>(meansCodes, row.text(first + 3)).value_or(ConsentMeans::Spoken),
        row.text(first + 4),
        row.text(first + 5),
        row.instant(first + 6),
        row.text(first + 7)};
}

} // namespace ambroise::patient
