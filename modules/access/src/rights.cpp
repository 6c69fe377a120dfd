// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/access/rights.h>

#include <array>

namespace ambroise::access {
namespace {

struct RightRow {
    Right right;
    std::array<bool, 6> allowed; //!< in the order of Role
};

constexpr bool o = true;
constexpr bool x = false;

// clang-format off
constexpr std::array matrix = {
    //                                   médecin  remplaçant  infirmier  secrétaire  pharmacien  administrateur
    RightRow{Right::ReadAdministrative,  { o,       o,          o,         o,          x,          x }},
    RightRow{Right::WriteAdministrative, { o,       o,          o,         o,          x,          x }},
    RightRow{Right::ReadClinical,        { o,       o,          o,         x,          x,          x }},
    RightRow{Right::WriteClinical,       { o,       o,          o,         x,          x,          x }},
    RightRow{Right::Prescribe,           { o,       o,          x,         x,          x,          x }},
    RightRow{Right::ReadOrdonnance,      { o,       o,          o,         x,          o,          x }},
    RightRow{Right::Dispense,            { x,       x,          x,         x,          o,          x }},
    RightRow{Right::BreakGlass,          { x,       x,          x,         o,          x,          x }},
    RightRow{Right::ReadJournal,         { o,       x,          x,         x,          x,          o }},
    RightRow{Right::ManageAccounts,      { o,       x,          x,         x,          x,          o }},
    RightRow{Right::ManagePractice,      { o,       x,          x,         x,          x,          o }},
};
// clang-format on

constexpr std::array<QStringView, 6> codes = {u"medecin",    u"remplacant", u"infirmier",
                                              u"secretaire", u"pharmacien", u"administrateur"};

} // namespace

bool allows(Role role, Right right)
{
    for (const RightRow &row : matrix)
        if (row.right == right)
            return row.allowed.at(size_t(role));
    return false;
}

QString code(Role role)
{
    return codes.at(size_t(role)).toString();
}

std::optional<Role> roleOf(QStringView code)
{
    for (size_t i = 0; i < codes.size(); ++i)
        if (codes.at(i) == code)
            return Role(i);
    return std::nullopt;
}

QList<Role> allRoles()
{
    return {Role::Medecin,    Role::Remplacant, Role::Infirmier,
            Role::Secretaire, Role::Pharmacien, Role::Administrateur};
}

QList<Right> allRights()
{
    QList<Right> rights;
    for (const RightRow &row : matrix)
        rights << row.right;
    return rights;
}

} // namespace ambroise::access
