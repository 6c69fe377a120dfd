// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/prevention/vaccination.h>

#include <algorithm>

namespace ambroise::prevention {
namespace {

Error invalid(const QString &subject)
{
    return {ErrorCode::Invalid, subject, {}};
}

Status checkedDate(const VaccinationRecord::Parts &parts, QDate birth, QDate today)
{
    if (!parts.date)
        return parts.here ? Status(invalid(u"vaccination.date"_qs)) : done();
    if (parts.date->year() == 0 || (parts.here && !parts.date->whole()))
        return invalid(u"vaccination.date"_qs);
    if (earliest(*parts.date) > today)
        return invalid(u"vaccination.future"_qs);
    if (birth.isValid() && latest(*parts.date) < birth)
        return invalid(u"vaccination.before_birth"_qs);
    if (parts.expiry.isValid() && earliest(*parts.date) > parts.expiry)
        return invalid(u"vaccination.expired"_qs);
    return done();
}

} // namespace

QDate earliest(const PartialDate &date)
{
    if (date.year() == 0)
        return {};
    const int month = date.month() == 0 ? 1 : date.month();
    // A day without its month tells nothing.
    const int day = date.month() == 0 || date.day() == 0 ? 1 : date.day();
    return {date.year(), month, day};
}

QDate latest(const PartialDate &date)
{
    if (date.year() == 0)
        return {};
    if (date.month() == 0)
        return {date.year(), 12, 31};
    const QDate first(date.year(), date.month(), 1);
    return date.day() == 0 ? QDate(date.year(), date.month(), first.daysInMonth())
                           : QDate(date.year(), date.month(), date.day());
}

Result<VaccinationRecord> VaccinationRecord::make(const Parts &parts, QDate birth, QDate today)
{
    Parts kept = parts;
    for (QString *text : {&kept.vaccine, &kept.lot, &kept.site, &kept.dose, &kept.by}) {
        *text = text->simplified();
        if (text->size() > longest)
            return invalid(u"vaccination.long"_qs);
    }
    if (kept.vaccine.isEmpty())
        return invalid(u"vaccination.vaccine"_qs);
    if (kept.valences.isEmpty())
        return invalid(u"vaccination.valences"_qs);
    AMBROISE_CHECK(checkedDate(kept, birth, today));
    if (kept.here && kept.lot.isEmpty())
        return invalid(u"vaccination.lot"_qs);
    return VaccinationRecord(kept);
}

} // namespace ambroise::prevention
