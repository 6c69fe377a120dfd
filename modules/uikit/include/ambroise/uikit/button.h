// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>

#include <QPointer>
#include <QPushButton>

#include <optional>

class QAction;

namespace ambroise::uikit {

//! A button with the cap of its key inside, 28 high. The cap only shows the key: what makes the key
//! act is an ActionMap (or a QAction), to which the button may be bound.
class Button : public QPushButton {
    Q_OBJECT
public:
    enum class Look {
        Plain,
        Primary, //!< one a window, at the right end, Ctrl+↵
        Stop,    //!< ends something: hang up, refuse
        Act      //!< cap, then word, without a frame: action bar, message lines
    };

    explicit Button(const QString &text, QWidget *parent = nullptr);
    Button(const QString &text, const QString &key, QWidget *parent = nullptr);
    //! Bound to the action.
    explicit Button(QAction *action, Look look = Look::Plain, QWidget *parent = nullptr);

    //! Text, icon, key, enabled, checked and tooltip become and stay the action's; a click triggers
    //! it.
    void bind(QAction *action);
    [[nodiscard]] QAction *action() const { return m_action; }

    void setLook(Look look);
    [[nodiscard]] Look look() const { return m_look; }
    void setKey(const QString &key); //!< as keyText writes it
    [[nodiscard]] QString key() const { return m_key; }
    void setTall(bool tall);          //!< 36: sign-in, officine
    void setMeaning(Meaning meaning); //!< for an Act that stands on that meaning's tint
    void setWordShown(bool shown); //!< an Act may show its cap alone; its word is then its tooltip

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] int widthWithWord() const; //!< that of its hint were its word shown

protected:
    void paintEvent(QPaintEvent *event) override;
    //! A bound button is checked by its action alone.
    void nextCheckState() override;

private:
    struct Inks;
    void init();
    void follow();
    [[nodiscard]] Inks inks() const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int padding() const;
    [[nodiscard]] int hintedWidth(bool word) const;
    void paintContents(QPainter &painter, const Inks &inks) const;

    QPointer<QAction> m_action;
    QString m_key;
    Look m_look = Look::Plain;
    std::optional<Meaning> m_meaning;
    bool m_tall = false;
    bool m_wordShown = true;
    bool m_hiddenByAction = false;
};

//! The one act of the window.
class PrimaryButton : public Button {
    Q_OBJECT
public:
    explicit PrimaryButton(const QString &text, QWidget *parent = nullptr);
    PrimaryButton(const QString &text, const QString &key, QWidget *parent = nullptr);
    explicit PrimaryButton(QAction *action, QWidget *parent = nullptr);
};

} // namespace ambroise::uikit
