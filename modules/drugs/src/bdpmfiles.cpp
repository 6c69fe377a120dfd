// SPDX-License-Identifier: GPL-3.0-or-later
#include "bdpmfiles.h"

#include <QDir>
#include <QRegularExpression>

namespace ambroise::drugs {
namespace {

//! "CIS_bdpm_20260526.txt" → "cis_bdpm.txt", and the date.
std::pair<QString, QString> withoutDate(const QString &fileName)
{
    static const QRegularExpression date(QStringLiteral("[_-]?(\\d{8,14}|\\d{4}-\\d{2}-\\d{2})"));
    QString name = fileName.toLower();
    const QString found = date.match(name).captured(1);
    return {name.remove(date).replace(u"infoimportantes_bdpm"_qs, u"infoimportantes"_qs), found};
}

} // namespace

const std::vector<Layout> &layouts()
{
    static const std::vector<Layout> all = {
        {BdpmFile::Drugs, u"CIS_bdpm.txt", 12, true},
        {BdpmFile::Presentations, u"CIS_CIP_bdpm.txt", 13, true},
        {BdpmFile::Components, u"CIS_COMPO_bdpm.txt", 8, true},
        {BdpmFile::Groups, u"CIS_GENER_bdpm.txt", 5, false},
        {BdpmFile::HybridGroups, u"fic02grp.txt", 4, false, true, true},
        {BdpmFile::Hybrids, u"fic03spe.txt", 4, false},
        {BdpmFile::Conditions, u"CIS_CPD_bdpm.txt", 2, false},
        {BdpmFile::Classes, u"CIS_MITM.txt", 4, false, false},
        {BdpmFile::Availability, u"CIS_CIP_Dispo_Spec.txt", 8, false},
        {BdpmFile::Links, u"HAS_LiensPageCT_bdpm.txt", 2, false},
        {BdpmFile::Smr, u"CIS_HAS_SMR_bdpm.txt", 6, false},
        {BdpmFile::Asmr, u"CIS_HAS_ASMR_bdpm.txt", 6, false},
        {BdpmFile::Notices, u"CIS_InfoImportantes.txt", 4, false},
    };
    return all;
}

const Layout *layoutNamed(const QString &name)
{
    const QString plain = withoutDate(name).first;
    for (const Layout &layout : layouts())
        if (plain == QStringView(layout.name).toString().toLower())
            return &layout;
    return nullptr;
}

Result<FoundFiles> findFiles(const QString &folder)
{
    const QFileInfo info(folder);
    const QDir dir = info.isFile() ? info.dir() : QDir(folder);
    FoundFiles found;
    for (const Layout &layout : layouts()) {
        FoundFile best{&layout, {}, {}};
        QString bestDate;
        for (const QFileInfo &file : dir.entryInfoList(QDir::Files, QDir::Name)) {
            const QString date = withoutDate(file.fileName()).second;
            const bool better =
                best.name.isEmpty() || (!bestDate.isEmpty() && (date.isEmpty() || date > bestDate));
            if (layoutNamed(file.fileName()) == &layout && better) {
                best = {&layout, file.absoluteFilePath(), file.fileName()};
                bestDate = date;
            }
        }
        const QString official = QStringView(layout.name).toString();
        if (!best.name.isEmpty())
            found.present << best;
        else if (layout.required)
            return Error{ErrorCode::NotFound, u"bdpm.missing_file"_qs, official};
        else
            found.absent << official;
    }
    return found;
}

} // namespace ambroise::drugs
