// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/vaccination.h>
#include <ambroise/prevention/vaccines.h>

#include <QAbstractTableModel>

namespace ambroise::prevention::ui {

//! The vaccinations of a patient, the newest first.
class VaccinationModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Day, Vaccine, Against, Lot, By, Count };

    //! The vaccines outlive the model.
    VaccinationModel(const Vaccines &vaccines, QObject *parent)
        : QAbstractTableModel(parent)
        , m_vaccines(vaccines)
    {
    }
    void show(const QList<Vaccination> &vaccinations);
    [[nodiscard]] const Vaccination *at(const QModelIndex &index) const; //!< null: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString textOf(const Vaccination &one, int column) const;
    const Vaccines &m_vaccines;
    QList<Vaccination> m_all;
};

} // namespace ambroise::prevention::ui
