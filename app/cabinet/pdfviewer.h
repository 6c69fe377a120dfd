// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdfout.h"
#include "printout.h"

#include <ambroise/uikit/theme.h>

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

//! How a document that is looked at is printed.
struct Printing {
    std::function<void()> done{}; //!< called where all of it was handed to a printer
    QList<PrintPart> parts{};     //!< what it is printed on; empty: PaperKind::Other
    //! Called where only some of it went out; null: nobody asks.
    std::function<void(const SentPaper &sent)> left{};
};

//! Opens a document in a viewer of its own. Error: Corrupt "pdf.corrupt".
using OpenPdf = std::function<Status(const QByteArray &pdf, const Printing &printing)>;

//! Shows a document of the practice from memory, prints it, or writes it where the user says: no
//! temporary file.
class PdfViewer final : public QDialog {
    Q_OBJECT
public:
    PdfViewer(QByteArray pdf, const QString &title, QWidget *parent = nullptr);
    ~PdfViewer() override;

    //! Error: Corrupt "pdf.corrupt".
    [[nodiscard]] Status state() const;
    //! Of one kind of paper the printer is asked, its own proposed. Pages of several kinds, or
    //! secured ones, go each where this post has their paper: they would be worth nothing
    //! elsewhere. What did not go out is all that is printed again.
    void setPrinting(const Printing &printing);

Q_SIGNALS:
    void printed(); //!< handed to a printer

private:
    void print();
    void printParts();
    void tellSent(const Result<SentPaper> &sent);
    [[nodiscard]] bool hasItsPaper() const;
    void saveAs();
    void tell(const Result<Outcome> &outcome);
    void say(uikit::Meaning grade, const QString &sentence);

    QByteArray m_pdf;
    Printing m_printing;
    std::unique_ptr<Poppler::Document> m_document;
    uikit::MessageLine *m_problem;
};

} // namespace ambroise::app
