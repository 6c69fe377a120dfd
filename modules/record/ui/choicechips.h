// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ambroise::record::ui {

//! What was found in a text, and whether it goes into the record with it: chips that a click or the
//! space bar turns. ← → go along them, Échap leaves them.
class ChoiceChips final : public QWidget {
    Q_OBJECT
public:
    enum class State {
        Kept,
        Proposed, //!< dashed, with a question mark
        Struck    //!< crossed out
    };
    struct Item {
        QString key;      //!< what `toggled` tells
        QString label{};  //!< light: « Poids »
        QString value{};  //!< strong: « 74,2 kg »
        QString remark{}; //!< after it: « −0,7 »
        QString tip{};    //!< the whole of it
        State state = State::Kept;

        friend bool operator==(const Item &, const Item &) = default;
    };

    //! `name`: of the row, for a screen reader.
    explicit ChoiceChips(const QString &name, QWidget *parent = nullptr);

    void set(const QList<Item> &items); //!< none: hidden
    [[nodiscard]] const QList<Item> &items() const { return m_items; }
    void focusFirst();

Q_SIGNALS:
    void toggled(const QString &key);
    void left(); //!< Échap

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<Item> m_items;
};

} // namespace ambroise::record::ui
