// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/prevention/ui/preventionservices.h>
#include <ambroise/uikit/sideform.h>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;

namespace ambroise::uikit {
class FormField;
class Label;
} // namespace ambroise::uikit

namespace ambroise::prevention::ui {

//! A vaccination being written: the box is scanned, or its name typed. Ctrl+↵ keeps, Échap leaves.
class VaccinationForm final : public uikit::SideForm {
    Q_OBJECT
public:
    explicit VaccinationForm(const PreventionServices &services, QWidget *parent = nullptr);

    //! A new one, of today. `proposed`: what is due, shown in the title.
    void begin(const QString &proposed, QDate today);
    //! The code on the box (GS1 Datamatrix): drug, lot, day of expiry. What is wrong is told.
    void takeScan(const QString &text);

Q_SIGNALS:
    void kept(ambroise::prevention::VaccinationId id, const QString &vaccine);

private:
    void build();
    void bind();
    void keep();
    void tellError(const Error &error);
    void tellAt(uikit::FormField &field, const Error &error);
    void followName();
    void followPlace();
    void clearErrors();
    [[nodiscard]] Result<VaccinationRecord::Parts> parts() const;
    [[nodiscard]] QStringList chosenValences() const;
    void choose(const QStringList &valences);

    const PreventionServices &m_services;
    QDate m_today;
    QString m_cis; //!< of the box that was read
    QString m_cip13;
    uikit::Label *m_hint;
    QLineEdit *m_vaccine;
    QListWidget *m_valences;
    QCheckBox *m_here;
    QLineEdit *m_date;
    QLineEdit *m_lot;
    QLineEdit *m_expiry;
    QComboBox *m_site;
    QLineEdit *m_dose;
    QLineEdit *m_by;
    uikit::FormField *m_vaccineField = nullptr;
    uikit::FormField *m_valencesField = nullptr;
    uikit::FormField *m_dateField = nullptr;
    uikit::FormField *m_lotField = nullptr;
    uikit::FormField *m_expiryField = nullptr;
};

} // namespace ambroise::prevention::ui
