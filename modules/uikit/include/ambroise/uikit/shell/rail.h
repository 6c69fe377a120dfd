// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QAction;
class QActionGroup;
class QVBoxLayout;

namespace ambroise::uikit {

//! The places of the program, at the left: 64 wide, items 52 high, icon over word. A number is what
//! waits for the user. ↑ ↓ go along it.
class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    //! The action chooses the item; give it its key (Alt+1…7) through an ActionMap.
    QAction *addItem(const QString &id, QStringView icon, const QString &word);
    QAction *addFootItem(const QString &id, QStringView icon, const QString &word);
    void clear();

    void setCount(const QString &id, int count); //!< 0: nothing waits
    void setCurrent(const QString &id);          //!< without telling
    [[nodiscard]] QString current() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *insert(const QString &id, QStringView icon, const QString &word, bool foot);

    QActionGroup *m_group;
    QVBoxLayout *m_layout;
    QHash<QString, class RailItem *> m_items;
};

} // namespace ambroise::uikit
