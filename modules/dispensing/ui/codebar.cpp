// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebar.h"

#include <ambroise/uikit/button.h>
#include <ambroise/uikit/fields.h>
#include <ambroise/uikit/icon.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/type.h>

#include <QHBoxLayout>

namespace ambroise::dispensing::ui {
namespace {

uikit::Button *tallButton(const QString &text, const QString &key, QStringView icon,
                          QWidget *parent)
{
    auto *button = new uikit::Button(text, key, parent);
    button->setTall(true);
    button->setIcon(uikit::icon(icon));
    return button;
}

} // namespace

CodeBar::CodeBar(bool hasCamera, QWidget *parent)
    : QWidget(parent)
    , m_code(new uikit::SearchField(tr("Code ou numéro de l’ordonnance"), {}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(uikit::scaled(16), uikit::scaled(12), uikit::scaled(16),
                            uikit::scaled(12));
    row->setSpacing(uikit::scaled(8));
    m_code->setMinimumHeight(uikit::scaled(36));
    m_code->setMaximumWidth(uikit::scaled(440));
    auto *camera = tallButton(tr("Caméra"), u"F2"_qs, u"camera", this);
    camera->setVisible(hasCamera);
    auto *file = tallButton(tr("Fichier"), u"F3"_qs, u"file-earmark-arrow-up", this);
    row->addWidget(m_code, 1);
    row->addWidget(camera);
    row->addWidget(file);
    row->addStretch();
    row->addWidget(new uikit::Label(tr("La douchette lit à tout moment"), uikit::TextRole::Body,
                                    uikit::Token::Text2, false, this));
    connect(m_code, &QLineEdit::returnPressed, this, [this] {
        const QString code = m_code->text();
        m_code->clear();
        Q_EMIT typed(code);
    });
    connect(camera, &QPushButton::clicked, this, &CodeBar::cameraRequested);
    connect(file, &QPushButton::clicked, this, &CodeBar::fileRequested);
}

} // namespace ambroise::dispensing::ui
