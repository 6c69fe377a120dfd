// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/shell/tabs.h>

#include <QHash>
#include <QWidget>

#include <optional>

namespace ambroise::uikit {

//! The pages of a record, 34 high: underlined, each with how much it holds; at the right end, who
//! waits. Ctrl+1…8 are the window's to bind.
class RecordTabs final : public QWidget {
    Q_OBJECT
public:
    explicit RecordTabs(QWidget *parent = nullptr);

    void add(const QString &id, const QString &title);
    void setCount(const QString &id, std::optional<int> count);
    void select(const QString &id);
    void selectAt(int index); //!< nothing where there is no such tab
    [[nodiscard]] QString current() const;
    [[nodiscard]] int count() const;
    //! « DIALLO Ibrahim » « attend depuis 6 min » « Ctrl ↓ »; an empty name hides it. Where there
    //! is no room only the dot and the key stay, with the words as tooltip.
    void setNext(const QString &name, const QString &rest, const QString &key);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void selected(const QString &id);
    void nextRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    class CountedTabs *m_tabs;
    class NextButton *m_next;
};

} // namespace ambroise::uikit
