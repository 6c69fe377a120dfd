// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>

#include <QHash>
#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace ambroise::uikit {

class Chip;

//! A word of the status bar.
struct StatusItem {
    QString id;
    QString text;
    QString icon = {};                   //!< may be empty
    bool right = false;                  //!< référentiels, post; the rest is at the left
    bool clickable = false;              //!< the outbox opens its queue
    std::optional<Meaning> meaning = {}; //!< « 1 envoi refusé » is a Stop
};

//! The foot of every window, 24 high: outbox first at the left; référentiels, post and *Bac à
//! sable* at the right.
class StatusBar final : public QWidget {
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent = nullptr);

    void set(const StatusItem &item); //!< adds or changes the item of that id
    void remove(const QString &id);
    void setSandbox(bool sandbox);
    void setTall(bool tall); //!< 36: sign-in

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();

    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
    Chip *m_sandbox;
    QHash<QString, class StatusWord *> m_words;
    bool m_tall = false;
};

} // namespace ambroise::uikit
