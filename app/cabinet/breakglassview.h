// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace ambroise::uikit {
class MessageLine;
}

namespace ambroise::app {

//! Bris de glace: a page, with what it means and a reason to write.
class BreakGlassView final : public QWidget {
    Q_OBJECT
public:
    explicit BreakGlassView(QWidget *parent = nullptr);
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void confirmed(const QString &reason);
    void cancelled();

private:
    QLineEdit *m_reason;
    uikit::MessageLine *m_problem;
};

} // namespace ambroise::app
