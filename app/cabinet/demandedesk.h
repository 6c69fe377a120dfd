// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdfviewer.h"
#include "sheetsignature.h"

#include <practice/practice.h>

#include <ambroise/prescription/ui/demandepage.h>

#include <QObject>

class QAction;

namespace ambroise::uikit {
class ActionBar;
class ActionMap;
} // namespace ambroise::uikit

namespace ambroise::app {

//! What is prescribed besides drugs in one record.
class DemandeDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; the page is `parent`'s.
    DemandeDesk(Practice &practice, const access::Session &session, PatientId patient,
                OpenPdf openPdf, SignatureSource signature, QWidget *parent);

    [[nodiscard]] prescription::ui::DemandePage *page() const { return m_page; }
    //! « D » from any page of the record: `show` brings this one to the front.
    void addActs(uikit::ActionMap &actions, uikit::ActionBar &bar,
                 const std::function<void()> &show);
    //! The words of the primary act while the page is in front.
    void dress(QAction &primary) const;

Q_SIGNALS:
    void signedAs();
    void changed(); //!< whether the primary act can be done

private:
    prescription::ui::DemandeServices services();
    Result<QStringList> warnings(const prescription::DemandeDraft &draft) const;
    Result<prescription::Demande> demandeOf(const prescription::DemandeDraft &draft) const;
    Result<QString> contrastNote(const prescription::DemandeDraft &draft) const;
    Status preview(const prescription::DemandeDraft &draft) const;
    Result<documents::DocumentId> sign(const prescription::DemandeDraft &draft);

    Practice &m_practice;
    const access::Session &m_session;
    PatientId m_patient;
    OpenPdf m_openPdf;
    SignatureSource m_signature;
    Result<prescription::DemandeCatalogue> m_catalogue;
    prescription::ui::DemandePage *m_page;
};

} // namespace ambroise::app
