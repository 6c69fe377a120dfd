// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/patient.h>
#include <ambroise/patient/ui/patientform.h>

#include <QMap>
#include <QSet>
#include <QWidget>

#include <functional>

namespace ambroise::uikit {
class FormField;
class FormGrid;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

//! What stands in fields, by their ids ("surname", "notes"); of the sex its code.
using FieldTexts = QMap<QString, QString>;

//! The fields of a patient's administrative part: what they were filled with, what a person changed
//! since, and under each what is wrong with it. What nobody changed is kept as it was, not as its
//! text would be read.
class PatientFields final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives the fields.
    PatientFields(std::function<QString(const Error &error)> explain, const PlaceServices &places,
                  const Clock &clock, QWidget *parent = nullptr);

    void fill(const PatientDetails &details);
    //! A place of birth that was written gets its code or its name.
    void settlePlace();
    //! Texts that a person typed once, over what `was` there then. True where somebody else changed
    //! one of them since: what they wrote is told under the field.
    bool put(const FieldTexts &typed, const FieldTexts &was);

    [[nodiscard]] FieldTexts modified() const; //!< what a person changed
    [[nodiscard]] const FieldTexts &filled() const { return m_filled; }
    [[nodiscard]] QString label(const QString &id) const;
    [[nodiscard]] QWidget *first() const { return m_inputs.value(u"surname"_qs); }

    //! Both say under each field what is wrong with what stands in it. Errors: those of the values.
    Result<identity::StrictTraits> traits();
    Result<PatientDetails> details();

Q_SIGNALS:
    void edited(); //!< by a person

private:
    void build(const PlaceServices &places);
    void add(uikit::FormGrid *grid, const QString &id, const QString &label, int span = 1);
    void addPlace(uikit::FormGrid *grid, const PlaceServices &places);
    void addNotes(uikit::FormGrid *grid);
    void clearRemarks();
    [[nodiscard]] QString text(const QString &id) const;
    [[nodiscard]] QString typed(const QString &id) const { return text(id).trimmed(); }
    void setText(const QString &id, const QString &text);
    [[nodiscard]] bool isModified(const QString &id) const { return text(id) != m_filled[id]; }
    [[nodiscard]] QString shown(const QString &id, const QString &text) const;
    Status checkLengths();
    [[nodiscard]] Result<identity::BirthDate> birthDate() const;
    [[nodiscard]] Result<identity::BirthPlace> birthPlace() const;
    void tellPlace();
    Result<QDate> deceasedOn();
    Result<Contacts> contacts();
    template <class R>
    R told(const QString &id, R result);

    std::function<QString(const Error &error)> m_explain;
    const Clock &m_clock;
    std::optional<PatientDetails> m_before;
    FieldTexts m_filled;
    QMap<QString, QWidget *> m_inputs;
    QMap<QString, uikit::FormField *> m_fields;
    QSet<QString> m_contested; //!< fields that somebody else wrote too
    class PlaceField *m_place = nullptr;
    bool m_filling = false;
};

} // namespace ambroise::patient::ui
