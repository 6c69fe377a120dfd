// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/ordonnance.h>

#include <QWidget>

class QVBoxLayout;

namespace ambroise::uikit {
class Label;
} // namespace ambroise::uikit

namespace ambroise::app {

//! The ordonnance that is being written, under the note: how many lines, and the last ones. Hidden
//! where there is none.
class OrdonnanceStrip final : public QWidget {
    Q_OBJECT
public:
    explicit OrdonnanceStrip(QWidget *parent = nullptr);

    void setLines(const QList<prescription::Line> &lines);

Q_SIGNALS:
    void opened(); //!< to be written on

private:
    uikit::Label *m_count;
    QVBoxLayout *m_lines;
};

} // namespace ambroise::app
