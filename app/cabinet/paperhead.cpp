// SPDX-License-Identifier: GPL-3.0-or-later
#include "paperhead.h"

#include <practice/paper.h>

namespace ambroise::app {
namespace {

QStringList filled(QStringList lines)
{
    lines.removeAll(QString());
    return lines;
}

} // namespace

Result<documents::PaperHead> paperHead(Practice &practice, const access::Session &session)
{
    AMBROISE_TRY(const auto profile, practice.profile().get());
    const auto who = prescriberOnPaper(session.account().person, profile);
    const QString title = who.title == u"Dr" ? u"Docteur"_qs : who.title;
    documents::PaperHead head;
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

} // namespace ambroise::app
