// SPDX-License-Identifier: GPL-3.0-or-later
#include "preventionpaper.h"

#include <practice/paper.h>

namespace ambroise::app {
namespace {

QStringList filled(QStringList lines)
{
    lines.removeAll(QString());
    return lines;
}

} // namespace

Result<prevention::PaperHead> preventionHead(Practice &practice, const access::Session &session)
{
    AMBROISE_TRY(const auto profile, practice.profile().get());
    const auto who = prescriberOnPaper(session.account().person, profile);
    const QString title = who.title == u"Dr" ? u"Docteur"_qs : who.title;
    prevention::PaperHead head;
    head.left =
        filled({QStringList(filled({title, who.givenName, who.surname.toUpper()})).join(u' '),
                who.specialty, who.rpps.isEmpty() ? QString() : u"RPPS "_qs + who.rpps,
                who.amNumber.isEmpty() ? QString() : u"AM "_qs + who.amNumber});
    head.right = {who.practice, who.address.isEmpty() ? QString() : who.address + u", France"_qs,
                  prescription::internationalPhone(who.phone), who.email};
    head.city = who.city;
    head.specimen = profile.demonstration;
    return head;
}

prevention::PaperPatient preventionPatient(const patient::PatientDetails &details)
{
    const identity::StrictTraits &traits = details.identity.traits();
    prevention::PaperPatient paper;
    paper.name = displayName(details);
    paper.usedName = filled({details.usedSurname, details.usedGivenName}).join(u' ');
    paper.sex = code(traits.sex());
    paper.birth = traits.birthDate().date();
    if (details.identity.isQualified() && details.identity.ins())
        paper.ins = details.identity.ins()->matricule.grouped();
    return paper;
}

QStringList addressLines(const patient::PatientDetails &details)
{
    const patient::PostalAddress &address = details.contacts.address;
    QStringList lines = address.street.split(u'\n');
    lines << (address.postalCode + u' ' + address.city).trimmed() << address.country;
    return filled(lines);
}

} // namespace ambroise::app
