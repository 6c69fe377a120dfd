// SPDX-License-Identifier: GPL-3.0-or-later
#include <ambroise/patient/ui/statuschip.h>

#include <ambroise/uikit/chip.h>

#include <QCoreApplication>

namespace ambroise::patient::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StatusChip)
};

uikit::Meaning meaningOf(identity::IdentityStatus status)
{
    switch (status) {
    case identity::IdentityStatus::Provisional:
        return uikit::Meaning::Provisional;
    case identity::IdentityStatus::Retrieved:
        return uikit::Meaning::Retrieved;
    case identity::IdentityStatus::Validated:
        return uikit::Meaning::Validated;
    case identity::IdentityStatus::Qualified:
        return uikit::Meaning::Qualified;
    }
    return uikit::Meaning::Provisional;
}

QString shortWord(uikit::Meaning meaning)
{
    switch (meaning) {
    case uikit::Meaning::Qualified:
        return Words::tr("Qualifiée");
    case uikit::Meaning::Validated:
        return Words::tr("Validée");
    case uikit::Meaning::Retrieved:
        return Words::tr("Récupérée");
    case uikit::Meaning::Doubtful:
        return Words::tr("Douteuse");
    case uikit::Meaning::Fictive:
        return Words::tr("Fictive");
    default:
        return Words::tr("Provisoire");
    }
}

} // namespace

uikit::RowChip statusChip(identity::IdentityStatus status,
                          const identity::IdentityAttributes &attributes)
{
    uikit::Meaning meaning = meaningOf(status);
    if (attributes.isFictive())
        meaning = uikit::Meaning::Fictive;
    if (attributes.isDoubtful())
        meaning = uikit::Meaning::Doubtful;
    return {meaning, uikit::standardWord(meaning), uikit::standardIcon(meaning)};
}

uikit::RowChip shortStatusChip(identity::IdentityStatus status,
                               const identity::IdentityAttributes &attributes)
{
    uikit::RowChip chip = statusChip(status, attributes);
    chip.text = shortWord(chip.meaning);
    return chip;
}

} // namespace ambroise::patient::ui
