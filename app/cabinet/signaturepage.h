// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <practice/practice.h>

#include <QWidget>

class QCheckBox;

namespace ambroise::access::ui {
class Notice;
}
namespace ambroise::uikit {
class Button;
class Label;
class PrimaryButton;
class SignaturePad;
class Toast;
} // namespace ambroise::uikit

namespace ambroise::app {

class SignaturePreview;

//! The settings' page *Ma signature*, of who prescribes: drawn, seen as it is printed, kept,
//! removed, brought back by Z while that is offered, and whether it is put on everything that they
//! sign. Ctrl+↵ keeps it.
class SignaturePage final : public QWidget {
    Q_OBJECT
public:
    SignaturePage(Practice &practice, const access::Session &session, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildPad();
    [[nodiscard]] QWidget *buildPreview();
    void read();
    void showState();
    void keep();
    void remove();
    void restore(const access::KeptSignature &removed);
    void chooseDefault();
    void tell(const Error &error);

    Practice &m_practice;
    const access::Session &m_session;
    bool m_isKept = false;
    uikit::SignaturePad *m_pad;
    SignaturePreview *m_preview;
    uikit::Label *m_state;
    QCheckBox *m_byDefault;
    uikit::Button *m_undo;
    uikit::Button *m_clear;
    uikit::Button *m_remove;
    uikit::PrimaryButton *m_keep;
    access::ui::Notice *m_notice;
    uikit::Toast *m_toast;
};

} // namespace ambroise::app
