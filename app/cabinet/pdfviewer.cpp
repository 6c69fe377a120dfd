// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfviewer.h"

#include <words/sentences.h>

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/type.h>
#include <ambroise/uikit/whendone.h>

#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <poppler-qt6.h>

namespace ambroise::app {
namespace {

constexpr double screenDpi = 96;

} // namespace

PdfViewer::PdfViewer(QByteArray pdf, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_pdf(std::move(pdf))
    , m_document(Poppler::Document::loadFromData(m_pdf))
    , m_problem(new uikit::MessageLine(uikit::Meaning::Stop, this))
{
    m_problem->hide();
    setWindowTitle(title);
    resize(uikit::scaled(880), uikit::scaled(720));
    auto *pages = new QWidget;
    auto *column = new QVBoxLayout(pages);
    column->setSpacing(uikit::scaled(12));
    if (m_document) {
        m_document->setRenderHint(Poppler::Document::Antialiasing);
        m_document->setRenderHint(Poppler::Document::TextAntialiasing);
    }
    const double dpi = screenDpi * devicePixelRatioF();
    for (int i = 0; m_document && i < m_document->numPages(); ++i) {
        auto *sheet = new QLabel(pages);
        const auto page = m_document->page(i);
        QPixmap drawn = QPixmap::fromImage(page->renderToImage(dpi, dpi));
        drawn.setDevicePixelRatio(devicePixelRatioF());
        sheet->setPixmap(drawn);
        sheet->setAccessibleName(page->text(QRectF()));
        column->addWidget(sheet, 0, Qt::AlignHCenter);
    }
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(pages);
    scroll->setWidgetResizable(true);
    auto *printButton = new uikit::PrimaryButton(tr("Imprimer"), u"Ctrl P"_qs, this);
    auto *saveButton = new uikit::Button(tr("Enregistrer sous"), this);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(saveButton);
    foot->addWidget(printButton);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_problem);
    layout->addLayout(foot);
    connect(printButton, &QPushButton::clicked, this, &PdfViewer::print);
    connect(saveButton, &QPushButton::clicked, this, &PdfViewer::saveAs);
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, this,
            &PdfViewer::print);
}

PdfViewer::~PdfViewer() = default;

Status PdfViewer::state() const
{
    return m_document && m_document->numPages() > 0
               ? ambroise::done()
               : Status(Error{ErrorCode::Corrupt, u"pdf.corrupt"_qs, {}});
}

void PdfViewer::print()
{
    if (hasItsPaper()) {
        printParts();
        return;
    }
    const auto outcome = printPdfAs(m_printing.parts.value(0).kind, m_pdf, this);
    tell(outcome);
    if (outcome.ok() && *outcome == Outcome::Done)
        Q_EMIT printed();
}

void PdfViewer::setPrinting(const Printing &printing)
{
    m_printing = printing;
    if (printing.done)
        connect(this, &PdfViewer::printed, this, printing.done);
}

bool PdfViewer::hasItsPaper() const
{
    const QList<PrintPart> &parts = m_printing.parts;
    if (parts.size() != 1)
        return parts.size() > 1;
    const PrintPart &one = parts.first();
    const bool whole = one.first == 1 && (one.count == 0 || one.count == m_document->numPages());
    return one.kind == PaperKind::Secured || !whole;
}

void PdfViewer::printParts()
{
    // Its title names a patient, whom the queue of a printer must not.
    const auto sent = app::printParts(m_pdf, tr("Ordonnance"), m_printing.parts);
    const QPointer<PdfViewer> viewer(this); // may be closed meanwhile; it is noted all the same
    uikit::whenDone(parentWidget() ? parentWidget() : this, sent,
                    [viewer, printing = m_printing](const Result<SentPaper> &result) {
                        const bool some = result.ok() && !result->left.isEmpty();
                        if (some && printing.left)
                            printing.left(*result);
                        if (viewer)
                            viewer->tellSent(result);
                        else if (result.ok() && !some && printing.done)
                            printing.done();
                    });
}

void PdfViewer::tellSent(const Result<SentPaper> &sent)
{
    if (!sent.ok()) {
        tell(sent.error());
        return;
    }
    if (!sent->left.isEmpty()) {
        m_printing.parts = sent->left;
        say(uikit::Meaning::Caution, sent->leftTold);
        m_problem->addAct(tr("Imprimer ce qui manque"), u"Ctrl P"_qs, [this] { print(); });
        return;
    }
    say(uikit::Meaning::Done, tr("Envoyée à %1.").arg(sent->told));
    Q_EMIT printed();
}

void PdfViewer::saveAs()
{
    tell(savePdf(m_pdf, {}, this));
}

void PdfViewer::tell(const Result<Outcome> &outcome)
{
    m_problem->hide();
    if (!outcome.ok())
        say(uikit::Meaning::Stop, sentenceOf(outcome.error()));
}

void PdfViewer::say(uikit::Meaning grade, const QString &sentence)
{
    m_problem->say(grade, sentence);
}

} // namespace ambroise::app
