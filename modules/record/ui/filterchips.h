// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace ambroise::record::ui {

//! A choice of one among several, as chips on as many lines as they need. One Tab stop; the arrows
//! move the choice.
class FilterChips final : public QWidget {
    Q_OBJECT
public:
    //! `name`: what is chosen, for a screen reader. The first is chosen.
    FilterChips(const QString &name, const QStringList &labels, QWidget *parent = nullptr);

    [[nodiscard]] int current() const;
    void setCurrent(int index); //!< nothing where there is no such index
    //! How many each of them keeps: told by a screen reader, and as a tip.
    void setCounts(const QList<int> &counts);

Q_SIGNALS:
    void currentChanged(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepOneTabStop();

    QButtonGroup *m_group;
};

} // namespace ambroise::record::ui
