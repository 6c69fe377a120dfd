// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ambroise/core/clock.h>
#include <ambroise/patient/administrative.h>

#include <QWidget>

#include <functional>
#include <variant>

class QListView;
class QStackedWidget;

namespace ambroise::uikit {
class MessageLine;
class SideForm;
} // namespace ambroise::uikit

namespace ambroise::patient::ui {

using AnyAdministrativeLine =
    std::variant<AdministrativeLine<RelatedPerson>, AdministrativeLine<CareMember>,
                 AdministrativeLine<Coverage>>;

//! What the column asks of the practice, answered within a frame.
struct AdministrativeServices {
    PatientId patient{};
    bool mayWrite = false;
    std::function<Result<AdministrativeFile>()> read;
    std::function<Status(const AnyAdministrativeLine &line)> save;
    std::function<Status(const AnyAdministrativeLine &line)> remove;
    std::function<Status(const Consent &consent)> addConsent;
    std::function<Result<QList<Correspondent>>(const QString &typed)> findCorrespondents;
    std::function<Result<CorrespondentId>(const Correspondent &one)> addCorrespondent;
    std::function<QString(const Error &error)> explain;
};

class AdministrativeModel;
class PersonForm;
class MemberForm;
class CoverageForm;
class ConsentForm;

//! Who and what stands around a patient, in sections: people, care team, rights, consents and
//! objections. ↵ changes a line, + adds one to its section, Suppr takes it away, and what was taken
//! away can be put back. Another person's change is told, never overwritten.
class AdministrativeColumn final : public QWidget {
    Q_OBJECT
public:
    //! The clock outlives it.
    AdministrativeColumn(AdministrativeServices services, const Clock &clock,
                         QWidget *parent = nullptr);

    void refresh();
    void focusList();
    //! A line is being written: its Ctrl+↵ is not that of the page.
    [[nodiscard]] bool isWriting() const;
    void keep(); //!< what is being written

Q_SIGNALS:
    void changed(); //!< the record is to be read again: a médecin traitant may have changed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void bind();
    void write();
    void addHere();
    void removeHere();
    void open(uikit::SideForm *form);
    void close();
    void kept(const Status &status, uikit::SideForm *form);
    void tellConflict(uikit::SideForm *form, const std::function<void(qint64 version)> &writeOver,
                      const AnyAdministrativeLine &mine);
    void tell(const Error &error);
    bool handleKey(int key);

    AdministrativeServices m_services;
    AdministrativeModel *m_model;
    QStackedWidget *m_stack;
    QListView *m_list;
    QWidget *m_acts;
    uikit::MessageLine *m_told;
    PersonForm *m_person;
    MemberForm *m_member;
    CoverageForm *m_coverage;
    ConsentForm *m_consent;
};

} // namespace ambroise::patient::ui
