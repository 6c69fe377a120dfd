// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper.h"

#include <ambroise/prescription/legalrules.h>

namespace ambroise::app {
namespace {

double lastMeasure(const record::Overview &overview, const QString &title)
{
    for (const record::Entry &entry : overview.measures)
        if (entry.content.title == title)
            return entry.content.value.toDouble();
    return 0;
}

} // namespace

prescription::PrescriberOnPaper prescriberOnPaper(const access::Person &person,
                                                  const access::PracticeProfile &profile)
{
    prescription::PrescriberOnPaper paper;
    paper.title = person.title;
    paper.surname = person.surname;
    paper.givenName = person.givenName;
    paper.specialty = person.specialty;
    paper.rpps = person.rpps;
    paper.amNumber = person.amNumber;
    paper.practice = profile.name;
    const QString town = (profile.postalCode + u' ' + profile.city).trimmed();
    paper.address = profile.street.isEmpty() ? town : profile.street + u", "_qs + town;
    paper.city = profile.city;
    paper.phone = person.phone.isEmpty() ? profile.phone : person.phone;
    paper.email = person.email.isEmpty() ? profile.email : person.email;
    return paper;
}

prescription::PatientOnPaper patientOnPaper(const patient::PatientDetails &details,
                                            const record::Overview &overview)
{
    const identity::StrictTraits &traits = details.identity.traits();
    prescription::PatientOnPaper paper;
    paper.surname = traits.surname().text();
    paper.givenNames = traits.firstGivenName().text();
    paper.usedSurname = details.usedSurname;
    paper.usedGivenName = details.usedGivenName;
    paper.sex = code(traits.sex());
    paper.birthDate = traits.birthDate().date();
    paper.weightKg = lastMeasure(overview, u"Poids"_qs);
    paper.heightCm = int(lastMeasure(overview, u"Taille"_qs));
    if (details.identity.isQualified() && details.identity.ins()) {
        paper.givenNames = traits.givenNames().text();
        paper.insMatricule = details.identity.ins()->matricule.grouped();
        paper.insOid = identity::oid(details.identity.ins()->authority);
        paper.birthPlaceCode = traits.birthPlace().code();
    }
    return paper;
}

Result<QList<prescription::Line>>
onTheirSupports(QList<prescription::Line> lines,
                const prescription::DrugKnowledgeProvider &knowledge)
{
    for (prescription::Line &line : lines) {
        if (line.cis.isEmpty())
            continue;
        AMBROISE_TRY(const auto cis, drugs::Cis::parse(line.cis));
        const auto facts = knowledge.byCis(cis);
        if (!facts.ok() && facts.error().code != ErrorCode::NotFound)
            return facts.error();
        if (facts.ok())
            line = prescription::onItsSupport(line, prescription::legalRulesOf(facts->conditions));
    }
    return lines;
}

prescription::Sheet sheetOf(const access::PracticeProfile &profile)
{
    return profile.demonstration ? prescription::Sheet::Specimen : prescription::Sheet::Original;
}

} // namespace ambroise::app
