// SPDX-License-Identifier: GPL-3.0-or-later
#include "signaturepage.h"

#include "settingspage.h"

#include <words/sentences.h>

#include <ambroise/access/ui/notice.h>
#include <ambroise/core/text.h>
#include <ambroise/uikit/button.h>
#include <ambroise/uikit/label.h>
#include <ambroise/uikit/message.h>
#include <ambroise/uikit/signaturepad.h>
#include <ambroise/uikit/type.h>

#include <QCheckBox>
#include <QPainter>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ambroise::app {

//! The place of a signature on paper, at its true size.
class SignaturePreview final : public QWidget {
public:
    explicit SignaturePreview(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(uikit::scaled(int(place().width() * pixelsAMm)),
                     uikit::scaled(int(place().height() * pixelsAMm)));
    }
    void show(const std::optional<HandSignature> &signature)
    {
        m_signature = signature;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const uikit::Theme paper = uikit::Theme::light(); // whatever the window's
        painter.fillRect(rect(), paper.color(uikit::Token::Base));
        painter.setPen(paper.color(uikit::Token::Line));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        if (!m_signature)
            return;
        const double scale = width() / place().width();
        painter.scale(scale, scale);
        const QSizeF size = m_signature->size();
        painter.translate((place().width() - size.width()) / 2,
                          (place().height() - size.height()) / 2);
        uikit::paintInk(painter, m_signature->strokes(), Qt::black);
    }

private:
    static constexpr double pixelsAMm = 96 / 25.4;
    static constexpr QSizeF place()
    {
        return {HandSignature::mostWidth + 4, HandSignature::mostHeight + 4};
    }

    std::optional<HandSignature> m_signature;
};

SignaturePage::SignaturePage(Practice &practice, const access::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_practice(practice)
    , m_session(session)
    , m_pad(new uikit::SignaturePad)
    , m_preview(new SignaturePreview(this))
    , m_state(new uikit::Label({}, uikit::TextRole::Body, uikit::Token::Text2, false, this))
    , m_byDefault(new QCheckBox(tr("L’apposer sur tout ce que je signe"), this))
    , m_undo(new uikit::Button(tr("Ôter le dernier trait"), tr("Retour arrière")))
    , m_clear(new uikit::Button(tr("Effacer"), tr("Suppr")))
    , m_remove(new uikit::Button(tr("Retirer ma signature"), this))
    , m_keep(new uikit::PrimaryButton(tr("Enregistrer"), u"Ctrl ↵"_qs, this))
    , m_notice(new access::ui::Notice(this))
    , m_toast(new uikit::Toast(this))
{
    auto *column = settingsColumn(this, tr("Ma signature"));
    auto *sentence = new uikit::Label(
        tr("Elle s’imprime à la place de la signature sur vos ordonnances, demandes, courriers et "
           "certificats, jamais sur un brouillon. Ctrl+G signe une feuille à l’écran, pour elle "
           "seule."),
        uikit::TextRole::Body, uikit::Token::Text2, false, this);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    column->addWidget(m_state);
    column->addWidget(buildPad());
    column->addWidget(buildPreview());
    column->addWidget(m_byDefault);
    column->addWidget(m_notice);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(uikit::scaled(8));
    foot->addWidget(m_keep);
    foot->addWidget(m_remove);
    foot->addStretch();
    column->addLayout(foot);
    column->addWidget(m_toast);
    column->addStretch();
    setFocusProxy(m_pad);
    connect(m_pad, &uikit::SignaturePad::changed, this, [this] {
        m_notice->clear();
        showState();
    });
    connect(m_byDefault, &QCheckBox::toggled, this, &SignaturePage::chooseDefault);
    connect(m_keep, &QPushButton::clicked, this, &SignaturePage::keep);
    connect(m_remove, &QPushButton::clicked, this, &SignaturePage::remove);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this,
            &SignaturePage::keep);
}

QWidget *SignaturePage::buildPad()
{
    auto *parts = new QWidget(this);
    auto *layout = new QVBoxLayout(parts);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(8));
    layout->addWidget(m_pad);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(uikit::scaled(8));
    acts->addWidget(m_undo);
    acts->addWidget(m_clear);
    acts->addStretch();
    layout->addLayout(acts);
    connect(m_undo, &QPushButton::clicked, m_pad, &uikit::SignaturePad::undo);
    connect(m_clear, &QPushButton::clicked, m_pad, &uikit::SignaturePad::clear);
    return parts;
}

