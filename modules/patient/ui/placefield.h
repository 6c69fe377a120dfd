// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/ui/patientform.h>

#include <QLineEdit>

namespace ambroise::uikit {
struct Row;
}

class QCompleter;
class QStandardItemModel;

namespace ambroise::patient::ui {

//! Where somebody was born, as it is written: a code ("63113"), a name, or both ("63113 Clermont-
//! Ferrand"). While a name is typed, the places of the day of birth are proposed under the field: ↓
//! ↑ choose, ↵ takes. On leaving it, a code gets its name, and a name that one place alone had gets
//! its code.
class PlaceField final : public QLineEdit {
    Q_OBJECT
public:
    //! `born`: invalid while it is not known; the places of today are then proposed. The clock
    //! outlives the field.
    PlaceField(PlaceServices services, std::function<QDate()> born, const Clock &clock,
               QWidget *parent = nullptr);

    [[nodiscard]] static QString textOf(const identity::BirthPlace &place);
    //! Error: Invalid "birthplace.code".
    [[nodiscard]] Result<identity::BirthPlace> place() const;
    //! One sentence on what is written; empty where nothing needs to be said.
    [[nodiscard]] Result<QString> remark() const;
    //! What is known besides what is written.
    void settle();

Q_SIGNALS:
    void edited(); //!< by a person, or settled after one

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] static uikit::Row proposal(const identity::Place &place);
    [[nodiscard]] QDate day() const;
    [[nodiscard]] Result<QString> remarkOnCode(const identity::BirthPlace &written) const;
    [[nodiscard]] Result<QString> remarkOnName(const QString &name) const;
    //! Those of that day whose whole name this is.
    [[nodiscard]] Result<QList<identity::Place>> named(const QString &name) const;
    void propose();
    void choose(const identity::Place &place);

    PlaceServices m_services;
    std::function<QDate()> m_born;
    const Clock &m_clock;
    QStandardItemModel *m_proposed;
    QCompleter *m_list;
    bool m_typed = false; //!< since it was settled
};

} // namespace ambroise::patient::ui
