// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/identity/oid.h>

namespace ambroise::identity {

QString oid(InsAuthority authority)
{
    switch (authority) {
    case InsAuthority::Nir:
        return u"1.2.250.1.213.1.4.8"_qs;
    case InsAuthority::Nia:
        return u"1.2.250.1.213.1.4.9"_qs;
    case InsAuthority::TestNir:
        return u"1.2.250.1.213.1.4.10"_qs;
    case InsAuthority::DemoNir:
        return u"1.2.250.1.213.1.4.11"_qs;
    }
    return {};
}

std::optional<InsAuthority> authorityOf(QStringView text)
{
    for (const InsAuthority authority :
         {InsAuthority::Nir, InsAuthority::Nia, InsAuthority::TestNir, InsAuthority::DemoNir})
        if (oid(authority) == text)
            return authority;
    return std::nullopt;
}

QString nature(InsAuthority authority)
{
    return authority == InsAuthority::Nia ? u"NIA"_qs : u"NIR"_qs;
}

bool isReal(InsAuthority authority)
{
    return authority == InsAuthority::Nir || authority == InsAuthority::Nia;
}

} // namespace ambroise::identity
