// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prescription/demande.h>

#include <QWidget>

class QVBoxLayout;

namespace ambroise::uikit {
class FormGrid;
}

namespace ambroise::prescription::ui {

//! The fields of a kind of demande.
class DemandeForm final : public QWidget {
    Q_OBJECT
public:
    explicit DemandeForm(QWidget *parent = nullptr);

    //! A date that is typed without a year is of the year of `today`, or of the next one.
    void show(const DemandeDraft &draft, QDate today);
    [[nodiscard]] const QMap<DemandeField, QString> &values() const { return m_values; }
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void add(uikit::FormGrid &grid, DemandeField field);
    [[nodiscard]] QWidget *widgetOf(DemandeField field);
    [[nodiscard]] QWidget *flagOf(DemandeField field);
    [[nodiscard]] QWidget *choiceOf(DemandeField field);
    [[nodiscard]] QWidget *lineOf(DemandeField field);
    void set(DemandeField field, const QString &value);

    DemandeKind m_kind = DemandeKind::Biology;
    QMap<DemandeField, QString> m_values;
    QDate m_today;
    QVBoxLayout *m_layout;
    uikit::FormGrid *m_grid = nullptr;
    QWidget *m_first = nullptr;
};

} // namespace ambroise::prescription::ui
