// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/button.h>

#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace ambroise::uikit {

class Label;

//! The foot of a page, 40 high: its acts with their letters at the left, always in the same place;
//! at the right a notice, secondary buttons, and the one primary button of the window. Where there
//! is no room the acts show their caps alone.
class ActionBar final : public QWidget {
    Q_OBJECT
public:
    explicit ActionBar(QWidget *parent = nullptr);

    Button *addAct(QAction *action);       //!< checked: the current page
    Button *addSecondary(QAction *action); //!< a framed button before the primary one
    PrimaryButton *setPrimary(QAction *action);
    //! Before the buttons: what comes next, or why the primary act is not possible yet.
    void setNotice(const QString &text, const QString &strong = {},
                   std::optional<Meaning> meaning = {});
    void clear();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fit();
    void place();

    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
    QHBoxLayout *m_secondary;
    Label *m_notice;
    Label *m_strong;
    QList<Button *> m_acts;
    QList<Button *> m_secondaries;
    PrimaryButton *m_primary = nullptr;
};

} // namespace ambroise::uikit
