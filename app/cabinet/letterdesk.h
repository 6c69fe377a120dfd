// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheetsignature.h"

#include <practice/practice.h>

#include <ambroise/documents/ui/letterpage.h>
#include <ambroise/documents/ui/lettertemplatespage.h>

#include <QObject>

class QAction;

namespace ambroise::uikit {
class ActionBar;
class ActionMap;
} // namespace ambroise::uikit

namespace ambroise::app {

//! The letters, certificates and forms of one record.
class LetterDesk final : public QObject {
    Q_OBJECT
public:
    //! References outlive it; the page is `parent`'s.
    LetterDesk(Practice &practice, const access::Session &session, PatientId patient,
               SignatureSource signature, QWidget *parent);

    [[nodiscard]] documents::ui::LetterPage *page() const { return m_page; }
    //! « C » and « T » from any page of the record: `show` brings this one to the front.
    void addActs(uikit::ActionMap &actions, uikit::ActionBar &bar,
                 const std::function<void()> &show);
    //! The words of the primary act while the page is in front.
    void dress(QAction &primary) const;

Q_SIGNALS:
    void signedAs();
    void changed(); //!< what the primary act is called, or whether it can be done

private:
    documents::ui::LetterServices services();
    Result<documents::FieldValues> values() const;
    QList<documents::Recipient> usualRecipients() const;
    QList<documents::Recipient> recipientsFound(const QString &typed) const;
    QFuture<Result<documents::FileContent>> preview(const documents::LetterDraft &draft) const;
    Result<documents::DocumentId> sign(const documents::LetterDraft &draft);
    Status keepTemplate(const QString &name, const documents::LetterDraft &draft);

    Practice &m_practice;
    const access::Session &m_session;
    PatientId m_patient;
    SignatureSource m_signature;
    documents::ui::LetterPage *m_page;
};

//! The templates of the practice, in its settings.
[[nodiscard]] documents::ui::LetterTemplateServices
letterTemplateServices(Practice &practice, const access::Session &session);

} // namespace ambroise::app