QWidget *SignaturePage::buildPreview()
{
    auto *parts = new QWidget(this);
    auto *layout = new QVBoxLayout(parts);
    layout->setContentsMargins({});
    layout->setSpacing(uikit::scaled(4));
    layout->addWidget(new uikit::Label(tr("Comme elle s’imprime"), uikit::TextRole::Small,
                                       uikit::Token::Text2, true, parts));
    layout->addWidget(m_preview);
    m_preview->setAccessibleName(tr("Aperçu de la signature imprimée"));
    return parts;
}

void SignaturePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_notice->clear();
    m_toast->dismiss();
    m_pad->clear();
    read();
}

void SignaturePage::read()
{
    const auto kept = m_practice.signatures().own(m_session);
    const QSignalBlocker quiet(m_byDefault);
    m_isKept = kept.ok() && kept->has_value();
    m_byDefault->setChecked(!m_isKept || (*kept)->byDefault);
    m_state->setText(
        m_isKept
            ? tr("Enregistrée le %1.").arg(text::frenchDate((*kept)->drawnAt.toLocalTime().date()))
            : tr("Aucune signature enregistrée : la place reste libre sur le "
                 "papier pour signer à la main."));
    if (m_isKept && m_pad->isEmpty()) // else what is being drawn stays
        m_pad->setSignature((*kept)->drawn);
    if (!kept.ok())
        tell(kept.error());
    showState();
}

void SignaturePage::showState()
{
    const auto drawn = HandSignature::make(m_pad->strokes());
    m_preview->show(drawn.ok() ? std::optional(*drawn) : std::nullopt);
    m_undo->setEnabled(!m_pad->isEmpty());
    m_clear->setEnabled(!m_pad->isEmpty());
    m_keep->setEnabled(!m_pad->isEmpty());
    m_remove->setEnabled(m_isKept);
}

void SignaturePage::keep()
{
    if (!m_keep->isEnabled())
        return;
    const auto drawn = HandSignature::make(m_pad->strokes());
    const Status kept =
        drawn.ok() ? m_practice.signatures().keep(*drawn, m_byDefault->isChecked(), m_session)
                   : Status(drawn.error());
    if (!kept.ok()) {
        tell(kept.error());
        return;
    }
    m_toast->dismiss(); // what it would bring back has a successor
    read();
    m_notice->say(uikit::Meaning::Done,
                  m_byDefault->isChecked()
                      ? tr("Signature enregistrée. Elle sera sur la prochaine feuille signée.")
                      : tr("Signature enregistrée. Ctrl+G l’appose sur une feuille."));
}

void SignaturePage::remove()
{
    const auto before = m_practice.signatures().own(m_session); // unread: it goes for good
    if (const Status removed = m_practice.signatures().remove(m_session); !removed.ok()) {
        tell(removed.error());
        return;
    }
    m_pad->clear();
    read();
    m_notice->clear();
    m_pad->setFocus();
    const QString said = tr("Signature retirée. Les feuilles déjà signées la gardent.");
    if (before.ok() && before->has_value())
        m_toast->say(said, [this, was = **before] { restore(was); });
    else
        m_toast->say(said);
}

void SignaturePage::restore(const access::KeptSignature &removed)
{
    const Status restored = m_practice.signatures().restore(removed, m_session);
    read();
    if (restored.ok())
        m_notice->say(uikit::Meaning::Done, tr("Signature remise."));
    else
        tell(restored.error());
}

void SignaturePage::chooseDefault()
{
    if (!m_isKept)
        return; // kept with the drawing
    const Status kept = m_practice.signatures().setByDefault(m_byDefault->isChecked(), m_session);
    m_notice->clear();
    if (!kept.ok())
        tell(kept.error());
}

void SignaturePage::tell(const Error &error)
{
    m_notice->say(uikit::Meaning::Stop, sentenceOf(error));
}

} // namespace ambroise::app
