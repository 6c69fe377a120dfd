// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/uikit/theme.h>

#include <QAbstractButton>
#include <QLabel>

#include <optional>

//! What only the pages before the session draw.
namespace ambroise::access::ui {

//! The product's name, 22/28.
class Wordmark final : public QLabel {
    Q_OBJECT
public:
    explicit Wordmark(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! A way to open the session, 40 high: its icon and word; at the right its state as a chip, or its
//! key. Checked: the way in use, with its field under it.
class WayRow final : public QAbstractButton {
    Q_OBJECT
public:
    WayRow(const QString &icon, const QString &word, const QString &key, QWidget *parent = nullptr);

    void setChip(uikit::Meaning meaning, const QString &text, const QString &icon);
    void setNoChip();
    [[nodiscard]] QString chip() const { return m_chip ? m_chip->text : QString(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct ChipWords {
        uikit::Meaning meaning;
        QString text;
        QString icon;
    };
    void paintRight(class QPainter &painter, const uikit::Theme &theme, int left) const;

    QString m_icon;
    QString m_key;
    std::optional<ChipWords> m_chip;
};

//! A row as those of the people, 52 high: « Autre utilisateur F3 ».
class ChoiceRow final : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceRow(const QString &icon, const QString &word, const QString &key,
              QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_key;
};

//! A word that acts, without a frame: « Accès perdu ? ».
class WordButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit WordButton(const QString &word, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ambroise::access::ui
