// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

#include <QWidget>

namespace ambroise::uikit {
class Label;
}

namespace ambroise::dispensing::ui {

//! Whom the ordonnance is for and who wrote it, as on its head.
class PaperHead final : public QWidget {
    Q_OBJECT
public:
    explicit PaperHead(QWidget *parent = nullptr);

    //! `today`: the patient's age is told on that day.
    void showHeadOf(const prescription::OrdonnanceContent &content, QDate today);

private:
    uikit::Label *m_name;
    uikit::Label *m_facts;
    uikit::Label *m_prescriber;
};

} // namespace ambroise::dispensing::ui
