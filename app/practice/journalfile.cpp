// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalfile.h"

#include <QFile>
#include <QSaveFile>

namespace ambroise::app {

Result<audit::Filter> withMerged(Practice &practice, audit::Filter filter)
{
    if (!filter.patient.isStored())
        return filter;
    AMBROISE_TRY(const auto ids, practice.patients().recordIds(filter.patient));
    filter.merged = ids.merged();
    return filter;
}

Result<qint64> exportJournal(audit::Journal &journal, const QString &path,
                             audit::ExportFormat format, const audit::Filter &filter,
                             const audit::Actor &actor, const Progress &progress)
{
    const Error unwritable{ErrorCode::Unavailable, u"journal.write"_qs, {}};
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly))
        return unwritable;
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const bool csv = format == audit::ExportFormat::Csv;
    AMBROISE_TRY(const qint64 written, csv ? journal.exportCsv(out, filter, progress)
                                           : journal.exportSyslog(out, filter, progress));
    AMBROISE_CHECK(
        journal.record({audit::Action::Export, audit::Subject::Journal, 0, filter.patient,
                        (csv ? u"csv "_qs : u"syslog "_qs) + QString::number(written)},
                       actor));
    return out.commit() ? Result<qint64>(written) : Result<qint64>(unwritable);
}

} // namespace ambroise::app
