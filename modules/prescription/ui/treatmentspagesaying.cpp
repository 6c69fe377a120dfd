// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of treatments says of one: that it is stopped, that it is not, for how long it is.
#include <ambroise/prescription/ui/treatmentspage.h>

#include "treatmentmodels.h"
#include "treatmentwords.h"

#include <ambroise/uikit/column.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/reasonform.h>

#include <QAction>
#include <QStackedWidget>

namespace ambroise::prescription::ui {

void TreatmentsPage::askStop()
{
    const PatientTreatment *one = chosen();
    if (!one || !m_stop->isEnabled())
        return;
    m_toast->dismiss();
    m_asked = Place::of(*one);
    m_side->setCurrentWidget(m_form);
    m_column->showRight(true); // a drawer in a narrow window
    m_form->ask(tr("Arrêter le traitement"), one->name, m_clock.today());
}

Result<record::TreatmentStop> TreatmentsPage::writtenStop() const
{
    AMBROISE_TRY(const QDate day, m_form->day());
    return record::TreatmentStop{
        day, record::stopReasons().value(m_form->reason(), record::StopReason::Unspecified),
        m_form->words()};
}

void TreatmentsPage::keepStop()
{
    const PatientTreatment *one = m_model->at(rowOf(m_asked)); // whichever is chosen meanwhile
    const QString name = one ? one->name : QString();          // it goes with the next reading
    const auto stop = writtenStop();
    const Status kept = !one        ? Status(Error{ErrorCode::NotFound, u"entry.unknown"_qs, {}})
                        : stop.ok() ? m_services.stop(*one, *stop)
                                    : Status(stop.error());
    if (!kept.ok() && kept.error().code == ErrorCode::Conflict && tellConflict())
        return;
    stopKept(kept, name);
}

void TreatmentsPage::stopKept(const Status &kept, const QString &name)
{
    if (!kept.ok()) {
        m_form->tell(m_services.explain(kept.error()));
        return;
    }
    closeForm();
    read();
    Q_EMIT changed();
    m_toast->say(tr("%1 : arrêté").arg(name), [this, place = m_asked] { takeBack(place); });
}

//! Another post was faster: theirs is in the record, this one in the form, until one of them is
//! chosen. Theirs stays in the history where this one is; this one is kept only then. False: it is
//! not stopped.
bool TreatmentsPage::tellConflict()
{
    read();
    const PatientTreatment *theirs = m_model->at(rowOf(m_asked));
    if (!theirs || theirs->state != TreatmentState::Stopped || !m_services.replaceStop)
        return false;
    m_form->tell(tr("Deux arrêts"));
    m_form->problem()->setGrade(uikit::Meaning::Caution);
    m_form->problem()->addAct(tr("Le mien"), {}, [this] { keepMine(); });
    m_form->problem()->addAct(tr("Le sien"), {}, [this] { closeForm(); });
    m_form->setNote(
        tr("Arrêté aussi par %1, le %2 : %3")
            .arg(theirs->stoppedBy, stopDayWord(*theirs), stopReasonWord(*theirs->stop)));
    return true;
}

void TreatmentsPage::keepMine()
{
    const PatientTreatment *one = m_model->at(rowOf(m_asked));
    const QString name = one ? one->name : QString();
    const auto stop = writtenStop();
    const Status kept = !one        ? Status(Error{ErrorCode::NotFound, u"entry.unknown"_qs, {}})
                        : stop.ok() ? m_services.replaceStop(*one, *stop)
                                    : Status(stop.error());
    stopKept(kept, name);
}

void TreatmentsPage::takeBack()
{
    if (const PatientTreatment *one = chosen(); one && m_resume->isEnabled())
        takeBack(Place::of(*one));
}

void TreatmentsPage::takeBack(const Place &place)
{
    const PatientTreatment *one = m_model->at(rowOf(place));
    if (!one || !one->stop)
        return;
    const QString name = one->name;
    const Status kept = m_services.takeBack(*one);
    read();
    if (!kept.ok()) {
        tell(kept.error());
        return;
    }
    Q_EMIT changed();
    m_toast->say(tr("%1 : arrêt repris").arg(name));
}

void TreatmentsPage::sayUse()
{
    if (const PatientTreatment *one = chosen(); one && m_use->isEnabled())
        sayUse(Place::of(*one), one->nextUse());
}

void TreatmentsPage::sayUse(const Place &place, record::TreatmentUse use)
{
    const PatientTreatment *one = m_model->at(rowOf(place));
    const PatientTreatment was = one ? *one : PatientTreatment();
    const Status said = one ? m_services.sayUse(was, use)
                            : Status(Error{ErrorCode::NotFound, u"entry.unknown"_qs, {}});
    read();
    if (!said.ok()) {
        tell(said.error());
        return;
    }
    Q_EMIT changed();
    const auto before = was.use.proposed ? record::TreatmentUse::Unspecified : was.use.use;
    m_toast->say(tr("%1 : %2").arg(was.name, useSaidWord(use)),
                 [this, place, before] { sayUse(place, before); });
}

void TreatmentsPage::closeForm()
{
    m_side->setCurrentIndex(0);
    if (m_column->isNarrow())
        m_column->showRight(false);
    focusTable();
}

} // namespace ambroise::prescription::ui
