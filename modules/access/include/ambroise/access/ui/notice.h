// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>

#include <QWidget>

namespace ambroise::uikit {
class Label;
}

namespace ambroise::access::ui {

//! The message line of a narrow form: it wraps, because a sentence cut in the middle would not say
//! what to do. Hidden while there is nothing to say.
class Notice final : public QWidget {
    Q_OBJECT
public:
    explicit Notice(QWidget *parent = nullptr);

    //! An empty sentence hides it. A screen reader says a new sentence once; `quiet` keeps it
    //! silent: a countdown is not to be read out each second.
    void say(uikit::Meaning grade, const QString &sentence, bool quiet = false);
    void clear() { say(m_grade, {}); }
    [[nodiscard]] QString text() const;
    [[nodiscard]] uikit::Meaning grade() const { return m_grade; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();

    uikit::Label *m_label;
    uikit::Meaning m_grade = uikit::Meaning::Stop;
};

} // namespace ambroise::access::ui
