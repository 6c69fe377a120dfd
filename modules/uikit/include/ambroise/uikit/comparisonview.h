// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/textcomparison.h>

#include <QWidget>

class QAction;

namespace ambroise::uikit {

class ActionMap;
class ComparedText;
class Label;

//! Two versions of a text in one: what was removed is struck, what is new underlined, with − and +
//! in the margin and their tints; the line at the foot says the change in words. Lines around the
//! changes alone unless F6 asks for all; Alt+↓ and Alt+↑ go from change to change.
class ComparisonView final : public QWidget {
    Q_OBJECT
public:
    explicit ComparisonView(QWidget *parent = nullptr);

    //! Compared on a thread; `compared` follows. The answer of a former call is let go.
    void compare(const QString &before, const QString &after);
    void clear();
    void setWhole(bool whole); //!< every line
    [[nodiscard]] bool isWhole() const { return m_whole; }
    void step(int by); //!< to the next change, or a former one
    [[nodiscard]] int changes() const;
    [[nodiscard]] int current() const { return m_current; } //!< -1: none
    [[nodiscard]] QString shown() const;                    //!< the text in sight, with both
    [[nodiscard]] QString told() const;                     //!< the change in words

Q_SIGNALS:
    void compared();

private:
    void show();
    void tell();

    std::optional<text::Comparison> m_comparison;
    ComparedText *m_text;
    Label *m_state;
    QAction *m_next = nullptr;
    QAction *m_former = nullptr;
    QAction *m_all = nullptr;
    int m_asked = 0;
    int m_current = -1;
    bool m_whole = false;
};

} // namespace ambroise::uikit
