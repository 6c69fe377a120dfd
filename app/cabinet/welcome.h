// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/crypto/kdf.h>

#include <QWidget>

class QStackedWidget;
class QLineEdit;

namespace ambroise::uikit {
class FormField;
class Label;
class MessageLine;
class PasswordField;
class PrimaryButton;
class StrengthMeter;
} // namespace ambroise::uikit

namespace ambroise::app {

struct CreationOptions;

//! Where there is no practice yet: make one, open one, or look at the demonstration.
class Welcome final : public QWidget {
    Q_OBJECT
public:
    Welcome(crypto::Argon2Params params, const Clock &clock, QWidget *parent = nullptr);

    void setProblem(const QString &sentence);

Q_SIGNALS:
    void folderChosen(const QString &path);

private:
    void chooseFolder();
    void createDemonstration();

    crypto::Argon2Params m_params;
    const Clock &m_clock;
    uikit::MessageLine *m_problem;
    QStackedWidget *m_stack;
};

} // namespace ambroise::app
