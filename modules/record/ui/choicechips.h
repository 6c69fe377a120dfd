// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sparkline.h"

#include <QWidget>

namespace ambroise::record::ui {

class InlineCurve;

//! What was found in a text, and whether it goes into the record with it: chips that a click or the
//! space bar turns. ← → go along them, Échap leaves them. A chip may end with a small curve; under
//! the pointer or with the focus it has a larger one below it, over what stands there.
class ChoiceChips final : public QWidget {
    Q_OBJECT
public:
    enum class State {
        Kept,
        Proposed, //!< dashed, with a question mark
        Struck    //!< crossed out
    };
    struct Item {
        QString key;               //!< what `toggled` tells
        QString label{};           //!< light: « Poids »
        QString value{};           //!< strong: « 74,2 kg »
        QString remark{};          //!< after it: « −0,7 »
        QString tip{};             //!< the whole of it
        QList<CurvePoint> curve{}; //!< oldest first, with itself
        State state = State::Kept;

        friend bool operator==(const Item &, const Item &) = default;
    };

    //! `name`: of the row, for a screen reader.
    explicit ChoiceChips(const QString &name, QWidget *parent = nullptr);

    void set(const QList<Item> &items); //!< none: hidden
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    void focusFirst();
    void hideCurve(); //!< until a chip is pointed at again: what stands under it is being typed

Q_SIGNALS:
    void toggled(const QString &key);
    void left(); //!< Échap

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void followCurve();
    void placeCurve(); //!< where it is shown

    QList<Item> m_items;
    InlineCurve *m_curve;
};

} // namespace ambroise::record::ui
