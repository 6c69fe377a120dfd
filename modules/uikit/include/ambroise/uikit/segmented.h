// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace ambroise::uikit {

//! A choice of one among a few, side by side. One Tab stop; ← → move the choice.
class Segmented : public QWidget {
    Q_OBJECT
public:
    enum class Density {
        Regular, //!< 28 high, text 13
        Dense    //!< 24 high, text 12: in a side column
    };

    //! `name` is what is chosen, for a screen reader. The first label is chosen.
    Segmented(const QString &name, const QStringList &labels, Density density = Density::Regular,
              QWidget *parent = nullptr);

    [[nodiscard]] int count() const;
    [[nodiscard]] int current() const;
    void setCurrent(int index); //!< nothing where there is no such index

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void keepOneTabStop();

    QButtonGroup *m_group;
    Density m_density;
};

} // namespace ambroise::uikit
