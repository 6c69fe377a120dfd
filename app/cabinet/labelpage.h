// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdfout.h"
#include "postlabels.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace ambroise::access::ui {
class Notice;
}
namespace ambroise::uikit {
class FormField;
}

namespace ambroise::app {

//! The settings' page *Étiquettes*: what the post's printer prints INS labels on, how far it is
//! off, the first free place of a sheet; drawn as it comes out. What is chosen is kept at once.
//! Ctrl+P prints a label of nobody, with the edges.
class LabelPage final : public QWidget {
    Q_OBJECT
public:
    using Print = std::function<Result<Outcome>(const QByteArray &pdf, QWidget *parent)>;
    //! Asks for a printer, that of the labels proposed.
    static Result<Outcome> printLabels(const QByteArray &pdf, QWidget *parent)
    {
        return printPdfAs(PaperKind::Label, pdf, parent);
    }

    explicit LabelPage(Print print = printLabels, QWidget *parent = nullptr);

    [[nodiscard]] const PostLabels &labels() const { return m_labels; }

protected:
    void showEvent(QShowEvent *event) override; //!< reads again: labels were printed meanwhile
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildForm();
    QDoubleSpinBox *shiftBox(double documents::LabelStart::*shift);
    void showLabels();
    void drawSpecimen();
    void showPreview();
    void keep();
    void printSpecimen();

    Print m_print;
    PostLabels m_labels;
    QByteArray m_specimen; //!< as it would be printed
    QComboBox *m_format;
    QSpinBox *m_next;
    uikit::FormField *m_nextField;
    QDoubleSpinBox *m_right;
    QDoubleSpinBox *m_down;
    QLabel *m_preview;
    access::ui::Notice *m_notice;
};

} // namespace ambroise::app
