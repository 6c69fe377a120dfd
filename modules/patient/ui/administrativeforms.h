// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/ui/administrativecolumn.h>
#include <ambroise/uikit/sideform.h>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace ambroise::uikit {
class FormField;
class Label;
class PickLine;
} // namespace ambroise::uikit

//! What each section of the administrative file is written with. Each hands over its line as far as
//! its fields can be read; what cannot stands under its field.
namespace ambroise::patient::ui {

class PersonForm final : public uikit::SideForm {
    Q_OBJECT
public:
    PersonForm(const AdministrativeServices &services, const Clock &clock,
               QWidget *parent = nullptr);

    void edit(const AdministrativeLine<RelatedPerson> &line); //!< not stored: a new one
    //! Empty: told under a field.
    [[nodiscard]] std::optional<AdministrativeLine<RelatedPerson>> line();
    //! What is typed replaces that version.
    void writeOver(qint64 version) { m_before.version = version; }

private:
    const AdministrativeServices &m_services;
    const Clock &m_clock;
    AdministrativeLine<RelatedPerson> m_before;
    QLineEdit *m_name;
    QComboBox *m_link;
    QList<QCheckBox *> m_roles;
    QLineEdit *m_phone;
    QLineEdit *m_email;
    QLineEdit *m_address;
    QLineEdit *m_designated;
    QLineEdit *m_note;
    uikit::FormField *m_nameField = nullptr;
    uikit::FormField *m_phoneField = nullptr;
    uikit::FormField *m_emailField = nullptr;
    uikit::FormField *m_designatedField = nullptr;
};

//! Somebody is picked from the address book, or written into it by their name.
class MemberForm final : public uikit::SideForm {
    Q_OBJECT
public:
    MemberForm(const AdministrativeServices &services, const Clock &clock,
               QWidget *parent = nullptr);

    //! `who`: null, or the one that the line names.
    void edit(const AdministrativeLine<CareMember> &line, const Correspondent *who);
    //! Adds to the address book who is not in it.
    [[nodiscard]] std::optional<AdministrativeLine<CareMember>> line();
    void writeOver(qint64 version) { m_before.version = version; }

private:
    [[nodiscard]] QStringList find(const QString &typed);
    [[nodiscard]] Result<CorrespondentId> who() const;
    void take(int row);

    const AdministrativeServices &m_services;
    const Clock &m_clock;
    AdministrativeLine<CareMember> m_before;
    QList<Correspondent> m_found;
    CorrespondentId m_who;
    uikit::PickLine *m_name;
    QLineEdit *m_profession;
    QCheckBox *m_traitant;
    QLineEdit *m_since;
    QLineEdit *m_note;
    uikit::FormField *m_nameField = nullptr;
    uikit::FormField *m_professionField = nullptr;
    uikit::FormField *m_sinceField = nullptr;
};

class CoverageForm final : public uikit::SideForm {
    Q_OBJECT
public:
    CoverageForm(const AdministrativeServices &services, const Clock &clock,
                 QWidget *parent = nullptr);

    void edit(const AdministrativeLine<Coverage> &line);
    [[nodiscard]] std::optional<AdministrativeLine<Coverage>> line();
    void writeOver(qint64 version) { m_before.version = version; }

private:
    const AdministrativeServices &m_services;
    const Clock &m_clock;
    AdministrativeLine<Coverage> m_before;
    QComboBox *m_kind;
    QLineEdit *m_label;
    QLineEdit *m_number;
    QLineEdit *m_since;
    QLineEdit *m_until;
    QLineEdit *m_note;
    uikit::FormField *m_sinceField = nullptr;
    uikit::FormField *m_untilField = nullptr;
};

//! An answer, which is never changed: another one is written after it.
class ConsentForm final : public uikit::SideForm {
    Q_OBJECT
public:
    ConsentForm(const AdministrativeServices &services, const Clock &clock,
                QWidget *parent = nullptr);

    //! `former`: the answers to that topic, newest first.
    void begin(ConsentTopic topic, const QList<Consent> &former);
    [[nodiscard]] std::optional<Consent> consent();

private:
    void tellFormer();

    const AdministrativeServices &m_services;
    const Clock &m_clock;
    QList<Consent> m_all;
    QComboBox *m_topic;
    QComboBox *m_answer;
    QComboBox *m_means;
    QLineEdit *m_on;
    QLineEdit *m_teller;
    QLineEdit *m_note;
    uikit::Label *m_former;
    uikit::FormField *m_onField = nullptr;
};

} // namespace ambroise::patient::ui
