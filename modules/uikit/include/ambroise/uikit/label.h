// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>
#include <ambroise/uikit/type.h>

#include <QLabel>

#include <variant>

namespace ambroise::uikit {

//! Text of one of the product's sizes and inks, which follows the theme and the user's text size.
class Label : public QLabel {
    Q_OBJECT
public:
    explicit Label(const QString &text, TextRole role = TextRole::Body, Token ink = Token::Text,
                   bool strong = false, QWidget *parent = nullptr);

    void setInk(Token ink);
    void setInk(Meaning meaning); //!< its text colour; the word must say it too
    void setRole(TextRole role, bool strong = false);
    //! Cut with … on one line rather than asking for its whole width; the whole text is then the
    //! tooltip, and stays the accessible text.
    void setElided(bool elided);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void refresh();

    TextRole m_role;
    std::variant<Token, Meaning> m_ink;
    bool m_strong;
    bool m_elided = false;
};

//! The title of a group in a column, 22 high, with its count or remark at the right.
class SectionTitle : public QLabel {
    Q_OBJECT
public:
    explicit SectionTitle(const QString &title, const QString &remark = {},
                          QWidget *parent = nullptr);

    void setRemark(const QString &remark);
    void setAccented(bool accented); //!< what is new since the last time
    void setInset(int pixels);       //!< 12 unless told

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_remark;
    int m_inset = 12;
    bool m_accented = false;
};

} // namespace ambroise::uikit
