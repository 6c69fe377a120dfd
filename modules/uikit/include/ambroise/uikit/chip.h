// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>

#include <QLabel>

namespace ambroise::uikit {

//! The words and icons of the statuses of an identity, as everybody must show them; empty for the
//! meanings whose word is the thing's own.
[[nodiscard]] QString standardWord(Meaning meaning);
[[nodiscard]] QString standardIcon(Meaning meaning);

//! A word on its tint, 18 high. Painted; its size hint is exact. Its text is its accessible name.
class Chip : public QLabel {
    Q_OBJECT
public:
    Chip(Meaning meaning, const QString &text, const QString &icon = {}, QWidget *parent = nullptr);

    void set(Meaning meaning, const QString &text, const QString &icon = {});
    [[nodiscard]] Meaning meaning() const { return m_meaning; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Meaning m_meaning;
    QString m_icon;
};

//! The picture of a key, 17 high: "Ctrl K".
class KeyCap : public QLabel {
    Q_OBJECT
public:
    explicit KeyCap(const QString &key, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! The code of a signal or a critical value: CI filled; AD, PE, APC and i outlined. 34x18.
class StatusTag : public QLabel {
    Q_OBJECT
public:
    StatusTag(Meaning meaning, const QString &code, QWidget *parent = nullptr);

    void set(Meaning meaning, const QString &code);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Meaning m_meaning;
};

} // namespace ambroise::uikit
