// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ambroise::identity {

//! Who gave a matricule INS. The OID itself is never shown to people: they read "NIR" or "NIA".
enum class InsAuthority {
    Nir,     //!< INS-NIR
    Nia,     //!< INS-NIA, a number waiting for its NIR
    TestNir, //!< of test identities: refused in production
    DemoNir, //!< of demonstration identities: refused in production
};

[[nodiscard]] QString oid(InsAuthority authority); //!< "1.2.250.1.213.1.4.8"
[[nodiscard]] std::optional<InsAuthority> authorityOf(QStringView oid);
[[nodiscard]] QString nature(InsAuthority authority); //!< "NIR" or "NIA"
[[nodiscard]] bool isReal(InsAuthority authority);    //!< may name a person in production

} // namespace ambroise::identity
