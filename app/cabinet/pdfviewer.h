// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdfout.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace Poppler {
class Document;
}

namespace ambroise::uikit {
class MessageLine;
}

namespace ambroise::app {

//! Opens a document in a viewer of its own; `printed` is called where it was handed to a printer
//! there. Error: Corrupt "pdf.corrupt".
using OpenPdf = std::function<Status(const QByteArray &pdf, const std::function<void()> &printed)>;

//! Shows a document of the practice from memory, prints it, or writes it where the user says: no
//! temporary file.
class PdfViewer final : public QDialog {
    Q_OBJECT
public:
    PdfViewer(QByteArray pdf, const QString &title, QWidget *parent = nullptr);
    ~PdfViewer() override;

    //! Error: Corrupt "pdf.corrupt".
    [[nodiscard]] Status state() const;
    //! What it is printed on: proposed where the printer is asked. PaperKind::Other unless told.
    void setPaper(PaperKind kind) { m_paper = kind; }

Q_SIGNALS:
    void printed(); //!< handed to a printer

private:
    void print();
    void saveAs();
    void tell(const Result<Outcome> &outcome);

    QByteArray m_pdf;
    PaperKind m_paper = PaperKind::Other;
    std::unique_ptr<Poppler::Document> m_document;
    uikit::MessageLine *m_problem;
};

} // namespace ambroise::app
