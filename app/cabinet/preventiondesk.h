// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdfviewer.h"

#include <practice/practice.h>

#include <ambroise/codes/ui/wedgefilter.h>
#include <ambroise/prevention/ui/duewords.h>
#include <ambroise/prevention/ui/preventionpage.h>

#include <functional>

namespace ambroise::app {

//! The rules and the vaccines that come with the program, read once.
[[nodiscard]] const Result<prevention::RuleBook> &shippedRules();
[[nodiscard]] const Result<prevention::Vaccines> &shippedVaccines();

//! What is to be done of a patient, for the first page of the record: as the page *Prévention* says
//! it, in the same order.
Result<QList<prevention::ui::DueLine>> dueLines(Practice &practice,
                                                const patient::Patient &patient);

//! *Prévention* of an open record: the page, its data, its prints, and the scanner while the page
//! is in front.
class PreventionDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; the page is `parent`'s.
    PreventionDesk(Practice &practice, const access::Session &session,
                   const patient::Patient &patient, OpenPdf open, QWidget *parent);

    [[nodiscard]] prevention::ui::PreventionPage *page() const { return m_page; }
    //! As the patient is now: what was read before may be of another identity.
    void show(const patient::Patient &patient);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] prevention::ui::PreventionServices services();
    [[nodiscard]] Result<prevention::ui::PreventionView> load() const;
    Result<prevention::VaccinationId> add(const prevention::VaccinationRecord::Parts &parts);
    Result<prevention::ui::BoxDrug> drugOf(const QString &cip13) const;
    Status printCertificate();

    Practice &m_practice;
    const access::Session &m_session;
    patient::Patient m_patient;
    OpenPdf m_open;
    prevention::RuleBook m_book;     //!< empty where the rules could not be read
    prevention::Vaccines m_vaccines; //!< the same
    prevention::ui::PreventionPage *m_page;
    std::unique_ptr<codes::ui::WedgeFilter> m_wedge; //!< while the page is in front
};

} // namespace ambroise::app
