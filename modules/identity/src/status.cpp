// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/status.h>

#include <QStringList>

namespace ambroise::identity {

IdentityStatus IdentityFacts::status() const
{
    if (insiRetrieved)
        return coherenceChecked ? IdentityStatus::Qualified : IdentityStatus::Retrieved;
    return coherenceChecked ? IdentityStatus::Validated : IdentityStatus::Provisional;
}

QString code(IdentityStatus status)
{
    switch (status) {
    case IdentityStatus::Provisional:
        return u"PROV"_qs;
    case IdentityStatus::Retrieved:
        return u"RECUP"_qs;
    case IdentityStatus::Validated:
        return u"VALI"_qs;
    case IdentityStatus::Qualified:
        return u"QUAL"_qs;
    }
    return {};
}

std::optional<IdentityStatus> statusOf(QStringView text)
{
    for (const IdentityStatus status : {IdentityStatus::Provisional, IdentityStatus::Retrieved,
                                        IdentityStatus::Validated, IdentityStatus::Qualified})
        if (code(status) == text)
            return status;
    return std::nullopt;
}

Result<IdentityAttributes> IdentityAttributes::make(bool doubtful, bool fictive, bool homonym)
{
    if (fictive && (doubtful || homonym))
        return Error{ErrorCode::Invalid, u"identity.attributes"_qs, {}};
    IdentityAttributes attributes;
    attributes.m_doubtful = doubtful;
    attributes.m_fictive = fictive;
    attributes.m_homonym = homonym;
    return attributes;
}

Result<IdentityAttributes> IdentityAttributes::parse(QStringView codes)
{
    bool doubtful = false;
    bool fictive = false;
    bool homonym = false;
    for (const QString &code : codes.toString().split(u' ', Qt::SkipEmptyParts)) {
        if (code == u"DOUT")
            doubtful = true;
        else if (code == u"FICT")
            fictive = true;
        else if (code == u"HOMD")
            homonym = true;
        else
            return Error{ErrorCode::Invalid, u"identity.attributes"_qs, {}};
    }
    return make(doubtful, fictive, homonym);
}

QString IdentityAttributes::codes() const
{
    QStringList out;
    if (m_doubtful)
        out << u"DOUT"_qs;
    if (m_fictive)
        out << u"FICT"_qs;
    if (m_homonym)
        out << u"HOMD"_qs;
    return out.join(u' ');
}

} // namespace ambroise::identity
