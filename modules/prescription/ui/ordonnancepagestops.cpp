// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of ordonnances changes of the treatments of the record.
#include <ambroise/prescription/ui/ordonnancepage.h>

#include "checkwords.h"
#include "sheetline.h"
#include "signallist.h"

#include <ambroise/uikit/message.h>

namespace ambroise::prescription::ui {

void OrdonnancePage::stopTreatment(int taken, const QString &words)
{
    const Checked &checked = m_signals->checked();
    if (taken < 0 || taken >= checked.taken.size())
        return;
    const record::EntryId treatment = checked.taken.at(taken).entry;
    const QString name = shortLabel(checked.lines.value(lines().size() + taken).label);
    const Status stopped = m_services.stopTreatment(treatment, words);
    if (!stopped.ok()) {
        m_sheet->tell(stopped.error());
        return;
    }
    linesChanged(); // without it the signals are others
    Q_EMIT treatmentChanged();
    m_toast->say(tr("%1 : arrêté").arg(name), [this, treatment] { resumeTreatment(treatment); });
}

void OrdonnancePage::resumeTreatment(record::EntryId treatment)
{
    const Status resumed = m_services.resumeTreatment(treatment);
    linesChanged();
    if (!resumed.ok())
        m_sheet->tell(resumed.error());
    else
        Q_EMIT treatmentChanged();
}

} // namespace ambroise::prescription::ui
