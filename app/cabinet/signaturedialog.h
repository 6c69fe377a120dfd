// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/handsignature.h>

#include <QDialog>

#include <optional>

namespace ambroise::access::ui {
class Notice;
}
namespace ambroise::uikit {
class SignaturePad;
}

namespace ambroise::app {

//! Where one sheet is signed on the screen. Ctrl+↵ signs it, with what is drawn or without; Échap
//! goes back to it.
class SignatureDialog final : public QDialog {
    Q_OBJECT
public:
    //! `shown`: what is drawn to begin with.
    explicit SignatureDialog(const std::optional<HandSignature> &shown, QWidget *parent = nullptr);

    //! None: nothing was drawn.
    [[nodiscard]] const std::optional<HandSignature> &signature() const { return m_signature; }
    void accept() override;

private:
    uikit::SignaturePad *m_pad;
    access::ui::Notice *m_notice;
    std::optional<HandSignature> m_signature;
};

} // namespace ambroise::app
