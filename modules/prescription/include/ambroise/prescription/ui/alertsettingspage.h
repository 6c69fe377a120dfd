// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/alertsettings.h>

#include <QHash>
#include <QWidget>

#include <functional>

namespace ambroise::uikit {
class FormGrid;
class Label;
class MessageLine;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::prescription::ui {

struct AlertSettingsServices {
    std::function<Result<AlertSettings>()> get; //!< of who is at the post
    std::function<Status(const AlertSettings &chosen)> keep;
    std::function<QString(const Error &error)> explain;
};

//! Which signals a doctor is shown at once, by kind, kept as they are chosen. Whatever shows less
//! than a new user is shown is told as long as it holds; and what each mark of a signal means.
class AlertSettingsPage final : public QWidget {
    Q_OBJECT
public:
    explicit AlertSettingsPage(AlertSettingsServices services, QWidget *parent = nullptr);

private:
    void addKind(CheckKind kind, uikit::FormGrid &form);
    void read();
    void choose(const AlertSettings &chosen);
    void tell();

    AlertSettingsServices m_services;
    AlertSettings m_settings;
    QHash<CheckKind, uikit::Segmented *> m_levels;
    uikit::MessageLine *m_problem;
    uikit::MessageLine *m_lowered;
};

} // namespace ambroise::prescription::ui
