// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/record/ui/recordservices.h>
#include <ambroise/uikit/sideform.h>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace ambroise::uikit {
class FormField;
class PickLine;
class Segmented;
} // namespace ambroise::uikit

namespace ambroise::record::ui {

//! A line of the summary being written, in its place: what it is, with its code where the CIM-10
//! has one, since when, what is known of it. ↵ keeps, Échap leaves.
class SummaryForm final : public uikit::SideForm {
    Q_OBJECT
public:
    //! The services and the clock outlive it.
    SummaryForm(const RecordServices &services, const Clock &clock, QWidget *parent = nullptr);

    void begin(EntryKind kind);
    void edit(const Entry &line);
    void keep();

Q_SIGNALS:
    void kept();

private:
    void build();
    void fill(const Entry &line);
    void followKind();
    [[nodiscard]] QStringList find(const QString &typed);
    void take(int row);
    [[nodiscard]] EntryKind kind() const;
    [[nodiscard]] Result<Entry> line() const;
    [[nodiscard]] Status putSince(Entry &line) const;
    [[nodiscard]] Status putTreatment(Entry &line) const;
    void tellWrong(const Error &error);
    void tellConflict();

    const RecordServices &m_services;
    const Clock &m_clock;
    Entry m_before; //!< as it was read; not stored: a new line
    std::optional<ConditionCode> m_code;
    bool m_codeChanged = false;
    QList<Condition> m_conditions; //!< found, as they stand in the list
    QComboBox *m_kind;
    uikit::PickLine *m_label;
    QLineEdit *m_since;
    QLineEdit *m_body;
    QComboBox *m_whose;
    QComboBox *m_allergen;
    QComboBox *m_severity;
    QComboBox *m_certainty;
    uikit::Segmented *m_use;
    QLineEdit *m_plannedEnd;
    QCheckBox *m_over;
    uikit::FormField *m_labelField = nullptr;
    uikit::FormField *m_sinceField = nullptr;
    uikit::FormField *m_bodyField = nullptr;
    uikit::FormField *m_whoseField = nullptr;
    QList<uikit::FormField *> m_allergyFields;
    uikit::FormField *m_useField = nullptr;
    uikit::FormField *m_plannedEndField = nullptr;
};

} // namespace ambroise::record::ui
