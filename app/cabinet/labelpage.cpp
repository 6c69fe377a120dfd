// SPDX-License-Identifier: GPL-3.0-or-later
#include "labelpage.h"

#include "settingspage.h"

#include <words/sentences.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/form.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

#include <poppler-qt6.h>

namespace ambroise::app {
namespace {

constexpr int formWidth = 352;
constexpr int gap = 24;
constexpr QSize largestPreview{440, 560};
constexpr int narrowestPreview = 160;
constexpr double step = 0.5; // millimetres

//! The first page, as large as fits.
QPixmap drawn(const QByteArray &pdf, QSize room, qreal ratio)
{
    const auto document = Poppler::Document::loadFromData(pdf);
    if (!document || document->numPages() == 0)
        return {};
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    const auto page = document->page(0);
    const QSizeF points = page->pageSizeF();
    const double scale =
        ratio * std::min(room.width() / points.width(), room.height() / points.height());
    QPixmap shown = QPixmap::fromImage(page->renderToImage(72 * scale, 72 * scale));
    shown.setDevicePixelRatio(ratio);
    return shown;
}

} // namespace

LabelPage::LabelPage(Print print, QWidget *parent)
    : QWidget(parent)
    , m_print(std::move(print))
    , m_preview(new QLabel(this))
    , m_notice(new access::ui::Notice(this))
{
    auto *column = settingsColumn(this, tr("Étiquettes"));
    column->addWidget(new uikit::Label(
        tr("Les étiquettes INS de ce poste. Ce qui est choisi est gardé aussitôt."),
        uikit::TextRole::Body, uikit::Token::Text2, false, this));
    auto *parts = new QHBoxLayout;
    parts->setSpacing(uikit::scaled(gap));
    parts->addWidget(buildForm());
    m_preview->setFrameShape(QFrame::Box);
    parts->addWidget(m_preview, 0, Qt::AlignTop);
    parts->addStretch();
    column->addLayout(parts, 1);
    setFocusProxy(m_format);
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, this,
            &LabelPage::printSpecimen);
}

QWidget *LabelPage::buildForm()
{
    auto *form = new QWidget(this);
    form->setFixedWidth(uikit::scaled(formWidth));
    m_format = new QComboBox;
    for (const documents::LabelSheet &sheet : documents::labelSheets())
        m_format->addItem(sheet.name);
    m_next = new QSpinBox;
    m_right = shiftBox(&documents::LabelStart::shiftX);
    m_down = shiftBox(&documents::LabelStart::shiftY);
    auto *grid = new uikit::FormGrid(2, form);
    grid->add(tr("Format"), m_format, 2);
    grid->add(tr("Décalage vers la droite"), m_right)->setHint(tr("Négatif : vers la gauche."));
    grid->add(tr("Décalage vers le bas"), m_down)->setHint(tr("Négatif : vers le haut."));
    m_nextField = grid->add(tr("Première étiquette libre"), m_next);
    m_nextField->setHint(tr("De gauche à droite, puis en bas."));
    auto *print = new uikit::PrimaryButton(tr("Imprimer un essai"), u"Ctrl P"_qs, form);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(12));
    layout->addWidget(grid);
    layout->addWidget(m_notice);
    layout->addWidget(print, 0, Qt::AlignLeft);
    layout->addWidget(new uikit::Label(tr("L’essai n’est celui de personne ; il montre les bords."),
                                       uikit::TextRole::Small, uikit::Token::Text2, false, form));
    layout->addStretch();
    connect(m_format, &QComboBox::currentIndexChanged, this, [this](int chosen) {
        m_labels.sheet = documents::labelSheets().at(chosen);
        m_labels.start.position = 0; // another kind of paper
        keep();
    });
    connect(m_next, &QSpinBox::valueChanged, this, [this](int place) {
        m_labels.start.position = place - 1;
        keep();
    });
    connect(print, &QPushButton::clicked, this, &LabelPage::printSpecimen);
    return form;
}

QDoubleSpinBox *LabelPage::shiftBox(double documents::LabelStart::*shift)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(-PostLabels::furthest, PostLabels::furthest);
    box->setSingleStep(step);
    box->setDecimals(1);
    box->setLocale(QLocale(QLocale::French));
    box->setSuffix(u"\u202Fmm"_qs);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, shift](double millimetres) {
        m_labels.start.*shift = millimetres;
        keep();
    });
    return box;
}

void LabelPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_labels = PostLabels::load();
    m_notice->clear();
    showLabels();
}

void LabelPage::showLabels()
{
    const std::array<QSignalBlocker, 4> quiet{QSignalBlocker(m_format), QSignalBlocker(m_next),
                                              QSignalBlocker(m_right), QSignalBlocker(m_down)};
    m_format->setCurrentText(m_labels.sheet.name);
    m_next->setRange(1, m_labels.sheet.count());
    m_next->setSuffix(tr(" sur %1").arg(m_labels.sheet.count()));
    m_next->setValue(m_labels.start.position + 1);
    m_nextField->setVisible(m_labels.sheet.count() > 1);
    m_right->setValue(m_labels.start.shiftX);
    m_down->setValue(m_labels.start.shiftY);
    drawSpecimen();
}

void LabelPage::drawSpecimen()
{
    const auto pdf = m_labels.specimen();
    m_specimen = pdf.ok() ? *pdf : QByteArray();
    if (!pdf.ok())
        m_notice->say(uikit::Meaning::Stop, sentenceOf(pdf.error()));
    showPreview();
}

void LabelPage::showPreview()
{
    const int beside = width() - uikit::scaled(formWidth + 3 * gap);
    const QSize room(
        std::clamp(beside, uikit::scaled(narrowestPreview), uikit::scaled(largestPreview.width())),
        uikit::scaled(largestPreview.height()));
    m_preview->setVisible(!m_specimen.isEmpty());
    if (m_specimen.isEmpty())
        return;
    m_preview->setPixmap(drawn(m_specimen, room, devicePixelRatioF()));
    m_preview->setAccessibleName(tr("Aperçu : %1").arg(m_labels.sheet.name));
}

void LabelPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showPreview();
}

void LabelPage::keep()
{
    const Status kept = m_labels.save();
    m_notice->say(uikit::Meaning::Stop, kept.ok() ? QString() : sentenceOf(kept.error()));
    showLabels();
}

void LabelPage::printSpecimen()
{
    if (m_specimen.isEmpty())
        return;
    const auto printed = m_print(m_specimen, window());
    if (!printed.ok())
        m_notice->say(uikit::Meaning::Stop, sentenceOf(printed.error()));
    else if (*printed == Outcome::Done)
        m_notice->say(uikit::Meaning::Done, tr("Essai envoyé à l’imprimante."));
}

} // namespace ambroise::app
