// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace ambroise::uikit {
class Label;
}

namespace ambroise::app::firstrun {

//! The sheet of the pages before there is a practice, as the sign-in has it: the product's name and
//! what is chosen or done at the left, a hairline, the page under its heading at the right. What
//! has no room scrolls, and follows the caret.
class TwoSides final : public QWidget {
    Q_OBJECT
public:
    explicit TwoSides(QWidget *parent = nullptr);

    void setSubtitle(const QString &text);
    [[nodiscard]] QVBoxLayout *left() const { return m_left; }
    void setHeading(const QString &title, const QString &sentence);
    [[nodiscard]] QVBoxLayout *page() const { return m_page; } //!< under the heading
    void setFoot(QWidget *foot);                               //!< stays in sight under the page

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void followFocus(QWidget *now);

    QWidget *m_leftSide;
    QWidget *m_rightSide;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    QVBoxLayout *m_page;
    QScrollArea *m_scroll;
    uikit::Label *m_subtitle;
    uikit::Label *m_title;
    uikit::Label *m_sentence;
};

} // namespace ambroise::app::firstrun
