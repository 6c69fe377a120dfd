// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace ambroise::uikit {

class Label;
class OpenTabs;

//! The top of every window, 40 high: mark, what opens the palette, open records, who is signed in
//! with which card, lock.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    [[nodiscard]] OpenTabs &tabs() const { return *m_tabs; }
    void setUser(const QString &name);
    //! "CPS", "CPE", "mot de passe"; an absent card is drawn as a caution, its word says it.
    void setCard(const QString &word, bool present = true);
    //! A post without palette and records (officine): a title stands in their place.
    void setTitle(const QString &strong, const QString &rest = {});

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void searchRequested();
    void lockRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class PaletteButton *m_search;
    OpenTabs *m_tabs;
    QWidget *m_title;
    Label *m_strong;
    Label *m_rest;
    class UserButton *m_user;
};

} // namespace ambroise::uikit
