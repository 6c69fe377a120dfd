// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ui/ordonnancepage.h>
#include <ambroise/uikit/theme.h>

namespace ambroise::prescription::ui {

//! What is missing before the lines can be signed, a sentence each; the first ones only.
class RemarkList final : public QWidget {
    Q_OBJECT
public:
    explicit RemarkList(const OrdonnanceServices &services, QWidget *parent = nullptr);

    void showFor(const QList<Line> &lines);

private:
    void say(uikit::Meaning grade, const Error &error);

    const OrdonnanceServices &m_services;
};

} // namespace ambroise::prescription::ui
