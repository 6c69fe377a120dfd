// SPDX-License-Identifier: GPL-3.0-or-later
#include "signaturedialog.h"

#include <words/sentences.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/signaturepad.h>
#include <ambroise/uikit/type.h>

#include <QShortcut>
#include <QVBoxLayout>

namespace ambroise::app {

SignatureDialog::SignatureDialog(const std::optional<HandSignature> &shown, QWidget *parent)
    : QDialog(parent)
    , m_pad(new uikit::SignaturePad(this))
    , m_notice(new access::ui::Notice(this))
{
    setWindowTitle(tr("Signer cette feuille"));
    if (shown)
        m_pad->setSignature(*shown);
    auto *sentence = new uikit::Label(
        tr("Pour cette feuille seulement. Sans tracé, la place reste libre pour signer à la main."),
        uikit::TextRole::Body, uikit::Token::Text2, false, this);
    sentence->setWordWrap(true);
    auto *clear = new uikit::Button(tr("Effacer"), tr("Suppr"), this);
    auto *back = new uikit::Button(tr("Revenir"), tr("Échap"), this);
    auto *sign = new uikit::PrimaryButton(tr("Signer et imprimer"), u"Ctrl ↵"_qs, this);
    for (QPushButton *button :
         {static_cast<QPushButton *>(clear), static_cast<QPushButton *>(back)})
        button->setAutoDefault(false);
    auto *foot = new QHBoxLayout;
    foot->addWidget(clear);
    foot->addStretch();
    foot->addWidget(back);
    foot->addWidget(sign);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(uikit::scaled(16), uikit::scaled(16), uikit::scaled(16),
                               uikit::scaled(16));
    layout->setSpacing(uikit::scaled(12));
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addWidget(sentence);
    layout->addWidget(m_pad, 0, Qt::AlignHCenter);
    layout->addWidget(m_notice);
    layout->addLayout(foot);
    m_pad->setFocus();
    connect(clear, &QPushButton::clicked, m_pad, &uikit::SignaturePad::clear);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(sign, &QPushButton::clicked, this, &SignatureDialog::accept);
    connect(m_pad, &uikit::SignaturePad::changed, m_notice, &access::ui::Notice::clear);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this,
            &SignatureDialog::accept);
}

void SignatureDialog::accept()
{
    m_signature.reset();
    if (!m_pad->isEmpty()) {
        const auto drawn = HandSignature::make(m_pad->strokes());
        if (!drawn.ok()) {
            m_notice->say(uikit::Meaning::Stop, sentenceOf(drawn.error()));
            return;
        }
        m_signature = *drawn;
    }
    QDialog::accept();
}

} // namespace ambroise::app
