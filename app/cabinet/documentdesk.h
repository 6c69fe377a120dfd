// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documenttexts.h"

#include <ambroise/documents/ui/documentspage.h>

namespace ambroise::uikit {
class ActionBar;
class ActionMap;
} // namespace ambroise::uikit

namespace ambroise::app {

//! The files of one record: shown, filed into it, printed.
class DocumentDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; the page is `parent`'s.
    DocumentDesk(Practice &practice, const access::Session &session, PatientId patient,
                 DocumentTexts &texts, QWidget *parent);

    [[nodiscard]] documents::ui::DocumentsPage *page() const { return m_page; }
    //! Ctrl+I from any page of the record: `show` brings this one to the front.
    void addActs(uikit::ActionMap &actions, const std::function<void()> &show);
    //! Files are chosen in the system's own dialog.
    void import();
    //! What the post's scanner put into its folder.
    void takeScans();
    //! Of what stands before the post's camera.
    void photograph();
    //! Pages of the post's scanner.
    void scan();
    void print();

Q_SIGNALS:
    void filed();

private:
    Result<documents::DocumentId> file(const documents::ui::Filing &filing);
    Result<QList<documents::ui::DocumentRow>> rows() const;
    QList<documents::ui::ConsultationRow> consultations() const;
    Result<QString> wordsOf(documents::DocumentId id) const;
    Status imagesAllowed() const;

    Practice &m_practice;
    const access::Session &m_session;
    PatientId m_patient;
    DocumentTexts &m_texts;
    documents::ui::DocumentsPage *m_page;
};

} // namespace ambroise::app
